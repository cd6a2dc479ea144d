"""У акта, которым утверждён план, не указаны номер или дата.

В документе на их месте будет линия, чтобы вписать от руки. Если так и задумано, напишите пустое поле «номер:» или
«дата:» — или «нет», чтобы линии не было; тогда правило молчит.

Плохо:

```yaml
утверждение:
  - гриф: утверждён
    акт: приказом директора
    дата: 30.08.2021
```

Хорошо:

```yaml
утверждение:
  - гриф: утверждён
    акт: приказом директора
    дата: 30.08.2021
    номер:
```
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmap_compiler.findings import Finding, Severity
from roadmap_compiler.model.words import spoken
from roadmap_compiler.plan.plan import Plan
from roadmap_compiler.rules.prose import approval_path

CODES: dict[str, Severity] = {"act-blank": "info"}


def find(plan: Plan) -> Iterator[Finding]:
    """Acts in approvals for which the key of the number or of the date is not there at all."""
    for index, approval in enumerate(plan.roadmap.approvals):
        if not approval.act:
            continue
        missing = [spoken(key, plan.tree.language) for key in ("date", "number") if getattr(approval, key) is None]
        if missing:
            span = plan.tree.span(approval_path(plan, index, "act"))
            params = {"act": approval.act.replace("\n", " "), "missing": tuple(missing)}
            yield Finding("act-blank", "info", span, params)
