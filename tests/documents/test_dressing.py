"""The mark of a draft and the line in the footer, in the bundled templates and in those of other people."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import docx
import pytest

from roadmap_compiler.documents.dress import PLAIN, Dress
from roadmap_compiler.documents.dressing import dressed
from roadmap_compiler.documents.package import read_members
from tests.documents.samples import paragraph, template, with_parts
from tests.seals.known import FILES, built, plan_of
from tests.tools import microsoft_errors, pages

CODE = "Контрольная сумма данных 3F2A-91C0-7B1D-04E5"
APPROVED = Dress(footer=CODE, status="Утверждено", version="0.1.0")
DRAFT = Dress(mark="ПРОЕКТ", status="Проект", version="0.1.0")
SECTION = '<w:sectPr>{references}<w:pgSz w:w="11906" w:h="16838"/>{more}</w:sectPr>'
FOOTER = '<w:footerReference xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ' \
         'w:type="default" r:id="rIdFoot"/>'


def parts(document: bytes) -> dict[str, str]:
    return {member.name: member.data.decode() for member in read_members(document)}


def footers(document: bytes) -> list[str]:
    """The text of each kind of footer of the first section, as python-docx sees it."""
    found = []
    for section in list(docx.Document(BytesIO(document)).sections)[:1]:
        for footer in (section.footer, section.first_page_footer, section.even_page_footer):
            if not footer.is_linked_to_previous:
                found.append("\n".join(line.text for line in footer.paragraphs))
    return found


def with_footer(body: str, text: str = "Школа № 1") -> bytes:
    """A template that has a footer of its own."""
    package = template(body)
    found = parts(package)
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    return with_parts(package, {
        "word/footer1.xml": f'<w:ftr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
                            f"{paragraph(text)}</w:ftr>".encode(),
        "[Content_Types].xml": found["[Content_Types].xml"].replace(
            "</Types>", f'<Override PartName="/word/footer1.xml" ContentType="{kind}"/></Types>').encode(),
        "word/_rels/document.xml.rels": found["word/_rels/document.xml.rels"].replace(
            "</Relationships>",
            f'<Relationship Id="rIdFoot" Type="{office}/footer" Target="footer1.xml"/></Relationships>').encode(),
    })


def test_without_a_dress_nothing_changes() -> None:
    document = template(paragraph("Текст"))
    assert dressed(document, PLAIN) is document


@pytest.mark.parametrize("dress", [DRAFT, APPROVED])
def test_the_same_dress_gives_the_same_bytes(dress: Dress) -> None:
    document = template(paragraph("Текст"))
    assert dressed(document, dress) == dressed(document, dress) != document


def test_a_template_without_a_section_gets_a_footer() -> None:
    assert footers(dressed(template(paragraph("Текст")), APPROVED)) == [CODE]


def test_the_first_page_and_even_pages_have_it_where_they_are_others() -> None:
    body = paragraph("Текст") + SECTION.format(references="", more="<w:titlePg/>")
    package = with_parts(template(body), {"word/settings.xml": (
        b'<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:evenAndOddHeaders/>'
        b"</w:settings>")})
    assert footers(dressed(package, APPROVED)) == [CODE, CODE, CODE]


def test_a_footer_of_ones_own_keeps_its_text() -> None:
    body = paragraph("Текст") + SECTION.format(references=FOOTER, more="")
    assert footers(dressed(with_footer(body), APPROVED)) == [f"Школа № 1\n{CODE}"]


def test_a_footer_of_ones_own_and_another_first_page() -> None:
    body = paragraph("Текст") + SECTION.format(references=FOOTER, more="<w:titlePg/>")
    assert footers(dressed(with_footer(body), APPROVED)) == [f"Школа № 1\n{CODE}", CODE]


def test_a_template_that_prints_the_code_itself_gets_none() -> None:
    document = template(paragraph("Текст", CODE))
    assert footers(dressed(document, APPROVED)) == []


def test_the_mark_stands_before_everything_once() -> None:
    document = docx.Document(BytesIO(dressed(template(paragraph("Текст")), DRAFT)))
    assert [line.text for line in document.paragraphs] == ["ПРОЕКТ", "Текст"]
    document = docx.Document(BytesIO(dressed(template(paragraph("ПРОЕКТ") + paragraph("Текст")), DRAFT)))
    assert [line.text for line in document.paragraphs] == ["ПРОЕКТ", "Текст"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_microsoft_finds_no_error(path: Path, tmp_path: Path) -> None:
    for kind in ("draft", "approved") if path == FILES[0] else ("approved",):
        document = tmp_path / f"{kind}.docx"
        document.write_bytes(built(plan_of(path), kind))  # type: ignore[arg-type]
        assert microsoft_errors(document) == []


def test_every_page_of_an_approved_document_has_the_code_and_the_first_of_a_draft_the_mark(tmp_path: Path) -> None:
    plans = {path.stem: plan_of(path) for path in FILES[:3]}
    documents = []
    for name, plan in plans.items():
        for kind in ("draft", "signing", "approved"):
            document = tmp_path / f"{name}-{kind}.docx"
            document.write_bytes(built(plan, kind))  # type: ignore[arg-type]
            documents.append(document)
    printed = pages(documents, tmp_path)
    for name in plans:
        code = re.compile(r"Контрольная сумма данных( [0-9A-F]{4}|-[0-9A-F]{4}){4}")
        assert all(code.search(page) for page in printed[f"{name}-approved"])
        assert printed[f"{name}-draft"][0].split()[0] == "ПРОЕКТ"
        assert len(printed[f"{name}-approved"]) == len(printed[f"{name}-signing"])  # the code moves no row
        assert not any("Контрольная" in page for kind in ("draft", "signing") for page in printed[f"{name}-{kind}"])
