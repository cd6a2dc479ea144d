"""The mark stands where a hand would sign, and nothing else of the document is changed."""

from __future__ import annotations

import io
import re
import subprocess
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from roadmap_compiler.compiler import compile_bytes
from roadmap_compiler.documents.compiling import compile_document
from roadmap_compiler.publishing import NotWord, Placed, stamp
from tests.publishing.samples import (
    DIRECTOR,
    DOCUMENTS,
    HEAD,
    LINES,
    a_row_for_each_line,
    nothing,
    on_the_right,
    saved,
    signer,
)
from tests.tools import microsoft_errors, pages, tool

ROADMAPS = Path(__file__).parents[2] / "roadmaps"
NAMES = sorted(path.stem for path in ROADMAPS.glob("*.yaml"))
HEADING = ["ДОКУМЕНТ ПОДПИСАН", "ЭЛЕКТРОННОЙ ПОДПИСЬЮ"]
PAIR = (signer(), signer(HEAD, "Начальник управления образования", "77AB"))


def built(name: str, more: str = "") -> bytes:
    source = (ROADMAPS / f"{name}.yaml").read_text(encoding="utf-8")
    plan = compile_bytes((source + more).encode(), f"{name}.yaml").plan
    assert plan is not None
    document, problems = compile_document(plan)
    assert document is not None, problems
    return document


def marks(document: bytes) -> list[list[str]]:
    """What the marks say, line by line."""
    body = docx.Document(io.BytesIO(document)).element.body
    return [["".join(text.text or "" for text in line.iter(qn("w:t"))) for line in table.iter(qn("w:p"))]
            for table in body.iter(qn("w:tbl")) if table.find(f"{qn('w:tblPr')}/{qn('w:tblCaption')}") is not None]


def paragraphs(document: bytes) -> list[str]:
    """Every paragraph of the body as it is written, less the marks and the gaps around them."""
    body = docx.Document(io.BytesIO(document)).element.body
    for table in list(body.iter(qn("w:tbl"))):
        if table.find(f"{qn('w:tblPr')}/{qn('w:tblCaption')}") is not None:
            for element in (table.getprevious(), table.getnext(), table):
                assert element is table or not "".join(element.itertext())
                element.getparent().remove(element)
    return [etree.tostring(line, encoding="unicode", with_tail=False) for line in body.iter(qn("w:p"))]


def less_blanks(line: str) -> str:
    """A paragraph without what a blank may be made of."""
    line = re.sub(r'[_\s\u00a0]|<w:u [^>]*>|<w:tab/>|xml:space="preserve"', "", line)
    return re.sub("<w:rPr/>|<w:rPr></w:rPr>", "", line)


def assert_only_blanks_went(before: bytes, after: bytes, most: int) -> None:
    """All paragraphs are the same to the letter of the XML, but for blanks; all other parts to the byte."""
    old, new = paragraphs(before), paragraphs(after)
    assert len(old) == len(new)
    changed = [(a, b) for a, b in zip(old, new, strict=True) if a != b]
    assert len(changed) <= most
    for a, b in changed:
        assert less_blanks(a) == less_blanks(b)
    one, two = (zipfile.ZipFile(io.BytesIO(data)) for data in (before, after))
    assert one.namelist() == two.namelist()
    for name in one.namelist():
        if name != "word/document.xml":
            assert one.read(name) == two.read(name), name


@pytest.mark.parametrize(("name", "where"), [
    ("centr-tvorchestva-2021", ("approval", "end")), ("ddt-gorbatov-2021", ("approval", "agreement")),
    ("kirov-oo-template", ("end", "end")), ("michurinsky-tehnikum-2022", ("approval", "end")),
    ("school-14-kemerovo-2021-2022", ("approval", "end"))])
def test_the_five_roadmaps(name: str, where: tuple[str, str], tmp_path: Path) -> None:
    document = built(name)
    copy, placed = stamp(document, PAIR)
    assert tuple(place.where for place in placed) == where
    assert len(marks(copy)) == 2
    assert_only_blanks_went(document, copy, 2)
    (tmp_path / "copy.docx").write_bytes(copy)
    assert microsoft_errors(tmp_path / "copy.docx") == []
    assert stamp(document, PAIR)[0] == copy


