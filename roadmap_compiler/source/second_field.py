"""Two fields on one line: «срок: 18 июня место: Стадион», «Гусев П.А., вожатый врач: Мельник С.И.»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from roadmap_compiler.findings import Fix
from roadmap_compiler.near import folded
from roadmap_compiler.source import indents
from roadmap_compiler.source.lines import value_end
from roadmap_compiler.source.scene import Guess, Scene

_PARTED = re.compile(r"([,;]\s*|\t|\s{2,})([^\W\d_]\w*(?: [^\W\d_]\w*)?)$")
_CAPITAL = (re.compile(r"(\s+)([A-ZА-ЯЁ]\w*)$"), re.compile(r"(\s+)([A-ZА-ЯЁ]\w* [^\W\d_]\w*)$"))
_LAST_WORDS = tuple(re.compile(rf"(?<=[\w.)»\"'\]])(\s+)([^\W\d_]\w*(?: [^\W\d_]\w*){{{more}}})$")
                    for more in (2, 1, 0))
_INNER = re.compile(r":(?=[ \t]|$)")
_BEHIND_DATE = re.compile(r"(?<=\d{4})(\s+)([^\W\d_][\w-]*(?: [\w-]+)*)$")
_GOES_ON = re.compile(r"(?:^|\s)(?:как|и|или|а|но|не|в|во|на|о|об|с|со|по|для|из|к|ко|от|до|за|при|без|под|над|про|"
                      r"через|между|наш[аие]?|ваш[аие]?|мо[йяи]|тво[йяи]|сво[йяию]|это|эт[аио]т?|"
                      r"the|a|an|of|and|or|in|on|at|for|to|our|your|my)$", re.IGNORECASE)
"""What a word before a colon goes on from: «Школа и место: …», «Наш документ: …»."""
_AGREES = {"о": "[ео][её]", "е": "[ео][её]", "и": "ые|[кгхшщжч]ие", "ы": "ые|[кгхшщжч]ие", "а": "ая|яя", "ь": "ая|яя",
           "я": "ая|яя|ые|[кгхшщжч]ие"}
"""How an adjective ends before a word with this last letter; before others as in «итоговый документ»."""


def second_field(scene: Scene, number: int, inner: int) -> Iterator[Guess]:
    """The guess that the first colon inside a value, at a column, is that of another field on the same line."""
    line = scene.line(number)
    end = value_end(line.text, line.value)
    if _other_field(scene, number, line.value, inner) is None:
        return
    colons = [line.value, *(match.start() for match in _INNER.finditer(line.text, inner, end))]
    others = [other for last, colon in pairwise(colons)
              if (other := _other_field(scene, number, last, colon)) is not None]
    edits = tuple(scene.edit(number, other.start(1), other.start(2), "\n" + " " * line.start) for other in others)
    starts = [line.start, *(other.start(2) for other in others)]
    ends = [*(other.start(1) for other in others), end]
    parts = [line.text[first:last].strip() for first, last in zip(starts, ends, strict=True)]
    key = others[0].group(2)
    draft = scene.draft.hidden(number, line.value, end).spoiling(number)
    if scene.word(others[-1].group(2)) in scene.vocabulary.nested and parts[-1].endswith(":"):
        # what hangs on it stands below: it takes the place of the first one in the draft, whose lines are the file's
        draft = scene.draft.taken_out(number, line.start, others[-1].start(2) - line.start).spoiling(number)
    fix = Fix(f"{key}: …", edits, safe=False)
    yield scene.guess(3, "fields-on-one-line", number, others[0].start(2), end, draft,
                      {"key": key, "ready": " ↵ ".join(parts)}, (fix,))


def _other_field(scene: Scene, number: int, start: int, colon: int) -> re.Match[str] | None:
    """The key of a second field on a line, with what parts it from the first, before a colon in a value. With nothing
    but a space before it, it is a field that may stand here and that its neighbours lack. ``start``: where the value
    begins, or the colon before."""
    line = scene.line(number)
    parted = _PARTED.search(line.text, start, colon)
    if parted is not None and scene.word(parted.group(2)):
        return parted
    if scene.owner(number) in scene.vocabulary.own_keys:
        names = [name for pattern in _LAST_WORDS if (name := pattern.search(line.text, start, colon)) is not None]
        known = next((name for name in names if _stands_elsewhere(scene, number, name.group(2))), None)
        return known or _BEHIND_DATE.search(line.text, start, colon) \
            or next((name for name in names[-1:] if name.group(1) != " "), None)
    for pattern in _CAPITAL:
        begun = pattern.search(line.text, start, colon)
        word = scene.word(begun.group(2)) if begun is not None else ""
        if word in scene.vocabulary.needed | {"result"} and word not in words_beside(scene, number):
            return begun
    for pattern in _LAST_WORDS:
        begun = pattern.search(line.text, start, colon)
        if begun is not None and _is_lacking(scene, number, begun):
            return begun
    return None


def _is_lacking(scene: Scene, number: int, begun: re.Match[str]) -> bool:
    """Whether the words before a colon are a field that may stand here and is not there. A text that anything may stand
    in has such words itself: there they are a field that other lines have, and go on from no word before them."""
    line, key = scene.line(number), begun.group(2)
    owner = scene.owner(number)
    is_column = folded(key) in own_columns(scene) if owner in scene.vocabulary.items else \
        owner == "columns" and _is_a_key(scene, number, key)
    word = scene.word(key) or folded(key) * is_column
    if not word or word in words_beside(scene, number):
        return False
    if scene.word(key) and not indents.may_stand(scene, number, line.start, word):
        return False
    if scene.word(line.key) in scene.vocabulary.exact:
        return True
    before = line.text[line.value:begun.start(1)]
    is_adjective = re.search(rf"\w(?:{_AGREES.get(key[-1], '[ыи]й')})$", before)
    is_text = owner in scene.vocabulary.items | {""}
    return not (is_adjective or _GOES_ON.search(before)) and (not is_text or _is_a_key(scene, number, key))


def own_columns(scene: Scene) -> frozenset[str]:
    """The columns that a file declares and whose names are the author's own."""
    lines = [scene.line(row) for row in range(len(scene.draft.lines))]
    head = next((row for row, line in enumerate(lines) if scene.word(line.key) == "columns" and not line.content), -1)
    found = set()
    for line in lines[head + 1:] if head >= 0 else ():
        if not line.is_blank and line.start <= lines[head].start:
            break
        if line.key and not scene.word(line.key):
            found.add(folded(line.key))
    return frozenset(found)


