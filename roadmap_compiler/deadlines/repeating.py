"""Occurrences of what comes again and again: one for each month, quarter, term … inside the bounds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from .kinds import By, Deadline, During, Occurrence, On, Problem, Recurring, Span
from .locating import Stretch, days_of, nth_weekday, nth_workday, part_of, placed, terms
from .periods import month_end
from .placing import Setting, with_point
from .points import Point
from .years import in_year, year_of, years_of_span


class Turn(NamedTuple):
    """One stretch of the frequency, whole, and its key."""

    key: str
    first: date
    last: date


def recurring(deadline: Recurring, setting: Setting, key: str) -> list[Occurrence]:
    """One occurrence for each turn of the frequency that lies in the bounds.

    «Не реже» is a floor and «2 раза в год» gives no days: no occurrence, and an info says so. «Ежегодно» alone is no
    date either.
    """
    bounds = _bounds(deadline, setting)
    if bounds is None:
        return []
    if deadline.each:
        several = len(deadline.each) > 1
        found = [one._replace(key=f"{one.key}.{number}") if several else one
                 for number, part in enumerate(deadline.each, 1) for one in _every_year(part, setting)]
        return [one for one in found if deadline.within is None or bounds[0] <= one.start and one.end <= bounds[1]]
    days = len(deadline.days) if deadline.mode != "between" else 1
    if deadline.floor or deadline.times > max(1, days, len(deadline.weekdays)):
        setting.problems.append(Problem("deadline-without-days", {"text": deadline.text}, (), "info"))
        return []
    if deadline.every == "day":
        return []
    if deadline.every == "year" and not (deadline.days or deadline.workday or deadline.part):
        return []
    out: list[Occurrence] = []
    for turn in list(turns(deadline.every, bounds, setting))[:: deadline.interval]:
        out += _of_turn(deadline, turn, bounds, setting)
    return out


def _bounds(deadline: Recurring, setting: Setting) -> Stretch | None:
    period = setting.period
    if deadline.within is None:
        return period.start, period.end
    within: Deadline = deadline.within
    if within.kind == "whole" and within.of in ("always", "stages"):
        return period.start, period.end
    found = setting.resolve(within, setting, "1")
    if not found:
        return None
    first = period.start if isinstance(within, By) else found[0].start
    return max(first, period.start), found[-1].end


_PRECISION = {"week": "week", "month": "month", "quarter": "quarter"}


def _of_turn(deadline: Recurring, turn: Turn, bounds: Stretch, setting: Setting) -> list[Occurrence]:
    first, last = turn.first, turn.last
    if deadline.part:
        first, last = part_of((first, last), deadline.part)
    elif deadline.week and deadline.every == "month":
        monday = nth_weekday(first.year, first.month, 1, deadline.week)
        if monday is None:
            return []
        first, last = monday, monday + timedelta(days=6)
    elif deadline.mode == "during" or not (deadline.days or deadline.weekdays or deadline.workday):
        if deadline.mode == "by":
            return _inside(turn.key, [last], bounds, "day", setting)
        first, last = max(first, bounds[0]), min(last, bounds[1])
    else:
        return _days_of_turn(deadline, turn, bounds, setting)
    if last < bounds[0] or first > bounds[1]:
        return []
    first, last = max(first, bounds[0]), min(last, bounds[1])
    precision = _PRECISION.get(deadline.every, "term") if not deadline.part else "span"
    return [Occurrence(turn.key, first, last, last, precision)]  # type: ignore[arg-type]


def _days_of_turn(deadline: Recurring, turn: Turn, bounds: Stretch, setting: Setting) -> list[Occurrence]:
    """The days that the rule names in the turn, or in the month ``lag`` months after it."""
    year, month = turn.last.year, turn.last.month + deadline.lag
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    end = month_end(year, month)
    if deadline.workday:
        of = (date(year, month, 1), end) if deadline.lag else (turn.first, turn.last)
        day = nth_workday(*of, deadline.workday, setting.calendar)
        return _inside(turn.key, [day] if day else [], bounds, "day", setting)
    if deadline.nth:
        day = nth_weekday(year, month, deadline.weekdays[0], deadline.nth)
        return _inside(turn.key, [day] if day else [], bounds, "day", setting)
    if deadline.weekdays:
        monday = turn.first - timedelta(days=turn.first.weekday())
        week = [monday + timedelta(days=one - 1) for one in deadline.weekdays]
        return _inside(turn.key, week, bounds, "day", setting)
    if deadline.mode == "between":
        first = date(year, month, min(deadline.days[0], end.day))
        last = date(year, month, min(deadline.days[1], end.day))
        if first < bounds[0] or last > bounds[1]:
            return []
        return [Occurrence(turn.key, first, last, last, "span")]
    days = [end if one == -1 else date(year, month, min(one, end.day)) for one in deadline.days]
    late = [one for one in days if one > bounds[1]]
    if deadline.lag and late and turn.last <= bounds[1]:
        params = {"text": deadline.text, "day": late[0], "end": setting.period.end}
        setting.problems.append(Problem("deadline-after-period", params, (), "warning"))
        return [Occurrence(turn.key, one, one, one) for one in days]
    return _inside(turn.key, days, bounds, "day", setting)


def _inside(key: str, days: list[date], bounds: Stretch, precision: str, setting: Setting) -> list[Occurrence]:
    kept = [(number, day) for number, day in enumerate(days, 1) if bounds[0] <= day <= bounds[1]]
    return [Occurrence(key if len(days) == 1 else f"{key}.{number}", day, day, day, precision)  # type: ignore[arg-type]
            for number, day in kept]


def turns(every: str, bounds: Stretch, setting: Setting) -> Iterator[Turn]:
    """Every stretch of the frequency that touches the bounds, in order."""
    first, last = bounds
    if every == "week":
        monday = first - timedelta(days=first.weekday())
        while monday <= last:
            year, number, _ = monday.isocalendar()
            yield Turn(f"{year}-W{number:02}", monday, monday + timedelta(days=6))
            monday += timedelta(days=7)
        return
    if every in ("month", "quarter", "year"):
        length = {"month": 1, "quarter": 3, "year": 12}[every]
        year, month = first.year, (first.month - 1) // length * length + 1
        while date(year, month, 1) <= last:
            key = {"month": f"{year}-{month:02}", "quarter": f"{year}-Q{(month + 2) // 3}", "year": f"{year}"}[every]
            yield Turn(key, date(year, month, 1), month_end(year, month + length - 1))
            month += length
            year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
        return
    of = every.removeprefix("term:")
    for number, (begin, end) in enumerate(terms(of, setting.period), 1):
        if begin <= last and end >= first:
            yield Turn(f"{of}:{number}", begin, end)


def _every_year(part: Deadline, setting: Setting) -> list[Occurrence]:
    """A deadline of every year: one occurrence for each year of the period that has it."""
    point = _first_point(part)
    if point is None or year_of(point) is not None:
        return setting.resolve(part, setting, "1")
    out: list[Occurrence] = []
    for stretch in placed(point, setting.period, setting.calendar):
        written = in_year(point, stretch[0].year)
        one = years_of_span(part._replace(start=written)) if isinstance(part, Span) else with_point(part, written)
        if isinstance(one, Span) and (cut := _cut_by_the_end(one, stretch[0], setting)):
            out.append(cut)
            continue
        out += [found._replace(key=f"{stretch[0].year}") for found in setting.resolve(one, setting, "1")]
    if not out:
        return setting.resolve(part, setting, "1")
    return out


def _cut_by_the_end(one: Span, first: date, setting: Setting) -> Occurrence | None:
    """«ежегодно с октября по апрель» in the last autumn of the plan: what is left of it before the plan ends."""
    last = days_of(one.end, setting.calendar) if one.end is not None and year_of(one.end) is not None else None
    if last is None or last[1] <= setting.period.end:
        return None
    end = setting.period.end
    return Occurrence(f"{first.year}", first, end, end, "span")


def _first_point(part: Deadline) -> Point | None:
    if isinstance(part, Span):
        return part.start
    if isinstance(part, On):
        return part.day
    return part.point if isinstance(part, (By, During)) else None
