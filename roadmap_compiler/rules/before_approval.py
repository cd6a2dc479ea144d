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
    approved = plan.approved
    if approved is None:
        return
    late = [(entry, deadline) for entry in plan.entries if (deadline := entry.deadline) is not None
            and deadline.occurrences and deadline.occurrences[-1].due < approved]
    if not late or is_amended(plan):
        return
    for entry, deadline in late:
        if not deadline.is_wrong and max(occurrence.due for occurrence in deadline.occurrences) < approved:
            params = {"text": deadline.text, "approved": print_day(approved)}
            yield Finding("deadline-before-approval", "warning", plan.tree.span((*entry.path, "deadline")), params)
