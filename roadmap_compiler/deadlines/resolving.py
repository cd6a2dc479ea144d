"""A Deadline in a period becomes occurrences: days of the calendar, and what is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from . import counting, occurring, repeating
from .kinds import KEEP, NO_ANCHORS, Anchors, Deadline, Occurrence, On, Period, Policy, Problem, Recurring
from .locating import Unplaced
from .placing import Setting
from .points import Day, Weekday
from .printing import print_deadline, print_point, shown
from .reading import parse
from .workdays import RUSSIA, WorkCalendar

Resolved = tuple[tuple[Occurrence, ...], tuple[Problem, ...]]

OF_YEARS = frozenset(("deadline-outside-period", "deadline-end-before-start", "deadline-before-school-year"))
"""Problems that a year with a wrong digit makes."""

_RESOLVERS: dict[str, Callable[[Any, Setting, str], list[Occurrence]]] = {
    "on": occurring.on, "by": occurring.by, "during": occurring.during, "span": occurring.span,
    "dates": occurring.dates, "whole": occurring.whole, "recurring": repeating.recurring, "relative": counting.relative,
}


def resolve(
    deadline: Deadline, period: Period, anchors: Anchors = NO_ANCHORS, calendar: WorkCalendar | None = None,
    policy: Policy = KEEP,
) -> Resolved:
    """The occurrences of a deadline in order, and its problems (those of the reading first).

    A deadline without a date has none and is no problem. Every occurrence lies in the period or a problem says why not.
    Without a calendar the five-day week of Russia counts.
    """
    setting = Setting(period, anchors, calendar or RUSSIA, policy, [], _of)
    if deadline.kind == "verbatim":
        return (), _until_event(deadline.text, _with_days_inside(deadline.warnings, setting), setting)
    occurrences = tuple(_on_workday(one, deadline, setting) for one in _of(deadline, setting, "1"))
    if not setting.problems:
        return occurrences, deadline.warnings
    text = deadline.text or print_deadline(deadline)
    problems = tuple(_told(problem, text) for problem in _with_own_words(deadline, setting))
    return occurrences, (*deadline.warnings, *problems)


def _with_own_words(deadline: Deadline, setting: Setting) -> list[Problem]:
    """The problems found, those of a wrong year with the phrase as it was typed but for the digits of its years."""
    if not any(problem.code in OF_YEARS for problem in setting.problems):
        return setting.problems
    from .respelling import with_right_digits

    def is_clean(phrase: str) -> bool:
        again = setting._replace(problems=[])
        better = parse(phrase)
        _of(better, again, "1")
        told = (*better.warnings, *again.problems)
        return not any(problem.severity == "error" or problem.code in OF_YEARS for problem in told)

    found = with_right_digits(deadline, setting.period, is_clean)
    out = []
    for problem in setting.problems:
        if problem.code in OF_YEARS and (found or deadline.kind == "dates"):
            problem = problem._replace(alternatives=found)  # a part of a list must not stand for the whole
        out.append(problem)
    return out


def _with_days_inside(warnings: tuple[Problem, ...], setting: Setting) -> tuple[Problem, ...]:
    """For a day that its month does not have, what is offered lies in the period."""
    return tuple(_offered_inside(one, setting) if one.code == "deadline-no-such-date" else one for one in warnings)


_FROM_DAY_TO = re.compile(r"(?i)(с\s+\d.*?)\s+(?=(?:до|по)\s+\D)")


def _until_event(text: str, warnings: tuple[Problem, ...], setting: Setting) -> tuple[Problem, ...]:
    """«с 1 июля до окончания набора»: where the event has its day, the same with the day is offered first."""
    match = _FROM_DAY_TO.match(text)
    if match is None or [one.code for one in warnings] != ["deadline-ambiguous"]:
        return warnings
    end = parse(text[match.end():])
    found = resolve(end, setting.period, setting.anchors, setting.calendar, KEEP)[0] if end.kind == "relative" else ()
    phrase = f"{match[1]} по {print_point(Day(found[0].due.month, found[0].due.day))}" if len(found) == 1 else ""
    if not phrase or parse(phrase).kind != "span":
        return warnings
    return (warnings[0]._replace(alternatives=(phrase, *warnings[0].alternatives)),)


def _offered_inside(problem: Problem, setting: Setting) -> Problem:
    """Where the month's last day lies outside the period, the phrase with the right year, or a word on the period."""
    offered: list[str] = []
    for phrase in problem.alternatives:
        found = resolve(parse(phrase), setting.period, setting.anchors, setting.calendar, setting.policy)[1]
        outside = [one for one in found if one.code in OF_YEARS]
        offered += [better for one in outside for better in one.alternatives] if outside else [phrase]
    if offered or not problem.alternatives:
        return problem._replace(alternatives=tuple(offered))
    days = f"{shown(setting.period.start)} – {shown(setting.period.end)}"
    return problem._replace(alternatives=(), params={**problem.params, "ready": days})


def _told(problem: Problem, text: str) -> Problem:
    """The problem with the whole phrase for its text and its days as a Russian reader writes them.

    What is offered is understood: a phrase with odd words beside the date may not be once it is written anew.
    """
    offered = tuple(phrase for phrase in problem.alternatives if parse(phrase).kind != "verbatim")
    params = {name: shown(value) if isinstance(value, date) else value for name, value in problem.params.items()}
    return problem._replace(params={**params, "text": text}, alternatives=offered)


def _of(deadline: Deadline, setting: Setting, key: str) -> list[Occurrence]:
    resolver = _RESOLVERS.get(deadline.kind)
    if resolver is None:
        return []
    try:
        found = resolver(deadline, setting, key)
    except Unplaced as unplaced:
        problem = unplaced.problem
        setting.problems.append(problem._replace(params={"text": deadline.text, **problem.params}))
        return []
    if deadline.note or deadline.time:
        found = [one._replace(note=one.note or deadline.note, time=one.time or deadline.time) for one in found]
    return found


def _on_workday(one: Occurrence, deadline: Deadline, setting: Setting) -> Occurrence:
    """A due day that is off: kept with a warning, or moved by the policy (the day-count conventions' names)."""
    calendar, policy = setting.calendar, setting.policy.day_off
    if _by_workdays(deadline) and calendar.is_preliminary(one.due.year):
        one = one._replace(preliminary=True)
    if not calendar.is_off(one.due):
        return one
    preliminary = calendar.is_preliminary(one.due.year)
    before, after = calendar.previous_workday(one.due), calendar.next_workday(one.due)
    if policy == "keep":
        if one.precision == "day" or deadline.kind == "relative":  # the last day of a term counts (ГК 193)
            params = {"text": deadline.text, "day": one.due, "before": before, "after": after}
            setting.problems.append(Problem("deadline-day-off", params, (), "warning"))
            return one._replace(preliminary=preliminary) if preliminary else one
        return one
    if one.precision == "period":
        return one
    due = before if policy == "previous" else after
    if policy == "modified_next" and (after.month != one.due.month or after > setting.period.end):
        due = before
    start, end = min(one.start, due), max(one.end, due) if one.precision == "day" else one.end
    if one.precision == "day" and one.start == one.end:
        start = end = due
    return one._replace(start=start, end=max(end, due), due=due, adjusted_from=one.due, preliminary=preliminary)


def _by_workdays(deadline: Any) -> bool:
    """Whether the day was found by counting working days of a month."""
    if isinstance(deadline, Recurring):
        return deadline.workday != 0
    point = deadline.day if isinstance(deadline, On) else getattr(deadline, "point", None)
    return isinstance(point, Weekday) and point.weekday == 0
