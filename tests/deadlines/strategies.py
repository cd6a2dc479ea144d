"""Generated deadlines: what a plan could state, in every kind."""

from __future__ import annotations

from functools import partial
from typing import Any

from hypothesis import strategies as st

from roadmap_compiler.deadlines import (
    Anchor,
    By,
    Dates,
    Deadline,
    During,
    External,
    Offset,
    On,
    OnDemand,
    Recurring,
    Relative,
    Span,
    Unset,
    Whole,
)
from roadmap_compiler.deadlines.lexer import day_exists
from roadmap_compiler.deadlines.points import (
    Before,
    Day,
    Month,
    Part,
    Quarter,
    SchoolYear,
    Term,
    This,
    Vacation,
    Week,
    Weekday,
    Year,
)
from roadmap_compiler.deadlines.printing import print_deadline
from roadmap_compiler.deadlines.years import place, year_of, years_of_span


def build(kind: Any, *args: Any, **kwargs: Any) -> st.SearchStrategy[Any]:
    """Values of a kind; fields that are not given keep their defaults."""
    return st.builds(partial(kind), *args, **kwargs)


years = st.none() | st.integers(2015, 2035)
months = st.integers(1, 12)
days = build(Day, months, st.integers(1, 31), years).filter(lambda d: day_exists(d.month, d.day, d.year))
whole_months = build(Month, months, years)
quarters = build(Quarter, st.integers(1, 4), years)
terms = st.one_of(
    build(Term, st.just("quarter"), st.integers(1, 4), years),
    build(Term, st.just("half"), st.integers(1, 2), years),
    build(Term, st.just("trimester"), st.integers(1, 3), years),
    build(Term, st.just("module"), st.integers(1, 8)),
)
vacations = build(Vacation, st.sampled_from(["autumn", "winter", "spring", "summer", "any"]))
nth = st.integers(1, 5) | st.just(-1)
weeks = build(Week, nth, whole_months)
weekdays = build(Weekday, nth, st.integers(0, 7), whole_months) | build(
    Weekday, st.just(-1), st.just(8), whole_months
)
written_years = build(Year, st.integers(2015, 2035)) | build(SchoolYear, st.integers(2015, 2035))
this = build(This, st.sampled_from(["year", "school-year", "calendar-year", "period"]))
long = whole_months | quarters | terms | vacations | written_years
parts = (
    build(Part, st.sampled_from(["start", "middle", "end"]), long | this)
    | build(Part, st.sampled_from(["half-1", "half-2"]), long)
    | build(Part, st.sampled_from(["decade-1", "decade-2", "decade-3"]), whole_months)
)
notes = st.just("") | st.sampled_from(
    ["классный тур", "актовый зал", "Козлова Ю.С.", "5–9 классы", "День знаний"]
)
times = st.just("") | st.sampled_from(["10:00", "9:00–16:00", "8:30"])

on = build(On, days | weekdays, note=notes, time=times)
by = build(
    By, days | weekdays | long | this.filter(lambda t: t.what != "period") | build(Before, long), note=notes
)
edge_weeks = build(Part, st.sampled_from(["first-week", "last-week"]), quarters | terms)
during = build(During, whole_months | quarters | terms | vacations | weeks | parts | edge_weeks, note=notes)


def _kept_years(span: Span) -> bool:
    """A range whose years a reader would fill in prints with them filled in."""
    return years_of_span(span) == span


spans = st.one_of(
    build(Span, days, days),
    build(Span, whole_months, whole_months),
    build(Span, days, st.none()),
    build(Span, build(Year, st.integers(2015, 2024)), build(Year, st.integers(2025, 2035))),
    build(Span, whole_months, st.none()),
    build(Span, st.none(), days),
    build(Span, quarters, quarters),
    build(Span, days, whole_months),
    build(Span, parts, parts),
).filter(lambda s: s.start is None or s.end is None or (_kept_years(s) and s.start != s.end))

whole = st.sampled_from(
    [Whole(of) for of in ("period", "year", "school-year", "calendar-year", "stages", "always")]
).map(lambda w: w._replace(words=print_deadline(w))) | st.builds(
    lambda point: Whole("written", point=point), written_years
)

