"""What lies beside a roadmap about its approval: its line in roadmap.lock, its approved text, and those before it.

    roadmap.lock
    roadmap.approved/карта.yaml              the text in force
    roadmap.approved/карта.2021-08-30.yaml   what was approved on that day and is no longer in force
"""

from __future__ import annotations

import datetime
import hashlib
import re
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


class Earlier(NamedTuple):
    """A text that was approved on ``date`` and has been amended since; ``path`` is where it lies."""

    date: datetime.date
    text: bytes
    path: str


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


def earlier(path: Path) -> tuple[Earlier, ...]:
    """The approved texts of the roadmap at ``path`` that are no longer in force, oldest first. The lock has nothing
    about them: nobody vouches for them but the folder they lie in."""
    found = []
    for place in _inside(path.parent / COPIES):
        day = earlier_day(place.name, path.name)
        if day is None or is_text_of_its_own(place.name, path):
            continue
        try:
            found.append((*day, Earlier(day[0], place.read_bytes(), place.as_posix())))
        except OSError:
            continue
    return tuple(one for *_, one in sorted(found))


def earlier_place(path: Path, date: datetime.date, text: bytes) -> Path | None:
    """Where to keep a text that was approved on ``date``; None where it is kept already."""
    if any(one.date == date and fingerprint(one.text) == fingerprint(text) for one in earlier(path)):
        return None
    number = 1
    while True:
        day = f"{date.isoformat()}.{number}" if number > 1 else date.isoformat()
        place = path.parent / COPIES / f"{path.stem}.{day}{path.suffix}"
        if not place.exists() and not is_text_of_its_own(place.name, path):
            return place
        number += 1


def earlier_day(name: str, of: str) -> tuple[datetime.date, int] | None:
    """The day in the name of an earlier text of the roadmap ``of``, and which of that day it is; None for any other."""
    stem, suffix = Path(name_of(of)).stem, Path(name_of(of)).suffix
    found = re.fullmatch(rf"{re.escape(stem)}\.(\d{{4}}-\d\d-\d\d)(?:\.(\d{{1,4}}))?{re.escape(suffix)}", name_of(name))
    try:
        return (datetime.date.fromisoformat(found[1]), int(found[2] or 1)) if found else None
    except ValueError:
        return None


def is_text_of_its_own(name: str, beside: Path) -> bool:
    """Whether a roadmap of this very name lies beside another or stands in its lock, so that a copy of this name is
    that roadmap's."""
    lock = lock_beside(beside)
    return beside.with_name(name).exists() or lock is not None and name_of(name) in lock.entries


def _inside(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


def fingerprint(text: bytes) -> str:
    """Sixteen hex digits that a change of line ends, as git makes them, leaves the same."""
    return hashlib.sha256(text.replace(b"\r\n", b"\n")).hexdigest()[:16]
