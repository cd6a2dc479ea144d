"""Plan → a printed calendar: one of three views through its template."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Literal

from roadmap_compiler.calendars.precompiled import precompiled_parts
from roadmap_compiler.calendars.vocabulary import VOCABULARIES
from roadmap_compiler.documents import Template, TemplateFailed, TemplateProblem, prepare
from roadmap_compiler.documents.bundled import template_file
from roadmap_compiler.plan.plan import Plan

Layout = Literal["grid", "people", "months"]

FILES: dict[Layout, str] = {
    "grid": "calendar-grid.docx", "people": "calendar-people.docx", "months": "calendar-months.docx",
}
"""The template of each layout."""


def print_calendar(plan: Plan, layout: Layout, template: bytes | None = None,
                   name: str = "") -> tuple[bytes | None, tuple[TemplateProblem, ...]]:
    """The DOCX of a calendar; None and what is wrong with the template where it cannot be printed.

    ``template`` is a Word file of the user called ``name``; without one the template that comes with the program.
    """
    prepared, problems = _prepared(layout, template, name)
    if prepared is None:
        return None, problems
    try:
        return prepared.render(_view(plan, layout, prepared.text_width)), ()
    except TemplateFailed as failure:
        return None, (failure.problem,)


def _view(plan: Plan, layout: Layout, page_width: int) -> dict[str, Any]:
    if layout == "grid":
        from roadmap_compiler.calendars.grid import grid_view

        return grid_view(plan, page_width)
    if layout == "people":
        from roadmap_compiler.calendars.sheets import sheets_view

        return sheets_view(plan, page_width)
    from roadmap_compiler.calendars.months import months_view

    return months_view(plan, page_width)


@lru_cache(maxsize=8)
def _prepared(layout: Layout, template: bytes | None,
              name: str) -> tuple[Template | None, tuple[TemplateProblem, ...]]:
    data = template_file(FILES[layout]) if template is None else template
    prepared, problems = prepare(data, name or FILES[layout], VOCABULARIES[layout], precompiled_parts)
    return prepared, tuple(problems)
