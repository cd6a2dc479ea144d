"""Two texts word by word: what was taken out, what was put in. A name with its initials and a date are one word."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from roadmap_compiler.editions.aligning import at_boundaries, paired_lines
from roadmap_compiler.plan.wording import plain

ALIKE_FROM = 0.5
"""Below this share of equal words, one old text and one new text read better than many pieces."""

_WORD = re.compile(
    r"[А-ЯЁ]\.[ \u00a0]?[А-ЯЁ]\.[ \u00a0]?[А-ЯЁ][а-яё-]+|[А-ЯЁ][а-яё-]+[ \u00a0][А-ЯЁ]\.[ \u00a0]?[А-ЯЁ]\."
    r"|\d+(?:[.,/-]\w+)*|[^\W\d_]+(?:-[^\W\d_]+)*|\s|[^\w\s]|_+")

_UNIT = re.compile(r"[ \u00a0][^\W\d_]{2,}")


class Piece(NamedTuple):
    """A stretch of text: in both editions, in the old one only, or in the new one only."""

    side: Literal["both", "old", "new"]
    text: str


def pieces(old: str, new: str) -> tuple[Piece, ...]:
    """The two texts as one run of pieces: those of "both" and "old" make the old text, "both" and "new" the new one."""
    if old == new:
        return (Piece("both", old),) if old else ()
    if "\n" in old or "\n" in new:
        return _by_lines(old.split("\n") if old else [], new.split("\n") if new else [])
    before, after = _WORD.findall(old), _WORD.findall(new)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    words = sum(len("".join(before[a:a + size]).split()) for a, _, size in matcher.get_matching_blocks())
    if words < ALIKE_FROM * max(len(old.split()), len(new.split())):
        return tuple(piece for piece in (Piece("old", old), Piece("new", new)) if piece.text)
    out: list[Piece] = []
    for sign, a, b, c, d in at_boundaries(matcher.get_opcodes(), before, after):
        if sign == "equal":
            out.append(Piece("both", "".join(before[a:b])))
        else:
            out += [Piece("old", "".join(before[a:b]))] if b > a else []
            out += [Piece("new", "".join(after[c:d]))] if d > c else []
    return tuple(_bridged(out))


def _by_lines(old: list[str], new: list[str]) -> tuple[Piece, ...]:
    """Lines that stay, lines that can be paired, lines that come or go with their line ends."""
    out: list[Piece] = []
    begun = {"old": False, "new": False}
    for one, other in paired_lines(old, new):
        lines = {"old": one, "new": other}
        ends = [side for side in ("old", "new") if lines[side] is not None and begun[side]]
        if ends:
            out.append(Piece("both" if len(ends) == 2 else ends[0], "\n"))  # type: ignore[arg-type]
        begun = {side: begun[side] or lines[side] is not None for side in begun}
        out += pieces(one or "", other or "")
    return tuple(_joined(out))


def _joined(found: list[Piece]) -> list[Piece]:
    """Neighbours of one side as one piece."""
    out: list[Piece] = []
    for piece in found:
        if out and out[-1].side == piece.side:
            out[-1] = Piece(piece.side, out[-1].text + piece.text)
        else:
            out.append(piece)
    return out


def _bridged(found: list[Piece]) -> list[Piece]:
    """A space or a sign left alone between two changes belongs to them."""
    out: list[Piece] = []
    old, new = "", ""

    def close() -> None:
        nonlocal old, new
        out.extend(piece for piece in (Piece("old", old), Piece("new", new)) if piece.text)
        old = new = ""

    for at, piece in enumerate(found):
        inside = 0 < at < len(found) - 1
        if piece.side == "both" and not (inside and (old or new) and not plain(piece.text)):
            close()
            out.append(piece)
        else:
            old += piece.text if piece.side != "new" else ""
            new += piece.text if piece.side != "old" else ""
    close()
    return out


def replaced_words(old: str, new: str, with_units: bool = False) -> tuple[tuple[str, str], ...]:
    """What stands instead of what, «» for nothing: ((«которые хотят», «желающих»),). Edges are without spaces. With
    ``with_units``, figures have the word behind them: («15 вопросов», «20 вопросов»)."""
    found: list[tuple[str, str]] = []
    waiting = ""
    for piece in (*pieces(old, new), Piece("both", "")):
        unit = _UNIT.match(piece.text)
        if with_units and piece.side == "both" and unit and found and not waiting and all(
                text.isdigit() for text in found[-1]):
            found[-1] = found[-1][0] + unit.group(), found[-1][1] + unit.group()
        if piece.side == "old":
            waiting = piece.text
        elif piece.side == "new":
            found.append((waiting.strip(), piece.text.strip()))
            waiting = ""
        elif waiting:
            found.append((waiting.strip(), ""))
            waiting = ""
    return tuple(pair for pair in found if any(pair))
