"""What a document may be of: a roadmap, its approved text or an earlier one; and how a document of it is built."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple

from roadmap_compiler.documents.compiling import compile_document
from roadmap_compiler.model.roadmap import Approval
from roadmap_compiler.plan.plan import Plan
from roadmap_compiler.seals.content import seal_of
from roadmap_compiler.seals.dresses import VERSIONS, Kind, dress_of
from roadmap_compiler.seals.unapproved import before_approval, without_acts

Form = Literal["document", "calendar"]
"""The roadmap itself, or its printed calendar."""


class Candidate(NamedTuple):
    """A roadmap that the document may be of, or its approved text.

    ``kinds`` are the states in which a document of it may be about; ``seal`` is that of the approved content, "" where
    it is not approved.
    """

    plan: Plan
    kinds: tuple[Kind, ...]
    seal: str
    is_earlier: bool = False
    """Whether it was approved once and is no longer in force."""
    acts: tuple[tuple[Approval, ...], ...] = ()
    """The approval blocks of the editions before it, as each was approved."""
    calendar: Callable[[Plan, Kind, str], bytes] | None = None
    """Builds the printed calendar of a plan in a state, for a version of the program."""


class Built(NamedTuple):
    """A document as it is built of a candidate now. ``is_before``: as it was before the approval, with blanks where
    the act, its number and date stand since."""

    data: bytes
    kind: Kind
    form: Form = "document"
    is_before: bool = False


def forms_of(candidate: Candidate, version: str, has_qr: bool, texts: frozenset[str] | None) -> Iterator[Built]:
    """Every document that may be about of a candidate. ``texts`` are those of the file that was found: of documents
    before the approval there are many, and only those are built that have its blanks; None: none of them."""
    for kind in candidate.kinds:
        document = built(candidate, kind, version, has_qr)
        if document is not None:
            yield Built(document, kind)
    yield from calendars_of(candidate, version)
    if "approved" in candidate.kinds and texts is not None:
        yield from unapproved_forms(candidate, version, texts)


def calendars_of(candidate: Candidate, version: str) -> Iterator[Built]:
    """Its printed calendars; one that was printed before the approval shows no act."""
    if candidate.calendar is None:
        return
    version = version or VERSIONS[-1]
    for kind in candidate.kinds:
        yield Built(candidate.calendar(candidate.plan, kind, version), kind, "calendar")
    before = without_acts(candidate.plan) if "approved" in candidate.kinds else None
    if before is not None:
        yield Built(candidate.calendar(before, "signing", version), "signing", "calendar", True)
        yield Built(candidate.calendar(before, "draft", version), "draft", "calendar", True)


def unapproved_forms(candidate: Candidate, version: str, texts: frozenset[str],
                     is_strict: bool = False) -> Iterator[Built]:
    """The documents before the approval that have the blanks of these texts; with ``is_strict`` only where the act
    itself does not stand among them."""
    for one in before_approval(candidate.plan, texts, candidate.acts, is_strict):
        for kind in one.kinds:
            document = built(candidate._replace(plan=one.plan, seal=""), kind, version, False)
            if document is not None:
                yield Built(document, kind, "document", True)


def built(candidate: Candidate, kind: Kind, version: str, has_qr: bool) -> bytes | None:
    """The document as it is built now. Without the library that draws QR codes it has none."""
    seal = candidate.seal or (seal_of(candidate.plan) if kind == "approved" else "")
    try:
        dress = dress_of(candidate.plan, kind, version or VERSIONS[-1], seal, has_qr)
        return compile_document(candidate.plan, dress)[0]
    except ImportError:
        return built(candidate, kind, version, False)
