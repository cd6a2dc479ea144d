"""A mistake in the shape of the data is told on the line of the value, in the author's words."""

import pytest

from tests.roadmaps import codes, compiled


def told(text: str) -> list[tuple[str, int, int, str]]:
    return [(f.code, f.span.line, f.span.column, str(f.params.get("near", ""))) for f in compiled(text).findings]


@pytest.mark.parametrize(("text", "expected"), [
    ("этапы:\n  - название: а\n    сорк: май\n", ("unknown-key", 5, 5, "срок")),
    ("этапы:\n  - название: а\n    cрок: май\n", ("key-latin", 5, 5, "срок")),
    ("этапы:\n  - название: а\n    chjr: май\n", ("key-layout", 5, 5, "срок")),
    ("этапы:\n  - название: а\n    цвет: синий\n", ("unknown-key", 5, 5, "")),
    ("таблцица:\n  шаблон: книжный\n", ("unknown-key", 3, 1, "таблица")),
    ("таблица:\n  шаблн: книжный\n", ("unknown-key", 4, 3, "шаблон")),
    ("таблица:\n  столбцы:\n    мероприятие: М\n    сорк: Сроки\n", ("unknown-column", 6, 5, "срок")),
    ("этапы: подготовка\n", ("list-expected", 3, 1, "")),
    ("таблица: книжная\n", ("mapping-expected", 3, 1, "")),
    ("этапы:\n  - название:\n      - а\n", ("text-expected", 4, 5, "")),
    ("этапы:\n  - название: а\n    задачи:\n      - Первое: второе\n", ("colon-in-item", 6, 9, "")),
    ("этапы:\n  - срок: май\n", ("title-missing", 4, 5, "")),
])
def test_the_place_and_the_near_name(text: str, expected: tuple[str, int, int, str]) -> None:
    assert told(text) == [expected]


def test_a_missing_key_is_named() -> None:
    (finding,) = compiled("этапы: []\n", head="название: Карта\n").findings
    assert (finding.code, finding.params) == ("missing-key", {"key": "период"})


def test_mistakes_of_all_kinds_come_in_one_run() -> None:
    text = """\
        люди:
          козлова: Козлова Ю.С.
        этапы:
          - название: Подготовка
            сорк: май
            мероприятия:
              - название: Встреча
                срок: апрель 2021
                ответственный: козлва
    """
    assert codes(compiled(text)) == ["unknown-key", "deadline-outside-period", "unknown-person"]


def test_a_free_column_may_be_used_as_a_key() -> None:
    text = """\
        таблица:
          столбцы: {мероприятие: Дела, классы: Классы, срок: Время, ответственный: Кто}
        мероприятия:
          - {название: Линейка, классы: 1–11, срок: 1 сентября, ответственный: Директор}
    """
    compilation = compiled(text)
    assert codes(compilation) == []
    assert compilation.plan is not None
    assert [cell.text for cell in compilation.plan.table.rows[0].cells][1] == "1–11"


def test_a_list_in_a_free_column_is_printed_in_lines() -> None:
    text = """\
        таблица:
          столбцы: {мероприятие: Дела, классы: Классы, срок: Время, ответственный: Кто}
        мероприятия:
          - {название: Линейка, классы: [1–4, 5–11], срок: 1 сентября, ответственный: Директор}
    """
    compilation = compiled(text)
    assert codes(compilation) == []
    assert compilation.plan is not None
    assert [cell.text for cell in compilation.plan.table.rows[0].cells][1] == "1–4\n5–11"
