"""How wide a mark may be at a paragraph, and on which side it stands: as the paragraph itself does."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from roadmap_compiler.documents.word_file import MM

from .places import columns_of
from .word_text import above, local, number_of, text_of

if TYPE_CHECKING:
    from lxml.etree import _Element

    from .word_text import WordFile

NARROWEST = round(40 * MM)
USUAL_PAGE = (11906, 1701, 850)
"""A4 with the margins that Word gives a new document, in twips."""
USUAL_CELL_MARGINS = 216  # 1.9 mm on each side, as Word has them
FIRST_TABS = ("\t\t", " " * 10)
"""A line that begins so was moved to the right by hand."""
_SIDES = {"right": "right", "end": "right", "center": "center"}


class Room(NamedTuple):
    """Attributes:
        width: twips from the indent to the right edge.
        indent: twips from the left edge.
        side: left, center or right.
    """

    width: int
    indent: int
    side: str


def room_at(word: WordFile, paragraph: _Element) -> Room:
    """The room at a paragraph."""
    width = _width_around(word, paragraph)
    side, indent = _layout(word, paragraph)
    if text_of(paragraph).startswith(FIRST_TABS):
        side = "right"
    if side != "left" or width - indent < NARROWEST:
        indent = 0
    return Room(width - indent, indent, side)


def _width_around(word: WordFile, paragraph: _Element) -> int:
    cell = above(paragraph, "tc")
    if cell is None:
        return _text_width(word, paragraph)
    w = word.namespace
    written = cell.find(f"{w}tcPr/{w}tcW")
    width = number(written, f"{w}w") if written is not None and written.get(f"{w}type") == "dxa" else 0
    return (width or _grid_width(word, cell)) - _margins(word, cell)


def _grid_width(word: WordFile, cell: _Element) -> int:
    """The width of a cell by the grid of its table."""
    w = word.namespace
    row = next(above for above in cell.iterancestors(f"{w}tr"))
    table = next(above for above in row.iterancestors(f"{w}tbl"))
    start, end = columns_of(row)[cell]
    return sum(number(column, f"{w}w") for column in table.findall(f"{w}tblGrid/{w}gridCol")[start:end])


def _margins(word: WordFile, cell: _Element) -> int:
    """Left and right, twips: of the cell, else of the table, else of its style as far as known."""
    w = word.namespace
    table = next(above for above in cell.iterancestors(f"{w}tbl"))
    found = 0
    for side in ("left", "right"):
        own = cell.find(f"{w}tcPr/{w}tcMar/{w}{side}")
        of_table = table.find(f"{w}tblPr/{w}tblCellMar/{w}{side}")
        held = next((margin for margin in (own, of_table) if margin is not None), None)
        found += number(held, f"{w}w") if held is not None else USUAL_CELL_MARGINS // 2
    return found


def _text_width(word: WordFile, paragraph: _Element) -> int:
    """Between the margins of the section in which a paragraph of the body stands."""
    w = word.namespace
    top = paragraph
    while top.getparent() is not word.body:
        top = top.getparent()
    sections = [top.find(f".//{w}sectPr"), *(after if local(after) == "sectPr" else after.find(f".//{w}sectPr")
                                             for after in top.itersiblings())]
    section = next((section for section in sections if section is not None), None)
    width, left, right = USUAL_PAGE
    columns, between = 1, 0
    if section is not None:
        page, margins = section.find(f"{w}pgSz"), section.find(f"{w}pgMar")
        width = number(page, f"{w}w") or width
        left, right = (number(margins, f"{w}left"), number(margins, f"{w}right")) if margins is not None \
            else (left, right)
        parted = section.find(f"{w}cols")
        columns, between = max(1, number(parted, f"{w}num")), number(parted, f"{w}space")
    return (width - left - right - between * (columns - 1)) // columns


def _layout(word: WordFile, paragraph: _Element) -> tuple[str, int]:
    """The side and the left indent (twips) of a paragraph, its style asked where it says nothing itself."""
    w = word.namespace
    side: str | None = None
    indent: int | None = None
    for properties in _properties(word, paragraph):
        jc, ind = properties.find(f"{w}jc"), properties.find(f"{w}ind")
        if side is None and jc is not None:
            side = jc.get(f"{w}val")
        if indent is None and ind is not None and (ind.get(f"{w}left") or ind.get(f"{w}start")):
            indent = number(ind, f"{w}left") or number(ind, f"{w}start")
    return _SIDES.get(side or "", "left"), max(0, indent or 0)


def _properties(word: WordFile, paragraph: _Element) -> list[_Element]:
    """w:pPr of a paragraph, of its style, of the style below that, …"""
    w = word.namespace
    own = paragraph.find(f"{w}pPr")
    found = [own] if own is not None else []
    named = own.find(f"{w}pStyle") if own is not None else None
    wanted = named.get(f"{w}val") if named is not None else None
    styles = {style.get(f"{w}styleId"): style for style in word.styles} if word.styles is not None else {}
    for _ in range(20):  # a chain of styles may be a ring
        style = styles.get(wanted)
        if style is None:
            break
        properties, below = style.find(f"{w}pPr"), style.find(f"{w}basedOn")
        if properties is not None:
            found.append(properties)
        wanted = below.get(f"{w}val") if below is not None else None
    return found


def number(element: _Element | None, name: str) -> int:
    """An attribute in twips; 0 where it is none, or is written with a unit."""
    return number_of(element.get(name, "")) if element is not None else 0
