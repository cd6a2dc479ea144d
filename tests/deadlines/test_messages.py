"""Every problem of the room has its sentence in both languages, with the parameters it is given."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import roadmap_compiler.deadlines
from roadmap_compiler.deadlines import Problem, explain, from_structure, read_period
from roadmap_compiler.messages.deadlines import EN, RU
from tests.deadlines.table import anchors, period, rows
from tests.deadlines.test_structure import WRONG

ROOM = Path(roadmap_compiler.deadlines.__file__).parent


def _used() -> set[str]:
    sources = "".join(path.read_text(encoding="utf-8") for path in ROOM.glob("*.py"))
    return set(re.findall(r'"((?:deadline|period)-[a-z-]+)"', sources))


def test_every_code_has_a_sentence() -> None:
    assert _used() - set(RU) == set()
    assert set(RU) == set(EN)


@pytest.mark.parametrize("code", sorted(RU))
def test_both_languages_take_the_same_parameters(code: str) -> None:
    places = [set(re.findall(r"\{(\w+)\}", sentences[code])) for sentences in (RU, EN)]
    assert places[0] == places[1]


@pytest.mark.parametrize("sentences", [RU, EN])
def test_every_problem_fills_its_sentence(sentences: dict[str, str]) -> None:
    problems: list[Problem] = []
    for table in ("deadlines-understood.tsv", "deadlines-refused.tsv"):
        for row in rows(table):
            problems += explain(row.phrase, period(row.cells[0]), anchors(row.cells[0])).problems
    for data, _ in WRONG:
        problems += from_structure(data)[1]
    problems += [problem for text in ("", "2021-2022", "2024–2021") for problem in read_period(text)[1]]
    for problem in problems:
        said = sentences[problem.code].format_map(problem.params)
        assert not re.search(r"datetime|None|\{|\}", said) or "{" in problem.params["text"], said
