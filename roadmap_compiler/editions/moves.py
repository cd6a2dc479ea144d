"""What stands where it stood, and moves: to another stage or activity, and within one; only what left its place, not
what it pushed aside."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from roadmap_compiler.editions.matching import Matching
from roadmap_compiler.editions.units import Unit

Pair = tuple[int, int]


def find_moves(old: tuple[Unit, ...], new: tuple[Unit, ...], matching: Matching) -> tuple[list[Pair], list[Pair]]:
    """Pairs (old index, new index) that moved to another container, and those that changed only their order."""
    kept = kept_places(old, new, matching)
    away = [(one, other) for one, other in sorted(matching.pairs.items()) if other not in kept]
    stayed: dict[tuple[str, int], list[Pair]] = defaultdict(list)
    for one, other in sorted(matching.pairs.items()):
        if other in kept:
            stayed[new[other].kind, _container(new[other])].append((one, other))
    within = [pair for pairs in stayed.values() for pair in _out_of_order(pairs)]
    return away, sorted(within)


def kept_places(old: tuple[Unit, ...], new: tuple[Unit, ...], matching: Matching) -> dict[int, int]:
    """New unit → the old one whose place it has: its pair where it stayed in its stage and its activity, and of what
    was split or joined the first part that stands where the whole does."""
    heirs = _heirs(matching)
    has_stages = any(unit.kind == "stage" for unit in old) and any(unit.kind == "stage" for unit in new)
    ways = [[pair] for pair in matching.pairs.items()]
    ways += [[(whole, part) for part in parts] for whole, parts in matching.splits.items()]
    ways += [[(part, whole) for part in parts] for whole, parts in matching.merges.items()]
    kept: dict[int, int] = {}
    for pairs in ways:
        for one, other in pairs:
            if _in_place(old[one], new[other], heirs, has_stages):
                kept[other] = one
                break
    return kept


def _heirs(matching: Matching) -> dict[int, set[int]]:
    """What became of each old unit."""
    heirs: dict[int, set[int]] = defaultdict(set)
    for one, other in matching.pairs.items():
        heirs[one].add(other)
    for one, parts in matching.splits.items():
        heirs[one].update(parts)
    for other, parts in matching.merges.items():
        for part in parts:
            heirs[part].add(other)
    return heirs


def _in_place(unit: Unit, partner: Unit, heirs: dict[int, set[int]], has_stages: bool) -> bool:
    if unit.kind == partner.kind == "item":
        return True
    if unit.parent >= 0 or partner.parent >= 0:
        return unit.parent >= 0 and partner.parent in heirs[unit.parent]
    if not has_stages:
        return True
    if unit.stage < 0 or partner.stage < 0:
        return unit.stage == partner.stage
    return partner.stage in heirs[unit.stage]


def _container(unit: Unit) -> int:
    return unit.parent if unit.parent >= 0 else unit.stage


def _out_of_order(pairs: Sequence[Pair]) -> list[Pair]:
    """The pairs outside a longest run whose order is the same in both editions."""
    places = [new for _, new in pairs]
    kept = longest_rising(places)
    return [pair for at, pair in enumerate(pairs) if at not in kept]


def longest_rising(numbers: Sequence[int]) -> set[int]:
    """Indexes of a longest rising subsequence."""
    ends: list[int] = []
    at_end: list[int] = []
    before: list[int] = []
    for index, number in enumerate(numbers):
        length = bisect_left(ends, number)
        before.append(at_end[length - 1] if length else -1)
        if length == len(ends):
            ends.append(number)
            at_end.append(index)
        else:
            ends[length] = number
            at_end[length] = index
    kept: set[int] = set()
    index = at_end[-1] if at_end else -1
    while index >= 0:
        kept.add(index)
        index = before[index]
    return kept
