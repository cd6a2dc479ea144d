"""roadmap stamp and roadmap publish, as a secretary calls them; signatures are made by openssl."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import docx
import pytest

from roadmap_compiler.commands.main import main
from roadmap_compiler.publishing.office import is_pdf_a
from tests.publishing.samples import nothing, on_the_right
from tests.publishing.test_stamping import built, marks
from tests.signatures.makers import Maker, OpenSSL, made
from tests.tools import microsoft_errors, tool

PLAN = built("ddt-gorbatov-2021")
PERSONAL = re.compile(r"12345678901|СНИЛС|ИНН\b")


class Folder:
    """The folder of a school: spaces and Cyrillic letters in every name."""

    def __init__(self, path: Path) -> None:
        self.path = path / "Мои документы, 2026 год"
        self.path.mkdir()
        (path / "openssl").mkdir()
        self.openssl = OpenSSL(path / "openssl")

    def put(self, name: str, data: bytes) -> Path:
        (self.path / name).write_bytes(data)
        return self.path / name

    def sign(self, document: Path, maker: Maker | None = None, ending: str = ".sig", *options: str) -> Path:
        return self.put(document.name + ending, self.openssl.sign(document.read_bytes(), maker or made(), *options))


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


@pytest.fixture
def no_office(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("roadmap_compiler.publishing.office.find_office", lambda environment: None)


def test_a_signed_document_gets_its_stamped_copy(folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    plan = folder.put("План ДДТ.docx", PLAN)
    signature = folder.sign(plan)
    before = signature.read_bytes()
    assert main(["stamp", str(plan)]) == 0
    copy = folder.path / "План ДДТ.stamped.docx"
    out = capsys.readouterr().out.splitlines()
    assert out[:3] == [f"{plan.as_posix()} → {copy.as_posix()}",
                       "    Подписал: Хакимова Ольга Викторовна, Директор, МАОУ «СОШ № 1»",
                       "        Отметка стоит в грифе утверждения"]
    assert out[3].startswith("        Доверие к сертификату не проверялось")
    assert plan.read_bytes() == PLAN
    assert signature.read_bytes() == before
    assert microsoft_errors(copy) == []
    (mark,) = marks(copy.read_bytes())
    assert mark[2:6] == ["Сертификат: 2134AD", "Владелец: Хакимова Ольга Викторовна", "Должность: Директор",
                         "Действителен: с 01.01.2022 по 01.01.2032"]
    assert not PERSONAL.search(docx.Document(str(copy)).element.xml)
    first = copy.read_bytes()
    assert main(["stamp", str(plan)]) == 0
    assert copy.read_bytes() == first


@pytest.mark.parametrize("bits", ["256", "512"])
def test_a_gost_signature(folder: Folder, tmp_path: Path, bits: str) -> None:
    algorithm, digest = f"gost2012_{bits}", f"md_gost12_{bits}"
    plan = folder.put("План.docx", PLAN)
    gost = OpenSSL(tmp_path / "openssl", gost=True)
    gost.run("genpkey", "-algorithm", algorithm, "-pkeyopt", "paramset:A", "-out", "k.pem")
    gost.run("req", "-x509", "-utf8", "-new", "-key", "k.pem", f"-{digest}", "-days", "30", "-out", "c.pem")
    signature = folder.put("подпись директора.p7s", gost.sign(PLAN, None, "-md", digest))
    copy = folder.path / "копия.docx"
    assert main(["stamp", str(plan), "--signature", str(signature), "--out", str(copy)]) == 0
    (mark,) = marks(copy.read_bytes())
    assert mark[3:5] == ["Владелец: Хакимова Ольга Викторовна", "Должность: Директор"]
    assert not PERSONAL.search(docx.Document(str(copy)).element.xml)


def test_several_signers_in_one_file_and_in_two(folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    plan = folder.put("План.docx", PLAN)
    director, head = made(), made("ec", surname="Тюрина", serial=0x77)
    first = folder.openssl.sign(PLAN, director)
    (folder.openssl.folder / "first").write_bytes(first)
    (folder.openssl.folder / "k.pem").write_bytes(head.key_pem)
    (folder.openssl.folder / "c.pem").write_bytes(head.pem)
    folder.openssl.run("cms", "-resign", "-binary", "-inform", "DER", "-in", "first", "-signer", "c.pem", "-inkey",
                       "k.pem", "-outform", "DER", "-out", "both", "-content", "content")
    both = folder.put("обе.sig", (folder.openssl.folder / "both").read_bytes())
    one, two = folder.sign(plan, director, ".sig"), folder.sign(plan, head, ".p7s")
    for given in ([str(both)], [str(one), str(two)], []):
        named = [part for name in given for part in ("--signature", name)]
        assert main(["stamp", str(plan), *named, "--out", str(folder.path / "копия.docx")]) == 0
        found = marks((folder.path / "копия.docx").read_bytes())
        assert sorted(mark[2] for mark in found) == ["Сертификат: 2134AD", "Сертификат: 77"]
    assert "Тюрина Ольга Викторовна" in capsys.readouterr().out


def bad_signatures(folder: Folder, plan: Path) -> dict[str, bytes]:
    good = folder.openssl.sign(PLAN, made())
    expired = made("ec", end=made().certificate.not_valid_before_utc.replace(year=2023))
    return {"of another file": folder.openssl.sign(nothing(), made()), "cut": good[:900], "empty": b"",
            "a page": b"<!doctype html><p>404", "expired": folder.openssl.sign(PLAN, expired),
            "changed": good[:-9] + bytes(9)}


def test_a_bad_signature_gets_no_mark_and_is_not_published(
    folder: Folder, no_office: None, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = folder.put("План.docx", PLAN)
    for name, data in bad_signatures(folder, plan).items():
        signature = folder.put("План.docx.sig", data)
        assert main(["stamp", str(plan)]) == 1, name
        told = capsys.readouterr().err.splitlines()
        assert told[0].endswith("План.docx: отметка не поставлена, подпись не подтверждена")
        assert len(told) > 1, name
        assert all(line.startswith(f"    {signature.as_posix()}: ") for line in told[1:])
        assert main(["publish", str(plan), "--out", str(folder.path / "сайт")]) == 1, name
        assert "не опубликован" in capsys.readouterr().err
    assert sorted(file.name for file in folder.path.iterdir()) == ["План.docx", "План.docx.sig"]
    assert plan.read_bytes() == PLAN


def test_one_bad_signature_of_two_is_enough(folder: Folder) -> None:
    plan = folder.put("План.docx", PLAN)
    folder.sign(plan)
    folder.put("План.p7s", b"<html>")
    assert main(["stamp", str(plan)]) == 1
    assert not (folder.path / "План.stamped.docx").exists()


def test_trust_is_told_as_it_is(folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    plan = folder.put("План.docx", PLAN)
    authority, stranger = made(number=1, authority=True, name="УЦ"), made(number=2, authority=True, name="Другой УЦ")
    folder.sign(plan, made(by=authority))
    trusted, untrusted = folder.put("уц.pem", authority.pem), folder.put("другой.pem", stranger.pem)
    assert main(["stamp", str(plan), "--roots", str(trusted)]) == 0
    assert "Сертификату можно доверять" in capsys.readouterr().out
    assert main(["stamp", str(plan), "--roots", str(untrusted)]) == 1


@pytest.mark.parametrize("output", ["План.docx", "План.docx.sig", "./План.docx"])
def test_nothing_that_was_given_is_overwritten(folder: Folder, output: str) -> None:
    plan = folder.put("План.docx", PLAN)
    signature = folder.sign(plan).read_bytes()
    assert main(["stamp", str(plan), "--out", f"{folder.path}/{output}"]) == 2
    assert (plan.read_bytes(), (folder.path / "План.docx.sig").read_bytes()) == (PLAN, signature)


@pytest.mark.parametrize("arguments", [
    ["stamp", "нет.docx"], ["stamp", "План.docx"], ["stamp", "План.docx", "--signature", "нет.sig"],
    ["publish", "нет.docx"], ["publish", "План.docx", "--signature-dir", "нет"], ["publish", "План.pdf"]])
def test_wrong_usage_is_told(folder: Folder, no_office: None, monkeypatch: pytest.MonkeyPatch,
                             capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    folder.put("План.docx", PLAN)
    folder.put("План.pdf", b"%PDF-1.7")
    monkeypatch.chdir(folder.path)
    assert main(arguments) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert sorted(file.name for file in folder.path.iterdir()) == ["План.docx", "План.pdf"]


def test_a_folder_for_the_site(folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    tool("soffice", "libreoffice")
    plan, other = folder.put("План ДДТ.docx", PLAN), folder.put("карта №2.docx", on_the_right())
    signature, stray = folder.sign(plan), folder.put("~$ан ДДТ.docx", b"lock of Word")
    out = folder.path / "на сайт"
    assert main(["publish", str(plan), str(other), "--out", str(out)]) == 0
    assert sorted(file.name for file in out.iterdir()) == sorted([
        "План ДДТ.docx", "План ДДТ.docx.sig", "План ДДТ.stamped.docx", "План ДДТ.pdf", "карта №2.docx", "карта №2.pdf",
        "index.html"])
    assert (out / "План ДДТ.docx").read_bytes() == PLAN
    assert (out / "План ДДТ.docx.sig").read_bytes() == signature.read_bytes()
    pdf = (out / "План ДДТ.pdf").read_bytes()
    assert is_pdf_a(pdf)
    printed = subprocess.run([tool("pdftotext"), str(out / "План ДДТ.pdf"), "-"], capture_output=True, check=True)
    assert "ЭЛЕКТРОННОЙ ПОДПИСЬЮ" in printed.stdout.decode("utf-8")
    page = (out / "index.html").read_text(encoding="utf-8")
    assert f"Уникальный ключ: {hashlib.sha256(PLAN).hexdigest()}" in page
    assert "План мероприятий (дорожная карта) реализации методологии" in page
    assert page.index("План мероприятий") < page.index("карта №2</a>")
    assert not PERSONAL.search(page)
    told = capsys.readouterr().out
    assert "карта №2.docx: подписи рядом нет, документ будет опубликован как неподписанный" in told
    assert stray.read_bytes() == b"lock of Word"
    kept = {file.name: file.read_bytes() for file in out.iterdir() if file.suffix != ".pdf"}
    assert main(["publish", str(plan), str(other), "--out", str(out)]) == 0
    assert {file.name: file.read_bytes() for file in out.iterdir() if file.suffix != ".pdf"} == kept


def test_without_libreoffice_it_is_said_and_the_copy_is_read_first(
    folder: Folder, no_office: None, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = folder.put("plan.docx", PLAN)
    folder.sign(plan)
    out = folder.path / "site"
    assert main(["publish", str(plan), "--out", str(out)]) == 0
    assert "LibreOffice не найден, PDF не сделаны" in capsys.readouterr().out
    assert sorted(file.name for file in out.iterdir()) == ["index.html", "plan.docx", "plan.docx.sig",
                                                           "plan.stamped.docx"]
    page = (out / "index.html").read_text(encoding="utf-8")
    assert re.findall('href="([^"]*)"', page) == ["plan.stamped.docx", "plan.docx", "plan.docx.sig"]


def test_a_folder_stands_for_its_signed_documents(folder: Folder, no_office: None, tmp_path: Path) -> None:
    plan = folder.put("а.docx", PLAN)
    folder.put("б.docx", on_the_right())
    folder.put("~$а.docx", b"")
    apart = tmp_path / "подписи"
    apart.mkdir()
    folder.sign(plan).rename(apart / "а.docx.sig")
    out = tmp_path / "сайт"
    assert main(["publish", str(folder.path), "--signature-dir", str(apart), "--out", str(out)]) == 0
    assert sorted(file.name for file in out.iterdir()) == ["index.html", "а.docx", "а.docx.sig", "а.stamped.docx"]
    assert main(["publish", str(folder.path / "*.docx"), "--out", str(tmp_path / "все")]) == 0
    assert {"а.docx", "б.docx"} < {file.name for file in (tmp_path / "все").iterdir()}


def test_unsigned_documents_of_a_folder_are_counted(folder: Folder, no_office: None, tmp_path: Path,
                                                    capsys: pytest.CaptureFixture[str]) -> None:
    folder.sign(folder.put("План.docx", PLAN))
    for name in ("Черновик.docx", "Записка.docx", "План.stamped.docx", "~$План.docx"):
        folder.put(name, nothing())
    assert main(["publish", str(folder.path), "--out", str(tmp_path / "сайт")]) == 0
    out = capsys.readouterr().out
    assert f"{folder.path.as_posix()}: без подписи и не опубликовано: 2 документа" in out


def test_a_mark_in_the_place_of_another_person_is_told_at_the_end(folder: Folder, no_office: None, tmp_path: Path,
                                                                  capsys: pytest.CaptureFixture[str]) -> None:
    plan = folder.put("План.docx", PLAN)
    folder.sign(plan, made(surname="Сидорова"))
    assert main(["publish", str(plan), "--out", str(tmp_path / "сайт")]) == 0
    said = capsys.readouterr()
    assert re.search(r"предупреждение: .*План\.docx: подписал Сидорова Ольга Викторовна, а отметка стоит там, "
                     r"где назван другой человек — О\.В\.\sХакимова", (said.out + said.err).splitlines()[-1])


def test_two_documents_of_one_name_are_refused(folder: Folder, no_office: None, tmp_path: Path,
                                               capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "b").mkdir()
    one, two = folder.put("план.docx", PLAN), tmp_path / "b" / "ПЛАН.DOCX"
    two.write_bytes(PLAN)
    assert main(["publish", str(one), str(two), "--out", str(tmp_path / "out")]) == 2
    assert "переименуйте один из них" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_document_signed_inside(folder: Folder, no_office: None, tmp_path: Path) -> None:
    """What `roadmap sign` wrote has its signature inside: the mark goes into a copy without it."""
    plan, director = folder.put("план.docx", PLAN), made()
    key = folder.put("ключ.pem", director.key_pem + director.pem)
    assert main(["sign", str(plan), "--key", str(key)]) == 0
    signed = folder.path / "план.signed.docx"
    before = signed.read_bytes()
    assert main(["stamp", str(signed)]) == 0
    copy = folder.path / "план.signed.stamped.docx"
    assert len(marks(copy.read_bytes())) == 1
    assert not [name for name in zipfile.ZipFile(copy).namelist() if "sig" in name]
    assert microsoft_errors(copy) == []
    assert main(["publish", str(signed), "--out", str(tmp_path / "сайт")]) == 0
    page = (tmp_path / "сайт" / "index.html").read_text(encoding="utf-8")
    assert "ФИО: Хакимова Ольга Викторовна" in page
    assert "Файл подписи" not in page
    assert signed.read_bytes() == before
    altered = before.replace(b"word/document.xml", b"word/documens.xml")
    assert main(["stamp", str(folder.put("чужой.docx", altered))]) == 1


def test_the_page_of_somebody_else_is_left_alone(folder: Folder, no_office: None,
                                                 capsys: pytest.CaptureFixture[str]) -> None:
    plan, page = folder.put("план.docx", PLAN), folder.put("index.html", b"<h1>The school</h1>")
    folder.sign(plan)
    assert main(["publish", str(plan), "--out", str(folder.path)]) == 2
    assert "чужая страница" in capsys.readouterr().err
    assert page.read_bytes() == b"<h1>The school</h1>"
    page.unlink()
    assert main(["publish", str(plan), "--out", str(folder.path)]) == 0  # the folder itself may be the one for the site
    assert main(["publish", str(plan), "--out", str(folder.path)]) == 0
    assert plan.read_bytes() == PLAN


def test_english(folder: Folder, no_office: None, capsys: pytest.CaptureFixture[str]) -> None:
    plan = folder.put("plan.docx", PLAN)
    folder.sign(plan)
    assert main(["stamp", str(plan), "--lang", "en"]) == 0
    assert "Trust in the certificate was not checked" in capsys.readouterr().out
    (folder.path / "plan.docx.sig").write_bytes(b"no")
    assert main(["publish", str(plan), "--lang", "en", "--out", str(folder.path / "s")]) == 1
    assert not re.search("[а-яА-Я]", capsys.readouterr().err.replace(folder.path.as_posix(), ""))


def test_the_copy_is_the_same_in_any_zone_and_locale(folder: Folder) -> None:
    plan = folder.put("plan.docx", PLAN)
    folder.sign(plan)
    copies = []
    for zone, place in (("Asia/Novokuznetsk", "C"), ("America/New_York", "C.UTF-8")):
        copy = folder.path / f"{place}.docx"
        command = [sys.executable, "-m", "roadmap_compiler", "stamp", str(plan), "--out", str(copy)]
        environment = {**os.environ, "TZ": zone, "LC_ALL": place, "PYTHONHASHSEED": str(len(copies))}
        subprocess.run(command, check=True, env=environment, capture_output=True, cwd=Path(__file__).parents[2])
        copies.append(copy.read_bytes())
    assert copies[0] == copies[1]
