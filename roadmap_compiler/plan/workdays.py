"""«календарь» as written → the working days of the institution and what becomes of a deadline on a day off."""

from __future__ import annotations

import datetime
from pathlib import Path as FilePath
from typing import Literal

from roadmap_compiler.deadlines import RUSSIA, Policy, WorkCalendar, read_date, read_period
from roadmap_compiler.findings import Finding
from roadmap_compiler.model import roadmap as written
from roadmap_compiler.plan.wrong_dates import wrong_date
from roadmap_compiler.source.tree import Path, Tree

Choice = Literal["keep", "next", "previous", "modified_next"]
_CHOICES: dict[str, Choice] = {
    "оставить": "keep", "keep": "keep", "раньше": "previous", "previous": "previous", "позже": "next", "next": "next",
    "позже в том же месяце": "modified_next", "modified next": "modified_next",
}
_WEEKS: dict[str, Literal[5, 6]] = {"5": 5, "пятидневная": 5, "6": 6, "шестидневная": 6}
LARGEST_FILE = 1024 * 1024
"""Bytes; a year of xmlcalendar takes two thousand."""

Days = dict[datetime.date, str]


def read_work_calendar(calendar: written.Calendar, tree: Tree) -> tuple[WorkCalendar, Policy, list[Finding]]:
    """The working days, the policy, and what could not be read. Without «календарь» the five-day week of Russia.

    A day that the author names wins over a file, a file over the days known to the program.
    """
    findings: list[Finding] = []
    week = _WEEKS.get((calendar.work_week or "5").strip().lower())
    if week is None:
        findings.append(_wrong("work-week-not-understood", ("calendar", "work_week"), calendar.work_week or "", tree))
    choice = _CHOICES.get((calendar.day_off_policy or "оставить").strip().lower().replace("_", " "))
    if choice is None:
        typed = calendar.day_off_policy or ""
        findings.append(_wrong("day-off-policy-not-understood", ("calendar", "day_off_policy"), typed, tree))
    off: Days = {}
    work: Days = {}
    for index, name in enumerate(calendar.files):
        if not _read_file(name, tree.file, off, work):
            path: Path = ("calendar", "files", index) if len(calendar.files) > 1 else ("calendar", "files")
            findings.append(_wrong("calendar-file-not-read", path, name, tree))
    known = WorkCalendar(week or 5, dict(off), dict(work))
    own_off = _own_days("off", calendar.off, known, tree, findings)
    own_work = _own_days("work", calendar.work, known, tree, findings)
    off = {day: why for day, why in off.items() if day not in own_work} | own_off
    work = {day: why for day, why in work.items() if day not in own_off} | own_work
    found = WorkCalendar(week or 5, off, work) if off or work or week == 6 else RUSSIA
    return found, Policy(choice or "keep"), findings


def _own_days(key: str, texts: dict[str, str], known: WorkCalendar, tree: Tree, findings: list[Finding]) -> Days:
    """The days of «выходные» or «рабочие», each with its reason; a key may be a day or a range of days."""
    days: Days = {}
    for text, why in texts.items():
        span = tree.key_span(("calendar", key, text))
        named = _days(text)
        if not named:
            findings.append(wrong_date(text, span))
        elif all(known.is_off(day) == (key == "off") for day in named):
            code = "day-off-already" if key == "off" else "working-day-already"
            findings.append(Finding(code, "warning", span, {"text": text}))
        days.update(dict.fromkeys(named, why or ""))
    return days


def _days(text: str) -> list[datetime.date]:
    """«28.10.2026» is one day, «28.10.2026 – 04.11.2026» all from the first to the last; [] for anything else."""
    one = read_date(text).date
    if one is not None:
        return [one]
    period, _ = read_period(text)
    if period is None or period.kind != "custom" or (period.end - period.start).days > 366:
        return []
    return [period.start + datetime.timedelta(days=shift) for shift in range((period.end - period.start).days + 1)]


def _read_file(name: str, roadmap: str, off: Days, work: Days) -> bool:
    """Adds the days of a production calendar in the format of xmlcalendar; False where there is no such file.

    The file lies beside the roadmap or below. A day of kind 1 is off, of kind 3 worked; others are as usual.
    """
    from xml.etree import ElementTree

    path = FilePath(name)
    if path.is_absolute() or path.drive or ".." in path.parts:
        return False
    whole = FilePath(roadmap).parent / path
    try:
        if whole.stat().st_size > LARGEST_FILE:
            return False
        root = ElementTree.fromstring(whole.read_bytes())  # noqa: S314 (a small file; expat limits entities)
        year = int(root.get("year", ""))
        for day in root.iter("day"):
            month, number = map(int, day.get("d", "").split("."))
            if day.get("t") in ("1", "3"):
                (off if day.get("t") == "1" else work)[datetime.date(year, month, number)] = ""
    except (OSError, ValueError, ElementTree.ParseError):
        return False
    return True


def _wrong(code: str, path: Path, text: str, tree: Tree) -> Finding:
    return Finding(code, "error", tree.span(path), {"text": text})
