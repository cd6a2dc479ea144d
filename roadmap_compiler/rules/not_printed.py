"""Значение записано, но столбца для него в таблице нет.

Оно есть в файле, но в документ не попадёт, и никто этого не заметит. Добавьте столбец в «таблица: столбцы» или
уберите значение.

Плохо:

```yaml
таблица:
  столбцы:
    номер: № п/п
    мероприятие: Мероприятие
    срок: Сроки
мероприятия:
  - название: Обучение наставников
    срок: май
    место: актовый зал
```

Хорошо:

```yaml
таблица:
  столбцы:
    номер: № п/п
    мероприятие: Мероприятие
    срок: Сроки
    место: Место
мероприятия:
  - название: Обучение наставников
    срок: май
    место: актовый зал
```
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmap_compiler.findings import Finding, Severity
from roadmap_compiler.plan.plan import Entry, Plan
from roadmap_compiler.plan.table import cell_text, rows_are_stages

CODES: dict[str, Severity] = {"value-not-printed": "warning"}

_ROLES = ("content", "deadline", "responsible", "result", "place", "participants", "note")


def find(plan: Plan) -> Iterator[Finding]:
    """Values for which no column is declared, each kind of value once, where it first stands."""
    columns = {column.role for column in plan.table.columns}
    missing = [role for role in _ROLES if role not in columns and plan.tree.has_in_items(role)]
    if not missing:
        return
    stages = rows_are_stages(plan.roadmap)
    for role in missing:
        places = [(*entry.path, role) for entry in plan.entries
                  if cell_text(role, entry) and not _stands_elsewhere(role, entry, stages)]
        if places:
            params = {"key": _key(plan, places[0])}
            yield Finding("value-not-printed", "warning", plan.tree.key_span(places[0]), params)


def _stands_elsewhere(role: str, entry: Entry, stages: bool) -> bool:
    """A stage prints its result beside its title; where rows are stages, so is the content."""
    return entry.kind == "stage" and (role == "result" or (role == "content" and stages))


def _key(plan: Plan, place: tuple[str | int, ...]) -> str:
    span = plan.tree.key_span(place)
    line = plan.tree.lines[span.line - 1]
    return line[span.column - 1:span.end_column - 1]
