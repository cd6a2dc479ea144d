"""The language of deadlines: a phrase, its meaning, its days in a period, and back to a phrase. Knows no roadmap."""

from __future__ import annotations

from .dates import DateText, read_date
from .explaining import Explanation, explain
from .kinds import (
    Anchor,
    Anchors,
    By,
    Dates,
    Deadline,
    During,
    External,
    Occurrence,
    Offset,
    On,
    OnDemand,
    Period,
    Policy,
    Problem,
    Recurring,
    Relative,
    Span,
    Unset,
    Verbatim,
    Whole,
    meaning,
)
from .names import name_key, same_name
from .periods import academic_year, calendar_year, read_period
from .printing import print_deadline
from .reading import parse
from .resolving import resolve
from .shifting import shift
from .structure import from_structure
from .workdays import RUSSIA, WorkCalendar

__all__ = [
    "RUSSIA",
    "Anchor",
    "Anchors",
    "By",
    "DateText",
    "Dates",
    "Deadline",
    "During",
    "Explanation",
    "External",
    "Occurrence",
    "Offset",
    "On",
    "OnDemand",
    "Period",
    "Policy",
    "Problem",
    "Recurring",
    "Relative",
    "Span",
    "Unset",
    "Verbatim",
    "Whole",
    "WorkCalendar",
    "academic_year",
    "calendar_year",
    "explain",
    "from_structure",
    "meaning",
    "name_key",
    "parse",
    "print_deadline",
    "read_date",
    "read_period",
    "resolve",
    "same_name",
    "shift",
]
