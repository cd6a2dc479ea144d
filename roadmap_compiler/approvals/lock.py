"""roadmap.lock: what was approved, by which act, with which content; one line a roadmap.

All of an entry stands on one line and a blank line parts two of them, so that any merge keeps an entry whole and
entries of different roadmaps never meet in a conflict. The order of lines means nothing; it is written sorted.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from roadmap_compiler.approvals import LOCK
from roadmap_compiler.findings import Finding, Related, Span

HEAD = ("# Утверждённые карты этой папки, строка на карту. Файл ведёт программа: roadmap approve.\n"
        "# Утверждённые тексты лежат рядом, в папке roadmap.approved.\n")

_ENTRY = re.compile(
    r"(?P<file>(?:(?!: утверждено ).)+): утверждено (?P<date>\d{4}-\d\d-\d\d)"
    r"(?:, (?P<act>(?:(?!, содержание ).)*?))??(?:,? № (?P<number>(?:(?!, содержание ).)*))?"
    r", содержание (?P<seal>[0-9a-f]{64})(?:, копия (?P<copy>[0-9a-f]{16}))?")
_CONFLICT = re.compile(r"(?:<{7}|\|{7}|={7}|>{7})(?:\s|$)")


class LockEntry(NamedTuple):
    """The last approval of one roadmap. ``act`` is in the nominative («приказ»); it and ``number`` may be ""."""

    file: str
    """The name of its file beside the lock, composed (NFC): macOS takes letters like «й» apart."""
    date: datetime.date
    act: str
    number: str
    seal: str
    """The seal of what was approved."""
    copy: str = ""
    """The first 16 hex digits of the SHA-256 of the approved text with LF line ends, "" where it was not kept."""


class Lock(NamedTuple):
    """The entries by the names of their files, what is wrong with the lock, and the comments that people wrote."""

    entries: dict[str, LockEntry]
    findings: tuple[Finding, ...]
    comments: tuple[str, ...]
    lines: dict[str, int]
    """Where each entry stands, from 1."""


def read_lock(text: str, file: str) -> Lock:
    """The lock, whatever order and line ends it has. Of two different lines for one roadmap the later approval counts,
    and they are told; so is every line that is none."""
    entries: dict[str, LockEntry] = {}
    lines: dict[str, int] = {}
    findings: list[Finding] = []
    comments: list[str] = []
    is_told = False
    for number, raw in enumerate(text.splitlines(), start=1):
        line = raw.strip("\ufeff \t")
        span = Span(file, number, 1, number, len(raw) + 1)
        if _CONFLICT.match(line):
            if not is_told:
                findings.append(Finding("lock-conflict", "error", span))
            is_told = True
            continue
        if not line or line.startswith("#"):
            if line and f"{line}\n" not in HEAD and line not in comments:
                comments.append(line)
            continue
        entry = _entry(line)
        if entry is None:
            findings.append(Finding("lock-line", "error", span, {"text": line[:60]}))
            continue
        known = entries.get(entry.file)
        if known is not None and known != entry:
            first = lines[entry.file]
            findings.append(Finding("lock-twice", "error", span, {"path": entry.file, "line": first},
                                    (Related(Span(file, first, 1, first, 2), "first"),)))
        if known is None or entry.date >= known.date:
            entries[entry.file] = entry
            lines[entry.file] = number
    return Lock(entries, tuple(findings), tuple(comments), lines)


def lock_text(entries: Iterable[LockEntry], comments: Iterable[str] = ()) -> str:
    """The lock with these entries, sorted by the names of their files."""
    lines = sorted(map(_line, entries))
    own = "".join(f"{comment}\n" for comment in comments)
    return HEAD + own + "".join(f"\n{line}\n" for line in lines)


def line_span(path: Path, line: int, name: str) -> Span:
    """The place of an entry in the lock of the folder in which ``path`` is."""
    return Span(path.with_name(LOCK).as_posix(), line, 1, line, len(name) + 1)


def name_of(name: str) -> str:
    """The name of a file as the lock has it."""
    return unicodedata.normalize("NFC", name)


def _line(entry: LockEntry) -> str:
    number = f"№ {entry.number}" if entry.number else ""
    act = " ".join(part for part in (entry.act, number) if part)
    parts = [f"утверждено {entry.date.isoformat()}", act, f"содержание {entry.seal}",
             f"копия {entry.copy}" if entry.copy else ""]
    return f"{entry.file}: {', '.join(part for part in parts if part)}"


def _entry(line: str) -> LockEntry | None:
    found = _ENTRY.fullmatch(line)
    if found is None:
        return None
    try:
        date = datetime.date.fromisoformat(found["date"])
    except ValueError:
        return None
    return LockEntry(name_of(found["file"]), date, found["act"] or "", found["number"] or "", found["seal"],
                     found["copy"] or "")
