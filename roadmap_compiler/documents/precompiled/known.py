"""Which templates are here: module, size of the text in twips, and whether to look for gaps.

Written by ``python -m tests.regenerate``.
"""
# ruff: noqa

from __future__ import annotations

KNOWN: dict[str, tuple[str, tuple[int, int], bool]] = {
    "18ec631ee3374ff6ef509bab2b647535179997f6eac3e88e10ac5a26494870bb": ("landscape", (15137, 9638), False),
    "b0c6d83315fb8b10873d71c148aaeca90fa1905a6ce9f713eb82df79dda0f6a5": ("portrait", (10205, 14570), False),
}
