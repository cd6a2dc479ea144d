"""Fills what is left where a condition or a loop of a template printed nothing.

Word calls a file damaged if a cell has no paragraph, a row no cell, a table no row; two tables without a paragraph
between them become one. A template's author cannot be expected to think of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from .tags import Found
from .wordxml import Code, Element, Node

NOTHING = "<w:p/>"
BARE_ROW = re.compile(r"<w:tr>(?:<w:trPr>(?:(?!</w:trPr>).)*</w:trPr>)?</w:tr>")
TABLE_END = "</w:tbl>"
# What stands before the rows of a table, and so at the end of one without rows.
BEFORE_ROWS = ("</w:tblGrid>", "<w:tblGrid/>", "</w:tblPr>", "<w:tblPr/>")
BARE_TABLE = re.compile(rf"<w:tbl>(?:(?!<w:tbl>).)*?(?:{'|'.join(BEFORE_ROWS)}){TABLE_END}")
# What must not follow a table at once: another one, the end of a cell, of the body, of a header.
NEEDS_PARAGRAPH = ("<w:tbl>", "</w:tc>", "<w:sectPr", "</w:body>", "</w:hdr>", "</w:ftr>")
BARE_PART = re.compile(r"(<w:(?:hdr|ftr)\b[^>]*>)(</w:)")


def may_leave_gaps(root: Element, found: Sequence[Found]) -> bool:
    """Whether some row or cell of a template can come out empty.

    A loop that makes all cells of a row gets an empty cell for the case that there is nothing to go through: this
    usual row then needs no look at the finished text.
    """
    for row in root.iter("w:tr"):
        statements = [child for child in row.children if isinstance(child, Code)]
        if [found[statement.tag].tag.word for statement in statements] == ["for", "endfor"]:
            cell = Element("w:tc", {}, [Element("w:tcPr", {}, []), Element("w:p", {}, [])])
            end = row.position(statements[1])
            row.children[end:end] = [Code("{%\n else %}", statements[1].tag), cell]
    return not (
        all(_has_always(row.children, ("w:tc", "w:sdt"), found) for row in root.iter("w:tr"))
        and all(_has_always(cell.children, ("w:p", "w:sdt"), found) for cell in root.iter("w:tc"))
    )


class _Branches:
    """The branches of a block seen so far: whether this one, and all before it, hold what is looked for."""

    def __init__(self) -> None:
        self.this, self.earlier, self.has_else = False, True, False


def _has_always(children: Sequence[Node], names: tuple[str, ...], found: Sequence[Found]) -> bool:
    """Whether an element of ``names`` is printed whatever the conditions and loops among ``children`` do."""
    stack = [_Branches()]
    for child in children:
        word = found[child.tag].tag.word if isinstance(child, Code) else ""
        if isinstance(child, Code) and child.source.split() == ["{%", "else", "%}"]:
            word = "else"  # also one that was put in above
        if isinstance(child, Element) and child.name in names:
            stack[-1].this = True
        elif word in ("if", "for", "with"):
            stack.append(_Branches())
        elif word in ("elif", "else"):
            stack[-1].earlier &= stack[-1].this
            stack[-1].this, stack[-1].has_else = False, word == "else"
        elif word in ("endif", "endfor", "endwith"):
            block = stack.pop()
            stack[-1].this |= block.this and block.earlier and (block.has_else or word == "endwith")
    return stack[0].this


def without_gaps(text: str, look_closely: bool) -> str:
    """``text``, the XML of a part, with every gap closed; rows and cells are looked at only if asked for."""
    if look_closely and ("</w:trPr></w:tr>" in text or "<w:tr></w:tr>" in text):
        text = BARE_ROW.sub("", text)
    tables = text.split(TABLE_END)
    if any(table.endswith(BEFORE_ROWS) for table in tables):
        text = BARE_TABLE.sub("", text)
        tables = text.split(TABLE_END)
    if any(after.startswith(NEEDS_PARAGRAPH) for after in tables[1:]):
        text = TABLE_END.join([tables[0]] + [
            NOTHING + after if after.startswith(NEEDS_PARAGRAPH) else after for after in tables[1:]
        ])
    if look_closely:
        text = text.replace("</w:tcPr></w:tc>", f"</w:tcPr>{NOTHING}</w:tc>")
        text = text.replace("<w:tcPr/></w:tc>", f"<w:tcPr/>{NOTHING}</w:tc>")
    return BARE_PART.sub(rf"\1{NOTHING}\2", text) if text.endswith(("</w:hdr>", "</w:ftr>")) else text
