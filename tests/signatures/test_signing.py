"""Signing inside a document, judged by LibreOffice, xmlsec1, Microsoft's validator, and read back by ourselves."""

from __future__ import annotations

import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from roadmap_compiler.commands.main import main
from roadmap_compiler.signatures import check_package
from roadmap_compiler.signatures.signing import sign_package
from tests.tools import microsoft_errors, signatures_by_libreoffice, tool

from .documents import (
    DOCUMENT,
    RELATIONS,
    SIGNATURE,
    TEMPLATE,
    changed,
    key_of,
    parts_of,
    replacing,
    sign,
    signed_document,
    zipped,
)
from .makers import made

ROOT = Path(__file__).parents[2]
MOMENT = datetime(2026, 2, 9, 7, 15, tzinfo=UTC)


@pytest.fixture(scope="module")
def roadmap(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A real roadmap as it is printed."""
    folder = tmp_path_factory.mktemp("roadmap")
    name = "michurinsky-tehnikum-2022"
    assert main(["build", str(ROOT / "roadmaps" / f"{name}.yaml"), "--only", "docx", "--out", str(folder)]) == 0
    return (folder / f"{name}.docx").read_bytes()


def xmlsec_accepts(document: bytes, root: bytes, folder: Path, part: str = SIGNATURE) -> bool:
    (folder / "root.pem").write_bytes(root)
    (folder / "signature.xml").write_bytes(parts_of(document)[part])
    done = subprocess.run([
        tool("xmlsec1"), "--verify", "--ignore-manifests", "--trusted-pem", str(folder / "root.pem"), "--id-attr:Id",
        "Object", "--id-attr:Id", "SignedProperties", str(folder / "signature.xml")], capture_output=True, check=False)
    told = done.stdout + done.stderr
    return done.returncode == 0 and b"SignedInfo References (ok/all): 3/3" in told


@pytest.mark.parametrize("kind", ["rsa", "ec", "ec384"])
def test_xmlsec_accepts_what_we_sign(kind: str, tmp_path: Path, roadmap: bytes) -> None:
    maker = made(kind)
    document = sign(roadmap, maker)
    assert xmlsec_accepts(document, maker.pem, tmp_path)
    altered = changed({SIGNATURE: replacing("<SignatureType>1", "<SignatureType>2")}, document)
    assert not xmlsec_accepts(altered, maker.pem, tmp_path)
    assert check_package(document, (maker.pem,)).intact and not check_package(altered, (maker.pem,)).intact


def test_libreoffice_accepts_what_we_sign_and_refuses_what_was_altered(tmp_path: Path, roadmap: bytes) -> None:
    one, two = made(), made("ec", 1, surname="Иванов", serial=5)
    text = replacing("</w:body>", "<w:p/></w:body>")
    styles = replacing('Target="styles.xml"', 'Target="settings.xml"')
    documents = {
        "rsa": sign(roadmap, one), "ec": sign(roadmap, two), "both": sign(sign(roadmap, one), two),
        "text": changed({DOCUMENT: text}, sign(roadmap, one)),
        "relationship": changed({RELATIONS: styles}, sign(roadmap, one)),
        "unsigned": roadmap,
    }
    for name, data in documents.items():
        (tmp_path / f"{name}.docx").write_bytes(data)
    found = signatures_by_libreoffice([tmp_path / f"{name}.docx" for name in documents], tmp_path)
    valid = {name: [is_valid for is_valid, _ in judged] for name, judged in zip(documents, found, strict=True)}
    assert valid == {"rsa": [True], "ec": [True], "both": [True, True], "text": [False], "relationship": [False],
                     "unsigned": []}
    assert {name: check_package(data).intact for name, data in documents.items()} == {
        name: bool(judged) and all(judged) for name, judged in valid.items()}


def test_microsoft_finds_nothing_against_a_signed_document(tmp_path: Path, roadmap: bytes) -> None:
    (tmp_path / "signed.docx").write_bytes(sign(sign(roadmap, made()), made("ec")))
    assert microsoft_errors(tmp_path / "signed.docx") == []


def test_every_part_but_the_lists_of_parts_stays_as_it_was(roadmap: bytes) -> None:
    before, after = parts_of(roadmap), parts_of(sign(roadmap, made()))
    assert {name for name in after if before.get(name) != after[name]} == {
        "[Content_Types].xml", "_rels/.rels", "_xmlsignatures/_rels/origin.sigs.rels", "_xmlsignatures/origin.sigs",
        SIGNATURE}
    assert before.keys() < after.keys()


def test_the_same_key_and_moment_give_the_same_bytes() -> None:
    assert sign(TEMPLATE.read_bytes(), made(), moment=MOMENT) == sign(TEMPLATE.read_bytes(), made(), moment=MOMENT)


def test_what_was_signed_is_told_back() -> None:
    authority = made("ec", 1, authority=True, name="УЦ")
    person = made("rsa", 3, by=authority)
    report = check_package(sign(TEMPLATE.read_bytes(), person, authority, moment=MOMENT), (authority.pem,))
    signer = report.signers[0]
    assert report.intact and signer.trust == "trusted" and signer.signed_at == MOMENT
    assert signer.certificate and (signer.certificate.owner, signer.certificate.issuer) == (
        "Хакимова Ольга Викторовна", "УЦ")


def test_names_of_parts_and_ids_need_not_be_latin() -> None:
    parts = parts_of(TEMPLATE.read_bytes())
    parts["word/media/печать & подпись.png"] = b"\x89PNG"
    parts["word/_rels/styles.xml.rels"] = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/' \
                                          b'relationships"/>'
    relation = ('<Relationship Id="ключ&quot;&amp;" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships'
                '/image" Target="media/печать &amp; подпись.png"/></Relationships>')
    parts[RELATIONS] = replacing("</Relationships>", relation)(parts[RELATIONS])
    types = replacing("<Override", '<Default Extension="png" ContentType="image/png"/><Override')
    parts["[Content_Types].xml"] = types(parts["[Content_Types].xml"])
    document = sign(zipped(parts), made())
    assert check_package(document).intact
    assert not check_package(changed({"word/media/печать & подпись.png": b"\x89PNH"}, document)).intact


def test_a_second_signature_stands_beside_the_first_and_none_over_a_broken_one() -> None:
    one, two = made(), made("ec", 1, surname="Иванов", serial=5)
    report = check_package(sign(signed_document(), two), (one.pem, two.pem))
    assert report.intact and len(report.signers) == 2
    broken = changed({DOCUMENT: replacing("</w:body>", "<w:p/></w:body>")})
    document, problem = sign_package(broken, key_of(two), MOMENT)
    assert document is None and problem is not None and problem.code == "already-broken"


@pytest.mark.parametrize(("code", "options"), [
    ("certificate-expired", {"end": datetime(2025, 1, 1, tzinfo=UTC)}),
    ("certificate-not-yet-valid", {"start": datetime(2027, 1, 1, tzinfo=UTC)}),
    ("key-not-for-signing", {"usage": (False, False)}),
])
def test_a_certificate_that_must_not_sign_does_not(code: str, options: dict[str, object]) -> None:
    document, problem = sign_package(TEMPLATE.read_bytes(), key_of(made(**options)), MOMENT)  # type: ignore[arg-type]
    assert document is None and problem is not None and problem.code == code


def test_what_would_not_verify_is_not_handed_out() -> None:
    document, problem = sign_package(TEMPLATE.read_bytes(), key_of(made("rsa-weak")), MOMENT)
    assert document is None and problem is not None and problem.code == "key-weak"


@pytest.mark.parametrize(("code", "data"), [
    ("document-not-docx", b""), ("document-not-docx", b"<html>"), ("document-damaged", TEMPLATE.read_bytes()[:-90]),
    ("xml-damaged", changed({"[Content_Types].xml": b"<"}))], ids=["nothing", "a page", "cut off", "no types"])
def test_what_is_no_document_is_named(code: str, data: bytes) -> None:
    document, problem = sign_package(data, key_of(made()), MOMENT + timedelta(days=1))
    assert document is None and problem is not None and problem.code == code


def test_a_document_saved_again_by_libreoffice_is_signed_no_more(tmp_path: Path, roadmap: bytes) -> None:
    (tmp_path / "signed.docx").write_bytes(sign(roadmap, made()))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [tool("soffice", "libreoffice"), profile, "--headless", "--convert-to", "docx", "--outdir"]
    subprocess.run([*command, str(tmp_path / "again"), str(tmp_path / "signed.docx")], check=True, capture_output=True,
                   timeout=240)
    report = check_package((tmp_path / "again" / "signed.docx").read_bytes())
    assert [problem.code for problem in report.problems] == ["package-not-signed"] and not report.intact
