"""A file from anywhere and the roadmaps that are known → which edition it is, and what in it is not as it was built."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple

from roadmap_compiler.documents.dressing import APPLICATION
from roadmap_compiler.documents.qr import PICTURE as QR
from roadmap_compiler.seals.candidate import Built, Candidate, Form, built, calendars_of, forms_of, unapproved_forms
from roadmap_compiler.seals.codes import is_code_line, wrong_codes
from roadmap_compiler.seals.comparing import Found, compare_documents
from roadmap_compiler.seals.content import short_code
from roadmap_compiler.seals.differences import Difference, in_order
from roadmap_compiler.seals.dresses import CHANGED_MARKS, CODE, MARKS, STATUSES, VERSIONS, Kind
from roadmap_compiler.seals.opening import DOCUMENT, Package, Unreadable, open_package
from roadmap_compiler.seals.packing import same_but_for_zlib
from roadmap_compiler.seals.texts import texts_in, texts_of, title_of
from roadmap_compiler.seals.years import FEW, is_of_another_year

Outcome = Literal["unchanged", "signed", "before-approval", "earlier", "stamped", "altered", "unknown", "unreadable"]
"""``signed``: unchanged but for a signature that was put into the package, and that must be verified itself.
``before-approval``: what is approved now, as it was printed with blanks for the act. ``earlier``: unchanged, and no
longer in force. ``stamped``: unchanged but for marks of electronic signatures, which prove nothing themselves."""

Copies = Callable[[bytes], list[bytes]]
"""A document as built → the same with the marks of signatures that stand in the file that was found; none where it has
none."""

KNOWN_FROM = 0.4
"""Share of a roadmap's texts from which a document is held to be its edition."""
_LOOK_ALIKE = str.maketrans("ABCEHKMOPTXYaceopxyi", "АВСЕНКМОРТХУасеорхуі")
_CODE_COUNTS = 0.1
_TRIED = 5
NEAR = 0.8
"""Share of a document's texts from which it is no calendar: that has the titles alone."""
_BASES = 6
"""Documents before the approval with which an altered one is compared."""


class Verification(NamedTuple):
    """What a document is. ``candidate`` is the index of its roadmap, -1 where it is not known.

    ``kind`` is the state it was built in; ``code`` the code that stands in it; ``version`` that of the program which
    made it, "" where it does not say; ``refusal`` is why it could not be read.
    """

    outcome: Outcome
    candidate: int = -1
    kind: Kind = "signing"
    code: str = ""
    version: str = ""
    differences: tuple[Difference, ...] = ()
    refusal: str = ""
    form: Form = "document"
    is_signed: bool = False
    """Whether a signature was put into the package; it must be verified itself."""
    is_before: bool = False
    """Whether it was built before the approval."""
    is_other_year: bool = False
    """Whether an altered document is rather that of another year."""
    original: bytes = b""
    """The document of which a stamped copy was made."""


def verify(data: bytes, candidates: Sequence[Candidate], copies_of: Copies = lambda _: []) -> Verification:
    """What ``data`` is. Never raises, whatever the bytes are."""
    package = open_package(data)
    if isinstance(package, Unreadable):
        return Verification("unreadable", refusal=package.code)
    found = Found(package)
    if DOCUMENT not in found.trees:
        wrong = next((one.code for one in found.problems if one.name == DOCUMENT), "part-not-xml")
        return Verification("unreadable", refusal=wrong.removeprefix("part-"))
    desk = _Desk(data, found, copies_of)
    ranks = _ranked(desk.texts, desk.codes, candidates)
    base = Verification("unknown", code=desk.codes[0] if desk.codes else "", version=desk.version)
    for index, share in ranks[:_TRIED]:
        exact = desk.exact(candidates[index], base._replace(candidate=index), share >= KNOWN_FROM)
        if exact is not None:
            return exact
    index = _recognised(ranks, desk.codes, desk.texts, candidates)
    return base if index < 0 else desk.altered(candidates, index, base._replace(outcome="altered", candidate=index))


