"""Fields of a file written, added and taken out, in whatever form their mapping is typed: lines or brackets.

The functions give changes by offsets; `as_edits` makes edits of them, so that changes of one place may be put together.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from roadmap_compiler.editing.scalars import is_plain, quoted
from roadmap_compiler.editing.spans import span_between
from roadmap_compiler.findings import Edit
from roadmap_compiler.model.words import spoken_in
from roadmap_compiler.source.tree import Path, Tree

Values = Mapping[str, str]
"""Texts by the English names of their fields."""


class Change(NamedTuple):
    """New text for the characters from ``start`` to ``end``, the end exclusive."""

    start: int
    end: int
    text: str


def as_edits(tree: Tree, changes: Iterable[Change]) -> list[Edit]:
    """Changes as edits. What is inserted at one place stands in the order in which it was asked for."""
    inserted: dict[int, str] = {}
    edits = []
    for start, end, text in changes:
        if start == end:
            inserted[start] = inserted.get(start, "") + text
        else:
            edits.append(Edit(span_between(tree.text, start, end, tree.file), text))
    edits += [Edit(span_between(tree.text, at, at, tree.file), text) for at, text in inserted.items()]
    return edits


def fill(tree: Tree, owner: Path, values: Values, order: Sequence[str]) -> list[Change]:
    """Write texts into fields of the mapping at ``owner``. A field that is not there is put behind the nearest one
    before it in ``order``; the first of them must be there."""
    changes = [replaced(tree, (*owner, name), text) for name, text in values.items() if tree.has((*owner, name))]
    for name in order:
        if name in values and not tree.has((*owner, name)):
            changes.append(_added(tree, owner, name, _scalar(values[name], tree.is_flow(owner)), order))
    return changes


def replaced(tree: Tree, path: Path, text: str) -> Change:
    """Another text in the place of the one at ``path``, which may be blank."""
    start, end = tree.offsets(path)
    space = " " if start == end and tree.text[start - 1] == ":" else ""
    return Change(start, end, space + _scalar(text, tree.is_flow(path[:-1])))


def append(tree: Tree, owner: Path, name: str, values: Values, order: Sequence[str]) -> list[Change]:
    """Add a mapping to the list ``name`` of the mapping at ``owner``; a value that stood there alone becomes a list."""
    path = (*owner, name)
    if not tree.has(path) or (tree.is_scalar(path) and not tree.text[slice(*tree.offsets(path))].strip("'\"")):
        return _first_item(tree, owner, name, values, order)
    start, end = range_of(tree, path)
    inside = tree.below(path)
    is_list = not inside or isinstance(inside[0][-1], int)
    if tree.is_flow(owner) or tree.is_flow(path):
        item = _in_brackets(tree, name, values)
        if not is_list or tree.is_scalar(path):
            return [Change(start, start, "["), Change(end, end, f", {item}]")]
        last = range_of(tree, inside[-1])[1] if inside else start + 1
        return [Change(last, last, f", {item}" if inside else item)]
    at = _line_end(tree.text, end)
    if tree.is_scalar(path):
        indent = tree.key_span(path).column + 1
        typed = tree.text[start:end]
        typed = _scalar(" ".join(_value(tree, path).split()), False) if "\n" in typed or typed[:1] in "|>" else typed
        dash = Change(_colon(tree, path), end, f"\n{' ' * indent}- {typed}")
        return [dash, Change(at, at, _in_lines(tree, name, values, indent))]
    if not is_list:
        indent = tree.key_span(inside[0]).column - 1
        first = tree.key_offsets(inside[0])[0]
        starts = [place for place in range(first + 1, end) if tree.text[place - 1] in "\r\n"
                  and tree.text[place] not in "\r\n"]
        return [Change(first, first, "- "), *[Change(place, place, "  ") for place in starts],
                Change(at, at, _in_lines(tree, name, values, indent))]
    dash_at = len(tree.text[:tree.offsets(inside[-1])[0]].rstrip()) - 1
    indent = dash_at - _line_start(tree.text, dash_at)
    return [Change(at, at, _in_lines(tree, name, values, indent))]


def take_out(tree: Tree, path: Path, instead: str) -> list[Change]:
    """Take a field out with its lines; where something else stands on them, its value becomes ``instead``."""
    if not tree.has(path):
        return []
    key = tree.key_offsets(path)[0]
    end = range_of(tree, path)[1]
    line = _line_start(tree.text, key)
    if not tree.is_flow(path[:-1]) and not tree.text[line:key].strip():
        after = _line_end(tree.text, end)
        after += 2 if tree.text[after:after + 2] == "\r\n" else 1
        return [Change(line, min(after, len(tree.text)), "")]
    return [Change(_colon(tree, path), end, f" {instead}")]


def range_of(tree: Tree, path: Path) -> tuple[int, int]:
    """Where the source of a field begins and ends, brackets and all."""
    start, end = tree.offsets(path)
    if tree.is_scalar(path):
        return start, end
    inside = [range_of(tree, inner) for inner in tree.below(path)]
    last = max((one for _, one in inside), default=end)
    if not tree.is_flow(path):
        return start, last
    closing = min((at for at in (tree.text.find(sign, last if inside else start) for sign in "]}") if at >= 0),
                  default=last)
    return start, closing + 1


def _added(tree: Tree, owner: Path, name: str, value: str, order: Sequence[str]) -> Change:
    """A new field with its value as it is typed."""
    before = [one for one in order[:list(order).index(name)] if tree.has((*owner, one))]
    anchor = (*owner, before[-1])
    end = range_of(tree, anchor)[1]
    key = spoken_in(str(next(step for step in reversed(owner) if isinstance(step, str))), name, tree.language)
    if tree.is_flow(owner):
        return Change(end, end, f", {key}: {value}")
    at = _line_end(tree.text, end)
    indent = " " * (tree.key_span(anchor).column - 1)
    return Change(at, at, f"\n{indent}{key}:{'' if value.startswith(chr(10)) else ' '}{value}")


def _first_item(tree: Tree, owner: Path, name: str, values: Values, order: Sequence[str]) -> list[Change]:
    is_flow = tree.is_flow(owner)
    path = (*owner, name)
    if tree.has(path):
        start, end = tree.offsets(path)
        indent = tree.key_span(path).column + 1
        value = f" [{_in_brackets(tree, name, values)}]" if is_flow else _in_lines(tree, name, values, indent)
        at = _line_end(tree.text, end)
        return [Change(start, end, value if is_flow else ""), *([] if is_flow else [Change(at, at, value)])]
    if is_flow:
        return [_added(tree, owner, name, f"[{_in_brackets(tree, name, values)}]", order)]
    indent = tree.key_span((*owner, order[0])).column + 1
    return [_added(tree, owner, name, _in_lines(tree, name, values, indent), order)]


def _in_lines(tree: Tree, name: str, values: Values, indent: int) -> str:
    """«\\n      - акт: приказ\\n        номер: 21», the dash in the column ``indent`` (from 0)."""
    lines = [f"{spoken_in(name, key, tree.language)}: {_scalar(text, False)}" for key, text in values.items()]
    return f"\n{' ' * indent}- " + f"\n{' ' * (indent + 2)}".join(lines)


def _in_brackets(tree: Tree, name: str, values: Values) -> str:
    return "{" + ", ".join(f"{spoken_in(name, key, tree.language)}: {_scalar(text, True)}"
                           for key, text in values.items()) + "}"


def _scalar(text: str, is_flow: bool) -> str:
    """A text as it is typed: without quotes where it reads back the same."""
    bare = is_plain(text) and not (is_flow and any(sign in text for sign in ",[]{}"))
    return text if bare else quoted(text)


def _value(tree: Tree, path: Path) -> str:
    value = tree.root
    for step in path:
        value = value[step]
    return str(value)


def _colon(tree: Tree, path: Path) -> int:
    """Behind the colon of a key."""
    return tree.text.index(":", tree.key_offsets(path)[1]) + 1


def _line_start(text: str, at: int) -> int:
    while at > 0 and text[at - 1] not in "\r\n":
        at -= 1
    return at


def _line_end(text: str, at: int) -> int:
    while at < len(text) and text[at] not in "\r\n":
        at += 1
    return at
