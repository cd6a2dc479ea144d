"""Plan → the picture of the year as an SVG file."""

from __future__ import annotations

from typing import NamedTuple

from roadmap_compiler.calendars import timeline
from roadmap_compiler.calendars.agenda import agenda, full_title, number_of
from roadmap_compiler.calendars.grid import deadline_text
from roadmap_compiler.calendars.timeline import Axis, Row, escaped, wrapped
from roadmap_compiler.calendars.words import DUE, NO_DATE, PRELIMINARY
from roadmap_compiler.plan.plan import Plan

WIDTH = 1123
"""The long side of A4."""
MARGIN = 28
TITLES = 330
"""The column of numbers and titles."""
NUMBER = 40
LETTERS = 12.0
LEADING = 14
PADDING = 3
ROOM = 0.9
"""What part of a line is filled: the reader's letters may be wider than Times New Roman."""


class Block(NamedTuple):
    """A horizontal piece of the picture: its height and its SVG, drawn from y = 0."""

    height: int
    drawn: str


def compile_picture(plan: Plan) -> bytes:
    """The picture as UTF-8 of an SVG; the same bytes for the same plan."""
    own = agenda(plan)
    axis = timeline.axis_of(plan, own, WIDTH - 2 * MARGIN - TITLES)
    rows = [_row(row, axis) for row in timeline.rows_of(plan, own)]
    undated = [_heading("", NO_DATE)] if own.undated else []
    undated += [_undated(plan, index, axis) for index in own.undated]
    title = _title(" ".join(plan.title))
    head = 34
    body = sum(block.height for block in rows)
    parts = [title.drawn, f'<g transform="translate({MARGIN + TITLES},{title.height})">'
             + timeline.names_of_months(axis, 12) + "</g>"]
    top = title.height + head
    y = top
    for block in (*rows, *undated):
        parts.append(f'<g transform="translate({MARGIN},{y})">{block.drawn}</g>')
        y += block.height
    lines = timeline.grid_lines(axis, top - 12, top + body)
    parts.insert(1, f'<g transform="translate({MARGIN + TITLES},0)">{lines}</g>')
    legend = _legend(any(line.occurrence.preliminary for line in own.dated))
    parts.append(f'<g transform="translate({MARGIN},{y + 8})">{legend}</g>')
    name = escaped(" ".join(plan.title))
    height = y + 8 + 24 + MARGIN
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" viewBox="0 0 {WIDTH} {height}" '
        f'font-family="{timeline.FONT}" font-size="{LETTERS:g}" role="img"><title>{name}</title>\n'
        f'<defs>{timeline.PATTERN}</defs><rect width="{WIDTH}" height="{height}" fill="#fff"/>\n'
        + "\n".join(parts) + "\n</svg>\n"
    ).encode("utf-8", "replace")


def _title(text: str) -> Block:
    lines = wrapped(text, (WIDTH - 2 * MARGIN) * ROOM, 18)
    drawn = "".join(f'<text x="{WIDTH / 2:g}" y="{MARGIN + 18 + 22 * at}" font-size="18" font-weight="bold" '
                    f'text-anchor="middle">{escaped(line)}</text>' for at, line in enumerate(lines))
    return Block(MARGIN + 22 * len(lines) + 14, drawn)


def _row(row: Row, axis: Axis) -> Block:
    if row.is_heading:
        block = _heading(row.number, row.title)
        y = block.height / 2
        shown = timeline.marks(row, axis, y) if row.dated or row.lasting else timeline.band(row, axis, y)
        return Block(block.height, f'{block.drawn}<g transform="translate({TITLES},0)">{shown}</g>')
    text, lines = _text(row.number, row.title, TITLES - NUMBER, "")
    height = lines * LEADING + 2 * PADDING
    line = f'<line x1="0" y1="{height}" x2="{WIDTH - 2 * MARGIN}" y2="{height}" stroke="#ddd" stroke-width="0.7"/>'
    shown = timeline.marks(row, axis, height / 2)
    return Block(height, f'{line}{text}<g transform="translate({TITLES},0)">{shown}</g>')


def _heading(number: str, title: str) -> Block:
    """The band of a stage. Its title keeps to the column of titles, for the axis is beside it."""
    text, lines = _text(number, title, TITLES - NUMBER, ' font-weight="bold"')
    height = lines * LEADING + 2 * PADDING
    return Block(height, f'<rect width="{WIDTH - 2 * MARGIN}" height="{height}" fill="#eee" stroke="#999" '
                         f'stroke-width="0.7"/>{text}')


def _undated(plan: Plan, index: int, axis: Axis) -> Block:
    text, lines = _text(number_of(plan, index), full_title(plan, index), TITLES - NUMBER, "")
    phrase = wrapped(deadline_text(plan, index), axis.width * ROOM, LETTERS)
    height = max(lines, len(phrase)) * LEADING + 2 * PADDING
    words = "".join(_line(TITLES + 6, at, line, "") for at, line in enumerate(phrase))
    line = f'<line x1="0" y1="{height}" x2="{WIDTH - 2 * MARGIN}" y2="{height}" stroke="#ddd" stroke-width="0.7"/>'
    return Block(height, line + text + words)


def _text(number: str, title: str, width: float, weight: str) -> tuple[str, int]:
    """A number and a wrapped title, and how many lines they take."""
    factor = ROOM * (0.93 if weight else 1)
    numbers = wrapped(number, (NUMBER - 6) * factor, LETTERS) if number else []
    lines = wrapped(title, (width - 10) * factor, LETTERS)
    drawn = "".join(_line(3, at, line, weight) for at, line in enumerate(numbers))
    drawn += "".join(_line(NUMBER, at, line, weight) for at, line in enumerate(lines))
    return drawn, max(len(numbers), len(lines))


def _line(x: float, at: int, text: str, weight: str) -> str:
    return f'<text x="{x:g}" y="{PADDING + 11 + LEADING * at}"{weight}>{escaped(text)}</text>'


def _legend(has_preliminary: bool) -> str:
    words = [f"{DUE} последний день срока", "серое — время работы", "косые линии — весь период"]
    if has_preliminary:
        words.append(f"{PRELIMINARY} предварительно: переносы выходных ещё не утверждены")
    return f'<text x="0" y="14" font-size="11">{escaped(";  ".join(words))}</text>'
