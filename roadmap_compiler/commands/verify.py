"""roadmap verify: which edition a document is, and what in it was altered by hand."""

from __future__ import annotations

import argparse
import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from roadmap_compiler.approvals import COPIES, read_record
from roadmap_compiler.commands.files import NotFound, roadmap_files
from roadmap_compiler.commands.showing import complain, tell
from roadmap_compiler.commands.signed import read_file
from roadmap_compiler.messages import Language
from roadmap_compiler.seals.telling import lines, sentence, told

if TYPE_CHECKING:
    from roadmap_compiler.approvals.lock import LockEntry
    from roadmap_compiler.seals.verifying import Candidate, Verification
    from roadmap_compiler.signatures import Report

USUAL = "roadmaps"


class Known(NamedTuple):
    """A roadmap that the document may be of. ``entry`` is its approval; ``is_copy`` says that it is the approved text
    of a roadmap that has changed since."""

    path: Path
    candidate: Candidate
    entry: LockEntry | None
    is_copy: bool


def run(options: argparse.Namespace, language: Language) -> int:
    """Verify one document. 0: unchanged, and its signature holds where one was asked for or is inside. 1: altered,
    unknown, or a signature does not hold. 2: it could not be read, or the command is wrong."""
    from roadmap_compiler.seals.verifying import verify

    path = Path(options.path)
    data = read_file(path)
    reports = _detached(data, options)
    known = _known(options.roadmaps, language, bool(reports))
    if known is None:
        return 2
    result = verify(data, [one.candidate for one in known])
    if result.outcome == "signed":
        reports.append(_inside(data, options))
    is_asked = bool(known) or not reports
    if options.format == "json":
        import json

        tell(json.dumps(_as_json(path, result, known, reports, language), ensure_ascii=False, indent=1))
    else:
        if is_asked:
            _show(path, result, known, options.roadmaps or _usual(), language)
        _show_reports(reports, language)
    if is_asked and result.outcome == "unreadable":
        return 2
    is_whole = result.outcome in ("unchanged", "signed") or not is_asked
    return 0 if is_whole and all(report.intact for report in reports) else 1


# --- what is known ---


def _known(folder: str | None, language: Language, has_signature: bool) -> list[Known] | None:
    """Every roadmap of the folder, and the approved texts of those that have changed; None, and it is told, where
    there is no folder to look in. A signature can be verified without any."""
    if folder is None and not Path(_usual()).is_dir() and has_signature:
        return []
    try:
        files = roadmap_files([folder or _usual()])
    except NotFound:
        if folder is not None:
            raise
        if has_signature:
            return []
        complain(told("no-roadmaps", language))
        return None
    return [one for path in files if path.parent.name != COPIES for one in _of_file(path)]


def _usual() -> str:
    return USUAL if Path(USUAL).is_dir() else "."


def _of_file(path: Path) -> list[Known]:
    from roadmap_compiler.approvals.states import approved_plan, judge
    from roadmap_compiler.compiler import read_plan
    from roadmap_compiler.seals.verifying import Candidate

    try:
        data = path.read_bytes()
    except OSError:
        return []
    plan = read_plan(data, path.as_posix()).plan
    if plan is None:
        return []
    record = read_record(path)
    state = judge(plan, record)
    entry = state.entry if state.kind == "approved" else None
    if state.kind == "approved":
        found = [Known(path, Candidate(plan, ("approved", "draft"), state.seal), entry, False)]
    elif state.kind == "draft":
        found = [Known(path, Candidate(plan, ("draft",), ""), None, False)]
    else:
        found = [Known(path, Candidate(plan, ("signing", "draft"), ""), None, False)]
    if record is not None and record.copy is not None and record.copy != data:
        copy = approved_plan(plan, record)
        if copy is not None:
            approved = Candidate(copy, ("approved",), record.entry.seal)
            found.append(Known(path, approved, record.entry, state.kind != "approved"))
    return found


# --- signatures ---


def _detached(data: bytes, options: argparse.Namespace) -> list[Report]:
    """What the signatures in files of their own say of the document."""
    if not options.signature:
        return []
    from roadmap_compiler.signatures import check_detached

    return [check_detached(data, read_file(Path(name)), _roots(options), _today()) for name in options.signature]


def _inside(data: bytes, options: argparse.Namespace) -> Report:
    """What the signature inside the document says."""
    from roadmap_compiler.signatures import check_package

    return check_package(data, _roots(options), _today())


