"""Plan → the view that a template prints: plain lists and texts, nothing to compute."""

from __future__ import annotations

from typing import Any

from roadmap_compiler.documents.dress import PLAIN, Dress
from roadmap_compiler.documents.widths import is_long, widths
from roadmap_compiler.plan.plan import Plan, PrintedTable, Row

_TWIPS = 1440 / 25.4


def make_view(plan: Plan, text_width: int, text_height: int, dress: Dress = PLAIN) -> dict[str, Any]:
    """The view of a plan on a page whose text is so many twips wide and high."""
    table = plan.table
    twips = _column_widths(table, text_width)
    rows = []
    for row in table.rows:
        cells = _cells(row, twips)
        kind = "long" if row.kind != "stage" and is_long(cells, text_height) else row.kind
        rows.append((kind, cells))
    return {
        "document_title": " ".join(plan.title),
        "created": f"{plan.revision.day.isoformat()}T00:00:00Z",
        "letterhead": list(plan.letterhead),
        "approvals": _approval_rows(plan),
        "title": list(plan.title),
        "columns": [(width, column.heading, str(number))
                    for number, (width, column) in enumerate(zip(twips, table.columns, strict=True), start=1)],
        "has_header": any(column.heading for column in table.columns),
        "has_column_numbers": table.has_column_numbers,
        "rows": rows,
        "signatures": list(plan.signatures),
        "footer": "",
        "mark": dress.mark,
        "seal": dress.footer,
    }


def _cells(row: Row, twips: tuple[int, ...]) -> list[tuple[int, int, str, str]]:
    cells: list[tuple[int, int, str, str]] = []
    if len(row.cells) == len(twips):
        cells += [(width, 1, cell.merge, cell.text) for width, cell in zip(twips, row.cells, strict=True)]
        return cells
    at = 0
    for cell in row.cells:
        cells.append((sum(twips[at:at + cell.span]), cell.span, cell.merge, cell.text))
        at += cell.span
    return cells


def _column_widths(table: PrintedTable, total: int) -> tuple[int, ...]:
    """Twips: the author's own widths where there are any, the rest shared out by what stands in the columns."""
    columns = tuple((column.role, column.heading) for column in table.columns)
    texts = [[cell.text for cell in row.cells] for row in table.rows if len(row.cells) == len(columns)]
    own = {index: round(column.width * _TWIPS) for index, column in enumerate(table.columns) if column.width}
    if not own or sum(own.values()) >= total:
        return widths(columns, texts, total)
    rest = [index for index in range(len(columns)) if index not in own]
    shared = widths(tuple(columns[index] for index in rest),
                    [tuple(row[index] for index in rest) for row in texts], total - sum(own.values()))
    found = own | dict(zip(rest, shared, strict=True))
    return tuple(found[index] for index in range(len(columns)))


def _approval_rows(plan: Plan) -> list[tuple[list[str], list[str]]]:
    """Blocks side by side: those of the left beside those of the right, each side in its own order."""
    sides: dict[str, list[list[str]]] = {"left": [], "right": []}
    for block in plan.approvals:
        if block.kind == "annex" and sides["right"] and block.side == "right":
            sides["right"][-1] += block.lines  # «(Приложение 2)» belongs to the act above it
        else:
            sides[block.side].append(list(block.lines))
    height = max(len(sides["left"]), len(sides["right"]))
    return [(sides["left"][row] if row < len(sides["left"]) else [],
             sides["right"][row] if row < len(sides["right"]) else []) for row in range(height)]
