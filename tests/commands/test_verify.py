"""roadmap verify: from a roadmap that is approved to a document that somebody has touched."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import docx
import pytest

from tests.approvals.desk import Desk
from tests.commands.papers import ACT, NEXT, SIGNING, build, document, put, verify
from tests.seals.packages import packed, parts_of, replaced, zipped
from tests.signatures.documents import sign
from tests.signatures.makers import made, signed
from tests.tools import tool

OTHER = SIGNING.replace("Дорожная карта наставничества", "План профориентации").replace("наставник", "ученик")


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """Two roadmaps; the first is approved."""
    desk.put(OTHER, "другая.yaml")
    assert desk.approve(*ACT).code == 0
    build(desk)
    return desk


def altered(desk: Desk, old: str, new: str) -> Path:
    return put(desk, replaced(old, new)(document(desk).read_bytes()), "чужой.docx")


def test_an_approved_document(desk: Desk) -> None:
    said = verify(desk, document(desk))
    assert said.code == 0
    assert said.text.splitlines()[:3] == [
        "build/карта.docx: это «Дорожная карта наставничества»",
        "    карта: карта.yaml; утверждённый документ",
        "    утверждено 09.02.2022, приказ № 10-р",
    ]
    assert "собран версией 0.1" in said.text
    assert said.text.endswith("Изменений нет\n")


def test_a_document_for_signing_and_a_draft(desk: Desk) -> None:
    assert "карта: другая.yaml; на подпись" in verify(desk, document(desk, "другая.docx")).text
    assert verify(desk, document(desk, "другая.docx")).code == 0
    build(desk, "--draft")
    for name in ("карта.docx", "другая.docx"):
        said = verify(desk, document(desk, name))
        assert (said.code, "; проект" in said.text) == (0, True)


def test_what_was_altered_is_told_cell_by_cell(desk: Desk) -> None:
    said = verify(desk, altered(desk, "до 20 сентября", "до 30 сентября"))
    assert said.code == 1
    assert "чужой.docx: документ изменён после сборки. Отличий: 1" in said.text
    assert "  - строка 1 (№ 1), столбец «Срок»: было «до 20 сентября», стало «до 30 сентября»" in said.text


def test_the_approved_edition_of_a_roadmap_that_has_changed_since(desk: Desk) -> None:
    desk.change("до 20 сентября", "до 25 сентября")
    said = verify(desk, document(desk))
    assert said.code == 0
    assert "утверждено 09.02.2022" in said.text
    assert "С тех пор карта изменена: это прежняя утверждённая редакция" in said.text


def test_looks_changed_since_the_approval(desk: Desk) -> None:
    desk.change("«Мой наставник»", '"Мой наставник"')
    said = verify(desk, document(desk))
    assert (said.code, "С тех пор" in said.text) == (0, False)
    build(desk)
    assert verify(desk, document(desk)).code == 0


def test_an_edition_before_the_last_approval(desk: Desk) -> None:
    old = document(desk).read_bytes()
    desk.change("до 20 сентября", "до 25 сентября")
    assert desk.approve(*NEXT).code == 0
    path = put(desk, old, "старый.docx")
    said = verify(desk, path)
    assert said.code == 1
    assert said.text.startswith("старый.docx: прежняя редакция, утверждена 09.02.2022, приказ № 10-р; "
                                "сейчас действует утверждённая 15.03.2022, приказ № 21\n")
    assert "  - " not in said.text
    for copy in (desk.folder / "roadmap.approved").glob("карта.2*.yaml"):
        copy.unlink()
    said = verify(desk, path)
    assert said.code == 1
    assert "Возможно, это прежняя редакция" in said.text
    assert "было «до 25 сентября», стало «до 20 сентября»" in said.text


def test_a_code_under_a_roadmap_that_is_not_approved(desk: Desk) -> None:
    path = put(desk, document(desk).read_bytes(), "чужой.docx")
    (desk.folder / "roadmap.lock").unlink()
    said = verify(desk, path)
    assert (said.code, "записи об её утверждении в roadmap.lock нет" in said.text) == (1, True)
    assert "упакован" not in said.text
    path.write_bytes(replaced("до 20 сентября", "до 30 сентября")(path.read_bytes()))
    said = verify(desk, path)
    assert (said.code, "стоит контрольная сумма, а карта не утверждена" in said.text) == (1, True)
    assert "утверждённый документ" not in said.text


def test_a_document_of_nobody(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "чужой.docx"
    stranger = docx.Document()
    stranger.add_paragraph("Протокол заседания")
    stranger.save(str(path))
    said = verify(desk, path)
    assert (said.code, "неизвестный документ" in said.text) == (1, True)


@pytest.mark.parametrize(("data", "told"), [
    (b"", "файл пуст"), (b"%PDF-1.7", "это не документ Word"), (b"PK\3\4 and no more", "файл испорчен"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "старый .doc или документ с паролем"),
    (zipped({"a.txt": b"x"}), "внутри нет документа Word"),
], ids=["empty", "pdf", "damaged", "doc", "zip"])
def test_what_cannot_be_read(desk: Desk, tmp_path: Path, data: bytes, told: str) -> None:
    path = tmp_path / "файл.docx"
    path.write_bytes(data)
    said = verify(desk, path)
    assert (said.code, told in said.text) == (2, True)


def test_what_is_not_there(desk: Desk, tmp_path: Path) -> None:
    assert verify(desk, tmp_path / "нет.docx").code == 2
    said = desk.run("verify", str(document(desk)), "--roadmaps", str(tmp_path / "нет"), name="")
    assert (said.code, "Нет такого файла или папки" in said.text) == (2, True)


def test_without_a_folder_of_roadmaps(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    empty = tmp_path / "пусто"
    empty.mkdir()
    monkeypatch.chdir(empty)
    said = desk.run("verify", str(document(desk)), name="")
    assert (said.code, "назовите её после --roadmaps" in said.text) == (2, True)
    monkeypatch.chdir(tmp_path)
    assert desk.run("verify", str(document(desk)), name="").code == 0


def test_english_and_json(desk: Desk) -> None:
    path = altered(desk, "до 20 сентября", "до 30 сентября")
    assert "row 1 (No. 1), column «Срок»: was «до 20 сентября», now «до 30 сентября»" in verify(
        desk, path, "--lang", "en").text
    report = json.loads(verify(desk, path, "--format", "json").text)
    assert (report["outcome"], report["state"], report["version"]) == ("altered", "approved", "0.1")
    assert report["approved"] == {"date": "2022-02-09", "act": "приказ", "number": "10-р"}
    (one,) = report["differences"]
    assert (one["code"], one["old"], one["new"]) == ("text-changed", "до 20 сентября", "до 30 сентября")
    assert one["place"] == {"kind": "cell", "row": 1, "number": "1.", "column": "Срок"}


def resaved(path: Path, folder: Path) -> Path:
    """The document opened in LibreOffice and saved as DOCX."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    target = folder / "resaved"
    command = [tool("soffice", "libreoffice"), profile, "--headless", "--convert-to", "docx", "--outdir", str(target)]
    subprocess.run([*command, str(path)], check=True, capture_output=True, timeout=240)
    return target / path.name


