"""roadmap stamp: a copy of a signed document with the mark of the electronic signature. The original is not touched."""

from __future__ import annotations

import argparse
from pathlib import Path

from roadmap_compiler.commands.files import is_same, why_not_written, write_whole
from roadmap_compiler.commands.showing import complain, tell
from roadmap_compiler.commands.signed import (
    complain_of_signatures,
    read_file,
    read_roots,
    signatures_of,
    signed_of,
    tell_signers,
)
from roadmap_compiler.messages import Language, say
from roadmap_compiler.messages.publishing import told


def run(options: argparse.Namespace, language: Language) -> int:
    """0: the copy is written. 1: a signature is not confirmed, nothing is written. 2: could not read or write."""
    from roadmap_compiler.publishing import NotWord, stamp

    path = Path(options.path)
    signatures = [Path(name) for name in options.signature] or signatures_of(path)
    signed = signed_of(path, read_file(path), signatures, read_roots(options.roots))
    name = path.as_posix()
    if not signed.reports:
        complain(told("signature-missing", {"path": name, "name": path.name}, language))
        return 2
    output = Path(options.out) if options.out else stamped_name(path)
    if any(is_same(output, other) for other in (path, *signatures, *map(Path, options.roots))):
        complain(told("over-original", {"path": output.as_posix()}, language))
        return 2
    if not signed.intact:
        complain(told("not-stamped", {"path": name}, language))
        complain_of_signatures(signed, language)
        return 1
    try:
        copy, placed = stamp(signed.data, signed.signers)
    except NotWord as error:
        complain(told(error.code, {"path": name}, language))
        return 2
    try:
        write_whole(output, copy)
    except OSError as error:
        params = {"path": output.as_posix(), "why": why_not_written(error, language)}
        complain(say("cannot-write", params, language))
        return 2
    tell(told("stamped", {"path": name, "output": output.as_posix()}, language))
    tell_signers(signed, placed, language)
    return 0


def stamped_name(path: Path) -> Path:
    """план.docx → план.stamped.docx, in the same folder."""
    return path.with_name(f"{path.stem}.stamped{path.suffix}")
