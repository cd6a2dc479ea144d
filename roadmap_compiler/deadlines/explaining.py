"""How a phrase was read, step by step, for a person to check."""

from __future__ import annotations

from typing import Any, NamedTuple

from .kinds import KEEP, NO_ANCHORS, Anchors, Dates, Deadline, Occurrence, Period, Policy, Problem, Recurring, Relative
from .printing import print_deadline, shown
from .reading import parse
from .resolving import resolve
from .workdays import WorkCalendar
from .years import year_of

KIND_NAMES = {
    "on": "точный день", "by": "не позднее дня", "during": "в пределах месяца, четверти, недели…", "span": "промежуток",
    "dates": "несколько сроков", "recurring": "повторяется", "relative": "отсчитывается от события",
    "whole": "весь период", "on-demand": "по необходимости, без даты", "external": "по отдельному документу, без даты",
    "unset": "не указан", "verbatim": "не понят, печатается как написан",
}
_SHOWN = 6
_WEEKDAYS = ("пн", "вт", "ср", "чт", "пт", "сб", "вс")


class Explanation(NamedTuple):
    """The reading of one phrase. ``alternatives`` are phrases to write instead; ``steps`` are Russian sentences."""

    text: str
    kind: str
    occurrences: tuple[Occurrence, ...]
    problems: tuple[Problem, ...]
    alternatives: tuple[str, ...]
    steps: tuple[str, ...]


def explain(
    text: str, period: Period, anchors: Anchors = NO_ANCHORS, calendar: WorkCalendar | None = None,
    policy: Policy = KEEP,
) -> Explanation:
    """The kind, the occurrences and the problems of a phrase in a period, and why each is what it is."""
    deadline = parse(text)
    occurrences, problems = resolve(deadline, period, anchors, calendar, policy)
    alternatives: tuple[str, ...] = ()
    if problems:
        alternatives = tuple(dict.fromkeys(one for problem in problems for one in problem.alternatives))
    steps = _steps(deadline, occurrences, problems, period)
    return Explanation(text, deadline.kind, occurrences, problems, alternatives, steps)


def _steps(
    deadline: Deadline, occurrences: tuple[Occurrence, ...], problems: tuple[Problem, ...], period: Period
) -> tuple[str, ...]:
    steps = [f"вид: {KIND_NAMES[deadline.kind]}"]
    if deadline.kind not in ("verbatim", "unset"):
        steps.append(f"прочитано: «{_read(deadline)}»")
    if deadline.note:
        steps.append(f"слова рядом, на дату не влияют: «{deadline.note}»")
    if deadline.time:
        steps.append(f"время дня: {deadline.time}")
    if occurrences:
        where = f"{shown(period.start)} – {shown(period.end)}"
        steps.append(f"год взят из периода {where}" if _without_year(deadline) else f"период: {where}")
    if isinstance(deadline, Relative) and occurrences and deadline.relation == "within":
        steps.append("счёт начинается со следующего дня (ГК РФ, ст. 191)")
    steps += [_told(one) for one in occurrences[:_SHOWN]]
    if len(occurrences) > _SHOWN:
        steps.append(f"… и так далее, последний раз — {shown(occurrences[-1].due)}")
    steps += [_RULES[problem.code] for problem in problems if problem.code in _RULES]
    return tuple(dict.fromkeys(steps))


def _read(deadline: Deadline) -> str:
    """The deadline as it was understood; of «после дня открытых дверей» no word is left out."""
    printed = print_deadline(deadline)
    if isinstance(deadline, Relative) and deadline.anchor.what == "named":
        name = deadline.anchor.name
        if f"дня {name}".lower() in deadline.text.lower() and f"после {name}" in printed:
            return printed.replace(f"после {name}", f"после дня {name}")
    return printed


_RULES = {
    "deadline-day-off": "выходной: дата оставлена как написана; перенести её может «календарь: срок в выходной»",
    "deadline-vague": "«начало», «середина», «конец» месяца — дни 1–10, 11–20, 21–последний; неделя — с понедельника",
    "deadline-school-year-end": "конец учебного года: последний день периода, пока не описаны четверти",
    "deadline-without-days": "«не реже» и «несколько раз» не называют дней",
    "deadline-anchor-without-date": "у события нет даты: дайте её в «период: события»",
}


def _told(one: Occurrence) -> str:
    """One occurrence: its days, and the day it was moved from."""
    due = f"{shown(one.due)}, {_WEEKDAYS[one.due.weekday()]}"
    words = due if one.start == one.end else f"{shown(one.start)} – {shown(one.end)}, срок {due}"
    if one.adjusted_from is not None:
        words += f" (перенесено с {shown(one.adjusted_from)}, {_WEEKDAYS[one.adjusted_from.weekday()]}: выходной)"
    if one.preliminary:
        words += " (предварительно: постановления о переносе выходных на этот год ещё нет)"
    return words


def _without_year(deadline: Any) -> bool:
    """Whether the period supplied the year."""
    if isinstance(deadline, Dates):
        return any(_without_year(part) for part in deadline.parts)
    if isinstance(deadline, Recurring):
        return False
    points = [getattr(deadline, name, None) for name in ("day", "point", "start", "end")]
    return any(point is not None and hasattr(point, "year") and year_of(point) is None for point in points)
