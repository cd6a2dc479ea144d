"""Человек записан в «люди», но в плане не занят, или занят в плане, но в «люди» не записан.

Незанятый человек обычно остался от прошлого года или его строку забыли. Человек, вписанный прямо в клетку, не попадёт
в личные календари, а если он уволится, его придётся искать по всему тексту. Если «люди» в файле нет, правило молчит.
Директор, который стоит только в грифе, — не ошибка.

Плохо:

```yaml
люди:
  козлова: Козлова Ю.С., учитель обществознания
  карташова: Карташова А.В., психолог
мероприятия:
  - название: Обучение наставников
    срок: октябрь
    ответственный: козлова
```

```yaml
люди:
  козлова: Козлова Ю.С., учитель обществознания
мероприятия:
  - название: Обучение наставников
    срок: октябрь
    ответственный: [козлова, "Карташова А.В., психолог"]
```

Хорошо:

```yaml
люди:
  козлова: Козлова Ю.С., учитель обществознания
  карташова: Карташова А.В., психолог
мероприятия:
  - название: Обучение наставников
    срок: октябрь
    ответственный: [козлова, карташова]
```
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmap_compiler.findings import Finding, Severity
from roadmap_compiler.plan.people import print_person
from roadmap_compiler.plan.plan import Plan
from roadmap_compiler.rules.names import Name, is_near, names_in

CODES: dict[str, Severity] = {"person-unused": "info", "person-undeclared": "warning"}


def find(plan: Plan) -> Iterator[Finding]:
    """People declared and never used; people named in cells and never declared, each at the first place."""
    people = plan.roadmap.people
    if not people:
        return
    printed = {key: print_person(person, "") for key, person in people.items()}
    idle = [key for key in people if key not in plan.used_people]
    if idle:
        others = [approval.name or "" for approval in plan.roadmap.approvals]
        others += [part for signature in plan.signatures for part in signature]
        outside = {name.stem for text in others for name in names_in(text.replace("\u00a0", " "))}
        for key in idle:
            if not any(name.stem in outside for name in names_in(printed[key])):
                span = plan.tree.key_span(("people", key))
                yield Finding("person-unused", "info", span, {"name": printed[key] or key})
    strangers = [(entry, index, who.text) for entry in plan.entries
                 for index, who in enumerate(entry.responsible) if not who.key and "." in who.text]
    if not strangers:
        return
    known = {(name.stem, name.initials) for text in printed.values() for name in names_in(text)}
    for entry, index, text in strangers:
        for name in names_in(text.replace("\u00a0", " ")):
            if not any(_may_be(name, *one) for one in known):
                known.add((name.stem, name.initials))
                place = (*entry.path, "responsible", index)
                span = plan.tree.span(place if plan.tree.has(place) else place[:-1])
                params = {"name": f"{name.surname} {'.'.join(name.initials)}."}
                yield Finding("person-undeclared", "warning", span, params)


def _may_be(name: Name, stem: str, initials: str) -> bool:
    """Whether a name is that of somebody known, or probably his in another spelling, which is told elsewhere."""
    return name.stem == stem or (name.initials == initials and is_near(name.stem, stem))
