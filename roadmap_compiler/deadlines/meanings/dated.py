"""On a day, by a day, within a stretch, from – to, all the time."""

from __future__ import annotations

import re
from typing import Any

from ..kinds import By, Deadline, During, On, Recurring, Span, Whole
from ..points import Before, Day, Month, Part, Point, SchoolYear, This, Weekday, Year
from ..printing import print_deadline, print_point
from ..years import years_of_span
from .calendar import nth as _nth
from .calendar import school_year, week
from .refusals import Loose, Refused, ambiguous


def at(point: Point) -> Deadline:
    if isinstance(point, (Day, Weekday)):
        return On(point)
    if isinstance(point, (Year, SchoolYear)):
        return Whole("written", point=point)
    return During(point)


def in_day(point: Day) -> Deadline:
    """«в 12.10» may be a time."""
    raise ambiguous(print_point(point))


def same(deadline: Any) -> Any:
    return deadline


def span(start: Point, end: Point) -> Span:
    if isinstance(start, (Year, SchoolYear)) != isinstance(end, (Year, SchoolYear)):
        raise Refused("deadline-not-understood")
    return years_of_span(Span(start, end))


def open_span(start: Point) -> Span:
    return Span(start, None)


def open_start(end: Point) -> Span:
    return Span(None, end)


def by(point: Point) -> By:
    if isinstance(point, Part) and point.part == "end":
        return By(point.of)
    if isinstance(point, Part) and point.part == "start":
        return By(Before(point.of))
    if isinstance(point, Part):
        raise ambiguous(*_ends_of_part(point))
    return By(point)


def _ends_of_part(point: Part) -> tuple[str, ...]:
    """«до середины мая», «до второй половины мая»: the days that may be meant."""
    if not isinstance(point.of, Month):
        return ()
    days = {"middle": (15,), "half-1": (15,), "half-2": (15,), "decade-1": (10,), "decade-2": (10, 20)}
    readings = [By(Day(point.of.month, day, point.of.year)) for day in days.get(point.part, (20,))]
    if point.part in ("half-2", "decade-3"):
        readings.append(By(point.of))
    return tuple(print_deadline(reading) for reading in readings)


def by_point(point: Point) -> By:
    """«до»: a day is included; before or by the end of a longer stretch cannot be told."""
    if isinstance(point, (Day, Weekday, Part, Before)):
        return by(point)
    raise ambiguous(*(print_deadline(By(reading)) for reading in (Before(point), point)))


def by_bare_year(year_: int) -> By:
    return by_point(Year(year_))


def by_this(what: This) -> By:
    raise ambiguous("до конца года" if what.what == "year" else "до конца периода")


def at_years(years: tuple[int, int]) -> Deadline:
    if years[1] == years[0] + 1:
        raise ambiguous(f"{years[0]}–{years[1]} годы", f"{years[0]}/{years[1]} учебный год")
    return years_of_span(Span(Year(years[0]), Year(years[1])))


def at_year_range(years: tuple[int, int]) -> Span:
    return Span(Year(years[0]), Year(years[1]))


def year_span(first: int, last: int) -> Span:
    return Span(Year(first), Year(last))


def school_year_span(first: Any, last: Any) -> Span:
    return Span(school_year(first), school_year(last))


def bare_year(year_: int) -> Whole:
    return Whole("written", point=Year(year_))


def whole(what: This) -> Whole:
    return Whole(what.what)


_OF_THE_PLAN = r"(всей )?(реализ|действ|внедр|выполн|исполн|осуществл|план|дорожн|проект|программ)"


def whole_period(text: str) -> Whole:
    """«период реализации программы» is the plan's own; any other must be known to the plan by its name."""
    return Whole("period" if re.match(_OF_THE_PLAN, text.lower()) else "named")


def whole_srok(text: str = "") -> Whole:
    return Whole("period")


def whole_word(of: Any) -> Whole:
    return Whole(of)


def bare_week(number_: int) -> Loose:
    return Loose(Recurring("month", week=_nth(number_, 5)))


def during_week(number_: int, month_: int, year_: int | None = None) -> Deadline:
    return at(week(number_, month_, year_))
