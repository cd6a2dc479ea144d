"""Numbers are printed the way the document asks and counted the way people count."""

import pytest

from roadmap_compiler.model.roadmap import Numbering
from roadmap_compiler.plan.numbering import read_scheme, roman
from tests.roadmaps import codes, compiled, plan_of

TWO_STAGES = """\
этапы:
  - название: А
    мероприятия:
      - название: а1
        мероприятия:
          - название: а11
            мероприятия:
              - а111
          - а12
      - а2
  - название: Б
    мероприятия: [б1, б2]
"""


def numbers(numbering: str) -> list[str]:
    table = "таблица:\n  столбцы: {номер: №, мероприятие: М}\n"
    if numbering:
        table += f"  нумерация: {numbering}\n"
    return [entry.number for entry in plan_of(table + TWO_STAGES).entries]


@pytest.mark.parametrize(("numbering", "expected"), [
    ("", "1 1.1 1.1.1 1.1.1.1 1.1.2 1.2 2 2.1 2.2"),
    ("1.1", "1 1.1 1.1.1 1.1.1.1 1.1.2 1.2 2 2.1 2.2"),
    ("1.1.", "1. 1.1. 1.1.1. 1.1.1.1. 1.1.2. 1.2. 2. 2.1. 2.2."),
    ("1)", "- 1) 1.1) 1.1.1) 1.2) 2) - 1) 2)"),
    ("сквозная", "- 1. 1.1. 1.1.1. 1.2. 2. - 3. 4."),
    ("1.", "- 1. 1.1. 1.1.1. 1.2. 2. - 3. 4."),
    ("нет", "- - - - - - - - -"),
    ("{этапы: I., мероприятия: 1., порядок: в каждом этапе}", "I. 1. 1.1. 1.1.1. 1.2. 2. II. 1. 2."),
    ("{этапы: I, мероприятия: '1.1'}", "I 1.1 1.1.1 1.1.1.1 1.1.2 1.2 II 2.1 2.2"),
    ("{этапы: А., мероприятия: '1', порядок: сквозной}", "А. 1 1.1 1.1.1 1.2 2 Б. 3 4"),
])
def test_styles_and_orders(numbering: str, expected: str) -> None:
    assert [number or "-" for number in numbers(numbering)] == expected.split()


def test_a_number_written_by_hand_is_printed_and_counting_goes_on_from_it() -> None:
    text = """\
        таблица: {столбцы: {номер: №, мероприятие: М}}
        мероприятия:
          - {название: а, номер: "1.5"}
          - {название: б, номер: ""}
        этапы:
          - название: В
            номер: 4.
            мероприятия:
              - в1
              - {название: в2, номер: "4.7"}
              - в3
              - {название: чужой, номер: "9.1"}
              - в5
          - Г
    """.replace("- Г", "- название: Г")
    plan = plan_of(text)
    assert [entry.number for entry in plan.entries] == [
        "1.5", "", "4.", "4.1", "4.7", "4.8", "9.1", "4.10", "5"]


def test_a_numbering_that_nobody_knows_is_told() -> None:
    assert codes(compiled("таблица: {нумерация: как обычно}\nмероприятия: []\n")) == ["numbering-not-understood"]


def test_roman_numbers() -> None:
    assert [roman(n) for n in (1, 4, 5, 9, 14, 40 - 1)] == ["I", "IV", "V", "IX", "XIV", "XXXIX"]


def test_without_stages_numbers_run_straight_through() -> None:
    scheme, _ = read_scheme(Numbering(), has_stages=False)
    assert scheme is not None
    assert scheme.order == "through"
