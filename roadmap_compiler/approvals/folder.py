"""What is wrong with the records of a whole folder: its lock, and the approved texts that belong to its lines."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from roadmap_compiler.approvals import COPIES
from roadmap_compiler.approvals.lock import Lock, LockEntry, line_span, name_of
from roadmap_compiler.approvals.record import earlier_day, fingerprint, lock_beside
from roadmap_compiler.approvals.states import read_text
from roadmap_compiler.findings import Finding, Span

ENDINGS = (".yaml", ".yml")


def tell_lock(path: Path) -> list[Finding]:
    """What is wrong in the folder in which ``path`` is: broken lines, lines of roadmaps that are gone or renamed,
    approved texts that no line names."""
    lock = lock_beside(path) or Lock({}, (), (), {})
    there = {name_of(one.name): one for one in path.parent.iterdir()}
    found = [*lock.findings, *_gone(path, lock, there), *_without_line(path, lock, there)]
    return sorted(found, key=lambda finding: finding.span)


def _gone(path: Path, lock: Lock, there: dict[str, Path]) -> Iterator[Finding]:
    """Lines of files that are not there; of a renamed one the new name is found by the content."""
    unnamed = [one for name, one in there.items() if one.suffix.lower() in ENDINGS and name not in lock.entries]
    for name, entry in lock.entries.items():
        if name in there:
            continue
        span = line_span(path, lock.lines[name], name)
        new = next((one.name for one in unnamed if _is_text_of(one, entry)), None)
        if new is None:
            yield Finding("lock-file-gone", "warning", span, {"path": name})
        else:
            yield Finding("lock-file-renamed", "error", span, {"path": name, "new": new, "folder": COPIES})


def _is_text_of(place: Path, entry: LockEntry) -> bool:
    """Whether a roadmap has the content that was approved under another name."""
    from roadmap_compiler.seals.content import seal_of

    try:
        data = place.read_bytes()
    except OSError:
        return False
    if entry.copy and fingerprint(data) == entry.copy:
        return True
    plan = read_text(data, place.as_posix())
    return plan is not None and seal_of(plan) == entry.seal


def _without_line(path: Path, lock: Lock, there: dict[str, Path]) -> Iterator[Finding]:
    """Approved texts of which the lock has no line. An earlier text needs none; nor is a line that is not understood
    told twice."""
    folder = path.parent / COPIES
    texts = {name_of(one.name): one for one in folder.iterdir()} if folder.is_dir() else {}
    broken = [str(one.params["text"]) for one in lock.findings if one.code == "lock-line"]
    named = {*texts, *lock.entries, *there}
    for name, text in sorted(texts.items()):
        if text.suffix.lower() not in ENDINGS or name in lock.entries or any(one.startswith(name) for one in broken):
            continue
        if name not in there and any(earlier_day(name, of) for of in named):
            continue
        yield Finding("lock-line-missing", "error", Span(text.as_posix(), 1, 1, 1, 2),
                      {"path": name, "copy": f"{COPIES}/{name}"})
