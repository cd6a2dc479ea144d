"""«календарь»: the work week, own days off, what becomes of a deadline on a day off."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from roadmap_compiler.compiler import compile_bytes
from roadmap_compiler.plan.plan import Plan
from tests.roadmaps import HEAD, codes, compiled, plan_of


def day(text: str) -> datetime.date:
    return datetime.datetime.strptime(text, "%d.%m.%Y").date()


def due(of: Plan) -> list[datetime.date]:
    return [one.due for entry in of.entries if entry.deadline is not None for one in entry.deadline.occurrences]


def test_without_a_calendar_the_week_has_five_days() -> None:
    calendar = plan_of("мероприятия: [А]\n").calendar
    assert calendar.is_off(day("25.09.2021"))
    assert not calendar.is_off(day("24.09.2021"))
    assert calendar.is_off(day("05.11.2021"))  # moved by decree


@pytest.mark.parametrize("week", ["6", "шестидневная"])
def test_a_six_day_week_works_on_saturdays_and_knows_no_decrees(week: str) -> None:
    calendar = plan_of(f"календарь: {{рабочая неделя: {week}}}\nмероприятия: [А]\n").calendar
    assert not calendar.is_off(day("25.09.2021"))
    assert calendar.is_off(day("26.09.2021"))
    assert not calendar.is_off(day("05.11.2021"))


def test_own_days_win_and_a_range_is_every_day_of_it() -> None:
    calendar = plan_of("""\
        календарь:
          выходные: {30.08.2022: День Республики, 25.10.2021 – 27.10.2021: карантин}
          рабочие: {23.04.2022: по приказу № 31}
        мероприятия: [А]
        """).calendar
    assert [calendar.is_off(day(f"{number}.10.2021")) for number in (22, 25, 26, 27, 28)] == [
        False, True, True, True, False]
    assert calendar.off[day("30.08.2022")] == "День Республики"
    assert not calendar.is_off(day("23.04.2022"))


@pytest.mark.parametrize(("choice", "moved"), [
    ("оставить", "25.09.2021"), ("раньше", "24.09.2021"), ("позже", "27.09.2021"),
])
def test_a_deadline_on_a_day_off_moves_as_the_author_chose(choice: str, moved: str) -> None:
    of = plan_of(f"календарь: {{срок в выходной: {choice}}}\nмероприятия: [{{название: А, срок: 25.09.2021}}]\n")
    assert due(of) == [day(moved)]


def test_later_in_the_same_month_does_not_leave_it() -> None:
    text = "календарь: {срок в выходной: позже в том же месяце}\nмероприятия: [{название: А, срок: 31.10.2021}]\n"
    assert due(plan_of(text)) == [day("29.10.2021")]


@pytest.mark.parametrize(("calendar", "code"), [
    ("рабочая неделя: 7", "work-week-not-understood"),
    ("срок в выходной: никогда", "day-off-policy-not-understood"),
    ("выходные: {31.09.2021: праздник}", "date-not-understood"),
    ("выходные: {25.09.2021: суббота}", "day-off-already"),
    ("рабочие: {24.09.2021: пятница}", "working-day-already"),
    ("файлы: нет.xml", "calendar-file-not-read"),
    ("файлы: ../чужой.xml", "calendar-file-not-read"),
    ("следят: завучь", "unknown-person"),
])
def test_what_is_wrong_is_told_on_its_line(calendar: str, code: str) -> None:
    compilation = compiled(f"люди: {{завуч: И.И. Иванова}}\nкалендарь:\n  {calendar}\nмероприятия: [{{название: А, "
                           "срок: май, ответственный: завуч}]\n")
    assert (code, 5) in [(finding.code, finding.span.line) for finding in compilation.findings]


def test_a_production_calendar_beside_the_roadmap_is_read(tmp_path: Path) -> None:
    (tmp_path / "2021.xml").write_text(
        '<?xml version="1.0" encoding="UTF-8"?><calendar year="2021" lang="ru"><days>'
        '<day d="09.24" t="1"/><day d="09.25" t="3"/><day d="09.27" t="2"/></days></calendar>', encoding="utf-8")
    file = tmp_path / "карта.yaml"
    text = HEAD + "календарь:\n  файлы: 2021.xml\n  выходные: {28.09.2021: x}\nмероприятия: [А]\n"
    compilation = compile_bytes(text.encode(), str(file))
    assert "calendar-file-not-read" not in codes(compilation)
    assert compilation.plan is not None
    calendar = compilation.plan.calendar
    assert [calendar.is_off(day(f"{number}.09.2021")) for number in (23, 24, 25, 26, 27, 28)] == [
        False, True, False, True, False, True]


@pytest.mark.parametrize("content", [
    "", "<calendar", "<calendar/>", '<calendar year="2021"><day d="13.45" t="1"/></calendar>',
    '<calendar year="2021"><day d="x" t="1"/></calendar>',
])
def test_a_broken_production_calendar_is_told_and_nothing_falls(tmp_path: Path, content: str) -> None:
    (tmp_path / "к.xml").write_text(content, encoding="utf-8")
    text = HEAD + "календарь: {файлы: к.xml}\nмероприятия: [А]\n"
    assert "calendar-file-not-read" in codes(compile_bytes(text.encode(), str(tmp_path / "карта.yaml")))
