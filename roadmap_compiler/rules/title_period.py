"""В названии один период, а в поле «период» другой.

В названии «на 2020/2021 учебный год», а сроки берут годы из «период: 2021/2022 учебный год»: название осталось от
прошлого года, и в печать пойдёт неверный год. Период внутри названного (полугодие учебного года, год программы) — не
ошибка.

Плохо:

```yaml
название: Дорожная карта на 2020/2021 учебный год
период: 2021/2022 учебный год
мероприятия:
  - название: Обучение наставников
    срок: октябрь
    ответственный: Куратор
```

Хорошо:

```yaml
название: Дорожная карта на 2021/2022 учебный год
период: 2021/2022 учебный год
мероприятия:
  - название: Обучение наставников
    срок: октябрь
    ответственный: Куратор
```
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from roadmap_compiler.findings import Finding, Severity
from roadmap_compiler.plan.approvals import print_day
from roadmap_compiler.plan.plan import Plan
from roadmap_compiler.source.tree import Path

CODES: dict[str, Severity] = {"title-period-differs": "error"}

_YEARS = (
    r"(?i)(?P<with>\b(?:на|в|за)\s+(?:период\s+)?)?(?<![\d.])(?P<first>20\d\d)"
    r"(?:\s*[-–—/]\s*(?P<second>20\d\d|\d\d)(?!\d))?"
    r"(?P<word>\s*(?:-\w+\s+)?(?:учебн\w*(?:\s+год\w*)?|гг\.|г\.|год\w*))?"
)

_NO_PERIOD = r"(?i)(?:\bот|\bк(?:\s+\w+ому)?|№|\d\.)\s*$"
"""What stands before a year that is of an act, of a date, or of the time that is prepared for."""


def find(plan: Plan) -> Iterator[Finding]:
    """The years of a title, where none of them fits the period."""
    wrong: tuple[Path, str] | None = None
    for path, text in _titles(plan):
        for match in re.finditer(_YEARS, text):
            if not (match["with"] or match["word"]) or re.search(_NO_PERIOD, text[:match.start()]):
                continue
            first = int(match["first"])
            second = int(match["second"]) if match["second"] else first
            second += first - first % 100 if second < 100 else 0
            is_school = second == first + 1 and "учебн" in text[match.end("first"):].lower()
            if _fits(plan, first, second, is_school):
                return
            wrong = wrong or (path, match.group()[len(match["with"] or ""):])
    if wrong is not None:
        period = f"{print_day(plan.period.start)} – {print_day(plan.period.end)}"
        params = {"years": wrong[1].strip(), "period": period}
        yield Finding("title-period-differs", "error", plan.tree.span_of(*wrong), params)


def _titles(plan: Plan) -> Iterator[tuple[Path, str]]:
    title = plan.tree.root["title"]
    lines = title if isinstance(title, list) else [title]
    for index, line in enumerate(lines):
        if isinstance(line, str):
            yield ("title", index) if isinstance(title, list) else ("title",), line


def _fits(plan: Plan, first: int, second: int, is_school: bool) -> bool:
    start, end = plan.period.start, plan.period.end
    if is_school:  # a plan that prepares for a school year, or sums it up, is called by that year
        touches = start <= datetime.date(second, 8, 31) and datetime.date(first, 9, 1) <= end
        return touches or (datetime.date(first, 6, 1) <= start and end <= datetime.date(second, 12, 31))
    return (first <= start.year and end.year <= second) or start.year <= first == second <= end.year
