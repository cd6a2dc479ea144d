"""Lines of text that are neither fields nor items: torn off from the text above, fallen below their field, or remarks
and headings that nobody wants to print."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from roadmap_compiler.findings import Edit, Fix
from roadmap_compiler.source import colons, lost_keys
from roadmap_compiler.source.draft import Draft
from roadmap_compiler.source.scene import Guess, Scene

_REMARK = re.compile(r"//|/\*|!|стр\. ?\d|[\d\W_]+$")
"""What no text goes on with: a remark as other languages write it, an outcry, the number of a page."""
_CONTINUES = re.compile(r"(?:по|до|[–—-]) ?\d|[,;.)»]")
"""What a text surely goes on with."""
_UNFINISHED = re.compile(r"[,–—(-]$|«[^»]*$|\([^)]*$"
                         r"|(?:^|\s)(?:и|или|а|в|во|на|о|об|с|со|по|для|из|к|от|до|за|при|не|под|над)$")
"""How a text ends that surely goes on."""


def torn_line(scene: Scene, number: int) -> Iterator[Guess]:
    """The rest of a text that a pasted line break has thrown to the left, or a remark."""
    line = scene.line(number)
    before = scene.previous(number)
    if line.is_blank or line.key or line.dash >= 0:
        return
    if before < 0:
        yield from _above_all(scene, number)
        return
    above = scene.line(before)
    sign = above.content[:1]
    if above.colon < 0 and above.dash < 0 or sign and sign in "|>\"'[{" and not _is_whole(above.content):
        return
    text = line.text.strip()
    lacks_colon = any((*colons.dash_for_colon(scene, number), *colons.missing_colon(scene, number),
                       *colons.glued_colon(scene, number)))
    if not sign and not lacks_colon and _is_between(scene, before, number):
        yield _remark(scene, number)._replace(rank=1)
        return
    is_heading = text.isupper() and not above.content.isupper() and " " in text
    is_apart = number - before > 1 and not text[:1].islower() or is_heading
    if sign in ("'", '"') and text[:1].islower() and number == before + 1 and sign not in text:
        yield _into_quotes(scene, before, number)
        return
    is_unfinished = bool(_UNFINISHED.search(above.content))
    goes_on = is_unfinished or bool(_CONTINUES.match(text))
    key, is_sure = ("", False) if is_unfinished or is_apart else lost_keys.lost_key(scene, before, number)
    if key and is_sure:
        yield _with_key(scene, number, key)
        return
    if _REMARK.match(text) or not sign or sign in "\"'[{" or is_apart:
        remark = _remark(scene, number)
        yield _either(_with_key(scene, number, key), remark) if key and text[0] not in "/!" else remark
        return
    is_exact = scene.word(above.key) in scene.vocabulary.exact or \
        bool(above.key) and scene.owner(before) in scene.vocabulary.own_keys | {"columns"}
    if is_exact and not goes_on and not text[:1].islower() and text[:1] not in "[]{}":
        remark = _remark(scene, number)
        yield _either(_with_key(scene, number, key), remark) if key else remark
        return
    rows = _rest_of(scene, number)
    draft = scene.draft.indented(rows[0], rows[-1], max(0, above.start + 2 - line.indent)).spoiling(before, *rows)
    edits, end = [], above.end
    for last, row in pairwise((before, *rows)):
        edits.append(_joined(scene, last, row, end))
        end = scene.line(row).end
    words = " ".join(scene.line(row).text.strip() for row in rows)
    if scene.word(above.key) == "responsible" and above.content[-1:] != "," and lost_keys.names_people(scene, words):
        edits[0], words, goes_on = edits[0]._replace(text=", "), f", {words}", True
    else:
        words = f" {words}"
    ready = f"{'' if above.key else above.head}{above.text[above.start:above.end]}{words}"
    guess = _torn(scene, number, draft, ready, before, Fix(ready, tuple(edits), safe=False))
    if not goes_on and key:
        guess = _either(_with_key(scene, number, key), guess)
    elif not goes_on and (is_exact or not text[:1].islower()):
        guess = _either(guess, _remark(scene, number))
    yield guess


def _either(guess: Guess, other: Guess) -> Guess:
    """A guess that offers the repair of another one, too: nobody knows which is right, and none is made unasked."""
    finding = guess.finding
    return guess._replace(finding=finding._replace(fixes=finding.fixes + other.finding.fixes))


def _with_key(scene: Scene, number: int, key: str) -> Guess:
    """A line as the text of a field whose name and colon are lost."""
    line = scene.line(number)
    ready = f"{key}: {line.text.strip()}"
    draft = scene.draft.put_in(number, line.indent, f"{key}: ").spoiling(number)
    fix = Fix(ready, (scene.edit(number, line.indent, line.indent, f"{key}: "),), safe=False)
    return _torn(scene, number, draft, ready, number, fix)


def _rest_of(scene: Scene, number: int) -> list[int]:
    """A torn line and those right below it that go on with its text."""
    rows, indent = [number], scene.line(number).indent
    for row in range(number + 1, len(scene.draft.lines)):
        line = scene.line(row)
        text = line.text.strip()
        if line.key or line.dash >= 0 or line.is_blank or line.indent != indent or not text[:1].islower():
            break
        rows.append(row)
    return rows


def _into_quotes(scene: Scene, above: int, number: int) -> Guess:
    """The rest of a text whose quotes were closed too early."""
    line, owner = scene.line(number), scene.line(above)
    text, quote = line.text[line.indent:line.end], owner.content[0]
    ready = f"{owner.head}{owner.content[:-1]} {text}{quote}"
    edit = _joined(scene, above, number, owner.end)
    edit = edit._replace(span=edit.span._replace(column=edit.span.column - 1,
                                                 end_column=edit.span.end_column + len(text)))
    fix = Fix(ready, (edit._replace(text=f" {text}{quote}"),), safe=False)
    return _torn(scene, number, scene.draft.silenced(number, number).spoiling(above), ready, above, fix)


def _is_whole(value: str) -> bool:
    """Whether a value in quotes or brackets is closed: no text can go on with it."""
    return len(value) > 1 and value[-1] == {"[": "]", "{": "}"}.get(value[0], value[0])


def _is_between(scene: Scene, owner: int, number: int) -> bool:
    """Whether a line of text stands between a field and what hangs on it. Text that stands where the items of a list do
    may be an item itself."""
    above, line, after = scene.line(owner), scene.line(number), scene.following(number)
    word = scene.word(above.key)
    if after < 0 or not above.key:
        return False
    below = scene.line(after)
    if below.dash >= 0:
        is_left = line.indent < below.dash or line.text.strip()[:1] == "("
        return below.dash >= above.start and (is_left or below.dash == above.start and bool(below.key))
    belongs = scene.word(below.key) in scene.vocabulary.fields(word) or word in scene.vocabulary.own_keys
    return bool(below.key) and below.indent > above.start and belongs and word not in scene.vocabulary.items


def _remark(scene: Scene, number: int) -> Guess:
    line = scene.line(number)
    text = line.text.strip()
    remark = f"# {text.strip('/*').strip() if text[:2] in ('//', '/*') else text}"
    fix = Fix(remark, (scene.edit(number, line.indent, line.indent + len(text), remark),), safe=False)
    return _torn(scene, number, scene.draft.silenced(number, number), remark, number, fix)


def _above_all(scene: Scene, number: int) -> Iterator[Guess]:
    """Lines of text above the first field: what stands over a document in Word."""
    rows = []
    for row in range(number, len(scene.draft.lines)):
        line = scene.line(row)
        if line.key or line.dash >= 0:
            break
        if not line.is_blank:
            rows.append(row)
    else:
        return
    line, draft = scene.line(number), scene.draft.without(rows)
    edits = tuple(scene.edit(row, scene.line(row).indent, scene.line(row).indent, "# ") for row in rows)
    remark = f"# {line.text.strip()}"
    yield _torn(scene, number, draft, remark, number, Fix(remark, edits, safe=False))._replace(rank=3)


def value_below(scene: Scene, number: int) -> Iterator[Guess]:
    """«срок:», and its value on the next line, not to the right of it."""
    line = scene.line(number)
    before = scene.previous(number)
    between = scene.draft.lines[before + 1:number]
    if line.is_blank or line.key or line.dash >= 0 or before < 0 or any(text.strip() for text in between):
        return
    above, after = scene.line(before), scene.following(number)
    if not above.key or above.content or line.indent > above.start or between and line.indent < above.start:
        return
    is_one_of_many = after >= 0 and scene.line(after).colon < 0 and scene.line(after).dash < 0
    is_name = not scene.word(above.key) and not above.start
    if is_name or scene.word(above.key) in scene.vocabulary.nested or is_one_of_many or \
            after >= 0 and scene.line(after).indent > above.start and scene.line(after).dash != line.indent - 2:
        return
    ready = f"{above.text[above.start:above.end]} {line.text.strip()}"
    fix = Fix(ready, (_joined(scene, before, number, above.end),), safe=False)
    draft = scene.draft.put_in(number, 0, " " * (above.start + 2 - line.indent))
    draft = draft.hidden(number, above.start + 2, len(draft.lines[number]), only=":")
    yield _torn(scene, number, draft, ready, before, fix)._replace(rank=1)


def _joined(scene: Scene, above: int, number: int, end: int) -> Edit:
    """The edit that puts a line behind the one above it, whose text ends at a column."""
    span = scene.draft.span(scene.file, above, end, end)._replace(
        end_line=number + 1, end_column=scene.draft.typed_column(number, scene.line(number).indent) + 1)
    return Edit(span, " ")


def _torn(scene: Scene, number: int, draft: Draft, ready: str, at: int, fix: Fix) -> Guess:
    line = scene.line(number)
    params = {"ready": ready if len(ready) < 160 else "", "line": scene.draft.span(scene.file, at, 0, 0).line}
    return scene.guess(5, "torn-line", number, line.start, line.end, draft, params, (fix,))
