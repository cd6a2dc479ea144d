"""The spelling of keys: small letters, one space, and the language that is asked for."""

from __future__ import annotations

from typing import Any

import yaml

from roadmap_compiler.editing.layout import Entry, Flow, Mapping, Node, Scalar, Sequence
from roadmap_compiler.model.words import OWN_KEYS, VOCABULARY, folded, respelled


def in_language(root: Mapping, language: str | None) -> Mapping:
    """The fields with their keys in a language, or only respelled where None is asked for.

    Names that the author gave (people, events, free columns) stay as they are.
    """
    spoken = _respelled(root, True, language)
    assert isinstance(spoken, Mapping)
    return spoken


def _respelled(node: Node, translate: bool, language: str | None) -> Node:
    if isinstance(node, Sequence):
        items = tuple(item._replace(value=_respelled(item.value, True, language)) for item in node.items)
        return node._replace(items=items)
    if isinstance(node, Mapping):
        return node._replace(entries=tuple(_entry(entry, language) for entry in node.entries))
    if isinstance(node, Flow) and language is not None:
        return Flow(_respelled_flow(node.source, translate, language))
    return node


def _entry(entry: Entry, language: str | None) -> Entry:
    key = Scalar(respelled(entry.key.value, language), "", '"') if entry.is_word else entry.key
    return entry._replace(key=key, value=_respelled(entry.value, entry.name not in OWN_KEYS, language))


def _respelled_flow(source: str, translate: bool, language: str) -> str:
    """A [] or {} with its keys in a language, and nothing else changed."""
    changes: list[tuple[int, int, str]] = []

    def visit(node: Any, translate: bool) -> None:
        if isinstance(node, yaml.SequenceNode):
            for item in node.value:
                visit(item, True)
        elif isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                name = VOCABULARY.words.get(folded(key.value)) if translate else None
                if name is not None:
                    quote = key.style or ""
                    new = quote + respelled(key.value, language) + quote
                    changes.append((key.start_mark.index, key.end_mark.index, new))
                visit(value, (name or key.value) not in OWN_KEYS)

    visit(yaml.compose(source, yaml.CSafeLoader), translate)
    for start, end, new in reversed(changes):
        source = source[:start] + new + source[end:]
    return source
