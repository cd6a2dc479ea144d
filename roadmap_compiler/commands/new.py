"""roadmap new: a commented sample roadmap to begin from, and the schema with which an editor helps to fill it in."""

from __future__ import annotations

import argparse
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from roadmap_compiler.commands.files import ENDINGS, why_not_written, write_whole
from roadmap_compiler.commands.showing import complain, tell
from roadmap_compiler.editing.scalars import is_plain, quoted
from roadmap_compiler.messages import Language, say

if TYPE_CHECKING:
    from roadmap_compiler.deadlines import Period

SCHEMA = "roadmap.schema.json"
"""The name beside a roadmap of the schema that its first line names; all roadmaps of a folder share it."""

_PERIOD = "2026/2027 учебный год"


def run(options: argparse.Namespace, language: Language) -> int:
    """Write the sample and the schema. An existing roadmap is never overwritten, a schema is: it is generated."""
    from roadmap_compiler.deadlines import read_period
    from roadmap_compiler.model.schema import schema_text

    path = Path(options.path)
    if path.suffix.lower() not in ENDINGS:
        path = path.with_name(path.name + ".yaml")
    if path.exists():
        complain(say("exists", {"path": path.as_posix()}, language))
        return 2
    written = " ".join((options.period or _PERIOD).split())
    period, _ = read_period(written)
    if period is None:
        complain(say("explain-bad-period", {"text": written}, language))
        return 2
    for target, text in ((path, starter(path.name, written, period)), (path.with_name(SCHEMA), schema_text("ru"))):
        try:
            write_whole(target, text.encode("utf-8"))
        except OSError as error:
            params = {"path": target.as_posix(), "why": why_not_written(error, language)}
            complain(say("cannot-write", params, language))
            return 2
        tell(say("created", {"path": target.as_posix()}, language))
    return 0


def starter(name: str, written: str, period: Period) -> str:
    """The sample for a file of this name and a period, as written and as understood."""
    text = files("roadmap_compiler.commands").joinpath("starter.yaml").read_text(encoding="utf-8")
    year = next_year = ""
    if (period.end - period.start).days > 366:  # longer than a year, a month alone may be one of several
        first = period.start.year + (period.start.month > 9)
        year, next_year = f" {first}", f" {first + 1}"
    value = written if is_plain(written) else quoted(written)
    text = text.replace("период: {period}", f"период: {value}")
    for mark, word in (("{name}", name), ("{period}", written), ("{schema}", SCHEMA), ("{year}", year),
                       ("{next}", next_year)):
        text = text.replace(mark, word)
    return text
