"""The text of a Word file made by anybody: its main part as a tree, and paragraphs as people see them."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from roadmap_compiler.documents.package import EMPTY, Member, NotPackage, added, pack, package_bytes, read_members
from roadmap_compiler.documents.word_file import DECLARATION
from roadmap_compiler.signatures.opc import NotRead, parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element, _ElementTree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
"""The same names in files saved as «Strict Open XML» (ISO/IEC 29500-1)."""
RELATIONS = "_rels/.rels"
UNSEEN = frozenset({"del", "moveFrom", "txbxContent", "drawing", "pict", "object", "AlternateContent", "instrText",
                    "rPr", "pPr"})
"""What holds no letters of the line itself: text struck out, text boxes, pictures, codes of fields."""


class NotWord(Exception):
    """These bytes are no Word document. ``code``: not-docx, old-doc, damaged-docx, big-docx (`messages.publishing`)."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class WordFile(NamedTuple):
    """A DOCX that is open.

    Attributes:
        members: its files, packed as they were.
        main: the name of the part that holds the text.
        tree: that part, to be changed in place.
        styles: the styles of the document, None where it has none.
        namespace: of the elements of Word, in braces.
    """

    members: list[Member]
    main: str
    tree: _ElementTree
    styles: _Element | None
    namespace: str

    @property
    def body(self) -> _Element:
        """What is printed, section by section."""
        return self.tree.getroot().find(f"{self.namespace}body")


def open_word(data: bytes) -> WordFile:
    """Raises `NotWord` for whatever is no whole DOCX."""
    try:
        members = read_members(data)
    except NotPackage as error:
        known = {"template-not-docx": "not-docx", "template-old-doc": "old-doc", "template-too-big": "big-docx"}
        raise NotWord(known.get(error.code, "damaged-docx")) from error
    parts = {member.name.lower(): member for member in members}
    main = _main_part(parts)
    if main not in parts:
        raise NotWord("not-docx")
    tree = parse(parts[main].data)
    namespace = STRICT if tree.getroot().tag.startswith(STRICT) else W
    if tree.getroot().tag != f"{namespace}document" or tree.getroot().find(f"{namespace}body") is None:
        raise NotWord("not-docx")
    styles = parts.get(posixpath.join(posixpath.dirname(main), "styles.xml"))
    return WordFile(members, parts[main].name, tree, parse(styles.data).getroot() if styles else None, namespace)


def close_word(word: WordFile) -> bytes:
    """The DOCX with its changed text; every other part keeps its bytes."""
    from lxml import etree

    data = DECLARATION.encode() + etree.tostring(word.tree, xml_declaration=False, encoding="UTF-8")
    members = [pack(member.name, data) if member.name == word.main else member for member in word.members]
    return package_bytes(added(EMPTY, members))


def parse(data: bytes) -> _ElementTree:
    """XML of a stranger: no entities, no DTD, no network. Raises `NotWord`."""
    try:
        tree: _ElementTree = parse_xml(data, "").getroottree()
    except NotRead as error:
        raise NotWord("damaged-docx") from error
    return tree


def _main_part(parts: dict[str, Member]) -> str:
    """The part to which the package links as its document; Word itself writes «document2.xml» now and then."""
    if RELATIONS not in parts:
        raise NotWord("not-docx")
    for link in parse(parts[RELATIONS].data).getroot():
        if str(link.get("Type", "")).endswith("/officeDocument"):
            return posixpath.normpath(str(link.get("Target", "")).lstrip("/")).lower()
    raise NotWord("not-docx")


class Piece(NamedTuple):
    """Letters of a paragraph and the element that holds them."""

    element: _Element
    text: str


def local(element: _Element) -> str:
    """The name of an element without its namespace; "" for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def above(element: _Element, name: str) -> _Element | None:
    """The nearest element of this name that holds ``element``, None where none does."""
    holder = element.getparent()
    while holder is not None and local(holder) != name:
        holder = holder.getparent()
    return holder


def pieces(paragraph: _Element) -> list[Piece]:
    """What is seen of a paragraph. An underlined gap is a blank to sign on, as «____» is; it is given as «_»."""
    return list(_pieces(paragraph, False))


def _pieces(element: _Element, ruled: bool) -> Iterator[Piece]:
    for child in element:
        name = local(child)
        if name in UNSEEN:
            continue
        if name == "t":
            text = child.text or ""
            yield Piece(child, "_" * len(text) if ruled and not text.strip() else text)
        elif name in ("tab", "ptab"):
            yield Piece(child, "____" if ruled else "\t")
        elif name in ("br", "cr"):
            yield Piece(child, "\n")
        elif name in ("noBreakHyphen", "softHyphen"):
            yield Piece(child, "-" if name == "noBreakHyphen" else "")
        else:
            yield from _pieces(child, is_ruled(child) if name == "r" else ruled)


def is_ruled(run: _Element) -> bool:
    """Whether the letters of a run are underlined by a property of its own."""
    lines = [line for line in run.iterfind("./*/*") if local(line) == "u" and local(line.getparent()) == "rPr"]
    return any(value_of(line) != "none" for line in lines)


def value_of(element: _Element) -> str:
    """The w:val of an element, "" where it has none."""
    return next((str(value) for name, value in element.attrib.items() if name.endswith("}val")), "")


def number_of(text: str) -> int:
    """A width or a count as files of Word have it; 0 for anything else, and for more digits than either may have."""
    return int(text) if len(text) < 10 and text.removeprefix("-").isdecimal() else 0


def text_of(paragraph: _Element) -> str:
    """A paragraph as it is seen, blanks as «_»."""
    return "".join(piece.text for piece in pieces(paragraph))


def plain(text: str) -> str:
    """For comparing: one kind of spaces, small letters, «ё» as «е»."""
    return re.sub(r"\s+", " ", text).strip().casefold().replace("ё", "е")
