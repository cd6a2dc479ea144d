"""Points of the calendar within a period: which days are «сентябрь», «II четверть», «конец учебного года»."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from .kinds import Period, Problem
from .periods import month_end
from .points import Before, Day, Month, Part, Point, Quarter, SchoolYear, Term, This, Vacation, Week, Weekday, Year
from .vocabulary import WORDS
from .workdays import WorkCalendar
from .years import in_year, year_of

Stretch = tuple[date, date]
PRECISION: dict[str, Any] = {
    "day": "day", "weekday": "day", "before": "day", "month": "month", "quarter": "quarter", "term": "term",
    "year": "year", "school-year": "period", "vacation": "term", "week": "week", "this": "period", "part": "span",
}


class Unplaced(Exception):
    """The point has no place in this period; never leaves the room."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


def placed(point: Point, period: Period, calendar: WorkCalendar) -> list[Stretch]:
    """Every stretch of days that the point may be within the period, in order.

    A stretch longer than a day that reaches over an edge of the period is cut there. A point with a year is given as
    written, inside the period or not. Raises Unplaced.
    """
    if isinstance(point, (Term, Vacation, This)) or (isinstance(point, (Part, Before)) and year_of(point) is None and (
        isinstance(point.of, (Term, Vacation, This))
    )):
        return _declared(point, period, calendar)
    written = year_of(point)
    years = [written] if written is not None else range(period.start.year - 1, period.end.year + 2)
    out = []
    for year in years:
        stretch = days_of(in_year(point, year), calendar)
        if stretch is None:
            continue
        first, last = stretch
        if first <= period.end and last >= period.start:
            out.append((max(first, period.start), min(last, period.end)))
        elif written is not None:
            out.append(stretch)
    if not out and isinstance(point, Day) and (point.month, point.day) == (2, 29):
        raise Unplaced(Problem("deadline-no-such-date", {"day": 29, "month": 2, "year": None}, ("28 февраля",)))
    return out


def days_of(point: Any, calendar: WorkCalendar) -> Stretch | None:
    """First and last day of a point whose year is written; None for 29 February of a common year."""
    if isinstance(point, Day):
        try:
            day = date(point.year or 0, point.month, point.day)
        except ValueError:
            return None
        return day, day
    if isinstance(point, Month):
        assert point.year is not None
        return date(point.year, point.month, 1), month_end(point.year, point.month)
    if isinstance(point, Quarter):
        assert point.year is not None
        return date(point.year, point.number * 3 - 2, 1), month_end(point.year, point.number * 3)
    if isinstance(point, Year):
        return date(point.year, 1, 1), date(point.year, 12, 31)
    if isinstance(point, SchoolYear):
        return date(point.year, 9, 1), date(point.year + 1, 8, 31)
    if isinstance(point, Week):
        return _week(point)
    if isinstance(point, Weekday):
        day_ = _weekday_of(point, calendar)
        return (day_, day_) if day_ else None
    if isinstance(point, Part):
        inner = days_of(point.of, calendar)
        return part_of(inner, point.part) if inner else None
    if isinstance(point, Before):
        inner = days_of(point.of, calendar)
        return (inner[0] - timedelta(days=1),) * 2 if inner else None
    return None


_IN_RUSSIAN = {"quarter": "четверти", "half": "полугодия", "trimester": "триместры", "module": "модули"}
"""What the terms are called in a roadmap with Russian keys."""


def _week(point: Week) -> tuple[date, date] | None:
    """The week of the n-th Monday. The last week ends with its month; four days at least make a week (ISO 8601)."""
    monday = nth_weekday(point.month.year, point.month.month, 1, point.number)
    if monday is None or point.number != -1:
        return (monday, monday + timedelta(days=6)) if monday else None
    last = month_end(monday.year, monday.month)
    if (last - monday).days < 3:
        monday -= timedelta(days=7)
    return monday, last


def _weekday_of(point: Weekday, calendar: WorkCalendar) -> date | None:
    year, month = point.month.year, point.month.month
    if point.weekday == 8:
        return month_end(year or 0, month)
    if point.weekday == 0:
        return nth_workday(date(year or 0, month, 1), month_end(year or 0, month), point.number, calendar)
    return nth_weekday(year, month, point.weekday, point.number)


def nth_weekday(year: int | None, month: int, weekday: int, number: int) -> date | None:
    """The n-th Monday (1) … Sunday (7) of a month; -1 is the last; None if there are fewer."""
    assert year is not None
    first, last = date(year, month, 1), month_end(year, month)
    if number == -1:
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    day = first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (number - 1))
    return day if day <= last else None


def nth_workday(first: date, last: date, number: int, calendar: WorkCalendar) -> date | None:
    """The n-th working day of a stretch; -1 is the last; None if there are fewer."""
    if number == -1:
        day = calendar.previous_workday(last + timedelta(days=1))
    else:
        day = calendar.add_workdays(first - timedelta(days=1), number)
    return day if first <= day <= last else None


_THIRDS = {"decade-1": "start", "decade-2": "middle", "decade-3": "end"}


