"""A certificate at the time of a signature: valid, fit for signing, strong enough, trusted."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING, NamedTuple

from .algorithms import rsa_bits, verify
from .certificate import Certificate, Opened
from .report import SignatureProblem, Trust
from .trust import judge_trust

if TYPE_CHECKING:
    from datetime import date

SHORTEST_RSA = 2048
"""Bits of a key; shorter ones are not to be relied upon since 2014 (NIST SP 800-131A)."""


class Judged(NamedTuple):
    """A signature with its certificate: whether it uses SHA-1 as its hash, and the time by the signer's clock."""

    certificate: Opened
    is_hash_weak: bool
    signed_at: datetime | None


def judge_certificate(judged: Judged, others: list[Opened], roots: list[Opened] | None,
                      today: date | None) -> tuple[Trust, list[SignatureProblem]]:
    """Trust, and what is wrong with the certificate. ``roots`` is None where trust is not to be checked."""
    certificate, is_hash_weak, signed_at = judged
    problems = [*_times(certificate.facts, signed_at, today), *_strength(certificate, is_hash_weak)]
    if not certificate.may_sign:
        problems.append(SignatureProblem("key-not-for-signing", {}))
    if roots is None:
        if _is_altered(certificate, others):
            problems.append(SignatureProblem("certificate-altered", {}))
        return "not-checked", problems
    moment = signed_at or (datetime.combine(today, time(12), UTC) if today else None)
    trust, obstacle = judge_trust(certificate, others, roots, moment)
    return trust, problems + ([obstacle] if obstacle else [])


def _is_altered(certificate: Opened, others: list[Opened]) -> bool:
    """Whether its issuer, known from the same file or itself, did not sign what the certificate says now."""
    issuers = [one for one in (certificate, *others) if one.subject == certificate.issuer]
    verdicts = {verify(one.key, certificate.algorithm, "", certificate.signed, certificate.signature)
                for one in issuers[:10]}
    return "wrong" in verdicts and "right" not in verdicts


def _times(facts: Certificate, signed_at: datetime | None, today: date | None) -> list[SignatureProblem]:
    """Validity of the certificate when the signature was made, by the signer's own clock, and today."""
    start, end = facts.valid_from, facts.valid_until
    if signed_at is not None:
        if today and signed_at.date() > today + timedelta(days=1):  # a day for zones of time
            return [SignatureProblem("signed-in-future", {"signed": signed_at})]
        if signed_at < start:
            return [SignatureProblem("signed-before-validity", {"signed": signed_at, "start": start})]
        if signed_at > end:
            return [SignatureProblem("signed-after-validity", {"signed": signed_at, "end": end})]
        if today and today > end.date():
            return [SignatureProblem("certificate-expired-since", {"end": end}, "warning")]
    elif today and today > end.date():
        return [SignatureProblem("certificate-expired", {"end": end})]
    elif today and today < start.date():
        return [SignatureProblem("certificate-not-yet-valid", {"start": start})]
    return []


def _strength(certificate: Opened, is_hash_weak: bool) -> list[SignatureProblem]:
    problems = []
    bits = rsa_bits(certificate.key)
    if bits is not None and bits < SHORTEST_RSA:
        problems.append(SignatureProblem("key-weak", {"algorithm": f"RSA-{bits}"}))
    if is_hash_weak:
        problems.append(SignatureProblem("hash-weak", {"algorithm": "SHA-1"}, "warning"))
    return problems
