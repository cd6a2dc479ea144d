"""What a comparison tells: changes, each named as what it is, with both its places."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from typing import Literal, NamedTuple

from roadmap_compiler.editions.dates import Turn
from roadmap_compiler.editions.matching import Matching
from roadmap_compiler.editions.units import Kind as UnitKind
from roadmap_compiler.editions.units import Unit
from roadmap_compiler.findings import Span
from roadmap_compiler.plan.plan import Plan

Kind = Literal["responsible", "shifted", "approver", "added", "removed", "moved", "split", "merged", "stage-title",
               "title", "content", "result", "deadline", "not-shifted", "typography", "renumbered"]

ORDER: tuple[Kind, ...] = (
    "approver", "shifted", "not-shifted", "added", "removed", "moved", "split", "merged", "stage-title", "title",
    "content", "deadline", "responsible", "result", "typography", "renumbered",
)
"""The order in which kinds are told; a person replaced everywhere stands before all."""

DERIVED: tuple[Kind, ...] = ("typography", "renumbered")
"""What follows from other changes, or changes nothing that anybody does."""


class Place(NamedTuple):
    """Where a change is: the number as printed, the title, the title of the stage; "" for the head of the document.

    ``hint`` tells apart what number and title do not: the stage, where every stage counts anew; the deadline, where
    there are no numbers and the title stands several times.
    """

    unit: int
    kind: UnitKind | Literal["document"]
    number: str
    title: str
    stage: str
    span: Span
    hint: str = ""


class Change(NamedTuple):
    """One change.

    ``old`` and ``new`` are the texts before and after: titles for what was added, removed, split or joined, stages
    for a move, values for the rest. ``field`` is the role of the text that changed. ``affects`` are the people of
    the places. ``likeness`` is given where it is only likely that both places are the same activity; ``possible``
    is the place that something removed may have become. ``out_of``: a person was replaced in some rows only, of so
    many that named him; 0 where he was replaced in all. Of typography, ``old`` and ``new`` are deadlines in other
    words for the same days, and the first places are theirs. ``deadline`` is that of something added,
    and those of what was split or joined where they are other ones than before.
    """

    kind: Kind
    old: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    old_places: tuple[Place, ...] = ()
    new_places: tuple[Place, ...] = ()
    field: str = ""
    affects: tuple[str, ...] = ()
    likeness: float | None = None
    possible: Place | None = None
    out_of: int = 0
    deadline: str = ""

    @property
    def everywhere(self) -> bool:
        """Whether it is one change of many places: a person replaced, a column, a shift by a year, typography,
        numbers."""
        return (self.kind in ("shifted", *DERIVED) or self.field == "column"
                or (self.kind == "responsible" and len(self.old_places) > 1))

    @property
    def is_within_stage(self) -> bool:
        """Whether a move is one of order only."""
        return self.kind == "moved" and self.field == "order"

    @property
    def fingerprint(self) -> str:
        """Twelve hex digits that stay while the same change is told of the same texts, whatever the numbers."""
        titles = [place.title + place.hint for place in (*self.old_places, *self.new_places)]
        told = "|".join((self.kind, self.field, *self.old, "→", *self.new, *("" if self.everywhere else titles)))
        return hashlib.sha256(told.encode()).hexdigest()[:12]


class Comparison(NamedTuple):
    """Two editions, what is what in them, and all changes in the order of telling.

    ``people`` are the replacements told as one change: (text before, text after).
    """

    old: Plan
    new: Plan
    old_units: tuple[Unit, ...]
    new_units: tuple[Unit, ...]
    matching: Matching
    turn: Turn
    changes: tuple[Change, ...]
    people: tuple[tuple[str, str], ...]

    @property
    def real(self) -> tuple[Change, ...]:
        """The changes that somebody made on purpose."""
        return tuple(change for change in self.changes if change.kind not in DERIVED)


def repeats_numbers(units: Iterable[Unit]) -> bool:
    """Whether two activities have one number, so that a number says little without its stage."""
    numbers = Counter(unit.number for unit in units if unit.kind == "activity" and unit.number)
    return any(times > 1 for times in numbers.values())


def places_of(plan: Plan, units: tuple[Unit, ...], by_stage: bool = False) -> tuple[Place, ...]:
    """The places of all units of an edition; with ``by_stage`` numbers of activities have their stage beside them."""
    titles = Counter((unit.parent, unit.key) for unit in units)
    places: list[Place] = []
    for unit in units:
        stage = units[unit.stage].title if unit.stage >= 0 else ""
        number, hint = unit.number, stage if by_stage and unit.kind != "stage" else ""
        if not number and unit.kind == "item":
            parent = places[unit.parent]  # an item is found by its activity
            number, hint = parent.number, parent.hint
        elif not number:
            is_one_of_many = titles[unit.parent, unit.key] > 1
            hint = (unit.deadline.text if unit.deadline else unit.texts.get("content", "")) if is_one_of_many else ""
        places.append(Place(unit.at, unit.kind, number, unit.title, stage, plan.tree.span(unit.path), hint))
    return tuple(places)
