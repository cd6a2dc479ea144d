"""Один и тот же акт назван в плане по-разному.

Распоряжение № Р-145 в одном месте от 25.12.2019, в другом от 25.12.2020: одна из ссылок неверна. То же, если в одном
месте у даты потерян год. Сравниваются приказы, распоряжения, постановления, указы и законы с одним номером; акты
разных органов с одинаковыми номерами — не ошибка.

Плохо:

```yaml
мероприятия:
  - название: Изучение целевой модели (распоряжение Минпросвещения России от 25.12.2019 № Р-145)
    срок: сентябрь
    ответственный: Куратор
  - название: Внедрение целевой модели (распоряжение Минпросвещения России от 25.12.2020 № Р-145)
    срок: октябрь
    ответственный: Куратор
```

```yaml
мероприятия:
  - название: Изучение целевой модели (распоряжение Минпросвещения России от 25.12.2019 № Р-145)
    срок: сентябрь
    ответственный: Куратор
  - название: Внедрение целевой модели (распоряжение Минпросвещения России от 25 декабря № Р-145)
    срок: октябрь
    ответственный: Куратор
```

Хорошо:

```yaml
мероприятия:
  - название: Изучение целевой модели (распоряжение Минпросвещения России от 25.12.2019 № Р-145)
    срок: сентябрь
    ответственный: Куратор
  - название: Внедрение целевой модели (распоряжение Минпросвещения России от 25 декабря 2019 г. № Р-145)
    срок: октябрь
    ответственный: Куратор
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from roadmap_compiler.deadlines import read_date
from roadmap_compiler.findings import Finding, Related, Severity
from roadmap_compiler.plan.plan import Plan
from roadmap_compiler.rules.prose import approval_path, prose
from roadmap_compiler.source.tree import Path

CODES: dict[str, Severity] = {"act-differs": "error", "act-year-missing": "warning"}

_KIND = "приказ|распоряжени|постановлени|указ|закон"
_MONTHS = "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря"
_DATE = rf"(?:\d{{1,2}}\.\d{{1,2}}\.\d{{4}}|«?\d{{1,2}}»?\s(?:{_MONTHS})(?:\s\d{{4}})?)"
_CITATION = (
    rf"(?i)\b(?P<kind>{_KIND})[а-яё]*\s(?P<issuer>[^;:()№]{{0,90}}?)(?:от\s+)?(?P<date>{_DATE})(?:\s*(?:г\.|года?))?"
    r"[\s,]*№\s*(?P<number>[\dА-ЯЁA-Zа-яё/-]*\d[\dА-ЯЁA-Zа-яё/-]*)"
)


class _Cited(NamedTuple):
    kind: str
    number: str
    issuer: frozenset[str]
    day: tuple[int, int]
    year: int | None
    path: Path
    part: str


def find(plan: Plan) -> Iterator[Finding]:
    """Acts of one kind and number with two dates, and dates without a year that another citation has."""
    if "№" not in plan.tree.text:
        return
    acts: list[_Cited] = []
    for act in _citations(plan):
        other = next((one for one in acts if _is_same_act(one, act)), None)
        if other is not None:
            yield from _compare(plan, other, act)
        acts.append(act)


def _citations(plan: Plan) -> Iterator[_Cited]:
    for index, approval in enumerate(plan.roadmap.approvals):
        kind = re.match(rf"(?i)({_KIND})", approval.act or "")
        if kind and approval.act and approval.date and approval.number:
            date = read_date(approval.date).date
            if date is not None:
                number = _plain(approval.number.replace("№", ""))
                yield _Cited(kind.group(1).lower(), number, _words(approval.act.partition(" ")[2]),
                             (date.month, date.day), date.year, approval_path(plan, index, "date"), approval.date)
    for path, text in prose(plan):
        if "№" not in text or re.search(f"(?i){_KIND}", text) is None:
            continue
        for match in re.finditer(_CITATION, text):
            date_text = match["date"]
            full = read_date(date_text if re.search(r"\d{4}", date_text) else f"{date_text} 2000").date
            if full is None:
                continue
            year = full.year if re.search(r"\d{4}", date_text) else None
            yield _Cited(match["kind"].lower(), _plain(match["number"]), _words(match["issuer"]),
                         (full.month, full.day), year, path, match.group()[match.start("date") - match.start():])


def _plain(number: str) -> str:
    return re.sub(r"[\s-]", "", number).lower()


def _words(issuer: str) -> frozenset[str]:
    """The stems of an issuer; the ministry's short name is its long name."""
    small = issuer.lower().replace("минпросвещения", "министерства просвещения").replace("минобрнауки",
                                                                                        "министерства науки")
    return frozenset(word[:5] for word in re.findall(r"[а-яё]{5,}", small))


def _is_same_act(one: _Cited, other: _Cited) -> bool:
    if (one.kind, one.number) != (other.kind, other.number):
        return False
    if one.issuer and other.issuer:
        return bool(one.issuer & other.issuer)
    near = one.year is None or other.year is None or one.year == other.year
    return near and ((not one.issuer and not other.issuer) or one.day == other.day)


def _compare(plan: Plan, one: _Cited, other: _Cited) -> Iterator[Finding]:
    params = {"number": other.part.partition("№")[2].strip() or other.number,
              "one": _shown(one), "other": _shown(other), "line": plan.tree.span(one.path).line}
    if one.day != other.day or (None not in (one.year, other.year) and one.year != other.year):
        span = plan.tree.span_of(other.path, other.part)
        yield Finding("act-differs", "error", span, params, (Related(plan.tree.span_of(one.path, one.part), "first"),))
    elif (one.year is None) != (other.year is None):
        short, full = (one, other) if one.year is None else (other, one)
        params |= {"one": _shown(full), "other": _shown(short), "line": plan.tree.span(full.path).line}
        span = plan.tree.span_of(short.path, short.part)
        yield Finding("act-year-missing", "warning", span, params,
                      (Related(plan.tree.span_of(full.path, full.part), "first"),))


def _shown(act: _Cited) -> str:
    return " ".join(act.part.partition("№")[0].split()).rstrip(", ")
