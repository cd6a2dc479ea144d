"""What came in the place of a signature: DER out of the forms in which programs save it, or what it is instead."""

from __future__ import annotations

import re
from typing import NamedTuple

from .report import SignatureProblem
from .tlv import INTEGER, OID, SEQUENCE, NotASN, Value, read_value

BIGGEST = 64 * 2 ** 20
"""Bytes of a file of signatures; it may hold the signed file."""
SIGNED_DATA = "1.2.840.113549.1.7.2"  # RFC 5652, 5.1
_ENCRYPTED = {"1.2.840.113549.1.7.3", "1.2.840.113549.1.7.6", "1.2.840.113549.1.9.16.1.23"}
_PEM = re.compile(rb"-----BEGIN ([A-Z0-9 #]+)-----(.*?)-----END \1-----", re.DOTALL)
_DOCUMENTS = ((b"PK\3\4", "ZIP, DOCX"), (b"%PDF", "PDF"), (b"\xd0\xcf\x11\xe0", "DOC"), (b"{\\rtf", "RTF"),
              (b"\x89PNG", "PNG"), (b"\xff\xd8\xff", "JPEG"), (b"Rar!", "RAR"), (b"7z\xbc\xaf", "7Z"))


class Unwrapped(NamedTuple):
    """Either the content of SignedData, or what is in the way."""

    signed_data: Value | None
    problem: SignatureProblem | None


def unwrap(data: bytes) -> Unwrapped:
    """The SignedData (RFC 5652, 5.1) inside DER, BER, PEM or bare Base64."""
    if len(data) > BIGGEST:
        return _no("signature-too-big", megabytes=BIGGEST // 2 ** 20)
    data = _as_bytes(data)
    if not data.strip(b"\0 \t\r\n"):
        return _no("signature-empty")
    if not data.startswith(b"\x30"):
        found = _from_text(data)
        if isinstance(found, SignatureProblem):
            return Unwrapped(None, found)
        data = found
    try:
        return _content(read_value(data))
    except NotASN as error:
        return _no(f"signature-{error.why}")


def pem_blocks(data: bytes) -> list[tuple[str, bytes]]:
    """What stands between BEGIN and END, with its label; a block that is no Base64 gives no bytes."""
    return [(label.decode(), _base64(_without_headers(body)) or b"") for label, body in _PEM.findall(data)]


def _as_bytes(data: bytes) -> bytes:
    """Without the marks that Windows programs put before text."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace").encode(errors="replace")
    return data.removeprefix(b"\xef\xbb\xbf")


def _from_text(data: bytes) -> bytes | SignatureProblem:
    head = data[:4096].lstrip().lower()
    for start, kind in _DOCUMENTS:
        if data.startswith(start):
            return SignatureProblem("signature-is-document", {"kind": kind})
    if head.startswith((b"<!doctype html", b"<html")) or b"<html" in head or b"<body" in head:
        return SignatureProblem("signature-is-web-page", {})
    if head.startswith(b"<"):
        return SignatureProblem("signature-is-xml", {})
    if b"-----BEGIN" in data[:65536]:
        return _from_pem(data)
    return _base64(data) or SignatureProblem("signature-not-signature", {})


def _from_pem(data: bytes) -> bytes | SignatureProblem:
    blocks = pem_blocks(data)
    if b"PRIVATE KEY-----" in data:
        return SignatureProblem("signature-is-key", {})
    if not blocks:
        return SignatureProblem("signature-truncated", {})
    for label, body in blocks:
        if "PKCS" in label or label in ("CMS", "SIGNATURE", "SIGNED MESSAGE"):
            return body or SignatureProblem("signature-damaged", {})
    certificate = any("CERTIFICATE" in label for label, _ in blocks)
    return SignatureProblem("signature-is-certificate" if certificate else "signature-not-signature", {})


def _without_headers(body: bytes) -> bytes:
    return b"\n".join(line for line in body.splitlines() if b":" not in line)


def _base64(text: bytes) -> bytes | None:
    import base64
    import binascii

    packed = b"".join(text.split())
    try:
        found = base64.b64decode(packed + b"=" * (-len(packed) % 4), validate=True)
    except (binascii.Error, ValueError):
        return None
    return found if found.startswith(b"\x30") else None


def _content(value: Value) -> Unwrapped:
    """The SignedData of a ContentInfo (RFC 5652, 3), or the name of what else was encoded so."""
    if value.tag != SEQUENCE or not value.inner:
        return _no("signature-not-signature")
    first = value.inner[0]
    if first.tag == OID:
        if first.oid == SIGNED_DATA:
            return Unwrapped(value.at(1, 0xA0).at(0, SEQUENCE), None)
        return _no("signature-is-encrypted" if first.oid in _ENCRYPTED else "signature-not-signature")
    if first.tag == INTEGER and len(value.inner) >= 2 and value.inner[1].tag == SEQUENCE:
        return _no("signature-is-key")  # PKCS #12 and PKCS #8
    if first.tag == SEQUENCE and len(first.inner) >= 6:
        return _no("signature-is-certificate")
    return _no("signature-not-signature")


def _no(code: str, **params: object) -> Unwrapped:
    return Unwrapped(None, SignatureProblem(code, params))
