"""What an approval writes into a roadmap: act, number and date of the block that approves.

The first act is the one by which the roadmap lives. While the content stays what was approved, the last act can be
put right in its place; once the content has changed, the act of the new approval is added to «редакции».
"""

from __future__ import annotations

import datetime
import re
from typing import Any, Literal, NamedTuple

from roadmap_compiler.approvals.record import Record
from roadmap_compiler.approvals.states import State, approved_plan, standing, without_acts
from roadmap_compiler.deadlines import read_date
from roadmap_compiler.editing.filling import Change, append, as_edits, fill, replaced, take_out
from roadmap_compiler.findings import Edit
from roadmap_compiler.model.roadmap import Amendment, Approval, Roadmap
from roadmap_compiler.plan.acts import act_in, act_noun
from roadmap_compiler.plan.approvals import approval_kind, is_by_person, is_none, print_day, without_act
from roadmap_compiler.plan.plan import Plan
from roadmap_compiler.plan.wording import plain
from roadmap_compiler.source.tree import Path

_BLOCK = ("kind", "position", "name", "act", "number", "date", "amendments")
_AMENDMENT = ("act", "number", "date")

Way = Literal["first", "same", "corrected", "amended", "under-same-act", "anew"]
"""First approval; nothing new; the last act put right; amended by a new act; the changed content approved by the act
that stands there already; the acts replaced by a new one."""


class Act(NamedTuple):
    """The act of an approval as a person gives it; ``kind`` («приказ») and ``number`` may be ""."""

    date: datetime.date
    kind: str = ""
    number: str = ""


class Refusal(NamedTuple):
    """Why nothing was approved: a word of the screens with its parameters."""

    word: str
    params: dict[str, Any]


class Approving(NamedTuple):
    """What to write, in which block (from 0), why so, and what has changed since the last approval.

    ``replaced`` says that the content is another than the approved one, which is no longer in force then.
    """

    edits: list[Edit]
    block: int
    way: Way
    since: State | None
    replaced: bool = False


def approve(plan: Plan, record: Record | None, act: Act, block: int | None, is_anew: bool) -> Approving | Refusal:
    """The edits that approve a roadmap by an act. ``block`` is the number of a block from 1, needed where several
    approve. ``is_anew``: the act replaces the one that stands there and its amendments."""
    place = choose_block(plan, block)
    if isinstance(place, Refusal):
        return place
    approval = plan.roadmap.approvals[place]
    path: Path = ("approvals", place) if plan.tree.has(("approvals", place)) else ("approvals",)
    since = standing(plan, record) if record is not None else None
    way = _way(plan, record, since, approval, act, is_anew)
    first = read_date(approval.date or "").date
    is_amendment = way == "amended" or way in ("first", "corrected") and bool(said(approval))
    if is_amendment and first is not None and act.date < first:
        word = "approve-earlier" if way == "amended" else "approve-corrected-earlier"
        return Refusal(word, {"date": print_day(act.date), "first": print_day(first)})
    changes = take_out(plan.tree, ("state",), "на подпись" if plan.tree.language == "ru" else "for signing")
    if way == "anew":
        changes += _main(plan, path, approval, act) + take_out(plan.tree, (*path, "amendments"), "[]")
    elif way == "amended":
        kind = act.kind or act_noun(approval.act or "")
        values = {"act": act_in("nominative", kind), "number": act.number, "date": print_day(act.date)}
        changes += append(plan.tree, path, "amendments", {key: text for key, text in values.items() if text}, _BLOCK)
    elif way in ("first", "corrected"):
        changes += _amendment(plan, path, approval, act) if said(approval) else _main(plan, path, approval, act)
    is_other = record is not None and record.copy is not None and not _only_acts_differ(plan, record)
    return Approving(as_edits(plan.tree, changes), place, way, since, is_other)


def choose_block(plan: Plan, number: int | None) -> int | Refusal:
    """The index of the block that approves."""
    approvals = plan.roadmap.approvals
    approving = [index for index, one in enumerate(approvals) if approval_kind(one.kind) == "approved"]
    listed = "; ".join(f"--block {index + 1}: {' '.join(_called(approvals[index]).split())}" for index in approving)
    if not approving:
        return Refusal("approve-no-block", {})
    if number is None:
        return approving[0] if len(approving) == 1 else Refusal("approve-which-block", {"listed": listed})
    if number - 1 not in approving:
        return Refusal("approve-not-this-block", {"number": number, "listed": listed})
    return number - 1


def last_act(approval: Approval) -> Act | None:
    """The act of the last approval as the block has it: that of the last amendment, else its own. None without a whole
    date."""
    amendments = said(approval)
    last: Amendment | Approval = amendments[-1] if amendments else approval
    if isinstance(last, Amendment) and last.text is not None:
        return _in_words(last.text)
    date = read_date(last.date or "").date
    number = (last.number or "").replace("№", "").strip()
    kind = " ".join((last.act or "").split())
    return Act(date, act_noun(kind) or kind, "" if is_none(number) else number) if date is not None else None


