"""Which templates are here: module, size of the text in twips, and whether to look for gaps.

Written by ``python -m tests.regenerate``.
"""
# ruff: noqa

from __future__ import annotations

KNOWN: dict[str, tuple[str, tuple[int, int], bool]] = {
    "e5ce1266a58bab4495a4e50a5759d9a69ec3ccc23fea36912f046ee488df51c5": ("grid", (15137, 9638), False),
}
