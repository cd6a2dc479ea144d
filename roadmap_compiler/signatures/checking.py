"""A detached signature (CMS, RFC 5652) against the file it belongs to."""

from __future__ import annotations

import hmac
from typing import TYPE_CHECKING

from . import cms
from .algorithms import SHA1, algorithm_name, digest, verify
from .certificate import Opened, open_certificate
from .envelope import unwrap
from .judging import Judged, judge_certificate
from .report import Report, SignatureProblem, Signer
from .tlv import NotASN, Value
from .trust import open_roots

if TYPE_CHECKING:
    from datetime import date, datetime

MOST_SIGNERS = 50
MOST_CERTIFICATES = 100
_MESSAGE_DIGEST = bytes.fromhex("06092a864886f70d010904")  # the identifier of the attribute, in DER


def check_detached(content: bytes, signature: bytes, roots: tuple[bytes, ...] = (),
                   today: date | None = None) -> Report:
    """Judges the signatures of ``signature`` over ``content``. Raises nothing, whatever the bytes.

    Args:
        content: the signed file.
        signature: a .sig, .p7s or .sgn: DER, BER, PEM or bare Base64; the signed file may be inside.
        roots: files of certificates that are trusted, PEM, DER or .p7b; without them trust is not checked.
        today: the day of checking; without it nothing is compared with today.
    """
    signed_data, problem = unwrap(signature)
    if signed_data is None:
        return Report((), (problem,) if problem else ())
    try:
        signed = cms.read_signed_data(signed_data)
    except NotASN:
        return _report("signature-damaged")
    if not signed.signers:
        return _report("signature-without-signers")
    if len(signed.signers) > MOST_SIGNERS or len(signed.certificates) > MOST_CERTIFICATES:
        return _report("signature-complex")
    problems = []
    if signed.content is not None and not hmac.compare_digest(signed.content, content):
        problems.append(SignatureProblem("attached-differs", {}))
    trusted, readable = open_roots(roots)
    if not readable:
        problems.append(SignatureProblem("roots-unreadable", {}))
    inside = [one for one in map(open_certificate, signed.certificates) if one]
    judging = _Judging(content, signed, inside, trusted if roots else None, today)
    return Report(tuple(judging.signer(info) for info in signed.signers), tuple(problems))


def _report(code: str) -> Report:
    return Report((), (SignatureProblem(code, {}),))


class _Judging:
    """What all signers of one file have in common."""

    def __init__(self, content: bytes, signed: cms.SignedData, inside: list[Opened], roots: list[Opened] | None,
                 today: date | None) -> None:
        self.content = content
        self.content_type = signed.content_type
        self.inside = inside
        self.damaged = len(inside) < len(signed.certificates)
        self.roots = roots
        self.today = today
        self.digests: dict[str, bytes | None] = {}

    def signer(self, info: cms.SignerInfo) -> Signer:
        found: list[SignatureProblem] = []
        digest_fits = self._judge_digest(info, found)
        try:
            signed_at = _signed_at(info)
            certificate = self._certificate(info, found)
            if certificate is None:
                return Signer(None, False, signed_at, "not-checked", tuple(found))
            if info.attributes is not None and not _is_named(certificate, info.attributes):
                found.append(SignatureProblem("other-certificate-named", {}))
        except NotASN:
            return Signer(None, False, None, "not-checked", (*found, SignatureProblem("signed-facts-damaged", {})))
        fits = self._judge_signature(info, certificate, digest_fits, found)
        notes = [SignatureProblem(code, {}, "warning") for identifier, code in (
            (cms.COUNTERSIGNATURE, "countersignature-not-checked"), (cms.TIMESTAMP, "timestamp-not-checked"),
        ) if identifier in info.unsigned]
        intact = digest_fits and fits and not found
        judged = Judged(certificate, info.digest == SHA1, signed_at)
        trust, problems = judge_certificate(judged, self.inside, self.roots, self.today)
        return Signer(certificate.facts, intact, signed_at, trust, (*found, *problems, *notes))

    def _judge_digest(self, info: cms.SignerInfo, found: list[SignatureProblem]) -> bool:
        """Whether the hash that was signed is that of the file; without signed attributes only the signature tells."""
        if info.digest not in self.digests:
            self.digests[info.digest] = digest(self.content, info.digest)
        own = self.digests[info.digest]
        if own is None:
            found.append(SignatureProblem("algorithm-not-checked", {"algorithm": algorithm_name(info.digest)}))
            return False
        if info.attributes is None:
            if _is_attributes(self.content):
                found.append(SignatureProblem("signed-facts-damaged", {}))
            return True
        values = info.attributes.get(cms.MESSAGE_DIGEST, ())
        types = info.attributes.get(cms.CONTENT_TYPE, ())
        if info.repeated or len(values) != 1 or len(types) != 1:
            found.append(SignatureProblem("signed-facts-damaged", {}))
            return False
        if not hmac.compare_digest(values[0].content, own):
            found.append(SignatureProblem("file-differs", {}))
            return False
        try:
            fits = types[0].oid == self.content_type
        except NotASN:
            fits = False
        if not fits:
            found.append(SignatureProblem("signed-facts-damaged", {}))
        return fits

    def _judge_signature(self, info: cms.SignerInfo, certificate: Opened, digest_fits: bool,
                         found: list[SignatureProblem]) -> bool:
        data = self.content if info.attributes is None else info.signed
        verdict = verify(certificate.key, info.algorithm, info.digest, data, info.signature)
        if verdict == "unknown":
            known = {problem.code for problem in found}
            if "algorithm-not-checked" not in known:
                name = certificate.facts.algorithm or algorithm_name(info.algorithm.identifier)
                found.append(SignatureProblem("algorithm-not-checked", {"algorithm": name}))
        elif verdict == "wrong" and (info.attributes is not None or digest_fits):
            code = "file-or-signature-differs" if info.attributes is None else "signature-wrong"
            found.append(SignatureProblem(code, {}))
        return verdict == "right"

    def _certificate(self, info: cms.SignerInfo, found: list[SignatureProblem]) -> Opened | None:
        """The certificate that the signature names: from inside, else from the trusted ones."""
        for place in (self.inside, self.roots or []):
            fitting = {one.der: one for one in place if _is_of(one, info)}
            if len(fitting) > 1:
                found.append(SignatureProblem("certificate-ambiguous", {}))
            if fitting:
                return next(iter(fitting.values()))
        found.append(SignatureProblem("certificate-damaged" if self.damaged else "certificate-missing", {}))
        return None


def _is_of(certificate: Opened, info: cms.SignerInfo) -> bool:
    if info.serial is None:
        return certificate.names_key(info.key_id)
    return certificate.serial == info.serial and certificate.issuer == info.issuer


def _is_attributes(content: bytes) -> bool:
    """Whether the file is the signed attributes of some signature, which would pass as signed without them."""
    return content.startswith(b"\x31") and _MESSAGE_DIGEST in content


def _signed_at(info: cms.SignerInfo) -> datetime | None:
    values = (info.attributes or {}).get(cms.SIGNING_TIME, ())
    return cms.time_of(values[0]) if values else None


def _is_named(certificate: Opened, attributes: dict[str, tuple[Value, ...]]) -> bool:
    """Whether the certificate is the one by which the signer says he signed, where he says it."""
    for named in cms.named_certificate(attributes):
        own = digest(certificate.der, named.digest)
        if own is not None and own != named.value:
            return False
    return True
