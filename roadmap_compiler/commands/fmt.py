"""roadmap fmt: one layout for every roadmap; the meaning, the comments and the block texts stay."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Literal

from roadmap_compiler.commands.differing import unified
from roadmap_compiler.commands.files import roadmap_files, why_not_written, write_whole
from roadmap_compiler.commands.showing import complain, show_finding, tell
from roadmap_compiler.editing.formatting import MeaningChanged, format_text
from roadmap_compiler.editing.written import read_written
from roadmap_compiler.findings import Finding
from roadmap_compiler.messages import Language, say
from roadmap_compiler.messages.counted import counted
from roadmap_compiler.source.encodings import decode

Outcome = Literal["same", "changed", "errors", "failed"]


def run(options: argparse.Namespace, language: Language) -> int:
    """Format files and folders. 0 where all was done, 1 where a file has errors or, with --check, another layout,
    2 where a file could not be read or written. With --check or --diff nothing is written."""
    outcomes = [_format(path, options, language) for path in roadmap_files(options.paths)]
    changed, same = outcomes.count("changed"), outcomes.count("same")
    done = "would-format" if options.check or options.diff else "formatted"
    told = [say(done, {"files": counted(changed, "file", language)}, language)] if changed else []
    if same:
        told.append(say("formatted-already", {"files": counted(same, "file", language)}, language))
    if told:
        tell(", ".join(told))
    if "failed" in outcomes:
        return 2
    return 1 if "errors" in outcomes or (options.check and changed) else 0


def _format(path: Path, options: argparse.Namespace, language: Language) -> Outcome:
    file = path.as_posix()
    try:
        data = path.read_bytes()
    except OSError:
        complain(say("file-unreadable", {"path": file}, language))
        return "failed"
    written = read_written(data)
    if written is not None and written.old_encoding:
        complain(say("fix-encoding-first", {"path": file, "encoding": written.old_encoding}, language))
        return "errors"
    text, findings = decode(data, file)
    errors = [finding for finding in findings if finding.severity == "error"]
    if text is None or errors:
        return _refuse(file, errors, text or "", language)
    try:
        formatted, errors = format_text(text, file, options.keys)
    except MeaningChanged:
        complain(say("not-formatted-defect", {"path": file}, language))
        return "failed"
    if formatted is None:
        return _refuse(file, errors, text, language)
    new = formatted.encode("utf-8")
    if new == data:
        return "same"
    return _change(path, text, formatted, options, language)


def _refuse(file: str, errors: list[Finding], text: str, language: Language) -> Outcome:
    lines = text.splitlines()
    for finding in errors:
        tell(show_finding(finding, lines, language))
    complain(say("not-formatted", {"path": file}, language))
    return "errors"


def _change(path: Path, text: str, formatted: str, options: argparse.Namespace, language: Language) -> Outcome:
    file = path.as_posix()
    if options.diff:
        tell(unified(path, text, formatted) or say("only-line-ends", {"path": file}, language))
        return "changed"
    if not options.check:
        try:
            write_whole(path, formatted.encode("utf-8"))
        except OSError as error:
            complain(say("cannot-write", {"path": file, "why": why_not_written(error, language)}, language))
            return "failed"
    tell(say("would-format-file" if options.check else "formatted-file", {"path": file}, language))
    return "changed"
