"""A file from anywhere → the parts of a DOCX and what is odd about the package itself. Nothing raises.

The layout of a ZIP file is that of PKWARE's APPNOTE 6.3.3 (sections 4.3.7, 4.3.12, 4.3.16).
"""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING, Literal, NamedTuple

from roadmap_compiler.documents.package import MOST_MEMBERS, MOST_PACKED, MOST_RATIO, OLE

if TYPE_CHECKING:
    import zipfile

MOST_UNPACKED = 64 * 2**20  # bytes, all parts together
MOST_XML = 24 * 2**20  # bytes of one part that is parsed; a roadmap of three thousand activities takes five
DOCUMENT = "word/document.xml"
CONTENT_TYPES = "[Content_Types].xml"
ENCRYPTED, DESCRIPTOR = 1, 8  # bits of the flags of a member
_END = b"PK\5\6"

Refusal = Literal["empty", "old-doc", "not-zip", "damaged", "encrypted", "too-big", "not-word", "entities", "not-xml"]


class Unreadable(NamedTuple):
    """Why a file cannot be compared with anything."""

    code: Refusal


class Package(NamedTuple):
    """The parts by their names, and what no program writes that only saves a document: codes of `Difference`."""

    parts: dict[str, bytes]
    oddities: tuple[str, ...]


def open_package(data: bytes) -> Package | Unreadable:
    """The parts of a DOCX, unpacked within limits."""
    if not data:
        return Unreadable("empty")
    if data.startswith(OLE):
        return Unreadable("old-doc")
    if len(data) > MOST_PACKED:
        return Unreadable("too-big")
    import zipfile
    from io import BytesIO

    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return _read(archive, data)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError,
            IndexError, struct.error, MemoryError, OverflowError):
        return Unreadable("damaged" if data.startswith(b"PK\3\4") or b"PK\3\4" in data[:65536] else "not-zip")


def _read(archive: zipfile.ZipFile, data: bytes) -> Package | Unreadable:
    entries = archive.infolist()
    unpacked = sum(entry.file_size for entry in entries)
    if len(entries) > MOST_MEMBERS or unpacked > min(MOST_UNPACKED, MOST_RATIO * len(data)):
        return Unreadable("too-big")
    if any(entry.flag_bits & ENCRYPTED for entry in entries):
        return Unreadable("encrypted")
    parts: dict[str, bytes] = {}
    seen: set[str] = set()
    oddities = _layout(archive, entries, data)
    for entry in entries:
        content = archive.read(entry)
        if entry.is_dir() and not content:
            continue
        if entry.filename.lower() in seen:
            oddities.append("member-twice")
            continue
        seen.add(entry.filename.lower())
        if entry.filename.startswith("/") or "\\" in entry.filename or ".." in entry.filename.split("/"):
            oddities.append("odd-name")
        parts[entry.filename] = content
    if DOCUMENT not in parts or CONTENT_TYPES not in parts:
        return Unreadable("not-word")
    return Package(parts, tuple(dict.fromkeys(oddities)))


def _layout(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], data: bytes) -> list[str]:
    """Bytes that belong to no member: a comment, something before, between or after."""
    found = ["zip-comment"] if archive.comment or any(entry.comment for entry in entries) else []
    end = data.rfind(_END)
    size, start, comment = struct.unpack_from("<LLH", data, end + 12)
    if end + 22 + comment < len(data):
        found.append("bytes-after")
    place = 0
    for entry in sorted(entries, key=lambda entry: entry.header_offset):
        if entry.header_offset != place and not entry.flag_bits & DESCRIPTOR:
            found.append("bytes-before" if place == 0 else "bytes-between")
            break
        name, extra = struct.unpack_from("<HH", data, entry.header_offset + 26)
        place = entry.header_offset + 30 + name + extra + entry.compress_size
        if entry.flag_bits & DESCRIPTOR:
            place = _after_descriptor(data, place)
    else:
        if place != start or start + size != end:
            found.append("bytes-between")
    return found


def _after_descriptor(data: bytes, place: int) -> int:
    """The sizes behind a member that was written as a stream: twelve bytes, or sixteen with a signature."""
    return place + (16 if data[place:place + 4] == b"PK\7\x08" else 12)