def _roots(options: argparse.Namespace) -> tuple[bytes, ...]:
    return tuple(read_file(Path(name)) for name in options.roots)


def _today() -> datetime.date:
    return datetime.datetime.now(datetime.timezone.utc).date()


# --- what is told ---


def _show(path: Path, result: Verification, known: list[Known], folder: str, language: Language) -> None:
    file = path.as_posix()
    if result.outcome == "unreadable":
        complain(told(result.refusal, language, file=file))
        return
    if result.outcome == "unknown":
        tell(told("unknown", language, file=file, folder=folder))
        if result.code:
            tell("    " + told("unknown-code", language, code=result.code))
        return
    one = known[result.candidate]
    if result.outcome == "altered":
        tell(told("altered", language, file=file, count=len(result.differences)))
        _show_edition(result, one, language)
        for line in lines(result.differences, language):
            tell(f"  - {line}")
        _hint_of_mark(result, language)
        _hint_of_template(result, one, language)
        return
    tell(told("is-edition", language, file=file, title=_quoted(one.candidate.plan.title)))
    _show_edition(result, one, language)
    tell(told("no-changes" if result.outcome == "unchanged" else "no-changes-but-signature", language))


def _quoted(title: tuple[str, ...]) -> str:
    """A title in quotes; one that has quotes of its own is told as it is."""
    text = " ".join(title)
    return text if "«" in text else f"«{text}»"


def _show_edition(result: Verification, one: Known, language: Language) -> None:
    """The roadmap, the state, the act, the code, the version."""
    facts = [told("of-file", language, path=one.path.as_posix()), told(f"kind-{result.kind}", language)]
    tell("    " + "; ".join(facts))
    if one.entry is not None and result.kind == "approved":
        act = _act(one.entry, language)
        tell("    " + told("approved-on", language, date=one.entry.date, act=act))
        if one.is_copy:
            tell("    " + told("changed-since", language))
    facts = [told("code-is", language, code=result.code)] if result.code and result.outcome != "altered" else []
    if result.version:
        facts.append(told("built-by", language, version=result.version))
    elif result.outcome == "unchanged":
        from roadmap_compiler import __version__

        facts.append(told("same-as-built", language, version=__version__))
    if facts:
        tell("    " + "; ".join(facts))


def _act(entry: LockEntry, language: Language) -> str:
    number = told("number-sign", language, number=entry.number) if entry.number else ""
    act = (entry.act + number).strip()
    return told("act", language, act=act) if act else ""


def _hint_of_mark(result: Verification, language: Language) -> None:
    """A stamped copy is not the document that was built; whoever is given one wants to know what to verify instead."""
    from roadmap_compiler.publishing.words import MARK_HEADING

    if any(all(words in each.new for words in MARK_HEADING) for each in result.differences):
        tell("    " + told("maybe-stamped", language))


def _hint_of_template(result: Verification, one: Known, language: Language) -> None:
    """A template of one's own may have been changed after the build: then nothing but the look differs."""
    from roadmap_compiler.documents import BUNDLED
    from roadmap_compiler.seals.differences import LOOKS

    template = one.candidate.plan.table.template
    if template and template.lower() not in BUNDLED and all(each.code in LOOKS for each in result.differences):
        tell("    " + told("maybe-template", language, name=template))


def _show_reports(reports: list[Report], language: Language) -> None:
    from roadmap_compiler.messages.signatures import report_lines

    for report in reports:
        for line in report_lines(report, language):
            tell(line)


def _as_json(path: Path, result: Verification, known: list[Known], reports: list[Report],
             language: Language) -> dict[str, Any]:
    one = known[result.candidate] if result.candidate >= 0 else None
    found: dict[str, Any] = {
        "file": path.as_posix(), "outcome": result.outcome, "refusal": result.refusal,
        "source": one.path.as_posix() if one else "", "title": " ".join(one.candidate.plan.title) if one else "",
        "state": result.kind if one else "", "code": result.code, "version": result.version,
        "approved": None, "changed_since": one.is_copy if one else False,
        "differences": [{**each._asdict(), "place": each.place._asdict(), "message": sentence(each, language)}
                        for each in result.differences],
    }
    if one is not None and one.entry is not None and result.kind == "approved":
        found["approved"] = {"date": one.entry.date.isoformat(), "act": one.entry.act, "number": one.entry.number}
    if reports:
        from roadmap_compiler.messages.signatures import report_json

        found["signatures"] = [report_json(report, language) for report in reports]
    return found
