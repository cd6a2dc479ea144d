"""Which templates are here: module, size of the text in twips, and whether to look for gaps.

Written by ``python -m tests.regenerate``.
"""
# ruff: noqa

from __future__ import annotations

KNOWN: dict[str, tuple[str, tuple[int, int], bool]] = {
    "6192e7de1d03282a1f2737c610e2653112bbeb793be251b8fdd3a754718decdd": ("landscape", (15137, 9638), False),
    "6b49b21781aa385c9c50bfd027961a60befaa937ebb16c643061da2a858b0ac8": ("portrait", (10205, 14570), False),
}
