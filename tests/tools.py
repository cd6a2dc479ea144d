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
