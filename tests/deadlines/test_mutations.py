"""Phrases with slips of the pen: nothing raises, and what is offered is understood."""

from __future__ import annotations

import random

from roadmap_compiler.deadlines import explain, parse
from tests.deadlines.table import anchors, period, rows

_SIGNS = "абвгдежзийклмнопрстуфхцчшщъыьэюя 0123456789.,-/a"


def spoiled(phrase: str, chance: random.Random) -> str:
    """The phrase with one to three letters lost, put in or swapped."""
    letters = list(phrase)
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(letters) + 1)
        what = chance.choice(("lose", "put in", "swap"))
        if what == "put in":
            letters.insert(at, chance.choice(_SIGNS))
        elif what == "lose" and letters:
            del letters[min(at, len(letters) - 1)]
        elif 0 < at < len(letters):
            letters[at - 1], letters[at] = letters[at], letters[at - 1]
    return "".join(letters)


def test_a_spoiled_phrase_is_read_or_refused_and_what_is_offered_is_understood() -> None:
    chance = random.Random(2)
    known = [(row.phrase, row.cells[0]) for name in ("deadlines-understood.tsv", "deadlines-refused.tsv")
             for row in rows(name)]
    periods = {where: (period(where), anchors(where)) for where in {where for _, where in known}}
    for phrase, where in chance.sample(known * 3, 4000):
        found = explain(spoiled(phrase, chance), *periods[where])
        assert all(parse(better).kind != "verbatim" for better in found.alternatives), found
