"""Names of events, stages and activities in any grammatical case: «определения модели» is «Определение модели»."""

from __future__ import annotations

import re

_ENDING = (
    r"(иями|ями|ами|иях|иям|ием|ого|его|ому|ему|ыми|ими|ия|ие|ии|ию|ий|ый|ой|ей|ая|яя|ое|ее|ые|ие|ых|их|ым|им|ую|юю|"
    r"ах|ях|ов|ев|ам|ям|ом|ем|а|я|о|е|ы|и|у|ю|ь|й)$"
)
_WORD = r"[^\W_]+"


def name_key(name: str) -> str:
    """The words of a name without case endings, letter case, «ё» and signs; equal for the same name in any case."""
    stems = (_stem(word) for word in re.findall(_WORD, name.lower().replace("ё", "е")))
    return " ".join(stems)


def same_name(one: str, other: str) -> bool:
    """Whether two names differ in nothing but their grammatical case."""
    return name_key(one) == name_key(other)


def _stem(word: str) -> str:
    if len(word) <= 3:
        return word
    stem = re.sub(_ENDING, "", word, count=1)
    return stem if len(stem) >= 3 else word