def test_saved_by_libreoffice(desk: Desk, tmp_path: Path) -> None:
    """The program is named; with the same words nothing else is told, with other words just these."""
    said = verify(desk, resaved(document(desk), tmp_path))
    assert said.code == 1
    first = said.text.splitlines()[0]
    assert re.fullmatch(r"resaved/карта\.docx: слова не изменены, файл пересохранён другой программой: "
                        r"LibreOffice [\d.]+", first), first
    assert "  - " not in said.text
    said = verify(desk, resaved(altered(desk, "до 20 сентября", "до 30 сентября"), tmp_path))
    told = [line for line in said.text.splitlines() if line.startswith("  - ")]
    assert "было «до 20 сентября», стало «до 30 сентября»" in told[1]
    assert len(told) == 2


def test_a_template_of_ones_own_that_was_changed(desk: Desk, tmp_path: Path) -> None:
    template = Path(__file__).parents[2] / "templates" / "landscape.docx"
    (desk.folder / "свой.docx").write_bytes(template.read_bytes())
    desk.put(OTHER + "таблица:\n  шаблон: свой.docx\n", "другая.yaml")
    build(desk)
    path = document(desk, "другая.docx")
    assert verify(desk, path).code == 0
    parts = parts_of(template.read_bytes())
    parts["word/styles.xml"] = parts["word/styles.xml"].replace(b'<w:sz w:val="24"/>', b'<w:sz w:val="26"/>')
    (desk.folder / "свой.docx").write_bytes(zipped(parts))
    said = verify(desk, path)
    assert said.code == 1
    assert "изменены стили" in said.text
    assert "Если шаблон свой.docx изменили после сборки" in said.text


