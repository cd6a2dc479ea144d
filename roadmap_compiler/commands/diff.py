"""roadmap diff: what changed between two editions."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from roadmap_compiler.approvals import read_record
from roadmap_compiler.commands.check import show_compilation
from roadmap_compiler.commands.files import why_not_written, write_whole
from roadmap_compiler.commands.revisions import Side, read_beside, read_side
from roadmap_compiler.commands.showing import as_json as finding_as_json
from roadmap_compiler.commands.showing import complain, show_finding, tell
from roadmap_compiler.compiler import Compilation, compile_bytes
from roadmap_compiler.findings import Finding
from roadmap_compiler.messages import Language, say
from roadmap_compiler.source.encodings import decode

if TYPE_CHECKING:
    from roadmap_compiler.editions.changes import Change, Comparison

DOCUMENTS = ("docx", "order", "redline")


def run(options: argparse.Namespace, language: Language) -> int:
    """Compare two editions. 0; 1 where they differ (with --exit-code) or an amendment moves numbers; 2 where a side
    could not be read or the output not be written."""
    from roadmap_compiler.editions.amendment import amend
    from roadmap_compiler.editions.comparing import compare

    if options.approved == (options.new is not None):
        complain(say("diff-two", {}, language))
        return 2
    sides = _approved(options.old, language) if options.approved else (
        read_side(options.old, language), read_side(options.new, language))
    compilations = []
    for side in sides:
        compilation = _compiled(side, language)
        if compilation is None:
            return 2
        compilations.append(compilation)
    old, new = compilations
    assert old.plan is not None and new.plan is not None
    comparison = compare(old.plan, new.plan)
    problems: list[Finding] = []
    if options.amendment:
        comparison, problems = amend(comparison)
    others = _others(comparison) if options.approved else ()
    if others and options.format in DOCUMENTS:
        complain(say("diff-other-parts", {"listed": _listed(others, language)}, language))
    elif others:
        comparison = comparison._replace(changes=(*others, *comparison.changes))
    broken = [one for one in compilations if one.is_misread]
    for one in broken:
        complain(say("compared-with-errors", {"path": one.file}, language))
    code = _give(options, comparison, problems, bool(broken), sides[1], language)
    if code:
        return code
    _tell_problems(options, sides[1], problems, language)
    if any(problem.severity == "error" for problem in problems):
        return 1
    return 1 if options.exit_code and (comparison.changes or others) else 0


def _others(comparison: Comparison) -> tuple[Change, ...]:
    from roadmap_compiler.approvals.parts import other_parts

    return other_parts(comparison)


def _listed(changes: tuple[Change, ...], language: Language) -> str:
    from roadmap_compiler.editions.as_text import labelled_line
    from roadmap_compiler.editions.saying import Speaker

    speaker = Speaker(language)
    return "; ".join(labelled_line(change, speaker) for change in changes)


def _approved(named: str, language: Language) -> tuple[Side, Side]:
    """The approved text of a roadmap and the roadmap as it is."""
    new = read_side(named, language)
    path = Path(named)
    record = read_record(path) if not new.failure else None
    if record is None:
        failure = new.failure or say("not-approved", {"path": named}, language)
    else:
        failure = say("approved-text-gone", {"path": named, "copy": record.copy_path}, language)
        if record.copy is not None:
            return Side(record.copy_path, record.copy), new
    return Side(named, b"", failure), new


def _compiled(side: Side, language: Language) -> Compilation | None:
    """One side; None, and why, where it cannot be compared. A file that cannot be read is never «no differences»."""
    if side.failure:
        complain(side.failure)
        return None
    compilation = compile_bytes(side.data, side.name)
    if compilation.plan is None:
        for text in show_compilation(compilation, side.data, language):
            complain(text)
        complain(say("not-compared", {"path": side.name}, language))
        return None
    return compilation


def _give(options: argparse.Namespace, comparison: Comparison, problems: list[Finding], has_errors: bool,
          new: Side, language: Language) -> int:
    """Print or write the form that was asked for; 0, or 2 where that failed."""
    if options.format in DOCUMENTS:
        return _give_document(options, comparison, new, language)
    text = _text(options, comparison, problems, has_errors, language)
    if not options.out:
        tell(text)
        return 0
    return _write(options.out, (text + "\n").encode("utf-8"), language)


def _text(options: argparse.Namespace, comparison: Comparison, problems: list[Finding], has_errors: bool,
          language: Language) -> str:
    if options.format == "json":
        import json

        from roadmap_compiler.editions.as_json import as_json

        report = as_json(comparison, language)
        if options.amendment:
            report["problems"] = [finding_as_json(problem, language) for problem in problems]
        return json.dumps(report, ensure_ascii=False, indent=1)
    if options.format == "markdown":
        from roadmap_compiler.editions.as_markdown import as_markdown

        return as_markdown(comparison, language, options.amendment, has_errors)
    if options.format == "html":
        from roadmap_compiler.editions.as_html import as_html

        return as_html(comparison, language, options.amendment, has_errors)
    from roadmap_compiler.editions.as_text import as_text

    return as_text(comparison, language, options.amendment, has_errors)


def _give_document(options: argparse.Namespace, comparison: Comparison, new: Side, language: Language) -> int:
    if not options.out:
        complain(say("out-needed", {"format": options.format}, language))
        return 2
    document: bytes | None
    findings: list[Finding] = []
    if options.format == "docx":
        from roadmap_compiler.editions.as_table import as_table
        from roadmap_compiler.editions.rows import USUAL, read_columns

        roles, wrong = read_columns(options.columns) if options.columns else (USUAL, "")
        if wrong:
            complain(say("unknown-column-word", {"text": wrong}, language))
            return 2
        document = as_table(comparison, language, roles)
    elif options.format == "order":
        from roadmap_compiler.editions.as_order import as_order

        document = as_order(comparison)
    else:
        from roadmap_compiler.editions.as_redline import as_redline

        document, findings = as_redline(comparison, _template_in_commit(new, comparison))
    for finding in findings:
        complain(show_finding(finding, [], language))
    return _write(options.out, document, language) if document is not None else 2


def _template_in_commit(side: Side, comparison: Comparison) -> bytes | None:
    """The author's own template of an edition that lies in a commit, from the same commit."""
    from roadmap_compiler.documents.compiling import LARGEST_TEMPLATE, is_own

    if not is_own(comparison.new):
        return None
    return read_beside(side, comparison.new.table.template, LARGEST_TEMPLATE)


def _write(out: str, data: bytes, language: Language) -> int:
    try:
        write_whole(Path(out), data)
    except OSError as error:
        complain(say("cannot-write", {"path": out, "why": why_not_written(error, language)}, language))
        return 2
    tell(say("created", {"path": Path(out).as_posix()}, language))
    return 0


def _tell_problems(options: argparse.Namespace, new: Side, problems: list[Finding], language: Language) -> None:
    """What an amendment must not do, on the lines of the new edition."""
    if not problems or (options.format == "json" and not options.out):
        return
    text, _ = decode(new.data, new.name)
    lines = (text or "").splitlines()
    sys.stdout.flush()
    for problem in problems:
        complain(show_finding(problem, lines, language))
