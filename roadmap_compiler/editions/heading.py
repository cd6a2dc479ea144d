"""What stands around the table: the title, the institution, the period, those who approve and sign."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from roadmap_compiler.editions.changes import Change, Place
from roadmap_compiler.editions.dates import Turn
from roadmap_compiler.editions.people import Replacement
from roadmap_compiler.editions.texts import Outcome, compare_texts
from roadmap_compiler.editions.wording import shift_years
from roadmap_compiler.model.roadmap import Approval
from roadmap_compiler.plan.approvals import approval_kind, print_day
from roadmap_compiler.plan.plan import Plan
from roadmap_compiler.plan.wording import person_key
from roadmap_compiler.source.tree import Path

Looks = list[tuple[Place, Place]]
Told = tuple[list[Change], Looks]


def compare_headings(old: Plan, new: Plan, turn: Turn, replacements: list[Replacement]) -> Told:
    """Changes of the head and the foot of the document, and the places where only typography differs."""
    changes: list[Change] = []
    looks: list[tuple[Place, Place]] = []

    def tell(kind: str, field: str, path: Path, before: str, after: str) -> None:
        places = place_at(old, path), place_at(new, path)
        outcome: Outcome = compare_texts(before, after, turn)
        if outcome == "looks":
            looks.append(places)
        elif outcome in ("changed", "stale"):
            named = "not-shifted" if outcome == "stale" else kind
            changes.append(Change(named, _one(before), _one(after), (places[0],), (places[1],), field))  # type: ignore[arg-type]

    tell("title", "title", ("title",), " ".join(old.title), " ".join(new.title))
    tell("content", "institution", ("institution",), _institution(old), _institution(new))
    changes += _compare_periods(old, new, turn)
    approvals, more = _compare_approvals(old, new, turn)
    changes += approvals
    looks += more
    changes += _compare_signatures(old, new, turn, replacements)
    if _order_of_columns(old, new) != _order_of_columns(new, old):
        looks.append((place_at(old, ("table",)), place_at(new, ("table",))))
    return changes, looks


def place_at(plan: Plan, path: Path) -> Place:
    """A place of the head or the foot."""
    return Place(-1, "document", "", "", "", plan.tree.span(path))


def _one(text: str) -> tuple[str, ...]:
    return (text,) if text else ()


def _institution(plan: Plan) -> str:
    return plan.institution or " ".join(plan.letterhead)


def _order_of_columns(plan: Plan, other: Plan) -> list[str]:
    """The columns that both editions have, in the order of one; what came and went is told on its own."""
    roles = {column.role for column in other.table.columns}
    return [column.role for column in plan.table.columns if column.role in roles]


# --- the period ---


def _compare_periods(old: Plan, new: Plan, turn: Turn) -> list[Change]:
    before, after = old.period, new.period
    places = ((place_at(old, ("period",)),), (place_at(new, ("period",)),))
    changes = []
    ends = [(_later(before.start, turn.years), after.start), (_later(before.end, turn.years), after.end)]
    told_by_head = before.kind != after.kind or before.kind == "years"  # «2023/2024 → 2024» stands there
    if not told_by_head and any(abs((expected - found).days) > 1 for expected, found in ends):
        stale = turn.years and (before.start, before.end) == (after.start, after.end)
        kind = "not-shifted" if stale else "deadline"
        texts = _days(before.start, before.end), _days(after.start, after.end)
        changes.append(Change(kind, (texts[0],), (texts[1],), *places, "period"))  # type: ignore[arg-type]
    for name in sorted({*before.events, *after.events}):
        one, other = before.events.get(name), after.events.get(name)
        if one is None or other is None or _later(one, turn.years) != other:
            texts_of = [() if day is None else (f"{name}: {print_day(day)}",) for day in (one, other)]
            kind = "not-shifted" if turn.years and one == other else "deadline"
            changes.append(Change(kind, texts_of[0], texts_of[1], *places, "events"))  # type: ignore[arg-type]
    if not turn.years:
        for of in sorted({*before.terms, *after.terms}):
            if before.terms.get(of, ()) != after.terms.get(of, ()):
                spans = [tuple(_days(*span) for span in period.terms.get(of, ())) for period in (before, after)]
                changes.append(Change("deadline", spans[0], spans[1], *places, of))
    return changes


def _later(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February
        return day.replace(year=day.year + years, day=28)


def _days(start: date, end: date) -> str:
    return f"{print_day(start)} – {print_day(end)}"


# --- those who approve and sign ---


def _compare_approvals(old: Plan, new: Plan, turn: Turn) -> Told:
    """Who approves; the number and the date of an approval are its own in every edition and no change."""
    changes: list[Change] = []
    looks: list[tuple[Place, Place]] = []
    before, after = _by_kind(old.roadmap.approvals), _by_kind(new.roadmap.approvals)
    for key in dict.fromkeys([*before, *after]):
        one, other = before.get(key), after.get(key)
        old_path: Path = ("approvals", one[0]) if one else ("approvals",)
        new_path: Path = ("approvals", other[0]) if other else ("approvals",)
        places = place_at(old, old_path), place_at(new, new_path)
        if one is None or other is None or not _same_approval(one[1], other[1], turn):
            shown = [_one(approval_text(found[1])) if found else () for found in (one, other)]
            changes.append(Change("approver", shown[0], shown[1], places[:1] if one else (),
                                  places[1:] if other else (), "approvals", (*shown[0], *shown[1])))
        elif _look(one[1]) != _look(other[1]):
            looks.append(places)
    return changes, looks


def _by_kind(approvals: Iterable[Approval]) -> dict[tuple[str, int], tuple[int, Approval]]:
    """(kind, how many of it came before) → index and block; annexes say no more than the act above them."""
    counts: dict[str, int] = defaultdict(int)
    found: dict[tuple[str, int], tuple[int, Approval]] = {}
    for index, approval in enumerate(approvals):
        kind = approval_kind(approval.kind)
        if kind == "annex" and not approval.name and not approval.act:
            continue
        found[kind, counts[kind]] = (index, approval)
        counts[kind] += 1
    return found


def _same_approval(one: Approval, other: Approval, turn: Turn) -> bool:
    if person_key(one.name or "") != person_key(other.name or ""):
        return False
    return all(compare_texts(getattr(one, field) or "", getattr(other, field) or "", turn) != "changed"
               for field in ("position", "act"))


def _look(approval: Approval) -> tuple[str, ...]:
    return approval.kind.strip(" :").lower(), *(" ".join((text or "").split())
                                                for text in (approval.position, approval.name, approval.act))


def approval_text(approval: Approval) -> str:
    """«Директор школы, В.Г. Котов», or the act that approves."""
    who = ", ".join(" ".join(part.split()) for part in (approval.position, approval.name) if part)
    return who or approval.act or approval.kind


def _compare_signatures(old: Plan, new: Plan, turn: Turn, replacements: list[Replacement]) -> list[Change]:
    changes = []
    count = max(len(old.signatures), len(new.signatures))
    for at in range(count):
        before = " ".join(old.signatures[at]).strip() if at < len(old.signatures) else ""
        after = " ".join(new.signatures[at]).strip() if at < len(new.signatures) else ""
        if person_key(shift_years(before, turn.years)) == person_key(after):
            continue
        if any(is_replaced(before, after, one) for one in replacements):
            continue
        places = place_at(old, ("signatures",)), place_at(new, ("signatures",))
        changes.append(Change("approver", _one(before), _one(after), places[:1] if before else (),
                              places[1:] if after else (), "signatures", (*_one(before), *_one(after))))
    return changes


def signatures_of(old: Plan, new: Plan, replacement: Replacement) -> Looks:
    """The signatures that changed only by this person."""
    pairs = zip(old.signatures, new.signatures, strict=False)
    changed = any(one != other and is_replaced(" ".join(one), " ".join(other), replacement) for one, other in pairs)
    return [(place_at(old, ("signatures",)), place_at(new, ("signatures",)))] if changed else []


def is_replaced(before: str, after: str, replacement: Replacement) -> bool:
    """Whether a signature changed only by a person who was replaced everywhere."""
    old_words, new_words = set(person_key(before)), set(person_key(after))
    return (old_words != new_words and old_words - new_words <= set(person_key(replacement.old))
            and new_words - old_words <= set(person_key(replacement.new)))
