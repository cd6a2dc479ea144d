"""The pieces that bundled templates are drawn of, and the Word file around them.

Rules in brackets are those of ГОСТ Р 7.0.97-2025 unless another source is named.
"""

from __future__ import annotations

from typing import NamedTuple

from .package import EMPTY, added, pack, package_bytes
from .properties import CORE, CORE_RELATION, CORE_TYPE, core_properties

MM = 1440 / 25.4  # twips
MARGINS = {"top": 1134, "right": 567, "bottom": 1134, "left": 1134}  # 20, 10, 20, 20 mm (3.4)
HEADER = 567  # 10 mm from the edge to the page number (3.5)
CELL_MARGIN = 85  # 1.5 mm
NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
FONT = "Times New Roman"


class Sheet(NamedTuple):
    """A sheet of A4, in twips."""

    name: str
    width: int
    height: int

    @property
    def line(self) -> int:
        """The width between the margins."""
        return self.width - MARGINS["left"] - MARGINS["right"]


SHEETS = (Sheet("portrait", 11906, 16838), Sheet("landscape", 16838, 11906))


class Style(NamedTuple):
    """A style of a paragraph as Word lists it: its name, and properties of paragraph and letters in XML."""

    id: str
    name: str
    paragraph: str
    letters: str = ""


def size(points: int) -> str:
    return f'<w:sz w:val="{points * 2}"/><w:szCs w:val="{points * 2}"/>'


BOLD = "<w:b/><w:bCs/>"
CENTRED = '<w:jc w:val="center"/>'
TAG = Style("TemplateTag", "Тег шаблона", "", '<w:color w:val="808080"/>' + size(8))
TAG_LETTERS = Style("TagLetters", "Тег в строке", "", '<w:b w:val="0"/><w:color w:val="808080"/>' + size(8))


def _styles(styles: tuple[Style, ...]) -> str:
    fonts = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
    language = '<w:lang w:val="ru-RU" w:eastAsia="ru-RU" w:bidi="ar-SA"/>'
    named = "".join(
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{style.paragraph}</w:pPr><w:rPr>{style.letters}</w:rPr>'
        "</w:style>"
        for style in (*styles, TAG)
    )
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    margins = (
        f'<w:tblCellMar><w:top w:w="28" w:type="dxa"/><w:left w:w="{CELL_MARGIN}" w:type="dxa"/>'
        f'<w:bottom w:w="28" w:type="dxa"/><w:right w:w="{CELL_MARGIN}" w:type="dxa"/></w:tblCellMar>'
    )
    return (
        f'<w:styles xmlns:w="{NAMESPACE}"><w:docDefaults>'
        f"<w:rPrDefault><w:rPr>{fonts}{size(12)}{language}</w:rPr></w:rPrDefault>"
        '<w:pPrDefault><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
        "</w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        f'<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        f"{margins}</w:tblPr></w:style>"
        '<w:style w:type="paragraph" w:styleId="Header"><w:name w:val="header"/><w:basedOn w:val="Normal"/>'
        f'<w:uiPriority w:val="99"/><w:pPr>{CENTRED}</w:pPr></w:style>'
        f"{named}"
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{TAG_LETTERS.id}">'
        f'<w:name w:val="{TAG_LETTERS.name}"/><w:rPr>{TAG_LETTERS.letters}</w:rPr></w:style>'
        '<w:style w:type="table" w:customStyle="1" w:styleId="RoadmapTable"><w:name w:val="Таблица карты"/>'
        '<w:basedOn w:val="TableNormal"/><w:qFormat/>'
        f"<w:tblPr><w:tblBorders>{sides}</w:tblBorders></w:tblPr></w:style>"
        "</w:styles>"
    )


def paragraph(text: str, style: str) -> str:
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
        f'<w:r><w:t xml:space="preserve">{text.replace("&", "&amp;").replace("<", "&lt;")}</w:t></w:r></w:p>'
    )


def tag(text: str) -> str:
    return paragraph(text, TAG.id)


