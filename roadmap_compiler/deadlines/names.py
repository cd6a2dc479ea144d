"""Names of events, stages and activities in any grammatical case: «определения модели» is «Определение модели»."""

from __future__ import annotations

import re
from functools import lru_cache

_ENDINGS = (
    "иями ями ами иях иям ием ого его ому ему ыми ими ия ие ии ию ий ый ой ей ая яя ое ее ые ых их ым им ую юю ах ях "
    "ов ев ам ям ом ем а я о е ы и у ю ь й"
)
_ENDING = frozenset(_ENDINGS.split())
_WORD = r"[^\W_]+"
_FLEETING = re.compile(r"(?<=[бвгджзклмнпрстфхцчшщь])[ое](?=[кцнл]$)")
"""«проверка» and «проверок», «конец» and «конца» have one stem once the vowel that comes and goes is left out."""
_DAY = frozenset(("день", "дня", "дню", "днем", "дне", "дата", "даты", "дате", "дату", "датой"))
_HELD = frozenset(("проведение", "проведения", "проведению", "проведением"))
_EDGES = {
    "начал": "start", "старт": "start", "запуск": "start", "открыти": "start",
    "окончани": "finish", "завершени": "finish", "конец": "finish", "конц": "finish", "закрыти": "finish",
}
"""How the words for the two edges of an event begin."""


@lru_cache(maxsize=2048)
def name_key(name: str) -> str:
    """The words of a name without case endings, letter case, «ё» and signs; equal for the same name in any case."""
    stems = (_stem(word) for word in re.findall(_WORD, name.lower().replace("ё", "е")))
    return " ".join(stems)


def same_name(one: str, other: str) -> bool:
    """Whether two names differ in nothing but their grammatical case."""
    return name_key(one) == name_key(other)


def event_key(name: str) -> tuple[str, str]:
    """An event and its edge: «день окончания набора» is ("набор", "finish"), «день открытых дверей» has no edge.

    The words for a day and for the holding of an event at the head of a name are no part of it.
    """
    words = re.findall(_WORD, name.lower().replace("ё", "е"))
    edge = ""
    while len(words) > 1:
        found = next((side for begin, side in _EDGES.items() if re.fullmatch(f"{begin}[а-я]{{0,2}}", words[0])), "")
        if words[0] not in _DAY | _HELD and (not found or edge):
            break
        edge = edge or found
        words = words[1:]
    return " ".join(_stem(word) for word in words), edge


def without_ending(word: str, endings: frozenset[str]) -> str:
    """A word without the longest of these endings, of four letters at most, that it has."""
    return next((word[:-size] for size in (4, 3, 2, 1) if word[-size:] in endings), word)


def _stem(word: str) -> str:
    if word in _DAY:
        return word[:2] if word[:2] == "да" else "ден"
    if len(word) <= 3:
        return word
    stem = without_ending(word, _ENDING)
    return _FLEETING.sub("", stem) if len(stem) >= 3 else word
