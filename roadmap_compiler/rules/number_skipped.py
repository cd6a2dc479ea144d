"""В номерах, которые проставлены вручную, пропуск.

После 1.2 стоит 1.4: строку удалили, а номера не поправили, или строка потерялась. В плане с изменениями пропуски
законны: у него номер редакции больше нуля или в названии или грифе сказано «в редакции», «с изменениями».

Плохо:

```yaml
мероприятия:
  - название: Приказ о рабочей группе
    номер: "1.2"
    срок: сентябрь
    ответственный: Директор
  - название: Рабочие программы
    номер: "1.4"
    срок: октябрь
    ответственный: Методист
```

Хорошо:

```yaml
мероприятия:
  - название: Приказ о рабочей группе
    срок: сентябрь
    ответственный: Директор
  - название: Рабочие программы
    срок: октябрь
    ответственный: Методист
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmap_compiler.findings import Finding, Severity
from roadmap_compiler.plan.plan import Entry, Plan
from roadmap_compiler.rules.amended import is_amended

CODES: dict[str, Severity] = {"number-skipped": "info"}


def find(plan: Plan) -> Iterator[Finding]:
    """Hand-written numbers greater by two and more than the number before them in the same group."""
    if not plan.tree.has_in_items("number"):
        return
    written = [entry for entry in plan.entries
               if entry.number and entry.kind != "item" and plan.tree.has((*entry.path, "number"))]
    if not written or is_amended(plan):
        return
    last: dict[tuple[str, tuple[int, ...]], int] = {}
    for entry in plan.entries:
        figures = _figures(entry)
        if figures is None:
            continue
        before = last.get((entry.kind, figures[:-1]))
        if before is not None and figures[-1] > before + 1 and entry in written:
            group = ".".join(map(str, figures[:-1]))
            missing = f"{group}.{before + 1}" if group else str(before + 1)
            yield Finding("number-skipped", "info", plan.tree.span((*entry.path, "number")),
                          {"number": entry.number.rstrip("."), "missing": missing})
        last[entry.kind, figures[:-1]] = figures[-1]


def _figures(entry: Entry) -> tuple[int, ...] | None:
    """«1.4.» → (1, 4); «2.1-1» and «II» have none."""
    if entry.kind == "item" or re.fullmatch(r"\d+(?:\.\d+)*\.?", entry.number) is None:
        return None
    return tuple(map(int, entry.number.rstrip(".").split(".")))
