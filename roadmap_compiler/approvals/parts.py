"""What stands around the table and is another than approved, and what a comparison of two years leaves out.

A comparison of editions is silent about acts, numbers and dates of approvals: every year has its own. Against the
approved text they count.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from roadmap_compiler.editions.changes import Change, Comparison
from roadmap_compiler.editions.heading import place_at
from roadmap_compiler.editions.periods import period_words
from roadmap_compiler.plan.plan import Plan
from roadmap_compiler.seals.content import content_of
from roadmap_compiler.source.tree import Path

_ACT = ("kind", "act", "number", "date", "amendments")


def other_parts(comparison: Comparison) -> tuple[Change, ...]:
    """The changes of the head, the approvals, the look of the table and the signatures that ``comparison`` does not
    tell, each with the printed text before and after."""
    old, new = comparison.old, comparison.new
    before, after = content_of(old), content_of(new)
    told = {change.field for change in comparison.changes}
    others = list(_acts(old, new, before["approvals"], after["approvals"]))
    for field, parts, path in _PARTS:
        if field not in told and any(before[part] != after[part] for part in parts):
            others.append(_change(field, old, new, path, path, _printed(field, old), _printed(field, new)))
    return tuple(others)


_PARTS: tuple[tuple[str, tuple[str, ...], Path], ...] = (
    ("title", ("title",), ("title",)), ("institution", ("institution",), ("institution",)),
    ("letterhead", ("letterhead",), ("institution",)), ("period", ("period",), ("period",)),
    ("template", ("template",), ("table", "template")), ("column", ("columns",), ("table",)),
    ("table", ("rows",), ("table",)), ("signatures", ("signatures",), ("signatures",)),
)
"""The field of a change, the parts of the content (`seals.content`) it tells of, and where these are written."""


def _printed(field: str, plan: Plan) -> str:
    """The part as it stands on paper, or as it is written where it is no text."""
    table = plan.roadmap.table
    if field == "period":
        return period_words(plan.period)
    return {
        "title": " ".join(plan.title), "institution": plan.institution, "letterhead": ", ".join(plan.letterhead),
        "template": plan.table.template or ("альбомный" if plan.tree.language == "ru" else "landscape"),
        "column": ", ".join(column.heading for column in plan.table.columns),
        "table": ", ".join(filter(None, (table.rows, table.items, "1 2 3" if plan.table.has_column_numbers else ""))),
        "signatures": "; ".join(" ".join(one).strip() for one in plan.signatures),
    }[field]


def _acts(old: Plan, new: Plan, before: list[dict[str, Any]], after: list[dict[str, Any]]) -> Iterator[Change]:
    """Blocks of one kind, by their order, with another word, act, number, date or list of amendments."""
    known = _by_order(before)
    for key, at in _by_order(after).items():
        if key not in known:
            continue  # a block that came or went is told by the comparison
        was = known[key]
        if any(before[was].get(name) != after[at].get(name) for name in _ACT):
            lines = old.approvals[was].lines, new.approvals[at].lines
            sides = [", ".join(line for line in lines[one] if line not in lines[1 - one]) for one in (0, 1)]
            yield _change("act", old, new, ("approvals", was), ("approvals", at), *sides)


def _by_order(blocks: list[dict[str, Any]]) -> dict[tuple[str, int], int]:
    """(kind, how many of it came before) → index."""
    counts: Counter[str] = Counter()
    found = {}
    for index, block in enumerate(blocks):
        kind = block["kind"][0]
        found[kind, counts[kind]] = index
        counts[kind] += 1
    return found


def _change(field: str, old: Plan, new: Plan, old_path: Path, new_path: Path, before: str, after: str) -> Change:
    texts = [(text,) if text else () for text in (before, after)]
    places = (place_at(old, old_path),), (place_at(new, new_path),)
    return Change("approver" if field == "signatures" else "title" if field == "title" else "content",
                  texts[0], texts[1], *places, field)
