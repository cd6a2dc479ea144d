"""Next year's file: only years and blanks change, and going back gives the same file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmap_compiler.compiler import compile_bytes
from roadmap_compiler.editing.spans import apply_edits
from roadmap_compiler.editions.comparing import compare
from roadmap_compiler.editions.ids import missing_ids
from roadmap_compiler.editions.rollover import Rollover, roll_over
from roadmap_compiler.plan.plan import Plan

ROADMAPS = Path(__file__).parents[2] / "roadmaps"
FILES = sorted(path for path in ROADMAPS.glob("*.yaml"))

TEXT = """\
# План на 2023/2024 год
название: План на 2023/2024 учебный год
период:
  вид: 2023/2024 учебный год
  учебные периоды: {четверти: [01.09.2023 – 27.10.2023, 06.11.2023 – 29.12.2023]}
  события: {педсовет: 30.08.2024}
утверждение:
  - гриф: утверждаю
    имя: И.И. Лось
    дата: 01.09.2023   # впишет секретарь
    номер: 15-р
  - {гриф: согласовано, имя: П.П. Бык, дата: 30.08.2023}
мероприятия:
  - название: Изучение приказа от 25.12.2019 № Р-145
    срок: до 30.12.2023
    ответственный: Лось И.И.
  - название: "Выезд «Лето-2024»"   # даты уточнить
    срок: 29 февраля 2024 г.
    результат: |
      Отчёт за 2023/2024 год
      и план на будущее
  - {название: Сбор заявок, срок: 01.10.23}
  - название: Итоги
    срок: {вид: до, дата: 31.05.2024}
  - Чаепитие
"""


def plan_of_bytes(data: bytes) -> Plan:
    plan = compile_bytes(data, "карта.yaml").plan
    assert plan is not None
    return plan


def rolled(text: str, years: int) -> Rollover:
    return roll_over(plan_of_bytes(text.encode()), years)


def without_ids(text: str) -> str:
    """A text without ids, and without the name of a title that begins an entry: a line of text that gets an id gets
    that name with it."""
    return re.sub(r"(?m)^ *ид: \w+\n|, ид: \w+", "", text).replace("- название: ", "- ")


def test_years_move_and_references_do_not() -> None:
    result = rolled(TEXT, 1)
    assert without_ids(result.text) == without_ids("""\
# План на 2023/2024 год
название: План на 2024/2025 учебный год
период:
  вид: 2024/2025 учебный год
  учебные периоды: {четверти: [01.09.2024 – 27.10.2024, 06.11.2024 – 29.12.2024]}
  события: {педсовет: 30.08.2025}
утверждение:
  - гриф: утверждаю
    имя: И.И. Лось
    дата:   # впишет секретарь
    номер:
  - {гриф: согласовано, имя: П.П. Бык, дата: ""}
мероприятия:
  - название: Изучение приказа от 25.12.2019 № Р-145
    срок: до 30.12.2024
    ответственный: Лось И.И.
  - название: "Выезд «Лето-2025»"   # даты уточнить
    срок: 28 февраля 2025 г.
    результат: |
      Отчёт за 2024/2025 год
      и план на будущее
  - {название: Сбор заявок, срок: 01.10.24}
  - название: Итоги
    срок: {вид: до, дата: 31.05.2025}
  - Чаепитие
