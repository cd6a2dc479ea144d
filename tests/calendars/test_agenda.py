"""The one list: what stands in it, where, and who answers for it."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap_compiler.calendars.agenda import agenda, full_title
from roadmap_compiler.calendars.people import people_of
from roadmap_compiler.plan.plan import Plan
from tests.calendars.plans import THOUSAND, plan
from tests.roadmaps import plan_of

# Counted by hand in the sources: days of deadlines, what lasts all the time, rows without a date.
COUNTED = {
    "centr-tvorchestva-2021": (29, 0, ["3.1"]),
    "ddt-gorbatov-2021": (12 + 4 + 4 + 12 + 5, 12, ["2.4.", "3.4.", "4.3.", "4.4.", "4.6."]),
    "kirov-oo-template": (
        13, 3, ["1.9.", "2.", "3.", "4.", "4.3", "4.3.3", "5.1", "", "6.1", "6.2", "6.3", "7.1", "7.2"]),
    "michurinsky-tehnikum-2022": (5, 1, ["6"]),
    "school-14-kemerovo-2021-2022": (33, 0, ["6.4"]),
}


@pytest.mark.parametrize("name", COUNTED)
def test_the_agenda_of_a_real_plan_is_as_counted_by_hand(name: str) -> None:
    found = agenda(plan(name))
    numbers = [plan(name).entries[index].number for index in found.undated]
    assert (len(found.dated), len(found.lasting), numbers) == COUNTED[name]


def test_every_written_deadline_of_a_thousand_stands_in_one_kind_of_lines() -> None:
    of = plan(THOUSAND)
    found = agenda(of)
    dated, lasting = ({line.entry for line in lines} for lines in (found.dated, found.lasting))
    assert len([entry for entry in of.entries if entry.kind == "activity"]) == 1000
    assert not dated & lasting
    assert not (dated | lasting) & set(found.undated)
    activities = {index for index, entry in enumerate(of.entries) if entry.kind == "activity"}
    assert dated | lasting | set(found.undated) == activities


def titles(of: Plan, indexes: tuple[int, ...]) -> list[str]:
    return [full_title(of, index) for index in indexes]


def test_a_heading_and_the_parts_of_a_dated_activity_are_no_lines_without_a_date() -> None:
    of = plan_of("""\
        этапы:
          - название: Этап без срока
            мероприятия:
              - название: Заголовок
                мероприятия:
                  - {название: Часть со сроком, срок: май}
                  - {название: Часть без срока}
              - {название: С пунктами, срок: май, пункты: [один, два]}
              - название: Только у пунктов
                пункты: [{название: первый, срок: июнь}, второй]
        """)
    assert titles(of, agenda(of).undated) == ["Часть без срока", "Только у пунктов – второй"]
    assert [full_title(of, line.entry) for line in agenda(of).dated] == [
        "Часть со сроком", "С пунктами", "Только у пунктов – первый"]


def test_where_rows_are_stages_an_activity_has_the_time_of_its_stage() -> None:
    text = """\
        таблица: {строки: этапы}
        этапы:
          - {название: Первый, срок: сентябрь, мероприятия: [одно, другое]}
          - {название: Второй, мероприятия: [третье]}
        """
    of = plan_of(text)
    assert titles(of, agenda(of).undated) == ["третье"]
    assert len(agenda(of).dated) == 1


def test_always_lasts_the_whole_period() -> None:
    of = plan_of("мероприятия: [{название: А, срок: постоянно}]\n")
    (line,) = agenda(of).lasting
    assert (line.start, line.end) == (datetime.date(2021, 9, 1), datetime.date(2022, 8, 31))


def test_lines_in_time_are_sorted_by_the_day_they_are_due() -> None:
    of = plan_of("мероприятия: [{название: А, срок: май}, {название: Б, срок: 1 мая}, {название: В, срок: 31 мая}]\n")
    assert [full_title(of, line.entry) for line in agenda(of).in_time()] == ["Б", "А", "В"]


PEOPLE = """\
люди:
  козлова: Козлова Ю.С., учитель
  психолог: Сидорова Е.В., психолог
  завуч: Петрова А.И., заместитель
  группа: {название: рабочая группа, состав: [козлова, психолог]}
календарь: {следят: завуч}
мероприятия:
  - {название: Одной, срок: май, ответственный: козлова (в рамках компетенции)}
  - {название: Группы, срок: июнь, ответственный: группа}
  - {название: Двоих, срок: по мере необходимости, ответственный: [козлова, психолог]}
  - {название: Текстом, срок: май, ответственный: Классные руководители}
  - {название: Ничьё, срок: май}
  - название: С частями
    ответственный: психолог
    пункты: [{название: первая, срок: май}, {название: вторая, срок: июнь, ответственный: козлова}]
  - название: Целое
    срок: июль
    ответственный: козлова
    пункты: [{название: с помощью, ответственный: психолог}]
"""


def test_everybody_has_what_they_do_and_who_watches_has_all() -> None:
    of = plan_of(PEOPLE)
    shares = {person.name.replace("\u00a0", " "): titles(of, tuple(sorted(person.agenda.entries())))
              for person in people_of(of, agenda(of))}
    assert shares == {
        "Козлова Ю.С., учитель": ["Одной", "Группы", "Двоих", "С частями – вторая", "Целое"],
        "Сидорова Е.В., психолог": ["Группы", "Двоих", "С частями – первая", "Целое"],
        "Петрова А.И., заместитель": titles(of, tuple(sorted(agenda(of).entries()))),
        "Классные руководители": ["Текстом"],
        "": ["Ничьё"],
    }


@given(st.lists(st.sampled_from(["май", "постоянно", "ежемесячно", "по мере необходимости", "—", "", "с 1 по 5 июня"]),
                min_size=1, max_size=8))
def test_no_activity_is_lost_whatever_its_deadline(deadlines: list[str]) -> None:
    lines = [f"  - {{название: М{number}, срок: {phrase}}}" if phrase else f"  - М{number}"
             for number, phrase in enumerate(deadlines)]
    of = plan_of("мероприятия:\n" + "\n".join(lines) + "\n")
    assert agenda(of).entries() == frozenset(range(len(deadlines)))
