"""The XML of one part of a DOCX as a small tree: read, changed, and written back letter for letter.

Names keep the prefix they were written with (``w:tbl``), so everything that this program does not know about
goes through untouched.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

MOST_DEPTH = 200


class Code(NamedTuple):
    """A stretch of Jinja source inside the XML, written as it is. It holds one line end: see `placing`."""

    source: str
    tag: int


class Element(NamedTuple):
    """One element. Both containers are changed in place while a template is being prepared."""

    name: str
    attributes: dict[str, str | Code]
    children: list[Node]

    def elements(self) -> Iterator[Element]:
        """The children that are elements."""
        return (child for child in self.children if isinstance(child, Element))

    def first(self, name: str) -> Element | None:
        """The first child element called ``name``, or None."""
        return next((child for child in self.elements() if child.name == name), None)

    def iter(self, *names: str) -> Iterator[Element]:
        """This element and all below it in document order; with ``names`` only those called so."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            if not names or element.name in names:
                yield element
            waiting += [child for child in reversed(element.children) if isinstance(child, Element)]

    def position(self, child: Node) -> int:
        """Where this very ``child`` stands; two equal children are told apart."""
        return next(at for at, other in enumerate(self.children) if other is child)


Node = Element | Code | str


class NotXml(Exception):
    """The bytes are not well-formed XML, declare entities, or are nested deeper than any Word file is."""


def parse(data: bytes) -> Element:
    """The root element of ``data``. White space between elements and comments are dropped.

    A document type is refused, and entities with it. Raises `NotXml`.
    """
    from xml.parsers import expat

    root = Element("", {}, [])
    open_elements = [root]

    def start(name: str, attributes: dict[str, str]) -> None:
        if len(open_elements) > MOST_DEPTH:
            raise NotXml
        element = Element(name, dict(attributes), [])
        open_elements[-1].children.append(element)
        open_elements.append(element)

    def end(_name: str) -> None:
        closed = open_elements.pop()
        if len(closed.children) > 1:
            closed.children[:] = [c for c in closed.children if isinstance(c, Element) or str(c).strip()]

    def text(data: str) -> None:
        open_elements[-1].children.append(data)

    def doctype(*_: object) -> None:
        raise NotXml

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = doctype
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError) as error:  # ValueError: an encoding that expat does not have
        raise NotXml from error
    return next(root.elements())


def serialise(root: Element) -> tuple[str, list[int]]:
    """The source of ``root``, and which tag stands on which of its lines.

    No line end comes from the XML itself, only from the `Code` in it: line n + 1 of the source belongs to the
    n-th entry of the list. Brackets of Jinja in ordinary text are written so that they stay text.
    """
    out: list[str] = []
    lines: list[int] = []

    def code(piece: Code) -> str:
        lines.append(piece.tag)
        return piece.source

    def write(element: Element) -> None:
        out.append("<" + element.name)
        for name, value in element.attributes.items():
            shown = code(value) if isinstance(value, Code) else _plain(value).replace('"', "&quot;")
            out.append(f' {name}="{shown}"')
        if not element.children:
            out.append("/>")
            return
        out.append(">")
        for child in element.children:
            if isinstance(child, Element):
                write(child)
            else:
                out.append(code(child) if isinstance(child, Code) else _plain(child))
        out.append(f"</{element.name}>")

    write(root)
    return "".join(out), lines


def _plain(text: str) -> str:
    """``text`` for an XML attribute or element, on one line and without a bracket that Jinja would read."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    text = text.replace("\r", " ").replace("\n", " ").replace("\t", " ")
    return text.replace("{", "{{ '{' }}") if "{" in text else text
