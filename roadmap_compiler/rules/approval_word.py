"""«Утверждён» не согласовано с названием документа.

Слово в грифе согласуется с видом документа в роде и числе (ГОСТ Р 7.0.97-2025, гриф утверждения): карта утверждена,
план утверждён, положение утверждено. Вид берётся по первому слову названия: «Дорожная карта (план мероприятий)» — это
карта. Безличное «утверждено» — не ошибка.

Плохо:

```yaml
название: Дорожная карта наставничества
период: 2021/2022 учебный год
утверждение:
  - гриф: утверждён
    акт: приказом директора
    дата: 30.08.2021
    номер: "12"
```

Хорошо:

```yaml
название: Дорожная карта наставничества
период: 2021/2022 учебный год
утверждение:
  - гриф: утверждена
    акт: приказом директора
    дата: 30.08.2021
    номер: "12"
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmap_compiler.findings import Edit, Finding, Fix, Severity
from roadmap_compiler.plan.plan import Plan
from roadmap_compiler.rules.prose import approval_path

CODES: dict[str, Severity] = {"approval-word-form": "warning"}

_KINDS = {"план": "", "график": "", "комплекс": "", "проект": "", "перечень": "", "календарь": "", "карта": "а",
          "программа": "а", "модель": "а", "мероприятия": "ы", "положение": "о"}
_APPROVED = r"(?i)\b(утвержд[её]н)(а|ы)?\b"


def find(plan: Plan) -> Iterator[Finding]:
    """Approval words whose ending is not the title's."""
    title = " ".join(plan.title).lower()
    nouns = [match for match in re.finditer(r"[а-яё]+", title) if match.group() in _KINDS]
    if not nouns:
        return
    noun = nouns[0].group()
    for index, approval in enumerate(plan.roadmap.approvals):
        match = re.search(_APPROVED, approval.kind)
        if match is None or (match.group(2) or "").lower() == _KINDS[noun]:
            continue
        right = _agreeing(match.group(1), _KINDS[noun], "ё" in plan.tree.text)
        span = plan.tree.span_of(approval_path(plan, index, "kind"), match.group())
        params = {"word": match.group(), "noun": noun, "alternatives": (right,)}
        yield Finding("approval-word-form", "warning", span, params, (), (Fix(right, (Edit(span, right),), False),))


def _agreeing(masculine: str, ending: str, with_yo: bool) -> str:
    """«УТВЕРЖДЁН» and «а» → «УТВЕРЖДЕНА»: with an ending the stress leaves «ё»; without one it is back.

    «утверждена» → «утверждён» where the file writes «ё» elsewhere, else «утвержден».
    """
    if not ending:
        return re.sub("(?<=жд)е", "ё", re.sub("(?<=ЖД)Е", "Ё", masculine)) if with_yo else masculine
    stem = masculine.replace("ё", "е").replace("Ё", "Е")
    return stem + (ending.upper() if masculine.isupper() else ending)
