"""roadmap verify: signatures beside and inside a document, and certificates to be trusted."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.approvals.desk import Desk
from tests.commands.papers import ACT, document, put, verify
from tests.seals.packages import packed, parts_of, replaced
from tests.signatures.documents import sign
from tests.signatures.makers import made, signed


def test_a_signature_beside_is_checked_without_being_named(desk: Desk) -> None:
    path = document(desk)
    beside = path.with_name("карта.docx.sig")
    beside.write_bytes(signed(path.read_bytes(), made()))
    said = verify(desk, path)
    assert (said.code, "Подпись верна" in said.text) == (0, True)
    beside.write_bytes(signed(b"something else", made()))
    said = verify(desk, path)
    assert (said.code, "это подпись другого файла" in said.text) == (1, True)


def test_a_broken_signature_inside_is_told_whatever_else_is(desk: Desk) -> None:
    inside = sign(document(desk).read_bytes(), made())
    foreign = packed({**parts_of(inside), "word/document.xml": b'<w:document xmlns:w="http://schemas.openxmlformats.org/'
                      b'wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>No</w:t></w:r></w:p></w:body></w:document>'})
    for data, outcome in ((replaced("до 20 сентября", "до 30 сентября")(inside), "altered"), (foreign, "unknown")):
        paper = put(desk, data)
        said = verify(desk, paper)
        assert (said.code, "Подпись не принята" in said.text) == (1, True), said.text
        report = json.loads(verify(desk, paper, "--format", "json").text)
        assert (report["outcome"], [one["intact"] for one in report["signatures"]]) == (outcome, [False])


def test_a_document_before_the_approval_signed_inside(desk: Desk) -> None:
    paper = put(desk, sign(document(desk).read_bytes(), made()))
    assert desk.approve(*ACT).code == 0
    said = verify(desk, paper)
    assert (said.code, "до утверждения" in said.text, "Подпись верна" in said.text) == (0, True, True)
    put(desk, replaced("«____» ______________ 20___ г.", "09.02.2022")(paper.read_bytes()))
    assert verify(desk, paper).code == 1


@pytest.mark.parametrize(("data", "told"), [
    (made().key_pem, "это закрытый ключ, а не сертификат"), (made().key_pem + made().pem, "это закрытый ключ"),
    (b"[roots]\nfolder = x\n", "здесь нет сертификатов"), (b"", "здесь нет сертификатов"),
], ids=["key", "key and certificate", "config", "empty"])
@pytest.mark.parametrize("command", ["verify", "stamp", "publish"])
def test_roots_that_are_no_certificates(desk: Desk, command: str, data: bytes, told: str) -> None:
    roots = desk.folder / "root.pem"
    roots.write_bytes(data)
    folders = {"verify": ["--roadmaps", str(desk.folder)], "stamp": [],
               "publish": ["--out", str(desk.folder.parent / "site")]}
    said = desk.run(command, str(document(desk)), "--roots", str(roots), *folders[command], name="")
    assert (said.code, told in said.text) == (2, True), said.text
    assert not (desk.folder.parent / "site").exists()


@pytest.mark.parametrize("has_roadmaps", [True, False])
def test_the_signature_alone_decides_of_what_is_no_roadmap(desk: Desk, tmp_path: Path, has_roadmaps: bool,
                                                           monkeypatch: pytest.MonkeyPatch) -> None:
    import docx

    empty = tmp_path / "пусто"
    empty.mkdir()
    monkeypatch.chdir(desk.folder.parent if has_roadmaps else empty)
    memo = tmp_path / "памятка.docx"
    stranger = docx.Document()
    stranger.add_paragraph("Памятка наставнику")
    stranger.save(str(memo))
    scan = tmp_path / "скан.pdf"
    scan.write_bytes(b"%PDF-1.7 scan")
    for path in (memo, scan):
        beside = path.with_name(path.name + ".sig")
        beside.write_bytes(signed(path.read_bytes(), made()))
        said = desk.run("verify", str(path), name="")
        assert said.code == 0, said.text
        assert said.text.startswith(path.as_posix()) and "проверена только подпись\n" in said.text
        beside.write_bytes(signed(b"something else", made()))
        said = desk.run("verify", str(path), name="")
        assert (said.code, "Подпись не принята" in said.text) == (1, True)
