"""One slip, one finding: what only follows from a slip is not told."""

from __future__ import annotations

import re
from typing import NamedTuple

from roadmap_compiler.findings import Finding
from roadmap_compiler.source.tree import Path, Tree

_ABSENT = {"title-missing": "title", "deadline-empty": "deadline", "responsible-empty": "responsible"}
"""Findings that say that something is not there, with its name."""
_CUT_SHORT = frozenset({"bracket-without-pair", "quote-without-pair", "act-blank"})
"""What a text or an act that a slip cut short lacks."""
_OF_PERIOD = frozenset({"period-not-understood", "period-ambiguous", "period-end-before-start", "missing-key"})
_MAY_FOLLOW = frozenset({"person-unused", *_ABSENT})
"""Findings that may follow from one another, without any slip."""
_ENTRIES = frozenset({"stages", "activities", "items", "approvals", "signatures"})


class _Slips(NamedTuple):
    """What the slips of a file make doubtful: whole entries, fields that stand too far left, parts of the file."""

    broken: frozenset[Path]
    strayed: frozenset[tuple[str, Path]]
    parts: frozenset[str]
    numbers: bool


def without_consequences(later: list[Finding], slips: list[Finding], tree: Tree) -> list[Finding]:
    """Findings of the later stages without those that follow from slips of writing or of shape.

    Dropped is what is said of a value whose line holds a slip that made it a guess, of something missing from an
    entry in which something could not be read as it stands, and of the period, the columns and the list of people
    where those hold a slip.
    """
    if not slips and not any(finding.code in _MAY_FOLLOW for finding in later):
        return later
    doubts = _doubts(slips, tree)
    meant = {finding.params.get("near") for finding in later if finding.code == "unknown-person"}
    meant |= {finding.params["name"] for finding in later if finding.code == "person-in-text"}
    beside = _words(" ".join(tree.lines[finding.span.line - 1] for finding in later
                             if finding.code == "unknown-person"))
    people = _words(" ".join(tree.lines[slip.span.line - 1] for slip in slips if "people" in doubts.parts
                             and tree.path_on(slip.span.line, slip.span.column)[:1] == ("people",)))
    deadlines = {entry_of(tree.path_at(finding.span.line, finding.span.column)) for finding in later
                 if finding.severity == "error" and finding.code.startswith("deadline-")}
    if not slips and not meant and not deadlines:
        return later
    left = []
    for finding in later:
        path = tree.path_at(finding.span.line, finding.span.column)
        if finding.code == "person-unused":
            follows = bool(slips) or bool(path) and (path[-1] in meant or _words(str(path[-1])) in beside)
        elif finding.code == "unknown-person":
            follows = _words(str(finding.params["name"])) in people
        elif finding.code in _ABSENT:
            entry = entry_of(path)
            strayed = (_ABSENT[finding.code], entry) in doubts.strayed
            unread = finding.code == "deadline-empty" and entry in deadlines
            follows = "table" in doubts.parts or entry in doubts.broken or strayed or unread
        elif finding.code in _CUT_SHORT:
            follows = entry_of(path) in doubts.broken
        elif finding.code == "number-skipped":
            follows = doubts.numbers
        elif finding.code == "deadline-anchor-without-date":
            follows = bool({"approvals", "period"} & doubts.parts)
        elif finding.code in _OF_PERIOD:
            follows = "period" in doubts.parts
        else:
            follows = finding.code == "value-not-printed" and "table" in doubts.parts
        if not follows and not tree.spoiled(finding.span.line):
            left.append(finding)
    return left


def _words(text: str) -> str:
    """The words of a text with a space before and behind each."""
    return " " + " ".join(re.findall(r"[^\W_]+", text.lower())) + " "


def _doubts(slips: list[Finding], tree: Tree) -> _Slips:
    places = [tree.path_on(slip.span.line, slip.span.column) for slip in slips]
    strayed = {(str(slip.params.get("name")), entry_of(tree.path_at(slip.span.line - 1, 10_000)))
               for slip in slips if slip.code == "misplaced-key"}
    return _Slips(frozenset(entry_of(path) for path in places), frozenset(strayed),
                  frozenset(str(path[0]) for path in places if path),
                  any(path[-1:] == ("number",) for path in places))


def entry_of(path: Path) -> Path:
    """The way to the stage, activity or other entry in which a path ends; () for the roadmap itself."""
    for length in range(len(path), 1, -1):
        if isinstance(path[length - 1], int) and path[length - 2] in _ENTRIES:
            return path[:length]
    return ()
