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

from roadmap_compiler.findings import Edit, Finding, Fix, Severity
from roadmap_compiler.plan.plan import Plan
from roadmap_compiler.rules.glance import texts_with
from roadmap_compiler.rules.prose import place_in

CODES: dict[str, Severity] = {"latin-letters": "error"}

_LOOK_ALIKE = str.maketrans("ABCEHKMOPTXaceopxy", "АВСЕНКМОРТХасеорху")
_BY_SOUND = str.maketrans("ABVGDEZIKLMNOPRSTUFHCY", "АБВГДЕЗИКЛМНОПРСТУФХЦЫ")
_ROMAN = r"[IVXLCDM]+|[ivxlcdm]+"
_WORD = r"[A-Za-zА-ЯЁа-яё]+"
_HAS_LATIN = r"[A-Za-z]"
_LONE_LETTER = r"(?<![A-Za-z])[A-Za-z](?![A-Za-z])"
_HAS_CYRILLIC = r"[А-ЯЁа-яё]"
_ADDRESS = r"\S+@\S+|https?://\S+|www\.\S+|\S+\.(?:ru|рф|com|org|net|su)\b\S*"
_KNOWN = """
МАОУ МБОУ МКОУ МОУ ГБОУ ГБПОУ ГАПОУ ГАОУ ГКОУ КГБОУ ФГБОУ МБУ МАУ МКУ ГБУ ГАУ МДОУ МБДОУ МАДОУ МКДОУ ГБДОУ ДОУ
СОШ ООШ НОШ ООО НОО СОО ПОО ДОД ДДТ ЦДТ ЦРТ ЦМН ЛНА ФГОС ОГЭ ЕГЭ ВПР УВР НМР РМО ШМО ПМПК ППК ИОМ КТП СМИ МВД
ГИБДД КДН ПДН
"""
_ABBREVIATIONS = frozenset(_KNOWN.split())  # of two letters there are none: «VR», «MO» and «PT» are words of their own
_NO_PROSE = frozenset({"email", "site", "template", "id", "formerly", "files"})
_BEFORE_LETTERS = """
ось оси осям осях осью переменная переменной функция функции параметр координата координаты точка точки угол число
множество вариант класс уровень формат группа категория категории витамин гепатит секция секции модель тип коэффициент
"""
_OF_LETTERS = frozenset(_BEFORE_LETTERS.split())
"""Words after which a lone Latin letter is a letter."""


def find(plan: Plan) -> Iterator[Finding]:
    """Words in which a Latin letter stands for a Cyrillic one."""
    for path, text in texts_with(plan, b"l"):
        if text.isascii() or not _NO_PROSE.isdisjoint(path):
            continue  # a text without one Russian letter is a foreign word or a number
        for start, word, right in latin_words(text):
            span = place_in(plan.tree, path, text, (start, start + len(word)))
            fixes: tuple[Fix, ...] = ()
            if span.line == span.end_line and span.end_column - span.column == len(word):
                fixes = (Fix(right, (Edit(span, right),), safe=True),)
            yield Finding("latin-letters", "error", span, {"word": word, "right": right, "near": right}, (), fixes)


def latin_words(text: str) -> Iterator[tuple[int, str, str]]:
    """The offset of each wrong word of a text, the word, and the same in Cyrillic letters."""
    prose = re.sub(_ADDRESS, lambda match: " " * len(match.group()), text)
    has_cyrillic = re.search(_HAS_CYRILLIC, prose) is not None
    for match in re.finditer(_WORD, prose):
        word = match.group()
        if re.search(_HAS_LATIN, word) is None:
            continue
        before, after = prose[:match.start()], prose[match.end():]
        if re.search(_HAS_CYRILLIC, word):
            right = word.translate(_LOOK_ALIKE)
            if re.search(_HAS_LATIN, right) is None:
                yield match.start(), word, right
        elif len(word) == 1:
            if has_cyrillic and _is_lone_letter(word, before, after):
                yield match.start(), word, word.translate(_LOOK_ALIKE)
        elif len(word) > 2 and word.isupper() and not re.fullmatch(_ROMAN, word):
            right = word.translate(_LOOK_ALIKE)
            if right not in _ABBREVIATIONS and len(word) > 3:
                right = word.translate(_BY_SOUND)
            if right in _ABBREVIATIONS:
                yield match.start(), word, right


def _is_lone_letter(letter: str, before: str, after: str) -> bool:
    """A one-letter Russian word («с», «о», «а», «к», «у», «в») typed in the other layout."""
    if re.match(r"\s+[\dА-ЯЁа-яё«]", after) is None:
        return False
    if letter in "acoky":
        last = re.search(r"([а-яё»,.:;)\d]+)\s+$", before)
        is_letter = last is not None and last.group(1) in _OF_LETTERS
        is_letter = is_letter or re.search(_LONE_LETTER, before + after) is not None
        return not is_letter and (before == "" or last is not None)
    return letter in "ACOKB" and (before.strip() == "" or before.rstrip()[-1] in ".!?")
