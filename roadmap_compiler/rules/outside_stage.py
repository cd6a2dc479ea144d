"""Срок мероприятия выходит за срок его этапа.

Если у этапа указан свой срок, мероприятия этапа должны в него помещаться: иначе этап не будет завершён вовремя или
начнётся раньше, чем объявлено. Этап, который назван месяцем или кварталом («Октябрь», «IV квартал»), тем самым назвал
и срок: в нём мероприятие должно быть хотя бы отчасти. О мероприятиях на всё время плана («постоянно», «в течение
года») правило молчит.

Плохо:

```yaml
этапы:
  - название: Завершение
    срок: май
    мероприятия:
      - название: Мониторинг результатов
        срок: май – июнь
```

```yaml
этапы:
  - название: Октябрь
    мероприятия:
      - название: День учителя
        срок: 5 ноября
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

import datetime
import re
from collections.abc import Iterator

from roadmap_compiler.deadlines import parse, resolve
from roadmap_compiler.findings import Finding, Related, Severity
from roadmap_compiler.plan.approvals import print_day
from roadmap_compiler.plan.plan import Entry, Plan
from roadmap_compiler.source.tree import Path

CODES: dict[str, Severity] = {"activity-outside-stage": "warning"}

_CALLED_BY_TIME = (r"(?i)(?:январ|феврал|март|апрел|ма[йя]\b|июн|июл|август|сентябр|октябр|ноябр|декабр"
                   r"|[1-4IV]+[-\w]*\s+(?:квартал|четверт|полугоди|триместр))")
_LONGEST_TIME = 30


def find(plan: Plan) -> Iterator[Finding]:
    """Activities with an occurrence that begins before their stage or is due after it; of a stage that is only called
    by a time, those that lie outside altogether."""
    limits: dict[int, tuple[datetime.date, datetime.date, Path] | None] = {}
    for entry in plan.entries:
        if entry.stage < 0 or entry.deadline is None or not entry.deadline.occurrences:
            continue
        if entry.stage not in limits:
            limits[entry.stage] = _limits(plan, plan.entries[entry.stage])
        limit = limits[entry.stage]
        if limit is None or entry.deadline.deadline.kind == "whole":
            continue
        if entry.deadline.is_wrong:
            continue
        start, end, stage_place = limit
        if stage_place[-1] == "title":
            if any(occurrence.start <= end and start <= occurrence.due for occurrence in entry.deadline.occurrences):
                continue
        elif all(start <= occurrence.start and occurrence.due <= end for occurrence in entry.deadline.occurrences):
            continue
        params = {"text": entry.deadline.text, "stage": plan.entries[entry.stage].title,
                  "limits": f"{print_day(start)} – {print_day(end)}"}
        yield Finding("activity-outside-stage", "warning", plan.tree.span((*entry.path, "deadline")), params,
                      (Related(plan.tree.span(stage_place), "stage-deadline"),))


def _limits(plan: Plan, stage: Entry) -> tuple[datetime.date, datetime.date, Path] | None:
    """The first and the last day of a stage by its deadline, or by a title that is nothing but a time."""
    if stage.deadline is not None:
        if stage.deadline.is_wrong:
            return None
        occurrences, place = stage.deadline.occurrences, (*stage.path, "deadline")
    elif len(stage.title) <= _LONGEST_TIME and re.match(_CALLED_BY_TIME, stage.title):
        called = parse(stage.title.replace("\u00a0", " "))
        if called.kind not in ("during", "span") or called.note:
            return None
        occurrences, problems = resolve(called, plan.period)
        if problems:
            return None
        place = (*stage.path, "title")
    else:
        return None
    if not occurrences:
        return None
    return min(one.start for one in occurrences), max(one.end for one in occurrences), place