def said(approval: Approval) -> tuple[Amendment, ...]:
    """The amendments that say something."""
    return tuple(one for one in approval.amendments if one.text is None or one.text.strip())


def is_untouched(old: Roadmap, new: Roadmap, block: int) -> bool:
    """Whether an approval has changed nothing but the act of its block and the state."""

    def rest(roadmap: Roadmap) -> Roadmap:
        approvals = tuple(without_act(one) if index == block else one
                          for index, one in enumerate(roadmap.approvals))
        return roadmap.model_copy(update={"approvals": approvals, "state": None})

    return rest(old) == rest(new)


def _way(plan: Plan, record: Record | None, since: State | None, approval: Approval, act: Act, is_anew: bool) -> Way:
    last = last_act(approval)
    is_same = last is not None and _agree(last, act)
    if is_anew and not (is_same and not said(approval)):
        return "anew"
    if record is None or since is None:
        known = last is not None and bool(said(approval)) and act.date > last.date
        return "first" if not known else "amended"
    if since.kind == "approved" or _only_acts_differ(plan, record):
        return "same" if is_same else "corrected"
    if last is None:
        return "corrected" if said(approval) else "anew"
    return "under-same-act" if is_same else "amended"


def _only_acts_differ(plan: Plan, record: Record) -> bool:
    approved = approved_plan(plan, record)
    return approved is not None and without_acts(approved) == without_acts(plan)


def _agree(last: Act, given: Act) -> bool:
    """Whether an act is the one that is given; what is not given agrees with anything."""
    kinds = not given.kind or plain(act_in("nominative", given.kind))[:1] == plain(last.kind)[:1]
    numbers = not given.number or _number(given.number) == _number(last.number)
    return last.date == given.date and kinds and numbers


def _main(plan: Plan, path: Path, approval: Approval, act: Act) -> list[Change]:
    """The act of the block itself. What says the same already stays as it is written."""
    values = {}
    if act.kind and not (approval.act and act_noun(approval.act) == act_noun(act.kind) != ""):
        values["act"] = act_in("nominative" if is_by_person(approval) else "instrumental",
                               _in_place_of(approval.act or "", act.kind))
    if act.number and _number(act.number) != _number(approval.number):
        values["number"] = act.number
    if read_date(approval.date or "").date != act.date:
        values["date"] = print_day(act.date)
    return fill(plan.tree, path, values, _BLOCK)


def _in_place_of(old: str, kind: str) -> str:
    """Another kind of act before the same words: «приказом директора» and «распоряжение» → «распоряжение директора»."""
    return " ".join([kind, *old.split()[1:]]) if act_noun(old) and len(kind.split()) == 1 else kind


def _amendment(plan: Plan, path: Path, approval: Approval, act: Act) -> list[Change]:
    """The last act of «редакции» put right."""
    index = max(index for index, one in enumerate(approval.amendments) if one in said(approval))
    last = approval.amendments[index]
    place = (*path, "amendments", index)
    if not plan.tree.has(place):
        place = place[:-1]
    known = last_act(approval)
    if known is not None and _agree(known, act):
        return []
    if last.text is not None:
        kind = act_in("genitive", act.kind or (known.kind if known is not None else ""))
        number = act.number or (known.number if known is not None else "")
        text = " ".join(part for part in (kind, f"от {print_day(act.date)}", f"№ {number}" if number else "") if part)
        return [replaced(plan.tree, place, text)]
    values = {"act": act_in("nominative", act.kind) if act.kind and act_noun(act.kind) != act_noun(last.act or "")
              else "", "number": act.number if _number(act.number) != _number(last.number) else "",
              "date": print_day(act.date) if read_date(last.date or "").date != act.date else ""}
    have = [name for name in _AMENDMENT if getattr(last, name) is not None]
    order = (have[0], *[name for name in _AMENDMENT if name != have[0]])
    return fill(plan.tree, place, {key: text for key, text in values.items() if text}, order)


def _number(text: str | None) -> tuple[str, ...]:
    """«№ 10 - р» and «10-р» are one number."""
    return plain((text or "").replace("№", ""))


def _in_words(text: str) -> Act | None:
    """«приказа от 15.03.2022 № 21»."""
    found = re.search(r"(?P<kind>.*?)\s*\bот\s+(?P<date>.+?)\s*(?:№\s*(?P<number>.+))?$", " ".join(text.split()))
    date = read_date(found["date"]).date if found is not None else None
    if found is None or date is None:
        return None
    return Act(date, act_noun(found["kind"]) or found["kind"], (found["number"] or "").strip())


def _called(approval: Approval) -> str:
    return ", ".join(part for part in (approval.kind.strip(" :"), approval.position, approval.act) if part)
