"""Text → its layout: the fields and items of a file with the comments and blank lines that belong to each."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

import yaml

from roadmap_compiler.editing.comments import Comments, Owner, read_tokens
from roadmap_compiler.model.words import VOCABULARY, folded
from roadmap_compiler.source.lines import without_empty_tabs

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
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
    try:
        root = yaml.compose(text, _Loader)
    except yaml.YAMLError:
        text = without_empty_tabs(text)
        root = yaml.compose(text, _Loader)
    tokens = list(read_tokens(root, text))
    comments = Comments(text, tokens)
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


class _Builder:
    """Nodes of YAML → nodes of the layout."""

    def __init__(self, text: str, comments: Comments) -> None:
        self.text = text
        self.comments = comments

    def build(self, node: Any, path: Owner, translate: bool, indent: int) -> Node:
        """``indent`` is the column of the list or the group of fields around, -1 at the root."""
        source = self.text[node.start_mark.index:node.end_mark.index]
        if isinstance(node, yaml.ScalarNode):
            if node.style in ("|", ">"):
                return self._block(path, source, indent)
            return Scalar(node.value, source, node.style or "")
        if node.flow_style and path:
            return Flow(source)
        column = node.start_mark.column
        foot = tuple(self.comments.foot.get(path, ()))
        if isinstance(node, yaml.SequenceNode):
            return Sequence(tuple(self._item(part, (*path, index), column)
                                  for index, part in enumerate(node.value)), foot)
        return Mapping(tuple(self._entry(key, value, (*path, index), translate, column)
                             for index, (key, value) in enumerate(node.value)), foot)

    def _item(self, node: Any, path: Owner, column: int) -> Item:
        value = self.build(node, path, True, column)
        return Item(value, *self._around(path))

    def _entry(self, key: Any, value: Any, path: Owner, translate: bool, column: int) -> Entry:
        typed = self.text[key.start_mark.index:key.end_mark.index]
        name = VOCABULARY.words.get(folded(key.value)) if translate else None
        inside = (name or key.value) not in VOCABULARY.own_keys
        return Entry(Scalar(key.value, typed, key.style or ""), name or key.value, name is not None,
                     self.build(value, path, inside, column), *self._around(path))

    def _around(self, path: Owner) -> tuple[tuple[str, ...], str]:
        """The comments above and beside; where two stand beside one field, the last one stays there."""
        above = self.comments.above.get(path, [])
        beside = self.comments.beside.get(path, [""])
        return (*above, *(comment.strip() for comment in beside[:-1])), beside[-1]

    def _block(self, path: Owner, source: str, indent: int) -> Block:
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
