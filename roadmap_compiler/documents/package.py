"""A DOCX as a package of members: read with care, written so that the same input gives the same bytes.

The layout of a ZIP file is that of PKWARE's APPNOTE 6.3.3 (sections 4.3.7, 4.3.12, 4.3.16).
"""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import zipfile

MOST_PACKED = 32 * 2**20  # bytes
MOST_UNPACKED = 128 * 2**20  # bytes, all members together
MOST_MEMBERS = 2_000
MOST_RATIO = 500  # unpacked to packed; python-docx's own styles reach 30
STORED, DEFLATED = 0, 8
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the first bytes of a .doc, and of a .docx behind a password
LEVEL = 6
ENCRYPTED = 1  # bit 0 of the flags


class NotPackage(Exception):
    """These bytes are no DOCX. ``code`` is that of a `TemplateProblem`."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Member(NamedTuple):
    """A file of the package, packed."""

    name: str
    method: int
    crc: int
    size: int
    packed: bytes

    @property
    def data(self) -> bytes:
        """The unpacked bytes."""
        return self.packed if self.method == STORED else zlib.decompress(self.packed, -15, self.size or 1)


def pack(name: str, data: bytes, level: int = LEVEL) -> Member:
    """``data`` deflated; level 0 stores it as it is."""
    if not level:
        return Member(name, STORED, zlib.crc32(data), len(data), data)
    return Member(name, DEFLATED, zlib.crc32(data), len(data), zlib.compress(data, level, -15))


def read_members(package: bytes) -> list[Member]:
    """The members of a DOCX in their order, each one unpacked once and found whole. Raises `NotPackage`."""
    if package.startswith(OLE):
        raise NotPackage("template-old-doc")
    if not package.startswith(b"PK"):
        raise NotPackage("template-not-docx")
    if len(package) > MOST_PACKED:
        raise NotPackage("template-too-big")
    import zipfile
    from io import BytesIO

    try:
        with zipfile.ZipFile(BytesIO(package)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            unpacked = sum(entry.file_size for entry in entries)
            if len(entries) > MOST_MEMBERS or unpacked > min(MOST_UNPACKED, MOST_RATIO * len(package)):
                raise NotPackage("template-too-big")
            names = [entry.filename for entry in entries]
            if len({name.lower() for name in names}) < len(names) or not all(map(_is_safe, names)):
                raise NotPackage("template-damaged")
            return [_member(entry, archive, package) for entry in entries]
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError,
            struct.error, MemoryError, IndexError) as error:
        # NotImplementedError, RuntimeError: odd methods and passwords; IndexError: a member without a name
        raise NotPackage("template-damaged") from error


def _member(entry: zipfile.ZipInfo, archive: zipfile.ZipFile, package: bytes) -> Member:
    """A member as it lies in the package, so that its bytes do not depend on the zlib of this machine."""
    if entry.compress_type not in (STORED, DEFLATED):
        return pack(entry.filename, archive.read(entry))
    name_length, extra_length = struct.unpack_from("<HH", package, entry.header_offset + 26)
    start = entry.header_offset + 30 + name_length + extra_length
    packed = package[start:start + entry.compress_size]
    member = Member(entry.filename, entry.compress_type, entry.CRC, entry.file_size, packed)
    if entry.flag_bits & ENCRYPTED or not _is_whole(member):
        raise NotPackage("template-damaged")
    return member


def _is_whole(member: Member) -> bool:
    """Whether the packed bytes are one finished stream that gives what the directory promises."""
    data = member.packed
    if member.method == DEFLATED:
        stream = zlib.decompressobj(-15)
        data = stream.decompress(member.packed, member.size + 1)
        if not stream.eof or stream.unused_data:
            return False
    return len(data) == member.size and zlib.crc32(data) == member.crc


def _is_safe(name: str) -> bool:
    return not name.startswith("/") and "\\" not in name and ":" not in name and ".." not in name.split("/")


class Archive(NamedTuple):
    """Members already laid out: what every document of a template begins with.

    Attributes:
        body: local headers and packed data.
        directory: the entries of the central directory for them.
        members: how many they are.
    """

    body: bytes
    directory: bytes
    members: int


EMPTY = Archive(b"", b"", 0)
# version needed, flags (bit 11: the name is UTF-8), method, time, date, crc, sizes, lengths of name and extra field
_COMMON = struct.Struct("<HHHHHLLLHH")
_DATE = 0x21  # 1980-01-01


def added(archive: Archive, members: list[Member]) -> Archive:
    """``archive`` with ``members`` behind what it has. Time, attributes and extra fields are the same always."""
    body, directory, offset = [archive.body], [archive.directory], len(archive.body)
    for name, method, crc, size, packed in members:
        encoded = name.encode()
        flags = 0 if name.isascii() else 0x800
        common = _COMMON.pack(20, flags, method, 0, _DATE, crc, len(packed), size, len(encoded), 0)
        body += (b"PK\3\4", common, encoded, packed)
        directory += (b"PK\1\2\x14\0", common, b"\0" * 10, struct.pack("<L", offset), encoded)
        offset += 30 + len(encoded) + len(packed)
    return Archive(b"".join(body), b"".join(directory), archive.members + len(members))


def package_bytes(archive: Archive) -> bytes:
    """The finished package."""
    body, directory, count = archive
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, count, count, len(directory), len(body), 0)
    return body + directory + end
