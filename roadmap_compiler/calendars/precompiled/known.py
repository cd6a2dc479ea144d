"""Which templates are here: module, size of the text in twips, and whether to look for gaps.

Written by ``python -m tests.regenerate``.
"""
# ruff: noqa

from __future__ import annotations

KNOWN: dict[str, tuple[str, tuple[int, int], bool]] = {
    "2093f4b1ba3156a18afa31229924f5a7c3b39d86e052fc46d760dc48f2833948": ("grid", (15137, 9638), False),
}
