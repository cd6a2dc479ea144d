"""Hold a compiled document against the printed one that its roadmap was written from.

A printed document is a file of ``tests/data/sources``: the lines before the table, the title, the column names, the
rows, the lines after the table. Two texts are the same when their words are: breaks of lines, the width of spaces,
the length of a dash, how a dash opens a line of a list, and Latin letters that look like Russian ones are not
compared. Letter case, punctuation, quotes and the full stop after a number are.
"""

from __future__ import annotations

import io
import json
import re
from pathlib import Path
from typing import NamedTuple

import docx
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

# «MAOU» stands in one document in Latin letters; the table of that document has been transcribed in Russian ones.
_LATIN = str.maketrans("ABCEHKMOPTUXaceopxy–—‑", "АВСЕНКМОРТУХасеорху---")
_BLANK_LINE = re.compile(r"_{2,}")


class Printed(NamedTuple):
    """A printed document. ``columns`` is empty where its column names are lost."""

    lines: tuple[str, ...]
    columns: tuple[str, ...]
    column_numbers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def read_printed(path: Path) -> Printed:
    """A printed document from its file."""
    data = json.loads(path.read_text(encoding="utf-8"))
    return Printed(
        (*data["before"], *data["title"], *data["after"]), tuple(data["columns"] or ()),
        tuple(data.get("column_numbers", ())), tuple(map(tuple, data["rows"])),
    )


def differences(printed: Printed, compiled: bytes) -> list[str]:
    """What a reader with both documents in hand would mark, in the order of the printed one; empty where nothing."""
    document = docx.Document(io.BytesIO(compiled))
    table = max(document.tables, key=lambda table: len(table.rows))
    whole = _plain(" ".join(Paragraph(p, document).text for p in document.element.body.iter(qn("w:p"))))
    found = [f"no line: {line}" for line in printed.lines
             if not all(_plain(piece) in whole for piece in _BLANK_LINE.split(line))]
    head = [row for row in (printed.columns, printed.column_numbers) if row]
    expected = [tuple(map(_plain, row)) for row in (*head, *printed.rows)]
    rows = _rows(table)
    if not printed.columns:
        rows = rows[1:]
    found += [f"{_shown(a)} became {_shown(b)}" for a, b in zip(expected, rows, strict=False) if a != b]
    if len(expected) != len(rows):
        found.append(f"{len(expected)} rows became {len(rows)}")
    return found


def _rows(table: Table) -> list[tuple[str, ...]]:
    """Every row with a text for each column; a cell that spans columns has its text in the first of them."""
    rows = []
    for row in table.rows:
        texts: list[str] = []
        for tc in row._tr.tc_lst:
            lines = [Paragraph(p, table).text for p in tc.iter(qn("w:p"))]
            texts += [_plain(" ".join(lines)), *[""] * (tc.grid_span - 1)]
        rows.append(tuple(texts))
    return rows


def _plain(text: str) -> str:
    text = " ".join(text.translate(_LATIN).split())
    return re.sub(r"(^| )- ?(?=\w)", r"\1- ", text)


def _shown(row: tuple[str, ...]) -> str:
    return " | ".join(row)
