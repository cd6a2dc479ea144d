"""A field that must stand in its place and does not."""

from __future__ import annotations

from roadmap_compiler.findings import Finding
from roadmap_compiler.model.words import lost_text, spoken_in
from roadmap_compiler.source.tree import Path, Tree


def missing_key(path: Path, tree: Tree) -> Finding:
    """The finding that a field is missing, in the words of its place: an approval lacks a «гриф», and the line to write
    below its first one."""
    owner = next((str(step) for step in reversed(path[:-1]) if isinstance(step, str)), "")
    key = spoken_in(owner, str(path[-1]), tree.language)
    span = tree.span(path[:-1])
    if path[0] != "approvals" or path[-1] != "kind" or len(path) != 3:
        return Finding("missing-key", "error", span, {"key": key})
    value = lost_text("kind", [text for at, text in tree.texts() if at[:1] == ("approvals",) and at[-1] == "kind"])
    return Finding("missing-key", "error", span, {"key": key, "ready": f"{key}: {value}", "hint": "below"})
