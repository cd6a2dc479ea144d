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
    words, repeated = [frozenset(bag) for bag in bags], [_repeated(bag) for bag in bags]
    holders = _holders(bags)
    ways: list[tuple[float, int, int, tuple[int, ...]]] = []
    for index, text in enumerate(wholes):
        whole = Counter(stems(text))
        if len(whole) < 2:
            continue
        size = whole.total()
        near = set().union(*[holders[stem] for stem in whole if stem in holders])
        of_whole = frozenset(whole)
        common = {at: len(words[at] & of_whole) + (_again(repeated[at], whole) if repeated[at] else 0) for at in near}
        precise = [at for at, shared in common.items()
                   if shared >= PRECISE_FROM * sizes[at] and shared <= (1 - CLEAN_GAIN) * size + 1e-9]
        candidates = sorted(precise, key=lambda at: (-common[at], at))[:MOST_CANDIDATES]
        least = COVERED_FROM * size
        if sum(common[at] for at in candidates) < least:
            continue
        place = {stem: bit for bit, stem in enumerate(whole)}
        masks = {at: sum(1 << place[stem] for stem in bags[at] if stem in place) for at in candidates}
        for count in range(2, MOST_PARTS + 1):
            for chosen in combinations(sorted(candidates), count):
                together = 0
                for at in chosen:
                    together |= masks[at]
                most = together.bit_count() + size - len(whole)  # they cannot cover more than that
                if most < least or most - max(common[at] for at in chosen) < CLEAN_GAIN * size - 1e-9:
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


def _holders(bags: list[Counter[str]]) -> dict[str, list[int]]:
    """Stem → the parts that it may lead to. So much of a part must stand in its whole that one of its rarest stems
    does; to index the part by these is enough."""
    frequency = Counter(stem for bag in bags for stem in bag)
    holders: dict[str, list[int]] = defaultdict(list)
    for at, bag in enumerate(bags):
        rarest = sorted(bag, key=lambda stem: (frequency[stem], stem))
        missing, needed = 0.0, (1 - PRECISE_FROM) * bag.total()
        for stem in rarest:
            holders[stem].append(at)
            missing += bag[stem]
            if missing > needed + 1e-9:
                break
    return holders


def _common(one: Counter[str], other: Counter[str]) -> int:
    return len(one.keys() & other.keys()) + _again(_repeated(one), other)


def _again(repeated: list[tuple[str, int]], other: Counter[str]) -> int:
    """How often words that a bag has several times stand in the other one more than once, too."""
    return sum([min(count, other[stem]) - 1 for stem, count in repeated if stem in other])


def _repeated(bag: Counter[str]) -> list[tuple[str, int]]:
    return [(stem, count) for stem, count in bag.items() if count > 1]


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
