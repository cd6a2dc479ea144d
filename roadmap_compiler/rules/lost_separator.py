"""Между двумя людьми в клетке нет ни запятой, ни новой строки.

«Козлова Ю.С. Карташова А.В.» в одной строке: не видно, где кончается один человек и начинается другой, а должность
второго пристанет к первому. Запишите людей списком или поставьте запятую.

Плохо:

```yaml
мероприятия:
  - название: Обучение наставников
    срок: октябрь
    ответственный: Козлова Ю.С. Карташова А.В.
```

Хорошо:

```yaml
мероприятия:
  - название: Обучение наставников
    срок: октябрь
    ответственный:
      - Козлова Ю.С.
      - Карташова А.В.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from roadmap_compiler.findings import Finding, Severity
from roadmap_compiler.plan.plan import Plan
from roadmap_compiler.rules.names import names_in
from roadmap_compiler.rules.prose import finding_in, prose

CODES: dict[str, Severity] = {"separator-lost": "warning"}


def find(plan: Plan) -> Iterator[Finding]:
    """Two names side by side in a responsible person's text or in one person of «люди»."""
    for path, text in prose(plan):
        if "." not in text or (path[0] != "people" and "responsible" not in path):
            continue
        for one, other in pairwise(names_in(text)):
            between = text[one.end:other.start]
            if not between.strip() and "\n" not in between:
                right = f"{text[one.start:one.end]}, {text[other.start:other.end]}"
                yield finding_in(plan, path, text, (one.start, other.end), "separator-lost", "warning", right)
