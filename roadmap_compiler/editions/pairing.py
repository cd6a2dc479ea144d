"""The tables that the passes of matching fill, and how much two units agree besides their titles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from roadmap_compiler.editions.dates import Turn, compare_deadlines
from roadmap_compiler.editions.units import Unit
from roadmap_compiler.editions.wording import shift_years
from roadmap_compiler.plan.wording import plain

Key = tuple[str, ...]


class Pairing:
    """What is known so far: one pass after another adds to it, none takes away what another one found but that of
    parts."""

    def __init__(self, old: tuple[Unit, ...], new: tuple[Unit, ...], turn: Turn) -> None:
        self.old, self.new, self.turn = old, new, turn
        self.pairs: dict[int, int] = {}
        self.splits: dict[int, tuple[int, ...]] = {}
        self.merges: dict[int, tuple[int, ...]] = {}
        self.likely: dict[int, float] = {}
        self.possible: dict[int, int] = {}
        self.possible_scores: dict[int, float] = {}
        self.used_old: set[int] = set()
        self.used_new: set[int] = set()
        self._same_deadlines: dict[tuple[str, str], bool] = {}
        self._names: tuple[dict[int, Key], dict[int, Key]] = {}, {}
        self._stages = [{self._name(units, unit.at) for unit in units if unit.kind == "stage"} for units in (old, new)]
        self._holders = Counter((unit.kind, unit.key) for unit in old) | Counter((unit.kind, unit.key) for unit in new)

    def pair(self, old: Unit, new: Unit) -> None:
        """The two are one thing."""
        self.pairs[old.at] = new.at
        self.used_old.add(old.at)
        self.used_new.add(new.at)

    def split(self, whole: Unit, parts: Sequence[Unit]) -> None:
        """One old unit became several new ones."""
        self.splits[whole.at] = tuple(part.at for part in parts)
        self.used_old.add(whole.at)
        self.used_new.update(part.at for part in parts)

    def merge(self, parts: Sequence[Unit], whole: Unit) -> None:
        """Several old units became one new one."""
        self.merges[whole.at] = tuple(part.at for part in parts)
        self.used_new.add(whole.at)
        self.used_old.update(part.at for part in parts)

    def free(self, old: Sequence[Unit], new: Sequence[Unit]) -> tuple[list[Unit], list[Unit]]:
        """What no pass has told yet."""
        return ([unit for unit in old if unit.at not in self.used_old],
                [unit for unit in new if unit.at not in self.used_new])

    # --- what agrees ---

    def agreement(self, old: Unit, new: Unit) -> float:
        """How much two units agree besides their titles; nearness only breaks ties."""
        score = 4.0 * self.same_stage(old, new)
        score += 2 * (self._name(self.old, old.parent) == self._name(self.new, new.parent))
        score += 2 * self.same_deadline(old, new)
        score += 3 * (plain(old.texts.get("content", "")) == plain(new.texts.get("content", "")))
        score += old.people_keys == new.people_keys
        score += plain(old.result) == plain(new.result)
        place = old.at / max(1, len(self.old)) - new.at / max(1, len(self.new))
        return score - abs(place) * 0.1

    def all_of(self, unit: Unit) -> Key:
        """All that a unit says, and where it stands, as one key; two units of two editions with equal keys are one."""
        units = self.old if unit.at < len(self.old) and self.old[unit.at] is unit else self.new
        deadline = unit.deadline.text if unit.deadline else ""
        if units is self.old:
            deadline = shift_years(deadline, self.turn.years)
        fields = (deadline, unit.result, *(text for pair in sorted(unit.texts.items()) for text in pair), *unit.people)
        return (*unit.key, "|", *self._name(units, unit.stage), "|", *self._name(units, unit.parent), "|", *fields)

    def are_two_of_a_series(self, old: Unit, new: Unit) -> bool:
        """Whether an equal title says nothing: it stands several times in an edition («Совещание при директоре» of
        every month), the stage of one of the two is in both editions, and neither the stage nor the deadline agree."""
        if self._holders[old.kind, old.key] < 2 or self.same_deadline(old, new) or self.same_stage(old, new):
            return False
        if old.stage < 0 or new.stage < 0:
            return False
        return (self._name(self.old, old.stage) in self._stages[1]
                or self._name(self.new, new.stage) in self._stages[0])

    def same_stage(self, old: Unit, new: Unit) -> bool:
        """Whether both stand in stages of the same title."""
        return self._name(self.old, old.stage) == self._name(self.new, new.stage)

    def same_deadline(self, old: Unit, new: Unit) -> bool:
        """Whether the deadline is the one that the new edition should have, or a forgotten one."""
        key = (old.deadline.text if old.deadline else "", new.deadline.text if new.deadline else "")
        if key not in self._same_deadlines:
            outcome = compare_deadlines(old.deadline, new.deadline, self.turn)
            self._same_deadlines[key] = outcome != "changed"
        return self._same_deadlines[key]

    def shifted_title(self, unit: Unit) -> str:
        """The title of an old unit as the new edition needs it."""
        return shift_years(unit.title, self.turn.years)

    def _name(self, units: tuple[Unit, ...], index: int) -> Key:
        if index < 0:
            return ()
        names = self._names[units is self.new]
        if index not in names:
            names[index] = plain(self.shifted_title(units[index]) if units is self.old else units[index].title)
        return names[index]
