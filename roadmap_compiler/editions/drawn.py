"""The Word documents of a comparison: styles, and paragraphs whose pieces are struck out or bold."""

from __future__ import annotations

from collections.abc import Sequence

from roadmap_compiler.documents.word_file import BOLD, CENTRED, Style, cell, row, size, table
from roadmap_compiler.editions.words import Piece

STYLES = (
    Style("DocumentTitle", "Заголовок документа", '<w:keepNext/><w:spacing w:after="120"/>' + CENTRED,
          BOLD + size(14)),
    Style("Centre", "По центру", CENTRED, size(12)),
    Style("Body_", "Текст приказа", '<w:spacing w:after="60"/><w:ind w:firstLine="709"/><w:jc w:val="both"/>',
          size(12)),
    Style("HeadCell", "Шапка таблицы", "<w:keepNext/>" + CENTRED, BOLD + size(12)),
    Style("TableText", "Ячейка таблицы", "", size(12)),
    Style("SigningName", "Фамилия под приказом", '<w:jc w:val="right"/>', size(12)),
    Style("Interval", "Промежуток", "", size(12)),
)
_LETTERS = {"both": "", "old": "<w:rPr><w:strike/></w:rPr>", "new": f"<w:rPr>{BOLD}</w:rPr>"}


def runs(pieces: Sequence[Piece]) -> str:
    """Runs of a paragraph: what went is struck out, what came is bold, so that black and white print shows it."""
    return "".join(f'<w:r>{_LETTERS[piece.side]}<w:t xml:space="preserve">{_xml(piece.text)}</w:t></w:r>'
                   for piece in pieces)


def rich(pieces: Sequence[Piece], style: str) -> str:
    """A paragraph of pieces."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs(pieces)}</w:p>'


def plain_paragraph(text: str, style: str) -> str:
    """A paragraph of one text; its line ends are line breaks."""
    return rich((Piece("both", text),), style)


def drawn_table(widths: tuple[int, ...], head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table with a head that is repeated on each page. The cells of ``rows`` are paragraphs in XML."""
    head_cells = "".join(cell(width, plain_paragraph(text, "HeadCell"))
                         for width, text in zip(widths, head, strict=True))
    drawn = row(head_cells, "<w:cantSplit/><w:tblHeader/>") if any(head) else ""
    drawn += "".join(row("".join(cell(width, inside) for width, inside in zip(widths, cells, strict=True)))
                     for cells in rows)
    return table("RoadmapTable", widths, drawn)


def _xml(text: str) -> str:
    shown = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\t", " ")
    return shown.replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
