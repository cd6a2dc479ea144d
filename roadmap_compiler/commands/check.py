"""roadmap check: say what is wrong in roadmaps."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from itertools import repeat
from pathlib import Path
from typing import NamedTuple

from roadmap_compiler.approvals import COPIES, LOCK, read_record
from roadmap_compiler.commands.files import roadmap_files, why_not_written, write_whole
from roadmap_compiler.commands.many import do_all
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


class Order(NamedTuple):
    """One file to check, how strictly, and whether its findings are printed for reading."""

    path: Path
    profile: str | None
    language: Language
    is_for_reading: bool


class Told(NamedTuple):
    """A finding with its place in the author's words; ``shown`` is how it is printed, "" where it is not."""

    finding: Finding
    place: str
    shown: str


class Checked(NamedTuple):
    """What came of one file. It holds no tree and no plan: of a thousand files they would fill the memory.

    ``institution`` is "" where it is not known. ``told`` is None where the file could not be read.
    """

    path: Path
    institution: str
    silenced: int
    told: tuple[Told, ...] | None

    @property
    def findings(self) -> list[Finding]:
        """The findings alone."""
        return [one.finding for one in self.told or ()]


def run(options: argparse.Namespace, language: Language) -> int:
    """Check files and folders. 0 without errors, 1 with, 2 where a file could not be read."""
    wrong = _wrong_form(options)
    if wrong:
        complain(say(wrong, {"format": options.format}, language))
        return 2
    files = roadmap_files(options.paths)
    is_for_reading = options.format == "text" and not options.summary
    checked = list(do_all(check_one, [Order(path, options.profile, language, is_for_reading) for path in files]))
    for one in checked:
        if one.told is None:
            complain(say("file-unreadable", {"path": one.path.as_posix()}, language))
    unreadable = any(one.told is None for one in checked)
    checked = [one for one in checked if one.told is not None]
    for folder in dict.fromkeys(path.parent for path in files):
        if has_records(folder):
            checked.append(_check_lock(folder / LOCK, is_for_reading, language))
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
    return 1 if any(finding.severity == "error" for one in checked for finding in one.findings) else 0


def _wrong_form(options: argparse.Namespace) -> str:
    """The word of the screen for options that do not go together, "" where they do."""
    if options.summary and options.format not in ("text", "markdown", "json"):
        return "summary-format"
    if options.format == "markdown" and not options.summary:
        return "markdown-only"
    return "baseline-where" if options.update_baseline and not options.baseline else ""


def check_one(order: Order) -> Checked:
    """Read and check one file."""
    try:
        data = order.path.read_bytes()
    except OSError:
        return Checked(order.path, "", 0, None)
    record = read_record(order.path)
    compilation = compile_bytes(data, order.path.as_posix(), order.profile, record)
    shown = show_compilation(compilation, data, order.language) if order.is_for_reading else repeat("")
    told = tuple(Told(finding, place_words(finding, compilation, order.language), text)
                 for finding, text in zip(compilation.findings, shown, strict=False))
    if record is not None and compilation.plan is not None:
        from roadmap_compiler.approvals.telling import tell_seal

        told += _told_elsewhere(tell_seal(compilation.plan, record, order.path), order.is_for_reading, order.language)
    institution = compilation.plan.institution if compilation.plan is not None else ""
    return Checked(order.path, institution, compilation.silenced, told)


def has_records(folder: Path) -> bool:
    """Whether anything in a folder was ever approved."""
    return (folder / LOCK).is_file() or (folder / COPIES).is_dir()


def _check_lock(path: Path, is_for_reading: bool, language: Language) -> Checked:
    """What is wrong with the list of what is approved in a folder."""
    from roadmap_compiler.approvals.folder import tell_lock

    return Checked(path, "", 0, _told_elsewhere(tell_lock(path), is_for_reading, language))


def _told_elsewhere(findings: list[Finding], is_for_reading: bool, language: Language) -> tuple[Told, ...]:
    shown = show_elsewhere(findings, language) if is_for_reading else repeat("")
    return tuple(Told(finding, "", text) for finding, text in zip(findings, shown, strict=False))


def show_elsewhere(findings: Iterable[Finding], language: Language) -> list[str]:
    """Findings about files that are no roadmaps, each with its own line where it stands in the lock."""
    shown = []
    for finding in findings:
        place = Path(finding.span.file)
        is_lock = place.name == LOCK and place.is_file()
        lines = place.read_text(encoding="utf-8-sig", errors="replace").splitlines() if is_lock else []
        shown.append(show_finding(finding, lines, language))
    return shown


def _show(checked: list[Checked], files: int, form: str, language: Language) -> None:
    findings = [finding for one in checked for finding in one.findings]
    silenced = sum(one.silenced for one in checked)
    if form == "json":
        import json

        report = {"findings": [as_json(one.finding, language, one.place) for file in checked
                               for one in file.told or ()],
                  "summary": {"files": files, **count(findings), "silenced": silenced}}
        tell(json.dumps(report, ensure_ascii=False, indent=1))
        return
    if form in FORMS:
        from roadmap_compiler.commands import reports

        text = reports.report(form, findings, language)
        if text:
            tell(text)
        return
    for file in checked:
        for one in file.told or ():
            tell(one.shown)
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

    result = summing.report([summing.Counted(one.institution, one.path.as_posix(), one.findings) for one in checked
                             if one.path.name != LOCK or one.findings], language)
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
    findings = [finding for one in checked for finding in one.findings]
    result = without_known(findings, text, str(path.parent))
    if result.known:
        complain(say("baseline-known", {"path": name, "count": counted(result.known, "finding", language)}, language))
    if result.gone:
        complain(say("baseline-gone", {"path": name, "count": counted(result.gone, "finding", language)}, language))
    left = {id(finding) for finding in result.left}
    return [file._replace(told=tuple(one for one in file.told or () if id(one.finding) in left)) for file in checked]


def _write_baseline(name: str, checked: list[Checked], language: Language) -> int:
    """Write every finding into a baseline. 0 where it is written, 2 where it cannot be."""
    from roadmap_compiler.rules.baseline import baseline_text

    path = Path(name)
    findings = [finding for one in checked for finding in one.findings]
    try:
        write_whole(path, baseline_text(findings, str(path.parent)).encode())
    except OSError as error:
        complain(say("cannot-write", {"path": name, "why": why_not_written(error, language)}, language))
        return 2
    tell(say("baseline-written", {"path": name, "count": counted(len(findings), "finding", language)}, language))
    return 0
