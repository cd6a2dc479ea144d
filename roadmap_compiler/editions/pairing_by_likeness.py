"""Pairs of titles that are alike; what else agrees says how alike they must be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from heapq import nsmallest

from roadmap_compiler.editions.assignment import Scores, assign
from roadmap_compiler.editions.likeness import likeness
from roadmap_compiler.editions.pairing import Pairing
from roadmap_compiler.editions.units import Unit

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

MOST_CANDIDATES = 20
"""So many titles are weighed against one, the most alike ones."""

CERTAIN_FROM = 0.7
"""Below this a pair found by likeness is told as a likely one."""


def match_alike(found: Pairing, old: Sequence[Unit], new: Sequence[Unit]) -> None:
    """The assignment of the greatest likeness; what it leaves alone is remembered as possible."""
    free_old, free_new = found.free(old, new)
    scores = likeness([found.shifted_title(unit) for unit in free_old], [unit.title for unit in free_new],
                      NEIGHBOURS_FROM)
    judged = {pair: scores[pair] + 0.005 * found.agreement(free_old[pair[0]], free_new[pair[1]])
              for pair in _best(scores)
              if _may_be_one(found, free_old[pair[0]], free_new[pair[1]], scores[pair])}
    for one, other in assign(judged):
        found.pair(free_old[one], free_new[other])
        if scores[one, other] < CERTAIN_FROM:
            found.likely[free_old[one].at] = scores[one, other]
    for (one, other), score in sorted(scores.items(), key=lambda pair: (-pair[1], pair[0])):
        first, second = free_old[one].at, free_new[other].at
        if first not in found.used_old and second not in found.used_new and first not in found.possible:
            found.possible[first] = second
            found.possible_scores[first] = score


def _best(scores: Scores) -> list[tuple[int, int]]:
    """Of each old title the pairs that are worth a closer look."""
    by_old: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for (one, other), score in scores.items():
        if score >= PAIRED_FROM:
            by_old[one].append((-score, other))
    return [(one, other) for one, others in by_old.items() for _, other in nsmallest(MOST_CANDIDATES, others)]


def _may_be_one(found: Pairing, old: Unit, new: Unit, score: float) -> bool:
    """Whether two titles are alike enough, by what else agrees."""
    if found.same_deadline(old, new) or (old.people_keys and old.people_keys == new.people_keys):
        needed = PAIRED_FROM
    else:
        needed = PAIRED_IN_STAGE_FROM if found.same_stage(old, new) else PAIRED_ALONE_FROM
    return score >= needed and not (score > 1 - 1e-9 and found.are_two_of_a_series(old, new))


def match_between_neighbours(found: Pairing, old: Sequence[Unit], new: Sequence[Unit]) -> None:
    """A rewritten title between neighbours that stayed, with the deadline and the people that stayed."""
    old_at = {unit.at: place for place, unit in enumerate(old)}
    new_at = {unit.at: place for place, unit in enumerate(new)}
    for one, other in list(found.possible.items()):
        place, new_place = old_at.get(one), new_at.get(other)
        if place is None or new_place is None:
            continue
        unit, candidate = found.old[one], found.new[other]
        if one in found.used_old or other in found.used_new or unit.people_keys != candidate.people_keys:
            continue
        if not found.same_deadline(unit, candidate):
            continue
        beside = [_stay_together(found, old, new, place + step, new_place + step) for step in (-1, 1)]
        if all(beside) or (any(beside) and found.possible_scores[one] >= ONE_NEIGHBOUR_FROM):
            found.pair(unit, candidate)
            found.likely[one] = found.possible_scores[one]
            del found.possible[one]


def _stay_together(found: Pairing, old: Sequence[Unit], new: Sequence[Unit], place: int, new_place: int) -> bool:
    """Whether the units at two places are a pair, or both are beyond the ends."""
    before, beyond = 0 <= place < len(old), 0 <= new_place < len(new)
    if not before or not beyond:
        return before == beyond
    return found.pairs.get(old[place].at) == new[new_place].at
