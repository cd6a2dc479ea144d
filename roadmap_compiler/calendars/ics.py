"""Plan → an iCalendar file (RFC 5545) that people import.

All-day events on the day a thing is due; the end of an all-day event is exclusive (§3.6.1). No METHOD, no time zone,
no recurrence rules: each occurrence is an event of its own, so that each can move by itself. Nothing comes from the
clock: stamp and sequence are those of the revision.
"""

from __future__ import annotations

import datetime
import uuid
from collections import Counter
from collections.abc import Iterator

from roadmap_compiler.calendars.agenda import Agenda, Dated, agenda, full_title, number_of
from roadmap_compiler.calendars.alarms import Alarm, day_of, trigger
from roadmap_compiler.calendars.content_lines import calendar_bytes, text
from roadmap_compiler.calendars.people import Person, answering
from roadmap_compiler.plan.approvals import print_day
from roadmap_compiler.plan.plan import Plan, plain_identity

PRODUCT = "-//roadmap-compiler//RU"
_NAMESPACE = uuid.UUID("5f0c0b3e-6d0a-5a53-9a53-1f6a3e0a7c11")
_LONGEST_SUMMARY = 180


def compile_calendar(plan: Plan, person: Person | None = None, alarm: Alarm | None = None,
                     previous: tuple[Plan, Agenda] | None = None) -> bytes | None:
    """The calendar of a plan: CRLF lines of at most 75 octets, the same bytes for the same plan.

    None where there is no event: a calendar has one at least (RFC 5545 §3.6).
    With a ``person`` only that share of it. ``previous`` is the edition before and the part of its agenda that the
    same person had: its events that are no more come as cancelled, for importing a file removes nothing.
    """
    own = person.agenda if person is not None else agenda(plan)
    lines = list(_lines(plan, own, person.name if person is not None else "", alarm, previous))
    return calendar_bytes(lines) if "BEGIN:VEVENT" in lines else None


def _lines(plan: Plan, own: Agenda, name: str, alarm: Alarm | None,
           previous: tuple[Plan, Agenda] | None) -> Iterator[str]:
    title = _plain(" ".join(plan.title))
    title = text(f"{_plain(name)}: {title}" if name else title)
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "CALSCALE:GREGORIAN",
                f"NAME:{title}", f"X-WR-CALNAME:{title}")
    stamp = f"{_date(plan.revision.day)}T000000Z"
    uids = event_uids(plan, own.dated)
    for line, uid in zip(own.dated, uids, strict=True):
        yield from _event(plan, line, uid, stamp, plan.revision.number)
        if alarm is not None:
            yield from _alarm(plan, line, alarm)
        yield "END:VEVENT"
    if previous is not None:
        yield from _cancelled(previous, frozenset(uids), stamp, plan.revision.number)
    yield "END:VCALENDAR"


def _cancelled(previous: tuple[Plan, Agenda], uids: frozenset[str], stamp: str, sequence: int) -> Iterator[str]:
    """What stood in the previous edition and does not in this one."""
    plan, own = previous
    for line, uid in zip(own.dated, event_uids(plan, own.dated), strict=True):
        if uid not in uids:
            yield from _event(plan, line, uid, stamp, max(sequence, plan.revision.number + 1))
            yield "STATUS:CANCELLED"
            yield "END:VEVENT"


def event_uids(plan: Plan, lines: tuple[Dated, ...]) -> list[str]:
    """The UID of each line: the same for the same occurrence in every revision of a document, whatever its date is.

    An activity is known by its «ид», else by its titles; punctuation and letter case do not count. No two are alike.
    """
    identities: list[str] = []
    times: Counter[str] = Counter()
    for entry in plan.entries:
        name = plain_identity(entry.identity)
        times[name] += 1
        identities.append(name if times[name] == 1 else f"{name}#{times[name]}")
    names = (f"{plan.document}\n{identities[line.entry]}\n{line.occurrence.key}" for line in lines)
    return [f"{uuid.uuid5(_NAMESPACE, name)}@roadmap-compiler" for name in names]