def test_a_signature_beside_the_document(desk: Desk, tmp_path: Path) -> None:
    path, signature, roots = document(desk), tmp_path / "карта.docx.sig", tmp_path / "root.pem"
    signature.write_bytes(signed(path.read_bytes(), made()))
    roots.write_bytes(made().pem)
    said = verify(desk, path, "--signature", str(signature))
    assert said.code == 0
    assert "Изменений нет\n" in said.text
    assert "Подпись верна: файл не изменён после подписания" in said.text
    assert "Доверие к сертификату не проверялось" in said.text
    assert "Сертификату можно доверять" in verify(
        desk, path, "--signature", str(signature), "--roots", str(roots)).text
    report = json.loads(verify(desk, path, "--signature", str(signature), "--format", "json").text)
    assert [one["intact"] for one in report["signatures"]] == [True]


def test_a_signature_of_another_file(desk: Desk, tmp_path: Path) -> None:
    signature = tmp_path / "карта.docx.sig"
    signature.write_bytes(signed(document(desk, "другая.docx").read_bytes(), made()))
    said = verify(desk, document(desk), "--signature", str(signature))
    assert said.code == 1
    assert "Изменений нет\n" in said.text
    assert "Файл изменён после подписания, или это подпись другого файла" in said.text


def test_a_signature_where_there_are_no_roadmaps(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    empty = tmp_path / "пусто"
    empty.mkdir()
    monkeypatch.chdir(empty)
    signature = tmp_path / "карта.docx.sig"
    signature.write_bytes(signed(document(desk).read_bytes(), made()))
    said = desk.run("verify", str(document(desk)), "--signature", str(signature), name="")
    lines = said.text.splitlines()
    assert (said.code, lines[1]) == (0, "Подпись верна: файл не изменён после подписания")
    assert lines[0].endswith("build/карта.docx: карт здесь нет, проверена только подпись")


def test_a_signature_inside_the_document(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "подписан.docx"
    path.write_bytes(sign(document(desk).read_bytes(), made()))
    said = verify(desk, path)
    assert said.code == 0, said.text
    assert "Изменений нет, добавлена электронная подпись" in said.text
    assert "Подпись верна" in said.text
    path.write_bytes(replaced("до 20 сентября", "до 30 сентября")(path.read_bytes()))
    said = verify(desk, path)
    assert (said.code, "стало «до 30 сентября»" in said.text) == (1, True)


def test_something_that_only_looks_like_a_signature(desk: Desk, tmp_path: Path) -> None:
    """A part among the signatures that no signature accounts for does not pass as one."""
    path = tmp_path / "чужой.docx"
    path.write_bytes(packed(parts_of(document(desk).read_bytes()) | {"_xmlsignatures/note.xml": b"<x/>"}))
    assert verify(desk, path).code == 1
    path.write_bytes(packed(parts_of(sign(document(desk).read_bytes(), made())) | {"_xmlsignatures/x.xml": b"<x/>"}))
    assert verify(desk, path).code == 1
