"""Ways to alter an approved document, each with the names under which a verification must tell it.

The document is that of «ДДТ г. Горбатов» for 2022.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from io import BytesIO
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile

from tests.seals.known import FOLDER, built, plan_of
from tests.seals.packages import (
    DOCUMENT,
    OFFICE,
    RELATIONS,
    TYPES,
    packed,
    padded,
    parts_of,
    replaced,
    with_link,
    with_part,
    with_rows,
    zipped,
)

RUN = "<w:r><w:t xml:space=\"preserve\">до 30.12.2022</w:t></w:r>"
LAST = ('</w:tbl><w:p><w:pPr><w:pStyle w:val="TableEnd"/></w:pPr><w:r><w:t xml:space="preserve"/></w:r></w:p>'
        "<w:sectPr>")
CHANGE = 'w:id="1" w:author="X" w:date="2022-01-01T00:00:00Z"'
CODE = "7C96-9431-E5E9-05AC"
LINE = f"Контрольная сумма данных {CODE}"


class Way(NamedTuple):
    """One way to alter a document: what is done, and what must be told (all of these, besides other things)."""

    name: str
    alter: Callable[[bytes], bytes]
    told: tuple[str, ...]


def other(year: str, kind: str = "approved") -> bytes:
    return built(plan_of(FOLDER / f"ddt-gorbatov-{year}.yaml"), kind)  # type: ignore[arg-type]


def _with_text_after(run: str) -> Callable[[bytes], bytes]:
    return replaced(RUN, RUN + run)


def _swap(rows: list[bytes], one: int, other: int) -> list[bytes]:
    rows[one], rows[other] = rows[other], rows[one]
    return rows


def _swap_cells(rows: list[bytes]) -> list[bytes]:
    deadline, person = "в течение календарного года".encode(), "О.В.\u00a0Хакимова".encode()
    assert deadline in rows[4], rows[4].decode()
    rows[4] = rows[4].replace(deadline, b"#").replace(person, deadline).replace(b"#", person)
    return rows


def _without_footer(document: bytes) -> bytes:
    parts = parts_of(document)
    del parts["word/footerSeal.xml"]
    parts[TYPES] = parts[TYPES].replace(
        b'<Override PartName="/word/footerSeal.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        b'wordprocessingml.footer+xml"/>', b"")
    start = parts[DOCUMENT].index(b"<w:footerReference")
    end = parts[DOCUMENT].index(b"<w:headerReference")
    parts[DOCUMENT] = parts[DOCUMENT][:start] + parts[DOCUMENT][end:]
    link = f'<Relationship Id="rIdSealFooter" Type="{OFFICE}/footer" Target="footerSeal.xml"/>'.encode()
    assert link in parts[RELATIONS]
    parts[RELATIONS] = parts[RELATIONS].replace(link, b"")
    return packed(parts)


def _unmarked(_: bytes) -> bytes:
    draft = other("2022", "draft")
    mark = '<w:p><w:pPr><w:pStyle w:val="Mark"/></w:pPr><w:r><w:t xml:space="preserve">ПРОЕКТ</w:t></w:r></w:p>'
    return replaced(mark, "")(draft)


def _without_style(document: bytes) -> bytes:
    parts = parts_of(document)
    parts["word/styles.xml"] = parts["word/styles.xml"].replace(b"Times New Roman", b"Comic Sans MS")
    return packed(parts)


def _tracked_row(rows: list[bytes]) -> list[bytes]:
    rows[5] = rows[5].replace(b"<w:trPr>", f"<w:trPr><w:del {CHANGE}/>".encode(), 1)
    return rows


def _member_twice(document: bytes) -> bytes:
    import warnings

    out = BytesIO(document)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with ZipFile(out, "a", ZIP_DEFLATED) as archive:
            archive.writestr(DOCUMENT, parts_of(document)[DOCUMENT].replace(b"30.12.2022", b"30.12.2029"))
    return out.getvalue()


def _member_in_capitals(document: bytes) -> bytes:
    parts = parts_of(document)
    parts["Word/Document.xml"] = parts[DOCUMENT].replace(b"30.12.2022", b"30.12.2029")
    return packed(parts)


def _zip_comment(document: bytes) -> bytes:
    out = BytesIO(document)
    with ZipFile(out, "a") as archive:
        archive.comment = b"made of air"
    return out.getvalue()


def _bytes_between(document: bytes) -> bytes:
    """A stretch that no directory names, the directory behind it being moved."""
    start = int.from_bytes(document[-6:-2], "little")
    hidden = b"hidden text" * 10
    moved = (start + len(hidden)).to_bytes(4, "little")
    return document[:start] + hidden + document[start:-6] + moved + document[-2:]


def _python_docx(document: bytes) -> bytes:
    from docx import Document

    out = BytesIO()
    Document(BytesIO(document)).save(out)
    return out.getvalue()


def _python_docx_and_a_word(document: bytes) -> bytes:
    from docx import Document

    opened = Document(BytesIO(document))
    cell = opened.tables[1].rows[4].cells[2].paragraphs[0]
    cell.runs[0].text = "в течение двух лет"
    out = BytesIO()
    opened.save(out)
    return out.getvalue()


def _template_since(_: bytes) -> bytes:
    """The document that a template gave whose heads were not bold yet."""
    document = built(plan_of(FOLDER / "ddt-gorbatov-2022.yaml"), "approved")
    parts = parts_of(document)
    parts["word/styles.xml"] = parts["word/styles.xml"].replace(b"<w:b/><w:bCs/>", b"")
    return packed(parts)


def _roadmap_since(_: bytes) -> bytes:
    """The document of the roadmap as it was before somebody changed a deadline in it."""
    from roadmap_compiler.compiler import read_plan

    path = FOLDER / "ddt-gorbatov-2022.yaml"
    text = path.read_text(encoding="utf-8")
    assert "до 30.12.2022" in text
    plan = read_plan(text.replace("до 30.12.2022", "до 20.11.2022", 1).encode(), path.as_posix()).plan
    assert plan is not None
    return built(plan, "approved")


def _seal_of_another(path: str) -> Callable[[bytes], bytes]:
    from roadmap_compiler.seals.content import seal_of, short_code

    return lambda document: replaced(CODE, short_code(seal_of(plan_of(FOLDER / path))), "word/footerSeal.xml")(document)


def _later_dates(document: bytes) -> bytes:
    """Only the time in the directory of the ZIP."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, data in parts_of(document).items():
            archive.writestr(name, data)
    assert datetime.date.today() > datetime.date(1980, 1, 1)
    return out.getvalue()


