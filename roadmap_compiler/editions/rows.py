"""The comparative table («сравнительная таблица»): a row for each place that changed, in document order."""

from __future__ import annotations

from typing import NamedTuple

from roadmap_compiler.editions.as_text import where_to
from roadmap_compiler.editions.changes import DERIVED, Change, Comparison, Place
from roadmap_compiler.editions.saying import Speaker, bare, number_of
from roadmap_compiler.editions.units import written_at
from roadmap_compiler.editions.words import Piece, pieces

COLUMNS = ("number", "what", "old", "new", "reason", "people")
USUAL = ("number", "old", "new", "reason")

_FIELDS_WITHOUT_LABEL = frozenset({"title", ""})


class Line(NamedTuple):
    """One line of a cell: a label («Срок»), and its text in pieces."""

    label: str
    pieces: tuple[Piece, ...]


class TableRow(NamedTuple):
    """What became of one place. ``number`` is the old one where there is one."""

    number: str
    what: tuple[str, ...]
    old: tuple[Line, ...]
    new: tuple[Line, ...]
    reason: str
    people: tuple[str, ...]


def table_rows(comparison: Comparison, speaker: Speaker) -> list[TableRow]:
    """First what is true of many places, then place by place; typography and new numbers make no row."""
    rows = [_row_of_many(change, speaker) for change in comparison.changes
            if change.everywhere and change.kind not in DERIVED]
    groups: dict[tuple[int, int, int, str], list[Change]] = {}
    for change in comparison.changes:
        if not change.everywhere:
            groups.setdefault(_key(change, comparison), []).append(change)
    for key in sorted(groups):
        rows.append(_row(groups[key], comparison, speaker))
    return rows


def _key(change: Change, comparison: Comparison) -> tuple[int, int, int, str]:
    """The head of the document first; then the order of the new edition, what was removed behind what was before it."""
    place = (change.new_places or change.old_places)[0]
    if place.kind == "document":
        return 0, 0, 0, change.field
    if change.new_places:
        return 1, place.unit, 0, ""
    nearest = max((old for old in comparison.matching.pairs if old < place.unit), default=None)
    return 1, comparison.matching.pairs[nearest] if nearest is not None else -1, 1 + place.unit, ""


def _row_of_many(change: Change, speaker: Speaker) -> TableRow:
    label = ""
    if change.kind == "shifted":
        label, number = speaker.say("row.deadlines"), "—"
    elif change.field == "column":
        label, number = speaker.say("field.column"), "—"
    elif change.out_of:
        number = ", ".join(bare(place.number) for place in change.old_places if place.number)
    else:
        is_signed = any(place.kind == "document" for place in change.old_places)
        number = speaker.say("row.everywhere-signed" if is_signed else "row.everywhere")
    lines = [(Line(label, (Piece(side, "; ".join(texts)),)),) if texts else () for side, texts in  # type: ignore[arg-type]
             (("old", change.old), ("new", change.new))]
    return TableRow(number, (speaker.label(change),), lines[0], lines[1], "", change.affects)


def _row(changes: list[Change], comparison: Comparison, speaker: Speaker) -> TableRow:
    old_lines: list[Line] = []
    new_lines: list[Line] = []
    title = _unchanged_title(changes)
    if title:
        line = Line("", (Piece("both", title),))
        old_lines.append(line)
        new_lines.append(line)
    for change in sorted(changes, key=lambda change: change.kind not in ("title", "stage-title")):
        before, after = _lines(change, comparison, speaker)
        old_lines += before
        new_lines += after
    old_places = changes[0].old_places
    people = tuple(dict.fromkeys(text for change in changes for text in change.affects))
    return TableRow(_number(changes[0], speaker), tuple(dict.fromkeys(speaker.label(change) for change in changes)),
                    tuple(old_lines), tuple(new_lines) or (Line("", (Piece("new", speaker.say("gone")),)),)
                    if old_places else tuple(new_lines), _reason(changes, comparison), people)


def _number(change: Change, speaker: Speaker) -> str:
    places = change.old_places or change.new_places
    if places[0].kind == "document":
        return speaker.say("document")
    numbers = ", ".join(number_of(place) or "—" for place in places)
    if change.old_places:
        return numbers
    return f"{numbers} {speaker.say('new-line' if places[0].kind == 'item' else 'new')}"


def _unchanged_title(changes: list[Change]) -> str:
    """The title of the place, where no change of the row tells it."""
    told = {"title", "stage-title", "added", "removed", "split", "merged"}
    if any(change.kind in told or change.field == "title" for change in changes):
        return ""
    change = changes[0]
    place = change.new_places[0] if change.new_places else change.old_places[0]
    hint = (change.old_places or change.new_places)[0].hint
    return f"{place.title} ({hint})" if hint and not bare(place.number) else place.title


def _lines(change: Change, comparison: Comparison, speaker: Speaker) -> tuple[list[Line], list[Line]]:
    if change.kind in ("added", "removed", "split", "merged"):
        return ([Line("", (Piece("old", text),)) for place in change.old_places
                 for text in _whole(comparison, "old", place)],
                [Line("", (Piece("new", text),)) for place in change.new_places
                 for text in _whole(comparison, "new", place)])
    if change.kind == "moved":
        note = where_to(change, speaker)
        numbers = [number_of(places[0]) for places in (change.old_places, change.new_places)]
        if numbers[1] and numbers[0] != numbers[1] and change.new_places[0].kind != "item":
            note = speaker.say("row.now", where=note, number=numbers[1])
        return [], [Line(speaker.label(change), (Piece("new", note),))]
    label = "" if change.field in _FIELDS_WITHOUT_LABEL else speaker.label(change)
    if change.kind == "not-shifted" and label:
        label = speaker.field(change.field)
    before, after = "\n".join(change.old), "\n".join(change.new)
    run = pieces(before, after)
    old = tuple(piece for piece in run if piece.side != "new")
    new = tuple(piece for piece in run if piece.side != "old")
    if change.kind == "not-shifted":
        return [Line(label, old)], [Line(speaker.say("kind.not-shifted"), new)]
    nothing = [Line(label, (Piece("both", speaker.say("none")),))] if label else []
    return ([Line(label, old)] if old else nothing), ([Line(label, new)] if new else nothing)


def _whole(comparison: Comparison, side: str, place: Place) -> list[str]:
    """A whole row of the roadmap in lines: its title and what stands in its other cells."""
    unit = (comparison.old_units if side == "old" else comparison.new_units)[place.unit]
    lines = [unit.title, *unit.texts.values()]
    lines += [unit.deadline.text] if unit.deadline else []
    lines += ["; ".join(unit.people)] if unit.people else []
    return [*lines, unit.result] if unit.result else lines


def _reason(changes: list[Change], comparison: Comparison) -> str:
    """What «обоснование» of the new edition says."""
    for change in changes:
        for place in change.new_places:
            if place.kind != "document":
                reason = getattr(written_at(comparison.new, comparison.new_units[place.unit].path), "reason", None)
                if reason:
                    return str(reason)
    return ""


def read_columns(text: str) -> tuple[tuple[str, ...], str]:
    """«№, было, стало» → roles of columns; the word that is no column, where there is one."""
    names = {"№": "number", "номер": "number", "что": "what", "было": "old", "стало": "new", "обоснование": "reason",
             "кого касается": "people", "люди": "people", **{role: role for role in COLUMNS}}
    roles = []
    for word in text.split(","):
        role = names.get(" ".join(word.lower().split()))
        if role is None:
            return (), word.strip()
        roles.append(role)
    return tuple(roles), ""
