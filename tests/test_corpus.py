"""Files with one slip each, and odd but good files: the right line, one finding for one slip, no false alarm.

The first line of a file in err/ says what is expected: the line and the code. Files in ok/ give nothing.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from roadmap_compiler.compiler import compile_bytes

HERE = Path(__file__).parent
ERR = sorted((HERE / "err").glob("*.yaml"))
OK = sorted((HERE / "ok").glob("*.yaml"))

_EXPECTED = re.compile(r"# ожидается: (\d+) ([a-z0-9-]+)")


def expectation(path: Path) -> tuple[int, str]:
    """What the first line of a file says."""
    match = _EXPECTED.match(path.read_bytes().decode("utf-8-sig").lstrip())
    assert match is not None, path.name
    return int(match.group(1)), match.group(2)


def test_the_collections_are_there() -> None:
    assert len(ERR) >= 120
    assert len(OK) >= 40


@pytest.mark.parametrize("path", ERR, ids=lambda path: path.stem)
def test_one_slip_gives_one_finding_on_its_line(path: Path) -> None:
    compilation = compile_bytes(path.read_bytes(), path.name)
    assert [(f.span.line, f.code) for f in compilation.findings] == [expectation(path)]


@pytest.mark.parametrize("path", OK, ids=lambda path: path.stem)
def test_a_good_file_gives_nothing(path: Path) -> None:
    compilation = compile_bytes(path.read_bytes(), path.name)
    assert [(f.span.line, f.code) for f in compilation.findings] == []
    assert compilation.plan is not None
