"""Differences in words."""

from __future__ import annotations

from collections import Counter
from typing import Any

from roadmap_compiler.messages import Language, fill
from roadmap_compiler.messages import seals as words
from roadmap_compiler.seals.differences import LOOKS, Difference, Place

LONGEST = 160
"""Letters of a text in one line."""
_TURNED = ("text-changed", "metadata", "application", "style-changed", "content-type")
"""What has a text before and a text after; either may be empty."""
SHOWN = 3
"""So many differences of the look are told of each kind; the rest is counted."""


def told(word: str, language: Language, **params: Any) -> str:
    """A sentence of the verification with its parameters."""
    return fill((words.RU if language == "ru" else words.EN)[word], params)


def sentence(one: Difference, language: Language) -> str:
    """A difference: where, and what."""
    name = _short(one.name) if one.name != "?" else told("another-program", language)
    what = told(one.code, language, old=_short(one.old), new=_short(one.new), name=name,
                named=f" ({name})" if name else "")
    what = what.replace("«»", told("nothing", language)) if one.old or one.code in _TURNED else what.replace(" «»", "")
    where = _where(one.place, language)
    return f"{where}: {what}" if where else what


def lines(differences: tuple[Difference, ...], language: Language) -> list[str]:
    """All differences for reading. Of many that only change the look the first are told."""
    counts = Counter(one.code for one in differences)
    seen: Counter[str] = Counter()
    out = []
    for one in differences:
        seen[one.code] += 1
        if one.code not in LOOKS or counts[one.code] <= SHOWN + 1 or seen[one.code] <= SHOWN:
            out.append(sentence(one, language))
        elif seen[one.code] == SHOWN + 1:
            out.append(told("more", language, count=counts[one.code] - SHOWN))
    return out


def _where(place: Place, language: Language) -> str:
    if not place.kind:
        return ""
    kind = "row" if place.kind == "cell" and not place.column else place.kind
    number = " ".join(place.number.split()).rstrip(".")
    shown = told("number", language, number=number) if number and len(number) < 12 else ""
    return told(f"at-{kind}", language, row=place.row, number=shown, column=" ".join(place.column.split()))


def _short(text: str) -> str:
    """One line of a text, cut where it is long."""
    line = " / ".join(part.strip() for part in text.split("\n") if part.strip())
    line = "".join(sign if sign.isprintable() or sign == "\u00a0" else "·" for sign in line)
    return line if len(line) <= LONGEST else line[:LONGEST].rstrip() + "…"
