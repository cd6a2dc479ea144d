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

FIRST = ("resaved", "code-missing", "code-foreign", "code-other", "code-altered", "not-approved", "mark-removed",
         "mark-added")
"""What the whole document is, told before its places."""

_PLACES: tuple[tuple[PlaceKind, ...], ...] = (
    ("header",), ("before", "approvals"), ("heading",), ("cell", "row"), ("after", "signatures"), ("notes",),
    ("footer",), ("",),
)


def in_order(differences: list[Difference]) -> tuple[Difference, ...]:
    """What the document is first, then its words as they stand in it, its look last. The same thing is told once."""
    ranks = {kind: rank for rank, kinds in enumerate(_PLACES) for kind in kinds}

    def rank(one: Difference) -> tuple[int, int, int, int]:
        first = FIRST.index(one.code) if one.code in FIRST else len(FIRST)
        return first, one.code in LOOKS, ranks[one.place.kind], one.place.row

    return tuple(sorted(dict.fromkeys(differences), key=rank))
