"""Whether a row or a cell of a template may come out empty, seen from its conditions and loops alone."""

from __future__ import annotations

from collections.abc import Sequence

from .tags import Found
from .wordxml import Code, Element, Node


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
