"""Columns share the sheet so that words stay whole and rows stay short."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from roadmap_compiler.documents import is_long, widths
from roadmap_compiler.documents.widths import MM, text_width

ROLES = ("number", "title", "deadline", "responsible", "result", "place", "Классы")
COLUMNS = st.lists(st.tuples(st.sampled_from(ROLES), st.text(max_size=30)), max_size=8)
ROWS = st.lists(st.lists(st.text(max_size=80), max_size=8), max_size=6)

USUAL = [("number", "№ п/п"), ("title", "Мероприятие"), ("deadline", "Сроки"), ("responsible", "Ответственные")]
PLAN = [
    ["1.1", "Информирование педагогического сообщества о реализации программы", "Сентябрь 2021", "Косарева И.Е."],
    ["1.2", "Встреча с сообществом выпускников и представителями организаций", "Октябрь 2021", "Козлова Ю.С."],
]


@settings(deadline=None)
@given(COLUMNS, ROWS, st.integers(2_000, 20_000))
def test_they_add_up_and_none_vanishes(columns: list[tuple[str, str]], rows: list[list[str]], total: int) -> None:
    found = widths(columns, rows, total)
    assert len(found) == len(columns)
    assert sum(found) == (total if columns else 0)
    assert all(width > 0 for width in found)


@settings(deadline=None)
@given(COLUMNS, ROWS)
def test_the_order_of_rows_does_not_matter(columns: list[tuple[str, str]], rows: list[list[str]]) -> None:
    assert widths(columns, rows, 10_205) == widths(columns, rows[::-1], 10_205)


def test_a_usual_table_on_an_upright_sheet() -> None:
    number, title, deadline, responsible = (round(width / MM) for width in widths(USUAL, PLAN, 10_205))
    assert 12 <= number <= 15
    assert 28 <= deadline <= 32
    assert title > 2 * responsible


def test_a_column_is_as_wide_as_its_longest_word_where_there_is_room() -> None:
    rows = [["1", "а", "б", "Несовершеннолетние"], ["2", "Разное " * 90, "в", "г"]]
    # 18 letters, measured in Liberation Serif, which has the widths of Times New Roman: 2224 less the comma's 60
    assert widths(USUAL, rows, 10_205)[3] >= 2_164 + 170


def test_a_hyphen_is_a_place_to_break_and_a_no_break_space_is_not() -> None:
    narrow = widths(USUAL, [["1", "а " * 400, "б", "Организационно-распорядительная"]], 10_205)[3]
    broad = widths(USUAL, [["1", "а " * 400, "б", "Организационно\u00a0распорядительная"]], 10_205)[3]
    assert narrow < broad


def test_long_numbers_get_more_room_but_not_any_amount() -> None:
    short, long, endless = (
        widths(USUAL, [[number, *PLAN[0][1:]]], 10_205)[0] for number in ("1.1", "10.10.10.", "1" * 60))
    assert short < long < endless <= round(24 * MM)


def test_an_empty_column_keeps_room_for_its_heading() -> None:
    columns = [*USUAL, ("done", "Отметка о выполнении")]
    rows = [[*texts, ""] for texts in PLAN]
    assert widths(columns, rows, 15_137)[4] >= text_width("выполнении") + 170


def test_where_words_cannot_all_fit_only_the_widest_columns_give_way() -> None:
    columns = [("number", "№"), *[("title", "Слово")] * 4, ("x", "Я" * 60), ("x", "Ю" * 50)]
    found = widths(columns, [], 9_000)
    assert sum(found) == 9_000
    assert found[5] == found[6] or abs(found[5] - found[6]) == 1
    assert all(width >= text_width("Слово") + 170 for width in found[1:5])


def test_a_row_is_long_from_a_third_of_the_page() -> None:
    """An upright page has 14570 twips, 52 lines of 12 points; a line of 4000 twips takes about 34 letters."""
    def told(lines: int) -> bool:
        return is_long([(680, 1, "", "1.1"), (4_000, 1, "", "слово " * 5 * lines)], 14_570)

    assert not told(5)
    assert not told(12)
    assert told(25)
    assert is_long([(4_000, 1, "", "а\n" * 25)], 14_570)
