"""What a verification tells: differences, each with its code, its place and its texts."""

from __future__ import annotations

from typing import Literal, NamedTuple

PlaceKind = Literal["", "cell", "row", "heading", "before", "after", "approvals", "signatures", "header", "footer",
                    "notes"]


class Place(NamedTuple):
    """Where in the document: ``row`` counts the rows of the table under its headings from 1, ``number`` is what stands
    in its first column, ``column`` the heading."""

    kind: PlaceKind = ""
    row: int = 0
    number: str = ""
    column: str = ""


NOWHERE = Place()


class Difference(NamedTuple):
    """One thing that is not as it was built. ``old`` and ``new`` are texts before and after, "" where there is none;
    ``name`` is that of a part, a program, a property, a link."""

    code: str
    place: Place = NOWHERE
    old: str = ""
    new: str = ""
    name: str = ""


LOOKS = frozenset({
    "runs", "formatting", "style-changed", "table-look", "page-changed", "styles", "settings", "fonts", "theme",
    "numbering-part", "web-settings", "metadata", "application", "part-rewritten", "part-changed", "part-added",
    "part-removed", "content-type", "relationship", "repacked", "bookmark", "empty-paragraph", "data-part",
})
"""What another program changes by only saving a document. Of a re-saved file these are not told one by one."""

ORDER = (
    "resaved", "code-missing", "code-foreign", "code-other", "code-altered", "not-approved", "mark-removed",
    "mark-added", "row-removed", "row-added", "row-moved", "cells-swapped", "text-changed", "spaces-changed",
    "letters-replaced", "text-moved", "text-removed", "text-added", "cells-merged", "table-removed",
    "table-added", "table-nested", "hidden-text", "white-text", "tiny-text", "tracked-changes", "comment",
    "text-box", "picture", "object", "alternate", "alt-chunk", "field", "hyperlink", "control", "note",
    "symbol", "macro", "embedded", "external-link", "external-template", "member-twice", "zip-comment",
    "bytes-before", "bytes-after", "bytes-between", "odd-name",
)
"""The order in which differences are told; what is not named here comes last."""


def in_order(differences: list[Difference]) -> tuple[Difference, ...]:
    """By what matters most, then by place; the same thing is told once."""
    ranks = {code: rank for rank, code in enumerate(ORDER)}
    told = dict.fromkeys(differences)
    return tuple(sorted(told, key=lambda one: (ranks.get(one.code, len(ranks)), one.place.row)))
