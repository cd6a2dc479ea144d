"""Скобка или кавычка без пары.

Открывающую скобку или кавычку забыли закрыть (или наоборот): часть текста могла потеряться. Номера вида «1)» и «а)»
и одна закрывающая кавычка на две открывающие («Детский сад «Петушок») — не ошибка.

Плохо:

```yaml
мероприятия:
  - название: Выбор форм (на основе запросов
    срок: октябрь
    ответственный: Куратор
```

```yaml
мероприятия:
  - название: Заполнение модуля «Наставничество
    срок: октябрь
    ответственный: Куратор
```

Хорошо:

```yaml
мероприятия:
  - название: "Выбор форм: 1) по запросам (анкеты); 2) по модулю «Наставничество»"
    срок: октябрь
    ответственный: Куратор
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmap_compiler.findings import Finding, Severity
from roadmap_compiler.plan.plan import Plan
from roadmap_compiler.rules.glance import has_sign
from roadmap_compiler.rules.prose import finding_in, whole_texts
from roadmap_compiler.source.tree import Path

CODES: dict[str, Severity] = {"bracket-without-pair": "warning", "quote-without-pair": "warning"}

_LIST_MARK = r"(?:^|(?<=[\s;,.:(]))(?:\d{1,2}|[А-ЯЁа-яёA-Za-z]|[IVX]{1,4})\)"
_INCH = r'\d"'
_SIGN = r'[()«»"]'


def find(plan: Plan) -> Iterator[Finding]:
    """Texts in which brackets or quotes have no pair, told at the first sign that has none."""
    brackets, quotes, straight = has_sign(plan, "(", ")"), has_sign(plan, "«", "»"), has_sign(plan, '"')
    for path, text in [*whole_texts(plan), *_deadlines(plan)] if brackets or quotes or straight else ():
        if brackets and ("(" in text or ")" in text):
            place = _bracket(text)
            if place >= 0:
                yield _finding(plan, path, text, place, "bracket-without-pair")
        if quotes and ("«" in text or "»" in text):
            place = _quote(text)
            if place >= 0:
                yield _finding(plan, path, text, place, "quote-without-pair")
                continue  # «Анкета": the straight quote is the other half
        if straight and text.count('"') % 2 and (path[-1] == "deadline" or len(re.findall(_INCH, text)) % 2 == 0):
            yield _finding(plan, path, text, text.rindex('"'), "quote-without-pair")


def _deadlines(plan: Plan) -> list[tuple[Path, str]]:
    """Deadlines that are understood, without the sign that has no pair, and printed with it."""
    dated = [(entry.path, entry.deadline) for entry in plan.entries if entry.deadline is not None]
    if re.search(_SIGN, "\n".join([deadline.text for _, deadline in dated])) is None:
        return []
    return [((*path, "deadline"), deadline.deadline.text) for path, deadline in dated if not deadline.is_wrong]


def _bracket(text: str) -> int:
    """The offset of the first bracket without a pair, -1 where all have one.

    A «2)» may number an item or close «(форма 2)»: it is a mistake only if neither reading gives every bracket a pair.
    """
    if text.count("(") == text.count(")"):
        return -1
    marks = {match.end() - 1 for match in re.finditer(_LIST_MARK, text)}
    without_marks = _first_alone([place for place in _brackets(text) if place not in marks], text, set())
    return -1 if without_marks < 0 else _first_alone(_brackets(text), text, marks)


def _brackets(text: str) -> list[int]:
    return [match.start() for match in re.finditer("[()]", text)]


def _first_alone(places: list[int], text: str, marks: set[int]) -> int:
    """The first bracket without a pair; one of ``marks`` needs none."""
    opened: list[int] = []
    for place in places:
        if text[place] == "(":
            opened.append(place)
        elif opened:
            opened.pop()
        elif place not in marks:
            return place
    return opened[0] if opened else -1


def _quote(text: str) -> int:
    """The same for «»; two that open together may close with one sign, as Russian typography has it."""
    if text.count("«") == text.count("»"):
        return -1
    opened: list[int] = []
    for place, sign in enumerate(text):
        if sign == "«":
            opened.append(place)
        elif sign == "»":
            if not opened:
                return -1 if text[:place].count("«") > 1 else place
            if len(opened) > 1 and text.count("»", place) < len(opened):
                opened.clear()
            else:
                opened.pop()
    return opened[0] if opened else -1


def _finding(plan: Plan, path: tuple[str | int, ...], text: str, place: int, code: str) -> Finding:
    """Told with the words beside the sign, so that they can be found."""
    start = text.rfind(" ", 0, place) + 1 if text[place] in ")»" else place
    match = re.match(r"\S+(?: \S+){0,2}" if text[place] in "(«" else r"\S+", text[start:])
    words = match.group()[:40] if match else text[place]
    return finding_in(plan, path, text, (start, start + len(words)), code, "warning")
