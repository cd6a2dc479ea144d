"""What ``roadmap check`` says of an approved roadmap."""

from __future__ import annotations

from pathlib import Path

from roadmap_compiler.approvals import COPIES
from roadmap_compiler.approvals.lock import line_span
from roadmap_compiler.approvals.record import Record, lock_beside
from roadmap_compiler.approvals.states import State, approved_plan, is_draft, standing
from roadmap_compiler.editions.changes import Change, Place
from roadmap_compiler.findings import Finding, Related, Span
from roadmap_compiler.messages.approvals import Counts
from roadmap_compiler.plan.approvals import approval_kind
from roadmap_compiler.plan.plan import Plan

_HAPPENED = {"added": "added", "removed": "removed", "moved": "moved"}
"""Kinds of change that have a word of their own; all others are told as «изменено»."""

_GROUPS = ("changed", "added", "removed", "moved")
_THINGS = ("stage", "activity", "item")


def tell_state(plan: Plan, record: Record) -> list[Finding]:
    """That an approved roadmap has changed, or that its approved text is gone. A draft of its next edition is quiet."""
    if is_draft(plan):
        return []
    state = standing(plan, record)
    span = _place(plan)
    if state.kind == "changed":
        params = {"date": record.entry.date, "counts": counts_of(state)}
        return [Finding("changed-since-approval", "warning", span, params, _related(state))]
    if state.copy_missing:
        params = {"path": f"{COPIES}/{Path(record.copy_path).name}"}
        return [Finding("approved-text-missing", "warning", span, params)]
    return []


def counts_of(state: State) -> Counts:
    """How many stages, activities and items were changed, added, removed and moved, each counted once a group, and
    which other parts of the document are others."""
    if state.copy_missing:
        return (("unknown", ()),)
    found: dict[str, dict[str, set[Span]]] = {group: {thing: set() for thing in _THINGS} for group in _GROUPS}
    for change in state.changes:
        for place in _places(change):
            found[_HAPPENED.get(change.kind, "changed")][place.kind].add(place.span)
    counts = []
    for group in _GROUPS:
        things = [(thing, len(found[group][thing])) for thing in _THINGS if found[group][thing]]
        if group == "changed":
            things += [(part, 1) for part in state.parts]
        if things:
            counts.append((group, tuple(things)))
    return tuple(counts)


def _places(change: Change) -> list[Place]:
    """The stages, activities and items of a change: where they are now, or where they were."""
    return [place for place in change.new_places or change.old_places if place.kind != "document"]


def _related(state: State) -> tuple[Related, ...]:
    """Every place of the file that is another than it was; what was removed has none."""
    places = {place.span: _HAPPENED.get(change.kind, "changed")
              for change in state.changes for place in change.new_places}
    return tuple(Related(span, f"since-approval-{places[span]}") for span in sorted(places))


def _place(plan: Plan) -> Span:
    """The date of approval, else the block that approves, else the title."""
    for index, approval in enumerate(plan.roadmap.approvals):
        if approval_kind(approval.kind) == "approved":
            path = ("approvals", index) if plan.tree.has(("approvals", index)) else ("approvals",)
            return plan.tree.span((*path, "date") if approval.date else (*path, "kind"))
    return plan.tree.key_span(("title",))


def tell_seal(plan: Plan, record: Record, path: Path) -> list[Finding]:
    """That the line of the lock has another seal than its approved text gives, on that line."""
    from roadmap_compiler.seals.content import seal_of

    approved = approved_plan(plan, record)
    lock = lock_beside(path)
    if approved is None or lock is None or seal_of(approved) == record.entry.seal:
        return []
    name = record.entry.file
    return [Finding("lock-seal", "error", line_span(path, lock.lines.get(name, 1), name),
                    {"path": name, "copy": f"{COPIES}/{Path(record.copy_path).name}"})]
