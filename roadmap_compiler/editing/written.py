"""A file as it was written, so that it can be written back the same way: its encoding, mark and line ends."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from roadmap_compiler.model.words import VOCABULARY
from roadmap_compiler.source.encodings import OLD, read_characters


class Written(NamedTuple):
    """The characters of a file with its line ends, Python's name of its encoding, and its byte order mark."""

    text: str
    encoding: str
    mark: bytes

    @property
    def old_encoding(self) -> str:
        """What people call the encoding where it is of one byte and can only be guessed (Windows-1251); else ""."""
        return OLD.get(self.encoding, "")

    def to_bytes(self, text: str) -> bytes:
        """A new text as the bytes of this file. An old encoding becomes UTF-8: it lacks signs that a roadmap has."""
        encoding = "utf-8" if self.old_encoding else self.encoding
        return self.mark + text.encode(encoding)


def read_written(data: bytes) -> Written | None:
    """The file, or None where it is no text."""
    text, encoding = read_characters(data)
    if text is None:
        return None
    if encoding == "utf-8-sig":
        return Written(text, "utf-8", codecs.BOM_UTF8)
    if encoding == "utf-16":
        endian = "utf-16-le" if data.startswith(codecs.BOM_UTF16_LE) else "utf-16-be"
        return Written(text, endian, data[:2])
    return Written(text, encoding, b"")


def names_a_field(text: str) -> bool:
    """Whether any line begins with a key that every roadmap has, in either language: what has none is another file."""
    keys = VOCABULARY.fields("") | VOCABULARY.needed
    for line in text.splitlines():
        words = re.findall(r"[^\W_]+", line[:60].lower())[:2]
        if any(VOCABULARY.words.get(" ".join(words[:count])) in keys for count in (1, 2)):
            return True
    return False


def with_plain_line_ends(text: str) -> str:
    """The text with LF only."""
    return re.sub("\r\n|\r", "\n", text)
