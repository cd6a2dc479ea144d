"""Columns of time: weeks, months, quarters … from the first day of a plan to the last."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import NamedTuple

from roadmap_compiler.calendars.agenda import Agenda
from roadmap_compiler.calendars.words import SHORT_MONTHS
from roadmap_compiler.plan.plan import Plan

MOST_MONTHS = 15
"""A school year and what its author dated into the spring before."""


class Column(NamedTuple):
    """A stretch of days, both included, its name, and the group of columns that it stands under."""

    start: datetime.date
    end: datetime.date
    name: str
    group: str


def columns_of(plan: Plan, agenda: Agenda, most: int = MOST_MONTHS) -> tuple[Column, ...]:
    """Months of the period in its order, and those outside that something is due in.

    Where they are more than ``most``, quarters: four years of them are one more. Where those are too many, years.
    """
    days = months_of(plan, agenda)
    months = _gathered(days, _month)
    if len(months) <= most:
        return months
    quarters = _gathered(days, _quarter)
    return quarters if len(quarters) <= most + 1 else _gathered(days, _year)


def weeks_of(plan: Plan, agenda: Agenda, most: int = 56) -> tuple[Column, ...]:
    """Weeks without a gap from the first day to the last, named by their Mondays, under their months.

    Where they are too many, half-months; where those are too many, months by their numbers, quarters, years.
    """
    first, last = hull(plan, agenda)
    monday = first - datetime.timedelta(days=first.weekday())
    count = (last - monday).days // 7 + 1
    if count <= most:
        return tuple(_week(monday + datetime.timedelta(weeks=number), first, last) for number in range(count))
    months = _gathered(months_of(plan, agenda), _month)
    if 2 * len(months) <= most:
        return tuple(half for month in months for half in _halves(month))
    if len(months) <= most:
        return tuple(month._replace(name=str(month.start.month)) for month in months)
    return columns_of(plan, agenda, most)


def place(columns: tuple[Column, ...], day: datetime.date) -> int:
    """The index of the column that a day lies in; of the nearest before it, where it lies between two."""
    low, high = 0, len(columns) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if columns[middle].start <= day:
            low = middle
        else:
            high = middle - 1
    return low


def months_of(plan: Plan, agenda: Agenda) -> list[datetime.date]:
    """The first day of each month of the period, and of each one outside it that something stands in, in order."""
    months: set[datetime.date] = set()
    for start, end in set(_stretches(plan, agenda)):
        month = start.replace(day=1)
        while month <= end:
            months.add(month)
            month = _next_month(month)
    return sorted(months)


def hull(plan: Plan, agenda: Agenda) -> tuple[datetime.date, datetime.date]:
    """The first day and the last that the period or something in the agenda takes."""
    stretches = _stretches(plan, agenda)
    return min(start for start, _ in stretches), max(end for _, end in stretches)


def _stretches(plan: Plan, agenda: Agenda) -> list[tuple[datetime.date, datetime.date]]:
    stretches = [(plan.period.start, plan.period.end)]
    stretches += [(min(line.occurrence.start, line.occurrence.due), max(line.occurrence.end, line.occurrence.due))
                  for line in agenda.dated]
    return stretches + [(line.start, line.end) for line in agenda.lasting]


def _next_month(month: datetime.date) -> datetime.date:
    return (month.replace(day=28) + datetime.timedelta(days=4)).replace(day=1)


def _gathered(days: list[datetime.date], unit: Callable[[datetime.date], Column]) -> tuple[Column, ...]:
    return tuple(dict.fromkeys(map(unit, days)))


def _month(day: datetime.date) -> Column:
    first = day.replace(day=1)
    return Column(first, _next_month(first) - datetime.timedelta(days=1), SHORT_MONTHS[day.month - 1], str(day.year))


def _quarter(day: datetime.date) -> Column:
    number = (day.month + 2) // 3
    first, last = _month(datetime.date(day.year, number * 3 - 2, 1)), _month(datetime.date(day.year, number * 3, 1))
    return Column(first.start, last.end, ("I", "II", "III", "IV")[number - 1] + " кв.", str(day.year))


def _year(day: datetime.date) -> Column:
    return Column(datetime.date(day.year, 1, 1), datetime.date(day.year, 12, 31), str(day.year), "")


def _week(monday: datetime.date, first: datetime.date, last: datetime.date) -> Column:
    """A week under the month that most of its days lie in, as far as they are between the first day and the last."""
    middle = max(first, min(last, monday + datetime.timedelta(days=3)))
    return Column(monday, monday + datetime.timedelta(days=6), str(monday.day), _under(middle))


def _halves(month: Column) -> tuple[Column, Column]:
    middle = month.start.replace(day=16)
    group = _under(month.start)
    return (Column(month.start, middle - datetime.timedelta(days=1), "1", group),
            Column(middle, month.end, "16", group))


def _under(day: datetime.date) -> str:
    """The group of a short column: its month, and the year that the month is under."""
    return f"{SHORT_MONTHS[day.month - 1]} {day.year}"
