"""Stages: by their titles and by the activities that they share; a renamed stage keeps its activities."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from roadmap_compiler.editions.assignment import Scores, assign
from roadmap_compiler.editions.likeness import likeness
from roadmap_compiler.editions.pairing import Pairing
from roadmap_compiler.editions.pairing_by_likeness import NEIGHBOURS_FROM, PAIRED_FROM
from roadmap_compiler.editions.pairing_by_parts import match_parts
from roadmap_compiler.editions.pairing_by_words import match_stated
from roadmap_compiler.editions.units import Unit
from roadmap_compiler.plan.wording import plain


def match_stages(found: Pairing, old: Sequence[Unit], new: Sequence[Unit]) -> None:
    """All passes over the stages; their activities are matched already."""
    match_stated(found, old, new)
    old_keys, new_keys = {unit.key for unit in old}, {unit.key for unit in new}
    match_parts(found, [unit for unit in old if unit.key not in new_keys],  # one whose title stayed is itself
                [unit for unit in new if unit.key not in old_keys])
    _match_by_activities(found, *found.free(old, new))


def _match_by_activities(found: Pairing, old: Sequence[Unit], new: Sequence[Unit]) -> None:
    shared: Scores = defaultdict(float)
    sizes: dict[tuple[str, int], int] = defaultdict(int)
    for unit in found.old:
        sizes["old", unit.stage] += unit.kind == "activity"
    for unit in found.new:
        sizes["new", unit.stage] += unit.kind == "activity"
    for one, other in found.pairs.items():
        if found.old[one].kind == "activity":
            shared[found.old[one].stage, found.new[other].stage] += 1
    titles = [found.shifted_title(unit) for unit in old]
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
        found.pair(found.old[one], found.new[other])
