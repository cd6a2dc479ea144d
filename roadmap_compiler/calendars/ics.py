"""Plan → an iCalendar file (RFC 5545) that people import.

All-day events on the day a thing is due; the end of an all-day event is exclusive (RFC 5545 §3.6.1). No METHOD, no
time zone, no recurrence rules: each occurrence is an event of its own, so that each can move by itself.
"""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Iterator

from roadmap_compiler.deadlines import Occurrence
from roadmap_compiler.plan.approvals import print_day
from roadmap_compiler.plan.plan import Entry, Plan

PRODUCT = "-//roadmap-compiler//RU"
_NAMESPACE = uuid.UUID("5f0c0b3e-6d0a-5a53-9a53-1f6a3e0a7c11")
_LONGEST_SUMMARY = 180


def compile_calendar(plan: Plan) -> bytes:
    """The calendar of a plan: CRLF lines of at most 75 octets, the same bytes for the same plan."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    name = " ".join(plan.title).replace("\u00a0", " ")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    for entry, occurrence in dated(plan):
        calendar.add_component(_event(plan, entry, occurrence))
    return calendar.to_ical()


def dated(plan: Plan) -> Iterator[tuple[Entry, Occurrence]]:
    """Each occurrence that has a day of its own. What lasts the whole period is not an appointment."""
    for entry in plan.entries:
        if entry.deadline is None or entry.deadline.deadline.kind == "whole":
            continue
        for occurrence in entry.deadline.occurrences:
            yield entry, occurrence


def event_uid(plan: Plan, entry: Entry, occurrence: Occurrence) -> str:
    """The same for the same occurrence in every revision of a document, whatever its date is."""
    name = f"{plan.document}\n{entry.identity}\n{occurrence.key}"
    return f"{uuid.uuid5(_NAMESPACE, name)}@roadmap-compiler"


def _event(plan: Plan, entry: Entry, occurrence: Occurrence) -> object:
    from icalendar import Event

    stamp = datetime.datetime.combine(plan.revision.day, datetime.time(), datetime.timezone.utc)
    event = Event()
    event.add("uid", event_uid(plan, entry, occurrence))
    event.add("dtstamp", stamp)
    event.add("last-modified", stamp)
    event.add("sequence", plan.revision.number)
    event.add("dtstart", occurrence.due)
    event.add("dtend", occurrence.due + datetime.timedelta(days=1))
    event.add("summary", summary_of(plan, entry))
    event.add("description", "\n".join(_description(plan, entry, occurrence)))
    if entry.stage >= 0:
        event.add("categories", [_plain(plan.entries[entry.stage].title)])
    if entry.place:
        event.add("location", _plain(entry.place))
    event.add("transp", "TRANSPARENT")
    return event


def summary_of(plan: Plan, entry: Entry) -> str:
    """«Срок: 5.3 Анализ анкет групповой встречи»; a long title is cut at a word."""
    owner = plan.entries[entry.parent] if entry.kind == "item" else entry
    title = owner.title or owner.content or " ".join(owner.items)
    if entry.kind == "item":
        title = f"{title} {entry.title}"
    title = _plain(f"{owner.number} {title}".replace("\n", " "))
    if len(title) > _LONGEST_SUMMARY:
        title = title[:_LONGEST_SUMMARY].rsplit(" ", 1)[0].rstrip(",;:. ") + "…"
    return f"Срок: {title}"


def _description(plan: Plan, entry: Entry, occurrence: Occurrence) -> Iterator[str]:
    assert entry.deadline is not None
    yield f"Срок: {_plain(entry.deadline.text)}"
    if occurrence.start != occurrence.due:
        yield f"Начало: {print_day(occurrence.start)}, окончание: {print_day(occurrence.end)}"
    if occurrence.adjusted_from is not None:
        yield f"Перенесено с {print_day(occurrence.adjusted_from)}: выходной день"
    if occurrence.time:
        yield f"Время: {occurrence.time}"
    if occurrence.note:
        yield _plain(occurrence.note)
    if entry.stage >= 0 and plan.entries[entry.stage].title:
        stage = plan.entries[entry.stage]
        yield f"Этап: {_plain(f'{stage.number} {stage.title}')}"
    if entry.responsible:
        yield "Ответственный: " + _plain("; ".join(who.text for who in entry.responsible))
    if entry.result:
        yield "Результат: " + _plain(entry.result.replace("\n", "; "))


def _plain(text: str) -> str:
    return " ".join(text.replace("\u00a0", " ").split())
