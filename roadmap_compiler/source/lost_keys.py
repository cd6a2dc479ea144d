"""What a line of text below a field was: the text of the next one, whose name and colon are lost, one more person."""

from __future__ import annotations

import re

from roadmap_compiler.near import folded
from roadmap_compiler.source import second_field
from roadmap_compiler.source.lone_lines import PERSON
from roadmap_compiler.source.scene import Scene

_SEPARATOR = re.compile(r"\s*[,;]\s*|\s+(?:и|and)\s+")
_DEADLINE = re.compile(r"(?:до|с|к|не позднее|until|from|by)? ?\d|(?:еже|в течение|январ|феврал|март|апрел|ма[йя]|июн"
                       r"|июл|август|сентябр|октябр|ноябр|декабр|постоянно"
                       r"|(?:за|через) \w+ (?:дн|недел|месяц)|в день |по мере )", re.IGNORECASE)
_ID = re.compile(r"[^\W\d_]{1,4}\d+$")


def lost_key(scene: Scene, before: int, number: int) -> tuple[str, bool]:
    """The key, as the file writes it, of the field that other entries have behind the one above and this one lacks,
    where a line may be its text; and whether the text says so itself. "" where there is none."""
    line, above = scene.line(number), scene.line(before)
    if line.indent != above.start or not above.key:
        return "", False
    behind = {_key_behind(scene, row) for row in _nearest(scene, before, folded(above.key))} - {""}
    if len(behind) != 1:
        return "", False
    key = behind.pop()
    word, text = scene.word(key), line.text[line.indent:line.end]
    if (word or folded(key)) in second_field.words_beside(scene, number):
        return "", False
    is_sure = {"responsible": names_people(scene, text), "deadline": bool(_DEADLINE.match(text)),
               "id": bool(_ID.match(text))}.get(word, False)
    is_exact = word in scene.vocabulary.exact
    return (key, is_sure) if is_sure or not is_exact or not text[:1].islower() else ("", False)


def _nearest(scene: Scene, number: int, key: str) -> list[int]:
    """The nearest lines above and below that are the same field as deep in the file."""
    start = scene.line(number).start
    ways = range(number - 1, -1, -1), range(number + 1, len(scene.draft.lines))
    found = (next((row for row in way if scene.line(row).start == start and folded(scene.line(row).key) == key), -1)
             for way in ways)
    return [row for row in found if row >= 0 and scene.owner(row) == scene.owner(number)]


def _key_behind(scene: Scene, number: int) -> str:
    """The field that follows a line in its entry, where it has a text; "" where none does."""
    after = scene.following(number)
    line = scene.line(after)
    is_beside = after >= 0 and line.dash < 0 and line.start == scene.line(number).start
    return line.key if is_beside and line.content else ""


def names_people(scene: Scene, text: str) -> bool:
    """Whether a text is nothing but people: their short names, or how they are called."""
    keys = {folded(scene.line(row).key) for row in range(len(scene.draft.lines)) if scene.owner(row) == "people"}
    parts = [part for part in _SEPARATOR.split(text) if part]
    return bool(parts) and all(folded(part) in keys or PERSON.match(part) for part in parts)
