"""A calendar file against icalendar alone, which is given the same events ready made."""

from __future__ import annotations

import datetime
import statistics
from typing import Any

import icalendar

from benchmarks.pipeline import seconds
from benchmarks.sample import roadmap_text
from roadmap_compiler.calendars.ics import compile_calendar
from roadmap_compiler.compiler import compile_bytes
from roadmap_compiler.plan.plan import Plan


def plan_of_sample(repeat: int) -> Plan:
    """The plan of the measured roadmap."""
    plan = compile_bytes(roadmap_text(1, repeat).encode(), "карта.yaml").plan
    assert plan is not None
    return plan


def ready_events(data: bytes) -> list[dict[str, Any]]:
    """What our file says of each event, as values of Python."""
    return [{"uid": str(event["uid"]), "dtstamp": event["dtstamp"].dt, "last-modified": event["last-modified"].dt,
             "sequence": int(event["sequence"]), "dtstart": event["dtstart"].dt, "dtend": event["dtend"].dt,
             "summary": str(event["summary"]), "description": str(event["description"]),
             "categories": [str(name) for name in event["categories"].cats], "transp": "TRANSPARENT"}
            for event in icalendar.Calendar.from_ical(data).walk("VEVENT")]


def by_icalendar(events: list[dict[str, Any]]) -> bytes:
    """The ordinary way: an Event for each, added to a Calendar."""
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//x//RU")
    calendar.add("version", "2.0")
    for values in events:
        event = icalendar.Event()
        for name, value in values.items():
            event.add(name, value)
        calendar.add_component(event)
    return calendar.to_ical()


def measure_calendar(rounds: int = 15, repeat: int = 3) -> float:
    """Our time, from the plan to bytes, over that of icalendar alone, from ready values to bytes: median of rounds."""
    plan = plan_of_sample(repeat)
    data = compile_calendar(plan)
    assert data is not None
    events = ready_events(data)
    assert len(events) == 34 * repeat
    assert type(events[0]["dtstart"]) is datetime.date
    assert by_icalendar(events).count(b"BEGIN:VEVENT") == len(events)
    return statistics.median(
        seconds(lambda: compile_calendar(plan)) / seconds(lambda: by_icalendar(events)) for _ in range(rounds))


def measure() -> dict[str, float]:
    """Every ratio of this file by its name."""
    return {"calendar-vs-icalendar": measure_calendar()}
