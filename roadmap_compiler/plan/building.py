"""Roadmap → Plan."""

from __future__ import annotations

import re
from typing import Any

from roadmap_compiler.deadlines import Period, read_date
from roadmap_compiler.findings import Finding
from roadmap_compiler.model import roadmap as written
from roadmap_compiler.model.choices import ITEM_ROWS, wrong_choices
from roadmap_compiler.plan.approvals import (
    approval_date,
    print_approvals,
    print_letterhead,
    print_signatures,
    wrong_approval_dates,
)
from roadmap_compiler.plan.dates import DateBook, WrittenDeadline, read_deadline
from roadmap_compiler.plan.numbering import Counter, read_scheme
from roadmap_compiler.plan.people import PeopleBook, Who
from roadmap_compiler.plan.period import resolve_period, stem
from roadmap_compiler.plan.plan import Entry, EntryKind, Plan, PlannedDeadline, Revision
from roadmap_compiler.plan.table import print_table, rows_are_stages
from roadmap_compiler.plan.typography import set_spaces
from roadmap_compiler.plan.workdays import read_work_calendar
from roadmap_compiler.source.tree import Path, Tree

Planned = tuple[Plan | None, list[Finding]]
Draft = list[Any]
"""The fields of an entry in their order, its deadline still missing."""
_IDENTITY, _DEADLINE = Entry._fields.index("identity"), Entry._fields.index("deadline")


def build_plan(roadmap: written.Roadmap, tree: Tree) -> Planned:
    """The resolved plan and what went wrong in resolving it; None where the period is not known."""
    period, findings = resolve_period(roadmap.period, tree)
    if period is None:
        return None, findings
    builder = _Builder(roadmap, tree, period, findings)
    return builder.build(), findings


