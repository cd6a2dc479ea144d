"""LibreOffice is found where installers put it, works once for all documents, and is never waited for without end."""

from __future__ import annotations

import os
import re
import sys
import time
from pathlib import Path

import pytest

from roadmap_compiler.publishing import office
from tests.publishing.samples import nothing, on_the_right
from tests.tools import tool

WINDOWS = {"ProgramFiles": "C:\\Program Files", "ProgramW6432": "C:\\Program Files",
           "ProgramFiles(x86)": "C:\\Program Files (x86)",
           "LOCALAPPDATA": "C:\\Users\\Ольга Викторовна\\AppData\\Local"}


def test_where_installers_put_it() -> None:
    windows = [str(place).replace("/", "\\") for place in office.office_places(WINDOWS, "win32")]
    assert windows[0] == "C:\\Program Files\\LibreOffice\\program\\soffice.com"
    assert "C:\\Program Files (x86)\\LibreOffice\\program\\soffice.com" in windows
    assert "C:\\Users\\Ольга Викторовна\\AppData\\Local\\Programs\\LibreOffice\\program\\soffice.exe" in windows
    assert len(windows) == len(set(windows)) == 6
    mac = office.office_places({"HOME": "/Users/olga"}, "darwin")
    assert [place.as_posix() for place in mac] == ["/Applications/LibreOffice.app/Contents/MacOS/soffice",
                                                   "/Users/olga/Applications/LibreOffice.app/Contents/MacOS/soffice"]


def test_it_is_found_on_the_path_or_not_at_all(tmp_path: Path) -> None:
    assert office.find_office({"PATH": str(tmp_path)}, "win32") is None
    program = tmp_path / "soffice"
    program.write_text("", encoding="utf-8")
    program.chmod(0o755)
    assert office.find_office({"PATH": str(tmp_path)}, "linux") == program
    installed = tmp_path / "LibreOffice" / "program" / "soffice.com"
    installed.parent.mkdir(parents=True)
    installed.write_text("", encoding="utf-8")
    assert office.find_office({"PATH": "", "ProgramFiles": str(tmp_path)}, "win32") == installed


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")
def test_one_start_makes_all_pdfs_and_they_are_tagged_pdf_a(tmp_path: Path) -> None:
    program = tmp_path / "soffice"
    program.write_text(f"#!/bin/sh\necho once >> '{tmp_path}/starts'\nexec '{tool('soffice', 'libreoffice')}' \"$@\"\n",
                       encoding="utf-8")
    program.chmod(0o755)
    pdfs = office.make_pdfs([nothing(), on_the_right()], program)
    assert (tmp_path / "starts").read_text(encoding="utf-8") == "once\n"
    for pdf in pdfs:
        assert pdf is not None
        assert pdf.startswith(b"%PDF-1.")
        assert office.is_pdf_a(pdf)
        assert re.search(rb"/MarkInfo\s*<<\s*/Marked\s+true", pdf)
    assert pdfs[0] != pdfs[1]


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")
def test_a_program_that_hangs_is_ended_with_what_it_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "soffice"
    program.write_text(f"#!/bin/sh\nsleep 600 &\necho $! > '{tmp_path}/child'\nwait\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(office, "FIRST_START", 1)
    monkeypatch.setattr(office, "EACH", 0)
    began = time.monotonic()
    assert office.make_pdfs([nothing()], program) == [None]
    assert time.monotonic() - began < 20
    child = int((tmp_path / "child").read_text(encoding="utf-8"))
    time.sleep(0.3)
    state = Path(f"/proc/{child}/stat")
    assert not state.exists() or state.read_text(encoding="utf-8").split()[2] == "Z"


def test_a_program_that_cannot_start_makes_nothing(tmp_path: Path) -> None:
    assert office.make_pdfs([nothing()], tmp_path / "none") == [None]
    assert os.listdir(tmp_path) == []
