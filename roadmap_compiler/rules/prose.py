"""The texts of a file that people will read in the document, as they were typed."""

from __future__ import annotations

from functools import lru_cache

from roadmap_compiler.findings import Edit, Finding, Fix, Severity, Span
from roadmap_compiler.plan.plan import Plan
from roadmap_compiler.rules.glance import texts_of
from roadmap_compiler.source.tree import Path, Tree

_NO_PROSE = frozenset({
    "email", "site", "template", "id", "formerly", "files", "period", "calendar", "numbering", "number", "widths",
    "deadline", "date", "side", "revision", "profile", "schema_version", "column_numbers", "rows", "phone",
})
is_prose = _NO_PROSE.isdisjoint
"""Whether what stands at a path is for people to read: no address, date, number or setting."""
_ONE_TEXT = frozenset({"title", "full_name", "founder"})


def prose(plan: Plan) -> tuple[tuple[Path, str], ...]:
    """Every text with its path, in the order of the file, without addresses, dates, numbers and settings."""
    return _prose(plan.tree)


def texts_of_people(plan: Plan) -> tuple[tuple[Path, str], ...]:
    """Those texts in which people stand: «люди», the cells of responsible persons, approvals, signatures."""
    return _texts_of_people(plan.tree)


@lru_cache(maxsize=1)
def _prose(tree: Tree) -> tuple[tuple[Path, str], ...]:
    return tuple([one for one in texts_of(tree) if is_prose(one[0])])


@lru_cache(maxsize=1)
def _texts_of_people(tree: Tree) -> tuple[tuple[Path, str], ...]:
    return tuple([one for one in _prose(tree) if "responsible" in one[0] or one[0][0] in ("people", "signatures")
                  or one[0][-1] == "name"])


def whole_texts(plan: Plan) -> list[tuple[Path, str]]:
    """The same, with the lines of a title or of a full name put together: a quote may close on the next line."""
    out: list[tuple[Path, str]] = []
    for path, text in prose(plan):
        if len(path) > 1 and isinstance(path[-1], int) and path[-2] in _ONE_TEXT:
            if out and out[-1][0] == path[:-1]:
                out[-1] = (path[:-1], f"{out[-1][1]}\n{text}")
            else:
                out.append((path[:-1], text))
        else:
            out.append((path, text))
    return out


def finding_in(plan: Plan, path: Path, text: str, stretch: tuple[int, int], code: str, severity: Severity,
               right: str | None = None, safe: bool = False) -> Finding:
    """A finding about a stretch of the text at a path. ``right`` is what should stand there; it becomes a fix where
    the stretch stands in the file as it was read."""
    part = text[stretch[0]:stretch[1]]
    span = place_in(plan.tree, path, text, stretch)
    fixes: tuple[Fix, ...] = ()
    if right is not None and span.line == span.end_line and span.end_column - span.column == len(part):
        fixes = (Fix(right, (Edit(span, right),), safe),)
    params = {"part": part} if right is None else {"part": part, "near": right}
    return Finding(code, severity, span, params, (), fixes)


def place_in(tree: Tree, path: Path, text: str, stretch: tuple[int, int]) -> Span:
    """The place of a stretch (offsets in the text as read); of the whole value where the file has it otherwise.

    The same letters may stand elsewhere in the text, so the stretch is looked for with its neighbours.
    """
    start, end = stretch
    for around in (30, 10, 0):
        left, right = max(0, start - around, text.rfind("\n", 0, start) + 1), end + around
        line_end = text.find("\n", end)
        context = text[left:min(right, line_end) if line_end >= 0 else right]
        span = tree.span_of(path, context)
        if span.line == span.end_line and span.end_column - span.column == len(context):
            column = span.column + start - left
            return span._replace(column=column, end_column=column + end - start)
    return tree.span(path)


def approval_path(plan: Plan, index: int, key: str) -> Path:
    """The place of a key of an approval, whether approvals are a list or one mapping."""
    path: Path = ("approvals", index, key)
    return path if plan.tree.has(path[:2]) else ("approvals", key)
