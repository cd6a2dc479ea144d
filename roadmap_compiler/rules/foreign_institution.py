"""В грифе или названии стоит чужая организация.

План взяли у другой школы и не везде поправили: организация — школа № 14, а утверждает директор школы № 7; в названии
МБОУ, а по уставу учреждение автономное. Сравниваются номер и вид учреждения в названии, в грифе «утверждаю» и рядом со
словами «обучающихся», «педагогов», «сайт», «приказ директора». Партнёры и согласующие — не ошибка.

Плохо:

```yaml
организация: МАОУ «СОШ № 14»
утверждение:
  - гриф: утверждаю
    должность: Директор МАОУ «СОШ № 7»
    имя: И.Е. Косарева
    дата: 30.08.2021
```

Хорошо:

```yaml
организация: МАОУ «СОШ № 14»
утверждение:
  - гриф: утверждаю
    должность: Директор МАОУ «СОШ № 14»
    имя: И.Е. Косарева
    дата: 30.08.2021
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmap_compiler.findings import Finding, Severity
from roadmap_compiler.plan.approvals import approval_kind
from roadmap_compiler.plan.plan import Plan
from roadmap_compiler.rules.prose import approval_path, prose
from roadmap_compiler.source.tree import Path

CODES: dict[str, Severity] = {"foreign-institution": "warning"}

_PLACE = r"(?:СОШ|ООШ|НОШ|СШ|ОШ|[Шш]кол\w*|[Гг]имнази\w*|[Лл]ице\w*|[Дд]етск\w+ сад\w*|ДОУ|[А-ЯЁ]{1,3}ОУ|[Уу]чилищ\w*)"
_NUMBERED = rf"{_PLACE}[\s»]{{0,2}}№\s?(\d+)"
_OWN = (
    rf"(?:обучающихся|учащихся|воспитанников|педагогов|учителей|коллектива|сайт\w*|приказ\w* директора)"
    rf"\s+[^.;,№]{{0,60}}?{_NUMBERED}"
)
_LEGAL = r"\b(?:М|Г|КГ|ОГ|ФГ)([БАК])(?:ДОУ|ПОУ|ОУ|У)\b"
_FORMS = (("бюджетн", "Б"), ("автономн", "А"), ("казенн", "К"))


def find(plan: Plan) -> Iterator[Finding]:
    """Another number, or another legal form, than the institution's own."""
    institution = plan.roadmap.institution
    own = " ".join([institution.text or "", institution.name or "", institution.title or "", *institution.full_name])
    numbers = set(re.findall(r"№\s?(\d+)", own))
    forms = _forms(own)
    if not numbers and not forms:
        return
    for path, text in _head(plan):
        named = list(re.finditer(_NUMBERED, text))
        is_own = any(match.group(1) in numbers for match in named)
        if numbers and named and not is_own:
            yield _finding(plan, path, named[0].group(), own)
            continue
        if path[0] == "title" and not is_own:
            continue  # a title may name a partner: only beside its own number is the legal form its own
        for match in re.finditer(_LEGAL, text):
            if forms and match.group(1) not in forms:
                yield _finding(plan, path, match.group(), own)
    if numbers and len(numbers) == 1 and plan.tree.text.count("№") > 1:
        for path, text in prose(plan):
            if "№" in text and path[0] in ("stages", "activities"):
                for match in re.finditer(_OWN, text):
                    if match.group(1) not in numbers:
                        yield _finding(plan, path, match.group(), own)


def _head(plan: Plan) -> Iterator[tuple[Path, str]]:
    title = plan.tree.root["title"]
    for index, line in enumerate(title if isinstance(title, list) else [title]):
        if isinstance(line, str):
            yield ("title", index) if isinstance(title, list) else ("title",), line
    for index, approval in enumerate(plan.roadmap.approvals):
        if approval_kind(approval.kind) == "approved":
            for key, text in (("position", approval.position), ("act", approval.act)):
                if text:
                    yield approval_path(plan, index, key), text


def _forms(text: str) -> set[str]:
    """«МБОУ» and «муниципальное бюджетное …» → {"Б"}."""
    small = text.lower().replace("ё", "е")
    found = {letter for word, letter in _FORMS if word in small}
    found |= set(re.findall(_LEGAL, text))
    return found


def _finding(plan: Plan, path: Path, part: str, own: str) -> Finding:
    closed = part + "»" * (part.count("«") - part.count("»"))
    return Finding("foreign-institution", "warning", plan.tree.span_of(path, part),
                   {"part": " ".join(closed.split()), "own": " ".join(own.split())})
