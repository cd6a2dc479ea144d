"""Text → its layout: the fields and items of a file with the comments and blank lines that belong to each.

A comment on its own line belongs to the field or item below it, unless it stands deeper than that one: then it is the
last line of the list or the group of fields that ends there. A comment behind a value belongs to that value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml

from roadmap_compiler.model.words import VOCABULARY

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MODELINE = re.compile(r"#\s*yaml-language-server\s*:", re.IGNORECASE)
_BLOCK_HEADER = re.compile(r"[|>][-+0-9]*")


class Scalar(NamedTuple):
    """A text on one line or several, plain or in quotes; ``style`` is the quote or ""."""

    value: str
    source: str
    style: str


class Block(NamedTuple):
    """A block text: its sign with indicators (``|``, ``>-``) and its lines without their common indentation."""

    sign: str
    lines: tuple[str, ...]


class Flow(NamedTuple):
    """A list in [] or a mapping in {}, as it was typed."""

    source: str


class Mapping(NamedTuple):
    """Fields, and the comments below the last of them."""

    entries: tuple[Entry, ...]
    foot: tuple[str, ...]


class Sequence(NamedTuple):
    """Items after dashes, and the comments below the last of them."""

    items: tuple[Item, ...]
    foot: tuple[str, ...]


Node = Scalar | Block | Flow | Mapping | Sequence


class Entry(NamedTuple):
    """One field. ``name`` is English where the key is a word of the language, else the key as typed.

    ``above`` are the comments on the lines above, "" for a blank line; ``beside`` is the comment behind the value with
    the spaces before it.
    """

    key: Scalar
    name: str
    is_word: bool
    value: Node
    above: tuple[str, ...]
    beside: str


class Item(NamedTuple):
    """One item of a list."""

    value: Node
    above: tuple[str, ...]
    beside: str


class Layout(NamedTuple):
    """A whole file: the comments that head it, then its fields."""

    header: tuple[str, ...]
    root: Mapping


def read_layout(text: str) -> Layout:
    """The layout of a text that `read_tree` reads without errors and whose line ends are LF."""
    root = yaml.compose(text, _Loader)
    tokens = list(_tokens(root, text))
    comments = _Comments(text, tokens)
    node = _Builder(text, comments).build(root, (), True, -1)
    assert isinstance(node, Mapping)
    return Layout(tuple(comments.header), node)


def comments_of(layout: Layout) -> list[str]:
    """Every comment that stands outside of [] and {}, in no particular order."""
    found = [*layout.header]

    def visit(node: Node) -> None:
        if isinstance(node, Mapping | Sequence):
            found.extend(node.foot)
            for part in node.entries if isinstance(node, Mapping) else node.items:
                found.extend((*part.above, part.beside.strip()))
                visit(part.value)

    visit(layout.root)
    return [comment for comment in found if comment]


_Owner = tuple[int, ...]
"""Where a field, an item or a collection stands: the index at every level, from the root."""


class _Token(NamedTuple):
    """A key or a value in the text, by offsets, and who gets the comments around it."""

    start: int
    end: int
    column: int
    """Where the field or the item that begins here stands."""
    above: _Owner
    beside: _Owner
    open: tuple[tuple[_Owner, int], ...]
    """The lists and groups of fields around it, outermost first, each with its column."""


def _tokens(root: Any, text: str) -> Iterator[_Token]:
    """Keys and values in the order of the text; a [] or {} is one value."""

    def visit(node: Any, path: _Owner, begins: tuple[_Owner, int] | None, around: Any) -> Iterator[_Token]:
        column = node.start_mark.column
        if isinstance(node, yaml.ScalarNode) or node.flow_style:
            above, at = begins or (path, around[-1][1])
            yield _Token(node.start_mark.index, _end(node, text), at, above, path, around)
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
                yield _Token(key.start_mark.index, key.end_mark.index, at, above, here, inside)
                yield from visit(value, here, None, inside)

    return visit(root, (), None, ())


def _end(node: Any, text: str) -> int:
    """Where a value ends: a block text without the blank lines below it."""
    start, end = int(node.start_mark.index), int(node.end_mark.index)
    if getattr(node, "style", None) in ("|", ">"):
        return start + len(text[start:end].rstrip(" \t\n"))
    return end


class _Comments:
    """Who has which comments. Filled once, from the gaps between the tokens."""

    def __init__(self, text: str, tokens: list[_Token]) -> None:
        self.header: list[str] = []
        self.above: dict[_Owner, list[str]] = {}
        self.beside: dict[_Owner, list[str]] = {}
        self.foot: dict[_Owner, list[str]] = {}
        before: _Token | None = None
        for token in tokens:
            self._gap(text, before, token)
            before = token
        self._gap(text, before, None)

    def _gap(self, text: str, before: _Token | None, after: _Token | None) -> None:
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

    def _take_feet(self, below: list[tuple[int, str]], before: _Token, after: _Token | None) -> list[str]:
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

    def _take_header(self, below: list[tuple[int, str]], after: _Token) -> None:
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


class _Builder:
    """Nodes of YAML → nodes of the layout."""

    def __init__(self, text: str, comments: _Comments) -> None:
        self.text = text
        self.comments = comments

    def build(self, node: Any, path: _Owner, translate: bool, indent: int) -> Node:
        """``indent`` is the column of the list or the group of fields around, -1 at the root."""
        source = self.text[node.start_mark.index:node.end_mark.index]
        if isinstance(node, yaml.ScalarNode):
            if node.style in ("|", ">"):
                return self._block(path, source, indent)
            return Scalar(node.value, source, node.style or "")
        if node.flow_style:
            return Flow(source)
        column = node.start_mark.column
        foot = tuple(self.comments.foot.get(path, ()))
        if isinstance(node, yaml.SequenceNode):
            return Sequence(tuple(self._item(part, (*path, index), column)
                                  for index, part in enumerate(node.value)), foot)
        return Mapping(tuple(self._entry(key, value, (*path, index), translate, column)
                             for index, (key, value) in enumerate(node.value)), foot)

    def _item(self, node: Any, path: _Owner, column: int) -> Item:
        value = self.build(node, path, True, column)
        return Item(value, *self._around(path))

    def _entry(self, key: Any, value: Any, path: _Owner, translate: bool, column: int) -> Entry:
        typed = self.text[key.start_mark.index:key.end_mark.index]
        name = VOCABULARY.words.get(_folded(key.value)) if translate else None
        inside = (name or key.value) not in VOCABULARY.own_keys
        return Entry(Scalar(key.value, typed, key.style or ""), name or key.value, name is not None,
                     self.build(value, path, inside, column), *self._around(path))

    def _around(self, path: _Owner) -> tuple[tuple[str, ...], str]:
        """The comments above and beside; where two stand beside one field, the last one stays there."""
        above = self.comments.above.get(path, [])
        beside = self.comments.beside.get(path, [""])
        return (*above, *(comment.strip() for comment in beside[:-1])), beside[-1]

    def _block(self, path: _Owner, source: str, indent: int) -> Block:
        head, _, body = source.partition("\n")
        sign = _BLOCK_HEADER.match(head)
        assert sign is not None
        rest = head[sign.end():]
        if "#" in rest:
            # the comment stands inside what YAML calls the scalar, so no gap has it
            self.comments.beside[path] = [*self.comments.beside.get(path, ()), rest.rstrip()]
        lines = body.split("\n")
        figure = re.search(r"[1-9]", sign.group())
        deep = max(indent, 0) + int(figure.group()) if figure else _indentation(lines)
        own = [line[deep:] for line in lines]
        while own and not own[-1]:
            own.pop()
        return Block(sign.group(), tuple(own))


def _indentation(lines: list[str]) -> int:
    first = next((line for line in lines if line.strip(" ")), "")
    return len(first) - len(first.lstrip(" "))


def _folded(key: str) -> str:
    return " ".join(key.lower().replace("ё", "е").split())
