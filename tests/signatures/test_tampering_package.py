"""Ways to tamper with a document that is signed inside: each is named, none passes, none raises."""

from __future__ import annotations

import base64
import re
import zipfile
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from io import BytesIO

import pytest
from lxml import etree

from roadmap_compiler.messages.signatures import RU, report_lines, signature_words
from roadmap_compiler.signatures import Report, check_package

from .documents import (
    DOCUMENT,
    ORIGIN_RELATIONS,
    RELATIONS,
    SIGNATURE,
    TEMPLATE,
    TYPES,
    changed,
    parts_of,
    replacing,
    sign,
    signed_document,
    zipped,
)
from .makers import made

DS = "{http://www.w3.org/2000/09/xmldsig#}"
TODAY = datetime.now(UTC).date()
DAY = timedelta(days=1)
OTHER_TEXT = replacing("</w:body>", "<w:p><w:r><w:t>Чужое</w:t></w:r></w:p></w:body>")
HEADER = replacing("</w:hdr>", "<w:p/></w:hdr>")
RELATION = '<Relationship Id="rIdNew" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}" ' \
           'Target="{}"{}/></Relationships>'
OTHER_TYPE = "application/vnd.ms-word.document.macroEnabled.main+xml"


def related(kind: str, target: str, mode: str = "") -> Callable[[bytes], bytes]:
    return replacing("</Relationships>", RELATION.format(kind, target, mode))


def in_signature(change: Callable[[etree._Element], None]) -> bytes:
    """The document with a change in the tree of its signature."""
    def edit(data: bytes) -> bytes:
        root = etree.fromstring(data)
        change(root)
        return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return changed({SIGNATURE: edit})


def reference_to(part: str) -> Callable[[etree._Element], None]:
    """Takes the reference to a part out of the list of what is signed."""
    def change(root: etree._Element) -> None:
        found = [one for one in root.iter(DS + "Reference") if one.get("URI", "").startswith(part)]
        assert len(found) == 1
        found[0].getparent().remove(found[0])
    return change


def wrapped_by_id(root: etree._Element) -> None:
    """The signed object put aside, another of the same Id in its place."""
    signed = next(one for one in root.iter(DS + "Object") if one.get("Id") == "idPackageObject")
    copy = etree.fromstring(etree.tostring(signed))
    root.insert(0, copy)


def wrapped_inside(root: etree._Element) -> None:
    """The signed object put into another, with an unsigned list of other parts beside it."""
    signed = next(one for one in root.iter(DS + "Object") if one.get("Id") == "idPackageObject")
    outer = etree.SubElement(root, DS + "Object")
    outer.append(signed)


def second_list(root: etree._Element) -> None:
    """Another list of parts beside the one that is signed."""
    signed = next(one for one in root.iter(DS + "Object") if one.get("Id") == "idPackageObject")
    copy = etree.fromstring(etree.tostring(signed))
    copy.set("Id", "idOther")
    for element in copy.iter():
        if element is not copy and element.get("Id"):
            element.set("Id", element.get("Id", "") + "2")
    root.append(copy)
    for reference in copy.iter(DS + "Reference"):
        if "/word/document.xml?" in reference.get("URI", ""):
            reference.find(DS + "DigestValue").text = base64.b64encode(b"\0" * 32).decode()


def list_replaced(root: etree._Element) -> None:
    """A list of what is signed without the reference to it in what the key signed."""
    for reference in root.find(DS + "SignedInfo").findall(DS + "Reference"):
        if reference.get("URI") == "#idPackageObject":
            reference.getparent().remove(reference)


def text_of(name: str, text: str) -> Callable[[etree._Element], None]:
    def change(root: etree._Element) -> None:
        next(root.iter("{*}" + name)).text = text
    return change


def attribute_of(name: str, key: str, value: str) -> Callable[[etree._Element], None]:
    def change(root: etree._Element) -> None:
        next(root.iter(DS + name)).set(key, value)
    return change


def comment_in_a_digest(root: etree._Element) -> None:
    value = next(root.iter(DS + "DigestValue"))
    value.insert(0, etree.Comment("here"))


def without(name: str) -> Callable[[etree._Element], None]:
    def change(root: etree._Element) -> None:
        element = next(root.iter(DS + name))
        element.getparent().remove(element)
    return change


def resaved() -> bytes:
    """By python-docx, as programs do that know nothing of signatures."""
    from docx import Document

    out = BytesIO()
    Document(BytesIO(signed_document())).save(out)
    return out.getvalue()


def another_document_signed() -> bytes:
    """The signature of one document put into another."""
    other = changed({DOCUMENT: OTHER_TEXT, "_xmlsignatures/sig1.xml": b"<a/>"})
    return changed({SIGNATURE: parts_of(signed_document())[SIGNATURE]}, other)