def part_of(stretch: Stretch, part: str) -> Stretch:
    """The start, middle or end: of a month by ten days, of a quarter by months, of a longer stretch its edge month.

    Of what is shorter than a month, thirds and halves of its days.
    """
    first, last = stretch
    if part in ("first-week", "last-week"):
        return _edge_week(first, last, part)
    length = (last - first).days + 1
    part = _THIRDS.get(part, part)
    if part in ("half-1", "half-2"):
        if 28 <= length <= 31:
            middle = first + timedelta(days=14)
        elif length < 28:
            middle = first + timedelta(days=(length + 1) // 2 - 1)
        else:
            middle = first + timedelta(days=length // 2 - 1)
            if first.day == 1 and (last + timedelta(days=1)).day == 1:
                months = (last.year - first.year) * 12 + last.month - first.month + 1
                at = first.month - 1 + months // 2 - 1
                middle = month_end(first.year + at // 12, at % 12 + 1)
        return (first, middle) if part == "half-1" else (middle + timedelta(days=1), last)
    if 28 <= length <= 31:
        return {"start": (first, first + timedelta(days=9)), "end": (first + timedelta(days=20), last),
                "middle": (first + timedelta(days=10), first + timedelta(days=19))}[part]
    if length > 120:
        if part == "start":
            return first, month_end(first.year, first.month)
        if part == "end":
            return last.replace(day=1), last
    third = max(1, length // 3)
    cuts = (first + timedelta(days=third), first + timedelta(days=length - third))
    if first.day == 1 and (last + timedelta(days=1)).day == 1 and 89 <= length <= 92:
        cuts = (month_end(first.year, first.month) + timedelta(days=1), last.replace(day=1))
    return {"start": (first, cuts[0] - timedelta(days=1)), "middle": (cuts[0], cuts[1] - timedelta(days=1)),
            "end": (cuts[1], last)}[part]


def _edge_week(first: date, last: date, part: str) -> Stretch:
    """The first or the last week of a term, Monday to Sunday, cut at its edge; four days at least make a week."""
    if part == "first-week":
        sunday = first + timedelta(days=6 - first.weekday())
        if (sunday - first).days < 3:
            sunday += timedelta(days=7)
        return first, min(sunday, last)
    monday = last - timedelta(days=last.weekday())
    if (last - monday).days < 3:
        monday -= timedelta(days=7)
    return max(monday, first), last


# --- what the period declares ---


def _declared(point: Any, period: Period, calendar: WorkCalendar) -> list[Stretch]:
    if isinstance(point, Part):
        return [part_of(one, point.part) for one in _declared(point.of, period, calendar)]
    if point == Before(This("school-year")) and period.kind in ("calendar_year", "years"):
        eves = [date(year, 8, 31) for year in range(period.start.year, period.end.year + 1)]
        return [(eve, eve) for eve in eves if period.start <= eve <= period.end]
    if isinstance(point, Before):
        return [(one[0] - timedelta(days=1),) * 2 for one in _declared(point.of, period, calendar)]
    if isinstance(point, Vacation):
        return [one for _, one in vacations(point.season, period)]
    if isinstance(point, Term):
        return [term(point, period)]
    return [edges(point, period)]


def vacations(season: str, period: Period) -> list[tuple[str, Stretch]]:
    """The declared holidays of a season (or of all) with their seasons, in order of time."""
    if season != "any":
        known = [(season, days) for name, days in period.vacations.items() if _season(name) == season]
    else:
        known = [(_season(name), days) for name, days in period.vacations.items()]
    if not known:
        raise Unplaced(Problem("deadline-vacation-not-declared", {"season": season}))
    return sorted(known, key=lambda entry: entry[1])


def _season(name: str) -> str:
    """The season of holidays by the name that declares them: «осенние», «Осенние каникулы», autumn."""
    word = name.lower().split()[0] if name.split() else name
    terminal, season = WORDS.get(word, ("", word))
    return season if terminal == "SEASON" else word


def terms(of: str, period: Period) -> list[Stretch]:
    """The declared terms of a type. The halves of a calendar year need no declaration."""
    declared = period.terms.get(of)
    if declared:
        return [(first, last) for first, last in declared]
    if of == "half" and period.kind == "calendar_year":
        year = period.start.year
        return [(date(year, 1, 1), date(year, 6, 30)), (date(year, 7, 1), date(year, 12, 31))]
    raise Unplaced(Problem("deadline-term-not-declared", {"in_russian": _IN_RUSSIAN[of]}))


def term(point: Term, period: Period) -> Stretch:
    """The days of a school term."""
    if point.of == "half" and point.year is not None and period.kind in ("calendar_year", "years"):
        half = 6 * point.number
        return date(point.year, half - 5, 1), month_end(point.year, half)
    known = terms(point.of, period)
    if point.number > len(known):
        raise Unplaced(Problem("deadline-no-such-term", {"term": point.of, "number": point.number, "most": len(known)}))
    return known[point.number - 1]


def edges(point: This, period: Period) -> Stretch:
    """Where the year or the period begins and ends, for deadlines by its end and before its start.

    A school year begins on 1 September where the period holds that day, and ends with its last declared quarter.
    """
    first, last = this(point, period)
    if point.what == "school-year":
        september = date(period.start.year, 9, 1)
        if period.start <= september <= period.end:
            first = september
        declared = period.terms.get("quarter") or period.terms.get("trimester") or period.terms.get("half")
        if declared:
            last = declared[-1][1]
    return first, last


def this(point: This, period: Period) -> Stretch:
    """The year or the period that the plan is about; refused where the plan has none of the kind."""
    whole = (period.start, period.end)
    if point.what == "calendar-year" and period.kind != "calendar_year":
        if period.start.year == period.end.year:
            return date(period.start.year, 1, 1), date(period.start.year, 12, 31)
        years = tuple(f"{year} год" for year in range(period.start.year, period.end.year + 1))
        raise Unplaced(Problem("deadline-ambiguous", {"text": "календарный год"}, years))
    if point.what == "school-year" and period.kind in ("calendar_year", "years"):
        years = tuple(f"{year}/{year + 1} учебный год" for year in range(period.start.year - 1, period.end.year + 1))
        raise Unplaced(Problem("deadline-ambiguous", {"text": "учебный год"}, years))
    return whole