""")
    kinds = {kind: [note.old for note in result.notes if note.kind == kind]
             for kind in ("reworded", "cleared", "check")}
    assert kinds["reworded"] == ["29 февраля 2024 г."]
    assert kinds["cleared"] == ["01.09.2023", "15-р", "30.08.2023"]
    assert len(kinds["check"]) == 3
    untouched = [note.old for note in result.notes if note.kind == "untouched"]
    assert untouched == ["Изучение приказа от 25.12.2019 № Р-145", "# План на 2023/2024 год"]


def test_an_activity_that_is_one_line_becomes_a_title_and_an_id() -> None:
    result = rolled(TEXT, 1)
    assert re.search(r"  - название: Чаепитие\n    ид: \w+\n\Z", result.text)
    assert (result.ids, result.without_id) == (5, 0)
    dated = rolled(TEXT.replace("Чаепитие", "Чаепитие 2024 года  # в мае"), 1)
    assert re.search(r"  - название: Чаепитие 2025 года  # в мае\n    ид: \w+\n\Z", dated.text)


@pytest.mark.parametrize(("line", "expected"), [
    ('  - "Праздник: весна"', '  - название: "Праздник: весна"\n    ид: *'),
    ("  -   Педсовет", "  -   название: Педсовет\n      ид: *"),
    ("  - |\n    Длинное\n    название", "  - |\n    Длинное\n    название"),
    ("  - Сбор\n    на две строки", "  - Сбор\n    на две строки"),
])
def test_lines_of_text_get_ids_where_they_stay_readable(line: str, expected: str) -> None:
    text = f"название: План\nпериод: 2024\nмероприятия:\n{line}\n"
    plan = plan_of_bytes(text.encode())
    edited = apply_edits(text, missing_ids(plan.roadmap, plan.tree).edits)
    assert re.sub(r"ид: \w+", "ид: *", edited).split("мероприятия:\n")[1] == expected + "\n"
    assert compare(plan, plan_of_bytes(edited.encode())).changes == ()


def test_a_flow_list_of_texts_gets_ids() -> None:
    text = 'название: План\nпериод: 2024\nмероприятия: [Чаепитие, "Игра, квест"]\n'
    plan = plan_of_bytes(text.encode())
    edited = apply_edits(text, missing_ids(plan.roadmap, plan.tree).edits)
    assert re.sub(r"ид: \w+", "ид: *", edited).splitlines()[-1] == (
        'мероприятия: [{название: Чаепитие, ид: *}, {название: "Игра, квест", ид: *}]')
    assert compare(plan, plan_of_bytes(edited.encode())).changes == ()


DONE = """\
название: План на 2025/2026 учебный год
период: 2025/2026 учебный год
таблица:
  столбцы: {номер: №, мероприятие: Дело, срок: Срок, отметка: Отметка, контроль: Контроль, основание: Основание}
мероприятия:
  - {название: Отчёт за 2025/2026 год, срок: 20.05.2026, VALUE}
