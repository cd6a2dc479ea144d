"""Signatures inside a DOCX (ECMA-376, part 2, 12): every part, relationship and content type must be covered.

Stricter than Word and LibreOffice, which call a document valid after an unsigned part was put into it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from .algorithms import SHA1
from .judging import Judged, judge_certificate
from .opc import (
    CONTENT_TYPES,
    ORIGIN,
    PROPERTIES,
    ROOT_RELATIONSHIPS,
    SIGNATURE,
    NotRead,
    Package,
    Relationship,
    canonical,
    canonical_relationships,
    is_relationships,
    open_package,
    parse_xml,
    parts_related,
    read_relationships,
    relationships_of,
    target_of,
)
from .report import Report, SignatureProblem, Signer
from .trust import open_roots
from .xmldsig import (
    DIGESTS,
    DS,
    MDSSI,
    RELATIONSHIP_TRANSFORM,
    XADES,
    Reference,
    XMLSignature,
    digest_fits,
    is_canonical,
    method_name,
    moment,
    read_reference,
    read_signature,
    verify_with,
)

if TYPE_CHECKING:
    from datetime import date, datetime

    from .certificate import Opened

MOST_SIGNATURES = 20


def check_package(document: bytes, roots: tuple[bytes, ...] = (), today: date | None = None) -> Report:
    """Judges the signatures inside a DOCX. Raises nothing, whatever the bytes.

    Args:
        document: the DOCX; without signatures inside the report says so.
        roots, today: as in `check_detached`.
    """
    try:
        package = open_package(document)
        places, serving = signature_parts(package)
    except NotRead as error:
        return Report((), (error.problem,))
    stray = sorted(part for part in package.parts if part.startswith("_xmlsignatures/") and part not in serving)
    problems = [SignatureProblem("stray-signature-part", {"part": part}) for part in stray]
    if not places:
        return Report((), tuple(problems) or (SignatureProblem("package-not-signed", {}),))
    if len(places) > MOST_SIGNATURES:
        return Report((), (SignatureProblem("signature-complex", {}),))
    trusted, readable = open_roots(roots)
    if not readable:
        problems.append(SignatureProblem("roots-unreadable", {}))
    unsigned = properties(package)
    if unsigned:
        problems.append(SignatureProblem("properties-unsigned", {}, "warning"))
    left_out = {CONTENT_TYPES, *serving, *stray, *unsigned}
    return Report(tuple(_signer(package, part, left_out, trusted if roots else None, today) for part in places),
                  tuple(problems))


def signature_parts(package: Package) -> tuple[list[str], set[str]]:
    """The parts that hold signatures, and these together with what leads to them. Raises `NotRead`."""
    origins = parts_related(package, (ORIGIN,))
    if len(origins) > 1:
        raise NotRead("xml-signature-strange", part=ROOT_RELATIONSHIPS)
    known, places = set(origins), []
    for origin in origins:
        leading = relationships_of(origin)
        if leading not in package.parts:
            continue
        known.add(leading)
        for relationship in read_relationships(package, leading):
            if relationship.type == SIGNATURE and relationship.mode == "Internal":
                places.append(target_of(leading, relationship))
    for part in places:
        if part not in package.parts:
            raise NotRead("part-missing", part=part)
    return places, known | set(places)


def properties(package: Package) -> set[str]:
    """The parts that Office leaves unsigned, those that are there."""
    return {part for part in parts_related(package, PROPERTIES)
            if part in package.parts and part.startswith("docProps/")}


def is_left_out(part: str, relationship: Relationship, left_out: set[str]) -> bool:
    """Whether a relationship of this .rels part leads from the package to what stays unsigned."""
    return (part == ROOT_RELATIONSHIPS and relationship.mode == "Internal"
            and relationship.type in {*PROPERTIES, ORIGIN} and target_of(part, relationship) in left_out)


def _signer(package: Package, part: str, left_out: set[str], roots: list[Opened] | None, today: date | None) -> Signer:
    try:
        signature = read_signature(package.parts[part], part)
        covering = _Covering(package, part, left_out)
        signed_at = covering.judge(signature)
        certificate = _certificate(signature, covering.found)
    except NotRead as error:
        return Signer(None, False, None, "not-checked", (error.problem,))
    if certificate is None:
        return Signer(None, False, signed_at, "not-checked", tuple(covering.found))
    intact = not covering.found
    others = [other for other in signature.certificates if other]
    judged = Judged(certificate, covering.weak or signature.method.endswith("sha1"), signed_at)
    trust, problems = judge_certificate(judged, others, roots, today)
    return Signer(certificate.facts, intact, signed_at, trust, (*covering.found, *problems))


def _certificate(signature: XMLSignature, found: list[SignatureProblem]) -> Opened | None:
    """The certificate whose key signed, else the first one; what is wrong with the signature itself is added."""
    readable = [certificate for certificate in signature.certificates if certificate]
    if not readable:
        code = "certificate-damaged" if signature.certificates else "certificate-missing"
        found.append(SignatureProblem(code, {}))
        return None
    verdicts = [verify_with(signature, certificate) for certificate in readable]
    chosen = readable[verdicts.index("right") if "right" in verdicts else 0]
    if "right" not in verdicts:
        unknown = all(verdict == "unknown" for verdict in verdicts)
        found.append(SignatureProblem("algorithm-not-checked", {"algorithm": method_name(signature.method)})
                     if unknown else SignatureProblem("signature-wrong", {}))
    for element in signature.objects.values():
        for named in element.iter(f"{{{XADES}}}SigningCertificate", f"{{{XADES}}}SigningCertificateV2"):
            if not _names(named, chosen):
                found.append(SignatureProblem("other-certificate-named", {}))
    return chosen


def _names(element: Any, certificate: Opened) -> bool:
    """Whether the first certificate that XAdES names is this one."""
    first = element.find(f"{{{XADES}}}Cert/{{{XADES}}}CertDigest")
    if first is None:
        return True
    reference = read_reference(first, "")
    return digest_fits(reference, certificate.der) is not False


class _Covering:
    """What one signature covers, against what the document holds."""

    def __init__(self, package: Package, part: str, left_out: set[str]) -> None:
        self.package = package
        self.part = part
        self.left_out = left_out
        self.weak = False  # a hash of a kind for which two documents can be made
        self.found: list[SignatureProblem] = []
        self.parts: set[str] = set()
        self.relationships: dict[str, set[str]] = {}

    def judge(self, signature: XMLSignature) -> datetime | None:
        """Compares every hash and looks for what has none. Returns the signed time. Raises `NotRead`."""
        for reference in signature.references:
            self._compare(reference, canonical(signature.objects[reference.uri]), "signed-object-altered")
        manifests = [manifest for element in signature.objects.values()
                     for manifest in element.iterchildren(f"{{{DS}}}Manifest")]
        if len(manifests) != 1:
            raise NotRead("nothing-signed", part=self.part)
        for element in manifests[0].iterchildren(f"{{{DS}}}Reference"):
            self._judge_part(read_reference(element, self.part))
        self._look_for_unsigned()
        return self._time(signature)

    def _judge_part(self, reference: Reference) -> None:
        path, _, query = reference.uri.partition("?")
        part = unquote(path).removeprefix("/")
        if part not in self.package.parts:
            self._say("part-missing", part=part)
            return
        if query.partition("=")[2] != self.package.content_type(part):
            self._say("content-type-changed", part=part)
        transforms = list(reference.transforms)
        data = self.package.parts[part]
        if transforms and transforms[0].get("Algorithm") == RELATIONSHIP_TRANSFORM:
            chosen = self._chosen(part, transforms.pop(0))
            self.relationships.setdefault(part, set()).update(relationship.id for relationship in chosen)
            data = canonical_relationships(chosen)
        else:
            self.parts.add(part)
            data = canonical(parse_xml(data, part)) if transforms else data
        if not all(map(is_canonical, transforms)):
            raise NotRead("xml-signature-strange", part=self.part)
        code = "relationships-changed" if is_relationships(part) else "part-altered"
        self._compare(reference, data, code, part=part)

    def _chosen(self, part: str, transform: Any) -> list[Relationship]:
        """The relationships that a transform selects: by their ids, or by their types."""
        ids = {element.get("SourceId") for element in transform.iterchildren(f"{{{MDSSI}}}RelationshipReference")}
        types = {element.get("SourceType")
                 for element in transform.iterchildren(f"{{{MDSSI}}}RelationshipsGroupReference")}
        return [relationship for relationship in read_relationships(self.package, part)
                if relationship.id in ids or relationship.type in types]

    def _look_for_unsigned(self) -> None:
        for part in sorted(self.package.parts):
            if part in self.parts or part in self.left_out:
                continue
            if is_relationships(part):
                self._look_at_relationships(part)
            else:
                self._say("part-unsigned", part=part)

    def _look_at_relationships(self, part: str) -> None:
        covered = self.relationships.get(part, set())
        for relationship in read_relationships(self.package, part):
            if relationship.id not in covered and not is_left_out(part, relationship, self.left_out):
                self._say("relationship-unsigned", part=part, target=relationship.target)

    def _time(self, signature: XMLSignature) -> datetime | None:
        for element in signature.objects.values():
            for name in (f"{{{MDSSI}}}SignatureTime/{{{MDSSI}}}Value", f"{{{XADES}}}SigningTime"):
                text = element.findtext(f".//{name}")
                if text and (found := moment(text)):
                    return found
        return None

    def _compare(self, reference: Reference, data: bytes, code: str, **params: Any) -> None:
        fits = digest_fits(reference, data)
        self.weak = self.weak or DIGESTS.get(reference.digest) == SHA1
        if fits is None:
            self._say("algorithm-not-checked", algorithm=method_name(reference.digest))
        elif not fits:
            self._say(code, **params)

    def _say(self, code: str, **params: Any) -> None:
        problem = SignatureProblem(code, params)
        if problem not in self.found:
            self.found.append(problem)
