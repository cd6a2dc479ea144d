"""A good calendar file in which one thing is broken: the checks that stand guard over ours find each."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from roadmap_compiler.calendars.alarms import Alarm
from roadmap_compiler.calendars.ics import compile_calendar
from tests.calendars.checker import problems
from tests.roadmaps import plan_of

TEXT = """\
редакция: {номер: 2, дата: 01.09.2021}
этапы:
  - название: Подготовка, часть; первая
    мероприятия:
      - {название: "Проведение анкетирования наставников, желающих участвовать 😀 в программе", срок: 15 сентября}
      - {название: Встреча, срок: октябрь, место: "зал; второй этаж"}
"""


def good() -> bytes:
    data = compile_calendar(plan_of(TEXT), alarm=Alarm(3, False))
    assert data is not None
    return data


def swapped(old: str, new: str) -> Callable[[bytes], bytes]:
    """One place of the file changed; it must be there."""
    def damage(data: bytes) -> bytes:
        assert old.encode() in data
        return data.replace(old.encode(), new.encode(), 1)
    return damage


def unfolded(data: bytes) -> bytes:
    return data.replace(b"\r\n ", b"")


def folded_inside_a_letter(data: bytes) -> bytes:
    at = data.index("Срок".encode()) + 1  # between the two bytes of «С»
    return data[:at] + b"\r\n " + data[at:]


def same_uid(data: bytes) -> bytes:
    first, second = [line for line in data.split(b"\r\n") if line.startswith(b"UID:")]
    return data.replace(second, first)


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "line ends of Unix": lambda data: data.replace(b"\r\n", b"\n"),
    "one line end of Unix": swapped("\r\nSEQUENCE", "\nSEQUENCE"),
    "long lines": unfolded,
    "a fold inside a letter": folded_inside_a_letter,
    "Windows-1251": lambda data: unfolded(data).decode().replace("😀", "").encode("cp1251"),
    "a byte order mark": lambda data: b"\xef\xbb\xbf" + data,
    "an empty line": swapped("\r\nSEQUENCE", "\r\n\r\nSEQUENCE"),
    "a zero byte": swapped("SEQUENCE:2", "SEQUENCE:2\0"),
    "a raw line end in a text": swapped("TRANSP", "второй строки\r\nTRANSP"),
    "the end is the start": swapped("DTEND;VALUE=DATE:20210916", "DTEND;VALUE=DATE:20210915"),
    "the end before the start": swapped("DTEND;VALUE=DATE:20210916", "DTEND;VALUE=DATE:20210914"),
    "a comma that is not escaped": lambda data: swapped("\\,", ",")(data),
    "a semicolon that is not escaped": lambda data: swapped("\\;", ";")(data),
    "a backslash before a letter": swapped("SUMMARY:", "SUMMARY:C:\\docs "),
    "no UID": lambda data: b"\r\n".join(line for line in data.split(b"\r\n") if not line.startswith(b"UID:")),
    "an empty UID": swapped("UID:", "UID: \r\nX:"),
    "a UID twice": same_uid,
    "no DTSTAMP": lambda data: data.replace(b"DTSTAMP:20210901T000000Z\r\n", b"", 1),
    "a DTSTAMP in local time": swapped("DTSTAMP:20210901T000000Z", "DTSTAMP:20210901T000000"),
    "a second DTSTART": swapped("DTSTART", "DTSTART;VALUE=DATE:20210915\r\nDTSTART"),
    "UNTIL of another type": swapped("TRANSP", "RRULE:FREQ=MONTHLY;UNTIL=20220501T000000Z\r\nTRANSP"),
    "an unknown frequency": swapped("TRANSP", "RRULE:FREQ=QUARTERLY\r\nTRANSP"),
    "UNTIL and COUNT": swapped("TRANSP", "RRULE:FREQ=MONTHLY;UNTIL=20220501;COUNT=3\r\nTRANSP"),
    "no PRODID": swapped("PRODID:-//roadmap-compiler//RU\r\n", ""),
    "no VERSION": swapped("VERSION:2.0\r\n", ""),
    "cut off": lambda data: data[:len(data) * 2 // 3],
    "cut off after a line": lambda data: data[:data.rindex(b"END:VEVENT")],
    "a date not said to be one": swapped("DTSTART;VALUE=DATE:", "DTSTART:"),
    "31 September": swapped("DTSTART;VALUE=DATE:20210915", "DTSTART;VALUE=DATE:20210931"),
    "an end with a time": swapped("DTEND;VALUE=DATE:20210916", "DTEND:20210916T000000Z"),
    "an unknown TRANSP": swapped("TRANSP:TRANSPARENT", "TRANSP:MAYBE"),
    "an unknown STATUS": swapped("TRANSP", "STATUS:DONE\r\nTRANSP"),
    "an alarm without a trigger": lambda data: b"\r\n".join(
        line for line in data.split(b"\r\n") if not line.startswith(b"TRIGGER")),
    "an alarm with a trigger that is no duration": swapped("TRIGGER:-P2DT15H", "TRIGGER:-P2D15H"),
    "a SEQUENCE that is no number": swapped("SEQUENCE:2", "SEQUENCE:вторая"),
    "an event inside an event": swapped("TRANSP", "BEGIN:VEVENT\r\nTRANSP"),
    "two calendars": lambda data: data + data,
    "no event": lambda data: data[:data.index(b"BEGIN:VEVENT")] + b"END:VCALENDAR\r\n",
    "a METHOD that calls for an organizer": swapped("CALSCALE", "METHOD:PUBLISH\r\nCALSCALE"),
}


def test_the_good_file_is_good() -> None:
    assert problems(good()) == []


@pytest.mark.parametrize("name", DAMAGE)
def test_damage_is_found(name: str) -> None:
    damaged = DAMAGE[name](good())
    assert damaged != good()
    assert problems(damaged)


def test_there_are_enough_kinds_of_damage() -> None:
    assert len(DAMAGE) >= 25
