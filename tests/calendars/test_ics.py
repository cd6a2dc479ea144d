"""The calendar file: what an event says, what reminds of it, how it changes with the edition, whose it is."""

from __future__ import annotations

import datetime
import re

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap_compiler.calendars import content_lines
from roadmap_compiler.calendars.agenda import agenda
from roadmap_compiler.calendars.alarms import Alarm, day_of, read_alarm, trigger
from roadmap_compiler.calendars.ics import compile_calendar, event_uids
from roadmap_compiler.calendars.people import people_of
from roadmap_compiler.deadlines import RUSSIA
from roadmap_compiler.plan.plan import Plan
from tests.calendars.checker import problems
from tests.calendars.plans import EVERY, plan
from tests.roadmaps import plan_of

DAY = datetime.timedelta(days=1)
TEXT = """\
организация: Школа № 14
редакция: {номер: 3, дата: 01.09.2021}
люди:
  козлова: "Козлова Ю.С., учитель; куратор"
  карташова: Карташова А.В., психолог
этапы:
  - название: Подготовка, первая часть; начало
    мероприятия:
      - название: |
          Проведение анкетирования среди потенциальных наставников, желающих принять участие
          в программе наставничества. Сбор согласий 😀 \\ и обработка
        срок: до 15 числа ежемесячно
        ответственный: козлова
        результат: |
          Анкеты, согласия;
          протокол
      - {название: Встреча, срок: 1 октября 2021 г., место: актовый зал, ответственный: карташова}
      - {название: Консультации, срок: по мере необходимости, ответственный: козлова}
      - {название: Сопровождение, срок: в течение учебного года, ответственный: козлова}
      - {название: Октябрь, срок: октябрь – апрель, ответственный: козлова}
"""


@pytest.fixture(scope="module")
def small() -> Plan:
    return plan_of(TEXT)


def calendar(of: Plan, **how: object) -> bytes:
    data = compile_calendar(of, **how)  # type: ignore[arg-type]
    assert data is not None
    assert problems(data) == []
    return data


def events(data: bytes) -> list[icalendar.Component]:
    found: list[icalendar.Component] = icalendar.Calendar.from_ical(data).walk("VEVENT")
    return found


def by_title(data: bytes, title: str) -> list[icalendar.Component]:
    return [event for event in events(data) if title in str(event["summary"])]


@pytest.mark.parametrize("name", EVERY)
def test_each_deadline_is_one_event_on_its_last_day(name: str) -> None:
    of = plan(name)
    days = sorted(one.due for entry in of.entries if entry.deadline is not None
                  for one in entry.deadline.occurrences if one.precision != "period")
    found = events(calendar(of))
    assert sorted(event["dtstart"].dt for event in found) == days
    assert all(event["dtend"].dt - event["dtstart"].dt == DAY for event in found)
    assert len({str(event["uid"]) for event in found}) == len(days)


def test_what_has_no_day_is_no_event(small: Plan) -> None:
    data = calendar(small)
    assert not by_title(data, "Консультации")
    assert not by_title(data, "Сопровождение")


def test_the_description_has_stage_responsible_and_result(small: Plan) -> None:
    (event,) = [event for event in events(calendar(small)) if event["dtstart"].dt == datetime.date(2021, 9, 15)]
    assert str(event["description"]).split("\n") == [
        "Срок: до 15 числа ежемесячно",
        "Этап: 1 Подготовка, первая часть; начало",
        "Ответственный: Козлова Ю.С., учитель; куратор",
        "Результат: Анкеты, согласия;; протокол",
    ]
    assert str(event["summary"]).startswith("Срок: 1.1 Проведение анкетирования среди потенциальных наставников")
    assert by_title(calendar(small), "Встреча")[0]["location"] == "актовый зал"


