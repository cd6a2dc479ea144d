"""Two texts word by word: the pieces make both texts again, and they are cut where an editor would cut them."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from roadmap_compiler.editions.words import pieces, replaced_words


@pytest.mark.parametrize(("old", "new", "pairs"), [
    ("4 класс — чтение, 7 класс — алгебра", "4 класс — чтение, 6 класс — чтение, 7 класс — алгебра",
     [("", "6 класс — чтение,")]),
    ("4 класс — чтение, 6 класс — чтение, 7 класс — алгебра", "4 класс — чтение, 7 класс — алгебра",
     [("6 класс — чтение,", "")]),
    ("приказ о создании; приказ о составе; отчёт", "приказ о создании; приказ о сроках; приказ о составе; отчёт",
     [("", "приказ о сроках;")]),
    ("Приказ. Отчёт о работе.", "Приказ. Справка о работе. Отчёт о работе.", [("", "Справка о работе.")]),
    # lists: a line that comes in leaves the others what they were, whatever their numbers
    ("1. Первая встреча.\n2. Пробная встреча.\n3. Итоговая встреча.",
     "1. Первая встреча.\n2. Пробная встреча.\n3. Промежуточная оценка.\n4. Итоговая встреча.",
     [("", "3. Промежуточная оценка."), ("3", "4")]),
    ("- план работы школы;\n- отчёт за первое полугодие;", "- отчёт за второе полугодие;",
     [("- план работы школы;", ""), ("первое", "второе")]),
    ("Приказ\nПротокол", "Справка\nЖурнал", [("Приказ", "Справка"), ("Протокол", "Журнал")]),
])
def test_what_came_and_went(old: str, new: str, pairs: list[tuple[str, str]]) -> None:
    assert list(replaced_words(old, new)) == pairs


WORDS = st.lists(st.sampled_from(["класс", "школа", "а", "5", ",", ".", ";", " ", " ", " ", "\n", "—"]), max_size=30)


@given(WORDS, WORDS)
@example(["класс"], ["класс", ",", "класс"])
@example(["класс", ",", "класс"], ["класс"])
def test_the_pieces_make_both_texts(old_words: list[str], new_words: list[str]) -> None:
    old, new = "".join(old_words), "".join(new_words)
    found = pieces(old, new)
    assert "".join(piece.text for piece in found if piece.side != "new") == old
    assert "".join(piece.text for piece in found if piece.side != "old") == new
    assert all(piece.text for piece in found)
