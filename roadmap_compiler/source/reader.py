"""Events of the YAML parser → the content of a tree, with what is wrong on the way."""

from __future__ import annotations

from typing import Any, NamedTuple

import yaml

from roadmap_compiler.findings import Finding, Related, Severity, Span
from roadmap_compiler.near import folded
from roadmap_compiler.source import braces
from roadmap_compiler.source.draft import Draft
from roadmap_compiler.source.encodings import unprintable
from roadmap_compiler.source.lines import quoted_text, value_end
from roadmap_compiler.source.references import is_referred, value_of
from roadmap_compiler.source.tree import Path, Tree
from roadmap_compiler.source.vocabulary import Vocabulary

DEEPEST = 40
"""Levels of nesting that are read; real roadmaps have fewer than ten."""

_BLOCKS = frozenset({"|", ">"})

# The types of events by name: this loop looks at one for every key and value of a file.
_SCALAR, _MAPPING, _SEQUENCE = yaml.ScalarEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent
_MAPPING_END, _SEQUENCE_END = yaml.MappingEndEvent, yaml.SequenceEndEvent

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Reading(NamedTuple):
    """What came of the events. ``stopped``: the parser gave up; ``is_odd``: a slow look for slips is worth while."""

    findings: list[Finding]
    stopped: bool
    is_odd: bool


def read_events(text: str, tree: Tree, vocabulary: Vocabulary) -> Reading:
    """Fill a tree with what stands in a text. Its root stays None where there is nothing to read."""
    reader = _Reader(tree, vocabulary)
    stopped = False
    loader = None
    try:
        loader = _Loader(text)
        reader.read_document(loader.get_event if tree.draft is None else _as_typed(loader.get_event, tree.draft))
    except yaml.YAMLError:
        stopped = True
    except _TooDeep as error:
        reader.findings.append(Finding("too-deep", "error", error.span, {"levels": DEEPEST}))
        tree.root = None
    finally:
        if loader is not None:
            loader.dispose()
    tree.language = reader.language or "ru"
    return Reading(reader.findings, stopped, reader.is_odd)


