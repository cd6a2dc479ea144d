"""Reads tables of a DOCX as Word lays them out: each cell with the columns it takes, its text and its background."""

from __future__ import annotations

import io
import zipfile
from typing import NamedTuple
from xml.etree import ElementTree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class Cell(NamedTuple):
    """``start`` is the first column of the grid, from 0."""

    start: int
    span: int
    text: str
    fill: str


class Row(NamedTuple):
    """``repeats`` is told of a row that stands on every page."""

    cells: tuple[Cell, ...]
    repeats: bool

    @property
    def texts(self) -> list[str]:
        return [cell.text for cell in self.cells]


def body(document: bytes) -> ElementTree.Element:
    """The body of a document."""
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        assert package.testzip() is None
        found = ElementTree.fromstring(package.read("word/document.xml")).find(f"{W}body")
    assert found is not None
    return found


def tables(document: bytes) -> list[list[Row]]:
    """The tables in their order; every row takes all columns of its table's grid."""
    out = []
    for table in body(document).iter(f"{W}tbl"):
        columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        rows = [_row(row) for row in table.findall(f"{W}tr")]
        assert all(sum(cell.span for cell in row.cells) == columns for row in rows)
        out.append(rows)
    return out


def _row(row: ElementTree.Element) -> Row:
    cells, start = [], 0
    for cell in row.findall(f"{W}tc"):
        span = cell.find(f"{W}tcPr/{W}gridSpan")
        shade = cell.find(f"{W}tcPr/{W}shd")
        width = int(span.get(f"{W}val", "1")) if span is not None else 1
        text = "\n".join(paragraph_text(one) for one in cell.findall(f"{W}p"))
        cells.append(Cell(start, width, text, shade.get(f"{W}fill", "") if shade is not None else ""))
        start += width
    return Row(tuple(cells), row.find(f"{W}trPr/{W}tblHeader") is not None)


def paragraph_text(paragraph: ElementTree.Element) -> str:
    """The text of a paragraph, breaks as line ends, spaces as ordinary ones."""
    parts = []
    for element in paragraph.iter():
        if element.tag == f"{W}t":
            parts.append(element.text or "")
        elif element.tag == f"{W}br":
            parts.append("\n")
    return "".join(parts).replace("\u00a0", " ")


def style(paragraph: ElementTree.Element) -> str:
    """The style of a paragraph."""
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    return found.get(f"{W}val", "") if found is not None else ""
