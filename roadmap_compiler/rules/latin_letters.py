"""Латинская буква в русском слове.

«MAOУ» с латинскими буквами выглядит как «МАОУ», но не находится поиском, не проходит проверку на сайте и
сортируется не там. Римские цифры, адреса почты и сайтов и настоящие иностранные слова — не ошибка.

Плохо:

```yaml
мероприятия:
  - название: Встреча в MAOУ № 14
    срок: май
    ответственный: Директор
```

Хорошо:

```yaml
мероприятия:
  - название: Встреча в МАОУ № 14
    срок: май
    ответственный: Директор
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmap_compiler.findings import Edit, Finding, Fix
from roadmap_compiler.plan.plan import Plan

CODES = ("latin-letters",)

_LOOK_ALIKE = str.maketrans("ABCEHKMOPTXaceopxy", "АВСЕНКМОРТХасеорху")
_BY_SOUND = str.maketrans("ABVGDEZIKLMNOPRSTUFHCY", "АБВГДЕЗИКЛМНОПРСТУФХЦЫ")
_ROMAN = re.compile(r"[IVXLCDM]+|[ivxlcdm]+")
_WORD = re.compile(r"[A-Za-zА-ЯЁа-яё]+")
_HAS_LATIN = re.compile(r"[A-Za-z]")
_HAS_CYRILLIC = re.compile(r"[А-ЯЁа-яё]")
_ADDRESS = re.compile(r"\S+@\S+|https?://\S+|www\.\S+|\S+\.(?:ru|рф|com|org|net|su)\b\S*")
_ABBREVIATIONS = frozenset(
    "МАОУ МБОУ МКОУ МОУ ГБОУ ГБПОУ ГАПОУ ГАОУ ГКОУ КГБОУ ФГБОУ МБУ МАУ МКУ ГБУ ГАУ МДОУ МБДОУ МАДОУ МКДОУ ГБДОУ ДОУ "
    "СОШ ООШ НОШ ОО ПОО ОУ ДО ДОД ДДТ ЦДТ ЦРТ ЦМН ЛНА ФГОС ОГЭ ЕГЭ ВПР УВР ВР НМР МО ГМО РМО ШМО ПМПК ППК ИОМ ИУП КТП "
    "СМИ РФ РТ МВД ГИБДД КДН ПДН ОДН".split()
)
_NO_PROSE = frozenset({"email", "site", "template", "id", "formerly", "files"})


def find(plan: Plan) -> Iterator[Finding]:
    """Words in which a Latin letter stands for a Cyrillic one."""
    for path, text in plan.tree.texts():
        if _HAS_LATIN.search(text) is None or any(step in _NO_PROSE for step in path):
            continue
        for word, right in latin_words(text):
            span = plan.tree.span_of(path, word)
            fixes = ()
            if span.line == span.end_line and span.end_column - span.column == len(word):
                fixes = (Fix(right, (Edit(span, right),), safe=True),)
            yield Finding("latin-letters", "error", span, {"word": word, "right": right, "near": right}, (), fixes)


def latin_words(text: str) -> Iterator[tuple[str, str]]:
    """Each wrong word of a text with the same word in Cyrillic letters."""
    prose = _ADDRESS.sub(lambda match: " " * len(match.group()), text)
    has_cyrillic = _HAS_CYRILLIC.search(prose) is not None
    for match in _WORD.finditer(prose):
        word = match.group()
        if _HAS_LATIN.search(word) is None:
            continue
        before, after = prose[:match.start()], prose[match.end():]
        if _HAS_CYRILLIC.search(word):
            right = word.translate(_LOOK_ALIKE)
            if _HAS_LATIN.search(right) is None:
                yield word, right
        elif len(word) == 1:
            if has_cyrillic and _is_lone_letter(word, before, after):
                yield word, word.translate(_LOOK_ALIKE)
        elif word.isupper() and not _ROMAN.fullmatch(word):
            for right in (word.translate(_LOOK_ALIKE), word.translate(_BY_SOUND)):
                if right in _ABBREVIATIONS:
                    yield word, right
                    break


def _is_lone_letter(letter: str, before: str, after: str) -> bool:
    """A one-letter Russian word («с», «о», «а», «к», «у», «в») typed in the other layout."""
    if re.match(r"\s+[\dА-ЯЁа-яё«]", after) is None:
        return False
    if letter in "acoky":
        return before == "" or re.search(r"[а-яё»,.:;)\d]\s+$", before) is not None
    return letter in "ACOKB" and (before.strip() == "" or before.rstrip()[-1] in ".!?")
