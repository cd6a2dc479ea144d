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


def expected(name: str) -> list[tuple[str, str]]:
    """What a careful reader finds in a document: (code, number of the row), written down before any rule was run.

    A line «missed …» is a mistake of print that no rule finds yet.
    """
    text = (EXPECTED / f"{name}.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith(("#", "missed "))]
    return [(code, number) for code, _, number in (line.partition(" ") for line in lines)]


EXPECTED = Path(__file__).parent / "rules" / "expected"
NAMES = sorted(path.stem for path in EXPECTED.glob("*.txt"))


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


@pytest.mark.parametrize("name", NAMES)
def test_the_document_is_printed_word_for_word(name: str) -> None:
    plan = compiled(name).plan
    assert plan is not None
    document, problems = compile_document(plan)
    assert not problems
    assert document is not None
    assert differences(read_printed(SOURCES / f"{name}.json"), document) == []


@pytest.mark.parametrize("name", NAMES)
def test_the_roadmap_is_clean(name: str) -> None:
    assert compiled(name).findings == ()


@pytest.mark.parametrize("name", NAMES)
def test_every_mistake_of_print_is_found(name: str) -> None:
    compilation = compiled(name, without_permissions(name))
    plan = compilation.plan
    assert plan is not None
    found = [(finding.code, number_at(plan, finding.span.line)) for finding in compilation.findings]
    assert sorted(found) == sorted(expected(name))


def test_every_roadmap_is_tested() -> None:
    assert {path.stem for path in ROADMAPS.glob("*.yaml")} >= set(NAMES)
    assert {path.stem for path in SOURCES.glob("*.json")} == set(NAMES)
