"""Slips that YAML accepts in silence: the text of the file is then another one than the author meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from roadmap_compiler.findings import Fix
from roadmap_compiler.near import folded
from roadmap_compiler.source import (
    blocks,
    bullets,
    colons,
    hanging,
    headless,
    hyphens,
    indents,
    leftovers,
    marks,
    quotes,
    run_together,
    strayed,
)
from roadmap_compiler.source.lines import INVISIBLE_SPACES, ZERO_WIDTH
from roadmap_compiler.source.scene import Guess, Scalar, Scene
from roadmap_compiler.source.suspicion import LIST_MARKS
from roadmap_compiler.source.table_rows import table_rows

_HASH = re.compile(r"[ \t]#")
_UNSEEN = re.compile(f"[{ZERO_WIDTH}]")
_NUMBER_OF_ACT = re.compile(r"\s?\d+(?:[-/]\w+)*(?:\s+от\s+\S.*)?\s*$")
_NUMBER_SIGN = re.compile(r"(?:№|\b(?:кабинет\w*|каб\.|приказ\w*|протокол\w*|школ\w*|аудитори\w*|ауд\.|пункт\w*|п\."
                          r"|групп\w*|распоряжени\w*|договор\w*|форм\w*|приложени\w*|корпус\w*))$", re.IGNORECASE)


def find_silent(scene: Scene) -> Iterator[Guess]:
    """Such slips of a draft that the parser reads. One that changes what stands in many lines comes alone."""
    for find in (leftovers.diff_signs, leftovers.remarks, table_rows, documents, headless.field_left_out,
                 hanging.beside_their_field, strayed.strayed_fields, run_together.items_run_together,
                 hyphens.items_without_dashes):
        for guess in find(scene):
            yield guess
            return
    yield from _unseen_in_names(scene)
    yield from blocks.fields_as_text(scene)
    for scalar in scene.scalars:
        if scalar.style not in ("|", ">"):
            yield from islice(_of_scalar(scene, scalar), 1)
    yield from _cut_texts(scene, _by_line(scene))


def documents(scene: Scene) -> Iterator[Guess]:
    """A line «---» below the first field, or below another one. What follows is read on, unless it is a second
    roadmap."""
    started, opened = False, -1
    for number, text in enumerate(scene.draft.lines):
        divides = text.rstrip() == "---" or text.startswith("--- ")
        if divides and opened >= 0 and not started:
            fix = Fix("# ---", (scene.edit(opened, 0, 3, "# ---"),), safe=False)
            yield scene.guess(0, "several-documents", opened, 0, 3, scene.draft.silenced(opened, opened),
                              {"line": "---"}, (fix,))
        opened = number if divides else opened
        if started and divides:
            first, second = scene.draft.lines[:number], scene.draft.lines[number + 1:]
            draft = scene.draft.silenced(number, number)
            if _root_keys(first) & _root_keys(second):
                draft = scene.draft.silenced(number, len(scene.draft.lines) - 1)
            fix = Fix("# ---", (scene.edit(number, 0, 3, "# ---"),), safe=False)
            yield scene.guess(0, "several-documents", number, 0, 3, draft, {"line": "---"}, (fix,))
        started = started or not scene.line(number).is_blank and text.rstrip() != "---" and text[:1] != "%"


def _root_keys(lines: list[str]) -> set[str]:
    return {text.partition(":")[0].strip().lower() for text in lines
            if text[:1] not in ("", " ", "#", "-") and ":" in text}


def _by_line(scene: Scene) -> dict[int, list[Scalar]]:
    texts: dict[int, list[Scalar]] = {}
    for scalar in scene.scalars:
        for line in range(scalar.line, scalar.end_line + 1):
            texts.setdefault(line, []).append(scalar)
    return texts


def _of_scalar(scene: Scene, scalar: Scalar) -> Iterator[Guess]:
    number = scalar.line
    if scalar.style is not None:
        if scalar.end_line > number:
            yield from _swallowed_fields(scene, scalar)
        return
    line = scene.line(number)
    if scalar.is_key:
        yield from _odd_key(scene, scalar)
        return
    if line.start == scalar.column:  # the text begins its line, or follows a hyphen
        yield from marks.invisible_indent(scene, number)
        if line.dash < 0:
            yield from marks.glued_dash(scene, number)
            yield from marks.list_mark(scene, number)
        yield from (guess for guess in colons.glued_colon(scene, number) if guess.rank == 1)
    if scalar.end_line > number:
        yield from _wrapped(scene, scalar)


def _swallowed_fields(scene: Scene, scalar: Scalar) -> Iterator[Guess]:
    """A quote that is closed only by the quote of a later field."""
    start = scene.line(scalar.line).start
    for number in range(scalar.line + 1, scalar.end_line + 1):
        line = scene.line(number)
        if line.indent <= start and line.key and (scene.word(line.key) or line.indent == start):
            yield from quotes.not_closed(scene._replace(scalars=(scalar,)))
            return


def _odd_key(scene: Scene, scalar: Scalar) -> Iterator[Guess]:
    number, key = scalar.line, scalar.value
    if scene.line(number).start == scalar.column:
        yield from marks.invisible_indent(scene, number)
        if key[:1] == "-" and key[1:2] not in ("", " ", "-"):
            yield from marks.glued_dash(scene, number)
        if key[:1] in LIST_MARKS:
            yield from marks.stray_mark(scene, number)
            yield from marks.list_mark(scene, number)
        if re.search(r"\w:[^ \t]", key):
            yield from (guess for guess in colons.glued_colon(scene, number) if guess.rank <= 2)
    odd = re.search(f"[{ZERO_WIDTH}]", key)
    if odd is not None:
        text = scene.draft.lines[number]
        column = scalar.column + odd.start()
        draft = scene.draft.taken_out(number, column, 1)
        clean = re.sub(f"[{ZERO_WIDTH}]", "", key)
        fix = Fix(clean, (scene.edit(number, scalar.column, scalar.column + len(key), clean),), safe=True)
        if text[column:column + 1] == odd.group():
            yield scene.guess(1, "invisible-in-key", number, column, column + 1, draft, {"key": clean}, (fix,))
    odd = re.search(f"[{INVISIBLE_SPACES}]", key)
    if odd is not None and scene.word(key):
        column = scalar.column + odd.start()
        clean = " ".join(key.split())
        draft = scene.draft.replaced(number, column, " ")
        fix = Fix(clean, (scene.edit(number, scalar.column, scalar.column + len(key), clean),), safe=True)
        yield scene.guess(1, "invisible-in-key", number, column, column + 1, draft, {"key": clean}, (fix,), "warning")


def _unseen_in_names(scene: Scene) -> Iterator[Guess]:
    """Characters that cannot be seen in a name that the file gives as a key: without them it is that name."""
    names = {folded(scalar.value) for scalar in scene.scalars if scalar.is_key and not scene.word(scalar.value)}
    for scalar in scene.scalars:
        if scalar.is_key or scalar.line != scalar.end_line or not _UNSEEN.search(scalar.value):
            continue
        for part in re.finditer(r"[^,;(\[\])\"']+", scene.draft.lines[scalar.line][scalar.column:scalar.end_column]):
            clean = _UNSEEN.sub("", part.group())
            if clean == part.group() or folded(clean) not in names:
                continue
            draft, start = scene.draft, scalar.column + part.start()
            odd = [start + match.start() for match in _UNSEEN.finditer(part.group())]
            for column in reversed(odd):
                draft = draft.taken_out(scalar.line, column, 1)
            fix = Fix(clean.strip(), (scene.edit(scalar.line, start, start + len(part.group()), clean),), safe=True)
            yield scene.guess(1, "invisible-space", scalar.line, odd[0], odd[0] + 1, draft, {}, (fix,))
            break


def _wrapped(scene: Scene, scalar: Scalar) -> Iterator[Guess]:
    """A text of several lines into which a list or a field has been swallowed."""
    first = scene.line(scalar.line)
    rest = [n for n in range(scalar.line + 1, scalar.end_line + 1) if scene.draft.lines[n].strip()]
    for number in rest:
        yield from marks.invisible_indent(scene, number)
        line = scene.line(number)
        if line.dash >= 0:
            if first.dash >= 0 and first.start == scalar.column:
                yield from indents.first_too_far_left(scene, scalar.line, rest)
                yield from hanging.list_without_field(scene, number)
                yield from indents.wrong_indent(scene, number)
            if number == rest[0] and first.dash < 0 and first.start == scalar.column:
                yield from hyphens.first_text_without_dash(scene, scalar.line, line.dash)
            yield from hanging.list_without_field(scene._replace(covered=frozenset()), number)
            yield from bullets.list_below_value(scene, number)
            yield from _list_after_value(scene, scalar, number)
        yield from bullets.list_below_value(scene, number)
        yield from marks.glued_dash(scene, number)
        yield from (guess for guess in colons.glued_colon(scene, number) if guess.rank == 1)
    if first.dash >= 0 and first.start == scalar.column:
        yield from hyphens.item_run_together(scene, [scalar.line, *rest])
    if scene.word(first.key) in scene.vocabulary.exact:
        yield from blocks.paragraph_behind_field(scene, scalar)
    rows = [scalar.line, *rest]
    begins_line = first.start == scalar.column and first.dash < 0
    if begins_line and hyphens.is_list_of_texts(scene, scalar, rows):
        yield hyphens.texts_with_dashes(scene, rows)


def _list_after_value(scene: Scene, scalar: Scalar, number: int) -> Iterator[Guess]:
    """«результат: Протоколы», and below it «- приказ»."""
    line = scene.line(scalar.line)
    dashes = {row: dash for row in range(number, scalar.end_line + 1) if (dash := scene.line(row).dash) >= 0}
    draft = scene.draft.spoiling(scalar.line, number).each(
        dashes, lambda one, row: one.hidden(0, dashes[row], dashes[row] + 1))
    yield scene.guess(3, "list-after-value", number, scene.line(number).dash, scene.line(number).end, draft,
                      {"key": line.key})


def _cut_texts(scene: Scene, texts: dict[int, list[Scalar]]) -> Iterator[Guess]:
    """Values that end at « #» although their author went on."""
    for number, text in enumerate(scene.draft.lines):
        if "#" not in text:
            continue
        for match in _HASH.finditer(text):
            column = match.start() + 1
            covering = texts.get(number, [])
            if any((s.line, s.column) <= (number, column) < (s.end_line, s.end_column) for s in covering):
                continue
            if _is_cut(scene, number, column, covering):
                yield _cut(scene, number, column)
            break


