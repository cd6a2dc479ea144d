"""LibreOffice: where it is, and DOCX → PDF with one start of it for all documents.

PDF/A-2b (ISO 19005-2), tagged, so that a program that reads aloud finds headings and tables. A PDF holds the moment
of its making: its bytes are the only ones of this program that differ from run to run.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

FIRST_START = 120
"""Seconds that LibreOffice may take to make itself a profile."""
EACH = 60
"""Seconds for each document."""
FILTER = (
    'pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"},'
    '"UseTaggedPDF":{"type":"boolean","value":"true"},"ExportBookmarks":{"type":"boolean","value":"true"}}'
)
PDF_A = b"pdfaid:part"
"""What the description of a PDF/A says of itself; it may not be compressed (ISO 19005-2, 6.6)."""


def find_office(environment: Mapping[str, str], platform: str = sys.platform) -> Path | None:
    """The program, None where it is not installed.

    The path of the system first, then where installers put it: under Windows it is in no path.
    """
    for name in ("soffice", "libreoffice"):
        found = shutil.which(name, path=environment.get("PATH", ""))
        if found:
            return Path(found)
    return next((place for place in office_places(environment, platform) if place.is_file()), None)


def office_places(environment: Mapping[str, str], platform: str) -> list[Path]:
    """Where LibreOffice is put by its installers. soffice.com is the one that waits until the work is done."""
    if platform == "win32":
        roots = [environment[name] for name in ("ProgramFiles", "ProgramW6432", "ProgramFiles(x86)")
                 if environment.get(name)]
        roots += [f"{environment['LOCALAPPDATA']}\\Programs"] if environment.get("LOCALAPPDATA") else []
        folders = [*_registered(), *(Path(root) / "LibreOffice" / "program" for root in dict.fromkeys(roots))]
        return [folder / name for folder in folders for name in ("soffice.com", "soffice.exe")]
    if platform == "darwin":
        home = Path(environment.get("HOME", "/"))
        return [root / "Applications/LibreOffice.app/Contents/MacOS/soffice" for root in (Path("/"), home)]
    return [Path(place) for place in ("/usr/lib/libreoffice/program/soffice", "/opt/libreoffice/program/soffice",
                                      "/snap/bin/libreoffice")]


def _registered() -> list[Path]:
    """The folder that the installer wrote into the registry of Windows."""
    if sys.platform != "win32":
        return []
    import winreg

    for root in (winreg.HKEY_LOCAL_MACHINE, winreg.HKEY_CURRENT_USER):
        try:
            return [Path(winreg.QueryValue(root, r"SOFTWARE\LibreOffice\UNO\InstallPath"))]
        except OSError:
            continue
    return []


def make_pdfs(documents: list[bytes], office: Path) -> list[bytes | None]:
    """A PDF of each document, None for one that LibreOffice could not print.

    The documents lie in a folder of their own under plain names meanwhile, with a profile of its own beside them: an
    open Word, an open LibreOffice, spaces or Cyrillic letters in paths do not matter. Never raises for what is in a
    document.
    """
    with tempfile.TemporaryDirectory(prefix="roadmap-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        for number, data in enumerate(documents):
            (folder / f"{number}.docx").write_bytes(data)
        command = [
            str(office), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore",
            "--nolockcheck", "--convert-to", FILTER, "--outdir", str(folder),
            *(str(folder / f"{number}.docx") for number in range(len(documents))),
        ]
        _run(command, FIRST_START + EACH * len(documents))
        made = [folder / f"{number}.pdf" for number in range(len(documents))]
        return [pdf.read_bytes() if pdf.is_file() and pdf.stat().st_size else None for pdf in made]


def _run(command: list[str], seconds: int) -> None:
    """Runs to the end or for so many seconds; then it is ended together with the processes it started."""
    no = subprocess.DEVNULL
    try:
        process = subprocess.Popen(command, stdin=no, stdout=no, stderr=no,  # noqa: S603
                                   start_new_session=sys.platform != "win32")
    except OSError:
        return
    try:
        process.wait(seconds)
    except (subprocess.TimeoutExpired, KeyboardInterrupt) as stop:
        if sys.platform == "win32":
            ending = ["taskkill", "/T", "/F", "/PID", str(process.pid)]
            subprocess.run(ending, stdin=no, stdout=no, stderr=no, check=False)  # noqa: S603
        else:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        if isinstance(stop, KeyboardInterrupt):
            raise


def is_pdf_a(pdf: bytes) -> bool:
    """Whether a PDF says that it is PDF/A. An old LibreOffice does not know how it is asked, and makes a plain PDF."""
    return PDF_A in pdf
