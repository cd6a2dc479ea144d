"""The same deadline in another year: what a plan's next edition begins with."""

from __future__ import annotations

from typing import Any

from .kinds import Deadline, Problem
from .lexer import day_exists
from .points import Day


def shift(deadline: Deadline, years: int) -> Deadline:
    """The deadline ``years`` later: every written year moves, everything else stays.

    29 February becomes 28 February in a common year, with a warning. The text is dropped where something moved.
    """
    if not years:
        return deadline
    warnings: list[Problem] = []
    moved = _moved(deadline, years, warnings)
    if moved == deadline:
        return deadline
    result: Deadline = moved._replace(text="", warnings=tuple(warnings))
    return result


def _moved(value: Any, years: int, warnings: list[Problem]) -> Any:
    if isinstance(value, Day) and value.year is not None:
        day = value._replace(year=value.year + years)
        if not day_exists(day.month, day.day, day.year):
            warnings.append(Problem("deadline-leap-day", {"year": day.year}, (), "warning"))
            day = day._replace(day=28)
        return day
    fields = getattr(value, "_fields", None)
    if fields is None:
        return tuple(_moved(one, years, warnings) for one in value) if isinstance(value, tuple) else value
    changed = {}
    for field in fields:
        old = getattr(value, field)
        if field == "year" and old is not None:
            changed[field] = old + years
        elif field not in ("warnings", "text") and isinstance(old, tuple):
            new = _moved(old, years, warnings)
            if new != old:
                changed[field] = new
    return value._replace(**changed) if changed else value
