"""Plan → seal: a hash of what the document says, whatever it looks like.

Two roadmaps have one seal when a reader of the paper would say that they are the same plan. In: institution and
letterhead, title, period, approvals with their acts, headings of the columns, template, stages, activities and items
in their order with every printed text, people, results, free columns, signatures. Out: typography (letter case,
quotes, dashes, spaces, stops, «ё», Latin look-alikes), comments, layout, order of keys, ids, numbers (they are
computed when printed), widths, the calendar of days off (nothing printed comes from it), what is never printed.

A deadline counts by the days it means, by its words where it has none or where they hang on the day of approval or
on another entry. Days are counted without holidays, so that a decree of next year breaks no seal of today.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from roadmap_compiler.deadlines import Anchors, Period, WorkCalendar, read_date, resolve
from roadmap_compiler.model.roadmap import Activity, Approval, Item, Roadmap, Stage
from roadmap_compiler.plan.acts import act_in
from roadmap_compiler.plan.approvals import approval_kind
from roadmap_compiler.plan.dates import hangs_on_others
from roadmap_compiler.plan.plan import Entry, Plan, PlannedDeadline
from roadmap_compiler.plan.typography import set_spaces
from roadmap_compiler.plan.wording import person_key, plain
from roadmap_compiler.source.tree import Path

FORM = "roadmap-content-1"
"""Raised when the same content must get another seal."""

_WITHOUT_HOLIDAYS = WorkCalendar(base="none")


def seal_of(plan: Plan) -> str:
    """SHA-256 of the content, 64 hex digits in small letters."""
    told = json.dumps(content_of(plan), ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()


def short_code(seal: str) -> str:
    """«3F2A-91C0-7B1D-04E5»: the first sixteen digits of a seal, to be read aloud and typed."""
    digits = seal[:16].upper()
    return "-".join(digits[at:at + 4] for at in range(0, 16, 4))


def content_of(plan: Plan) -> dict[str, Any]:
    """What the seal is made of: texts without typography, days in the form of ISO 8601, nested lists."""
    roadmap = plan.roadmap
    return {
        "form": FORM,
        "institution": _text(plan.institution),
        "letterhead": [_text(line) for line in plan.letterhead],
        "title": _text(" ".join(plan.title)),
        "period": [plan.period.start.isoformat(), plan.period.end.isoformat()],
        "approvals": [_approval(approval) for approval in roadmap.approvals],
        "template": plan.table.template.lower(),
        "columns": [[column.role, _text(column.heading)] for column in plan.table.columns],
        "rows": [plan.table.has_column_numbers, _text(roadmap.table.rows or ""), _text(roadmap.table.items or "")],
        "plan": list(_parts(plan, roadmap)),
        "signatures": [[_text(position), _person(name)] for position, name in plan.signatures],
    }


def _approval(approval: Approval) -> dict[str, Any]:
    """A block; what is not printed is left out, a blank to be filled in by hand stays an empty text."""
    written = {"position": approval.position, "act": approval.act, "number": approval.number}
    told: dict[str, Any] = {key: _text(text) for key, text in written.items() if text is not None}
    told["kind"] = [approval_kind(approval.kind), _text(approval.kind)]
    if approval.name is not None:
        told["name"] = _person(approval.name)
    if approval.date is not None:
        told["date"] = _date(approval.date)
    if approval.amendments:
        told["amendments"] = [[_text(one.text or act_in("genitive", one.act or "")), _date(one.date or ""),
                               _text(one.number or "")] for one in approval.amendments]
    return told


def _date(text: str) -> str:
    day = read_date(text).date
    return day.isoformat() if day else _text(text)


def _parts(plan: Plan, roadmap: Roadmap) -> Iterator[dict[str, Any]]:
    """Activities outside of stages, then the stages."""
    entries = {entry.path: entry for entry in plan.entries}
    for index, activity in enumerate(roadmap.activities):
        yield _part(activity, ("activities", index), entries, plan.period)
    for index, stage in enumerate(roadmap.stages):
        yield _part(stage, ("stages", index), entries, plan.period)


def _part(written: Stage | Activity | Item, path: Path, entries: dict[Path, Entry], period: Period) -> dict[str, Any]:
    """A stage, an activity or an item with all that stands inside it. What is empty is left out."""
    entry = entries.get(path)
    title = written.title or (written.content or "" if isinstance(written, Item) else "")
    told: dict[str, Any] = {"title": _text(set_spaces(title))}
    if entry is not None:
        told |= {role: _text(text) for role, text in (
            ("content", entry.content), ("result", entry.result), ("place", entry.place),
            ("participants", entry.participants), ("note", entry.note), ("goal", entry.goal or ""),
            ("tasks", "\n".join(entry.tasks))) if text}
        told["responsible"] = [_person(who.text) for who in entry.responsible]
        told["deadline"] = _deadline(entry.deadline, period)
        told["free"] = {role: _text(text) for role, text in entry.free.items() if text}
    for name in ("items", "activities"):
        inside = getattr(written, name, ())
        told[name] = [_part(one, (*path, name, index), entries, period) for index, one in enumerate(inside)]
    return {key: value for key, value in told.items() if value}


def _deadline(planned: PlannedDeadline | None, period: Period) -> list[Any]:
    """The days with their times and notes, and how often at least; the words where there are no days."""
    if planned is None or planned.deadline.kind == "unset":
        return []
    deadline = planned.deadline
    if hangs_on_others(deadline):
        return [_text(planned.text)]
    occurrences, problems = resolve(deadline, period, Anchors(start=period.start), _WITHOUT_HOLIDAYS)
    if not occurrences or any(problem.severity == "error" for problem in problems):
        return [_text(planned.text)]
    times = [deadline.times, deadline.floor] if deadline.kind == "recurring" else [1, False]
    days = sorted([one.start.isoformat(), one.end.isoformat(), one.time, _text(one.note)] for one in occurrences)
    return [*times, *days]


def _text(text: str) -> str:
    return " ".join(plain(text))


def _person(text: str) -> str:
    return " ".join(person_key(text))
