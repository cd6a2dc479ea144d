"""The name that was probably meant: a letter wrong, a Latin look-alike, the other keyboard layout."""

from __future__ import annotations

from collections.abc import Iterable

_TO_CYRILLIC = str.maketrans("abekmhopctyxABEKMHOPCTYX", "авекмнорстухАВЕКМНОРСТУХ")

_QWERTY = "`qwertyuiop[]asdfghjkl;'zxcvbnm,."
_JCUKEN = "ёйцукенгшщзхъфывапролджэячсмитьбю"
_OTHER_LAYOUT = str.maketrans(_QWERTY + _JCUKEN, _JCUKEN + _QWERTY)


def near(typed: str, known: Iterable[str]) -> str | None:
    """The one known name that is nearest to what was typed, or None where nothing is near enough.

    Near enough means one wrong letter in a short word, two in a word of six letters and more.
    """
    names = {folded(name): name for name in known}
    small = folded(typed)
    for guess in (small, in_cyrillic(small), in_other_layout(small)):
        if guess in names:
            return names[guess]
    from rapidfuzz.distance import OSA

    distances = sorted((OSA.distance(small, name), name) for name in names)
    if distances and distances[0][0] <= (1 if len(small) < 6 else 2) and len(small) > 2:
        return names[distances[0][1]]
    return None


def in_cyrillic(text: str) -> str:
    """The text with Latin letters that look like Cyrillic ones replaced by them."""
    return text.translate(_TO_CYRILLIC)


def in_other_layout(text: str) -> str:
    """The text as the same keys write it in the other keyboard layout: «chjr» → «срок», «ыещзк» → «stopr»."""
    return text.lower().translate(_OTHER_LAYOUT)


def same(one: str, other: str) -> bool:
    """Whether two names differ at most in case, «ё» and spaces."""
    return folded(one) == folded(other)


def folded(name: str) -> str:
    """A name without what does not matter in it: letter case, «ё» for «е», extra spaces."""
    return " ".join(name.lower().replace("ё", "е").split())
