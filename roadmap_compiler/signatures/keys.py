"""A key for signing, out of a file that its owner keeps. Never written, shown or put into an exception."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from .certificate import Opened, open_certificate
from .envelope import pem_blocks
from .report import SignatureProblem

if TYPE_CHECKING:
    from datetime import datetime

BIGGEST = 2 ** 20  # bytes of a file of keys
_GOST = bytes.fromhex("2a85030701")  # the beginning of all identifiers of ТК 26, 1.2.643.7.1


class SigningKey(NamedTuple):
    """A private key (RSA or ECDSA) with its certificate and those of its authorities, in DER."""

    key: Any
    certificate: Opened
    chain: tuple[bytes, ...]

    def __repr__(self) -> str:
        return f"SigningKey({self.certificate.facts.fingerprint})"


class Read(NamedTuple):
    """Either a key or what is in the way; the problem "key-password" asks for a password, or another one."""

    key: SigningKey | None
    problem: SignatureProblem | None


def read_key(data: bytes, password: str | None, certificates: bytes = b"") -> Read:
    """The key of a .p12 or .pfx, or of a PEM file.

    Args:
        password: None where none was asked for yet.
        certificates: in PEM or DER, where they are not in the file of the key.
    """
    if len(data) > BIGGEST:
        return _no("key-not-key")
    if b"-----BEGIN" in data:
        return _from_pem(data, password, certificates)
    if not data.startswith(b"\x30"):
        return _no("key-is-container" if data[:4] == b"\0\0\0\0" else "key-not-key")
    return _from_pkcs12(data, password, certificates)


def _from_pkcs12(data: bytes, password: str | None, certificates: bytes) -> Read:
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.serialization import Encoding, pkcs12

    if open_certificate(data):
        return _no("key-is-certificate")
    secret = password.encode() if password is not None else None
    try:
        key, certificate, others = pkcs12.load_key_and_certificates(data, secret)
    except UnsupportedAlgorithm:
        return _no("key-algorithm")
    except (ValueError, TypeError):
        return _no("key-password-wrong" if password else "key-password")
    if key is None:
        return _no("key-not-key")
    own = [certificate] if certificate else []
    ders = [one.public_bytes(Encoding.DER) for one in (*own, *others)]
    return _paired(key, ders + _ders(certificates))


def _from_pem(data: bytes, password: str | None, certificates: bytes) -> Read:
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    block = re.search(rb"-----BEGIN ([A-Z ]*PRIVATE KEY)-----.*?-----END \1-----", data, re.DOTALL)
    if block is None:
        return _no("key-is-certificate" if b"CERTIFICATE-----" in data else "key-not-key")
    try:
        key = load_pem_private_key(block[0], password.encode() if password else None)
    except UnsupportedAlgorithm:
        return _no("key-algorithm")
    except TypeError:  # a password is needed, or was given for a key without one
        if not password:
            return _no("key-password")
        return _from_pem(data, None, certificates)
    except ValueError:
        unknown = any(_GOST in body for _, body in pem_blocks(block[0]))  # some versions do not tell it apart
        return _no("key-algorithm" if unknown else "key-password-wrong" if password else "key-not-key")
    return _paired(key, _ders(data) + _ders(certificates))


def _ders(data: bytes) -> list[bytes]:
    blocks = [body for label, body in pem_blocks(data) if label == "CERTIFICATE"]
    return blocks or ([data] if data.startswith(b"\x30") else [])


def _paired(key: Any, ders: list[bytes]) -> Read:
    """The key with that of the certificates which is its own."""
    from cryptography.hazmat.primitives.asymmetric import ec, rsa
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    if not isinstance(key, rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey):
        return _no("key-algorithm")
    if not ders:
        return _no("key-without-certificate")
    public = key.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    opened = [one for one in map(open_certificate, ders) if one]
    own = next((one for one in opened if one.key == public), None)
    if own is None:
        return _no("key-of-another-certificate")
    return Read(SigningKey(key, own, tuple(one.der for one in opened if one is not own)), None)


def _no(code: str) -> Read:
    return Read(None, SignatureProblem(code, {}))


def why_not_sign(key: SigningKey, moment: datetime) -> SignatureProblem | None:
    """Why this certificate must not sign at ``moment``, None where it may."""
    facts = key.certificate.facts
    if moment > facts.valid_until:
        return SignatureProblem("certificate-expired", {"end": facts.valid_until})
    if moment < facts.valid_from:
        return SignatureProblem("certificate-not-yet-valid", {"start": facts.valid_from})
    return None if key.certificate.may_sign else SignatureProblem("key-not-for-signing", {})
