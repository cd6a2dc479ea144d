"""One slip, one finding: what only follows from a slip is not told."""

from __future__ import annotations

from roadmap_compiler.findings import Finding
from roadmap_compiler.source.tree import Path, Tree

_ABSENT = {"title-missing": "title", "deadline-empty": "deadline", "responsible-empty": "responsible",
           "missing-key": ""}
"""Findings that say that something is not there, with its name."""
_ENTRIES = frozenset({"stages", "activities", "items", "approvals", "signatures"})


def without_consequences(later: list[Finding], slips: list[Finding], tree: Tree) -> list[Finding]:
    """Findings of the later stages without those that follow from slips of writing or of shape.

    Dropped is what is said of a value whose line holds a slip that made it a guess, and of something missing from
    an entry in which something could not be read as it stands.
    """
    broken = {entry_of(tree.path_at(slip.span.line, slip.span.column)) for slip in slips}
    strayed = {(str(slip.params.get("name")), _before(slip, tree)) for slip in slips if slip.code == "misplaced-key"}
    meant = {slip.params.get("near") for slip in later if slip.code == "unknown-person"}
    left = []
    for finding in later:
        if finding.code == "person-unused" and (slips or _key_at(finding, tree) in meant):
            continue
        if tree.spoiled(finding.span.line):
            continue
        if finding.code in _ABSENT:
            entry = entry_of(tree.path_at(finding.span.line, finding.span.column))
            if entry in broken or (_ABSENT[finding.code], entry) in strayed:
                continue
        left.append(finding)
    return left


def _key_at(finding: Finding, tree: Tree) -> str:
    return str(tree.path_at(finding.span.line, finding.span.column)[-1:][0])


def _before(slip: Finding, tree: Tree) -> Path:
    """The entry above a field that stands too far left."""
    return entry_of(tree.path_at(slip.span.line - 1, 10_000))


def entry_of(path: Path) -> Path:
    """The way to the stage, activity or other entry in which a path ends; () for the roadmap itself."""
    for length in range(len(path), 1, -1):
        if isinstance(path[length - 1], int) and path[length - 2] in _ENTRIES:
            return path[:length]
    return ()
