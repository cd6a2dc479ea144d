"""The period of a plan from the words of its title: «2021/2022 учебный год», «на 2021 год», «2021–2024»."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from .kinds import Deadline, During, Period, Problem, Span, Verbatim, Whole
from .points import Day, Month, Quarter, SchoolYear, Year
from .reading import parse

_LEADING = ("на период", "период", "на", "в", "за", "срок реализации", "сроки реализации", "срок")


def calendar_year(year: int) -> Period:
    """1 January to 31 December."""
    return Period("calendar_year", date(year, 1, 1), date(year, 12, 31))


def academic_year(first: int) -> Period:
    """1 September to 31 August: a plan of a school year may hold work of the summer after it."""
    return Period("academic_year", date(first, 9, 1), date(first + 1, 8, 31))


def read_period(text: str) -> tuple[Period | None, list[Problem]]:
    """The period that a title or the key «период» states.

    Takes years («2021», «2021 год», «2021–2024»), school years («2021/2022 учебный год», «2021-2022 уч. год») and
    ranges with years («с 01.09.2021 по 31.05.2022», «сентябрь 2021 – май 2022»). Two neighbouring years without a word
    beside them are a school year when a slash joins them and ambiguous otherwise. Both ends are inclusive.
    """
    words = " ".join(text.replace("\u00a0", " ").split()).strip(" .,:;«»\"")
    slashed = _slashed_school_year(words)
    if slashed is not None:
        return academic_year(slashed), []
    deadline = _parse(words)
    period = _period(deadline)
    if period is not None:
        if period.end < period.start:
            params = {"start": period.start.isoformat(), "end": period.end.isoformat(), "text": text}
            return None, [Problem("deadline-end-before-start", params)]
        return period, [problem for problem in deadline.warnings if problem.severity == "warning"]
    readings = tuple(alternative for problem in deadline.warnings for alternative in problem.alternatives)
    has_no_day = any(problem.code == "deadline-no-such-date" for problem in deadline.warnings)
    code = "period-ambiguous" if readings and not has_no_day else "period-not-understood"
    return None, [Problem(code, {"text": text}, readings)]


def _parse(words: str) -> Deadline:
    deadline = parse(words)
    for lead in _LEADING:
        if not isinstance(deadline, Verbatim):
            break
        if words.lower().startswith(lead + " "):
            deadline = parse(words[len(lead):].strip(" :-–—"))
    return deadline


def _slashed_school_year(words: str) -> int | None:
    """«2021/2022» and «2021/22» are school years with or without the word."""
    first, slash, second = words.partition("/")
    first, second = first.strip(), second.strip()
    if not (slash and first.isdecimal() and second.isdecimal() and len(first) == 4):
        return None
    return int(first) if int(second) in (int(first) + 1, (int(first) + 1) % 100) else None


def _period(deadline: Any) -> Period | None:
    if isinstance(deadline, Whole) and isinstance(deadline.point, Year):
        return calendar_year(deadline.point.year)
    if isinstance(deadline, Whole) and isinstance(deadline.point, SchoolYear):
        return academic_year(deadline.point.year)
    if isinstance(deadline, Span) and isinstance(deadline.start, Year) and isinstance(deadline.end, Year):
        return Period("years", date(deadline.start.year, 1, 1), date(deadline.end.year, 12, 31))
    if isinstance(deadline, Span):
        first, last = _days(deadline.start), _days(deadline.end)
        if first and last:
            return Period("custom", first[0], last[1])
    both = _days(deadline.point) if isinstance(deadline, During) else None
    return Period("custom", *both) if both else None


def _days(point: Any) -> tuple[date, date] | None:
    """First and last day of a point that has its year written; school years count to 31 August."""
    if getattr(point, "year", None) is None:
        return None
    if isinstance(point, Day):
        day = date(point.year, point.month, point.day)  # type: ignore[arg-type]
        return day, day
    if isinstance(point, Year):
        return date(point.year, 1, 1), date(point.year, 12, 31)
    if isinstance(point, SchoolYear):
        return date(point.year, 9, 1), date(point.year + 1, 8, 31)
    if isinstance(point, (Month, Quarter)):
        first = point.month if isinstance(point, Month) else point.number * 3 - 2
        last = first if isinstance(point, Month) else first + 2
        assert point.year is not None
        return date(point.year, first, 1), month_end(point.year, last)
    return None


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return (date(year, month, 28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


