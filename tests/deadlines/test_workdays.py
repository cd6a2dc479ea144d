"""Days off and working days: the decrees, the automatic transfer, the six-day week, own days, the policies."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from roadmap_compiler.deadlines import RUSSIA, Policy, WorkCalendar, parse, resolve
from roadmap_compiler.deadlines.workdays import days_off
from tests.deadlines.table import period

# From the decrees № 1648 of 10.10.2020, 1564 of 16.09.2021, 1505 of 29.08.2022, 1314 of 10.08.2023, 1335 of 04.10.2024,
# 1466 of 24.09.2025, 1187 of 17.09.2026, and for 2020 of the year before: working Saturdays and days off beyond ТК 112.
WORKED = ["2021-02-20", "2022-03-05", "2024-04-27", "2024-11-02", "2024-12-28", "2025-11-01", "2027-02-20"]
OFF = [
    "2020-05-04", "2020-05-05", "2021-02-22", "2021-11-05", "2021-12-31", "2022-03-07", "2022-05-03", "2022-05-10",
    "2023-02-24", "2023-05-08", "2024-04-29", "2024-04-30", "2024-05-10", "2024-12-30", "2024-12-31", "2025-05-02",
    "2025-05-08", "2025-06-13", "2025-11-03", "2025-12-31", "2026-01-09", "2026-12-31", "2027-02-22", "2027-11-05",
    "2027-12-31", "2026-03-09", "2026-05-11", "2027-05-03", "2027-05-10", "2027-06-14",
]
# Working days of the five-day week in each year, from the published production calendars. In 2020 and 2021 the
# presidential non-working days count as working: they are no days off in the sense of ГК 193.
WORKING_DAYS = {2022: 247, 2023: 247, 2024: 248, 2025: 247, 2026: 247}


@pytest.mark.parametrize("day", WORKED)
def test_a_worked_saturday(day: str) -> None:
    assert not RUSSIA.is_off(date.fromisoformat(day))


@pytest.mark.parametrize("day", OFF)
def test_a_day_off_by_decree(day: str) -> None:
    assert RUSSIA.is_off(date.fromisoformat(day))


@pytest.mark.parametrize("day", ["2020-06-24", "2020-07-01", "2021-05-04", "2021-11-01", "2021-11-03"])
def test_presidential_days_are_working_days_for_deadlines(day: str) -> None:
    assert not RUSSIA.is_off(date.fromisoformat(day))


@pytest.mark.parametrize(("year", "count"), WORKING_DAYS.items())
def test_as_many_working_days_as_the_production_calendar_has(year: int, count: int) -> None:
    days = [date(year, 1, 1) + timedelta(days=shift) for shift in range(366 if year % 4 == 0 else 365)]
    assert sum(not RUSSIA.is_off(day) for day in days) == count


def test_the_table_agrees_with_the_holidays_package() -> None:
    holidays = pytest.importorskip("holidays")
    for year in range(2013, 2028):
        known = holidays.country_holidays("RU", years=year)
        day = date(year, 1, 1)
        while day.year == year:
            assert RUSSIA.is_off(day) == (not known.is_working_day(day)), day
            day += timedelta(days=1)


def test_a_year_without_a_decree_has_the_transfer_of_the_labour_code() -> None:
    assert RUSSIA.is_preliminary(2028)
    assert not RUSSIA.is_preliminary(2027)
    assert RUSSIA.is_off(date(2028, 11, 6))  # 4 November 2028 is a Saturday
    assert not RUSSIA.is_off(date(2028, 11, 7))
    assert not RUSSIA.is_off(date(2028, 1, 10))  # New Year's days that fall on a weekend move by decree only


def test_a_day_in_a_year_without_a_decree_is_preliminary() -> None:
    found, _ = resolve(parse("последний рабочий день марта 2028"), period("2028 год"))
    assert [(one.due, one.preliminary) for one in found] == [(date(2028, 3, 31), True)]
    found, _ = resolve(parse("последний рабочий день марта 2027"), period("2027 год"))
    assert [(one.due, one.preliminary) for one in found] == [(date(2027, 3, 31), False)]


def test_six_days_a_week_only_sunday_is_off() -> None:
    school = WorkCalendar(work_week=6)
    assert not school.is_off(date(2021, 9, 25))
    assert school.is_off(date(2021, 9, 26))
    assert not school.is_off(date(2026, 1, 9))  # moved from a Saturday of the five-day week
    assert not school.is_off(date(2022, 3, 7))


def test_own_days_win() -> None:
    own = WorkCalendar(off={date(2021, 9, 1): "праздник"}, work={date(2021, 9, 4): "рабочая суббота"})
    assert own.is_off(date(2021, 9, 1))
    assert not own.is_off(date(2021, 9, 4))
    assert WorkCalendar(base="none").is_off(date(2021, 9, 4))
    assert not WorkCalendar(base="none").is_off(date(2021, 1, 1))


def test_every_table_year_has_its_days() -> None:
    for year in range(2010, 2036):
        assert date(year, 1, 1) in days_off(year, 5)
        assert date(year, 6, 12) in days_off(year, 6)


@pytest.mark.parametrize(("policy", "due"), [
    ("keep", "2021-09-25"), ("next", "2021-09-27"), ("previous", "2021-09-24"), ("modified_next", "2021-09-27"),
])
def test_a_deadline_on_a_saturday(policy: str, due: str) -> None:
    (one,), problems = resolve(parse("25.09.2021"), period("К"), policy=Policy(policy))  # type: ignore[arg-type]
    assert one.due == date.fromisoformat(due)
    assert one.adjusted_from == (None if policy == "keep" else date(2021, 9, 25))
    assert [problem.code for problem in problems] == (["deadline-day-off"] if policy == "keep" else [])


def test_modified_next_stays_in_its_month() -> None:
    (one,), _ = resolve(parse("31 октября 2021"), period("К"), policy=Policy("modified_next"))
    assert one.due == date(2021, 10, 29)


def test_the_warning_names_both_working_neighbours() -> None:
    _, (problem,) = resolve(parse("до 25.12.2021"), period("К"))
    assert (problem.code, problem.severity) == ("deadline-day-off", "warning")
    days = {"day": "25.12.2021", "before": "24.12.2021", "after": "27.12.2021"}
    assert problem.params == {"text": "до 25.12.2021", **days}


def test_a_month_that_ends_on_a_sunday_is_no_problem() -> None:
    (one,), problems = resolve(parse("октябрь 2021"), period("К"))
    assert (one.due, problems) == (date(2021, 10, 31), ())
