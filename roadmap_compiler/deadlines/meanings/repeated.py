"""Again and again: the frequency, the day of it."""

from __future__ import annotations

from typing import Any

from ..kinds import During, On, Recurring
from ..points import Day, Month
from .calendar import nth as _nth
from .calendar import season
from .refusals import Loose, Refused


def _every_unit(unit: Any) -> Any:
    """Once in a school year is once a year."""
    return "year" if unit == "school-year" else unit


def unit_term(of: str) -> str:
    return "half" if of == "half" else "term:" + of


def every(unit: Any) -> Recurring:
    return Recurring("day", note="по рабочим дням") if unit == "workday" else Recurring(unit)


def every_year_on(day_: Day) -> Recurring:
    """«каждое 1 сентября»"""
    return Recurring("year", each=(On(day_),))


def each_month_of_year(month_: int) -> Recurring:
    """«каждый сентябрь»: of every year."""
    return Recurring("year", each=(During(Month(month_)),))


def each_season(of: str) -> Recurring:
    """«каждую весну»"""
    return Recurring("year", each=(season(of),))


def per(unit: str) -> tuple[int, str]:
    return 1, unit


def per_n(interval: int, unit: str) -> tuple[int, str]:
    if interval < 1:
        raise Refused("deadline-not-understood")
    return int(interval), unit


def times(count: int, per_: tuple[int, Any]) -> Recurring:
    if count < 1:
        raise Refused("deadline-not-understood")
    return Recurring(_every_unit(per_[1]), interval=per_[0], times=int(count))


def times_between(between: tuple[int, int], per_: tuple[int, Any]) -> Recurring:
    return times(int(between[0]), per_)._replace(floor=True)


def once(per_: tuple[int, Any]) -> Recurring:
    return times(1, per_)


def at_least(count: int, per_: tuple[int, Any]) -> Recurring:
    return times(count, per_)._replace(floor=True)


def at_least_once(per_: tuple[int, Any]) -> Recurring:
    return at_least(1, per_)


def each(unit: Any) -> Recurring:
    return Recurring(_every_unit(unit))


def each_term(of: str) -> Recurring:
    return each(unit_term(of))


def each_n(interval: int, unit: Any) -> Recurring:
    if interval < 1:
        raise Refused("deadline-not-understood")
    return Recurring(_every_unit(unit), interval=int(interval))


def _monthday(numbers: Any, of: tuple[str, int] | None, mode: Any) -> Recurring | Loose:
    days_: tuple[int, ...]
    if isinstance(numbers, tuple):
        days_, mode = (int(numbers[0]), int(numbers[1])), "between"
    elif isinstance(numbers, list) and any(isinstance(one, tuple) for one in numbers):
        raise Refused("deadline-not-understood")  # «до 5–6 и до 20 числа»
    else:
        days_ = tuple(int(one) for one in (numbers if isinstance(numbers, list) else [numbers]))
    if not all(isinstance(one, int) and (one == -1 or 1 <= one <= 31) for one in days_):
        raise Refused("deadline-not-understood")
    rule = Recurring(of[0] if of and of[0] else "month", days=days_, mode=mode, lag=of[1] if of else 0)  # type: ignore[arg-type]
    return rule if of and of[0] else Loose(rule)


def monthday(numbers: Any, of: tuple[str, int] | None = None) -> Recurring | Loose:
    return _monthday(numbers, of, "on")


def monthday_each(number_: int) -> Recurring | Loose:
    return _monthday(number_, ("month", 0), "on")


def monthday_by(number_: int, of: tuple[str, int] | None = None) -> Recurring | Loose:
    return _monthday(number_, of, "by")


def nth_weekday(number_: int, weekday_: int) -> Recurring:
    return Recurring("month", mode="on", weekdays=(weekday_,), nth=_nth(number_, 5))


def nth_weekday_of(number_: int, weekday_: int, unit: Any) -> Recurring:
    return nth_of(nth_weekday(number_, weekday_), unit)


def nth_workday(number_: int) -> Recurring:
    return Recurring("month", mode="on", workday=_nth(number_, 20))


def nth_workday_by(number_: int) -> Recurring:
    return Recurring("month", mode="by", workday=_nth(number_, 20))


def nth_day(number_: int) -> Recurring:
    if number_ == -1 or 1 <= number_ <= 28:
        return Recurring("month", mode="on", days=(int(number_),))
    raise Refused("deadline-not-understood")


def nth_week(number_: int) -> Recurring:
    return Recurring("month", week=_nth(number_, 5))


def nth_part(edge: Any) -> Recurring:
    return Recurring("month", part=edge)


def nth_loose(rule: Recurring) -> Loose:
    return Loose(rule)


def nth_of(rule: Recurring, unit: Any) -> Recurring:
    if unit == "quarter" and rule.week in _EDGE_WEEKS:
        return week_of_each(rule.week, unit)
    if unit == "quarter" and (rule.weekdays or rule.week or rule.days not in ((), (-1,))):
        raise Refused("deadline-not-understood")
    return rule._replace(every=unit)


def part_of_each(edge: Any, unit: Any) -> Recurring:
    if unit == "school-year":
        raise Refused("deadline-not-understood")
    return Recurring(unit, part=edge)


def part_of_each_term(edge: Any, of: str) -> Recurring:
    return part_of_each(edge, unit_term(of))


def by_end_of_each(edge: str, unit: Any) -> Recurring:
    if edge != "end" or unit == "school-year":
        raise Refused("deadline-not-understood")
    return Recurring(unit, mode="by")


def by_end_of_month(edge: str) -> Recurring:
    return by_end_of_each(edge, "month")


def by_end_of_quarter(edge: str) -> Recurring:
    return by_end_of_each(edge, "quarter")


def by_end_of_term(edge: str, of: str) -> Recurring:
    return by_end_of_each(edge, unit_term(of))


_EDGE_WEEKS: dict[int, Any] = {1: "first-week", -1: "last-week"}


def week_of_each(number_: int, unit: Any) -> Recurring:
    """«последняя неделя каждой четверти»; the third week of one nobody can tell without counting."""
    if unit == "month":
        return nth_week(number_)
    if number_ not in _EDGE_WEEKS or unit not in ("quarter", "half") and not unit.startswith("term:"):
        raise Refused("deadline-not-understood")
    return Recurring(unit, part=_EDGE_WEEKS[number_])


def week_of_each_term(number_: int, of: str) -> Recurring:
    return week_of_each(number_, unit_term(of))


def week_of_each_quarter(number_: int) -> Recurring:
    return week_of_each(number_, "quarter")


def part_of_each_quarter(rule: Recurring) -> Recurring:
    return rule._replace(every="quarter")


def weekday(numbers: Any) -> Recurring:
    return Recurring("week", mode="on", weekdays=tuple(numbers if isinstance(numbers, list) else [numbers]))


def weekday_in_month(numbers: Any, month_: int, year_: int | None = None) -> Recurring:
    return weekday(numbers)._replace(within=During(Month(month_, year_)))


def loose_weekday(numbers: Any) -> Loose:
    return Loose(weekday(numbers))


def weekday_range(first: int, last: int) -> Recurring:
    """«понедельник – пятница»: every week on each of the days."""
    if last <= first:
        raise Refused("deadline-not-understood")
    return weekday(list(range(first, last + 1)))
