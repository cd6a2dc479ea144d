"""A QR code at the lower right of the first sheet (ГОСТ Р 7.0.97-2025, реквизит 31).

It stands in the bottom margin and moves nothing: a picture that is anchored to the page, not a part of any line.
"""

from __future__ import annotations

import re
import struct
import zlib
from itertools import repeat

SIZE = 15 * 36_000  # EMU: 15 mm, the light border of four modules among them (ISO/IEC 18004, 5.3.8)
FROM_EDGE = 4 * 36_000  # printers leave four millimetres white
TWIP = 635  # EMU
PICTURE, RELATION = "word/media/seal.png", "rIdSealPicture"
_BORDER, _SCALE = 4, 4
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_PAGE = re.compile(rb'<w:pgSz\b(?=[^>]*?w:w="(\d+)")(?=[^>]*?w:h="(\d+)")')
_MARGIN = re.compile(rb'<w:pgMar\b[^>]*?w:right="(\d+)"')
_PARAGRAPH = re.compile(rb"<w:p(?:\s[^>]*)?>(?:<w:pPr>.*?</w:pPr>|<w:pPr/>)?", re.DOTALL)


def picture(text: str) -> bytes:
    """The PNG of a code. It is not deflated, so that its bytes are the same on every machine. Raises ImportError where
    segno is not installed."""
    import segno

    modules = segno.make(text, error="m", micro=False).matrix
    blank = bytes(len(modules[0]) + 2 * _BORDER)
    rows = [*repeat(blank, _BORDER), *(bytes(_BORDER) + bytes(row) + bytes(_BORDER) for row in modules),
            *repeat(blank, _BORDER)]
    width = len(blank) * _SCALE
    lines = b"".join((b"\0" + _line(row, width)) * _SCALE for row in rows)
    header = struct.pack(">LLBBBBB", width, len(rows) * _SCALE, 1, 0, 0, 0, 0)
    chunks = _chunk(b"IHDR", header) + _chunk(b"IDAT", zlib.compress(lines, 0)) + _chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunks


def _line(row: bytes, width: int) -> bytes:
    """One line of pixels, a bit each; a dark module is 0."""
    bits = "".join(("0" if dark else "1") * _SCALE for dark in row)
    filled = bits.ljust((width + 7) // 8 * 8, "1")
    return int(filled, 2).to_bytes(len(filled) // 8, "big")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">L", len(data)) + kind + data + struct.pack(">L", zlib.crc32(kind + data))


def with_picture(document: bytes, words: str) -> bytes:
    """The XML of a document with the picture anchored to its first paragraph outside of a table; ``words`` say what it
    is to who cannot see it (escaped for an attribute)."""
    body = re.search(rb"<w:body\b[^>]*>", document)
    start = body.end() if body else 0
    if document.startswith(b"<w:tbl", start):
        start = document.find(b"</w:tbl>", start)
    paragraph = _PARAGRAPH.search(document, start)
    if paragraph is None:
        return document
    size, margin = _PAGE.search(document), _MARGIN.search(document)
    width, height = (int(one) * TWIP for one in size.groups()) if size else (11906 * TWIP, 16838 * TWIP)
    right = int(margin.group(1)) * TWIP if margin else 567 * TWIP
    run = _anchored(width - right - SIZE, height - FROM_EDGE - SIZE, words).encode()
    return document[:paragraph.end()] + run + document[paragraph.end():]


def _anchored(left: int, top: int, words: str) -> str:
    size = f'cx="{SIZE}" cy="{SIZE}"'
    return (
        f'<w:r><w:drawing><wp:anchor xmlns:wp="{_DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0" '
        'distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="1" layoutInCell="0" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="page"><wp:posOffset>{left}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="page"><wp:posOffset>{top}</wp:posOffset></wp:positionV>'
        f'<wp:extent {size}/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f'<wp:docPr id="1" name="QR" descr="{words}"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/picture">'
        f'<pic:pic xmlns:pic="{_DRAWING}/picture">'
        '<pic:nvPicPr><pic:cNvPr id="1" name="QR"/><pic:cNvPicPr/></pic:nvPicPr>'
        '<pic:blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
        f'r:embed="{RELATION}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"
    )
