"""How a phrase was read, step by step, for a person to check."""

from __future__ import annotations

from typing import Any, Literal, NamedTuple

from .kinds import KEEP, NO_ANCHORS, Anchors, Dates, Deadline, Occurrence, Period, Policy, Problem, Recurring, Relative
from .printing import print_deadline, shown
from .reading import parse
from .resolving import resolve
from .workdays import WorkCalendar
from .years import year_of

Language = Literal["ru", "en"]
KIND_NAMES: dict[Language, dict[str, str]] = {"ru": {
    "on": "точный день", "by": "не позднее дня", "during": "в пределах месяца, четверти, недели…", "span": "промежуток",
    "dates": "несколько сроков", "recurring": "повторяется", "relative": "отсчитывается от события",
    "whole": "весь период", "on-demand": "по необходимости, без даты", "external": "по отдельному документу, без даты",
    "unset": "не указан", "verbatim": "не понят, печатается как написан",
}, "en": {
    "on": "an exact day", "by": "by a day", "during": "within a month, a quarter, a week…", "span": "a span",
    "dates": "several deadlines", "recurring": "comes again", "relative": "counts from an event",
    "whole": "the whole period", "on-demand": "as needed, no date", "external": "by another document, no date",
    "unset": "not given", "verbatim": "not understood, printed as written",
}}
_SHOWN = 6
_WEEKDAYS = {"ru": ("пн", "вт", "ср", "чт", "пт", "сб", "вс"), "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")}
_STEPS: dict[Language, dict[str, str]] = {"ru": {
    "kind": "вид: {0}", "read": "прочитано: «{0}»", "note": "слова рядом, на дату не влияют: «{0}»",
    "time": "время дня: {0}", "year": "год взят из периода {0}", "period": "период: {0}",
    "next-day": "счёт начинается со следующего дня (ГК РФ, ст. 191)", "more": "… и так далее, последний раз — {0}",
    "span": "{0}, срок {1}", "moved": " (перенесено с {0}, {1}: выходной)",
    "preliminary": " (предварительно: постановления о переносе выходных на этот год ещё нет)",
    "no-days": "отдельных дат не получает: в календаре стоит среди сроков без даты",
}, "en": {
    "kind": "kind: {0}", "read": "read: «{0}»", "note": "words beside it, of no effect on the date: «{0}»",
    "time": "time of day: «{0}»", "year": "the year was taken from the period {0}", "period": "period: {0}",
    "next-day": "counting begins on the next day (Civil Code of Russia, art. 191)", "more": "… and so on, last on {0}",
    "span": "{0}, due {1}", "moved": " (moved from {0}, {1}: a day off)",
    "preliminary": " (preliminary: there is no decree yet on the days off of that year)",
    "no-days": "gets no dates of its own: the calendar has it among the deadlines without a date",
}}


class Explanation(NamedTuple):
    """The reading of one phrase. ``alternatives`` are phrases to write instead; ``steps`` are sentences."""

    text: str
    kind: str
    occurrences: tuple[Occurrence, ...]
    problems: tuple[Problem, ...]
    alternatives: tuple[str, ...]
    steps: tuple[str, ...]


def explain(
    text: str, period: Period, anchors: Anchors = NO_ANCHORS, calendar: WorkCalendar | None = None,
    policy: Policy = KEEP, language: Language = "ru",
) -> Explanation:
    """The kind, the occurrences and the problems of a phrase in a period, and why each is what it is."""
    deadline = parse(text)
    occurrences, problems = resolve(deadline, period, anchors, calendar, policy)
    alternatives: tuple[str, ...] = ()
    if problems:
        alternatives = tuple(dict.fromkeys(one for problem in problems for one in problem.alternatives))
    steps = _steps(deadline, occurrences, problems, period, language)
    return Explanation(text, deadline.kind, occurrences, problems, alternatives, steps)


def _steps(
    deadline: Deadline, occurrences: tuple[Occurrence, ...], problems: tuple[Problem, ...], period: Period,
    language: Language,
) -> tuple[str, ...]:
    words = _STEPS[language]
    steps = [words["kind"].format(KIND_NAMES[language][deadline.kind])]
    if deadline.kind not in ("verbatim", "unset"):
        steps.append(words["read"].format(_read(deadline)))
    if deadline.note:
        steps.append(words["note"].format(deadline.note))
    if deadline.time:
        steps.append(words["time"].format(deadline.time))
    if occurrences:
        where = f"{shown(period.start)} – {shown(period.end)}"
        steps.append(words["year" if _without_year(deadline) else "period"].format(where))
    elif isinstance(deadline, Recurring) and not problems:
        steps.append(words["no-days"])
    if isinstance(deadline, Relative) and occurrences and deadline.relation == "within":
        steps.append(words["next-day"])
    steps += [_told(one, language) for one in occurrences[:_SHOWN]]
    if len(occurrences) > _SHOWN:
        steps.append(words["more"].format(shown(occurrences[-1].due)))
    rules = _RULES[language]
    steps += [rules[problem.code] for problem in problems if problem.code in rules]
    return tuple(dict.fromkeys(steps))


def _read(deadline: Deadline) -> str:
    """The deadline as it was understood; of «после дня открытых дверей» no word is left out."""
    printed = print_deadline(deadline)
    if isinstance(deadline, Relative) and deadline.anchor.what == "named":
        name = deadline.anchor.name
        if f"дня {name}".lower() in deadline.text.lower() and f"после {name}" in printed:
            return printed.replace(f"после {name}", f"после дня {name}")
    return printed


_RULES: dict[Language, dict[str, str]] = {"ru": {
    "deadline-day-off": "выходной: дата оставлена как написана; перенести её может «календарь: срок в выходной»",
    "deadline-vague": "«начало», «середина», «конец» месяца — дни 1–10, 11–20, 21–последний; неделя — с понедельника",
    "deadline-school-year-end": "конец учебного года: последний день периода, пока не описаны четверти",
    "deadline-without-days": "«не реже» и «несколько раз» не называют дней",
    "deadline-anchor-without-date": "у события нет даты: дайте её в «период: события»",
}, "en": {
    "deadline-day-off": "a day off: the date stays as written; «calendar: day_off_policy» may move it",
    "deadline-vague": "beginning, middle and end of a month are its days 1–10, 11–20, 21–last; weeks begin on Monday",
    "deadline-school-year-end": "the end of the school year: the last day of the period, unless terms are declared",
    "deadline-without-days": "«не реже» and «несколько раз» name no days",
    "deadline-anchor-without-date": "the event has no date: give it in «period: events»",
}}


def _told(one: Occurrence, language: Language) -> str:
    """One occurrence: its days, and the day it was moved from."""
    words, weekdays = _STEPS[language], _WEEKDAYS[language]
    due = f"{shown(one.due)}, {weekdays[one.due.weekday()]}"
    told = due if one.start == one.end else words["span"].format(f"{shown(one.start)} – {shown(one.end)}", due)
    if one.adjusted_from is not None:
        told += words["moved"].format(shown(one.adjusted_from), weekdays[one.adjusted_from.weekday()])
    if one.preliminary:
        told += words["preliminary"]
    return told


def _without_year(deadline: Any) -> bool:
    """Whether the period supplied the year."""
    if isinstance(deadline, Dates):
        return any(_without_year(part) for part in deadline.parts)
    if isinstance(deadline, Recurring):
        return False
    points = [getattr(deadline, name, None) for name in ("day", "point", "start", "end")]
    return any(point is not None and hasattr(point, "year") and year_of(point) is None for point in points)
