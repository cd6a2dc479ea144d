"""roadmap verify on several files, on folders and on other kinds of files."""

from __future__ import annotations

import json
from pathlib import Path

from tests.approvals.desk import Desk, Said
from tests.commands.papers import document, put, verify
from tests.seals.packages import replaced


def test_several_documents(desk: Desk) -> None:
    path = document(desk)
    wrong = put(desk, replaced("до 20 сентября", "до 30 сентября")(path.read_bytes()), "чужой.docx")
    said = verify_both(desk, path, wrong)
    assert said.code == 1
    assert "build/карта.docx: это «Дорожная" in said.text
    assert "чужой.docx: документ изменён" in said.text
    reports = json.loads(verify_both(desk, path, wrong, "--format", "json").text)
    assert [one["outcome"] for one in reports] == ["unchanged", "altered"]
    said = verify(desk, path.with_name("*.docx"))
    assert (said.code, "build/карта.docx: это" in said.text) == (0, True)
    said = verify_both(desk, path, wrong, "--signature", str(path))
    assert (said.code, "проверьте их по одному" in said.text) == (2, True)


def verify_both(desk: Desk, one: Path, other: Path, *arguments: str) -> Said:
    said = desk.run("verify", str(one), str(other), "--roadmaps", str(desk.folder), *arguments, name="")
    return Said(said.code, said.text.replace(f"{desk.folder.parent.as_posix()}/", ""))


def test_a_folder_and_a_pdf(desk: Desk) -> None:
    said = verify(desk, document(desk).parent)
    assert (said.code, "это папка" in said.text) == (2, True)
    said = verify(desk, put(desk, b"%PDF-1.7", "план.pdf"))
    assert (said.code, "Проверьте исходный .docx" in said.text) == (2, True)
