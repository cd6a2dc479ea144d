"""The changes as one page to send by mail: no file beside it, readable in black and white."""

from __future__ import annotations

from html import escape

from roadmap_compiler.editions.as_text import head_line, labelled_line, last_line
from roadmap_compiler.editions.changes import DERIVED, Comparison
from roadmap_compiler.editions.rows import Line, TableRow, table_rows
from roadmap_compiler.editions.saying import Speaker
from roadmap_compiler.messages import Language

_STYLE = """\
body { font: 16px/1.4 "PT Sans", Arial, sans-serif; margin: 2em auto; max-width: 75em; padding: 0 1em; color: #222 }
h1 { font-size: 1.3em }
table { border-collapse: collapse; width: 100% }
th, td { border: 1px solid #999; padding: .4em .6em; text-align: left; vertical-align: top }
th { background: #eee }
td:first-child { white-space: nowrap }
del { color: #8a1c1c; background: #fdeaea }
ins { color: #0b5d2a; background: #e6f6ea; font-weight: bold; text-decoration: none }
.label { color: #666 }
p.rest { color: #666 }
@media print { body { margin: 0; max-width: none } }
"""


def as_html(comparison: Comparison, language: Language, amendment: bool = False, has_errors: bool = False) -> str:
    """The whole page."""
    speaker = Speaker(language)
    head = escape(head_line(comparison, speaker, amendment))
    rows = table_rows(comparison, speaker)
    parts = [f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">',
             '<meta name="viewport" content="width=device-width, initial-scale=1">',
             f"<title>{escape(speaker.say('page-title', title=' '.join(comparison.new.title)))}</title>",
             f"<style>\n{_STYLE}</style>\n</head>\n<body>\n<h1>{head}</h1>"]
    if rows:
        heads = "".join(f"<th>{escape(speaker.say(f'column.{role}'))}</th>" for role in
                        ("number", "what", "old", "new", "people"))
        parts += [f"<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>", *map(_row, rows), "</tbody>\n</table>"]
    rest = [labelled_line(change, speaker) for change in comparison.changes if change.kind in DERIVED]
    rest.append(last_line(comparison, speaker, has_errors))
    parts += [f'<p class="rest">{escape(line)}</p>' for line in rest]
    return "\n".join([*parts, "</body>\n</html>"])


def _row(row: TableRow) -> str:
    cells = [escape(row.number), escape(", ".join(row.what)), _cell(row.old), _cell(row.new),
             "<br>".join(map(escape, row.people))]
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


def _cell(lines: tuple[Line, ...]) -> str:
    return "<br>".join((f'<span class="label">{escape(line.label)}:</span> ' if line.label else "")
                       + "".join(_marked(piece.side, piece.text) for piece in line.pieces) for line in lines)


def _marked(side: str, text: str) -> str:
    shown = escape(text).replace("\n", "<br>")
    tag = {"old": "del", "new": "ins"}.get(side)
    return f"<{tag}>{shown}</{tag}>" if tag else shown
