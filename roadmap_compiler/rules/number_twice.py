"""Один номер стоит у двух строк.

На номер ссылаются в приказах и отчётах: по номеру, который стоит дважды, не понять, о чём речь. Обычно номер
остался от строки, которую переставили. Номера расставляются сами: уберите поле «номер».

Плохо:

```yaml
этапы:
  - название: Подготовка
    мероприятия:
      - название: Выбор форм наставничества
        номер: "1.2"
        срок: сентябрь
      - название: Сбор согласий
        номер: "1.2"
        срок: сентябрь
```

Хорошо:

```yaml
этапы:
  - название: Подготовка
    мероприятия:
      - название: Выбор форм наставничества
        срок: сентябрь
      - название: Сбор согласий
        срок: сентябрь
```
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmap_compiler.findings import Finding, Related, Severity
from roadmap_compiler.plan.plan import Entry, Plan

CODES: dict[str, Severity] = {"number-twice": "error"}


def find(plan: Plan) -> Iterator[Finding]:
    """Entries whose printed numbers are equal, told at the number that was written by hand."""
    if not plan.tree.has_in_items("number"):
        return  # numbers that were all given by the tool differ where they should
    first: dict[str, Entry] = {}
    for entry in plan.entries:
        number = entry.number.rstrip(".")
        if not number or entry.kind == "item":
            continue
        other = first.setdefault(number, entry)
        if other is entry:
            continue
        here, there = entry, other
        if not plan.tree.has((*here.path, "number")):
            here, there = there, here
        if plan.tree.has((*here.path, "number")):
            related = (Related(plan.tree.span(there.path), "same-number"),)
            span = plan.tree.span((*here.path, "number"))
            params = {"number": number, "line": plan.tree.span(there.path).line}
            yield Finding("number-twice", "error", span, params, related)
