"""Texts without typography: what is equal when only quotes, dashes, spaces, letter case or «ё» differ."""

from __future__ import annotations

import re
from functools import lru_cache

_TOKEN = re.compile(r"[^\W\d_]+|\d+|[%№/+&=<>]|(?<=\d)\s?[-–—−]\s?(?=\d)|(?<=\d)[.,:](?=\d)")
_LOOK_ALIKE = str.maketrans("abcehkmoptxyё", "авсенкмортхуе")
_FIRST_NAME = re.compile(r"(?<![^\W_])([а-я])\s*\.\s*", re.IGNORECASE)


@lru_cache(maxsize=16384)
def plain(text: str) -> tuple[str, ...]:
    """The words and figures of a text: equal for texts that differ in quotes, dashes, spaces, case, «ё», stops."""
    small = text.lower().translate(_LOOK_ALIKE)
    return tuple("-" if token.strip() in "-–—−" else token for token in _TOKEN.findall(small))


@lru_cache(maxsize=4096)
def person_key(text: str) -> tuple[str, ...]:
    """A person however written: «Козлова Ю.С., учитель» and «Ю. С. Козлова (учитель)» are the same."""
    return tuple(sorted(plain(_FIRST_NAME.sub(r" \1. ", text.replace("\u00a0", " ")))))
