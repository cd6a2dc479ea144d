"""Detached signatures: what openssl and gost-engine sign, we find intact; and the facts of the certificate."""

from __future__ import annotations

import base64
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.hazmat.primitives.serialization.pkcs7 import PKCS7Options
from cryptography.x509 import load_der_x509_certificate

from roadmap_compiler.messages.signatures import RU, report_lines
from roadmap_compiler.signatures import Report, check_detached

from .makers import Maker, OpenSSL, made, signed

CONTENT = b"PK\3\4 the bytes of a document\r\n" * 50
TODAY = datetime.now(UTC).date()


def codes(report: Report) -> list[str]:
    return [problem.code for problem in (*report.problems, *(p for signer in report.signers for p in signer.problems))]


@pytest.fixture(scope="module")
def openssl(tmp_path_factory: pytest.TempPathFactory) -> OpenSSL:
    return OpenSSL(tmp_path_factory.mktemp("openssl"))


@pytest.fixture(scope="module")
def gost(tmp_path_factory: pytest.TempPathFactory) -> OpenSSL:
    return OpenSSL(tmp_path_factory.mktemp("gost"), gost=True)


def test_the_facts_of_a_certificate_are_shown_without_numbers_of_persons() -> None:
    report = check_detached(CONTENT, signed(CONTENT, made()), today=TODAY)
    assert report.intact
    signer = report.signers[0]
    facts = signer.certificate
    assert facts is not None
    assert (facts.serial, facts.owner, facts.position) == ("2134AD", "Хакимова Ольга Викторовна", "Директор")
    assert (facts.organisation, facts.issuer, facts.algorithm) == ("МАОУ «СОШ № 1»", "МАОУ «СОШ № 1»", "RSA-2048")
    assert facts.valid_from == datetime(2022, 1, 1, tzinfo=UTC) and facts.valid_until.year == 2032
    assert facts.fingerprint == made().certificate.fingerprint(SHA256()).hex()
    assert signer.signed_at is not None and signer.signed_at.date() == TODAY
    assert signer.trust == "not-checked"
    assert "12345678901" not in repr(report)


@pytest.mark.parametrize("hidden", ["123-456-789 01", "12345678901", "123456789012", "1234567890"])
def test_numbers_of_persons_are_hidden_even_inside_a_name(hidden: str) -> None:
    report = check_detached(CONTENT, signed(CONTENT, made(surname=f"Хакимова {hidden}", name=f"СОШ {hidden}")))
    assert report.intact and hidden not in repr(report)


@pytest.mark.parametrize("kind", ["rsa", "ec", "ec384"])
@pytest.mark.parametrize("options", [(), ("-noattr",), ("-keyid",), ("-nosmimecap",), ("-md", "sha512"), ("-cades",)],
                         ids=" ".join)
def test_what_openssl_signs_is_intact(openssl: OpenSSL, kind: str, options: tuple[str, ...]) -> None:
    maker = made(kind)
    signature = openssl.sign(CONTENT, maker, *options)
    assert openssl.verifies(CONTENT, signature)
    assert codes(check_detached(CONTENT, signature, (maker.pem,), TODAY)) == []
    assert check_detached(CONTENT, signature, (maker.pem,), TODAY).intact
    assert not check_detached(CONTENT + b"!", signature, (maker.pem,), TODAY).intact


@pytest.mark.parametrize("salt", ["-1", "-2", "0", "17"])
def test_pss(openssl: OpenSSL, salt: str) -> None:
    signature = openssl.sign(CONTENT, made(), "-keyopt", "rsa_padding_mode:pss", "-keyopt", f"rsa_pss_saltlen:{salt}")
    assert check_detached(CONTENT, signature).intact
    assert not check_detached(CONTENT + b"!", signature).intact


@pytest.mark.parametrize("form", ["DER", "PEM", "bare", "bare in UTF-16", "BOM", "indefinite", "blank lines behind"])
def test_forms_in_which_programs_save_a_signature(openssl: OpenSSL, form: str) -> None:
    maker = made()
    if form == "indefinite":
        signature = openssl.sign(CONTENT, maker, "-stream", "-indef", "-nodetach")
        assert b"\x30\x80" in signature
    else:
        signature = openssl.sign(CONTENT, maker, form="PEM" if form in ("PEM", "BOM") else "DER")
    if form.startswith("bare"):
        signature = base64.encodebytes(signature)
        signature = signature.decode().encode("utf-16") if "UTF-16" in form else signature
    if form == "BOM":
        signature = b"\xef\xbb\xbf" + signature.replace(b"\n", b"\r\n")
    if form == "blank lines behind":
        signature += b"\r\n"
    assert check_detached(CONTENT, signature).intact
    assert not check_detached(CONTENT + b"!", signature).intact


