"""Several numbers of one noun: «18, 19, 25 сентября», «I–II квартал»."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..kinds import By, Dates, Deadline, During, On, Span, Whole
from ..points import Day, Point, Vacation, Year
from .calendar import checked_day, quarter, term, week, weekday_of_month
from .dated import at
from .refusals import Refused
from .repeated import nth_of, nth_weekday


def some_range(first: int, last: int) -> tuple[int, int]:
    if last <= first:
        raise Refused("deadline-end-before-start", start=str(int(first)), end=str(int(last)))
    return first, last


def several(first: Any, second: Any) -> list[Any]:
    return [first, second]


def several_more(before: list[Any] | Any, more: Any) -> list[Any]:
    return [*(before if isinstance(before, list) else [before]), more]


def _each_of(numbers: Any, make: Callable[[int], Point]) -> Deadline:
    """A range becomes a span, several numbers become dates."""
    if isinstance(numbers, list):
        return Dates(tuple(_each_of(one, make) for one in numbers))
    if isinstance(numbers, tuple):
        return Span(make(int(numbers[0])), make(int(numbers[1])))
    return at(make(int(numbers)))


def days(numbers: Any, month_: int, year_: int | None = None) -> Deadline:
    return _each_of(numbers, lambda number_: checked_day(month_, number_, year_))


def days_dotted(numbers: Any, last: Day) -> Deadline:
    listed = _each_of(numbers if isinstance(numbers, list) else [numbers],
                      lambda number_: checked_day(last.month, number_, last.year))
    return listed._replace(parts=(*listed.parts, On(last))) if isinstance(listed, Dates) else listed


def days_to_dotted(first: int, last: Day) -> Span:
    return Span(checked_day(last.month, first, last.year), last)


def quarters(numbers: Any, year_: int | None = None) -> Deadline:
    return _each_of(numbers, lambda number_: quarter(number_, year_))


def terms(numbers: Any, of: Any, year_: Any = None) -> Deadline:
    return _each_of(numbers, lambda number_: term(number_, of, year_))


def two_vacations(first: Any, second: Any) -> Dates:
    return Dates((During(Vacation(first)), During(Vacation(second))))


def year_list(years: list[int]) -> Dates:
    return Dates(tuple(Whole("written", point=Year(year_)) for year_ in years))


def weeks(numbers: Any, month_: int) -> Deadline:
    return _each_of(numbers, lambda number_: week(number_, month_))


def days_by(numbers: list[Any], month_: int, year_: int | None = None) -> Dates:
    """«до 1 и до 15 сентября»: each of the days is a last one."""
    if not all(isinstance(number_, int) for number_ in numbers):
        raise Refused("deadline-not-understood")
    return Dates(tuple(By(checked_day(month_, number_, year_)) for number_ in numbers))


def weekdays_of_month(numbers: list[Any], weekday_: int, month_: int, year_: int | None = None) -> Deadline:
    return _each_of(numbers, lambda number_: weekday_of_month(number_, weekday_, month_, year_))


def several_nth_monthly(numbers: list[Any], weekday_: int) -> Dates:
    """«по первым и третьим средам»: of every month."""
    return several_nth(numbers, weekday_, "month")


def several_nth(numbers: list[Any], weekday_: int, unit: Any) -> Dates:
    """«1-я и 3-я среда месяца»: two rules."""
    if not all(isinstance(number_, int) for number_ in numbers):
        raise Refused("deadline-not-understood")
    return Dates(tuple(nth_of(nth_weekday(number_, weekday_), unit) for number_ in numbers))
