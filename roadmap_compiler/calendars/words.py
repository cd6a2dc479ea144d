"""Russian words of printed calendars."""

from __future__ import annotations

import datetime

from roadmap_compiler.plan.approvals import print_day

MONTHS = ("январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь",
          "декабрь")
SHORT_MONTHS = ("янв", "фев", "мар", "апр", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")
SHORT_WEEKDAYS = ("пн", "вт", "ср", "чт", "пт", "сб", "вс")

ALL_THE_TIME = "В течение периода"
NO_DATE = "Без даты"
NO_PERSON = "Ответственный не указан"
NO_DEADLINE = "срок не указан"

DUE, PRELIMINARY = "●", "○"
"""Marks that stay apart in black and white, in every font that has Russian letters."""


def print_stretch(start: datetime.date, end: datetime.date) -> str:
    """«15.09.2021», «01.09–30.09.2021», «01.10.2021–30.04.2022»; both days are included."""
    if start == end:
        return print_day(end)
    first = print_day(start)
    return f"{first[:5] if start.year == end.year else first}–{print_day(end)}"


def print_month(month: datetime.date) -> str:
    """«Сентябрь 2021» for any day of it."""
    return f"{MONTHS[month.month - 1].capitalize()} {month.year}"
