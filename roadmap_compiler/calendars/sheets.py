"""The view of the листы ответственных: a sheet for each person, in the order of days."""

from __future__ import annotations

from typing import Any

from roadmap_compiler.calendars.agenda import Dated, agenda, full_title, number_of
from roadmap_compiler.calendars.grid import deadline_text
from roadmap_compiler.calendars.ics import remarks
from roadmap_compiler.calendars.people import Person, people_of
from roadmap_compiler.calendars.words import ALL_THE_TIME, NO_DATE, NO_PERSON, print_stretch
from roadmap_compiler.plan.plan import Plan

Row = tuple[str, str, str, str, str]
"""Kind, day, number, title, document that results."""


def sheets_view(plan: Plan, page_width: int) -> dict[str, Any]:
    """The view of a plan: who has anything to do has a sheet; what several people do stands on the sheet of each."""
    return {
        "document_title": " ".join(plan.title),
        "created": f"{plan.revision.day.isoformat()}T00:00:00Z",
        "title": list(plan.title),
        "people": [(person.name or NO_PERSON, _note(person), _rows(plan, person))
                   for person in people_of(plan, agenda(plan))],
    }


def _note(person: Person) -> str:
    return "Контроль: сроки всех ответственных" if person.watches else ""


def _rows(plan: Plan, person: Person) -> list[Row]:
    own = person.agenda
    rows = [("line", _when(line), *_what(plan, line.entry)) for line in own.in_time()]
    if own.lasting:
        rows.append(("heading", "", "", ALL_THE_TIME, ""))
        rows += [("line", deadline_text(plan, line.entry), *_what(plan, line.entry)) for line in own.lasting]
    if own.undated:
        rows.append(("heading", "", "", NO_DATE, ""))
        rows += [("line", deadline_text(plan, entry), *_what(plan, entry)) for entry in own.undated]
    return rows


def _what(plan: Plan, index: int) -> tuple[str, str, str]:
    return number_of(plan, index), full_title(plan, index), plan.entries[index].result


def _when(line: Dated) -> str:
    """The days, and what there is to say of them, one under another."""
    return "\n".join([print_stretch(line.occurrence.start, line.occurrence.due), *remarks(line)])
