"""The picture of the year: what stands on the axis of time, for the SVG and for the page to send by mail.

Stages are bands, activities bars, deadlines marks. Black, white and grey with signs and hatching; today is never
drawn, so that the same plan gives the same picture. All lengths are in pixels of CSS (1/96 inch).
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import NamedTuple

from roadmap_compiler.calendars.agenda import Agenda, Dated, Lasting, full_title, number_of
from roadmap_compiler.calendars.columns import hull
from roadmap_compiler.calendars.words import SHORT_MONTHS
from roadmap_compiler.documents.widths import text_width
from roadmap_compiler.plan.approvals import print_day
from roadmap_compiler.plan.plan import Plan

FONT = "'Times New Roman','Liberation Serif','Tinos','PT Serif',serif"
RADIUS = 4.0
BAR = 9.0
SMALL = 10.0
"""Height of the letters at marks and months."""
NARROWEST_NAME = 27.0
"""A month whose name has no room takes the name of its quarter, or only the year is told."""

PATTERN = (
    '<pattern id="lasting" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect width="6" height="6" fill="#fff"/><line x1="0" y1="0" x2="0" y2="6" stroke="#666" stroke-width="2"/>'
    "</pattern>"
)


class Axis(NamedTuple):
    """Days from ``first`` to ``last``, both included, on ``width`` pixels."""

    first: datetime.date
    last: datetime.date
    width: float

    def x(self, day: datetime.date) -> float:
        """Where a day begins."""
        return (day - self.first).days * self.width / ((self.last - self.first).days + 1)

    def end(self, day: datetime.date) -> float:
        """Where a day ends."""
        return self.x(day + datetime.timedelta(days=1))


class Row(NamedTuple):
    """An entry of the picture: a heading, or what has time; ``band`` is the time that a stage takes in all."""

    entry: int
    number: str
    title: str
    is_heading: bool
    dated: tuple[Dated, ...]
    lasting: tuple[Lasting, ...]
    band: tuple[datetime.date, datetime.date] | None


def axis_of(plan: Plan, own: Agenda, width: float) -> Axis:
    """Whole months, from the first that something stands in to the last."""
    first, last = hull(plan, own)
    after = (last.replace(day=28) + datetime.timedelta(days=4)).replace(day=1)
    return Axis(first.replace(day=1), after - datetime.timedelta(days=1), width)


def rows_of(plan: Plan, own: Agenda) -> list[Row]:
    """Stages and entries that have time, in the order of the document; what has no date is not among them."""
    dated: dict[int, list[Dated]] = {}
    lasting: dict[int, list[Lasting]] = {}
    for line in own.dated:
        dated.setdefault(line.entry, []).append(line)
    for goes_on in own.lasting:
        lasting.setdefault(goes_on.entry, []).append(goes_on)
    timed = dated.keys() | lasting.keys()
    bands = _bands(plan, own)
    stages = {plan.entries[index].stage for index in timed}
    around = {above for index in timed for above in _parents(plan, index)}
    return [Row(index, number_of(plan, index), full_title(plan, index), entry.kind == "stage" or index in around,
                tuple(dated.get(index, ())), tuple(lasting.get(index, ())), bands.get(index))
            for index, entry in enumerate(plan.entries) if index in timed or index in stages or index in around]


def _parents(plan: Plan, index: int) -> Iterator[int]:
    """The activities around an entry; an item bears the name of its activity itself."""
    entry = plan.entries[index]
    parent = plan.entries[entry.parent].parent if entry.kind == "item" else entry.parent
    while parent >= 0:
        yield parent
        parent = plan.entries[parent].parent


def _bands(plan: Plan, own: Agenda) -> dict[int, tuple[datetime.date, datetime.date]]:
    """The hull of the days of each stage."""
    bands: dict[int, tuple[datetime.date, datetime.date]] = {}
    for line in own.dated:
        entry, one = plan.entries[line.entry], line.occurrence
        stage = line.entry if entry.kind == "stage" else entry.stage
        if stage >= 0:
            start, end = bands.get(stage, (one.start, one.due))
            bands[stage] = min(start, one.start, one.due), max(end, one.end, one.due)
    return bands


def marks(row: Row, axis: Axis, y: float) -> str:
    """The bars and marks of an entry around the height ``y``, in SVG; the axis begins at x = 0."""
    parts = [_bar(axis, one.start, one.end, y, "url(#lasting)") for one in row.lasting]
    parts += [_bar(axis, one.occurrence.start, max(one.occurrence.end, one.occurrence.due), y, "#ccc")
              for one in row.dated if one.occurrence.start != one.occurrence.due]
    centres = [(axis.x(one.occurrence.due) + axis.end(one.occurrence.due)) / 2 for one in row.dated]
    for at, (one, x) in enumerate(zip(row.dated, centres, strict=True)):
        fill = "#fff" if one.occurrence.preliminary else "#000"
        day = print_day(one.occurrence.due)
        parts.append(f'<circle class="due" cx="{x:.1f}" cy="{y:.1f}" r="{RADIUS}" fill="{fill}" stroke="#000">'
                     f"<title>{day}</title></circle>")
        parts.append(_date_beside(day[:5], x, y, centres, at, axis))
    return "".join(parts)


def _bar(axis: Axis, start: datetime.date, end: datetime.date, y: float, fill: str) -> str:
    x = axis.x(start)
    return (f'<rect x="{x:.1f}" y="{y - BAR / 2:.1f}" width="{axis.end(end) - x:.1f}" height="{BAR}" fill="{fill}" '
            'stroke="#000" stroke-width="0.7"/>')


def _date_beside(day: str, x: float, y: float, centres: list[float], at: int, axis: Axis) -> str:
    """The date right of its mark, else left of it, where no other mark and no edge is in the way."""
    length = pixels(day, SMALL) + 2
    right, left = x + RADIUS + 2, x - RADIUS - 2 - length
    others = [other for place, other in enumerate(centres) if place != at]
    ends = [(other - RADIUS - 2, other + RADIUS + 2 + length) for other in others]  # each mark keeps room on its right
    if right + length <= axis.width and not any(low < right + length and right < high for low, high in ends):
        where = right
    elif left >= 0 and not any(low < left + length and left < high for low, high in ends):
        where = left
    else:
        return ""
    return (f'<rect x="{where - 1:.1f}" y="{y - 5.5:.1f}" width="{length:.1f}" height="11" fill="#fff"/>'
            f'<text x="{where:.1f}" y="{y + 3.3:.1f}" font-size="{SMALL:g}">{day}</text>')


def band(row: Row, axis: Axis, y: float) -> str:
    """The time that a stage takes in all: a line with ends."""
    if row.band is None:
        return ""
    start, end = axis.x(row.band[0]), axis.end(row.band[1])
    return (f'<path d="M{start:.1f} {y - 4:.1f}V{y + 4:.1f}M{start:.1f} {y:.1f}H{end:.1f}'
            f'M{end:.1f} {y - 4:.1f}V{y + 4:.1f}" stroke="#000" stroke-width="2" fill="none"/>')


def grid_lines(axis: Axis, top: float, bottom: float) -> str:
    """A line where each month begins; the beginning of a year is darker."""
    return "".join(
        f'<line x1="{axis.x(month):.1f}" y1="{top:.1f}" x2="{axis.x(month):.1f}" y2="{bottom:.1f}" '
        f'stroke="{"#444" if month.month == 1 else "#bbb"}" stroke-width="0.7"/>'
        for month in all_months(axis) if month > axis.first)


def names_of_months(axis: Axis, y: float) -> str:
    """Years at the height ``y``, names of months or quarters 14 pixels below, as far as there is room for them."""
    parts = []
    months = all_months(axis)
    free = 0.0
    for month in months:
        if (month == axis.first or month.month == 1) and axis.x(month) >= free:
            free = axis.x(month) + NARROWEST_NAME
            parts.append(f'<text x="{axis.x(month) + 3:.1f}" y="{y:.1f}" font-size="11" font-weight="bold">'
                         f"{month.year}</text>")
    wide = axis.width / len(months)
    for month in months:
        if wide >= NARROWEST_NAME:
            name, middle = SHORT_MONTHS[month.month - 1], axis.x(month) + wide / 2
        elif wide * 3 >= NARROWEST_NAME and month.month % 3 == 1:
            name, middle = ("I", "II", "III", "IV")[month.month // 3] + " кв.", axis.x(month) + wide * 1.5
        else:
            continue
        parts.append(f'<text x="{middle:.1f}" y="{y + 14:.1f}" font-size="11" text-anchor="middle">{name}</text>')
    return "".join(parts)


def all_months(axis: Axis) -> list[datetime.date]:
    """The first days of all months of the axis."""
    months = [axis.first]
    while (after := (months[-1].replace(day=28) + datetime.timedelta(days=4)).replace(day=1)) <= axis.last:
        months.append(after)
    return months


def pixels(text: str, height: float) -> float:
    """How long a text is in letters of a height; see `documents.widths`."""
    return text_width(text, height * 0.75) / 15


def wrapped(text: str, width: float, height: float) -> list[str]:
    """The lines of a text that are no longer than ``width``; a word that is longer by itself is cut."""
    lines: list[str] = []
    line = ""
    for word in re.split(r"[ \n\t]+", text.strip(" \n\t")):  # a non-breaking space breaks no line
        while pixels(word, height) > width:
            fits = max(1, next(n for n in range(len(word), 0, -1) if n == 1 or pixels(word[:n], height) <= width))
            if line:
                lines.append(line)
                line = ""
            lines.append(word[:fits])
            word = word[fits:]
        if line and pixels(f"{line} {word}", height) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return [*lines, line] if line or not lines else lines


def escaped(text: str) -> str:
    """A text for XML and HTML, without what they cannot carry."""
    kept = "".join(letter for letter in text if letter >= " " or letter == "\n")
    return kept.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")

