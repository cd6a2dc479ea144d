"""Approval blocks, the letterhead and signatures as printed lines (ГОСТ Р 7.0.97-2025, реквизиты 05, 16, 19, 20, 22).

A blank is left on purpose: an empty name, number or date is printed as a line to be filled in by hand; «нет» leaves
the line out.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from roadmap_compiler.deadlines import read_date
from roadmap_compiler.findings import Finding
from roadmap_compiler.model.roadmap import Approval, Institution, Roadmap, Signature
from roadmap_compiler.plan.typography import set_spaces
from roadmap_compiler.plan.wrong_dates import wrong_date
from roadmap_compiler.source.tree import Path, Tree

SIGNATURE_LINE = "_" * 16
_NONE = frozenset({"нет", "no", "none"})

Kind = Literal["approved", "agreed", "accepted", "considered", "annex", "other"]

_KINDS: tuple[tuple[str, Kind], ...] = (
    ("утвержд", "approved"), ("согласован", "agreed"), ("принят", "accepted"), ("рассмотрен", "considered"),
    ("приложение", "annex"), ("approve", "approved"), ("agree", "agreed"), ("accept", "accepted"),
    ("consider", "considered"), ("annex", "annex"),
)


class ApprovalBlock(NamedTuple):
    """One block: its kind, the lines to print, the side, the date that was written (None for a blank)."""

    kind: Kind
    side: Literal["left", "right"]
    lines: tuple[str, ...]
    date: datetime.date | None
    place: int
    """Which of «утверждение» it is, from 0."""


def approval_kind(word: str) -> Kind:
    """«УТВЕРЖДАЮ:», «Утверждена», «согласовано», «(Приложение 2)» → what kind of block it is."""
    small = word.strip(" (:").lower().replace("ё", "е")
    for start, kind in _KINDS:
        if small.startswith(start):
            return kind
    return "other"


def is_by_person(approval: Approval) -> bool:
    """Whether a person approves, who signs under «УТВЕРЖДАЮ»; an act may be named below."""
    return approval.kind.strip(" (:").lower().startswith("утверждаю")


def without_act(approval: Approval) -> Approval:
    """The block without anything that an approval writes into it."""
    return approval.model_copy(update={"act": None, "number": None, "date": None, "amendments": ()})


def print_approvals(roadmap: Roadmap) -> tuple[ApprovalBlock, ...]:
    """The blocks in their order."""
    return tuple(_block(approval, index) for index, approval in enumerate(roadmap.approvals))


def print_acts(roadmap: Roadmap) -> str:
    """The acts that approve, on one line: «приказ от 30.08.2026 № 10-р (в редакции приказа от 15.03.2027 № 21)»; ""
    where none has its date."""
    return "; ".join(set_spaces(_act_in_full(approval)) for approval in roadmap.approvals
                     if approval_kind(approval.kind) == "approved" and read_date(approval.date or "").date)


def _act_in_full(approval: Approval) -> str:
    from roadmap_compiler.plan.acts import act_in
    from roadmap_compiler.plan.amendments import print_amendments

    act = act_in("nominative", approval.act or "")
    has_number = bool(act or approval.number)  # under a signature alone nothing but the day is printed
    line = " ".join(_act_lines(approval if has_number else approval.model_copy(update={"number": "нет"})))
    return " ".join([act, line] if act else [line.removeprefix("от ")]) + "".join(
        f" {told}" for told in print_amendments(approval.amendments, _print_date))


def approval_date(roadmap: Roadmap) -> datetime.date | None:
    """The date on which the roadmap was approved, where it is written in full."""
    for approval in roadmap.approvals:
        if approval_kind(approval.kind) == "approved" and approval.date:
            return read_date(approval.date).date
    return None


def wrong_approval_dates(roadmap: Roadmap, tree: Tree) -> Iterator[Finding]:
    """Days that no calendar has. A blank, a year or a month alone are left to be filled in by hand."""
    for index, approval in enumerate(roadmap.approvals):
        path: Path = ("approvals", index) if tree.has(("approvals", index)) else ("approvals",)
        dates = [((*path, "date"), approval.date)]
        for place, amendment in enumerate(approval.amendments):
            inside = (*path, "amendments", place)
            dates.append(((*(inside if tree.has(inside) else inside[:-1]), "date"), amendment.date))
        for where, text in dates:
            read = read_date(text or "")
            if text and not read.valid and (read.year is not None or _is_misspelt(text)):
                yield wrong_date(text, tree.span(where))


_DAY_AND_WORD = re.compile(r"\W*(\d{1,2})\W+([^\W\d_]+)\.?(?:\W+(\d\d))?\W*(?:г|год|года)?\W*", re.IGNORECASE)


def _is_misspelt(text: str) -> bool:
    """«30 авгутса», or a year of two digits behind the name of a month: a day is named, and cannot be read."""
    match = _DAY_AND_WORD.fullmatch(text)
    return match is not None and (match[3] is not None or not read_date(f"{match[1]} {match[2]} 2000").valid)


def _block(approval: Approval, index: int) -> ApprovalBlock:
    kind = approval_kind(approval.kind)
    side: Literal["left", "right"] = "right" if kind in ("approved", "annex") else "left"
    if approval.side is not None:
        side = "left" if approval.side.strip().lower() in ("слева", "левая", "left") else "right"
    word = _print_word(approval.kind, kind)
    if kind == "annex" and not approval.act and approval.name is None and approval.position is None:
        lines = [word, *_act_lines(approval)]
    elif approval.act is not None and is_by_person(approval):
        act = " ".join([approval.act or SIGNATURE_LINE, *_act_lines(approval)])
        lines = [word, *_person(approval), act[:1].upper() + act[1:]]
    elif approval.act is not None:
        lines = [f"{word} {approval.act or SIGNATURE_LINE}", *_act_lines(approval)]
    else:
        lines = [word, *_person_lines(approval)]
    if approval.amendments:
        from roadmap_compiler.plan.amendments import print_amendments

        lines += print_amendments(approval.amendments, _print_date)
    date = read_date(approval.date).date if approval.date else None
    printed = tuple(set_spaces(part) for line in lines for part in line.split("\n"))
    return ApprovalBlock(kind, side, printed, date, index)


def _print_word(written: str, kind: Kind) -> str:
    """A word in small letters gets the form of ГОСТ: «УТВЕРЖДАЮ», «Приложение № 1»; any other is printed as written."""
    if written != written.lower():
        return written
    return written[:1].upper() + written[1:] if kind == "annex" else written.upper()


def _act_lines(approval: Approval) -> list[str]:
    """«от 09.02.2022 № 10-р»; an annex without an act has neither."""
    if approval.act is None and not approval.date and not approval.number:
        return []
    parts = []
    if not is_none(approval.date):
        parts.append(from_day(_print_date(approval.date)))
    if not is_none(approval.number):
        parts.append(print_number(approval.number))
    return [" ".join(parts)] if parts else []


def _person(approval: Approval) -> list[str]:
    """The position and the line to sign on."""
    lines = [approval.position] if approval.position else []
    if not is_none(approval.name):
        lines.append(f"{SIGNATURE_LINE} {approval.name or SIGNATURE_LINE}")
    return lines


def _person_lines(approval: Approval) -> list[str]:
    lines = _person(approval)
    if approval.number and not is_none(approval.number):
        lines.append(f"{_print_date(approval.date)} {print_number(approval.number)}")
    elif not is_none(approval.date):
        lines.append(_print_date(approval.date))
    return lines


def _print_date(written: str | None) -> str:
    """The date as written; without one, or with the year only, a line to be filled in."""
    text = (written or "").strip()
    if not text or set(text) <= set("_ «»\".г"):
        return "«____» ______________ 20___ г."
    read = read_date(text)
    if read.date is None and read.year is not None and re.fullmatch(r"\d{4}\s*(г\.|года|год)?", text):
        return f"«____» ______________ {text if 'г' in text else text + ' г.'}"
    if read.date is not None and re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        return print_day(read.date)
    return text


def print_day(day: datetime.date) -> str:
    """09.02.2022, the short form of ГОСТ Р 7.0.97-2025, реквизит 10."""
    return f"{day.day:02}.{day.month:02}.{day.year}"


def from_day(date: str) -> str:
    """«от 09.02.2022» for a printed date, which may have its «от» already."""
    return date if date.lower().startswith("от ") else f"от {date}"


def print_number(written: str | None) -> str:
    """«№ 10-р»; without one, a line to be filled in."""
    number = written or "_" * 6
    return number if "№" in number else f"№ {number}"


def is_none(text: str | None) -> bool:
    """Whether a field says that nothing is printed in its place: «номер: нет»."""
    return text is not None and text.strip().lower() in _NONE


def print_letterhead(institution: Institution) -> tuple[str, ...]:
    """The lines above everything else, where the institution has a full name; else none."""
    if not institution.full_name:
        return ()
    lines = [*institution.founder, *institution.full_name]
    contacts = [("", institution.address), ("Тел.: ", institution.phone), ("E-mail: ", institution.email),
                ("", institution.site)]
    for label, text in contacts:
        if text:
            lines += [_labelled(label, line) for line in text.split("\n")]
    return tuple(set_spaces(line) for line in lines)


def _labelled(label: str, text: str) -> str:
    has_own = re.match(r"^[^\W\d_][^@:]*:", text) is not None
    return text if has_own else label + text


def print_signatures(signatures: tuple[Signature, ...]) -> tuple[tuple[str, str], ...]:
    """(position, name) of each signature; a signature that is one text has no name."""
    out = []
    for signature in signatures:
        position = signature.position if signature.position is not None else signature.text or ""
        name = "" if is_none(signature.name) else signature.name or ""
        if signature.date and not is_none(signature.date):
            name = f"{name}  {_print_date(signature.date)}"
        out.append((set_spaces(position), set_spaces(name)))
    return tuple(out)
