"""What each rule of the grammar means: by the rule's name, a function of its children's values, or a constant."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..kinds import External, OnDemand, Recurring, Whole
from ..points import This, Vacation
from . import calendar, counted, dated, repeated, several
from .refusals import Loose, Refused, ambiguous

CONSTANTS: dict[str, Any] = {
    "unit_day": "day",
    "unit_workday": "workday",
    "unit_week": "week",
    "unit_month": "month",
    "unit_quarter": "quarter",
    "unit_year": "year",
    "unit_school_year": "school-year",
    "unit_hour": "hour",
    "this_year": This("year"),
    "this_school_year": This("school-year"),
    "this_calendar_year": This("calendar-year"),
    "this_period": This("period"),
    "whole_stages": Whole("stages"),
    "whole_school_year": Whole("school-year"),
    "whole_calendar_year": Whole("calendar-year"),
    "vacations": Vacation("any"),
    "per_day": (1, "day"),
    "next_month_monthly": ("month", 1),
    "next_month_quarterly": ("quarter", 1),
    "each_quarter": Recurring("quarter"),
    "results_of_quarters": Recurring("quarter", mode="by"),
    "this_month": ("month", 0),
    "next_month": ("", 1),
}
"""Rules that always mean the same. A month reported on that is still to be named is ""."""


def same(value: Any = None) -> Any:
    """The rule means what its only child means."""
    return value


def on_demand(text: str = "") -> OnDemand:
    return OnDemand()


def external(text: str = "") -> External:
    return External()


def _constant(value: Any) -> Callable[..., Any]:
    return lambda *children: value


MEANINGS: dict[str, Callable[..., Any]] = {
    "same": same, "on_demand": on_demand, "external": external,
    **{name: _constant(value) for name, value in CONSTANTS.items()},
    **{
        name: function
        for module in (calendar, several, dated, repeated, counted)
        for name, function in vars(module).items()
        if callable(function) and not name.startswith("_")
    },
}

__all__ = ["MEANINGS", "Loose", "Refused", "ambiguous", "same"]