class _Desk:
    """A file that was found, beside which documents are built."""

    def __init__(self, data: bytes, found: Found, copies_of: Copies) -> None:
        self.data = data
        self.found = found
        self.copies_of = copies_of
        self.texts = texts_in(found.trees)
        self.codes = tuple(dict.fromkeys(code.upper() for text in self.texts for code in CODE.findall(text)))
        self.version = _version(found)

    # --- what is exactly what was built ---

    def exact(self, candidate: Candidate, base: Verification, is_near: bool) -> Verification | None:
        """What it is where every byte is accounted for, else None. Unless it ``is_near``, it is no document that has
        blanks where the candidate has none."""
        forms = []
        for one in forms_of(candidate, self.version, QR in self.found.parts, self.texts if is_near else None):
            same = self._same(one.data, _columns(one, candidate))
            if same:
                usual: Outcome = "signed" if same == "signed" else "unchanged"
                outcome: Outcome = "earlier" if candidate.is_earlier else "before-approval" if one.is_before else usual
                return base._replace(outcome=outcome, kind=one.kind, form=one.form, is_before=one.is_before,
                                     is_signed=same == "signed")
            forms.append(one)
        for one in forms:
            for copy in self.copies_of(one.data) if one.form == "document" else ():
                if self._same(copy, _columns(one, candidate)) == "unchanged":
                    return base._replace(outcome="stamped", kind=one.kind, is_before=one.is_before, original=one.data)
        return None

    def _same(self, document: bytes, columns: tuple[str, ...]) -> Literal["", "unchanged", "signed"]:
        """Whether a document is the file that was found, or this with a signature put into it."""
        if document == self.data or same_but_for_zlib(document, self.data):
            return "unchanged"
        if not self.found.is_signed:
            return ""
        return "signed" if [one.code for one in self._compared(document, columns)] == ["signed"] else ""

    # --- what is not ---

    def altered(self, candidates: Sequence[Candidate], index: int, base: Verification) -> Verification:
        """Every difference from the document that it is most like."""
        candidate = candidates[index]
        options = []
        for one in self._bases(candidate):
            told = self._compared(one.data, _columns(one, candidate))
            if one.form == "document" and not one.is_before:
                told += wrong_codes(candidates, index, one.kind, self.codes)
            if any(each.code.startswith("code-") for each in told):
                told = [each for each in told if not (each.place.kind == "footer" and is_code_line(each))]
            options.append((one, told))
        if not options:
            return base._replace(differences=(Difference("not-built"),), kind=candidate.kinds[0])
        nearest, told = min(options, key=lambda option: len(option[1]))
        is_other = len(told) > FEW and is_of_another_year(told, _texts_of(nearest.data), self.texts)
        told = [_named(each, is_other) for each in told]
        told = told or [Difference("repacked")]  # the bytes are others, whatever it was
        return base._replace(kind=nearest.kind, form=nearest.form, is_before=nearest.is_before, is_other_year=is_other,
                             differences=in_order(told))

    def _bases(self, candidate: Candidate) -> list[Built]:
        """The documents with which it may be compared; with the marks of signatures that stand in it."""
        kind = _kind_of(self.found, candidate, self.codes, self.texts)
        document = built(candidate, kind, self.version, QR in self.found.parts)
        calendars = list(calendars_of(candidate, self.version))
        is_near = document is not None and len(_texts_of(document) & self.texts) > NEAR * len(self.texts)
        if document is None or calendars and not is_near and self._is_like(calendars[0].data, document):
            return calendars
        bases = [Built(document, kind)]
        if "approved" in candidate.kinds and not self.codes:
            bases += list(unapproved_forms(candidate, self.version, self.texts, True))[:_BASES]
        return [one._replace(data=next(iter(self.copies_of(one.data)), one.data)) for one in bases]

    def _is_like(self, one: bytes, other: bytes) -> bool:
        """Whether the file is more like ``one`` than like ``other``."""
        shares = []
        for document in (one, other):
            texts = _texts_of(document)
            shares.append(len(texts & self.texts) / max(1, len(texts | self.texts)))
        return shares[0] > shares[1]

    def _compared(self, document: bytes, columns: tuple[str, ...]) -> list[Difference]:
        """The differences from a document as it is built now; ``columns`` are the headings of its table."""
        if document == self.data or same_but_for_zlib(document, self.data):
            return []
        package = open_package(document)
        if not isinstance(package, Package):
            return [Difference("not-built")]
        return list(compare_documents(package, self.found, columns))


