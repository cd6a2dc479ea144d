"""One signature of XML-Signature (W3C, 2nd edition) as OPC narrows it (ECMA-376-2, 12): read strictly.

Everything that a signature inside a DOCX has no need of is refused, so that what is verified and what is read are one:
references to elements only by an Id that stands once, of objects that are children of the signature, canonical XML 1.0.
"""

from __future__ import annotations

import base64
import binascii
from datetime import UTC, datetime
from typing import Any, NamedTuple

from .algorithms import SHA1, SHA256, Algorithm, Verdict, algorithm_name, digest, verify
from .certificate import Opened, open_certificate
from .gost import KEY_2001
from .opc import NotRead, canonical, parse_xml

DS = "http://www.w3.org/2000/09/xmldsig#"
XADES = "http://uri.etsi.org/01903/v1.3.2#"
MDSSI = "http://schemas.openxmlformats.org/package/2006/digital-signature"
RELATIONSHIP_TRANSFORM = "http://schemas.openxmlformats.org/package/2006/RelationshipTransform"
C14N = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315"
_CANONICAL = {C14N, C14N + "#WithComments"}  # there are no comments here
_MORE = "http://www.w3.org/2001/04/xmldsig-more#"
DIGESTS = {
    DS + "sha1": SHA1, "http://www.w3.org/2001/04/xmlenc#sha256": SHA256,
    _MORE + "sha384": "2.16.840.1.101.3.4.2.2", "http://www.w3.org/2001/04/xmlenc#sha512": "2.16.840.1.101.3.4.2.3",
}
_RSA = {DS + "rsa-sha1": "1.2.840.113549.1.1.5", _MORE + "rsa-sha256": "1.2.840.113549.1.1.11",
        _MORE + "rsa-sha384": "1.2.840.113549.1.1.12", _MORE + "rsa-sha512": "1.2.840.113549.1.1.13"}
_ECDSA = {_MORE + "ecdsa-sha1": "1.2.840.10045.4.1", _MORE + "ecdsa-sha256": "1.2.840.10045.4.3.2",
          _MORE + "ecdsa-sha384": "1.2.840.10045.4.3.3", _MORE + "ecdsa-sha512": "1.2.840.10045.4.3.4"}
MOST_ELEMENTS = 50_000


class Reference(NamedTuple):
    """What was hashed: ``transforms`` are their elements."""

    uri: str
    transforms: tuple[Any, ...]
    digest: str
    value: bytes


class XMLSignature(NamedTuple):
    """A signature whose own parts are in order.

    Attributes:
        signed_info: what the key signed, canonical; ``references`` are those in it.
        objects: the elements that ``references`` name, by Id; their hashes are still to be compared.
        certificates: from KeyInfo, in their order; None for one that cannot be read.
    """

    signed_info: bytes
    method: str
    value: bytes
    references: tuple[Reference, ...]
    objects: dict[str, Any]
    certificates: tuple[Opened | None, ...]


def read_signature(data: bytes, part: str) -> XMLSignature:
    """Raises `NotRead`."""
    root = parse_xml(data, part)
    elements = list(root.iter())
    if root.tag != f"{{{DS}}}Signature" or len(elements) > MOST_ELEMENTS or not all(
            isinstance(element.tag, str) for element in elements):  # comments, instructions, entities
        raise NotRead("xml-signature-strange", part=part)
    ids = [element.get(name) for element in elements for name in ("Id", "ID", "id") if element.get(name) is not None]
    if len(set(ids)) < len(ids):
        raise NotRead("xml-signature-wrapped", part=part)
    signed_info, value = _only(root, "SignedInfo", part), _only(root, "SignatureValue", part)
    if _only(signed_info, "CanonicalizationMethod", part).get("Algorithm") not in _CANONICAL:
        raise NotRead("xml-signature-strange", part=part)
    references = tuple(read_reference(element, part) for element in signed_info.iterchildren(f"{{{DS}}}Reference"))
    objects = {reference.uri: _object(root, reference, part) for reference in references}
    if len(objects) < len(references) or not references:
        raise NotRead("xml-signature-strange", part=part)
    found = root.iterfind(f"{{{DS}}}KeyInfo/{{{DS}}}X509Data/{{{DS}}}X509Certificate")
    method = _only(signed_info, "SignatureMethod", part).get("Algorithm", "")
    return XMLSignature(canonical(signed_info), method, _bytes(value, part), references, objects,
                        tuple(open_certificate(_bytes(element, part)) for element in found))


