"""A roadmap, the documents built of it, and what a verification says of any paper."""

from __future__ import annotations

from pathlib import Path

from tests.approvals.desk import TEXT, Desk, Said

SIGNING = TEXT.replace("состояние: проект  # до педсовета\n", "")
ACT = ("--date", "2022-02-09", "--act", "приказ", "--number", "10-р")
NEXT = ("--date", "2022-03-15", "--act", "приказ", "--number", "21")


def build(desk: Desk, *arguments: str) -> Said:
    return desk.run("build", "--only", "docx", "--out", str(desk.folder.parent / "build"), *arguments, name=".")


def document(desk: Desk, name: str = "карта.docx") -> Path:
    return desk.folder.parent / "build" / name


def put(desk: Desk, data: bytes, name: str = "бумага.docx") -> Path:
    path = desk.folder.parent / name
    path.write_bytes(data)
    return path


def verify(desk: Desk, path: Path, *arguments: str) -> Said:
    said = desk.run("verify", str(path), "--roadmaps", str(desk.folder), *arguments, name="")
    return Said(said.code, said.text.replace(f"{desk.folder.parent.as_posix()}/", ""))
