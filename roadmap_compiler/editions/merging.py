"""Three editions of one file → one: changes of different fields are put together, whoever made them and wherever the
lines stand."""

from __future__ import annotations

from typing import Any, NamedTuple

from roadmap_compiler.editing.spans import apply_edits, span_between
from roadmap_compiler.editions.dates import Turn
from roadmap_compiler.editions.fields import Field, Name, fields_of
from roadmap_compiler.editions.matching import match
from roadmap_compiler.editions.units import Unit, units_of
from roadmap_compiler.findings import Edit
from roadmap_compiler.plan.plan import Plan
from roadmap_compiler.source.tree import Tree


class Conflict(NamedTuple):
    """One field that both changed: of which activity ("" for none), its English name, and its three values."""

    owner: str
    field: str
    base: str
    ours: str
    theirs: str


class Merged(NamedTuple):
    """The text, with conflict marks in it where there are conflicts."""

    text: str
    conflicts: tuple[Conflict, ...]


class _Edition(NamedTuple):
    tree: Tree
    units: tuple[Unit, ...]
    fields: dict[Name, Field]
    same_units: bool
    """Whether it has the units of the base, all and no others, in the same order."""


LABELS = ("наша правка", "было", "их правка")


def merge(base: Plan, ours: Plan, theirs: Plan) -> Merged | None:
    """Put the changed fields of one side into the text of the other. None where both changed which activities there
    are: that is for a merge of lines."""
    base_units = units_of(base)
    origin = _Edition(base.tree, base_units, fields_of(base.tree, base_units, {u.at: u.at for u in base_units}),
                      True)
    sides = [_edition(base, base_units, plan) for plan in (ours, theirs)]
    if sides[1].same_units:
        return _put(origin, sides[0], sides[1], is_ours=True)
    if sides[0].same_units:
        return _put(origin, sides[1], sides[0], is_ours=False)
    return None


def _edition(base: Plan, base_units: tuple[Unit, ...], plan: Plan) -> _Edition:
    units = units_of(plan)
    pairs = match(base_units, units, Turn(0, base.period, plan.period)).pairs
    base_of = {new: old for old, new in pairs.items()}
    same = len(units) == len(base_units) and all(base_of.get(index) == index for index in range(len(units)))
    return _Edition(plan.tree, units, fields_of(plan.tree, units, base_of), same)


def _put(base: _Edition, into: _Edition, other: _Edition, is_ours: bool) -> Merged | None:
    """The text of ``into`` with what ``other`` changed; ``is_ours``: whether ``into`` is our side."""
    edits: list[Edit] = []
    conflicts: list[Conflict] = []
    for name in dict.fromkeys([*base.fields, *other.fields]):
        before, wanted, standing = (edition.fields.get(name) for edition in (base, other, into))
        if _value(before) == _value(wanted) or _value(standing) == _value(wanted):
            continue
        if _value(standing) != _value(before):
            conflicts.append(_conflict(name, base, before, *((standing, wanted) if is_ours else (wanted, standing))))
            edit = _marked(into, standing, base, before, other, wanted, is_ours)
        elif wanted is None:
            edit = _without(into.tree, standing)
        elif standing is None:
            edit = _added(name, into, other, wanted)
        else:
            edit = _edit(into.tree, standing.start, standing.end, other.tree.text[wanted.start:wanted.end])
        if edit is None:
            return None
        edits.append(edit)
    return Merged(apply_edits(into.tree.text, edits), tuple(conflicts))


def _value(field: Field | None) -> Any:
    return None if field is None else field.value


def _edit(tree: Tree, start: int, end: int, text: str) -> Edit:
    return Edit(span_between(tree.text, start, end, tree.file), text)


