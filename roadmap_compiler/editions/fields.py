"""The fields of a file, each known by what it belongs to and not by its place: what two people may change apart."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from roadmap_compiler.editing.filling import range_of
from roadmap_compiler.editions.units import Unit
from roadmap_compiler.source.tree import Path, Tree

Name = tuple[object, ...]
"""("unit", number of the unit in the base edition, field) or a path; units that the base has not are named by their own
path with "new" before it."""

_CONTAINERS = frozenset({"activities", "stages", "items"})


class Field(NamedTuple):
    """One field: its path in its own file, its value, and its source by offsets."""

    path: Path
    value: Any
    start: int
    end: int


def fields_of(tree: Tree, units: tuple[Unit, ...], base_of: dict[int, int]) -> dict[Name, Field]:
    """Every field of a file by its name. ``base_of``: a unit of this file → the same unit of the base edition."""
    by_path = {unit.path: unit for unit in units}
    found: dict[Name, Field] = {}
    for path, value in _leaves(tree.root, (), by_path):
        owner = next((path[:length] for length in range(len(path), 0, -1) if path[:length] in by_path), None)
        if owner is None:
            name: Name = path
        elif by_path[owner].at in base_of:
            name = ("unit", base_of[by_path[owner].at], *path[len(owner):])
        else:
            name = ("new", *path)
        start, end = range_of(tree, path)
        found[name] = Field(path, value, start, end)
    return found


def _leaves(value: Any, path: Path, units: dict[Path, Unit]) -> Iterator[tuple[Path, Any]]:
    """Fields of units as a whole («ответственный: [а, б]» is one), and the scalars and lists of everything else."""
    if path in units and isinstance(value, str):
        yield path, value
        return
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
        here = (*path, key)
        holds_units = key in _CONTAINERS and isinstance(inner, list) and here[0] in _CONTAINERS
        if holds_units:
            for index, member in enumerate(inner):
                yield from _leaves(member, (*here, index), units)
        elif path in units or isinstance(inner, str) or (isinstance(inner, list) and here[0] != "approvals"):
            yield here, inner
        elif inner:
            yield from _leaves(inner, here, units)
