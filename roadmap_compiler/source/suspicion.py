"""Cheap signs that a file which the parser accepts says something else than its author meant."""

from __future__ import annotations

import re

from roadmap_compiler.source.lines import INVISIBLE_SPACES

LIST_MARKS = "—–―−‒‐‑•·▪●○◦‣*\uf0b7\u2043\u00ac"
"""What Word makes of the hyphen of a list item, and bullets."""

_ZERO_WIDTH = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f"
_HASH = re.compile(r"[ \t]#[^\s#]|[\w.№][ ]#[ ]?\d|[«(][^\n»)]*[ \t]#[^\n]*[»)]")
# «+» after a repetition: what it took is not tried again, so that a line costs one look
_LINE_START = re.compile(rf"\n[ ]*+(?:-[ ]++)*+(?:-[^\s-]|[{re.escape(LIST_MARKS)}{INVISIBLE_SPACES}])")
_GLUED = re.compile(r":[^ \t\n\r/]")
_GLUED_KEY = r"\n[ ]*(?:-[ ]+)*[^\s:#\"'][^\n:#\"']{0,30}(?<=[^\W\d]):[^ \t\n\r/]"
_KEY_SPACE = rf"\n[^\n:#\"']*[{INVISIBLE_SPACES}][^\n:#\"']*:[ \n]"


def looks_odd(text: str) -> bool:
    """Whether a slow look for silent slips may be worth while. False for nearly every clean file."""
    if "#" in text and _HASH.search(text) is not None:
        return True
    if any(sign in text for sign in _ZERO_WIDTH):
        return True
    lines = "\n" + text
    return (_LINE_START.search(lines) is not None
            or _GLUED.search(text) is not None and re.search(_GLUED_KEY, lines) is not None
            or "\u00a0" in text and re.search(_KEY_SPACE, lines) is not None)
