"""Occurrences of what is counted from an event. Terms of time run from the next day (ГК 191) and end by ГК 192."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta

from .kinds import Anchor, Occurrence, Problem, Relative
from .names import event_key, same_name
from .periods import month_end
from .placing import Setting, one_stretch
from .repeating import turns
from .workdays import WorkCalendar


def relative(deadline: Relative, setting: Setting, key: str) -> list[Occurrence]:
    """The days counted from the anchor; none when the anchor has no date."""
    if deadline.relation == "after" and deadline.offset is None and deadline.anchor.what == "each":
        setting.problems.append(Problem("deadline-without-end", {"text": deadline.text}, (), "info"))
        return []
    if deadline.anchor.what == "each":
        return _from_each(deadline, setting)
    anchor = _anchor(deadline, setting)
    return [] if anchor is None else _counted(anchor, deadline, setting, key)


def _from_each(deadline: Relative, setting: Setting) -> list[Occurrence]:
    """«в течение 10 дней после окончания квартала»: of every quarter of the period, the last one's days as well."""
    period, anchor = setting.period, deadline.anchor
    from_end = anchor.edge == "finish" or (anchor.edge == "" and deadline.relation in ("within", "after"))
    inside = setting._replace(problems=[])
    out: list[Occurrence] = []
    for turn in turns(anchor.name, (period.start, period.end), setting):
        day = turn.last if from_end else turn.first
        out += _counted(day, deadline, inside, turn.key) if period.start <= day <= period.end else []
    late = [one for one in out if one.due > period.end]
    if late:
        params = {"text": deadline.text, "day": late[0].due, "end": period.end}
        setting.problems.append(Problem("deadline-after-period", params, (), "warning"))
    return [one for one in out if one.start >= period.start]


def _counted(anchor: date, deadline: Relative, setting: Setting, key: str) -> list[Occurrence]:
    calendar, offset = setting.calendar, deadline.offset
    relation = deadline.relation
    if relation == "within":
        assert offset is not None
        first = _plus(anchor, offset.skip, offset.unit, calendar) + timedelta(days=1)
        last = _plus(anchor, offset.skip + offset.amount, offset.unit, calendar)
        return [_occurrence(key, first, max(first, last), deadline, setting)]
    if relation == "after":
        if offset is None:
            setting.problems.append(Problem("deadline-without-end", {"text": deadline.text}, (), "info"))
            return []
        day = _plus(anchor, offset.amount, offset.unit, calendar)
        return [_occurrence(key, day, day, deadline, setting)]
    if relation == "on":
        return [_occurrence(key, anchor, anchor, deadline, setting)]
    if relation == "by":
        until_it_ends = deadline.anchor.edge == "finish" or deadline.anchor.what == "end"
        day = anchor if until_it_ends else anchor - timedelta(days=1)
        return [_occurrence(key, day, day, deadline, setting)]
    assert offset is not None
    day = _plus(anchor, -offset.amount, offset.unit, calendar)
    if relation == "not-earlier":
        return [_occurrence(key, day, anchor - timedelta(days=1), deadline, setting)]
    return [_occurrence(key, day, day, deadline, setting)]


def _occurrence(key: str, first: date, last: date, deadline: Relative, setting: Setting) -> Occurrence:
    if first < setting.period.start or last > setting.period.end:
        params = {"text": deadline.text, "point": last, "start": setting.period.start,
                  "end": setting.period.end}
        setting.problems.append(Problem("deadline-outside-period", params, (), "warning"))
    offset = deadline.offset
    preliminary = offset is not None and offset.unit == "workday" and (
        setting.calendar.is_preliminary(first.year) or setting.calendar.is_preliminary(last.year))
    return Occurrence(key, first, last, last, "day" if first == last else "span", None, preliminary)


def _plus(day: date, amount: int, unit: str, calendar: WorkCalendar) -> date:
    """The day ``amount`` units after (before, if negative). Months end on the same number or the last day (ГК 192)."""
    if unit == "workday":
        return calendar.add_workdays(day, amount)
    if unit == "hour":
        return day + timedelta(days=-(-amount // 24))
    if unit in ("day", "week"):
        return day + timedelta(days=amount * (7 if unit == "week" else 1))
    months = day.month - 1 + amount * (12 if unit == "year" else 1)
    year, month = day.year + months // 12, months % 12 + 1
    return date(year, month, min(day.day, month_end(year, month).day))


def _anchor(deadline: Relative, setting: Setting) -> date | None:
    """The day counted from, or None with an info."""
    anchor, anchors = deadline.anchor, setting.anchors
    from_end = anchor.edge == "finish" or (anchor.edge == "" and deadline.relation in ("within", "after"))
    if anchor.what == "unnamed":
        day = anchors.approved
        if day is not None:
            setting.problems.append(
                Problem("deadline-anchor-not-named", {"text": deadline.text, "day": day}, (), "info"))
    elif anchor.what == "approved":
        day = anchors.approved
    elif anchor.what == "start":
        day = anchors.start or setting.period.start
    elif anchor.what == "end":
        day = setting.period.end
    elif anchor.what == "point":
        first, last = one_stretch(anchor.point, deadline, setting)
        day = last if from_end else first
    else:
        day = _named(anchor, from_end, setting)
    if day is None:
        events = setting.period.events
        known = ", ".join(f"«{name}»" for name in events) if anchor.what == "named" else ""
        params = {"text": deadline.text, "anchor": anchor.name or anchor.what, "ready": known}
        setting.problems.append(Problem("deadline-anchor-without-date", params, (), "warning" if known else "info"))
    return day


def _event(anchor: Anchor, from_end: bool, events: Mapping[str, date]) -> date | None:
    """The day of the event that is meant: «до начала занятий» may be declared as «начало занятий» or as «занятия»."""
    for name, day in events.items():
        if same_name(name, anchor.name) and not anchor.edge:
            return day
    core, edge = event_key(anchor.name)
    wanted = anchor.edge or edge
    found = {own: day for name, day in events.items() for key, own in (event_key(name),) if key == core}
    return found.get(wanted or ("finish" if from_end else "start"), found.get(""))


_NOUN = r"(?i)^(этапа?|пункта?|п\.|мероприяти[яе]|раздела?|задачи|шага?)\s+"


def _named(anchor: Anchor, from_end: bool, setting: Setting) -> date | None:
    """The day of a declared event, or of an activity or a stage by its id or title («этапа 1.1»)."""
    day = _event(anchor, from_end, setting.period.events)
    if day is not None:
        return day
    if setting.anchors.lookup is None:
        return None
    found = setting.anchors.lookup(anchor.name)
    if found is None and re.match(_NOUN, anchor.name):
        found = setting.anchors.lookup(re.sub(_NOUN, "", anchor.name).strip("«»\""))
    if found is None:
        return None
    return found[1] if from_end else found[0]


