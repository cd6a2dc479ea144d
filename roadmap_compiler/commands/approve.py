"""roadmap approve: record that a roadmap is approved, by which act and with which content."""

from __future__ import annotations

import argparse
import datetime
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from roadmap_compiler.approvals import COPIES, LOCK, read_record
from roadmap_compiler.commands.check import show_compilation
from roadmap_compiler.commands.files import why_not_written, write_whole
from roadmap_compiler.commands.showing import complain, show_finding, summary, tell
from roadmap_compiler.compiler import Compilation, compile_bytes
from roadmap_compiler.deadlines import read_date
from roadmap_compiler.messages import Language, say, structure
from roadmap_compiler.model.words import spoken
from roadmap_compiler.plan.approvals import print_day

if TYPE_CHECKING:
    from roadmap_compiler.approvals.approving import Act, Approving
    from roadmap_compiler.approvals.lock import Lock, LockEntry
    from roadmap_compiler.approvals.record import Record
    from roadmap_compiler.editing.written import Written


def run(options: argparse.Namespace, language: Language) -> int:
    """Approve one roadmap. 0 where it is approved, 1 where its errors or its blocks are in the way, 2 where the command
    asks for what is impossible or a file could not be read or written. Nothing is written unless all is well; where a
    file cannot be written, those before it stay, and the same command may be given again."""
    from roadmap_compiler.editing.written import read_written

    path = Path(options.path)
    act = _act(options, language)
    if act is None:
        return 2
    if path.parent.name == COPIES:
        complain(say("approve-copy", {"path": path.as_posix(), "own": _of_copy(path).as_posix()}, language))
        return 2
    try:
        data = path.read_bytes()
    except OSError:
        complain(say("file-missing", {"path": options.path}, language))
        return 2
    written, old = read_written(data), compile_bytes(data, path.as_posix())
    if written is None or old.plan is None or _is_misread(old):
        return _refuse(old, data, language)
    lock = _lock(path, language)
    if lock is None:
        return 1
    return _approve(options, path, act, old, written, lock, language)


def _of_copy(path: Path) -> Path:
    """The roadmap of which an approved text is, the one in force or an earlier one."""
    from roadmap_compiler.approvals.record import earlier_day

    folder = path.parent.parent
    named = [one for one in folder.iterdir() if earlier_day(path.name, one.name)]
    own = folder / path.name
    return named[0] if named and not own.exists() else own


def _act(options: argparse.Namespace, language: Language) -> Act | None:
    """The act of the command line; None, and why, where its date is none."""
    from roadmap_compiler.approvals.approving import Act

    read = read_date(options.date)
    if read.date is None:
        word = "approve-no-such-day" if read.year is not None and not read.valid else "approve-date"
        complain(say(word, {"text": options.date}, language))
        return None
    return Act(read.date, " ".join(options.act.split()), " ".join(options.number.replace("№", " ").split()))


def _is_misread(compilation: Compilation) -> bool:
    """Whether the file has mistakes of writing, so that its places would not be what the author sees."""
    return compilation.tree is None or compilation.tree.is_mended or any(
        finding.severity == "error" and finding.code in structure.RU for finding in compilation.findings)


def _refuse(compilation: Compilation, data: bytes, language: Language) -> int:
    for text in show_compilation(compilation, data, language):
        complain(text)
    complain(say("approve-errors", {"path": compilation.file}, language))
    return 1


def _lock(path: Path, language: Language) -> Lock | None:
    """The lock beside the roadmap, empty where there is none; None, and why, where a line of it would be lost."""
    from roadmap_compiler.approvals.lock import name_of, read_lock

    place = path.parent / LOCK
    try:
        text = place.read_text(encoding="utf-8-sig", errors="replace") if place.is_file() else ""
    except OSError:
        complain(say("file-unreadable", {"path": place.as_posix()}, language))
        return None
    lock = read_lock(text, place.as_posix())
    own = name_of(path.name)
    wrong = [one for one in lock.findings if not (one.code == "lock-twice" and one.params["path"] == own)]
    for finding in wrong:
        complain(show_finding(finding, text.splitlines(), language))
    if wrong:
        complain(say("approve-lock", {"path": path.as_posix(), "lock": place.as_posix()}, language))
    return None if wrong else lock


def _approve(options: argparse.Namespace, path: Path, act: Act, old: Compilation, written: Written, lock: Lock,
             language: Language) -> int:
    from roadmap_compiler.approvals.approving import Refusal, approve, is_untouched
    from roadmap_compiler.approvals.lock import lock_text, read_lock
    from roadmap_compiler.approvals.recovering import recovered
    from roadmap_compiler.editing.spans import apply_edits

    assert old.plan is not None
    file = path.as_posix()
    record = read_record(path) or recovered(path)
    approving = approve(old.plan, record, act, options.block, options.anew)
    if isinstance(approving, Refusal):
        complain(say(approving.word, {"path": file, **approving.params}, language))
        return 1 if approving.word == "approve-no-block" else 2
    data = written.to_bytes(apply_edits(old.plan.tree.text, approving.edits))
    new = compile_bytes(data, file)
    if new.plan is None or new.has_errors and is_untouched(old.plan.roadmap, new.plan.roadmap, approving.block):
        return _refuse(new, data, language)
    if not is_untouched(old.plan.roadmap, new.plan.roadmap, approving.block):
        complain(say("approve-defect", {"path": file}, language))
        return 2
    entry = _entry(path, new, approving, act, data)
    text = lock_text({**lock.entries, entry.file: entry}.values(), lock.comments)
    if read_lock(text, "").entries.get(entry.file) != entry:
        complain(say("approve-name", {"path": file}, language))
        return 2
    files = _files(path, data, text, record if approving.replaced else None)
    if not _write(files, language):
        return 2
    _tell(path, approving, entry, list(files), language)
    for line in _replaced(old, new, approving.block, language):
        tell(line)
    _warn(path, act, approving, record.entry if record is not None else None, entry, language)
    for line in show_compilation(new, data, language):
        tell(line)
    if new.findings:
        tell(summary(list(new.findings), 1, new.silenced, language))
    return 0


