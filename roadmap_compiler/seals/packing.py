"""Two packages written by this program on two machines: the same parts, packed by another release of zlib."""

from __future__ import annotations

from roadmap_compiler.documents.package import EMPTY, NotPackage, added, package_bytes, read_members

_FLIPPED = 8
"""Bytes. Another zlib packs a part otherwise from its first bytes on; so few that differ were changed by hand."""


def same_but_for_zlib(built: bytes, found: bytes) -> bool:
    """Whether ``found`` has the parts of ``built`` to the byte, in their order and with nothing between them, and
    differs in how they are deflated."""
    try:
        old, new = read_members(built), read_members(found)
    except NotPackage:
        return False
    if package_bytes(added(EMPTY, new)) != found or len(old) != len(new):
        return False
    for one, other in zip(old, new, strict=True):
        if (one.name, one.size, one.crc) != (other.name, other.size, other.crc) or one.data != other.data:
            return False
        if one.packed != other.packed and _is_touched(one.packed, other.packed):
            return False
    return True


def _is_touched(one: bytes, other: bytes) -> bool:
    return len(one) == len(other) and sum(a != b for a, b in zip(one, other, strict=True)) <= _FLIPPED
