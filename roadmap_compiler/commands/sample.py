"""The sample roadmap of ``roadmap new``, with deadlines that lie in its period."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from importlib.resources import files
from typing import NamedTuple

from roadmap_compiler.compiler import compile_bytes
from roadmap_compiler.deadlines import RUSSIA, Period
from roadmap_compiler.editing.scalars import is_plain, quoted
from roadmap_compiler.plan.approvals import print_day

_WHOLE = "в течение всего периода"


class _Deadlines(NamedTuple):
    """The deadlines of the five activities of the sample, in their order."""

    first: str
    second: str
    third: str
    again: str
    last: str


def starter(name: str, written: str, period: Period, schema: str) -> str | None:
    """The sample for a file of this name and a period, as written and as understood, with the name of its schema.

    The first of several forms that the compiler has nothing to say about; None where there is none.
    """
    text = files("roadmap_compiler.commands").joinpath("starter.yaml").read_text(encoding="utf-8")
    for value in dict.fromkeys((written, _days(period))):
        for deadlines in _deadlines(period):
            filled = text.replace("{value}", value if is_plain(value) else quoted(value))
            for mark, words in (("name", name), ("period", _in_title(period)), ("schema", schema),
                                *deadlines._asdict().items()):
                filled = filled.replace(f"{{{mark}}}", words)
            if not compile_bytes(filled.encode("utf-8"), name).findings:
                return filled
    return None


def _in_title(period: Period) -> str:
    first, last = period.start.year, period.end.year
    if period.kind == "academic_year":
        return f"на {first}/{last} учебный год"
    if period.kind == "calendar_year":
        return f"на {first} год"
    if period.kind == "years":
        return f"на {first}–{last} годы"
    return f"на период {_days(period)}"


def _days(period: Period) -> str:
    return f"с {print_day(period.start)} по {print_day(period.end)}"


def _deadlines(period: Period) -> Iterator[_Deadlines]:
    """Months as a plan of a year has them, then days of the period itself, then no days at all."""
    year = next_year = ""
    if (period.end - period.start).days > 366:  # longer than a year, a month alone may be one of several
        first = period.start.year + (period.start.month > 9)
        year, next_year = f" {first}", f" {first + 1}"
    yield _Deadlines(f"сентябрь{year}", f"в течение сентября{year}", f"с 1 по 20 октября{year}", "ежемесячно",
                     f"май{next_year}")
    length = (period.end - period.start).days
    days = [_workday(period.start + timedelta(days=length * fifth // 5), period) for fifth in range(1, 6)]
    early, soon, middle, _, late = (print_day(day) for day in days)
    yield _Deadlines(f"до {early}", f"до {soon}", f"с {soon} по {middle}", _WHOLE, f"до {late}")
    yield _Deadlines(*[_WHOLE] * 5)


def _workday(day: date, period: Period) -> date:
    """The day, or the nearest working day of the period before it, else after it."""
    if not RUSSIA.is_off(day):
        return day
    before = RUSSIA.previous_workday(day)
    return before if before >= period.start else RUSSIA.next_workday(day)