def _warn(path: Path, act: Act, approving: Approving, before: LockEntry | None, entry: LockEntry,
          language: Language) -> None:
    """What a person should know of an approval that is written down."""
    from roadmap_compiler.seals.content import short_code

    if act.date > today():
        complain(say("approve-future", {"path": path.as_posix(), "date": print_day(act.date)}, language))
    is_same_content = approving.way in ("corrected", "anew") and not approving.replaced
    if is_same_content and before is not None and before.seal != entry.seal:
        complain(say("approve-code-changed", {"code": short_code(before.seal)}, language))
    if _is_without_union(path):
        complain(say("approve-git", {}, language))


def today() -> datetime.date:
    """The day on this computer's calendar."""
    return datetime.datetime.now().astimezone().date()


def _is_without_union(path: Path) -> bool:
    """Whether the lock lies in a git repository that would meet a conflict in it."""
    try:
        found = subprocess.run(["git", "check-attr", "merge", "--", LOCK],  # noqa: S603, S607
                               cwd=path.parent, capture_output=True, check=False)
    except OSError:
        return False
    return found.returncode == 0 and found.stdout.split()[-1:] != [b"union"]


def _replaced(old: Compilation, new: Compilation, block: int, language: Language) -> list[str]:
    """What stood in the block and is no longer there, a line each."""
    assert old.plan is not None and new.plan is not None
    before, after = (plan.roadmap.approvals[block] for plan in (old.plan, new.plan))
    lines = []
    for name in ("act", "number", "date"):
        one, other = (" ".join((getattr(approval, name) or "").split()) for approval in (before, after))
        if one and one != other:
            lines.append(f"  {spoken(name, language)}: {one} → {other}")
    if before.amendments and not after.amendments:
        lines.append(f"  {spoken('amendments', language)}: −")
    return lines


def _entry(path: Path, new: Compilation, approving: Approving, given: Act, data: bytes) -> LockEntry:
    """The line of the lock: the act as the approved roadmap has it."""
    from roadmap_compiler.approvals.approving import last_act
    from roadmap_compiler.approvals.lock import LockEntry, name_of
    from roadmap_compiler.approvals.record import fingerprint
    from roadmap_compiler.seals.content import seal_of

    assert new.plan is not None
    act = last_act(new.plan.roadmap.approvals[approving.block]) or given
    return LockEntry(name_of(path.name), act.date, " ".join(act.kind.split()), " ".join(act.number.split()),
                     seal_of(new.plan), fingerprint(data))


def _files(path: Path, data: bytes, lock: str, replaced: Record | None) -> dict[Path, bytes]:
    """What to write: the roadmap, its approved text, the text that is no longer in force, and the lock, which comes
    last: without its line nothing is approved."""
    from roadmap_compiler.approvals.record import copy_place, earlier_place

    files = {path: data}
    if replaced is not None and replaced.copy is not None:
        place = earlier_place(path, replaced.entry.date, replaced.copy)
        files |= {place: replaced.copy} if place is not None else {}
    return files | {copy_place(path): data, path.parent / LOCK: lock.encode("utf-8")}


def _write(files: dict[Path, bytes], language: Language) -> bool:
    for place, content in files.items():
        try:
            write_whole(place, content)
        except OSError as error:
            params = {"path": place.as_posix(), "why": why_not_written(error, language)}
            complain(say("cannot-write", params, language))
            return False
    return True


def _tell(path: Path, approving: Approving, entry: LockEntry, written: list[Path], language: Language) -> None:
    from roadmap_compiler.seals.content import short_code

    word = ("approve-act" if entry.act else "approve-day") + ("-number" if entry.number else "")
    act = say(word, {"act": entry.act, "date": print_day(entry.date), "number": entry.number}, language)
    params = {"path": path.as_posix(), "act": act}
    since = approving.since
    if since is not None and since.kind == "changed" and since.entry is not None:
        from roadmap_compiler.approvals.telling import counts_of
        from roadmap_compiler.messages.approvals import listed

        params |= {"since": print_day(since.entry.date), "counts": listed(counts_of(since), language)}
    way = "first" if since is None and approving.way == "amended" else approving.way
    tell(say(f"approve-{way}", params, language))
    files = ", ".join(place.as_posix() for place in written)
    tell(say("approve-code", {"code": short_code(entry.seal), "files": files}, language))
