"""What an editor is told, without the protocol: readings, words to complete with, fixes."""

from __future__ import annotations

from textwrap import dedent

import pytest

from roadmap_compiler.commands.editor import PHRASES, Opened, actions, completions, hover, open_text
from roadmap_compiler.deadlines import parse

TEXT = dedent("""\
    название: Карта
    период: 2021/2022 учебный год
    люди:
      козлова: Козлова Ю.С., учитель
      рабочая группа: Рабочая группа
    мероприятия:
      - название: Мониторинг
        срок: до 15 числа ежемесячно
        ответственный: [козлова, рабочая группа]
      - {название: Отчёт, срок: апрель 2021, ответственный: козлова}
      - название: Встречи
        срок: октябрь – апрель
        ответственный:
          - козлова
""")


def opened(text: str = TEXT) -> Opened:
    return open_text(text, "карта.yaml", None)


def at(text: str, mark: str) -> tuple[int, int]:
    """Line and column, from 0, of the first letter of a mark."""
    before = text[:text.index(mark)]
    return before.count("\n"), len(before) - before.rfind("\n") - 1


def test_the_reading_of_a_deadline() -> None:
    told = hover(opened(), *at(TEXT, "15 числа"), "ru")
    assert told is not None
    first = told.split("\n")[0]
    assert first.startswith("**до 15 числа ежемесячно** → 12 дат: 15.09.2021, 15.10.2021, ")
    assert first.endswith("15.08.2022")
    assert hover(opened(), *at(TEXT, "октябрь –"), "ru") == "**октябрь – апрель** → 01.10.2021 – 30.04.2022"


def test_the_reading_of_a_wrong_deadline_says_what_is_wrong() -> None:
    told = hover(opened(), *at(TEXT, "апрель 2021"), "ru")
    assert told is not None
    assert "выходит за период 01.09.2021 – 31.08.2022" in told


def test_the_person_behind_a_key() -> None:
    assert hover(opened(), *at(TEXT, "козлова, раб"), "ru") == "Козлова Ю.С., учитель"
    assert hover(opened(), *at(TEXT, "рабочая группа]"), "ru") == "Рабочая группа"
    line, column = at(TEXT, "- козлова")
    assert hover(opened(), line, column + 3, "ru") == "Козлова Ю.С., учитель"


def test_nothing_is_told_where_there_is_nothing_to_tell() -> None:
    assert hover(opened(), *at(TEXT, "Мониторинг"), "ru") is None
    assert hover(opened(), 99, 0, "ru") is None


@pytest.mark.parametrize("line", [
    "    ответственный: ", "    ответственный: [козлова, ", "    исполнитель: ко",
    "  - {название: А, срок: май, ответственный: ",
])
def test_keys_of_people_are_offered_where_somebody_answers(line: str) -> None:
    text = TEXT + ("  - название: Новое\n" if not line.startswith("  -") else "") + line
    state = open_text(text, "карта.yaml", None, opened())
    offers = completions(state, text.count("\n"), len(line))
    assert [(offer.label, offer.about) for offer in offers] == [
        ("козлова", "Козлова Ю.С., учитель"), ("рабочая группа", "Рабочая группа")]


def test_keys_of_people_are_offered_in_a_list() -> None:
    text = TEXT + "      - "
    state = open_text(text, "карта.yaml", None, opened())
    assert "козлова" in [offer.label for offer in completions(state, text.count("\n"), 8)]


def test_deadlines_are_offered_where_a_deadline_stands() -> None:
    text = TEXT + "  - название: Новое\n    срок: "
    labels = [offer.label for offer in completions(open_text(text, "карта.yaml", None, opened()), text.count("\n"), 10)]
    assert labels[:2] == ["до 15 числа ежемесячно", "октябрь – апрель"]  # this plan's own first
    assert "сентябрь 2021" in labels
    assert "август 2022" in labels
    assert "апрель 2021" not in labels  # a wrong one is not offered again
    assert len(labels) == len(set(labels))


def test_nothing_is_offered_elsewhere() -> None:
    for mark in ("Мониторинг", "2021/2022", "Рабочая группа\n"):
        assert completions(opened(), *at(TEXT, mark)) == []


@pytest.mark.parametrize("phrase", PHRASES)
def test_every_offered_phrase_is_understood(phrase: str) -> None:
    assert parse(phrase).kind != "verbatim"


def test_fixes_and_a_permission_are_offered_on_the_line() -> None:
    line, _ = at(TEXT, "апрель 2021")
    titles = [action.title for action in actions(opened(), line, line, "ru")]
    assert titles == ["Заменить на «апрель 2022»", "Разрешить здесь: deadline-outside-period"]
    assert actions(opened(), 0, 0, "ru") == []


def test_a_permission_stands_above_a_block_text() -> None:
    block = "  - название: |\n      Первая строка\n      Сформированы. данные\n"
    text = TEXT + block + "    срок: май\n    ответственный: козлова\n"
    line, _ = at(text, "Сформированы")
    (allow,) = [action for action in actions(opened(text), line, line, "ru") if action.title.startswith("Разрешить")]
    (edit,) = allow.edits
    assert edit.span.line - 1 == at(text, "название: |")[0]
    lines = text.splitlines(keepends=True)
    allowed = "".join([*lines[:edit.span.line - 1], edit.text.rstrip("\n") + "так надо\n", *lines[edit.span.line - 1:]])
    assert open_text(allowed, "карта.yaml", None).compilation.silenced == 1
