"""The record of an approval whose line is gone from roadmap.lock, made of the approved text."""

from __future__ import annotations

from pathlib import Path

from roadmap_compiler.approvals.approving import Act, last_act
from roadmap_compiler.approvals.lock import LockEntry, name_of
from roadmap_compiler.approvals.record import Record, copy_place, fingerprint
from roadmap_compiler.approvals.states import read_text
from roadmap_compiler.plan.approvals import approval_kind
from roadmap_compiler.plan.plan import Plan
from roadmap_compiler.seals.content import seal_of


def recovered(path: Path) -> Record | None:
    """What the lock would say of the roadmap at ``path`` by its approved text; None where there is no such text, or no
    act in it."""
    place = copy_place(path)
    try:
        copy = place.read_bytes()
    except OSError:
        return None
    plan = read_text(copy, path.as_posix())
    act = act_of(plan) if plan is not None else None
    if plan is None or act is None:
        return None
    entry = LockEntry(name_of(path.name), act.date, act.kind, act.number, seal_of(plan), fingerprint(copy))
    return Record(entry, copy, place.as_posix())


def act_of(plan: Plan) -> Act | None:
    """The last act by which a roadmap was approved, whichever of its blocks has it."""
    acts = [last_act(approval) for approval in plan.roadmap.approvals if approval_kind(approval.kind) == "approved"]
    return max((act for act in acts if act is not None), key=lambda act: act.date, default=None)
