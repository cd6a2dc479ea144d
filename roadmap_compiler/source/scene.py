"""What the explainers of slips look at: the draft, where the parser stumbled, and what it had understood before."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, NamedTuple

import yaml

from roadmap_compiler.findings import Edit, Finding, Fix, Severity
from roadmap_compiler.near import folded
from roadmap_compiler.source.draft import Draft
from roadmap_compiler.source.lines import Line, quoted_text, read_line, ready_text
from roadmap_compiler.source.vocabulary import Vocabulary

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

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
    """One state of a draft. ``scalars`` and ``open_brackets`` are what the tokenizer saw before it gave up."""

    file: str
    draft: Draft
    vocabulary: Vocabulary
    stumble: Stumble | None
    scalars: tuple[Scalar, ...]
    open_brackets: tuple[tuple[int, int], ...]
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

    def owner(self, number: int) -> str:
        """The English name of the field that holds a line, "" where none of ours does."""
        before, here = self.previous(number), self.line(number)
        while before >= 0 and self.line(before).start >= here.indent + (here.dash >= 0 > self.line(before).dash):
            before = self.previous(before)
        return self.word(self.line(before).key) if before >= 0 else ""

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


def look(file: str, draft: Draft, vocabulary: Vocabulary) -> Scene:
    """Read a draft as far as the parser goes."""
    text = draft.text
    stumble = stumble_of(text)
    scalars, brackets = _tokens(text, stumble)
    return Scene(file, draft, vocabulary, stumble, scalars, brackets, _covered(scalars))


def _covered(scalars: tuple[Scalar, ...]) -> frozenset[int]:
    inside: set[int] = set()
    for scalar in scalars:
        if scalar.end_line > scalar.line:
            is_whole = scalar.end_column > 0 and scalar.style not in ("|", ">")
            inside.update(range(scalar.line + 1, scalar.end_line + is_whole))
    return frozenset(inside)


def stumble_of(text: str) -> Stumble | None:
    """Where the parser gives up on a text; None where it does not."""
    loader = _Loader(text)
    try:
        while not isinstance(loader.get_event(), yaml.StreamEndEvent):
            pass
    except yaml.YAMLError as error:
        return _stumble(error, text)
    finally:
        loader.dispose()
    return None


def _stumble(error: yaml.YAMLError, text: str) -> Stumble:
    problem: Any = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    context: Any = getattr(error, "context_mark", None) or problem
    if problem is None:
        return Stumble(0, 0, 0, 0, str(error))
    words = f"{getattr(error, 'context', None) or ''}: {getattr(error, 'problem', None) or ''}"
    return Stumble(problem.line, problem.column, context.line, context.column, words)


def _tokens(text: str, stumble: Stumble | None) -> tuple[tuple[Scalar, ...], tuple[tuple[int, int], ...]]:
    """Every text before the stumble, and the brackets that are open there."""
    loader = _Loader(text)
    scalars: list[Scalar] = []
    brackets: list[tuple[int, int]] = []
    is_key = False
    try:
        while True:
            token = loader.get_token()
            kind = type(token)
            if token is None or kind is yaml.StreamEndToken:
                break
            start = token.start_mark
            if stumble is not None and (start.line, start.column) > (stumble.line, stumble.column):
                break
            if kind is yaml.ScalarToken:
                end = token.end_mark
                style = None if token.plain else token.style or '"'
                scalars.append(Scalar(start.line, start.column, end.line, end.column, style, token.value, is_key))
            elif stumble is not None and (start.line, start.column) == stumble[:2]:
                pass  # the bracket that did not fit
            elif kind in (yaml.FlowSequenceStartToken, yaml.FlowMappingStartToken):
                brackets.append((start.line, start.column))
            elif kind in (yaml.FlowSequenceEndToken, yaml.FlowMappingEndToken) and brackets:
                brackets.pop()
            is_key = kind is yaml.KeyToken
    except yaml.YAMLError:
        pass
    finally:
        loader.dispose()
    return tuple(scalars), tuple(brackets)


def block_mappings(text: str) -> list[list[Scalar]]:
    """The keys of every mapping that is written line by line, in the order of the file."""
    loader = _Loader(text)
    found: list[list[Scalar]] = []
    open_ones: list[list[Scalar] | None] = []
    is_key = False
    try:
        while not isinstance(token := loader.get_token(), (yaml.StreamEndToken, type(None))):
            kind = type(token)
            if kind is yaml.BlockMappingStartToken:
                keys: list[Scalar] = []
                open_ones.append(keys)
                found.append(keys)
            elif kind in (yaml.BlockSequenceStartToken, yaml.FlowMappingStartToken, yaml.FlowSequenceStartToken):
                open_ones.append(None)
            elif kind in (yaml.BlockEndToken, yaml.FlowMappingEndToken, yaml.FlowSequenceEndToken) and open_ones:
                open_ones.pop()
            elif kind is yaml.ScalarToken and is_key and open_ones and open_ones[-1] is not None:
                start, end = token.start_mark, token.end_mark
                open_ones[-1].append(Scalar(start.line, start.column, end.line, end.column, None, token.value, True))
            is_key = kind is yaml.KeyToken
    finally:
        loader.dispose()
    return [keys for keys in found if keys]
