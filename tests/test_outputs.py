"""The five real roadmaps, built by the command: judged by others, and the same bytes everywhere."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import docx
import icalendar
import pytest
import vobject

from roadmap_compiler.compiler import compile_bytes
from tests.tools import microsoft_errors, pages

ROADMAPS = Path(__file__).parents[1] / "roadmaps"
NAMES = sorted(path.stem for path in ROADMAPS.glob("*.yaml"))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("built")
    build(ROADMAPS, out, out)
    return out


def build(source: Path, out: Path, folder: Path, **environment: str) -> None:
    command = [sys.executable, "-m", "roadmap_compiler", "build", str(source), "--out", str(out)]
    subprocess.run(command, check=True, cwd=folder, env={**os.environ, **environment}, capture_output=True)


def test_there_are_five_and_each_has_its_outputs(built: Path) -> None:
    assert len(NAMES) >= 5
    assert {f"{name}.{ending}" for name in NAMES for ending in ("docx", "ics")} <= {p.name for p in built.iterdir()}


def test_the_bytes_are_the_same_in_other_zones_locales_folders_and_hash_seeds(built: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "другая папка"
    elsewhere.mkdir()
    for path in ROADMAPS.glob("*.yaml"):
        (elsewhere / path.name).write_bytes(path.read_bytes())
    out = tmp_path / "out"
    build(elsewhere, out, tmp_path, TZ="Pacific/Kiritimati", LC_ALL="C", LANG="C", PYTHONHASHSEED="77", PYTHONUTF8="0")
    for path in sorted(set(built.iterdir()) - {built / "build.json"}):  # which says where the roadmaps lie
        assert (out / path.name).read_bytes() == path.read_bytes(), path.name


@pytest.mark.parametrize("name", NAMES)
def test_microsoft_finds_no_error(built: Path, name: str) -> None:
    for document in sorted(built.glob(f"{name}*.docx")):
        assert microsoft_errors(document) == []


@pytest.mark.parametrize("name", NAMES)
def test_python_docx_reads_every_row(built: Path, name: str) -> None:
    document = docx.Document(str(built / f"{name}.docx"))
    plan = compile_bytes((ROADMAPS / f"{name}.yaml").read_bytes(), name).plan
    assert plan is not None
    table = max(document.tables, key=lambda table: len(table.rows))
    headings = [cell.text.replace("\u00a0", " ") for cell in table.rows[0].cells]
    assert headings == [column.heading.replace("\u00a0", " ") for column in plan.table.columns]
    assert len(table.rows) == 1 + plan.table.has_column_numbers + len(plan.table.rows)


def test_every_page_of_the_table_has_the_header_row(built: Path, tmp_path: Path) -> None:
    printed = pages([built / f"{name}.docx" for name in NAMES], tmp_path)
    for name, texts in printed.items():
        assert len(texts) > 1, name
        plan = compile_bytes((ROADMAPS / f"{name}.yaml").read_bytes(), name).plan
        assert plan is not None
        heading = max((column.heading for column in plan.table.columns), key=len).split()[0]
        for number, text in enumerate(texts, start=1):
            rest = text.strip().splitlines()
            if number > 1:
                assert rest[0].strip() == str(number)  # the number of the page, from the second one on
            only_signatures = number == len(texts) and not any(e.number and e.number in text for e in plan.entries)
            assert heading in text or only_signatures, (name, number)


@pytest.mark.parametrize("name", NAMES)
def test_two_parsers_see_the_same_events(built: Path, name: str) -> None:
    data = (built / f"{name}.ics").read_bytes()
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert data.count(b"\n") == data.count(b"\r\n") == data.count(b"\r")
    events = icalendar.Calendar.from_ical(data).walk("VEVENT")
    ours = {(str(event["uid"]), event["dtstart"].dt, str(event["summary"])) for event in events}
    calendar = vobject.readOne(data.decode("utf-8"))
    theirs = {(e.uid.value, e.dtstart.value, e.summary.value) for e in getattr(calendar, "vevent_list", [])}
    assert ours == theirs
    assert len(ours) == data.count(b"BEGIN:VEVENT")
