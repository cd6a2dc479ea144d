"""roadmap git: the drivers through which git compares and merges roadmaps, and their installation.

git must never fail because a roadmap is broken: what cannot be read is said, or left to git's own way.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from pathlib import Path

from roadmap_compiler.commands.files import why_not_written, write_whole
from roadmap_compiler.commands.showing import complain, tell
from roadmap_compiler.compiler import Compilation, compile_bytes
from roadmap_compiler.messages import Language, say, sentence
from roadmap_compiler.model.words import spoken
from roadmap_compiler.source.encodings import decode

ATTRIBUTES = (
    "roadmaps/**/*.yaml diff=roadmap merge=roadmap text eol=lf",
    "roadmap.lock merge=union text eol=lf",
    "**/roadmap.approved/*.yaml merge=binary",
)
"""Roadmaps are merged by fields, lines of the lock are put together, and approved texts are never mixed."""
_HUNK_HEAD = r"^ *-? *(title|название|Название): .*"


def run(options: argparse.Namespace, language: Language) -> int:
    """What git asks for, or ``install``."""
    if options.action == "install":
        return _install(language)
    needed = {"diff": 5, "textconv": 1, "merge": 3}[options.action]
    if len(options.files) < needed:
        complain(say("git-called-by-git", {"action": options.action}, language))
        return 2
    actions = {"diff": _diff, "textconv": _textconv, "merge": _merge}
    return actions[options.action](options.files, language)


# --- installation ---


def _install(language: Language) -> int:
    """Write .gitattributes (to be committed) and the settings of this clone."""
    top = _git("rev-parse", "--show-toplevel")
    if top is None or top.returncode:
        complain(say("no-repository", {}, language))
        return 2
    command = _command()
    settings = {
        "diff.roadmap.command": f"{command} git diff",
        "diff.roadmap.textconv": f"{command} git textconv",
        "diff.roadmap.xfuncname": _HUNK_HEAD,
        "merge.roadmap.name": "поля дорожных карт",
        "merge.roadmap.driver": f"{command} git merge %O %A %B %P",
        "core.quotePath": "false",
    }
    for name, value in settings.items():
        done = _git("config", name, value)
        if done is None or done.returncode:
            complain(say("git-not-set", {"name": name}, language))
            return 2
    path = Path(top.stdout.decode("utf-8").strip()) / ".gitattributes"
    try:
        text = path.read_text(encoding="utf-8") if path.is_file() else ""
        missing = [line for line in ATTRIBUTES if line not in text.splitlines()]
        if missing:
            text += "" if not text or text.endswith("\n") else "\n"
            write_whole(path, (text + "".join(f"{line}\n" for line in missing)).encode())
    except OSError as error:
        complain(say("cannot-write", {"path": path.as_posix(), "why": why_not_written(error, language)}, language))
        return 2
    tell(say("git-installed", {}, language))
    return 0


def _command() -> str:
    """How this program is called from the shell of git."""
    if shutil.which("roadmap"):
        return "roadmap"
    return f'"{Path(sys.executable).as_posix()}" -m roadmap_compiler'


def _git(*arguments: str) -> subprocess.CompletedProcess[bytes] | None:
    try:
        return subprocess.run(["git", *arguments], capture_output=True, check=False)  # noqa: S603, S607
    except OSError:
        return None


# --- comparing ---


def _diff(files: list[str], language: Language) -> int:
    """path old-file old-hex old-mode new-file new-hex new-mode. Always 0: git stops at anything else."""
    from roadmap_compiler.editions.as_text import as_text
    from roadmap_compiler.editions.comparing import compare

    path, old, new = files[0], files[1], files[4]
    tell(f"--- {path}")
    sides = [None if side in ("/dev/null", "nul") else _compiled(side, path) for side in (old, new)]
    for side in sides:
        if side is not None and side.plan is None:
            tell(_why_unreadable(path, side, language))
            return 0
    before, after = sides
    if before is None or before.plan is None:
        tell(say("git-new-file", {"path": path}, language))
    elif after is None or after.plan is None:
        tell(say("git-gone-file", {"path": path}, language))
    else:
        tell(as_text(compare(before.plan, after.plan), language, has_errors=before.has_errors or after.has_errors))
    return 0


def _compiled(file: str, path: str) -> Compilation:
    try:
        data = Path(file).read_bytes()
    except OSError:
        data = b""
    return compile_bytes(data, path)


def _why_unreadable(path: str, side: Compilation, language: Language) -> str:
    """«файл не читается, строка 12: …»."""
    first = next((f for f in side.findings if f.severity == "error"), None)
    params = {"path": path, "line": first.span.line if first else 1, "why": sentence(first, language) if first else ""}
    return say("git-unreadable", params, language)


def _textconv(files: list[str], _language: Language) -> int:
    """One line an activity, without numbers, so that git's own tools compare words. A broken file is given as it is."""
    compilation = _compiled(files[0], files[0])
    if compilation.plan is None:
        try:
            sys.stdout.write(decode(Path(files[0]).read_bytes(), files[0])[0] or "")
        except OSError:
            return 0
        return 0
    from roadmap_compiler.editions.as_lines import as_lines

    sys.stdout.write(as_lines(compilation.plan))
    return 0


# --- merging ---


def _merge(files: list[str], language: Language) -> int:
    """%O %A %B %P: the result goes into %A. 0 where it is clean, 1 where a person must choose."""
    from roadmap_compiler.editions.merging import merge

    base, ours, theirs = files[:3]
    path = files[3] if len(files) > 3 else ours
    by_lines = _merge_lines(base, ours, theirs)
    if by_lines is not None and by_lines.returncode == 0 and not compile_bytes(by_lines.stdout, path).is_misread:
        return _give(ours, by_lines.stdout)
    plans = [_compiled(file, path) for file in (base, ours, theirs)]
    merged = None
    if not any(one.is_misread for one in plans):
        merged = merge(*(one.plan for one in plans))  # type: ignore[arg-type]
    if merged is not None and (merged.conflicts or not compile_bytes(merged.text.encode(), path).is_misread):
        for one in merged.conflicts:
            tell(say("git-conflict", {
                "path": path, "owner": one.owner, "field": spoken(one.field, language), "base": one.base,
                "ours": one.ours, "theirs": one.theirs}, language))
        return _give(ours, merged.text.encode("utf-8")) or (1 if merged.conflicts else 0)
    if by_lines is None or by_lines.returncode < 0 or by_lines.returncode > 127:
        return 1
    _give(ours, by_lines.stdout)
    return 1 if by_lines.returncode else 0


def _merge_lines(base: str, ours: str, theirs: str) -> subprocess.CompletedProcess[bytes] | None:
    """git's own merge; its exit code is the number of conflicts."""
    from roadmap_compiler.editions.merging import LABELS

    labels = [part for label in LABELS for part in ("-L", label)]
    return _git("merge-file", "-p", "--diff3", *labels, ours, base, theirs)


def _give(path: str, data: bytes) -> int:
    try:
        Path(path).write_bytes(data)
    except OSError:
        return 1
    return 0
