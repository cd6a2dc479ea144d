"""When a calendar reminds of a deadline: so many days before it, at nine in the morning of a working day."""

from __future__ import annotations

import datetime
import re
from typing import NamedTuple

from roadmap_compiler.deadlines import WorkCalendar

HOUR = 9
MOST_DAYS = 366
_WRITTEN = re.compile(r"(\d{1,3}) ?(wd|рд|d|д)", re.IGNORECASE)


class Alarm(NamedTuple):
    """How long before the day a person is reminded; ``working`` counts working days only."""

    days: int
    working: bool


def read_alarm(text: str) -> Alarm | None:
    """«3d» or «3д» is three days, «3wd» or «3рд» three working days, «0d» the day itself; None for anything else."""
    found = _WRITTEN.fullmatch(text.strip())
    if found is None or int(found.group(1)) > MOST_DAYS:
        return None
    return Alarm(int(found.group(1)), found.group(2).lower() in ("wd", "рд"))


def day_of(alarm: Alarm, due: datetime.date, calendar: WorkCalendar) -> datetime.date:
    """The day on which the alarm rings; on a day off nobody is at work, so the last working day before it."""
    if alarm.working:
        day = calendar.add_workdays(due, -alarm.days)
    else:
        day = due - datetime.timedelta(days=alarm.days)
    return calendar.previous_workday(day) if calendar.is_off(day) else day


def trigger(day: datetime.date, due: datetime.date) -> str:
    """The duration (RFC 5545 §3.3.6) from the midnight that an all-day event begins at to the hour of the alarm.

    «-P3D» would ring at that midnight; three days before at nine in the morning is two days and fifteen hours.
    """
    before = (due - day).days
    if before <= 0:
        return f"PT{HOUR}H"
    days = f"{before - 1}D" if before > 1 else ""
    return f"-P{days}T{24 - HOUR}H"
