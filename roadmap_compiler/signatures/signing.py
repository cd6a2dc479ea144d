"""Signing a DOCX inside (ECMA-376, part 2, 12; XAdES-BES): what LibreOffice, Word and xmlsec1 call a signature."""

from __future__ import annotations

import base64
import hashlib
import posixpath
from itertools import count
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote
from xml.sax.saxutils import escape, quoteattr

from .keys import SigningKey, why_not_sign
from .opc import (
    CONTENT_TYPES,
    ORIGIN,
    RELATIONS_NAMESPACE,
    ROOT_RELATIONSHIPS,
    SIGNATURE,
    TYPES_NAMESPACE,
    NotRead,
    Package,
    canonical,
    canonical_relationships,
    is_relationships,
    open_package,
    parse_xml,
    parts_related,
    read_relationships,
    relationships_of,
)
from .package import check_package, is_left_out, properties, signature_parts
from .report import SignatureProblem
from .xmldsig import C14N, DS, MDSSI, RELATIONSHIP_TRANSFORM, XADES

if TYPE_CHECKING:
    from datetime import datetime

_FOLDER = "_xmlsignatures"
_SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256"
_ORIGIN_TYPE = "application/vnd.openxmlformats-package.digital-signature-origin"
_SIGNATURE_TYPE = "application/vnd.openxmlformats-package.digital-signature-xmlsignature+xml"
_OBJECT, _SIGNED_PROPERTIES = DS + "Object", "http://uri.etsi.org/01903#SignedProperties"


class Signed(NamedTuple):
    """Either the signed document or what is in the way."""

    document: bytes | None
    problem: SignatureProblem | None


def sign_package(document: bytes, key: SigningKey, moment: datetime) -> Signed:
    """The DOCX with one signature more inside; every part stays as it was.

    Args:
        moment: the time of signing by this computer's clock, aware.
    """
    problem = why_not_sign(key, moment)
    if problem:
        return Signed(None, problem)
    try:
        package = open_package(document)
        places, serving = signature_parts(package)
        if places and not check_package(document).intact:
            return Signed(None, SignatureProblem("already-broken", {}))
        parts = _with_signature(package, serving, key, moment)
    except NotRead as error:
        return Signed(None, error.problem)
    out = _packed(document, parts)
    report = check_package(out)
    if report.intact:
        return Signed(out, None)
    told = (*report.problems, *(problem for signer in report.signers for problem in signer.problems))
    failed = SignatureProblem("signing-failed", {})  # never hand out a signature that does not hold
    return Signed(None, next((problem for problem in told if problem.severity == "error"), failed))


def _with_signature(package: Package, serving: set[str], key: SigningKey, moment: datetime) -> dict[str, bytes]:
    """The parts that are new or changed."""
    origins = parts_related(package, (ORIGIN,))
    origin = origins[0] if origins else f"{_FOLDER}/origin.sigs"
    leading = relationships_of(origin)
    folder = posixpath.dirname(origin)
    names = (f"sig{number}.xml" for number in count(1))
    name = next(name for name in names if posixpath.join(folder, name) not in package.parts)
    place = posixpath.join(folder, name)
    added = {place: b""}
    if not origins:
        added[origin] = b""
        root = package.parts[ROOT_RELATIONSHIPS]
        added[ROOT_RELATIONSHIPS] = _related(root, ROOT_RELATIONSHIPS, ORIGIN, origin)
    before = package.parts.get(leading, f'<Relationships xmlns="{RELATIONS_NAMESPACE}"/>'.encode())
    added[leading] = _related(before, leading, SIGNATURE, name)
    added[CONTENT_TYPES] = _typed(package, "" if origins else origin, place)
    left_out = {*serving, origin, leading, place, CONTENT_TYPES, *properties(package)}
    whole = Package({**package.parts, **added}, package.defaults, package.overrides)
    added[place] = _signature(whole, left_out, key, moment)
    return added


def _related(data: bytes, part: str, kind: str, target: str) -> bytes:
    from lxml import etree

    root = parse_xml(data, part)
    taken = {element.get("Id") for element in root}
    number = 1
    while f"rIdSig{number}" in taken:
        number += 1
    etree.SubElement(root, f"{{{RELATIONS_NAMESPACE}}}Relationship", Id=f"rIdSig{number}", Type=kind, Target=target)
    return _written(root)


