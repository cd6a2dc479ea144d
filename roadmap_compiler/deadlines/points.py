"""Points of a calendar as a plan writes them: «1 сентября», «март 2022», «II четверть», «осенние каникулы».

A year of None means that the text gives none: the plan's period supplies it. Every point carries its ``type`` as the
last field, so that values of different types never compare equal.
"""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

TermType: TypeAlias = Literal["quarter", "half", "trimester", "module"]
PartName: TypeAlias = Literal["start", "middle", "end", "half-1", "half-2", "decade-1", "decade-2", "decade-3",
                              "first-week", "last-week"]
Season: TypeAlias = Literal["autumn", "winter", "spring", "summer", "any"]


class Day(NamedTuple):
    """A day of a month."""

    month: int
    day: int
    year: int | None = None
    type: Literal["day"] = "day"


class Month(NamedTuple):
    """A whole month."""

    month: int
    year: int | None = None
    type: Literal["month"] = "month"


class Quarter(NamedTuple):
    """A calendar quarter (квартал), 1 to 4: always three months, unlike a school quarter (четверть)."""

    number: int
    year: int | None = None
    type: Literal["quarter"] = "quarter"


class Term(NamedTuple):
    """A school term: четверть, полугодие, триместр, модуль. Its dates are declared by the period.

    ``year`` is the year written beside it («II полугодие 2021 г.») or the first year of a school year.
    """

    of: TermType
    number: int
    year: int | None = None
    type: Literal["term"] = "term"


class Year(NamedTuple):
    """A calendar year."""

    year: int
    type: Literal["year"] = "year"


class SchoolYear(NamedTuple):
    """The school year that begins on 1 September of ``year``."""

    year: int
    type: Literal["school-year"] = "school-year"


class Vacation(NamedTuple):
    """School holidays; their dates are declared by the period. ``any`` means all of them."""

    season: Season
    type: Literal["vacation"] = "vacation"


class Week(NamedTuple):
    """The week (Monday to Sunday) that holds the n-th Monday of a month; -1 is the last."""

    number: int
    month: Month
    type: Literal["week"] = "week"


class Weekday(NamedTuple):
    """The n-th Monday … Sunday (1 … 7) of a month; -1 is the last. Weekday 0: the n-th working day."""

    number: int
    weekday: int
    month: Month
    type: Literal["weekday"] = "weekday"


class This(NamedTuple):
    """The year or period that the plan is about: «год», «учебный год», «календарный год», «период»."""

    what: Literal["year", "school-year", "calendar-year", "period"]
    type: Literal["this"] = "this"


Stretch: TypeAlias = "Month | Quarter | Term | Year | SchoolYear | Vacation | Week | This"


class Part(NamedTuple):
    """The beginning, middle or end of a longer stretch; a vague one («в конце июня»).

    Read as thirds, see `locating.part_of`: of a month the days 1–10, 11–20, 21–last. The same ten days of a month are
    exact as ``decade-1`` … ``decade-3``, and so are ``half-1`` and ``half-2``: of a month 1–15 and 16–last. The
    ``first-week`` and the ``last-week`` of a term are weeks of the calendar, cut at the edges of the term.
    """

    part: PartName
    of: Month | Quarter | Term | Year | SchoolYear | Vacation | Week | This
    type: Literal["part"] = "part"


class Before(NamedTuple):
    """The day before a stretch begins: «до начала учебного года»."""

    of: Month | Quarter | Term | Year | SchoolYear | Vacation | Week | This
    type: Literal["before"] = "before"


Point: TypeAlias = (
    Day | Month | Quarter | Term | Year | SchoolYear | Vacation | Week | Weekday | This | Part | Before
)
