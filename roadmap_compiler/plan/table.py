"""The printed table: which rows there are and what stands in each cell.

Three shapes: rows are activities under stage rows; rows are activities and the stage is a column that spans its
rows; rows are stages with their activities as a list in one cell.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from operator import attrgetter

from roadmap_compiler.model.choices import STAGE_ROWS, YES
from roadmap_compiler.model.roadmap import Roadmap
from roadmap_compiler.plan.plan import Cell, Column, Entry, PrintedTable, Row
from roadmap_compiler.plan.typography import set_spaces
from roadmap_compiler.source.tree import Tree

_HEADINGS = {
    "number": ("№ п/п", "No."), "activities": ("Мероприятие", "Activity"), "title": ("Мероприятие", "Activity"),
    "stages": ("Этап", "Stage"), "content": ("Содержание", "Content"), "deadline": ("Срок", "Deadline"),
    "responsible": ("Ответственный", "Responsible"), "result": ("Результат", "Result"),
    "place": ("Место проведения", "Place"), "participants": ("Участники", "Participants"),
    "goal": ("Цель", "Goal"), "tasks": ("Задачи", "Tasks"), "note": ("Примечание", "Note"),
}
_TITLES = frozenset({"title", "activities", "stages", "number", "goal", "tasks"})


def print_table(roadmap: Roadmap, entries: tuple[Entry, ...], tree: Tree) -> PrintedTable:
    """The table of a roadmap whose entries are ready."""
    table = roadmap.table
    columns = _columns(roadmap, entries, tree)
    numbers = (table.column_numbers or "").strip().lower() in YES
    return PrintedTable((table.template or "").strip(), columns, numbers, lambda: _rows(roadmap, columns, entries))


def rows_are_stages(roadmap: Roadmap) -> bool:
    """Whether «строки: этапы» is written."""
    return (roadmap.table.rows or "").strip().lower() in STAGE_ROWS


def _rows(roadmap: Roadmap, columns: tuple[Column, ...], entries: tuple[Entry, ...]) -> list[Row]:
    if rows_are_stages(roadmap):
        return [_stage_as_row(columns, entries, index) for index, e in enumerate(entries)
                if e.kind == "stage" or e.kind == "activity" and e.stage < 0 and e.parent < 0]
    if any(column.role == "stages" for column in columns):
        return _rows_beside_stages(columns, entries)
    return _rows_under_stages(columns, entries)


def _columns(roadmap: Roadmap, entries: tuple[Entry, ...], tree: Tree) -> tuple[Column, ...]:
    widths = {role: _millimetres(text) for role, text in roadmap.table.widths.items()}
    if roadmap.table.columns:
        return tuple(Column(role, set_spaces(heading), widths.get(role))
                     for role, heading in roadmap.table.columns.items())
    roles = ["number", "activities"]
    for role, is_used in (
        ("content", any(e.content for e in entries)), ("participants", any(e.participants for e in entries)),
        ("place", any(e.place for e in entries)), ("deadline", True), ("responsible", True),
        ("result", any(e.result for e in entries if e.kind != "stage")), ("note", any(e.note for e in entries)),
    ):
        if is_used:
            roles.append(role)
    # the language of the document is that of its title: keys may be English in a Russian roadmap
    language = 0 if tree.language == "ru" or re.search("[А-Яа-яЁё]", " ".join(roadmap.title)) else 1
    return tuple(Column(role, _HEADINGS[role][language], widths.get(role)) for role in roles)


def _millimetres(text: str) -> float | None:
    try:
        return float(text.lower().replace("мм", "").replace(",", ".").strip())
    except ValueError:
        return None


def _rows_under_stages(columns: tuple[Column, ...], entries: tuple[Entry, ...]) -> list[Row]:
    own_cells = any(entry.kind == "stage" and _has_own_cells(columns, entry) for entry in entries)
    texts = [_text_of(column.role) for column in columns]
    rows = []
    for index, entry in enumerate(entries):
        if entry.kind == "stage" and not own_cells:
            rows.append(Row("stage", index, _merged_cells(columns, entry)))
        elif entry.kind == "activity" and not entry.items:  # nearly every row of nearly every plan
            rows.append(Row("activity", index, tuple([Cell(1, "", text(entry)) for text in texts])))
        elif not _stands_in_a_cell(entry, entries):
            rows.append(_entry_row(columns, entries, index))
    return rows


def _stands_in_a_cell(entry: Entry, entries: tuple[Entry, ...]) -> bool:
    """Whether an item is printed as a line of its activity and has no row of its own."""
    return entry.kind == "item" and bool(entries[entry.parent].items)


def _has_own_cells(columns: tuple[Column, ...], entry: Entry) -> bool:
    return any(cell_text(column.role, entry) for column in columns if column.role not in _TITLES)


def _merged_cells(columns: tuple[Column, ...], entry: Entry) -> tuple[Cell, ...]:
    """The number in its own cell where the numbers stand first, the rest merged."""
    title = _title_block(columns, entry)
    if columns[0].role == "number" and len(columns) > 1:
        return Cell(1, "", entry.number), Cell(len(columns) - 1, "", title)
    return (Cell(len(columns), "", f"{entry.number} {title}".strip()),)


def _entry_row(columns: tuple[Column, ...], entries: tuple[Entry, ...], index: int) -> Row:
    return Row(entries[index].kind, index, tuple([_cell(column.role, columns, entries, index) for column in columns]))


def _cell(role: str, columns: tuple[Column, ...], entries: tuple[Entry, ...], index: int) -> Cell:
    entry = entries[index]
    if role in ("title", "activities"):
        return Cell(1, "", _title_block(columns, entry))
    text = cell_text(role, entry)
    if entry.items and role in ("deadline", "responsible", "result"):
        text = "\n".join(part for part in (text, *_of_items(role, entries, index)) if part)
    return Cell(1, "", text)


def _of_items(role: str, entries: tuple[Entry, ...], index: int) -> list[str]:
    """What the items have of their own, line by line."""
    return [cell_text(role, entry) for entry in entries if entry.kind == "item" and entry.parent == index]


def _rows_beside_stages(columns: tuple[Column, ...], entries: tuple[Entry, ...]) -> list[Row]:
    """The stage stands in a column, merged over the rows of its activities."""
    rows: list[Row] = []
    started: set[int] = set()
    filled = {entry.stage for entry in entries if entry.kind != "stage"}
    for index, entry in enumerate(entries):
        if entry.kind == "stage" and index in filled or _stands_in_a_cell(entry, entries):
            continue
        stage = index if entry.kind == "stage" else entry.stage
        cells = []
        for column in columns:
            if column.role == "stages" and stage >= 0:
                text = "" if stage in started else _stage_label(columns, entries[stage])
                cells.append(Cell(1, "continue" if stage in started else "restart", text))
            elif entry.kind == "stage" and column.role in ("title", "activities", "number"):
                cells.append(Cell(1, "", ""))
            else:
                cells.append(_cell(column.role, columns, entries, index))
        started.add(stage)
        rows.append(Row("activity" if entry.kind == "stage" else entry.kind, index, tuple(cells)))
    return rows


def _stage_label(columns: tuple[Column, ...], stage: Entry) -> str:
    return f"{stage.number} {_title_block(columns, stage)}".strip()


def _stage_as_row(columns: tuple[Column, ...], entries: tuple[Entry, ...], index: int) -> Row:
    entry = entries[index]
    cells = []
    for column in columns:
        if column.role in ("stages", "title"):
            text = _title_block(columns, entry)
        elif column.role == "activities":
            text = _activities_cell(columns, entries, index)
        elif column.role in _TITLES:
            text = cell_text(column.role, entry)
        else:
            text = cell_text(column.role, entry) or _of_activities(column.role, entries, index)
        cells.append(Cell(1, "", text))
    return Row("activity", index, tuple(cells))


def _activities_cell(columns: tuple[Column, ...], entries: tuple[Entry, ...], index: int) -> str:
    """The activities of a stage as a list, under its title and its content where those have no columns."""
    roles = {column.role for column in columns}
    entry = entries[index]
    parts = []
    if not roles & {"stages", "title"} and entry.kind == "stage":
        parts.append(_title_block(columns, entry))
    if "content" not in roles:
        parts.append(entry.content)
    parts.append(_list_of_activities(entries, index))
    if entry.kind != "stage" and not roles & {"stages", "title"}:
        parts.insert(0, _title_block(columns, entry))
    return "\n".join(part for part in parts if part)


def _inside(entries: tuple[Entry, ...], index: int) -> list[Entry]:
    """What stands in a stage; in an activity that stands in none, its own parts."""
    if entries[index].kind == "stage":
        return [entry for entry in entries if entry.stage == index]
    owners = {index}
    found = []
    for at, entry in enumerate(entries):
        if entry.parent in owners:
            owners.add(at)
            found.append(entry)
    return found


def _list_of_activities(entries: tuple[Entry, ...], stage: int) -> str:
    lines = []
    for entry in _inside(entries, stage):
        if not _stands_in_a_cell(entry, entries):
            lines.append(f"{entry.number} {entry.title}".strip())
            lines += entry.items
    return "\n".join(lines)


def _of_activities(role: str, entries: tuple[Entry, ...], stage: int) -> str:
    """What a stage does not say itself, its activities say: one text for all of them, or each with its number."""
    inside = _inside(entries, stage)
    texts = [(entry, cell_text(role, entry)) for entry in inside]
    told = [(entry, text) for entry, text in texts if text]
    if len({text for _, text in told}) <= 1 and len(told) == sum(entry.kind == "activity" for entry in inside):
        return told[0][1] if told else ""
    return "\n".join(f"{entry.number or entry.title} {text}".strip() for entry, text in told)


def _title_block(columns: tuple[Column, ...], entry: Entry) -> str:
    """The title with what has no column of its own: goal, tasks and result of a stage, items of an activity."""
    if entry.kind != "stage" and not entry.items:
        return entry.title
    lines = [entry.title] if entry.title else []
    if entry.kind == "stage":
        roles = {column.role for column in columns}
        if entry.goal is not None and "goal" not in roles:
            lines.append(f"Цель: {entry.goal}".rstrip())
        if entry.tasks and "tasks" not in roles:
            lines += _tasks(entry.tasks)
        if entry.result and "result" not in roles:
            lines.append(f"Результат: {entry.result}")
    lines += entry.items
    return "\n".join(lines)


def _tasks(tasks: tuple[str, ...]) -> list[str]:
    if len(tasks) == 1:
        return [f"Задача: {tasks[0]}".rstrip()]
    return ["Задачи:", *(f"– {task}" for task in tasks)]


def _text_of(role: str) -> Callable[[Entry], str]:
    """What stands under a role in the row of an activity without items."""
    if role in ("title", "activities"):
        return attrgetter("title")
    return _TEXTS.get(role) or (lambda entry: entry.free.get(role, ""))


def cell_text(role: str, entry: Entry) -> str:
    """What an entry has for a column, as printed."""
    text = _TEXTS.get(role)
    return text(entry) if text is not None else entry.free.get(role, "")


_TEXTS: dict[str, Callable[[Entry], str]] = {
    "number": attrgetter("number"),
    "deadline": lambda entry: entry.deadline.text if entry.deadline is not None else "",
    "responsible": lambda entry: "\n".join([who.text for who in entry.responsible]),
    "result": attrgetter("result"),
    "content": attrgetter("content"),
    "place": attrgetter("place"),
    "participants": attrgetter("participants"),
    "note": attrgetter("note"),
    "goal": lambda entry: entry.goal or "",
    "tasks": lambda entry: "\n".join(entry.tasks),
}


__all__ = ["cell_text", "print_table", "rows_are_stages"]
