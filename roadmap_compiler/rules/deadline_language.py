"""Что не так со сроком самим по себе.

Срок, который не понят, понимается двояко, стоит не в том году или кончается раньше, чем начинается, попадёт в
календарь неверно или не попадёт вовсе. Поэтому это ошибка, и с ней документ не собирается.

Плохо:

```yaml
этапы:
  - название: Завершение
    мероприятия:
      - название: Заключительная встреча
        срок: апрель 2021
```

Хорошо:

```yaml
этапы:
  - название: Завершение
    мероприятия:
      - название: Заключительная встреча
        срок: апрель 2022
```
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmap_compiler.deadlines import Problem
from roadmap_compiler.findings import Edit, Finding, Fix, Span
from roadmap_compiler.plan.plan import Entry, Plan
from roadmap_compiler.source.tree import Tree

CODES = ("deadline-outside-period",)


def find(plan: Plan) -> Iterator[Finding]:
    """Every problem of every deadline, on the deadline's own line."""
    for entry in plan.entries:
        if entry.deadline is None:
            continue
        for problem in entry.deadline.problems:
            yield deadline_finding(problem, entry, plan.tree)


def deadline_finding(problem: Problem, entry: Entry, tree: Tree) -> Finding:
    """A problem of a deadline as a finding, with its readings as fixes to choose from."""
    path = (*entry.path, "deadline")
    span = tree.span(path)
    params = {**problem.params, "alternatives": problem.alternatives}
    params.setdefault("text", entry.deadline.text if entry.deadline else "")
    fixes = tuple(_fix(phrase, span, tree) for phrase in problem.alternatives if tree.has(path))
    return Finding(problem.code, problem.severity, span, params, (), fixes)


def _fix(phrase: str, span: Span, tree: Tree) -> Fix:
    """Write this reading instead; the choice is the author's, so it is never safe."""
    line = tree.text.splitlines()[span.line - 1] if span.line <= tree.text.count("\n") + 1 else ""
    quote = line[span.column - 1:span.column]
    text = f"{quote}{phrase}{quote}" if quote in ('"', "'") and quote else phrase
    return Fix(phrase, (Edit(span, text),), safe=False)
