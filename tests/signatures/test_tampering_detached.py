"""Ways to tamper with a detached signature, its file or its certificate: each is named, none passes, none raises."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import pytest
from asn1crypto import cms as asn1
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, pkcs7, pkcs12

from roadmap_compiler.messages.signatures import RU, problem_words, report_lines
from roadmap_compiler.signatures import Report, check_detached

from .makers import Maker, OpenSSL, made, signed

CONTENT = b"PK\3\4 the bytes of a document\r\n" * 50
NOW = datetime.now(UTC)
TODAY = NOW.date()
DAY = timedelta(days=1)


class Case(NamedTuple):
    signature: bytes
    content: bytes = CONTENT
    roots: tuple[bytes, ...] = ()
    today: date | None = TODAY


_FOLDER = TemporaryDirectory()


@lru_cache
def openssl() -> OpenSSL:
    return OpenSSL(Path(_FOLDER.name))


def codes(report: Report) -> set[str]:
    return {p.code for p in (*report.problems, *(p for signer in report.signers for p in signer.problems))}


def rewritten(signature: bytes, change: Callable[[Any], None]) -> bytes:
    """The signature with a change made by an ASN.1 library of others."""
    info = asn1.ContentInfo.load(signature)
    change(info["content"])
    return info.dump(force=True)


def change_attribute(name: str, value: Any) -> Callable[[Any], None]:
    def change(data: Any) -> None:
        for attribute in data["signer_infos"][0]["signed_attrs"]:
            if attribute["type"].native == name:
                attribute["values"] = [value]
    return change


def attributes_of(other: bytes) -> Callable[[Any], None]:
    taken = asn1.ContentInfo.load(other)["content"]["signer_infos"][0]["signed_attrs"]

    def change(data: Any) -> None:
        data["signer_infos"][0]["signed_attrs"] = taken.copy()
    return change


def certificates(*ders: bytes) -> Callable[[Any], None]:
    def change(data: Any) -> None:
        loaded = map(asn1_x509.Certificate.load, ders)
        data["certificates"] = [asn1.CertificateChoices({"certificate": one}) for one in loaded]
    return change


def repeat_digest(data: Any) -> None:
    attributes = data["signer_infos"][0]["signed_attrs"]
    attributes.append(next(a for a in attributes if a["type"].native == "message_digest"))


def no_signers(data: Any) -> None:
    data["signer_infos"] = []


def digest_algorithm(name: str) -> Callable[[Any], None]:
    def change(data: Any) -> None:
        data["signer_infos"][0]["digest_algorithm"] = {"algorithm": name}
    return change


def other_key_id(data: Any) -> None:
    data["signer_infos"][0]["sid"] = asn1.SignerIdentifier("subject_key_identifier", b"\1" * 20)


def without_attributes(data: Any) -> None:
    data["signer_infos"][0]["signed_attrs"] = None


def two_signers(broken: bool) -> bytes:
    first, second = signed(CONTENT, made()), signed(CONTENT, made("ec", 1, serial=5))
    if broken:
        second = rewritten(second, change_attribute("signing_time", asn1.Time({"utc_time": NOW - DAY})))
    one, two = (asn1.ContentInfo.load(data)["content"] for data in (first, second))
    one["signer_infos"].append(two["signer_infos"][0])
    one["certificates"].append(two["certificates"][0])
    return asn1.ContentInfo({"content_type": "signed_data", "content": one}).dump(force=True)


def cut_attributes() -> Case:
    """The signed attributes shown as if they were the signed file."""
    signature = signed(CONTENT, made("ec"))
    attributes = asn1.ContentInfo.load(signature)["content"]["signer_infos"][0]["signed_attrs"]
    return Case(rewritten(signature, without_attributes), attributes.untag().dump())


def chain(**changes: Any) -> Case:
    """A person, an authority in the middle, a root; ``changes`` are those of the one in the middle."""
    root = made("ec", 1, authority=True, name="Головной УЦ", path_length=changes.pop("root_length", None))
    given = {"authority": True, "name": "УЦ области", "by": root, "serial": 7, **changes}
    middle = made("ec", 2, **given)
    person = made("ec", 3, by=middle)
    return Case(signed(CONTENT, person, middle.certificate), roots=(root.pem,))


def impostor() -> Case:
    real = made("ec", 1, authority=True, name="Головной УЦ")
    false = made("ec", 4, authority=True, name="Головной УЦ")
    return Case(signed(CONTENT, made("ec", 3, by=false)), roots=(real.pem,))


def deep(levels: int) -> bytes:
    data = b"\x05\x00"
    for _ in range(levels):
        size = len(data).to_bytes(4, "big")
        data = b"\x30\x84" + size + data
    return data


def encrypted() -> bytes:
    builder = pkcs7.PKCS7EnvelopeBuilder().set_data(CONTENT).add_recipient(made().certificate)
    return builder.encrypt(Encoding.DER, [pkcs7.PKCS7Options.Binary])


def damaged_certificate(signature: bytes, maker: Maker) -> bytes:
    der = maker.der
    place = der.index(b"\x17\x0d") + 2  # the date from which it is valid
    return signature.replace(der, der[:place] + b"xx" + der[place + 2:])


def same_key_other_name() -> Maker:
    """Another certificate for the same key, with the name and number of the same issuer."""
    real = made("rsa")
    copy = made("rsa", surname="Самозванцева")
    builder = x509.CertificateBuilder().subject_name(copy.certificate.subject).issuer_name(real.certificate.issuer)
    builder = builder.public_key(real.key.public_key()).serial_number(real.certificate.serial_number)
    builder = builder.not_valid_before(real.certificate.not_valid_before_utc)
    builder = builder.not_valid_after(real.certificate.not_valid_after_utc)
    from cryptography.hazmat.primitives.hashes import SHA256
    return Maker(real.key, builder.sign(real.key, SHA256()))


def other_key_same_names() -> Maker:
    return made("rsa", 9)


PLAIN = lru_cache(lambda: signed(CONTENT, made()))
UNKNOWN_CRITICAL = x509.UnrecognizedExtension(x509.ObjectIdentifier("1.2.3.4.5"), b"\x05\x00")

CASES: dict[str, tuple[str, Callable[[], Case]]] = {
    # the file
    "signature of another file": ("file-differs", lambda: Case(PLAIN(), b"another file")),
    "one byte of the file": ("file-differs", lambda: Case(PLAIN(), CONTENT[:-1] + b"x")),
    "a byte added to the file": ("file-differs", lambda: Case(PLAIN(), CONTENT + b"\0")),
    "an empty file": ("file-differs", lambda: Case(PLAIN(), b"")),
    "file altered, no signed attributes": ("file-or-signature-differs", lambda: Case(
        openssl().sign(CONTENT, made(), "-noattr"), CONTENT + b"!")),
    "another document inside": ("attached-differs", lambda: Case(signed(b"another", made(), options=(
        pkcs7.PKCS7Options.Binary,)))),
    "signed attributes shown as the file": ("signed-facts-damaged", cut_attributes),
    # what was signed
    "digest replaced by that of another file": ("signature-wrong", lambda: Case(
        rewritten(PLAIN(), change_attribute("message_digest", hashlib.sha256(b"another").digest())),
        b"another")),
    "digest replaced": ("file-differs", lambda: Case(
        rewritten(PLAIN(), change_attribute("message_digest", b"\0" * 32)))),
    "attributes of another signature": ("file-differs", lambda: Case(
        rewritten(PLAIN(), attributes_of(signed(b"another", made()))))),
    "attributes of another signature with its file": ("signature-wrong", lambda: Case(
        rewritten(PLAIN(), attributes_of(signed(b"another", made()))), b"another")),
    "time of signing": ("signature-wrong", lambda: Case(
        rewritten(PLAIN(), change_attribute("signing_time", asn1.Time({"utc_time": NOW - DAY}))))),
    "type of content": ("signed-facts-damaged", lambda: Case(
        rewritten(PLAIN(), change_attribute("content_type", "1.2.840.113549.1.7.5")))),
    "digest told twice": ("signed-facts-damaged", lambda: Case(rewritten(PLAIN(), repeat_digest))),
    "attributes cut off": ("file-or-signature-differs", lambda: Case(rewritten(PLAIN(), without_attributes))),
    "last byte of the signature": ("signature-wrong", lambda: Case(PLAIN()[:-1] + bytes((PLAIN()[-1] ^ 1,)))),
    "hash said to be another": ("file-differs", lambda: Case(rewritten(PLAIN(), digest_algorithm("sha512")))),
    "hash that is not known": ("algorithm-not-checked", lambda: Case(rewritten(PLAIN(), digest_algorithm("md5")))),
    # who signed
    "no certificate": ("certificate-missing", lambda: Case(openssl().sign(CONTENT, made(), "-nocerts"))),
    "identifier of a key that is not there": ("certificate-missing", lambda: Case(rewritten(PLAIN(), other_key_id))),
    "certificate of another": ("certificate-missing", lambda: Case(
        rewritten(PLAIN(), certificates(made("rsa", 8, serial=99).der)))),
    "certificate with the same number, another key": ("signature-wrong", lambda: Case(
        rewritten(PLAIN(), certificates(other_key_same_names().der)))),
    "same key under another name": ("other-certificate-named", lambda: Case(
        rewritten(openssl().sign(CONTENT, made(), "-cades"), certificates(same_key_other_name().der)))),
    "two certificates that fit": ("certificate-ambiguous", lambda: Case(
        rewritten(PLAIN(), certificates(made().der, same_key_other_name().der)))),
    "damaged certificate": ("certificate-damaged", lambda: Case(damaged_certificate(PLAIN(), made()))),
    "another name in the certificate": ("certificate-altered", lambda: Case(
        PLAIN().replace("Хакимова".encode(), "Хакимовв".encode()))),
    "two signers, one broken": ("signature-wrong", lambda: Case(two_signers(True))),
    "signers removed": ("signature-without-signers", lambda: Case(rewritten(PLAIN(), no_signers))),
    # the certificate
    "expired before signing": ("signed-after-validity", lambda: Case(signed(CONTENT, made(end=NOW - DAY)))),
    "not yet valid at signing": ("signed-before-validity", lambda: Case(signed(CONTENT, made(start=NOW + DAY)))),
    "expired, no time of signing": ("certificate-expired", lambda: Case(
        openssl().sign(CONTENT, made(end=NOW - 2 * DAY), "-noattr"))),
    "not yet valid, no time of signing": ("certificate-not-yet-valid", lambda: Case(
        openssl().sign(CONTENT, made(start=NOW + 2 * DAY), "-noattr"))),
    "signed at the end of all time": ("signed-in-future", lambda: Case(rewritten(PLAIN(), change_attribute(
        "signing_time", asn1.Time({"generalized_time": datetime(9999, 12, 31, 23, 59, tzinfo=UTC)}))))),
    "signed in the future": ("signed-in-future", lambda: Case(PLAIN(), today=TODAY - 3 * DAY)),
    "certificate for encryption": ("key-not-for-signing", lambda: Case(signed(CONTENT, made(usage=(False, False))))),
    "short key": ("key-weak", lambda: Case(signed(CONTENT, made("rsa-weak")))),
    # trust
    "unknown authority": ("untrusted-no-authority", lambda: Case(PLAIN(), roots=(made("ec", 1, authority=True).pem,))),
    "authority of the same name": ("untrusted-not-issued", impostor),
    "issuer that is no authority": ("untrusted-not-authority", lambda: chain(authority=False, usage=None)),
    "authority below one that allows none": ("untrusted-not-authority", lambda: chain(root_length=0)),
    "expired authority": ("untrusted-authority-expired", lambda: chain(end=NOW - DAY)),
    "authority with an unknown condition": ("untrusted-conditions", lambda: chain(extra=(UNKNOWN_CRITICAL,))),
    "authority that limits names": ("untrusted-conditions", lambda: chain(extra=(x509.NameConstraints(
        [x509.DNSName("example.org")], None),))),
    "roots that are no certificates": ("roots-unreadable", lambda: Case(PLAIN(), roots=(b"<html>",))),
    "root cut off": ("roots-unreadable", lambda: Case(PLAIN(), roots=(made().pem[:300],))),
    # what came instead
    "nothing": ("signature-empty", lambda: Case(b"")),
    "zeros": ("signature-empty", lambda: Case(b"\0" * 100)),
    "blank lines": ("signature-empty", lambda: Case(b"\xef\xbb\xbf\r\n\r\n")),
    "a web page": ("signature-is-web-page", lambda: Case(b"\r\n<!DOCTYPE HTML>\n<html><body>404")),
    "a web page in UTF-16": ("signature-is-web-page", lambda: Case("<html>Вход".encode("utf-16"))),
    "XML": ("signature-is-xml", lambda: Case(b"<?xml version='1.0'?><Signature/>")),
    "the document itself": ("signature-is-document", lambda: Case(CONTENT)),
    "a PDF": ("signature-is-document", lambda: Case(b"%PDF-1.7\n")),
    "text": ("signature-not-signature", lambda: Case("Подписано директором".encode())),
    "text of base64 letters": ("signature-not-signature", lambda: Case(b"Podpisano")),
    "a certificate": ("signature-is-certificate", lambda: Case(made().der)),
    "a certificate in PEM": ("signature-is-certificate", lambda: Case(made().pem)),
    "a private key in PEM": ("signature-is-key", lambda: Case(made().key_pem)),
    "a private key in PKCS 12": ("signature-is-key", lambda: Case(pkcs12.serialize_key_and_certificates(
        None, made().key, made().certificate, None, NoEncryption()))),
    "an encrypted message": ("signature-is-encrypted", lambda: Case(encrypted())),
    "certificates alone": ("signature-without-signers", lambda: Case(pkcs7.serialize_certificates(
        [made().certificate], Encoding.DER))),
    # what became of the bytes
    "cut in the middle": ("signature-truncated", lambda: Case(PLAIN()[:len(PLAIN()) // 2])),
    "cut by one byte": ("signature-truncated", lambda: Case(PLAIN()[:-1])),
    "first bytes alone": ("signature-truncated", lambda: Case(PLAIN()[:3])),
    "PEM cut off": ("signature-truncated", lambda: Case(signed(CONTENT, made(), encoding=Encoding.PEM)[:500])),
    "Base64 cut off": ("signature-truncated", lambda: Case(base64.b64encode(PLAIN())[:800])),
    "words behind": ("signature-trailing", lambda: Case(PLAIN() + b"words")),
    "two signatures in a row": ("signature-trailing", lambda: Case(PLAIN() * 2)),
    "read as text and saved": ("signature-damaged", lambda: Case(
        b"\x30\x80" + PLAIN()[2:].decode("utf-8", errors="replace").encode())),
    "line ends changed": ("signature-truncated", lambda: Case(PLAIN()[:19] + b"\r" + PLAIN()[19:-1])),
    "a length inside that reaches out": ("signature-damaged", lambda: Case(
        PLAIN()[:4] + b"\x06\x7f" + PLAIN()[6:].ljust(200, b"\0"))),
    "version removed": ("signature-damaged", lambda: Case(PLAIN().replace(b"\xa0\x82", b"\xa1\x82", 1))),
    "type unknown": ("signature-not-signature", lambda: Case(PLAIN().replace(
        b"\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02", b"\x2a\x86\x48\x86\xf7\x0d\x01\x07\x05", 1))),
    "nested without end": ("signature-complex", lambda: Case(deep(3000))),
    "nested without end, of unknown length": ("signature-complex", lambda: Case(b"\x30\x80" * 100_000)),
    "hundreds of thousands of values": ("signature-complex", lambda: Case(
        b"\x30\x84\x00\x0f\x00\x00" + b"\x05\x00" * 0x78000)),
    "longer than can be": ("signature-truncated", lambda: Case(b"\x30\x84\xff\xff\xff\xff\x05\x00")),
    "huge": ("signature-too-big", lambda: Case(b"\x30" * (64 * 2 ** 20 + 1))),
}


@pytest.mark.parametrize("way", CASES)
def test_tampering_is_named_and_does_not_pass(way: str) -> None:
    code, make = CASES[way]
    case = make()
    report = check_detached(case.content, case.signature, case.roots, case.today)
    assert code in codes(report)
    assert not report.intact
    said = problem_words(next(p for p in (*report.problems, *(p for s in report.signers for p in s.problems))
                              if p.code == code))
    assert said and "{" not in said
    assert report_lines(report)[0] == RU["does-not-hold"]


def test_of_two_signers_the_one_that_is_whole_is_told_so() -> None:
    assert check_detached(CONTENT, two_signers(False), today=TODAY).intact
    signers = check_detached(CONTENT, two_signers(True), today=TODAY).signers
    assert {(signer.certificate.serial, signer.intact) for signer in signers if signer.certificate} == {
        ("2134AD", True), ("5", False)}


def test_the_chain_that_is_spoiled_above_is_whole_by_itself() -> None:
    case = chain()
    assert check_detached(case.content, case.signature, case.roots, TODAY).signers[0].trust == "trusted"


def test_every_cut_is_told_to_be_a_cut() -> None:
    signature = PLAIN()
    for size in range(1, len(signature)):
        assert codes(check_detached(CONTENT, signature[:size])) == {"signature-truncated"}, size


def test_any_byte_changed_is_noticed_or_was_not_signed() -> None:
    """Only what no signature covers may change without a sound, and never the facts that are shown."""
    maker = made("ec")
    signature = openssl().sign(CONTENT, maker, "-cades")
    plain = check_detached(CONTENT, signature, (maker.pem,), TODAY)
    assert plain.intact
    for place in range(len(signature)):
        changed = bytearray(signature)
        changed[place] ^= 0x41
        report = check_detached(CONTENT, bytes(changed), (maker.pem,), TODAY)
        if report.intact:
            assert report.signers == plain.signers, place


def test_words_of_both_languages_are_of_the_same_codes() -> None:
    from roadmap_compiler.messages.signatures import EN

    assert RU.keys() == EN.keys()
