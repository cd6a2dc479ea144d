"""Что не так со сроком самим по себе.

Срок, который не понят, понимается двояко, стоит не в том году или кончается раньше, чем начинается, попадёт в
календарь неверно или не попадёт вовсе. Поэтому это ошибка, и с ней документ не собирается. Одно и то же дважды в
одной клетке и неверный день недели — предупреждение. Срок в выходной — замечание: документ это не портит, но в
субботу отчёт никто не примет; о сроке с часом («22.04.2023 10:00»), с днём недели («25 сентября, суббота», «по средам»)
и о том, что повторяется каждую неделю, правило молчит.

Плохо:

```yaml
этапы:
  - название: Завершение
    мероприятия:
      - {название: Заключительная встреча, срок: апрель 2021}
      - {название: Регулярные встречи, срок: октябрь – апрель 2021}
      - {название: Выбор форм, срок: март октябрь}
      - {название: Отчёт, срок: когда соберём данные}
      - {название: Мониторинг, срок: "сентябрь, октябрь, сентябрь"}
      - {название: Совещание, срок: "понедельник, 21 сентября"}
      - {название: Сбор данных, срок: до 25.09.2021}
```

Хорошо:

```yaml
этапы:
  - название: Завершение
    мероприятия:
      - {название: Заключительная встреча, срок: апрель 2022}
      - {название: Регулярные встречи, срок: октябрь 2021 – апрель 2022}
      - {название: Выбор форм, срок: "март, октябрь"}
      - {название: Отчёт, срок: до 20 мая}
      - {название: Мониторинг, срок: "сентябрь, октябрь"}
      - {название: Совещание, срок: "вторник, 21 сентября"}
      - {название: Сбор данных, срок: до 24.09.2021}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmap_compiler.deadlines import Problem, Recurring, Relative
from roadmap_compiler.findings import Edit, Finding, Fix, Severity
from roadmap_compiler.plan.approvals import print_day
from roadmap_compiler.plan.plan import Entry, Plan, PlannedDeadline
from roadmap_compiler.rules.event_year import wrong_years
from roadmap_compiler.source.tree import Path, Tree

CODES: dict[str, Severity] = {
    "deadline-outside-period": "error", "deadline-end-before-start": "error", "deadline-ambiguous": "error",
    "deadline-not-understood": "error", "deadline-repeated": "warning",
    "deadline-weekday-differs": "warning", "deadline-day-off": "info",
}

_DAY_OFF = "deadline-day-off"
_OUTSIDE = "deadline-outside-period"
_BEFORE_SCHOOL_YEAR = "deadline-before-school-year"


def find(plan: Plan) -> Iterator[Finding]:
    """Every problem of every deadline, on the deadline's own line; work of the August before is told of once."""
    told_before_school_year = False
    event_strays = bool(plan.period.events) and bool(wrong_years(plan))
    for entry in plan.entries:
        if entry.deadline is None or not entry.deadline.problems:
            continue
        told_day_off = False
        has_error = entry.deadline.is_wrong
        for problem in entry.deadline.problems:
            if problem.code == _DAY_OFF:
                if told_day_off or _is_meant(entry.deadline) or has_error:
                    continue
                told_day_off = True
            if event_strays and isinstance(entry.deadline.deadline, Relative) and problem.code == _OUTSIDE:
                continue  # the year of the event is told
            if problem.code == _BEFORE_SCHOOL_YEAR:
                if told_before_school_year:
                    continue
                told_before_school_year = True
            yield deadline_finding(_as_grave(problem, entry.deadline), entry, plan.tree)


def _as_grave(problem: Problem, deadline: PlannedDeadline) -> Problem:
    """«1 раз в четверть» says how often and names no day: without the quarters the document is none the worse."""
    rule = deadline.deadline
    if problem.code == "deadline-term-not-declared" and isinstance(rule, Recurring) and rule.mode == "during" and (
            not rule.part):
        return problem._replace(severity="info")
    return problem


def _is_meant(deadline: PlannedDeadline) -> bool:
    """Who names an hour or the day of the week of one date knows that it is a day off.

    What comes again every week, or on a weekday of the month, falls on a holiday now and then, as everybody knows.
    """
    rule = deadline.deadline
    if isinstance(rule, Recurring):
        return rule.every in ("day", "week") or bool(rule.weekdays)
    return len(deadline.occurrences) == 1 and (
        bool(deadline.occurrences[0].time) or re.search(r"(?i)субб|воскр|\bсб\b|\bвс\b", deadline.text) is not None)


def deadline_finding(problem: Problem, entry: Entry, tree: Tree) -> Finding:
    """A problem of a deadline as a finding, with its readings as fixes to choose from."""
    path = (*entry.path, "deadline")
    span = tree.span(path)
    params = {**problem.params, "alternatives": problem.alternatives}
    params.setdefault("text", entry.deadline.text if entry.deadline else "")
    if problem.code == "deadline-vague" and entry.deadline is not None and entry.deadline.occurrences:
        first = entry.deadline.occurrences[0]
        params["ready"] = f"{print_day(first.start)} – {print_day(first.end)}"
    fixes = tuple(fix for phrase in problem.alternatives if (fix := _fix(phrase, path, tree)) is not None)
    if problem.code == "deadline-corrected" and tree.is_scalar(path):
        place = tree.span_of(path, problem.params["written"])
        if place.end_column - place.column == len(problem.params["written"]):
            fixes = (Fix(problem.params["read"], (Edit(place, problem.params["read"]),), safe=False),)
    return Finding(problem.code, problem.severity, span, params, (), fixes)


def _fix(phrase: str, path: Path, tree: Tree) -> Fix | None:
    """Write this reading instead; the choice is the author's, so it is never safe. None for a text of several lines."""
    from roadmap_compiler.editing.scalars import is_plain, quoted

    span = tree.span(path)
    lines = tree.lines
    if not tree.is_scalar(path) or span.line > len(lines) or span.end_line != span.line:
        return None
    sign = lines[span.line - 1][span.column - 1:span.column]
    if sign in ("|", ">"):
        return None  # a block text
    text = phrase
    if sign in ('"', "'") and sign not in phrase and "\\" not in phrase:
        text = f"{sign}{phrase}{sign}"
    elif not is_plain(phrase) or tree.is_flow(path[:-1]) and re.search(r"[][{},]", phrase):
        text = quoted(phrase)
    return Fix(phrase, (Edit(span, text),), safe=False)
