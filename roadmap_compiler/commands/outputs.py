"""What is made of one roadmap, as bytes: the document in its state, the calendar file, the printed calendar."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from roadmap_compiler import __version__
from roadmap_compiler.approvals import read_record
from roadmap_compiler.compiler import Compilation, compile_bytes
from roadmap_compiler.documents.compiling import compile_document
from roadmap_compiler.documents.dress import PLAIN, Dress
from roadmap_compiler.findings import Finding
from roadmap_compiler.plan.plan import Plan

if TYPE_CHECKING:
    from roadmap_compiler.approvals.states import Kind

Only = Literal["", "draft", "approved"]
"""What is asked for: documents in the state they are in, drafts of everything, or approved documents and no others."""

DOCUMENT, CALENDAR, GRID = "docx", "ics", "calendar.docx"
"""The endings of the outputs."""


class Made(NamedTuple):
    """What came of a roadmap. ``contents`` are the outputs by their endings, none where there are errors or where the
    roadmap is left out because it is not approved.

    ``state`` is that of the roadmap: draft, signing, approved or changed; ``seal`` that of an approved document.
    """

    compilation: Compilation
    state: Kind
    seal: str
    contents: dict[str, bytes]
    is_left_out: bool = False
    wrong: tuple[Finding, ...] = ()
    """What is wrong with the record of its approval, so that it could not be built in its state."""


def make(path: Path, data: bytes, kinds: tuple[str, ...], profile: str | None, only: Only,
         has_qr: bool = False) -> Made:
    """Everything that is asked for of the roadmap ``data``, which lies at ``path``. Reads its template and what lies
    beside it about its approval; writes nothing."""
    record = read_record(path)
    compilation = compile_bytes(data, path.as_posix(), profile, record)
    plan = compilation.plan
    state: Kind = "signing"
    seal = ""
    if plan is not None and (record is not None or plan.roadmap.state):
        from roadmap_compiler.approvals.states import judge

        judged = judge(plan, record)
        state, seal = judged.kind, judged.seal if judged.kind == "approved" else ""
        if record is not None and judged.is_lock_wrong and only != "draft":
            from roadmap_compiler.approvals.telling import tell_seal

            return Made(compilation, state, "", {}, wrong=tuple(tell_seal(plan, record, path)))
    if only == "approved" and state != "approved" and (plan is not None or record is None):
        return Made(compilation, state, "", {}, True)
    if only == "draft":
        state, seal = "draft", ""
    if plan is None or compilation.has_errors:
        return Made(compilation, state, seal, {})
    contents: dict[str, bytes] = {}
    if "docx" in kinds:
        document, findings = compile_document(plan, _dress(plan, state, seal, has_qr))
        compilation = compilation._replace(findings=(*compilation.findings, *findings))
        if document is None:
            return Made(compilation, state, seal, {})
        contents[DOCUMENT] = document
    return Made(compilation, state, seal, contents | _calendars(plan, kinds, state))


def _dress(plan: Plan, state: Kind, seal: str, has_qr: bool) -> Dress:
    """What the document shows of its state."""
    if state == "signing":
        return PLAIN
    from roadmap_compiler.seals.dresses import dress_of

    return dress_of(plan, state, __version__, seal, has_qr)


def _calendars(plan: Plan, kinds: tuple[str, ...], state: Kind) -> dict[str, bytes]:
    """The calendar file, where anything has a date, and the printed grid."""
    contents: dict[str, bytes] = {}
    if "ics" in kinds:
        from roadmap_compiler.calendars.ics import compile_calendar

        calendar = compile_calendar(plan)
        if calendar is not None:
            contents[CALENDAR] = calendar
    if "calendar" in kinds:
        contents[GRID] = printed_calendar(plan, state)
    return contents


def printed_calendar(plan: Plan, state: Kind, version: str = __version__) -> bytes:
    """The printed grid with what it shows of its state: to the byte what a build in this state writes."""
    from roadmap_compiler.calendars.printing import print_calendar

    grid, problems = print_calendar(plan, "grid")
    assert grid is not None, problems
    if state == "signing":
        return grid
    from roadmap_compiler.documents.dressing import dressed
    from roadmap_compiler.seals.dresses import dress_of_calendar

    return dressed(grid, dress_of_calendar(plan, state, version))
