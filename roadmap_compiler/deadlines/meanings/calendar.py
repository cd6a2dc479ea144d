"""Points of the calendar: days, months, terms, weeks, parts of them."""

from __future__ import annotations

from typing import Any, TypeVar

from ..kinds import Problem, Span
from ..lexer import day_exists
from ..points import Day, Month, Part, Quarter, SchoolYear, Term, Vacation, Week, Weekday, Year
from ..printing import print_point
from ..tokens import Amount
from .refusals import Refused, ambiguous

_P = TypeVar("_P")


def year(value: int | None = None) -> int | None:
    return value


def checked_day(month_: int, day_: int, year_: int | None = None) -> Day:
    if not day_exists(month_, day_, year_):
        raise Refused("deadline-no-such-date", day=int(day_), month=month_, year=year_)
    return Day(month_, int(day_), year_)


def dotted_day_year(day_: Day, year_: int | None) -> Day:
    return checked_day(day_.month, day_.day, year_)


def named_day(day_: int, month_: int, year_: int | None = None) -> Day:
    return checked_day(month_, day_, year_)


def named_day_month_year(day_: int, month_: Month) -> Day:
    return checked_day(month_.month, day_, month_.year)


def month(number_: int, year_: int | None = None) -> Month:
    return Month(number_, year_)


def month_short_year(number_: int, year_: int) -> Month:
    return Month(number_, _short(year_))


def named_day_short_year(day_: int, month_: int, year_: int) -> Day:
    return checked_day(month_, day_, _short(year_))


def _short(year_: int) -> int:
    """«21 г.»"""
    if not 10 <= year_ <= 60:
        raise Refused("deadline-not-understood")
    return 2000 + year_


def _count(number_: int, most: int, noun: str) -> int:
    if not 1 <= number_ <= most:
        raise Refused("deadline-no-such-number", number=int(number_), noun=noun, most=most)
    return int(number_)


def _numbered(number_: int, point: _P) -> _P:
    """The point, unless the number only counts: «два квартала», «10 дней июля»."""
    if isinstance(number_, Amount):
        raise ambiguous(print_point(point))  # type: ignore[arg-type]
    return point


_MOST = {"quarter": 4, "half": 2, "trimester": 3, "module": 12}


def quarter(number_: int, year_: int | None = None) -> Quarter:
    return _numbered(number_, Quarter(_count(4 if number_ == -1 else number_, 4, "quarter"), year_))


def term(number_: int, of: Any, year_: Any = None) -> Term:
    at = year_.year if isinstance(year_, SchoolYear) else year_
    found = _count(_MOST[of] if number_ == -1 and of != "module" else number_, _MOST[of], "term:" + of)
    return _numbered(number_, Term(of, found, at))


def school_year(years: Any) -> SchoolYear:
    if isinstance(years, int):
        return SchoolYear(years)
    if years[1] != years[0] + 1:
        raise Refused("deadline-no-such-school-year", first=years[0], second=years[1])
    return SchoolYear(years[0])


def year_range(years: tuple[int, int]) -> tuple[int, int]:
    return years


def year_point(year_: int | SchoolYear) -> Year | SchoolYear:
    return Year(year_) if isinstance(year_, int) else year_


def vacation(season: Any) -> Vacation:
    return Vacation(season)


_SEASONS = {"autumn": (9, 11), "winter": (12, 2), "spring": (3, 5), "summer": (6, 8)}


def season(of: str, year_: int | None = None) -> Span:
    """«осенью»: the three months; approximate. A winter of one year could be either of two."""
    first, last = _SEASONS[of]
    if of == "winter" and year_ is not None:
        raise ambiguous(f"январь – февраль {year_}", f"декабрь {year_} – февраль {year_ + 1}")
    told = Problem("deadline-vague", {"part": of}, (), "warning")
    return Span(Month(first, year_), Month(last, year_), warnings=(told,))


def week_of(number_: int, of: Any) -> Part:
    """«последняя неделя I четверти»"""
    if number_ not in (1, -1):
        raise Refused("deadline-not-understood")
    return Part("first-week" if number_ == 1 else "last-week", of)


def week(number_: int, month_: int, year_: int | None = None) -> Week:
    return _numbered(number_, Week(nth(number_, 5), Month(month_, year_)))


def nth(number_: int, most: int) -> int:
    return -1 if number_ == -1 else _count(number_, most, "nth")


def weekday_of_month(number_: int, weekday_: int, month_: int, year_: int | None = None) -> Weekday:
    return _numbered(number_, Weekday(nth(number_, 5), weekday_, Month(month_, year_)))


def workday_of_month(number_: int, month_: int, year_: int | None = None) -> Weekday:
    return _numbered(number_, Weekday(nth(number_, 20), 0, Month(month_, year_)))


def day_of_month(number_: int, month_: int, year_: int | None = None) -> Weekday | Day:
    if number_ == -1:
        return Weekday(-1, 8, Month(month_, year_))
    return _numbered(number_, checked_day(month_, number_, year_))


def part(edge: Any, of: Any) -> Part:
    return Part(edge, of)


def decade(number_: int, month_: int, year_: int | None = None) -> Part:
    nth: Any = f"decade-{_count(3 if number_ == -1 else number_, 3, 'decade')}"
    return _numbered(number_, Part(nth, Month(month_, year_)))


def half_of_year(number_: int, of: Any) -> Term:
    """The first half of the year is its first полугодие: a school declares when it ends."""
    return term(number_, "half")


def half(number_: int, of: Any) -> Part:
    nth: Any = f"half-{_count(2 if number_ == -1 else number_, 2, 'half')}"
    return Part(nth, of)