def _is_cut(scene: Scene, number: int, column: int, covering: list[Scalar]) -> bool:
    """Whether what begins with «#» here goes on with the text before it: a number, a hashtag, the end of a bracket."""
    text = scene.draft.lines[number]
    line = scene.line(number)
    if line.is_blank:
        return False
    before = [scalar for scalar in covering if scalar.end_line == number and scalar.end_column <= column]
    last = before[-1] if before else None
    if last is None or last.style is not None:
        return False
    if last.is_key:
        last = None
    behind = text[column + 1:]
    value = text[last.column if last.line == number else 0:column].rstrip() if last else ""
    gap = column - len(text[:column].rstrip())
    if re.match(r"#|!|\s*(?:roadmap|карта)\s*:|[^\s:]+(?: [^\s:]+){0,2}:(?:\s|$)", behind):
        return False
    if _is_open(value) and re.search("[»)]", behind):
        return True
    if gap > 1:
        return False
    if behind[:1].isdigit():
        return bool(value) or not _has_children(scene, number)
    if _NUMBER_SIGN.search(value) and re.match(r"\s?\d", behind):
        return True
    if _NUMBER_OF_ACT.match(behind) and scene.word(line.key) not in scene.vocabulary.exact:
        return bool(value)
    if not behind[:1].isalpha() and behind[:1] != "_":
        return False
    if last is None and _has_children(scene, number):
        return False
    return scene.word(line.key) not in scene.vocabulary.exact or _is_open(value)


def _has_children(scene: Scene, number: int) -> bool:
    after = scene.following(number)
    return after >= 0 and (scene.line(after).indent > scene.line(number).start
                           or scene.line(after).dash >= scene.line(number).start)


def _is_open(text: str) -> bool:
    """Whether a bracket or a quote of the text is still to be closed."""
    return text.count("«") > text.count("»") or text.count("(") > text.count(")")


def _cut(scene: Scene, number: int, column: int) -> Guess:
    line = scene.line(number)
    text = line.text
    start = line.value if line.colon >= 0 else line.start
    end = len(text.rstrip())
    ready, fixes = scene.in_quotes(number, start, end, line.head, safe=False)
    draft = scene.draft.hidden(number, start, end).spoiling(number)
    left = text[start:column].rstrip()
    return scene.guess(3, "hash-cuts-text", number, column, end, draft, {"left": left, "ready": ready}, fixes)
