"""Tree → Roadmap: pydantic's errors become findings on the line of the value.

An error is known by pydantic's ``type`` and ``loc``, never by its English text, which changes between releases.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import Any

from pydantic import BaseModel, ValidationError

from roadmap_compiler.findings import Edit, Finding, Fix, Span
from roadmap_compiler.model.missing import missing_key
from roadmap_compiler.model.parted import parted_texts
from roadmap_compiler.model.repeated_keys import as_missing_columns
from roadmap_compiler.model.roadmap import Activity, Approval, Entry, Period, Roadmap, Stage, Table
from roadmap_compiler.model.title_as_key import title_as_key
from roadmap_compiler.model.unknown_keys import is_meant, kind_for_title, unknown_key
from roadmap_compiler.model.words import BY_NAME, OWN_KEYS, forms, spoken
from roadmap_compiler.near import near
from roadmap_compiler.source.lines import quoted_text, read_line, ready_text, value_end
from roadmap_compiler.source.tree import Path, Tree

ROLES = ("number", "stages", "title", "activities", "content", "deadline", "responsible", "result", "place",
         "participants", "goal", "tasks", "note")
"""Columns that the tool knows; any other column is free, and its name may be used as a key of an activity."""

_ROUNDS = 8
"""Times that a roadmap is read again without what was wrong."""
_NEXT_TO_DEADLINE = frozenset({"responsible", "result", "place", "participants"})
"""Fields that no deadline has, and that often follow one."""
_STAND_INS = {"period": "2000"}
"""What is read in the place of a missing field; all others are read as empty."""

Found = tuple[Roadmap | None, list[Finding]]
Entries = list[tuple[Path, Entry]]


def read_roadmap(tree: Tree) -> Found:
    """The typed roadmap, with what is wrong in it. What could not be read is left out; None where too much is.

    A misspelt key is read as the one that was meant, so that nothing follows from it and the rest is checked.
    """
    findings: list[Finding] = []
    for _ in range(_ROUNDS):
        try:
            roadmap = Roadmap.model_validate(tree.root)
        except ValidationError as error:
            findings += _mistakes(error, tree)
            continue
        all_entries = entries(roadmap)
        unknown, keys_renamed = _unknown_extras(roadmap, all_entries, tree)
        columns, columns_renamed = _unknown_columns(roadmap, all_entries, tree)
        if tree.draft is not None and not roadmap.table.columns:  # they may stand in lines that could not be read
            unknown = [one for one in unknown if one.code != "unknown-key" or one.params["near"]]
        findings += as_missing_columns(unknown) + columns
        if not keys_renamed and not columns_renamed:
            if tree.is_wrapped:
                findings += parted_texts(all_entries, tree)
            return (roadmap if tree.has(("period",)) else None), findings
    return None, findings


def _mistakes(error: ValidationError, tree: Tree) -> list[Finding]:
    """Each mistake of shape as a finding. It is mended in the tree: left out, renamed, or a stand-in put in."""
    tree.is_mended = True
    findings = []
    removed: list[Path] = []
    mistakes = [(mistake["type"], _path(mistake["loc"], tree))
                for mistake in error.errors(include_input=False, include_url=False, include_context=False)]
    for kind, path in sorted(mistakes, key=lambda mistake: mistake[0] == "missing"):
        if kind == "extra_forbidden" and _is_split_text(tree, path):
            findings.append(_colon_in_item(tree, path[:-1], tree.value(path[:-1])))
            removed.append(path)
        elif kind == "tuple_type" and (named := kind_for_title(tree, path)):
            findings.append(named)
        elif kind == "extra_forbidden":
            finding, renamed = unknown_key(tree, path, _keys_at(path))
            findings.append(finding)
            if not renamed:
                removed.append(path)
        elif kind == "missing":
            if tree.value(path) is None:
                holder = tree.value(path[:-1])
                if isinstance(holder, dict):
                    holder[path[-1]] = _STAND_INS.get(str(path[-1]), "")
                is_doubtful = len(path) > 1 and tree.spoiled(tree.span(path[:-1]).line)
                if path not in tree.left_empty and not is_doubtful:
                    findings.append(missing_key(path, tree))
        else:
            findings.append(_misshapen(kind, path, tree))
            removed.append(path)
    for path in sorted(removed, key=_sortable, reverse=True):
        _remove(tree.root, path)
    return findings


def _sortable(path: tuple[int | str, ...]) -> list[tuple[int, str]]:
    return [(step, "") if isinstance(step, int) else (-1, step) for step in path]


def _path(loc: tuple[int | str, ...], tree: Tree) -> Path:
    """pydantic's place as a path of the tree: where one value stood for a list of one, the index is dropped."""
    path: Path = ()
    for step in loc:
        longer = (*path, step)
        if step == 0 and not tree.has(longer) and tree.has(path):
            continue
        path = longer
    return path


