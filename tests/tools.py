"""Outside programs that judge what the compiler writes: found, or named and left out, or required."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import NoReturn

import pytest

NODE = Path(__file__).parents[1] / ".venv" / "node" / "node_modules" / ".bin"


def tool(*names: str) -> str:
    """The path of a program; without it the test is skipped, or fails where tools are required (as in CI)."""
    places = os.pathsep.join([str(NODE), os.environ.get("PATH", "")])
    for name in names:
        found = shutil.which(name, path=places)
        if found:
            return found
    return missing(" or ".join(names))


def missing(name: str) -> NoReturn:
    """Skips the test for want of a tool, or fails it where tools are required (as in CI)."""
    message = f"not on this machine: {name}"
    if os.environ.get("ROADMAP_REQUIRE_TOOLS") == "1":
        pytest.fail(message)
    pytest.skip(message)


def microsoft_errors(document: Path) -> list[str]:
    """What Microsoft's own validator says against a document."""
    done = subprocess.run([tool("ooxml-validator"), str(document)], capture_output=True, encoding="utf-8", check=False)
    report = json.loads(done.stdout)
    return [f"{error.get('path', '')}: {error.get('description', error)}" for error in report["errors"]]


def pages(documents: list[Path], folder: Path) -> dict[str, list[str]]:
    """The text of each page of each document as LibreOffice prints it, by the document's name."""
    soffice, pdftotext = tool("soffice", "libreoffice"), tool("pdftotext")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, *map(str, documents)], check=True, capture_output=True, timeout=240)
    out = {}
    for document in documents:
        pdf = folder / f"{document.stem}.pdf"
        text = subprocess.run([pdftotext, "-layout", str(pdf), "-"], check=True, capture_output=True).stdout
        out[document.stem] = text.decode("utf-8").split("\f")[:-1]
    return out


def signatures_by_libreoffice(documents: list[Path], folder: Path) -> list[list[tuple[bool, int]]]:
    """For each document its signatures as LibreOffice judges them: valid or not, and the state of the certificate."""
    soffice = tool("soffice", "libreoffice")
    python = next((path for path in ("/usr/bin/python3", shutil.which("python3") or "") if path and subprocess.run(
        [path, "-c", "import uno"], capture_output=True, check=False).returncode == 0), None) or missing("python3-uno")
    pipe = f"roadmap{os.getpid()}"
    office = subprocess.Popen([soffice, f"-env:UserInstallation={(folder / 'signatures').as_uri()}", "--headless",
                               "--norestore", "--nologo", f"--accept=pipe,name={pipe};urp;"],
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        script = Path(__file__).with_name("signatures") / "ask_libreoffice.py"
        done = subprocess.run([python, str(script), pipe, *map(str, documents)], capture_output=True, check=False,
                              encoding="utf-8", timeout=180)
        assert done.returncode == 0, done.stderr
        return [[(valid, state) for valid, state in json.loads(line)] for line in done.stdout.splitlines()]
    finally:
        try:
            office.wait(20)
        except subprocess.TimeoutExpired:
            office.kill()
