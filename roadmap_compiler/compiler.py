"""The passes in their order: who reads this file knows the way of the data.

    bytes ──source──▶ Tree ──model──▶ Roadmap ──plan──▶ Plan ──rules──▶ findings

Every pass returns its value and its findings; a pass that has no value to give ends the way, and what was found so
far is told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from roadmap_compiler.findings import Finding, in_reading_order
from roadmap_compiler.messages import known_codes
from roadmap_compiler.model.consequences import without_consequences
from roadmap_compiler.model.reading import read_roadmap
from roadmap_compiler.model.words import VOCABULARY
from roadmap_compiler.plan.building import build_plan
from roadmap_compiler.plan.plan import Plan
from roadmap_compiler.rules import find_all
from roadmap_compiler.rules.profiles import USUAL, with_levels, written_profile
from roadmap_compiler.rules.silence import apply_permissions, read_permissions
from roadmap_compiler.source.encodings import decode
from roadmap_compiler.source.tree import Tree, read_tree

if TYPE_CHECKING:
    from roadmap_compiler.approvals.record import Record


class Compilation(NamedTuple):
    """What came of one file. ``plan`` is None where it could not be made out; ``findings`` then say why."""

    file: str
    plan: Plan | None
    findings: tuple[Finding, ...]
    silenced: int
    tree: Tree | None = None
    """What was read, None where the file could not be read as a whole."""

    @property
    def has_errors(self) -> bool:
        """Whether a document may not be built from it."""
        return self.plan is None or any(finding.severity == "error" for finding in self.findings)

    @property
    def is_misread(self) -> bool:
        """Whether there are mistakes of writing, so that a text may be missing in the plan, and its places would not be
        what the author sees."""
        from roadmap_compiler.messages import structure

        return self.plan is None or any(finding.severity == "error" and finding.code in structure.RU
                                        for finding in self.findings)


class Read(NamedTuple):
    """One file as far as it could be read, before any rule looks at it."""

    tree: Tree | None
    plan: Plan | None
    slips: list[Finding]
    """What is wrong with the writing and the shape."""
    problems: list[Finding]
    """What went wrong in resolving the plan."""


def read_plan(data: bytes, file: str) -> Read:
    """One file → its plan, with numbers, people and dates. Never raises for what stands in the file."""
    text, findings = decode(data, file)
    if text is None:
        return Read(None, None, findings, [])
    tree, more = read_tree(text, file, VOCABULARY)
    findings += more
    if tree is None:
        return Read(None, None, findings, [])
    roadmap, more = read_roadmap(tree)
    findings += more
    if roadmap is None:
        return Read(tree, None, findings, [])
    plan, problems = build_plan(roadmap, tree)
    return Read(tree, plan, findings, problems)


def compile_bytes(data: bytes, file: str, profile: str | None = None, record: Record | None = None) -> Compilation:
    """One file → its plan and everything there is to say about it, the rules of content included.

    ``profile`` is a key of `rules.profiles.PROFILES`; it goes before the one that the file asks for. ``record`` is what
    lies beside the file about its approval (`approvals.read_record`), where it was ever approved.
    """
    tree, plan, findings, later = read_plan(data, file)
    if tree is None:
        return _told(file, None, None, findings, profile)
    slips = bool(findings)
    if plan is not None:
        later += find_all(plan)
        if record is not None and not any(finding.severity == "error" for finding in findings):
            from roadmap_compiler.approvals.telling import tell_state

            later += tell_state(plan, record)
    findings += without_consequences(later, findings, tree)
    return _told(file, plan, tree, findings, profile, slips)


def _told(file: str, plan: Plan | None, tree: Tree | None, findings: list[Finding],
          profile: str | None, slips: bool = False) -> Compilation:
    """Findings in reading order, as grave as the profile has them, without those that the author allows."""
    silenced = 0
    if tree is not None:
        permissions = read_permissions(tree)
        if permissions:
            findings, silenced = apply_permissions(findings, permissions, known_codes())
            if plan is None or slips:  # what was not looked at is not unused
                findings = [finding for finding in findings if finding.code != "unused-silencing"]
        written, unknown = written_profile(tree)
        findings = with_levels(findings + unknown, profile or written or USUAL)
    return Compilation(file, plan, tuple(in_reading_order(findings)), silenced, tree)
