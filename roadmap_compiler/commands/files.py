"""Which files a command is about, and writing outputs so that nothing is ever half-written."""

from __future__ import annotations

import os
from pathlib import Path

from roadmap_compiler.approvals import COPIES
from roadmap_compiler.messages import Language, say

ENDINGS = (".yaml", ".yml")


class NotFound(Exception):
    """A path that the user named and that is not there, with the word of the screen to say it."""

    def __init__(self, word: str, path: str) -> None:
        super().__init__(path)
        self.word = word
        self.path = path


def roadmap_files(paths: list[str]) -> list[Path]:
    """Files as named; a folder stands for the .yaml files in it and below, by name, without the approved texts that
    are kept in folders of their own. Raises NotFound."""
    found: list[Path] = []
    for name in paths or ["roadmaps"]:
        path = Path(name)
        if path.is_dir():
            inside = sorted(p for p in path.rglob("*") if p.suffix.lower() in ENDINGS and p.is_file()
                            and COPIES not in p.relative_to(path).parts[:-1])
            if not inside:
                raise NotFound("no-files", name)
            found += inside
        elif path.is_file():
            found.append(path)
        else:
            raise NotFound("file-missing", name)
    return list(dict.fromkeys(found))


def nearest_file(name: str) -> str:
    """The roadmap beside a path that is not there which was probably meant: the ending is missing, a letter is wrong;
    "" where there is none."""
    from roadmap_compiler.near import near

    path = Path(name)
    try:
        beside = [one.name for one in path.parent.iterdir() if one.suffix.lower() in ENDINGS and one.is_file()]
    except OSError:
        return ""
    found = next((path.name + ending for ending in ENDINGS if path.name + ending in beside), "")
    found = found or near(path.name, beside) or near(path.name, [one.rpartition(".")[0] for one in beside]) or ""
    ending = next((ending for ending in ("", *ENDINGS) if found + ending in beside), "")
    return path.with_name(found + ending).as_posix() if found else ""


def is_same(path: Path, other: Path) -> bool:
    """Whether writing ``path`` would write over ``other``, which is there: by whatever names, for Windows does not tell
    capitals apart."""
    return path.samefile(other) if path.exists() else path.resolve() == other.resolve()


def write_whole(path: Path, data: bytes) -> None:
    """Write a file under a temporary name beside it and rename: where this fails, the old one stays. Raises OSError.

    A link stays a link, and the file keeps the rights it had.
    """
    if path.is_symlink():
        path = path.resolve()
    known = path.is_file()
    if known and path.read_bytes() == data:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        temporary.write_bytes(data)
        if known:
            temporary.chmod(path.stat().st_mode)
        temporary.replace(path)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise


def why_not_written(error: OSError, language: Language) -> str:
    """Why a file could not be written, in words; Word keeps an open document locked under Windows."""
    if isinstance(error, PermissionError):
        return say("locked", {}, language)
    return error.strerror or str(error)
