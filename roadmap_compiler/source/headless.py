"""A field whose line was left out: what hung on it stands under the field above, or under a text.

What it holds says which field it was: «гриф» stands in approvals, «номер» and «срок» with headings in columns, names
with a text after them are people.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise, takewhile

from roadmap_compiler.findings import Fix
from roadmap_compiler.source.scene import Guess, Scene

_TOP = -1
"""The place of the file itself, which holds its own fields."""


def field_left_out(scene: Scene) -> Iterator[Guess]:
    """«люди:», «таблица:», «столбцы:» or another field that is missing above its own lines."""
    rows = _rows(scene)
    roots = [row for row in rows if scene.line(row).indent == 0 and scene.line(row).dash < 0]
    present = {scene.word(scene.line(row).key) for row in roots}
    places = [bisect_left(rows, root) for root in roots]
    for root, (start, end) in zip(roots, pairwise([*places, len(rows)]), strict=True):
        if not scene.word(scene.line(root).key) and not scene.line(root).content:
            continue  # a misspelt field: it is told, and what it holds is its own
        body = rows[start + 1:end]
        found = _among(scene, _TOP, root, body, present) or _inside(scene, root, body)
        if found is not None:
            yield _told(scene, *found)
            return


def _inside(scene: Scene, root: int, body: list[int]) -> tuple[str, list[int]] | None:
    """The same within a field of the file, as «столбцы» in a table."""
    if not body or scene.line(root).content or scene.line(body[0]).dash >= 0:
        return None
    level = scene.line(body[0]).indent
    present = {scene.word(scene.line(row).key) for row in body if scene.line(row).indent == level}
    return _among(scene, root, root, body, present)


def _rows(scene: Scene) -> list[int]:
    """The lines with content that stand in no block text and in no quotes of an earlier line."""
    inside = {row for scalar in scene.scalars if scalar.style
              for row in range(scalar.line + 1, scalar.end_line + (1 if scalar.end_column else 0))}
    return [row for row in range(len(scene.draft.lines)) if row not in inside and not scene.line(row).is_blank]


def _among(scene: Scene, holder: int, root: int, body: list[int], present: set[str]) -> tuple[str, list[int]] | None:
    """The field of ``holder`` that is missing, and the lines of what it holds."""
    of_holder = scene.vocabulary.fields("" if holder == _TOP else scene.word(scene.line(holder).key))
    missing = [name for name in sorted(of_holder - present)
               if name in scene.vocabulary.nested or scene.vocabulary.fields(name)]
    owner = scene.word(scene.line(root).key)
    for at in range(len(body)):
        names = [name for name in missing if _may_stand_in(scene, name, body[at], owner)]
        if names and _may_begin(scene, holder, root, body, at):
            rows = body[at:] if holder == _TOP else _as_deep(scene, body[at:])
            for name in names:
                if _hangs_on(scene, name, root, rows):
                    return name, rows
    return None


def _as_deep(scene: Scene, rows: list[int]) -> list[int]:
    """The first of these lines, and those behind it that stand as far right."""
    indent = scene.line(rows[0]).indent
    return list(takewhile(lambda row: scene.line(row).indent >= indent, rows))


def _may_begin(scene: Scene, holder: int, root: int, body: list[int], at: int) -> bool:
    """Whether other lines may begin here than those of the field above."""
    line = scene.line(body[at])
    if at == 0:
        return holder != _TOP or bool(scene.line(root).key and scene.line(root).content)
    above = scene.line(body[at - 1])
    takes = scene.word(above.key) in scene.vocabulary.nested or line.indent >= above.start
    if above.key and not above.content and takes:
        return False  # it hangs on that field
    if holder != _TOP and line.indent > scene.line(body[0]).indent:
        return above.indent < line.indent and bool(above.key and above.content)
    return line.indent <= scene.line(body[0]).indent


def _hangs_on(scene: Scene, name: str, root: int, rows: list[int]) -> bool:
    """Whether these lines, the last of a field of the file, are what another field holds and not this one."""
    first, owner = scene.line(rows[0]), scene.word(scene.line(root).key)
    if any(scene.line(row).indent < first.indent for row in rows):
        return False
    if any((scene.line(row).dash >= 0) != (first.dash >= 0) for row in rows if scene.line(row).indent == first.indent):
        return False
    beside = [scene.line(row) for row in rows if scene.line(row).start == first.start]
    keys = {scene.word(line.key) for line in beside}
    if name in scene.vocabulary.own_keys:
        is_named = all(line.key[:1].isalpha() for line in beside) and any(line.content for line in beside)
        return keys == {""} and is_named
    if name in scene.vocabulary.items:
        holds_activities = any(scene.word(scene.line(row).key) == "activities" for row in rows)
        if "title" not in keys or holds_activities != (name == "stages"):
            return False
    if name in scene.vocabulary.items or name == "columns":
        keys -= {""}  # columns of the author's own
    elif "title" in keys if first.dash >= 0 else len(beside) < 2 and not keys & scene.vocabulary.nested:
        return False
    return "" not in keys and keys <= scene.vocabulary.fields(name) and not keys <= scene.vocabulary.fields(owner)


def _may_stand_in(scene: Scene, name: str, row: int, owner: str) -> bool:
    """The same as far as one line can tell: without a look at all the others of a long file."""
    line = scene.line(row)
    word = scene.word(line.key)
    if name in scene.vocabulary.own_keys:
        return line.dash < 0 and not word and owner not in scene.vocabulary.own_keys
    if (line.dash >= 0) != (name in scene.vocabulary.lists):
        return False
    if name in scene.vocabulary.items:
        return owner not in scene.vocabulary.items
    return word in scene.vocabulary.fields(name) or not word and name == "columns"


def _told(scene: Scene, name: str, rows: list[int]) -> Guess:
    first = rows[0]
    line, above = scene.line(first), scene.draft.lines[first - 1]
    field = scene.form(name, line.key) + ":"
    indent = 0 if scene.vocabulary.fields("") >= {name} else max(0, line.indent - 2)
    if not above.strip() or above.lstrip().startswith("#"):
        draft = scene.draft.taken_out(first - 1, 0, len(above)).put_in(first - 1, 0, " " * indent + field)
    else:
        draft = scene.draft.silenced(first, rows[-1])  # a draft has as many lines as the file
    fix = Fix(field, (scene.edit(first, 0, 0, " " * indent + field + "\n"),), safe=False)
    return scene.guess(0, "missing-key", first, line.indent, line.end, draft.spoiling(first - 1),
                       {"key": field[:-1], "ready": field}, (fix,))
