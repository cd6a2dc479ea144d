"""Which unit of the old edition is which of the new one.

By id; by «прежде»; by the same title; by parts and wholes; by likeness. Stages follow their activities.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from roadmap_compiler.editions.dates import Turn
from roadmap_compiler.editions.pairing import Pairing
from roadmap_compiler.editions.pairing_by_fields import match_by_fields
from roadmap_compiler.editions.pairing_by_likeness import match_alike, match_between_neighbours
from roadmap_compiler.editions.pairing_by_parts import match_parts, match_parts_by_days
from roadmap_compiler.editions.pairing_by_words import match_equal_titles, match_stated
from roadmap_compiler.editions.pairing_of_stages import match_stages
from roadmap_compiler.editions.units import Unit


class Matching(NamedTuple):
    """``pairs``: old index → new index, one to one. ``splits`` and ``merges``: one index and its parts.

    ``likely`` has the likeness of pairs that are not certain; ``possible`` pairs that were not made but may be meant.
    """

    pairs: dict[int, int]
    splits: dict[int, tuple[int, ...]]
    merges: dict[int, tuple[int, ...]]
    likely: dict[int, float]
    possible: dict[int, int]

    @property
    def old_told(self) -> set[int]:
        """Old units whose fate is known."""
        return {*self.pairs, *self.splits, *(part for parts in self.merges.values() for part in parts)}

    @property
    def new_told(self) -> set[int]:
        """New units whose origin is known."""
        return {*self.pairs.values(), *self.merges, *(part for parts in self.splits.values() for part in parts)}


def match(old: tuple[Unit, ...], new: tuple[Unit, ...], turn: Turn) -> Matching:
    """Match all units of two editions."""
    found = Pairing(old, new, turn)
    _match_group(found, [u for u in old if u.kind == "activity"], [u for u in new if u.kind == "activity"])
    match_stages(found, [u for u in old if u.kind == "stage"], [u for u in new if u.kind == "stage"])
    items_of_old, items_of_new = _items(old), _items(new)
    for one, other in list(found.pairs.items()):
        if one in items_of_old and other in items_of_new:
            _match_group(found, items_of_old[one], items_of_new[other])
    return Matching(found.pairs, found.splits, found.merges, found.likely, found.possible)


def _match_group(found: Pairing, old: Sequence[Unit], new: Sequence[Unit]) -> None:
    """All passes over units of one kind."""
    match_stated(found, old, new)
    match_equal_titles(found, old, new)
    match_parts(found, old, new)
    match_alike(found, old, new)
    match_parts_by_days(found, old, new)
    match_between_neighbours(found, old, new)
    match_by_fields(found, old, new)


def _items(units: tuple[Unit, ...]) -> dict[int, list[Unit]]:
    items: dict[int, list[Unit]] = defaultdict(list)
    for unit in units:
        if unit.kind == "item":
            items[unit.parent].append(unit)
    return items


def items_as_lines(old: tuple[Unit, ...], new: tuple[Unit, ...], matching: Matching) -> list[tuple[int, int]]:
    """Pairs of activities whose items, in both editions, say nothing but their titles."""
    with_fields = {("old", unit.parent) for unit in old if unit.kind == "item" and unit.has_own_fields}
    with_fields |= {("new", unit.parent) for unit in new if unit.kind == "item" and unit.has_own_fields}
    holders = {unit.parent for unit in old if unit.kind == "item"}
    new_holders = {unit.parent for unit in new if unit.kind == "item"}
    return [(one, other) for one, other in sorted(matching.pairs.items())
            if (one in holders or other in new_holders) and ("old", one) not in with_fields
            and ("new", other) not in with_fields]
