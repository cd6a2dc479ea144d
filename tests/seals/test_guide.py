"""The page on verification shows what is printed."""

from __future__ import annotations

from pathlib import Path

from tests.approvals.desk import TEXT, Desk
from tests.commands.papers import SIGNING
from tests.seals.packages import replaced

PAGE = Path(__file__).parents[2] / "docs" / "проверка.md"


def test_what_is_said_of_other_papers(tmp_path: Path) -> None:
    """The paper that was signed before the approval, and the document of an earlier edition."""
    page = PAGE.read_text(encoding="utf-8")
    (tmp_path / "roadmaps").mkdir()
    desk = Desk(tmp_path)
    desk.put(SIGNING, "roadmaps/карта.yaml")
    paper = tmp_path / "План.docx"

    def built() -> bytes:
        assert desk.run("build", "--only", "docx", "--out", str(tmp_path), name="roadmaps").code == 0
        return (tmp_path / "карта.docx").read_bytes()

    def approve(date: str, number: str) -> None:
        assert desk.approve("--date", date, "--act", "приказ", "--number", number, name="roadmaps/карта.yaml").code == 0

    def told(document: bytes) -> str:
        paper.write_bytes(document)
        said = desk.run("verify", str(paper), "--roadmaps", str(tmp_path / "roadmaps"), name="").text
        return said.replace(f"{tmp_path.as_posix()}/", "")

    before = built()
    approve("2022-02-09", "10-р")
    assert told(before) in page
    first = built()
    desk.change("до 20 сентября", "до 25 сентября", "roadmaps/карта.yaml")
    approve("2022-03-15", "21")
    assert told(first) in page


def test_the_examples_of_the_page(tmp_path: Path) -> None:
    page = PAGE.read_text(encoding="utf-8")
    (tmp_path / "roadmaps").mkdir()
    desk = Desk(tmp_path)
    desk.put(TEXT, "roadmaps/карта.yaml")
    assert desk.approve("--date", "2022-02-09", "--act", "приказ", "--number", "10-р",
                        name="roadmaps/карта.yaml").code == 0
    assert desk.run("build", "--only", "docx", "--out", str(tmp_path), name="roadmaps").code == 0
    built = (tmp_path / "карта.docx").read_bytes()
    paragraph = "<w:p><w:r><w:t>Пункт 3 не исполнять</w:t></w:r></w:p>"
    altered = replaced("до 20 сентября", "до 30 сентября")(built)
    altered = replaced("<w:sectPr>", f"{paragraph}<w:sectPr>")(altered)
    for document in (built, altered):
        (tmp_path / "План.docx").write_bytes(document)
        said = desk.run("verify", str(tmp_path / "План.docx"), "--roadmaps", str(tmp_path / "roadmaps"), name="").text
        assert said.replace(f"{tmp_path.as_posix()}/", "") in page
