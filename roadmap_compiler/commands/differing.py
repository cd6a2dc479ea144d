"""A change of a file as a unified diff, the way git shows it."""

from __future__ import annotations

from difflib import unified_diff
from pathlib import Path


def unified(path: Path, before: str, after: str) -> str:
    """The diff between two texts of one file, without the last line end; "" where only line ends differ."""
    name = path.as_posix()
    lines = unified_diff(before.splitlines(), after.splitlines(), name, name, lineterm="")
    return "\n".join(lines)