def test_a_stretch_tells_its_start_and_a_long_title_is_whole_in_the_description() -> None:
    title = "Очень длинное название мероприятия " * 8
    of = plan_of(f"мероприятия: [{{название: {title}, срок: октябрь – апрель}}]\n")
    (event,) = events(calendar(of))
    assert "Начало: 01.10.2021, окончание: 30.04.2022" in str(event["description"])
    assert str(event["summary"]).endswith("…")
    assert len(str(event["summary"])) < 200
    assert f"Мероприятие: 1. {title.strip()}" in str(event["description"])


def test_stamp_and_sequence_come_from_the_revision(small: Plan) -> None:
    text = calendar(small).decode()
    assert set(re.findall(r"DTSTAMP:(\S+)", text)) == {"20210901T000000Z"}
    assert set(re.findall(r"SEQUENCE:(\S+)", text)) == {"3"}
    assert "METHOD" not in text


def test_a_deadline_moved_off_a_day_off_tells_it() -> None:
    of = plan_of("календарь: {срок в выходной: раньше}\nмероприятия: [{название: А, срок: 25.09.2021}]\n")
    (event,) = events(calendar(of))
    assert event["dtstart"].dt == datetime.date(2021, 9, 24)
    assert "Перенесено с 25.09.2021: выходной день" in str(event["description"])


# --- identity and editions ---


def test_an_event_keeps_its_identity_when_its_date_moves(small: Plan) -> None:
    moved = plan_of(TEXT.replace("1 октября 2021 г.", "8 октября 2021 г."))
    uids = event_uids(small, agenda(small).dated)
    assert uids == event_uids(moved, agenda(moved).dated)
    assert len(set(uids)) == len(uids)


def test_a_uid_is_a_uuid_of_version_5() -> None:
    import uuid

    of = plan_of("ид: карта\nмероприятия: [{название: А, ид: а, срок: май}]\n")
    space = uuid.UUID("5f0c0b3e-6d0a-5a53-9a53-1f6a3e0a7c11")
    expected = uuid.uuid5(space, "карта\nа\n1")
    assert event_uids(of, agenda(of).dated) == [f"{expected}@roadmap-compiler"]


def test_activities_of_one_name_are_different_events() -> None:
    of = plan_of("мероприятия:\n" + "".join(f"  - {{название: {name}, срок: май}}\n"
                                            for name in ("Встреча", "Встреча", "Встреча 2", "«Встреча»", "встреча.")))
    assert len(set(event_uids(of, agenda(of).dated))) == 5


def test_what_the_next_edition_removed_comes_as_cancelled_and_nothing_else(small: Plan) -> None:
    new = plan_of(TEXT.replace("номер: 3", "номер: 4").replace("название: Встреча", "название: Собрание"))
    data = calendar(new, previous=(small, agenda(small)))
    cancelled = [event for event in events(data) if event.get("status") == "CANCELLED"]
    assert [str(event["summary"]) for event in cancelled] == ["Срок: 1.2 Встреча"]
    (was,) = by_title(calendar(small), "Встреча")
    assert cancelled[0]["uid"] == was["uid"]
    assert cancelled[0]["sequence"] == 4
    assert len(events(data)) == len(events(calendar(new))) + 1


def test_a_cancelled_event_is_newer_even_where_the_number_of_the_revision_was_forgotten(small: Plan) -> None:
    new = plan_of(TEXT.replace("название: Встреча", "название: Собрание"))
    (event,) = by_title(calendar(new, previous=(small, agenda(small))), "Встреча")
    assert event["sequence"] == 4


# --- people ---


def test_the_file_of_a_person_holds_what_that_person_does(small: Plan) -> None:
    people = {person.key: person for person in people_of(small, agenda(small))}
    own = calendar(small, person=people["карташова"])
    assert [str(event["summary"]) for event in events(own)] == ["Срок: 1.2 Встреча"]
    assert "X-WR-CALNAME:Карташова А.В.\\, психолог: " in own.decode().replace("\r\n ", "").replace("\u00a0", " ")
    assert {str(event["uid"]) for event in events(own)} < {str(event["uid"]) for event in events(calendar(small))}


