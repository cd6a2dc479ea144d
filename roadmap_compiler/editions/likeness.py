"""How alike two titles are, from 0 to 1, over all titles of two editions.

The mean of the likeness of letters (rapidfuzz's ratio) and of the cosine of weighted stems: letters alone pair
«для наставников» with «для наставляемых», stems alone miss words that were only bent.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cache

from roadmap_compiler.editions.wording import stems
from roadmap_compiler.plan.wording import plain

MOST_HOLDERS = 100
"""A stem of more titles than that («обучающихся» in a plan of a thousand) does not by itself bring two together."""

Scores = dict[tuple[int, int], float]


def likeness(old: Sequence[str], new: Sequence[str], at_least: float) -> Scores:
    """The likeness of every old text with every new one, by their indexes, where it is not below ``at_least``."""
    from rapidfuzz import fuzz, process

    old_stems, new_stems = [_weights(text) for text in old], [_weights(text) for text in new]
    rarity = _rarity([*old_stems, *new_stems])
    old_vectors = [_unit_vector(one, rarity) for one in old_stems]
    new_vectors = [_unit_vector(one, rarity) for one in new_stems]
    letters = [" ".join(plain(text)) for text in new]
    holders: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for index, vector in enumerate(new_vectors):
        for stem, weight in vector.items():
            holders[stem].append((index, weight))

    @cache
    def weights_of(stem: str) -> list[float]:
        """The weight of a stem in every new title."""
        return [vector.get(stem, 0.0) for vector in new_vectors]

    scores: Scores = {}
    for one, vector in enumerate(old_vectors):
        cosines: dict[int, float] = defaultdict(float)
        telling, common = _telling(vector, holders)
        for stem in telling:
            weight = vector[stem]
            for index, its in holders[stem]:
                cosines[index] += weight * its
        own = " ".join(plain(old[one]))
        everywhere = [(weights_of(stem), vector[stem]) for stem in common]
        for other, cosine in cosines.items():
            for weights, weight in everywhere:
                cosine += weight * weights[other]
            cosines[other] = cosine
        worth = {other: letters[other] for other, cosine in cosines.items() if 2 * at_least - cosine <= 1}
        least = 2 * at_least - max((cosines[other] for other in worth), default=0.0)
        for _, ratio, other in process.extract(own, worth, scorer=fuzz.ratio, limit=None,
                                               score_cutoff=max(0.0, least * 100 - 1e-6)):
            score = (ratio / 100 + cosines[other]) / 2
            if score >= at_least:
                scores[one, other] = score
    return scores


def _telling(vector: dict[str, float], holders: dict[str, list[tuple[int, float]]]) -> tuple[list[str], list[str]]:
    """The stems of a text that bring others to it, and those that stand everywhere; the rarest one always tells."""
    held = sorted((stem for stem in vector if stem in holders), key=lambda stem: (len(holders[stem]), stem))
    few = sum(len(holders[stem]) <= MOST_HOLDERS for stem in held)
    return held[:max(1, few)], held[max(1, few):]


def _weights(text: str) -> Counter[str]:
    return Counter(stems(text) or plain(text))


def _rarity(bags: list[Counter[str]]) -> dict[str, float]:
    """A stem that stands in many titles says little."""
    holders = Counter(stem for bag in bags for stem in bag)
    return {stem: 1 + math.log((1 + len(bags)) / (1 + count)) for stem, count in holders.items()}


def _unit_vector(bag: Counter[str], rarity: dict[str, float]) -> dict[str, float]:
    vector = {stem: count * rarity[stem] for stem, count in bag.items()}
    length = math.sqrt(sum(weight * weight for weight in vector.values()))
    return {stem: weight / length for stem, weight in vector.items()} if length else {}
