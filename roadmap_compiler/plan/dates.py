"""Deadlines of a plan → dates, with the anchors that stand in the plan itself."""

from __future__ import annotations

import datetime
from typing import Any, NamedTuple

from roadmap_compiler.deadlines import (
    Anchors,
    Deadline,
    Occurrence,
    Period,
    Policy,
    Problem,
    WorkCalendar,
    from_structure,
    parse,
    print_deadline,
    resolve,
)

Resolved = tuple[tuple[Occurrence, ...], tuple[Problem, ...]]
Ends = tuple[datetime.date | None, datetime.date | None]


class WrittenDeadline(NamedTuple):
    """A deadline read, not yet resolved. ``names`` are what anchors may call its owner: id and title."""

    text: str
    deadline: Deadline
    problems: tuple[Problem, ...]


def read_deadline(raw: Any) -> WrittenDeadline | None:
    """A deadline as written: a phrase, or the same structured. None where nothing is written."""
    if raw is None:
        return None
    if isinstance(raw, str):
        return WrittenDeadline(raw, parse(raw), ())
    deadline, problems = from_structure(raw)
    if deadline is None:
        return WrittenDeadline("", parse(""), tuple(problems))
    return WrittenDeadline(deadline.text or print_deadline(deadline), deadline, tuple(problems))


class DateBook:
    """Resolves the deadlines of one plan; a deadline that hangs on another entry asks for that entry's dates first."""

    def __init__(self, period: Period, approved: datetime.date | None, calendar: WorkCalendar | None,
                 policy: Policy) -> None:
        self._period = period
        self._calendar = calendar
        self._policy = policy
        self._anchors = Anchors(approved=approved, start=period.start, lookup=self._look_up)
        self._by_name: dict[str, list[int]] = {}
        self._deadlines: list[Deadline | None] = []
        self._parts: list[list[int]] = []
        self._done: dict[int, Resolved] = {}
        self._same_words: dict[str, Resolved] = {}
        self._open: set[int] = set()

    def add(self, deadline: Deadline | None, parent: int, names: tuple[str, ...]) -> None:
        """The next entry of the plan, in document order."""
        index = len(self._deadlines)
        self._deadlines.append(deadline)
        self._parts.append([])
        if parent >= 0:
            self._parts[parent].append(index)
        for name in names:
            if name:
                self._by_name.setdefault(_folded(name), []).append(index)

    def resolve(self, index: int) -> Resolved:
        """The occurrences and problems of an entry's deadline."""
        if index in self._done:
            return self._done[index]
        deadline = self._deadlines[index]
        if deadline is None:
            return (), ()
        if deadline.kind != "relative" and deadline.text:
            found = self._same_words.get(deadline.text)
            if found is None:
                found = resolve(deadline, self._period, self._anchors, self._calendar, self._policy)
                self._same_words[deadline.text] = found
        else:
            self._open.add(index)
            found = resolve(deadline, self._period, self._anchors, self._calendar, self._policy)
            self._open.discard(index)
        self._done[index] = found
        return found

    def _look_up(self, name: str) -> Ends | None:
        """The first and the last day of what is called so: its own deadline's, or the hull of its parts'."""
        indexes = self._by_name.get(_folded(name), [])
        if len(indexes) != 1:
            return None
        return self._ends(indexes[0])

    def _ends(self, index: int) -> Ends:
        if index in self._open:
            return None, None  # a deadline that hangs on itself has no date
        occurrences, _ = self.resolve(index)
        days = [(o.start, o.end) for o in occurrences]
        if not days:
            self._open.add(index)
            parts = [self._ends(part) for part in self._parts[index]]
            self._open.discard(index)
            if not parts or any(start is None or end is None for start, end in parts):
                return None, None
            days = [(start, end) for start, end in parts if start is not None and end is not None]
        return min(start for start, _ in days), max(end for _, end in days)


def _folded(name: str) -> str:
    return " ".join(name.lower().replace("ё", "е").replace("\u00a0", " ").split())
