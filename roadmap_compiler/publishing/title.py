"""How a document calls itself."""

from __future__ import annotations

from .word_text import open_word, parse, plain

TITLE = "{http://purl.org/dc/elements/1.1/}title"
MEANINGLESS = frozenset({"word document", "документ microsoft word", "microsoft word document", "документ"})
"""What programs call a document that nobody has called anything."""


def title_of(document: bytes) -> str:
    """The title among the properties of a DOCX, "" where it has none. Raises `NotWord`."""
    word = open_word(document)
    for member in word.members:
        if member.name.lower() == "docprops/core.xml":
            title = " ".join((parse(member.data).getroot().findtext(TITLE) or "").split())
            return "" if plain(title) in MEANINGLESS else title
    return ""
