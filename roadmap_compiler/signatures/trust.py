"""Whether a path leads from a certificate to one that is trusted (after RFC 5280, 6). Revocation is not asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .algorithms import verify
from .certificate import Opened, open_certificate
from .cms import read_signed_data
from .envelope import pem_blocks, unwrap
from .report import SignatureProblem, Trust
from .tlv import NotASN

if TYPE_CHECKING:
    from datetime import datetime

LONGEST_PATH = 8
MOST_TRIED = 60
"""Signatures verified in search of one path."""


def open_roots(files: tuple[bytes, ...]) -> tuple[list[Opened], bool]:
    """The certificates of files in PEM (any number in one), DER or .p7b, and whether every file had one."""
    found: list[Opened] = []
    whole = True
    for data in files:
        ders = [body for label, body in pem_blocks(data) if "CERTIFICATE" in label] or [data]
        opened = [one for one in map(open_certificate, ders) if one] or _of_bundle(data)
        whole = whole and bool(opened)
        found += opened
    return found, whole


def has_key(data: bytes) -> bool:
    """Whether a file holds a private key: in PEM, with certificates or without, PKCS #8 or PKCS #12."""
    problem = unwrap(data).problem
    return b"PRIVATE KEY-----" in data or problem is not None and problem.code == "signature-is-key"


def _of_bundle(data: bytes) -> list[Opened]:
    value = unwrap(data).signed_data
    try:
        return [one for der in read_signed_data(value).certificates if (one := open_certificate(der))] if value else []
    except NotASN:
        return []


def judge_trust(certificate: Opened, others: list[Opened], roots: list[Opened],
                moment: datetime | None) -> tuple[Trust, SignatureProblem | None]:
    """Whether a path leads to one of ``roots`` through ``others``, each valid at ``moment`` (None: at any time), and
    what is in its way."""
    search = _Search(others, roots, moment)
    if certificate.conditions:
        return "untrusted", SignatureProblem("untrusted-conditions", {"authority": certificate.facts.owner})
    if search.leads(certificate, 0):
        return "trusted", None
    code, authority = search.obstacle or ("untrusted-no-authority", certificate.facts.issuer)
    return "untrusted", SignatureProblem(code, {"authority": authority})


class _Search:
    def __init__(self, others: list[Opened], roots: list[Opened], moment: datetime | None) -> None:
        self.known = [*roots, *others]
        self.roots = {root.der for root in roots}
        self.moment = moment
        self.tried = 0
        self.obstacle: tuple[str, str] | None = None

    def leads(self, certificate: Opened, below: int) -> bool:
        """Whether a path leads from here; ``below``: authorities already passed."""
        if certificate.der in self.roots:
            return True
        if below > LONGEST_PATH:
            return False
        for issuer in self.known:
            if issuer.subject != certificate.issuer or issuer.der == certificate.der:
                continue
            code = self._against(issuer, certificate, below)
            if code:
                self.obstacle = code, issuer.facts.owner
            elif self.leads(issuer, below + 1):
                return True
        return False

    def _against(self, issuer: Opened, certificate: Opened, below: int) -> str:
        """Why ``issuer`` does not vouch for ``certificate``, "" where it does."""
        self.tried += 1
        if self.tried > MOST_TRIED:
            return "untrusted-no-authority"
        verdict = verify(issuer.key, certificate.algorithm, "", certificate.signed, certificate.signature)
        if verdict != "right":
            return "untrusted-not-issued" if verdict == "wrong" else "untrusted-algorithm"
        if not issuer.may_issue or issuer.path_length is not None and below > issuer.path_length:
            return "untrusted-not-authority"
        if issuer.conditions:
            return "untrusted-conditions"
        facts = issuer.facts
        if self.moment and not facts.valid_from <= self.moment <= facts.valid_until:
            return "untrusted-authority-expired"
        return ""
