"""Событие стоит не в том году.

Дата события в «период: события» лежит вне периода, а с другим годом легла бы в него: скорее всего, она осталась от
прошлого года. От неё отсчитываются сроки, и все они уйдут не туда. О событии за два месяца до периода и после него
(августовский педсовет) и о том, которое с любым годом лежит вне периода, правило молчит.

Плохо:

```yaml
название: План смены
период:
  начало: 01.06.2027
  конец: 30.06.2027
  события:
    закрытие смены: 26.06.2026
мероприятия:
  - {название: Линейка, срок: в день закрытия смены, ответственный: Начальник лагеря}
```

Хорошо:

```yaml
название: План смены
период:
  начало: 01.06.2027
  конец: 30.06.2027
  события:
    закрытие смены: 26.06.2027
мероприятия:
  - {название: Линейка, срок: в день закрытия смены, ответственный: Начальник лагеря}
```
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from roadmap_compiler.findings import Edit, Finding, Fix, Severity
from roadmap_compiler.plan.approvals import print_day
from roadmap_compiler.plan.plan import Plan

CODES: dict[str, Severity] = {"event-outside-period": "warning"}

_NEAR = datetime.timedelta(days=62)
"""The council of August belongs to the school year that begins after it."""


def find(plan: Plan) -> Iterator[Finding]:
    """Events of another year than the period's, told at their dates."""
    period = plan.period
    for name, year in wrong_years(plan).items():
        text = plan.roadmap.period.events[name]
        day = period.events[name]
        span = plan.tree.span(("period", "events", name))
        limits = f"{print_day(period.start)} – {print_day(period.end)}"
        params = {"name": name, "date": print_day(day), "period": limits}
        right = text.replace(str(day.year), str(year))
        fixes = (Fix(right, (Edit(span, right),), False),) if text.count(str(day.year)) == 1 else ()
        yield Finding("event-outside-period", "warning", span, params | ({"near": right} if fixes else {}), (), fixes)


def wrong_years(plan: Plan) -> dict[str, int]:
    """The events that lie far outside the period, each with the year in which its day would lie inside."""
    start, end = plan.period.start, plan.period.end
    found = {}
    for name, day in plan.period.events.items():
        if not start - _NEAR <= day <= end + _NEAR:
            years = [year for year in range(start.year, end.year + 1) if start <= _in_year(day, year) <= end]
            if len(years) == 1:
                found[name] = years[0]
    return found


def _in_year(day: datetime.date, year: int) -> datetime.date:
    return day.replace(year=year, day=28) if (day.month, day.day) == (2, 29) else day.replace(year=year)
