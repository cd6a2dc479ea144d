"""Fields that lost their indent and stand where they have no meaning, with what hangs on them."""

from __future__ import annotations

from collections.abc import Iterator

from roadmap_compiler.near import near
from roadmap_compiler.source import indents, marks
from roadmap_compiler.source.scene import Guess, Scene

_SURE, _LIKELY = 2, 3


def strayed_above(scene: Scene, number: int) -> Iterator[Guess]:
    """The nearest field above a line that stands to the left of it and has no meaning there: the parser stumbles over
    what follows, further right."""
    row, here = scene.previous(number), scene.line(number)
    while row >= 0:
        line = scene.line(row)
        if line.dash < 0 and line.indent < here.indent + (here.dash >= 0):
            break
        row = scene.previous(row)
    if row >= 0:
        yield from _moved_back(scene, row)


def strayed_fields(scene: Scene) -> Iterator[Guess]:
    """The same at the left edge of a file that the parser reads on."""
    for row in range(len(scene.draft.lines)):
        line = scene.line(row)
        if line.start == 0 and line.key and row not in scene.covered and not marks.has_odd_indent(line.text):
            yield from _moved_back(scene, row)


def _moved_back(scene: Scene, row: int) -> Iterator[Guess]:
    """The guesses that a field belongs to what stands above it, at a column where it has a meaning."""
    line = scene.line(row)
    word = scene.word(line.key)
    is_lost_list = word == "activities" and line.start == 0 and _stage_without_activities(scene, row) >= 0
    if line.dash >= 0 or not line.key or line.start and not word or word and not is_lost_list \
            and indents.may_stand(scene, row, line.start, word):
        return
    columns = indents.columns_above(scene, row, is_item=False)
    if is_lost_list:
        columns = [_stage_without_activities(scene, row)]
    elif not word:
        if near(line.key, scene.vocabulary.words):
            return
        columns = _among_own_keys(scene, row)
    for target in columns:
        if word and _stands_there(scene, row, target, word):
            return  # it is another's
        if target > line.start and (not word or indents.may_stand(scene, row, target, word)):
            yield indents.moved(scene, row, target, _SURE if word else _LIKELY)


def _stands_there(scene: Scene, row: int, column: int, word: str) -> bool:
    """Whether a field of this name stands above a line at a column, in the same item or field."""
    above = scene.previous(row)
    while above >= 0 and scene.line(above).start >= column:
        line = scene.line(above)
        if line.start == column and scene.word(line.key) == word:
            return True
        if line.start == column and line.dash >= 0:
            break
        above = scene.previous(above)
    return False


def _among_own_keys(scene: Scene, row: int) -> list[int]:
    """The column of the people (events, columns) above a line; of those below it where it is the first."""
    before, after = scene.previous(row), scene.following(row)
    own = scene.vocabulary.own_keys | {"columns"}
    if before >= 0 and not scene.line(before).content and scene.word(scene.line(before).key) in own:
        right = after >= 0 and scene.line(after).indent > scene.line(before).start and bool(scene.line(row).content)
        return [scene.line(after).indent if right else scene.line(before).start + 2]
    limit = 10_000
    while before >= 0:
        line = scene.line(before)
        if line.start < limit:
            if line.dash < 0 and scene.owner(before) in own:
                return [line.start]
            limit = line.start
        if limit == 0:
            break  # nothing stands left of that
        before = scene.previous(before)
    return []


def _stage_without_activities(scene: Scene, row: int) -> int:
    """The column of the fields of the stage above, where it is one without activities; else -1."""
    above = scene.previous(row)
    while above >= 0:
        line = scene.line(above)
        if scene.word(line.key) in ("activities", "stages"):
            return -1
        if line.dash >= 0 and scene.owner(above) == "stages":
            return line.start
        above = scene.previous(above)
    return -1
