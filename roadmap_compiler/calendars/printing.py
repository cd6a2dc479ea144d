"""Plan → a printed calendar: one of three views through its template."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any, Literal, NamedTuple

from roadmap_compiler.calendars import vocabulary
from roadmap_compiler.calendars.grid import grid_view
from roadmap_compiler.calendars.months import months_view
from roadmap_compiler.calendars.precompiled import precompiled_parts
from roadmap_compiler.calendars.sheets import sheets_view
from roadmap_compiler.documents import Template, TemplateFailed, TemplateProblem, prepare
from roadmap_compiler.documents.bundled import template_file
from roadmap_compiler.documents.vocabulary import Field
from roadmap_compiler.plan.plan import Plan

Layout = Literal["grid", "people", "months"]


class Kind(NamedTuple):
    """A kind of printed calendar: the names of its view, how the view is made, its own template."""

    vocabulary: tuple[Field, ...]
    view: Callable[[Plan, int], dict[str, Any]]
    file: str


KINDS: dict[Layout, Kind] = {
    "grid": Kind(vocabulary.GRID, grid_view, "calendar-grid.docx"),
    "people": Kind(vocabulary.SHEETS, sheets_view, "calendar-people.docx"),
    "months": Kind(vocabulary.MONTHS, months_view, "calendar-months.docx"),
}


def print_calendar(plan: Plan, layout: Layout, template: bytes | None = None,
                   name: str = "") -> tuple[bytes | None, tuple[TemplateProblem, ...]]:
    """The DOCX of a calendar; None and what is wrong with the template where it cannot be printed.

    ``template`` is a Word file of the user called ``name``; without one the template that comes with the program.
    """
    prepared, problems = _prepared(layout, template, name)
    if prepared is None:
        return None, problems
    try:
        return prepared.render(KINDS[layout].view(plan, prepared.text_width)), ()
    except TemplateFailed as failure:
        return None, (failure.problem,)


@lru_cache(maxsize=8)
def _prepared(layout: Layout, template: bytes | None,
              name: str) -> tuple[Template | None, tuple[TemplateProblem, ...]]:
    kind = KINDS[layout]
    data = template_file(kind.file) if template is None else template
    prepared, problems = prepare(data, name or kind.file, kind.vocabulary, precompiled_parts)
    return prepared, tuple(problems)
