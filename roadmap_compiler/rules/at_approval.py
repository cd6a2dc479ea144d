"""Срок приходится на день или месяц утверждения.

План утвердили 12 апреля, а у мероприятия срок «апрель»: часть срока к этому дню уже прошла. Чаще всего так и
задумано, но стоит убедиться, что срок не остался от прошлого года. Замечание одно на весь план и стоит у даты
утверждения.

Плохо:

```yaml
утверждение:
  - гриф: утверждаю
    имя: А.Б. Ткаченко
    дата: 12.10.2021
мероприятия:
  - название: Сбор согласий
    срок: октябрь
    ответственный: Куратор
```

Хорошо:

```yaml
утверждение:
  - гриф: утверждаю
    имя: А.Б. Ткаченко
    дата: 12.10.2021
мероприятия:
  - название: Сбор согласий
    срок: до 30 октября
    ответственный: Куратор
```
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from roadmap_compiler.deadlines import Occurrence
from roadmap_compiler.findings import Finding, Related, Severity
from roadmap_compiler.plan.approvals import print_day
from roadmap_compiler.plan.plan import Plan
from roadmap_compiler.rules.amended import is_amended
from roadmap_compiler.rules.prose import approval_path

CODES: dict[str, Severity] = {"deadline-at-approval": "info"}


def find(plan: Plan) -> Iterator[Finding]:
    """One finding for all deadlines that are the month, or due on the day, of the approval."""
    approved = plan.approved
    if approved is None:
        return
    met = [entry for entry in plan.entries if entry.deadline is not None and len(entry.deadline.occurrences) == 1
           and _meets(entry.deadline.occurrences[0], approved)]
    if not met or is_amended(plan):
        return
    block = next((b for b in plan.approvals if b.kind == "approved" and b.date == approved), None)
    if block is None:
        return
    places = tuple(Related(plan.tree.span((*entry.path, "deadline")), "deadline") for entry in met)
    called = [entry.number.rstrip(".") or f"«{entry.title.strip(' –-;.')}»" for entry in met]
    params = {"approved": print_day(approved), "entries": tuple(called)}
    yield Finding("deadline-at-approval", "info", plan.tree.span(approval_path(plan, block.place, "date")), params,
                  places)


def _meets(one: Occurrence, approved: datetime.date) -> bool:
    if one.due < approved:
        return False
    return one.due == approved if one.precision == "day" else one.precision == "month" and one.start < approved
