"""XML of a part as a small tree whose names have the usual prefixes, whatever prefixes the file has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from roadmap_compiler.documents.wordxml import MOST_DEPTH
from roadmap_compiler.seals.opening import MOST_XML

_OFFICE = "http://schemas.openxmlformats.org/"
_PREFIXES = {
    f"{_OFFICE}wordprocessingml/2006/main": "w", "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    f"{_OFFICE}officeDocument/2006/relationships": "r",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    f"{_OFFICE}markup-compatibility/2006": "mc", f"{_OFFICE}drawingml/2006/main": "a",
    f"{_OFFICE}drawingml/2006/wordprocessingDrawing": "wp", f"{_OFFICE}drawingml/2006/picture": "pic",
    "urn:schemas-microsoft-com:vml": "v", "urn:schemas-microsoft-com:office:office": "o",
    "http://schemas.microsoft.com/office/word/2010/wordprocessingShape": "wps",
    f"{_OFFICE}package/2006/relationships": "rel", f"{_OFFICE}package/2006/content-types": "ct",
    f"{_OFFICE}package/2006/metadata/core-properties": "cp", "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms", f"{_OFFICE}officeDocument/2006/extended-properties": "ep",
    "http://www.w3.org/XML/1998/namespace": "xml",
}


class Node(NamedTuple):
    """An element: «w:p», its attributes, its children in order, texts among them."""

    name: str
    attributes: dict[str, str]
    children: list[Node | str]

    def nodes(self) -> Iterator[Node]:
        """The children that are elements."""
        return (child for child in self.children if isinstance(child, Node))

    def first(self, name: str) -> Node | None:
        """The first child called ``name``."""
        return next((child for child in self.nodes() if child.name == name), None)

    def all(self) -> Iterator[Node]:
        """This element and all below it, in document order."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting += [child for child in reversed(node.children) if isinstance(child, Node)]

    @property
    def text(self) -> str:
        """All character data in it."""
        return "".join(child for node in self.all() for child in node.children if isinstance(child, str))


class Refused(NamedTuple):
    """Why XML was not read."""

    code: Literal["entities", "too-big", "not-xml"]


def read_xml(data: bytes) -> Node | Refused:
    """The root of ``data``. A document type, and entities with it, is refused, as is what is too long or nested too
    deep."""
    if len(data) > MOST_XML:
        return Refused("too-big")
    from xml.parsers import expat

    root = Node("", {}, [])
    waiting = [root]
    refused: list[Literal["entities", "not-xml"]] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        if len(waiting) > MOST_DEPTH:
            refused.append("not-xml")
            raise ValueError
        node = Node(_short(name), {_short(key): value for key, value in attributes.items()}, [])
        waiting[-1].children.append(node)
        waiting.append(node)

    def end(_name: str) -> None:
        closed = waiting.pop()
        if len(closed.children) > 1:
            closed.children[:] = [child for child in closed.children if isinstance(child, Node) or child.strip()]
        elif closed.name in _CONTAINERS:
            closed.children[:] = [child for child in closed.children if isinstance(child, Node)]

    def text(data: str) -> None:
        waiting[-1].children.append(data)

    def doctype(*_: object) -> None:
        refused.append("entities")
        raise ValueError

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = doctype
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError):  # the last two: an encoding that expat does not have
        return Refused(refused[0] if refused else "not-xml")
    return next(root.nodes(), Refused("not-xml"))


_CONTAINERS = frozenset({"w:p", "w:r", "w:tc", "w:tr", "w:tbl", "w:body", "w:rPr", "w:pPr", "w:tcPr", "w:trPr"})
"""Elements whose white space means nothing."""


def _short(name: str) -> str:
    namespace, _, local = name.rpartition(" ")
    return f"{_PREFIXES.get(namespace, namespace)}:{local}" if namespace else local


def canonical(node: Node) -> str:
    """One text for one content: attributes by name, prefixes and quotes of the file forgotten."""
    out: list[str] = []
    waiting: list[Node | str] = [node]
    while waiting:
        item = waiting.pop()
        if isinstance(item, str):
            out.append(item)
            continue
        attributes = "".join(f' {key}="{_escaped(value)}"' for key, value in sorted(item.attributes.items()))
        out.append(f"<{item.name}{attributes}>")
        waiting.append(f"</{item.name}>")
        waiting += [child if isinstance(child, Node) else _escaped(child) for child in reversed(item.children)]
    return "".join(out)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
