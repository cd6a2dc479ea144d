"""Pairs of editions with the true list of their changes, and how a told change is held against it."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from roadmap_compiler.compiler import compile_bytes
from roadmap_compiler.editions.changes import Change, Comparison
from roadmap_compiler.editions.comparing import compare
from roadmap_compiler.plan.plan import Plan

PAIRS = Path(__file__).parent / "pairs"


class True_(NamedTuple):
    """One line of a list: the kind, and texts that must stand in the places and on the two sides of the change."""

    kind: str
    whose: str
    before: str
    after: str


def plan_at(path: Path) -> Plan:
    plan = compile_bytes(path.read_bytes(), path.name).plan
    assert plan is not None, path
    return plan


def comparison_of(name: str) -> Comparison:
    return compare(plan_at(PAIRS / name / "old.yaml"), plan_at(PAIRS / name / "new.yaml"))


def true_changes(name: str) -> list[True_]:
    lines = (PAIRS / name / "changes.txt").read_text(encoding="utf-8").splitlines()
    rows = [[part.strip() for part in line.split("|")] for line in lines if line.strip() and not line.startswith("#")]
    return [True_(*row) for row in rows]


def agrees(true: True_, change: Change) -> bool:
    """Whether a told change is the true one."""
    places = " ".join(place.title for place in (*change.old_places, *change.new_places))
    told = [" ".join(texts).replace("\u00a0", " ") for texts in (change.old, change.new)]
    return (true.kind == change.kind and true.whose in places.replace("\u00a0", " ")
            and true.before in told[0] and true.after in told[1])


def misses_and_false(true: list[True_], told: tuple[Change, ...]) -> tuple[list[True_], list[Change]]:
    """True changes that were not told, and told ones that are not true; each line answers for one change."""
    left = list(told)
    missed = []
    for one in true:
        found = next((change for change in left if agrees(one, change)), None)
        if found is None:
            missed.append(one)
        else:
            left.remove(found)
    return missed, left
