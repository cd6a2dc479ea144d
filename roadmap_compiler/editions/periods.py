"""Periods of two editions: how they are called, and how many years lie between them."""

from __future__ import annotations

from roadmap_compiler.deadlines import Period
from roadmap_compiler.plan.approvals import print_day


def period_words(period: Period) -> str:
    """«2021/2022», «2021», «2021–2024», else both days."""
    if period.kind == "academic_year":
        return f"{period.start.year}/{period.end.year}"
    if period.kind == "calendar_year":
        return str(period.start.year)
    if period.kind == "years":
        return f"{period.start.year}–{period.end.year}"
    return f"{print_day(period.start)} – {print_day(period.end)}"


def years_between(old: Period, new: Period) -> int | None:
    """Whole years from one period to another; None where they are no such two periods.

    A period of own days («с 09.02.2022 по 31.12.2022») may be followed by one that names its years alone («2023»):
    the days stay.
    """
    years = new.start.year - old.start.year
    if new.end.year - old.end.year != years:
        return None
    if new.kind != "custom" and (old.kind == "custom" or old.kind == new.kind):
        is_school_year = old.end.year == old.start.year + 1
        return years if (new.kind != "academic_year" or is_school_year) else None
    same_start = (old.start.month, old.start.day) == (new.start.month, new.start.day)
    return years if same_start and abs((new.end - old.end).days - 365.25 * years) <= 2 else None


def next_period(period: Period) -> str:
    """The period that follows, in the years that `years_between` understands: «2023», «2022/2023», «2024–2026»."""
    first, last = period.start.year, period.end.year
    length = max(1, last - first + (period.kind == "years"))
    first, last = first + length, last + length
    if first == last:
        return str(first)
    is_school_year = period.kind == "academic_year" or (period.kind == "custom" and last == first + 1)
    return f"{first}/{last}" if is_school_year else f"{first}–{last}"
