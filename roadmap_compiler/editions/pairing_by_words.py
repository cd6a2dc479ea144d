"""Pairs that the author states, by id or «прежде», and pairs of equal titles."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

from roadmap_compiler.editions.assignment import Scores, assign
from roadmap_compiler.editions.pairing import Key, Pairing
from roadmap_compiler.editions.units import Unit
from roadmap_compiler.plan.wording import plain

MANY = 24
"""From so many equal titles on, not every old one is weighed against every new one."""


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
    _match_in_all(found, old, new)
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
            for other in _nearest(found, unit, same, MANY):
                if not found.are_two_of_a_series(unit, other):
                    several = len(same) > 1
                    scores[unit.at, other.at] = 100 + (found.agreement(unit, other) if several else 0)
        for one, other_index in assign(scores):
            found.pair(found.old[one], found.new[other_index])


def _match_in_all(found: Pairing, old: Sequence[Unit], new: Sequence[Unit]) -> None:
    """Those of a title that stands many times and that agree in everything, the nearest ones: no need to weigh them."""
    free_old, free_new = found.free(old, new)
    several = {key for key, count in Counter(unit.key for unit in free_new).items() if count >= MANY}
    waiting: dict[Key, list[Unit]] = defaultdict(list)
    for unit in free_new:
        if unit.key in several:
            waiting[found.all_of(unit)].append(unit)
    for unit in free_old:
        same = waiting.get(found.all_of(unit)) if unit.key in several else None
        if same:
            found.pair(unit, same.pop(same.index(_nearest(found, unit, same, 1)[0])))


def _nearest(found: Pairing, unit: Unit, same: list[Unit], count: int) -> list[Unit]:
    """Of very many equal titles, those that stand about where this one stood."""
    if len(same) <= count:
        return same
    place = unit.at * len(found.new) / len(found.old)
    return sorted(same, key=lambda other: (abs(other.at - place), other.at))[:count]
