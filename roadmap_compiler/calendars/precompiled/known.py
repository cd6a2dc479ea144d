"""Which templates are here: module, size of the text in twips, and whether to look for gaps.

Written by ``python -m tests.regenerate``.
"""
# ruff: noqa

from __future__ import annotations

KNOWN: dict[str, tuple[str, tuple[int, int], bool]] = {
    "0488889e2c99a343562db2ebced87801a744cbda159a2f05eaf5e08587d3fcfe": ("grid", (15137, 9638), False),
}
