"""Итог стоит раньше того, из чего он получается.

«Анализ анкет групповой встречи» в сентябре, а сама встреча в октябре; «Утверждение положения» в марте, а его
разработка в апреле. Сравниваются мероприятия, одно из которых называет другое: «анализ …», «после завершения …»,
«по итогам …», «утверждение …», «внести в базу …». Замечание появляется, только если весь срок итога прошёл до
начала срока исходного мероприятия, а в плане исходное стоит выше.

Плохо:

```yaml
мероприятия:
  - название: Организация групповой встречи наставников
    срок: октябрь
    ответственный: Куратор
  - название: Анкетирование после завершения групповой встречи
    срок: сентябрь
    ответственный: Психолог
```

```yaml
мероприятия:
  - название: Разработка Положения о конкурсе
    срок: апрель
    ответственный: Методист
  - название: Утверждение Положения о конкурсе
    срок: март
    ответственный: Директор
```

Хорошо:

```yaml
мероприятия:
  - название: Организация групповой встречи наставников
    срок: октябрь
    ответственный: Куратор
  - название: Анкетирование после завершения групповой встречи
    срок: октябрь
    ответственный: Психолог
```
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from roadmap_compiler.deadlines.names import without_ending
from roadmap_compiler.findings import Finding, Related, Severity
from roadmap_compiler.plan.plan import Entry, Plan
from roadmap_compiler.rules.glance import in_small_letters

CODES: dict[str, Severity] = {"result-before-input": "warning"}

Things = frozenset[str]
"""What a phrase speaks of, as stems of its words."""

_AFTER = (
    r"\b(?:после (?:завершени|окончани|проведени|прохождени|получени|подведени)[яй] "
    r"|по (?:итогам|результатам|завершении|завершению|окончании|окончанию) (?:проведени[яй] )?"
    r"|на основ(?:е|ании) (?:результатов )?)"
)
_STUDY = ("анализ", "обработка", "обобщение", "подведение итогов", "обсуждение (?:итогов|результатов)",
          "проанализировать", "обработать", "обобщить", "подвести итоги", "обсудить (?:итоги|результаты)")
_TAKE = ("утверждение", "согласование", "внедрение", "апробация", "публикация", "размещение", r"ознакомление\b.*? с",
         "актуализация", "утвердить", "согласовать", "внедрить", "апробировать", "опубликовать", "разместить",
         r"ознакомить\b.*? с", "актуализировать")
_MAKE = ("формирование", "создание", "разработка", "составление", "сформировать", "создать", "разработать",
         "составить")
_CONSIDER = ("рассмотрение и ", "рассмотреть и ")
_ADD = ("внесение", "включение", "занесение", "внести", "включить", "занести")
_STUDIES = rf"(?:{'|'.join(_STUDY)})\s"
_MAKES = rf"(?:{'|'.join(_MAKE)})\s"
_TAKES = rf"(?:{'|'.join(_CONSIDER)})?(?:{'|'.join(_TAKE)})\s"
_ADDS = rf"(?:{'|'.join(_ADD)})\b.*?\sв\s"
_USES = f"{_TAKES}|{_ADDS}"
_SENTENCE_END = r"[.;]\s"


def _beginning_with(words: Iterable[str]) -> list[bytes]:
    """Patterns of letters for the words that begin a sentence. Each begins with one certain sign, which is found
    quickly."""
    begun = b"|".join(sorted({in_small_letters(word[:5]) for word in words}))
    return [b"%s(?:%s)" % (start, begun) for start in (rb"\x00", rb"\.\s", rb";\s")]


_MAY_NAME = (
    *map(in_small_letters, ("после (?:заверш|оконч|провед|прохожд|получ|подвед)", "по итог", "по результат",
                            "по заверш", "по оконч", "на основ")),
    *_beginning_with((*_STUDY, *_TAKE, *_CONSIDER, *_ADD)),
)
"""What stands in a title that names another activity, as letters."""
_MAY_MAKE = tuple(_beginning_with(_MAKE))
"""What stands in a title that says that something is made."""
_YEAR_WORDS = ("20", "следующ", "будущ")
_OF_A_YEAR = r"20\d\d\b(?<![\d.]20\d\d)|следующ|будущ"
_FAR = 200
"""Activities above one that may be its input: what an activity names stands near it."""
_BOUNDARIES = "на в с для по из при через среди между до за к у не как либо или а"
_STOPS = frozenset(_BOUNDARIES.split())
_SAY_NOTHING = "проведени организаци результат итог программ план работ мероприят год полученн данн"
_EMPTY = frozenset(_SAY_NOTHING.split())
_ENDINGS = ("иями ями ами ыми ими ого его ому ему иях ях ах ых их ий ый ой ей ая яя ое ее ые ие ую юю ов ев ам ям ом "
            "ем ым им ию ия ии ью а е и о у ы ю я й ь")
_ENDING = frozenset(_ENDINGS.split())


class _Work(NamedTuple):
    """One activity: its title in small letters, what it makes, what it names as its input."""

    title: str
    made: frozenset[Things]
    used: frozenset[Things]
    """Things that must have been made: compared with what others make, as a whole."""
    studied: frozenset[Things]
    """Things that must have taken place: found among all the words of another activity."""


def find(plan: Plan) -> Iterator[Finding]:
    """Activities due before something begins that stands above them and that they name, or that leads to it."""
    written = "".join(["\x00" + entry.title if entry.kind == "activity" else "\x00" for entry in plan.entries])
    letters = in_small_letters(written)
    naming = _titles_with(_MAY_NAME, letters)
    if not naming:
        return
    making = _titles_with(_MAY_MAKE, letters)
    titles = _folded(written).split("\x00")[1:]
    sure = [index for index, entry in enumerate(plan.entries) if titles[index] and _has_sure_dates(entry)]
    dated = [plan.entries[index] for index in sure]
    works = [_read(titles[index], index in making, index in naming) for index in sure]
    inputs: list[tuple[int, ...]] = []
    for place, entry in enumerate(dated):
        direct = _inputs_of(place, dated, works) if works[place].used or works[place].studied else ()
        inputs.append(tuple(dict.fromkeys([*direct, *[far for one in direct for far in inputs[one]]])))
        for one in inputs[place]:
            if _due(entry) < _start(dated[one]):
                yield _finding(plan, entry, dated[one])
                break


def _titles_with(patterns: tuple[bytes, ...], titles: bytes) -> set[int]:
    """The numbers of the titles, each behind a zero, in which a pattern is met: a quick look that spares a slow one."""
    places = [match.start() for pattern in patterns for match in re.finditer(pattern, titles)]
    return {titles.count(b"\x00", 0, place + 1) - 1 for place in places}


def _folded(titles: str) -> str:
    return titles.lower().replace("ё", "е").replace("\u00a0", " ")


def _has_sure_dates(entry: Entry) -> bool:
    deadline = entry.deadline
    return deadline is not None and bool(deadline.occurrences) and not deadline.is_wrong


def _due(entry: Entry) -> datetime.date:
    assert entry.deadline is not None
    return max(occurrence.due for occurrence in entry.deadline.occurrences)


def _start(entry: Entry) -> datetime.date:
    assert entry.deadline is not None
    return min(occurrence.start for occurrence in entry.deadline.occurrences)


def _finding(plan: Plan, entry: Entry, other: Entry) -> Finding:
    assert entry.deadline is not None and other.deadline is not None
    params = {"text": entry.deadline.text, "input": other.title, "line": plan.tree.span(other.path).line,
              "start": other.deadline.text}
    related = (Related(plan.tree.span((*other.path, "deadline")), "input-deadline"),)
    return Finding("result-before-input", "warning", plan.tree.span((*entry.path, "deadline")), params, related)


def _inputs_of(place: int, entries: list[Entry], works: list[_Work]) -> list[int]:
    """The activities above that this one names; of several that fit, the nearest one."""
    found = []
    own = works[place]
    above = range(place - 1, max(-1, place - 1 - _FAR), -1)
    for things in sorted(own.used, key=sorted):
        found += [other for other in above if things in works[other].made][:1]
    for things in sorted(own.studied, key=sorted):
        alone = len(things) == 1  # one word says little: it must be what its own stage is about
        for other in above:
            if alone and entries[other].stage != entries[place].stage:
                break
            title = _subject(works[other].title) if alone else works[other].title
            if all(_speaks_of(title, thing) for thing in things):
                found.append(other)
                break
    return found


def _subject(title: str) -> str:
    """The first word of a title that says what is done: «Проведение анкетирования родителей» → «анкетирования»."""
    match = re.match(r"(?:(?:проведение|организация|осуществление) )?([а-яa-z0-9-]+)", title)
    return match.group(1) if match else ""


def _speaks_of(title: str, thing: str) -> bool:
    """Whether a word of a title has the stem, or begins with a longer one: «анкет» is in «анкетирование»."""
    if thing not in title:
        return False
    return thing in _stems(title) or (len(thing) > 4 and re.search(rf"\b{thing}", title) is not None)


def _behind(pattern: str, title: str, beginnings: list[int]) -> list[int]:
    """Where the pattern ends that stands at the beginning of a sentence."""
    compiled = re.compile(pattern)
    return [match.end() for place in beginnings if (match := compiled.match(title, place)) is not None]


def _read(title: str, may_make: bool, may_name: bool) -> _Work:
    made: set[Things] = set()
    used: set[Things] = set()
    studied: set[Things] = set()
    beginnings = [0, *[match.end() for match in re.finditer(_SENTENCE_END, title)]] if may_make or may_name else []
    if may_make:
        for end in _behind(_MAKES, title, beginnings):
            made |= set(_objects(title[end:]))
    if may_name:
        for end in _behind(_USES, title, beginnings):
            used |= set(_objects(title[end:]))
        for end in [*_behind(_STUDIES, title, beginnings), *[match.end() for match in re.finditer(_AFTER, title)]]:
            studied |= {things - _EMPTY for things in _objects(title[end:])[:1] if things - _EMPTY}
    return _Work(title, frozenset(made), frozenset(used), frozenset(studied))


def _objects(text: str) -> list[Things]:
    """«базу наставников и базу наставляемых» → {баз, наставник} and {баз, наставляем}: up to a preposition or sign.

    What tells a plan of one year from the plan of the next belongs to each.
    """
    sentence = re.split(_SENTENCE_END, text, maxsplit=1)[0]
    which = frozenset(re.findall(_OF_A_YEAR, sentence) if any(word in sentence for word in _YEAR_WORDS) else ())
    found: list[Things] = []
    words: list[str] = []
    for match in re.finditer(r"[а-яa-z0-9/-]+|[^\sа-яa-z0-9/-]", sentence):
        word = match.group()
        if word == "и":
            found.append(_stems(" ".join(words)))
            words = []
        elif word in _STOPS and words:
            break
        elif word[0].isalnum():
            words.append(word)
        elif word not in "«»\"":
            break
    found.append(_stems(" ".join(words)))
    return [things | which for things in found if things]


@lru_cache(maxsize=512)
def _stems(text: str) -> Things:
    words = re.findall(r"[а-яa-z0-9]{3,}", text)
    return frozenset([without_ending(word, _ENDING) if len(word) > 4 else word.rstrip("аеиоуыюяйь") for word in words])
