"""Whose comment is whose: what stands between the keys and the values of a file.

A comment on its own line belongs to the field or item below it, unless it stands deeper than that one: then it is the
last line of the list or the group of fields that ends there. A comment behind a value belongs to that value. A blank
line is a comment without text; many are one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml

_MODELINE = re.compile(r"#\s*yaml-language-server\s*:", re.IGNORECASE)

Owner = tuple[int, ...]
"""Where a field, an item or a collection stands: the index at every level, from the root."""


class Token(NamedTuple):
    """A key or a value in the text, by offsets, and who gets the comments around it."""

    start: int
    end: int
    column: int
    """Where the field or the item that begins here stands."""
    above: Owner
    beside: Owner
    open: tuple[tuple[Owner, int], ...]
    """The lists and groups of fields around it, outermost first, each with its column."""


def read_tokens(root: Any, text: str) -> Iterator[Token]:
    """Keys and values in the order of the text; a [] or {} is one value, unless it is the whole file."""

    def visit(node: Any, path: Owner, begins: tuple[Owner, int] | None, around: Any) -> Iterator[Token]:
        column = node.start_mark.column
        if isinstance(node, yaml.ScalarNode) or (node.flow_style and path):
            above, at = begins or (path, around[-1][1])
            yield Token(node.start_mark.index, _end(node, text), at, above, path, around)
            return
        inside = (*around, (path, column))
        for index, part in enumerate(node.value):
            here = (*path, index)
            first = begins if index == 0 and begins else (here, column)
            if isinstance(node, yaml.SequenceNode):
                yield from visit(part, here, first, inside)
            else:
                key, value = part
                above, at = first
                yield Token(key.start_mark.index, key.end_mark.index, at, above, here, inside)
                yield from visit(value, here, None, inside)

    return visit(root, (), None, ())


def _end(node: Any, text: str) -> int:
    """Where a value ends: a block text without the blank lines below it."""
    start, end = int(node.start_mark.index), int(node.end_mark.index)
    if getattr(node, "style", None) in ("|", ">"):
        return start + len(text[start:end].rstrip(" \t\n"))
    return end


class Comments:
    """Who has which comments. Filled once, from the gaps between the tokens."""

    def __init__(self, text: str, tokens: list[Token]) -> None:
        self.header: list[str] = []
        self.above: dict[Owner, list[str]] = {}
        self.beside: dict[Owner, list[str]] = {}
        self.foot: dict[Owner, list[str]] = {}
        before: Token | None = None
        for token in tokens:
            self._gap(text, before, token)
            before = token
        self._gap(text, before, None)

    def _gap(self, text: str, before: Token | None, after: Token | None) -> None:
        start, end = before.end if before else 0, after.start if after else len(text)
        lines = text[start:end].split("\n")
        if before is not None:
            sign = lines[0].find("#")
            if sign >= 0:
                space = lines[0][len(lines[0][:sign].rstrip()):sign]
                comment = space.replace("\t", "  ") + lines[0][sign:].rstrip()
                self.beside.setdefault(before.beside, []).append(comment)
            lines = lines[1:]
        if after is not None:
            lines = lines[:-1]
        below = _whole_lines(lines)
        if before is None:
            assert after is not None
            self._take_header(below, after)
            return
        rest = self._take_feet(below, before, after)
        if after is not None:
            self.above.setdefault(after.above, []).extend(rest)
        elif any(rest):
            self.foot.setdefault((), []).extend(rest if rest[-1] else rest[:-1])

    def _take_feet(self, below: list[tuple[int, str]], before: Token, after: Token | None) -> list[str]:
        """Give the comments that are deeper than what follows to what ends here; the other lines are returned."""
        ended = [one for one in before.open if after is None or one not in after.open]
        limit = after.column if after else -1
        given = 0
        for place, (column, comment) in enumerate(below):
            if not comment:
                continue
            ended = [one for one in ended if one[1] <= column]
            if column <= limit or not ended:
                break
            blank = [""] if place > given else []
            self.foot.setdefault(ended[-1][0], []).extend((*blank, comment))
            given = place + 1
        return [comment for _, comment in below[given:]]

    def _take_header(self, below: list[tuple[int, str]], after: Token) -> None:
        lines = [comment for _, comment in below]
        last = max((place + 1 for place, line in enumerate(lines) if not line or _MODELINE.match(line)), default=0)
        self.header = _without_blank_ends(lines[:last])
        self.above.setdefault(after.above, []).extend(lines[last:])


def _whole_lines(lines: list[str]) -> list[tuple[int, str]]:
    """The comments that have a line for themselves, with their columns, and blank lines as "", one for many."""
    found: list[tuple[int, str]] = []
    for line in lines:
        sign = line.find("#")
        if sign >= 0:
            own = not line[:sign].strip()  # behind a lonely dash it belongs to the item, wherever it stands
            found.append((sign if own else -1, line[sign:].rstrip()))
        elif not line.strip() and (not found or found[-1][1]):
            found.append((-1, ""))
    return found


def _without_blank_ends(lines: list[str]) -> list[str]:
    while lines and not lines[0]:
        lines = lines[1:]
    while lines and not lines[-1]:
        lines = lines[:-1]
    return lines
