"""Writes iCalendar text: escaping, folding, line ends (RFC 5545 §3.1, §3.3.11). Knows nothing of roadmaps."""

from __future__ import annotations

from collections.abc import Iterable

LONGEST = 75
"""Octets of a line without its end."""

_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
_LINE_ENDS = ("\r\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029")


def text(value: str) -> str:
    """A value of the type TEXT. Line ends of any kind become ``\\n``; other control characters are left out."""
    if not value.isprintable():
        for end in _LINE_ENDS:
            value = value.replace(end, "\n")
        value = "".join(letter for letter in value if (letter >= " " and letter != "\x7f") or letter in "\n\t")
    return value.translate(_ESCAPES)


def calendar_bytes(lines: Iterable[str]) -> bytes:
    """UTF-8 of the lines, each folded to `LONGEST` octets and ended as the standard says."""
    return b"".join(map(_folded, lines))


def _folded(line: str) -> bytes:
    """A long line is cut between letters, never inside one; what follows a cut begins with a space."""
    data = line.encode("utf-8", "replace")
    if len(data) <= LONGEST:
        return data + b"\r\n"
    pieces = []
    start, room = 0, LONGEST
    while len(data) - start > room:
        end = start + room
        while data[end] & 0xC0 == 0x80:  # a byte inside a letter
            end -= 1
        pieces.append(data[start:end])
        start, room = end, LONGEST - 1
    pieces.append(data[start:])
    return b"\r\n ".join(pieces) + b"\r\n"
