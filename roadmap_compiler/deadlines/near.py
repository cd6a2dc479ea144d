"""Phrases that may have been meant by one that is not understood: a letter wrong, the other keyboard layout.

They are only offered: a phrase with a wrong letter is never read as another one here.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from itertools import islice, product
from typing import Any

from roadmap_compiler.near import in_other_layout

from .lexer import fold
from .vocabulary import EXPRESSIONS, WORDS

_MOST_OFFERED = 3
_MOST_TRIED = 60
_LATIN_CHUNK = re.compile(r"[^\s\d]*[a-z][^\s\d]*", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{3,}")
_CHANGING = frozenset({"EXCEPT", "HOUR"})
"""Words that are known only to be refused."""


def near_readings(text: str, read: Callable[[str], Any]) -> tuple[str, ...]:
    """At most three phrases that differ from the text by a slip in a word or two, each of another meaning.

    ``read`` gives the meaning of a phrase, None where it is not understood.
    """
    typed = _in_russian_layout(text)
    if typed != text and read(typed) is not None:
        return (typed,)
    found: dict[Any, str] = {}
    for phrase in islice(_with_near_words(typed), _MOST_TRIED):
        meaning = read(phrase)
        if meaning is not None:
            found.setdefault(meaning, phrase)
    return tuple(islice(found.values(), _MOST_OFFERED))


def _in_russian_layout(text: str) -> str:
    """«ctynz,hm 2021» as «сентябрь 2021»; a text that gives other words than those of deadlines stays as it is."""
    known = _known()
    for chunk in _LATIN_CHUNK.findall(text):
        words = re.findall(r"[^\W\d_]+", in_other_layout(chunk))
        if not words or any(word not in WORDS and word not in known for word in words):
            return text
    return _LATIN_CHUNK.sub(lambda chunk: in_other_layout(chunk.group()), text)


def _with_near_words(text: str) -> list[str]:
    """The text with each of its unknown words as it stands or as a known one that is near, the nearest first."""
    words = list(_WORD.finditer(text))
    choices = [[(0, word.group()), *_near(fold(word.group()))] for word in words]
    if not words or all(len(choice) == 1 for choice in choices) or sum(len(choice) > 1 for choice in choices) > 3:
        return []
    phrases = []
    for chosen in sorted(product(*choices), key=lambda one: (sum(distance for distance, _ in one), one)):
        phrase = text
        for word, (_, new) in reversed(list(zip(words, chosen, strict=True))):
            phrase = phrase[:word.start()] + new + phrase[word.end():]
        if phrase != text:
            phrases.append(phrase)
    return phrases


@lru_cache(maxsize=256)
def _near(word: str) -> tuple[tuple[int, str], ...]:
    """Words of the language that differ by one letter (two in a word of eight and more), with how many; none for one
    of them."""
    known = _known()
    if word in known or word in WORDS:
        return ()
    from rapidfuzz.distance import OSA

    most = 1 if len(word) < 8 else 2
    found = sorted((OSA.distance(word, other, score_cutoff=most), other) for other in known
                   if abs(len(other) - len(word)) <= most)
    found = [one for one in found if one[0] <= most]
    return tuple(one for one in found if one[0] == found[0][0])[:6]


@lru_cache(maxsize=1)
def _known() -> tuple[str, ...]:
    """Every word of three letters and more that a deadline may be written with."""
    single = (word for word, (terminal, _) in WORDS.items() if terminal not in _CHANGING)
    joint = (word for terminal, _, phrases in EXPRESSIONS if terminal not in _CHANGING
             for word in phrases.replace("|", " ").split())
    return tuple(sorted({word for word in (*single, *joint) if len(word) >= 3}))
