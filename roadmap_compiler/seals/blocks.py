"""A part of a document as a reader sees it: paragraphs and tables, the rows of a table, the text of a cell."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from roadmap_compiler.seals.trees import Node, canonical

_WRAPPERS = frozenset({"w:sdt", "w:sdtContent", "w:customXml", "w:smartTag", "w:ins", "w:moveTo", "w:body", "w:hdr",
                       "w:ftr", "w:footnotes", "w:footnote", "w:endnotes", "w:endnote"})
_UNSEEN = frozenset({"w:del", "w:moveFrom", "w:instrText", "w:delText", "w:pPr", "w:rPr", "w:txbxContent",
                     "mc:Fallback", "w:tcPr", "w:tblPr", "w:trPr", "w:tblGrid", "w:delInstrText"})
_SIGNS = {"w:tab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "\u2011", "w:sym": "\u25a1"}
_IDLE = frozenset({"w:proofErr", "w:lastRenderedPageBreak", "w:bookmarkStart", "w:bookmarkEnd", "w:lang",
                   "w:noProof"})
_IDLE_ATTRIBUTES = ("w:rsid", "w14:paraId", "http://schemas.microsoft.com/office/word/2010/wordml:")


class Paragraph:
    """One paragraph."""

    def __init__(self, node: Node) -> None:
        self.node = node

    @cached_property
    def text(self) -> str:
        """What is printed of it, hidden text too."""
        return text_of(self.node)

    @cached_property
    def exact(self) -> str:
        """Its XML."""
        return canonical(self.node)

    @cached_property
    def look(self) -> str:
        """Its XML without what shows nowhere: how the text is cut into runs, marks of editors."""
        return canonical(plain_node(self.node))


class TableCell(Paragraph):
    """One cell and how many columns it spans."""

    @cached_property
    def span(self) -> int:
        properties = self.node.first("w:tcPr")
        grid = properties.first("w:gridSpan") if properties is not None else None
        value = grid.attributes.get("w:val", "1") if grid is not None else "1"
        return int(value) if value.isascii() and value.isdigit() and len(value) < 4 else 1


class TableRow:
    """One row of a table."""

    def __init__(self, node: Node) -> None:
        self.node = node
        self.cells = [TableCell(cell) for cell in _inside(node, "w:tc")]

    @cached_property
    def texts(self) -> tuple[str, ...]:
        return tuple(cell.text for cell in self.cells)

    @cached_property
    def is_heading(self) -> bool:
        """Whether it is printed anew on each page."""
        properties = self.node.first("w:trPr")
        return properties is not None and properties.first("w:tblHeader") is not None

    @cached_property
    def properties(self) -> str:
        return "".join(canonical(plain_node(child)) for child in self.node.nodes() if child.name != "w:tc")


class Table:
    """One table."""

    def __init__(self, node: Node) -> None:
        self.node = node
        self.rows = [TableRow(row) for row in _inside(node, "w:tr")]

    @cached_property
    def properties(self) -> str:
        kept = [child for child in self.node.nodes() if child.name in ("w:tblPr", "w:tblGrid")]
        return "".join(canonical(plain_node(child)) for child in kept)


Block = Paragraph | Table


def blocks_of(container: Node) -> list[Block]:
    """Paragraphs and tables of a body, a header or a note, in their order."""
    found: list[Block] = []
    for child in container.nodes():
        if child.name == "w:p":
            found.append(Paragraph(child))
        elif child.name == "w:tbl":
            found.append(Table(child))
        elif child.name in _WRAPPERS:
            found += blocks_of(child)
    return found


def _inside(node: Node, name: str) -> Iterator[Node]:
    """Rows or cells, also those that stand in a content control or were inserted."""
    for child in node.nodes():
        if child.name == name:
            yield child
        elif child.name in _WRAPPERS:
            yield from _inside(child, name)


def text_of(node: Node) -> str:
    """The text of a paragraph or of a cell; paragraphs of a cell are parted by line ends. The number of a page is no
    text: each program writes its own until the page is printed."""
    out: list[str] = []
    waiting = [node]
    begun = False
    fields: list[str] = []
    while waiting:
        item = waiting.pop()
        if item.name == "w:fldChar":
            _follow_field(item, fields)
        elif item.name == "w:instrText" and fields:
            fields[-1] += item.text
        elif fields and fields[-1].startswith(_NUMBER) or _is_page(item.attributes.get("w:instr", "")):
            continue
        elif item.name == "w:t":
            out.append(item.text)
        elif item.name in _SIGNS:
            out.append(_SIGNS[item.name])
        elif item.name not in _UNSEEN:
            if item.name == "w:p" and item is not node:
                out += "\n" if begun else ""
                begun = True
            waiting += [child for child in reversed(item.children) if isinstance(child, Node)]
    return "".join(out)


_NUMBER = "#"
"""Stands before the words of a field whose result is the number of a page."""


def _follow_field(mark: Node, fields: list[str]) -> None:
    """Begins and ends fields that stand inside one another."""
    kind = mark.attributes.get("w:fldCharType", "")
    if kind == "begin":
        fields.append("")
    elif kind == "separate" and fields and _is_page(fields[-1]):
        fields[-1] = _NUMBER + fields[-1]
    elif kind == "end" and fields:
        fields.pop()


def _is_page(instruction: str) -> bool:
    words = instruction.split()
    return bool(words) and words[0].upper() in ("PAGE", "NUMPAGES", "SECTIONPAGES")


def plain_node(node: Node) -> Node:
    """The element without marks of editors, and with neighbouring runs of one look joined."""
    children: list[Node | str] = []
    for child in node.children:
        if isinstance(child, str):
            children.append(child)
        elif child.name not in _IDLE:
            _append(children, plain_node(child))
    attributes = {key: value for key, value in node.attributes.items()
                  if not key.startswith(_IDLE_ATTRIBUTES) and not (node.name == "w:t" and key == "xml:space")}
    return Node(node.name, attributes, children)


def _append(children: list[Node | str], node: Node) -> None:
    """Adds a child; a run like the one before it goes into that one, a text into the text before it."""
    last = children[-1] if children else None
    if isinstance(last, Node) and last.name == node.name == "w:r" and _letters(last) == _letters(node):
        inside = list(last.children)
        for child in node.children:
            if isinstance(child, Node) and child.name != "w:rPr":
                _append(inside, child)
        children[-1] = Node("w:r", last.attributes, inside)
    elif isinstance(last, Node) and last.name == node.name == "w:t":
        children[-1] = Node("w:t", last.attributes, [last.text + node.text])
    else:
        children.append(node)


def _letters(run: Node) -> str:
    properties = run.first("w:rPr")
    return canonical(properties) if properties is not None and properties.children else ""
