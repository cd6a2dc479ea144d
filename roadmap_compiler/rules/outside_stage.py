"""Срок мероприятия выходит за срок его этапа.

Если у этапа указан свой срок, мероприятия этапа должны в него помещаться: иначе этап не будет завершён вовремя или
начнётся раньше, чем объявлено.

Плохо:

```yaml
этапы:
  - название: Завершение
    срок: май
    мероприятия:
      - название: Мониторинг результатов
        срок: май – июнь
```

Хорошо:

```yaml
этапы:
  - название: Завершение
    срок: май – июнь
    мероприятия:
      - название: Мониторинг результатов
        срок: май – июнь
```
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmap_compiler.findings import Finding, Related
from roadmap_compiler.plan.approvals import print_day
from roadmap_compiler.plan.plan import Plan

CODES = ("activity-outside-stage",)


def find(plan: Plan) -> Iterator[Finding]:
    """Activities with an occurrence that begins before their stage or is due after it."""
    for entry in plan.entries:
        if entry.stage < 0 or entry.deadline is None or not entry.deadline.occurrences:
            continue
        stage = plan.entries[entry.stage]
        if stage.deadline is None or not stage.deadline.occurrences:
            continue
        if any(problem.severity == "error" for problem in (*entry.deadline.problems, *stage.deadline.problems)):
            continue
        start = min(occurrence.start for occurrence in stage.deadline.occurrences)
        end = max(occurrence.end for occurrence in stage.deadline.occurrences)
        if all(start <= occurrence.start and occurrence.due <= end for occurrence in entry.deadline.occurrences):
            continue
        span = plan.tree.span((*entry.path, "deadline"))
        stage_span = plan.tree.span((*stage.path, "deadline"))
        params = {"text": entry.deadline.text, "stage": stage.title, "limits": f"{print_day(start)} – {print_day(end)}"}
        yield Finding("activity-outside-stage", "warning", span, params, (Related(stage_span, "stage-deadline"),))
