"""У одного человека на один день сходится много сроков.

Двенадцать дел к 30 сентября никто не сделает: часть сроков поставлена не подумав. Считаются сроки на один день (от
четырёх) и на один месяц (от восьми). Длинные сроки, повторяющиеся и «в течение года» не считаются. Замечание одно на
человека и стоит у него в «люди».

Плохо:

```yaml
люди:
  козлова: Козлова Ю.С., учитель
мероприятия:
  - {название: Приказ, срок: до 30 сентября, ответственный: козлова}
  - {название: Анкеты, срок: до 30 сентября, ответственный: козлова}
  - {название: Сбор согласий, срок: до 30 сентября, ответственный: козлова}
  - {название: Отчёт, срок: до 30 сентября, ответственный: козлова}
```

Хорошо:

```yaml
люди:
  козлова: Козлова Ю.С., учитель
мероприятия:
  - {название: Приказ, срок: до 10 сентября, ответственный: козлова}
  - {название: Анкеты, срок: до 20 сентября, ответственный: козлова}
  - {название: Сбор согласий, срок: до 30 сентября, ответственный: козлова}
  - {название: Отчёт, срок: до 15 октября, ответственный: козлова}
```
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from roadmap_compiler.findings import Finding, Related, Severity
from roadmap_compiler.messages import plural
from roadmap_compiler.plan.approvals import print_day
from roadmap_compiler.plan.plan import Entry, Plan

CODES: dict[str, Severity] = {"deadlines-piled-up": "info"}

_TOO_MANY = {"day": 4, "month": 8}


def find(plan: Plan) -> Iterator[Finding]:
    """People with too many deadlines on a day or in a month, with the days and the numbers."""
    loads: dict[tuple[str, datetime.date, str], list[Entry]] = {}
    for entry in plan.entries:
        deadline = entry.deadline
        if deadline is None or entry.kind == "stage" or deadline.deadline.kind == "recurring" or deadline.is_wrong:
            continue
        for occurrence in deadline.occurrences:
            if occurrence.precision in _TOO_MANY:
                for who in entry.responsible:
                    loads.setdefault((who.key or who.text, occurrence.due, occurrence.precision), []).append(entry)
    heavy: dict[str, dict[tuple[datetime.date, str], list[Entry]]] = {}
    for (name, due, precision), entries in loads.items():
        if len(entries) >= _TOO_MANY[precision]:
            heavy.setdefault(name, {})[due, precision] = entries
    for name, days in heavy.items():
        yield _finding(plan, name, dict(sorted(days.items())))


def _finding(plan: Plan, name: str, heavy: dict[tuple[datetime.date, str], list[Entry]]) -> Finding:
    told = [f"{print_day(day)} — {plural(len(entries), 'срок', 'срока', 'сроков')}"
            for (day, _), entries in heavy.items()]
    entries = [entry for some in heavy.values() for entry in some]
    declared = ("people", name)
    first = (*entries[0].path, "responsible")
    span = plan.tree.key_span(declared) if plan.tree.has(declared) else plan.tree.span(first)
    related = tuple(Related(plan.tree.span((*entry.path, "deadline")), "deadline") for entry in entries)
    person = next(who.text for who in entries[0].responsible if (who.key or who.text) == name)
    return Finding("deadlines-piled-up", "info", span, {"name": person, "days": tuple(told)}, related)
