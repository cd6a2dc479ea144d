"""A layout → its one text: two spaces a level, dashes two spaces inside their field, one blank line where it helps."""

from __future__ import annotations

import re
from typing import Any

from roadmap_compiler.editing.layout import Block, Entry, Flow, Item, Layout, Mapping, Node, Scalar, Sequence
from roadmap_compiler.editing.scalars import is_plain, quoted, written

_STEP = 2


def print_layout(layout: Layout) -> str:
    """The text of a file, with LF at every line end and one at the end of the file.

    One blank line stands between the large parts of a file, between stages, and around an activity (any item of a list)
    that has several fields. Elsewhere the author's blank lines stay, one for many.
    """
    header = [*layout.header, ""] if layout.header else []
    return "\n".join([*header, *_fields(layout.root, 0)]) + "\n"


def _fields(mapping: Mapping, indent: int) -> list[str]:
    lines: list[str] = []
    large_before = False
    for place, entry in enumerate(mapping.entries):
        large = indent == 0 and isinstance(entry.value, Mapping | Sequence)
        lines += _above(entry.above, indent, place == 0, large or large_before)
        lines += _field(entry, indent)
        large_before = large
    return lines + _comments(mapping.foot, indent)


def _field(entry: Entry, indent: int) -> list[str]:
    head = f"{' ' * indent}{_key(entry.key)}:"
    value = entry.value
    if isinstance(value, Mapping | Sequence):
        inside = _fields(value, indent + _STEP) if isinstance(value, Mapping) \
            else _items(value, indent + _STEP, entry.name == "stages")
        return [head + entry.beside, *inside]
    first, *rest = _value(value, indent)
    lines = [f"{head} {first}" if first else head, *rest]
    return _with_comment(lines, entry.beside, value)


def _key(key: Scalar) -> str:
    if key.source and not key.style and "\n" not in key.source:
        return key.source
    return key.value if is_plain(key.value) else quoted(key.value)


def _items(sequence: Sequence, indent: int, are_stages: bool) -> list[str]:
    lines: list[str] = []
    large_before = False
    for place, item in enumerate(sequence.items):
        large = are_stages or (isinstance(item.value, Mapping) and len(item.value.entries) > 1)
        lines += _item(item, indent, place == 0, large or large_before)
        large_before = large
    return lines + _comments(sequence.foot, indent)


def _item(item: Item, indent: int, is_first: bool, is_apart: bool) -> list[str]:
    hoisted, value = _without_first_comments(item.value)
    above = _above((*item.above, *hoisted), indent, is_first, is_apart)
    if isinstance(value, Mapping | Sequence):
        inside = _fields(value, indent + _STEP) if isinstance(value, Mapping) \
            else _items(value, indent + _STEP, False)
        return [*above, f"{' ' * indent}- {inside[0].lstrip(' ')}", *inside[1:]]
    first, *rest = _value(value, indent)
    lines = [f"{' ' * indent}- {first}".rstrip(" "), *rest]
    return above + _with_comment(lines, item.beside, value)


def _without_first_comments(node: Node) -> tuple[tuple[str, ...], Node]:
    """The comments above the first field or item of a value, which go above its dash, and the value without them."""
    if isinstance(node, Mapping):
        first = node.entries[0]
        comments = tuple(comment for comment in first.above if comment)
        return comments, node._replace(entries=(first._replace(above=()), *node.entries[1:]))
    if isinstance(node, Sequence):
        item = node.items[0]
        inner, value = _without_first_comments(item.value)
        comments = tuple(comment for comment in (*item.above, *inner) if comment)
        return comments, node._replace(items=(Item(value, (), item.beside), *node.items[1:]))
    return (), node


def _value(node: Any, indent: int) -> list[str]:
    """The lines of a value behind its key or dash, which stands at ``indent``; the first without an indent."""
    if isinstance(node, Flow):
        return _flow(node.source, indent)
    if isinstance(node, Scalar):
        if node.value == "" and node.style == "":
            return [""]
        text = written(node)
        if isinstance(text, str):
            return [text]
        node = text
    pad = " " * (indent + _STEP)
    sign = re.sub(r"[1-9]", str(_STEP), node.sign)
    return [sign, *(pad + line if line else "" for line in node.lines)]


def _flow(source: str, indent: int) -> list[str]:
    """A [] or {} over several lines keeps its lines: they move with their field."""
    first, *rest = source.split("\n")
    inner = [len(line) - len(line.lstrip(" ")) for line in rest if line.strip() and line.strip()[0] not in "]}"]
    shift = indent + _STEP - min(inner, default=0)
    lines = [first.rstrip(" ")]
    for line in rest:
        text = line.strip(" ")
        if text and text[0] in "]}":
            lines.append(" " * indent + text)
        else:
            lines.append(" " * (len(line) - len(line.lstrip(" ")) + shift) + text if text else "")
    return lines


def _with_comment(lines: list[str], comment: str, value: Node) -> list[str]:
    """The comment goes behind the last line, for a block text behind the first."""
    if not comment:
        return lines
    is_block = isinstance(value, Block) or (isinstance(value, Scalar) and isinstance(written(value), Block))
    if is_block:
        return [lines[0] + comment, *lines[1:]]
    return [*lines[:-1], lines[-1] + comment]


def _above(lines: tuple[str, ...], indent: int, is_first: bool, is_apart: bool) -> list[str]:
    """What stands above a field or an item: its comments, and a blank line where one is due."""
    own = list(lines)
    if is_first or is_apart:
        while own and not own[0]:
            own.pop(0)
    if is_apart and not is_first:
        own.insert(0, "")
    return _comments(tuple(own), indent)


def _comments(lines: tuple[str, ...], indent: int) -> list[str]:
    return [" " * indent + line if line else "" for line in lines]