def test_a_signature_with_the_document_inside_must_hold_this_document() -> None:
    attached = signed(CONTENT, made(), options=())
    binary = signed(CONTENT, made(), options=(PKCS7Options.Binary,))
    assert check_detached(CONTENT, binary).intact
    assert "attached-differs" in codes(check_detached(b"another", binary))
    assert not check_detached(b"another", attached).intact


@pytest.mark.parametrize(("algorithm", "sets"), [
    ("gost2012_256", ["A", "B", "C", "XA", "XB", "TCA", "TCB", "TCC", "TCD"]), ("gost2012_512", ["A", "B", "C"])])
def test_what_gost_engine_signs_is_intact(gost: OpenSSL, algorithm: str, sets: list[str]) -> None:
    bits = algorithm.rpartition("_")[2]
    for name in sets:
        gost.run("genpkey", "-algorithm", algorithm, "-pkeyopt", f"paramset:{name}", "-out", "k.pem")
        gost.run("req", "-x509", "-utf8", "-new", "-key", "k.pem", f"-md_gost12_{bits}", "-days", "30", "-out", "c.pem")
        root = (gost.folder / "c.pem").read_bytes()
        for options in ((), ("-noattr",), ("-keyid", "-cades")):
            signature = gost.sign(CONTENT, None, "-md", f"md_gost12_{bits}", *options)
            assert gost.verifies(CONTENT, signature, root)
            report = check_detached(CONTENT, signature, (root,), TODAY)
            assert codes(report) == [] and report.intact, name
            facts = report.signers[0].certificate
            assert facts is not None and facts.algorithm == f"ГОСТ Р 34.10-2012 ({bits})"
            assert facts.owner == "Хакимова Ольга Викторовна" and "12345678901" not in repr(report)
            assert not check_detached(CONTENT + b"!", signature).intact
            flipped = bytearray(signature)
            flipped[-1] ^= 1
            assert not gost.verifies(CONTENT, bytes(flipped))
            assert not check_detached(CONTENT, bytes(flipped)).intact


def test_the_hash_of_gost_2012_is_that_of_gost_engine(gost: OpenSSL) -> None:
    from roadmap_compiler.signatures.streebog import streebog

    for size in (0, 1, 31, 63, 64, 65, 127, 128, 1000, 20_000):
        data = bytes(range(256)) * 100
        (gost.folder / "data").write_bytes(data[:size])
        for bits in (256, 512):
            told = gost.run("dgst", f"-md_gost12_{bits}", "-r", "data").stdout.split()[0].decode()
            assert streebog(data[:size], bits).hex() == told


def test_an_old_gost_algorithm_is_named_and_not_verified(gost: OpenSSL) -> None:
    gost.run("genpkey", "-algorithm", "gost2001", "-pkeyopt", "paramset:A", "-out", "k.pem")
    gost.run("req", "-x509", "-utf8", "-new", "-key", "k.pem", "-md_gost94", "-days", "30", "-out", "c.pem")
    report = check_detached(CONTENT, gost.sign(CONTENT, None, "-md", "md_gost94"))
    assert [(p.code, p.params) for p in report.signers[0].problems] == [
        ("algorithm-not-checked", {"algorithm": "ГОСТ Р 34.11-94"})]
    assert report.signers[0].certificate is not None and not report.intact


def test_an_authority_that_signs_by_an_unknown_algorithm() -> None:
    root = made("ec", 1, authority=True)
    person = made("ec", 3, by=root)
    der = person.der.replace(bytes.fromhex("2a8648ce3d040302"), bytes.fromhex("2a8648ce3d040319"))
    signature = signed(CONTENT, Maker(person.key, load_der_x509_certificate(der)))
    assert codes(check_detached(CONTENT, signature, (root.pem,), TODAY)) == ["untrusted-algorithm"]


def test_trust_is_what_it_is() -> None:
    root = made("ec", 1, authority=True, name="Головной УЦ")
    middle = made("ec", 2, authority=True, name="УЦ области", by=root, serial=7)
    person = made("ec", 3, by=middle)
    alone, whole = signed(CONTENT, person), signed(CONTENT, person, middle.certificate)
    assert check_detached(CONTENT, whole).signers[0].trust == "not-checked"
    assert check_detached(CONTENT, whole, (root.pem,), TODAY).signers[0].trust == "trusted"
    assert check_detached(CONTENT, alone, (root.pem + middle.pem,), TODAY).signers[0].trust == "trusted"
    assert check_detached(CONTENT, alone, (root.der, middle.der), TODAY).signers[0].trust == "trusted"
    report = check_detached(CONTENT, alone, (root.pem,), TODAY)
    assert report.signers[0].trust == "untrusted" and codes(report) == ["untrusted-no-authority"]
    assert report.signers[0].intact and not report.intact