def _typed(package: Package, origin: str, signature: str) -> bytes:
    """The content types with those of the new parts, each told by itself."""
    from lxml import etree

    root = parse_xml(package.parts[CONTENT_TYPES], CONTENT_TYPES)
    for part, kind in ((origin, _ORIGIN_TYPE), (signature, _SIGNATURE_TYPE)):
        if part:
            etree.SubElement(root, f"{{{TYPES_NAMESPACE}}}Override", PartName="/" + part, ContentType=kind)
    return _written(root)


def _written(root: object) -> bytes:
    from lxml import etree

    out: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return out


def _signature(package: Package, left_out: set[str], key: SigningKey, moment: datetime) -> bytes:
    time = moment.strftime("%Y-%m-%dT%H:%M:%SZ")
    objects = [("idPackageObject", _OBJECT, _package_object(package, left_out, time)),
               ("idOfficeObject", _OBJECT, _OFFICE_OBJECT),
               ("idSignedProperties", _SIGNED_PROPERTIES, _signed_properties(key, time))]
    references = "".join(
        f'<Reference Type="{kind}" URI="#{name}">{_transforms("") if name == "idSignedProperties" else ""}'
        f"{_digest(canonical(_found(text, name)))}</Reference>" for name, kind, text in objects)
    method = f"http://www.w3.org/2001/04/xmldsig-more#{'rsa' if _is_rsa(key) else 'ecdsa'}-sha256"
    signed_info = (f'<SignedInfo><CanonicalizationMethod Algorithm="{C14N}"/><SignatureMethod Algorithm="{method}"/>'
                   f"{references}</SignedInfo>")
    value = _sign(key, canonical(_found(_whole(signed_info), "SignedInfo")))
    certificates = "".join(f"<X509Certificate>{_base64(der)}</X509Certificate>"
                           for der in (key.certificate.der, *key.chain))
    inside = (f"{signed_info}<SignatureValue>{_base64(value)}</SignatureValue><KeyInfo><X509Data>{certificates}"
              f"</X509Data></KeyInfo>{''.join(text for _, _, text in objects)}")
    return b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + _whole(inside).encode()


def _whole(inside: str) -> str:
    return f'<Signature xmlns="{DS}" Id="idPackageSignature">{inside}</Signature>'


def _found(text: str, name: str) -> object:
    """An element by its Id, or by its name, within the signature that will hold it."""
    root = parse_xml((text if text.startswith("<Signature ") else _whole(text)).encode(), _FOLDER)
    return next(element for element in root.iter() if element.get("Id") == name or element.tag == f"{{{DS}}}{name}")


def _package_object(package: Package, left_out: set[str], time: str) -> str:
    references = "".join(_reference(package, part, left_out) for part in sorted(package.parts) if part not in left_out)
    return (f'<Object Id="idPackageObject"><Manifest>{references}</Manifest><SignatureProperties>'
            '<SignatureProperty Id="idSignatureTime" Target="#idPackageSignature">'
            f'<mdssi:SignatureTime xmlns:mdssi="{MDSSI}"><mdssi:Format>YYYY-MM-DDThh:mm:ssTZD</mdssi:Format>'
            f"<mdssi:Value>{time}</mdssi:Value></mdssi:SignatureTime></SignatureProperty></SignatureProperties></Object>")


def _reference(package: Package, part: str, left_out: set[str]) -> str:
    uri = quoteattr(f"/{quote(part, safe='/!$&()*+,;=:@~[]')}?ContentType={package.content_type(part)}")
    if not is_relationships(part):
        return f"<Reference URI={uri}>{_digest(package.parts[part])}</Reference>"
    chosen = [relationship for relationship in read_relationships(package, part)
              if not is_left_out(part, relationship, left_out)]
    if not chosen:
        return ""
    ids = "".join(f'<mdssi:RelationshipReference xmlns:mdssi="{MDSSI}" SourceId={quoteattr(relationship.id)}/>'
                  for relationship in sorted(chosen))
    return f"<Reference URI={uri}>{_transforms(ids)}{_digest(canonical_relationships(chosen))}</Reference>"


