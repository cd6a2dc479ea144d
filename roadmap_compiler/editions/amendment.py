"""An amendment within a year: numbers that people already cite must not move.

«Недопустимо изменять нумерацию … пунктов … при внесении изменений и признании утратившими силу структурных единиц»
(Методические рекомендации по юридико-техническому оформлению законопроектов). What is added at the end takes the
next number, what is put in between takes the number before it with one more figure: «2.3-1», since «2.3.1» is a
part of 2.3. A number written by hand («номер») is the author's own choice.
"""

from __future__ import annotations

import re

from roadmap_compiler.editions.changes import Change, Comparison, Place
from roadmap_compiler.editions.moves import kept_places
from roadmap_compiler.editions.saying import bare
from roadmap_compiler.editions.units import Unit, written_at
from roadmap_compiler.findings import Finding
from roadmap_compiler.plan.numbering import roman

MANY = 1 / 3
"""From this share of changed activities a new edition reads better than an amendment."""

_FIGURE = re.compile(r"^(?P<before>.*?)(?P<figure>\d+|[IVXLC]+|[А-Яа-я])(?P<after>[^\dIVXLCА-Яа-я]*)$", re.DOTALL)


def amend(comparison: Comparison) -> tuple[Comparison, list[Finding]]:
    """The comparison with the numbers that an amendment gives, and what in the new file breaks its rules."""
    numbers = amended_numbers(comparison)
    problems = _problems(comparison, numbers)
    changes = tuple(_renumbered(change, numbers) for change in comparison.changes if change.kind != "renumbered")
    units = tuple(unit._replace(number=numbers.get(unit.at, unit.number)) for unit in comparison.new_units)
    return comparison._replace(changes=changes, new_units=units), problems


def amended_numbers(comparison: Comparison) -> dict[int, str]:
    """For each new unit with a number, the number that it has after the amendment."""
    old_units, new_units = comparison.old_units, comparison.new_units
    kept = kept_places(old_units, new_units, comparison.matching)
    taken = _Taken(old_units, comparison)
    numbers: dict[int, str] = {}
    last: dict[tuple[str, int], str] = {}
    for unit in new_units:
        if not unit.number:
            continue
        container = (unit.kind, unit.parent if unit.parent >= 0 else unit.stage)
        if unit.at in kept:
            number = old_units[kept[unit.at]].number
        elif written_at(comparison.new, unit.path).number is not None:
            number = unit.number
        else:
            number = _free_number(unit, new_units, numbers, last.get(container, ""), taken.of(unit))
        numbers[unit.at] = number
        taken.of(unit).add(bare(number))
        last[container] = number
    return numbers


class _Taken:
    """The numbers that are given: in the whole document, or in each stage where every stage counts anew."""

    def __init__(self, old_units: tuple[Unit, ...], comparison: Comparison) -> None:
        numbers = [bare(unit.number) for unit in old_units if unit.number]
        self.anew = len(set(numbers)) < len(numbers)
        self.sets: dict[tuple[str, int], set[str]] = {}
        heirs = comparison.matching.pairs
        for unit in old_units:
            if unit.number:
                stage = heirs.get(unit.stage, -1 - unit.stage) if unit.stage >= 0 else -1
                self.sets.setdefault(self._key(unit.kind, stage), set()).add(bare(unit.number))

    def _key(self, kind: str, stage: int) -> tuple[str, int]:
        return (kind, stage) if self.anew else ("", -1)

    def of(self, unit: Unit) -> set[str]:
        """Those that a new unit must not take."""
        return self.sets.setdefault(self._key(unit.kind, unit.stage), set())


def _free_number(unit: Unit, units: tuple[Unit, ...], numbers: dict[int, str], before: str, taken: set[str]) -> str:
    """The next number behind ``before`` where nobody has it, else an inserted one."""
    if not before:
        owner = unit.parent if unit.parent >= 0 else unit.stage
        number = unit.number
        if owner >= 0:
            own, amended = bare(units[owner].number), bare(numbers.get(owner, units[owner].number))
            number = amended + number[len(own):] if own and number.startswith(own) else number
        while bare(number) in taken and next_number(number):
            number = next_number(number)  # nothing stands before it: it takes the next number all the same
        return number if bare(number) not in taken else _inserted(number, taken)
    following = next_number(before)
    return following if following and bare(following) not in taken else _inserted(before, taken)


def next_number(number: str) -> str:
    """«2.3» → «2.4», «IV» → «V»; "" for an inserted number, which nothing follows."""
    match = _FIGURE.match(number)
    if match is None or "-" in match["before"]:
        return ""
    figure = match["figure"]
    if figure.isdigit():
        after = str(int(figure) + 1)
    elif set(figure) <= set("IVXLC"):
        after = next((roman(value + 1) for value in range(1, 89) if roman(value) == figure), "")
    else:
        after = chr(ord(figure) + 1)
    return f"{match['before']}{after}{match['after']}" if after else ""


def _inserted(before: str, taken: set[str]) -> str:
    """«2.3» → «2.3-1», «2.3-2»; «2.3-1» → «2.3-2»."""
    base, _, _ = bare(before).partition("-")
    ending = before[len(before.rstrip(" .)\u00a0")):]
    figure = 1
    while f"{base}-{figure}" in taken:
        figure += 1
    return f"{base}-{figure}{ending}"


def _problems(comparison: Comparison, numbers: dict[int, str]) -> list[Finding]:
    tree = comparison.new.tree
    found = []
    if comparison.turn.years:
        found.append(Finding("amendment-other-period", "error", tree.span(("period",))))
    for unit in comparison.new_units:
        number = numbers.get(unit.at, "")
        if number and bare(number) != bare(unit.number):
            params = {"title": unit.title, "number": bare(unit.number), "right": bare(number)}
            found.append(Finding("amendment-number", "error", tree.span(unit.path), params))
    rows = [unit for unit in comparison.old_units if unit.kind == "activity"]
    touched = {place.unit for change in comparison.real for place in change.old_places if not change.everywhere}
    changed = sum(1 for unit in rows if unit.at in touched)
    if rows and changed > len(rows) * MANY:
        told = {"changed": changed, "count": len(rows)}
        found.append(Finding("amendment-many", "info", tree.span(("title",)), told))
    return found


def _renumbered(change: Change, numbers: dict[int, str]) -> Change:
    places = tuple(_with_number(place, numbers) for place in change.new_places)
    return change._replace(new_places=places)


def _with_number(place: Place, numbers: dict[int, str]) -> Place:
    return place._replace(number=numbers.get(place.unit, place.number)) if place.kind != "document" else place