def test_roots_may_be_a_bundle(openssl: OpenSSL) -> None:
    root = made("ec", 1, authority=True, name="Головной УЦ")
    person = made("ec", 3, by=root)
    (openssl.folder / "root.pem").write_bytes(root.pem)
    openssl.run("crl2pkcs7", "-nocrl", "-certfile", "root.pem", "-outform", "DER", "-out", "root.p7b")
    bundle = (openssl.folder / "root.p7b").read_bytes()
    assert check_detached(CONTENT, signed(CONTENT, person), (bundle,), TODAY).signers[0].trust == "trusted"


def test_two_signers_of_one_file(openssl: OpenSSL, tmp_path: Path) -> None:
    one, two = made("rsa", 0), made("ec", 1, surname="Иванов", serial=5)
    openssl.sign(CONTENT, one)
    (openssl.folder / "k2.pem").write_bytes(two.key_pem)
    (openssl.folder / "c2.pem").write_bytes(two.pem)
    openssl.run("cms", "-resign", "-binary", "-inform", "DER", "-in", "s", "-signer", "c2.pem", "-inkey", "k2.pem",
                "-content", "content", "-outform", "DER", "-out", "both")
    report = check_detached(CONTENT, (openssl.folder / "both").read_bytes(), (one.pem, two.pem), TODAY)
    assert report.intact
    assert sorted(signer.certificate.owner for signer in report.signers if signer.certificate) == [
        "Иванов Ольга Викторовна", "Хакимова Ольга Викторовна"]


def test_time_passes_and_a_certificate_expires_while_the_signature_stays() -> None:
    signature = signed(CONTENT, made())
    later = check_detached(CONTENT, signature, today=date(2033, 1, 1))
    assert codes(later) == ["certificate-expired-since"] and later.intact


@pytest.mark.parametrize(("moment", "told"), [
    (datetime(2022, 2, 9, 10, 5, tzinfo=UTC), "09.02.2022, 13:05 по московскому времени"),
    (datetime(2014, 7, 1, 10, 5, tzinfo=UTC), "01.07.2014, 10:05 по всемирному времени (UTC)"),
    (datetime(9999, 12, 31, 23, 59, tzinfo=UTC), "31.12.9999, 23:59 по всемирному времени (UTC)")])
def test_the_time_is_told_by_a_clock_that_is_named(moment: datetime, told: str) -> None:
    """Moscow had UTC+4 in the summer of 2014; to the end of 9999 no hour can be added."""
    report = check_detached(CONTENT, signed(CONTENT, made()))
    report = report._replace(signers=(report.signers[0]._replace(signed_at=moment),))
    assert f"  Подписано {told}, по часам подписавшего" in report_lines(report)


def test_days_of_a_certificate_are_those_of_moscow_as_in_the_mark() -> None:
    """Valid from the midnight of Moscow on, which in UTC is the day before, until the last minute of a day there."""
    maker = made(start=datetime(2022, 1, 31, 21, tzinfo=UTC), end=datetime(2023, 5, 1, 20, 59, tzinfo=UTC))
    report = check_detached(CONTENT, signed(CONTENT, maker))
    assert "действует с 01.02.2022 по 01.05.2023" in report_lines(report)[2]
    assert any("действовал по 01.05.2023" in line for line in report_lines(report)[3:])
    early = made(start=datetime(2031, 12, 31, 21, tzinfo=UTC), end=datetime(2032, 12, 31, 20, 59, tzinfo=UTC))
    assert any("действует с 01.01.2032" in line for line in report_lines(
        check_detached(CONTENT, signed(CONTENT, early)))[3:])


def test_pem_by_cryptography() -> None:
    assert check_detached(CONTENT, signed(CONTENT, made(), encoding=Encoding.PEM)).intact


def test_the_manual_quotes_what_is_said() -> None:
    page = (Path(__file__).parents[2] / "docs" / "подпись.md").read_text(encoding="utf-8")
    table = page.partition("| что сказано | что делать |")[2].partition("\n\n")[0]
    quoted = [line.split("|")[1].strip() for line in table.splitlines()[2:]]
    beginnings = [text.partition("{")[0] for text in RU.values()]
    assert len(quoted) == 7
    for text in quoted:
        start = text.partition("…")[0].partition(":")[0]
        assert any(known.startswith(start) for known in beginnings), text
