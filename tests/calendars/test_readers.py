"""Five independent programs read our files alike, and a calendar client takes an edition over the one before it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import warnings
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import icalendar
import pytest
import vobject

from roadmap_compiler.calendars.agenda import agenda
from roadmap_compiler.calendars.alarms import Alarm
from roadmap_compiler.calendars.ics import compile_calendar
from roadmap_compiler.plan.plan import Plan
from tests.calendars.checker import problems
from tests.calendars.plans import EVERY, REAL, plan
from tests.roadmaps import plan_of
from tests.tools import NODE, missing, tool

HERE = Path(__file__).parent / "readers"

Event = tuple[str, str, str, str, str]
"""UID, first day, the day after the last, summary, description."""


def by_icalendar(file: Path) -> list[Event]:
    found = icalendar.Calendar.from_ical(file.read_bytes())
    assert not found.errors
    return [(str(e["uid"]), str(e["dtstart"].dt), str(e["dtend"].dt), str(e["summary"]), str(e["description"]))
            for e in found.walk("VEVENT")]


def by_vobject(file: Path) -> list[Event]:
    found = vobject.readOne(file.read_bytes().decode("utf-8"))
    found.validate(raiseException=True)
    return [(e.uid.value, str(e.dtstart.value), str(e.dtend.value), e.summary.value, e.description.value)
            for e in found.vevent_list]


def by_ical(file: Path) -> list[Event]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the package's own warnings are not ours to mend
        try:
            from ical.calendar_stream import IcsCalendarStream
        except ImportError:
            missing("the package ical")
        found = IcsCalendarStream.calendar_from_ics(file.read_bytes().decode("utf-8"))
    return [(e.uid, str(e.dtstart), str(e.dtend), e.summary, e.description) for e in found.events]


def by_ical_js(file: Path) -> list[Event]:
    node = tool("node")
    package = NODE.parent / "ical.js"
    if not package.is_dir():
        missing("ical.js")
    script = file.parent / "read.mjs"  # node looks for packages beside the script
    (file.parent / "node_modules").mkdir(exist_ok=True)
    link = file.parent / "node_modules" / "ical.js"
    if not link.exists():
        link.symlink_to(package, target_is_directory=True)
    script.write_bytes((HERE / "read.js").read_bytes())
    done = subprocess.run([node, str(script), str(file)], check=True, capture_output=True, encoding="utf-8")
    return [tuple(event) for event in json.loads(done.stdout)]


@lru_cache
def libical(folder: Path) -> Path:
    """The small program over libical, compiled."""
    compiler, config = tool("cc", "gcc", "clang"), tool("pkg-config")
    ask = [config, "--cflags", "--libs", "libical"]
    flags = subprocess.run(ask, check=False, capture_output=True, encoding="utf-8")
    if flags.returncode:
        missing("libical")
    program = folder / "read-libical"
    subprocess.run([compiler, str(HERE / "read.c"), "-o", str(program), *flags.stdout.split()], check=True)
    return program


def by_libical(file: Path) -> list[Event]:
    done = subprocess.run([str(libical(file.parent)), str(file)], capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return [tuple(event.split("\x1f")[:5]) for event in done.stdout.split("\x1e")[:-1]]  # type: ignore[misc]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("calendars")


def written(folder: Path, name: str) -> Path:
    file = folder / f"{name}.ics"
    if not file.exists():
        data = compile_calendar(plan(name), alarm=Alarm(3, True))
        assert data is not None
        assert problems(data) == []
        file.write_bytes(data)
    return file


@pytest.mark.parametrize("name", EVERY)
@pytest.mark.parametrize("read", [by_vobject, by_ical, by_ical_js, by_libical])
def test_another_reader_sees_the_same_events(folder: Path, name: str, read: Callable[[Path], list[Event]]) -> None:
    file = written(folder, name)
    theirs = read(file)
    assert len(theirs) == len(agenda(plan(name)).dated)
    assert sorted(theirs) == sorted(by_icalendar(file))


TEXT = """\
организация: Школа
редакция: {номер: 1, дата: 01.09.2021}
мероприятия:
  - {название: "Встреча, первая", срок: 15 октября}
  - {название: Отчёт, срок: ежеквартально}
  - {название: Опрос, срок: май}
"""


def khal(folder: Path, *arguments: str) -> str:
    """Runs khal, a calendar client, with one calendar in the folder; it must have nothing to complain of."""
    try:
        import khal as _  # noqa: F401
    except ImportError:
        missing("the package khal")
    config = folder / "config"
    config.write_text(
        f"[calendars]\n[[plan]]\npath = {folder / 'plan'}\n[locale]\ntimeformat = %H:%M\ndateformat = %d.%m.%Y\n"
        "longdateformat = %d.%m.%Y\ndatetimeformat = %d.%m.%Y %H:%M\nlongdatetimeformat = %d.%m.%Y %H:%M\n"
        f"[sqlite]\npath = {folder / 'khal.db'}\n[default]\ndefault_calendar = plan\n", encoding="utf-8")
    (folder / "plan").mkdir(exist_ok=True)
    environment = {**os.environ, "PYTHONUTF8": "1", "TZ": "Europe/Moscow"}
    command = [sys.executable, "-c", "from khal.cli import main_khal; main_khal()", "-c", str(config), *arguments]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", env=environment, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def imported(folder: Path, of: Plan, previous: Plan | None = None) -> list[str]:
    """What khal shows of the year after the import of an edition."""
    before = (previous, agenda(previous)) if previous is not None else None
    data = compile_calendar(of, previous=before)
    assert data is not None
    (folder / "edition.ics").write_bytes(data)
    khal(folder, "import", "--batch", "-a", "plan", str(folder / "edition.ics"))
    shown = khal(folder, "list", "--format", "{start-date}|{status}|{title}", "--day-format", "", "01.09.2021", "365d")
    return [line for line in shown.splitlines() if line.strip()]


def test_khal_takes_the_next_edition_over_the_first_without_duplicates(tmp_path: Path) -> None:
    first = plan_of(TEXT)
    quarters = [f"{day}||Срок: 2. Отчёт" for day in ("30.09.2021", "31.12.2021", "31.03.2022", "30.06.2022",
                                                      "31.08.2022")]
    shown = sorted(imported(tmp_path, first))
    assert shown == sorted([*quarters, "15.10.2021||Срок: 1. Встреча, первая", "31.05.2022||Срок: 3. Опрос"])
    assert sorted(imported(tmp_path, first)) == shown  # the same again
    second = plan_of(TEXT.replace("номер: 1", "номер: 2").replace("15 октября", "22 октября")
                     .replace("  - {название: Опрос, срок: май}", "  - {название: Праздник, срок: май}"))
    assert sorted(imported(tmp_path, second, first)) == sorted([
        *quarters, "22.10.2021||Срок: 1. Встреча, первая", "31.05.2022||Срок: 3. Праздник",
        "31.05.2022|CANCELLED |Срок: 3. Опрос"])


@pytest.mark.parametrize("name", REAL)
def test_khal_imports_the_file(folder: Path, name: str, tmp_path: Path) -> None:
    khal(tmp_path, "import", "--batch", "-a", "plan", str(written(folder, name)))
    assert len(list((tmp_path / "plan").iterdir())) == len(agenda(plan(name)).dated)
