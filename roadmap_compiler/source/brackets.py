"""Slips inside lists and fields in brackets: a comma or a closing bracket too many, no comma between two values."""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmap_compiler.findings import Fix
from roadmap_compiler.source.lines import value_end
from roadmap_compiler.source.scene import Guess, Scene

_NEXT_FIELD = re.compile(r",\s*([^\W\d_][\w ]*):(?=\s)")
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
    is_last = sign in ("]", "}", ",") and not text[at:end].strip("]}, ")
    is_behind_the_end = is_last and "expected ','" not in stumble.problem and _closed_before(scene, number, at)
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


def value_in_the_way(scene: Scene, number: int) -> Iterator[Guess]:
    """«мероприятия: []» above its items, «ответственный: - белова»: what stands behind the colon is no value."""
    line = scene.line(number)
    word = scene.word(line.key)
    after = scene.following(number)
    is_empty = line.content in ("[]", "{}") and after >= 0 and (
        scene.line(after).indent > line.start or scene.line(after).dash >= line.start)
    is_item = line.content.startswith("- ") and word in scene.vocabulary.exact
    if not word or not is_empty and not is_item:
        return
    last = line.end if is_empty else line.value + 2
    start = line.colon + 1 if is_empty else line.value
    ready = f"{line.key}:" if is_empty else f"{line.key}: {line.content[2:].strip()}"
    fix = Fix(ready, (scene.edit(number, start, last, ""),), safe=False)
    draft = scene.draft.replaced(number, line.value, " " * (last - line.value))
    sign = line.text[line.value:last].strip()
    yield scene.guess(2, "stray-sign", number, line.value, last, draft, {"sign": sign, "ready": ready}, (fix,))


def not_opened(scene: Scene, number: int) -> Iterator[Guess]:
    """«- название: Линейка, срок: май}»: fields whose first brace is lost."""
    line = scene.line(number)
    text = line.text[line.start:line.end]
    fields = [match.group(1) for match in _NEXT_FIELD.finditer(text) if scene.word(match.group(1))]
    if not text.endswith("}") or text.count("{") != text.count("}") - 1 or line.content[:1] in ("[", "{"):
        return
    if not scene.word(line.key) or not fields:
        return
    draft = scene.draft.put_in(number, line.start, "{")
    fix = Fix("{" + text, (scene.edit(number, line.start, line.start, "{"),), safe=False)
    params = {"sign": "}", "opening": "{", "ready": ("- " if line.dash >= 0 else "") + "{" + text}
    yield scene.guess(0, "bracket-not-opened", number, line.end - 1, line.end, draft, params, (fix,))


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
