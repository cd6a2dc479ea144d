"""roadmap sign as it is typed."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from roadmap_compiler.commands.main import main
from roadmap_compiler.signatures import check_package

from .documents import DOCUMENT, TEMPLATE, changed, replacing
from .makers import PASSWORD, made
from .test_keys import WRONG, pem_of, pkcs12_of

ROADMAP = Path(__file__).parents[2] / "roadmaps" / "michurinsky-tehnikum-2022.yaml"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ROADMAP_KEY_PASSWORD", raising=False)
    (tmp_path / "план.docx").write_bytes(TEMPLATE.read_bytes())
    (tmp_path / "key.p12").write_bytes(pkcs12_of(made()))
    (tmp_path / "key.pem").write_bytes(pem_of(made(), None))
    (tmp_path / "cert.cer").write_bytes(made().der)
    return tmp_path


def test_a_signed_copy_stands_beside_the_document(folder: Path, monkeypatch: pytest.MonkeyPatch,
                                                  capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("ROADMAP_KEY_PASSWORD", PASSWORD)
    assert main(["sign", "план.docx", "--key", "key.p12"]) == 0
    assert capsys.readouterr().out == (
        "план.docx → план.signed.docx\n"
        "Подписал: Хакимова Ольга Викторовна, Директор, МАОУ «СОШ № 1». Сертификат 2134AD действует по 01.01.2032\n")
    assert (folder / "план.docx").read_bytes() == TEMPLATE.read_bytes()
    assert check_package((folder / "план.signed.docx").read_bytes()).intact
    assert main(["sign", "план.signed.docx", "--key", "key.p12", "--out", "out/план.docx", "--lang", "en"]) == 0
    assert capsys.readouterr().out.splitlines()[0] == "план.signed.docx → out/план.docx"
    assert len(check_package((folder / "out" / "план.docx").read_bytes()).signers) == 2


def test_a_certificate_of_its_own_file(folder: Path) -> None:
    assert main(["sign", "план.docx", "--key", "key.pem", "--certificate", "cert.cer", "--out", "."]) == 0
    assert check_package((folder / "план.signed.docx").read_bytes()).intact


@pytest.mark.parametrize(("arguments", "code", "told"), [
    (["нет.docx", "--key", "key.p12"], 2, "Нет такого файла или папки: нет.docx"),
    (["план.docx", "--key", "нет.p12"], 2, "Нет такого файла или папки: нет.p12"),
    (["план.docx", "--key", "key.p12"], 2, "key.p12: нужен пароль ключа, а спросить его не у кого"),
    (["план.docx", "--key", "key.pem"], 2, "key.pem: В файле ключа нет сертификата"),
    (["план.docx", "--key", "cert.cer"], 2, "cert.cer: В файле сертификат без закрытого ключа"),
    (["план.docx", "--key", "key.pem", "--certificate", "cert.cer", "--out", "план.docx"], 2, "план.docx: подписанную"),
    (["план.docx", "--key", "key.pem", "--certificate", "cert.cer", "--out", "./key.pem"], 2, "key.pem: подписанную"),
    (["план.docx", "--key", "key.pem", "--certificate", "cert.cer", "--out", "cert.cer"], 2, "cert.cer: подписанную"),
    (["план.docx", "--key", "key.pem", "--certificate", "cert.cer", "--out", "cert.cer/a.docx"], 2, "cert.cer/a.docx"),
    (["cert.cer", "--key", "key.pem", "--certificate", "cert.cer"], 1, "cert.cer: Это не документ .docx"),
    (["broken.docx", "--key", "key.pem", "--certificate", "cert.cer"], 1, "broken.docx: В документе уже есть подпись"),
    (["план.docx"], 2, "не хватает: --key"),
], ids=lambda value: " ".join(value) if isinstance(value, list) else "")
def test_what_is_in_the_way_is_said(folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch,
                                    arguments: list[str], code: int, told: str) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    (folder / "broken.docx").write_bytes(changed({DOCUMENT: replacing("</w:body>", "<w:p/></w:body>")}))
    before = {path: path.read_bytes() for path in folder.iterdir()}
    assert main(["sign", *arguments]) == code
    said = capsys.readouterr()
    assert told in said.err and said.out == ""
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


def test_a_wrong_password_in_the_environment(folder: Path, capsys: pytest.CaptureFixture[str],
                                             monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ROADMAP_KEY_PASSWORD", WRONG)
    assert main(["sign", "план.docx", "--key", "key.p12"]) == 2
    assert capsys.readouterr().err == "key.p12: Пароль не подходит, или файл ключа испорчен\n"


def test_verify_knows_a_roadmap_signed_inside(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "карты").mkdir()
    shutil.copy(ROADMAP, folder / "карты" / "карта.yaml")
    assert main(["build", "карты", "--only", "docx", "--out", "."]) == 0
    assert main(["sign", "карта.docx", "--key", "key.pem", "--certificate", "cert.cer"]) == 0
    capsys.readouterr()
    assert main(["verify", "карта.signed.docx", "--roadmaps", "карты", "--roots", "cert.cer"]) == 0
    said = capsys.readouterr().out
    assert "Подпись верна" in said and "Сертификату можно доверять" in said and "часть" not in said
    signed = (folder / "карта.signed.docx").read_bytes()
    for name, edit in ((DOCUMENT, replacing("</w:body>", "<w:p/></w:body>")), ("word/extra.xml", b"<a/>"),
                       ("_xmlsignatures/sig2.xml", b"<a/>"),
                       ("_xmlsignatures/sig1.xml", replacing("<SignatureType>1", "<SignatureType>2"))):
        (folder / "altered.docx").write_bytes(changed({name: edit}, signed))
        assert main(["verify", "altered.docx", "--roadmaps", "карты"]) == 1, name
