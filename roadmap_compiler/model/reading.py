"""Tree → Roadmap: pydantic's errors become findings on the line of the value.

An error is known by pydantic's ``type`` and ``loc``, never by its English text, which changes between releases.
"""

from __future__ import annotations

import copy
from typing import Any

from pydantic import BaseModel, ValidationError

from roadmap_compiler.findings import Finding
from roadmap_compiler.model.roadmap import Activity, Entry, Roadmap, Stage
from roadmap_compiler.model.words import spoken
from roadmap_compiler.near import near
from roadmap_compiler.source.tree import Path, Tree

ROLES = ("number", "stages", "title", "activities", "content", "deadline", "responsible", "result", "place",
         "participants", "goal", "tasks", "note")
"""Columns that the tool knows; any other column is free, and its name may be used as a key of an activity."""

Found = tuple[Roadmap | None, list[Finding]]


def read_roadmap(tree: Tree) -> Found:
    """The typed roadmap, with what is wrong in it. What could not be read is left out; None where too much is."""
    try:
        roadmap = Roadmap.model_validate(tree.root)
        findings: list[Finding] = []
    except ValidationError as error:
        roadmap, findings = _without_mistakes(error, tree)
    if roadmap is None:
        return None, findings
    findings += _unknown_columns(roadmap, tree)
    findings += _unknown_extras(roadmap, tree)
    return roadmap, findings


def _without_mistakes(error: ValidationError, tree: Tree) -> Found:
    """Say each mistake, then read what is left, so that mistakes of other kinds are told in the same run."""
    findings: list[Finding] = []
    data = tree.root
    for _ in range(3):
        data = copy.deepcopy(data)
        mistakes = error.errors(include_input=False, include_url=False, include_context=False)
        for mistake in mistakes:
            path = _path(mistake["loc"], tree)
            findings.append(_finding(mistake["type"], path, tree))
        if any(mistake["type"] == "missing" for mistake in mistakes):
            return None, findings
        for mistake in sorted(mistakes, key=lambda m: _sortable(m["loc"]), reverse=True):
            _remove(data, _path(mistake["loc"], tree))
        try:
            return Roadmap.model_validate(data), findings
        except ValidationError as next_error:
            error = next_error
    return None, findings


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
            data[path[-1]] = ""  # an index is a place in the file: the ones behind it must not move
        else:
            del data[path[-1]]
    except (KeyError, IndexError, TypeError):
        return


def _value(tree: Tree, path: Path) -> Any:
    value = tree.root
    for step in path:
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            return None
    return value


def _finding(kind: str, path: Path, tree: Tree) -> Finding:
    if kind == "extra_forbidden":
        return unknown_key(tree, path, _keys_at(path))
    if kind == "missing":
        key = spoken(str(path[-1]), tree.language)
        return Finding("missing-key", "error", tree.span(path[:-1]), {"key": key})
    value = _value(tree, path)
    key = _key_of(path, tree)
    if kind == "string_type" and isinstance(value, dict) and len(value) == 1 and isinstance(path[-1], int):
        name, rest = next(iter(value.items()))
        ready = f'- "{name}: {rest}"' if isinstance(rest, str) else ""
        return Finding("colon-in-item", "error", tree.span(path), {"key": key, "ready": ready})
    code = {"string_type": "text-expected", "tuple_type": "list-expected"}.get(kind, "mapping-expected")
    return Finding(code, "error", tree.key_span(path), {"key": key})


def _key_of(path: Path, tree: Tree) -> str:
    for step in reversed(path):
        if isinstance(step, str):
            return spoken(step, tree.language)
    return ""


def unknown_key(tree: Tree, path: Path, known: list[str]) -> Finding:
    """A key that is not a word of this place, with the near one."""
    typed = str(path[-1])
    names = {spoken(name, tree.language): name for name in known}
    guess = near(typed, names)
    if guess:
        tree.left_empty.add((*path[:-1], names[guess]))  # what was meant is not missing besides
    return Finding("unknown-key", "error", tree.key_span(path), {"key": typed, "near": guess or ""})


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


def inner_model(annotation: Any) -> type[BaseModel] | None:
    """The model inside an annotation like ``tuple[Activity, ...]``."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for argument in getattr(annotation, "__args__", ()):
        found = inner_model(argument)
        if found is not None:
            return found
    return None


def _unknown_columns(roadmap: Roadmap, tree: Tree) -> list[Finding]:
    """A column that nobody fills and that is called almost like a known one."""
    findings = []
    free = [role for role in roadmap.table.columns if role not in ROLES]
    if not free:
        return []
    used = {key for _, entry in entries(roadmap) for key in (entry.model_extra or ())}
    for role in free:
        guess = near(role, [spoken(name, tree.language) for name in ROLES])
        if guess and role not in used:
            span = tree.key_span(("table", "columns", role))
            findings.append(Finding("unknown-column", "error", span, {"key": role, "near": guess}))
    return findings


def _unknown_extras(roadmap: Roadmap, tree: Tree) -> list[Finding]:
    findings = []
    free = [role for role in roadmap.table.columns if role not in ROLES]
    for path, entry in entries(roadmap):
        for key, value in (entry.model_extra or {}).items():
            if key not in free:
                known = [name for name in type(entry).model_fields if name != "text"]
                findings.append(unknown_key(tree, (*path, key), known + free))
            elif not isinstance(value, str):
                findings.append(Finding("text-expected", "error", tree.key_span((*path, key)), {"key": key}))
        if not isinstance(entry.deadline, (str, dict, type(None))):
            key = spoken("deadline", tree.language)
            findings.append(Finding("text-expected", "error", tree.key_span((*path, "deadline")), {"key": key}))
    return findings


def entries(roadmap: Roadmap) -> list[tuple[Path, Entry]]:
    """Every stage, activity and item with its path, in the order of the document."""
    found: list[tuple[Path, Entry]] = []

    def visit(entry: Entry, path: Path) -> None:
        found.append((path, entry))
        for key in ("items", "activities"):
            for index, inner in enumerate(getattr(entry, key, ())):
                visit(inner, (*path, key, index))

    for key, group in (("activities", roadmap.activities), ("stages", roadmap.stages)):
        for index, entry in enumerate(group):
            visit(entry, (key, index))
    return found


__all__ = ["ROLES", "Activity", "Roadmap", "Stage", "entries", "read_roadmap", "unknown_key"]
