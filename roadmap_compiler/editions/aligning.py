"""Where two texts are cut: which line of a list became which, and at which comma a clause came in.

A list that gets a line in its middle is one line longer; nothing else of it changed but its numbers. A clause that
comes in between others is cut out from separator to separator: of «4 класс, 6 класс, 7 класс» that is «6 класс,».
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher

LINES_ALIKE_FROM = 0.5
"""From this share of common words on, one line became the other."""

MOST_COMPARED = 2500
"""So many pairs of lines are weighed; in longer lists lines are paired as they stand."""

_LABEL = re.compile(r"^\s*(?:\d+(?:\.\d+)*[.)]?|[а-яa-z]\)|[-–—•*])\s*", re.IGNORECASE)
_SEPARATORS = frozenset(",;.")

Opcode = tuple[str, int, int, int, int]
Line = str | None


def paired_lines(old: Sequence[str], new: Sequence[str]) -> list[tuple[Line, Line]]:
    """Each line of both texts once, in order, beside what it became or was; None where there is nothing beside it."""
    pairs: list[tuple[Line, Line]] = []
    for sign, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if sign == "equal":
            pairs += zip(old[a:b], new[c:d], strict=True)
        else:
            pairs += _paired(old[a:b], new[c:d])
    return pairs


def _paired(old: Sequence[str], new: Sequence[str]) -> list[tuple[Line, Line]]:
    """Lines of which none stayed: the alike ones side by side, and what is left between them in its order."""
    pairs: list[tuple[Line, Line]] = []
    begun = (0, 0)
    for at, other in [*_alike(old, new), (len(old), len(new))]:
        left, right = old[begun[0]:at], new[begun[1]:other]
        if len(left) == len(right):
            pairs += zip(left, right, strict=True)
        else:
            pairs += [(line, None) for line in left]
            pairs += [(None, line) for line in right]
        if at < len(old):
            pairs.append((old[at], new[other]))
        begun = (at + 1, other + 1)
    return pairs


def _alike(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """The way through both lists that keeps most: (index, index), both growing."""
    if not old or not new or len(old) * len(new) > MOST_COMPARED:
        return []
    bags = [[Counter(_LABEL.sub("", line).lower().split()) for line in lines] for lines in (old, new)]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for at in range(len(old) - 1, -1, -1):
        for other in range(len(new) - 1, -1, -1):
            best[at][other] = max(best[at + 1][other], best[at][other + 1],
                                  best[at + 1][other + 1] + _likeness(bags[0][at], bags[1][other]))
    found, at, other = [], 0, 0
    while at < len(old) and other < len(new):
        likeness = _likeness(bags[0][at], bags[1][other])
        if likeness and best[at][other] == best[at + 1][other + 1] + likeness:
            found.append((at, other))
            at, other = at + 1, other + 1
        elif best[at][other] == best[at + 1][other]:
            at += 1
        else:
            other += 1
    return found


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    """The share of common words, 0 below what makes two lines one."""
    most = max(one.total(), other.total())
    share = (one & other).total() / most if most else 1.0
    return share if share >= LINES_ALIKE_FROM else 0.0


def at_boundaries(opcodes: Sequence[Opcode], old: Sequence[str], new: Sequence[str]) -> list[Opcode]:
    """The same differences, those that only come or only go slid to where a clause begins or ends.

    What stands before a difference may repeat at its end; then it may as well be cut so much earlier or later.
    """
    found = list(opcodes)
    first: list[Opcode] = []
    last: list[Opcode] = []
    for at in range(len(found)):
        sign, a, b, c, d = found[at]
        if sign not in ("insert", "delete"):
            continue
        words, start, end = (new, c, d) if sign == "insert" else (old, a, b)
        before, after = (found[near] if 0 <= near < len(found) else None for near in (at - 1, at + 1))
        back = before[2] - before[1] if before and before[0] == "equal" else 0
        ahead = after[2] - after[1] if after and after[0] == "equal" else 0
        ways = [(_fitness(words, start + by, end + by), -abs(by), by) for by in _slides(words, start, end, back, ahead)]
        by = max(ways)[2]
        if not by:
            continue
        found[at] = sign, a + by, b + by, c + by, d + by
        if before:
            found[at - 1] = before[0], before[1], before[2] + by, before[3], before[4] + by
        else:  # the difference was the beginning, and now equal words stand before it
            first = [("equal", a, a + by, c, c + by)]
        if after:
            found[at + 1] = after[0], after[1] + by, after[2], after[3] + by, after[4]
        else:
            last = [("equal", b + by, b, d + by, d)]
    return [one for one in (*first, *found, *last) if one[1] < one[2] or one[3] < one[4]]


def _slides(words: Sequence[str], start: int, end: int, back: int, ahead: int) -> list[int]:
    """By how many words a difference may slide; 0 is always one of them."""
    found, by = [0], 0
    while by < ahead and words[start + by] == words[end + by]:
        by += 1
        found.append(by)
    by = 0
    while by < back and words[start - by - 1] == words[end - by - 1]:
        by += 1
        found.append(-by)
    return found


def _fitness(words: Sequence[str], start: int, end: int) -> int:
    """How well a difference is cut: whole clauses with the separator behind them, or at the end with that before."""
    before = next((word for word in reversed(words[:start]) if word.strip()), "")
    inside = [word for word in words[start:end] if word.strip()]
    if not inside:
        return 0
    if inside[-1] in _SEPARATORS and (not before or before in _SEPARATORS):
        return 2
    is_last = not any(word.strip() and word not in _SEPARATORS for word in words[end:])
    return 1 if is_last and inside[0] in _SEPARATORS else 0