"""


@pytest.mark.parametrize(("value", "expected"), [
    ("отметка: 14.05.2026", "отметка: 14.05.2026"),  # a column of marks, whatever it says
    ("контроль: до 15.10.2025", "контроль: до 15.10.2026"),
    ("контроль: октябрь 2025", "контроль: октябрь 2026"),
    ("контроль: выполнено 14.05.2026", "контроль: выполнено 14.05.2026"),
    ("основание: план района на 2025/2026 учебный год", "основание: план района на 2026/2027 учебный год"),
    ("основание: протокол совета 12.01.2026", "основание: протокол совета 12.01.2026"),
    ("примечание: перенесено с апреля 2026", "примечание: перенесено с апреля 2026"),
    ("примечание: сдан 20.05.2026", "примечание: сдан 20.05.2026"),
    ("результат: Проведён 12.09.2025 (протокол)", "результат: Проведён 12.09.2025 (протокол)"),
    ("результат: Отчёт за 2025/2026 год", "результат: Отчёт за 2026/2027 год"),
])
def test_what_was_done_stays_and_is_told(value: str, expected: str) -> None:
    text = DONE.replace("VALUE", value)
    result = rolled(text, 1)
    assert expected in result.text
    told = [note.old for note in result.notes if note.kind == "untouched"]
    assert told == ([value.split(": ", 1)[1]] if value == expected else [])


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
@pytest.mark.parametrize("years", [1, 3])
def test_there_and_back_is_the_same_file(path: Path, years: int) -> None:
    """Ids and blanks are written once, by the first rollover; whatever else it did, the opposite one undoes."""
    text = path.read_bytes().decode()
    back = rolled(rolled(text, years).text, -years).text
    both = zip(without_ids(text).splitlines(), without_ids(back).splitlines(), strict=True)
    lines = [(one, other) for one, other in both if one != other]
    assert all(re.fullmatch(r"\s*(дата|номер):(\s*#.*)?", other) for _, other in lines), lines
    assert rolled(rolled(back, years).text, -years).text == back


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_only_years_blanks_and_ids_differ(path: Path) -> None:
    before = path.read_bytes().decode()
    after = without_ids(rolled(before, 1).text)
    for one, other in zip(without_ids(before).splitlines(), after.splitlines(), strict=True):
        blank = re.fullmatch(r"\s*(дата|номер):(\s*#.*)?", other)
        assert one == other or blank or re.sub(r"\d", "0", one) == re.sub(r"\d", "0", other), one


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_next_edition_differs_by_the_shift_alone(path: Path) -> None:
    plan = plan_of_bytes(path.read_bytes())
    changes = compare(plan, plan_of_bytes(rolled(plan.tree.text, 1).text.encode())).changes
    assert [change.kind for change in changes if change.kind != "typography"] in (["shifted"], [])


MONTHS = ("января", "марта", "апреля", "мая", "сентября", "октября", "ноября", "декабря")
PHRASES = st.one_of(
    st.builds("до {:02}.{:02}.{}".format, st.integers(1, 28), st.integers(1, 12), st.integers(2021, 2022)),
    st.builds("{} {} {} г.".format, st.integers(1, 28), st.sampled_from(MONTHS), st.integers(2021, 2022)),
    st.builds("с {:02}.09.2021 по {:02}.05.2022".format, st.integers(1, 28), st.integers(1, 28)),
    st.builds("{:02}.10.21".format, st.integers(1, 28)),
    st.sampled_from(["октябрь 2021 – апрель 2022", "ежемесячно до 15 числа", "май", "25.03.2022, 25.06.2022",
                     "в течение 2021/2022 учебного года", "по отдельному графику", "I полугодие 2021 г."]),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(PHRASES, min_size=1, max_size=4), st.sampled_from(["\n", "\r\n"]), st.integers(1, 4))
def test_there_and_back_for_any_deadlines_and_line_ends(phrases: list[str], line_end: str, years: int) -> None:
    lines = ["название: План", "период: 2021/2022 учебный год", "мероприятия:"]
    for number, phrase in enumerate(phrases):
        lines += [f"  - название: Дело {number}", f"    ид: аб{number}", f'    срок: "{phrase}"  # примечание']
    text = line_end.join(lines) + line_end
    there = rolled(text, years)
    assert rolled(there.text, -years).text == text


def test_ids_change_nothing_else_and_stay() -> None:
    plan = plan_of_bytes(TEXT.encode())
    ids = missing_ids(plan.roadmap, plan.tree)
    text = apply_edits(TEXT, ids.edits)
    assert without_ids(text) == without_ids(TEXT)
    assert (ids.written, ids.without) == (5, 0)
    again = plan_of_bytes(text.encode())
    assert missing_ids(again.roadmap, again.tree) == ([], 0, 0)
    assert compare(plan, again).changes == ()


@pytest.mark.parametrize(("typed", "expected", "written"), [
    ("  - название: Чай\n    ид: ''\n    срок: май", "  - название: Чай\n    ид: *\n    срок: май", 1),
    ('  - {название: Чай, ид: "", срок: май}', "  - {название: Чай, ид: *, срок: май}", 1),
    # a key with nothing behind it has no place in the tree: it is told as left out
    ("  - название: Чай\n    ид:\n    срок: май", "  - название: Чай\n    ид:\n    срок: май", 0),
])
def test_a_blank_id_is_never_written_twice(typed: str, expected: str, written: int) -> None:
    text = f"название: План\nпериод: 2024\nмероприятия:\n{typed}\n"
    plan = plan_of_bytes(text.encode())
    ids = missing_ids(plan.roadmap, plan.tree)
    edited = apply_edits(text, ids.edits)
    assert re.sub(r"ид: \w+", "ид: *", edited).split("мероприятия:\n")[1] == expected + "\n"
    assert (ids.written, ids.without) == (written, 1 - written)
    assert not compile_bytes(edited.encode(), "карта.yaml").has_errors


def test_notes_name_the_lines_of_the_new_file() -> None:
    """Ids are written between the lines, so those of the old file would mislead."""
    text = ("название: План\nпериод: 2024\nмероприятия:\n"
            "  - название: Сбор заявок\n    срок: май\n    номер: \"3\"\n"
            "  - название: Изучение приказа от 25.12.2019 № Р-145\n    срок: июнь\n    номер: \"5\"\n")
    result = rolled(text, 1)
    lines = result.text.splitlines()
    told = [(note.kind, note.old) for note in result.notes if note.old in lines[note.span.line - 1]]
    assert told == [("number", "3"), ("untouched", "Изучение приказа от 25.12.2019 № Р-145"), ("number", "5")]
