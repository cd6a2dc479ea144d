"""The view of the план-график: activities × months, and the picture of the year behind it.

A view is plain lists, texts and numbers for a template: see `vocabulary`. All widths are in twips.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby
from typing import Any, NamedTuple

from roadmap_compiler.calendars.agenda import Agenda, Dated, agenda, full_title, number_of
from roadmap_compiler.calendars.columns import Column, columns_of, place, weeks_of
from roadmap_compiler.calendars.people import answering
from roadmap_compiler.calendars.words import DUE, NO_DATE, NO_DEADLINE, PRELIMINARY
from roadmap_compiler.documents.widths import MM, text_width
from roadmap_compiler.plan.plan import Plan

BUSY, FREE = "D9D9D9", "auto"
"""Background of the time in which something is done, and of other time: light enough for letters on it in print."""

PERSON, DONE = round(38 * MM), round(22 * MM)
WIDEST_MONTH = round(13 * MM)
NARROWEST_TITLE = round(60 * MM)
WIDEST_WEEK = round(6 * MM)
NARROWEST_YEAR_TITLE = round(85 * MM)
SMALL = 9.0
"""Points, the size of numbers in the template."""

_NOT_YET = "предварительно: переносы выходных на этот год ещё не утверждены"
_HEADS = (("restart", "№", "Мероприятие"), ("continue", "", ""))

Cell = tuple[int, int, str, str]
"""Width, how many columns it takes, background, text."""


class Bar(NamedTuple):
    """The columns from ``first`` to ``last`` in which an entry is worked on."""

    first: int
    last: int


class Line(NamedTuple):
    """An entry on the axis of time: its bars, and what is due in each column."""

    entry: int
    bars: tuple[Bar, ...]
    marks: dict[int, list[Dated]]


def grid_view(plan: Plan, page_width: int) -> dict[str, Any]:
    """The view of a plan on sheets whose text is ``page_width`` wide."""
    own = agenda(plan)
    number_width = _number_width(plan)
    months = columns_of(plan, own)
    room = page_width - number_width - PERSON - DONE
    widths = _equal(min(WIDEST_MONTH, (room - NARROWEST_TITLE) // len(months)), len(months))
    title_width = room - sum(widths)
    weeks = weeks_of(plan, own)
    widest = WIDEST_WEEK if _is_short(weeks) else WIDEST_MONTH
    narrow = _equal(min(widest, (page_width - number_width - NARROWEST_YEAR_TITLE) // len(weeks)), len(weeks))
    return {
        "document_title": " ".join(plan.title),
        "created": f"{plan.revision.day.isoformat()}T00:00:00Z",
        "title": list(plan.title),
        "number_width": number_width,
        "title_width": title_width,
        "person_width": PERSON,
        "done_width": DONE,
        "whole_width": page_width - number_width,
        "whole_span": len(months) + 3,
        "years": [_groups([month.group for month in months], widths)],
        "months": [(width, month.name) for width, month in zip(widths, months, strict=True)],
        "rows": [(kind, number, title, cells, person) for kind, number, title, cells, person
                 in _rows(plan, own, months, widths, _days)],
        "legend": _legend(own),
        "week_title_width": page_width - number_width - sum(narrow),
        "week_heads": [(*_HEADS[at], groups) for at, groups in enumerate(_groups_of_weeks(weeks, narrow))],
        "weeks": [(width, column.name) for width, column in zip(narrow, weeks, strict=True)],
        "week_span": len(weeks) + 1,
        "week_legend": _week_legend(own, weeks),
        "bands": [(kind, number, title, cells) for kind, number, title, cells, _
                  in _rows(plan, own, weeks, narrow, _signs)],
    }


def lines_of(own: Agenda, columns: tuple[Column, ...]) -> dict[int, Line]:
    """Each entry that has time, by its index."""
    bars: dict[int, list[Bar]] = {}
    marks: dict[int, dict[int, list[Dated]]] = {}
    for line in own.lasting:
        bars.setdefault(line.entry, []).append(Bar(place(columns, line.start), place(columns, line.end)))
    for dated in own.dated:
        one = dated.occurrence
        due = place(columns, one.due)
        own_bars = bars.setdefault(dated.entry, [])
        if one.start != one.end or one.start != one.due:
            own_bars.append(Bar(place(columns, one.start), max(due, place(columns, one.end))))
        marks.setdefault(dated.entry, {}).setdefault(due, []).append(dated)
    return {entry: Line(entry, tuple(bars[entry]), marks.get(entry, {})) for entry in bars}


def _rows(plan: Plan, own: Agenda, columns: tuple[Column, ...], widths: tuple[int, ...],
          show: Callable[[list[Dated], tuple[Column, ...]], str],
          ) -> Iterator[tuple[str, str, str, list[Cell], str]]:
    """Entries in the order of the document under their stages, then those without a date."""
    lines = lines_of(own, columns)
    shown: set[int] = set()
    for index, entry in enumerate(plan.entries):
        line = lines.get(index)
        if line is None:
            continue
        for above in _above(plan, index):
            if above not in shown and above not in lines:
                shown.add(above)
                yield "stage", number_of(plan, above), full_title(plan, above), [], ""
        shown.add(index)
        kind = "timed-stage" if entry.kind == "stage" else "activity"
        yield kind, number_of(plan, index), full_title(plan, index), \
            _cells(line, columns, widths, show), _people(plan, index)
    if own.undated:
        yield "stage", "", NO_DATE, [], ""
    for index in own.undated:
        cell = (sum(widths), len(widths), FREE, deadline_text(plan, index))
        yield "undated", number_of(plan, index), full_title(plan, index), [cell], _people(plan, index)


def _above(plan: Plan, index: int) -> list[int]:
    """The stage of an entry and the activities around it, the outermost first; an item stands for its activity."""
    entry = plan.entries[index]
    found = []
    inner = entry.parent
    while inner >= 0:
        if entry.kind != "item" or inner != entry.parent:
            found.append(inner)
        inner = plan.entries[inner].parent
    return ([entry.stage] if entry.stage >= 0 else []) + found[::-1]


def _cells(line: Line, columns: tuple[Column, ...], widths: tuple[int, ...],
           show: Callable[[list[Dated], tuple[Column, ...]], str]) -> list[Cell]:
    """The row of an entry; neighbours that look alike and stand in one group are one cell."""
    busy = {at for bar in line.bars for at in range(bar.first, bar.last + 1)}
    looks = [(columns[at].group if _is_short(columns) else str(at), BUSY if at in busy else FREE,
              show(line.marks[at], columns) if at in line.marks else "", at if at in line.marks else -1)
             for at in range(len(columns))]
    cells: list[Cell] = []
    start = 0
    for (_, colour, text, _), run in groupby(looks):
        length = len(list(run))
        cells.append((sum(widths[start:start + length]), length, colour, text))
        start += length
    return cells


def _days(due: list[Dated], columns: tuple[Column, ...]) -> str:
    """«● 15», «● 7, 14, 21»; in columns longer than a month «● 15.09»."""
    whole_month = (columns[0].end - columns[0].start).days < 31
    certain = [_day(line, whole_month) for line in due if not line.occurrence.preliminary]
    others = [_day(line, whole_month) for line in due if line.occurrence.preliminary]
    space = "\u00a0" if whole_month else " "  # a day and a month together may need a line of their own
    pairs = ((DUE, certain), (PRELIMINARY, others))
    return "\n".join(f"{sign}{space}{', '.join(days)}" for sign, days in pairs if days)


def _day(line: Dated, whole_month: bool) -> str:
    due = line.occurrence.due
    moved = "*" if line.occurrence.adjusted_from is not None else ""
    return f"{due.day}{moved}" if whole_month else f"{due.day:02}.{due.month:02}{moved}"


def _signs(due: list[Dated], columns: tuple[Column, ...]) -> str:
    return "".join(PRELIMINARY if line.occurrence.preliminary else DUE for line in due)


def _legend(own: Agenda) -> list[str]:
    lines = [f"{DUE} 15 — последний день срока; серым показано время работы."]
    if any(line.occurrence.preliminary for line in own.dated):
        lines.append(f"{PRELIMINARY} 15 — {_NOT_YET}.")
    if any(line.occurrence.adjusted_from is not None for line in own.dated):
        lines.append("15* — перенесено с выходного дня.")
    return lines


def _week_legend(own: Agenda, columns: tuple[Column, ...]) -> list[str]:
    heads = "; в шапке стоят числа понедельников" if (columns[0].end - columns[0].start).days == 6 else ""
    lines = [f"{DUE} — в этом столбце последний день срока; серым показано время работы{heads}."]
    if any(line.occurrence.preliminary for line in own.dated):
        lines.append(f"{PRELIMINARY} — {_NOT_YET}.")
    return lines


def deadline_text(plan: Plan, index: int) -> str:
    """The deadline as printed in the roadmap, or that there is none."""
    deadline = plan.entries[index].deadline
    return deadline.text.strip() if deadline is not None and deadline.text.strip(" -–—") else NO_DEADLINE


def _people(plan: Plan, index: int) -> str:
    return "\n".join(who.text for who in answering(plan, index))


def _groups(names: list[str], widths: tuple[int, ...]) -> list[tuple[int, int, str]]:
    """Width, span and name of each run of neighbouring columns of one name."""
    groups = []
    for name, run in groupby(zip(names, widths, strict=True), key=lambda pair: pair[0]):
        of = [width for _, width in run]
        groups.append((sum(of), len(of), name))
    return groups


def _groups_of_weeks(columns: tuple[Column, ...], widths: tuple[int, ...]) -> list[list[tuple[int, int, str]]]:
    """The row of years, and that of months where columns are shorter than a month."""
    if not _is_short(columns):
        return [_groups([column.group for column in columns], widths)]
    years = _groups([column.group.split(" ")[1] for column in columns], widths)
    months = _groups([column.group for column in columns], widths)
    return [years, [(width, span, name.split(" ")[0]) for width, span, name in months]]


def _is_short(columns: tuple[Column, ...]) -> bool:
    """Whether columns are weeks or half-months."""
    return (columns[0].end - columns[0].start).days < 20


def _number_width(plan: Plan) -> int:
    longest = max((text_width(number_of(plan, index), SMALL) for index in range(len(plan.entries))), default=0)
    return min(max(round(9 * MM), longest + 200), round(24 * MM))


def _equal(width: int, count: int) -> tuple[int, ...]:
    return (width,) * count


__all__ = ["Bar", "Line", "deadline_text", "grid_view", "lines_of"]
