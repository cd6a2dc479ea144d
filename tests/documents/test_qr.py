"""The QR code of an approved document: on the first sheet, in the margin, and again the same on every machine."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest

from roadmap_compiler.documents.compiling import compile_document
from roadmap_compiler.documents.qr import PICTURE, picture, with_picture
from roadmap_compiler.seals.content import seal_of
from roadmap_compiler.seals.dresses import dress_of
from tests.seals.known import FILES, plan_of, verified
from tests.seals.packages import packed, parts_of
from tests.tools import microsoft_errors, pages

TEXT = "ROADMAP-CONTENT-1 " + "0123456789ABCDEF" * 4


def printed(path: Path) -> bytes:
    plan = plan_of(path)
    document, findings = compile_document(plan, dress_of(plan, "approved", "0.1.0", seal_of(plan), has_qr=True))
    assert document is not None, findings
    return document


def modules(png: bytes) -> list[str]:
    """The pixels of a PNG of one bit, read by the rules of its standard, one of each four by four."""
    width, height = struct.unpack(">LL", png[16:24])
    at = png.index(b"IDAT")
    (length,) = struct.unpack(">L", png[at - 4:at])
    raw = zlib.decompress(png[at + 4:at + 4 + length])
    stride = 1 + (width + 7) // 8
    lines = [raw[line * stride:(line + 1) * stride] for line in range(0, height, 4)]
    assert all(line[0] == 0 for line in lines)
    return ["".join(f"{byte:08b}" for byte in line[1:])[:width:4] for line in lines]


def test_the_picture_is_a_code_with_a_light_border() -> None:
    found = modules(picture(TEXT))
    size = len(found)
    assert all(len(line) == size for line in found)
    corner = ["0000000", "0111110", "0100010", "0100010", "0100010", "0111110", "0000000"]  # the finder, dark is 0
    for top, left in ((4, 4), (4, size - 11), (size - 11, 4)):
        assert [line[left:left + 7] for line in found[top:top + 7]] == corner
    assert set("".join(found[:4] + found[-4:])) == {"1"}


def test_it_is_the_same_whatever_packs_it() -> None:
    assert picture(TEXT) == picture(TEXT)
    assert b"\x78\x01\x01" in picture(TEXT)  # stored, not deflated


@pytest.mark.parametrize("path", FILES[:2], ids=lambda path: path.stem)
def test_a_document_with_it_is_whole_and_known(path: Path, tmp_path: Path) -> None:
    document = tmp_path / "документ.docx"
    document.write_bytes(printed(path))
    assert microsoft_errors(document) == []
    assert verified(printed(path)).outcome == "unchanged"


def test_another_code_under_the_same_document_is_told() -> None:
    parts = parts_of(printed(FILES[0]))
    parts[PICTURE] = picture(TEXT)
    result = verified(packed(parts))
    assert [one.name for one in result.differences] == [PICTURE]


def test_it_moves_nothing(tmp_path: Path) -> None:
    with_it, without = tmp_path / "with.docx", tmp_path / "without.docx"
    plan = plan_of(FILES[1])
    with_it.write_bytes(printed(FILES[1]))
    without.write_bytes(compile_document(plan, dress_of(plan, "approved", "0.1.0", seal_of(plan)))[0] or b"")
    found = pages([with_it, without], tmp_path)
    assert [page.split() for page in found["with"]] == [page.split() for page in found["without"]]


@pytest.mark.parametrize("body", [
    b"<w:body><w:p><w:r/></w:p></w:body>", b'<w:body><w:p w:x="1"><w:pPr><w:jc w:val="left"/></w:pPr></w:p></w:body>',
    b"<w:body><w:tbl><w:p/></w:tbl><w:p><w:pPr/></w:p></w:body>"],
    ids=["plain", "with properties", "after a table"])
def test_it_hangs_on_the_first_paragraph_outside_of_a_table(body: bytes) -> None:
    found = with_picture(body, "слова")
    assert found.count(b"<wp:anchor") == 1
    assert found.index(b"<wp:anchor") > body.rindex(b"<w:p>" if b"<w:p>" in body else b"<w:p ")
    assert with_picture(b"<w:body></w:body>", "") == b"<w:body></w:body>"
