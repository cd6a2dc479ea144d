"""What is understood word by word and still says no one thing."""

from __future__ import annotations

from typing import Any, NamedTuple

from ..kinds import Problem, Recurring


class Refused(Exception):
    """The words are known but do not say one thing. Never leaves the room: `reading.parse` makes a Verbatim of it."""

    def __init__(self, code: str, alternatives: tuple[str, ...] = (), **params: Any) -> None:
        super().__init__(code)
        self.problem = Problem(code, params, alternatives)


class Loose(NamedTuple):
    """A rule for the day that still lacks its frequency or month: «до 15 числа», «последняя пятница», «2 неделя»."""

    rule: Recurring
    type: str = "loose"


def ambiguous(*alternatives: str) -> Refused:
    return Refused("deadline-ambiguous", alternatives)