def _remove(data: Any, path: Path) -> None:
    for step in path[:-1]:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return
    try:
        if isinstance(data, list):
            data[int(path[-1])] = ""  # an index is a place in the file: the ones behind it must not move
        else:
            del data[path[-1]]
    except (KeyError, IndexError, TypeError):
        return


def _misshapen(kind: str, path: Path, tree: Tree) -> Finding:
    """A value of another shape than its field takes."""
    value = tree.value(path)
    key = _key_of(path, tree)
    if kind == "string_type" and isinstance(value, dict) and len(value) == 1 and isinstance(path[-1], int):
        return _colon_in_item(tree, path, value)
    code = {"string_type": "text-expected", "tuple_type": "list-expected"}.get(kind, "mapping-expected")
    if code == "text-expected" and isinstance(value, dict) and (deeper := _one_level_too_deep(tree, path, value)):
        return deeper
    tree.left_empty.add(path)
    params = {"key": key}
    if code == "text-expected":
        params["ready"] = _ready_text(tree, path)
    return Finding(code, "error", tree.key_span(path), params)


def _one_level_too_deep(tree: Tree, path: Path, value: dict[str, Any]) -> Finding | None:
    """«дата:» without a value, and below it, further right, fields that belong beside it."""
    known = _keys_at(path)
    first = next(iter(value), "")
    span, owner = tree.key_span((*path, first)), tree.key_span(path)
    if first not in known or span.line == owner.line:
        return None
    holder = tree.value(path[:-1])
    if isinstance(holder, dict):
        holder.update({key: one for key, one in value.items() if key in known and key not in holder})
    return Finding("indent", "error", span, {"spaces": span.column - 1, "right": owner.column - 1})


def _is_split_text(tree: Tree, path: Path) -> bool:
    """Whether a key is the only one of a list item, holds a text and is no word of ours nor near one."""
    holder = tree.value(path[:-1])
    typed = str(path[-1])
    if len(path) < 2 or not isinstance(path[-2], int) or not isinstance(holder, dict) or len(holder) != 1:
        return False
    known = [form for name in BY_NAME for form in forms(name, tree.language)]
    return isinstance(holder.get(typed), str) and typed not in BY_NAME and near(typed, known) is None


def _colon_in_item(tree: Tree, path: Path, value: dict[str, Any]) -> Finding:
    """«- Встреча: итоги года», read as a field with a value."""
    name, rest = next(iter(value.items()))
    span = tree.span(path)
    line = tree.lines[span.line - 1]
    start, end = span.column - 1, value_end(line, span.column - 1)
    text = line[start:end]
    ready = f"- {ready_text(text)}" if isinstance(rest, str) and text.startswith(name[:1]) else ""
    place = Span(tree.file, span.line, start + 1, span.line, end + 1)
    fix = Fix(f"- {quoted_text(text)}", (Edit(place, quoted_text(text)),), safe=True)
    tree.left_empty.add((*path, "title"))
    return Finding("colon-in-item", "error", span, {"key": _key_of(path, tree), "ready": ready}, (),
                   (fix,) if ready else ())


def _ready_text(tree: Tree, path: Path) -> str:
    """The line of a field whose text begins with a bracket, with the text in quotes."""
    span = tree.key_span(path)
    lines = tree.lines
    line = read_line(lines[span.line - 1]) if span.line <= len(lines) else None
    if line is None or line.colon < 0 or line.content[:1] not in ("[", "{"):
        return ""
    return f"{line.key}: {quoted_text(line.content)}"


def _key_of(path: Path, tree: Tree) -> str:
    for step in reversed(path):
        if isinstance(step, str):
            return spoken(step, tree.language)
    return ""


def _keys_at(path: Path) -> list[str]:
    """The fields of the model at the parent of a path."""
    model: type[BaseModel] = Roadmap
    for step in path[:-1]:
        if isinstance(step, int):
            continue
        field = model.model_fields.get(step)
        inner = inner_model(field.annotation) if field is not None else None
        if inner is not None:
            model = inner
    return [name for name in model.model_fields if name != "text"]