def value(directives: str, text: str, style: str) -> str:
    """A paragraph that prints ``text``, with ``directives`` for its cell small before it."""
    small = f'<w:r><w:rPr><w:rStyle w:val="{TAG_LETTERS.id}"/></w:rPr><w:t>{directives}</w:t></w:r>'
    return paragraph(text, style).replace("<w:r>", small + "<w:r>", 1)


def cell(width: int, inside: str, span: int = 1, more: str = "") -> str:
    grid = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{grid}{more}</w:tcPr>{inside}</w:tc>'


def row(cells: str, properties: str = "") -> str:
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{cells}</w:tr>"


def table(style: str, grid: tuple[int, ...], rows: str) -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(grid)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="0000"/></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"
    )


def lines(name: str, style: str) -> str:
    """A paragraph for each line of the list ``name``."""
    return tag(f"{{%p for line in {name} %}}") + paragraph("{{ line }}", style) + tag("{%p endfor %}")


def _header() -> str:
    """The number of the page, in the middle (3.5). "2" stands there until the field is brought up to date."""

    def field(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    return (
        f'<w:hdr xmlns:w="{NAMESPACE}"><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>{field("begin")}'
        '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
        f'{field("separate")}<w:r><w:t>2</w:t></w:r>{field("end")}</w:p></w:hdr>'
    )


SETTINGS = (
    f'<w:settings xmlns:w="{NAMESPACE}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="708"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    '</w:compat><w:themeFontLang w:val="ru-RU"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
)
FONTS = (
    f'<w:fonts xmlns:w="{NAMESPACE}"><w:font w:name="{FONT}"><w:panose1 w:val="02020603050405020304"/>'
    '<w:charset w:val="CC"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font></w:fonts>'
)
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
PARTS = {"document": "document.main", "styles": "styles", "settings": "settings", "fontTable": "fontTable",
         "header1": "header"}


def _document(sheet: Sheet, body: str) -> str:
    orientation = ' w:orient="landscape"' if sheet.width > sheet.height else ""
    margins = " ".join(f'w:{side}="{width}"' for side, width in MARGINS.items())
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rIdHeader"/>'
        f'<w:pgSz w:w="{sheet.width}" w:h="{sheet.height}"{orientation}/>'
        f'<w:pgMar {margins} w:header="{HEADER}" w:footer="{HEADER}" w:gutter="0"/><w:titlePg/></w:sectPr>'
    )
    return (
        f'<w:document xmlns:w="{NAMESPACE}" xmlns:r="{RELATIONSHIPS}"><w:body>{body}{section}</w:body></w:document>'
    )


def _content_types() -> str:
    overrides = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{WORD}.{kind}+xml"/>' for part, kind in PARTS.items()
    )
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}'
        f'<Override PartName="/{CORE}" ContentType="{CORE_TYPE}"/></Types>'
    )


def _relations(*links: tuple[str, str, str]) -> str:
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        + "".join(f'<Relationship Id="{id}" Type="{kind}" Target="{target}"/>' for id, kind, target in links)
        + "</Relationships>"
    )


def word_file(sheet: Sheet, body: str, styles: tuple[Style, ...], title: str) -> bytes:
    """The DOCX that has ``body`` on sheets of one kind. The same arguments give the same bytes."""
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(
            ("rIdDocument", RELATIONSHIPS + "/officeDocument", "word/document.xml"), ("rIdCore", CORE_RELATION, CORE)
        ),
        "word/document.xml": _document(sheet, body),
        "word/_rels/document.xml.rels": _relations(
            ("rIdStyles", RELATIONSHIPS + "/styles", "styles.xml"),
            ("rIdSettings", RELATIONSHIPS + "/settings", "settings.xml"),
            ("rIdFonts", RELATIONSHIPS + "/fontTable", "fontTable.xml"),
            ("rIdHeader", RELATIONSHIPS + "/header", "header1.xml"),
        ),
        "word/styles.xml": _styles(styles),
        "word/settings.xml": SETTINGS,
        "word/fontTable.xml": FONTS,
        "word/header1.xml": _header(),
    }
    members = [pack(name, (DECLARATION + text).encode(), level=9) for name, text in parts.items()]
    properties = core_properties({"document_title": title})
    return package_bytes(added(EMPTY, [*members, pack(CORE, properties.encode(), level=9)]))