def _columns(one: Built, candidate: Candidate) -> tuple[str, ...]:
    """The headings of the roadmap's table; those of a calendar are months."""
    return tuple(column.heading for column in candidate.plan.table.columns) if one.form == "document" else ()


def _texts_of(document: bytes) -> frozenset[str]:
    package = open_package(document)
    return texts_in(Found(package).trees) if isinstance(package, Package) else frozenset()


def _version(found: Found) -> str:
    """«0.1» where the file says that this program made it and such a version is known."""
    program, version = found.application
    if program != APPLICATION:
        return ""
    major, _, minor = version.partition(".")
    short = f"{major}.{int(minor[:4])}" if minor.isascii() and minor.isdigit() else ""
    return short if short in VERSIONS else ""


def _ranked(texts: frozenset[str], codes: tuple[str, ...], candidates: Sequence[Candidate]) -> list[tuple[int, float]]:
    """Candidates by the share of their texts that stands in the document, best first; its code counts a little more."""
    ranks = []
    for index, candidate in enumerate(candidates):
        own = texts_of(candidate.plan)
        share = len(own & texts) / len(own) if own else 0.0
        if candidate.seal and short_code(candidate.seal) in codes:
            share += _CODE_COUNTS
        ranks.append((index, share))
    return sorted(ranks, key=lambda rank: -rank[1])


def _recognised(ranks: list[tuple[int, float]], codes: tuple[str, ...], texts: frozenset[str],
                candidates: Sequence[Candidate]) -> int:
    """The roadmap that a document is of: by its texts, else by its code, else by its title; -1 for none."""
    if ranks and ranks[0][1] >= KNOWN_FROM:
        return ranks[0][0]
    by_code = (index for index, _ in ranks if candidates[index].seal and short_code(candidates[index].seal) in codes)
    by_title = (index for index, _ in ranks if title_of(candidates[index].plan) <= texts)
    return next(by_code, next(by_title, -1))


def _kind_of(found: Found, candidate: Candidate, codes: tuple[str, ...], texts: frozenset[str]) -> Kind:
    """The state in which an altered document was built: by its code, its mark, its properties, else the usual one."""
    if codes:
        return "approved"
    if "changed" in candidate.kinds and (texts & set(CHANGED_MARKS) or found.status in STATUSES["changed"]):
        return "changed"
    if "draft" in candidate.kinds and (texts & set(MARKS) or found.status in STATUSES["draft"]):
        return "draft"
    return candidate.kinds[0]


def _named(one: Difference, is_other_year: bool) -> Difference:
    """The mark of a draft, and texts that look alike, are told by their own names; of a document of another
    year nobody is accused of replacing letters."""
    if one.code == "text-removed" and one.old.strip() in (*MARKS, *CHANGED_MARKS):
        return one._replace(code="mark-removed")
    if one.code == "text-added" and one.new.strip() in (*MARKS, *CHANGED_MARKS):
        return one._replace(code="mark-added")
    if one.code == "text-changed" and "".join(one.old.split()) == "".join(one.new.split()):
        return one._replace(code="spaces-changed")
    alike = one.old.translate(_LOOK_ALIKE) == one.new.translate(_LOOK_ALIKE)
    if one.code == "text-changed" and alike and not is_other_year:
        return one._replace(code="letters-replaced")
    return one
