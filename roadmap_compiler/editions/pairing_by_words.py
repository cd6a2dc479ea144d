"""Pairs that the author states, by id or «прежде», and pairs of equal titles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from roadmap_compiler.editions.assignment import Scores, assign
from roadmap_compiler.editions.pairing import Key, Pairing
from roadmap_compiler.editions.units import Unit
from roadmap_compiler.plan.wording import plain


def match_stated(found: Pairing, old: Sequence[Unit], new: Sequence[Unit]) -> None:
    """By ids, then by what «прежде» says: an id, a title or an old number."""
    ids = {unit.id: unit for unit in new if unit.id}
    for unit in old:
        if unit.id and unit.id in ids and ids[unit.id].at not in found.used_new:
            found.pair(unit, ids[unit.id])
    _match_formerly(found, *found.free(old, new))


def _match_formerly(found: Pairing, old: list[Unit], new: list[Unit]) -> None:
    successors: dict[int, list[Unit]] = defaultdict(list)
    for unit in new:
        origins = [origin for name in unit.formerly if (origin := _called(name, old)) is not None]
        if len(origins) > 1:
            found.merge(origins, unit)
        elif origins:
            successors[origins[0].at].append(unit)
    for index, units in successors.items():
        if index in found.used_old:
            continue
        if len(units) == 1:
            found.pair(found.old[index], units[0])
        else:
            found.split(found.old[index], units)


def _called(name: str, units: list[Unit]) -> Unit | None:
    """The one unit with this id, title or number; None where there is none or several."""
    tests: tuple[Callable[[Unit], bool], ...] = (
        lambda unit: unit.id == name.strip(), lambda unit: unit.key == plain(name),
        lambda unit: unit.number.strip(" .)") == name.strip(" .)"))
    for test in tests:
        called = [unit for unit in units if test(unit)]
        if len(called) == 1:
            return called[0]
    return None


def match_equal_titles(found: Pairing, old: Sequence[Unit], new: Sequence[Unit]) -> None:
    """Equal titles; of several that are equal, those that agree most in the rest. A year may have moved."""
    keys: tuple[Callable[[Unit], Key], ...] = (
        lambda unit: unit.key, lambda unit: plain(found.shifted_title(unit)))
    for key in keys:
        free_old, free_new = found.free(old, new)
        by_title: dict[Key, list[Unit]] = defaultdict(list)
        for unit in free_new:
            by_title[unit.key].append(unit)
        scores: Scores = {}
        for unit in free_old:
            same = by_title.get(key(unit), []) if key(unit) else []
            for other in same:
                if not found.are_two_of_a_series(unit, other):
                    several = len(same) > 1
                    scores[unit.at, other.at] = 100 + (found.agreement(unit, other) if several else 0)
        for one, other_index in assign(scores):
            found.pair(found.old[one], found.new[other_index])