def test_the_mark_takes_the_place_of_the_blank() -> None:
    copy, _ = stamp(built("ddt-gorbatov-2021"), PAIR)
    agreed, approved = docx.Document(io.BytesIO(copy)).tables[0].rows[0].cells
    assert [line.text for line in approved.paragraphs] == [
        "УТВЕРЖДАЮ:", "Директор МБУ ДО ДДТ г.Горбатов", "", "", "О.В.\u00a0Хакимова",
        "«____» ______________ 2021\u00a0г."]
    assert [line.text for line in agreed.paragraphs] == [
        "СОГЛАСОВАНО:", "Начальник управления образования и молодежной политики администрации Павловского "
        "муниципального округа", "", "", "Д.\u00a0А.\u00a0Тюрина", "«____» ______________ 2021\u00a0г."]
    (mark,) = approved.tables
    assert [line.text for line in mark.rows[0].cells[0].paragraphs] == [
        *HEADING, "Сертификат: 01D8A1B2C3D4E5F60718", f"Владелец: {DIRECTOR}", "Должность: Директор",
        "Действителен: с 01.02.2022 по 01.05.2023", "Подписано: 09.02.2022 13:05 МСК по часам подписавшего"]
    assert [line.text for line in agreed.tables[0].rows[0].cells[0].paragraphs][3] == f"Владелец: {HEAD}"


def test_a_signature_below_the_table_gets_its_mark_there() -> None:
    copy, placed = stamp(built("school-14-kemerovo-2021-2022"), (signer("Козлова Юлия Сергеевна", ""),))
    assert placed == (Placed("Козлова Юлия Сергеевна", "signature", ""),)
    row = docx.Document(io.BytesIO(copy)).tables[-1].rows[-1]
    assert [len(cell.tables) for cell in row.cells] == [0, 1, 0]
    assert [cell.text.strip() for cell in row.cells] == ["Исполнитель учитель обществознания", "", "Козлова\u00a0Ю.С."]


def test_another_person_at_the_place_is_told() -> None:
    _, placed = stamp(built("centr-tvorchestva-2021"), (signer("Петров Пётр Петрович"),))
    assert placed == (Placed("Петров Пётр Петрович", "approval", "А.Б. Ткаченко"),)


def test_a_template_of_ones_own(tmp_path: Path) -> None:
    template = docx.Document()
    template.add_paragraph("{%p for left, right in approvals %}")
    template.add_paragraph("{{ right|join('\n') }}")
    template.add_paragraph("{%p endfor %}")
    table = template.add_table(1, 2)
    table.rows[0].cells[0].text = "{%tr for kind, cells in rows %}"
    row = table.add_row().cells
    row[0].text, row[1].text = "{{ cells[0][3] }}", "{{ cells[1][3] }}"
    table.add_row().cells[0].text = "{%tr endfor %}"
    template.save(str(tmp_path / "свой.docx"))
    roadmap = ("название: Карта\nпериод: 2021\nтаблица:\n  шаблон: свой.docx\nутверждение:\n  - гриф: утверждаю\n"
               "    должность: Директор\n    имя: О.В. Хакимова\nмероприятия:\n  - название: Отчёт\n    срок: май\n"
               "    ответственный: Куратор\n")
    plan = compile_bytes(roadmap.encode(), str(tmp_path / "карта.yaml")).plan
    assert plan is not None
    document, problems = compile_document(plan)
    assert document is not None, problems
    copy, placed = stamp(document, (signer(),))
    assert placed == (Placed(DIRECTOR, "approval", ""),)
    assert_only_blanks_went(document, copy, 1)
    (tmp_path / "copy.docx").write_bytes(copy)
    assert microsoft_errors(tmp_path / "copy.docx") == []


@pytest.mark.parametrize("make", DOCUMENTS, ids=lambda make: make.__name__)
def test_documents_made_elsewhere(make: Callable[[], bytes], tmp_path: Path) -> None:
    document = make()
    copy, placed = stamp(document, PAIR)
    assert tuple(place.where for place in placed) == DOCUMENTS[make]
    assert [place.instead_of for place in placed] == ["", ""]
    assert sorted(mark[3] for mark in marks(copy)) == [f"Владелец: {HEAD}", f"Владелец: {DIRECTOR}"]
    assert_only_blanks_went(document, copy, 2)
    (tmp_path / "copy.docx").write_bytes(copy)
    assert microsoft_errors(tmp_path / "copy.docx") == []


