"""Values that begin with a sign which means something else in YAML, and brackets that are not closed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmap_compiler.findings import Fix
from roadmap_compiler.source.lines import quoted_text, value_end
from roadmap_compiler.source.scene import Guess, Scene

_SIGNS = frozenset("@`%&*!|>[]{},?-:")
_CLOSING = {"[": "]", "{": "}"}
_LISTED = re.compile(r"\[([^\[\]\"']+,[^\[\]\"']+)\](\s*\([^\"]*\))")
"""«[белова, ким] (по согласованию)»: a list, and a remark behind it."""
_BLOCK_HEADER = re.compile(r"[|>](?:[+-]?\d?|\d[+-])\s*(?=[^\W\d_])")


def sign_at_start(scene: Scene, number: int) -> Iterator[Guess]:
    """«результат: @школа», «срок: > 5 дней», «название: [проект] встреча»."""
    line = scene.line(number)
    text = line.text
    start = line.value if line.colon >= 0 else line.start
    sign = text[start:start + 1]
    if not sign or sign not in _SIGNS:
        return
    if sign in "-?:" and text[start + 1:start + 2] not in (" ", "", "\t"):
        return
    if sign in "|>" and not text[start + 1:].strip(" +-0123456789"):
        return
    end = value_end(text, start)
    value = text[start:end]
    if sign in "{[" and ":" in value and value[-1:] in "}]":
        return  # fields in braces: whatever is wrong is wrong inside
    # a list or fields with a slip in the brackets, or a block text, would become one text
    may_be_more = sign in "|>" or sign in "[{" and (
        line.colon < 0 or ":" in value or scene.word(line.key) in scene.vocabulary.lists | scene.vocabulary.exact)
    ready, fixes = scene.in_quotes(number, start, end, line.head, safe=not may_be_more)
    if not line.head:  # no value at all: most likely a remark
        ready = "# " + value
        fixes = (Fix(ready, (scene.edit(number, start, start, "# "),), safe=False),)
    listed = _LISTED.fullmatch(value)
    if listed is not None and scene.word(line.key) in scene.vocabulary.lists & scene.vocabulary.exact:
        names = f'"{listed.group(1).strip()}{listed.group(2)}"'  # names are told apart by their commas
        ready = line.head + names
        fixes = (Fix(ready, (scene.edit(number, start, end, names),), safe=False),)
    draft = scene.draft.hidden(number, start, end).spoiling(number)
    header = _BLOCK_HEADER.match(value)
    if header is not None and line.colon >= 0 and scene.word(line.key) not in scene.vocabulary.exact:
        yield _text_on_its_line(scene, number, start + header.end(), end)
        return
    yield scene.guess(3, "sign-at-start", number, start, start + 1, draft, {"sign": sign, "ready": ready}, fixes)


def _text_on_its_line(scene: Scene, number: int, at: int, end: int) -> Guess:
    """«содержание: | Сбор заявок»: what stands in lines begins on the next one; a single line needs no sign. ``at`` is
    where the text begins."""
    line = scene.line(number)
    text = line.text[at:end]
    after = scene.following(number)
    goes_on = after >= 0 and scene.line(after).indent > line.start
    column = scene.line(after).indent if goes_on else line.start + 2
    sign = line.text[line.value:at].rstrip()
    better = sign + "\n" + " " * column + text if goes_on else text
    ready = "" if goes_on else f"{line.key}: {text}"
    fixes = (Fix(ready or f"{line.key}: {sign}", (scene.edit(number, line.value, end, better),), safe=False),)
    draft = scene.draft.put_in(number, at, " #") if goes_on else scene.draft.hidden(number, line.value, end)
    return scene.guess(3, "text-after-block-sign", number, line.value, end, draft.spoiling(number),
                       {"sign": sign, "ready": ready}, fixes)


def key_with_sign(scene: Scene, number: int) -> Iterator[Guess]:
    """A key that begins with such a sign: «@козлова: Козлова Ю.С.»."""
    text = scene.draft.lines[number]
    line = scene.line(number)
    sign = text[line.start:line.start + 1]
    if line.colon >= 0 or sign not in "@`%&*!?" or not sign or ": " not in text:
        return
    end = text.index(": ", line.start)
    draft = scene.draft.hidden(number, line.start, end)
    yield scene.guess(4, "sign-at-start", number, line.start, line.start + 1, draft,
                      {"sign": sign, "ready": f"{quoted_text(text[line.start:end])}: {text[end + 2:].strip()}"})


def open_bracket(scene: Scene) -> Iterator[Guess]:
    """A bracket that opens a list or fields in one line, and is closed nowhere."""
    if not scene.open_brackets or scene.stumble is None:
        return
    number, column = scene.open_brackets[-1]
    text = scene.draft.lines[number]
    closing = _CLOSING.get(text[column:column + 1])
    if closing is None:
        return
    inside = text[column + 1:]
    line = scene.line(number)
    is_list = scene.word(line.key) in scene.vocabulary.lists or line.dash >= 0 and not line.key
    is_inner = len(scene.open_brackets) > 1
    if not is_inner and (closing == "}" and ":" not in inside or closing == "]" and "," not in inside and not is_list):
        return  # a text that begins with a bracket
    outer_number, outer_column = scene.open_brackets[0]
    places = [(number, value_end(text, 0))]
    before = scene.previous(scene.stumble.line)
    if before > number:
        places.append((before, value_end(scene.draft.lines[before], 0)))
    if scene.stumble.line == number and text[scene.stumble.column:scene.stumble.column + 1] in ("]", "}"):
        at = scene.stumble.column
        if len(scene.open_brackets) == 1 and text[at] != closing:  # «[белова, ким}»: closed with the other kind
            draft = scene.draft.replaced(number, at, closing)
            fix = Fix(closing, (scene.edit(number, at, at + 1, closing),), safe=False)
            yield scene.guess(1, "bracket-not-closed", number, column, column + 1, draft,
                              {"sign": text[column], "closing": closing}, (fix,))
        draft = scene.draft.put_in(number, at, closing)
        fix = Fix(closing, (scene.edit(number, at, at, closing),), safe=False)
        yield scene.guess(2, "bracket-not-closed", number, column, column + 1, draft,
                          {"sign": text[column], "closing": closing}, (fix,))
    end = places[0][1]
    if text[:end].endswith(","):  # «{…, имя: ким,» and the next item below: the bracket belongs before the comma
        draft = scene.draft.put_in(number, end - 1, closing)
        fix = Fix(closing, (scene.edit(number, end - 1, end - 1, closing),), safe=False)
        yield scene.guess(2, "bracket-not-closed", number, column, column + 1, draft,
                          {"sign": text[column], "closing": closing}, (fix,))
    for last, end in places:
        closings = "".join(_CLOSING.get(scene.draft.lines[row][col:col + 1], "")
                           for row, col in reversed(scene.open_brackets))
        draft = scene.draft.put_in(last, end, closings)
        fix = Fix(closings, (scene.edit(last, end, end, closings),), safe=False)
        yield scene.guess(2, "bracket-not-closed", outer_number, outer_column, outer_column + 1, draft,
                          {"sign": scene.draft.lines[outer_number][outer_column], "closing": closings}, (fix,))
