"""Ids that tools write: short, permanent, never a number of the document. People need not write any."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any, NamedTuple

from roadmap_compiler.editing.filling import Change, as_edits, fill
from roadmap_compiler.findings import Edit
from roadmap_compiler.model.reading import entries
from roadmap_compiler.model.roadmap import Roadmap
from roadmap_compiler.model.words import spoken
from roadmap_compiler.plan.wording import plain
from roadmap_compiler.source.tree import Path, Tree

_LETTERS = "бвгджзклмнпрст"


class Ids(NamedTuple):
    """Edits that write ids, how many ids they write, and how many entries have no place for one."""

    edits: list[Edit]
    written: int
    without: int


def missing_ids(roadmap: Roadmap, tree: Tree) -> Ids:
    """Edits that give every stage, activity and item an id.

    An activity that is one line of text («- Анкетирование») becomes two fields, its title and its id; an item of a list
    within an activity stays the line that it is. The same titles get the same ids in every run.
    """
    taken = {entry.id for _, entry in entries(roadmap) if entry.id}
    changes: list[Change] = []
    known, without = len(taken), 0
    for path, entry in entries(roadmap):
        if entry.id or (tree.is_scalar(path) and path[-2] == "items"):
            continue
        new = _new_id(_named(roadmap, path, entry), taken)
        written = _as_fields(path, new, tree) if tree.is_scalar(path) else _as_field(path, entry, new, tree)
        if written:
            taken.add(new)
            changes += written
        else:
            without += 1
    return Ids(as_edits(tree, changes), len(taken) - known, without)


def _as_field(path: Path, entry: Any, new: str, tree: Tree) -> list[Change]:
    """«ид: …» under the title, else under the first field that is a text. Nothing where there is no such field, nor
    where the key stands with nothing behind it: a second one would be a mistake."""
    if (*path, "id") in tree.left_empty:
        return []
    fields = ("title", *[name for name in type(entry).model_fields if name not in ("title", "id")])
    first = next((name for name in fields if tree.has((*path, name)) and tree.is_scalar((*path, name))), None)
    return fill(tree, path, {"id": new}, (first, "id")) if first is not None else []


def _as_fields(path: Path, new: str, tree: Tree) -> list[Change]:
    """«- Чаепитие» → «- название: Чаепитие» and «ид: …» under it. Nothing where the line goes on below."""
    start, end = tree.offsets(path)
    if "\n" in tree.text[start:end] or tree.text[start:end][:1] in "|>":
        return []
    title, name = (spoken(key, tree.language) for key in ("title", "id"))
    if tree.is_flow(path[:-1]):
        return [Change(start, start, f"{{{title}: "), Change(end, end, f", {name}: {new}}}")]
    indent = " " * (tree.span(path).column - 1)
    while end < len(tree.text) and tree.text[end] not in "\r\n":
        end += 1
    return [Change(start, start, f"{title}: "), Change(end, end, f"\n{indent}{name}: {new}")]


def _named(roadmap: Roadmap, path: Path, entry: Any) -> str:
    """What an id is made of: the titles on the way, so that equal titles in different stages differ."""
    names = []
    value: Any = roadmap
    for step in path:
        value = value[step] if isinstance(step, int) else getattr(value, step)
        title = getattr(value, "title", None) or getattr(value, "content", None)
        if isinstance(title, str):
            names.append(" ".join(plain(title)))
    return "/".join(names) or repr(path)


def _new_id(name: str, taken: set[str]) -> str:
    return next(one for one in _ids(name) if one not in taken)


def _ids(name: str) -> Iterator[str]:
    """«кр417»: two letters and three figures; short, easily told over the telephone, and never a word."""
    count = 0
    while True:
        number = int.from_bytes(hashlib.sha256(f"{name}|{count}".encode()).digest()[:8], "big")
        number, first = divmod(number, len(_LETTERS))
        number, second = divmod(number, len(_LETTERS))
        yield f"{_LETTERS[first]}{_LETTERS[second]}{number % 1000:03}"
        count += 1
