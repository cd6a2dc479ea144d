"""Documents for the tests of signatures inside them: signed, and changed afterwards."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from roadmap_compiler.signatures.keys import SigningKey, read_key
from roadmap_compiler.signatures.signing import sign_package

from .makers import Maker, made

TEMPLATE = Path(__file__).parents[2] / "templates" / "landscape.docx"
DOCUMENT, RELATIONS, TYPES = "word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"
ORIGIN_RELATIONS, SIGNATURE = "_xmlsignatures/_rels/origin.sigs.rels", "_xmlsignatures/sig1.xml"

Edit = bytes | None | Callable[[bytes], bytes]
"""New bytes of a part, None to remove it, or what to make of the old bytes."""


def key_of(maker: Maker, *others: Maker) -> SigningKey:
    key, problem = read_key(maker.key_pem + maker.pem + b"".join(other.pem for other in others), None)
    assert key is not None, problem
    return key


def sign(document: bytes, maker: Maker, *others: Maker, moment: datetime | None = None) -> bytes:
    out, problem = sign_package(document, key_of(maker, *others), moment or datetime.now(UTC))
    assert out is not None, problem
    return out


@lru_cache
def signed_document(kind: str = "rsa") -> bytes:
    return sign(TEMPLATE.read_bytes(), made(kind))


def parts_of(document: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(document)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def changed(edits: dict[str, Edit], document: bytes | None = None) -> bytes:
    """The signed document with some of its parts changed, added or removed."""
    parts = parts_of(document or signed_document())
    for name, edit in edits.items():
        if edit is None:
            del parts[name]
        else:
            parts[name] = edit(parts[name]) if callable(edit) else edit
    return zipped(parts)


def replacing(old: str, new: str) -> Callable[[bytes], bytes]:
    """The first ``old`` of a part becomes ``new``; it must be there."""
    def edit(data: bytes) -> bytes:
        assert old.encode() in data, old
        return data.replace(old.encode(), new.encode(), 1)
    return edit
