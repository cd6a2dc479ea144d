"""How the values of a view become XML: text escaped once, and the values of cell properties checked."""

from __future__ import annotations

import re
from typing import Any

COLOUR = re.compile(r"[0-9A-Fa-f]{6}|auto")


class NotPrintable(TypeError):
    """A template prints something that is neither text nor a number."""


class WrongProperty(ValueError):
    """A directive got a value that Word would not take."""


def xml_text(value: Any) -> str:
    """``value`` as the text of an XML element or attribute. Line ends and tabs are left for `rendering` to draw.

    Raises `NotPrintable` for anything but text and numbers.
    """
    if type(value) is int:
        return str(value)
    if type(value) is not str:
        if type(value) is float:
            return str(value)
        if not isinstance(value, str):
            raise NotPrintable(type(value).__name__)
        value = str(value)  # a subclass of str
    text: str = value
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    return text.replace('"', "&quot;") if '"' in text else text


def whole_number(value: Any) -> int:
    """A width in twips or a count of columns. Raises `WrongProperty`, as do the others."""
    if type(value) is not int or not 0 <= value < 32_000:
        raise WrongProperty(str(value))
    return value


def colour(value: Any) -> str:
    """Six hex digits, or "auto"."""
    if not isinstance(value, str) or not COLOUR.fullmatch(value):
        raise WrongProperty(str(value))
    return value


def merge(value: Any) -> str:
    """The place of a cell in a vertical merge."""
    if value not in ("restart", "continue"):
        raise WrongProperty(str(value))
    return str(value)
