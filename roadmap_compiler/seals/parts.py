"""The parts of a package besides its text, as built and as found: their list, links, kinds, properties, styles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmap_compiler.seals.differences import Difference
from roadmap_compiler.seals.opening import CONTENT_TYPES
from roadmap_compiler.seals.trees import Node, Refused, canonical, read_xml

CORE, APP = "docProps/core.xml", "docProps/app.xml"
SIGNATURES = "_xmlsignatures/"
_KINDS = (
    ("macro", re.compile(r"vba|macro", re.IGNORECASE)),
    ("embedded", re.compile(r"embeddings/|activeX|oleObject|\.bin$|\.exe$|\.ole", re.IGNORECASE)),
    ("picture", re.compile(r"media/|drawings/|\.(png|jpe?g|gif|emf|wmf|svg|bmp|tiff?|webp)$", re.IGNORECASE)),
    ("alt-chunk", re.compile(r"afchunk|altchunk|\.(html?|mht|rtf|docx?|txt)$", re.IGNORECASE)),
    ("comment", re.compile(r"comments|people\.xml", re.IGNORECASE)),
    ("data-part", re.compile(r"customXml|docProps/(custom|thumbnail)|customUI", re.IGNORECASE)),
    ("fonts", re.compile(r"fonts/|\.odttf$", re.IGNORECASE)),
)
_LOOKS = (
    ("styles", re.compile(r"word/styles\.xml|word/stylesWithEffects\.xml")),
    ("settings", re.compile(r"word/settings\.xml")), ("fonts", re.compile(r"word/fontTable\.xml")),
    ("theme", re.compile(r"word/theme/.*")), ("numbering-part", re.compile(r"word/numbering\.xml")),
    ("web-settings", re.compile(r"word/webSettings\.xml")),
)
_EXTERNAL_TEMPLATE = "/attachedTemplate"


def compare_parts(old: dict[str, bytes], new: dict[str, bytes], trees: tuple[dict[str, Node], dict[str, Node]],
                  told: frozenset[str]) -> Iterator[Difference]:
    """Differences of everything but the parts of text, which are ``told``. ``trees`` are the parts that are XML, as
    built and as found."""
    yield from _lists(old, new)
    same_parts = new.keys() == old.keys()  # a signature inside changes the lists of parts, and answers for them
    for name in sorted(new):
        if name not in old:
            if name.endswith(".rels") and name in trees[1] and not name.startswith(SIGNATURES):
                yield from list(_links(name, None, trees[1][name])) or [Difference("part-added", name=name)]
        elif old[name] != new[name] and name not in told:
            before, after = trees[0].get(name), trees[1].get(name)
            if before is not None and after is not None:
                yield from _xml_part(name, before, after, old.keys() & new.keys(), same_parts)
            elif not name.endswith((".xml", ".rels")):
                yield Difference("part-changed", name=name)


def _xml_part(name: str, before: Node, after: Node, shared: set[str], same_parts: bool) -> list[Difference]:
    """What differs in one part that is XML; never nothing, but where another difference brings it along. ``shared`` are
    the parts of both packages."""
    if canonical(before) == canonical(after):
        return [Difference("part-rewritten", name=name)]
    if name.endswith(".rels"):
        return list(_links(name, before, after)) or ([Difference("part-changed", name=name)] if same_parts else [])
    if name == CONTENT_TYPES:
        found = list(_content_types(before, after, shared))
        return found or ([Difference("part-changed", name=name)] if same_parts else [])
    if name in (CORE, APP):
        return list(_properties(name, before, after)) or [Difference("part-changed", name=name)]
    code = next((code for code, pattern in _LOOKS if pattern.fullmatch(name)), "")
    return [Difference(code, name=", ".join(_changed(before, after)[:4]))] if code else [
        Difference("part-changed", name=name)]


def _lists(old: dict[str, bytes], new: dict[str, bytes]) -> Iterator[Difference]:
    """Parts that came or are gone."""
    for name in sorted(new.keys() - old.keys()):
        if not name.startswith(SIGNATURES) and not name.endswith(".rels"):
            yield Difference(_kind(name), name=name)
    for name in sorted(old.keys() - new.keys()):
        yield Difference("part-removed", name=name)


def _kind(name: str) -> str:
    return next((code for code, pattern in _KINDS if pattern.search(name)), "part-added")


# --- links between the parts and to the outside ---


def _links(name: str, old: Node | None, new: Node) -> Iterator[Difference]:
    known = set(_targets(old)) if old is not None else set()
    after = set(_targets(new))
    for kind, target, mode in sorted(after - known):
        if kind.endswith(_EXTERNAL_TEMPLATE):
            yield Difference("external-template", name=target)
        elif mode == "External" or "://" in target or target.startswith(("\\\\", "//", "file:")):
            yield Difference("external-link", name=target)
        elif "vbaProject" in kind:
            yield Difference("macro", name=target)
        elif "digital-signature" not in kind:
            yield Difference("relationship", name=f"{name}: {target}")
    for _, target, _ in sorted(known - after):
        yield Difference("relationship", name=f"{name}: {target}")


def _targets(root: Node) -> Iterator[tuple[str, str, str]]:
    for link in root.nodes():
        yield tuple(link.attributes.get(key, "") for key in ("Type", "Target", "TargetMode"))  # type: ignore[misc]


def _content_types(before: Node, after: Node, shared: set[str]) -> Iterator[Difference]:
    """Parts that are said to be of another kind, and macros that are declared."""
    known, found = _types(before), _types(after)
    for name in sorted(shared - {CONTENT_TYPES}):
        one, other = _type_of(name, known), _type_of(name, found)
        if one != other:
            yield Difference("macro" if "macroEnabled" in other else "content-type", old=one, new=other, name=name)
    for key in sorted(found.keys() - known.keys()):
        if "macro" in found[key].lower() or "vba" in found[key].lower():
            yield Difference("macro", name=key)


def _types(root: Node) -> dict[str, str]:
    found = {}
    for node in root.nodes():
        key = node.attributes.get("PartName") or "*." + node.attributes.get("Extension", "").lower()
        found[key.lower()] = node.attributes.get("ContentType", "")
    return found


def _type_of(name: str, types: dict[str, str]) -> str:
    return types.get("/" + name.lower(), types.get("*." + name.rpartition(".")[2].lower(), ""))


# --- properties of the file, styles, settings ---


def _properties(name: str, old: Node, new: Node) -> Iterator[Difference]:
    """Fields of core.xml and app.xml: title, author, dates, program."""
    before, after = ({node.name: node.text for node in root.nodes()} for root in (old, new))
    for field in sorted(before.keys() | after.keys()):
        one, other = before.get(field, ""), after.get(field, "")
        if one != other or (field in before) != (field in after):
            code = "application" if name == APP else "metadata"
            yield Difference(code, old=one, new=other, name=field.partition(":")[2] or field)


def _changed(old: Node, new: Node) -> list[str]:
    """Names of the styles, or of the settings, that differ."""
    before, after = _named(old), _named(new)
    names = [name for name in before.keys() | after.keys() if before.get(name) != after.get(name)]
    return sorted(names)


def _named(root: Node) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in root.nodes():
        shown = node.first("w:name")
        own = node.attributes.get("w:styleId") or node.attributes.get("w:name") or node.name.partition(":")[2]
        name = shown.attributes.get("w:val", own) if shown is not None else own
        found[name] = found.get(name, "") + canonical(node)
    return found


def read_parts(parts: dict[str, bytes]) -> tuple[dict[str, Node], list[Difference]]:
    """Every part that is XML as a tree, and what cannot be read as such."""
    trees: dict[str, Node] = {}
    found = []
    for name, data in parts.items():
        if not name.lower().endswith((".xml", ".rels")):
            continue
        root = read_xml(data)
        if isinstance(root, Refused):
            found.append(Difference(f"part-{root.code}", name=name))
        else:
            trees[name] = root
    return trees, found
