"""Columns of the table that came, went or have another heading: one change each, not one a row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from roadmap_compiler.editions.changes import Change, Kind, Place
from roadmap_compiler.editions.units import Unit
from roadmap_compiler.plan.plan import Plan
from roadmap_compiler.plan.wording import plain

FEWEST_ROWS = 2
"""From so many rows a column that the author did not name is told; a single value is a change of its row."""

_OF_TITLES = frozenset({"number", "activities", "title", "stages", "goal", "tasks"})
_KINDS: dict[str, Kind] = {"deadline": "deadline", "responsible": "responsible", "result": "result"}

Row = tuple[Unit, Unit]


class Columns(NamedTuple):
    """``gone`` and ``came``: role → heading of columns of one edition only. ``renamed``: headings before and after of
    columns that are in both. ``heirs``: role of the old edition → role of the new one that has all its values."""

    gone: dict[str, str]
    came: dict[str, str]
    renamed: tuple[tuple[str, str], ...]
    heirs: dict[str, str]

    def explains(self, role: str, before: str, after: str) -> bool:
        """Whether a value appeared or vanished with its column."""
        return bool(role in self.came and not before) or bool(role in self.gone and not after)


def compare_columns(old: Plan, new: Plan, rows: Sequence[Row], units: tuple[Sequence[Unit], Sequence[Unit]]) -> Columns:
    """What became of the columns. Those of numbers and titles are the look of the document."""
    before = {column.role: column.heading for column in old.table.columns if column.role not in _OF_TITLES}
    after = {column.role: column.heading for column in new.table.columns if column.role not in _OF_TITLES}
    gone = {role: heading for role, heading in before.items() if role not in after}
    came = {role: heading for role, heading in after.items() if role not in before}
    heirs = {role: heir for role in gone for heir in came if _has_same_values(role, heir, rows)}
    gone = {role: heading for role, heading in gone.items() if role not in heirs
            and _is_told(old, role, units[0])}
    came = {role: heading for role, heading in came.items() if role not in heirs.values()
            and _is_told(new, role, units[1])}
    renamed = [(before[role], after[heir]) for role, heir in heirs.items()]
    renamed += [(before[role], after[role]) for role in before if role in after]
    different = tuple((one, other) for one, other in renamed if plain(one) != plain(other))
    return Columns(gone, came, different, heirs)


def told_columns(found: Columns, units: tuple[Sequence[Unit], Sequence[Unit]],
                 places: tuple[Sequence[Place], Sequence[Place]], tables: tuple[Place, Place]) -> list[Change]:
    """The changes: a column that went or came, with the rows that had a value in it; all new headings as one."""
    changes = []
    for role, heading in found.gone.items():
        rows = tuple(places[0][unit.at] for unit in units[0] if value_of(unit, role)) or (tables[0],)
        changes.append(Change(_KINDS.get(role, "content"), (heading,), (), rows, (), "column"))
    for role, heading in found.came.items():
        rows = tuple(places[1][unit.at] for unit in units[1] if value_of(unit, role)) or (tables[1],)
        changes.append(Change(_KINDS.get(role, "content"), (), (heading,), (), rows, "column"))
    if found.renamed:
        before, after = ("; ".join(headings) for headings in zip(*found.renamed, strict=True))
        changes.append(Change("content", (before,), (after,), tables[:1], tables[1:], "column"))
    return changes


def _is_told(plan: Plan, role: str, units: Iterable[Unit]) -> bool:
    """A column that the author named; one that appears by itself needs more than a single value."""
    return bool(plan.roadmap.table.columns) or sum(1 for unit in units if value_of(unit, role)) >= FEWEST_ROWS


def _has_same_values(role: str, heir: str, rows: Sequence[Row]) -> bool:
    """Whether two columns are one under another name: the same values in the same rows."""
    values = [(value_of(one, role), value_of(other, heir)) for one, other in rows]
    return any(before for before, _ in values) and all(plain(before) == plain(after) for before, after in values)


def value_of(unit: Unit, role: str) -> str:
    """What a unit has in a column."""
    if role == "deadline":
        return unit.deadline.text if unit.deadline else ""
    if role == "responsible":
        return "; ".join(unit.people)
    return unit.result if role == "result" else unit.texts.get(role, "")
