"""Terminals of the grammar with their values."""

from __future__ import annotations

from typing import Any, NamedTuple


class Nth(int):
    """A number written as an ordinal: «второй», «2-й», «II»."""


class Amount(int):
    """A number that says how many, not which: «две недели», «10 дней»."""


class Token(NamedTuple):
    """One terminal of the grammar with its value; start and end are offsets in the phrase."""

    type: str
    value: Any
    start: int
    end: int
