"""Один человек написан по-разному.

«Козлова Ю.С.» и «Казлова Ю.С.», «Козлова Ю.С.» и «Козлова Ю.А.»: в приказе это два разных человека. Порядок имени
(«И.Е. Косарева» в грифе и «Косарева И.Е.» в таблице), пробелы между инициалами, падежи, мужская и женская фамилия —
не ошибка. Если это и правда разные люди, запишите обоих в «люди»: у однофамильцев с разными инициалами правило молчит.

Плохо:

```yaml
люди:
  козлова: Козлова Ю.С., учитель
мероприятия:
  - название: Обучение наставников
    срок: октябрь
    ответственный: козлова
подписи:
  - должность: Исполнитель
    имя: Козлова Ю.А.
```

Хорошо:

```yaml
люди:
  козлова: Козлова Ю.С., учитель
мероприятия:
  - название: Обучение наставников
    срок: октябрь
    ответственный: козлова
подписи:
  - должность: Исполнитель
    имя: Ю.С. Козлова
```
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from roadmap_compiler.findings import Finding, Related, Severity
from roadmap_compiler.plan.plan import Plan
from roadmap_compiler.rules.names import Name, is_near, names_in
from roadmap_compiler.rules.prose import texts_of_people
from roadmap_compiler.source.tree import Path

CODES: dict[str, Severity] = {"person-spelled-twice": "warning"}


class _Mention(NamedTuple):
    name: Name
    path: Path
    part: str
    is_declared: bool


def find(plan: Plan) -> Iterator[Finding]:
    """Names that are probably one person's, told where the second one stands."""
    first: dict[tuple[str, str], _Mention] = {}
    for mention in _mentions(plan):
        first.setdefault((mention.name.stem, mention.name.initials), mention)
    for one, other in combinations(first.values(), 2):
        if _is_probably_one(one, other):
            span = plan.tree.span_of(other.path, other.part)
            params = {"one": one.part, "other": other.part, "line": plan.tree.span(one.path).line}
            related = (Related(plan.tree.span_of(one.path, one.part), "first"),)
            yield Finding("person-spelled-twice", "warning", span, params, related)


def _mentions(plan: Plan) -> Iterator[_Mention]:
    """Every name in «люди», in the cells of responsible persons, in approvals and signatures."""
    for path, text in texts_of_people(plan):
        if "." in text:
            for name in names_in(text):
                yield _Mention(name, path, text[name.start:name.end], path[0] == "people")


def _is_probably_one(one: _Mention, other: _Mention) -> bool:
    both_declared = one.is_declared and other.is_declared
    a, b = one.name, other.name
    if a.stem == b.stem:
        return not both_declared and (a.initials[0] == b.initials[0] or a.initials == b.initials[::-1])
    return a.initials == b.initials and is_near(a.stem, b.stem)
