"""roadmap new: a commented sample roadmap to begin from."""

from __future__ import annotations

import argparse
from importlib.resources import files
from pathlib import Path

from roadmap_compiler.commands.files import ENDINGS, write_whole
from roadmap_compiler.commands.showing import complain, tell
from roadmap_compiler.messages import Language, say

_PERIOD = "2026/2027 учебный год"


def run(options: argparse.Namespace, language: Language) -> int:
    """Write the sample. An existing file is never overwritten."""
    path = Path(options.path)
    if path.suffix.lower() not in ENDINGS:
        path = path.with_name(path.name + ".yaml")
    if path.exists():
        complain(say("exists", {"path": path.as_posix()}, language))
        return 2
    text = starter(path.name, options.period or _PERIOD)
    try:
        write_whole(path, text.encode("utf-8"))
    except OSError as error:
        complain(say("cannot-write", {"path": path.as_posix(), "why": why_not_written(error, language)}, language))
        return 2
    tell(say("created", {"path": path.as_posix()}, language))
    return 0


def starter(name: str, period: str) -> str:
    """The sample for a file of this name and a period."""
    text = files("roadmap_compiler.commands").joinpath("starter.yaml").read_text(encoding="utf-8")
    return text.replace("{name}", name).replace("{period}", period)
