"""Titles of stages and activities that stand as bare texts above their lists: «название:» and the field of the list
were left out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmap_compiler.findings import Fix
from roadmap_compiler.source import hanging
from roadmap_compiler.source.scene import Guess, Scene

_STAGE = re.compile(r"[IVXІХ]+[.)]?\s+\S|.*\b(?:этап|раздел|направлени|блок|модул|часть\b)", re.IGNORECASE)
"""How people begin or call the title of a stage."""
_WORD = re.compile(r"[^\W\d_]{4,}")
_STEM = 5


def item_above_list(scene: Scene, number: int) -> Iterator[Guess]:
    """«- Заключительный этап», and deeper «- название: Концерт»."""
    line, before = scene.line(number), scene.previous(number)
    if line.dash < 0 or before < 0 or scene.word(line.key) != "title":
        return
    above = scene.line(before)
    if above.dash < 0 or above.key or not above.content or above.content[:1] in "[{|>\"'" or line.dash < above.start:
        return
    owner = scene.word(hanging.owner_at(scene, above.dash, before))
    if owner in scene.vocabulary.items:
        yield _told(scene, before, above.dash, "activities" if owner == "stages" else "items", line.key)


def heading_above_list(scene: Scene, number: int) -> Iterator[Guess]:
    """«Заключительный этап» on a line of its own between two activities."""
    line, before, after = scene.line(number), scene.previous(number), scene.following(number)
    text = line.text.strip()
    if line.key or line.dash >= 0 or line.is_blank or before < 0 or after < 0 or not text[:1].isupper():
        return
    below = scene.line(after)
    if below.dash <= line.indent or scene.word(below.key) != "title":
        return
    if not scene.line(before).content:
        dash = _dash_of_stages(scene, before, after)
        if 0 <= dash <= below.dash - 2:
            yield _told(scene, number, dash, "activities", below.key)
        return
    if scene.word(hanging.owner_at(scene, below.dash, after)) != "activities":
        return
    stages = [row for row in range(number) if scene.line(row).dash >= 0 and scene.line(row).dash < below.dash
              and scene.owner(row) == "stages"]
    if stages and scene.line(before).start > scene.line(stages[-1]).start and _is_stage(scene, text, stages):
        yield _told(scene, number, scene.line(stages[-1]).dash, "activities", below.key)


def _dash_of_stages(scene: Scene, field: int, first: int) -> int:
    """Where the stages under «этапы:» begin, as the first of them after a line says; -1 under another field."""
    above = scene.line(field)
    if scene.word(above.key) != "stages" or above.dash >= 0:
        return -1
    row = scene.following(first)
    while row >= 0 and scene.line(row).start > above.start:
        if 0 <= scene.line(row).dash < scene.line(first).dash:
            return scene.line(row).dash
        row = scene.following(row)
    return above.start + 2


def _is_stage(scene: Scene, text: str, stages: list[int]) -> bool:
    """Whether a text is like the title of a stage: it says so, or has a word of the title of another."""
    others = {word[:_STEM].lower() for row in stages for word in _WORD.findall(scene.line(row).content)}
    return bool(_STAGE.match(text)) or any(word[:_STEM].lower() in others for word in _WORD.findall(text))


def _told(scene: Scene, number: int, dash: int, name: str, title_key: str) -> Guess:
    """The text on a line becomes a title, and the field of the list follows below it."""
    line = scene.line(number)
    text = line.text[line.start:line.end]
    field = scene.form(name, title_key) + ":"
    ready = f"- {scene.form('title', title_key)}: {text}"
    written = " " * dash + ready + "\n" + " " * (dash + 2) + field
    fix = Fix(f"{ready} ↵ {field}", (scene.edit(number, 0, line.end, written),), safe=False)
    # the field takes the place of the title: a draft has as many lines as the file
    draft = scene.draft.taken_out(number, 0, len(line.text)).put_in(number, 0, " " * dash + f"- {field}")
    params = {"key": field[:-1], "ready": ready, "below": field}
    return scene.guess(1, "list-below-text", number, line.start, line.end, draft.spoiling(number), params, (fix,))
