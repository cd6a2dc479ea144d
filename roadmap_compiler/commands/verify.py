"""roadmap verify: which edition a document is, what in it was altered by hand, and whether its signatures hold."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from roadmap_compiler.commands.known import Known, known_in, usual_folder
from roadmap_compiler.commands.showing import complain, tell
from roadmap_compiler.commands.signed import read_file, read_roots, signatures_of, signed_of
from roadmap_compiler.messages import Language
from roadmap_compiler.seals.telling import told

if TYPE_CHECKING:
    from roadmap_compiler.seals.verifying import Verification
    from roadmap_compiler.signatures import Report

UNCHANGED = ("unchanged", "signed", "before-approval")
FOREIGN = ("not-zip", "old-doc", "not-word")
"""Why a file cannot be read that is whole, but of another kind: a roadmap it cannot be, signed it may."""


class Verified(NamedTuple):
    """One file: what it is, of which roadmap (None for none), and what its signatures say, each by its file.

    ``has_marks``: marks of signatures stand in it; ``of_original`` is the signed document of which the stamped copy
    was made, where the marks are those of its signatures. ``signature_alone`` says that the file is of no roadmap and
    that a signature beside it decides.
    """

    path: Path
    result: Verification
    one: Known | None
    reports: tuple[tuple[Path, Report], ...]
    of_original: Path | None = None
    signature_alone: bool = False
    has_marks: bool = False

    @property
    def code(self) -> int:
        """The exit code for this file."""
        holds = all(report.intact for _, report in self.reports)
        if self.signature_alone:
            return 0 if holds else 1
        if self.result.outcome == "unreadable":
            return 2
        is_whole = self.result.outcome in UNCHANGED or self.result.outcome == "stamped" and self.of_original is not None
        is_in_force = self.one is not None and not self.one.candidate.is_earlier and not self.one.is_lock_wrong
        return 0 if is_whole and is_in_force and holds else 1


def run(options: argparse.Namespace, language: Language) -> int:
    """Verify documents. 0: unchanged, and every signature beside or inside holds. 1: altered, unknown, no longer in
    force, the lock has another seal, or a signature does not hold. 2: it could not be read, or the command is wrong."""
    from roadmap_compiler.commands.verified import as_json, show

    paths = _paths(options.paths)
    if len(paths) > 1 and options.signature:
        complain(told("signature-of-which", language))
        return 2
    folders = [path for path in paths if path.is_dir()]
    for path in folders:
        complain(told("is-folder", language, path=path.as_posix()))
    if folders:
        return 2
    files = [(path, read_file(path)) for path in paths]
    signatures = {path: [Path(name) for name in options.signature] or signatures_of(path) for path in paths}
    roots = read_roots(options.roots)
    known = known_in(options.roadmaps)
    if known is None and not all(signatures[path] or _original_beside(path) for path in paths):
        complain(told("no-roadmaps", language))
        return 2
    found = [_verify(path, data, signatures[path], roots, known or []) for path, data in files]
    folder = (options.roadmaps or usual_folder()) if known is not None else ""
    if options.format == "json":
        import json

        reports: list[dict[str, Any]] = [as_json(one, language) for one in found]
        tell(json.dumps(reports if len(reports) > 1 else reports[0], ensure_ascii=False, indent=1))
    else:
        for one in found:
            show(one, folder, language)
    return max(one.code for one in found)


def _paths(names: list[str]) -> list[Path]:
    """The files of the command line, each once; «*.docx» is read here too, for that of Windows does not."""
    found: list[Path] = []
    for name in names:
        path = Path(name)
        if "*" in path.name and path.parent.is_dir() and not path.exists():
            found += [file for file in sorted(path.parent.glob(path.name)) if not file.name.startswith("~$")] or [path]
        else:
            found.append(path)
    return list(dict.fromkeys(found))


def _verify(path: Path, data: bytes, signatures: list[Path], roots: tuple[bytes, ...],
            known: list[Known]) -> Verified:
    from roadmap_compiler.publishing import Copies
    from roadmap_compiler.seals.verifying import verify

    copies = Copies(data)
    result = verify(data, [one.candidate for one in known], copies.of)
    has_marks = bool(copies.marks)
    if has_marks or result.outcome == "stamped" or _original_beside(path):
        stamped = _stamped(path, data, result, known, signatures, roots)
        if stamped is not None:
            return stamped._replace(has_marks=has_marks)
    reports = signed_of(path, data, signatures, roots).reports
    is_alone = _is_foreign(result) and bool(signatures)
    return Verified(path, result, _known(result, known), reports, None, is_alone, has_marks)


def _is_foreign(result: Verification) -> bool:
    return result.outcome == "unknown" or result.refusal in FOREIGN


def _known(result: Verification, known: list[Known]) -> Known | None:
    return known[result.candidate] if result.candidate >= 0 else None


# --- copies with the mark of a signature ---


def _stamped(path: Path, data: bytes, result: Verification, known: list[Known], signatures: list[Path],
             roots: tuple[bytes, ...]) -> Verified | None:
    """A copy with marks: they count only where a signature says the same, that of the document it was made of. None
    where that document is not known."""
    from roadmap_compiler.publishing import NotWord, stamp
    from roadmap_compiler.seals.packing import same_but_for_zlib
    from roadmap_compiler.seals.verifying import verify

    beside = _original_beside(path)
    original = read_file(beside) if beside else result.original
    if not original:
        return None
    place = beside or path
    signed = signed_of(place, original, signatures or signatures_of(place), roots)
    try:
        copy = stamp(original, signed.signers)[0] if signed.intact else b""
    except NotWord:
        copy = b""
    if not copy or copy != data and not same_but_for_zlib(copy, data):
        return Verified(path, result, _known(result, known), signed.reports)
    of_original = verify(original, [one.candidate for one in known])
    if of_original.outcome in (*UNCHANGED, "earlier"):
        of_original = of_original._replace(outcome="stamped")
    return Verified(path, of_original, _known(of_original, known), signed.reports, place, _is_foreign(of_original))


def _original_beside(path: Path) -> Path | None:
    """план.docx beside план.stamped.docx."""
    stem = path.stem.removesuffix(".stamped")
    beside = path.with_name(stem + path.suffix)
    return beside if stem and stem != path.stem and beside.is_file() else None
