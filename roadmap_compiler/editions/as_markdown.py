"""The changes for a summary of CI, a comment of a pull request, or a committed file."""

from __future__ import annotations

import re

from roadmap_compiler.editions.as_text import head_line, labelled_line, last_line
from roadmap_compiler.editions.changes import DERIVED, Comparison
from roadmap_compiler.editions.rows import Line, TableRow, table_rows
from roadmap_compiler.editions.saying import Speaker
from roadmap_compiler.messages import Language

_SIGNS = re.compile(r"([\\`*_{}\[\]<>|~#])")
_MARKS = {"both": "", "old": "~~", "new": "**"}


def as_markdown(comparison: Comparison, language: Language, amendment: bool = False, has_errors: bool = False) -> str:
    """A head, a table of what changed, and a line of what follows."""
    speaker = Speaker(language)
    lines = [f"### {_escaped(head_line(comparison, speaker, amendment))}", ""]
    rows = table_rows(comparison, speaker)
    if rows:
        heads = [speaker.say(f"column.{role}") for role in ("number", "what", "old", "new")]
        lines += ["| " + " | ".join(heads) + " |", "|" + "---|" * len(heads)]
        lines += [_row(row) for row in rows]
        lines.append("")
    lines += [f"{_escaped(labelled_line(change, speaker))}  "
              for change in comparison.changes if change.kind in DERIVED]
    return "\n".join([*lines, last_line(comparison, speaker, has_errors)])


def _row(row: TableRow) -> str:
    cells = [_escaped(row.number), _escaped(", ".join(row.what)), _cell(row.old), _cell(row.new)]
    return "| " + " | ".join(cells) + " |"


def _cell(lines: tuple[Line, ...]) -> str:
    return "<br>".join((f"{_escaped(line.label)}: " if line.label else "")
                       + "".join(_marked(piece.side, piece.text) for piece in line.pieces) for line in lines)


def _marked(side: str, text: str) -> str:
    """Marks stand at the words: a space inside them would show them as they are."""
    core = text.strip()
    if not core:
        return text.replace("\n", "<br>")
    before, after = text[:len(text) - len(text.lstrip())], text[len(text.rstrip()):]
    inside = "<br>".join(f"{_MARKS[side]}{_escaped(line.strip())}{_MARKS[side]}" if line.strip() else ""
                         for line in core.split("\n"))
    return (before + inside + after).replace("\n", "<br>")


def _escaped(text: str) -> str:
    return _SIGNS.sub(r"\\\1", text.replace("\u00a0", " "))
