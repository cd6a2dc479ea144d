"""What is suspicious in the content of a plan: one file a rule, whose docstring is its page in the manual.

A rule is a module with ``CODES`` and ``find(plan)``; it reads the plan and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from roadmap_compiler.findings import Finding
from roadmap_compiler.plan.plan import Plan
from roadmap_compiler.rules import (
    agrees_and_approves,
    approval_missing,
    approval_word,
    at_approval,
    before_approval,
    blank_act,
    cited_acts,
    date_against_words,
    deadline_language,
    empty_cells,
    event_year,
    foreign_institution,
    glued_words,
    latin_letters,
    lost_separator,
    markup,
    not_printed,
    number_skipped,
    number_twice,
    open_brackets,
    outside_stage,
    people_list,
    person_spelled_twice,
    piled_up,
    result_before_input,
    stray_stops,
    title_period,
    written_twice,
)

RULES = (
    deadline_language, date_against_words, title_period, event_year, before_approval, at_approval, outside_stage,
    result_before_input, piled_up,
    empty_cells, not_printed, number_twice, number_skipped, written_twice,
    people_list, person_spelled_twice, lost_separator,
    approval_missing, approval_word, agrees_and_approves, blank_act, cited_acts, foreign_institution,
    latin_letters, glued_words, stray_stops, open_brackets, markup,
)

Rule = Callable[[Plan], Iterator[Finding]]


def find_all(plan: Plan) -> list[Finding]:
    """What every rule finds."""
    return [finding for rule in RULES for finding in rule.find(plan)]
