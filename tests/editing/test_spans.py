"""Changes by spans: what is outside of them stays, whatever line ends, marks and encodings a file has."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap_compiler.editing.spans import apply_edits, apply_fixes, span_between
from roadmap_compiler.editing.written import read_written
from roadmap_compiler.findings import Edit, Fix, Span

TEXTS = st.text(st.sampled_from("аб \t\r\n:#"), max_size=40)


def edit(line: int, column: int, end_line: int, end_column: int, text: str) -> Edit:
    return Edit(Span("карта.yaml", line, column, end_line, end_column), text)


@pytest.mark.parametrize(("text", "edits", "expected"), [
    ("срок: май\n", [edit(1, 7, 1, 10, "июнь")], "срок: июнь\n"),
    ("а: б\r\nв: г\r\n", [edit(2, 1, 2, 1, "д: е\n")], "а: б\r\nд: е\r\nв: г\r\n"),
    ("а\rб\rв", [edit(2, 1, 3, 1, "")], "а\rв"),
    ("а: б", [edit(1, 4, 1, 99, "в")], "а: в"),
    ("а: б\n", [edit(7, 1, 7, 1, "в: г\n")], "а: б\nв: г\n"),
    ("😀 а: б\n", [edit(1, 3, 1, 4, "в")], "😀 в: б\n"),
    ("а: б\n", [edit(1, 1, 1, 1, '"'), edit(1, 2, 1, 2, '"')], '"а": б\n'),
])
def test_an_edit_changes_its_span_only(text: str, edits: list[Edit], expected: str) -> None:
    assert apply_edits(text, edits) == expected


def test_of_two_fixes_in_one_place_the_first_is_made_whole_and_the_other_not_at_all() -> None:
    first = Fix("первая", (edit(1, 1, 1, 3, "в"), edit(2, 1, 2, 2, "г")))
    second = Fix("вторая", (edit(1, 2, 1, 4, "д"), edit(3, 1, 3, 2, "е")))
    edited = apply_fixes("аааа\nб\nб\n", [first, second])
    assert edited == ("ваа\nг\nб\n", (first,), (second,))


def test_the_edits_of_a_fix_may_not_overlap_one_another() -> None:
    wrong = Fix("", (edit(1, 1, 1, 3, "в"), edit(1, 2, 1, 4, "г")))
    assert apply_fixes("аааа\n", [wrong]) == ("аааа\n", (), (wrong,))


@given(TEXTS, st.data())
def test_everything_outside_the_span_stays(text: str, data: st.DataObject) -> None:
    # a span never begins or ends between the two characters of one line break
    places = [at for at in range(len(text) + 1) if text[at - 1:at + 1] != "\r\n" or at == 0]
    start = data.draw(st.sampled_from(places))
    end = data.draw(st.sampled_from([at for at in places if at >= start]))
    span = span_between(text, start, end, "карта.yaml")
    assert apply_edits(text, [Edit(span, "новое")]) == text[:start] + "новое" + text[end:]


@pytest.mark.parametrize("data", [
    "срок: май\r\n".encode(),
    codecs.BOM_UTF8 + "срок: май\n".encode(),
    codecs.BOM_UTF16_LE + "срок: май\r\n".encode("utf-16-le"),
    codecs.BOM_UTF16_BE + "срок: май\n".encode("utf-16-be"),
    "срок: май\n".encode("utf-16-le"),
], ids=["utf-8", "utf-8 with a mark", "utf-16 le", "utf-16 be", "utf-16 without a mark"])
def test_a_file_keeps_its_encoding_and_mark(data: bytes) -> None:
    written = read_written(data)
    assert written is not None
    assert written.to_bytes(written.text) == data


def test_windows_1251_becomes_utf_8() -> None:
    written = read_written("срок: май\n".encode("cp1251"))
    assert written is not None
    assert written.old_encoding == "Windows-1251"
    assert written.to_bytes(written.text) == "срок: май\n".encode()


def test_what_is_no_text_is_not_read() -> None:
    assert read_written(b"\x98\xff\x98") is None
