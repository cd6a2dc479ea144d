"""Slips inside lists and fields in brackets: a comma or a closing bracket too many, no comma between two values."""

from __future__ import annotations

from collections.abc import Iterator

from roadmap_compiler.findings import Fix
from roadmap_compiler.source.lines import value_end
from roadmap_compiler.source.scene import Guess, Scene

_SHOWN = 30
"""Characters of a value by which it is told."""


def stray_sign(scene: Scene, number: int) -> Iterator[Guess]:
    """«[1 класс,, 2 класс]», «[белова, ким]]», «"май",»: a sign that nothing needs."""
    stumble = scene.stumble
    if stumble is None or stumble.line != number:
        return
    text, at = scene.draft.lines[number], stumble.column
    sign, end = text[at:at + 1], value_end(text, 0)
    is_double_comma = sign == "," and "node content" in stumble.problem and bool(scene.open_brackets)
    is_behind_the_end = sign in ("]", "}", ",") and not text[at:end].strip("]}, ") and _closed_before(scene, number, at)
    if not is_double_comma and not is_behind_the_end:
        return
    last = at + 1 if is_double_comma else end
    if is_double_comma and text[at - 1] in "[{":
        last += len(text[last:]) - len(text[last:].lstrip())
    line = scene.line(number)
    ready = (text[line.start:at] + text[last:end]).strip()
    fixes = (Fix(ready, (scene.edit(number, at, last, ""),), safe=sign == ","),)
    draft = scene.draft.taken_out(number, at, last - at)
    params = {"sign": text[at:last], "ready": ready}
    yield scene.guess(0, "stray-sign", number, at, last, draft, params, fixes)


def _closed_before(scene: Scene, number: int, at: int) -> bool:
    """Whether a value in brackets or quotes ends before a column, or the line holds nothing else."""
    line = scene.line(number)
    before = line.text[line.value:at].rstrip() if line.colon >= 0 else line.text[line.start:at].rstrip()
    if not before:
        return line.colon < 0
    return before[:1] + before[-1:] in ("[]", "{}") or len(before) > 1 and before[:1] == before[-1:] in ('"', "'")


def comma_between(scene: Scene, number: int) -> Iterator[Guess]:
    """«["белова" "ким"]», or fields in braces line by line without the comma between them."""
    stumble = scene.stumble
    if stumble is None or stumble.line != number or "expected ','" not in stumble.problem or not scene.open_brackets:
        return
    row, column = scene.open_brackets[-1]
    text, at = scene.draft.lines[number], stumble.column
    above = number if text[:at].strip() else scene.previous(number)
    if above < 0:
        return
    line_above = scene.draft.lines[above]
    before = text[:at].rstrip() if above == number else line_above[:value_end(line_above, 0)]
    if text[at:at + 1] not in ("[", "{", '"', "'") or before[-1:] not in ("]", "}", '"', "'"):
        return
    is_field = above != number and scene.line(number).colon >= 0
    if above != number and is_field != (scene.draft.lines[row][column] == "{"):
        return
    end = len(before)
    draft = scene.draft.put_in(above, end, ",")
    rest = text[at:value_end(text, at)]
    key = rest if len(rest) <= _SHOWN else rest[:_SHOWN].rstrip() + "…"
    fix = Fix(f", {key}", (scene.edit(above, end, end, ","),), safe=False)
    yield scene.guess(1, "comma-lost", above, end - 1, end, draft, {"key": key}, (fix,))
