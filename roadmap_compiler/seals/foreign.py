"""What a document that this program prints never holds, or holds as often as its template: hidden text, fields,
pictures, corrections, comments."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from roadmap_compiler.seals.blocks import text_of
from roadmap_compiler.seals.trees import Node

_BY_NAME = {
    "w:ins": "tracked-changes", "w:del": "tracked-changes", "w:moveFrom": "tracked-changes",
    "w:moveTo": "tracked-changes", "w:rPrChange": "tracked-changes", "w:pPrChange": "tracked-changes",
    "w:tblPrChange": "tracked-changes", "w:trPrChange": "tracked-changes", "w:tcPrChange": "tracked-changes",
    "w:sectPrChange": "tracked-changes", "w:cellIns": "tracked-changes", "w:cellDel": "tracked-changes",
    "w:cellMerge": "tracked-changes", "w:tblGridChange": "tracked-changes",
    "w:commentReference": "comment", "w:commentRangeStart": "comment", "w:annotationRef": "comment",
    "w:fldSimple": "field", "w:instrText": "field", "w:fldChar": "field",
    "w:hyperlink": "hyperlink", "w:txbxContent": "text-box", "v:textbox": "text-box", "wps:txbx": "text-box",
    "w:drawing": "picture", "w:pict": "picture", "v:imagedata": "picture", "a:blip": "picture",
    "w:object": "object", "o:OLEObject": "object", "w:control": "object", "w:altChunk": "alt-chunk",
    "w:subDoc": "alt-chunk", "w:sdt": "control", "w:footnoteReference": "note", "w:endnoteReference": "note",
    "w:sym": "symbol", "w:bookmarkStart": "bookmark", "mc:AlternateContent": "alternate", "w:framePr": "text-box",
}
_TOO_SMALL = 8
"""Half-points: four points and less is not read on paper."""

Foreign = tuple[str, str]
"""A code and the text that it is about."""


def foreign_in(node: Node) -> Counter[Foreign]:
    """What of this stands in a block, how often."""
    return Counter(_found(node))


def _found(root: Node) -> Iterator[Foreign]:
    for node in root.all():
        code = _BY_NAME.get(node.name)
        if code == "tracked-changes":
            yield code, _changed_text(node)
        elif code in ("field", "alt-chunk"):
            yield code, node.attributes.get("w:instr", "") or node.text.strip()
        elif code is not None:
            yield code, text_of(node) if code in ("hyperlink", "control") else _box_text(node, code)
        elif node.name == "w:tbl" and node is not root:
            yield "table-nested", ""
        elif node.name in ("w:r", "w:p"):
            yield from _unseen(node)


def _box_text(node: Node, code: str) -> str:
    return " ".join(child.text for child in node.all() if child.name == "w:t") if code == "text-box" else ""


def _changed_text(node: Node) -> str:
    return "".join(child.text for child in node.all() if child.name in ("w:t", "w:delText"))


def _unseen(node: Node) -> Iterator[Foreign]:
    """Letters that a reader does not see; ``node`` is a run, or a paragraph whose mark has properties of letters."""
    properties = node.first("w:rPr") if node.name == "w:r" else None
    text = text_of(node) if properties is not None else ""
    if properties is None or not text.strip():
        return
    for one in properties.nodes():
        value = one.attributes.get("w:val", "")
        if one.name in ("w:vanish", "w:specVanish", "w:webHidden") and value not in ("0", "false", "off"):
            yield "hidden-text", text
        elif one.name == "w:color" and (_is_white(value) or one.attributes.get("w:themeColor", "") in _PAPER):
            yield "white-text", text
        elif one.name == "w:sz" and value.isascii() and value.isdigit() and int(value[:9]) <= _TOO_SMALL:
            yield "tiny-text", text


_PAPER = ("background1", "light1", "bg1", "lt1")


def _is_white(colour: str) -> bool:
    """A colour too light to be read on white paper."""
    try:
        return len(colour) == 6 and all(int(colour[at:at + 2], 16) >= 0xE0 for at in (0, 2, 4))
    except ValueError:
        return False
