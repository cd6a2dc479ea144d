"""Two sequences, as built and as found: what became what, what is gone, what came, what moved."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple, TypeVar

MOST_WORK = 4_000_000
"""Pairs that may be looked at; longer sequences are compared place by place."""
ALIKE_FROM = 0.5
"""Share of equal letters from which a row counts as the same row changed."""

Item = TypeVar("Item")


class Aligned(NamedTuple):
    """Pairs of places (old, new); -1 for none. ``moved`` are those that stand elsewhere and are otherwise the same."""

    pairs: tuple[tuple[int, int], ...]
    moved: frozenset[tuple[int, int]]


def align(old: Sequence[Item], new: Sequence[Item], words: Callable[[Item], str]) -> Aligned:
    """What became what. ``words`` is the text of an item, by which two that differ are held to be the same."""
    if len(old) * len(new) > MOST_WORK:
        return _by_place(len(old), len(new))
    before, after = [words(item) for item in old], [words(item) for item in new]
    pairs: list[tuple[int, int]] = []
    for sign, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if sign == "equal":
            pairs += zip(range(a, b), range(c, d), strict=True)
        else:
            pairs += _alike(before, after, range(a, b), range(c, d))
    moved = _moved(pairs, before, after)
    gone = {pair[0] for pair in moved} | {-1}
    come = {pair[1] for pair in moved} | {-1}
    kept = [(a, b) for a, b in pairs if not (b == -1 and a in gone or a == -1 and b in come)]
    pairs = [*kept, *moved]
    elsewhere = [(a, b) for a, b in pairs if a != b and a >= 0 and b >= 0 and before[a] == after[b]]
    if moved and len(old) == len(new) and len(elsewhere) <= len(moved):
        moved = elsewhere  # two that changed places: both are told, not what stands between them
    return Aligned(tuple(pairs), frozenset(moved))


def _by_place(old: int, new: int) -> Aligned:
    shared = min(old, new)
    pairs = [(at, at) for at in range(shared)]
    pairs += [(at, -1) for at in range(shared, old)] + [(-1, at) for at in range(shared, new)]
    return Aligned(tuple(pairs), frozenset())


def _alike(before: list[str], after: list[str], old: range, new: range) -> list[tuple[int, int]]:
    """Pairs of a stretch that differs, in order, those most alike; what has no pair stands alone."""
    if not old or not new:
        return [(at, -1) for at in old] + [(-1, at) for at in new]
    if len(old) == len(new) == 1:
        return [(old[0], new[0])] if likeness(before[old[0]], after[new[0]]) >= ALIKE_FROM / 2 \
            else [(old[0], -1), (-1, new[0])]
    if len(old) * len(new) > 10_000:
        return [(old[a] if a >= 0 else -1, new[b] if b >= 0 else -1) for a, b in _by_place(len(old), len(new)).pairs]
    scores = [[likeness(before[a], after[b]) for b in new] for a in old]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            score = scores[i][j]
            paired = best[i + 1][j + 1] + score if score >= ALIKE_FROM else -1.0
            best[i][j] = max(paired, best[i + 1][j], best[i][j + 1])
    pairs: list[tuple[int, int]] = []
    i = j = 0
    while i < len(old) and j < len(new):
        score = scores[i][j]
        if score >= ALIKE_FROM and best[i][j] == best[i + 1][j + 1] + score:
            pairs.append((old[i], new[j]))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            pairs.append((old[i], -1))
            i += 1
        else:
            pairs.append((-1, new[j]))
            j += 1
    return pairs + [(at, -1) for at in old[i:]] + [(-1, at) for at in new[j:]]


def _moved(pairs: list[tuple[int, int]], before: list[str], after: list[str]) -> list[tuple[int, int]]:
    gone: dict[str, list[int]] = {}
    for a, b in pairs:
        if b == -1 and before[a].strip():
            gone.setdefault(before[a], []).append(a)
    moved = []
    for a, b in pairs:
        if a == -1 and gone.get(after[b]):
            moved.append((gone[after[b]].pop(0), b))
    return moved


def likeness(one: str, other: str) -> float:
    """The share of equal letters, 0 to 1."""
    from rapidfuzz.distance import Indel

    return float(Indel.normalized_similarity(one[:4000], other[:4000]))
