"""The page on verification shows what is printed."""

from __future__ import annotations

from pathlib import Path

from tests.approvals.desk import TEXT, Desk
from tests.seals.packages import replaced

PAGE = Path(__file__).parents[2] / "docs" / "проверка.md"
LAST = "</w:tbl><w:p>"


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
