"""The grid as plain Python, for ``roadmap build`` prints one with every document: see `documents.precompiled`."""

from __future__ import annotations

from roadmap_compiler.calendars.precompiled.known import KNOWN
from roadmap_compiler.documents.precompiled import known_parts
from roadmap_compiler.documents.rendering import Compiled


def precompiled_parts(package: bytes) -> Compiled | None:
    """The compiled parts of the grid's own template, None for any other."""
    return known_parts(package, KNOWN, __name__)