def test_the_marks_are_printed_whole(tmp_path: Path) -> None:
    """Rows of an exact height, narrow cells and loud styles cut nothing off."""
    files = []
    for make in DOCUMENTS:
        files.append(tmp_path / f"{make.__name__}.docx")
        files[-1].write_bytes(stamp(make(), PAIR)[0])
    for name, sheets in pages(files, tmp_path).items():
        text = "\n".join(sheets)
        assert text.count("ДОКУМЕНТ ПОДПИСАН") == 2, name
        assert text.count("Действителен: с 01.02.2022 по 01.05.2023") == 2, name


def test_no_position_no_time_long_and_odd_names(tmp_path: Path) -> None:
    long = "Константинопольская-Белогорская Александра-Виктория Константиновна"
    people = (signer(long, "", "F" * 40, None), signer('ООО «Ромашка & <Ко> "Плюс"»', "Оч" + "ень" * 60, "1"),
              signer("А\x00Б", "\ud800", "2"))
    copy, placed = stamp(nothing(), people)
    assert [place.where for place in placed] == ["end"] * 3
    first, second, third = marks(copy)
    assert first == [*HEADING, "Сертификат: " + "F" * 40, f"Владелец: {long}",
                     "Действителен: с 01.02.2022 по 01.05.2023"]
    assert second[3] == 'Владелец: ООО «Ромашка & <Ко> "Плюс"»'
    assert third[3] == "Владелец: А Б"
    (tmp_path / "copy.docx").write_bytes(copy)
    assert microsoft_errors(tmp_path / "copy.docx") == []
    (sheet, *_) = pages([tmp_path / "copy.docx"], tmp_path)["copy"]
    assert "Константинопольская-Белогорская" in sheet


def test_documents_saved_again_by_libreoffice(tmp_path: Path) -> None:
    names = ("ddt-gorbatov-2021", "school-14-kemerovo-2021-2022")
    for name in names:
        (tmp_path / f"{name}.docx").write_bytes(built(name))
    command = [tool("soffice", "libreoffice"), f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
               "--convert-to", "docx", "--outdir", str(tmp_path / "out")]
    files = [str(tmp_path / f"{name}.docx") for name in names]
    subprocess.run([*command, *files], check=True, capture_output=True, timeout=240)
    people = {names[0]: PAIR, names[1]: (signer("Косарева Ирина Евгеньевна"), signer("Козлова Юлия Сергеевна"))}
    places = {names[0]: ["approval", "agreement"], names[1]: ["approval", "signature"]}
    for name in names:
        document = (tmp_path / "out" / f"{name}.docx").read_bytes()
        copy, placed = stamp(document, people[name])
        assert [place.where for place in placed] == places[name]
        assert_only_blanks_went(document, copy, 2)
        (tmp_path / "copy.docx").write_bytes(copy)
        assert set(microsoft_errors(tmp_path / "copy.docx")) <= set(microsoft_errors(tmp_path / "out" / f"{name}.docx"))


def test_a_blank_in_pieces() -> None:
    """Word parts a line into runs as it was typed."""
    document = docx.Document()
    document.add_paragraph("УТВЕРЖДАЮ")
    line = document.add_paragraph()
    for text in ("__", "____", "_", "___ ", " О.В. Хаки", "мова"):
        line.add_run(text)
    document.add_paragraph("Дорожная карта")
    copy, placed = stamp(saved(document), (signer(),))
    assert placed == (Placed(DIRECTOR, "approval", ""),)
    assert [line.text for line in docx.Document(io.BytesIO(copy)).paragraphs] == [
        "УТВЕРЖДАЮ", "", "", "О.В. Хакимова", "Дорожная карта"]


def test_columns_of_a_page_are_no_wider_than_they_are(tmp_path: Path) -> None:
    document = docx.Document()
    columns = document.sections[0]._sectPr.find(qn("w:cols"))
    columns.set(qn("w:num"), "2")
    for text in LINES:
        document.add_paragraph(text)
    copy, _ = stamp(saved(document), (signer(),))
    width = docx.Document(io.BytesIO(copy)).tables[0]._tbl.find(f"{qn('w:tblPr')}/{qn('w:tblW')}").get(qn("w:w"))
    page = document.sections[0]
    text = (page.page_width - page.left_margin - page.right_margin) // 635
    assert int(width) <= (text - int(columns.get(qn("w:space")))) // 2