def _event(plan: Plan, line: Dated, uid: str, stamp: str, sequence: int) -> Iterator[str]:
    """The lines of an event but for its end."""
    entry, due = plan.entries[line.entry], line.occurrence.due
    yield "BEGIN:VEVENT"
    yield f"UID:{uid}"
    yield f"DTSTAMP:{stamp}"
    yield f"LAST-MODIFIED:{stamp}"
    yield f"SEQUENCE:{sequence}"
    yield f"DTSTART;VALUE=DATE:{_date(due)}"
    yield f"DTEND;VALUE=DATE:{_date(due + datetime.timedelta(days=1))}"
    yield "SUMMARY:" + text(summary_of(plan, line.entry))
    yield "DESCRIPTION:" + text("\n".join(_description(plan, line)))
    if entry.stage >= 0:
        category = _plain(plan.entries[entry.stage].title)
        if category:
            yield "CATEGORIES:" + text(category)
    if entry.place:
        yield "LOCATION:" + text(_plain(entry.place))
    yield "TRANSP:TRANSPARENT"


def _alarm(plan: Plan, line: Dated, alarm: Alarm) -> Iterator[str]:
    due = line.occurrence.due
    yield "BEGIN:VALARM"
    yield "ACTION:DISPLAY"
    yield "DESCRIPTION:" + text(f"{print_day(due)}. {summary_of(plan, line.entry)}")
    yield f"TRIGGER:{trigger(day_of(alarm, due, plan.calendar), due)}"
    yield "END:VALARM"


def summary_of(plan: Plan, index: int) -> str:
    """«Срок: 5.3 Анализ анкет групповой встречи»; a long title is cut at a word."""
    title = _plain(f"{number_of(plan, index)} {full_title(plan, index)}")
    if len(title) > _LONGEST_SUMMARY:
        title = title[:_LONGEST_SUMMARY].rsplit(" ", 1)[0].rstrip(",;:. ") + "…"
    return f"Срок: {title}"


def _description(plan: Plan, line: Dated) -> Iterator[str]:
    entry, occurrence = plan.entries[line.entry], line.occurrence
    assert entry.deadline is not None
    yield f"Срок: {_plain(entry.deadline.text)}"
    if occurrence.start != occurrence.due:
        yield f"Начало: {print_day(occurrence.start)}, окончание: {print_day(occurrence.end)}"
    yield from remarks(line)
    if entry.stage >= 0 and plan.entries[entry.stage].title:
        stage = plan.entries[entry.stage]
        yield f"Этап: {_plain(f'{stage.number} {stage.title}')}"
    whole = _plain(f"{number_of(plan, line.entry)} {full_title(plan, line.entry)}")
    if len(whole) > _LONGEST_SUMMARY:
        yield f"Мероприятие: {whole}"
    people = answering(plan, line.entry)
    if people:
        yield "Ответственный: " + _plain("; ".join(who.text for who in people))
    if entry.result:
        yield "Результат: " + _plain(entry.result.replace("\n", "; "))


def remarks(line: Dated) -> Iterator[str]:
    """What there is to say of a date besides the date."""
    occurrence = line.occurrence
    if occurrence.adjusted_from is not None:
        yield f"Перенесено с {print_day(occurrence.adjusted_from)}: выходной день"
    if occurrence.preliminary:
        yield f"Предварительно: переносы выходных на {occurrence.due.year} год ещё не утверждены"
    if occurrence.time:
        yield f"Время: {occurrence.time}"
    if occurrence.note:
        yield _plain(occurrence.note)


def _date(day: datetime.date) -> str:
    return day.isoformat().replace("-", "")


def _plain(words: str) -> str:
    return " ".join(words.split())


__all__ = ["compile_calendar", "event_uids", "remarks", "summary_of"]
