"""Which unit of the old edition is which of the new one.

By id; by «прежде»; by the same title; by parts and wholes; by likeness. Stages follow their activities.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import NamedTuple

from roadmap_compiler.editions.assignment import Scores, assign
from roadmap_compiler.editions.dates import Turn, are_days_shared_out, compare_deadlines
from roadmap_compiler.editions.likeness import likeness
from roadmap_compiler.editions.parts import find_parts
from roadmap_compiler.editions.units import Unit
from roadmap_compiler.editions.wording import shift_years
from roadmap_compiler.plan.wording import plain

PAIRED_FROM = 0.5
"""Likeness from which two titles are one activity: measured on pairs of plans matched by hand."""

PAIRED_IN_STAGE_FROM = 0.6
"""… where neither the deadline nor the people agree, only the stage."""

PAIRED_ALONE_FROM = 0.85
"""… where nothing else agrees: «база наставников» may well be another thing than «база выпускников»."""

NEIGHBOURS_FROM = 0.38
"""Enough where both stand alone between the same neighbours and agree in deadline and people."""

ONE_NEIGHBOUR_FROM = 0.44
"""Enough where that is so on one side."""

CERTAIN_FROM = 0.7
"""Below this a pair found by likeness is told as a likely one."""


class Matching(NamedTuple):
    """``pairs``: old index → new index, one to one. ``splits`` and ``merges``: one index and its parts.

    ``likely`` has the likeness of pairs that are not certain; ``possible`` pairs that were not made but may be meant.
    """

    pairs: dict[int, int]
    splits: dict[int, tuple[int, ...]]
    merges: dict[int, tuple[int, ...]]
    likely: dict[int, float]
    possible: dict[int, int]

    @property
    def old_told(self) -> set[int]:
        """Old units whose fate is known."""
        return {*self.pairs, *self.splits, *(part for parts in self.merges.values() for part in parts)}

    @property
    def new_told(self) -> set[int]:
        """New units whose origin is known."""
        return {*self.pairs.values(), *self.merges, *(part for parts in self.splits.values() for part in parts)}


def match(old: tuple[Unit, ...], new: tuple[Unit, ...], turn: Turn) -> Matching:
    """Match all units of two editions."""
    work = _Work(old, new, turn)
    activities = ([u for u in old if u.kind == "activity"], [u for u in new if u.kind == "activity"])
    work.match_group(*activities)
    stages = ([u for u in old if u.kind == "stage"], [u for u in new if u.kind == "stage"])
    work.match_by_words(*stages)
    work.match_stage_parts(*stages)
    work.match_stages(*stages)
    items_of_old, items_of_new = _items(old), _items(new)
    for one, other in list(work.pairs.items()):
        if one in items_of_old and other in items_of_new:
            work.match_group(items_of_old[one], items_of_new[other])
    return Matching(work.pairs, work.splits, work.merges, work.likely, work.possible)


def _items(units: tuple[Unit, ...]) -> dict[int, list[Unit]]:
    items: dict[int, list[Unit]] = defaultdict(list)
    for unit in units:
        if unit.kind == "item":
            items[unit.parent].append(unit)
    return items


class _Work:
    """The tables that the passes fill, one pass after another."""

    def __init__(self, old: tuple[Unit, ...], new: tuple[Unit, ...], turn: Turn) -> None:
        self.old, self.new, self.turn = old, new, turn
        self.pairs: dict[int, int] = {}
        self.splits: dict[int, tuple[int, ...]] = {}
        self.merges: dict[int, tuple[int, ...]] = {}
        self.likely: dict[int, float] = {}
        self.possible: dict[int, int] = {}
        self.possible_scores: dict[int, float] = {}
        self.same_deadlines: dict[tuple[str, str], bool] = {}
        self.used_old: set[int] = set()
        self.used_new: set[int] = set()

    def pair(self, old: Unit, new: Unit) -> None:
        self.pairs[old.at] = new.at
        self.used_old.add(old.at)
        self.used_new.add(new.at)

    def free(self, old: Sequence[Unit], new: Sequence[Unit]) -> tuple[list[Unit], list[Unit]]:
        """What no pass has told yet."""
        return ([unit for unit in old if unit.at not in self.used_old],
                [unit for unit in new if unit.at not in self.used_new])

    def match_group(self, old: Sequence[Unit], new: Sequence[Unit]) -> None:
        """All passes over units of one kind."""
        self.match_by_words(old, new)
        self._match_equal_titles(old, new)
        self._match_parts(old, new)
        self._match_alike(old, new)
        self._match_parts_by_days(old, new)
        self._match_between_neighbours(old, new)

    def match_by_words(self, old: Sequence[Unit], new: Sequence[Unit]) -> None:
        """By ids, then by what «прежде» says: an id, a title or an old number."""
        ids = {unit.id: unit for unit in new if unit.id}
        for unit in old:
            if unit.id and unit.id in ids and ids[unit.id].at not in self.used_new:
                self.pair(unit, ids[unit.id])
        self._match_formerly(*self.free(old, new))

    def _match_formerly(self, old: list[Unit], new: list[Unit]) -> None:
        successors: dict[int, list[Unit]] = defaultdict(list)
        for unit in new:
            origins = [found for name in unit.formerly if (found := _called(name, old)) is not None]
            if len(origins) > 1:
                self.merges[unit.at] = tuple(origin.at for origin in origins)
                self.used_new.add(unit.at)
                self.used_old.update(origin.at for origin in origins)
            elif origins:
                successors[origins[0].at].append(unit)
        for index, units in successors.items():
            if index in self.used_old:
                continue
            if len(units) == 1:
                self.pair(self.old[index], units[0])
            else:
                self.splits[index] = tuple(unit.at for unit in units)
                self.used_old.add(index)
                self.used_new.update(unit.at for unit in units)

    def _match_equal_titles(self, old: Sequence[Unit], new: Sequence[Unit]) -> None:
        """Equal titles; of several that are equal, those that agree most in the rest. A year may have moved."""
        keys: tuple[Callable[[Unit], tuple[str, ...]], ...] = (
            lambda unit: unit.key, lambda unit: plain(shift_years(unit.title, self.turn.years)))
        for key in keys:
            free_old, free_new = self.free(old, new)
            by_title: dict[tuple[str, ...], list[Unit]] = defaultdict(list)
            for unit in free_new:
                by_title[unit.key].append(unit)
            scores: Scores = {}
            for unit in free_old:
                same = by_title.get(key(unit), []) if key(unit) else []
                for other in same:
                    several = len(same) > 1
                    scores[unit.at, other.at] = 100 + (self._agreement(unit, other) if several else 0)
            for one, other_index in assign(scores):
                self.pair(self.old[one], self.new[other_index])

    def _agreement(self, old: Unit, new: Unit) -> float:
        """How much two units agree besides their titles; nearness only breaks ties."""
        score = 0.0
        score += 4 * (self._name(self.old, old.stage) == self._name(self.new, new.stage))
        score += 2 * (self._name(self.old, old.parent) == self._name(self.new, new.parent))
        score += 2 * self._same_deadline(old, new)
        score += old.people_keys == new.people_keys
        score += plain(old.result) == plain(new.result)
        place = old.at / max(1, len(self.old)) - new.at / max(1, len(self.new))
        return score - abs(place) * 0.1

    def _needed(self, old: Unit, new: Unit) -> float:
        """How alike two titles must be, by what else agrees."""
        if self._same_deadline(old, new) or (old.people_keys and old.people_keys == new.people_keys):
            return PAIRED_FROM
        same_stage = self._name(self.old, old.stage) == self._name(self.new, new.stage)
        return PAIRED_IN_STAGE_FROM if same_stage else PAIRED_ALONE_FROM

    def _same_deadline(self, old: Unit, new: Unit) -> bool:
        key = (old.deadline.text if old.deadline else "", new.deadline.text if new.deadline else "")
        if key not in self.same_deadlines:
            outcome = compare_deadlines(old.deadline, new.deadline, self.turn)
            self.same_deadlines[key] = outcome != "changed"
        return self.same_deadlines[key]

    def _name(self, units: tuple[Unit, ...], index: int) -> tuple[str, ...]:
        return plain(shift_years(units[index].title, self.turn.years if units is self.old else 0)) if index >= 0 else ()

    def _match_parts(self, old: Sequence[Unit], new: Sequence[Unit]) -> None:
        """What was split and what was joined."""
        free_old, free_new = self.free(old, new)
        for whole, parts in find_parts([u.title for u in free_old], [u.title for u in free_new]):
            self.splits[free_old[whole].at] = tuple(free_new[part].at for part in parts)
            self.used_old.add(free_old[whole].at)
            self.used_new.update(free_new[part].at for part in parts)
        free_old, free_new = self.free(old, new)
        for whole, parts in find_parts([u.title for u in free_new], [u.title for u in free_old]):
            self.merges[free_new[whole].at] = tuple(free_old[part].at for part in parts)
            self.used_new.add(free_new[whole].at)
            self.used_old.update(free_old[part].at for part in parts)

    def _match_alike(self, old: Sequence[Unit], new: Sequence[Unit]) -> None:
        free_old, free_new = self.free(old, new)
        titles = [shift_years(unit.title, self.turn.years) for unit in free_old]
        scores = likeness(titles, [unit.title for unit in free_new], NEIGHBOURS_FROM)
        judged = {pair: score + 0.005 * self._agreement(free_old[pair[0]], free_new[pair[1]])
                  for pair, score in scores.items()
                  if score >= self._needed(free_old[pair[0]], free_new[pair[1]])}
        for one, other in assign(judged):
            self.pair(free_old[one], free_new[other])
            if scores[one, other] < CERTAIN_FROM:
                self.likely[free_old[one].at] = scores[one, other]
        for (one, other), score in sorted(scores.items(), key=lambda pair: -pair[1]):
            first, second = free_old[one].at, free_new[other].at
            if first not in self.used_old and second not in self.used_new and first not in self.possible:
                self.possible[first] = second
                self.possible_scores[first] = score

    def _match_parts_by_days(self, old: Sequence[Unit], new: Sequence[Unit]) -> None:
        """One thing of several days that became several things of a day each, or the other way round: the titles are
        alike, and the days of the parts together are those of the whole."""
        for is_split in (True, False):
            loose = self.free(old, new)[1 if is_split else 0]
            wholes = [(self.old[one], self.new[other]) for one, other in self.pairs.items()
                      if self.old[one].kind == (loose[0].kind if loose else "")]
            titles = [pair[0 if is_split else 1].title for pair in wholes]
            scores = likeness(titles, [unit.title for unit in loose], PAIRED_FROM)
            for (at, other), _ in sorted(scores.items(), key=lambda pair: -pair[1]):
                one, partner = wholes[at]
                part = loose[other]
                if self.pairs.get(one.at) != partner.at or part.at in (self.used_new if is_split else self.used_old):
                    continue
                whole, parts = (one, (partner, part)) if is_split else (partner, (one, part))
                if are_days_shared_out(whole.deadline, [unit.deadline for unit in parts], self.turn, is_split):
                    self._part(one, partner, part, is_split)

    def _part(self, one: Unit, partner: Unit, part: Unit, is_split: bool) -> None:
        """Turn a pair into a split or a merge with one more part."""
        del self.pairs[one.at]
        self.likely.pop(one.at, None)
        if is_split:
            self.splits[one.at] = tuple(sorted((partner.at, part.at)))
            self.used_new.add(part.at)
        else:
            self.merges[partner.at] = tuple(sorted((one.at, part.at)))
            self.used_old.add(part.at)

    def _match_between_neighbours(self, old: Sequence[Unit], new: Sequence[Unit]) -> None:
        """A rewritten title between neighbours that stayed, with the deadline and the people that stayed."""
        old_at = {unit.at: place for place, unit in enumerate(old)}
        new_at = {unit.at: place for place, unit in enumerate(new)}
        for one, other in list(self.possible.items()):
            place, new_place = old_at.get(one), new_at.get(other)
            if place is None or new_place is None:
                continue
            unit, candidate = self.old[one], self.new[other]
            if one in self.used_old or other in self.used_new or unit.people_keys != candidate.people_keys:
                continue
            if not self._same_deadline(unit, candidate):
                continue
            beside = [self._stay_together(old, new, place + step, new_place + step) for step in (-1, 1)]
            if all(beside) or (any(beside) and self.possible_scores[one] >= ONE_NEIGHBOUR_FROM):
                self.pair(unit, candidate)
                self.likely[one] = self.possible_scores[one]
                del self.possible[one]

    def _stay_together(self, old: Sequence[Unit], new: Sequence[Unit], place: int, new_place: int) -> bool:
        """Whether the units at two places are a pair, or both are beyond the ends."""
        before, beyond = 0 <= place < len(old), 0 <= new_place < len(new)
        if not before or not beyond:
            return before == beyond
        return self.pairs.get(old[place].at) == new[new_place].at

    def match_stage_parts(self, old: Sequence[Unit], new: Sequence[Unit]) -> None:
        """Stages joined or parted, by their titles; one whose title stayed is itself."""
        old_keys, new_keys = {unit.key for unit in old}, {unit.key for unit in new}
        self._match_parts([unit for unit in old if unit.key not in new_keys],
                          [unit for unit in new if unit.key not in old_keys])

    def match_stages(self, old: Sequence[Unit], new: Sequence[Unit]) -> None:
        """By title and by the activities that they share; a renamed stage keeps its activities."""
        old, new = self.free(old, new)
        shared: Scores = defaultdict(float)
        sizes: dict[tuple[str, int], int] = defaultdict(int)
        for unit in self.old:
            sizes["old", unit.stage] += unit.kind == "activity"
        for unit in self.new:
            sizes["new", unit.stage] += unit.kind == "activity"
        for one, other in self.pairs.items():
            if self.old[one].kind == "activity":
                shared[self.old[one].stage, self.new[other].stage] += 1
        titles = [shift_years(unit.title, self.turn.years) for unit in old]
        alike = likeness(titles, [unit.title for unit in new], NEIGHBOURS_FROM)
        scores: Scores = {}
        for at, unit in enumerate(old):
            for new_at, other_unit in enumerate(new):
                equal = unit.key == other_unit.key or plain(titles[at]) == other_unit.key
                least = min(sizes["old", unit.at], sizes["new", other_unit.at])
                common = shared[unit.at, other_unit.at] / least if least else 0.0
                score = equal + common + 0.5 * alike.get((at, new_at), 0.0)
                if equal or common >= 0.5 or alike.get((at, new_at), 0.0) >= PAIRED_FROM:
                    scores[unit.at, other_unit.at] = score
        for one, other in assign(scores):
            self.pair(self.old[one], self.new[other])


def _called(name: str, units: list[Unit]) -> Unit | None:
    """The one unit with this id, title or number; None where there is none or several."""
    tests: tuple[Callable[[Unit], bool], ...] = (
        lambda unit: unit.id == name.strip(), lambda unit: unit.key == plain(name),
        lambda unit: unit.number.strip(" .)") == name.strip(" .)"))
    for test in tests:
        found = [unit for unit in units if test(unit)]
        if len(found) == 1:
            return found[0]
    return None
