"""Слова или слово с числом слиплись.

«анкетирование,сбор», «наставничестваРезультат», «1сентября»: пробел потерялся при копировании из Word или PDF. Адреса,
имена с инициалами («А.Б.Ткаченко»), сокращения («г.Горбатов», «ул.Дружбы») и названия («ЯКласс», «Наставник52») — не
ошибка.

Плохо:

```yaml
мероприятия:
  - название: Проведение анкетирования,сбор согласий до 1сентября
    срок: сентябрь
    ответственный: Куратор
```

Хорошо:

```yaml
мероприятия:
  - название: Проведение анкетирования, сбор согласий до 1 сентября
    срок: сентябрь
    ответственный: Куратор
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmap_compiler.findings import Finding, Severity
from roadmap_compiler.plan.plan import Plan
from roadmap_compiler.rules.glance import texts_with
from roadmap_compiler.rules.prose import finding_in, is_prose

CODES: dict[str, Severity] = {"words-glued": "info"}

_SIGN = r"[,;:!?](?=[А-ЯЁа-яё]{2})"
_STOP = r"\.(?=[А-ЯЁ][а-яё]{2})"
_CAPITAL = r"[А-ЯЁ](?<=[а-яё].)(?=[а-яё]{3})"
_MONTH = "январ|феврал|март|апрел|мая|июн|июл|август|сентябр|октябр|ноябр|декабр"
_AFTER_FIGURE = rf"\d(?=(?:{_MONTH}|числ|класс|учебн|год|человек|раз)[а-яё]*)"
_LONG_AFTER_FIGURE = (
    r"(?<![\w.,:/№-])\d{1,4}(?=(?!лет[инк]|дневн|недельн|месячн|часов|минутн|кратн|этажн|комнатн|разов|процентн|местн"
    r"|томн|ступенч|уровнев|балльн|метров|мерн|сторонн)[а-яё]{5})"
)
"""«4рабочих»; «10летие» and «3этажный» lack a hyphen, not a space."""
_BEFORE_FIGURE = r"\d(?<=[а-яё].)"
_LETTERS_BEFORE = r"[А-ЯЁа-яё]+$"
_WORD_AFTER = r"[\w-]+"
_ENDS_A_WORD = "аеёиоуыэюяьй"
"""Letters on which a whole Russian word ends; a shortened one («ул.», «обл.», «им.») hardly ever does."""

_SHAPES = (rb",(?=[aA]{2})", rb"\.(?=Aaa)", rb"A(?<=aA)(?=aaa)", rb"0(?=a)", rb"0(?<=a0)")
"""The patterns above, a little wider."""


def find(plan: Plan) -> Iterator[Finding]:
    """Places where a space is missing, each with the mended text."""
    for path, text in texts_with(plan, *_SHAPES):
        for place in _places(text) if is_prose(path) else ():
            before = re.search(r"\S*$", text[:place])
            after = re.match(_WORD_AFTER, text[place:])
            if before and after and "@" not in before.group() and "/" not in before.group():
                left, right = before.group()[-24:], after.group()[:24]
                stretch = (place - len(left), place + len(right))
                yield finding_in(plan, path, text, stretch, "words-glued", "info", f"{left} {right}")


def _places(text: str) -> Iterator[int]:
    """Offsets at which a space is missing."""
    for match in re.finditer(_SIGN, text):
        word = re.search(_LETTERS_BEFORE, text[:match.start()])
        if word is not None and len(word.group()) > 1:
            yield match.end()
    for match in re.finditer(_STOP, text):
        word = re.search(_LETTERS_BEFORE, text[:match.start()])
        if word is not None and len(word.group()) > 2 and word.group()[-1] in _ENDS_A_WORD:
            yield match.end()
    for match in re.finditer(_CAPITAL, text):
        word = re.search(r"[\wА-ЯЁа-яё«-]+$", text[:match.start()])
        if word is not None and re.fullmatch("[а-яё]{4,}", word.group()):  # a name of one's own begins with a capital
            yield match.start()
    if re.search(r"\d[а-яё]{3}", text) is not None:
        patterns = (_AFTER_FIGURE, _LONG_AFTER_FIGURE)
        yield from sorted({match.end() for pattern in patterns for match in re.finditer(pattern, text)})
    for match in re.finditer(_BEFORE_FIGURE, text):
        word = re.search(_LETTERS_BEFORE, text[:match.start()])
        if word is not None and re.fullmatch(rf"(?i)(?:{_MONTH})[а-яё]{{0,2}}", word.group()):
            yield match.start()