def test_a_signature_inside_the_file_is_left_out_of_the_copy() -> None:
    package = zipfile.ZipFile(io.BytesIO(built("centr-tvorchestva-2021")))
    out = io.BytesIO()
    origin = "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin"
    with zipfile.ZipFile(out, "w") as archive:
        for name in package.namelist():
            data = package.read(name)
            if name == "_rels/.rels":
                link = f'<Relationship Id="rS" Type="{origin}" Target="_xmlsignatures/origin.sigs"/></Relationships>'
                data = data.replace(b"</Relationships>", link.encode())
            if name == "[Content_Types].xml":
                data = data.replace(b"</Types>", b'<Override PartName="/_xmlsignatures/origin.sigs" ContentType="a/b"/>'
                                                 b"</Types>")
            archive.writestr(name, data)
        archive.writestr("_xmlsignatures/origin.sigs", b"")
    copy, _ = stamp(out.getvalue(), (signer(),))
    stamped = zipfile.ZipFile(io.BytesIO(copy))
    assert stamped.namelist() == package.namelist()
    assert stamped.read("_rels/.rels") == package.read("_rels/.rels")
    assert stamped.read("[Content_Types].xml") == package.read("[Content_Types].xml")


def changed(document: bytes, change: Callable[[bytes], bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == "word/document.xml" else old.read(name))
    return out.getvalue()


def test_strict_open_xml_is_known() -> None:
    strict = changed(nothing(), lambda data: data.replace(
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main"))
    text = zipfile.ZipFile(io.BytesIO(stamp(strict, PAIR)[0])).read("word/document.xml").decode()
    assert text.count("ЭЛЕКТРОННОЙ") >= 2
    assert "schemas.openxmlformats.org/wordprocessingml/2006/main" not in text


def test_a_number_without_end_is_no_width() -> None:
    endless = b"9" * 5_000
    page = changed(on_the_right(), lambda data: re.sub(rb' w:w="\d+"', b' w:w="%s"' % endless, data))
    span = changed(a_row_for_each_line(), lambda data: data.replace(
        b"<w:tcPr>", b'<w:tcPr><w:gridSpan w:val="%s"/>' % endless))
    assert [len(marks(stamp(document, PAIR)[0])) for document in (page, span)] == [2, 2]


def test_text_without_end_takes_no_time_without_end() -> None:
    document = docx.Document()
    for text in ("_ _" * 100_000, "«" + "_" * 300_000 + " " * 100_000, "А." * 100_000, "Хакимова " * 50_000):
        document.add_paragraph("УТВЕРЖДАЮ")
        document.add_paragraph(text)
    for _ in range(3_000):
        document.add_paragraph("УТВЕРЖДАЮ ____ О.В. Хакимова")
    began = time.process_time()
    stamp(saved(document), PAIR)
    assert time.process_time() - began < 10


@pytest.mark.parametrize("data", [
    b"", b"PK", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"%PDF-1.7", nothing()[:5000],
    changed(nothing(), lambda data: b"<a/>"), changed(nothing(), lambda data: data[:-9]),
    changed(nothing(), lambda data: data.replace(b"<w:document", b'<!DOCTYPE a [<!ENTITY x "y">]><w:document', 1)),
], ids=["empty", "start", "doc", "pdf", "cut", "other", "broken", "entities"])
def test_what_is_no_document_is_told(data: bytes) -> None:
    with pytest.raises(NotWord):
        stamp(data, PAIR)


@settings(max_examples=60, deadline=None)
@given(st.binary(min_size=1, max_size=40), st.integers(0, 5000))
def test_no_bytes_raise_anything_else(noise: bytes, at: int) -> None:
    body = zipfile.ZipFile(io.BytesIO(nothing())).read("word/document.xml")
    broken = body[:at % len(body)] + noise + body[at % len(body) + len(noise):]
    try:
        stamp(changed(nothing(), lambda data: broken), PAIR)
    except NotWord:
        return
