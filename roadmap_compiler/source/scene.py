"""What the explainers of slips look at: the draft, where the parser stumbled, and what it had understood before."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, NamedTuple

from roadmap_compiler.findings import Edit, Finding, Fix, Severity
from roadmap_compiler.near import folded
from roadmap_compiler.source.draft import Draft
from roadmap_compiler.source.lines import Line, quoted_text, read_line, ready_text
from roadmap_compiler.source.vocabulary import Vocabulary

read = lru_cache(maxsize=512)(read_line)


class Stumble(NamedTuple):
    """Where the parser gave up (from 0), and where what it could not finish began."""

    line: int
    column: int
    start_line: int
    start_column: int
    problem: str


class Scalar(NamedTuple):
    """A text of the file: its first and last place (from 0), its style (None for plain), whether it is a key."""

    line: int
    column: int
    end_line: int
    end_column: int
    style: str | None
    value: str
    is_key: bool


class Guess(NamedTuple):
    """An explanation of a slip: what to tell, and the draft in which it is mended.

    ``rank``: the smaller, the surer. ``cost``: of equal guesses the one that changes fewer lines is right.
    """

    rank: int
    finding: Finding
    draft: Draft
    cost: int = 0


class Scene(NamedTuple):
    """One state of a draft. ``scalars``, ``open_brackets`` and ``mappings`` (the keys of each that is written line by
    line) are what the tokenizer saw before it gave up."""

    file: str
    draft: Draft
    vocabulary: Vocabulary
    stumble: Stumble | None
    scalars: tuple[Scalar, ...]
    open_brackets: tuple[tuple[int, int], ...]
    mappings: tuple[list[Scalar], ...] = ()
    covered: frozenset[int] = frozenset()
    """Lines (from 0) that continue a text begun on an earlier line."""

    def line(self, number: int) -> Line:
        """A line of the draft (from 0), taken to pieces."""
        return read(self.draft.lines[number])

    def word(self, key: str) -> str:
        """The English name of a key, in quotes or without them, "" where it is none of ours."""
        return self.vocabulary.words.get(folded(key.strip("\"'")), "")

    def previous(self, number: int) -> int:
        """The line before with content of its own, -1 where there is none."""
        for before in range(number - 1, -1, -1):
            if before not in self.covered and not self.line(before).is_blank:
                return before
        return -1

    def following(self, number: int) -> int:
        """The next line with content, -1 where there is none."""
        for after in range(number + 1, len(self.draft.lines)):
            if not self.line(after).is_blank:
                return after
        return -1

    def holder(self, number: int) -> int:
        """The field without a value that a line hangs on: the nearest above that stands left of it, -1 where none does.
        The hyphens of a list may stand right under their field."""
        here = self.line(number)
        if here.indent == 0 and here.dash < 0:
            return -1
        before = self.previous(number)
        while before >= 0:
            line = self.line(before)
            if line.key and not line.content and line.start < here.indent + (here.dash >= 0 > line.dash):
                break
            before = self.previous(before)
        return before

    def owner(self, number: int) -> str:
        """The English name of the field that holds a line, "" where none of ours does."""
        holder = self.holder(number)
        return self.word(self.line(holder).key) if holder >= 0 else ""

    def entry(self, number: int) -> int:
        """The line with the hyphen of the item that holds a field, -1 where none does."""
        before, start = self.previous(number), self.line(number).start
        while before >= 0:
            line = self.line(before)
            if 0 <= line.dash < start or line.start < start:
                return before if line.dash >= 0 else -1
            before = self.previous(before)
        return -1

    def end_of_block(self, number: int, column: int) -> int:
        """The last line, from one on, before the first that stands left of a column; remarks may stand anywhere."""
        last = number
        for row in range(number + 1, len(self.draft.lines)):
            line = self.line(row)
            if line.indent < column and not line.is_blank:
                break
            last = row
        return last

    def form(self, name: str, key: str) -> str:
        """How a field is called in the language of a key of the file."""
        return self.vocabulary.form(name, "en" if key.isascii() else "ru")

    def guess(self, rank: int, code: str, line: int, start: int, end: int, draft: Draft,
              params: dict[str, Any] | None = None, fixes: tuple[Fix, ...] = (),
              severity: Severity = "error") -> Guess:
        """An explanation of a slip between two columns (from 0) of a line of the draft."""
        span = self.draft.span(self.file, line, start, max(end, start + 1))
        shown = {name: self.draft.shown(value) if isinstance(value, str) else value
                 for name, value in (params or {}).items()}
        return Guess(rank, Finding(code, severity, span, shown, (), fixes), draft)

    def in_quotes(self, line: int, start: int, end: int, head: str, safe: bool = True) -> tuple[str, tuple[Fix, ...]]:
        """The ready line in which a stretch of a line stands in quotes behind ``head``, and the repairs: the text as it
        is and, where it has quotation marks of another kind, with «ёлочки»."""
        text = self.draft.lines[line][start:end]
        exact, better = quoted_text(text), ready_text(text)
        as_it_is = Fix(head + exact, (self.edit(line, start, end, exact),), safe)
        if better == exact:
            return head + exact, (as_it_is,)
        return head + better, (as_it_is, Fix(head + better, (self.edit(line, start, end, better),), False))

    def edit(self, line: int, start: int, end: int, text: str) -> Edit:
        """Put a text in the place of a stretch of the draft's line; in the file as typed."""
        return Edit(self.draft.span(self.file, line, start, end), self.draft.shown(text))
