"""What was found about the signatures of a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple

if TYPE_CHECKING:
    from datetime import datetime

    from .certificate import Certificate

Trust = Literal["not-checked", "trusted", "untrusted"]


class SignatureProblem(NamedTuple):
    """One thing that is wrong, or worth knowing. Worded by `messages.signatures`.

    Attributes:
        severity: "error": the signature must not be relied upon; "warning": it may, and this should be known.
    """

    code: str
    params: dict[str, Any]
    severity: Literal["error", "warning"] = "error"


class Signer(NamedTuple):
    """One signature.

    Attributes:
        certificate: None where it is not in the file, or cannot be read.
        intact: the file is the one that was signed, and the key of this certificate signed it. A certificate that had
            expired may well be intact: ``problems`` say so.
        signed_at: by the signer's own clock, UTC; None where it is not told.
        trust: whether a path leads from the certificate to one of the roots given; revocation is never checked.
    """

    certificate: Certificate | None
    intact: bool
    signed_at: datetime | None
    trust: Trust
    problems: tuple[SignatureProblem, ...]


class Report(NamedTuple):
    """All signatures of a file, and the problems of the file of signatures as a whole."""

    signers: tuple[Signer, ...]
    problems: tuple[SignatureProblem, ...]

    @property
    def intact(self) -> bool:
        """There is a signature, each one is intact, and nothing is wrong with any of them or their certificates.

        Warnings do not count; an untrusted certificate does where roots were given.
        """
        everything = (*self.problems, *(problem for signer in self.signers for problem in signer.problems))
        return bool(self.signers) and all(signer.intact and signer.trust != "untrusted" for signer in self.signers) \
            and not any(problem.severity == "error" for problem in everything)
