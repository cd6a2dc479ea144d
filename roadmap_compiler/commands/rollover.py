"""roadmap rollover: next year's roadmap out of this year's."""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import TYPE_CHECKING

from roadmap_compiler.commands.check import show_compilation
from roadmap_compiler.commands.files import ENDINGS, why_not_written, write_whole
from roadmap_compiler.commands.showing import complain, summary, tell
from roadmap_compiler.compiler import Compilation, compile_bytes
from roadmap_compiler.deadlines import read_period
from roadmap_compiler.messages import Language, say

if TYPE_CHECKING:
    from roadmap_compiler.editions.rollover import Note, Rollover

MOST_LINES = 12
"""So many values of one kind are named; the rest is counted."""


def run(options: argparse.Namespace, language: Language) -> int:
    """Write the next edition and say what was done and what is left to do. 0 where it checks without errors, 1 where
    not (they are told), 2 where nothing could be written."""
    from roadmap_compiler.editing.written import read_written
    from roadmap_compiler.editions.periods import next_period, period_words, years_between
    from roadmap_compiler.editions.rollover import roll_over

    source, target = Path(options.path), Path(options.out)
    if target.suffix.lower() not in ENDINGS:
        target = target.with_name(target.name + ".yaml")
    try:
        data = source.read_bytes()
    except OSError:
        complain(say("file-missing", {"path": options.path}, language))
        return 2
    written = read_written(data)
    old = compile_bytes(data, source.as_posix())
    if written is None or old.plan is None or old.is_misread:
        for text in show_compilation(old, data, language):
            complain(text)
        complain(say("not-rolled", {"path": source.as_posix()}, language))
        return 2
    period, _ = read_period(options.to)
    years = years_between(old.plan.period, period) if period is not None else None
    if not years:
        params = {"text": options.to, "now": period_words(old.plan.period), "next": next_period(old.plan.period)}
        complain(say("rollover-period" if years is None else "rollover-same", params, language))
        return 2
    if target.exists():
        complain(say("exists", {"path": target.as_posix()}, language))
        return 2
    rolled = roll_over(old.plan, years)
    new_data = written.to_bytes(rolled.text)
    try:
        write_whole(target, new_data)
    except OSError as error:
        complain(say("cannot-write", {"path": target.as_posix(), "why": why_not_written(error, language)}, language))
        return 2
    tell(say("created", {"path": target.as_posix()}, language))
    for line in _report(rolled, language):
        tell(line)
    new = compile_bytes(new_data, target.as_posix())
    for line in _days_off(new, language):
        tell(line)
    for text in show_compilation(_without_days_off(new), new_data, language):
        tell(text)
    tell(summary(list(new.findings), 1, new.silenced, language))
    return 1 if new.has_errors else 0


def _report(rolled: Rollover, language: Language) -> list[str]:
    """What was done, then what is left to a person."""
    lines = []
    for kind in ("period", "text", "deadline", "reworded", "check", "cleared", "untouched", "number"):
        notes = [note for note in rolled.notes if note.kind == kind]
        if not notes:
            continue
        lines.append(say(f"rolled-{kind}", {"count": len(notes)}, language))
        if kind != "deadline":
            lines += [_shown(note) for note in notes[:MOST_LINES]]
            if len(notes) > MOST_LINES:
                lines.append(f"  … +{len(notes) - MOST_LINES}")
    if rolled.ids:
        lines.append(say("ids-written", {"count": rolled.ids}, language))
    if rolled.without_id:
        lines.append(say("ids-no-place", {"count": rolled.without_id}, language))
    return lines


def _shown(note: Note) -> str:
    old, new = (_around_year(text) for text in (note.old, note.new))
    told = old if note.old == note.new or not note.new else f"{old} → {new}"
    if note.kind in ("cleared", "number"):
        told = f"{note.key}: {told}"
    return f"  {note.span.line}: {told}"


def _around_year(text: str) -> str:
    """The part of a long text where its first year stands."""
    line = " ".join(text.split())
    year = re.search(r"(?:19|20)\d\d", line)
    if len(line) <= 100 or year is None:
        return _short(line)
    start, end = max(0, year.start() - 60), min(len(line), year.end() + 30)
    return ("…" if start else "") + line[start:end].strip() + ("…" if end < len(line) else "")


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 100 else line[:99] + "…"


def _days_off(new: Compilation, language: Language) -> list[str]:
    """The deadlines of the new edition that fall on a day off, with the working days beside them."""
    from roadmap_compiler.editions.changes import places_of, repeats_numbers
    from roadmap_compiler.editions.saying import Speaker
    from roadmap_compiler.editions.units import units_of

    if new.plan is None:
        return []
    speaker = Speaker(language)
    lines = []
    units = units_of(new.plan)
    for unit, place in zip(units, places_of(new.plan, units, repeats_numbers(units)), strict=True):
        for problem in unit.deadline.problems if unit.deadline is not None else ():
            if problem.code == "deadline-day-off":
                days = {name: problem.params[name] for name in ("day", "before", "after")}
                lines.append("  " + say("rolled-day-off", {"place": speaker.place(place), **days}, language))
    return [say("rolled-days-off", {"count": len(lines)}, language), *lines] if lines else []


def _without_days_off(compilation: Compilation) -> Compilation:
    """Without what was told already."""
    left = tuple(f for f in compilation.findings if f.code != "deadline-day-off")
    return compilation._replace(findings=left)