def _lines_of(tree: Tree, field: Field) -> tuple[int, int] | None:
    """The whole lines of a field with its key; None where other fields stand on them."""
    parent = field.path[:-1]
    if tree.is_flow(parent) or not isinstance(field.path[-1], str):
        return None
    key = tree.key_span(field.path)
    lines = tree.text.splitlines(keepends=True)
    start = sum(map(len, lines[:key.line - 1]))
    if tree.text[start:start + key.column - 1].strip(" "):
        return None
    end = tree.text.find("\n", field.end)
    return start, len(tree.text) if end < 0 else end + 1


def _without(tree: Tree, field: Field | None) -> Edit | None:
    """The edit that takes a field out."""
    lines = _lines_of(tree, field) if field is not None else None
    return _edit(tree, *lines, "") if lines is not None else None


def _added(name: Name, into: _Edition, other: _Edition, wanted: Field) -> Edit | None:
    """The edit that puts a new field of an activity behind another one of it."""
    owner = next((field for key, field in into.fields.items() if len(name) == 3 and key[:2] == name[:2]
                  and name[0] == "unit" and len(key) == 3), None)
    lines = _lines_of(other.tree, wanted)
    if owner is None or lines is None or into.tree.is_flow(owner.path[:-1]):
        return None
    key = into.tree.key_span(owner.path)
    source = other.tree.text[lines[0]:lines[1]]
    if other.tree.key_span(wanted.path).column != key.column:
        return None
    at = into.tree.text.find("\n", owner.end)
    if at < 0:
        return _edit(into.tree, len(into.tree.text), len(into.tree.text), "\n" + source)
    return _edit(into.tree, at + 1, at + 1, source)


def _marked(into: _Edition, standing: Field | None, base: _Edition, before: Field | None, other: _Edition,
            wanted: Field | None, is_ours: bool) -> Edit | None:
    """The lines of a field in three versions between marks, ours first, as git writes them."""
    if standing is None or before is None or wanted is None:
        return None
    places = [_lines_of(edition.tree, field) for edition, field in ((into, standing), (base, before), (other, wanted))]
    if any(place is None for place in places):
        return _marked_rows(into, standing, base, before, other, wanted, is_ours)
    here, was, there = (edition.tree.text[place[0]:place[1]].rstrip("\r\n") for edition, place in
                        zip((into, base, other), places, strict=True) if place is not None)
    first, last = (here, there) if is_ours else (there, here)
    place = places[0]
    assert place is not None
    return _edit(into.tree, *place, _between_marks(first, was, last))


def _marked_rows(into: _Edition, standing: Field, base: _Edition, before: Field, other: _Edition, wanted: Field,
                 is_ours: bool) -> Edit:
    """The same for a field that shares its line: the whole line is given in three versions."""
    text = into.tree.text
    start = text.rfind("\n", 0, standing.start) + 1
    end = text.find("\n", standing.end)
    end = len(text) if end < 0 else end + 1
    head, tail = text[start:standing.start], text[standing.end:end].rstrip("\r\n")

    def with_value(tree: Tree, field: Field) -> str:
        return head + tree.text[field.start:field.end] + tail

    here, was, there = with_value(into.tree, standing), with_value(base.tree, before), with_value(other.tree, wanted)
    first, last = (here, there) if is_ours else (there, here)
    return _edit(into.tree, start, end, _between_marks(first, was, last))


def _between_marks(ours: str, base: str, theirs: str) -> str:
    return (f"<<<<<<< {LABELS[0]}\n{ours}\n||||||| {LABELS[1]}\n{base}\n=======\n{theirs}\n>>>>>>> {LABELS[2]}\n")


def _conflict(name: Name, base: _Edition, before: Field | None, ours: Field | None, theirs: Field | None) -> Conflict:
    owner = base.units[name[1]].title if name[0] == "unit" and isinstance(name[1], int) else ""
    field = next((str(part) for part in reversed(name) if isinstance(part, str)), "")
    return Conflict(owner, field, *(_shown(one) for one in (before, ours, theirs)))


def _shown(field: Field | None) -> str:
    if field is None:
        return ""
    return field.value if isinstance(field.value, str) else ", ".join(map(str, field.value))
