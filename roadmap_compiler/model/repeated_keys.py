"""A field of no meaning that stands in many activities: most likely a column that was never declared."""

from __future__ import annotations

from collections import Counter

from roadmap_compiler.findings import Finding

_MANY = 3


def as_missing_columns(findings: list[Finding]) -> list[Finding]:
    """Of the findings about the fields of stages, activities and items: a key that stands three times or more is told
    once, with how often; all other findings as they are."""
    keys = Counter(_key(finding) for finding in findings)
    told: set[str] = set()
    out = []
    for finding in findings:
        key = _key(finding)
        if not key or keys[key] < _MANY:
            out.append(finding)
        elif key not in told:
            told.add(key)
            heading = str(finding.params["key"])
            params = {"key": heading, "number": keys[key], "heading": heading[:1].upper() + heading[1:]}
            out.append(finding._replace(code="unknown-key-often", params=params))
    return out


def _key(finding: Finding) -> str:
    """The key of an unknown field that is near to none of ours, "" for any other finding."""
    is_unknown = finding.code == "unknown-key" and not finding.params.get("near")
    return str(finding.params["key"]).lower() if is_unknown else ""
