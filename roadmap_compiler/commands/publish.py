"""roadmap publish: originals, signatures, stamped copies, PDFs and a page for the site, gathered in one folder."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from roadmap_compiler.commands.files import NotFound, why_not_written, write_whole
from roadmap_compiler.commands.showing import complain, tell
from roadmap_compiler.commands.signed import (
    INSIDE,
    Signed,
    complain_of_signatures,
    read_file,
    read_roots,
    signatures_of,
    signed_of,
    tell_signers,
)
from roadmap_compiler.commands.stamp import stamped_name
from roadmap_compiler.messages import Language, say
from roadmap_compiler.messages.counted import counted
from roadmap_compiler.messages.publishing import told

if TYPE_CHECKING:
    from roadmap_compiler.publishing import Placed

PAGE = "index.html"


class Ready(NamedTuple):
    """A document that may be published: its title, and its stamped copy with the places of the marks."""

    signed: Signed
    title: str
    copy: bytes | None
    placed: tuple[Placed, ...]

    @property
    def pdf_name(self) -> str:
        return self.signed.path.with_suffix(".pdf").name

    @property
    def copy_name(self) -> str:
        return stamped_name(self.signed.path).name

    @property
    def names(self) -> tuple[str, ...]:
        """The files that it takes in the folder."""
        copy = (self.copy_name,) if self.copy is not None else ()
        return (self.signed.path.name, self.pdf_name, *copy, *(file.name for file, _ in self.signed.signatures))


def run(options: argparse.Namespace, language: Language) -> int:
    """0: all are published. 1: a signature is not confirmed or a PDF was not made; the others are published. 2: could
    not read or write."""
    ready, clean = _read(options, language)
    if ready is None:
        return 2
    if not ready:
        complain(told("nothing-published", {}, language))
        return 1
    out = Path(options.out)
    if _is_of_others(out / PAGE):
        complain(told("page-of-others", {"path": (out / PAGE).as_posix()}, language))
        return 2
    pdfs, all_made = _pdfs(ready, language)
    files: dict[str, bytes] = {}
    for document, pdf in zip(ready, pdfs, strict=True):
        files |= _files(document, pdf)
    files[PAGE] = _page(ready, pdfs)
    for name, data in files.items():
        try:
            write_whole(out / name, data)
        except OSError as error:
            params = {"path": (out / name).as_posix(), "why": why_not_written(error, language)}
            complain(say("cannot-write", params, language))
            return 2
    for document in ready:
        tell(told("published", {"path": document.signed.path.as_posix()}, language))
        tell_signers(document.signed, document.placed, language)
    tell(told("page", {"path": (out / PAGE).as_posix(), "folder": out.as_posix()}, language))
    _tell_doubts(options, ready, language)
    return 0 if clean and all_made else 1


def _tell_doubts(options: argparse.Namespace, ready: list[Ready], language: Language) -> None:
    """What is worth a look before the folder goes to the site, last, where it is read."""
    folder = Path(options.signature_dir) if options.signature_dir else None
    for path in map(Path, options.paths):
        count = len(_unsigned_in(path, folder)) if path.is_dir() else 0
        if count:
            params = {"path": path.as_posix(), "count": counted(count, "document", language)}
            tell(told("left-unsigned", params, language))
    for document in ready:
        for mark in document.placed:
            if mark.instead_of:
                where = {"path": document.signed.path.as_posix(), "owner": mark.owner, "other": mark.instead_of}
                complain(told("doubtful-mark", where, language))


def _read(options: argparse.Namespace, language: Language) -> tuple[list[Ready] | None, bool]:
    """The documents that may be published, and whether they are all; None, and it is told, for wrong usage."""
    from roadmap_compiler.publishing import NotWord, stamp, title_of

    folder = Path(options.signature_dir) if options.signature_dir else None
    if folder is not None and not folder.is_dir():
        raise NotFound("file-missing", folder.as_posix())
    ready: list[Ready] = []
    names: dict[str, Path] = {PAGE: Path(PAGE)}
    clean = True
    roots = read_roots(options.roots)
    for path in documents_named(options.paths, folder):
        signed = signed_of(path, read_file(path), signatures_of(path, folder), roots)
        where = {"path": path.as_posix()}
        if signed.reports and not signed.intact:
            complain(told("refused", where, language))
            complain_of_signatures(signed, language)
            clean = False
            continue
        try:
            copy, placed = stamp(signed.data, signed.signers) if signed.reports else (None, ())
            document = Ready(signed, title_of(signed.data) or path.stem, copy, placed)
        except NotWord as error:
            complain(told(error.code, where, language))
            return None, False
        if not signed.reports:
            tell(told("unsigned", where, language))
        for name in document.names:
            if name.casefold() in names:
                other = names[name.casefold()].as_posix()
                complain(told("two-of-one-name", {**where, "other": other, "name": name}, language))
                return None, False
            names[name.casefold()] = path
        ready.append(document)
    return ready, clean


def documents_named(names: list[str], signatures: Path | None) -> list[Path]:
    """The documents of the command line, each once. Raises NotFound.

    A folder stands for the signed documents in it; «*.docx» is read here too, for the command line of Windows does not.
    """
    found: list[Path] = []
    for name in names:
        path = Path(name)
        if path.is_dir():
            found += [file for file in _documents_in(path) if _is_signed(file, signatures)]
        elif "*" in path.name and path.parent.is_dir():
            found += [file for file in sorted(path.parent.glob(path.name)) if not file.name.startswith("~$")]
        else:
            found.append(path)
    return list(dict.fromkeys(found))


def _documents_in(folder: Path) -> list[Path]:
    """The Word documents of a folder; what Word keeps beside an open one is none."""
    return [file for file in sorted(folder.iterdir())
            if file.suffix.lower() == ".docx" and file.is_file() and not file.name.startswith("~$")]


def _is_signed(document: Path, signatures: Path | None) -> bool:
    """Whether a signature lies beside a document or is inside."""
    return bool(signatures_of(document, signatures)) or INSIDE in read_file(document)


def _unsigned_in(folder: Path, signatures: Path | None) -> list[Path]:
    """The documents of a folder that are left out; stamped copies are made anew and are not missed."""
    return [file for file in _documents_in(folder)
            if not file.stem.endswith(".stamped") and not _is_signed(file, signatures)]


def _is_of_others(page: Path) -> bool:
    """Whether there is a page already that this program did not write: the main page of a site may be called so."""
    from roadmap_compiler.publishing.site import BEGIN

    return page.exists() and BEGIN.encode() not in read_file(page)


def _pdfs(ready: list[Ready], language: Language) -> tuple[list[bytes | None], bool]:
    """A PDF of each document with its marks, where LibreOffice is installed; and whether what could be made was."""
    from roadmap_compiler.publishing.office import find_office, is_pdf_a, make_pdfs

    office = find_office(os.environ)
    if office is None:
        tell(told("no-office", {}, language))
        return [None] * len(ready), True
    pdfs = make_pdfs([document.copy or document.signed.data for document in ready], office)
    for document, pdf in zip(ready, pdfs, strict=True):
        where = {"path": document.signed.path.as_posix()}
        if pdf is None:
            complain(told("no-pdf", where, language))
        elif not is_pdf_a(pdf):
            tell(told("plain-pdf", where, language))
    return pdfs, None not in pdfs


def _files(document: Ready, pdf: bytes | None) -> dict[str, bytes]:
    """What is written for a document, by names: the original and its signatures as they are."""
    files = {document.signed.path.name: document.signed.data}
    files |= {file.name: data for file, data in document.signed.signatures}
    if document.copy is not None:
        files[document.copy_name] = document.copy
    if pdf is not None:
        files[document.pdf_name] = pdf
    return files


def _page(ready: list[Ready], pdfs: list[bytes | None]) -> bytes:
    import hashlib

    from roadmap_compiler.publishing import File, Published, site_page

    documents = []
    for document, pdf in zip(ready, pdfs, strict=True):
        original = File(document.signed.path.name, len(document.signed.data))
        copy = File(document.copy_name, len(document.copy)) if document.copy is not None else None
        view = File(document.pdf_name, len(pdf)) if pdf is not None else copy or original
        signatures = tuple(File(file.name, len(data)) for file, data in document.signed.signatures)
        signers = tuple(signer for signer in document.signed.signers if signer.certificate is not None)
        key = hashlib.sha256(document.signed.data).hexdigest()
        documents.append(Published(document.title, view, original, signatures, copy if copy != view else None,
                                   signers, key))
    return site_page(documents)
