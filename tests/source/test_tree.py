"""YAML guesses nothing, and everything knows its place."""

import pytest

from roadmap_compiler.model.words import VOCABULARY
from roadmap_compiler.source.tree import Tree, read_tree


def tree_of(text: str) -> Tree:
    tree, findings = read_tree(text, "план.yaml", VOCABULARY)
    assert tree is not None, findings
    return tree


def codes_of(text: str) -> list[tuple[str, int, int]]:
    _, findings = read_tree(text, "план.yaml", VOCABULARY)
    return [(f.code, f.span.line, f.span.column) for f in findings]


@pytest.mark.parametrize("typed", ["1.10", "14:30", "no", "да", "2026-09-01", "010", "~", "null", "1e3", "0x1F", ".5"])
def test_a_value_stays_what_was_typed(typed: str) -> None:
    assert tree_of(f"номер: {typed}\n").root == {"number": typed}


def test_keys_in_both_languages_and_any_case_mean_the_same() -> None:
    assert tree_of("Название: а\nСРОКИ: б\nОтветственные: в\n").root == {
        "title": "а", "deadline": "б", "responsible": "в"}
    assert tree_of("title: a\ndeadline: b\n").language == "en"


def test_names_of_people_are_the_authors_own_words() -> None:
    tree = tree_of("люди:\n  Участники: Все\n  срок:\n    имя: Срок И.О.\n")
    assert tree.root == {"people": {"Участники": "Все", "срок": {"name": "Срок И.О."}}}


def test_places_count_from_one_and_in_characters() -> None:
    tree = tree_of("этапы:\n  - название: «Ёж»\n    срок:   май\n")
    span = tree.span(("stages", 0, "deadline"))
    assert (span.line, span.column, span.end_line, span.end_column) == (3, 13, 3, 16)
    key = tree.key_span(("stages", 0, "deadline"))
    assert (key.line, key.column, key.end_column) == (3, 5, 9)


def test_a_part_of_a_block_text_has_its_own_place() -> None:
    tree = tree_of("название: |\n  Первая строка\n  вторая MAOU\n")
    span = tree.span_of(("title",), "MAOU")
    assert (span.line, span.column, span.end_column) == (3, 10, 14)


@pytest.mark.parametrize(("text", "expected"), [
    ("срок: май\nсроки: июнь\n", [("duplicate-key", 2, 1)]),
    ("название: а\ndeadline: май\n", [("key-language", 2, 1)]),
    ("а: &x б\nв: *x\n", [("anchor", 1, 4), ("alias", 2, 4)]),
    ("название: а\n---\nназвание: б\n", [("several-documents", 2, 1)]),
    ("срок:\nназвание: а\n", [("empty-value", 1, 1)]),
    ("# только слова\n", [("file-empty", 1, 1)]),
    ("", [("file-empty", 1, 1)]),
    ("- а\n- б\n", [("file-not-a-mapping", 1, 1)]),
    ("этапы:\n  - а\n  -\n", [("empty-item", 3, 4)]),
    ("название: !важно план\n", [("sign-at-start", 1, 11)]),
    ("название: 'а' б\n", [("text-after-quote", 1, 15)]),
    ("название: \"а\nпериод: 2021\n", [("quote-not-closed", 1, 11)]),
    ("название: Этап: начало\n", [("colon-in-value", 1, 15)]),
    ("этапы:\n\t- а\n", [("tab", 2, 1)]),
    ("название: а\nсрок:май\n", [("no-space-after-colon", 2, 5)]),
    ("название: @срочно\n", [("sign-at-start", 1, 11)]),
])
def test_a_slip_is_told_on_its_own_line(text: str, expected: list[tuple[str, int, int]]) -> None:
    assert codes_of(text) == expected


def test_a_bottomless_file_is_refused() -> None:
    assert [code for code, _, _ in codes_of("а: " + "[" * 500 + "]" * 500)] == ["too-deep"]


def test_a_character_that_no_document_can_hold_is_seen_through_an_escape_too() -> None:
    tree, findings = read_tree('название: "План \\u0001 работы"\n', "план.yaml", VOCABULARY)
    assert tree is not None
    assert [(f.code, f.params["character"], f.span.column) for f in findings] == [("forbidden-character", "U+0001", 11)]
