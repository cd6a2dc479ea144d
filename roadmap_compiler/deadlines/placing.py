"""One point of a deadline in its period: the only place it can have, or the problem with the right years offered."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

from .kinds import Anchors, By, Deadline, During, Occurrence, On, Period, Policy, Problem, Span
from .locating import Stretch, Unplaced, days_of, placed, vacations
from .points import Before, Day, This, Vacation
from .printing import print_deadline, print_point
from .workdays import WorkCalendar
from .years import in_year, place, year_of


class Setting(NamedTuple):
    """All that a deadline is resolved against, and the problems found so far."""

    period: Period
    anchors: Anchors
    calendar: WorkCalendar
    policy: Policy
    problems: list[Problem]
    resolve: Callable[[Deadline, Setting, str], list[Occurrence]]
    """Resolves a deadline that is a part of another, under a key."""


def one_stretch(point: Any, deadline: Deadline, setting: Setting) -> Stretch:
    """The only stretch of the period that the point may be; outside it only where a year is written."""
    found = placed(point, setting.period, setting.calendar)
    if not found:
        raise Unplaced(outside(deadline, point, setting))
    if len(found) > 1 and isinstance(point, Vacation):
        seasons = (with_point(deadline, Vacation(season)) for season, _ in vacations("any", setting.period))  # type: ignore[arg-type]
        readings = tuple(print_deadline(one) for one in seasons if one != deadline)
        raise Unplaced(Problem("deadline-ambiguous", {"text": deadline.text or print_point(point)}, readings))
    if len(found) > 1:
        years = tuple(print_deadline(with_point(deadline, in_year(point, one[0].year))) for one in found)
        raise Unplaced(Problem("deadline-ambiguous", {"text": deadline.text or print_point(point)}, years))
    first, last = found[0]
    if year_of(point) is not None and not (setting.period.start <= first and last <= setting.period.end):
        setting.problems.append(told_outside(deadline, point, found[0], setting))
    return first, last


def told_outside(deadline: Any, point: Any, stretch: Stretch, setting: Setting) -> Problem:
    """A mistake; but a written August before a school year is the time when schools make ready for it."""
    period = setting.period
    august = (date(period.start.year, 8, 1), date(period.start.year, 8, 31))
    if (period.kind == "academic_year" and (period.start.month, period.start.day) == (9, 1)
            and august[0] <= stretch[0] and stretch[1] <= august[1]):
        params = {"text": deadline.text, "start": period.start}
        return Problem("deadline-before-school-year", params, with_right_year(deadline, setting), "info")
    return outside(deadline, point, setting)


def outside(deadline: Any, point: Any, setting: Setting) -> Problem:
    params = {"text": deadline.text, "point": print_point(point), "start": setting.period.start,
              "end": setting.period.end}
    return Problem("deadline-outside-period", params, with_right_year(deadline, setting))


def with_right_year(deadline: Any, setting: Setting) -> tuple[str, ...]:
    """The same phrase with the years that put it inside the period."""
    out = []
    for year in range(setting.period.start.year - 1, setting.period.end.year + 1):
        moved = _moved_to(deadline, year)
        if moved is not None and _lies_inside(moved, setting):
            out.append(print_deadline(moved._replace(text="", warnings=())))
    return tuple(dict.fromkeys(out))


def _moved_to(deadline: Any, year: int) -> Any:
    """The deadline with its first point in ``year``; the other keeps its distance."""
    if isinstance(deadline, Span) and deadline.start is not None and deadline.end is not None:
        if place(deadline.start) is None or place(deadline.end) is None:
            return None
        forward = (place(deadline.start) or (0, 0)) <= (place(deadline.end) or (0, 0))
        return deadline._replace(start=in_year(deadline.start, year), end=in_year(deadline.end, year + (not forward)))
    if isinstance(deadline, On):
        other = deadline.or_day and in_year(deadline.or_day, year)
        return deadline._replace(day=in_year(deadline.day, year), or_day=other)
    if isinstance(deadline, (By, During)) and not isinstance(deadline.point, This):
        return deadline._replace(point=in_year(deadline.point, year))
    return None


def _lies_inside(deadline: Any, setting: Setting) -> bool:
    points: tuple[Any, ...] = (deadline.start, deadline.end) if isinstance(deadline, Span) else (
        (deadline.day,) if isinstance(deadline, On) else (deadline.point,))
    for point in points:
        if year_of(point) is None:
            return False
        stretch = days_of(point, setting.calendar)
        if stretch is None or stretch[0] > setting.period.end or stretch[1] < setting.period.start:
            return False
        if isinstance(point, (Day, Before)) and not setting.period.start <= stretch[0] <= setting.period.end:
            return False
    return True


def with_point(deadline: Any, point: Any) -> Any:
    if isinstance(deadline, On):
        return deadline._replace(day=point)
    if isinstance(deadline, (By, During)):
        return deadline._replace(point=point)
    return deadline
