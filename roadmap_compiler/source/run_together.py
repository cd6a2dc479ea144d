"""Items that run into one another: the line with the hyphen was left out, stands further down, or is indented too far.

What shows it are fields that come again: nobody writes two of the same in one item.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from roadmap_compiler.findings import Fix
from roadmap_compiler.source import hanging
from roadmap_compiler.source.draft import Draft
from roadmap_compiler.source.scene import Guess, Scalar, Scene

_MOST_ABOVE = 2
"""Fields that may have slipped above the hyphen of their item."""


class _Run(NamedTuple):
    """Fields that come again in an item: the first key of the item, and the keys from the first that is another's. How
    many of those come again; whether a blank line is above them, or the same field."""

    first: Scalar
    keys: list[Scalar]
    twice: int
    is_apart: bool
    is_below_its_like: bool


def items_run_together(scene: Scene) -> Iterator[Guess]:
    """Such items in a text that the parser reads."""
    for keys in scene.mappings:
        run = _run_of(scene, keys)
        if run is not None:
            for find in (_begun_too_far_right, _above_its_hyphen, _begin_left_out):
                for guess in find(scene, run):
                    yield guess
                    return


def _run_of(scene: Scene, keys: list[Scalar]) -> _Run | None:
    first = scene.line(keys[0].line)
    if first.dash < 0 or scene.owner(keys[0].line) not in scene.vocabulary.items | scene.vocabulary.blanks:
        return None
    words = [scene.word(key.value) or key.value for key in keys]
    again = next((at for at, word in enumerate(words) if word in words[:at]), 0)
    if not again:
        return None
    start = next((at for at in range(again, 0, -1) if _begins_apart(scene, keys[at])), 0)
    end = next((at for at in range((start or again) + 1, len(words)) if words[at] in words[start or again:at]),
               len(words))
    if words[0] in words[start or again:end]:
        return None
    run = keys[start or again:end]
    twice = sum(word in words[:again] for word in words[start or again:end])
    return _Run(keys[0], run, twice, start > 0, words[again] == words[again - 1])


def _begins_apart(scene: Scene, key: Scalar) -> bool:
    """Whether a blank line stands above a field, or a title that is indented further."""
    above = scene.line(key.line - 1)
    return not above.text.strip() or above.dash > key.column and scene.word(above.key) == "title"


def _begun_too_far_right(scene: Scene, run: _Run) -> Iterator[Guess]:
    """«- название: Основной этап», indented like an activity, and its fields where they should stand."""
    above, dash = scene.previous(run.keys[0].line), scene.line(run.first.line).dash
    line = scene.line(above)
    if line.dash > dash and scene.word(line.key) == "title" and line.content and above != run.first.line:
        yield hanging.moved_to(scene, above, above, dash)


def _above_its_hyphen(scene: Scene, run: _Run) -> Iterator[Guess]:
    """«срок: май» between two items, and the second has none."""
    number = scene.following(run.keys[-1].line)
    is_needed = any(scene.word(key.value) in scene.vocabulary.needed for key in run.keys)
    is_double = run.is_below_its_like and not run.is_apart and not is_needed or _is_same_line(scene, run)
    if number < 0 or is_double or len(run.keys) > _MOST_ABOVE:
        return
    if scene.line(number).dash != scene.line(run.first.line).dash:
        return
    yield from _moved_below(scene, [key.line for key in run.keys], number)


def _is_same_line(scene: Scene, run: _Run) -> bool:
    """Whether the first field that comes again stands under its like with the same value: a line that stands twice."""
    line = scene.line(run.keys[0].line)
    return run.is_below_its_like and line.content == scene.line(scene.previous(run.keys[0].line)).content


def above_first_item(scene: Scene, number: int) -> Iterator[Guess]:
    """The same above the first item of a list, where the parser stumbles."""
    owner = scene.previous(number)
    if owner < 0 or scene.line(owner).content or scene.word(scene.line(owner).key) not in scene.vocabulary.items:
        return
    rows: list[int] = []
    row = number
    while row >= 0 and scene.line(row).dash < 0 and scene.line(row).key and scene.line(row).content \
            and scene.line(row).indent == scene.line(number).indent:
        rows, row = [*rows, row], scene.following(row)
    if row >= 0 and rows and len(rows) <= _MOST_ABOVE and scene.line(row).start == scene.line(number).indent:
        yield from _moved_below(scene, rows, row)


def _moved_below(scene: Scene, rows: list[int], number: int) -> Iterator[Guess]:
    """These lines belong to the item that begins on a line below them, if it has no such fields."""
    item, line = scene.line(number), scene.line(rows[0])
    if scene.word(item.key) != "title" or item.dash < 0 or line.start != item.start \
            or rows != list(range(rows[0], rows[0] + len(rows))):
        return
    have, row = set(), scene.following(number)
    behind = -1
    while row >= 0 and scene.line(row).indent >= item.start:
        if scene.line(row).indent == item.start:
            behind = row if behind < 0 else behind
            have.add(scene.word(scene.line(row).key) or scene.line(row).key)
        row = scene.following(row)
    if have & {scene.word(scene.line(row).key) or scene.line(row).key for row in rows}:
        return
    behind = behind if behind > 0 else number + 1
    draft = scene.draft.replaced(number, item.dash, " ").replaced(rows[0], item.dash, "-")
    text = "".join(scene.draft.lines[row] + "\n" for row in rows)
    away = scene.edit(rows[0], 0, len(scene.draft.lines[rows[0]]), "")
    span = away.span._replace(end_line=rows[-1] + 2, end_column=1)
    at = scene.draft.span(scene.file, number, 0, 0)
    here = at._replace(line=behind + 1, end_line=behind + 1, column=1, end_column=1)
    below = away._replace(span=here, text=text)
    if behind >= len(scene.draft.lines):
        below = scene.edit(number, item.end, item.end, "\n" + text.rstrip("\n"))
    fix = Fix(line.text.strip(), (away._replace(span=span), below), safe=False)
    params = {"key": line.key, "ready": line.text.strip(), "line": number + 1}
    yield scene.guess(1, "field-above-item", rows[0], line.start, line.end, draft, params, (fix,))


def _begin_left_out(scene: Scene, run: _Run) -> Iterator[Guess]:
    """The fields of an item without its first line, which run on those of the item above."""
    first = scene.line(run.first.line)
    is_list = any(scene.word(key.value) in scene.vocabulary.items for key in run.keys)
    if run.twice > 1 or run.is_apart and not _is_same_line(scene, run) or is_list:
        row = run.keys[0].line
        draft = scene.draft.replaced(row, first.dash, "-").spoiling(row)
        yield _told(scene, row, first.dash, first.key, draft)


def begin_of_first_left_out(scene: Scene, number: int) -> Iterator[Guess]:
    """The same at the head of a list: the parser stumbles over the hyphen of the second item, which begins with a field
    that the first lacks."""
    line, owner = scene.line(number), scene.previous(number)
    if owner < 0 or not line.key or line.dash >= 0 or line.indent < 2 or scene.line(owner).content or \
            scene.word(scene.line(owner).key) not in scene.vocabulary.items | scene.vocabulary.blanks:
        return
    have, row = {scene.word(line.key)}, scene.following(number)
    while row >= 0 and scene.line(row).indent >= line.indent:
        have |= {scene.word(scene.line(row).key)} if scene.line(row).indent == line.indent else set()
        row = scene.following(row)
    second = scene.line(row)
    if row < 0 or second.dash != line.indent - 2 or not scene.word(second.key) or scene.word(second.key) in have:
        return
    draft = scene.draft.replaced(number, line.indent - 2, "-").spoiling(number)
    yield _told(scene, number, line.indent - 2, second.key, draft)


def _told(scene: Scene, number: int, dash: int, key: str, draft: Draft) -> Guess:
    """The line «- название: …» is missing above a line. What stands in it only its author knows, unless it is the one
    kind of approval that no roadmap goes without."""
    line, word = scene.line(number), scene.word(key)
    others = [one.content for row in range(len(scene.draft.lines)) if scene.word((one := scene.line(row)).key) == word]
    value = scene.vocabulary.lost_text(word, others)
    params = {"key": key, "ready": f"- {key}: {value or '…'}"}
    fixes: tuple[Fix, ...] = ()
    if value == scene.vocabulary.lost_text(word, []):  # nothing is known, or it is what no roadmap goes without
        written = f"- {key}: {value}".rstrip()
        fixes = (Fix(written, (scene.edit(number, 0, 0, " " * dash + written + "\n"),), safe=False),)
    return scene.guess(1, "missing-key", number, line.start, line.end, draft, params, fixes)
