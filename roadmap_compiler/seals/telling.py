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
MOST_LINES = 40
SHOWN = 3
"""So many differences of the look are told of each kind; the rest is counted."""


def told(word: str, language: Language, **params: Any) -> str:
    """A sentence of the verification with its parameters."""
    return fill((words.RU if language == "ru" else words.EN)[word], params)


def sentence(one: Difference, language: Language) -> str:
    """A difference: where, and what."""
    name = program(one.name, language) if one.code == "resaved" else _short(one.name)
    if one.code in ("metadata", "application") and f"property-{one.name}" in words.RU:
        name = told(f"property-{one.name}", language)
    old, new = _narrowed(one.old, one.new) if one.code == "text-changed" else (one.old, one.new)
    what = told(one.code, language, old=_short(old), new=_short(new), name=name,
                named=f" ({name})" if name else "")
    what = what.replace("«»", told("nothing", language)) if one.old or one.code in _TURNED else what.replace(" «»", "")
    where = _where(one.place, language)
    return f"{where}: {what}" if where else what


def program(name: str, language: Language) -> str:
    """A program as people call it: «LibreOffice/7.4.7.2$Linux_X86_64 LibreOffice_project/40$Build-2» is «LibreOffice
    7.4.7.2»."""
    if name == "?":
        return told("another-program", language)
    return _short(" ".join(name.partition("$")[0].replace("/", " ").split()))


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
    if len(out) > MOST_LINES + 1:
        out[MOST_LINES:] = [told("rest", language, count=len(out) - MOST_LINES)]
    return out


def _narrowed(old: str, new: str) -> tuple[str, str]:
    """Two long texts without what both begin and end with: whole lines, and words before the change."""
    before, after = old.split("\n"), new.split("\n")
    while len(before) > 1 and len(after) > 1 and before[0] == after[0]:
        del before[0], after[0]
    while len(before) > 1 and len(after) > 1 and before[-1] == after[-1]:
        del before[-1], after[-1]
    old, new = "\n".join(before), "\n".join(after)
    same = next((at for at, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    start = old.rfind(" ", 0, max(0, same - 40)) + 1
    if max(len(old), len(new)) <= LONGEST or not start:
        return old, new
    return "…" + old[start:], "…" + new[start:]


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
