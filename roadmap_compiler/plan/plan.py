"""The resolved plan: numbers given, people looked up, deadlines resolved to dates, every printed string ready.

Documents, calendars, rules and comparisons read only this; they never go back to what was written.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Literal, NamedTuple

from roadmap_compiler.deadlines import Deadline, Occurrence, Period, Problem, WorkCalendar
from roadmap_compiler.model.roadmap import Roadmap
from roadmap_compiler.plan.approvals import ApprovalBlock
from roadmap_compiler.plan.people import Who
from roadmap_compiler.source.tree import Path, Tree

EntryKind = Literal["stage", "activity", "item"]


class PlannedDeadline(NamedTuple):
    """A deadline with the dates it means. ``text`` is what is printed."""

    text: str
    deadline: Deadline
    occurrences: tuple[Occurrence, ...]
    problems: tuple[Problem, ...]

    @property
    def is_wrong(self) -> bool:
        """Whether something is so wrong with it that its dates say nothing."""
        return bool(self.problems) and any(problem.severity == "error" for problem in self.problems)


class Entry(NamedTuple):
    """A stage, an activity or an item. All texts are as printed; "" where there is none."""

    kind: EntryKind
    path: Path
    identity: str
    number: str
    title: str
    stage: int
    """Index of the stage among the entries, -1 outside of any stage."""
    parent: int
    level: int
    """0 for a stage and for an activity directly in one."""
    has_parts: bool
    """Whether activities stand inside it."""
    deadline: PlannedDeadline | None
    responsible: tuple[Who, ...]
    result: str
    content: str
    place: str
    participants: str
    note: str
    goal: str | None
    tasks: tuple[str, ...]
    items: tuple[str, ...]
    """Texts of the items with their marks, where they are printed inside the entry's own cell."""
    free: dict[str, str]


def plain_identity(identity: str) -> str:
    """An identity without what typography may change: letter case, quotes, dashes, spaces, «ё»."""
    return re.sub(r"[\W_]+", " ", identity.lower().replace("ё", "е")).strip()


class Column(NamedTuple):
    """A column of the printed table; ``width`` in millimetres where the author gave one."""

    role: str
    heading: str
    width: float | None


class Cell(NamedTuple):
    """One printed cell: how many columns it spans, its part in a vertical merge, its text."""

    span: int
    merge: Literal["", "restart", "continue"]
    text: str


class Row(NamedTuple):
    """One printed row and the entry that it shows."""

    kind: EntryKind
    entry: int
    cells: tuple[Cell, ...]


class PrintedTable:
    """The whole table, ready for a template. Its rows are laid out when somebody first asks for them: a check never
    does."""

    def __init__(self, template: str, columns: tuple[Column, ...], has_column_numbers: bool,
                 lay_out: Callable[[], Iterable[Row]]) -> None:
        self.template = template
        self.columns = columns
        self.has_column_numbers = has_column_numbers
        self._lay_out = lay_out

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The rows in the order of the document."""
        return tuple(self._lay_out())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, PrintedTable) and self._parts() == other._parts()

    def _parts(self) -> tuple[str, tuple[Column, ...], bool, tuple[Row, ...]]:
        return self.template, self.columns, self.has_column_numbers, self.rows


class Revision(NamedTuple):
    """The number of the revision, from 0, and the day it is of."""

    number: int
    day: datetime.date


class Plan(NamedTuple):
    """Everything that any output needs."""

    roadmap: Roadmap
    tree: Tree
    document: str
    """Identity of the document, the same in all its revisions."""
    institution: str
    title: tuple[str, ...]
    period: Period
    approved: datetime.date | None
    revision: Revision
    letterhead: tuple[str, ...]
    approvals: tuple[ApprovalBlock, ...]
    entries: tuple[Entry, ...]
    table: PrintedTable
    signatures: tuple[tuple[str, str], ...]
    used_people: frozenset[str]
    calendar: WorkCalendar
    watching: tuple[str, ...]
    """Keys of the people who watch over all deadlines (texts, where somebody is not in «люди»)."""