def _only(parent: Any, name: str, part: str) -> Any:
    """The only child of this name. Raises `NotRead`."""
    found = list(parent.iterchildren(f"{{{DS}}}{name}"))
    if len(found) != 1:
        raise NotRead("xml-signature-strange", part=part)
    return found[0]


def read_reference(element: Any, part: str) -> Reference:
    """Raises `NotRead`."""
    method, value = _only(element, "DigestMethod", part), _only(element, "DigestValue", part)
    transforms = list(element.iterchildren(f"{{{DS}}}Transforms"))
    inside = tuple(transform for parent in transforms for transform in parent)
    if len(transforms) > 1 or any(transform.tag != f"{{{DS}}}Transform" for transform in inside):
        raise NotRead("xml-signature-strange", part=part)
    return Reference(element.get("URI", ""), inside, method.get("Algorithm", ""), _bytes(value, part))


def _object(root: Any, reference: Reference, part: str) -> Any:
    """The object, or the signed properties inside one, that a reference names."""
    if not reference.uri.startswith("#") or any(t.get("Algorithm") not in _CANONICAL for t in reference.transforms):
        raise NotRead("xml-signature-strange", part=part)
    places = [*root.iterchildren(f"{{{DS}}}Object"), *root.iterfind(
        f"{{{DS}}}Object/{{{XADES}}}QualifyingProperties/{{{XADES}}}SignedProperties")]
    for element in places:
        if element.get("Id") == reference.uri[1:]:
            return element
    raise NotRead("xml-signature-wrapped", part=part)


def _bytes(element: Any, part: str) -> bytes:
    if len(element):
        raise NotRead("xml-signature-strange", part=part)
    try:
        return base64.b64decode("".join((element.text or "").split()), validate=True)
    except (binascii.Error, ValueError) as error:
        raise NotRead("xml-signature-strange", part=part) from error


def digest_fits(reference: Reference, data: bytes) -> bool | None:
    """Whether the hash of ``data`` is the one signed; None where the algorithm is not known."""
    own = digest(data, DIGESTS.get(reference.digest, ""))
    return None if own is None else own == reference.value


def is_canonical(transform: Any) -> bool:
    return transform.get("Algorithm") in _CANONICAL


def verify_with(signature: XMLSignature, certificate: Opened) -> Verdict:
    """Whether the key of this certificate signed."""
    value = signature.value
    if signature.method in _ECDSA:
        from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature

        half = len(value) // 2
        value = encode_dss_signature(int.from_bytes(value[:half], "big"), int.from_bytes(value[half:], "big"))
    identifier = _RSA.get(signature.method) or _ECDSA.get(signature.method)
    if identifier is None:
        return "unknown"
    return verify(certificate.key, Algorithm(identifier, None), "", signature.signed_info, value)


def method_name(method: str) -> str:
    """«ГОСТ Р 34.10-2012», or the end of the identifier."""
    if "gost" in method.lower():
        return "ГОСТ Р 34.10-2012" if "2012" in method else algorithm_name(KEY_2001)
    return method.rpartition("#")[2].rpartition("/")[2][:60]


def moment(text: str) -> datetime | None:
    """A time as signatures write it, in UTC; without a zone it is taken as UTC."""
    try:
        found = datetime.fromisoformat(text.strip())
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
