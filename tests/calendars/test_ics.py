"""The calendar file is read alike by independent parsers, and holds what nobody else checks."""

import re
from datetime import date, timedelta

import icalendar
import pytest
import vobject

from roadmap_compiler.calendars.ics import compile_calendar, dated, event_uid
from roadmap_compiler.plan.plan import Plan
from tests.roadmaps import plan_of

TEXT = """\
организация: Школа № 14
редакция: {номер: 3, дата: 01.09.2021}
люди: {козлова: "Козлова Ю.С., учитель; куратор"}
этапы:
  - название: Подготовка, первая часть; начало
    мероприятия:
      - название: Проведение анкетирования среди потенциальных наставников, желающих принять участие в программе наставничества. Сбор согласий 😀 \\ и обработка
        срок: до 15 числа ежемесячно
        ответственный: козлова
        результат: |
          Анкеты, согласия;
          протокол
      - {название: Встреча, срок: 1 октября 2021 г., место: актовый зал, ответственный: козлова}
      - {название: Консультации, срок: по мере необходимости, ответственный: козлова}
      - {название: Сопровождение, срок: в течение учебного года, ответственный: козлова}
      - {название: Октябрь, срок: октябрь – апрель, ответственный: козлова}
"""


@pytest.fixture(scope="module")
def plan() -> Plan:
    return plan_of(TEXT)


@pytest.fixture(scope="module")
def data(plan: Plan) -> bytes:
    return compile_calendar(plan)


def test_every_line_is_short_and_ends_as_the_standard_says(data: bytes) -> None:
    assert not data.startswith(b"\xef\xbb\xbf")
    lines = data.split(b"\r\n")
    assert lines[-1] == b""
    for line in lines:
        assert len(line) <= 75
        assert b"\n" not in line
        assert b"\r" not in line
        line.decode("utf-8")  # a fold never cuts a letter in two


def test_independent_parsers_see_the_same_events(data: bytes) -> None:
    theirs = {(str(e["uid"]), e["dtstart"].dt, e["dtend"].dt, str(e["summary"]), str(e["description"]))
              for e in icalendar.Calendar.from_ical(data).walk("VEVENT")}
    component = vobject.readOne(data.decode("utf-8"))
    component.validate(raiseException=True)
    others = {(e.uid.value, e.dtstart.value, e.dtend.value, e.summary.value, e.description.value)
              for e in component.vevent_list}
    assert theirs == others
    assert len(theirs) == 12 + 1 + 1


def test_an_event_is_one_whole_day_and_its_end_is_exclusive(data: bytes) -> None:
    for event in icalendar.Calendar.from_ical(data).walk("VEVENT"):
        assert type(event["dtstart"].dt) is date
        assert event["dtend"].dt - event["dtstart"].dt == timedelta(days=1)


def test_what_has_no_day_is_no_appointment(plan: Plan) -> None:
    titles = {entry.title for entry, _ in dated(plan)}
    assert "Консультации" not in titles
    assert "Сопровождение" not in titles


def test_the_description_has_stage_responsible_and_result(data: bytes) -> None:
    events = icalendar.Calendar.from_ical(data).walk("VEVENT")
    text = next(str(e["description"]) for e in events if e["dtstart"].dt == date(2021, 9, 15))
    assert text.split("\n") == [
        "Срок: до 15 числа ежемесячно",
        "Этап: 1 Подготовка, первая часть; начало",
        "Ответственный: Козлова Ю.С., учитель; куратор",
        "Результат: Анкеты, согласия;; протокол",
    ]


def test_stamp_and_sequence_come_from_the_revision(data: bytes) -> None:
    text = data.decode()
    assert set(re.findall(r"DTSTAMP:(\S+)", text)) == {"20210901T000000Z"}
    assert set(re.findall(r"SEQUENCE:(\S+)", text)) == {"3"}
    assert "METHOD" not in text


def test_an_event_keeps_its_identity_when_its_date_moves(plan: Plan) -> None:
    moved = plan_of(TEXT.replace("1 октября 2021 г.", "8 октября 2021 г."))
    assert [event_uid(plan, *pair) for pair in dated(plan)] == [event_uid(moved, *pair) for pair in dated(moved)]
    uids = [event_uid(plan, *pair) for pair in dated(plan)]
    assert len(set(uids)) == len(uids)
