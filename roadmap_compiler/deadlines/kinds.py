"""The twelve kinds of deadline, the period they are read in, and what reading and resolving give back.

All are immutable tuples. Every kind has ``kind`` as its last field and keeps the ``text`` as written; two deadlines
mean the same when `meaning` makes them equal.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, Literal, NamedTuple, TypeAlias

from .points import Day, Point, Weekday

NOTHING: Mapping[Any, Any] = MappingProxyType({})


class Problem(NamedTuple):
    """What is wrong with a deadline or was assumed in it.

    ``params`` fill the sentence that `messages.deadlines` has for ``code``. ``alternatives`` are phrases to write
    instead; each of them is understood. ``column`` is the offset in the phrase, from 0; -1 when it has no one place.
    """

    code: str
    params: dict[str, Any] = {}
    alternatives: tuple[str, ...] = ()
    severity: Literal["error", "warning", "info"] = "error"
    column: int = -1


class Period(NamedTuple):
    """The time that a plan is about, both days inclusive.

    ``terms`` holds the school terms by type (`quarter`, `half`, `trimester`, `module`), each a tuple of first and last
    days in order; ``vacations`` the school holidays by season (`autumn`, `winter`, `spring`, `summer`); ``events``
    named days; ``aliases`` what else the plan calls this period.
    """

    kind: Literal["calendar_year", "academic_year", "years", "custom"]
    start: date
    end: date
    terms: Mapping[str, tuple[tuple[date, date], ...]] = NOTHING
    vacations: Mapping[str, tuple[date, date]] = NOTHING
    events: Mapping[str, date] = NOTHING
    aliases: tuple[str, ...] = ()


Lookup: TypeAlias = Callable[[str], tuple[date | None, date | None] | None]


class Anchors(NamedTuple):
    """What relative deadlines count from.

    ``approved`` is the day of approval, ``start`` the first day of the plan's work. ``lookup`` takes the name of a
    stage, an activity or an event as the phrase has it (an id or a title, in any grammatical case; `same_name` compares
    such names) and gives its first and last day, or None when there is no such thing.
    """

    approved: date | None = None
    start: date | None = None
    lookup: Lookup | None = None


class Policy(NamedTuple):
    """Choices that the law leaves open. ``day_off``: what becomes of a deadline on a day off (see `resolving`)."""

    day_off: Literal["keep", "next", "previous", "modified_next"] = "keep"


NO_ANCHORS = Anchors()
KEEP = Policy()


class Occurrence(NamedTuple):
    """One stretch of days in the calendar, all three days inclusive; the work is due on ``due``.

    ``key`` is unique within the deadline and stays the same when the date is moved. ``adjusted_from`` is the day as
    written when the calendar moved ``due``; ``preliminary`` marks a working-day rule of a year without a decree.
    """

    key: str
    start: date
    end: date
    due: date
    precision: Literal["day", "week", "month", "quarter", "term", "year", "period", "span"] = "day"
    adjusted_from: date | None = None
    preliminary: bool = False
    note: str = ""
    time: str = ""


class On(NamedTuple):
    """On one day. ``or_day`` is the other day that brackets give: «25 (26) сентября»."""

    day: Day | Weekday
    or_day: Day | None = None
    note: str = ""
    time: str = ""
    text: str = ""
    warnings: tuple[Problem, ...] = ()
    kind: Literal["on"] = "on"


class By(NamedTuple):
    """Not later than a point, the point itself included; a longer point counts to its last day."""

    point: Point
    note: str = ""
    time: str = ""
    text: str = ""
    warnings: tuple[Problem, ...] = ()
    kind: Literal["by"] = "by"


class During(NamedTuple):
    """At some time within a month, a quarter, a term, a week …"""

    point: Point
    note: str = ""
    time: str = ""
    text: str = ""
    warnings: tuple[Problem, ...] = ()
    kind: Literal["during"] = "during"


class Span(NamedTuple):
    """From a point to a point, both included. An end of None is open: it is the period's own."""

    start: Point | None
    end: Point | None
    note: str = ""
    time: str = ""
    text: str = ""
    warnings: tuple[Problem, ...] = ()
    kind: Literal["span"] = "span"


class Dates(NamedTuple):
    """Several deadlines in one cell, each with its own note and time."""

    parts: tuple[Deadline, ...]
    note: str = ""
    time: str = ""
    text: str = ""
    warnings: tuple[Problem, ...] = ()
    kind: Literal["dates"] = "dates"


Frequency: TypeAlias = Literal[
    "day", "week", "month", "quarter", "half", "year",
    "term:quarter", "term:trimester", "term:module",
]


