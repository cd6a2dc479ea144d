"""Plan → the one list of what is due when, that every calendar prints.

Three kinds of lines: what is due on a day, what lasts the whole period, what has no date. Each deadline of a plan
stands in exactly one of them; a deadline of several days stands among the dated ones once for each day.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import NamedTuple

from roadmap_compiler.deadlines import Occurrence
from roadmap_compiler.plan.plan import Entry, Plan
from roadmap_compiler.plan.table import rows_are_stages


class Dated(NamedTuple):
    """An entry (its index in the plan) that is due on a day, ``occurrence.due``, the last day to do it."""

    entry: int
    occurrence: Occurrence


class Lasting(NamedTuple):
    """An entry that goes on all the time, from ``start`` to ``end``, both days included, and is never due."""

    entry: int
    start: datetime.date
    end: datetime.date


class Agenda(NamedTuple):
    """All lines of a plan, each kind in the order of the document; ``undated`` holds indexes of entries."""

    dated: tuple[Dated, ...]
    lasting: tuple[Lasting, ...]
    undated: tuple[int, ...]

    def of(self, entries: frozenset[int]) -> Agenda:
        """The lines of some entries only."""
        return Agenda(tuple(line for line in self.dated if line.entry in entries),
                      tuple(line for line in self.lasting if line.entry in entries),
                      tuple(entry for entry in self.undated if entry in entries))

    def entries(self) -> frozenset[int]:
        """Every entry that stands in any of the lines."""
        return frozenset([*(line.entry for line in self.dated), *(line.entry for line in self.lasting), *self.undated])

    def in_time(self) -> tuple[Dated, ...]:
        """The dated lines by day; those of one day in the order of the document."""
        return tuple(sorted(self.dated, key=lambda line: (line.occurrence.due, line.occurrence.start, line.entry)))


def agenda(plan: Plan) -> Agenda:
    """The agenda of a plan."""
    dated: list[Dated] = []
    lasting: list[Lasting] = []
    undated: list[int] = []
    for index, entry in enumerate(plan.entries):
        lines = list(_lines(plan, index, entry))
        dated += [line for line in lines if isinstance(line, Dated)]
        lasting += [line for line in lines if isinstance(line, Lasting)]
        if not lines and _has_own_time(plan, index):
            undated.append(index)
    return Agenda(tuple(dated), tuple(lasting), tuple(undated))


def _lines(plan: Plan, index: int, entry: Entry) -> Iterator[Dated | Lasting]:
    if entry.deadline is None:
        return
    for occurrence in entry.deadline.occurrences:
        if occurrence.precision == "period":
            yield Lasting(index, occurrence.start, occurrence.end)
        else:
            yield Dated(index, occurrence)
    if entry.deadline.deadline.kind == "whole" and not entry.deadline.occurrences:  # «постоянно»
        yield Lasting(index, plan.period.start, plan.period.end)


def _has_own_time(plan: Plan, index: int) -> bool:
    """Whether an entry without a day is a line of its own, and not just a heading or a part of another line."""
    entry = plan.entries[index]
    if _is_timed(entry):
        return True
    if entry.kind == "stage":
        return not entry.has_parts
    if entry.kind == "item":  # a part of its activity, unless only the other parts have deadlines
        return not _is_timed(plan.entries[entry.parent]) and _has_timed_items(plan, entry.parent)
    if entry.has_parts or _has_timed_items(plan, index):
        return False
    in_a_cell = entry.deadline is None and entry.stage >= 0 and rows_are_stages(plan.roadmap)
    return not (in_a_cell and _is_timed(plan.entries[entry.stage]))


def _is_timed(entry: Entry) -> bool:
    """Whether anything is written for its deadline, understood or not."""
    return entry.deadline is not None and entry.deadline.deadline.kind != "unset"


def _has_timed_items(plan: Plan, activity: int) -> bool:
    """Items follow their activity at once in the list of entries."""
    for entry in plan.entries[activity + 1:]:
        if entry.kind != "item" or entry.parent != activity:
            return False
        if _is_timed(entry):
            return True
    return False


def full_title(plan: Plan, index: int) -> str:
    """What an entry is called on a line of its own, on one line and without its number."""
    entry = plan.entries[index]
    title = entry.title or entry.content or " ".join(entry.items)
    if entry.kind == "item":
        owner = plan.entries[entry.parent]
        title = f"{owner.title or owner.content} {title}"
    return " ".join(title.split("\n")).strip()


def number_of(plan: Plan, index: int) -> str:
    """The printed number; an item is found by that of its activity."""
    entry = plan.entries[index]
    return plan.entries[entry.parent].number if entry.kind == "item" and not entry.number else entry.number
