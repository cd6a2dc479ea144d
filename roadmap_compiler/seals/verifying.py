"""A file from anywhere and the roadmaps that are known → which edition it is, and what in it is not as it was built."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from roadmap_compiler.documents.compiling import compile_document
from roadmap_compiler.documents.dressing import APPLICATION
from roadmap_compiler.documents.qr import PICTURE as QR
from roadmap_compiler.plan.plan import Plan
from roadmap_compiler.seals.comparing import Found, compare_documents
from roadmap_compiler.seals.content import seal_of, short_code
from roadmap_compiler.seals.differences import Difference, in_order
from roadmap_compiler.seals.dresses import CODE, MARKS, STATUSES, VERSIONS, Kind, dress_of
from roadmap_compiler.seals.opening import DOCUMENT, Package, Unreadable, open_package
from roadmap_compiler.seals.packing import same_but_for_zlib
from roadmap_compiler.seals.texts import texts_in, texts_of, title_of

Outcome = Literal["unchanged", "signed", "altered", "unknown", "unreadable"]
"""``signed``: unchanged but for a signature that was put into the package, and that must be verified itself."""

KNOWN_FROM = 0.4
"""Share of a roadmap's texts from which a document is held to be its edition."""
_LOOK_ALIKE = str.maketrans("ABCEHKMOPTXYaceopxyi", "АВСЕНКМОРТХУасеорхуі")
_CODE_COUNTS = 0.1
_TRIED = 5


class Candidate(NamedTuple):
    """A roadmap that the document may be of, or its approved text.

    ``kinds`` are the states in which a document of it may be about; ``seal`` is that of the approved content, "" where
    it is not approved.
    """

    plan: Plan
    kinds: tuple[Kind, ...]
    seal: str


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


def verify(data: bytes, candidates: Sequence[Candidate]) -> Verification:
    """What ``data`` is. Never raises, whatever the bytes are."""
    package = open_package(data)
    if isinstance(package, Unreadable):
        return Verification("unreadable", refusal=package.code)
    found = Found(package)
    if DOCUMENT not in found.trees:
        wrong = next((one.code for one in found.problems if one.name == DOCUMENT), "part-not-xml")
        return Verification("unreadable", refusal=wrong.removeprefix("part-"))
    texts = texts_in(found.trees)
    codes = tuple(dict.fromkeys(code.upper() for text in texts for code in CODE.findall(text)))
    version = _version(found)
    ranks = _ranked(texts, codes, candidates)
    base = Verification("unknown", code=codes[0] if codes else "", version=version)
    for index, _ in ranks[:_TRIED]:
        for kind in candidates[index].kinds:
            document = _built(candidates[index], kind, version, QR in found.parts)
            if document is not None and (document == data or same_but_for_zlib(document, data)):
                return base._replace(outcome="unchanged", candidate=index, kind=kind)
    index = _recognised(ranks, codes, texts, candidates)
    if index < 0:
        return base
    kind = _kind_of(found, candidates[index], codes, texts)
    told = _compared(found, candidates[index], kind, version)
    told = [_named(one) for one in told]
    told += _codes(candidates, index, kind, codes)
    if any(one.code.startswith("code-") for one in told):
        told = [one for one in told if not (one.place.kind == "footer" and _is_code_line(one))]
    if [one.code for one in told] == ["signed"]:
        return base._replace(outcome="signed", candidate=index, kind=kind)
    told = told or [Difference("repacked")]  # the bytes are others, whatever it was
    return base._replace(outcome="altered", candidate=index, kind=kind, differences=in_order(told))


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


def _built(candidate: Candidate, kind: Kind, version: str, has_qr: bool) -> bytes | None:
    """The document as it is built now. Without the library that draws QR codes it has none."""
    seal = candidate.seal or (seal_of(candidate.plan) if kind == "approved" else "")
    try:
        dress = dress_of(candidate.plan, kind, version or VERSIONS[-1], seal, has_qr)
        return compile_document(candidate.plan, dress)[0]
    except ImportError:
        return _built(candidate, kind, version, False)


def _kind_of(found: Found, candidate: Candidate, codes: tuple[str, ...], texts: frozenset[str]) -> Kind:
    """The state in which an altered document was built: by its code, its mark, its properties, else the usual one."""
    if codes:
        return "approved"
    if "draft" in candidate.kinds and (texts & set(MARKS) or found.status in STATUSES["draft"]):
        return "draft"
    return candidate.kinds[0]


def _compared(found: Found, candidate: Candidate, kind: Kind, version: str) -> list[Difference]:
    """The differences from what is built now."""
    built = _built(candidate, kind, version, QR in found.parts)
    package = open_package(built) if built is not None else None
    if not isinstance(package, Package):
        return [Difference("not-built")]
    return list(compare_documents(package, found, tuple(column.heading for column in candidate.plan.table.columns)))


def _named(one: Difference) -> Difference:
    """The mark of a draft, and texts that look alike, are told by their own names."""
    if one.code == "text-removed" and one.old.strip() in MARKS:
        return one._replace(code="mark-removed")
    if one.code == "text-added" and one.new.strip() in MARKS:
        return one._replace(code="mark-added")
    if one.code == "text-changed" and "".join(one.old.split()) == "".join(one.new.split()):
        return one._replace(code="spaces-changed")
    if one.code == "text-changed" and one.old.translate(_LOOK_ALIKE) == one.new.translate(_LOOK_ALIKE):
        return one._replace(code="letters-replaced")
    return one


def _is_code_line(one: Difference) -> bool:
    """Whether a difference is the code itself, which is told by its own name, and nothing else."""
    return one.code.startswith("text-") and all(not text or CODE.fullmatch(text.strip()) for text in (one.old, one.new))


def _codes(candidates: Sequence[Candidate], index: int, kind: Kind, codes: tuple[str, ...]) -> list[Difference]:
    """What is wrong with the code in the document."""
    candidate = candidates[index]
    if kind != "approved":
        return [Difference("code-missing")] if candidate.kinds == ("approved",) else []
    told = [] if "approved" in candidate.kinds else [Difference("not-approved")]
    seal = candidate.seal or seal_of(candidate.plan)
    expected = short_code(seal)
    if not codes:
        return [*told, Difference("code-missing", old=expected)]
    for code in codes:
        if code == expected:
            continue
        other = next((one for one in candidates if one.seal and short_code(one.seal) == code), None)
        if other is not None:
            told.append(Difference("code-foreign", old=expected, new=code, name=other.plan.tree.file))
        elif sum(a != b for a, b in zip(code, expected, strict=True)) <= 3:
            told.append(Difference("code-altered", old=expected, new=code))
        else:
            told.append(Difference("code-other", old=expected, new=code))
    return told


