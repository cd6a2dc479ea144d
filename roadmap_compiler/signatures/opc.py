"""A DOCX as parts, their content types and relationships (ECMA-376, part 2): what signatures inside it speak of."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Any, NamedTuple

from .report import SignatureProblem

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

CONTENT_TYPES, ROOT_RELATIONSHIPS = "[Content_Types].xml", "_rels/.rels"
TYPES_NAMESPACE = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONS_NAMESPACE = "http://schemas.openxmlformats.org/package/2006/relationships"
_SIGNATURE = RELATIONS_NAMESPACE + "/digital-signature/"
ORIGIN, SIGNATURE = _SIGNATURE + "origin", _SIGNATURE + "signature"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PROPERTIES = {
    RELATIONS_NAMESPACE + "/metadata/core-properties", RELATIONS_NAMESPACE + "/metadata/thumbnail",
    "http://schemas.openxmlformats.org/officedocument/2006/relationships/metadata/core-properties",
    _OFFICE + "/extended-properties", _OFFICE + "/custom-properties",
}
"""Relationships of the package to what Office leaves unsigned: author, dates, statistics, the small picture."""
_REASONS = {"template-old-doc": "document-old-doc", "template-not-docx": "document-not-docx",
            "template-too-big": "document-too-big"}


class Relationship(NamedTuple):
    """``target`` is as written; ``mode`` is "Internal" or "External"."""

    id: str
    type: str
    target: str
    mode: str


class Package(NamedTuple):
    """The bytes of every part by its name without the first slash, and the content types of ``[Content_Types].xml``."""

    parts: dict[str, bytes]
    defaults: dict[str, str]
    overrides: dict[str, str]

    def content_type(self, part: str) -> str:
        """"" where none is told."""
        ending = part.rpartition("/")[2].rpartition(".")[2].lower()
        return self.overrides.get(part.lower()) or self.defaults.get(ending, "")


class NotRead(Exception):
    """Something of the document cannot be read; ``problem`` says what."""

    def __init__(self, code: str, **params: Any) -> None:
        super().__init__(code)
        self.problem = SignatureProblem(code, params)


def open_package(data: bytes) -> Package:
    """Raises `NotRead`."""
    from roadmap_compiler.documents.package import NotPackage, read_members

    try:
        parts = {member.name: member.data for member in read_members(data)}
    except NotPackage as error:
        raise NotRead(_REASONS.get(error.code, "document-damaged")) from error
    if CONTENT_TYPES not in parts or ROOT_RELATIONSHIPS not in parts:
        raise NotRead("document-not-docx")
    defaults: dict[str, str] = {}
    overrides: dict[str, str] = {}
    for element in parse_xml(parts[CONTENT_TYPES], CONTENT_TYPES).iterchildren("{*}*"):
        is_default = element.tag == f"{{{TYPES_NAMESPACE}}}Default"
        known, key = (defaults, "Extension") if is_default else (overrides, "PartName")
        name = element.get(key, "").lower().removeprefix("/")
        if not name or name in known:  # two types for one part: programs would choose differently
            raise NotRead("xml-damaged", part=CONTENT_TYPES)
        known[name] = element.get("ContentType", "")
    return Package(parts, defaults, overrides)


def parse_xml(data: bytes, part: str) -> Any:
    """The root element; no document type, nothing from elsewhere. Raises `NotRead`."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError, AssertionError) as error:
        raise NotRead("xml-damaged", part=part) from error
    if root.getroottree().docinfo.doctype:
        raise NotRead("xml-doctype", part=part)
    return root


def is_relationships(part: str) -> bool:
    folder, _, name = part.rpartition("/")
    return name.lower().endswith(".rels") and folder.rpartition("/")[2].lower() == "_rels"


def relationships_of(part: str) -> str:
    """Where the relationships of a part are; of the package for ""."""
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"


def read_relationships(package: Package, part: str) -> list[Relationship]:
    """The relationships written in a .rels part, each with an id of its own. Raises `NotRead`."""
    found = []
    for element in parse_xml(package.parts[part], part).iterchildren("{*}*"):
        if element.tag != f"{{{RELATIONS_NAMESPACE}}}Relationship":
            raise NotRead("xml-damaged", part=part)
        get = element.get
        found.append(Relationship(get("Id", ""), get("Type", ""), get("Target", ""), get("TargetMode", "Internal")))
    if len({one.id for one in found}) < len(found):
        raise NotRead("xml-damaged", part=part)
    return found


def target_of(relationships: str, one: Relationship) -> str:
    """The name of the part that a relationship of this .rels part leads to."""
    folder = posixpath.dirname(posixpath.dirname(relationships))
    return posixpath.normpath(posixpath.join("/", folder, one.target)).lstrip("/")


def parts_related(package: Package, types: Collection[str]) -> list[str]:
    """The parts to which the package itself leads by relationships of these types. Raises `NotRead`."""
    return [target_of(ROOT_RELATIONSHIPS, relationship)
            for relationship in read_relationships(package, ROOT_RELATIONSHIPS) if relationship.type in types]


def canonical_relationships(chosen: Iterable[Relationship]) -> bytes:
    """The relationships as they are signed (ECMA-376-2, 12.2.4.26), canonical."""
    from lxml import etree

    root = etree.Element(f"{{{RELATIONS_NAMESPACE}}}Relationships", nsmap={None: RELATIONS_NAMESPACE})
    for one in sorted(chosen):
        etree.SubElement(root, f"{{{RELATIONS_NAMESPACE}}}Relationship", Id=one.id, Type=one.type, Target=one.target,
                         TargetMode=one.mode)
    return canonical(root)


def canonical(element: Any) -> bytes:
    """Canonical XML 1.0 of an element with the namespaces around it.

    The element is made a root first: of an element within a tree lxml writes xmlns="" on its children.
    """
    from lxml import etree

    alone = etree.fromstring(etree.tostring(element, with_tail=False))
    out: bytes = etree.tostring(alone, method="c14n")
    return out
