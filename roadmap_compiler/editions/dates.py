"""Deadlines of two editions: compared by the days they mean relative to the period, by their words last."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal, NamedTuple

from roadmap_compiler.deadlines import Anchors, Deadline, Period, meaning, resolve, shift
from roadmap_compiler.editions.wording import shift_years, years_in
from roadmap_compiler.plan.plan import PlannedDeadline
from roadmap_compiler.plan.wording import plain

Outcome = Literal["same", "reworded", "shifted", "stale", "changed"]
"""``shifted``: the same days so many years later, as they should be. ``stale``: left in the old period by mistake.
``reworded``: other words for the same days."""

_WITHOUT_DATES = ("on-demand", "external", "verbatim", "whole")


class Turn(NamedTuple):
    """From which period to which, and how many years lie between: 0 for an amendment within the year."""

    years: int
    old: Period
    new: Period

    @property
    def is_uneven(self) -> bool:
        """Whether the periods are no whole number of years apart, as a school year and a calendar year are: some days
        move by a year then, and others stay."""
        old, new = self.old, self.new
        return (new.start.year - old.start.year != new.end.year - old.end.year
                or (old.start.month, old.start.day, old.end.month) != (new.start.month, new.start.day, new.end.month))


def compare_deadlines(old: PlannedDeadline | None, new: PlannedDeadline | None, turn: Turn) -> Outcome:
    """What became of one deadline."""
    if old is None or new is None:
        return "same" if old is new else "changed"
    if "verbatim" in (old.deadline.kind, new.deadline.kind):
        return _compare_words(old, new, turn)
    dated = has_year(old.deadline)
    if dated and turn.is_uneven:
        outcome = _compare_uneven(old, new, turn)
        if outcome is not None:
            return outcome
    expected = shift(old.deadline, turn.years)
    if meaning(expected) == meaning(new.deadline):
        if turn.years and dated:
            return "shifted"
        return "same" if plain(old.text) == plain(new.text) else "reworded"
    if turn.years and dated and _is_stale(old.deadline, new.deadline, turn):
        return "stale"
    if meaning(old.deadline) == meaning(new.deadline):
        return "same"  # a day of both periods, which a plan of several years may keep
    if _same_days(expected, new.deadline, turn.new):
        return "shifted" if turn.years and dated and has_year(new.deadline) else "reworded"
    return "changed"


def _compare_uneven(old: PlannedDeadline, new: PlannedDeadline, turn: Turn) -> Outcome | None:
    """Where some days move and others stay: what stays must lie in the new period, what moves must come to lie there.
    None where the two are not the same days of some year."""
    then, now = meaning(old.deadline), meaning(new.deadline)
    if then == now:
        if _is_outside(new.deadline, turn.new) and not _is_outside(old.deadline, turn.old):
            return "stale"
        return "same" if plain(old.text) == plain(new.text) else "reworded"
    for years in dict.fromkeys((turn.years, 1, -1, 2, -2)):
        if years and meaning(shift(old.deadline, years)) == now:
            return "shifted" if years == turn.years or not _is_outside(new.deadline, turn.new) else None
    return None


def _is_outside(deadline: Deadline, period: Period) -> bool:
    """Whether a day of a deadline lies outside a period."""
    return any(end < period.start or start > period.end for start, end, *_ in _days(deadline, period))


def are_days_shared_out(whole: PlannedDeadline | None, parts: Sequence[PlannedDeadline | None], turn: Turn,
                        is_split: bool) -> bool:
    """Whether the days of the parts, none of them twice, are together those of the whole. In a split the whole is of
    the old edition and the parts of the new one, in a merge the other way round."""
    if whole is None or any(part is None for part in parts):
        return False
    old_years = (turn.years, 0) if is_split else (0, turn.years)
    whole_days = _plain_days(shift(whole.deadline, old_years[0]), turn.new)
    together = [day for part in parts if part is not None
                for day in _plain_days(shift(part.deadline, old_years[1]), turn.new)]
    return len(whole_days) > 1 and sorted(together) == sorted(whole_days)


def _plain_days(deadline: Deadline, period: Period) -> list[tuple[date, date]]:
    return [(start, end) for start, end, *_ in _days(deadline, period)]


def has_year(deadline: Deadline) -> bool:
    """Whether a year is written in it."""
    if deadline.kind == "verbatim":
        return bool(years_in(deadline.text))
    return shift(deadline, 1) is not deadline


def _compare_words(old: PlannedDeadline, new: PlannedDeadline, turn: Turn) -> Outcome:
    """Where one of the two was not understood, its words are all that there is."""
    if turn.years and years_in(old.text):
        if plain(shift_years(old.text, turn.years)) == plain(new.text):
            return "shifted"
        if plain(old.text) == plain(new.text):
            return "stale" if min(years_in(new.text)) < turn.new.start.year else "same"
    return "same" if plain(old.text) == plain(new.text) else "changed"


def _is_stale(old: Deadline, new: Deadline, turn: Turn) -> bool:
    """Whether the new edition still has the old days, and they lie outside its period."""
    if meaning(old) != meaning(new) and not _same_days(old, new, turn.old):
        return False
    days = _days(new, turn.new)
    if not days:
        days = _days(new, turn.old)
    return any(end < turn.new.start or start > turn.new.end for start, end, *_ in days)


def _same_days(one: Deadline, other: Deadline, period: Period) -> bool:
    if meaning(one)._replace(note="") == meaning(other)._replace(note=""):
        return plain(one.note) == plain(other.note)
    if one.kind != other.kind and ("relative" in (one.kind, other.kind)):
        return False
    if one.kind == other.kind == "on-demand":
        return _floor(one) == _floor(other)
    if one.kind == other.kind and one.kind in _WITHOUT_DATES and plain(one.text) == plain(other.text):
        return True
    if _floor(one) != _floor(other):
        return False
    days = _days(one, period)
    return bool(days) and days == _days(other, period)


def _floor(deadline: Deadline) -> tuple[object, ...]:
    """What a repeated deadline asks besides its days: how often, and whether that is only the least."""
    if deadline.kind == "recurring":
        return deadline.times, deadline.floor
    if deadline.kind == "on-demand" and deadline.floor is not None:
        return deadline.floor.times, deadline.floor.every, deadline.floor.interval
    return 1, False


Days = frozenset[tuple[date, date, str, tuple[str, ...]]]


def _days(deadline: Deadline, period: Period) -> Days:
    occurrences, _ = resolve(deadline, period, Anchors(start=period.start))
    return frozenset((one.start, one.end, one.time, plain(one.note)) for one in occurrences)
