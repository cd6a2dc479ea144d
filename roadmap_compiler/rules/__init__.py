"""What is suspicious in the content of a plan: one file a rule, whose docstring is its page in the manual.

A rule is a module with ``CODES`` and ``find(plan)``; it reads the plan and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from roadmap_compiler.findings import Finding
from roadmap_compiler.plan.plan import Plan
from roadmap_compiler.rules import (
    before_approval,
    deadline_language,
    empty_cells,
    latin_letters,
    not_printed,
    number_twice,
    outside_stage,
)

RULES = (deadline_language, before_approval, outside_stage, empty_cells, not_printed, number_twice, latin_letters)

Rule = Callable[[Plan], Iterator[Finding]]


def find_all(plan: Plan) -> list[Finding]:
    """What every rule finds."""
    return [finding for rule in RULES for finding in rule.find(plan)]
