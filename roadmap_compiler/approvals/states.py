"""In which state a roadmap is: a draft, for signing, approved, or changed since it was approved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from roadmap_compiler.model.choices import DRAFTS
from roadmap_compiler.plan.plan import Plan

if TYPE_CHECKING:
    from roadmap_compiler.approvals.lock import LockEntry
    from roadmap_compiler.approvals.record import Record
    from roadmap_compiler.editions.changes import Change

Kind = Literal["draft", "signing", "approved", "changed"]
Part = Literal["head", "approvals", "table", "signatures", "other"]

_PARTS: dict[str, Part] = {
    "institution": "head", "letterhead": "head", "title": "head", "period": "head", "approvals": "approvals",
    "template": "table", "columns": "table", "rows": "table", "signatures": "signatures",
}
"""Parts of the content as the seal has it, and what a person calls them."""


class State(NamedTuple):
    """The state of a roadmap.

    ``entry`` is its line in roadmap.lock, None where it was never approved; a draft may have one: that of the edition
    in force. ``seal`` is the approved seal of an approved roadmap, "" where the lock has another one than its approved
    text gives, the present one of a changed roadmap, else "".
    ``changes`` are those of a changed roadmap, without what follows from others; they are none where the approved text
    is missing, or where only ``parts`` around the activities are others.
    """

    kind: Kind
    entry: LockEntry | None = None
    seal: str = ""
    changes: tuple[Change, ...] = ()
    copy_missing: bool = False
    """Whether the approved text is not there, or is not the one that was approved."""
    parts: tuple[Part, ...] = ()
    """Which parts of a changed document are others, besides its stages and activities."""
    is_lock_wrong: bool = False
    """Whether the seal in the lock is not that of the approved text beside it, though this is untouched."""


def judge(plan: Plan, record: Record | None) -> State:
    """The state of a roadmap by what lies beside it (`approvals.read_record`). Reads nothing."""
    entry = record.entry if record is not None else None
    if is_draft(plan):
        return State("draft", entry)
    if record is None:
        return State("signing")
    return standing(plan, record)


def is_draft(plan: Plan) -> bool:
    """Whether the author calls it a draft: «состояние: проект»."""
    return (plan.roadmap.state or "").strip().lower() in DRAFTS


def standing(plan: Plan, record: Record) -> State:
    """Approved or changed, whether or not the author calls it a draft.

    The approved text is the witness; the seal in the lock must be its seal. There is one form of seal (`content.FORM`);
    a later one will have a word of its own in the lock, so that a line of today is never judged by it.
    """
    from roadmap_compiler.seals.content import seal_of

    seal = seal_of(plan)
    approved = approved_plan(plan, record)
    if approved is None:
        is_same = seal == record.entry.seal
        return State("approved" if is_same else "changed", record.entry, seal, (), True)
    kept = seal if approved is plan else seal_of(approved)
    is_wrong = kept != record.entry.seal
    if kept == seal:
        return State("approved", record.entry, "" if is_wrong else seal, is_lock_wrong=is_wrong)
    changes, parts = _differences(approved, plan)
    return State("changed", record.entry, seal, changes, parts=parts, is_lock_wrong=is_wrong)


def approved_plan(plan: Plan, record: Record) -> Plan | None:
    """The plan of the approved text, as if it stood where the roadmap stands; ``plan`` itself where it is of the same
    text. None where it is missing or cannot be read, or where, without a fingerprint in the lock, its content is
    another."""
    from roadmap_compiler.seals.content import seal_of

    if record.copy is None:
        return None
    is_same = record.copy.replace(b"\r\n", b"\n") == plan.tree.text.replace("\r\n", "\n").encode("utf-8", "replace")
    approved = plan if is_same else read_text(record.copy, plan.tree.file)
    if approved is not None and not record.entry.copy and seal_of(approved) != record.entry.seal:
        return None
    return approved


def read_text(data: bytes, file: str) -> Plan | None:
    """The plan of the bytes of a file, None where there is none."""
    from roadmap_compiler.model.reading import read_roadmap
    from roadmap_compiler.model.words import VOCABULARY
    from roadmap_compiler.plan.building import build_plan
    from roadmap_compiler.source.encodings import decode
    from roadmap_compiler.source.tree import read_tree

    text, _ = decode(data, file)
    tree = read_tree(text, file, VOCABULARY)[0] if text is not None else None
    roadmap = read_roadmap(tree)[0] if tree is not None else None
    return build_plan(roadmap, tree)[0] if roadmap is not None and tree is not None else None


def without_acts(plan: Plan) -> dict[str, Any]:
    """The content without what an approval writes: acts, numbers, dates and amendments of the approval blocks."""
    from roadmap_compiler.seals.content import content_of

    content = content_of(plan)
    written = ("act", "number", "date", "amendments")
    content["approvals"] = [{key: value for key, value in block.items() if key not in written}
                            for block in content["approvals"]]
    return content


def _differences(old: Plan, new: Plan) -> tuple[tuple[Change, ...], tuple[Part, ...]]:
    """The changes, and the parts around the activities that are others."""
    from roadmap_compiler.editions.comparing import compare
    from roadmap_compiler.seals.content import content_of

    changes = compare(old, new).real
    before, after = content_of(old), content_of(new)
    parts = [_PARTS.get(name, "other") for name in before if before[name] != after[name] and name != "plan"]
    if not changes and before["plan"] != after["plan"]:
        parts.append("other")
    return changes, tuple(dict.fromkeys(parts))
