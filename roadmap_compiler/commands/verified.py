"""What roadmap verify tells of a file: for people, and for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from roadmap_compiler.commands.showing import complain, tell
from roadmap_compiler.commands.verify import Verified
from roadmap_compiler.messages import Language
from roadmap_compiler.messages.signatures import report_json, report_lines
from roadmap_compiler.seals.differences import LOOKS
from roadmap_compiler.seals.telling import lines, program, sentence, told

if TYPE_CHECKING:
    from roadmap_compiler.approvals.lock import LockEntry
    from roadmap_compiler.commands.known import Known
    from roadmap_compiler.seals.verifying import Verification

FEW = 10
"""Differences from the roadmap of another year that are worth reading."""


def show(verified: Verified, folder: str, language: Language) -> None:
    """Everything about one file; ``folder`` is that of the roadmaps, "" where there are none."""
    result, one = verified.result, verified.one
    file = verified.path.as_posix()
    if verified.signature_alone:
        word = "-not-word" if result.outcome == "unreadable" else "" if folder else "-no-roadmaps"
        tell(told(f"only-signature{word}", language, file=file, folder=folder))
    elif result.outcome == "unreadable":
        is_pdf = verified.path.suffix.lower() == ".pdf" and result.refusal == "not-zip"
        complain(told("not-word-pdf" if is_pdf else result.refusal, language, file=file))
    elif one is None:
        tell(told("unknown", language, file=file, folder=folder or "."))
        if result.code:
            tell("    " + told("unknown-code", language, code=result.code))
    elif result.outcome == "altered":
        _show_altered(verified, one, language)
    else:
        _show_unchanged(verified, one, language)
    for _, report in verified.reports:
        for line in report_lines(report, language):
            tell(line)


def _show_unchanged(verified: Verified, one: Known, language: Language) -> None:
    result = verified.result
    file, title = verified.path.as_posix(), _quoted(one.candidate.plan.title)
    is_titled = False
    if result.outcome == "stamped":
        tell(told("stamped", language, file=file))
    elif one.candidate.is_earlier:
        tell(_earlier(file, one, language))
    elif result.is_before:
        kind = "calendar" if result.form == "calendar" else result.kind
        tell(told(f"before-{kind}", language, file=file))
    else:
        is_titled = True
        tell(told("is-calendar" if result.form == "calendar" else "is-edition", language, file=file, title=title))
    if not is_titled:
        tell("    " + told("of-document", language, title=title))
    _show_edition(result, one, language)
    if one.is_lock_wrong:
        tell("    " + told("lock-wrong", language))
    if result.outcome == "stamped":
        if one.candidate.is_earlier:
            tell("    " + _earlier("", one, language).removeprefix(": "))
        word = "mark-holds" if verified.of_original else "mark-proves-nothing"
        tell(told(word, language, path=verified.of_original.as_posix() if verified.of_original else ""))
    elif one.candidate.is_earlier:
        tell(told("no-changes-but-old", language))
    else:
        tell(told("no-changes-but-signature" if result.is_signed else "no-changes", language))


def _show_altered(verified: Verified, one: Known, language: Language) -> None:
    result = verified.result
    file = verified.path.as_posix()
    count = len(result.differences)
    codes = [each.code for each in result.differences]
    if result.is_other_year:
        tell(told("other-year", language, file=file, count=count))
        tell("    " + told("near-file", language, path=one.path.as_posix(), title=_quoted(one.candidate.plan.title)))
        if result.code:
            tell("    " + told("unknown-code", language, code=result.code))
        if count > FEW:
            tell("    " + told("see-all", language))
            return
    elif codes[0] == "resaved" and all(code in LOOKS for code in codes[1:]):
        name = program(result.differences[0].name, language)
        tell(told("resaved-only", language, file=file, name=name))
        _show_edition(result, one, language)
        tell("    " + told("look-not-compared", language))
        return
    elif codes == ["not-approved"]:
        tell(told("without-record", language, file=file))
        _show_edition(result, one, language)
        return
    else:
        tell(told("altered", language, file=file, count=count))
        _show_edition(result, one, language)
    for line in lines(result.differences, language):
        tell(f"  - {line}")
    _hint_of_mark(verified, language)
    _hint_of_template(result, one, language)


def _earlier(file: str, one: Known, language: Language) -> str:
    """That an edition is no longer in force, and which is."""
    entry, now = one.entry, one.in_force
    assert entry is not None and now is not None
    return told("earlier", language, file=file, date=entry.date, act=_act(entry, language), now=now.date,
                new_act=_act(now, language))


def _quoted(title: tuple[str, ...]) -> str:
    """A title in quotes; one that has quotes of its own is told as it is."""
    text = " ".join(title)
    return text if "«" in text else f"«{text}»"


def _show_edition(result: Verification, one: Known, language: Language) -> None:
    """The roadmap, the state, the act, the code, the version."""
    facts = [told("of-file", language, path=one.path.as_posix())]
    if result.kind in one.candidate.kinds or result.is_before:
        facts.append(told(f"kind-{result.kind}", language))
    tell("    " + "; ".join(facts))
    if one.entry is not None and not one.candidate.is_earlier:
        _show_approval(result, one, one.entry, language)
    facts = [told("code-is", language, code=result.code)] if result.code and result.outcome != "altered" else []
    if result.version:
        facts.append(told("built-by", language, version=result.version))
    elif result.outcome in ("unchanged", "before-approval"):
        from roadmap_compiler import __version__

        facts.append(told("same-as-built", language, version=__version__))
    if facts:
        tell("    " + "; ".join(facts))


def _show_approval(result: Verification, one: Known, entry: LockEntry, language: Language) -> None:
    act = _act(entry, language)
    if result.is_before:
        tell("    " + told("approved-later", language, date=entry.date, act=act))
    elif result.kind == "approved" and "approved" in one.candidate.kinds:
        tell("    " + told("approved-on", language, date=entry.date, act=act))
    elif "changed" in one.candidate.kinds:
        tell("    " + told("changed-after", language, date=entry.date, act=act))
    if one.has_changed:
        tell("    " + told("changed-since", language))


def _act(entry: LockEntry, language: Language) -> str:
    number = told("number-sign", language, number=entry.number) if entry.number else ""
    act = (entry.act + number).strip()
    return told("act", language, act=act) if act else ""


def _hint_of_mark(verified: Verified, language: Language) -> None:
    """A stamped copy is not the document that was built; whoever is given one wants to know what to verify instead."""
    from roadmap_compiler.publishing.words import MARK_HEADING

    is_in_text = any(all(words in each.new for words in MARK_HEADING) for each in verified.result.differences)
    if (is_in_text or verified.has_marks) and not verified.of_original:
        tell("    " + told("maybe-stamped", language))


def _hint_of_template(result: Verification, one: Known, language: Language) -> None:
    """A template of one's own may have been changed after the build: then nothing but the look differs."""
    from roadmap_compiler.documents.compiling import is_own

    plan = one.candidate.plan
    if is_own(plan) and all(each.code in LOOKS for each in result.differences):
        tell("    " + told("maybe-template", language, name=plan.table.template))