PICTURE = ('<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
           '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"/></wp:inline></w:drawing></w:r>')
BOX = ('<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent><w:p><w:r>'
       "<w:t>НЕ ДЕЙСТВУЕТ</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>")
FIELD = ('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE </w:instrText></w:r>'
         '<w:r><w:fldChar w:fldCharType="end"/></w:r>')
ALTERNATE = ('<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
             '<mc:Choice Requires="wps"><w:r><w:t>завтра</w:t></w:r></mc:Choice>'
             "<mc:Fallback><w:r><w:t>вчера</w:t></w:r></mc:Fallback></mc:AlternateContent>")


def _formatted(properties: str) -> Callable[[bytes], bytes]:
    return replaced(RUN, RUN.replace("<w:r>", f"<w:r><w:rPr>{properties}</w:rPr>"))


WAYS = (
    # words
    Way("text in a cell", replaced("до 30.12.2022", "до 30.12.2023"), ("text-changed",)),
    Way("one letter in a cell", replaced("Распорядительные акты", "Распорядительные факты"), ("text-changed",)),
    Way("a cell emptied", replaced("до 30.12.2022", ""), ("text-changed",)),
    Way("a date cut out", replaced(RUN, ""), ("text-changed",)),
    Way("a non-breaking space for a space", replaced("до 30.12.2022", "до\u00a030.12.2022"), ("spaces-changed",)),
    Way("Latin letters for Cyrillic ones", replaced("О.В.", "O.B."), ("letters-replaced",)),
    Way("two cells of a row swapped", with_rows(_swap_cells), ("cells-swapped",)),
    Way("a row removed", with_rows(lambda rows: rows[:5] + rows[6:]), ("row-removed",)),
    Way("a row added", with_rows(lambda rows: [*rows[:6], rows[6].replace(b"2.1", b"9.9"), *rows[6:]]),
        ("row-added",)),
    Way("a row twice", with_rows(lambda rows: [*rows, rows[-1]]), ("row-added",)),
    Way("a row moved to the end", with_rows(lambda rows: [*rows[:7], *rows[8:], rows[7]]), ("row-moved",)),
    Way("two rows swapped", with_rows(lambda rows: _swap(rows, 3, 5)), ("row-moved",)),
    Way("all rows removed", with_rows(lambda rows: rows[:2]), ("row-removed",)),
    Way("the heading of a column", replaced("Ответственный", "Наблюдатель"), ("text-changed",)),
    Way("the title", replaced("на 2022\u00a0год", "на 2023\u00a0год"), ("text-changed",)),
    Way("the name under УТВЕРЖДАЮ", replaced("________________ О.В.", "________________ А.В."), ("text-changed",)),
    Way("a paragraph after the table", replaced(LAST, LAST.replace(
        "<w:sectPr>", "<w:p><w:r><w:t>Пункт 1.3 не исполнять.</w:t></w:r></w:p><w:sectPr>")), ("text-added",)),
    Way("a paragraph before the table", replaced("<w:body>", "<w:body><w:p><w:r><w:t>Копия</w:t></w:r></w:p>"),
        ("text-added",)),
    Way("the mark ПРОЕКТ added", replaced("<w:body>", "<w:body><w:p><w:r><w:t>ПРОЕКТ</w:t></w:r></w:p>"),
        ("mark-added",)),
    Way("a second table", replaced(LAST, "</w:tbl><w:p/><w:tbl><w:tr><w:tc><w:p><w:r><w:t>Ещё</w:t></w:r></w:p></w:tc>"
                                   "</w:tr></w:tbl>" + LAST.removeprefix("</w:tbl>")), ("table-added",)),
    Way("a table in a cell", replaced(f"{RUN}</w:p>", f"{RUN}</w:p><w:tbl><w:tr><w:tc/></w:tr></w:tbl><w:p/>"),
        ("table-nested",)),
    Way("cells merged", with_rows(lambda rows: [*rows[:4], rows[4].replace(
        b"</w:tc><w:tc><w:tcPr><w:tcW w:w=\"1910\" w:type=\"dxa\"/></w:tcPr>", b"", 1), *rows[5:]]), ("cells-merged",)),
    Way("text in the header", replaced("</w:hdr>", "<w:p><w:r><w:t>Черновик</w:t></w:r></w:p></w:hdr>",
                                       "word/header1.xml"), ("text-added",)),
    Way("text in the footer", replaced("</w:ftr>", "<w:p><w:r><w:t>Верно</w:t></w:r></w:p></w:ftr>",
                                       "word/footerSeal.xml"), ("text-added",)),
    # the code and the mark
    Way("one digit of the code", replaced(CODE, CODE.replace("7C96", "7C97"), "word/footerSeal.xml"),
        ("code-altered",)),
    Way("the words before the code", replaced("Контрольная", "Неверная", "word/footerSeal.xml"),
        ("code-missing", "text-changed")),
    Way("a word before those", replaced("Контрольная", "Верно. Контрольная", "word/footerSeal.xml"), ("text-changed",)),
    Way("the code twice", replaced("</w:ftr>", f"<w:p><w:r><w:t>{LINE}</w:t></w:r></w:p></w:ftr>",
                                   "word/footerSeal.xml"), ("text-added",)),
    Way("another code", replaced(CODE, "0000-1111-2222-3333", "word/footerSeal.xml"), ("code-other",)),
    Way("the code of another year", _seal_of_another("ddt-gorbatov-2021.yaml"), ("code-foreign",)),
    Way("the code of another roadmap", _seal_of_another("kirov-oo-template.yaml"), ("code-foreign",)),
    Way("the code under the document of another year", lambda _: replaced(
        "7251-7F71-5CF1-FFA4", CODE, "word/footerSeal.xml")(other("2021")), ("code-foreign",)),
    Way("the footer with the code removed", _without_footer, ("code-missing", "part-removed")),
    Way("the words of the code removed", replaced(f"Контрольная сумма данных {CODE}", "", "word/footerSeal.xml"),
        ("code-missing",)),
    Way("the document for signing given for the approved one", lambda _: other("2022", "signing"), ("code-missing",)),
    Way("the mark of a draft removed", _unmarked, ("mark-removed",)),
    Way("an older edition given for the present one", _roadmap_since, ("code-other", "text-changed")),
    # what is not seen
    Way("a run split", replaced(RUN, RUN.replace("30.12", "</w:t></w:r><w:r><w:t xml:space=\"preserve\">30.12")),
        ("runs",)),
    Way("hidden text", _with_text_after("<w:r><w:rPr><w:vanish/></w:rPr><w:t> кроме лета</w:t></w:r>"),
        ("hidden-text",)),
    Way("the text itself hidden", _formatted("<w:vanish/>"), ("hidden-text",)),
    Way("white text", _with_text_after('<w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t> кроме лета</w:t></w:r>'),
        ("white-text",)),
    Way("the text itself almost white", _formatted('<w:color w:val="FEFEFE"/>'), ("white-text",)),
    Way("tiny text", _with_text_after('<w:r><w:rPr><w:sz w:val="2"/></w:rPr><w:t> кроме лета</w:t></w:r>'),
        ("tiny-text",)),
    Way("tracked insertion", _with_text_after(f"<w:ins {CHANGE}><w:r><w:t> или позже</w:t></w:r></w:ins>"),
        ("tracked-changes",)),
    Way("tracked deletion", replaced(RUN, f"<w:del {CHANGE}><w:r><w:delText>до 30.12.2022</w:delText></w:r></w:del>"),
        ("tracked-changes", "text-changed")),
    Way("tracked removal of a row", with_rows(_tracked_row), ("tracked-changes",)),
    Way("tracked change of the look", _formatted('<w:rPrChange w:id="1" w:author="X"><w:rPr/></w:rPrChange>'),
        ("tracked-changes",)),
    Way("tracked changes accepted", replaced("до 30.12.2022", "до 30.12.2022 или позже"), ("text-changed",)),
    Way("a comment", _with_text_after('<w:r><w:commentReference w:id="0"/></w:r>'), ("comment",)),
    Way("a part with comments", with_part("word/comments.xml", b'<w:comments xmlns:w="x"/>', "comments"), ("comment",)),
    Way("a text box", _with_text_after(BOX), ("text-box",)),
    Way("a picture", _with_text_after(PICTURE), ("picture",)),
    Way("a picture among the parts", with_part("word/media/image1.png", b"\x89PNG", "image", content_type="image/png"),
        ("picture",)),
    Way("an OLE object", _with_text_after("<w:r><w:object/></w:r>"), ("object",)),
    Way("an embedded file", with_part("word/embeddings/oleObject1.bin", b"\xd0\xcf\x11\xe0", "oleObject",
                                      content_type="application/vnd.openxmlformats-officedocument.oleObject"),
        ("embedded",)),
    Way("a field", _with_text_after(FIELD), ("field",)),
    Way("a simple field", _with_text_after('<w:fldSimple w:instr=" INCLUDETEXT x "/>'), ("field",)),
    Way("a hyperlink", replaced(RUN, f'<w:hyperlink w:anchor="x">{RUN}</w:hyperlink>'), ("hyperlink",)),
    Way("a content control", replaced(RUN, f"<w:sdt><w:sdtContent>{RUN}</w:sdtContent></w:sdt>"), ("control",)),
    Way("a note", _with_text_after('<w:r><w:footnoteReference w:id="1"/></w:r>'), ("note",)),
    Way("alternative content", _with_text_after(ALTERNATE), ("alternate",)),
    Way("another document in the text (altChunk)", replaced("<w:sectPr>", '<w:altChunk/><w:sectPr>'), ("alt-chunk",)),
    Way("another document among the parts", with_part("word/afchunk1.html", b"<p>x</p>", "aFChunk",
                                                      content_type="text/html"), ("alt-chunk",)),
    Way("a bookmark", _with_text_after('<w:bookmarkStart w:id="0" w:name="x"/><w:bookmarkEnd w:id="0"/>'),
        ("bookmark",)),
    # the look
    Way("the style of a paragraph", replaced('<w:pStyle w:val="TableCell"/>', '<w:pStyle w:val="StageRow"/>'),
        ("style-changed",)),
    Way("bold letters", _formatted("<w:b/>"), ("formatting",)),
    Way("crossed out", _formatted("<w:strike/>"), ("formatting",)),
    Way("the width of a cell", replaced('<w:tcW w:w="747" w:type="dxa"/>', '<w:tcW w:w="1" w:type="dxa"/>'),
        ("formatting",)),
    Way("the width of a column", replaced('<w:gridCol w:w="747"/>', '<w:gridCol w:w="1"/>'), ("table-look",)),
    Way("a row that may be split", replaced("<w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w=\"747\"",
                                            "<w:tc><w:tcPr><w:tcW w:w=\"747\""), ("table-look",)),
    Way("the margins", replaced('w:left="1134"', 'w:left="2268"'), ("page-changed",)),
    Way("the background", replaced("<w:body>", '<w:background w:color="FF0000"/><w:body>'), ("page-changed",)),
    Way("a style", _without_style, ("styles",)),
    Way("the template changed since", _template_since, ("styles",)),
    Way("a setting", replaced("<w:zoom", "<w:trackRevisions/><w:zoom", "word/settings.xml"), ("settings",)),
    Way("protection", replaced("<w:zoom", '<w:documentProtection w:edit="forms"/><w:zoom', "word/settings.xml"),
        ("settings",)),
    Way("the list of fonts", replaced("Times New Roman", "Wingdings", "word/fontTable.xml"), ("fonts",)),
    # properties and parts
    Way("the title in the properties", replaced("<dc:title>", "<dc:title>Не ", "docProps/core.xml"), ("metadata",)),
    Way("an author in the properties", replaced("<dc:title>", "<dc:creator>Иванов</dc:creator><dc:title>",
                                                "docProps/core.xml"), ("metadata",)),
    Way("the date in the properties", replaced("T00:00:00Z", "T01:00:00Z", "docProps/core.xml"), ("metadata",)),
    Way("the version in the properties", replaced("0.0001", "0.0002", "docProps/app.xml"), ("application",)),
    Way("the program in the properties", replaced("Roadmap Compiler", "Microsoft Office Word", "docProps/app.xml"),
        ("application",)),
    Way("a part added", with_part("word/glossary.xml", b"<x/>"), ("part-added",)),
    Way("other data added", with_part("customXml/item1.xml", b"<x/>"), ("data-part",)),
    Way("a part removed", lambda document: packed({name: data for name, data in parts_of(document).items()
                                                   if name != "word/fontTable.xml"}), ("part-removed",)),
    Way("a part emptied", lambda document: packed(parts_of(document) | {"word/styles.xml": b""}), ("part-not-xml",)),
    Way("a part too long to be read", padded("word/styles.xml"), ("part-too-big",)),
    Way("a macro", with_part("word/vbaProject.bin", b"\xd0\xcf\x11\xe0", "vbaProject",
                             "http://schemas.microsoft.com/office/2006/relationships",
                             "application/vnd.ms-office.vbaProject"), ("macro",)),
    Way("a kind with macros", replaced("openxmlformats-officedocument.wordprocessingml.document.main+xml",
                                       "ms-word.document.macroEnabled.main+xml", TYPES), ("macro",)),
    Way("the kind of a part", replaced("wordprocessingml.settings+xml", "wordprocessingml.styles+xml", TYPES),
        ("content-type",)),
    Way("a template from outside", with_link("attachedTemplate", "http://example.org/x.dotm",
                                             part="word/_rels/settings.xml.rels"), ("external-template",)),
    Way("a picture from outside", with_link("image", "http://example.org/x.png"), ("external-link",)),
    Way("a link to a folder of the network", with_link("oleObject", "file:////server/share/x.bin"), ("external-link",)),
    Way("a link turned elsewhere", replaced('Target="styles.xml"', 'Target="settings.xml"', RELATIONS),
        ("relationship",)),
    Way("entities in a part", replaced("<w:settings", '<!DOCTYPE x [<!ENTITY a "b">]><w:settings', "word/settings.xml"),
        ("part-entities",)),
    Way("only quotes of XML", replaced('<w:zoom w:percent="100"/>', "<w:zoom w:percent='100'/>", "word/settings.xml"),
        ("part-rewritten",)),
    # the package
    Way("packed by another program", lambda document: zipped(parts_of(document)), ("repacked",)),
    Way("packed in another order", lambda document: packed(dict(reversed(parts_of(document).items()))), ("repacked",)),
    Way("a member twice", _member_twice, ("member-twice",)),
    Way("a member twice in capitals", lambda document: _member_in_capitals(document), ("member-twice",)),
    Way("a comment of the ZIP", _zip_comment, ("zip-comment",)),
    Way("bytes after the ZIP", lambda document: document + b"<script>" * 8, ("bytes-after",)),
    Way("bytes before the ZIP", lambda document: b"PK\3\4 not really" + document, ("bytes-before",)),
    Way("bytes between the members", _bytes_between, ("bytes-between",)),
    Way("a name that leads out", lambda document: zipped(parts_of(document) | {"../../evil.xml": b"<x/>"}),
        ("odd-name",)),
    # other programs
    Way("saved by python-docx", _python_docx, ("resaved",)),
    Way("saved by python-docx with another text", _python_docx_and_a_word, ("resaved", "text-changed")),
)
