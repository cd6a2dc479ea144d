"""Finds the tags of a template in the XML that Word made of it.

Word cuts a tag into several runs wherever spelling, revision or formatting changes. Here the letters of each tag
are brought together again: afterwards a text element holds plain strings and whole tags.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from .problems import Place, TemplateProblem
from .wordxml import Code, Element

CLOSING = {"{{": "}}", "{%": "%}", "{#": "#}"}
BRACKET = re.compile(r"\{[{%#]|[}%#]\}")
LEVEL = re.compile(r"(tr|tc|p|r)\s+(.*)", re.DOTALL)
# What stands for one character of text in a run. A tab or a line break inside a tag counts as a space.
LETTERS = {"w:tab": " ", "w:br": " ", "w:cr": " ", "w:noBreakHyphen": "-", "w:softHyphen": ""}


class Tag(NamedTuple):
    """One tag as its author wrote it.

    Attributes:
        text: ``{%tr for row in rows %}``, on one line.
        bracket: ``{{``, ``{%`` or ``{#``.
        level: what the tag takes away together with itself: "tr", "tc", "p", "r", or "" for nothing.
        body: ``for row in rows``.
    """

    text: str
    bracket: str
    level: str
    body: str
    place: Place

    @property
    def word(self) -> str:
        """The first word of the body: ``for``."""
        return self.body.split(None, 1)[0] if self.body.strip() else ""

    @property
    def rest(self) -> str:
        """The body after its first word: ``row in rows``."""
        return self.body[len(self.word):].strip() if self.word else ""


class Found(NamedTuple):
    """A tag and the elements around it, the root first and the text element last."""

    tag: Tag
    path: tuple[Element, ...]


class Piece(NamedTuple):
    """Some letters of a paragraph and the path to the element that holds them."""

    path: tuple[Element, ...]
    text: str


class Read(NamedTuple):
    """What was read in a part: its tags in the order of the text, its brackets without a pair, the order of places."""

    found: list[Found]
    problems: list[TemplateProblem]
    order: dict[Place, int]


def find_tags(root: Element, part: str) -> Read:
    """All tags under ``root``, their letters brought together in ``root`` itself.

    In the tree a found tag is a `Code` with an empty source and its own index in the list.
    """
    found: list[Found] = []
    problems: list[TemplateProblem] = []
    order: dict[Place, int] = {}
    for path, place in _paragraphs(root, part):
        pieces = list(_pieces(path))
        text = "".join(piece.text for piece in pieces)
        if not BRACKET.search(text):
            continue
        order.setdefault(place, len(order))
        spans, wrong = scan(text)
        problems += [TemplateProblem("template-unpaired-bracket", {"tag": _near(text, at)}, place) for at in wrong]
        tags = [_tag(text[start:end], place) for start, end in spans]
        found += _gather(pieces, spans, tags, len(found))
    return Read(found, problems, order)


def scan(text: str) -> tuple[list[tuple[int, int]], list[int]]:
    """Where the tags of ``text`` begin and end (exclusive), and where brackets without a pair stand."""
    spans: list[tuple[int, int]] = []
    wrong: list[int] = []
    at = 0
    while bracket := BRACKET.search(text, at):
        start = bracket.start()
        closing = CLOSING.get(bracket.group())
        end = _closing(text, start + 2, closing) if closing else -1
        if end < 0:
            wrong.append(start)
            break  # what follows would be misread
        spans.append((start, end))
        at = end
    return spans, wrong


def _closing(text: str, at: int, mark: str) -> int:
    """Just after the ``mark`` that closes a tag opened before ``at``, or -1. Quoted text is stepped over."""
    nearest = text.find(mark, at)
    if mark == "#}" or nearest < 0:
        return nearest + 2 if nearest >= 0 else -1
    quote = ""
    while at < len(text):
        letter = text[at]
        if quote:
            quote = "" if letter == quote else quote
        elif text.startswith(mark, at):
            return at + 2
        elif text.startswith(("{{", "{%", "{#"), at):
            return -1
        elif letter in "\"'":
            quote = letter
        at += 1
    return nearest + 2  # a quote without its pair: the sentence about it comes from the linter


def _tag(text: str, place: Place) -> Tag:
    text = " ".join(text.split())
    inside = text[2:-2]
    level = LEVEL.fullmatch(inside)
    if level:
        return Tag(text, text[:2], level.group(1), level.group(2).strip(), place)
    return Tag(text, text[:2], "", inside.strip(), place)


def _near(text: str, at: int) -> str:
    """The neighbourhood of a bracket, to be shown."""
    start, end = max(0, at - 25), at + 30
    return ("…" if start else "") + " ".join(text[start:end].split()) + ("…" if end < len(text) else "")


def _paragraphs(root: Element, part: str) -> Iterator[tuple[tuple[Element, ...], Place]]:
    """Every paragraph with the path to it and its place, those of text boxes after the one that holds the box."""
    tables = paragraphs = 0

    def walk(element: Element, path: tuple[Element, ...], place: Place) -> Iterator[tuple[tuple[Element, ...], Place]]:
        nonlocal tables, paragraphs
        path += (element,)
        rows = cells = 0
        if element.name == "w:p":
            if not place.table and not place.paragraph:
                paragraphs += 1
                place = place._replace(paragraph=paragraphs)
            yield path, place
        elif element.name == "w:tbl" and not place.table:
            tables += 1
            place = place._replace(table=tables)
        for child in list(element.elements()):
            inner = place
            if child.name == "w:tr" and not place.row:
                rows += 1
                inner = place._replace(row=rows)
            elif child.name == "w:tc" and not place.column:
                cells += 1
                inner = place._replace(column=cells)
            yield from walk(child, path, inner)

    return walk(root, (), Place(part))


def _pieces(path: tuple[Element, ...]) -> Iterator[Piece]:
    """The letters of the paragraph at the end of ``path``, not those of paragraphs inside it."""
    for child in path[-1].elements():
        here = (*path, child)
        if child.name == "w:t":
            yield Piece(here, "".join(str(piece) for piece in child.children))
        elif child.name in LETTERS:
            if path[-1].name == "w:r":  # a w:tab may also be a tab stop of the paragraph's properties
                yield Piece(here, LETTERS[child.name])
        elif child.name not in ("w:p", "w:pPr", "w:rPr"):
            yield from _pieces(here)


def _gather(pieces: list[Piece], spans: list[tuple[int, int]], tags: list[Tag], number: int) -> list[Found]:
    """Puts each tag whole into the text element where it begins; text elements and runs left empty go away."""
    found: list[Found] = []
    at = 0
    for piece in pieces:
        start, at = at, at + len(piece.text)
        holder = piece.path[-1]
        touched = [(span, tag) for span, tag in zip(spans, tags, strict=True) if span[0] < at and start < span[1]]
        if holder.name != "w:t":
            if touched:
                piece.path[-2].children.pop(piece.path[-2].position(holder))
            continue
        holder.attributes["xml:space"] = "preserve"
        inside: list[Element | Code | str] = []
        plain = start
        for (tag_start, tag_end), tag in touched:
            if tag_start > plain:
                inside.append(piece.text[plain - start:tag_start - start])
            if tag_start >= start:
                inside.append(Code("", number + len(found)))
                found.append(Found(tag, piece.path))
            plain = tag_end
        if plain < at:
            inside.append(piece.text[plain - start:])
        holder.children[:] = inside
        if not inside:
            drop_empty(piece.path)
    return found


def drop_empty(path: tuple[Element, ...]) -> None:
    """Takes the text element at the end of ``path`` out of its run, and the run too if nothing else is in it."""
    text, run, around = path[-1], path[-2], path[-3]
    run.children.pop(run.position(text))
    if run.name == "w:r" and all(child.name == "w:rPr" for child in run.elements()):
        around.children.pop(around.position(run))
