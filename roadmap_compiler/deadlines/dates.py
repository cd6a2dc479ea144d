"""Dates of documents: approvals and orders. «09» февраля 2022 года, от «12» 04. 2021г., blanks left for the pen."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from .lexer import days_in_month, fold
from .vocabulary import MONTHS


class DateText(NamedTuple):
    """A date as a document writes it.

    ``blank``: nothing but blanks, quotation marks and the sign of the year. ``year`` is known without the ``date`` when
    only the year is filled in. ``valid`` is False when something stands there that is not a date.
    """

    date: date | None
    year: int | None
    blank: bool
    valid: bool


_MONTH = {form: number for number, forms in enumerate(MONTHS, 1) for form in forms}
_WORDS = r'^(?:от|с|до)?\s*"?\s*(\d{1,2})\s*"?\s*([а-я]+)\.?\s*((?:19|20)\d\d)\s*(?:г\.?|год[а]?)?\.?$'
_DOTS = (
    r'^(?:от|с|до)?\s*"?\s*(\d{1,2})\s*(?:"\s*[./]?|[./])\s*(\d{1,2})\s*[./]\s*(\d{4}|\d\d)\s*(?:г\.?|год[а]?)?\.?$'
)
_ISO = r"^(\d{4})-(\d\d)-(\d\d)$"
_ONLY_YEAR = r'^(?:от\s*)?["_\s.]*((?:19|20)\d\d)\s*(?:г\.?|год[а]?)?\.?$'
_BLANK = r'^(?:от)?["_\s.\-…/]*(?:20)?["_\s.\-…/]*(?:г\.?|год[а]?)?\.?$'


@lru_cache(maxsize=256)
def read_date(text: str) -> DateText:
    """The date of an approval; see `DateText`. Never raises. A plan asks for the same date several times."""
    words = " ".join(fold(text).split())
    if re.match(_BLANK, words):
        return DateText(None, None, True, True)
    for pattern, order in ((_ISO, (2, 1, 0)), (_DOTS, (0, 1, 2)), (_WORDS, (0, 1, 2))):
        found = re.match(pattern, words)
        if found:
            day, month, year = (found.group(place + 1) for place in order)
            return _made(day, month, year)
    only = re.match(_ONLY_YEAR, words)
    if only:
        return DateText(None, int(only.group(1)), False, True)
    return DateText(None, None, False, False)


def nearest_day(text: str) -> str:
    """For a date that no calendar has («31.02.2027») the last day of its month; "" where more than that is wrong."""
    words = " ".join(fold(text).split())
    match = re.match(_DOTS, words) or re.match(_WORDS, words)
    month = (int(match[2]) if match[2].isdigit() else _MONTH.get(match[2], 0)) if match else 0
    if match is None or not 1 <= month <= 12 or not 28 < int(match[1]) <= 31:
        return ""
    year = int(match[3]) if len(match[3]) == 4 else 2000 + int(match[3])
    last = days_in_month(month, year)
    return f"{last:02}.{month:02}.{year}" if int(match[1]) > last else ""


def example_of(text: str) -> str:
    """How a date is written, with the year that a text names: «01.09.2027»."""
    year = re.search(r"(?<!\d)(?:19|20)\d\d(?!\d)", text)
    return f"01.09.{year.group() if year else 2027}"


def _made(day: str, month: str, year: str) -> DateText:
    number = int(month) if month.isdigit() else _MONTH.get(month, 0)
    full = int(year) if len(year) == 4 else 2000 + int(year)
    try:
        return DateText(date(full, number, int(day)), full, False, True)
    except ValueError:
        return DateText(None, full, False, False)