def as_json(verified: Verified, language: Language) -> dict[str, Any]:
    """The same for programs."""
    result, one = verified.result, verified.one
    found: dict[str, Any] = {
        "file": verified.path.as_posix(), "outcome": result.outcome, "refusal": result.refusal,
        "source": one.path.as_posix() if one else "", "title": " ".join(one.candidate.plan.title) if one else "",
        "form": result.form, "state": result.kind if one else "", "code": result.code, "version": result.version,
        "approved": None, "changed_since": one.has_changed if one else False,
        "in_force": not one.candidate.is_earlier if one else False, "other_year": result.is_other_year,
        "lock_wrong": one.is_lock_wrong if one else False,
        "mark_of": verified.of_original.as_posix() if verified.of_original else "",
        "signature_alone": verified.signature_alone,
        "differences": [{**each._asdict(), "place": each.place._asdict(), "message": sentence(each, language)}
                        for each in result.differences],
    }
    if one is not None and one.entry is not None and (result.is_before or result.kind in ("approved", "changed")):
        found["approved"] = {"date": one.entry.date.isoformat(), "act": one.entry.act, "number": one.entry.number}
    if verified.reports:
        found["signatures"] = [{"signature": file.as_posix(), **report_json(report, language)}
                               for file, report in verified.reports]
    return found
