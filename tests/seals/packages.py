"""A DOCX as a dictionary of parts, to be altered by hand the way a forger or a careless program does."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from roadmap_compiler.documents.package import EMPTY, added, pack, package_bytes, read_members

Parts = dict[str, bytes]
DOCUMENT, RELATIONS, TYPES = "word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def parts_of(document: bytes) -> Parts:
    """The parts by their names."""
    return {member.name: member.data for member in read_members(document)}


def packed(parts: Parts) -> bytes:
    """The package, laid out as this program lays it out: only what was altered differs."""
    return package_bytes(added(EMPTY, [pack(name, data, level=6) for name, data in parts.items()]))


def zipped(parts: Parts) -> bytes:
    """The same packed by another program."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def replaced(old: str, new: str, part: str = DOCUMENT) -> Callable[[bytes], bytes]:
    """An alteration: the first ``old`` in a part becomes ``new``; it must be there."""

    def alter(document: bytes) -> bytes:
        parts = parts_of(document)
        assert old.encode() in parts[part], old
        parts[part] = parts[part].replace(old.encode(), new.encode(), 1)
        return packed(parts)

    return alter


def with_part(name: str, data: bytes, kind: str = "", relation: str = "",
              content_type: str = "application/xml") -> Callable[[bytes], bytes]:
    """An alteration: a part more, declared, and linked from the document where ``kind`` is given."""

    def alter(document: bytes) -> bytes:
        parts = parts_of(document)
        parts[name] = data
        entry = f'<Override PartName="/{name}" ContentType="{content_type}"/></Types>'
        parts[TYPES] = parts[TYPES].replace(b"</Types>", entry.encode())
        if kind:
            link = f'<Relationship Id="rIdX" Type="{relation or OFFICE}/{kind}" Target="{name.removeprefix("word/")}"/>'
            parts[RELATIONS] = parts[RELATIONS].replace(b"</Relationships>", link.encode() + b"</Relationships>")
        return packed(parts)

    return alter


def with_link(kind: str, target: str, mode: str = "External", part: str = RELATIONS) -> Callable[[bytes], bytes]:
    """An alteration: a link more."""

    def alter(document: bytes) -> bytes:
        parts = parts_of(document)
        empty = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
        link = f'<Relationship Id="rIdX" Type="{OFFICE}/{kind}" Target="{target}" TargetMode="{mode}"/>'
        parts[part] = parts.get(part, empty).replace(b"</Relationships>", link.encode() + b"</Relationships>")
        return packed(parts)

    return alter


def rows_of(document: bytes) -> tuple[bytes, list[bytes], bytes]:
    """The document's XML around the rows of its biggest table, and the rows."""
    xml = parts_of(document)[DOCUMENT]
    start = xml.index(b"<w:tr>", xml.index(b'<w:tblStyle w:val="RoadmapTable"/>'))
    end = xml.index(b"</w:tbl>", start)
    rows = [row + b"</w:tr>" for row in xml[start:end].split(b"</w:tr>")[:-1]]
    return xml[:start], rows, xml[end:]


def padded(part: str) -> Callable[[bytes], bytes]:
    """An alteration: a part gets so many blanks at its end that it is not read, and nothing is deflated."""

    def alter(document: bytes) -> bytes:
        parts = parts_of(document)
        parts[part] += b" " * 25 * 2**20
        return package_bytes(added(EMPTY, [pack(name, data, level=0) for name, data in parts.items()]))

    return alter


def with_rows(change: Callable[[list[bytes]], list[bytes]]) -> Callable[[bytes], bytes]:
    """An alteration of the rows of the roadmap's table, headings among them."""

    def alter(document: bytes) -> bytes:
        before, rows, after = rows_of(document)
        parts = parts_of(document)
        parts[DOCUMENT] = before + b"".join(change(rows)) + after
        return packed(parts)

    return alter
