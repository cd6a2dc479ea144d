"""The structured form of a deadline in YAML."""

from __future__ import annotations

from collections.abc import Mapping

from .kinds import Deadline, Problem


def from_structure(data: Mapping[str, object]) -> tuple[Deadline | None, list[Problem]]:
    """The deadline that a mapping states; not written yet: always None with `deadline-not-understood`."""
    return None, [Problem("deadline-not-understood", {"text": str(dict(data))})]