def test_nothing_to_do_on_a_day_is_no_file() -> None:
    assert compile_calendar(plan_of("мероприятия: [{название: А, срок: постоянно}]\n")) is None


# --- alarms ---


@pytest.mark.parametrize(("text", "alarm"), [
    ("3d", Alarm(3, False)), ("3Д", Alarm(3, False)), ("10wd", Alarm(10, True)), ("2 рд", Alarm(2, True)),
    ("0d", Alarm(0, False)), ("3", None), ("d", None), ("-1d", None), ("3w", None), ("999d", None), ("", None),
])
def test_an_alarm_is_days_or_working_days(text: str, alarm: Alarm | None) -> None:
    assert read_alarm(text) == alarm


@pytest.mark.parametrize(("text", "due", "rings"), [
    ("3d", "2021-09-30", "2021-09-27"),   # Monday
    ("3d", "2021-09-28", "2021-09-24"),   # three days before is Saturday: Friday
    ("3wd", "2021-09-28", "2021-09-23"),  # Monday, Friday, Thursday
    ("1wd", "2021-11-08", "2021-11-03"),  # 5 November was moved to, 4 November is a holiday
    ("0d", "2021-09-25", "2021-09-24"),   # due on Saturday
    ("0d", "2021-09-24", "2021-09-24"),
])
def test_an_alarm_rings_on_a_working_day(text: str, due: str, rings: str) -> None:
    alarm = read_alarm(text)
    assert alarm is not None
    assert day_of(alarm, datetime.date.fromisoformat(due), RUSSIA) == datetime.date.fromisoformat(rings)


@pytest.mark.parametrize(("days", "written"), [(0, "PT9H"), (1, "-PT15H"), (3, "-P2DT15H")])
def test_an_alarm_rings_at_nine_and_not_at_midnight(days: int, written: str) -> None:
    due = datetime.date(2021, 9, 30)
    assert trigger(due - days * DAY, due) == written
    begin = datetime.datetime(2021, 9, 30)
    rings = begin + icalendar.vDuration.from_ical(written)
    assert (rings.date(), rings.hour) == (due - days * DAY, 9)


def test_each_event_has_one_alarm_where_it_was_asked_for(small: Plan) -> None:
    found = events(calendar(small, alarm=Alarm(3, False)))
    assert found
    for event in found:
        (alarm,) = event.walk("VALARM")
        rings = datetime.datetime.combine(event["dtstart"].dt, datetime.time()) + alarm["trigger"].dt
        assert rings.hour == 9
        assert not RUSSIA.is_off(rings.date())
        assert datetime.timedelta(days=2) < event["dtstart"].dt - rings.date() < datetime.timedelta(days=14)
    assert b"VALARM" not in calendar(small)


# --- the writing of lines ---


@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=300))
def test_any_text_survives_escaping_and_folding(words: str) -> None:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", "BEGIN:VEVENT", "UID:1", "DTSTAMP:20210901T000000Z",
             "DTSTART;VALUE=DATE:20210901", "DTEND;VALUE=DATE:20210902", "SEQUENCE:0",
             "SUMMARY:1" + content_lines.text(words), "END:VEVENT", "END:VCALENDAR"]
    data = content_lines.calendar_bytes(lines)
    assert problems(data) == []
    (event,) = events(data)
    kept = re.sub(r"\r\n|[\r\v\f\x85\u2028\u2029]", "\n", words)
    assert str(event["summary"]) == "1" + re.sub(r"[\x00-\x08\x0e-\x1f\x7f]", "", kept)


@given(st.integers(60, 90), st.sampled_from(["a", "я", "€", "😀"]))
def test_a_line_of_any_length_is_cut_between_letters(length: int, letter: str) -> None:
    data = content_lines.calendar_bytes(["A" * (length % 4) + letter * length])
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert data.replace(b"\r\n ", b"").decode() == "A" * (length % 4) + letter * length + "\r\n"
    assert all(line.decode() for line in data.removesuffix(b"\r\n").split(b"\r\n"))
