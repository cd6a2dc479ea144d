"""A plan as a comparison sees it: stages, activities and items, each with its fields; numbers are no identity."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Literal, NamedTuple

from roadmap_compiler.plan.people import Who
from roadmap_compiler.plan.plan import Entry, Plan, PlannedDeadline
from roadmap_compiler.plan.typography import set_spaces
from roadmap_compiler.plan.wording import person_key, plain
from roadmap_compiler.source.tree import Path

Kind = Literal["stage", "activity", "item"]


class Unit(NamedTuple):
    """One thing that may be added, removed, moved or changed.

    ``at`` is its own index, ``stage`` and ``parent`` are those of other units, -1 for none. ``texts`` holds what has
    no kind of change of its own, by role. ``entry`` is the index in the plan, -1 for an item that is only a line of
    its activity.
    """

    at: int
    kind: Kind
    path: Path
    number: str
    title: str
    stage: int
    parent: int
    deadline: PlannedDeadline | None
    responsible: tuple[Who, ...]
    result: str
    texts: dict[str, str]
    id: str
    formerly: tuple[str, ...]
    entry: int

    @property
    def key(self) -> tuple[str, ...]:
        """The title without typography."""
        return plain(self.title)

    @property
    def has_own_fields(self) -> bool:
        """Whether it says more than its title."""
        return bool(self.deadline or self.responsible or self.result or self.texts)

    @property
    def people(self) -> tuple[str, ...]:
        """Who answers for it, as printed."""
        return tuple(who.text for who in self.responsible)

    @property
    def people_keys(self) -> tuple[tuple[str, ...], ...]:
        """Who answers for it, without typography and order."""
        return _keys_of(self.responsible)


@lru_cache(maxsize=1024)
def _keys_of(responsible: tuple[Who, ...]) -> tuple[tuple[str, ...], ...]:
    return tuple(sorted(person_key(who.text) for who in responsible))


def units_of(plan: Plan) -> tuple[Unit, ...]:
    """Every stage, activity and item of a plan, in document order; an item that has no row is here too."""
    units: list[Unit] = []
    by_entry: dict[int, int] = {}
    rows = {entry.path: index for index, entry in enumerate(plan.entries)}
    for index, entry in enumerate(plan.entries):
        if entry.kind == "item":
            continue
        written = written_at(plan, entry.path)
        stage = by_entry.get(entry.stage, -1)
        parent = by_entry.get(entry.parent, -1)
        by_entry[index] = len(units)
        units.append(_unit(len(units), entry, entry.kind, entry.path, written, stage, parent, index))
        for place, item in enumerate(getattr(written, "items", ())):
            path = (*entry.path, "items", place)
            row = rows.get(path, -1)
            shown = plan.entries[row] if row >= 0 else None
            units.append(_item(len(units), item, shown, path, stage, by_entry[index], row))
    return tuple(units)


def written_at(plan: Plan, path: Path) -> Any:
    """What the author wrote at a path, as the model has it."""
    value: Any = plan.roadmap
    for step in path:
        value = value[step] if isinstance(step, int) else getattr(value, step)
    return value


def _unit(index: int, entry: Entry, kind: Kind, path: Path, written: Any, stage: int, parent: int,
          row: int) -> Unit:
    texts = {role: text for role, text in (
        ("content", entry.content), ("place", entry.place), ("participants", entry.participants),
        ("note", entry.note), ("goal", entry.goal or ""), ("tasks", "\n".join(entry.tasks)), *entry.free.items(),
    ) if text}
    title = entry.title
    if not title:
        title = texts.pop("content", "") or next((item.title or "" for item in getattr(written, "items", ())), "")
    return Unit(index, kind, path, entry.number, title, stage, parent, _set(entry.deadline), entry.responsible,
                entry.result, texts, written.id or "", written.formerly, row)


def _item(index: int, item: Any, entry: Entry | None, path: Path, stage: int, parent: int, row: int) -> Unit:
    title = set_spaces(item.title or item.content or "")
    if entry is None:
        return Unit(index, "item", path, "", title, stage, parent, None, (), "", {}, item.id or "", item.formerly,
                    -1)
    return _unit(index, entry, "item", path, item, stage, parent, row)._replace(title=title)


def _set(deadline: PlannedDeadline | None) -> PlannedDeadline | None:
    """No deadline and an empty cell or a dash are the same."""
    return None if deadline is None or deadline.deadline.kind == "unset" else deadline
