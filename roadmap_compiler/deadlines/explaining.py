"""How a phrase was read, step by step, for a person to check."""

from __future__ import annotations

from typing import NamedTuple

from .kinds import Anchors, Occurrence, Period, Policy, Problem
from .reading import parse
from .resolving import resolve
from .workdays import WorkCalendar


class Explanation(NamedTuple):
    """The reading of one phrase. ``alternatives`` are phrases to write instead; ``steps`` are Russian sentences."""

    text: str
    kind: str
    occurrences: tuple[Occurrence, ...]
    problems: tuple[Problem, ...]
    alternatives: tuple[str, ...]
    steps: tuple[str, ...]


def explain(
    text: str, period: Period, anchors: Anchors = Anchors(), calendar: WorkCalendar | None = None,
    policy: Policy = Policy(),
) -> Explanation:
    """The kind, the occurrences and the problems of a phrase in a period, and why each is what it is."""
    deadline = parse(text)
    occurrences, problems = resolve(deadline, period, anchors, calendar, policy)
    alternatives = tuple(dict.fromkeys(one for problem in problems for one in problem.alternatives))
    return Explanation(text, deadline.kind, occurrences, problems, alternatives, ())
