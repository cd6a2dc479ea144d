"""What an order must say of every unit: kept, stated anew, added, excluded; and the number that it has in between.

The points of an order are applied one after another. First come those that name the document in force, by its own
numbers; then one point says which numbers the places that are left are to have; then what is added takes its number.
"""

from __future__ import annotations

from typing import NamedTuple

from roadmap_compiler.editions.changes import Comparison
from roadmap_compiler.editions.moves import kept_places
from roadmap_compiler.editions.saying import bare
from roadmap_compiler.editions.units import Unit


class Amended(NamedTuple):
    """``restated`` and ``added``: new units that the order states whole, without those that stand inside of others.
    ``excluded``: old units that it takes out, likewise. ``current``: new unit → the number that it has before the new
    numbers are given. ``told``: new units that no other point may speak of, since their whole row is stated."""

    restated: dict[int, int]
    """New unit → the old one whose place it takes."""
    added: tuple[int, ...]
    excluded: tuple[int, ...]
    current: dict[int, str]
    told: frozenset[int]


def amended_units(found: Comparison) -> Amended:
    """Sort the units of two editions by what is to be said of them."""
    old, new = found.old_units, found.new_units
    heirs = kept_places(old, new, found.matching)
    with_other_lines = {change.new_places[0].unit for change in found.changes if change.field == "items"}
    restated = {other: one for other, one in heirs.items()
                if other in with_other_lines or found.matching.pairs.get(one) != other}
    added = [unit.at for unit in new if unit.at not in heirs]
    whole = {*added, *restated}
    outer = {at for at in whole if not _has_ancestor(new, at, whole - {at})}
    gone = {unit.at for unit in old} - set(heirs.values())
    replaced = {*gone, *(one for other, one in restated.items() if other in outer)}
    excluded = tuple(sorted(at for at in gone if not _has_ancestor(old, at, replaced - {at})))
    told = frozenset(unit.at for unit in new if unit.at in outer or _has_ancestor(new, unit.at, outer))
    kept = {at: one for at, one in restated.items() if at in outer}
    return Amended(kept, tuple(at for at in added if at in outer), excluded,
                   _current(found, heirs, kept, told), told)


def _has_ancestor(units: tuple[Unit, ...], at: int, among: set[int]) -> bool:
    unit = units[at]
    if unit.parent >= 0 and (unit.parent in among or _has_ancestor(units, unit.parent, among)):
        return True
    return unit.stage >= 0 and unit.stage in among


def _current(found: Comparison, heirs: dict[int, int], restated: dict[int, int],
             told: frozenset[int]) -> dict[int, str]:
    """The numbers before the new ones are given: the old ones; inside of what is stated anew, those stated there."""
    old, new = found.old_units, found.new_units
    current: dict[int, str] = {}
    for unit in new:
        owner = unit.parent if unit.parent >= 0 else unit.stage
        if unit.at in restated or unit.at not in told:
            if unit.at in heirs:
                current[unit.at] = old[heirs[unit.at]].number
        elif owner in told and owner in current and unit.number:
            current[unit.at] = _under(unit.number, new[owner].number, current[owner])
    return {at: number for at, number in current.items() if number}


def _under(number: str, owner: str, current: str) -> str:
    """«3.2» of the section 3 that is still the section 2: «2.2»."""
    own = bare(owner)
    return bare(current) + number[len(own):] if own and number.startswith(own) else number
