"""Fields written, added and taken out as edits of the text."""

from __future__ import annotations

import pytest

from roadmap_compiler.editing.filling import append, as_edits, fill, take_out
from roadmap_compiler.editing.spans import apply_edits
from roadmap_compiler.model.words import VOCABULARY
from roadmap_compiler.source.tree import Tree, read_tree

ORDER = ("kind", "name", "number", "date", "amendments")
OWNER = ("approvals",)


def read(text: str) -> Tree:
    tree, findings = read_tree(text, "карта.yaml", VOCABULARY)
    assert tree is not None and findings == []
    return tree


@pytest.mark.parametrize(("typed", "expected"), [
    ("  гриф: а\n", "  гриф: а\n  номер: 5\n  дата: 1.2.2021\n"),
    ("  гриф: а\n  номер:\n  имя: б  # да\n", "  гриф: а\n  номер: 5\n  дата: 1.2.2021\n  имя: б  # да\n"),
    ("  гриф: а\n  дата:\n", "  гриф: а\n  номер: 5\n  дата: 1.2.2021\n"),
    ("  гриф: |\n    а\n    б\n\n  имя: в\n", "  гриф: |\n    а\n    б\n\n  имя: в\n  номер: 5\n  дата: 1.2.2021\n"),
    ("  {гриф: а, номер: }\n", "  {гриф: а, номер: 5, дата: 1.2.2021}\n"),
])
def test_what_is_missing_stands_behind_what_is_before_it(typed: str, expected: str) -> None:
    tree = read(f"утверждение:\n{typed}")
    edits = as_edits(tree, fill(tree, OWNER, {"number": "5", "date": "1.2.2021"}, ORDER))
    assert apply_edits(tree.text, edits) == f"утверждение:\n{expected}"


def test_a_blank_and_a_new_field_behind_it_are_put_together() -> None:
    tree = read("утверждение:\n  гриф: а\n  дата:")
    changes = fill(tree, OWNER, {"date": "1.2.2021"}, ORDER)
    changes += append(tree, OWNER, "amendments", {"act": "приказ", "number": "5: б"}, ORDER)
    assert apply_edits(tree.text, as_edits(tree, changes)) == (
        "утверждение:\n  гриф: а\n  дата: 1.2.2021\n  редакции:\n    - акт: приказ\n      номер: \"5: б\"")


@pytest.mark.parametrize(("text", "expected"), [
    ("состояние: проект\nназвание: А\n", "название: А\n"),
    ("название: А\nсостояние:\n  проект  # пока\n# дальше\nпериод: 2021\n", "название: А\n# дальше\nпериод: 2021\n"),
    ("название: А\r\nсостояние: проект\r\nпериод: 2021\r\n", "название: А\r\nпериод: 2021\r\n"),
    ("название: А\nсостояние: проект", "название: А\n"),
    ("{название: А, состояние: проект}\n", "{название: А, состояние: на подпись}\n"),
    ("название: А\n", "название: А\n"),
])
def test_a_field_goes_with_its_lines(text: str, expected: str) -> None:
    tree = read(text)
    assert apply_edits(tree.text, as_edits(tree, take_out(tree, ("state",), "на подпись"))) == expected