class _Builder:
    """Walks the roadmap once in document order and collects entries."""

    def __init__(self, roadmap: written.Roadmap, tree: Tree, period: Period, findings: list[Finding]) -> None:
        self.roadmap = roadmap
        self.tree = tree
        self.period = period
        self.findings = findings
        self.approved = approval_date(roadmap)
        self.people = PeopleBook(roadmap.people, roadmap.table.persons or "", tree)
        self.calendar, policy, wrong = read_work_calendar(roadmap.calendar, tree)
        self.findings += wrong
        self.dates = DateBook(period, self.approved, self.calendar, policy)
        self.drafts: list[Draft] = []
        self.deadlines: list[WrittenDeadline | None] = []
        self.counter = self._counter()
        self.items_as_rows = self._items_as_rows()
        self._seen: dict[str, int] = {}

    def _counter(self) -> Counter:
        roadmap = self.roadmap
        numbering = roadmap.table.numbering
        if rows_are_stages(roadmap) and numbering.text is None and numbering.activities is None:
            numbering = numbering.model_copy(update={"stages": numbering.stages or "1", "activities": "1)",
                                                     "order": numbering.order or "anew"})
        scheme, wrong = read_scheme(numbering, bool(roadmap.stages))
        if scheme is None:
            span = self.tree.span_of(("table", "numbering"), wrong)
            self.findings.append(Finding("numbering-not-understood", "error", span, {"text": wrong}))
            scheme, _ = read_scheme(written.Numbering.model_construct(), bool(roadmap.stages))
            assert scheme is not None
        return Counter(scheme)

    def _items_as_rows(self) -> bool | None:
        """True and False as the author asked; None: an activity whose items have own deadlines gets rows for them."""
        choice = (self.roadmap.table.items or "").strip().lower()
        if choice in ITEM_ROWS:
            return True
        return False if choice else None

    def build(self) -> Plan:
        roadmap, tree = self.roadmap, self.tree
        self.findings += wrong_choices(roadmap, tree)
        self.findings += wrong_approval_dates(roadmap, tree)
        if not any(line.strip() for line in roadmap.title):
            self.findings.append(Finding("title-missing", "error", tree.key_span(("title",)), {"kind": "roadmap"}))
        for index, activity in enumerate(roadmap.activities):
            self._activity(activity, ("activities", index), -1, -1, 0)
        for index, stage in enumerate(roadmap.stages):
            self._stage(stage, ("stages", index))
        entries = tuple([self._finished(index, draft) for index, draft in enumerate(self.drafts)])
        watching = self._watching()
        self.people.check_members()
        self.findings += self.people.findings
        institution = roadmap.institution
        name = institution.text or institution.name or institution.title or " ".join(institution.full_name)
        return Plan(
            roadmap, tree, roadmap.id or f"{name}|{self.period.start}|{stem(tree.file)}", name,
            tuple(set_spaces(line) for line in roadmap.title), self.period, self.approved, self._revision(),
            print_letterhead(institution), print_approvals(roadmap), entries, print_table(roadmap, entries, tree),
            print_signatures(roadmap.signatures), frozenset(self.people.used), self.calendar, watching,
        )

    def _stage(self, stage: written.Stage, path: Path) -> None:
        index = len(self.drafts)
        number = self.counter.stage(stage.number)
        self._add(stage, "stage", path, number, -1, -1, 0, bool(stage.activities), (), goal=stage.goal,
                  tasks=stage.tasks)
        for place, activity in enumerate(stage.activities):
            self._activity(activity, (*path, "activities", place), index, -1, 0)

    def _activity(self, activity: written.Activity, path: Path, stage: int, parent: int, level: int) -> None:
        index = len(self.drafts)
        number = self.counter.activity(level, activity.number)
        if not activity.items:  # nearly every one
            self._add(activity, "activity", path, number, stage, parent, level, bool(activity.activities), ())
        else:
            self._activity_with_items(activity, path, number, stage, parent, level)
        for place, inner in enumerate(activity.activities):
            self._activity(inner, (*path, "activities", place), stage, index, level + 1)

    def _activity_with_items(self, activity: written.Activity, path: Path, number: str, stage: int, parent: int,
                             level: int) -> None:
        index = len(self.drafts)
        as_rows = self._stand_as_rows(activity.items)
        lines = () if as_rows else tuple([self._item_line(place, item) for place, item in enumerate(activity.items)])
        self._add(activity, "activity", path, number, stage, parent, level, bool(activity.activities), lines)
        for place, item in enumerate(activity.items):
            if as_rows or item.deadline is not None or item.responsible:
                self._item(item, (*path, "items", place), stage, index, level + 1, place, as_rows)

    def _stand_as_rows(self, items: tuple[written.Item, ...]) -> bool:
        if self.items_as_rows is not None:
            return self.items_as_rows
        return any(item.deadline is not None or item.responsible or item.result for item in items)

    def _item(self, item: written.Item, path: Path, stage: int, parent: int, level: int, place: int,
              as_rows: bool) -> None:
        title = self._item_line(place, item) if as_rows else None
        self._add(item, "item", path, item.number or "", stage, parent, level, False, (), printed=title)

    def _item_line(self, place: int, item: written.Item) -> str:
        style = self.counter.scheme.items
        mark = style.prefix if style.figure == "none" else style.show((place + 1,)) + " "
        return mark + set_spaces(item.title or "")

    def _add(self, entry: Any, kind: EntryKind, path: Path, number: str, stage: int, parent: int, level: int,
             has_parts: bool, items: tuple[str, ...], goal: str | None = None, tasks: tuple[str, ...] = (),
             printed: str | None = None) -> None:
        title = entry.title or ""
        if not title and not entry.content and not getattr(entry, "items", ()) and not self._told(path):
            self.findings.append(Finding("title-missing", "error", self.tree.span(path), {"kind": kind}))
        deadline = read_deadline(entry.deadline)
        self.deadlines.append(deadline)
        self.dates.add(deadline.deadline if deadline else None, parent if parent >= 0 else stage,
                       (entry.id or "", title))
        extra = entry.model_extra
        self.drafts.append([
            kind, path, self._identity(entry, title, stage), set_spaces(number), printed or set_spaces(title),
            stage, parent, level, has_parts, None,
            self._people_named(entry.responsible, (*path, "responsible")) if entry.responsible else (),
            _results(entry.result) if entry.result else "",
            set_spaces(entry.content) if entry.content else "", set_spaces(entry.place) if entry.place else "",
            set_spaces(entry.participants) if entry.participants else "",
            set_spaces(entry.note) if entry.note else "",
            set_spaces(goal) if goal is not None else None, tuple([set_spaces(task) for task in tasks]), items,
            {key: set_spaces(_lines(value)) for key, value in extra.items()} if extra else {},
        ])

    def _people_named(self, written_down: tuple[written.Responsible, ...], where: Path) -> tuple[Who, ...]:
        if len(written_down) == 1:
            known = self.people.known(written_down[0])
            if known is not None:
                return known
        found = []
        for at, one in enumerate(written_down):
            place = (*where, at)
            found += self.people.look_up_all(one, place if self.tree.has(place) else where)
        return tuple(who for who in found if who.text)

    def _watching(self) -> tuple[str, ...]:
        """The people who are named in «календарь: следят»."""
        named = tuple(written.Responsible(text=text) for text in self.roadmap.calendar.watching)
        found = self._people_named(named, ("calendar", "watching"))
        return tuple(dict.fromkeys(key for who in found for key in who.people or (who.text,)))

    def _told(self, path: Path) -> bool:
        """Whether a title stands in the file after all, and what is wrong with it has been said."""
        title = (*path, "title")
        return title in self.tree.left_empty or self.tree.has(title) and not self.tree.is_scalar(title)

    def _identity(self, entry: Any, title: str, stage: int) -> str:
        """The id that was written, else the titles on the way to it; a second one of the same name is counted."""
        if entry.id:
            return str(entry.id)
        name = title or entry.content or ""
        if stage >= 0:
            name = f"{self.drafts[stage][_IDENTITY]}/{name}"
        count = self._seen.get(name, 0) + 1
        self._seen[name] = count
        return name if count == 1 else f"{name}#{count}"

    def _finished(self, index: int, draft: Draft) -> Entry:
        """The entry with its dates: they may hang on entries that stand behind it, so they come last."""
        deadline = self.deadlines[index]
        if deadline is not None:
            occurrences, problems = self.dates.resolve(index)
            draft[_DEADLINE] = PlannedDeadline(set_spaces(deadline.text), deadline.deadline, occurrences,
                                               deadline.problems + problems)
        return Entry._make(draft)

    def _revision(self) -> Revision:
        revision = self.roadmap.revision
        text = revision.number or revision.text or "0"
        figures = re.match(r"\s*(\d+)", text)
        day = read_date(revision.date).date if revision.date else None
        if figures is None or revision.date and day is None:
            span = self.tree.span(("revision",))
            self.findings.append(Finding("revision-not-understood", "error", span, {"text": text}))
        return Revision(int(figures.group(1)) if figures else 0, day or self.approved or self.period.start)


def _lines(value: Any) -> str:
    """What stands in a column of the author's own: a text, or a list with a line for each text."""
    return "\n".join(map(str, value)) if isinstance(value, list) else str(value)


def _results(results: tuple[written.Result, ...]) -> str:
    if len(results) == 1 and results[0].text is not None:
        return set_spaces(results[0].text)
    lines = []
    for result in results:
        if result.text is not None:
            lines.append(result.text)
        else:
            lines.append(" ".join(part for part in (result.kind, result.title) if part))
    return set_spaces("\n".join(lines))
