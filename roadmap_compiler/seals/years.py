"""Whether a document is that of another year: the roadmap was carried over since, and its own is not here."""

from __future__ import annotations

import re

from roadmap_compiler.seals.differences import Difference

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
FEW = 5
"""Texts that differ; so few are rather the work of a hand than of a year."""


def is_of_another_year(differences: list[Difference], built: frozenset[str], found: frozenset[str]) -> bool:
    """Whether years of the roadmap stand nowhere in the document and others do, and much besides differs; ``built`` and
    ``found`` are the texts of both."""
    told = [one for one in differences if one.code in ("text-changed", "letters-replaced", "row-added", "row-removed",
                                                        "text-added", "text-removed")]
    ours, theirs = _years(built), _years(found)
    return len(told) > FEW and bool(ours - theirs) and bool(theirs - ours)


def _years(texts: frozenset[str]) -> set[str]:
    return {year for text in texts for year in _YEAR.findall(text)}
