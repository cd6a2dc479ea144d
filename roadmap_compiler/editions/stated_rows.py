"""Rows of a table as an order states them: a point, a section with all its points, or the whole table; and what stands
in a cell under its title."""

from __future__ import annotations

from collections.abc import Mapping

from roadmap_compiler.editions.changes import Comparison
from roadmap_compiler.editions.saying import bare
from roadmap_compiler.editions.units import Unit
from roadmap_compiler.plan.plan import Plan, Row

Rows = tuple[tuple[str, ...], ...]


def stated_rows(found: Comparison, current: Mapping[int, str], at: int | None) -> Rows:
    """A unit as its row, a section with all its rows; None for the whole table. What takes the place of something old
    has the number that it has there, by ``current``: new unit → number."""
    units, table = found.new_units, found.new.table
    wanted: dict[int, str] = {}
    for unit in units:
        if unit.entry >= 0 and (at is None or unit.at == at or unit.parent == at or unit.stage == at
                                or _is_inside(units, unit.at, at)):
            number = unit.number if at is None else current.get(unit.at, unit.number)
            wanted[unit.entry] = bare(number)
    rows = []
    for row in table.rows:
        if row.entry not in wanted:
            continue
        cells = _cells(row)
        for place, column in enumerate(table.columns):
            if column.role == "number" and cells[place]:
                cells[place] = wanted[row.entry] or cells[place]
            elif column.role == "stages" and at is not None and units[at].kind != "stage":
                cells[place] = ""  # the section is that of the point
        rows.append(tuple(cells))
    return tuple(rows) or ((units[at].title,),) if at is not None else tuple(rows)


def under_title(plan: Plan, unit: Unit) -> str:
    """What is printed behind a title in its own cell: the lines of an activity."""
    for row in plan.table.rows:
        if row.entry == unit.entry:
            for column, text in zip(plan.table.columns, _cells(row), strict=True):
                if column.role in ("activities", "title") and unit.title in text:
                    return text.partition(unit.title)[2]
    return ""


def _cells(row: Row) -> list[str]:
    """The text of a row for every column; a merged cell stands in its first one."""
    return [text for cell in row.cells for text in (cell.text, *[""] * (cell.span - 1))]


def _is_inside(units: tuple[Unit, ...], at: int, owner: int) -> bool:
    parent = units[at].parent
    return parent >= 0 and (parent == owner or _is_inside(units, parent, owner))
