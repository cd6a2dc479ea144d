"""У мероприятия нет срока или ответственного, хотя такой столбец в таблице есть.

Пустая клетка в подписанном плане означает, что за работу никто не отвечает или что её можно не делать никогда.
Если клетка пуста нарочно, разрешите это в строке с названием и напишите почему.

Плохо:

```yaml
мероприятия:
  - название: Формирование банка экспертов
    ответственный: Куратор
```

```yaml
мероприятия:
  - название: Формирование банка экспертов
    срок: до 1 мая
```

Хорошо:

```yaml
мероприятия:
  - название: Формирование банка экспертов
    срок: до 1 мая
    ответственный: Куратор
```
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmap_compiler.findings import Finding, Severity
from roadmap_compiler.plan.plan import Entry, Plan
from roadmap_compiler.plan.table import rows_are_stages

CODES: dict[str, Severity] = {"deadline-empty": "warning", "responsible-empty": "warning"}


def find(plan: Plan) -> Iterator[Finding]:
    """Rows that have no parts of their own and an empty cell under «срок» or «ответственный»."""
    roles = {column.role for column in plan.table.columns}
    stages = rows_are_stages(plan.roadmap)
    with_items: dict[str, set[int]] = {"deadline": set(), "responsible": set()}
    for entry in plan.entries:
        if entry.kind == "item":
            for role, owners in with_items.items():
                if _has(entry, role):
                    owners.add(entry.parent)
    for index, entry in enumerate(plan.entries):
        is_row = entry.kind == "stage" if stages else entry.kind == "activity" and not entry.has_parts
        if not is_row:
            continue
        for role, code in (("deadline", "deadline-empty"), ("responsible", "responsible-empty")):
            if role not in roles or _has(entry, role) or index in with_items[role]:
                continue
            if (*entry.path, role) in plan.tree.left_empty or (stages and _activities_have(plan, index, role)):
                continue
            yield Finding(code, "warning", plan.tree.span(entry.path), {"title": entry.title or entry.content})


def _has(entry: Entry, role: str) -> bool:
    if role == "deadline":
        return entry.deadline is not None and entry.deadline.deadline.kind != "unset"
    return bool(entry.responsible)


def _activities_have(plan: Plan, stage: int, role: str) -> bool:
    return any(entry.stage == stage and _has(entry, role) for entry in plan.entries)
