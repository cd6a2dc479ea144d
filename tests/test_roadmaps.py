"""The five real documents: printed word for word, and every mistake of print found."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from roadmap_compiler.compiler import Compilation, compile_bytes
from roadmap_compiler.documents.compiling import compile_document
from roadmap_compiler.plan.plan import Plan
from tests.fidelity import differences, read_printed

ROADMAPS = Path(__file__).parent.parent / "roadmaps"
SOURCES = Path(__file__).parent / "data" / "sources"

HEAD = "head"
"""Where a finding stands that is above the first row of the table."""

NO_NUMBER = "no number"

FOUND = {
    # Approved on 12 April, when what was due in March had passed; no sign stands between two months.
    "centr-tvorchestva-2021": [
        *[("deadline-before-approval", number) for number in
          ("1.1", "2.1", "3.3", "4.1", "4.2", "4.3", "4.4", "5.1", "5.2", "5.3", "5.4", "6.1", "6.2", "6.3")],
        ("deadline-ambiguous", "3.1"),
    ],
    # Every quarter or in December; two weeks from a day that nobody knows; two Saturdays and a Sunday among the dates.
    "ddt-gorbatov-2021": [
        ("deadline-ambiguous", "3.4."),
        ("deadline-anchor-without-date", "4.3."),
        ("deadline-day-off", "5.2."),
        ("deadline-day-off", "5.3."),
    ],
    # Eight cells without a deadline and fourteen without a person; 7.1 stands twice; a month after the stage's end.
    "kirov-oo-template": [
        *[("deadline-empty", number) for number in ("1.9.", "5.1", NO_NUMBER, "6.1", "6.2", "6.3", "7.1", "7.2")],
        *[("responsible-empty", number) for number in
          ("3.1", "3.2", "4.1", "4.2", "4.3.1", "4.3.2", "4.3.3", "5.1", NO_NUMBER, "6.1", "6.3", "7.1", "7.1", "7.2")],
        ("number-twice", "7.1"),
        ("activity-outside-stage", "7.1"),
    ],
    # The first month after what? The programme ends on a day that nobody knows.
    # (The term of 4 and 5 ends on Saturday, 9 April 2022: the end of a counted term is not yet held against days off.)
    "michurinsky-tehnikum-2022": [
        *[("deadline-anchor-not-named", number) for number in ("1", "2", "3", "4", "5")],
        ("deadline-anchor-without-date", "6"),
    ],
    # Spring of the year before; «MAOU» in Latin letters in the approval and in the title.
    "school-14-kemerovo-2021-2022": [
        ("deadline-end-before-start", "6.4"),
        *[("deadline-outside-period", number) for number in
          ("6.5", "6.6", "6.7", "6.8", "7.1", "7.2", "7.3", "7.4", "7.5", "7.6", "7.7")],
        ("latin-letters", HEAD),
        ("latin-letters", HEAD),
    ],
}


def compiled(name: str, text: str | None = None) -> Compilation:
    data = (ROADMAPS / f"{name}.yaml").read_bytes() if text is None else text.encode()
    return compile_bytes(data, f"{name}.yaml")


def without_permissions(name: str) -> str:
    """The roadmap without its «roadmap: разрешить» comments, line by line as it was."""
    text = (ROADMAPS / f"{name}.yaml").read_text(encoding="utf-8")
    return re.sub(r" *# roadmap: .*", "", text)


def number_at(plan: Plan, line: int) -> str:
    """The printed number of the row that a line of the file belongs to."""
    number = HEAD
    for entry in plan.entries:
        if plan.tree.span(entry.path).line <= line:
            number = entry.number or NO_NUMBER
    return number


@pytest.mark.parametrize("name", FOUND)
def test_the_document_is_printed_word_for_word(name: str) -> None:
    plan = compiled(name).plan
    assert plan is not None
    document, problems = compile_document(plan)
    assert not problems
    assert document is not None
    assert differences(read_printed(SOURCES / f"{name}.json"), document) == []


@pytest.mark.parametrize("name", FOUND)
def test_the_roadmap_is_clean(name: str) -> None:
    assert compiled(name).findings == ()


@pytest.mark.parametrize("name", FOUND)
def test_every_mistake_of_print_is_found(name: str) -> None:
    compilation = compiled(name, without_permissions(name))
    plan = compilation.plan
    assert plan is not None
    found = [(finding.code, number_at(plan, finding.span.line)) for finding in compilation.findings]
    assert sorted(found) == sorted(FOUND[name])


def test_every_roadmap_is_tested() -> None:
    assert {path.stem for path in ROADMAPS.glob("*.yaml")} >= set(FOUND)
    assert {path.stem for path in SOURCES.glob("*.json")} == set(FOUND)
