"""Deadlines of a plan → dates, with the anchors that stand in the plan itself."""

from __future__ import annotations

import datetime
from functools import lru_cache
from typing import Any, NamedTuple

from roadmap_compiler.deadlines import (
    RUSSIA,
    Anchors,
    Deadline,
    Occurrence,
    Period,
    Policy,
    Problem,
    WorkCalendar,
    from_structure,
    name_key,
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
    if isinstance(raw, str):
        return WrittenDeadline(raw, parse(raw), ())
    if not isinstance(raw, dict):
        return None  # a list is told where the shape of the file is checked
    deadline, problems = from_structure(raw)
    if deadline is None:
        return WrittenDeadline("", parse(""), tuple(problems))
    return WrittenDeadline(deadline.text or print_deadline(deadline), deadline, tuple(problems))


class DateBook:
    """Resolves the deadlines of one plan; a deadline that hangs on another entry asks for that entry's dates first."""

    def __init__(self, period: Period, approved: datetime.date | None, calendar: WorkCalendar,
                 policy: Policy) -> None:
        self._period = period
        self._calendar = calendar
        self._policy = policy
        self._approved = approved
        self._names: list[tuple[str, ...]] = []
        self._deadlines: list[Deadline | None] = []
        self._parts: list[list[int]] = []
        self._done: dict[int, Resolved] = {}
        self._same_words: dict[str, Resolved] = {}
        self._open: dict[int, None] = {}
        """Entries whose dates are being found, in the order in which one asked for the next."""
        self._circles: dict[int, str] = {}

    def add(self, deadline: Deadline | None, parent: int, names: tuple[str, ...]) -> None:
        """The next entry of the plan, in document order."""
        index = len(self._deadlines)
        self._deadlines.append(deadline)
        self._parts.append([])
        if parent >= 0:
            self._parts[parent].append(index)
        self._names.append(names)

    def resolve(self, index: int) -> Resolved:
        """The occurrences and problems of an entry's deadline."""
        if index in self._done:
            return self._done[index]
        deadline = self._deadlines[index]
        if deadline is None:
            return (), ()
        if deadline.text and not hangs_on_others(deadline):
            found = self._same_words.get(deadline.text)
            if found is None:
                found = self._resolve_alone(deadline)
                self._same_words[deadline.text] = found
        else:
            self._open[index] = None
            anchors = Anchors(approved=self._approved, start=self._period.start, lookup=self._look_up)
            found = resolve(deadline, self._period, anchors, self._calendar, self._policy)
            self._open.pop(index)
            if index in self._circles:
                found = (), (Problem("deadline-anchor-cycle", {"chain": self._circles[index]}),)
        self._done[index] = found
        return found

    def _resolve_alone(self, deadline: Deadline) -> Resolved:
        """A deadline that hangs on nothing but the period; the roadmaps of one year share what is found."""
        period = self._period
        if (self._calendar is RUSSIA and deadline is parse(deadline.text)
                and not (period.terms or period.vacations or period.events)):
            return _resolve_words(deadline.text, period.kind, period.start, period.end, period.aliases, self._policy)
        return resolve(deadline, period, Anchors(start=period.start), self._calendar, self._policy)

    def _look_up(self, name: str) -> Ends | None:
        """The first and the last day of what is called so: its own deadline's, or the hull of its parts'."""
        wanted = name_key(name)
        indexes = [index for index, names in enumerate(self._names)
                   if any(own and (own == name or name_key(own) == wanted) for own in names)]
        return self._ends(indexes[0]) if len(indexes) == 1 else None

    def _ends(self, index: int) -> Ends:
        if index in self._open:
            self._close_circle(index)  # a deadline that hangs on itself has no date
            return None, None
        occurrences, _ = self.resolve(index)
        days = [(o.start, o.end) for o in occurrences]
        if not days:
            self._open[index] = None
            parts = [self._ends(part) for part in self._parts[index]]
            self._open.pop(index, None)
            if not parts or any(start is None or end is None for start, end in parts):
                return None, None
            days = [(start, end) for start, end in parts if start is not None and end is not None]
        return min(start for start, _ in days), max(end for _, end in days)

    def _close_circle(self, index: int) -> None:
        """Every entry of the circle gets the same chain of titles, from the first one asked for back to itself."""
        asked = list(self._open)
        circle = asked[asked.index(index):]
        titles = [f"«{self._names[one][1] or self._names[one][0]}»" for one in (*circle, index)]
        for one in circle:
            self._circles[one] = " → ".join(titles)


def hangs_on_others(deadline: Deadline) -> bool:
    """Whether a deadline counts from the approval, a stage, an activity or an event, not from the period alone."""
    if deadline.kind == "dates":
        return any(hangs_on_others(part) for part in deadline.parts)
    return deadline.kind == "relative"


@lru_cache(maxsize=4096)
def _resolve_words(text: str, kind: Any, start: datetime.date, end: datetime.date, aliases: tuple[str, ...],
                   policy: Policy) -> Resolved:
    return resolve(parse(text), Period(kind, start, end, aliases=aliases), Anchors(start=start), RUSSIA, policy)
