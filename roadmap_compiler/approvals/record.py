"""What lies beside a roadmap about its approval: its line in roadmap.lock and its approved text."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from roadmap_compiler.approvals import COPIES, LOCK
from roadmap_compiler.approvals.lock import Lock, LockEntry, name_of, read_lock


class Record(NamedTuple):
    """The approval of one roadmap. ``copy`` is the approved text, None where there is none or it is another text than
    the one that was approved."""

    entry: LockEntry
    copy: bytes | None
    copy_path: str
    """Where the approved text belongs, for people."""


def read(path: Path) -> Record | None:
    """The record of the roadmap at ``path``; None where the lock beside it does not name it."""
    lock = lock_beside(path)
    entry = lock.entries.get(name_of(path.name)) if lock is not None else None
    if entry is None:
        return None
    place = copy_place(path)
    try:
        copy: bytes | None = place.read_bytes()
    except OSError:
        copy = None
    if copy is not None and entry.copy and fingerprint(copy) != entry.copy:
        copy = None
    return Record(entry, copy, place.as_posix())


def lock_beside(path: Path) -> Lock | None:
    """The lock of the folder in which ``path`` is; None where there is none or it cannot be read."""
    place = path.parent / LOCK
    try:
        stat = place.stat()
    except OSError:
        return None
    return _read_lock(place, stat.st_mtime_ns, stat.st_size)


@lru_cache(maxsize=8)
def _read_lock(place: Path, _time: int, _size: int) -> Lock | None:
    """Read once for all roadmaps of a folder, and anew when the file is another."""
    try:
        return read_lock(place.read_text(encoding="utf-8-sig", errors="replace"), place.as_posix())
    except OSError:
        return None


def copy_place(path: Path) -> Path:
    """Where the approved text of a roadmap is kept."""
    return path.parent / COPIES / path.name


def fingerprint(text: bytes) -> str:
    """Sixteen hex digits that a change of line ends, as git makes them, leaves the same."""
    return hashlib.sha256(text.replace(b"\r\n", b"\n")).hexdigest()[:16]
