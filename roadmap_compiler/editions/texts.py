"""Two texts of two editions: the same, the same but for its look, the same a year later, stale, or changed."""

from __future__ import annotations

import re
from typing import Literal

from roadmap_compiler.deadlines import Period
from roadmap_compiler.editions.dates import Turn
from roadmap_compiler.editions.wording import shift_years, years_in
from roadmap_compiler.plan.wording import plain

Outcome = Literal["same", "looks", "shifted", "stale", "changed"]

_OF_THIS_YEAR = re.compile(
    r"(?:\b(?:в|на|за|до конца)\s(?P<one>(?:19|20)\d\d)(?!\s?[/\-–—.\d])"
    r"|(?P<pair>(?:19|20)\d\d)\s?[/\-–—]\s?(?:20)?\d\d\s?(?:уч|г|\Z))", re.IGNORECASE)

_PERIOD = re.compile(
    r"(?<!\d)(?P<first>(?:19|20)\d\d)(?:\s?[/\-–—]\s?(?P<second>(?:20)?\d\d))?(?![\d.])"
    r"\s*(?:уч(?:ебн\w*|\.)\s*)?(?:гг?\.|год\w*)?", re.IGNORECASE)


def compare_texts(old: str, new: str, turn: Turn) -> Outcome:
    """What became of a text; a year that a new edition needs is no change."""
    if plain(old) == plain(new):
        if turn.years > 0 and _has_stale_year(new, turn):
            return "stale"
        return "same" if _set(old) == _set(new) else "looks"
    if turn.years and plain(shift_years(old, turn.years)) == plain(new):
        return "shifted"
    if turn.is_uneven and _without_period(old, turn.old) == _without_period(new, turn.new):
        return "shifted"
    return "changed"


def _without_period(text: str, period: Period) -> tuple[str, ...]:
    """A text with the mention of its own period, «на 2023/2024 учебный год» or «на 2024 год», as one word."""
    years = period.start.year, period.end.year

    def named(match: re.Match[str]) -> str:
        first, second = int(match["first"]), match["second"]
        last = int(second) % 100 if second else first % 100
        return " период " if (first, last) == (years[0], years[1] % 100) else match.group()

    return plain(_PERIOD.sub(named, text))


def _set(text: str) -> str:
    """The program itself sets non-breaking spaces; an author's spaces at the ends are no typography either."""
    return text.replace("\u00a0", " ").strip()


def _has_stale_year(text: str, turn: Turn) -> bool:
    """«… в 2021 г.» in a plan of 2022; not a year of a normative reference, nor one that the new period still has."""
    for match in _OF_THIS_YEAR.finditer(text):
        year = int(match["one"] or match["pair"])
        if turn.old.start.year <= year < turn.new.start.year and year in years_in(text):
            return True
    return False