def _as_typed(next_event: Any, draft: Draft) -> Any:
    """The same events with values as typed, where a draft hides signs."""
    def typed() -> Any:
        event = next_event()
        if type(event) is yaml.ScalarEvent:
            event.value = draft.shown(event.value)
        return event

    return typed


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
        self.is_odd = False

    def read_document(self, next_event: Any) -> None:
        tree = self.tree
        next_event()  # the start of the stream
        event = next_event()
        if isinstance(event, yaml.StreamEndEvent):
            self._tell_no_roadmap()
            return
        event = next_event()
        if isinstance(event, yaml.ScalarEvent) and not event.value.strip():
            self._tell_no_roadmap()
            next_event()  # the end of the document
            self.is_odd = not isinstance(next_event(), yaml.StreamEndEvent)
            return
        if not isinstance(event, yaml.MappingStartEvent):
            self._tell("file-not-a-mapping", event)
            self.is_odd = True
            return
        root = tree.root = self._mapping(event, (), next_event, translate=True, blanks=False)
        keys = list(root)
        is_behind = "stages" in root and "activities" in keys[keys.index("stages"):]
        if is_behind or not self.vocabulary.fields("").issuperset(keys) or self._holds_strangers(root):
            self.is_odd = True  # a field may have lost its indent, or the one that holds it
        next_event()  # the end of the document
        event = next_event()
        if not isinstance(event, yaml.StreamEndEvent):
            self.is_odd = True

    def _holds_strangers(self, root: dict[str, Any]) -> bool:
        """Whether a field of the file holds fields that are none of its own."""
        own_keys, fields = self.vocabulary.own_keys, self.vocabulary.fields
        return any(type(value) is dict and name not in own_keys and not fields(name).issuperset(value)
                   for name, value in root.items())

    def _mapping(self, event: Any, path: Path, next_event: Any, translate: bool, blanks: bool) -> dict[str, Any]:
        tree, words, languages = self.tree, self.vocabulary.words, self.vocabulary.languages
        values, keys = tree._values, tree._keys
        values[path] = event
        if event.anchor is not None or event.tag is not None:
            self._no_signs(event)
        if len(path) > DEEPEST:
            raise _TooDeep(tree._span(event))
        out: dict[str, Any] = {}
        told = len(self.findings)
        event = next_event()
        while type(event) is not _MAPPING_END:
            if type(event) is not _SCALAR:
                self._tell("key-not-text" if not isinstance(event, yaml.AliasEvent) else "alias", event, ready="")
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
                    if languages[typed] != self.language:
                        self._speak(typed, key_event)
            here = (*path, key)
            event = next_event()
            if here in keys:
                first = tree._span(keys[here])
                self.is_odd = True
                params = {"key": key_event.value, "line": first.line}
                if folded(keys[here].value) != folded(key_event.value):
                    params |= {"first": keys[here].value, "hint": "synonym"}
                self.findings.append(
                    Finding("duplicate-key", "error", tree._span(key_event), params, (Related(first, "first"),))
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
        if not translate:
            ours = [words[key] for key in out if key in words]
            if len(ours) > 1 or not self.vocabulary.nested.isdisjoint(ours):
                self.is_odd = True  # they may belong to another field, which is missing
        if not out and len(self.findings) > told:
            self.findings[told:] = braces.told_together(tree, self.vocabulary, path, self.findings[told:], event)
        return out

    def _value(self, event: Any, path: Path, next_event: Any, key: str, blanks: bool) -> Any:
        kind = type(event)
        if kind is _SCALAR:
            if event.anchor is not None or event.tag is not None:
                self._no_signs(event)
            value = event.value
            if not value and event.implicit[0] and not blanks:
                is_own = len(path) > 1 and path[-2] in self.vocabulary.own_keys
                self._tell_empty(path, event, "error" if is_own else "warning")
                if not is_own:
                    return None
            self.tree._values[path] = event
            style = event.style
            if style in _BLOCKS:
                self.tree.blocks.append(event)
                # the line break that closes a block text is YAML's, not the author's
                if ": " in value and any(self.vocabulary.words.get(one.rpartition(" ")[2]) in self.vocabulary.needed
                                         for one in value.replace("\n", " ").split(": ")):
                    self.is_odd = True
                return value.rstrip("\n")
            if event.start_mark.line != event.end_mark.line:
                self.is_odd = self.tree.is_wrapped = True
            return self._printable(event) if style == '"' else value
        if kind is _MAPPING:
            if key in self.vocabulary.items:
                self.is_odd = True
            own = key in self.vocabulary.own_keys
            return self._mapping(event, path, next_event, not own, blanks or key in self.vocabulary.blanks)
        if kind is _SEQUENCE:
            return self._sequence(event, path, next_event, key, blanks or key in self.vocabulary.blanks)
        self._tell("alias", event, ready=self._ready(event))
        return None

    def _printable(self, event: Any) -> str:
        """A text in double quotes, where an escape makes a sign that no document can hold."""
        odd = unprintable(event.value)
        if odd:
            self._tell("forbidden-character", event, character=f"U+{ord(odd):04X}")
            return str(event.value.replace(odd, " "))
        return str(event.value)

    def _sequence(self, event: Any, path: Path, next_event: Any, key: str, blanks: bool) -> list[Any]:
        self.tree._values[path] = event
        if event.anchor is not None or event.tag is not None:
            self._no_signs(event)
        if len(path) > DEEPEST:
            raise _TooDeep(self.tree._span(event))
        out: list[Any] = []
        fields = self.vocabulary.fields(key) if key in self.vocabulary.items else None
        event = next_event()
        while type(event) is not _SEQUENCE_END:
            if type(event) is _SCALAR and not event.value and event.implicit[0]:
                self._tell("empty-item", event, "warning")
            else:
                value = self._value(event, (*path, len(out)), next_event, "", blanks)
                if value is not None:
                    out.append(value)
                    if fields is not None and type(value) is dict and fields.isdisjoint(value):
                        self.is_odd = True  # it belongs to another list, whose field is missing
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
        sign = "&" + event.anchor if event.anchor is not None else event.tag
        code = "anchor" if event.anchor is not None else "tag"
        self._tell(code, event, sign=sign, ready=self._ready(event))

    def _ready(self, event: Any) -> str:
        """A value that has a sign of YAML in front: without the sign where it cannot be text, else all of it in quotes.
        "" where what stands behind the sign is no text."""
        lines = self.tree.lines
        span = self.tree._span(event)
        text = lines[span.line - 1]
        is_alias = isinstance(event, yaml.AliasEvent)
        if not is_alias and not isinstance(event, yaml.ScalarEvent) or text[:span.column - 1].strip() == "<<:":
            return ""
        is_short = span.end_line == span.line and self.tree.draft is None
        typed = text[span.column - 1:span.end_column - 1 if is_short else value_end(text, span.column - 1)]
        if is_alias:
            meant = value_of(event.anchor, lines)
            return quoted_text(typed) if meant is None else meant
        if event.anchor is not None and is_referred(event.anchor, lines) or typed.startswith("!!"):
            return typed.partition(" ")[2].strip()
        return quoted_text(typed)

    def _tell_empty(self, path: Path, event: Any, severity: Severity) -> None:
        key_event = self.tree._keys[path]
        span = self.tree._span(key_event)
        self.tree.left_empty.add(path)
        self.is_odd = True  # what should hang on it may stand beside it
        if event.start_mark.index == key_event.end_mark.index:  # no colon at all: what stands between two commas
            self.findings.append(braces.field_in_braces(self.tree, self.vocabulary, key_event.value, span)
                                 or Finding("comma-in-braces", "error", span, {"key": key_event.value}))
            return
        params = {"key": key_event.value}
        if path[-1] in self.vocabulary.needed or path[-1] == "title":
            params["hint"] = "needed"
        self.findings.append(Finding("empty-value", severity, span, params))

    def _tell_no_roadmap(self) -> None:
        self.findings.append(Finding("file-empty", "error", Span(self.tree.file, 1, 1, 1, 1)))

    def _tell(self, code: str, event: Any, severity: Any = "error", **params: Any) -> None:
        self.findings.append(Finding(code, severity, self.tree._span(event), params))
