"""A working copy of a text, in which slips are mended so that the reading can go on.

Every line stays on its line, and the column of every place in the text as typed is known. A character that would
mislead the parser is hidden behind a stand-in from Unicode's private area and comes back when a value is read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from roadmap_compiler.findings import Span
from roadmap_compiler.source.lines import lines_of

_BASES = (0xE000, 0xE100, 0xE800, 0xF000, 0xF400)
_SHOWN = {base: {base + sign: sign for sign in range(0x80)} for base in _BASES}
_SPECIAL = re.compile(r"""[!-/:-@\[-`{-~]""")

Move = tuple[int, int]
"""A column of the draft's line and how many characters were put in there (taken out, where negative)."""


class Draft(NamedTuple):
    """``lines`` are what the parser reads; ``moves`` say for a line (from 0) what was put in or taken out."""

    lines: list[str]
    moves: dict[int, tuple[Move, ...]]
    base: int
    spoiled: frozenset[int] = frozenset()
    """Lines (from 0) whose values are a guess: what later stages think of them is not worth telling."""

    @property
    def text(self) -> str:
        """The text for the parser."""
        return "\n".join(self.lines)

    def typed_column(self, line: int, column: int) -> int:
        """The column (from 0) in the text as typed."""
        for at, count in reversed(self.moves.get(line, ())):
            if column >= at + max(count, 0):
                column -= count
            elif column > at:
                column = at
        return column

    def span(self, file: str, line: int, start: int, end: int) -> Span:
        """The span of a stretch of a draft's line, in the text as typed."""
        left, right = self.typed_column(line, start), self.typed_column(line, end)
        return Span(file, line + 1, left + 1, line + 1, max(right, left) + 1)

    def hidden(self, line: int, start: int, end: int, only: str = "") -> Draft:
        """The same with YAML's signs between two columns (only some of them, where given) hidden."""
        def hide(match: re.Match[str]) -> str:
            sign = match.group()
            return sign if only and sign not in only else chr(self.base + ord(sign))

        text = self.lines[line]
        return self._with_line(line, text[:start] + _SPECIAL.sub(hide, text[start:end]) + text[end:])

    def replaced(self, line: int, start: int, text: str) -> Draft:
        """The same with as many characters as ``text`` has overwritten by it."""
        assert start >= 0
        old = self.lines[line]
        return self._with_line(line, old[:start] + text + old[start + len(text):])

    def put_in(self, line: int, column: int, text: str) -> Draft:
        """The same with a text put in at a column."""
        old = self.lines[line]
        return self._with_line(line, old[:column] + text + old[column:], (column, len(text)))

    def taken_out(self, line: int, column: int, count: int) -> Draft:
        """The same without ``count`` characters from a column on."""
        old = self.lines[line]
        return self._with_line(line, old[:column] + old[column + count:], (column, -count))

    def indented(self, first: int, last: int, count: int) -> Draft:
        """The same with the lines ``first`` to ``last`` (inclusive) indented by ``count`` spaces more, or less."""
        lines, moves = list(self.lines), dict(self.moves)
        for number in range(first, last + 1):
            text = lines[number]
            blank = len(text) - len(text.lstrip(" "))
            change = max(count, -blank)
            if text.strip() and change:
                lines[number] = " " * change + text if change > 0 else text[-change:]
                moves[number] = (*moves.get(number, ()), (0, change))
        return self._replace(lines=lines, moves=moves)

    def silenced(self, first: int, last: int) -> Draft:
        """The same without the lines ``first`` to ``last`` (inclusive): they are left empty."""
        lines = list(self.lines)
        for line in range(first, last + 1):
            lines[line] = ""
        return self._replace(lines=lines)

    def without(self, rows: Iterable[int]) -> Draft:
        """The same without these lines: they are left empty."""
        return self.each(rows, lambda one, _: one.silenced(0, 0))

    def each(self, rows: Iterable[int], change: Callable[[Draft, int], Draft]) -> Draft:
        """The same with a change made on each of these lines. ``change`` is given a draft that has no other line, so
        that many changes cost no more than one look at the file, and the number that the line has in the file."""
        lines, moves = list(self.lines), dict(self.moves)
        for row in rows:
            one = change(self._replace(lines=[lines[row]], moves={0: moves.get(row, ())}), row)
            lines[row] = one.lines[0]
            if one.moves[0]:
                moves[row] = one.moves[0]
        return self._replace(lines=lines, moves=moves)

    def spoiling(self, *lines: int) -> Draft:
        """The same with some more lines marked as a guess."""
        return self._replace(spoiled=self.spoiled | frozenset(lines))

    def with_changes_of(self, other: Draft, base: Draft) -> Draft | None:
        """The same with what another draft changes in the common base; None where both change one line."""
        lines = list(self.lines)
        moves = dict(self.moves)
        for number, (now, then) in enumerate(zip(other.lines, base.lines, strict=True)):
            if now is not then:
                if self.lines[number] is not then:
                    return None
                lines[number] = now
                if number in other.moves:
                    moves[number] = other.moves[number]
        return self._replace(lines=lines, moves=moves, spoiled=self.spoiled | other.spoiled)

    def shown(self, value: str) -> str:
        """A value as typed: without stand-ins."""
        return value if value.isascii() else value.translate(_SHOWN[self.base])

    def _with_line(self, line: int, text: str, move: Move | None = None) -> Draft:
        lines = list(self.lines)
        lines[line] = text
        moves = self.moves
        if move is not None:
            moves = {**moves, line: (*moves.get(line, ()), move)}
        return self._replace(lines=lines, moves=moves)


def draft_of(text: str) -> Draft:
    """The working copy of a text as typed."""
    base = next((base for base in _BASES
                 if not re.search(f"[{chr(base)}-{chr(base + 0x7F)}]", text)), _BASES[0])
    return Draft(lines_of(text), {}, base)
