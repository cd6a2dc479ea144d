"""Plan + Plan → changes: the passes in their order.

    units ──matching──▶ pairs ──turning──▶ years between ──▶ fields, people, moves, heading ──▶ changes
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from roadmap_compiler.deadlines import Period
from roadmap_compiler.editions.changes import ORDER, Change, Comparison, Kind, Place, places_of, repeats_numbers
from roadmap_compiler.editions.columns import compare_columns, told_columns
from roadmap_compiler.editions.dates import compare_deadlines
from roadmap_compiler.editions.heading import compare_headings, place_at, signatures_of
from roadmap_compiler.editions.matching import items_as_lines, match
from roadmap_compiler.editions.moves import find_moves
from roadmap_compiler.editions.people import Replacement, compare_people
from roadmap_compiler.editions.texts import compare_texts
from roadmap_compiler.editions.turning import turn_of_deadlines, turn_of_periods
from roadmap_compiler.editions.units import Unit, units_of
from roadmap_compiler.plan.plan import Plan


def compare(old: Plan, new: Plan) -> Comparison:
    """All changes between two editions, in the order of telling. Neither plan needs numbers, ids or equal titles."""
    old_units, new_units = units_of(old), units_of(new)
    stated = turn_of_periods(old.period, new.period)
    matching = match(old_units, new_units, stated)
    turn = turn_of_deadlines(stated, ((old_units[a], new_units[b]) for a, b in matching.pairs.items()))
    if turn.years != stated.years:
        matching = match(old_units, new_units, turn)
    teller = _Teller(Comparison(old, new, old_units, new_units, matching, turn, (), ()))
    return teller.tell()


class _Teller:
    """Collects changes of one comparison."""

    def __init__(self, found: Comparison) -> None:
        self.found = found
        self.old, self.new, self.matching = found.old_units, found.new_units, found.matching
        self.changes: list[Change] = []
        self.looks: dict[tuple[Place, Place], None] = {}
        self.reworded: list[tuple[int, int]] = []
        self.shifted: list[tuple[int, int]] = []
        by_stage = repeats_numbers(self.old) or repeats_numbers(self.new)
        self.places = places_of(found.old, self.old, by_stage), places_of(found.new, self.new, by_stage)
        self.columns = compare_columns(found.old, found.new, [
            (self.old[a], self.new[b]) for a, b in self.matching.pairs.items()], (self.old, self.new))
        self.lines = items_as_lines(self.old, self.new, self.matching)

    def tell(self) -> Comparison:
        found = self.found
        self._whole_units()
        moved = self._moves()
        pairs = [(a, b) for a, b in sorted(self.matching.pairs.items()) if not self._is_line(a, b)]
        for one, other in pairs:
            self._titles(one, other)
            self._texts(one, other)
            self._deadlines(one, other)
        for one, other in self.lines:
            self._item_lines(one, other)
        self._columns()
        replacements, rows = compare_people([(self.old[a], self.new[b]) for a, b in pairs if not self._is_column(
            "responsible", self.old[a].people, self.new[b].people)], self.new)
        self._people(replacements, rows)
        told, looks = compare_headings(found.old, found.new, found.turn, replacements)
        self.changes += told
        self.looks.update(dict.fromkeys(looks))
        self._people_looks(pairs)
        self._summed_up(pairs, moved)
        people = tuple((one.old, one.new) for one in replacements)
        return found._replace(changes=tuple(sorted(self.changes, key=self._order)), people=people)

    def _order(self, change: Change) -> tuple[int, int, int]:
        """Replaced people first, then by kind, then in document order."""
        first = 0 if change.kind == "responsible" and change.everywhere else 1
        old_places, new_places = change.old_places, change.new_places
        at = new_places[0].unit if new_places else old_places[0].unit if old_places else -1
        return first, ORDER.index(change.kind), at

    def _place(self, side: str, index: int) -> Place:
        return self.places[side == "new"][index]

    def _add(self, kind: Kind, olds: Iterable[int], news: Iterable[int], before: tuple[str, ...],
             after: tuple[str, ...], field: str = "", likeness: float | None = None) -> None:
        olds, news = tuple(olds), tuple(news)
        affects = dict.fromkeys(
            text for units, indexes in ((self.old, olds), (self.new, news))
            for index in indexes for text in units[index].people)
        self.changes.append(Change(
            kind, before, after, tuple(self._place("old", index) for index in olds),
            tuple(self._place("new", index) for index in news), field, tuple(affects), likeness))

    # --- units as a whole ---

    def _whole_units(self) -> None:
        """Added, removed, split, joined. An item that is only a line of its activity is a change of the activity."""
        matching = self.matching
        old_told, new_told = matching.old_told, matching.new_told
        lines_of_old = {one for one, _ in self.lines}
        lines_of_new = {other for _, other in self.lines}
        for unit in self.old:
            if unit.at not in old_told and not self._goes_with(unit, lines_of_old, old_told):
                self._add("removed", (unit.at,), (), (unit.title,), ())
                possible = matching.possible.get(unit.at)
                if possible is not None and possible not in new_told:
                    self.changes[-1] = self.changes[-1]._replace(possible=self._place("new", possible))
        for unit in self.new:
            if unit.at not in new_told and not self._goes_with(unit, lines_of_new, new_told):
                self._add("added", (), (unit.at,), (), (unit.title,))
                deadline = unit.deadline.text if unit.deadline else ""
                self.changes[-1] = self.changes[-1]._replace(deadline=deadline)
        for whole, parts in sorted(matching.splits.items()):
            if self.old[whole].parent not in lines_of_old or self.old[whole].kind != "item":
                self._add("split", (whole,), parts, (self.old[whole].title,),
                          tuple(self.new[part].title for part in parts))
                self._new_deadlines((whole,), parts)
        for whole, parts in sorted(matching.merges.items()):
            if self.new[whole].parent not in lines_of_new or self.new[whole].kind != "item":
                self._add("merged", parts, (whole,), tuple(self.old[part].title for part in parts),
                          (self.new[whole].title,))
                self._new_deadlines(parts, (whole,))

    def _new_deadlines(self, olds: tuple[int, ...], news: tuple[int, ...]) -> None:
        """The deadlines of a whole and its parts are told with it where they are not those of before."""
        outcomes = [compare_deadlines(self.old[one].deadline, self.new[other].deadline, self.found.turn)
                    for one in olds for other in news]
        if "changed" in outcomes:
            texts = [deadline.text if deadline else "—" for deadline in (self.new[other].deadline for other in news)]
            self.changes[-1] = self.changes[-1]._replace(deadline=" | ".join(texts))

    @staticmethod
    def _goes_with(unit: Unit, lines: set[int], told: set[int]) -> bool:
        """Whether the fate of an item is told with its activity."""
        return unit.kind == "item" and (unit.parent in lines or unit.parent not in told)

    def _is_line(self, one: int, other: int) -> bool:
        return self.old[one].kind == "item" and (self.old[one].parent, self.new[other].parent) in self.lines

    # --- fields ---

    def _titles(self, one: int, other: int) -> None:
        old, new = self.old[one], self.new[other]
        kind: Kind = "stage-title" if new.kind == "stage" else "title"
        self._text(kind, "title", one, other, old.title, new.title, self.matching.likely.get(one))

    def _texts(self, one: int, other: int) -> None:
        old, new = self.old[one], self.new[other]
        self._text("result", "result", one, other, old.result, new.result)
        heirs = self.columns.heirs
        for role in dict.fromkeys([*old.texts, *new.texts]):
            if role not in heirs and role not in heirs.values():
                self._text("content", role, one, other, old.texts.get(role, ""), new.texts.get(role, ""))

    def _text(self, kind: Kind, field: str, one: int, other: int, before: str, after: str,
              likeness: float | None = None) -> None:
        outcome = "same" if self.columns.explains(field, before, after) else compare_texts(
            before, after, self.found.turn)
        if outcome == "looks":
            self._looks(one, other)
        elif outcome in ("changed", "stale"):
            self._add("not-shifted" if outcome == "stale" else kind, (one,), (other,), _one(before), _one(after),
                      field, likeness)

    def _looks(self, one: int, other: int) -> None:
        self.looks[self._place("old", one), self._place("new", other)] = None

    def _item_lines(self, one: int, other: int) -> None:
        """Items without fields of their own, as one text; told whole, so that the reader sees the list."""
        before = tuple(unit.title for unit in self.old if unit.kind == "item" and unit.parent == one)
        after = tuple(unit.title for unit in self.new if unit.kind == "item" and unit.parent == other)
        outcome = compare_texts("\n".join(before), "\n".join(after), self.found.turn)
        if outcome == "changed":
            self._add("content", (one,), (other,), ("\n".join(before),) if before else (),
                      ("\n".join(after),) if after else (), "items")
        elif outcome == "looks":
            self._looks(one, other)

    def _deadlines(self, one: int, other: int) -> None:
        old, new = self.old[one].deadline, self.new[other].deadline
        if self.columns.explains("deadline", old.text if old else "", new.text if new else ""):
            return
        outcome = compare_deadlines(old, new, self.found.turn)
        if outcome == "reworded":
            self.reworded.append((one, other))
        elif outcome == "shifted":
            self.shifted.append((one, other))
        elif outcome in ("stale", "changed"):
            self._add("not-shifted" if outcome == "stale" else "deadline", (one,), (other,),
                      (old.text,) if old else (), (new.text,) if new else (), "deadline")

    # --- columns and people ---

    def _columns(self) -> None:
        found = self.found
        tables = place_at(found.old, ("table",)), place_at(found.new, ("table",))
        self.changes += told_columns(self.columns, (self.old, self.new), self.places, tables)

    def _is_column(self, role: str, before: tuple[str, ...], after: tuple[str, ...]) -> bool:
        return self.columns.explains(role, "".join(before), "".join(after))

    def _people(self, replacements: list[Replacement], rows: list[tuple[Unit, Unit]]) -> None:
        for one in replacements:
            self._add("responsible", (old.at for old, _ in one.rows), (new.at for _, new in one.rows),
                      (one.old,), (one.new,), "responsible")
            change = self.changes[-1]._replace(out_of=one.out_of)
            for before, after in signatures_of(self.found.old, self.found.new, one):
                change = change._replace(old_places=(*change.old_places, before),
                                         new_places=(*change.new_places, after))
            self.changes[-1] = change
        for old, new in rows:
            self._add("responsible", (old.at,), (new.at,), _joined(old.people), _joined(new.people),
                      "responsible")

    def _people_looks(self, pairs: list[tuple[int, int]]) -> None:
        """The same people in another order or another spelling."""
        for one, other in pairs:
            old, new = self.old[one], self.new[other]
            if old.people_keys == new.people_keys and old.people != new.people:
                self._looks(one, other)

    # --- moves ---

    def _moves(self) -> set[int]:
        away, within = find_moves(self.old, self.new, self.matching)
        for one, other in away:
            old, new = self.old[one], self.new[other]
            field = "stage"
            if (old.stage >= 0 and self.matching.pairs.get(old.stage) == new.stage) or old.stage == new.stage == -1:
                field = "parent"  # out of one activity into another, within the same stage
            whence = self._name(self.old, getattr(old, field))
            where = self._name(self.new, getattr(new, field))
            self._add("moved", (one,), (other,), _one(whence), _one(where), field)
        for one, other in within:
            if not self._is_line(one, other):
                new = self.new[other]
                self._add("moved", (one,), (other,), _one(self.old[one].number), _one(new.number), "order")
        return {other for _, other in (*away, *within)}

    @staticmethod
    def _name(units: tuple[Unit, ...], index: int) -> str:
        return units[index].title if index >= 0 else ""

    # --- what is one change of many places ---

    def _summed_up(self, pairs: list[tuple[int, int]], moved: set[int]) -> None:
        found = self.found
        if self.shifted:
            olds, news = zip(*self.shifted, strict=True)
            uneven = found.turn.is_uneven
            self._add("shifted", olds, news, _period(found.old.period, 0), _period(
                found.new.period, 0) if uneven else _period(found.old.period, found.turn.years), "deadline")
            self.changes[-1] = self.changes[-1]._replace(affects=())
        self._told_looks()
        renumbered = [(one, other) for one, other in pairs if other not in moved
                      and self._is_renumbered(self.old[one].number, self.new[other].number)]
        if renumbered:
            olds, news = zip(*renumbered, strict=True)
            self._add("renumbered", olds, news, tuple(self.old[one].number for one in olds),
                      tuple(self.new[other].number for other in news), "number")
            self.changes[-1] = self.changes[-1]._replace(affects=())

    def _told_looks(self) -> None:
        """What only looks otherwise; deadlines in other words for the same days are named."""
        reworded = [(self._place("old", one), self._place("new", other)) for one, other in self.reworded]
        places = [*reworded, *(pair for pair in self.looks if pair not in reworded)]
        if places:
            deadlines = [(self.old[one].deadline, self.new[other].deadline) for one, other in self.reworded]
            texts = [tuple(deadline.text if deadline else "" for deadline in side)
                     for side in (zip(*deadlines, strict=True) if deadlines else ((), ()))]
            old_places, new_places = zip(*places, strict=True)
            self.changes.append(Change("typography", texts[0], texts[1], old_places, new_places))

    @staticmethod
    def _is_renumbered(old: str, new: str) -> bool:
        """Whether a number counts otherwise; its look is the same for the whole document and says nothing."""
        one, other = (re.findall(r"\d+|[^\W\d_]+", number) for number in (old, new))
        return bool(one) and bool(other) and one != other


def _one(text: str) -> tuple[str, ...]:
    return (text,) if text else ()


def _joined(texts: tuple[str, ...]) -> tuple[str, ...]:
    return _one("; ".join(texts))


def _period(period: Period, later: int) -> tuple[str, ...]:
    """The years of a period, so many years later."""
    first, last = period.start.year + later, period.end.year + later
    if period.kind == "academic_year":
        return (f"{first}/{last}",)
    return (str(first) if first == last else f"{first}–{last}",)
