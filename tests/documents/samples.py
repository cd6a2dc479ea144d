"""Views and small templates that the tests of this folder share."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape
from zipfile import ZipFile

from roadmap_compiler.documents import Template, prepare
from roadmap_compiler.documents.drawing import draw
from roadmap_compiler.documents.package import EMPTY, Member, added, pack, package_bytes, read_members
from roadmap_compiler.documents.word_file import NAMESPACE, SHEETS

HEADINGS = ("№ п/п", "Мероприятие", "Срок", "Ответственный", "Результат")
WIDTHS = (680, 4000, 1705, 1900, 1920)  # add up to the line of the upright sheet


def row(*texts: str, kind: str = "activity") -> tuple[str, list[tuple[int, int, str, str]]]:
    """A row with a cell for each column."""
    return kind, [(width, 1, "", text) for width, text in zip(WIDTHS, texts, strict=True)]


def stage(number: str, title: str) -> tuple[str, list[tuple[int, int, str, str]]]:
    """A row whose second cell goes over all other columns."""
    return "stage", [(WIDTHS[0], 1, "", number), (sum(WIDTHS[1:]), len(WIDTHS) - 1, "", title)]


def view(activities: int = 3, **changes: Any) -> dict[str, Any]:
    """A view with something in every field."""
    activity = "Информирование родительского сообщества & педагогов о программе наставничества"
    rows = [stage("1", "Подготовка условий для запуска программы")]
    rows += [
        row(f"1.{number}", f"{activity} {number}", "Сентябрь 2021", "Козлова\u00a0Ю.С., учитель", "Протокол")
        for number in range(1, activities + 1)
    ]
    return {
        "document_title": "«Дорожная карта» наставничества",
        "created": "2021-09-01T00:00:00Z",
        "letterhead": ["Муниципальное автономное учреждение", "«Средняя школа № 14»"],
        "approvals": [
            (["СОГЛАСОВАНО", "Начальник", "_____________ Д.\u00a0А.\u00a0Тюрина"], ["УТВЕРЖДАЮ", "Директор"]),
            ([], ["Приложение № 1"]),
        ],
        "title": ["План мероприятий («дорожная карта»)", "на 2021/2022 учебный год"],
        "columns": [(width, text, str(n)) for n, (width, text) in enumerate(zip(WIDTHS, HEADINGS, strict=True), 1)],
        "has_header": True,
        "has_column_numbers": True,
        "rows": rows,
        "signatures": [("Исполнитель, учитель обществознания", "Козлова Ю.С.")],
        "footer": "Козлова Юлия Сергеевна, 8 (384) 238-58-25",
        "mark": "ПРОЕКТ",
        **changes,
    }


def paragraph(*runs: str) -> str:
    """A paragraph of runs, each with a text of its own."""
    pieces = "".join(f'<w:r><w:t xml:space="preserve">{escape(run)}</w:t></w:r>' for run in runs)
    return f"<w:p>{pieces}</w:p>"


def table(*rows: tuple[str, ...]) -> str:
    """A table of one-paragraph cells."""
    cells = ("".join(f"<w:tc>{paragraph(text)}</w:tc>" for text in texts) for texts in rows)
    return "<w:tbl><w:tblPr/><w:tblGrid/>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def template(body: str, header: str = "") -> bytes:
    """The bundled upright template with another body, and another header if given."""
    parts = {"word/document.xml": f'<w:document xmlns:w="{NAMESPACE}"><w:body>{body}</w:body></w:document>'}
    if header:
        parts["word/header1.xml"] = f'<w:hdr xmlns:w="{NAMESPACE}">{header}</w:hdr>'
    return with_parts(draw(SHEETS[0]), {name: text.encode() for name, text in parts.items()})


def with_parts(package: bytes, parts: dict[str, bytes]) -> bytes:
    """``package`` with some members changed or added."""
    kept: list[Member] = [member for member in read_members(package) if member.name not in parts]
    return package_bytes(added(EMPTY, kept + [pack(name, data) for name, data in parts.items()]))


def prepared(package: bytes) -> Template:
    """A template that is right."""
    found, problems = prepare(package, "образец.docx")
    assert found is not None, problems
    return found


def body_of(package: bytes) -> str:
    """The XML of the body of a DOCX."""
    return ZipFile(BytesIO(package)).read("word/document.xml").decode()


def lines(package: bytes) -> list[str]:
    """Every paragraph of a DOCX as python-docx reads it, in order, those of cells too."""
    import docx
    from docx.table import Table

    def inside(blocks: Any) -> list[str]:
        found: list[str] = []
        for block in blocks.iter_inner_content():
            if isinstance(block, Table):
                for cells in block.rows:
                    for cell in cells._tr.tc_lst:
                        found += [text for p in cell.p_lst for text in [_text(p)]]
            else:
                found.append(block.text)
        return found

    return inside(docx.Document(BytesIO(package)))


def _text(element: Any) -> str:
    from docx.text.paragraph import Paragraph

    return Paragraph(element, None).text  # type: ignore[arg-type]
