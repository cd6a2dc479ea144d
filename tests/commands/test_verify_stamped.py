"""roadmap verify on copies with the mark of a signature."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.approvals.desk import Desk
from tests.commands.papers import ACT, build, document, put, verify
from tests.seals.packages import replaced
from tests.signatures.documents import sign
from tests.signatures.makers import made, signed


def stamped(desk: Desk) -> Path:
    """The approved document, signed and stamped."""
    assert desk.approve(*ACT).code == 0
    build(desk)
    path = document(desk)
    path.with_name("карта.docx.sig").write_bytes(signed(path.read_bytes(), made()))
    assert desk.run("stamp", str(path), name="").code == 0
    return path.with_name("карта.stamped.docx")


def test_a_stamped_copy(desk: Desk) -> None:
    copy = stamped(desk)
    said = verify(desk, copy)
    assert said.code == 0, said.text
    assert said.text.startswith("build/карта.stamped.docx: это копия с отметкой об электронной подписи\n")
    assert "отметка сделана по подписи документа build/карта.docx" in said.text
    assert "Подпись верна" in said.text
    copy = put(desk, copy.read_bytes(), "копия.docx")
    said = verify(desk, copy, "--signature", str(document(desk, "карта.docx.sig")))
    assert (said.code, "отметка сделана по подписи" in said.text) == (0, True), said.text
    said = verify(desk, copy)
    assert said.code == 1
    assert "копия.docx: это копия с отметкой об электронной подписи" in said.text
    assert "Кроме отметки, изменений нет. Сама отметка ничего не доказывает" in said.text
    assert "  - " not in said.text


STAMPED = {
    "a deadline": (replaced("до 20 сентября", "до 30 сентября"), "стало «до 30 сентября»"),
    "a paragraph": (replaced("<w:sectPr", "<w:p><w:r><w:t>Кроме лета</w:t></w:r></w:p><w:sectPr"), "Кроме лета"),
    "the owner": (replaced("Владелец: ", "Владелец: Не "), ""),
    "a line in the mark": (replaced("Владелец: ", "Верно: да. Владелец: "), ""),
    "a property": (replaced("<dc:title>", "<dc:title>Не ", "docProps/core.xml"), "свойство файла"),
    "the colour of the mark": (replaced('w:color w:val="1F3F8F"', 'w:color w:val="1F3F8E"'), ""),
    "the code": (replaced("Контрольная сумма", "Верная сумма", "word/footerSeal.xml"), "нет контрольной суммы"),
}


@pytest.mark.parametrize("way", STAMPED)
def test_what_was_altered_in_a_stamped_copy(desk: Desk, way: str) -> None:
    copy = stamped(desk)
    alter, told = STAMPED[way]
    copy.write_bytes(alter(copy.read_bytes()))
    said = verify(desk, copy)
    assert said.code == 1
    assert told in said.text
    assert "отметка сделана по подписи" not in said.text


def test_a_mark_of_another_signature(desk: Desk) -> None:
    """The mark of one certificate beside the signature of another."""
    from roadmap_compiler.publishing import stamp
    from tests.publishing.samples import signer

    copy = stamped(desk)
    copy.write_bytes(stamp(document(desk).read_bytes(), (signer(),))[0])
    said = verify(desk, copy)
    assert (said.code, "Сама отметка ничего не доказывает" in said.text) == (1, True)


def test_a_stamped_copy_of_an_altered_document(desk: Desk) -> None:
    """Somebody changes a deadline, signs that with a certificate of his own and stamps it."""
    copy = stamped(desk)
    path = document(desk)
    path.write_bytes(replaced("до 20 сентября", "до 30 сентября")(path.read_bytes()))
    path.with_name("карта.docx.sig").write_bytes(signed(path.read_bytes(), made()))
    assert desk.run("stamp", str(path), name="").code == 0
    said = verify(desk, copy)
    assert (said.code, "стало «до 30 сентября»" in said.text) == (1, True)


def test_a_stamped_copy_of_a_document_signed_inside(desk: Desk) -> None:
    assert desk.approve(*ACT).code == 0
    build(desk)
    path = document(desk, "карта.signed.docx")
    path.write_bytes(sign(document(desk).read_bytes(), made()))
    assert desk.run("stamp", str(path), name="").code == 0
    said = verify(desk, path.with_name("карта.signed.stamped.docx"))
    assert said.code == 0, said.text
    assert "отметка сделана по подписи документа build/карта.signed.docx" in said.text
