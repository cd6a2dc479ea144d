"""Слова срока спорят с его датами.

«IV квартал, до 30 сентября», «ежеквартально» с двумя датами в одном квартале. Обычно дату взяли из прошлогоднего
плана, а слово нет, или наоборот: непонятно, чему верить.

Плохо:

```yaml
мероприятия:
  - название: Отчёт
    срок: IV квартал, до 30.09.2021
    ответственный: Куратор
```

```yaml
мероприятия:
  - название: Мониторинг
    срок: ежеквартально 25.10.2021 25.12.2021
    ответственный: Куратор
```

Хорошо:

```yaml
мероприятия:
  - название: Отчёт
    срок: IV квартал, до 30.12.2021
    ответственный: Куратор
  - название: Мониторинг
    срок: ежеквартально 24.09.2021 24.12.2021 25.03.2022 24.06.2022
    ответственный: Куратор
```
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from itertools import pairwise

from roadmap_compiler.deadlines import Occurrence
from roadmap_compiler.findings import Finding, Severity
from roadmap_compiler.plan.approvals import print_day
from roadmap_compiler.plan.plan import Entry, Plan

CODES: dict[str, Severity] = {
    "quarter-against-date": "warning", "frequency-against-dates": "warning",
}

_FREQUENCY = (
    (r"(?i)ежемесячно|кажд\w+ месяц|раз в месяц", 1), (r"(?i)ежеквартально|кажд\w+ квартал|раз в квартал", 3),
)
_LONG = frozenset({"quarter", "month", "term"})


def find(plan: Plan) -> Iterator[Finding]:
    """Deadlines in which a date lies outside the quarter or month named with it, or several dates do not keep the
    frequency."""
    for entry in plan.entries:
        deadline = entry.deadline
        if deadline is None or deadline.deadline.kind not in ("dates",):
            continue
        if deadline.is_wrong:
            continue
        if len(deadline.occurrences) > 1:
            yield from _stretch(plan, entry, deadline.text, deadline.occurrences)
            yield from _frequency(plan, entry, deadline.text, deadline.occurrences)


def _stretch(plan: Plan, entry: Entry, text: str, occurrences: tuple[Occurrence, ...]) -> Iterator[Finding]:
    """Two parts, one a quarter (month, term), the other a day that should lie in it."""
    if len(occurrences) != 2:
        return
    long = [one for one in occurrences if one.precision in _LONG]
    days = [one for one in occurrences if one.precision == "day"]
    if len(long) != 1 or len(days) != 1 or long[0].start <= days[0].due <= long[0].end:
        return
    if "," in text and re.search(r"(?i)\bдо\b|не позднее|\d\.\d\d", text):
        limits = f"{print_day(long[0].start)} – {print_day(long[0].end)}"
        params = {"text": text, "day": print_day(days[0].due), "limits": limits}
        yield Finding("quarter-against-date", "warning", plan.tree.span((*entry.path, "deadline")), params)


def _frequency(plan: Plan, entry: Entry, text: str, occurrences: tuple[Occurrence, ...]) -> Iterator[Finding]:
    for pattern, months in _FREQUENCY:
        if re.search(pattern, text) is None:
            continue
        stretches = [_stretch_number(one.due, months) for one in occurrences]
        steps = {later - earlier for earlier, later in pairwise(stretches)}
        whole = _stretch_number(plan.period.end, months) - _stretch_number(plan.period.start, months) + 1
        if steps != {1} or 2 * len(stretches) < whole:
            params = {"text": text, **_first_wrong(plan, stretches, months)}
            yield Finding("frequency-against-dates", "warning", plan.tree.span((*entry.path, "deadline")), params)


def _first_wrong(plan: Plan, stretches: list[int], months: int) -> dict[str, object]:
    """The first month or quarter, between the dates if there is one, that has not one date, and how many it has."""
    between = range(min(stretches), max(stretches) + 1)
    all_ = range(_stretch_number(plan.period.start, months), _stretch_number(plan.period.end, months) + 1)
    wrong = next((one for one in (*between, *all_) if stretches.count(one) != 1), stretches[0])
    last = _first_day(wrong + 1, months) - datetime.timedelta(days=1)
    limits = f"{print_day(_first_day(wrong, months))} – {print_day(last)}"
    return {"limits": limits, "count": stretches.count(wrong)}


def _first_day(stretch: int, months: int) -> datetime.date:
    return datetime.date(stretch * months // 12, stretch * months % 12 + 1, 1)


def _stretch_number(day: datetime.date, months: int) -> int:
    return (day.year * 12 + day.month - 1) // months
