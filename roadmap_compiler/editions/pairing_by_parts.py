"""What was split and what was joined: by the words of the titles, or by the days of the deadlines."""

from __future__ import annotations

from collections.abc import Sequence

from roadmap_compiler.editions.dates import are_days_shared_out
from roadmap_compiler.editions.likeness import likeness
from roadmap_compiler.editions.pairing import Pairing
from roadmap_compiler.editions.pairing_by_likeness import PAIRED_FROM
from roadmap_compiler.editions.parts import find_parts
from roadmap_compiler.editions.units import Unit


def match_parts(found: Pairing, old: Sequence[Unit], new: Sequence[Unit]) -> None:
    """By words: those of the whole are shared out among its parts."""
    free_old, free_new = found.free(old, new)
    for whole, parts in find_parts([u.title for u in free_old], [u.title for u in free_new]):
        found.split(free_old[whole], [free_new[part] for part in parts])
    free_old, free_new = found.free(old, new)
    for whole, parts in find_parts([u.title for u in free_new], [u.title for u in free_old]):
        found.merge([free_old[part] for part in parts], free_new[whole])


def match_parts_by_days(found: Pairing, old: Sequence[Unit], new: Sequence[Unit]) -> None:
    """One thing of several days that became several things of a day each, or the other way round: the titles are
    alike, and the days of the parts together are those of the whole."""
    for is_split in (True, False):
        loose = found.free(old, new)[1 if is_split else 0]
        wholes = [(found.old[one], found.new[other]) for one, other in found.pairs.items()
                  if found.old[one].kind == (loose[0].kind if loose else "")]
        titles = [pair[0 if is_split else 1].title for pair in wholes]
        scores = likeness(titles, [unit.title for unit in loose], PAIRED_FROM)
        for (at, other), _ in sorted(scores.items(), key=lambda pair: (-pair[1], pair[0])):
            one, partner = wholes[at]
            part = loose[other]
            if found.pairs.get(one.at) != partner.at or part.at in (found.used_new if is_split else found.used_old):
                continue
            whole, parts = (one, (partner, part)) if is_split else (partner, (one, part))
            if are_days_shared_out(whole.deadline, [unit.deadline for unit in parts], found.turn, is_split):
                _part(found, one, partner, part, is_split)


def _part(found: Pairing, one: Unit, partner: Unit, part: Unit, is_split: bool) -> None:
    """Turn a pair into a split or a merge with one more part."""
    del found.pairs[one.at]
    found.likely.pop(one.at, None)
    if is_split:
        found.split(one, sorted((partner, part), key=lambda unit: unit.at))
    else:
        found.merge(sorted((one, part), key=lambda unit: unit.at), partner)
