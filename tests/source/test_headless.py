"""A line with nothing but a field («люди:», «столбцы:») is deleted: one finding says which, the repair puts it back."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from roadmap_compiler.commands.main import main
from roadmap_compiler.compiler import compile_bytes
from tests.fuzz import ROADMAPS

OK = Path(__file__).parents[1] / "ok"
GOOD = [OK / f"{name}.yaml"
        for name in ("whole-form", "free-column", "english-keys", "wide-indent", "plain-over-lines")]
TEXTS = {path.stem: path.read_text(encoding="utf-8") for path in [*ROADMAPS, *GOOD]}
HEADS = re.compile(r"(?:(?!название|title)\w[\w ]*|  (?:столбцы|события)):[ ]*")

CASES = [(name, row) for name, text in TEXTS.items() for row, line in enumerate(text.split("\n"))
         if HEADS.fullmatch(line)
         # stages below activities are activities with parts, and nobody can see that they were stages
         and not (line == "этапы:" and "\nмероприятия:\n" in text)]


def without(name: str, row: int) -> str:
    lines = TEXTS[name].split("\n")
    return "\n".join(lines[:row] + lines[row + 1:])


def test_there_are_cases() -> None:
    assert len(CASES) > 40


@pytest.mark.parametrize(("name", "row"), CASES)
def test_a_field_left_out_is_told_once_with_its_line(name: str, row: int) -> None:
    text, field = without(name, row), TEXTS[name].split("\n")[row].strip()
    told = [finding for finding in compile_bytes(text.encode(), "карта.yaml").findings if finding.severity == "error"]
    assert [finding.code for finding in told] == ["missing-key"]
    lines = text.split("\n")
    first = next(at for at in range(row, len(lines)) if lines[at].strip() and not lines[at].lstrip().startswith("#"))
    assert (told[0].span.line, told[0].params["ready"]) == (first + 1, field)


@pytest.mark.parametrize(("name", "row"), CASES)
def test_the_repair_puts_the_line_back(name: str, row: int, tmp_path: Path) -> None:
    file = tmp_path / "карта.yaml"
    file.write_text(without(name, row), encoding="utf-8", newline="\n")
    main(["fix", "--unsafe", str(file)])
    mended = file.read_text(encoding="utf-8")
    assert [line for line in mended.split("\n") if line.strip() and "#" not in line] == \
        [line for line in TEXTS[name].split("\n") if line.strip() and "#" not in line]
