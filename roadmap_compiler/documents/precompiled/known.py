"""Which templates are here: module, size of the text in twips, and whether to look for gaps.

Written by ``python -m tests.regenerate``.
"""
# ruff: noqa

from __future__ import annotations

KNOWN: dict[str, tuple[str, tuple[int, int], bool]] = {
    "4ffd302bead5699958177a0ad26485b89d8b9f8c5e13c153a09e13542442b961": ("landscape", (15137, 9638), False),
    "8982b802977af1d6c3b6251faa18a35959c2d18b3075692d237b7a08a84f75e7": ("portrait", (10205, 14570), False),
}
