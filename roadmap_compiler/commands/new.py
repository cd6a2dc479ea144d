"""roadmap new: a commented sample roadmap to begin from, and the schema with which an editor helps to fill it in."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from roadmap_compiler.commands.files import ENDINGS, why_not_written, write_whole
from roadmap_compiler.commands.showing import complain, tell
from roadmap_compiler.messages import Language, catalogue, fill, say

if TYPE_CHECKING:
    from roadmap_compiler.deadlines import Problem

SCHEMA = "roadmap.schema.json"
"""The name beside a roadmap of the schema that its first line names; all roadmaps of a folder share it."""

_PERIOD = "2026/2027 учебный год"


def run(options: argparse.Namespace, language: Language) -> int:
    """Write the sample and the schema. An existing roadmap is never overwritten, a schema is: it is generated."""
    from roadmap_compiler.commands.sample import starter
    from roadmap_compiler.deadlines import read_period
    from roadmap_compiler.model.schema import schema_text

    path = Path(options.path)
    if not path.name:
        complain(say("name-missing", {}, language))
        return 2
    if path.suffix.lower() not in ENDINGS:
        path = path.with_name(path.name + ".yaml")
    if path.exists():
        complain(say("exists", {"path": path.as_posix()}, language))
        return 2
    written = " ".join((options.period or _PERIOD).split())
    period, problems = read_period(written)
    text = starter(path.name, written, period, SCHEMA) if period is not None else None
    if text is None:
        complain(_refusal(written, problems, language))
        return 2
    written_all = _write(path, text, language) and _write(path.with_name(SCHEMA), schema_text("ru"), language)
    return 0 if written_all else 2


def _refusal(written: str, problems: list[Problem], language: Language) -> str:
    """Why there is no sample for a period, in one line, and that a period may also be given by its two ends."""
    why = _why(written, problems, language)
    return f"{why}{'' if why.endswith('?') else '.'} {say('new-period', {}, language)}"


def _why(written: str, problems: list[Problem], language: Language) -> str:
    problem = problems[0] if problems else None
    if problem is None or problem.code == "period-not-understood" and not problem.alternatives:
        return say("explain-bad-period", {"text": written}, language)
    if problem.code == "deadline-end-before-start":
        return fill(catalogue(language)["period-end-before-start"], {})
    told = fill(catalogue(language)[problem.code], problem.params)
    if len(problem.alternatives) == 1:
        return f"{told}. {say('near', {'near': problem.alternatives[0]}, language)}"
    listed = "; ".join(f"«{phrase}»" for phrase in problem.alternatives)
    return f"{told}. {say('alternatives', {'listed': listed}, language)}" if listed else told


def _write(path: Path, text: str, language: Language) -> bool:
    """Write a file and say so; a file that is the same already is left alone, in silence."""
    data = text.encode("utf-8")
    try:
        before = path.read_bytes() if path.exists() else None
        if before == data:
            return True
        write_whole(path, data)
    except OSError as error:
        complain(say("cannot-write", {"path": path.as_posix(), "why": why_not_written(error, language)}, language))
        return False
    tell(say("created" if before is None else "updated", {"path": path.as_posix()}, language))
    return True
