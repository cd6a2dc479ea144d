"""How a text is written in YAML: plain where that reads back the same, else in quotes or as a block text."""

from __future__ import annotations

import re

from roadmap_compiler.editing.layout import Block, Scalar

# A sign that begins something else in YAML; «-», «?» and «:» do so only before a space (YAML 1.1 §9.1.3).
_SIGN_AT_START = re.compile(r"""[,\[\]{}#&*!|>'"%@`]|[-?:](?:\s|$)|---|\.\.\.""")
_SIGN_INSIDE = re.compile(r":(?:\s|$)|\s#")
_UNSEEN = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
# What YAML 1.1 or 1.2 takes for a number, a date, a truth value or nothing; this compiler takes it for text.
_NOT_TEXT_ELSEWHERE = re.compile(
    r"[-+]?(?:0b[01_]+|0o[0-7]+|0x[\da-f_]+|\d[\d_]*(?:\.[\d_]*)?(?:e[-+]?\d+)?|\.[\d_]+(?:e[-+]?\d+)?"
    r"|\d[\d_]*(?::[0-5]?\d)+(?:\.[\d_]*)?|\.inf|\.nan)|\d{4}-\d\d?-\d\d?(?:[ \tT].*)?"
    r"|y|n|yes|no|on|off|true|false|null|~|=|<<", re.IGNORECASE | re.ASCII)
_ESCAPED_ALWAYS = re.compile(f"\t|{_UNSEEN.pattern}")
_ESCAPED = re.compile(f'["\\\\]|{_ESCAPED_ALWAYS.pattern}')
_SHORT_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}
_OWN_ESCAPE = re.compile(r"\\[^\"\\\n]")


def written(scalar: Scalar) -> str | Block:
    """A text in its shortest safe form, on one line where it has one line.

    A plain text stays plain. Quotes go where the text means the same without them, also to other readers of YAML;
    else they are "…", or '…' where the text has such quotes inside. A text in quotes that was typed on several lines
    and has line breaks becomes a block text.
    """
    value, source, style = scalar
    several = "\n" in source
    if not several and not style:
        return source
    if is_plain(value) and not (style and _NOT_TEXT_ELSEWHERE.fullmatch(value)):
        return value
    if several and "\n" in value and _fits_block(value):
        return Block("|-", tuple(value.split("\n")))
    if style == '"' and not several and _OWN_ESCAPE.search(source.replace(r"\\", "")):
        return source
    return quoted(value)


def is_plain(value: str) -> bool:
    """Whether a text reads back the same without quotes, as a key or a value on one line."""
    return not (value == "" or value != value.strip(" \t") or _UNSEEN.search(value) or _SIGN_AT_START.match(value)
                or _SIGN_INSIDE.search(value))


def quoted(value: str) -> str:
    """A text in quotes on one line."""
    if ('"' in value or "\\" in value) and "'" not in value and not _ESCAPED_ALWAYS.search(value):
        return f"'{value}'"
    return '"' + _ESCAPED.sub(_escape, value) + '"'


def _escape(match: re.Match[str]) -> str:
    sign = match.group()
    if sign in _SHORT_ESCAPES:
        return _SHORT_ESCAPES[sign]
    return f"\\x{ord(sign):02x}" if ord(sign) < 256 else f"\\u{ord(sign):04x}"


def _fits_block(value: str) -> bool:
    lines = value.split("\n")
    return not (_ESCAPED_ALWAYS.search(value.replace("\n", "")) or lines[0] != lines[0].lstrip() or not lines[0]
                or not lines[-1] or any(line != line.rstrip() for line in lines))
