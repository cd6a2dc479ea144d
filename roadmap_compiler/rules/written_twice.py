"""Мероприятие или этап записаны дважды.

Один и тот же кусок вставили два раза, и в плане он напечатан дважды, с разными номерами. Мероприятие считается
повтором, если в том же этапе стоит другое, у которого всё то же самое: название, срок, ответственные, результат, свои
столбцы; этап — если у другого этапа то же название и те же мероприятия. Одинаковые названия с разными сроками
(«Педсовет» в ноябре и в марте) — не ошибка.

Плохо:

```yaml
мероприятия:
  - {название: Сбор согласий, срок: сентябрь, ответственный: Куратор}
  - {название: Входная диагностика, срок: сентябрь, ответственный: Психолог}
  - {название: Сбор согласий, срок: сентябрь, ответственный: Куратор}
```

Хорошо:

```yaml
мероприятия:
  - {название: Педсовет, срок: ноябрь, ответственный: Директор}
  - {название: Педсовет, срок: март, ответственный: Директор}
```
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from roadmap_compiler.findings import Finding, Related, Severity
from roadmap_compiler.plan.plan import Entry, Plan, plain_identity

CODES: dict[str, Severity] = {"entry-twice": "warning"}


def find(plan: Plan) -> Iterator[Finding]:
    """Activities and stages that say the same as one before them, told at the title of the later one."""
    titles = [entry.title for entry in plan.entries if entry.title]
    if len(set(titles)) == len(titles):
        return  # nearly every plan
    first: dict[Hashable, Entry] = {}
    for index, entry in enumerate(plan.entries):
        if not entry.title or entry.kind == "item":
            continue
        other = first.setdefault(_said(entry, index, plan), entry)
        if other is not entry:
            place = plan.tree.span((*other.path, "title"))
            yield Finding("entry-twice", "warning", plan.tree.span((*entry.path, "title")),
                          {"title": entry.title, "line": place.line}, (Related(place, "first"),))


def _said(entry: Entry, index: int, plan: Plan) -> Hashable:
    """What makes two entries the same."""
    title = plain_identity(entry.title)
    if entry.kind == "stage":
        return title, tuple(plain_identity(other.title) for other in plan.entries if other.stage == index)
    deadline = entry.deadline.text if entry.deadline is not None else ""
    texts = (entry.result, entry.content, entry.place, entry.participants, entry.note, entry.items)
    return title, entry.stage, entry.parent, deadline, entry.responsible, texts, tuple(entry.free.items())
