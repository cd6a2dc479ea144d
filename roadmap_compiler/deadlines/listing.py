"""Dates side by side: a list of them, a window from one to the other, a year said once for all."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from .items import Item, joined, noted, printed, readings
from .kinds import By, Dates, Deadline, During, On, Problem, Relative, Span, Whole
from .lexer import day_exists
from .meanings import ambiguous
from .points import Day, Month, Weekday
from .printing import GENITIVE, print_deadline
from .years import in_year, place, year_of, years_of_span

DATED = (On, By, During, Span, Whole, Relative)


def list_dates(items: list[Item]) -> Deadline:
    """Dates, when a sign or a conjunction stands between all; full dates need none."""
    window = _window(items)
    if window is not None:
        return noted(window, items)
    _ask_about_bare_months(items)
    if not all(isinstance(item.value, (*DATED, Dates)) for item in items):
        raise ambiguous(*readings(items))
    for item in items[1:]:
        if item.sign == "или":
            raise ambiguous(*readings(items))
        if item.sign not in (",", ";", "и") and not (item.sign == "" and item.dotted and items[0].dotted):
            raise ambiguous(*_choices(items))
    parts: list[Deadline] = []
    for item in items:
        one = item.value
        for part in one.parts if isinstance(one, Dates) else (one,):
            parts.append(part._replace(note=joined(part.note, item.note)) if item.note else part)
    years = [part for part in parts if isinstance(part, Whole) and part.of == "written"]
    if years and len(years) < len(parts):
        raise ambiguous(*readings(items))
    if isinstance(parts[0], By) and len(parts) == len(items):  # «до 1 июля, 1 декабря»
        parts = [_also_by(part, item.sign) for part, item in zip(parts, items, strict=True)]
    different: dict[str, Deadline] = {}
    for part in parts:
        different.setdefault(print_deadline(part), part)
    if len(different) == len(parts):
        return share_years(Dates(tuple(parts)))
    kept = tuple(different.values())
    dates = share_years(Dates(kept)) if len(kept) > 1 else kept[0]
    repeated = Problem("deadline-repeated", {}, (print_deadline(dates),), "warning")
    return dates._replace(warnings=(*dates.warnings, repeated))


def _window(items: list[Item]) -> Span | None:
    """«не ранее 1 сентября, но не позднее 15 сентября»: from the one to the other."""
    if len(items) != 2 or items[1].sign not in ("", ",", "и", "но"):
        return None
    begin, end = (item.value for item in items)
    if not (isinstance(begin, Span) and begin.end is None and isinstance(end, By)):
        return None
    if not (isinstance(begin.start, Day) and isinstance(end.point, Day)):
        return None
    return years_of_span(Span(begin.start, end.point, note=joined(begin.note, end.note)))


def _ask_about_bare_months(items: list[Item]) -> None:
    """Raises Refused for «до 15 сентября, октября»: the day of the second month may be meant, not the month."""
    for before, item in pairwise(items):
        day = _point(before.value)
        if isinstance(day, (Day, Weekday)) and item.written.lower() in GENITIVE:
            month: Month = item.value.point
            listed = [Dates((before.value, item.value))]
            if isinstance(day, Day) and day_exists(month.month, day.day, None):
                again = _with_day_of(before.value, Day(month.month, day.day))
                listed.insert(0, Dates((before.value, again)))
            raise ambiguous(*printed(*map(share_years, listed)))


def _with_day_of(deadline: On | By, day: Day) -> Deadline:
    return On(day) if isinstance(deadline, On) else By(day)


def _also_by(part: Deadline, sign: str) -> Deadline:
    """A bare day after «до» and a comma or «и» is a day to be done by, too."""
    if isinstance(part, On) and sign in (",", "и") and part.or_day is None:
        return By(part.day, note=part.note, time=part.time)
    return part


def _choices(items: list[Item]) -> tuple[str, ...]:
    """What two items side by side may mean: a list or a range; else each alone."""
    if len(items) == 2 and all(isinstance(item.value, (On, During)) for item in items):
        points = [item.value.day if isinstance(item.value, On) else item.value.point for item in items]
        if points[0].type == points[1].type:
            listed = share_years(Dates(tuple(item.value for item in items)))
            return printed(listed, years_of_span(Span(points[0], points[1])))
    return readings(items)


def share_years(dates: Dates) -> Dates:
    """A year written only at the end of a list holds for the whole list, as long as the list runs forward."""
    parts = list(dates.parts)
    following: Any = None
    for at in range(len(parts) - 1, -1, -1):
        part = parts[at]
        point = _point(part)
        if point is None or place(point) is None:
            following = None
            continue
        if year_of(point) is None and following is not None:
            year = year_of(following)
            if year is not None and (place(point) or (0, 0)) <= (place(following) or (0, 0)):
                parts[at] = _in_year(part, year)
                point = _point(parts[at])
        following = point
    return dates._replace(parts=tuple(parts))


def _point(part: Any) -> Any:
    if isinstance(part, On):
        return part.day
    if isinstance(part, (By, During)):
        return part.point
    if isinstance(part, Span):
        return part.start
    return None


def _in_year(part: Any, year: int) -> Any:
    if isinstance(part, On):
        return part._replace(day=in_year(part.day, year))
    if isinstance(part, Span):
        if part.end is None or year_of(part.end) is not None:
            return part
        return years_of_span(part._replace(start=in_year(part.start, year)))
    return part._replace(point=in_year(part.point, year))
