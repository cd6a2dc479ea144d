"""How many years lie between two editions: by their periods, or by their deadlines where the period was forgotten."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from roadmap_compiler.deadlines import Period
from roadmap_compiler.editions.dates import Turn, compare_deadlines, has_year
from roadmap_compiler.editions.units import Unit


def turn_of_periods(old: Period, new: Period) -> Turn:
    """The turn that the two periods themselves state."""
    return Turn(new.start.year - old.start.year, old, new)


def turn_of_deadlines(stated: Turn, pairs: Iterable[tuple[Unit, Unit]]) -> Turn:
    """The turn that most dated deadlines of the paired units made, where the periods themselves state none."""
    if stated.years:
        return stated
    dated = [(old.deadline, new.deadline) for old, new in pairs
             if old.deadline is not None and new.deadline is not None
             and has_year(old.deadline.deadline) and has_year(new.deadline.deadline)]
    texts = Counter((old.text, new.text) for old, new in dated)
    dated = list({(old.text, new.text): (old, new) for old, new in dated}.values())
    votes: Counter[int] = Counter()
    for years in dict.fromkeys((stated.years, 0, 1, -1, 2, -2)):
        turn = stated._replace(years=years)
        expected = "shifted" if years else "same"
        votes[years] = sum(texts[old.text, new.text] for old, new in dated
                           if compare_deadlines(old, new, turn) in (expected, "same", "reworded"))
    best = max(votes, key=lambda years: (votes[years], years == stated.years))
    if votes[best] * 2 > texts.total() and votes[best] >= 2:
        return stated._replace(years=best)
    return stated
