"""roadmap fix: repair what can be repaired without asking, or with --unsafe what is probably meant."""

from __future__ import annotations

import argparse
from pathlib import Path

from roadmap_compiler.approvals import read_record
from roadmap_compiler.commands.differing import unified
from roadmap_compiler.commands.files import roadmap_files, why_not_written, write_whole
from roadmap_compiler.commands.showing import complain, tell
from roadmap_compiler.compiler import compile_bytes
from roadmap_compiler.editing.fixing import Fixed, Wish, chosen, fix_bytes
from roadmap_compiler.editing.written import names_a_field, read_written
from roadmap_compiler.findings import Finding
from roadmap_compiler.messages import Language, known_codes, say, sentence
from roadmap_compiler.messages.counted import counted


def run(options: argparse.Namespace, language: Language) -> int:
    """Repair files and folders. 0 where no error is left, 1 where one is, 2 where a file could not be read or written.
    With --diff the repairs are shown and nothing is written; the code is the same."""
    wish = Wish(options.unsafe, options.code or "", options.line or 0, options.variant or 0)
    if wish.code and wish.code not in known_codes():
        complain(say("no-such-code", {"name": wish.code}, language))
        return 2
    left: list[Finding] = []
    read, repaired, changed, failed = 0, 0, 0, False
    for path in roadmap_files(options.paths):
        fixed = _fix(path, wish, language)
        if fixed is None:
            failed = True
            continue
        read += 1
        left += fixed.left
        if _places(fixed) == 0:
            continue
        repaired += _places(fixed)
        changed += 1
        if options.diff:
            tell(unified(path, fixed.before, fixed.after))
            continue
        if not _write(path, fixed.data, language):
            failed = True
            continue
        _tell_repairs(path, fixed, language)
    _tell_summary(read, repaired, changed, left, wish, options.diff, language)
    if failed:
        return 2
    return 1 if any(finding.severity == "error" for finding in left) else 0


def _fix(path: Path, wish: Wish, language: Language) -> Fixed | None:
    file = path.as_posix()
    try:
        data = path.read_bytes()
    except OSError:
        complain(say("file-unreadable", {"path": file}, language))
        return None
    written = read_written(data)
    if written is not None and written.text.strip() and not names_a_field(written.text):
        complain(say("fix-no-roadmap", {"path": file}, language))
        return None
    record = read_record(path)
    fixed = fix_bytes(data, lambda data: compile_bytes(data, file, None, record).findings, wish)
    if fixed is None:
        for finding in compile_bytes(data, file).findings:
            complain(f"{file}: {sentence(finding, language)} [{finding.code}]")
        complain(say("fix-nothing-written", {"path": file}, language))
    return fixed


def _write(path: Path, data: bytes, language: Language) -> bool:
    try:
        write_whole(path, data)
    except OSError as error:
        complain(say("cannot-write", {"path": path.as_posix(), "why": why_not_written(error, language)}, language))
        return False
    return True


def _places(fixed: Fixed) -> int:
    """How many things were mended, the encoding among them."""
    return len(fixed.repaired) + bool(fixed.old_encoding)


def _tell_repairs(path: Path, fixed: Fixed, language: Language) -> None:
    places = counted(_places(fixed), "place", language)
    tell(say("fixed-file", {"path": path.as_posix(), "places": places}, language))
    if fixed.old_encoding:
        tell(f"  {say('now-utf-8', {'encoding': fixed.old_encoding}, language)}")
    for finding in sorted(fixed.repaired, key=lambda finding: finding.span):
        line = say("at-line", {"line": finding.span.line}, language)
        tell(f"  {line}: {sentence(finding, language)} [{finding.code}]")


def _tell_summary(read: int, repaired: int, changed: int, left: list[Finding], wish: Wish, is_trial: bool,
                  language: Language) -> None:
    if changed == 0 and read == 0:
        return  # each file was said to be none of ours
    if changed == 0:
        tell(say("nothing-to-fix", {}, language))
    else:
        params = {"places": counted(repaired, "place", language), "files": counted(changed, "in-files", language)}
        tell(say("would-fix" if is_trial else "fixed", params, language))
    told = [counted(sum(finding.severity == name for finding in left), name, language) for name in ("error", "warning")]
    if left:
        tell(say("left", {"listed": ", ".join(told)}, language))
    doubtful = sum(chosen(finding, Wish(unsafe=True)) is not None for finding in left)
    if doubtful and not wish.unsafe:
        tell(say("doubtful", {"number": doubtful}, language))
