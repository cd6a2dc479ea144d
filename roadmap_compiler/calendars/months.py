"""The view of the месячные листы: a page for each month, a cell for each day, days off shaded."""

from __future__ import annotations

import datetime
from typing import Any, NamedTuple

from roadmap_compiler.calendars.agenda import Dated, agenda, full_title, number_of
from roadmap_compiler.calendars.columns import months_of
from roadmap_compiler.calendars.grid import deadline_text
from roadmap_compiler.calendars.people import answering
from roadmap_compiler.calendars.words import (
    ALL_THE_TIME,
    NO_DATE,
    PRELIMINARY,
    SHORT_WEEKDAYS,
    print_month,
    print_stretch,
)
from roadmap_compiler.deadlines import WorkCalendar
from roadmap_compiler.documents.widths import text_width
from roadmap_compiler.plan.plan import Plan

OFF, WORKED, OUTSIDE = "D9D9D9", "auto", "FFFFFF"
"""Backgrounds of a day off, of a working day, and of a cell that is a day of another month."""

POINTS = 8.0
MARGINS = 170
"""Twips, left and right of a cell together."""


class Day(NamedTuple):
    """A cell: its background, the number of the day, a word about it, what is due."""

    colour: str
    number: str
    word: str
    lines: list[str]


NO_DAY = Day(OUTSIDE, "", "", [])


def months_view(plan: Plan, page_width: int) -> dict[str, Any]:
    """The view of a plan: all months of the period, and those outside it that something is due in."""
    own = agenda(plan)
    by_day: dict[datetime.date, list[Dated]] = {}
    for line in own.in_time():
        by_day.setdefault(line.occurrence.due, []).append(line)
    width = page_width // 7
    return {
        "document_title": " ".join(plan.title),
        "created": f"{plan.revision.day.isoformat()}T00:00:00Z",
        "title": " ".join(plan.title),
        "months": [_month(plan, month, by_day, width) for month in months_of(plan, own)],
        "lists": [(heading, [_listed(plan, index) for index in entries]) for heading, entries
                  in ((ALL_THE_TIME, [line.entry for line in own.lasting]), (NO_DATE, list(own.undated))) if entries],
    }


def _month(plan: Plan, first: datetime.date, by_day: dict[datetime.date, list[Dated]],
           width: int) -> tuple[str, str, list[list[Day]], list[tuple[str, str, str, str]]]:
    """Name, a remark, the weeks, and what found no place in them: day, number, title, people."""
    monday = first - datetime.timedelta(days=first.weekday())
    weeks: list[list[Day]] = []
    rest: list[tuple[str, str, str, str]] = []
    starts = []
    while monday.month == first.month or monday < first:
        starts.append(monday)
        monday += datetime.timedelta(days=7)
    room = 5 if len(starts) > 5 else 6
    for monday in starts:
        week = []
        for shift in range(7):
            day = monday + datetime.timedelta(days=shift)
            if day.month != first.month:
                week.append(NO_DAY)
                continue
            due = by_day.get(day, [])
            shown = _fitting(plan, due, room, width)
            rest += [_overflow(plan, line) for line in due[len(shown):]]
            if len(shown) < len(due):
                shown.append(f"ещё {len(due) - len(shown)} — под таблицей")
            off = plan.calendar.is_off(day)
            week.append(Day(OFF if off else WORKED, str(day.day), _remark(plan.calendar, day), shown))
        weeks.append(week)
    remark = ("Переносы выходных на этот год ещё не утверждены: нерабочие дни показаны предварительно"
              if plan.calendar.is_preliminary(first.year) else "")
    return print_month(first), remark, weeks, rest


def _remark(calendar: WorkCalendar, day: datetime.date) -> str:
    """Why a day is not what its weekday says."""
    own = calendar.off.get(day) or calendar.work.get(day)
    if own:
        return own
    weekend = day.weekday() >= calendar.work_week
    off = calendar.is_off(day)
    if off and not weekend:
        return "нерабочий день"
    return f"{SHORT_WEEKDAYS[day.weekday()]}, рабочий день" if weekend and not off else ""


def _fitting(plan: Plan, due: list[Dated], room: int, width: int) -> list[str]:
    """The first lines of a day that its cell has room for, each cut to two lines of the cell."""
    shown: list[str] = []
    used = 0
    inside = round((width - MARGINS) * 0.92)  # a line breaks at a word: it is seldom full
    for at, line in enumerate(due):
        text = _cut(_label(plan, line), 2 * inside)
        lines = 1 if text_width(text, POINTS) <= inside else 2
        more = 1 if at + 1 < len(due) else 0  # «ещё …» needs a line
        if used + lines + more > room:
            break
        shown.append(text)
        used += lines
    return shown


def _label(plan: Plan, line: Dated) -> str:
    sign = f"{PRELIMINARY} " if line.occurrence.preliminary else ""
    moved = "*" if line.occurrence.adjusted_from is not None else ""
    time = f", {line.occurrence.time}" if line.occurrence.time else ""
    return f"{sign}{number_of(plan, line.entry)}{moved} {full_title(plan, line.entry)}{time}".strip()


def _cut(text: str, width: int) -> str:
    """``text``, or its first words with «…» where it is longer than ``width``."""
    if text_width(text, POINTS) <= width:
        return text
    words = text.split(" ")
    while len(words) > 1 and text_width(" ".join(words) + "…", POINTS) > width:
        words.pop()
    return " ".join(words).rstrip(" ,;:.") + "…"


def _overflow(plan: Plan, line: Dated) -> tuple[str, str, str, str]:
    one = line.occurrence
    return print_stretch(one.due, one.due), number_of(plan, line.entry), full_title(plan, line.entry), \
        _people(plan, line.entry)


def _listed(plan: Plan, index: int) -> tuple[str, str, str, str]:
    return deadline_text(plan, index), number_of(plan, index), full_title(plan, index), _people(plan, index)


def _people(plan: Plan, index: int) -> str:
    return "\n".join(who.text for who in answering(plan, index))
