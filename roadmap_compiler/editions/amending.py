"""The wordings of an amending order: what is to be replaced, added, excluded, each as one point.

«Одним изменением следует считать изменение одной структурной единицы»; the forms are «слова … заменить словами …»,
«дополнить пунктом … следующего содержания», «исключить», «изложить в следующей редакции» (Методические рекомендации
по юридико-техническому оформлению законопроектов). All are fixed phrases around quoted text, so nothing is declined.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from roadmap_compiler.editions.changes import Change, Comparison, Place
from roadmap_compiler.editions.saying import bare
from roadmap_compiler.editions.units import Unit
from roadmap_compiler.editions.words import replaced_words
from roadmap_compiler.plan.plan import Plan

MOST_REPLACED = 3
"""So many replacements in one text are told one by one; with more the text is stated anew."""

_OF_WHOLE = frozenset({"added", "removed", "moved", "split", "merged"})
_COLUMNS = {"title": ("activities", "title", "stages"), "items": ("activities", "title", "stages")}


class Point(NamedTuple):
    """One point of the order; ``rows`` are rows of the roadmap that it states, by the columns of the new edition."""

    text: str
    rows: tuple[tuple[str, ...], ...] = ()


def amending_points(comparison: Comparison) -> list[Point]:
    """The points in the order of the old document, what concerns all of it first."""
    writer = _Writer(comparison)
    points: list[tuple[tuple[int, int], Point]] = []
    for change in comparison.changes:
        points += [(writer.place(change), point) for point in writer.points(change)]
    return [point for _, point in sorted(points, key=lambda pair: pair[0])]


class _Writer:
    def __init__(self, comparison: Comparison) -> None:
        self.found = comparison
        self.new_stages = {place.unit for change in comparison.changes if change.kind == "added"
                           for place in change.new_places if place.kind == "stage"}
        self.old_stages = {place.unit for change in comparison.changes if change.kind == "removed"
                           for place in change.old_places if place.kind == "stage"}

    def place(self, change: Change) -> tuple[int, int]:
        """Where a point stands: what is true everywhere, the head, then by the old place, or by the place before it."""
        if change.everywhere:
            return -2, 0
        first = (change.old_places or change.new_places)[0]
        if first.kind == "document":
            return -1, 0
        if change.old_places:
            return change.old_places[0].unit, 0
        before = [old for old, new in self.found.matching.pairs.items() if new < first.unit]
        return max(before, default=-1), first.unit + 1

    def points(self, change: Change) -> list[Point]:
        """What a change says in the order; nothing for what an order does not say."""
        if change.kind in ("typography", "renumbered", "shifted", "not-shifted"):
            return []
        if change.kind == "responsible" and change.everywhere:
            return [Point(f"по всему тексту слова «{change.old[0]}» заменить словами «{change.new[0]}»")]
        if change.kind in _OF_WHOLE:
            return self._whole(change)
        if change.kind == "responsible":
            return [self._people(change)]
        if change.field == "items":
            place = change.new_places[0]
            return [Point(f"{_named(change.old_places[0])} изложить в следующей редакции:", self._rows(place))]
        return [self._text(change)]

    # --- whole units ---

    def _whole(self, change: Change) -> list[Point]:
        if change.kind == "removed":
            place = change.old_places[0]
            if place.kind != "stage" and self.found.old_units[place.unit].stage in self.old_stages:
                return []  # it goes with its section
            return [Point(f"{_named(place)} исключить")]
        if change.kind == "added":
            place = change.new_places[0]
            if place.kind != "stage" and self.found.new_units[place.unit].stage in self.new_stages:
                return []
            return [self._addition(place)]
        if change.kind == "split":
            first, *others = change.new_places
            return [Point(f"{_named(change.old_places[0])} изложить в следующей редакции:", self._rows(first)),
                    *map(self._addition, others)]
        if change.kind == "merged":
            first, *others = change.old_places
            return [Point(f"{_named(first)} изложить в следующей редакции:", self._rows(change.new_places[0])),
                    *(Point(f"{_named(place)} исключить") for place in others)]
        return self._move(change)

    def _move(self, change: Change) -> list[Point]:
        old, new = change.old_places[0], change.new_places[0]
        if change.is_within_stage:
            neighbour = self._next(new)
            where = f"перед {_named(neighbour, 'instrumental')}" if neighbour else "последним в своём разделе"
            return [Point(f"{_named(old)} разместить {where}")]
        return [Point(f"{_named(old)} исключить"), self._addition(new)]

    def _next(self, place: Place) -> Place | None:
        """What follows a place in the new edition, with the number that the amended document has for it."""
        units = self.found.new_units
        unit = units[place.unit]
        for other in units[place.unit + 1:]:
            if other.kind == unit.kind and (other.stage, other.parent) == (unit.stage, unit.parent):
                return Place(other.at, other.kind, other.number, other.title, "", place.span)
        return None

    def _addition(self, place: Place) -> Point:
        unit = self.found.new_units[place.unit]
        owner = self._owner(unit)
        start = f"{owner} дополнить" if owner else "дополнить"
        number = f" {bare(place.number)}" if bare(unit.number) else ""
        what = {"stage": "разделом", "item": "строкой"}.get(place.kind, "пунктом")
        told = f"{start} {what}{number if place.kind != 'item' else ''} следующего содержания:"
        return Point(told, self._rows(place))

    def _owner(self, unit: Unit) -> str:
        units = self.found.new_units
        owner = unit.parent if unit.parent >= 0 else unit.stage
        if owner < 0:
            return ""
        one = units[owner]
        return _named(Place(owner, one.kind, one.number, one.title, "", self.found.new.tree.span(one.path)))

    def _rows(self, place: Place) -> tuple[tuple[str, ...], ...]:
        """A unit as its row in the new table; a section with all its rows."""
        units, table = self.found.new_units, self.found.new.table
        unit = units[place.unit]
        wanted = {unit.entry: bare(place.number)}
        for other in units:
            if other.entry >= 0 and other.at != unit.at and (
                    (other.stage == unit.at and unit.kind == "stage") or other.parent == unit.at):
                wanted[other.entry] = bare(other.number)
        rows = []
        for row in table.rows:
            if row.entry not in wanted:
                continue
            cells: list[str] = []
            for cell in row.cells:
                cells += [cell.text, *[""] * (cell.span - 1)]
            for at, column in enumerate(table.columns):
                if column.role == "number" and cells[at]:
                    cells[at] = wanted[row.entry] or cells[at]
            rows.append(tuple(cells))
        return tuple(rows) or ((unit.title,),)

    # --- words ---

    def _people(self, change: Change) -> Point:
        """One row: who is taken out, who comes in; the whole cell where that is more than one word for another."""
        before = self.found.old_units[change.old_places[0].unit].people
        after = self.found.new_units[change.new_places[0].unit].people
        gone = [text for text in before if text not in after]
        came = [text for text in after if text not in before]
        where, whole = self._within(change)
        if before and len(gone) == 1 and not came and after:
            return Point(f"{where} слова «{_quoted(gone[0])}» исключить")
        if before and len(came) == 1 and not gone:
            return Point(f"{whole} дополнить словами «{_quoted(came[0])}»")
        if len(gone) == len(came) == 1:
            return Point(f"{where} слова «{_quoted(gone[0])}» заменить словами «{_quoted(came[0])}»")
        return Point(f"{whole} изложить в следующей редакции: «{_quoted('; '.join(after))}»")

    def _text(self, change: Change) -> Point:
        old, new = "\n".join(change.old), "\n".join(change.new)
        where, whole = self._within(change)
        if not old:
            return Point(f"{whole} дополнить словами «{_quoted(new)}»")
        if not new:
            return Point(f"{where} слова «{_quoted(old)}» исключить")
        pairs = replaced_words(old, new)
        is_whole = pairs == ((old.strip(), new.strip()),) and change.kind in ("title", "stage-title")
        if is_whole or len(pairs) > MOST_REPLACED or not all(_can_be_named(pair, old) for pair in pairs):
            return Point(f"{whole} изложить в следующей редакции: «{_quoted(new)}»")
        return Point(f"{where} " + ", ".join(_replacement(pair) for pair in pairs))

    def _within(self, change: Change) -> tuple[str, str]:
        """«в графе «Сроки» пункта 2.1», «графу «Сроки» пункта 2.1»."""
        place = change.old_places[0] if change.old_places else change.new_places[0]
        if place.kind == "document":
            return _within_heading(change)
        if change.kind == "stage-title":
            return f"в наименовании раздела {bare(place.number)}", f"наименование раздела {bare(place.number)}"
        heading = _heading(self.found.old, change.field) or _heading(self.found.new, change.field)
        of = _named(place, "genitive")
        if not heading:
            return f"в {_named(place, 'prepositional')}", _named(place)
        if change.field == "title":  # the whole point would lose its deadline and its people with it
            return f"в {_named(place, 'prepositional')}", f"графу «{heading}» {of}"
        return f"в графе «{heading}» {of}", f"графу «{heading}» {of}"


def _within_heading(change: Change) -> tuple[str, str]:
    names = {"title": ("в наименовании", "наименование"), "approvals": ("в грифе", "гриф"),
             "signatures": ("в подписи", "подпись"), "institution": ("в названии организации", "название организации")}
    return names.get(change.field, ("в сведениях о периоде", "сведения о периоде"))


def _heading(plan: Plan, field: str) -> str:
    roles = _COLUMNS.get(field, (field,))
    return next((column.heading for column in plan.table.columns if column.role in roles), "")


_NOUNS = {
    "stage": {"accusative": "раздел", "genitive": "раздела", "prepositional": "разделе", "instrumental": "разделом"},
    "activity": {"accusative": "пункт", "genitive": "пункта", "prepositional": "пункте", "instrumental": "пунктом"},
    "item": {"accusative": "строку", "genitive": "строки", "prepositional": "строке", "instrumental": "строкой"},
}


def _named(place: Place, case: str = "accusative") -> str:
    """«пункт 2.3»; without a number of its own «строку «…» пункта 2.3»."""
    noun = _NOUNS[place.kind][case]
    number = bare(place.number)
    if place.kind == "item":
        return f"{noun} «{_quoted(place.title)}»" + (f" пункта {number}" if number else "")
    return f"{noun} {number}" if number else f"{noun} «{_quoted(place.title)}»"


def _can_be_named(pair: tuple[str, str], text: str) -> bool:
    """Whether the words to replace stand in the text once; words to insert need a neighbour, so the text is stated."""
    old, _ = pair
    return bool(re.search(r"\w", old)) and text.count(old) == 1


def _replacement(pair: tuple[str, str]) -> str:
    old, new = pair
    if not new:
        return f"слова «{_quoted(old)}» исключить"
    if re.fullmatch(r"[\d.,\s]+", old) and re.fullmatch(r"[\d.,\s]+", new):
        return f"цифры «{old}» заменить цифрами «{new}»"
    return f"слова «{_quoted(old)}» заменить словами «{_quoted(new)}»"


def _quoted(text: str) -> str:
    """A text inside of «»: inner quotes of the same kind become „“."""
    return text.strip().replace("«", "„").replace("»", "“").replace("\n", "; ")
