"""roadmap schema: print the JSON Schema that editors use to complete and explain."""

from __future__ import annotations

import argparse
from pathlib import Path

from roadmap_compiler.commands.files import why_not_written, write_whole
from roadmap_compiler.commands.showing import complain, tell
from roadmap_compiler.messages import Language, say
from roadmap_compiler.model.schema import schema_text


def run(options: argparse.Namespace, language: Language) -> int:
    """Print the schema with Russian or English keys, or write it to a file."""
    text = schema_text(options.keys)
    if not options.out:
        tell(text.rstrip("\n"))
        return 0
    try:
        write_whole(Path(options.out), text.encode("utf-8"))
    except OSError as error:
        complain(say("cannot-write", {"path": options.out, "why": why_not_written(error, language)}, language))
        return 2
    tell(say("created", {"path": options.out}, language))
    return 0
