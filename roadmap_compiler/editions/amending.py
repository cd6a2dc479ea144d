"""The points of an amending order: what is replaced, excluded, renumbered, added.

«Одним изменением следует считать изменение одной структурной единицы»; the forms are «слова … заменить словами …»,
«дополнить пунктом … следующего содержания», «исключить», «изложить в следующей редакции» (Методические рекомендации
по юридико-техническому оформлению законопроектов).

The points are true one after another: first those that name the document in force by its own numbers, then the one
that gives new numbers to what stays («считать соответственно»), then what is added, under the number that it gets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from roadmap_compiler.editions.amended import amended_units
from roadmap_compiler.editions.amending_heads import texts_of_head, texts_of_signatures
from roadmap_compiler.editions.amending_words import (
    UNHEADED,
    Names,
    heading_of,
    noun,
    quoted,
    replaced,
    replacement,
    stated_anew,
    told_words,
    unheaded,
    within,
)
from roadmap_compiler.editions.changes import Change, Comparison
from roadmap_compiler.editions.renumbering import renumbering
from roadmap_compiler.editions.saying import bare
from roadmap_compiler.editions.stated_rows import stated_rows, under_title
from roadmap_compiler.editions.words import replaced_words
from roadmap_compiler.plan.wording import plain

_SAYS_NOTHING = frozenset({"renumbered", "shifted", "not-shifted", "added", "removed", "split", "merged"})
_INITIALS = re.compile(r"[А-ЯЁ]\.[ \u00a0]?[А-ЯЁ]\.")


class Point(NamedTuple):
    """One point of the order; ``rows`` are rows of the roadmap that it states, by the columns of the new edition."""

    text: str
    rows: tuple[tuple[str, ...], ...] = ()


def amending_points(comparison: Comparison) -> list[Point]:
    """The points in the order in which they are true."""
    return list(_Writer(comparison).points())


class _Writer:
    def __init__(self, found: Comparison) -> None:
        self.found = found
        self.units = amended_units(found)
        self.old = Names(found.old_units, found.new_units)
        self.new = Names(found.new_units, found.old_units)

    def points(self) -> Iterator[Point]:
        """What concerns all of the document, its head, then point by point."""
        changes = self.found.changes
        anew = self._has_other_columns()
        for change in changes:
            is_signed = any(place.kind == "document" for place in change.new_places)
            if _is_person_everywhere(change) and (is_signed or not anew):
                yield from self._replaced_everywhere(change)
        for change in changes:
            if change.field != "column" and (change.old_places or change.new_places)[0].kind == "document":
                yield from map(Point, texts_of_head(self.found.old, self.found.new, change))
        if anew:
            yield Point("таблицу изложить в следующей редакции:", self._rows(None))
            return
        yield from self._of_document_in_force()
        yield from self._renamed_columns()
        numbers = renumbering(self.found.new_units, self.units.current, self.new)
        if numbers:
            yield Point(numbers)
        yield from self._placed()
        for at in self.units.added:
            yield self._addition(at)

    def _of_document_in_force(self) -> Iterator[Point]:
        """What names places by their old numbers, in the order of the old document."""
        points: list[tuple[int, Point]] = []
        for change in self._one_by_one():
            points += [(change.old_places[0].unit, point) for point in self._of_place(change)]
        for other, one in self.units.restated.items():
            points.append((one, Point(f"{self.old.name(one)} изложить в следующей редакции:", self._rows(other))))
        points += [(group[0], Point(f"{self._listed(group, 'accusative')} исключить")) for group in self._excluded()]
        yield from (point for _, point in sorted(points, key=lambda pair: pair[0]))

    def _one_by_one(self) -> Iterator[Change]:
        """The changes, deadlines in other words as one change each: they are printed otherwise all the same."""
        for change in self.found.changes:
            if change.kind != "typography":
                yield change
                continue
            for at, (before, after) in enumerate(zip(change.old, change.new, strict=True)):
                yield Change("deadline", (before,), (after,), change.old_places[at:at + 1],
                             change.new_places[at:at + 1], "deadline")

    def _of_place(self, change: Change) -> Iterator[Point]:
        """What a change says of one place, unless the whole row of the place is stated anyway."""
        if change.kind in _SAYS_NOTHING or change.field in ("column", "items") or not change.old_places:
            return
        if change.old_places[0].kind == "document" or (change.everywhere and not change.out_of):
            return
        if change.out_of:
            yield from self._replaced_in_some(change)
        elif change.new_places[0].unit not in self.units.told and change.kind != "moved" and self._is_printed(change):
            yield from self._people(change) if change.kind == "responsible" else self._text(change)

    def _has_other_columns(self) -> bool:
        """Whether the table itself is another one, so that its rows cannot be stated by the old heads."""
        roles = [{column.role for column in plan.table.columns} for plan in (self.found.old, self.found.new)]
        return roles[0] != roles[1] or any(change.field == "column" and not (change.old and change.new)
                                           for change in self.found.changes)

    def _renamed_columns(self) -> Iterator[Point]:
        """New heads over the same columns, behind all that is said by the old ones."""
        heads = [{column.role: column.heading for column in plan.table.columns} for plan in (
            self.found.old, self.found.new)]
        for role, before in heads[0].items():
            if plain(before) != plain(heads[1][role]):
                yield Point(stated_anew(f"наименование графы «{quoted(before)}»", heads[1][role]))

    def _is_printed(self, change: Change) -> bool:
        """Whether a text stands in the table at all; a field without a column may stand in the cell of another one."""
        if heading_of(self.found.old, change.field) or change.old_places[0].kind == "item":
            return True
        if change.old_places[0].kind == "stage" and change.field in ("goal", "tasks"):
            return True
        for units, plan, places, texts in (
                (self.found.old_units, self.found.old, change.old_places, change.old),
                (self.found.new_units, self.found.new, change.new_places, change.new)):
            unit = units[places[0].unit]
            cells = "\n".join(cell.text for row in plan.table.rows
                              if row.entry == unit.entry or unit.kind == "stage" for cell in row.cells)
            if texts and texts[0] in cells:
                return True
        return False

    # --- rows ---

    def _addition(self, at: int) -> Point:
        unit = self.found.new_units[at]
        owner = unit.parent if unit.parent >= 0 else unit.stage
        start = f"{self.new.name(owner)} дополнить" if owner >= 0 else "дополнить"
        number = f" {bare(unit.number)}" if bare(unit.number) and unit.kind != "item" else ""
        behind = "" if number and self._all_have_numbers(at) else self._behind(at)
        what = noun(unit.kind, "instrumental")
        return Point(f"{start}{behind} {what}{number} следующего содержания:", self._rows(at))

    def _all_have_numbers(self, at: int) -> bool:
        """Whether numbers alone say where something stands in its section."""
        unit = self.found.new_units[at]
        return all(bare(one.number) for one in self.found.new_units
                   if (one.kind, one.stage, one.parent) == (unit.kind, unit.stage, unit.parent))

    def _behind(self, at: int) -> str:
        """Where what has no number is to stand."""
        before = self._neighbour(at, -1)
        if before is None:
            return ""
        unit = self.found.new_units[before]
        if unit.kind == "item":  # its activity is named already
            return f" после {noun('item', 'genitive')} «{quoted(unit.title)}»"
        return f" после {self.new.name(before, 'genitive')}"

    def _placed(self) -> Iterator[Point]:
        """What stands elsewhere now, where no number says so."""
        for change in self.found.changes:
            if change.kind != "moved" or not change.is_within_stage:
                continue
            at = change.new_places[0].unit
            if at in self.units.told or self._is_in_order(at):
                continue
            behind = self._neighbour(at, 1)
            where = "последним"
            if behind is not None:
                where = f"перед {self.new.name(behind, 'instrumental')}"
            elif self.found.new_units[at].stage >= 0:
                where += f" в {self.new.name(self.found.new_units[at].stage, 'prepositional')}"
            yield Point(f"{self.new.name(at)} разместить {where}")

    def _neighbour(self, at: int, step: int) -> int | None:
        """The next unit of the same kind in the same section, before or behind, that is not itself an addition."""
        units = self.found.new_units
        unit, other = units[at], at + step
        while 0 <= other < len(units):
            one = units[other]
            if (one.kind, one.stage, one.parent) == (unit.kind, unit.stage, unit.parent) and (
                    step < 0 or other not in self.units.added):
                return other
            other += step
        return None

    def _is_in_order(self, at: int) -> bool:
        """Whether the numbers say where a unit stands."""
        numbers = [_figures(self.found.new_units[other].number) for other in (
            self._neighbour(at, -1), at, self._neighbour(at, 1)) if other is not None]
        return all(numbers) and numbers == sorted(numbers)

    def _rows(self, at: int | None) -> tuple[tuple[str, ...], ...]:
        return stated_rows(self.found, self.units.current, at)

    # --- words ---

    def _replaced_everywhere(self, change: Change) -> Iterator[Point]:
        """By the name alone where the rest stays, so that it is true of a signature as well."""
        old, new = change.old[0], change.new[0]
        pairs = replaced_words(old, new)
        is_name = len(pairs) == 1 and all(_INITIALS.search(text) for text in pairs[0])
        before, after = pairs[0] if is_name else (old, new)
        yield Point(f"по всему тексту {replacement(before, after)}")
        signed = " ".join(" ".join(one) for one in self.found.old.signatures)
        if before not in signed and any(place.kind == "document" for place in change.new_places):
            yield from self._signatures()

    def _signatures(self) -> Iterator[Point]:
        yield from map(Point, texts_of_signatures(self.found.old, self.found.new))

    def _replaced_in_some(self, change: Change) -> Iterator[Point]:
        rows = [one.unit for one, other in zip(change.old_places, change.new_places, strict=True)
                if one.kind != "document" and other.unit not in self.units.told]
        if rows:
            heading = heading_of(self.found.old, "responsible")
            where = f"в графе «{heading}» " if heading else "в тексте "
            yield Point(f"{where}{self._listed(rows)} {replacement(change.old[0], change.new[0])}")
        if any(place.kind == "document" for place in change.new_places):
            yield from self._signatures()

    def _excluded(self) -> list[list[int]]:
        """What is taken out, neighbours together where their numbers say enough."""
        groups: list[list[int]] = []
        for at in self.units.excluded:
            if groups and groups[-1][-1] == at - 1 and all(map(self._is_named_by_number, (at - 1, at))):
                groups[-1].append(at)
            else:
                groups.append([at])
        return groups

    def _listed(self, rows: list[int], case: str = "genitive") -> str:
        """«пунктов 1.1, 1.2, 2.3»."""
        if len(rows) == 1 or not all(map(self._is_named_by_number, rows)):
            return ", ".join(self.old.name(at, case) for at in rows)
        word = noun("activity", "many-genitive" if case == "genitive" else "many")
        return f"{word} " + ", ".join(bare(self.found.old_units[at].number) for at in rows)

    def _is_named_by_number(self, at: int) -> bool:
        unit = self.found.old_units[at]
        return unit.kind == "activity" and bool(bare(unit.number)) and not self.old.section(at)

    def _people(self, change: Change) -> Iterator[Point]:
        """One row: who is taken out, who comes in; the whole cell where that is more than one word for another."""
        before = self.found.old_units[change.old_places[0].unit].people
        after = self.found.new_units[change.new_places[0].unit].people
        gone = [text for text in before if text not in after]
        came = [text for text in after if text not in before]
        where, whole = within(self.found.old, self.found.new, change, self.old)
        if before and gone and not came and (len(gone) == 1 or not after):
            yield Point(f"{where} " + ", ".join(replacement(text, "") for text in gone))
        elif before and len(came) == 1 and not gone:
            yield Point(f"{whole} дополнить {told_words(came[0], 'instrumental')}")
        elif len(gone) == len(came) == 1:
            yield Point(f"{where} {replacement(gone[0], came[0])}")
        else:
            yield Point(stated_anew(whole, "\n".join(after)))

    def _text(self, change: Change) -> Iterator[Point]:
        old, new = "\n".join(change.old), "\n".join(change.new)
        if change.field in UNHEADED and not (
                heading_of(self.found.old, change.field) or heading_of(self.found.new, change.field)):
            yield Point(unheaded(change.field, self.old, change.old_places[0].unit, old, new))
            return
        if change.kind == "title":
            old, new = self._with_lines(change, old, new)
        where, whole = within(self.found.old, self.found.new, change, self.old)
        yield Point(replaced(old, new, where, whole, change.kind in ("title", "stage-title")))


    def _with_lines(self, change: Change, old: str, new: str) -> tuple[str, str]:
        """The titles with the lines under them: to state a cell anew without these would take them out."""
        lines = [under_title(plan, units[places[0].unit]) for plan, units, places in (
            (self.found.old, self.found.old_units, change.old_places),
            (self.found.new, self.found.new_units, change.new_places))]
        return (old + lines[0], new + lines[1]) if plain(lines[0]) == plain(lines[1]) else (old, new)


def _is_person_everywhere(change: Change) -> bool:
    return change.kind == "responsible" and change.everywhere and not change.out_of and change.field != "column"


def _figures(number: str) -> list[int]:
    return [int(figure) for figure in re.findall(r"\d+", number)]
