"""A plan as lines to compare: one for each stage and activity, without numbers."""

from __future__ import annotations

from roadmap_compiler.editions.units import units_of
from roadmap_compiler.plan.plan import Plan


def as_lines(plan: Plan) -> str:
    """The head of the document, then every stage, activity and item, its fields parted by « | »."""
    lines = [*plan.letterhead, *(line for block in plan.approvals for line in block.lines), *plan.title]
    for unit in units_of(plan):
        cells = [unit.title, unit.deadline.text if unit.deadline else "", "; ".join(unit.people), unit.result,
                 *unit.texts.values()]
        indent = "" if unit.kind == "stage" else "  " if unit.kind == "activity" else "    "
        lines.append(indent + " | ".join(" ".join(cell.split()) for cell in cells if cell))
    lines += [" ".join(part for part in signature if part) for signature in plan.signatures]
    return "".join(f"{line}\n".replace("\u00a0", " ") for line in lines)
