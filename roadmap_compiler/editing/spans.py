"""Changes of a text by spans: everything outside a span stays as it was, byte for byte.

A file keeps its encoding, its byte order mark and its kind of line ends.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from roadmap_compiler.findings import Edit, Fix, Span

_LINE_END = re.compile("\r\n|\r|\n")


class Edited(NamedTuple):
    """A changed text, and which of the fixes are in it. A fix that touches the place of an earlier one is left out:
    it can be tried again on the changed text."""

    text: str
    applied: tuple[Fix, ...]
    left: tuple[Fix, ...]


class _Change(NamedTuple):
    """An edit by character offsets, the end exclusive."""

    start: int
    end: int
    text: str


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """The text with every edit made. Where two overlap, the one that is given first wins."""
    return apply_fixes(text, [Fix("", (edit,)) for edit in edits]).text


def apply_fixes(text: str, fixes: Iterable[Fix]) -> Edited:
    """The text with each fix made whole or not at all. Where two overlap, the one that is given first wins.

    A line break in a new text becomes the kind of line break that the text has. A column behind the end of its line
    means the end of the line.
    """
    starts = _line_starts(text)
    line_end = _line_end(text)
    taken: list[_Change] = []
    applied, left = [], []
    for fix in fixes:
        changes = [_change(edit, text, starts, line_end) for edit in fix.edits]
        if _free(changes, taken):
            taken += changes
            applied.append(fix)
        else:
            left.append(fix)
    return Edited(_replace(text, sorted(taken)), tuple(applied), tuple(left))


def span_between(text: str, start: int, end: int, file: str) -> Span:
    """The span of the characters from ``start`` up to ``end`` (from 0, the end exclusive)."""
    starts = _line_starts(text)
    first, last = bisect_right(starts, start), bisect_right(starts, end)
    return Span(file, first, start - starts[first - 1] + 1, last, end - starts[last - 1] + 1)


def _line_starts(text: str) -> list[int]:
    return [0, *(match.end() for match in _LINE_END.finditer(text))]


def _line_end(text: str) -> str:
    first = _LINE_END.search(text)
    return first.group() if first else "\n"


def _change(edit: Edit, text: str, starts: list[int], line_end: str) -> _Change:
    span = edit.span
    start = _offset(text, starts, span.line, span.column)
    end = _offset(text, starts, span.end_line, span.end_column)
    return _Change(start, max(start, end), edit.text.replace("\n", line_end))


def _offset(text: str, starts: list[int], line: int, column: int) -> int:
    if line > len(starts):
        return len(text)
    start = starts[line - 1]
    end = starts[line] if line < len(starts) else len(text)
    while end > start and text[end - 1] in "\r\n":
        end -= 1
    return min(start + column - 1, end)


def _free(changes: list[_Change], taken: list[_Change]) -> bool:
    """Whether a fix's changes overlap neither one another nor what is taken already."""
    own: list[_Change] = []
    for change in changes:
        for other in (*taken, *own):
            if (change.start < other.end and other.start < change.end) or change.start == other.start:
                return False
        own.append(change)
    return True


def _replace(text: str, changes: list[_Change]) -> str:
    parts, at = [], 0
    for change in changes:
        parts += [text[at:change.start], change.text]
        at = change.end
    return "".join([*parts, text[at:]])
