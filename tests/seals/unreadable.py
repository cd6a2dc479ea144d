"""Files that are no document, or no longer one, each with the name under which a verification must refuse it."""

from __future__ import annotations

from tests.seals.packages import DOCUMENT, TYPES, packed, padded, parts_of, replaced, zipped
from tests.seals.ways import RUN, Way


def _encrypted(document: bytes) -> bytes:
    """The bit of encryption set in every entry."""
    data = bytearray(document)
    at = data.find(b"PK\1\2")
    while at >= 0:
        data[at + 8] |= 1
        at = data.find(b"PK\1\2", at + 4)
    return bytes(data)


def _wrong_sum(document: bytes) -> bytes:
    """The sum that the directory promises for its first entry."""
    at = document.find(b"PK\1\2") + 16
    return document[:at] + bytes([document[at] ^ 1]) + document[at + 1:]


def _bomb(document: bytes) -> bytes:
    return zipped(parts_of(document) | {"word/media/zeros.bin": bytes(200 * 2**20)})


def _entities(document: bytes) -> bytes:
    lol = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    head = f'<!DOCTYPE x [<!ENTITY l0 "lol">{lol}]><w:document'
    return replaced("<w:document", head)(replaced(RUN, RUN.replace("до", "&l9;"))(document))


def _deep(document: bytes) -> bytes:
    return replaced(RUN, "<w:ins>" * 5000 + "</w:ins>" * 5000)(document)


UNREADABLE = (
    Way("an empty file", lambda _: b"", ("empty",)),
    Way("half of the file", lambda document: document[:len(document) // 2], ("damaged",)),
    Way("the last byte cut off", lambda document: document[:-1], ("damaged",)),
    Way("the first byte cut off", lambda document: document[1:], ("damaged",)),
    Way("a text file", lambda _: "Дорожная карта".encode(), ("not-zip",)),
    Way("a PDF", lambda _: b"%PDF-1.7\n%\xe2\xe3", ("not-zip",)),
    Way("an HTML page saved as DOCX", lambda _: b"<html><body>404</body></html>", ("not-zip",)),
    Way("an old .doc, or a document with a password", lambda _: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
        ("old-doc",)),
    Way("a ZIP with a password", _encrypted, ("encrypted",)),
    Way("a ZIP of something else", lambda _: zipped({"a.txt": b"x"}), ("not-word",)),
    Way("a spreadsheet", lambda _: zipped({TYPES: b"<Types/>", "xl/workbook.xml": b"<x/>"}), ("not-word",)),
    Way("a ZIP bomb", _bomb, ("too-big",)),
    Way("a text too long to be read", padded(DOCUMENT), ("too-big",)),
    Way("an entity bomb", _entities, ("entities",)),
    Way("XML cut in the middle", lambda document: packed(parts_of(document) | {
        DOCUMENT: parts_of(document)[DOCUMENT][:5000]}), ("not-xml",)),
    Way("XML nested five thousand deep", _deep, ("not-xml",)),
    Way("a wrong sum of a member", _wrong_sum, ("damaged",)),
)
