"""What a certificate says of the one who signs. Numbers of persons (СНИЛС, ИНН) are never taken from it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from .algorithms import Algorithm, algorithm_of, key_name
from .tlv import BITS, INTEGER, SEQUENCE, NotASN, read_value

if TYPE_CHECKING:
    from datetime import datetime

    from cryptography import x509

LONGEST = 300
"""Signs of a text of a certificate."""
# СНИЛС with its separators, and СНИЛС, ИНН, ОГРН as bare numbers.
_PERSONAL = re.compile(r"\d{3}-\d{3}-\d{3}[ -]\d{2}|(?<!\d)\d{10,15}(?!\d)")


class Certificate(NamedTuple):
    """The facts of a certificate (X.509) that may be shown.

    Attributes:
        serial: the serial number, hexadecimal, capital letters, no separators.
        owner: surname, name and patronymic of the owner, else the common name.
        position: «Директор», "" where the certificate has none.
        organisation: "" for a private person.
        valid_from, valid_until: in UTC, aware, both inclusive.
        issuer: the certification authority by its name.
        algorithm: of the owner's key: «RSA-2048», «ECDSA P-256», «ГОСТ Р 34.10-2012 (256)».
        fingerprint: SHA-256 of the certificate, hexadecimal, small letters.
    """

    serial: str
    owner: str
    position: str
    organisation: str
    valid_from: datetime
    valid_until: datetime
    issuer: str
    algorithm: str
    fingerprint: str


class Opened(NamedTuple):
    """A certificate with what a judgment needs besides.

    Attributes:
        der: the certificate itself; ``signed``: the part of it that the issuer signed with ``algorithm``.
        subject, issuer: names in DER; ``serial`` as a number.
        key: the public key (SubjectPublicKeyInfo).
        key_id: b"" where the certificate does not tell.
        may_sign: its key may sign documents; ``may_issue``: it is that of a certification authority.
        path_length: how many authorities may stand below it, None for any number.
        conditions: it sets conditions that are not judged here (names, unknown critical extensions).
    """

    facts: Certificate
    der: bytes
    signed: bytes
    algorithm: Algorithm
    signature: bytes
    subject: bytes
    issuer: bytes
    serial: int
    key: bytes
    key_id: bytes
    may_sign: bool
    may_issue: bool
    path_length: int | None
    conditions: bool

    def names_key(self, key_id: bytes) -> bool:
        """Whether this identifier is that of the key: the one the certificate tells, else SHA-1 of the key."""
        import hashlib

        own = self.key_id or hashlib.sha1(read_value(self.key).at(1, BITS).content[1:], usedforsecurity=False).digest()
        return own == key_id


def open_certificate(der: bytes) -> Opened | None:
    """The certificate, None where it cannot be read."""
    from cryptography import x509

    try:
        value = read_value(der)
        body = value.at(0, SEQUENCE)
        first = 1 if body.at(0).tag == 0xA0 else 0
        key, subject, issuer = (body.at(first + place, SEQUENCE).raw for place in (5, 4, 2))
        certificate = x509.load_der_x509_certificate(value.raw)
        extensions = _extensions(certificate)
        return Opened(
            _facts(certificate, value.raw, key), value.raw, body.raw, algorithm_of(value.at(1, SEQUENCE)),
            value.at(2, BITS).content[1:], subject, issuer, body.at(first, INTEGER).integer, key, **extensions)
    except (NotASN, ValueError, TypeError, KeyError, OverflowError, x509.InvalidVersion, x509.DuplicateExtension,
            x509.UnsupportedGeneralNameType):
        return None


def _facts(certificate: x509.Certificate, der: bytes, key: bytes) -> Certificate:
    import hashlib

    from cryptography.x509.oid import NameOID

    def of(name: x509.Name, *identifiers: x509.ObjectIdentifier) -> str:
        values = [str(found[0].value) for one in identifiers if (found := name.get_attributes_for_oid(one))]
        return shown(" ".join(values))

    subject, issuer = certificate.subject, certificate.issuer
    person = of(subject, NameOID.SURNAME, NameOID.GIVEN_NAME) if subject.get_attributes_for_oid(NameOID.SURNAME) else ""
    return Certificate(
        serial=f"{certificate.serial_number:X}",
        owner=person or of(subject, NameOID.COMMON_NAME) or of(subject, NameOID.ORGANIZATION_NAME),
        position=of(subject, NameOID.TITLE),
        organisation=of(subject, NameOID.ORGANIZATION_NAME),
        valid_from=certificate.not_valid_before_utc,
        valid_until=certificate.not_valid_after_utc,
        issuer=of(issuer, NameOID.COMMON_NAME) or of(issuer, NameOID.ORGANIZATION_NAME),
        algorithm=key_name(key),
        fingerprint=hashlib.sha256(der).hexdigest(),
    )


def shown(text: str) -> str:
    """A text of a certificate as it may be shown: one line, no numbers of persons, no signs that move a terminal."""
    text = "".join(sign if sign.isprintable() else " " for sign in text)
    text = _PERSONAL.sub("", text)
    return " ".join(text.split())[:LONGEST]


def _extensions(certificate: x509.Certificate) -> dict[str, Any]:
    from cryptography import x509

    usage = constraints = None
    key_id, conditions = b"", False
    for extension in certificate.extensions:
        content = extension.value
        if isinstance(content, x509.KeyUsage):
            usage = content
        elif isinstance(content, x509.BasicConstraints):
            constraints = content
        elif isinstance(content, x509.SubjectKeyIdentifier):
            key_id = content.digest
        elif isinstance(content, x509.NameConstraints):
            conditions = True
        elif isinstance(content, x509.UnrecognizedExtension):
            conditions = conditions or extension.critical
    return {
        "key_id": key_id,
        "may_sign": usage is None or usage.digital_signature or usage.content_commitment,
        "may_issue": constraints is not None and constraints.ca and (usage is None or usage.key_cert_sign),
        "path_length": constraints.path_length if constraints else None,
        "conditions": conditions,
    }
