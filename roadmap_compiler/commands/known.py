"""What roadmap verify knows: every roadmap of a folder in its state, its approved text, and those approved before."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from roadmap_compiler.approvals import COPIES, read_record
from roadmap_compiler.approvals.lock import LockEntry
from roadmap_compiler.approvals.record import Earlier, Record, earlier
from roadmap_compiler.approvals.recovering import act_of
from roadmap_compiler.approvals.states import State, approved_plan, judge, standing
from roadmap_compiler.commands.files import NotFound, roadmap_files
from roadmap_compiler.commands.outputs import printed_calendar
from roadmap_compiler.compiler import read_plan
from roadmap_compiler.plan.plan import Plan
from roadmap_compiler.seals.candidate import Candidate
from roadmap_compiler.seals.content import seal_of
from roadmap_compiler.seals.dresses import Kind

USUAL = "roadmaps"


class Known(NamedTuple):
    """A roadmap that the document may be of.

    ``entry`` is its approval: of a changed roadmap the last one, of an earlier text its own. ``has_changed`` says that
    it is the approved text of a roadmap that has changed since; ``in_force`` is what replaced an earlier text;
    ``is_lock_wrong`` that the lock has another seal than the text it speaks of.
    """

    path: Path
    candidate: Candidate
    entry: LockEntry | None = None
    has_changed: bool = False
    in_force: LockEntry | None = None
    is_lock_wrong: bool = False


def usual_folder() -> str:
    """Where roadmaps are looked for."""
    return USUAL if Path(USUAL).is_dir() else "."


def known_in(folder: str | None) -> list[Known] | None:
    """Everything that is known of the roadmaps of a folder; None where there are none in the usual one. Raises
    NotFound for a folder that was named."""
    try:
        files = roadmap_files([folder or usual_folder()])
    except NotFound:
        if folder is not None:
            raise
        return None
    return [one for path in files if path.parent.name != COPIES for one in _of_file(path)]


def _of_file(path: Path) -> list[Known]:
    try:
        data = path.read_bytes()
    except OSError:
        return []
    plan = read_plan(data, path.as_posix()).plan
    if plan is None:
        return []
    record = read_record(path)
    state = judge(plan, record)
    kinds: tuple[Kind, ...] = ("draft",) if state.kind == "draft" else (state.kind, "draft")
    if record is None:
        return [Known(path, _candidate(plan, kinds))]
    return _approved(path, data, plan, state, kinds, record)


def _approved(path: Path, data: bytes, plan: Plan, state: State, kinds: tuple[Kind, ...],
              record: Record) -> list[Known]:
    """A roadmap that was approved: as it stands there, as it was approved, as it was approved before."""
    held = standing(plan, record) if state.kind == "draft" else state
    texts = [(read_plan(text.text, path.as_posix()).plan, text) for text in reversed(earlier(path))]
    before = [(one, text) for one, text in texts if one is not None]
    acts = tuple(one.roadmap.approvals for one, _ in before)
    seal = seal_of(plan) if state.kind == "approved" else ""
    found = [Known(path, _candidate(plan, kinds, seal)._replace(acts=acts), state.entry)]
    copy = approved_plan(plan, record) if record.copy is not None and record.copy != data else None
    if copy is not None:
        candidate = _candidate(copy, ("approved",), seal_of(copy))._replace(acts=acts)
        found.append(Known(path, candidate, record.entry, held.kind == "changed"))
    for at, (one, text) in enumerate(before):
        candidate = _candidate(one, ("approved",), seal_of(one))._replace(is_earlier=True, acts=acts[at + 1:])
        found.append(Known(path, candidate, _entry_of(one, text, path, candidate.seal), False, record.entry))
    return [one._replace(is_lock_wrong=held.is_lock_wrong) for one in found]


def _entry_of(plan: Plan, text: Earlier, path: Path, seal: str) -> LockEntry:
    """What the lock said of an earlier text, by the text itself; by the name of its file where it has no act."""
    act = act_of(plan)
    if act is None:
        return LockEntry(path.name, text.date, "", "", seal, "")
    return LockEntry(path.name, act.date, act.kind, act.number, seal, "")


def _candidate(plan: Plan, kinds: tuple[Kind, ...], seal: str = "") -> Candidate:
    return Candidate(plan, kinds, seal, calendar=printed_calendar)
