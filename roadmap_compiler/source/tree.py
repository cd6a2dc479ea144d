"""Text → a tree in which every key and every scalar is text with a place.

YAML is read by its events only, so that nothing guesses a type: ``1.10``, ``14:30``, ``no`` and ``2026-09-01``
stay what was typed. Keys are translated to English by a vocabulary that the caller gives; this room knows no
roadmap.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml

from roadmap_compiler.findings import Finding, Related, Span
from roadmap_compiler.source.slips import explain_error

DEEPEST = 40
"""Levels of nesting that are read; real roadmaps have fewer than ten."""

Key = str | int
Path = tuple[Key, ...]
"""The way to a value: English keys and indexes from 0, ``("stages", 0, "activities", 2, "deadline")``."""

_BLOCKS = frozenset({"|", ">"})

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Vocabulary(NamedTuple):
    """Which keys mean what.

    ``words``: a key as typed, small letters → its English name. ``languages``: the same → "ru" or "en".
    ``own_keys``: English names of mappings whose keys are the author's own (people, events).
    ``blanks``: English names of mappings in whose members an empty value is left on purpose.
    """

    words: dict[str, str]
    languages: dict[str, str]
    own_keys: frozenset[str]
    blanks: frozenset[str]


class Tree:
    """The content of one file: ``root`` is made of dict, list and str; places are looked up by path."""

    __slots__ = ("file", "text", "root", "language", "left_empty", "_values", "_keys")

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text
        self.root: Any = None
        self.language = "ru"
        self.left_empty: set[Path] = set()
        """Paths whose key stands in the file without a value."""
        self._values: dict[Path, Any] = {}
        self._keys: dict[Path, Any] = {}

    def has(self, path: Path) -> bool:
        """Whether something stands at this path in the file."""
        return path in self._values

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
        start = self.text.find(part, event.start_mark.index, event.end_mark.index)
        if start < 0:
            return self.span(path)
        line_start = self.text.rfind("\n", 0, start) + 1
        line = event.start_mark.line + self.text.count("\n", event.start_mark.index, start) + 1
        column = start - line_start + 1
        return Span(self.file, line, column, line, column + len(part))

    def is_text(self, line: int, column: int) -> bool:
        """Whether a place (line from 1, column from 0) stands inside a text of the file, not in a comment."""
        for event in self._values.values():
            if isinstance(event, yaml.ScalarEvent):
                start, end = event.start_mark, event.end_mark
                if (start.line, start.column) <= (line - 1, column) < (end.line, end.column):
                    return event.style not in _BLOCKS or self._in_block(start.line, line - 1)
        return False

    def texts(self) -> Iterator[tuple[Path, str]]:
        """Every text value of the file with its path, in the order of the file."""
        for path, event in self._values.items():
            if isinstance(event, yaml.ScalarEvent):
                yield path, event.value

    def _in_block(self, first: int, line: int) -> bool:
        """Whether a line (from 0) belongs to the block text that is announced on the line ``first``."""
        lines = self.text.splitlines()
        content = next((text for text in lines[first + 1:] if text.strip()), "")
        indent = len(content) - len(content.lstrip())
        return line > first and len(lines[line]) - len(lines[line].lstrip()) >= indent

    def _first_key(self, path: Path) -> Span | None:
        value: Any = self.root
        for step in path:
            value = value[step]
        if isinstance(value, dict) and value:
            return self.key_span((*path, next(iter(value))))
        return None

    def _span(self, event: Any) -> Span:
        start, end = event.start_mark, event.end_mark
        if getattr(event, "style", None) in ("|", ">"):
            # a block text ends where the next key begins: stop at the end of its own first line instead
            return Span(self.file, start.line + 1, start.column + 1, start.line + 1, start.column + 2)
        return Span(self.file, start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def read_tree(text: str, file: str, vocabulary: Vocabulary) -> tuple[Tree | None, list[Finding]]:
    """Read one document of YAML. None where the file cannot be read as a whole: the findings say why."""
    tree = Tree(file, text)
    reader = _Reader(tree, vocabulary)
    try:
        loader = _Loader(text)
        try:
            reader.read_document(loader.get_event)
        finally:
            loader.dispose()
    except yaml.YAMLError as error:
        return None, reader.findings + [explain_error(error, text, file)]
    except _TooDeep as error:
        return None, reader.findings + [Finding("too-deep", "error", error.span, {"levels": DEEPEST})]
    if tree.root is None:
        return None, reader.findings
    tree.language = reader.language or "ru"
    return tree, reader.findings


class _TooDeep(Exception):
    def __init__(self, span: Span) -> None:
        self.span = span


class _Reader:
    """One pass over the events. It is the hottest loop of the program, hence the local names."""

    def __init__(self, tree: Tree, vocabulary: Vocabulary) -> None:
        self.tree = tree
        self.vocabulary = vocabulary
        self.findings: list[Finding] = []
        self.language = ""

    def read_document(self, next_event: Any) -> None:
        tree = self.tree
        next_event()  # the start of the stream
        event = next_event()
        if isinstance(event, yaml.StreamEndEvent):
            self._tell("file-empty", event)
            return
        event = next_event()
        if isinstance(event, yaml.ScalarEvent) and not event.value.strip():
            self._tell("file-empty", event)
            return
        if not isinstance(event, yaml.MappingStartEvent):
            self._tell("file-not-a-mapping", event)
            return
        tree.root = self._mapping(event, (), next_event, translate=True, blanks=False)
        next_event()  # the end of the document
        event = next_event()
        if not isinstance(event, yaml.StreamEndEvent):
            self._tell("several-documents", event)

    def _mapping(self, event: Any, path: Path, next_event: Any, translate: bool, blanks: bool) -> dict[str, Any]:
        tree, words = self.tree, self.vocabulary.words
        values, keys = tree._values, tree._keys
        values[path] = event
        if event.anchor is not None or event.tag is not None:
            self._no_signs(event)
        if len(path) > DEEPEST:
            raise _TooDeep(tree._span(event))
        out: dict[str, Any] = {}
        event = next_event()
        while not isinstance(event, yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                self._tell("key-not-text" if not isinstance(event, yaml.AliasEvent) else "alias", event)
                self._skip(event, next_event)
                self._skip(next_event(), next_event)
                event = next_event()
                continue
            if event.anchor is not None or event.tag is not None:
                self._no_signs(event)
            key_event = event
            key = event.value
            if translate:
                typed = key if key in words else " ".join(key.lower().replace("ё", "е").split())
                if typed in words:
                    key = words[typed]
                    self._speak(typed, key_event)
            here = (*path, key)
            event = next_event()
            if here in keys:
                first = tree._span(keys[here])
                self.findings.append(
                    Finding("duplicate-key", "error", tree._span(key_event),
                            {"key": key_event.value, "line": first.line}, (Related(first, "first"),))
                )
                self._skip(event, next_event)
            else:
                keys[here] = key_event
                value = self._value(event, here, next_event, key, blanks)
                if value is None:
                    del keys[here]
                else:
                    out[key] = value
            event = next_event()
        return out

    def _value(self, event: Any, path: Path, next_event: Any, key: str, blanks: bool) -> Any:
        kind = type(event)
        if kind is yaml.ScalarEvent:
            if event.anchor is not None or event.tag is not None:
                self._no_signs(event)
            if not event.value and event.implicit[0]:
                if not blanks and key not in self.vocabulary.own_keys:
                    self._tell_empty(path)
                    return None
            self.tree._values[path] = event
            # the line break that closes a block text is YAML's, not the author's
            return event.value.rstrip("\n") if event.style in _BLOCKS else event.value
        if kind is yaml.MappingStartEvent:
            own = key in self.vocabulary.own_keys
            return self._mapping(event, path, next_event, not own, blanks or key in self.vocabulary.blanks)
        if kind is yaml.SequenceStartEvent:
            return self._sequence(event, path, next_event, key, blanks or key in self.vocabulary.blanks)
        self._tell("alias", event)
        return None

    def _sequence(self, event: Any, path: Path, next_event: Any, key: str, blanks: bool) -> list[Any]:
        self.tree._values[path] = event
        if event.anchor is not None or event.tag is not None:
            self._no_signs(event)
        if len(path) > DEEPEST:
            raise _TooDeep(self.tree._span(event))
        out: list[Any] = []
        event = next_event()
        while not isinstance(event, yaml.SequenceEndEvent):
            if type(event) is yaml.ScalarEvent and not event.value and event.implicit[0]:
                self._tell("empty-item", event, "warning")
            else:
                value = self._value(event, (*path, len(out)), next_event, "", blanks)
                if value is not None:
                    out.append(value)
            event = next_event()
        return out

    def _skip(self, event: Any, next_event: Any) -> None:
        depth = 0
        while True:
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            if depth == 0:
                return
            event = next_event()

    def _speak(self, typed: str, event: Any) -> None:
        language = self.vocabulary.languages[typed]
        if language != self.language and language:
            if not self.language:
                self.language = language
            else:
                self._tell("key-language", event, "error", key=event.value, language=self.language)

    def _no_signs(self, event: Any) -> None:
        if event.anchor is not None:
            self._tell("anchor", event, sign="&" + event.anchor)
        elif event.tag != "!":
            self._tell("tag", event, sign=event.tag)

    def _tell_empty(self, path: Path) -> None:
        key_event = self.tree._keys[path]
        span = self.tree._span(key_event)
        self.tree.left_empty.add(path)
        self.findings.append(Finding("empty-value", "warning", span, {"key": key_event.value}))

    def _tell(self, code: str, event: Any, severity: Any = "error", **params: Any) -> None:
        self.findings.append(Finding(code, severity, self.tree._span(event), params))
