"""The anatomy of one line of YAML: indent, hyphen, key, colon, value.

Used only where the parser stumbled or where something looks odd; the parser stays the judge of what a file says.
"""

from __future__ import annotations

import re
from typing import NamedTuple

INVISIBLE_SPACES = "\u00a0\u2000-\u200a\u202f\u205f\u3000\u1680"
"""Spaces that look like a space and are none for YAML, as a class of a regular expression."""
ZERO_WIDTH = "\u200b-\u200d\u2060\ufeff\u00ad\u200e\u200f"
"""Characters that cannot be seen at all, as a class of a regular expression."""

_INDENT = re.compile("[ \t]*")
_EMPTY_TABS = re.compile(r"(?:(?<=[\r\n])|\A)[ ]*\t[ \t]*(?=[\r\n]|\Z)")
_DASHES = re.compile(r"(?:-(?:[ \t]+|$))*")
_QUOTED = {'"': re.compile(r'"(?:[^"\\]|\\.)*"'), "'": re.compile(r"'(?:[^']|'')*'")}
_COLON = re.compile(r":(?=[ \t]|$)")
_COMMENT = re.compile(r"[ \t]#")
_OTHER_QUOTES = re.compile('["“”„]')
_NO_KEY = frozenset("#\"'[]{}|>@`%&*!,?")


class Line(NamedTuple):
    """One line. Columns count from 0; ``dash``, ``colon`` are -1 where there is none.

    ``start``: where the key or the item's text begins. ``value``: where the value begins, ``end`` where it ends,
    the same where there is none; a comment is no part of it.
    """

    text: str
    indent: int
    dash: int
    start: int
    key: str
    colon: int
    value: int
    end: int

    @property
    def is_blank(self) -> bool:
        """Nothing, or only a comment."""
        return self.start >= len(self.text) and self.dash < 0 or self.text.startswith("#", self.start)

    @property
    def head(self) -> str:
        """What stands before the value as a careful author writes it: «срок: », «- » or nothing."""
        if self.colon >= 0:
            return f"{self.text[self.start:self.colon]}: "
        return "- " if self.dash >= 0 else ""

    @property
    def content(self) -> str:
        """The value as it is typed, without the comment."""
        return self.text[self.value:self.end]


def lines_of(text: str) -> list[str]:
    """The lines of a text as YAML counts them, without their ends."""
    return re.split("\r\n|\r|\n", text) if "\r" in text else text.split("\n")


def without_empty_tabs(text: str) -> str:
    """The text, as long as before, with tabs of lines that hold nothing else as spaces: nobody sees them, and YAML's
    parser stumbles over them."""
    return _EMPTY_TABS.sub(lambda match: match.group().replace("\t", " "), text) if "\t" in text else text


def read_line(text: str) -> Line:
    """Take one line to pieces."""
    indent = _match_end(_INDENT, text, 0)
    start = _match_end(_DASHES, text, indent)
    dashes = text[indent:start].rstrip()
    dash = indent + len(dashes) - 1 if dashes else -1
    key_end, colon = _key(text, start)
    value = colon + 1 if colon >= 0 else start
    while value < len(text) and text[value] in " \t":
        value += 1
    end = value_end(text, value)
    key = text[start:key_end].rstrip() if colon >= 0 else ""
    return Line(text, indent, dash, start, key, colon, min(value, end), end)


def _match_end(pattern: re.Pattern[str], text: str, start: int) -> int:
    match = pattern.match(text, start)
    return match.end() if match else start


def _key(text: str, start: int) -> tuple[int, int]:
    """Where the key ends and where its colon is, -1 where the line has no key."""
    first = text[start:start + 1]
    if first in _QUOTED and first:
        quoted = _QUOTED[first].match(text, start)
        colon = re.compile(r"[ \t]*:(?=[ \t]|$)").match(text, quoted.end()) if quoted else None
        return (quoted.end(), colon.end() - 1) if quoted and colon else (start, -1)
    if first in _NO_KEY:
        return start, -1
    found = _COLON.search(text, start)
    if found is None:
        return start, -1
    comment = _COMMENT.search(text, start)
    if comment is not None and comment.start() < found.start():
        return start, -1
    return found.start(), found.start()


def value_end(text: str, start: int) -> int:
    """Where the value that begins at ``start`` ends: before a comment and before blanks."""
    first = text[start:start + 1]
    search_from = start
    if first in _QUOTED and first:
        quoted = _QUOTED[first].match(text, start)
        if quoted is not None:
            search_from = quoted.end()
    if first == "#":
        return start
    comment = _COMMENT.search(text, search_from)
    end = comment.start() if comment is not None else len(text)
    return max(start, len(text[:end].rstrip(" \t")))


def quoted_text(text: str) -> str:
    """A text as YAML in quotes, in the plainest way that keeps every character."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    if "'" not in text:
        return f"'{text}'"
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def ready_text(text: str) -> str:
    """A text in quotes as it is best written: quotation marks inside it, straight or “curly”, become «ёлочки»."""
    better = None
    if "«" not in text and _OTHER_QUOTES.search(text):
        better = in_corner_quotes(_OTHER_QUOTES.sub('"', text))
    return quoted_text(better or text)


def in_corner_quotes(text: str) -> str | None:
    """A text with its straight double quotes as «ёлочки», inner ones as „лапки“; None where they do not pair."""
    out: list[str] = []
    depth = 0
    for index, sign in enumerate(text):
        if sign != '"':
            out.append(sign)
            continue
        before, after = text[index - 1:index] if index else "", text[index + 1:index + 2]
        opens = (not before or before in " \t([«„\"—–-" and out[-1:] != ["»"]) and bool(after) and after not in " \t"
        if opens:
            out.append("«" if depth == 0 else "„")
            depth += 1
        elif depth:
            depth -= 1
            out.append("»" if depth == 0 else "“")
        else:
            return None
    return "".join(out) if depth == 0 else None
