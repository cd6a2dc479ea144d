"""A date that cannot be read: the last day of its month is offered for a day that the month lacks."""

from __future__ import annotations

from roadmap_compiler.deadlines.dates import example_of, nearest_day
from roadmap_compiler.findings import Edit, Finding, Fix, Span


def wrong_date(text: str, span: Span) -> Finding:
    """What is told of such a date at its place."""
    near = nearest_day(text)
    if not near:
        return Finding("date-not-understood", "error", span, {"text": text, "ready": example_of(text)})
    fix = Fix(near, (Edit(span, near),), safe=False)
    return Finding("date-not-understood", "error", span, {"text": text, "near": near}, (), (fix,))
