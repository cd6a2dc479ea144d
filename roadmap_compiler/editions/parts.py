"""A whole and its parts: one title whose words are shared out among two or three others."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations

from roadmap_compiler.editions.wording import stems

COVERED_FROM = 0.85
"""So much of the whole must stand in the parts together …"""

PRECISE_FROM = 0.8
"""… so much of each part in the whole …"""

GAIN_FROM = 0.2
"""… and so much more of the whole must the parts cover together than the best of them alone."""

CLEAN_GAIN = 0.1
"""Enough where the parts together are the whole, word for word, as when a short sentence is cut off a long title."""

MOST_PARTS = 3
MOST_CANDIDATES = 8


def find_parts(wholes: Sequence[str], parts: Sequence[str]) -> list[tuple[int, tuple[int, ...]]]:
    """Wholes with their parts, by index; every part belongs to one whole. Of several ways the fullest, then the
    nearest."""
    bags = [Counter(stems(text)) for text in parts]
    sizes = [bag.total() for bag in bags]
    holders: dict[str, list[int]] = defaultdict(list)
    for at, bag in enumerate(bags):
        for stem in bag:
            holders[stem].append(at)
    ways: list[tuple[float, int, int, tuple[int, ...]]] = []
    for index, text in enumerate(wholes):
        whole = Counter(stems(text))
        if len(whole) < 2:
            continue
        common: Counter[int] = Counter()
        for stem, count in whole.items():
            for at in holders[stem]:
                common[at] += min(count, bags[at][stem])
        precise = [at for at, shared in common.items() if shared >= PRECISE_FROM * sizes[at]]
        candidates = sorted(precise, key=lambda at: (-common[at], at))[:MOST_CANDIDATES]
        least = COVERED_FROM * whole.total()
        if sum(common[at] for at in candidates) < least:
            continue
        for count in range(2, MOST_PARTS + 1):
            for chosen in combinations(sorted(candidates), count):
                if sum(common[at] for at in chosen) < least:
                    continue
                covered = _covered(whole, [bags[at] for at in chosen])
                if covered is not None:
                    ways.append((-covered, chosen[-1] - chosen[0], index, chosen))
    found: list[tuple[int, tuple[int, ...]]] = []
    used_wholes: set[int] = set()
    used_parts: set[int] = set()
    for _, _, index, chosen in sorted(ways):
        if index not in used_wholes and not used_parts.intersection(chosen):
            used_wholes.add(index)
            used_parts.update(chosen)
            found.append((index, chosen))
    return sorted(found)


def _common(one: Counter[str], other: Counter[str]) -> int:
    return (one & other).total()


def _covered(whole: Counter[str], bags: list[Counter[str]]) -> float | None:
    """How much of the whole its parts cover; None where they are no parts of it, or one of them adds too little."""
    size = whole.total()
    covered = _common(sum(bags, Counter()), whole) / size
    if covered < COVERED_FROM:
        return None
    is_clean = covered >= 0.95 and all(bag <= whole and bag.total() > 1 for bag in bags)
    gain = (CLEAN_GAIN if is_clean else GAIN_FROM) - 1e-9
    for at in range(len(bags)):
        others = sum((bag for other, bag in enumerate(bags) if other != at), Counter())
        if covered - _common(others, whole) / size < gain:
            return None
    return covered
