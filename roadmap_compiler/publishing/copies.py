"""The marks of signatures in a copy, so that what was stamped can be told from what was altered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .places import paragraphs_of
from .stamping import Mark, put_marks
from .word_text import NotWord, local, open_word, text_of
from .words import MARK_HEADING, OWNER, POSITION, SERIAL, SIGNED, VALID

if TYPE_CHECKING:
    from lxml.etree import _Element

LABELS = (SERIAL, OWNER, POSITION, VALID, SIGNED)
"""In the order in which a mark has them."""
MOST_MARKS = 3
"""More of them are not sought: they might stand in too many orders."""


class Copies:
    """The marks that stand in a file. They are words on paper: whoever has signed is told by the signature alone."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.marks: list[Mark] | None = None

    def of(self, document: bytes) -> list[bytes]:
        """``document`` with these marks, as it is stamped, in every order in which they may have been put there; none
        where the file has no marks."""
        from itertools import permutations

        if self.marks is None:
            self.marks = marks_in(self.data)
        if not 0 < len(self.marks) <= MOST_MARKS:
            return []
        try:
            return [put_marks(document, order)[0] for order in permutations(self.marks)]
        except NotWord:
            return []


def marks_in(data: bytes) -> list[Mark]:
    """The marks in a DOCX from anywhere, as they stand there; none where it is no DOCX."""
    try:
        body = open_word(data).body
    except NotWord:
        return []
    return [mark for table in body.iter() if local(table) == "tbl" and (mark := _mark_of(table)) is not None]


def _mark_of(table: _Element) -> Mark | None:
    """What a table says, if it is a mark: the heading, then labels in their order, each once."""
    lines = [text_of(line) for line in paragraphs_of(table)]
    if tuple(lines[:len(MARK_HEADING)]) != MARK_HEADING:
        return None
    told = []
    labels = iter(LABELS)
    for line in lines[len(MARK_HEADING):]:
        label, _, text = line.partition(": ")
        if label not in labels or not text:
            return None
        told.append((label, text))
    owner = dict(told).get(OWNER, "")
    return Mark(owner, tuple(told)) if owner else None
