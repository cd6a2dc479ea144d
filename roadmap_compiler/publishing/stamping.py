"""Signed DOCX → a copy with the mark of the signature, where the hand signature would stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

from roadmap_compiler.documents.package import Member, pack
from roadmap_compiler.signatures import Signer

from .mark import draw_mark, mark_lines
from .names import is_named, other_person_in
from .places import Place, find_places
from .room import NARROWEST, Room, room_at
from .word_text import WordFile, above, close_word, is_ruled, local, open_word, pieces, text_of

if TYPE_CHECKING:
    from lxml.etree import _Element

AT_END = Room(10_000, 0, "left")
Where = Literal["approval", "agreement", "signature", "end"]


class Placed(NamedTuple):
    """Where the mark of a signer was put.

    Attributes:
        owner: of the certificate.
        where: in a block of approval, of agreement, on a line after the text, or at the end of the document.
        instead_of: the other person whom that place names, "" where it names the owner or nobody.
    """

    owner: str
    where: Where
    instead_of: str


class Mark(NamedTuple):
    """One mark: the owner of the certificate, by whose name its place is found, and labels with their texts."""

    owner: str
    lines: tuple[tuple[str, str], ...]


def stamp(document: bytes, signers: tuple[Signer, ...]) -> tuple[bytes, tuple[Placed, ...]]:
    """A copy of ``document`` with a mark for each of ``signers`` that has a certificate.

    Whether the signatures are good is not asked here: a caller checks them first. Nothing but the marks is added, and
    nothing but the blanks under them is taken away; signatures inside the file, which the marks would break, are left
    out. The same input gives the same bytes. Raises `NotWord`.
    """
    return put_marks(document, [Mark(signer.certificate.owner, tuple(mark_lines(signer.certificate, signer)))
                                for signer in signers if signer.certificate is not None])


def put_marks(document: bytes, marks: Sequence[Mark]) -> tuple[bytes, tuple[Placed, ...]]:
    """The same for marks whose lines are known already. Raises `NotWord`."""
    word = open_word(document)
    word = word._replace(members=_without_signatures(word.members))
    chosen = choose_places([mark.owner for mark in marks], find_places(word.body))
    placed: list[Placed] = []
    ends: list[_Element] = []
    behind: dict[_Element, _Element] = {}
    for (owner, told), place in zip(marks, chosen, strict=True):
        lines = list(told)
        room = room_at(word, place.anchor) if place else AT_END
        if place is None or room.width < NARROWEST:
            ends += draw_mark(word.namespace, lines, AT_END)
            placed.append(Placed(owner, "end", ""))
            continue
        if place.side:
            room = Room(room.width + room.indent, 0, place.side)
        _put_in(place, draw_mark(word.namespace, lines, room), behind)
        _make_fit(word, place)
        other = "" if is_named(owner, place.text) else other_person_in(place.text, owner)
        placed.append(Placed(owner, place.kind, other))
    _put_at_end(word, ends)
    return close_word(word), tuple(placed)


def choose_places(owners: list[str], places: list[Place]) -> list[Place | None]:
    """A place for each signer: one that names him, else a block of approval; None is the end of the document.

    Each place is given once; those with a blank go first.
    """
    left = sorted(places, key=lambda place: (place.blank is None and not place.before, _RANK[place.kind]))
    chosen: list[Place | None] = [None] * len(owners)
    for at, owner in enumerate(owners):
        chosen[at] = next((place for place in left if is_named(owner, place.text)), None)
        left = [place for place in left if place is not chosen[at]]
    for at in range(len(owners)):
        if chosen[at] is None:
            chosen[at] = next((place for place in left if place.kind == "approval"), None)
            left = [place for place in left if place is not chosen[at]]
    return chosen


_RANK = {"approval": 0, "agreement": 1, "signature": 2}


def _put_in(place: Place, mark: list[_Element], behind: dict[_Element, _Element]) -> None:
    """Puts a mark at its place and takes the blank away; marks at one paragraph follow one another."""
    if place.blank is not None:
        erase(place.anchor, *place.blank, closing=place.before)
    if place.before:
        for element in mark:
            place.anchor.addprevious(element)
        return
    last = behind.get(place.anchor, place.anchor)
    for element in mark:
        last.addnext(element)
        last = element
    behind[place.anchor] = last


def erase(paragraph: _Element, start: int, end: int, closing: bool) -> None:
    """Takes the blank from ``start`` to ``end`` of a paragraph's text away.

    Args:
        closing: what follows moves up to its place; else the room stays, as wide as the blank was.
    """
    rest = text_of(paragraph)[end:]
    if closing:
        end += len(rest) - len(rest.lstrip(" \u00a0\t"))
    at = 0
    for element, text in pieces(paragraph):
        first, last = max(start - at, 0), min(end - at, len(text))
        at += len(text)
        if first >= last:
            continue
        if local(element) != "t":
            if closing:
                element.getparent().remove(element)
            else:
                _take_rule(element)
            continue
        written = element.text or ""
        gap = "" if closing else written[first:last] if _take_rule(element) else "\u00a0\u00a0" * (last - first)
        element.text = written[:first] + gap + written[last:]
        element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _take_rule(element: _Element) -> bool:
    """Takes the underline off the run of an element; whether there was one under spaces alone."""
    run = element.getparent()
    if not is_ruled(run) or "".join(text.text or "" for text in run if local(text) == "t").strip():
        return False
    for line in [line for line in run.iterfind("./*/*") if local(line) == "u"]:
        line.getparent().remove(line)
    return True


def _make_fit(word: WordFile, place: Place) -> None:
    """A row of an exact height would cut the mark off; the line below an empty cell was the blank."""
    cell, w = above(place.anchor, "tc"), word.namespace
    if cell is None:
        return
    for height in cell.getparent().findall(f"{w}trPr/{w}trHeight"):
        if height.get(f"{w}hRule") == "exact":
            height.set(f"{w}hRule", "atLeast")
    if place.before and place.blank is None:
        for line in cell.findall(f"{w}tcPr/{w}tcBorders/{w}bottom"):
            line.set(f"{w}val", "nil")


def _put_at_end(word: WordFile, marks: list[_Element]) -> None:
    """Behind all text, before the properties of the last section."""
    last = next((child for child in word.body if local(child) == "sectPr" and child.getnext() is None), None)
    for element in marks:
        if last is not None:
            last.addprevious(element)
        else:
            word.body.append(element)


def _without_signatures(members: list[Member]) -> list[Member]:
    """The package without the signatures that it holds itself (ECMA-376-2, 13)."""
    if not any(member.name.lower().startswith("_xmlsignatures/") for member in members):
        return members
    kept = []
    for member in members:
        if member.name.lower().startswith("_xmlsignatures/"):
            continue
        if member.name == "_rels/.rels":
            member = pack(member.name, _without(member.data, rb"Relationship", rb"digital-signature/origin"))
        elif member.name == "[Content_Types].xml":
            member = pack(member.name, _without(member.data, rb"Override", rb"/_xmlsignatures/"))
        kept.append(member)
    return kept


def _without(data: bytes, name: bytes, having: bytes) -> bytes:
    elements = re.compile(rb"<" + name + rb"\b[^>]*?(?:/>|>\s*</" + name + rb">)")
    return elements.sub(lambda match: b"" if having in match.group() else match.group(), data)

