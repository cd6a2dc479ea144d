"""«Пункты 3.5–3.9 считать соответственно пунктами 3.4–3.8»: the new numbers of what stays, all in one point, since
applied one after another they would run into each other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from roadmap_compiler.editions.amending_words import Names, noun
from roadmap_compiler.editions.amendment import next_number
from roadmap_compiler.editions.saying import bare
from roadmap_compiler.editions.units import Unit


class _Run(NamedTuple):
    """Neighbours whose old numbers follow each other, and whose new numbers do."""

    kind: str
    section: str
    old: tuple[str, ...]
    new: tuple[str, ...]


def renumbering(units: tuple[Unit, ...], current: Mapping[int, str], names: Names) -> str:
    """The text of the point, "" where no number changes. ``current``: new unit → the number that it has before.

    Where numbers start anew in every section, ``names`` says which section is meant.
    """
    runs: list[_Run] = []
    for unit in sorted((unit for unit in units if unit.kind != "item"), key=lambda unit: unit.kind != "stage"):
        before, after = bare(current.get(unit.at, "")), bare(unit.number)
        if not before or not after or before == after:
            continue
        section = names.section(unit.at, current)
        last = runs[-1] if runs else None
        if last is not None and (last.kind, last.section) == (unit.kind, section) and (
                _follows(last.old[-1], before) and _follows(last.new[-1], after)):
            runs[-1] = last._replace(old=(*last.old, before), new=(*last.new, after))
        else:
            runs.append(_Run(unit.kind, section, (before,), (after,)))
    texts = []
    for number, run in enumerate(runs):
        case, verb = ("instrumental", " считать" if number == 0 else " –")
        if len(run.old) == 1:
            texts.append(f"{noun(run.kind)} {run.old[0]}{run.section}{verb} {noun(run.kind, case)} {run.new[0]}")
        else:
            texts.append(f"{noun(run.kind, 'many')} {_span(run.old)}{run.section}{verb} соответственно "
                         f"{noun(run.kind, 'many-instrumental')} {_span(run.new)}")
    return ", ".join(texts)


def _follows(before: str, after: str) -> bool:
    return bare(next_number(before)) == after


def _span(numbers: tuple[str, ...]) -> str:
    return ", ".join(numbers) if len(numbers) == 2 else f"{numbers[0]}–{numbers[-1]}"
