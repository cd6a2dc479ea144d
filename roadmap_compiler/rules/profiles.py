"""Profiles of checking: how grave a finding is, by who asks.

«школа» is the usual one; «строгий» is for those who receive plans; «черновик» is for a plan that is being written.
Only findings of content have levels to choose: what makes a document wrong or impossible is an error in every profile.
"""

from __future__ import annotations

from collections.abc import Mapping

from roadmap_compiler.findings import Finding, Severity
from roadmap_compiler.near import near
from roadmap_compiler.source.tree import Tree

Levels = Mapping[str, Severity | None]
"""Code → severity; None keeps quiet; a code that is not here has the severity of its rule."""

SCHOOL: Levels = {"deadline-day-off": "info", "deadline-vague": "info", "deadline-after-period": "info"}

STRICT: Levels = {
    "deadline-day-off": "warning", "deadline-vague": "warning",
    "deadline-before-approval": "error", "activity-outside-stage": "error", "result-before-input": "error",
    "quarter-against-date": "error", "deadline-weekday-differs": "error", "deadline-empty": "error",
    "responsible-empty": "error", "foreign-institution": "error", "person-spelled-twice": "error",
    "act-year-missing": "error", "agrees-and-approves": "error", "changed-since-approval": "error",
    "approval-missing": "warning", "act-blank": "warning", "deadline-at-approval": "warning",
    "number-skipped": "warning", "person-unused": "warning", "words-glued": "warning", "stray-stop": "warning",
}

DRAFT: Levels = {
    "deadline-day-off": "info", "deadline-vague": "info", "deadline-after-period": "info",
    "deadline-empty": "info", "responsible-empty": "info",
    "deadline-before-approval": "info", "result-before-input": "info", "activity-outside-stage": "info",
    "approval-missing": None, "act-blank": None, "deadline-at-approval": None, "person-unused": None,
    "deadlines-piled-up": None, "number-skipped": None,
}

PROFILES: Mapping[str, Levels] = {
    "школа": SCHOOL, "строгий": STRICT, "черновик": DRAFT, "school": SCHOOL, "strict": STRICT, "draft": DRAFT,
}
USUAL = "школа"


def written_profile(tree: Tree) -> tuple[str | None, list[Finding]]:
    """The profile that the file asks for with «профиль», and a finding where there is no such one."""
    name = tree.root.get("profile") if isinstance(tree.root, dict) else None
    if not isinstance(name, str):
        return None, []
    known = name.strip().lower()
    if known in PROFILES:
        return known, []
    params = {"name": name, "near": near(name, PROFILES) or ""}
    return None, [Finding("unknown-profile", "error", tree.span(("profile",)), params)]


def with_levels(findings: list[Finding], profile: str) -> list[Finding]:
    """The findings as grave as the profile has them, without those that it keeps quiet about."""
    levels = PROFILES[profile]
    out = []
    for finding in findings:
        severity = levels.get(finding.code, finding.severity)
        if severity is not None:
            out.append(finding if severity == finding.severity else finding._replace(severity=severity))
    return out
