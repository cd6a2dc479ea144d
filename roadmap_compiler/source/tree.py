"""Text → a tree in which every key and every scalar is text with a place.

YAML is read by its events only, so that nothing guesses a type: ``1.10``, ``14:30``, ``no`` and ``2026-09-01``
stay what was typed. Keys are translated to English by a vocabulary that the caller gives; this room knows no
roadmap.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Any

import yaml

from roadmap_compiler.findings import Finding, Span
from roadmap_compiler.source.draft import Draft
from roadmap_compiler.source.lines import lines_of, without_empty_tabs
from roadmap_compiler.source.vocabulary import Vocabulary

Key = str | int
Path = tuple[Key, ...]
"""The way to a value: English keys and indexes from 0, ``("stages", 0, "activities", 2, "deadline")``."""

_BLOCKS = frozenset({"|", ">"})

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Tree:
    """The content of one file: ``root`` is made of dict, list and str; places are looked up by path."""

    __slots__ = ("file", "text", "root", "language", "left_empty", "draft", "is_mended", "is_wrapped",
                 "blocks", "_values", "_keys", "_starts", "_item_keys", "_lines",
                 "_of_lines")

    def __init__(self, file: str, text: str, draft: Draft | None = None) -> None:
        self.file = file
        self.text = text
        self.root: Any = None
        self.language = "ru"
        self.left_empty: set[Path] = set()
        """Paths whose key stands in the file without a value."""
        self.draft = draft
        self.is_mended = draft is not None
        """Whether it is read otherwise than it stands in the file, because of a slip that was told."""
        self.is_wrapped = False
        """Whether a text that is no block text goes over several lines."""
        self.blocks: list[Any] = []
        """The events of the block texts."""
        self._values: dict[Path, Any] = {}
        self._keys: dict[Path, Any] = {}
        self._starts: list[tuple[int, int, int, int, Path]] = []
        self._item_keys: set[Key] | None = None
        self._lines: list[str] | None = None
        self._of_lines: dict[int, list[Any]] | None = None

    @property
    def lines(self) -> list[str]:
        """The lines of the text, without their ends."""
        if self._lines is None:
            self._lines = lines_of(self.text)
        return self._lines

    def value(self, path: Path) -> Any:
        """What stands at a path in the content as it is read on; None where nothing does."""
        value = self.root
        for step in path:
            try:
                value = value[step]
            except (KeyError, IndexError, TypeError):
                return None
        return value

    def has(self, path: Path) -> bool:
        """Whether something stands at this path in the file."""
        return path in self._values

    def has_in_items(self, key: str) -> bool:
        """Whether a key stands in an item of any list."""
        if self._item_keys is None:
            self._item_keys = {path[-1] for path in self._keys if len(path) > 1 and type(path[-2]) is int}
        return key in self._item_keys

    def offsets(self, path: Path) -> tuple[int, int]:
        """Where the value at a path begins and ends in the text, its quotes included; a block text to its last letter.
        For a file without slips: offsets are those of the text that was read."""
        event = self._values[path]
        start, end = int(event.start_mark.index), int(event.end_mark.index)
        if getattr(event, "style", None) in _BLOCKS:
            end = start + len(self.text[start:end].rstrip())
        return start, end

    def key_offsets(self, path: Path) -> tuple[int, int]:
        """Where the key that leads to a path begins and ends in the text."""
        event = self._keys[path]
        return int(event.start_mark.index), int(event.end_mark.index)

    def below(self, path: Path) -> list[Path]:
        """The paths one step below, in the order of the file."""
        return [one for one in self._values if len(one) == len(path) + 1 and one[:-1] == path]

    def is_flow(self, path: Path) -> bool:
        """Whether the list or mapping at a path is written in brackets."""
        return bool(getattr(self._values[path], "flow_style", False))

    def is_scalar(self, path: Path) -> bool:
        """Whether one text stands at a path, not a list or a mapping."""
        return isinstance(self._values.get(path), yaml.ScalarEvent)

    def span(self, path: Path) -> Span:
        """The place of the value at a path; of its nearest parent where the path is not in the file."""
        while path not in self._values and path:
            path = path[:-1]
        event = self._values.get(path)
        if event is None:
            return Span(self.file, 1, 1, 1, 1)
        if not isinstance(event, yaml.ScalarEvent):
            first = self._first_key(path)
            return first if first is not None else self._span(event)
        return self._span(event)

    def key_span(self, path: Path) -> Span:
        """The place of the key that leads to a path; of the value where it has no key (a list item)."""
        event = self._keys.get(path)
        return self._span(event) if event is not None else self.span(path)

    def span_of(self, path: Path, part: str) -> Span:
        """The place of a part of the text at a path; of the whole value where the part is spread over lines."""
        event = self._values.get(path)
        if event is None or not part:
            return self.span(path)
        lines = self.lines
        line, column = self._place(event.start_mark)
        last, last_column = self._place(event.end_mark)
        while line <= last and line < len(lines):
            found = lines[line].find(part, column, last_column if line == last else len(lines[line]))
            if found >= 0:
                return Span(self.file, line + 1, found + 1, line + 1, found + 1 + len(part))
            line, column = line + 1, 0
        return self.span(path)

    def is_text(self, line: int, column: int) -> bool:
        """Whether a place (line from 1, column from 0) stands inside a text of the file, not in a comment."""
        if not self.is_wrapped and self.draft is None and not self.lines[line - 1][:column].strip():
            return any(_holds_line(block, line - 1) for block in self.blocks)
        if not self.is_wrapped and self.draft is None:
            return any(event.start_mark.column <= column < event.end_mark.column for event in self._on_line(line - 1))
        event = self._values.get(self.path_at(line, column + 1))
        if not isinstance(event, yaml.ScalarEvent):
            return False
        start, end = self._place(event.start_mark), self._place(event.end_mark)
        if not start <= (line - 1, column) < end:
            return False
        return event.style not in _BLOCKS or self._in_block(start[0], line - 1)

    def _on_line(self, line: int) -> list[Any]:
        """The events of the texts of one line (from 0), block texts not among them."""
        if self._of_lines is None:
            self._of_lines = {}
            for event in self._values.values():
                if getattr(event, "style", "|") not in _BLOCKS:  # lists and mappings have no style
                    self._of_lines.setdefault(event.start_mark.line, []).append(event)
        return self._of_lines.get(line, [])

    def texts(self) -> list[tuple[Path, str]]:
        """Every text value of the file with its path, in the order of the file."""
        scalar = yaml.ScalarEvent
        return [(path, event.value) for path, event in self._values.items() if type(event) is scalar]

    def stretches_of_blocks(self) -> list[tuple[int, int]]:
        """Where in the text the block texts begin and end."""
        return [(event.start_mark.index, event.end_mark.index) for event in self.blocks]

    def _in_block(self, first: int, line: int) -> bool:
        """Whether a line (from 0) belongs to the block text that is announced on the line ``first``."""
        lines = self.lines
        content = next((text for text in lines[first + 1:] if text.strip()), "")
        indent = len(content) - len(content.lstrip())
        return line > first and len(lines[line]) - len(lines[line].lstrip()) >= indent

    def _first_key(self, path: Path) -> Span | None:
        value = self.value(path)
        if isinstance(value, dict) and value:
            first = self._keys.get((*path, next(iter(value))))
            return self._span(first) if first is not None else None
        return None

    def _span(self, event: Any) -> Span:
        line, column = self._place(event.start_mark)
        if getattr(event, "style", None) in _BLOCKS:
            # a block text ends where the next key begins: stop at the end of its own first line instead
            return Span(self.file, line + 1, column + 1, line + 1, column + 2)
        last, end = self._place(event.end_mark)
        return Span(self.file, line + 1, column + 1, last + 1, end + 1)

    def _place(self, mark: Any) -> tuple[int, int]:
        """Line and column (from 0) of a mark, in the text as typed."""
        line, column = mark.line, mark.column
        return line, column if self.draft is None else self.draft.typed_column(line, column)

    def spoiled(self, line: int) -> bool:
        """Whether a line (from 1) holds a slip that makes its value a guess."""
        return self.draft is not None and line - 1 in self.draft.spoiled

    def path_on(self, line: int, column: int) -> Path:
        """The way to what stands at a place (from 1) or next to it on its line; else to the nearest before."""
        path = self.path_at(line, column)
        at = bisect_right(self._starts, (line - 1, column, -1))
        if at and self._starts[at - 1][0] < line - 1 and at < len(self._starts) and self._starts[at][0] == line - 1:
            return self._starts[at][-1]
        return path

    def path_at(self, line: int, column: int) -> Path:
        """The way to what stands at a place (from 1), or to the nearest thing before it."""
        if not self._starts:
            places = [(number, path, event.start_mark) for found in (self._keys, self._values)
                      for number, (path, event) in enumerate(found.items())]
            if self.draft is None:
                self._starts = sorted([(mark.line, mark.column, len(path), number, path)
                                       for number, path, mark in places])
            else:
                self._starts = sorted([(*self._place(mark), len(path), number, path) for number, path, mark in places])
        at = bisect_right(self._starts, (line - 1, column, -1))
        return self._starts[at - 1][-1] if at else ()

    def rename(self, path: Path, key: str) -> None:
        """Let what stands at a path be known under another key of the same parent."""
        self.is_mended = True
        parent, old = path[:-1], path[-1]
        holder = self.value(parent)
        renamed = {key if name == old else name: value for name, value in holder.items()}
        holder.clear()
        holder.update(renamed)
        for places in (self._values, self._keys):
            moved = {(*parent, key, *other[len(path):]) if other[:len(path)] == path else other: event
                     for other, event in places.items()}
            places.clear()
            places.update(moved)
        self._starts, self._item_keys = [], None


def _holds_line(block: Any, line: int) -> bool:
    """Whether a line (from 0) is one of a block text, below the line of its sign."""
    end = block.end_mark
    return bool(block.start_mark.line < line < end.line + (1 if end.column else 0))


def read_tree(text: str, file: str, vocabulary: Vocabulary) -> tuple[Tree | None, list[Finding]]:
    """Read one document of YAML, and what is wrong with how it is written.

    Slips that the parser would stumble over are explained and mended in a copy, so that the rest is read. None
    where the file cannot be read as a whole: the findings say why.
    """
    from roadmap_compiler.source.reader import read_events
    from roadmap_compiler.source.suspicion import looks_odd

    tree = Tree(file, text)
    reading = read_events(text, tree, vocabulary)
    if reading.stopped and (clean := without_empty_tabs(text)) != text:
        tree = Tree(file, text)
        reading = read_events(clean, tree, vocabulary)
    if reading.stopped or reading.is_odd or looks_odd(text, tree.stretches_of_blocks()):
        from roadmap_compiler.source.slips import explain_slips

        draft, slips = explain_slips(text, file, vocabulary)
        if draft is None:
            return None, slips
        if slips or reading.stopped:
            tree = Tree(file, text, draft)
            reading = read_events(draft.text, tree, vocabulary)
            reading.findings[:0] = slips
    return (tree if tree.root is not None else None), reading.findings
