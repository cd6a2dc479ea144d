"""Laws that hold for every deadline, whatever the phrase."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from roadmap_compiler.deadlines import (
    RUSSIA,
    Anchors,
    Deadline,
    During,
    On,
    Period,
    Policy,
    academic_year,
    calendar_year,
    explain,
    meaning,
    parse,
    print_deadline,
    read_date,
    read_period,
    resolve,
    shift,
)
from roadmap_compiler.deadlines.points import Before
from tests.deadlines.strategies import build, days, deadlines, quarters, whole_months
from tests.deadlines.table import period, rows

PERIODS = [academic_year(2021), calendar_year(2021), calendar_year(2024), period("Т"), period("Л")]
WORDS = sorted({word for row in rows("deadlines-understood.tsv") for word in row.phrase.split()} | set(",.;()–-/:«»№"))
junk = st.text(max_size=60) | st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)


@given(deadlines)
@settings(max_examples=1500, deadline=None)
def test_what_is_printed_is_read_as_the_same(deadline: Deadline) -> None:
    phrase = print_deadline(deadline)
    assert meaning(parse(phrase)) == meaning(deadline), phrase


@given(junk, st.sampled_from(PERIODS))
@settings(max_examples=1500, deadline=None)
def test_nothing_raises_and_every_offer_is_understood(text: str, where: Period) -> None:
    found = explain(text, where, Anchors(approved=date(2021, 9, 10)))
    for reading in found.alternatives:
        assert parse(reading).kind != "verbatim", (text, reading)
    assert (found.kind == "verbatim") == any(problem.severity == "error" for problem in parse(text).warnings)
    read_date(text)
    read_period(text)


@given(deadlines | junk.map(parse), st.sampled_from(PERIODS))
@settings(max_examples=1500, deadline=None)
def test_every_date_lies_in_the_period_or_a_problem_says_why(deadline: Deadline, where: Period) -> None:
    occurrences, problems = resolve(deadline, where)
    codes = {problem.code for problem in problems}
    for one in occurrences:
        assert one.start <= one.due <= one.end
        is_eve = isinstance(getattr(deadline, "point", None), Before) and one.end == where.start - timedelta(days=1)
        if not where.start <= one.start <= one.end <= where.end and not is_eve:  # «до начала I четверти» says so itself
            told = {"deadline-outside-period", "deadline-after-period", "deadline-before-school-year"}
            assert codes & told, (print_deadline(deadline), one)
    assert len({one.key for one in occurrences}) == len(occurrences), print_deadline(deadline)
    if deadline.kind in ("on-demand", "external", "unset", "verbatim"):
        assert occurrences == ()


@given(deadlines)
@settings(max_examples=500, deadline=None)
def test_counted_from_nothing_there_is_no_date(deadline: Deadline) -> None:
    if deadline.kind == "relative" and deadline.anchor.what in ("approved", "named", "unnamed"):
        assert resolve(deadline, academic_year(2021))[0] == ()


@given(deadlines, st.integers(-5, 5))
@settings(max_examples=800, deadline=None)
def test_a_year_there_and_back(deadline: Deadline, years: int) -> None:
    moved = shift(shift(deadline, years), -years)
    if not shift(deadline, years).warnings:
        assert meaning(moved) == meaning(deadline)


plain_days = build(On, days.filter(lambda day: (day.month, day.day) != (2, 29)))
plain_months = st.builds(lambda point: During(point), whole_months | quarters)


@given(plain_days | plain_months, st.integers(1, 3))
@settings(max_examples=800, deadline=None)
def test_a_shifted_deadline_falls_on_the_same_days_of_the_shifted_period(deadline: Deadline, years: int) -> None:
    before, _ = resolve(deadline, academic_year(2021))
    after, _ = resolve(shift(deadline, years), academic_year(2021 + years))
    assert len(before) == len(after)
    for old, new in zip(before, after, strict=True):
        assert (new.start.month, new.start.day) == (old.start.month, old.start.day)
        assert new.start.year == old.start.year + years


@given(deadlines | junk.map(parse), st.sampled_from(PERIODS))
@settings(max_examples=400, deadline=None)
def test_moving_off_a_day_off_lands_on_a_working_day(deadline: Deadline, where: Period) -> None:
    for policy in ("next", "previous", "modified_next"):
        for one in resolve(deadline, where, policy=Policy(policy))[0]:
            if one.adjusted_from is not None:
                assert RUSSIA.is_off(one.adjusted_from)
                assert not RUSSIA.is_off(one.due)
                assert (one.due > one.adjusted_from) or policy != "next"
                assert (one.due < one.adjusted_from) or policy != "previous"
            assert one.start <= one.due <= one.end
