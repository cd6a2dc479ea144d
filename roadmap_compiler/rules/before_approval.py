"""Срок прошёл раньше, чем карта утверждена.

Мероприятие, которое должно было закончиться до дня утверждения, нельзя выполнить по этой карте: либо срок остался
от прошлого года, либо карту утвердили задним числом. Работа, которая началась раньше утверждения и продолжается
после него, — не ошибка. План с изменениями утверждают среди года: о нём правило молчит.

Плохо:

```yaml
утверждение:
  - гриф: утверждаю
    должность: Директор
    имя: А.Б. Ткаченко
    дата: 12.10.2021
мероприятия:
  - название: Информирование педагогов
    срок: сентябрь
```

Хорошо:

```yaml
утверждение:
  - гриф: утверждаю
    должность: Директор
    имя: А.Б. Ткаченко
    дата: 12.10.2021
мероприятия:
  - название: Информирование педагогов
    срок: ноябрь
```
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmap_compiler.findings import Finding, Severity
from roadmap_compiler.plan.approvals import print_day
from roadmap_compiler.plan.plan import Plan
from roadmap_compiler.rules.amended import is_amended

CODES: dict[str, Severity] = {"deadline-before-approval": "warning"}


def find(plan: Plan) -> Iterator[Finding]:
    """Deadlines whose last occurrence is due before the day of approval."""
    if plan.approved is None or is_amended(plan):
        return
    for entry in plan.entries:
        deadline = entry.deadline
        if deadline is None or not deadline.occurrences or deadline.is_wrong:
            continue
        if deadline.occurrences[-1].due >= plan.approved:
            continue  # nearly every one
        if max(occurrence.due for occurrence in deadline.occurrences) < plan.approved:
            params = {"text": deadline.text, "approved": print_day(plan.approved)}
            yield Finding("deadline-before-approval", "warning", plan.tree.span((*entry.path, "deadline")), params)
