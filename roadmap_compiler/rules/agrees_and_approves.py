"""Один человек и согласовывает, и утверждает.

Согласование — мнение другого лица (ГОСТ Р 7.0.97-2025, гриф согласования): директор, который согласовал план сам с
собой, ничего этим не подтвердил. Чаще всего имя осталось при копировании грифа. «Юрьев А.А.» и «Юрьева А.А.» —
два человека.

Плохо:

```yaml
утверждение:
  - гриф: согласовано
    должность: Председатель профкома
    имя: И.Е. Косарева
    дата: 30.08.2021
  - гриф: утверждаю
    должность: Директор
    имя: И.Е. Косарева
    дата: 30.08.2021
```

Хорошо:

```yaml
утверждение:
  - гриф: согласовано
    должность: Председатель профкома
    имя: Н.А. Зорина
    дата: 30.08.2021
  - гриф: утверждаю
    должность: Директор
    имя: И.Е. Косарева
    дата: 30.08.2021
```
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmap_compiler.findings import Finding, Severity
from roadmap_compiler.plan.approvals import approval_kind
from roadmap_compiler.plan.plan import Plan
from roadmap_compiler.rules.names import Name, names_in
from roadmap_compiler.rules.prose import approval_path

CODES: dict[str, Severity] = {"agrees-and-approves": "warning"}


def find(plan: Plan) -> Iterator[Finding]:
    """Names that stand both under «согласовано» and under «утверждаю», told under «согласовано»."""
    approvals = plan.roadmap.approvals
    if len(approvals) < 2:
        return
    approving = {_exactly(name) for approval in approvals if approval_kind(approval.kind) == "approved"
                 for name in names_in(approval.name or "")}
    for index, approval in enumerate(approvals):
        if approval_kind(approval.kind) == "agreed":
            for name in names_in(approval.name or ""):
                if _exactly(name) in approving:
                    span = plan.tree.span(approval_path(plan, index, "name"))
                    yield Finding("agrees-and-approves", "warning", span, {"name": approval.name})


def _exactly(name: Name) -> tuple[str, str]:
    """The surname with its ending: under a block it stands in the nominative, so «Юрьев» is not «Юрьева»."""
    return name.surname.lower().replace("ё", "е"), name.initials
