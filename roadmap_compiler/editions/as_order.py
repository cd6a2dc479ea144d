"""A draft of the order («приказ») that makes the changes: amendments point by point, or a new edition as a whole.

Blanks are left for what only the director knows: the day, the number, the ground.
"""

from __future__ import annotations

import re

from roadmap_compiler.documents.widths import widths
from roadmap_compiler.documents.word_file import MM, SHEETS, cell, row, table, word_file
from roadmap_compiler.editions.amending import Point, amending_points
from roadmap_compiler.editions.amending_words import in_quotes, quoted
from roadmap_compiler.editions.changes import Comparison
from roadmap_compiler.editions.drawn import STYLES, drawn_table, plain_paragraph
from roadmap_compiler.editions.periods import period_words
from roadmap_compiler.model.roadmap import Approval
from roadmap_compiler.plan.acts import act_in
from roadmap_compiler.plan.amendments import print_amendments
from roadmap_compiler.plan.approvals import approval_kind
from roadmap_compiler.plan.plan import Plan
from roadmap_compiler.plan.wording import plain

PORTRAIT = SHEETS[0]
SIGNING = round(50 * MM)
BLANK_DATE = "«____» ______________ 20___ г."
BLANK_NUMBER = "№ ______"


def as_order(comparison: Comparison) -> bytes:
    """The DOCX. A plan of another year is approved as a whole; within a year the old numbers stay."""
    old, new = comparison.old, comparison.new
    is_new_edition = bool(comparison.turn.years)
    name = " ".join(new.title)
    head = f"Об утверждении документа «{quoted(name)}»" if is_new_edition else (
        f"О внесении изменений в документ «{quoted(' '.join(old.title))}»")
    body = plain_paragraph(old.institution, "Centre") + plain_paragraph("", "Interval") if old.institution else ""
    body += plain_paragraph("ПРИКАЗ", "DocumentTitle")
    body += plain_paragraph(f"{BLANK_DATE} {BLANK_NUMBER}", "Centre") + plain_paragraph("", "Interval")
    body += plain_paragraph(head, "Centre") + plain_paragraph("", "Interval")
    body += plain_paragraph("В связи с ______________________________", "Body_")
    body += plain_paragraph("ПРИКАЗЫВАЮ:", "Body_")
    body += _new_edition(old, new) if is_new_edition else _amendments(comparison)
    body += plain_paragraph("", "Interval") + _signature(new)
    return word_file(PORTRAIT, body, STYLES, head)


def _new_edition(old: Plan, new: Plan) -> str:
    names = [f"«{quoted(' '.join(plan.title))}»" for plan in (old, new)]
    if plain(names[0]) == plain(names[1]):  # the title has no year that would tell one from the other
        names = [f"{name} на {_period(plan)}" for name, plan in zip(names, (old, new), strict=True)]
    texts = [f"1. Утвердить документ {names[1]} (прилагается).",
             f"2. Признать утратившим силу документ {names[0]}{_approved(old)}".rstrip(".") + ".",
             "3. Контроль за исполнением настоящего приказа оставляю за собой."]
    return "".join(plain_paragraph(text, "Body_") for text in texts)


def _period(plan: Plan) -> str:
    """«2024/2025 учебный год»."""
    kinds = {"academic_year": " учебный год", "calendar_year": " год", "years": " годы"}
    return period_words(plan.period) + kinds.get(plan.period.kind, "")


def _amendments(comparison: Comparison) -> str:
    points = amending_points(comparison)
    old = comparison.old
    if not points:
        return plain_paragraph("Изменений, которые вносят приказом, нет.", "Body_")
    name = f"«{quoted(' '.join(old.title))}»{_approved(old)}"
    drawn = plain_paragraph(f"1. Внести в документ {name}, следующие изменения:", "Body_")
    for number, point in enumerate(points, start=1):
        end = "." if number == len(points) else ";"
        text = f"{number}) {point.text}" + ("" if point.rows else end)
        drawn += "".join(plain_paragraph(line, "Body_") for line in text.split("\n"))
        if point.rows:
            drawn += _rows(point, comparison.new, end) + plain_paragraph("", "Interval")
    return drawn + plain_paragraph("2. Контроль за исполнением настоящего приказа оставляю за собой.", "Body_")


def _rows(point: Point, plan: Plan, end: str) -> str:
    """The stated rows under the heads of the roadmap's own table; titles alone as text."""
    columns = plan.table.columns
    heads = [column.heading for column in columns]
    if any(len(row) != len(columns) for row in point.rows):
        return plain_paragraph("«" + "\n".join(in_quotes(" ".join(row)) for row in point.rows) + f"»{end}", "Body_")
    grid = widths([(column.role, column.heading) for column in columns], point.rows, PORTRAIT.line)
    cells = [[plain_paragraph(text, "TableText") for text in row] for row in point.rows]
    return drawn_table(grid, heads, cells)


def _approved(plan: Plan) -> str:
    """«, утверждённый приказом директора от 09.02.2022 № 10-р (в редакции приказа от 15.03.2022 № 21)», with blanks
    for what the roadmap does not say."""
    for approval in plan.roadmap.approvals:
        if approval_kind(approval.kind) == "approved":
            date = approval.date if approval.date and re.search(r"\d", approval.date) else BLANK_DATE
            if approval.act is None:  # approved by a person's own hand, not by an act
                return f", утверждённый {date}"
            act = act_in("instrumental", approval.act) or "приказом"
            number = f"№ {approval.number.lstrip('№ ')}" if approval.number else BLANK_NUMBER
            amended = print_amendments(approval.amendments, lambda written: written or BLANK_DATE)
            return " ".join([f", утверждённый {act} от {date} {number}", *amended])
    return f", утверждённый приказом от {BLANK_DATE} {BLANK_NUMBER}"


def _signature(plan: Plan) -> str:
    """Position, a line to sign on, name at the right margin (ГОСТ Р 7.0.97-2025, 5.22)."""
    signer: Approval | None = next((approval for approval in plan.roadmap.approvals
                                    if approval_kind(approval.kind) == "approved" and approval.name), None)
    position, name = (signer.position or "Директор", signer.name) if signer is not None else ("Директор", "_" * 16)
    grid = (PORTRAIT.line - 2 * SIGNING, SIGNING, SIGNING)
    cells = ((position, "TableText"), ("_" * 16, "Centre"), (name or "", "SigningName"))
    bottom = '<w:vAlign w:val="bottom"/>'
    drawn = row("".join(cell(width, plain_paragraph(text, style), more=bottom)
                        for width, (text, style) in zip(grid, cells, strict=True)), "<w:cantSplit/>")
    return table("TableNormal", grid, drawn) + plain_paragraph("", "Interval")
