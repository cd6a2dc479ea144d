"""The properties of the file itself (docProps/core.xml): from the view, never from the clock or from the template.

What a template's author left there (his name, his dates) does not go into other people's documents.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from .package import Member, pack

CORE = "docProps/core.xml"
CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
CORE_RELATION = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
RELATIONS = "_rels/.rels"
CONTENT_TYPES = "[Content_Types].xml"
DEFAULT_CREATED = "2000-01-01T00:00:00Z"
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
NOT_XML = re.compile("[\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff]+")
MAIN_TYPE = b"wordprocessingml.document.main+xml"
DOT_TYPE = b"wordprocessingml.template.main+xml"


def core_properties(view: Mapping[str, Any]) -> str:
    """The core properties of a document: title, and the date of creation as the date of the last change too."""
    title = NOT_XML.sub(" ", str(view.get("document_title", "")))
    title = title.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    created = str(view.get("created", ""))
    if not MOMENT.fullmatch(created):
        created = DEFAULT_CREATED
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{title}</dc:title>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{created}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{created}</dcterms:modified>'
        "<dc:language>ru-RU</dc:language>"
        "</cp:coreProperties>"
    )


def linked_to_core(members: list[Member]) -> list[Member]:
    """``members`` without core properties of their own, and with one link to those that each document gets.

    LibreOffice 7 misspells the type of the link, Google leaves the part out, a template saved as .dotx names itself
    a template: each is put right. The list of content types comes first, as Word writes it.
    """
    own = {CORE.lower()}
    for member in members:
        if member.name == RELATIONS:
            own |= {"/".join(link.split("/")) for link in _core_targets(member.data)}
    kept = []
    for member in members:
        if member.name == CONTENT_TYPES:
            member = pack(member.name, _with_type(member.data, own), level=9)
        elif member.name == RELATIONS:
            member = pack(member.name, _with_relation(member.data), level=9)
        elif member.name.lower() in own:
            continue
        kept.append(member)
    return sorted(kept, key=lambda member: (member.name != CONTENT_TYPES, member.name != RELATIONS))


RELATIONSHIP = re.compile(rb"<Relationship\b[^>]*?(?:/>|>\s*</Relationship>)")
OVERRIDE = re.compile(rb"<Override\b[^>]*?(?:/>|>\s*</Override>)")


def _core_targets(relations: bytes) -> list[str]:
    links = [link for link in RELATIONSHIP.findall(relations) if b"metadata/core-properties" in link]
    targets = [re.search(rb'Target="/?([^"]*)"', link) for link in links]
    return [target.group(1).decode("utf-8", "replace").lower() for target in targets if target]


def _with_relation(relations: bytes) -> bytes:
    kept = RELATIONSHIP.sub(lambda m: b"" if b"metadata/core-properties" in m.group() else m.group(), relations)
    link = f'<Relationship Id="rIdCore" Type="{CORE_RELATION}" Target="{CORE}"/>'.encode()
    return kept.replace(b"</Relationships>", link + b"</Relationships>")


def _with_type(types: bytes, own: set[str]) -> bytes:
    def without_own(match: re.Match[bytes]) -> bytes:
        part = re.search(rb'PartName="/?([^"]*)"', match.group())
        return b"" if part and part.group(1).decode("utf-8", "replace").lower() in own else match.group()

    kept = OVERRIDE.sub(without_own, types).replace(DOT_TYPE, MAIN_TYPE)
    return kept.replace(b"</Types>", f'<Override PartName="/{CORE}" ContentType="{CORE_TYPE}"/></Types>'.encode())
