"""The new document with tracked changes: all accepted it is the new edition, all rejected the old one."""

from __future__ import annotations

from roadmap_compiler.documents.compiling import compile_document
from roadmap_compiler.editions.changes import Comparison
from roadmap_compiler.editions.marking import has_marks, marked_plan
from roadmap_compiler.editions.tracking import State, track
from roadmap_compiler.findings import Finding


def as_redline(comparison: Comparison, template: bytes | None = None) -> tuple[bytes | None, list[Finding]]:
    """The DOCX in the look of the new edition; None, and why, where its template cannot print it. ``template`` is the
    author's own one where the new edition lies in no folder."""
    for plan in (comparison.old, comparison.new):
        if has_marks(plan):
            return None, [Finding("redline-marks", "error", plan.tree.span(()), {})]
    document, findings = compile_document(marked_plan(comparison), own=template)
    if document is None:
        return None, findings
    had, has = (plan.table.has_column_numbers for plan in (comparison.old, comparison.new))
    number_row: State = "" if had == has else "del" if had else "ins"
    return track(document, f"{comparison.new.revision.day.isoformat()}T00:00:00Z", number_row), findings
