"""From draft to approved: what was approved and when, and whether the roadmap is still that.

    YAML + date ──approving──▶ edits of the file, a line in roadmap.lock, a copy in roadmap.approved/
    roadmap.lock + copy + Plan ──states──▶ draft, for signing, approved, or changed since

Nothing is imported here: most folders have no lock, and finding that out costs one look at the disk.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from roadmap_compiler.approvals.record import Record

LOCK = "roadmap.lock"
"""The file beside the roadmaps that says what of them is approved, a line each."""

COPIES = "roadmap.approved"
"""The folder beside the roadmaps with their approved texts, each under its own name."""


def read_record(path: Path) -> Record | None:
    """What is written down about the approval of the roadmap at ``path``; None where it was never approved."""
    if not (path.parent / LOCK).is_file():
        return None
    from roadmap_compiler.approvals import record

    return record.read(path)
