"""The year of a point: where it is written, where in a year the point begins, the point in another year."""

from __future__ import annotations

from typing import Any

from .kinds import Span
from .points import Before, Day, Month, Part, Point, Quarter, This, Vacation, Week, Weekday


def years_of_span(deadline: Span) -> Span:
    """A year written once holds for both ends, unless the range crosses New Year and the year stands at its end."""
    start, end = deadline.start, deadline.end
    if start is None or end is None or place(start) is None or place(end) is None:
        return deadline
    forward = (place(start) or (0, 0)) <= (place(end) or (0, 0))
    first, last = year_of(start), year_of(end)
    if first is None and last is not None and forward:
        return deadline._replace(start=in_year(start, last))
    if first is not None and last is None:
        return deadline._replace(end=in_year(end, first if forward else first + 1))
    return deadline


_FIRST_DAY = {"start": 1, "half-1": 1, "decade-1": 1, "middle": 11, "decade-2": 11, "half-2": 16, "end": 21,
              "decade-3": 21, "first-week": 1, "last-week": 24}


def place(point: Point) -> tuple[int, int] | None:
    """Where in a calendar year the point begins, as month and day; None where that depends on the period."""
    if isinstance(point, Day):
        return point.month, point.day
    if isinstance(point, Month):
        return point.month, 1
    if isinstance(point, Quarter):
        return point.number * 3 - 2, 1
    if isinstance(point, Part) and isinstance(point.of, (Month, Quarter)):
        first = place(point.of) or (1, 1)
        return first[0], _FIRST_DAY[point.part]
    if isinstance(point, Week):
        return point.month.month, 28 if point.number == -1 else point.number * 7 - 6
    if isinstance(point, Weekday):
        return point.month.month, 28 if point.number == -1 else point.number * 7 - 6
    return None


def year_of(point: Point) -> int | None:
    """The year written in the point."""
    if isinstance(point, (Week, Weekday)):
        return point.month.year
    if isinstance(point, (Part, Before)):
        return year_of(point.of)
    if isinstance(point, (This, Vacation)):
        return None
    return point.year


def in_year(point: Any, year_: int | None) -> Any:
    """The point with another year written in it."""
    if isinstance(point, (Week, Weekday)):
        return point._replace(month=point.month._replace(year=year_))
    if isinstance(point, (Part, Before)):
        return point._replace(of=in_year(point.of, year_))
    if isinstance(point, (This, Vacation)):
        return point
    return point._replace(year=year_)
