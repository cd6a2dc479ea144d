"""roadmap check: say what is wrong in roadmaps."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import NamedTuple

from roadmap_compiler.commands.files import roadmap_files, why_not_written, write_whole
from roadmap_compiler.commands.showing import as_json, complain, count, show_finding, summary, tell
from roadmap_compiler.compiler import Compilation, compile_bytes
from roadmap_compiler.findings import Finding
from roadmap_compiler.messages import Language, say
from roadmap_compiler.messages.counted import counted
from roadmap_compiler.model.places import place_of
from roadmap_compiler.source.encodings import decode
from roadmap_compiler.source.lines import lines_of

FORMS = ("concise", "github", "gitlab", "sarif")
"""Reports for other programs, besides text and JSON."""


class Checked(NamedTuple):
    """One file: what it holds and what came of it."""

    data: bytes
    compilation: Compilation


def run(options: argparse.Namespace, language: Language) -> int:
    """Check files and folders. 0 without errors, 1 with, 2 where a file could not be read."""
    wrong = _wrong_form(options)
    if wrong:
        complain(say(wrong, {"format": options.format}, language))
        return 2
    files = roadmap_files(options.paths)
    checked, unreadable = _check(files, options.profile, language)
    if options.update_baseline:
        return _write_baseline(options.baseline, checked, language) or (2 if unreadable else 0)
    if options.baseline:
        without = _without_known(options.baseline, checked, language)
        if without is None:
            return 2
        checked = without
    if options.summary:
        _show_summary(checked, options.format, language)
    else:
        _show(checked, len(files), options.format, language)
    if unreadable:
        return 2
    findings = (finding for one in checked for finding in one.compilation.findings)
    return 1 if any(finding.severity == "error" for finding in findings) else 0


def _wrong_form(options: argparse.Namespace) -> str:
    """The word of the screen for options that do not go together, "" where they do."""
    if options.summary and options.format not in ("text", "markdown", "json"):
        return "summary-format"
    if options.format == "markdown" and not options.summary:
        return "markdown-only"
    return "baseline-where" if options.update_baseline and not options.baseline else ""


def _check(files: list[Path], profile: str | None, language: Language) -> tuple[list[Checked], int]:
    """Every file that can be read, and how many cannot."""
    checked, unreadable = [], 0
    for path in files:
        try:
            data = path.read_bytes()
        except OSError:
            complain(say("file-unreadable", {"path": path}, language))
            unreadable += 1
            continue
        checked.append(Checked(data, compile_bytes(data, path.as_posix(), profile)))
    return checked, unreadable


def _show(checked: list[Checked], files: int, form: str, language: Language) -> None:
    findings = [finding for one in checked for finding in one.compilation.findings]
    silenced = sum(one.compilation.silenced for one in checked)
    if form == "json":
        import json

        report = {"findings": [as_json(finding, language, place_words(finding, one.compilation, language))
                               for one in checked for finding in one.compilation.findings],
                  "summary": {"files": files, **count(findings), "silenced": silenced}}
        tell(json.dumps(report, ensure_ascii=False, indent=1))
        return
    if form in FORMS:
        from roadmap_compiler.commands import reports

        text = reports.report(form, findings, language)
        if text:
            tell(text)
        return
    for one in checked:
        for text in show_compilation(one.compilation, one.data, language):
            tell(text)
    tell(summary(findings, files, silenced, language))


def show_compilation(compilation: Compilation, data: bytes, language: Language) -> list[str]:
    """The findings of one file, each with its own line of the file."""
    if not compilation.findings:
        return []
    text, _ = decode(data, compilation.file)
    lines = lines_of(text or "")
    return [show_finding(finding, lines, language, place_words(finding, compilation, language))
            for finding in compilation.findings]


def place_words(finding: Finding, compilation: Compilation, language: Language) -> str:
    """Where a finding stands in the author's words, "" where the file could not be read."""
    return place_of(finding, compilation.tree, language) if compilation.tree is not None else ""


def _show_summary(checked: list[Checked], form: str, language: Language) -> None:
    from roadmap_compiler.commands import summing

    result = summing.report([one.compilation for one in checked], language)
    if form == "json":
        import json

        tell(json.dumps(summing.as_data(result), ensure_ascii=False, indent=1))
    else:
        tell(summing.as_markdown(result, language) if form == "markdown" else summing.as_text(result, language))


def _without_known(name: str, checked: list[Checked], language: Language) -> list[Checked] | None:
    """The files without the findings that a baseline holds; None where it cannot be read. What it held and hid, and
    what it holds and is mended, is said on the standard error."""
    from roadmap_compiler.rules.baseline import without_known

    path = Path(name)
    if not path.is_file():
        complain(say("baseline-missing", {"path": name}, language))
        return None
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        complain(say("file-unreadable", {"path": name}, language))
        return None
    findings = [finding for one in checked for finding in one.compilation.findings]
    result = without_known(findings, text, str(path.parent))
    if result.known:
        complain(say("baseline-known", {"path": name, "count": counted(result.known, "finding", language)}, language))
    if result.gone:
        complain(say("baseline-gone", {"path": name, "count": counted(result.gone, "finding", language)}, language))
    left = {id(finding) for finding in result.left}
    return [one._replace(compilation=one.compilation._replace(
        findings=tuple(finding for finding in one.compilation.findings if id(finding) in left))) for one in checked]


def _write_baseline(name: str, checked: list[Checked], language: Language) -> int:
    """Write every finding into a baseline. 0 where it is written, 2 where it cannot be."""
    from roadmap_compiler.rules.baseline import baseline_text

    path = Path(name)
    findings = [finding for one in checked for finding in one.compilation.findings]
    try:
        write_whole(path, baseline_text(findings, str(path.parent)).encode())
    except OSError as error:
        complain(say("cannot-write", {"path": name, "why": why_not_written(error, language)}, language))
        return 2
    tell(say("baseline-written", {"path": name, "count": counted(len(findings), "finding", language)}, language))
    return 0
