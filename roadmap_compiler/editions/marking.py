"""Two plans as one plan whose texts carry marks of what is old and what is new.

Marks are characters for private use, which pass through any template as letters do; `tracking` makes tracked
changes of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from roadmap_compiler.editions.changes import Comparison
from roadmap_compiler.editions.words import pieces
from roadmap_compiler.plan.approvals import ApprovalBlock
from roadmap_compiler.plan.plan import Cell, Column, Plan, PrintedTable, Row

OLD, NEW, END = "\ue000", "\ue001", "\ue002"
OLD_ROW, NEW_ROW = "\ue003", "\ue004"
MARKS = OLD + NEW + END + OLD_ROW + NEW_ROW


def has_marks(plan: Plan) -> bool:
    """Whether a plan holds characters that are marks here."""
    return any(mark in plan.tree.text for mark in MARKS)


def marked_plan(comparison: Comparison) -> Plan:
    """The new plan with the old one marked into it: without the old pieces it prints the new edition, without the new
    pieces the old one."""
    old, new = comparison.old, comparison.new
    return new._replace(
        title=marked_lines(old.title, new.title),
        letterhead=marked_lines(old.letterhead, new.letterhead),
        approvals=_marked_approvals(old.approvals, new.approvals),
        table=_marked_table(comparison),
        signatures=_marked_signatures(old, new),
    )


def marked(old: str, new: str) -> str:
    """One text out of two."""
    signs = {"old": OLD, "new": NEW}
    return "".join(piece.text if piece.side == "both" else f"{signs[piece.side]}{piece.text}{END}"
                   for piece in pieces(old, new))


def marked_lines(old: Sequence[str], new: Sequence[str]) -> tuple[str, ...]:
    """Lines that are printed one under another. A line for a line where they can be paired, so that few paragraphs come
    and go."""
    lines: list[str] = []
    matcher = SequenceMatcher(None, list(old), list(new), autojunk=False)
    for _, a, b, c, d in matcher.get_opcodes():
        paired = min(b - a, d - c)
        lines += [marked(old[a + at], new[c + at]) for at in range(paired)]
        lines += [marked(line, "") for line in old[a + paired:b]]
        lines += [marked("", line) for line in new[c + paired:d]]
    return tuple(lines)


def _marked_approvals(old: tuple[ApprovalBlock, ...], new: tuple[ApprovalBlock, ...]) -> tuple[ApprovalBlock, ...]:
    """Blocks of a kind and a side are paired in their order; the others come and go whole."""
    def keys(blocks: tuple[ApprovalBlock, ...]) -> list[tuple[str, str]]:
        return [(block.kind, block.side) for block in blocks]

    out: list[ApprovalBlock] = []
    for _, a, b, c, d in SequenceMatcher(None, keys(old), keys(new), autojunk=False).get_opcodes():
        equal = keys(old[a:b]) == keys(new[c:d])
        for at in range(d - c if equal else 0):
            lines = marked_lines(old[a + at].lines, new[c + at].lines)
            out.append(new[c + at]._replace(lines=lines))
        if not equal:
            out += [block._replace(lines=marked_lines(block.lines, ())) for block in old[a:b]]
            out += [block._replace(lines=marked_lines((), block.lines)) for block in new[c:d]]
    return tuple(out)


def _marked_signatures(old: Plan, new: Plan) -> tuple[tuple[str, str], ...]:
    count = max(len(old.signatures), len(new.signatures))
    before = (*old.signatures, *[("", "")] * (count - len(old.signatures)))
    after = (*new.signatures, *[("", "")] * (count - len(new.signatures)))
    return tuple((marked(one[0], other[0]), marked(one[1], other[1])) for one, other in zip(before, after, strict=True))


# --- the table ---


def _marked_table(comparison: Comparison) -> PrintedTable:
    old, new = comparison.old.table, comparison.new.table
    places = _places(old, new)
    columns = []
    for role, one, other in places:
        heading = marked(one.heading if one else "", other.heading if other else "")
        columns.append(Column(role, heading, (other or one or Column(role, "", None)).width))
    rows = [_row(kind, one, other, comparison, places) for kind, one, other in _paired_rows(comparison)]
    return PrintedTable(new.template, tuple(columns), new.has_column_numbers or old.has_column_numbers, lambda: rows)


_ColumnPlace = tuple[str, Column | None, Column | None]
"""A column of the marked table: its role, and the column of the old and of the new edition that it is."""


def _places(old: PrintedTable, new: PrintedTable) -> list[_ColumnPlace]:
    """The columns of both editions in order; one that stands elsewhere now is an old column and a new one."""
    found: list[_ColumnPlace] = []
    before, after = ([column.role for column in table.columns] for table in (old, new))
    for sign, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if sign == "equal":
            found += [(one.role, one, other) for one, other in zip(old.columns[a:b], new.columns[c:d], strict=True)]
        else:
            found += [(column.role, column, None) for column in old.columns[a:b]]
            found += [(column.role, None, column) for column in new.columns[c:d]]
    return found


def _paired_rows(comparison: Comparison) -> list[tuple[str, int, int]]:
    """("both" | "old" | "new", row of the old table, row of the new one) in the order to print; -1 for none.

    A row that was moved is an old row and a new one: a tracked change has no other way to say it.
    """
    old_rows, new_rows = comparison.old.table.rows, comparison.new.table.rows
    old_at = {row.entry: at for at, row in enumerate(old_rows)}
    new_at = {row.entry: at for at, row in enumerate(new_rows)}
    pairs = []
    for one, other in _entry_pairs(comparison):
        if one in old_at and other in new_at:
            pairs.append((old_at[one], new_at[other]))
    kept = dict(_rising(sorted(pairs)))
    out: list[tuple[str, int, int]] = []
    done = 0
    for at in range(len(old_rows)):
        if at not in kept:
            out.append(("old", at, -1))
            continue
        out += [("new", -1, between) for between in range(done, kept[at])]
        out.append(("both", at, kept[at]))
        done = kept[at] + 1
    return out + [("new", -1, rest) for rest in range(done, len(new_rows))]


def _entry_pairs(comparison: Comparison) -> list[tuple[int, int]]:
    """Pairs of entries that are one thing; of a split and a merge, the first part."""
    matching = comparison.matching
    pairs = [*matching.pairs.items(), *((whole, parts[0]) for whole, parts in matching.splits.items()),
             *((parts[0], whole) for whole, parts in matching.merges.items())]
    return [(comparison.old_units[one].entry, comparison.new_units[other].entry) for one, other in pairs]


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """A longest run of pairs in the same order on both sides."""
    from roadmap_compiler.editions.moves import longest_rising

    kept = longest_rising([new for _, new in pairs])
    return [pair for at, pair in enumerate(pairs) if at in kept]


def _row(kind: str, one: int, other: int, comparison: Comparison, places: list[_ColumnPlace]) -> Row:
    old_row = comparison.old.table.rows[one] if one >= 0 else None
    new_row = comparison.new.table.rows[other] if other >= 0 else None
    before = _by_role(old_row, comparison.old.table) if old_row else {}
    after = _by_role(new_row, comparison.new.table) if new_row else {}
    shown = new_row or old_row
    assert shown is not None
    if all(_is_banner(row, table) for row, table in
           ((old_row, comparison.old.table), (new_row, comparison.new.table)) if row is not None):
        cells = _banner(old_row, new_row, kind, len(places))
    else:
        cells = [_cell(before.get(role) if was else None, after.get(role) if now else None, kind)
                 for role, was, now in places]
    return Row(shown.kind, shown.entry, tuple(cells))


def _is_banner(row: Row, table: PrintedTable) -> bool:
    """Whether a row is merged over columns, as that of a stage is."""
    return len(row.cells) < len(table.columns)


def _banner(old: Row | None, new: Row | None, kind: str, count: int) -> list[Cell]:
    before, after = (row.cells if row is not None else () for row in (old, new))
    width = max(len(before), len(after))
    cells = []
    for at in range(width):
        one = before[at].text if at < len(before) else ""
        other = after[at].text if at < len(after) else ""
        cells.append(_marked_cell(one, other, kind, 1 if at < width - 1 else count - width + 1, ""))
    return cells


def _by_role(row: Row, table: PrintedTable) -> dict[str, Cell]:
    """The cells of a row by column; a merged one stands in its first column."""
    found: dict[str, Cell] = {}
    at = 0
    for cell in row.cells:
        found[table.columns[at].role] = cell
        at += cell.span
    return found


def _cell(one: Cell | None, other: Cell | None, kind: str) -> Cell:
    """A part of a vertical merge begins anew where one of the editions begins it: else its text would be hidden."""
    merges = {cell.merge for cell in (one, other) if cell is not None}
    merge = "restart" if "restart" in merges else "continue" if "continue" in merges else ""
    return _marked_cell(one.text if one else "", other.text if other else "", kind, 1, merge)


def _marked_cell(one: str, other: str, kind: str, span: int, merge: str) -> Cell:
    if kind == "both":
        text = marked(one, other)
    else:
        text = (OLD_ROW + one) if kind == "old" else (NEW_ROW + other)
    return Cell(span, merge, text)  # type: ignore[arg-type]