@cache
def fields_under(owner: str) -> frozenset[str]:
    """The keys that may stand under a key; none where any may, or where it takes no fields."""
    if owner == "columns":
        return frozenset(ROLES)
    if owner == "":
        return frozenset(Roadmap.model_fields)
    for model in (Roadmap, Period, Approval, Table, Stage, Activity):
        field = model.model_fields.get(owner)
        inner = inner_model(field.annotation) if field is not None else None
        if inner is not None and owner not in OWN_KEYS:
            return frozenset(inner.model_fields)
    return frozenset()


def inner_model(annotation: Any) -> type[BaseModel] | None:
    """The model inside an annotation like ``tuple[Activity, ...]``."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for argument in getattr(annotation, "__args__", ()):
        found = inner_model(argument)
        if found is not None:
            return found
    return None


def _unknown_columns(roadmap: Roadmap, all_entries: Entries, tree: Tree) -> tuple[list[Finding], bool]:
    """Columns that nobody fills and that are called almost like a known one, and whether one was renamed."""
    findings: list[Finding] = []
    free = [role for role in roadmap.table.columns if role not in ROLES]
    if not free:
        return [], False
    any_renamed = False
    used = {key for _, entry in all_entries for key in (entry.model_extra or ())}
    known = {form for role in ROLES for form in forms(role, tree.language)}
    for role in free:
        if role in BY_NAME or role not in used and near(role, known):
            finding, renamed = unknown_key(tree, ("table", "columns", role), list(ROLES), "unknown-column")
            findings.append(finding)
            any_renamed = any_renamed or renamed
    return findings, any_renamed


def _unknown_extras(roadmap: Roadmap, all_entries: Entries, tree: Tree) -> tuple[list[Finding], bool]:
    """Keys of stages, activities and items that are neither fields nor free columns, and whether one was renamed."""
    findings: list[Finding] = []
    any_renamed = False
    free = [role for role in roadmap.table.columns if role not in ROLES]
    often = Counter(key for _, entry in all_entries if entry.model_extra for key in entry.model_extra)
    for path, entry in all_entries:
        if entry.model_extra:
            found, renamed = _extras_of(entry, path, free, often, tree)
            findings += found
            any_renamed = any_renamed or renamed
        if isinstance(entry.deadline, dict):
            is_next = next(iter(entry.deadline), "") in _NEXT_TO_DEADLINE
            deeper = _one_level_too_deep(tree, (*path, "deadline"), entry.deadline) if is_next else None
            if deeper:
                findings.append(deeper)
                _remove(tree.root, (*path, "deadline"))
                any_renamed = True
        elif not isinstance(entry.deadline, (str, type(None))):
            findings.append(_misshapen("string_type", (*path, "deadline"), tree))
    return findings, any_renamed


def _extras_of(entry: Entry, path: Path, free: list[str], often: Counter[str],
               tree: Tree) -> tuple[list[Finding], bool]:
    extra = entry.model_extra or {}
    if len(extra) == 1 and next(iter(extra)) not in free and _is_split_text(tree, (*path, next(iter(extra)))):
        return [_colon_in_item(tree, path, tree.value(path))], False
    findings = []
    any_renamed = False
    known = [name for name in type(entry).model_fields if name != "text"] + free
    for key, content in extra.items():
        if key not in free:
            holder = tree.value(path)
            may_be_title = entry.title is None and next(iter(holder)) == key and often[key] == 1
            if may_be_title and not is_meant(key, known, tree) and (split := title_as_key(tree, path, entry, holder)):
                findings.append(split)
                any_renamed = True
                continue
            lacking = [] if often[key] > 2 else [name for name in ROLES if name in known and name not in holder]
            finding, renamed = unknown_key(tree, (*path, key), known, lacking=lacking)
            findings.append(finding)
            any_renamed = any_renamed or renamed
        elif not all(isinstance(line, str) for line in (content if isinstance(content, list) else [content])):
            params = {"key": key, "ready": ""}
            findings.append(Finding("text-expected", "error", tree.key_span((*path, key)), params))
    return findings, any_renamed


def entries(roadmap: Roadmap) -> Entries:
    """Every stage, activity and item with its path, in the order of the document."""
    found: Entries = []
    _visit("activities", roadmap.activities, (), found)
    _visit("stages", roadmap.stages, (), found)
    return found


def _visit(key: str, group: tuple[Entry, ...], parent: Path, found: Entries) -> None:
    for index, entry in enumerate(group):
        path = (*parent, key, index)
        found.append((path, entry))
        if isinstance(entry, Activity) and entry.items:
            _visit("items", entry.items, path, found)
        if isinstance(entry, (Activity, Stage)) and entry.activities:
            _visit("activities", entry.activities, path, found)


__all__ = ["ROLES", "Activity", "Roadmap", "Stage", "entries", "read_roadmap"]
