"""Cheap signs that a file which the parser accepts says something else than its author meant."""

from __future__ import annotations

import re
from bisect import bisect_right

from roadmap_compiler.source.lines import INVISIBLE_SPACES

LIST_MARKS = "—–―−‒‐‑•·▪●○◦‣*\u2043\u00ac➢➤►▶✓✔❖◆■□\uf0b7\uf0a7\uf0a8\uf0d8\uf0fc\uf076"
"""What Word makes of the hyphen of a list item, and bullets; the last ones as its symbol fonts number them."""

_ZERO_WIDTH = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f"
_HASH = re.compile(r"#(?<=[ \t]#)(?:(?=[^\s#])|(?<=[\w.№] #)(?=[ ]?\d))")  # begins with a rare sign: that is quick
_BRACKETS_AND_HASH = re.compile(r"[«()»]|(?<=[ \t])#")
# «+» after a repetition: what it took is not tried again, so that a line costs one look
_LINE_START = re.compile(rf"\n[ ]*+(?:-[ ]++)*+(?:-[^\s-]|[{re.escape(LIST_MARKS)}{INVISIBLE_SPACES}])")
_GLUED = re.compile(r":[^ \t\n\r/]")
_LONGEST_BEFORE_KEY = 200
_KEY_BEFORE = re.compile(r"[ ]*(?:-[ ]+)*[^\s:#\"'][^:#\"']{0,30}(?<=[^\W\d])")
_KEY_TAB = re.compile(r"\n[ ]*[^\s:#\"'][^\n\t:#\"']*\t[^\n:]*:[ \n]")
_KEY_SPACE = rf"\n[^\n:#\"']*[{INVISIBLE_SPACES}][^\n:#\"']*:[ \n]"


def looks_odd(text: str, blocks: list[tuple[int, int]]) -> bool:
    """Whether a slow look for silent slips may be worth while. False for nearly every clean file.

    ``blocks`` are the stretches of the block texts: their lines may begin with any sign.
    """
    if "#" in text and (_HASH.search(text) is not None or _cuts_brackets(text)):
        return True
    if any(sign in text for sign in _ZERO_WIDTH) or "]:" in text:  # «Примечание [ТО1]: …», a remark of Word's
        return True
    lines = "\n" + text
    return (any(not _is_inside(match.end() - 2, blocks) for match in _LINE_START.finditer(lines))
            or any(_is_key(text, match.start()) for match in _GLUED.finditer(text))
            or "\t" in text and _KEY_TAB.search(lines) is not None
            or "\u00a0" in text and re.search(_KEY_SPACE, lines) is not None)


def _is_inside(place: int, stretches: list[tuple[int, int]]) -> bool:
    """Whether a place lies in one of the stretches, which stand in their order."""
    at = bisect_right(stretches, (place, 0)) - 1
    return at >= 0 and place < stretches[at][1]


def _is_key(text: str, colon: int) -> bool:
    """Whether a colon stands behind the first words of its line."""
    start = text.rfind("\n", max(0, colon - _LONGEST_BEFORE_KEY), colon) + 1
    return (start > 0 or colon <= _LONGEST_BEFORE_KEY) and _KEY_BEFORE.fullmatch(text, start, colon) is not None


def _cuts_brackets(text: str) -> bool:
    """Whether « #» stands between an open bracket or quote and its end: «(каб. # …)»."""
    for line in text.split("\n"):
        if "#" not in line:
            continue
        last = max(line.rfind("»"), line.rfind(")"))
        is_open = False
        for sign in _BRACKETS_AND_HASH.finditer(line, 0, max(last, 0)):
            if sign.group() == "#" and is_open:
                return True
            is_open = sign.group() in "«(" or is_open and sign.group() == "#"
    return False
