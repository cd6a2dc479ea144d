"""A key that is no word of its place: the one that was meant is found, by its letters or by how it is worded."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from roadmap_compiler.findings import Edit, Finding, Fix
from roadmap_compiler.model.words import BY_NAME, forms, spoken
from roadmap_compiler.near import folded, in_cyrillic, in_other_layout, near, same
from roadmap_compiler.source.tree import Path, Tree

_NUMBER = re.compile(r"^(?:\d+[.)])+\d*\s*(?=[^\W\d_])")
_NEARLY = {"revision": "amendments"}
"""Keys whose Russian words differ by a letter: «редакция» of the document, «редакции» of an approval."""


def kind_for_title(tree: Tree, path: Path) -> Finding | None:
    """«- мероприятие: Линейка»: what an item is, in the place of its title. It is read as the title."""
    holder = tree.value(path[:-1])
    if len(path) < 3 or path[-3] != path[-1] or not isinstance(holder, dict) or "title" in holder \
            or not isinstance(holder.get(str(path[-1])), str):
        return None
    span = tree.key_span(path)
    typed = tree.lines[span.line - 1][span.column - 1:span.end_column - 1]
    title = spoken("title", tree.language)
    tree.rename(path, "title")
    return Finding("misplaced-key", "error", span, {"key": typed, "name": path[-1], "near": title}, (),
                   (Fix(title, (Edit(span, title),), safe=False),))


def is_meant(typed: str, known: list[str], tree: Tree) -> bool:
    """Whether a key is a word of ours, or was meant as one."""
    names = [form for name in known for form in forms(name, tree.language)]
    return typed in BY_NAME or bool(near(_NUMBER.sub("", typed), names) or _begun(typed, names)
                                    or _worded(typed, ["title"], tree))


def unknown_key(tree: Tree, path: Path, known: list[str], code: str = "unknown-key",
                 lacking: Iterable[str] = ()) -> tuple[Finding, bool]:
    """A key that is not a word of this place, and whether it was renamed to the one that was meant.

    ``lacking``: names that stand nowhere beside it and may be meant by a longer wording: «срок выполнения работ».
    """
    typed = str(path[-1])
    span = tree.key_span(path)
    if typed in BY_NAME and _NEARLY.get(typed) not in known:
        named = kind_for_title(tree, path)
        if named is not None:
            return named, True
        written = tree.lines[span.line - 1][span.column - 1:span.end_column - 1].strip("\"'")
        return Finding("misplaced-key", "error", span, {"key": written, "name": typed}), False
    names = {form: name for name in known for form in forms(name, tree.language)}
    guess = near(_NUMBER.sub("", typed), names) or _begun(typed, names) or _worded(typed, lacking, tree)
    if typed in _NEARLY:
        typed, guess = spoken(typed, tree.language), spoken(_NEARLY[typed], tree.language)
    if not guess:
        return Finding(code, "error", span, {"key": typed, "near": ""}), False
    params: dict[str, Any] = {"key": typed, "near": guess}
    latin = "".join(dict.fromkeys(sign for sign in typed if sign.isascii() and sign.isalpha()))
    if tree.language == "ru" and latin and same(in_cyrillic(typed), guess):
        code = "key-latin"
        params["letters"] = ", ".join(latin)
    elif same(in_other_layout(typed), guess):
        code = "key-layout"
    fix = Fix(guess, (Edit(span, guess),), safe=code.startswith("key-"))
    renamed = names[guess] not in (tree.value(path[:-1]) or {})
    if renamed:
        tree.rename(path, names[guess])
    return Finding(code, "error", span, params, (), (fix,)), renamed


def _begun(typed: str, known: Iterable[str]) -> str | None:
    """The one known name whose first words these are: «отметка» for the column «отметка о выполнении»."""
    found = [name for name in known if " ".join(name.lower().split()).startswith(" ".join(typed.lower().split()) + " ")]
    return found[0] if len(found) == 1 and len(typed) > 2 else None


def _worded(typed: str, lacking: Iterable[str], tree: Tree) -> str | None:
    """The form of a name that a longer wording begins with: «срок» for «срок выполнения работ»."""
    small = folded(typed)
    return next((form for name in lacking for form in forms(name, tree.language)
                 if small.startswith(form) and small[len(form):len(form) + 1] in " /("), None)
