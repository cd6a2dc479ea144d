"""What stands in notes and in an author's own columns: a plan («до 15.05.2026»), or a fact («сдан, Иванова, 2026»).

Only what reads as a deadline, or as the period, belongs to the next year; a column of marks keeps its days for good.
"""

from __future__ import annotations

import re

from roadmap_compiler.deadlines import parse
from roadmap_compiler.editions.wording import years_in
from roadmap_compiler.model.roadmap import Activity, Stage
from roadmap_compiler.source.tree import Path

_OURS = frozenset(name for model in (Activity, Stage) for name in model.model_fields) - {"note"}
_MARKS = re.compile(r"отмет|выполн|исполн|факт|статус|состояни|проведен|сдан|готовност|done|status|fact", re.IGNORECASE)
_PERIOD = re.compile(
    r"\b(?:19|20)\d\d\s?[/–—-]\s?(?:20)?\d\d\b|\b(?:на|в|за|до конца|в течение)\s+(?:19|20)\d\d\s*(?:год\w*|г\.)",
    re.IGNORECASE)


def is_free(path: Path) -> bool:
    """Whether a value stands in a note or in a column that the author made."""
    return path[0] in ("stages", "activities") and isinstance(path[-1], str) and path[-1] not in _OURS


def is_of_next_year(path: Path, value: str, heading: str) -> bool:
    """Whether the years of such a value move with the roadmap."""
    if _MARKS.search(f"{path[-1]} {heading}"):
        return False
    deadline = parse(value)
    if deadline.kind != "verbatim":
        return not deadline.note  # «протокол совета 12.01.2026» is a paper, «до 15.05.2026» a deadline
    left = _PERIOD.sub(" ", value)
    return left != value and not years_in(left)
