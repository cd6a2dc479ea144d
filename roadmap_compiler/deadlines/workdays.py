"""Days off and working days of Russia: the five- or six-day week, holidays (ТК 112), transfers by decree, own days.

The table is `days_off.py`, generated from the `holidays` package and frozen, so that a later release of it cannot
change a signed plan. A year without a government decree has the statutory holidays and the automatic transfer of
ТК 112 (a holiday on a Saturday or Sunday, New Year's days apart, moves to the next working day); it is preliminary.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, Literal, NamedTuple

from .kinds import NOTHING

STATUTORY = frozenset(
    [(1, day) for day in range(1, 9)] + [(2, 23), (3, 8), (5, 1), (5, 9), (6, 12), (11, 4)]
)


class WorkCalendar(NamedTuple):
    """Which days are off. ``off`` and ``work`` are the institution's own days with their reasons and win over all."""

    work_week: Literal[5, 6] = 5
    off: Mapping[date, str] = NOTHING
    work: Mapping[date, str] = NOTHING
    base: Literal["RU", "none"] = "RU"

    def is_off(self, day: date) -> bool:
        """Whether nobody works on the day."""
        if self.off and day in self.off:
            return True
        if self.work and day in self.work:
            return False
        if self.base == "none":
            return day.weekday() >= self.work_week
        return day in days_off(day.year, self.work_week)

    def is_preliminary(self, year: int) -> bool:
        """Whether the year has no decree on transfers yet, so that its days off may still change."""
        return self.base == "RU" and year not in _decrees()

    def next_workday(self, day: date) -> date:
        """The first working day after the day."""
        day += timedelta(days=1)
        while self.is_off(day):
            day += timedelta(days=1)
        return day

    def previous_workday(self, day: date) -> date:
        """The last working day before the day."""
        day -= timedelta(days=1)
        while self.is_off(day):
            day -= timedelta(days=1)
        return day

    def add_workdays(self, day: date, count: int) -> date:
        """The count-th working day after the day, before it when the count is negative."""
        for _ in range(abs(count)):
            day = self.next_workday(day) if count > 0 else self.previous_workday(day)
        return day


RUSSIA = WorkCalendar()


def _decrees() -> Mapping[int, Any]:
    from .days_off import DECREES

    return DECREES


@lru_cache(maxsize=64)
def days_off(year: int, work_week: Literal[5, 6]) -> frozenset[date]:
    """Every day off of a year, weekends among them.

    In a six-day week only holidays on a Sunday move, and by ТК 112 alone: decrees move Saturdays of the five-day week.
    """
    every = [date(year, 1, 1) + timedelta(days=shift) for shift in range(366 if _leap(year) else 365)]
    weekend = {day for day in every if day.weekday() >= work_week}
    statutory = {date(year, month, day) for month, day in STATUTORY}
    if work_week == 6:
        return frozenset(weekend | statutory | _automatic(year, statutory, weekend))
    decree = _decrees().get(year)
    if decree is None:
        return frozenset(weekend | statutory | _automatic(year, statutory, weekend))
    off, work = decree
    moved = {date(year, *map(int, day.split("-"))) for day in off}
    worked = {date(year, *map(int, day.split("-"))) for day in work}
    return frozenset((weekend | statutory | moved) - worked)


def _leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _automatic(year: int, statutory: set[date], weekend: set[date]) -> set[date]:
    """ТК 112: a holiday that falls on a weekend moves to the next working day, except those of January 1–8."""
    moved: set[date] = set()
    for holiday in sorted(statutory):
        if holiday.month == 1 or holiday not in weekend:
            continue
        day = holiday + timedelta(days=1)
        while day in weekend or day in statutory or day in moved:
            day += timedelta(days=1)
        moved.add(day)
    return moved