def _is_a_key(scene: Scene, number: int, key: str) -> bool:
    """Whether another line has this field, written so."""
    return any(row != number and scene.line(row).key.lower() == key.lower() for row in range(len(scene.draft.lines)))


def _stands_elsewhere(scene: Scene, number: int, name: str) -> bool:
    """Whether another line names somebody so."""
    whole = re.compile(rf"[:,;\[(-]\s*{re.escape(name)}\s*(?=[,;\](#]|$)", re.IGNORECASE)
    return any(row != number and whole.search(text) for row, text in enumerate(scene.draft.lines))


def words_beside(scene: Scene, number: int) -> set[str]:
    """The fields that stand in the item, or the mapping, of a line; those that are the author's own, folded."""
    start = scene.line(number).start
    first = number
    while not (scene.line(first).dash >= 0 and scene.line(first).start == start) \
            and (before := scene.previous(first)) >= 0 and scene.line(before).start >= start:
        first = before
    words = {_called(scene, first)}
    row = scene.following(first)
    while row >= 0 and scene.line(row).indent >= start:
        words |= {_called(scene, row)} if scene.line(row).start == start else set()
        row = scene.following(row)
    return words - {""}


def _called(scene: Scene, number: int) -> str:
    key = scene.line(number).key
    return scene.word(key) or folded(key)
