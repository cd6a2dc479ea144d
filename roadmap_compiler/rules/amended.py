"""Whether a plan is a later edition of one that is already at work."""

from __future__ import annotations

import re

from roadmap_compiler.plan.plan import Plan


def is_amended(plan: Plan) -> bool:
    """A revision above 0, or words like «в редакции приказа …» and «с изменениями» in the title or an approval."""
    if plan.revision.number > 0:
        return True
    head = [*plan.title, *(line for block in plan.approvals for line in block.lines)]
    return re.search(r"(?i)\bв (?:новой )?редакции\b|с изменениями|изменени[яй] от", " ".join(head)) is not None
