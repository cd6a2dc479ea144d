"""Files with one slip each, and odd but good files: the right line, one finding for one slip, no false alarm.

The first line of a file in err/ says what is expected: the line and the code. Files in ok/ give nothing.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from roadmap_compiler.compiler import compile_bytes
from roadmap_compiler.findings import Edit
from roadmap_compiler.source.lines import lines_of

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


def edited(text: str, edits: tuple[Edit, ...]) -> str:
    """A text with LF line ends after edits, the last one first."""
    lines = lines_of(text)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    for edit in sorted(edits, reverse=True):
        start = starts[edit.span.line - 1] + edit.span.column - 1
        end = starts[edit.span.end_line - 1] + edit.span.end_column - 1
        text = text[:start] + edit.text + text[end:]
    return text


@pytest.mark.parametrize("path", ERR, ids=lambda path: path.stem)
def test_what_is_offered_as_safe_leaves_a_clean_file(path: Path) -> None:
    data = path.read_bytes().replace(b"\r\n", b"\n")
    text = data.decode("utf-8-sig")
    for finding in compile_bytes(data, path.name).findings:
        for fix in finding.fixes:
            if fix.safe:
                left = compile_bytes(edited(text, fix.edits).encode(), path.name).findings
                assert [(f.span.line, f.code) for f in left] == []


@pytest.mark.parametrize("path", OK, ids=lambda path: path.stem)
def test_a_good_file_gives_nothing(path: Path) -> None:
    compilation = compile_bytes(path.read_bytes(), path.name)
    assert [(f.span.line, f.code) for f in compilation.findings] == []
    assert compilation.plan is not None


@pytest.mark.parametrize("path", ERR, ids=lambda path: path.stem)
def test_a_finding_is_the_same_finding_on_another_line(path: Path) -> None:
    data = path.read_bytes()
    text = data.decode("utf-8-sig")
    end = "\r\n" if "\r\n" in text else "\n"
    moved = (text.partition(end)[0] + f"{end}# ещё строка{end}# и ещё{end}" + text.partition(end)[2]).encode()
    before, after = (compile_bytes(one, "карта.yaml").findings for one in (text.encode(), moved))
    assert [finding.fingerprint for finding in after] == [finding.fingerprint for finding in before]
    assert [finding.span.line for finding in after] == [finding.span.line + 2 for finding in before]
