"""What a certificate says of the one who signs. Numbers of persons (СНИЛС, ИНН) are never taken from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import datetime


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
