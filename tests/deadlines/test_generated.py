"""What is generated is fresh, and the grammar has no conflict; importing the room stays cheap."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import roadmap_compiler.deadlines
from roadmap_compiler.deadlines.regenerate import GrammarConflict, days_off, parse_tables
from tests.deadlines.page import PAGE, page

ROOM = Path(roadmap_compiler.deadlines.__file__).parent


def test_the_parse_tables_are_those_of_the_grammar() -> None:
    grammar = (ROOM / "grammar.lark").read_text(encoding="utf-8")
    assert parse_tables(grammar) == (ROOM / "tables.py").read_text(encoding="utf-8")


def test_a_grammar_with_a_conflict_is_refused() -> None:
    with pytest.raises(GrammarConflict):
        parse_tables("start: a\na: a A a | A\n%declare A\n")


def test_the_days_off_are_those_of_the_holidays_package() -> None:
    pytest.importorskip("holidays")
    assert days_off() == (ROOM / "days_off.py").read_text(encoding="utf-8")


def test_the_page_of_phrases_is_that_of_the_tables() -> None:
    assert page() == PAGE.read_text(encoding="utf-8"), "python -m tests.deadlines.page"


def test_reading_a_phrase_imports_no_heavy_library() -> None:
    code = (
        "import sys; from roadmap_compiler.deadlines import *; "
        "P, _ = read_period('2021/2022 учебный год'); explain('до 15 числа ежемесячно', P); "
        "print(sorted({'lark', 'holidays', 'pydantic', 'dataclasses', 'difflib'} & set(sys.modules)))"
    )
    shown = subprocess.run([sys.executable, "-X", "utf8", "-c", code], capture_output=True, text=True, check=True,
                           encoding="utf-8")
    assert shown.stdout.strip() == "[]"
