"""A field of the file itself whose line was left out: what hung on it stands under the field above, or under a text.

What it holds says which field it was: «гриф» stands in approvals, «столбцы» in a table, names with a text after them
are people.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from roadmap_compiler.findings import Fix
from roadmap_compiler.source.scene import Guess, Scene


def field_left_out(scene: Scene) -> Iterator[Guess]:
    """«люди:», «таблица:» or another field of the file that is missing above its own lines."""
    rows = _rows(scene)
    roots = [row for row in rows if scene.line(row).indent == 0 and scene.line(row).dash < 0]
    present = {scene.word(scene.line(row).key) for row in roots}
    missing = [name for name in sorted(scene.vocabulary.fields("") - present)
               if name in scene.vocabulary.nested or scene.vocabulary.fields(name)]
    for root, end in pairwise([*roots, len(scene.draft.lines)]):
        body = [row for row in rows if root < row < end]
        for at, row in enumerate(body):
            if not (_has_text(scene, root) if at == 0 else _is_apart(scene, row)):
                continue
            name = next((one for one in missing if _hangs_on(scene, one, root, body[at:])), "")
            if name:
                yield _told(scene, name, row, body[-1])
                return


def _rows(scene: Scene) -> list[int]:
    """The lines with content that stand in no block text and in no quotes of an earlier line."""
    inside = {row for scalar in scene.scalars if scalar.style
              for row in range(scalar.line + 1, scalar.end_line + (1 if scalar.end_column else 0))}
    return [row for row in range(len(scene.draft.lines)) if row not in inside and not scene.line(row).is_blank]


def _has_text(scene: Scene, root: int) -> bool:
    """Whether nothing can hang on a field of the file: it has its text, on its own line or below in lines."""
    line = scene.line(root)
    return bool(line.key) and line.content != ""


def _is_apart(scene: Scene, row: int) -> bool:
    """Whether a line stands behind a gap or a remark."""
    above = scene.draft.lines[row - 1].strip()
    return not above or above.startswith("#")


def _hangs_on(scene: Scene, name: str, root: int, rows: list[int]) -> bool:
    """Whether these lines, the last of a part of the file, are what a field holds and not what stands above them."""
    first = scene.line(rows[0])
    heads = [scene.line(row) for row in rows if scene.line(row).indent == first.indent]
    if first.indent == 0 or any(scene.line(row).indent < first.indent for row in rows):
        return False
    if any((head.dash >= 0) != (first.dash >= 0) for head in heads):
        return False
    beside = [scene.line(row) for row in rows if scene.line(row).start == first.start]
    keys = {scene.word(line.key) for line in beside}
    owner = scene.word(scene.line(root).key)
    if name in scene.vocabulary.own_keys:
        is_named = all(line.key and line.content for line in beside)
        return first.dash < 0 and keys == {""} and is_named and owner not in scene.vocabulary.own_keys
    inside = scene.vocabulary.fields(name)
    is_list = name in scene.vocabulary.lists
    if (first.dash >= 0) != is_list or is_list and "title" in keys:
        return False
    return "" not in keys and keys <= inside and not keys <= scene.vocabulary.fields(owner)


def _told(scene: Scene, name: str, first: int, last: int) -> Guess:
    line, above = scene.line(first), scene.draft.lines[first - 1]
    field = scene.vocabulary.form(name, "en" if (line.key or "").isascii() else "ru") + ":"
    if not above.strip() or above.lstrip().startswith("#"):
        draft = scene.draft.taken_out(first - 1, 0, len(above)).put_in(first - 1, 0, field)
    else:
        draft = scene.draft.silenced(first, last)  # a draft has as many lines as the file
    fix = Fix(field, (scene.edit(first, 0, 0, field + "\n"),), safe=False)
    return scene.guess(0, "missing-key", first, line.indent, line.end, draft.spoiling(first - 1),
                       {"key": field[:-1], "ready": field}, (fix,))