def twice_the_same_name() -> bytes:
    out = BytesIO(signed_document())
    with zipfile.ZipFile(out, "a") as archive, pytest.warns(UserWarning):
        archive.writestr(DOCUMENT, OTHER_TEXT(parts_of(signed_document())[DOCUMENT]))
    return out.getvalue()


def with_xml(part: str, head: str) -> bytes:
    """A declaration of a document type before the root of a part."""
    return changed({part: lambda data: re.sub(rb"(<\?xml[^>]*\?>\s*)", rb"\1" + head.encode(), data, count=1)})


BOMB = '<!DOCTYPE Types [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">' + "".join(
    f'<!ENTITY {chr(ord("b") + n + 1)} "{("&" + chr(ord("b") + n) + ";") * 10}">' for n in range(8)) + "]>"


@lru_cache
def two_signatures() -> bytes:
    return sign(signed_document(), made("ec", 1, surname="Иванов", serial=5))


CASES: dict[str, tuple[str, Callable[[], bytes]]] = {
    # the document
    "text": ("part-altered", lambda: changed({DOCUMENT: OTHER_TEXT})),
    "header": ("part-altered", lambda: changed({"word/header1.xml": HEADER})),
    "styles": ("part-altered", lambda: changed({"word/styles.xml": replacing("</w:styles>", " </w:styles>")})),
    "settings": ("part-altered", lambda: changed({"word/settings.xml": replacing("</w:settings>", " </w:settings>")})),
    "a part removed": ("part-missing", lambda: changed({"word/fontTable.xml": None})),
    "a part of another name": ("part-missing", lambda: changed({
        "word/fontTable.xml": None, "word/fonttable2.xml": parts_of(signed_document())["word/fontTable.xml"]})),
    "a part added": ("part-unsigned", lambda: changed({"word/extra.xml": b"<a/>"})),
    "a picture added": ("part-unsigned", lambda: changed({"word/media/stamp.png": b"\x89PNG"})),
    "a part added among the properties": ("part-unsigned", lambda: changed({"docProps/extra.xml": b"<a/>"})),
    "macros": ("part-unsigned", lambda: changed({"word/vbaProject.bin": b"\xd0\xcf", RELATIONS: related(
        "vbaProject", "vbaProject.bin")})),
    "own properties added": ("relationship-unsigned", lambda: changed({
        "docProps/custom.xml": b"<a/>", RELATIONS: related("custom-properties", "../docProps/custom.xml")})),
    "a small picture from elsewhere": ("relationship-unsigned", lambda: changed({"_rels/.rels": replacing(
        "</Relationships>", '<Relationship Id="t" TargetMode="External" Target="http://example.org/a.png" Type="http://'
        'schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail"/></Relationships>')})),
    # relationships
    "a relationship added": ("relationship-unsigned", lambda: changed({RELATIONS: related("image", "media/a.png")})),
    "a template from elsewhere": ("relationship-unsigned", lambda: changed({
        "word/_rels/settings.xml.rels": b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationsh'
        b'ips"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTem'
        b'plate" Target="http://example.org/a.dotm" TargetMode="External"/></Relationships>'})),
    "another header": ("relationships-changed", lambda: changed({RELATIONS: replacing("header1.xml", "header2.xml")})),
    "a relationship made external": ("relationships-changed", lambda: changed({RELATIONS: replacing(
        'Target="header1.xml"', 'Target="header1.xml" TargetMode="External"')})),
    "a relationship removed": ("relationships-changed", lambda: changed({
        RELATIONS: lambda data: re.sub(rb"<Relationship [^>]*header1.xml\"/>", b"", data)})),
    "another document in the place of the first": ("relationships-changed", lambda: changed({
        "word/document2.xml": b"<a/>", "_rels/.rels": replacing("word/document.xml", "word/document2.xml")})),
    "two relationships of one id": ("xml-damaged", lambda: changed({RELATIONS: replacing(
        "</Relationships>", RELATION.format("header", "header1.xml", "").replace("rIdNew", "rIdHeader"))})),
    "a relationship inside another element": ("xml-damaged", lambda: changed({RELATIONS: replacing(
        "</Relationships>", '<x:a xmlns:x="urn:x"><Relationship Id="z" Type="t" Target="t"/></x:a></Relationships>')})),
    # content types
    "document made one with macros": ("content-type-changed", lambda: changed({TYPES: lambda data: data.replace(
        b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", OTHER_TYPE.encode())})),
    "type removed": ("content-type-changed", lambda: changed({
        TYPES: lambda data: re.sub(rb'<Override PartName="/word/styles.xml"[^>]*/>', b"", data)})),
    "two types for one part": ("xml-damaged", lambda: changed({TYPES: replacing(
        "</Types>", f'<Override PartName="/WORD/document.xml" ContentType="{OTHER_TYPE}"/></Types>')})),
    "types that are no XML": ("xml-damaged", lambda: changed({TYPES: b"<Types"})),
    # the signature
    "a reference removed": ("signed-object-altered", lambda: in_signature(reference_to("/word/header1.xml"))),
    "a reference removed, its part altered": ("part-unsigned", lambda: changed(
        {"word/header1.xml": HEADER}, in_signature(reference_to("/word/header1.xml")))),
    "the list of parts no longer signed": ("nothing-signed", lambda: in_signature(list_replaced)),
    "the list put inside another object": ("xml-signature-wrapped", lambda: in_signature(wrapped_inside)),
    "two objects of one id": ("xml-signature-wrapped", lambda: in_signature(wrapped_by_id)),
    "time of signing": ("signed-object-altered", lambda: in_signature(text_of("SigningTime", "2022-02-09T10:00:00Z"))),
    "time of the package": ("signed-object-altered", lambda: in_signature(text_of("Value", "2022-02-09T10:00:00Z"))),
    "value of the signature": ("signature-wrong", lambda: in_signature(text_of(
        "SignatureValue", base64.b64encode(b"\1" * 256).decode()))),
    "value that is no Base64": ("xml-signature-strange", lambda: in_signature(text_of("SignatureValue", "директор"))),
    "method of the signature": ("signature-wrong", lambda: in_signature(attribute_of(
        "SignatureMethod", "Algorithm", "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512"))),
    "method that is not known": ("algorithm-not-checked", lambda: in_signature(attribute_of(
        "SignatureMethod", "Algorithm", "urn:ietf:params:xml:ns:cpxmlsec:algorithms:gostr34102012-gostr34112012-256"))),
    "hash that is not known": ("algorithm-not-checked", lambda: in_signature(attribute_of(
        "DigestMethod", "Algorithm", "http://www.w3.org/2001/04/xmldsig-more#md5"))),
    "another canonical form": ("xml-signature-strange", lambda: in_signature(attribute_of(
        "CanonicalizationMethod", "Algorithm", "http://www.w3.org/2001/10/xml-exc-c14n#"))),
    "a transform by XSLT": ("xml-signature-strange", lambda: in_signature(attribute_of(
        "Transform", "Algorithm", "http://www.w3.org/TR/1999/REC-xslt-19991116"))),
    "a reference to the network": ("xml-signature-strange", lambda: in_signature(attribute_of(
        "Reference", "URI", "http://example.org/a"))),
    "a reference to everything": ("xml-signature-strange", lambda: in_signature(attribute_of("Reference", "URI", ""))),
    "a reference to nothing": ("xml-signature-wrapped", lambda: in_signature(attribute_of("Reference", "URI", "#no"))),
    "a comment inside a hash": ("xml-signature-strange", lambda: in_signature(comment_in_a_digest)),
    "no certificate": ("certificate-missing", lambda: in_signature(without("X509Data"))),
    "damaged certificate": ("certificate-damaged", lambda: in_signature(text_of("X509Certificate", "MAA="))),
    "certificate of another": ("signature-wrong", lambda: in_signature(text_of(
        "X509Certificate", base64.b64encode(made("rsa", 8, serial=9).der).decode()))),
    "same key under another name": ("other-certificate-named", lambda: in_signature(text_of(
        "X509Certificate", base64.b64encode(made("rsa", 0, surname="Самозванцева").der).decode()))),
    "no signed facts": ("xml-signature-strange", lambda: in_signature(without("SignedInfo"))),
    "another root": ("xml-signature-strange", lambda: changed({SIGNATURE: b"<Signature/>"})),
    "signature that is no XML": ("xml-damaged", lambda: changed({SIGNATURE: b"\0"})),
    "empty signature": ("xml-damaged", lambda: changed({SIGNATURE: b""})),
    "signature of another document": ("part-altered", another_document_signed),
    "another part among the signatures": ("stray-signature-part", lambda: changed({
        "_xmlsignatures/sig2.xml": b"<a/>"})),
    "signature part removed": ("part-missing", lambda: changed({SIGNATURE: None})),
    "relationship to the signature removed": ("stray-signature-part", lambda: changed({
        ORIGIN_RELATIONS: lambda data: re.sub(rb"<Relationship .*/>", b"", data)})),
    "relationship to all signatures removed": ("stray-signature-part", lambda: changed({
        "_rels/.rels": lambda data: re.sub(rb"<Relationship [^>]*origin.sigs\"/>", b"", data)})),
    "signatures removed": ("package-not-signed", lambda: changed({
        "_xmlsignatures/origin.sigs": None, ORIGIN_RELATIONS: None, SIGNATURE: None,
        "_rels/.rels": lambda data: re.sub(rb"<Relationship [^>]*origin.sigs\"/>", b"", data)})),
    "resaved by a program": ("part-altered", resaved),
    "one of two signatures broken": ("signature-wrong", lambda: changed({"_xmlsignatures/sig2.xml": lambda data: re.sub(
        rb"<SignatureValue>....", b"<SignatureValue>AAAA", data)}, two_signatures())),
    "text under two signatures": ("part-altered", lambda: changed({DOCUMENT: OTHER_TEXT}, two_signatures())),
    # the file
    "not signed": ("package-not-signed", TEMPLATE.read_bytes),
    "two parts of one name": ("document-damaged", twice_the_same_name),
    "a part without a name": ("document-damaged", lambda: signed_document().replace(
        b"word/styles.xml", b"\0" * 15)),
    "cut off": ("document-damaged", lambda: signed_document()[:-100]),
    "no ZIP": ("document-not-docx", lambda: b"<html>"),
    "empty": ("document-not-docx", lambda: b""),
    "a .doc": ("document-old-doc", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512),
    "a ZIP of something else": ("document-not-docx", lambda: zipped({"a.txt": b"a"})),
    "a bomb": ("document-too-big", lambda: zipped({"a.xml": b"\0" * 30_000_000})),
    "a bomb of entities": ("xml-doctype", lambda: with_xml(TYPES, BOMB)),
    "a document type in relationships": ("xml-doctype", lambda: with_xml(RELATIONS, "<!DOCTYPE Relationships>")),
    "a document type in the signature": ("xml-doctype", lambda: with_xml(SIGNATURE, '<!DOCTYPE a SYSTEM "file:///etc">')),
    "a deep tree": ("xml-damaged", lambda: changed({SIGNATURE: b"<a>" * 100_000})),
}


def codes(report: Report) -> set[str]:
    return {p.code for p in (*report.problems, *(p for signer in report.signers for p in signer.problems))}


@pytest.mark.parametrize("way", CASES)
def test_tampering_is_named_and_does_not_pass(way: str) -> None:
    code, make = CASES[way]
    report = check_package(make(), today=TODAY)
    assert code in codes(report)
    assert not report.intact
    assert report_lines(report)[0] == RU["does-not-hold"]
    assert "{" not in "".join(report_lines(report))


def test_one_of_two_signatures_broken_leaves_the_other() -> None:
    report = check_package(CASES["one of two signatures broken"][1]())
    assert {s.certificate.owner: s.intact for s in report.signers if s.certificate} == {
        "Хакимова Ольга Викторовна": True, "Иванов Ольга Викторовна": False}


def test_an_unsigned_list_of_parts_beside_the_signed_one_is_not_read() -> None:
    assert check_package(in_signature(second_list)).intact


def test_order_of_relationships_and_properties_are_not_signed_and_this_is_said() -> None:
    def turned(data: bytes) -> bytes:
        found = re.findall(rb"<Relationship [^>]*/>", data)
        return data.replace(b"".join(found), b"\n".join(reversed(found)))
    report = check_package(changed({RELATIONS: turned, "docProps/core.xml": replacing("ru-RU", "en-US")}))
    assert report.intact
    assert [(p.code, p.severity) for p in report.problems] == [("properties-unsigned", "warning")]


@pytest.mark.parametrize(("code", "start", "end"), [
    ("signed-after-validity", -9, -1), ("signed-before-validity", 1, 9)])
def test_a_certificate_of_another_time(code: str, start: int, end: int) -> None:
    other = made(start=datetime.now(UTC) + start * DAY, end=datetime.now(UTC) + end * DAY)
    report = check_package(in_signature(text_of("X509Certificate", base64.b64encode(other.der).decode())), today=TODAY)
    assert code in codes(report) and not report.intact


def test_a_document_signed_tomorrow() -> None:
    report = check_package(signed_document(), today=TODAY - 3 * DAY)
    assert "signed-in-future" in codes(report) and not report.intact


def test_roots_of_a_package() -> None:
    root = made("ec", 1, authority=True, name="УЦ")
    person = made("ec", 3, by=root)
    document = sign(TEMPLATE.read_bytes(), person)
    assert check_package(document, (root.pem,), TODAY).signers[0].trust == "trusted"
    stranger = check_package(document, (made().pem,), TODAY)
    assert codes(stranger) >= {"untrusted-no-authority"} and not stranger.intact
    assert "  " + signature_words("untrusted-no-authority", {"authority": "УЦ"}) in report_lines(stranger)
    assert "roots-unreadable" in codes(check_package(document, (b"",), TODAY))
    assert check_package(document, today=date(2040, 1, 1)).intact