class Recurring(NamedTuple):
    """Again and again: ``times`` in every ``interval`` stretches of ``every``.

    ``floor`` is «не реже»: a lower bound, not a schedule. ``mode`` says what is due: on the day, by the day, from the
    first to the second of two ``days`` (``between``), or during the whole stretch.

    The day is given by ``days`` (of the month; -1 is the last), by ``weekdays`` (1 is Monday) with ``nth`` (of the
    month; -1 is the last), by ``workday`` (the n-th working day), by the n-th ``week`` of the month, or by ``part`` of
    the stretch. ``lag`` counts months from the stretch reported on to the month of the day. ``each`` holds deadlines of
    every year. ``within`` bounds the whole.
    """

    every: Frequency
    interval: int = 1
    times: int = 1
    floor: bool = False
    mode: Literal["during", "on", "by", "between"] = "during"
    days: tuple[int, ...] = ()
    weekdays: tuple[int, ...] = ()
    nth: int = 0
    workday: int = 0
    week: int = 0
    part: Literal["", "start", "middle", "end", "first-week", "last-week"] = ""
    lag: int = 0
    each: tuple[Deadline, ...] = ()
    within: Deadline | None = None
    note: str = ""
    time: str = ""
    text: str = ""
    warnings: tuple[Problem, ...] = ()
    kind: Literal["recurring"] = "recurring"


class Anchor(NamedTuple):
    """What a relative deadline counts from.

    ``what``: the approval, the start or the end of the plan's work, something ``name``d (an event, an activity, a
    stage), a ``point`` of the calendar, each stretch of a frequency in turn (``name`` is a `Frequency`), or nothing
    said. ``edge`` is the side of a longer thing where it is said; else what comes after counts from its end, and all
    else from its start.
    """

    what: Literal["approved", "start", "end", "named", "point", "each", "unnamed"]
    name: str = ""
    edge: Literal["", "start", "finish"] = ""
    point: Point | None = None


class Offset(NamedTuple):
    """So many units; ``skip`` of them are left out first («второго месяца» = skip 1, amount 2)."""

    amount: int
    unit: Literal["hour", "day", "workday", "week", "month", "year"]
    skip: int = 0


class Relative(NamedTuple):
    """Counted from something.

    ``relation``: ``within`` the offset after it, ``after`` exactly the offset (or at any time after it, without one),
    ``before`` exactly the offset, ``by-before`` not later than the offset before it, ``not-earlier`` than the offset
    before it, ``by`` it (the day before it begins, or the day it ends), ``on`` its day. A period runs from the day
    after (ГК 191).
    """

    relation: Literal["within", "after", "before", "by-before", "not-earlier", "by", "on"]
    anchor: Anchor
    offset: Offset | None = None
    note: str = ""
    time: str = ""
    text: str = ""
    warnings: tuple[Problem, ...] = ()
    kind: Literal["relative"] = "relative"


class Whole(NamedTuple):
    """The whole of the period, the calendar year, the school year, all stages, or always; ``words`` print it.

    ``written`` is a year that stands in the text (``point``); ``named`` a period that the plan must know by an alias.
    """

    of: Literal["period", "year", "calendar-year", "school-year", "stages", "always", "written", "named"]
    words: str = ""
    point: Point | None = None
    note: str = ""
    time: str = ""
    text: str = ""
    warnings: tuple[Problem, ...] = ()
    kind: Literal["whole"] = "whole"


class OnDemand(NamedTuple):
    """As needed; ``floor`` is a lower bound («но не реже 4 раз в год»)."""

    words: str = ""
    floor: Recurring | None = None
    note: str = ""
    time: str = ""
    text: str = ""
    warnings: tuple[Problem, ...] = ()
    kind: Literal["on-demand"] = "on-demand"


class External(NamedTuple):
    """By a schedule or a plan that lies elsewhere."""

    words: str = ""
    note: str = ""
    time: str = ""
    text: str = ""
    warnings: tuple[Problem, ...] = ()
    kind: Literal["external"] = "external"


class Unset(NamedTuple):
    """An empty cell or a dash."""

    note: str = ""
    time: str = ""
    text: str = ""
    warnings: tuple[Problem, ...] = ()
    kind: Literal["unset"] = "unset"


class Verbatim(NamedTuple):
    """Not understood, or understood in more than one way: printed as written, no date; ``warnings`` say why."""

    words: str = ""
    note: str = ""
    time: str = ""
    text: str = ""
    warnings: tuple[Problem, ...] = ()
    kind: Literal["verbatim"] = "verbatim"


Deadline: TypeAlias = (
    On | By | During | Span | Dates | Recurring | Relative | Whole | OnDemand | External | Unset | Verbatim
)


def meaning(deadline: Deadline) -> Deadline:
    """The deadline without what it was written with (text, warnings, the words for the whole period).

    Equal for equal meanings.
    """
    bare = deadline._replace(text="", warnings=())
    if isinstance(bare, Whole) and bare.of != "named":
        return bare._replace(words="")
    if isinstance(bare, Dates):
        return bare._replace(parts=tuple(meaning(part) for part in bare.parts))
    if isinstance(bare, Recurring):
        each = tuple(meaning(part) for part in bare.each)
        return bare._replace(each=each, within=bare.within and meaning(bare.within))
    return bare
