"""Rewritten titles whose every other field stayed: «Изучить уровень адаптации …» that became «Изучение адаптации …»."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from roadmap_compiler.editions.likeness import likeness
from roadmap_compiler.editions.pairing import Pairing
from roadmap_compiler.editions.units import Unit
from roadmap_compiler.editions.wording import stems
from roadmap_compiler.plan.wording import plain

MOST_COMPARED = 400
"""Where more rows than that have the same people and result, these tell nothing."""


def match_by_fields(found: Pairing, old: Sequence[Unit], new: Sequence[Unit]) -> None:
    """The only row that left a stage and the only one that came into it with the same deadline, people and result, if
    their titles share a word that no other title has. Told as likely."""
    free_old, free_new = found.free(old, new)
    stages = _stages(found)
    leaving: dict[tuple[object, ...], list[Unit]] = defaultdict(list)
    coming: dict[tuple[object, ...], list[Unit]] = defaultdict(list)
    for unit in free_old:
        if _has_all(unit):
            leaving[stages.get(unit.stage, -2), unit.people_keys, plain(unit.result)].append(unit)
    for unit in free_new:
        if _has_all(unit):
            coming[unit.stage, unit.people_keys, plain(unit.result)].append(unit)
    keys = [key for key in leaving if key in coming and len(leaving[key]) * len(coming[key]) <= MOST_COMPARED]
    pairs = [(one, other) for key in keys for one in leaving[key] for other in coming[key]
             if found.same_deadline(one, other)]
    olds, news = Counter(one.at for one, _ in pairs), Counter(other.at for _, other in pairs)
    pairs = [(one, other) for one, other in pairs if olds[one.at] == news[other.at] == 1]
    titles = [unit.title for units in (old, new) for unit in units] if pairs else []
    holders = Counter(stem for title in titles for stem in set(stems(title)))
    for one, other in pairs:
        common = set(stems(one.title)) & set(stems(other.title))
        if any(holders[stem] == 2 for stem in common):
            found.pair(one, other)
            found.likely[one.at] = likeness([one.title], [other.title], 0.0).get((0, 0), 0.0)
            found.possible.pop(one.at, None)


def _has_all(unit: Unit) -> bool:
    return bool(unit.deadline and unit.people and unit.result)


def _stages(found: Pairing) -> dict[int, int]:
    """Old stage → the new one that has most of its activities; -1 for rows outside of stages."""
    votes: dict[int, Counter[int]] = defaultdict(Counter)
    for one, other in found.pairs.items():
        votes[found.old[one].stage][found.new[other].stage] += 1
    return {stage: counts.most_common(1)[0][0] for stage, counts in votes.items()}
