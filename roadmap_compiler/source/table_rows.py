"""Rows of a table pasted as they are: cells parted by tabs, as Word copies them, or by «|»."""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmap_compiler.source.scene import Guess, Scene, read
from roadmap_compiler.source.suspicion import LIST_MARKS

_FIELD = re.compile(r"[\"']?[^\W\d_][\w ]*[\"']?\s*:(?:\s|$)")
_MARK = re.compile(rf"(?:-|o|о|\d{{1,2}}[.)]|[а-яa-z]\)|[{re.escape(LIST_MARKS)}])$")
_LEAST = 3
"""Cells from which a line is a row, whatever it begins with."""


def table_rows(scene: Scene) -> Iterator[Guess]:
    """The first rows of a table outside of quotes and block texts; those that follow one another are one slip."""
    lines = scene.draft.lines
    last = len(lines) - 1 if scene.stumble is None else min(scene.stumble.line, len(lines) - 1)
    first = next((row for row in range(last + 1) if _may_hold_cells(lines[row]) and _is_row(scene, row)), -1)
    if first < 0:
        return
    end = first
    for row in range(first + 1, len(lines)):
        if _is_row(scene, row):
            end = row
        elif lines[row].strip():
            break
    line = scene.line(first)
    draft = scene.draft.silenced(first, end)
    yield scene.guess(0, "table-row", first, line.indent, len(line.text.rstrip()), draft)


def _is_row(scene: Scene, number: int) -> bool:
    line = read(scene.draft.lines[number])
    if not _may_hold_cells(line.text) or line.is_blank or line.dash >= 0:
        return False
    if line.key and "\t" not in line.key and (scene.word(line.key) or not line.key[:1].isupper()):
        return False
    cells = _cells(line.text)
    if not cells or any(_is_field(scene, cell) for cell in cells):
        return False
    return not any(one.style is not None and one.line < number <= one.end_line for one in scene.scalars)


def _is_field(scene: Scene, cell: str) -> bool:
    """Whether a cell is a field of ours, or begins like one of the author's own."""
    match = _FIELD.match(cell)
    return match is not None and (not cell[:1].isupper() or bool(scene.word(match.group().strip(" :"))))


def _may_hold_cells(text: str) -> bool:
    return "\t" in text or "|" in text


def _cells(text: str) -> list[str]:
    """The cells of a row, none where a line is no row. What stands before the items of a list is no cell."""
    if text.lstrip().startswith("|") or text.count(" | ") > 1:
        cells = [cell.strip() for cell in text.strip().strip("|").split("|")]
        return cells if len(cells) >= _LEAST else []
    cells = [cell.strip() for cell in text.rstrip().split("\t") if cell.strip()]
    texts = [cell for cell in cells if not _MARK.match(cell)]
    return cells if len(texts) >= _LEAST or text.startswith("\t") and len(texts) > 1 else []
