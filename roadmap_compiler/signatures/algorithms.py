"""Keys and signatures by the identifiers of their algorithms: RSA, ECDSA, ГОСТ Р 34.10-2012."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from . import gost
from .tlv import BITS, NotASN, Value, read_value

if TYPE_CHECKING:
    from collections.abc import Callable

    from cryptography.hazmat.primitives.hashes import HashAlgorithm

Verdict = Literal["right", "wrong", "unknown"]
"""A signature is that of the key; it is not; its algorithm is not verified here."""

HASHES = {
    "1.3.14.3.2.26": "SHA1", "2.16.840.1.101.3.4.2.4": "SHA224", "2.16.840.1.101.3.4.2.1": "SHA256",
    "2.16.840.1.101.3.4.2.2": "SHA384", "2.16.840.1.101.3.4.2.3": "SHA512",
}
"""Names in `cryptography` by identifier. MD5 and older are not verified."""
SHA1, SHA256 = "1.3.14.3.2.26", "2.16.840.1.101.3.4.2.1"
_NAMES = {
    **{identifier: name.replace("SHA", "SHA-") for identifier, name in HASHES.items()},
    "1.2.840.113549.2.5": "MD5", gost.HASH_94: "ГОСТ Р 34.11-94", gost.KEY_2001: "ГОСТ Р 34.10-2001",
    "1.2.643.2.2.3": "ГОСТ Р 34.10-2001", "1.2.840.10040.4.1": "DSA", "1.3.101.112": "Ed25519", "1.3.101.113": "Ed448",
    **{identifier: f"ГОСТ Р 34.11-2012 ({bits})" for identifier, bits in gost.HASHES.items()},
    **{identifier: f"ГОСТ Р 34.10-2012 ({bits})" for identifier, bits in {**gost.KEYS, **gost.SIGNATURES}.items()},
}
_RSA, _PSS, _MGF1 = "1.2.840.113549.1.1.1", "1.2.840.113549.1.1.10", "1.2.840.113549.1.1.8"
_EC = "1.2.840.10045.2.1"
# Signature algorithms with the hash that they stand for; "" for that which is named beside them.
_RSA_WITH = {
    _RSA: "",
    "1.2.840.113549.1.1.5": "SHA1", "1.2.840.113549.1.1.14": "SHA224", "1.2.840.113549.1.1.11": "SHA256",
    "1.2.840.113549.1.1.12": "SHA384", "1.2.840.113549.1.1.13": "SHA512",
}
_EC_WITH = {
    _EC: "",
    "1.2.840.10045.4.1": "SHA1", "1.2.840.10045.4.3.1": "SHA224", "1.2.840.10045.4.3.2": "SHA256",
    "1.2.840.10045.4.3.3": "SHA384", "1.2.840.10045.4.3.4": "SHA512",
}
_CURVES = {"secp256r1": "P-256", "secp384r1": "P-384", "secp521r1": "P-521"}


class Algorithm(NamedTuple):
    """An AlgorithmIdentifier: ``parameters`` is None where it has none."""

    identifier: str
    parameters: Value | None


def algorithm_of(value: Value) -> Algorithm:
    """Raises `NotASN`."""
    return Algorithm(value.at(0).oid, value.inner[1] if len(value.inner) > 1 else None)


def algorithm_name(identifier: str) -> str:
    """«ГОСТ Р 34.11-94», or the identifier where no name is known."""
    return _NAMES.get(identifier, identifier)


def digest(data: bytes, identifier: str) -> bytes | None:
    """The hash of ``data``, None where the algorithm is not known."""
    if identifier in gost.HASHES:
        from .streebog import streebog

        return streebog(data, gost.HASHES[identifier])
    if identifier not in HASHES:
        return None
    import hashlib

    return hashlib.new(HASHES[identifier], data, usedforsecurity=False).digest()


def key_name(spki: bytes) -> str:
    """«RSA-2048», «ECDSA P-256», «ГОСТ Р 34.10-2012 (256)», else the identifier of the algorithm."""
    try:
        identifier = algorithm_of(read_value(spki).at(0)).identifier
    except NotASN:
        return ""
    if identifier not in (_RSA, _PSS, _EC):
        return algorithm_name(identifier)
    from cryptography.hazmat.primitives.asymmetric import ec, rsa

    key = _loaded(spki)
    if isinstance(key, rsa.RSAPublicKey):
        return f"RSA-{key.key_size}"
    return f"ECDSA {_CURVES.get(key.curve.name, key.curve.name)}" if isinstance(key, ec.EllipticCurvePublicKey) else ""


def rsa_bits(spki: bytes) -> int | None:
    """The size of an RSA key, None for any other."""
    from cryptography.hazmat.primitives.asymmetric import rsa

    key = _loaded(spki)
    return key.key_size if isinstance(key, rsa.RSAPublicKey) else None


def verify(spki: bytes, algorithm: Algorithm, digest_identifier: str, data: bytes, signature: bytes) -> Verdict:
    """Whether ``signature`` over ``data`` was made by the key.

    Args:
        spki: the public key as certificates have it (SubjectPublicKeyInfo).
        algorithm: of the signature; it may name the key alone, as CMS allows.
        digest_identifier: of the hash; "" where ``algorithm`` names it, as in certificates.
    """
    try:
        key = read_value(spki)
        identifier = algorithm_of(key.at(0)).identifier
        if identifier in gost.KEYS:
            return _verify_gost(key, gost.KEYS[identifier], algorithm, digest_identifier, data, signature)
        if identifier in (_RSA, _PSS):
            return _verify_rsa(spki, algorithm, HASHES.get(digest_identifier, ""), data, signature)
        if identifier == _EC:
            return _verify_ec(spki, algorithm, HASHES.get(digest_identifier, ""), data, signature)
    except NotASN:
        return "wrong"
    return "unknown"


def _verify_gost(key: Value, bits: int, algorithm: Algorithm, digest_identifier: str, data: bytes,
                 signature: bytes) -> Verdict:
    named = gost.SIGNATURES.get(algorithm.identifier) or gost.KEYS.get(algorithm.identifier)
    if named is None:
        return "unknown"
    if named != bits or digest_identifier and gost.HASHES.get(digest_identifier) != bits:
        return "wrong"
    parameters = algorithm_of(key.at(0)).parameters
    curve = gost.curve(parameters.at(0).oid) if parameters else None
    if curve is None:
        return "unknown"
    public = read_value(key.at(1, BITS).content[1:]).octets
    return "right" if gost.verify(curve, public, data, signature, bits) else "wrong"


def _verify_rsa(spki: bytes, algorithm: Algorithm, name: str, data: bytes, signature: bytes) -> Verdict:
    from cryptography.hazmat.primitives.asymmetric import padding, rsa

    way: padding.AsymmetricPadding = padding.PKCS1v15()
    said = _RSA_WITH.get(algorithm.identifier)
    if algorithm.identifier == _PSS:
        said, mask, salt = _pss(algorithm.parameters)
        if not said or not mask:
            return "unknown"
        way = padding.PSS(padding.MGF1(_hash(mask)), salt)
    if said is None or not (said or name):
        return "unknown"
    if said and name and said != name:
        return "wrong"
    key = _loaded(spki)
    if not isinstance(key, rsa.RSAPublicKey):
        return "wrong"
    return _asked(lambda: key.verify(signature, data, way, _hash(said or name)))


def _pss(parameters: Value | None) -> tuple[str, str, int]:
    """Hash, hash of the mask and length of the salt (RFC 4055, 3.1); "" for what is not known."""
    name = mask = "SHA1"
    salt = 20
    for value in parameters.inner if parameters else ():
        if value.tag == 0xA0:
            name = HASHES.get(algorithm_of(value.at(0)).identifier, "")
        elif value.tag == 0xA1:
            way = algorithm_of(value.at(0))
            mask = HASHES.get(way.parameters.at(0).oid, "") if way.identifier == _MGF1 and way.parameters else ""
        elif value.tag == 0xA2:
            salt = value.at(0).integer
        else:
            name = name if value.tag == 0xA3 and value.at(0).integer == 1 else ""
    return name, mask, salt if 0 <= salt <= 512 else 0


def _verify_ec(spki: bytes, algorithm: Algorithm, name: str, data: bytes, signature: bytes) -> Verdict:
    from cryptography.hazmat.primitives.asymmetric import ec

    said = _EC_WITH.get(algorithm.identifier)
    if said is None or not (said or name):
        return "unknown"
    if said and name and said != name:
        return "wrong"
    key = _loaded(spki)
    if not isinstance(key, ec.EllipticCurvePublicKey):
        return "unknown"
    return _asked(lambda: key.verify(signature, data, ec.ECDSA(_hash(said or name))))


def _asked(question: Callable[[], None]) -> Verdict:
    from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm

    try:
        question()
    except (InvalidSignature, ValueError, OverflowError):
        return "wrong"
    except UnsupportedAlgorithm:
        return "unknown"
    return "right"


def _hash(name: str) -> HashAlgorithm:
    from cryptography.hazmat.primitives import hashes

    made: HashAlgorithm = getattr(hashes, name)()
    return made


def _loaded(spki: bytes) -> object:
    """The key as `cryptography` has it, None where it does not know or refuses it."""
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.serialization import load_der_public_key

    try:
        return load_der_public_key(spki)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        return None
