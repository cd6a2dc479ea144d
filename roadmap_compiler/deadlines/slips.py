"""The word that was meant by one with a wrong letter."""

from __future__ import annotations

from functools import lru_cache

from .vocabulary import WORDS

_MENDED = ("MONTH", "EVERY", "QUARTER", "TERM", "WHOLE", "WEEKDAY")
_LIKE_OTHERS = ("модул", "сред", "четверг")
"""Words that another word is as near to as a slip would be: «средам» – «средах», «четвергу» – «четверку»."""


@lru_cache(maxsize=1)
def _deletions() -> dict[str, list[tuple[str, int]]]:
    """Every long word with one letter left out, for finding near misses without comparing all."""
    table: dict[str, list[tuple[str, int]]] = {}
    for word, (terminal, _) in WORDS.items():
        if terminal in _MENDED and len(word) >= 6 and not word.startswith(_LIKE_OTHERS):
            for place in range(len(word)):
                table.setdefault(word[:place] + word[place + 1:], []).append((word, place))
    return table


def near_miss(word: str) -> str:
    """The one known word that differs by one letter (wrong, missing, extra, or swapped with its neighbour), or ''."""
    table = _deletions()
    found = {known for known, _ in table.get(word, ())}
    for place in range(len(word)):
        shorter = word[:place] + word[place + 1:]
        if len(shorter) >= 6 and shorter in WORDS and WORDS[shorter][0] in _MENDED \
                and not shorter.startswith(_LIKE_OTHERS):
            found.add(shorter)
        found |= {known for known, at in table.get(shorter, ()) if abs(at - place) <= 1}
    meanings = {WORDS[known] for known in found}
    return min(found, key=lambda known: (known[-1] not in "яа", known)) if len(meanings) == 1 else ""
