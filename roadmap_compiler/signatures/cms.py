"""The parts of SignedData (RFC 5652, 5) that a judgment needs."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import NamedTuple

from .algorithms import SHA1, SHA256, Algorithm, algorithm_of
from .tlv import GENERAL_TIME, INTEGER, OCTETS, SEQUENCE, SET, UTC_TIME, NotASN, Value, encoded

CONTENT_TYPE, MESSAGE_DIGEST, SIGNING_TIME = "1.2.840.113549.1.9.3", "1.2.840.113549.1.9.4", "1.2.840.113549.1.9.5"
COUNTERSIGNATURE, TIMESTAMP = "1.2.840.113549.1.9.6", "1.2.840.113549.1.9.16.2.14"
SIGNING_CERTIFICATE, SIGNING_CERTIFICATE_2 = "1.2.840.113549.1.9.16.2.12", "1.2.840.113549.1.9.16.2.47"


class SignerInfo(NamedTuple):
    """One signature (RFC 5652, 5.3).

    Attributes:
        issuer, serial: of the certificate, the name in DER; b"" and None where it is named by ``key_id``.
        attributes: signed attributes, the values of each by its identifier; None where there are none at all.
        signed: the attributes as they were signed.
        repeated: an attribute that must stand once stands twice.
        unsigned: identifiers of unsigned attributes.
    """

    issuer: bytes
    serial: int | None
    key_id: bytes
    digest: str
    algorithm: Algorithm
    attributes: dict[str, tuple[Value, ...]] | None
    signed: bytes
    repeated: bool
    unsigned: frozenset[str]
    signature: bytes


class SignedData(NamedTuple):
    """``content`` is None where the signature is detached; ``certificates`` are DER."""

    content_type: str
    content: bytes | None
    certificates: tuple[bytes, ...]
    signers: tuple[SignerInfo, ...]


def read_signed_data(value: Value) -> SignedData:
    """Raises `NotASN`."""
    value.at(0, INTEGER)
    value.at(1, SET)
    wrapped = value.at(2, SEQUENCE)
    content = wrapped.tagged(0xA0)
    certificates = value.tagged(0xA0)
    infos = value.inner[-1]
    if infos.tag != SET or len(value.inner) < 4:
        raise NotASN("damaged")
    return SignedData(
        wrapped.at(0).oid,
        _octets(content.at(0)) if content else None,
        tuple(one.raw for one in certificates.inner if one.tag == SEQUENCE) if certificates else (),
        tuple(_signer(info) for info in infos.inner),
    )


def _octets(value: Value) -> bytes:
    if value.tag & 0x1F != OCTETS:
        raise NotASN("damaged")
    return value.octets


def _signer(info: Value) -> SignerInfo:
    info.at(0, INTEGER)
    named = info.at(1)
    issuer, serial, key_id = b"", None, b""
    if named.tag == SEQUENCE:
        issuer, serial = named.at(0, SEQUENCE).raw, named.at(1).integer
    elif named.tag in (0x80, 0xA0):
        key_id = named.octets
    else:
        raise NotASN("damaged")
    digest = algorithm_of(info.at(2, SEQUENCE)).identifier
    place, attributes, repeated, signed = 3, None, False, b""
    if info.at(3).tag == 0xA0:
        attributes, repeated = _attributes(info.inner[3])
        signed = encoded(SET, info.inner[3].content)
        place = 4
    algorithm = algorithm_of(info.at(place, SEQUENCE))
    signature = _octets(info.at(place + 1))
    unsigned = info.inner[place + 2] if len(info.inner) > place + 2 else None
    others = frozenset(_attributes(unsigned)[0]) if unsigned and unsigned.tag == 0xA1 else frozenset()
    return SignerInfo(issuer, serial, key_id, digest, algorithm, attributes, signed, repeated, others, signature)


def _attributes(value: Value) -> tuple[dict[str, tuple[Value, ...]], bool]:
    """Values by identifier, and whether one stands twice."""
    found: dict[str, tuple[Value, ...]] = {}
    for attribute in value.inner:
        found.setdefault(attribute.at(0).oid, attribute.at(1, SET).inner)
    return found, len(found) < len(value.inner)


def time_of(value: Value) -> datetime:
    """UTCTime or GeneralizedTime (RFC 5652, 11.3) in UTC. Raises `NotASN`."""
    text = value.content.decode("ascii", errors="replace").removesuffix("Z")
    if value.tag == UTC_TIME:
        text = ("19" if text[:2] >= "50" else "20") + text
    elif value.tag != GENERAL_TIME:
        raise NotASN("damaged")
    text = text.partition(".")[0]
    try:
        moment = datetime.strptime(text, "%Y%m%d%H%M%S" if len(text) == 14 else "%Y%m%d%H%M")
    except ValueError as error:
        raise NotASN("damaged") from error
    return moment.replace(tzinfo=UTC)


class NamedCertificate(NamedTuple):
    """The certificate by which the signer says he signed: its hash (RFC 5035, 3 and 4)."""

    digest: str
    value: bytes


def named_certificate(attributes: dict[str, tuple[Value, ...]]) -> list[NamedCertificate]:
    """The first certificate of each attribute of this kind. Raises `NotASN`."""
    found = []
    for identifier, usual in ((SIGNING_CERTIFICATE, SHA1), (SIGNING_CERTIFICATE_2, SHA256)):
        for value in attributes.get(identifier, ()):
            first = value.at(0, SEQUENCE).at(0, SEQUENCE)
            if first.at(0).tag == SEQUENCE:
                found.append(NamedCertificate(algorithm_of(first.inner[0]).identifier, first.at(1, OCTETS).content))
            else:
                found.append(NamedCertificate(usual, first.at(0, OCTETS).content))
    return found
