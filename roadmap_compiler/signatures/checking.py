"""A detached signature (CMS, RFC 5652) against the file it belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .report import Report, SignatureProblem

if TYPE_CHECKING:
    from datetime import date


def check_detached(content: bytes, signature: bytes, roots: tuple[bytes, ...] = (),
                   today: date | None = None) -> Report:
    """Judges the signatures of ``signature`` over ``content``. Raises nothing, whatever the bytes.

    Args:
        content: the signed file.
        signature: a .sig, .p7s or .sgn: DER, BER, PEM or bare Base64.
        roots: certificates that are trusted, each PEM (any number in one) or DER; without them trust is not checked.
        today: the day of checking; without it nothing is compared with today.
    """
    return Report((), (SignatureProblem("signature-damaged", {}),))
