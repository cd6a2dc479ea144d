"""Lines that should hang on a field above them: the field was left out, or they do not stand to the right of it."""

from __future__ import annotations

from collections.abc import Iterator

from roadmap_compiler.findings import Fix
from roadmap_compiler.source import indents
from roadmap_compiler.source.draft import Draft
from roadmap_compiler.source.lines import Line
from roadmap_compiler.source.scene import Guess, Scalar, Scene

_STEP = 2
_OF_A_PERSON = frozenset({"title", "name", "position", "role", "members"})
"""The fields of somebody whose entry among the people has more than a text."""


def list_without_field(scene: Scene, number: int) -> Iterator[Guess]:
    """«- название: Основной», and deeper «- название: Встречи»: the line «мероприятия:» between them is missing."""
    line, before = scene.line(number), scene.previous(number)
    if line.dash < 0 or before < 0:
        return
    above = scene.line(before)
    if scene.word(line.key) != "title" and not _may_be_item(scene, number, above):
        return
    owner = owner_at(scene, above.dash if above.dash >= 0 else above.start, before)
    if not above.content:
        return
    is_plain = bool(above.key) and above.content[:1] not in "|>[{" and _is_whole(above.content)
    if is_plain and scene.word(owner) in scene.vocabulary.items and line.dash > above.start:
        last = scene.end_of_block(number, line.dash + 1)
        inner = {scene.word(scene.line(row).key) for row in range(number, last + 1)}
        is_nested = bool(inner & scene.vocabulary.items)
        name = "activities" if scene.word(owner) == "stages" or is_nested else "items"
        field = scene.form(name, line.key or above.key) + ":"
        rest = len(above.text) - above.start
        # its title gives its place to the field: a draft has as many lines as the file
        draft = scene.draft.taken_out(before, above.start, rest).put_in(before, above.start, field).spoiling(before)
        yield _told(scene, number, above.start, field, draft)


def _may_be_item(scene: Scene, number: int, above: Line) -> bool:
    """Whether a text, or another field of an item, stands behind a hyphen below a field that holds no list."""
    line = scene.line(number)
    word = scene.word(above.key)
    is_one = not line.key if not scene.word(line.key) else scene.word(line.key) in scene.vocabulary.fields("activities")
    return is_one and bool(word) and word not in scene.vocabulary.lists and line.dash > above.start


def _is_whole(text: str) -> bool:
    """Whether a text stands in no quotes, or in such that are closed on its line."""
    return text[:1] not in ("'", '"') or len(text) > 1 and text[-1] == text[0]


def _told(scene: Scene, number: int, column: int, field: str, draft: Draft) -> Guess:
    line = scene.line(number)
    fix = Fix(field, (scene.edit(number, 0, 0, " " * column + field + "\n"),), safe=False)
    params = {"key": field[:-1], "ready": field}
    return scene.guess(2, "missing-key", number, line.dash, line.end, draft, params, (fix,))


def owner_at(scene: Scene, column: int, number: int) -> str:
    """The key on which the line hangs that stands at a column."""
    before = scene.previous(number)
    while before >= 0:
        line = scene.line(before)
        is_above = line.start < column or line.start == column and scene.line(number).dash >= 0
        if line.key and not line.content and is_above:
            return line.key
        before = scene.previous(before)
    return ""


def beside_their_field(scene: Scene) -> Iterator[Guess]:
    """«люди:» or «период:» and, not to the right of it, what belongs to it."""
    for keys in scene.mappings:
        yield from _stage_among_activities(scene, keys)
        for at, key in enumerate(keys[:-1]):
            line = scene.line(key.line)
            if line.content or scene.following(key.line) != keys[at + 1].line:
                continue
            rows = _strayed(scene, keys[0], scene.word(key.value), keys[at + 1:])
            if rows:
                yield moved_to(scene, rows[0], rows[-1], line.start + _STEP)
                return


def _stage_among_activities(scene: Scene, keys: list[Scalar]) -> Iterator[Guess]:
    """«- название: Основной» and «мероприятия:», as far right as the activities above and below."""
    first, last = scene.line(keys[0].line), scene.line(keys[-1].line)
    after = scene.following(keys[-1].line)
    if scene.word(last.key) != "activities" or last.content or after < 0 or first.dash != scene.line(after).dash \
            or scene.word(owner_at(scene, first.dash, keys[0].line)) != "activities":
        return
    above = keys[0].line
    while above >= 0 and (scene.line(above).dash < 0 or scene.line(above).dash >= first.dash):
        above = scene.previous(above)
    if above >= 0 and scene.word(owner_at(scene, scene.line(above).dash, above)) == "stages":
        yield moved_to(scene, keys[0].line, keys[-1].line, scene.line(above).dash)


def _strayed(scene: Scene, first: Scalar, owner: str, keys: list[Scalar]) -> list[int]:
    """The first and the last line of the fields that belong to an empty one, and not to what holds it."""
    above = scene.previous(first.line)
    while above >= 0 and scene.line(above).start >= first.column:
        above = scene.previous(above)
    holder = scene.word(scene.line(above).key) if above >= 0 else ""
    if holder == "people" and not owner:
        return _fields_of_a_person(scene, first.column, keys)
    here = scene.vocabulary.fields(holder)
    is_own = owner in scene.vocabulary.own_keys
    inside = scene.vocabulary.fields(owner)
    if not here or not is_own and not inside:
        return []
    rows: list[int] = []
    for key in keys:
        word = scene.word(key.value)
        if word in here or not (word in inside or is_own and not word):
            break
        rows = [*rows[:1], key.line, scene.end_of_block(key.line, first.column + 1)]
    return rows


def _fields_of_a_person(scene: Scene, column: int, keys: list[Scalar]) -> list[int]:
    """«штаб:», and not to the right of it «название:» and «состав:»: the first and the last line of them."""
    rows: list[int] = []
    for key in keys:
        if scene.word(key.value) not in _OF_A_PERSON:
            break
        rows = [*rows[:1], key.line, scene.end_of_block(key.line, column + 1)]
    return rows


def moved_to(scene: Scene, first: int, last: int, column: int) -> Guess:
    """The lines from one to another, the first of which is to stand at a column."""
    return indents.moved_lines(scene, first, last, column - scene.line(first).indent, 2)
