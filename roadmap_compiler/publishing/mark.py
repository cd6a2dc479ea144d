"""The mark of an electronic signature: a frame with the facts of the certificate.

ГОСТ Р 7.0.97-2025, реквизит 23: the phrase, the number of the certificate, its owner and validity; readable at full
size; nothing of it lies over the text or over another mark. Numbers of persons (СНИЛС, ИНН) are not printed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from roadmap_compiler.documents.properties import NOT_XML
from roadmap_compiler.documents.word_file import FONT, MM, size
from roadmap_compiler.signatures import Certificate, Signer

from .words import (
    BY_SIGNERS_CLOCK,
    MARK_HEADING,
    OWNER,
    POSITION,
    SERIAL,
    SIGNED,
    VALID,
    print_moment,
    print_validity,
)

if TYPE_CHECKING:
    from lxml.etree import _Element

    from .room import Room

WIDEST = round(76 * MM)
COLOUR = "1F3F8F"
POINTS = 8
_SIDES = "".join(f'<w:{side} w:val="single" w:sz="12" w:space="0" w:color="{COLOUR}"/>'
                 for side in ("top", "left", "bottom", "right"))
_MARGINS = "".join(f'<w:{side} w:w="{twips}" w:type="dxa"/>'
                   for side, twips in (("top", 40), ("left", 85), ("bottom", 40), ("right", 85)))
# what the styles of a stranger could do to the letters, undone
_PLAIN = '<w:i w:val="0"/><w:caps w:val="0"/><w:smallCaps w:val="0"/>'


def mark_lines(certificate: Certificate, signer: Signer) -> list[tuple[str, str]]:
    """What the mark says below its heading: labels with their texts."""
    lines = [(SERIAL, certificate.serial), (OWNER, certificate.owner), (POSITION, certificate.position),
             (VALID, print_validity(certificate.valid_from, certificate.valid_until))]
    if signer.signed_at is not None:
        lines.append((SIGNED, f"{print_moment(signer.signed_at)} {BY_SIGNERS_CLOCK}"))
    return [(label, NOT_XML.sub(" ", text)) for label, text in lines if text]


def draw_mark(namespace: str, lines: list[tuple[str, str]], room: Room) -> list[_Element]:
    """The frame between two narrow lines: tables that touch become one, and a cell must end with a paragraph."""
    from lxml import etree

    last = len(MARK_HEADING) - 1
    inside = "".join(_line("", text, bold=True, after=40 if at == last else 0) for at, text in enumerate(MARK_HEADING))
    inside += "".join(_line(f"{label}: ", text) for label, text in lines)
    width = min(WIDEST, room.width)
    told = quoteattr(". ".join([" ".join(MARK_HEADING), *(f"{label}: {text}" for label, text in lines)]))
    place = f'<w:jc w:val="{room.side}"/>' if room.side != "left" else ""
    indent = f'<w:tblInd w:w="{max(0, min(room.indent, room.width + room.indent - width))}" w:type="dxa"/>'
    source = (
        f'<w:body xmlns:w="{namespace[1:-1]}">{_gap()}<w:tbl><w:tblPr><w:tblW w:w="{width}" w:type="dxa"/>'
        f"{place or indent}<w:tblBorders>{_SIDES}</w:tblBorders>"
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{_MARGINS}</w:tblCellMar><w:tblLook w:val="0000"/>'
        f'<w:tblCaption w:val={quoteattr(" ".join(MARK_HEADING))}/><w:tblDescription w:val={told}/>'
        f'</w:tblPr><w:tblGrid><w:gridCol w:w="{width}"/></w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr>'
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{inside}</w:tc></w:tr></w:tbl>{_gap()}</w:body>'
    )
    return list(etree.fromstring(source))


def _line(label: str, text: str, bold: bool = False, after: int = 0) -> str:
    centred = "center" if bold else "left"
    fonts = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
    weight = "<w:b/><w:bCs/>" if bold else '<w:b w:val="0"/><w:bCs w:val="0"/>'
    return (
        f'<w:p><w:pPr><w:keepNext/><w:keepLines/><w:spacing w:before="0" w:after="{after}" w:line="240"'
        f' w:lineRule="auto"/><w:ind w:left="0" w:right="0" w:firstLine="0"/><w:jc w:val="{centred}"/></w:pPr>'
        f'<w:r><w:rPr>{fonts}{weight}{_PLAIN}<w:color w:val="{COLOUR}"/>{size(POINTS)}</w:rPr>'
        f'<w:t xml:space="preserve">{escape(label + text)}</w:t></w:r></w:p>'
    )


def _gap() -> str:
    """An empty line of 3 points."""
    return ('<w:p><w:pPr><w:keepNext/><w:spacing w:before="0" w:after="0" w:line="60" w:lineRule="exact"/>'
            '<w:ind w:left="0" w:right="0" w:firstLine="0"/><w:rPr><w:sz w:val="2"/></w:rPr></w:pPr></w:p>')

