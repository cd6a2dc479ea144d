"""fmt: one layout for every roadmap. What is said stays the same; the texts before and after are compared."""

from __future__ import annotations

from typing import Literal

from roadmap_compiler.editing.keys import in_language
from roadmap_compiler.editing.layout import comments_of, read_layout
from roadmap_compiler.editing.ordering import in_order
from roadmap_compiler.editing.printing import print_layout
from roadmap_compiler.editing.written import with_plain_line_ends
from roadmap_compiler.findings import Finding
from roadmap_compiler.model.words import VOCABULARY
from roadmap_compiler.source.tree import read_tree

KeyLanguage = Literal["ru", "en"]

_NOT_IN_THE_WAY = frozenset({"key-language"})
"""Errors of a file whose layout can still be read without doubt."""


class MeaningChanged(Exception):
    """The formatted text would not say the same. A defect of this program: the file must stay as it was."""


def format_text(text: str, file: str, keys: KeyLanguage | None = None) -> tuple[str | None, list[Finding]]:
    """The formatted text, with the keys in a language where one is given; or None and the errors that are in the way.
    Raises MeaningChanged where the result would not read back the same."""
    text = with_plain_line_ends(text)
    tree, findings = read_tree(text, file, VOCABULARY)
    errors = [finding for finding in findings if finding.severity == "error" and finding.code not in _NOT_IN_THE_WAY]
    if tree is None or errors:
        return None, errors
    if not tree.root:
        return text, []
    layout = read_layout(text)
    layout = layout._replace(root=in_language(in_order(layout.root), keys))
    formatted = print_layout(layout)
    again, _ = read_tree(formatted, file, VOCABULARY)
    if again is None or again.root != tree.root or again.left_empty != tree.left_empty:
        raise MeaningChanged(file)
    if sorted(comments_of(read_layout(formatted))) != sorted(comments_of(layout)):
        raise MeaningChanged(file)
    return formatted, []
