"""What the tool has to say about a roadmap, and where.

A mistake in the content is a value, never an exception. Every stage of the compiler returns
``(value, findings)``; what words a finding has in Russian or English stands in `messages`.
"""

from __future__ import annotations

import hashlib
from typing import Any, Literal, NamedTuple

Severity = Literal["error", "warning", "info"]


class Span(NamedTuple):
    """A stretch of one file. Lines and columns count from 1, columns in characters; the end is exclusive."""

    file: str
    line: int
    column: int
    end_line: int
    end_column: int


class Edit(NamedTuple):
    """Replace the text of one span."""

    span: Span
    text: str


class Fix(NamedTuple):
    """One way to mend a finding. A safe fix cannot change what the author meant."""

    title: str
    edits: tuple[Edit, ...]
    safe: bool = False


class Related(NamedTuple):
    """Another place that belongs to a finding, with a word on why."""

    span: Span
    note: str


class Finding(NamedTuple):
    """One thing to tell the author.

    ``params`` fill the catalogue's sentence for ``code``; the sentence itself is made only when it is shown.
    """

    code: str
    severity: Severity
    span: Span
    params: dict[str, Any] = {}
    related: tuple[Related, ...] = ()
    fixes: tuple[Fix, ...] = ()

    @property
    def fingerprint(self) -> str:
        """Twelve hex digits that stay the same while the same mistake stands in the same file, on whatever line."""
        told = "|".join(f"{name}={self.params[name]}" for name in sorted(self.params) if name != "line")
        return hashlib.sha256(f"{self.span.file}|{self.code}|{told}".encode()).hexdigest()[:12]


def in_reading_order(findings: list[Finding]) -> list[Finding]:
    """By file, line and column; the same thing said twice about one place is said once."""
    seen: set[tuple[str, Span]] = set()
    out: list[Finding] = []
    for finding in sorted(findings, key=lambda f: (f.span, f.code)):
        place = (finding.code, finding.span)
        if place not in seen:
            seen.add(place)
            out.append(finding)
    return out
