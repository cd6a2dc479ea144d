"""The texts by which a document is recognised: those that a roadmap prints, and those that stand in a file."""

from __future__ import annotations

from roadmap_compiler.plan.plan import Plan
from roadmap_compiler.seals.blocks import Paragraph, Table, blocks_of
from roadmap_compiler.seals.trees import Node


def texts_of(plan: Plan) -> frozenset[str]:
    """What the document of a plan must hold: the title, cells of the table, lines of the approval blocks."""
    cells = [cell.text for row in plan.table.rows for cell in row.cells]
    lines = [line for block in plan.approvals for line in block.lines]
    return _several([" ".join(plan.title), *plan.title, *cells, *lines])


def title_of(plan: Plan) -> frozenset[str]:
    """The lines of the title; without one, something that stands in no document."""
    return _several(list(plan.title)) or frozenset(("",))


def texts_in(trees: dict[str, Node]) -> frozenset[str]:
    """Paragraphs and cells of all parts of a document."""
    found: list[str] = []
    for root in trees.values():
        if root.name in ("w:document", "w:hdr", "w:ftr"):
            body = root.first("w:body") if root.name == "w:document" else root
            for block in blocks_of(body) if body is not None else []:
                if isinstance(block, Paragraph):
                    found.append(block.text)
                elif isinstance(block, Table):
                    found += [part for row in block.rows for text in row.texts for part in (text, *text.split("\n"))]
    return _several(found)


def _several(texts: list[str]) -> frozenset[str]:
    return frozenset(" ".join(text.split()) for text in texts if text.strip())
