"""«Сравнительная таблица»: № | Было | Стало | Обоснование, or the columns that the reader wants."""

from __future__ import annotations

from roadmap_compiler.documents.widths import widths
from roadmap_compiler.documents.word_file import SHEETS, word_file
from roadmap_compiler.editions.as_text import head_line
from roadmap_compiler.editions.changes import Comparison
from roadmap_compiler.editions.drawn import STYLES, drawn_table, plain_paragraph, rich
from roadmap_compiler.editions.rows import USUAL, Line, TableRow, table_rows
from roadmap_compiler.editions.saying import Speaker
from roadmap_compiler.editions.words import Piece
from roadmap_compiler.messages import Language

LANDSCAPE = SHEETS[1]


def as_table(comparison: Comparison, language: Language, roles: tuple[str, ...] = USUAL) -> bytes:
    """The DOCX, a row for each place that changed, in document order."""
    speaker = Speaker(language)
    rows = table_rows(comparison, speaker)
    heads = [speaker.say(f"column.{role}") for role in roles]
    cells = [[_cell(role, one) for role in roles] for one in rows]
    texts = [[_text(role, one) for role in roles] for one in rows]
    grid = widths([("number" if role == "number" else role, head) for role, head in zip(roles, heads, strict=True)],
                  texts, LANDSCAPE.line)
    title = speaker.say("table-title")
    body = plain_paragraph(title, "DocumentTitle") + plain_paragraph(head_line(comparison, speaker), "Centre")
    body += plain_paragraph("", "Interval")
    body += drawn_table(grid, heads, cells) if rows else plain_paragraph(speaker.say("nothing"), "Centre")
    name = f"{title}. {' '.join(comparison.new.title)}"
    return word_file(LANDSCAPE, body + plain_paragraph("", "Interval"), STYLES, name)


def _cell(role: str, one: TableRow) -> str:
    if role in ("old", "new"):
        lines: tuple[Line, ...] = one.old if role == "old" else one.new
        return "".join(rich(_labelled(line), "TableText") for line in lines) or plain_paragraph("", "TableText")
    return plain_paragraph(_text(role, one), "TableText")


def _labelled(line: Line) -> tuple[Piece, ...]:
    return (Piece("both", f"{line.label}: "), *line.pieces) if line.label else line.pieces


def _text(role: str, one: TableRow) -> str:
    if role in ("old", "new"):
        return "\n".join("".join(piece.text for piece in _labelled(line))
                         for line in (one.old if role == "old" else one.new))
    if role == "what":
        return "\n".join(one.what)
    if role == "people":
        return "\n".join(one.people)
    return one.reason if role == "reason" else one.number