def _transforms(ids: str) -> str:
    chosen = f'<Transform Algorithm="{RELATIONSHIP_TRANSFORM}">{ids}</Transform>' if ids else ""
    return f'<Transforms>{chosen}<Transform Algorithm="{C14N}"/></Transforms>'


_OFFICE_OBJECT = (
    '<Object Id="idOfficeObject"><SignatureProperties><SignatureProperty Id="idOfficeV1Details" '
    'Target="#idPackageSignature"><SignatureInfoV1 xmlns="http://schemas.microsoft.com/office/2006/digsig">'
    "<SetupID/><SignatureText/><SignatureImage/><SignatureComments/><WindowsVersion/><OfficeVersion/>"
    "<ApplicationVersion/><Monitors/><HorizontalResolution/><VerticalResolution/><ColorDepth/>"
    "<SignatureProviderId>{00000000-0000-0000-0000-000000000000}</SignatureProviderId><SignatureProviderUrl/>"
    "<SignatureProviderDetails>9</SignatureProviderDetails><SignatureType>1</SignatureType>"
    "</SignatureInfoV1></SignatureProperty></SignatureProperties></Object>")


def _signed_properties(key: SigningKey, time: str) -> str:
    """XAdES-BES (ETSI TS 101 903, 7.2): when, and by which certificate."""
    from cryptography import x509

    certificate = x509.load_der_x509_certificate(key.certificate.der)
    return (f'<Object><xd:QualifyingProperties xmlns:xd="{XADES}" Target="#idPackageSignature">'
            '<xd:SignedProperties Id="idSignedProperties"><xd:SignedSignatureProperties>'
            f"<xd:SigningTime>{time}</xd:SigningTime><xd:SigningCertificate><xd:Cert><xd:CertDigest>"
            f"{_digest(key.certificate.der)}</xd:CertDigest><xd:IssuerSerial><X509IssuerName>"
            f"{escape(certificate.issuer.rfc4514_string())}</X509IssuerName>"
            f"<X509SerialNumber>{certificate.serial_number}</X509SerialNumber></xd:IssuerSerial></xd:Cert>"
            "</xd:SigningCertificate><xd:SignaturePolicyIdentifier><xd:SignaturePolicyImplied/>"
            "</xd:SignaturePolicyIdentifier></xd:SignedSignatureProperties></xd:SignedProperties>"
            "</xd:QualifyingProperties></Object>")


def _digest(data: bytes) -> str:
    value = _base64(hashlib.sha256(data).digest())
    return f'<DigestMethod Algorithm="{_SHA256}"/><DigestValue>{value}</DigestValue>'


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _is_rsa(key: SigningKey) -> bool:
    from cryptography.hazmat.primitives.asymmetric import rsa

    return isinstance(key.key, rsa.RSAPrivateKey)


def _sign(key: SigningKey, data: bytes) -> bytes:
    """RSA as PKCS #1 1.5; ECDSA as r and s of equal length (RFC 4051, 3.3)."""
    from cryptography.hazmat.primitives.asymmetric import ec, padding
    from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
    from cryptography.hazmat.primitives.hashes import SHA256

    if _is_rsa(key):
        made: bytes = key.key.sign(data, padding.PKCS1v15(), SHA256())
        return made
    r, s = decode_dss_signature(key.key.sign(data, ec.ECDSA(SHA256())))
    size = (key.key.curve.key_size + 7) // 8
    return r.to_bytes(size, "big") + s.to_bytes(size, "big")


def _packed(document: bytes, parts: dict[str, bytes]) -> bytes:
    """The document with these parts in the place of those of the same name, new ones at the end."""
    from roadmap_compiler.documents.package import EMPTY, added, pack, package_bytes, read_members

    members = [pack(member.name, parts[member.name]) if member.name in parts else member
               for member in read_members(document)]
    known = {member.name for member in members}
    new = [pack(name, data) for name, data in sorted(parts.items()) if name not in known]
    return package_bytes(added(EMPTY, members + new))
