"""One side of a comparison: a file, or ``REV:path`` as git keeps it."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import NamedTuple

from roadmap_compiler.messages import Language, say


class Side(NamedTuple):
    """The bytes of one edition and what to call it; ``failure`` says why there are none. ``folder`` is where it lies
    («HEAD:./roadmaps») if that is a commit."""

    name: str
    data: bytes
    failure: str = ""
    folder: str = ""


def read_side(named: str, language: Language) -> Side:
    """A file that is there, else a path in a commit. A single letter before the colon is a disk of Windows."""
    path = Path(named)
    try:
        if path.is_file():
            return Side(path.as_posix(), path.read_bytes())
    except OSError:
        return Side(named, b"", say("file-unreadable", {"path": named}, language))
    revision, colon, inside = named.partition(":")
    if not colon or len(revision) < 2 or not inside or revision.startswith("-"):
        return Side(named, b"", say("file-missing", {"path": named}, language))
    return _from_git(revision, inside, named, language)


def _from_git(revision: str, inside: str, named: str, language: Language) -> Side:
    relative = inside if inside.startswith(("./", "/")) else f"./{inside}"
    for path in dict.fromkeys((relative, inside)):
        try:
            data = _blob(f"{revision}:{path}")
        except OSError:
            return Side(named, b"", say("no-git", {"path": named}, language))
        if data is not None:
            return Side(named, data, folder=f"{revision}:{path.rpartition('/')[0]}".removesuffix(":"))
    return Side(named, b"", say("no-revision", {"path": named}, language))


def read_beside(side: Side, name: str, most: int) -> bytes | None:
    """A file beside an edition in its commit; None where there is none, or it is larger than ``most`` bytes."""
    if not side.folder:
        return None
    data = _blob(f"{side.folder}/{name}")
    return data if data is not None and len(data) <= most else None


def _blob(place: str) -> bytes | None:
    """The bytes as they lie in the repository: no filter, no conversion of line ends. None where there are none; raises
    OSError where there is no git."""
    found = subprocess.run(["git", "cat-file", "blob", place], capture_output=True, check=False)  # noqa: S603, S607
    return found.stdout if found.returncode == 0 else None
