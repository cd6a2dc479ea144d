"""A folder of plans is checked in the time of a blink: a phrase costs microseconds."""

from __future__ import annotations

import time

from roadmap_compiler.deadlines import Period, explain, parse
from tests.deadlines.table import period, rows


def test_a_phrase_costs_microseconds() -> None:
    """On a quiet machine a phrase takes 150 µs from text to steps; the limit leaves room for a busy one."""
    where = period("У")
    phrases = [f"{row.phrase} (каб. {number})" for number in range(4) for row in rows("deadlines-understood.tsv")]
    explain("март", where)
    parse.cache_clear()
    best = min(_seconds(phrases, where) for _ in range(2))
    assert best / len(phrases) < 600e-6


def _seconds(phrases: list[str], where: Period) -> float:
    parse.cache_clear()
    begun = time.process_time()
    for phrase in phrases:
        explain(phrase, where)
    return time.process_time() - begun
