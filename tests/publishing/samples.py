"""Who signs, and documents as schools have them."""

from __future__ import annotations

import io
from datetime import datetime, timezone

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm

from roadmap_compiler.signatures import Certificate, Signer

UTC = timezone.utc
DIRECTOR = "Хакимова Ольга Викторовна"
HEAD = "Тюрина Дарья Андреевна"
LINES = ("УТВЕРЖДАЮ", "Директор МБУ ДО ДДТ", "___________ О.В. Хакимова", "«___» __________ 2026 г.")


def signer(owner: str = DIRECTOR, position: str = "Директор", serial: str = "01D8A1B2C3D4E5F60718",
           signed_at: datetime | None = datetime(2022, 2, 9, 10, 5, tzinfo=UTC)) -> Signer:
    certificate = Certificate(serial, owner, position, "МБУ ДО ДДТ", datetime(2022, 2, 1, tzinfo=UTC),
                              datetime(2023, 5, 1, tzinfo=UTC), "УЦ", "RSA-2048", "ab" * 32)
    return Signer(certificate, True, signed_at, "not-checked", ())


def saved(document: docx.document.Document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def plan(document: docx.document.Document) -> None:
    """A plan whose cells speak of approval and name people: none of it is a place to sign."""
    table = document.add_table(1, 4)
    table.style = "Table Grid"
    for cell, text in zip(table.rows[0].cells, ("№", "Мероприятие", "Срок", "Ответственный"), strict=True):
        cell.text = text
    for number in range(4):
        for cell, text in zip(table.add_row().cells, (str(number), "Утвержден план", "май", ""), strict=True):
            cell.text = text
        table.rows[-1].cells[3].text = "________ О.В. Хакимова"


def nothing() -> bytes:
    document = docx.Document()
    document.add_paragraph("Просто текст")
    plan(document)
    return saved(document)


def on_the_right() -> bytes:
    document = docx.Document()
    for text in LINES:
        document.add_paragraph(text).alignment = ALIGN.RIGHT
    document.add_paragraph()
    document.add_paragraph("ДОРОЖНАЯ КАРТА").alignment = ALIGN.CENTER
    plan(document)
    return saved(document)


def indented_without_an_empty_line() -> bytes:
    document = docx.Document()
    for text in LINES:
        document.add_paragraph(text).paragraph_format.left_indent = Mm(90)
    document.add_paragraph("Дорожная карта")
    plan(document)
    document.add_paragraph("Начальник ______________ Д.А. Тюрина")
    return saved(document)


def parted_by_tabs() -> bytes:
    document = docx.Document()
    for left, right in (("СОГЛАСОВАНО", "УТВЕРЖДАЮ"), ("Начальник", "Директор"),
                        ("_________ Д.А. Тюрина", "_________ О.В. Хакимова"), ("«__» ____ 2026 г.",) * 2):
        document.add_paragraph(f"{left}\t\t\t\t{right}")
    document.add_paragraph()
    document.add_paragraph("ДОРОЖНАЯ КАРТА")
    plan(document)
    return saved(document)


def a_row_for_each_line() -> bytes:
    document = docx.Document()
    table = document.add_table(4, 2)
    for row, cells in zip(table.rows, (("СОГЛАСОВАНО", "УТВЕРЖДАЮ"), ("Начальник", "Директор"),
                                       ("______ Д.А. Тюрина", "______ О.В. Хакимова"), ("«__» ____ 2026 г.",) * 2),
                          strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    document.add_paragraph()
    plan(document)
    return saved(document)


def one_paragraph_with_breaks() -> bytes:
    document = docx.Document()
    document.add_table(1, 2).rows[0].cells[1].text = "\n".join(LINES)
    plan(document)
    return saved(document)


def lines_below() -> bytes:
    """A blank of signs, and one of underlined tabs."""
    document = docx.Document()
    plan(document)
    document.add_paragraph("Директор ______________ О.В. Хакимова")
    line = document.add_paragraph("Начальник управления ")
    line.add_run("\t\t\t").underline = True
    line.add_run(" Д.А. Тюрина")
    return saved(document)


def spaced_in_a_loud_style() -> bytes:
    document = docx.Document()
    style = document.styles["Normal"]
    style.font.bold = style.font.all_caps = True
    style.paragraph_format.first_line_indent = Mm(12.5)
    style.paragraph_format.line_spacing = 2
    cell = document.add_table(1, 2).rows[0].cells[1]
    cell.text = "У Т В Е Р Ж Д А Ю"
    for text in ("Директор", "", "_____________ /О.В. Хакимова/", "", "«__» ____ 2026 г."):
        cell.add_paragraph(text)
    plan(document)
    return saved(document)


def by_an_act() -> bytes:
    document = docx.Document()
    document.add_paragraph("Утверждена приказом директора от 01.02.2026 № 7").alignment = ALIGN.RIGHT
    document.add_paragraph("Дорожная карта")
    plan(document)
    return saved(document)


def in_a_row_of_exact_height() -> bytes:
    document = docx.Document()
    row = document.add_table(1, 2).rows[0]
    row.height = Mm(20)
    row.height_rule = docx.enum.table.WD_ROW_HEIGHT_RULE.EXACTLY
    row.cells[1].text = LINES[0]
    for text in LINES[1:]:
        row.cells[1].add_paragraph(text)
    return saved(document)


def in_a_content_control() -> bytes:
    document = docx.Document()
    body = document.element.body
    holder, content = OxmlElement("w:sdt"), OxmlElement("w:sdtContent")
    holder.append(content)
    for text in LINES:
        content.append(document.add_paragraph(text)._p)
    body.insert(0, holder)
    assert body[0].tag == qn("w:sdt")
    return saved(document)


# each document with the places of the marks of its director and its head
DOCUMENTS = {
    nothing: ("end", "end"),
    on_the_right: ("approval", "end"),
    indented_without_an_empty_line: ("approval", "signature"),
    parted_by_tabs: ("approval", "agreement"),
    a_row_for_each_line: ("approval", "agreement"),
    one_paragraph_with_breaks: ("approval", "end"),
    lines_below: ("signature", "signature"),
    spaced_in_a_loud_style: ("approval", "end"),
    by_an_act: ("approval", "end"),
    in_a_row_of_exact_height: ("approval", "end"),
    in_a_content_control: ("approval", "end"),
}
