"""A phrase whose years are wrong, as it was typed but for the digits of its years."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import product
from typing import Any

from .kinds import Deadline, Period, Span
from .reading import parse

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|(?<=\d[./])\d\d(?![\d./])|(?<=\d{4}[-/])\d\d(?!\d|[-./]\d)"
                   r"|(?<= )[1-6]\d(?= ?гг?\b)")
"""«2025», the years of «20.05.25» and «2024/25», and «25» of «май 25 г.»"""
_MOST_SPOTS = 3
_MOST_OFFERED = 3


def with_right_digits(deadline: Deadline, period: Period, is_clean: Callable[[str], bool]) -> tuple[str, ...]:
    """The phrase with other digits in as few of its years as it takes to mean the same in years of the period.

    Nothing where no other digits help, and where a range over New Year has its year at one end only: there it is
    clearer to write both.
    """
    text = deadline.text
    spots = [match for match in _YEAR.finditer(text) if _is_year(match, text)]
    if not 0 < len(spots) <= _MOST_SPOTS or isinstance(deadline, Span) and _is_over_new_year(deadline, len(spots)):
        return ()
    years = range(period.start.year, period.end.year + 2)
    choices = [[spot.group(), *(_digits(year, spot) for year in years)] for spot in spots]
    found: list[str] = []
    fewest = len(spots)
    wanted = _without_years(deadline)
    for digits in sorted(set(product(*choices)), key=lambda chosen: (_changes(chosen, spots), chosen)):
        changes = _changes(digits, spots)
        if changes > fewest or len(found) > _MOST_OFFERED:
            break
        phrase = _put(text, spots, digits)
        if changes and _without_years(parse(phrase)) == wanted and is_clean(phrase):
            found.append(phrase)
            fewest = changes
    return tuple(found[:_MOST_OFFERED])


def _is_year(match: re.Match[str], text: str) -> bool:
    """Two digits behind a sign are a year only behind a day and a month, or behind a year."""
    if len(match.group()) == 4 or text[match.start() - 1] == " ":
        return True
    before = text[:match.start()]
    return re.search(r"(?<!\d)\d{1,2}[./]\d{1,2}[./]$|(?:19|20)\d\d[-/]$", before) is not None


def _is_over_new_year(deadline: Span, spots: int) -> bool:
    from .years import place

    start, end = (one and place(one) for one in (deadline.start, deadline.end))
    return spots < 2 and start is not None and end is not None and start > end


def _digits(year: int, spot: re.Match[str]) -> str:
    return str(year)[-len(spot.group()):]


def _changes(digits: tuple[str, ...], spots: list[re.Match[str]]) -> int:
    return sum(new != spot.group() for new, spot in zip(digits, spots, strict=True))


def _put(text: str, spots: list[re.Match[str]], digits: tuple[str, ...]) -> str:
    for spot, new in reversed(list(zip(spots, digits, strict=True))):
        text = text[:spot.start()] + new + text[spot.end():]
    return text


def _without_years(value: Any) -> Any:
    """The meaning of a deadline without its years, for comparing."""
    fields = getattr(value, "_fields", None)
    if fields is None:
        return tuple(_without_years(one) for one in value) if isinstance(value, tuple) else value
    return (type(value).__name__, *(_without_years(getattr(value, field)) for field in fields
                                    if field not in ("year", "text", "warnings", "words")))