frequencies = st.sampled_from(
    ["day", "week", "month", "quarter", "half", "year", "term:quarter", "term:trimester", "term:module"]
)
monthly_days = st.lists(st.integers(1, 31), min_size=1, max_size=3, unique=True).map(
    lambda d: tuple(sorted(d))
)
rules = st.one_of(
    build(Recurring, frequencies, interval=st.integers(1, 4)),
    build(Recurring, frequencies, times=st.integers(1, 30), floor=st.booleans()),
    build(Recurring, st.just("month"), mode=st.just("on"), days=monthly_days),
    build(
        Recurring,
        st.just("month"),
        mode=st.just("by"),
        days=monthly_days,
        interval=st.integers(1, 3),
    ),
    build(
        Recurring,
        st.sampled_from(["month", "quarter"]),
        mode=st.just("by"),
        lag=st.just(1),
        days=st.integers(1, 31).map(lambda d: (d,)),
    ),
    build(
        Recurring,
        st.just("month"),
        mode=st.just("between"),
        days=st.tuples(st.integers(1, 14), st.integers(15, 28)),
    ),
    build(
        Recurring,
        st.just("week"),
        mode=st.just("on"),
        weekdays=st.lists(st.integers(1, 7), min_size=1, max_size=3, unique=True).map(
            lambda d: tuple(sorted(d))
        ),
    ),
    build(
        Recurring,
        st.just("month"),
        mode=st.just("on"),
        nth=nth,
        weekdays=st.integers(1, 7).map(lambda d: (d,)),
    ),
    build(Recurring, st.sampled_from(["month", "quarter"]), mode=st.just("on"), workday=st.just(-1)),
    build(Recurring, st.just("month"), week=nth),
    build(Recurring, frequencies.filter(lambda f: f != "day"), mode=st.just("by")),
    build(
        Recurring,
        frequencies.filter(lambda f: f not in ("day", "week")),
        part=st.sampled_from(["start", "middle", "end"]),
    ),
    build(
        Recurring,
        frequencies.filter(lambda f: f in ("quarter", "half") or f.startswith("term:")),
        part=st.sampled_from(["first-week", "last-week"]),
    ),
    build(Recurring, st.just("day"), note=st.just("по рабочим дням")),
)
within = (
    st.none()
    | build(Span, build(Month, months), build(Month, months)).filter(lambda s: s.start != s.end)
    | build(Span, days, st.none())
    | whole.filter(lambda w: w.of not in ("always", "written"))
)
bounded = st.builds(lambda rule, bound, note: rule._replace(within=bound, note=note), rules, within, notes)
recurring = bounded.filter(lambda d: d.every != "year" or not isinstance(d.within, Span)) | build(
    lambda part: Recurring("year", each=(part,)),
    st.one_of(
        build(On, build(Day, months, st.integers(1, 28))),
        build(By, build(Day, months, st.integers(1, 28))),
        build(During, build(Month, months)),
    ),
)

names = st.sampled_from(
    ["педсовета", "определения модели", "групповой встречи", "завершающего этапа", "конкурса «Учитель года»"]
)
anchors = st.one_of(
    build(Anchor, st.just("approved")),
    build(Anchor, st.just("start")),
    build(Anchor, st.just("end")),
    st.builds(
        lambda name, edge: Anchor("named", name, edge), names, st.sampled_from(["", "start", "finish"])
    ),
    st.builds(lambda point: Anchor("point", point=point), days),
    st.builds(
        lambda every, edge: Anchor("each", every, edge),
        st.sampled_from(["month", "quarter", "half", "term:quarter", "term:trimester", "term:module"]),
        st.sampled_from(["start", "finish"]),
    ),
)
offsets = build(Offset, st.integers(1, 40), st.sampled_from(["day", "workday", "week", "month"]))
relative = st.one_of(
    build(Relative, st.just("within"), anchors | st.just(Anchor("unnamed")), offsets, note=st.just("")),
    build(Relative, st.just("after"), anchors, offsets),
    build(Relative, st.just("after"), anchors),
    build(Relative, st.sampled_from(["before", "by-before", "not-earlier"]), anchors, offsets),
    build(
        Relative, st.sampled_from(["on", "by"]), anchors.filter(lambda a: a.what == "named" and not a.edge)
    ),
)
undated = st.sampled_from(
    [
        OnDemand("по мере необходимости"),
        OnDemand("по мере поступления заявок"),
        External("по отдельному графику"),
        OnDemand("по мере необходимости", Recurring("year", times=4, floor=True)),
        External("согласно плану работы школы"),
    ]
)
single = st.one_of(on, by, during, spans)


def _listed(parts: list[Deadline]) -> Dates:
    return Dates(tuple(parts))


def _year(part: Deadline) -> object:
    point = part.day if isinstance(part, On) else part.point if isinstance(part, (By, During)) else None
    return None if point is None else (year_of(point), place(point))


dates = st.one_of(
    st.lists(
        build(On, build(Day, months, st.integers(1, 28))), min_size=2, max_size=5, unique_by=print_deadline
    ),
    st.lists(
        build(On, build(Day, months, st.integers(1, 28), st.integers(2015, 2035)), note=notes),
        min_size=2,
        max_size=4,
        unique_by=lambda d: d.day,
    ),
    st.lists(build(During, build(Month, months)), min_size=2, max_size=4, unique_by=print_deadline),
    st.lists(
        build(By, build(Day, months, st.integers(1, 28))), min_size=2, max_size=4, unique_by=print_deadline
    ),
).map(_listed)

deadlines = st.one_of(single, whole, recurring, relative, undated, dates, st.just(Unset()))
