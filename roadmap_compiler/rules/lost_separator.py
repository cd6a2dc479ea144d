"""Между двумя людьми в клетке нет ни запятой, ни новой строки.

«Козлова Ю.С. Карташова А.В.» в одной строке: не видно, где кончается один человек и начинается другой, а должность
второго пристанет к первому. То же, если подряд стоят короткие имена из «люди»: «завуч психолог» напечатается как
написано, и ни у кого из двоих этого срока не будет. Запишите людей списком или поставьте запятую.

Плохо:

```yaml
мероприятия:
  - название: Обучение наставников
    срок: октябрь
    ответственный: Козлова Ю.С. Карташова А.В.
```

```yaml
люди:
  завуч: Орлова Т.Н., заместитель директора
  психолог: Карташова А.В., педагог-психолог
мероприятия:
  - название: Обучение наставников
    срок: октябрь
    ответственный: завуч психолог
```

Хорошо:

```yaml
люди:
  завуч: Орлова Т.Н., заместитель директора
  психолог: Карташова А.В., педагог-психолог
мероприятия:
  - название: Обучение наставников
    срок: октябрь
    ответственный: [завуч, психолог]
  - название: Сбор согласий
    срок: октябрь
    ответственный: [завуч, психолог]
```
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from roadmap_compiler.findings import Finding, Severity
from roadmap_compiler.near import folded
from roadmap_compiler.plan.plan import Plan
from roadmap_compiler.rules.names import names_in
from roadmap_compiler.rules.prose import finding_in, texts_of_people

CODES: dict[str, Severity] = {"separator-lost": "warning"}


def find(plan: Plan) -> Iterator[Finding]:
    """Two names, or two keys of «люди», side by side in a responsible person's text; names in one person of «люди»."""
    people = plan.roadmap.people
    keys = {folded(key) for key in people}
    for path, text in texts_of_people(plan):
        is_person = path[0] == "people"
        if text in people or not is_person and "responsible" not in path:
            continue
        if not is_person and len(together := _keys_in(text, keys)) > 1:
            yield finding_in(plan, path, text, (0, len(text)), "separator-lost", "warning", ", ".join(together))
            continue
        if "." not in text:
            continue
        for one, other in pairwise(names_in(text)):
            between = text[one.end:other.start]
            if not between.strip() and "\n" not in between:
                right = f"{text[one.start:one.end]}, {text[other.start:other.end]}"
                yield finding_in(plan, path, text, (one.start, other.end), "separator-lost", "warning", right)


def _keys_in(text: str, keys: set[str]) -> list[str]:
    """The keys that a text is made of, with nothing but spaces between them; none where it is one key or has others."""
    words = text.split()
    if len(words) < 2 or len(words) > 12 or folded(text) in keys:
        return []
    found: list[str] = []
    start = 0
    while start < len(words):
        end = next((end for end in range(len(words), start, -1) if folded(" ".join(words[start:end])) in keys), start)
        if end == start:
            return []
        found.append(" ".join(words[start:end]))
        start = end
    return found
