"""A document and its signatures, beside it or inside: found, checked, told of. For verify, sign, stamp and publish."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from roadmap_compiler.commands.files import NotFound
from roadmap_compiler.commands.showing import complain, tell
from roadmap_compiler.messages import Language
from roadmap_compiler.messages.publishing import told
from roadmap_compiler.messages.signatures import problem_words, signature_words, who_words

if TYPE_CHECKING:
    from roadmap_compiler.publishing import Placed
    from roadmap_compiler.signatures import Report, Signer

SIGNATURE_ENDINGS = (".sig", ".p7s", ".sgn")
"""As КриптоАРМ, КриптоПро, Контур and Госключ write them."""
INSIDE = b"_xmlsignatures/"
"""Stands in the directory of a DOCX that is signed inside."""


class Signed(NamedTuple):
    """A document as it lies there, with its signatures.

    Attributes:
        path: of the document.
        data: its bytes.
        signatures: the files of signatures with their bytes, none twice.
        reports: what is known of each, by the file it is in; a document signed inside has one of its own.
    """

    path: Path
    data: bytes
    signatures: tuple[tuple[Path, bytes], ...]
    reports: tuple[tuple[Path, Report], ...]

    @property
    def intact(self) -> bool:
        """There is a signature, and all of them are good."""
        return bool(self.reports) and all(report.intact for _, report in self.reports)

    @property
    def signers(self) -> tuple[Signer, ...]:
        """Everybody who signed, in the order of the files and in them; the same signature is counted once."""
        found: list[Signer] = []
        for _, report in self.reports:
            found += [signer for signer in report.signers if signer not in found]
        return tuple(found)


def signed_of(path: Path, data: bytes, signatures: list[Path], roots: tuple[bytes, ...]) -> Signed:
    """A document with its signatures, which are read here and checked as of today. Raises NotFound for a signature that
    is not there."""
    from roadmap_compiler.signatures import check_detached, check_package

    found: dict[bytes, Path] = {}
    for signature in signatures:
        found.setdefault(read_file(signature), signature)
    today = datetime.datetime.now(datetime.timezone.utc).date()
    reports = [(file, check_detached(data, signature, roots, today)) for signature, file in found.items()]
    if INSIDE in data:
        reports.append((path, check_package(data, roots, today)))
    return Signed(path, data, tuple((file, signature) for signature, file in found.items()), tuple(reports))


def read_roots(names: list[str]) -> tuple[bytes, ...]:
    """The certificates that are trusted. Raises NotFound for a file that is not there, is no certificate, or holds a
    private key: nobody is asked to trust by a key, and it does not belong on a command line."""
    files = tuple(read_file(Path(name)) for name in names)
    if files:
        from roadmap_compiler.signatures.trust import has_key, open_roots

        for name, data in zip(names, files, strict=True):
            if has_key(data):
                raise NotFound("roots-key", Path(name).as_posix())
            if not open_roots((data,))[1]:
                raise NotFound("roots-no-certificate", Path(name).as_posix())
    return files


def read_file(path: Path) -> bytes:
    """The bytes of a file that the user named. Raises NotFound."""
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise NotFound("file-missing", path.as_posix()) from error
    except OSError as error:
        raise NotFound("file-unreadable", path.as_posix()) from error


def signatures_of(document: Path, folder: Path | None = None) -> list[Path]:
    """The signatures beside a document, or in ``folder``: план.docx.sig, план.sig, and the other endings."""
    names = [stem + ending for stem in (document.name, document.stem) for ending in SIGNATURE_ENDINGS]
    places = [document.parent / name for name in names]
    if folder is not None:
        places += [folder / name for name in names]
    return [place for place in places if place.is_file()]


def tell_signers(signed: Signed, placed: tuple[Placed, ...], language: Language) -> None:
    """Who signed, how far that was checked, what is worth knowing, and where the marks stand."""
    marks = iter(placed)
    for signer in signed.signers:
        if signer.certificate is None:
            continue
        mark = next(marks)
        tell("    " + signature_words("signer", {"who": who_words(signer.certificate)}, language))
        lines = [told(f"at-{mark.where}", {}, language)]
        if mark.instead_of:
            lines.append(told("other-person", {"other": mark.instead_of}, language))
        lines.append(signature_words(signer.trust, {}, language))
        for line in [*lines, *(problem_words(problem, language) for problem in signer.problems)]:
            tell(f"        {line}")


def complain_of_signatures(signed: Signed, language: Language) -> None:
    """Why the signatures of a document are not confirmed."""
    for file, report in signed.reports:
        problems = [*report.problems, *(problem for signer in report.signers for problem in signer.problems)]
        for sentence in dict.fromkeys(problem_words(problem, language) for problem in problems):
            complain(f"    {file.as_posix()}: {sentence}")
