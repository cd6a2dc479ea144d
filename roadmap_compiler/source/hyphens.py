"""Hyphens that list items lack: one field or text that should begin an item, or all of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from roadmap_compiler.findings import Fix
from roadmap_compiler.source import colons, titles_as_keys
from roadmap_compiler.source.draft import Draft
from roadmap_compiler.source.scene import Guess, Scalar, Scene

_NUMBERED = re.compile(r"^\s*(?:\d{1,2}|[а-яa-z])[.)]\s")
_UNFINISHED = re.compile(r"[,–—-]$|(?:^|\s)(?:и|или|а|в|во|на|о|об|с|со|по|для|из|к|от|до|за|при|не|под|над)$")
"""What no item of a list ends with."""


def missing_dash(scene: Scene, number: int) -> Iterator[Guess]:
    """A field that begins a new item of the list above it, without the hyphen."""
    line = scene.line(number)
    if line.dash >= 0 or line.is_blank:
        return
    yield from _text_with_fields(scene, number)
    yield from _texts_without_dashes(scene, number)
    yield from _first_item_without_dash(scene, number)
    yield from _title_alone(scene, number)
    items = _item_above(scene, number)
    if items is None:
        return
    dash, first_key = items
    is_next = bool(line.key) and bool(first_key) and _same(scene, line.key, first_key)
    is_text = not line.key and not first_key and line.indent == dash
    is_next = is_next or bool(scene.word(line.key)) and not first_key and line.indent == dash + 2
    if not is_next and not is_text or line.indent > dash + 4:
        return
    rank = 3 if is_next else 6 if _goes_on(scene, number) else 4
    yield _begun(scene, number, dash, rank, _end_of_item(scene, number, dash))
    yield _begun(scene, number, dash, rank)


def _begun(scene: Scene, number: int, dash: int, rank: int, last: int = -1) -> Guess:
    """A line that begins an item whose hyphen stands at a column. ``last``: up to which line it takes what follows with
    it; itself alone where that is left out."""
    line = scene.line(number)
    draft = scene.draft.indented(number, max(last, number), dash + 2 - line.indent).replaced(number, dash, "-")
    ready = "- " + line.text.strip()
    fix = Fix(ready, (scene.edit(number, 0, line.indent, " " * dash + "- "),), safe=False)
    return scene.guess(rank, "missing-dash", number, line.start, line.end, draft, {"ready": ready}, (fix,))


def _goes_on(scene: Scene, number: int) -> bool:
    """Whether a line goes on with the item above it: that one is not finished, or lacks the mark that all others of the
    list end with."""
    line, before = scene.line(number), scene.previous(number)
    above = scene.line(before)
    if above.dash < 0 or not line.text.strip()[:1].islower() or _NUMBERED.match(line.text):
        return False
    if _UNFINISHED.search(above.content):
        return True
    others = [other.content[-1:] for row in range(len(scene.draft.lines)) if row != before
              for other in (scene.line(row),) if other.dash == above.dash and not other.key and other.content]
    return bool(others) and above.content[-1:] not in ";.," and all(end in ";.," for end in others)


def _text_with_fields(scene: Scene, number: int) -> Iterator[Guess]:
    """«- составление программы», and below it «срок: май»: the text of an item that has fields is its title."""
    line, before = scene.line(number), scene.previous(number)
    if before < 0 or not line.key or scene.word(line.key) == "title":
        return
    if not scene.word(line.key) and not _is_own_column(scene, number):
        return
    text = scene.line(before)
    if text.dash < 0 or text.key or not text.content or text.content[:1] in "[{|>" or line.indent != text.start:
        return
    if any(colons.missing_colon(scene, before)):
        return
    owner = before
    while owner >= 0 and (scene.line(owner).dash >= text.dash or scene.line(owner).start > text.dash):
        owner = scene.previous(owner)
    if owner < 0 or scene.word(scene.line(owner).key) not in scene.vocabulary.items:
        return
    title = scene.form("title", line.key) + ": "
    draft = scene.draft.put_in(before, text.start, title).spoiling(before)
    start = text.start + len(title)
    if text.content[:1] not in ("\"", "'"):
        draft = draft.hidden(before, start, start + len(text.content), only=":")
    ready = f"- {title}{text.content}"
    fix = Fix(ready, (scene.edit(before, text.start, text.start, title),), safe=False)
    yield scene.guess(2, "text-with-fields", before, text.start, text.end, draft,
                      {"ready": ready, "key": line.key}, (fix,))


def _is_own_column(scene: Scene, number: int) -> bool:
    """Whether a key that is no word of ours is a column of the table, or one of those of our fields follows it."""
    key, row = scene.line(number).key, number
    while row >= 0 and scene.line(row).start == scene.line(number).start and scene.line(row).dash < 0:
        if scene.word(scene.line(row).key):
            return True
        row = scene.following(row)
    return any(scene.line(one).key == key and scene.owner(one) == "columns" for one in range(number))


def _title_alone(scene: Scene, number: int) -> Iterator[Guess]:
    """«Линейка», and below it fields that the item above has already: the beginning «- название:» was lost."""
    line, after = scene.line(number), scene.following(number)
    if line.key or after < 0 or scene.line(after).indent != line.indent or not scene.line(after).key:
        return
    row, above = scene.previous(number), set()
    while row >= 0 and scene.line(row).start >= line.indent:
        above.add(scene.word(scene.line(row).key))
        if scene.line(row).dash >= 0 and scene.line(row).start == line.indent:
            break
        row = scene.previous(row)
    if row < 0 or scene.line(row).dash < 0 or "title" not in above or scene.word(scene.line(after).key) not in above:
        return
    title = scene.form("title", scene.line(after).key) + ": "
    dash = scene.line(row).dash
    ready = f"- {title}{line.text.strip()}"
    draft = scene.draft.put_in(number, line.indent, title).replaced(number, dash, "-").spoiling(number)
    fix = Fix(ready, (scene.edit(number, 0, line.indent, " " * dash + "- " + title),), safe=False)
    yield scene.guess(2, "missing-dash", number, line.start, line.end, draft, {"ready": ready}, (fix,))


def _first_item_without_dash(scene: Scene, number: int) -> Iterator[Guess]:
    """The first item of a list has no hyphen, and the parser stumbles over the hyphen of the second."""
    line = scene.line(number)
    owner = scene.previous(number)
    after = scene.following(number)
    is_text = not line.key and after >= 0 and scene.line(after).dash == line.indent - 2
    if owner < 0 or not line.key and line.content[:1] != "{" and not is_text or line.indent < 2:
        return
    above = scene.line(owner)
    of_lists = scene.vocabulary.items | (scene.vocabulary.lists if is_text else scene.vocabulary.blanks)
    if above.content or scene.word(above.key) not in of_lists or above.start >= line.start:
        return
    last = _end_of_item(scene, number, line.indent)
    ready = "- " + line.text.strip()
    fix = Fix(ready, (scene.edit(number, line.indent - 2, line.indent, "- "),), safe=False)
    for draft in (scene.draft.replaced(number, line.indent - 2, "- "),
                  scene.draft.indented(number, last, 2).replaced(number, line.indent, "-")):
        yield scene.guess(1, "missing-dash", number, line.start, line.end, draft, {"ready": ready}, (fix,))


def first_of_list(scene: Scene, number: int) -> list[int]:
    """The line where the list began to whose hyphen the parser came too late: its first item has none."""
    line = scene.line(number)
    if line.dash < 0:
        return []
    child, owner = number, scene.previous(number)
    while owner >= 0:
        above = scene.line(owner)
        if above.dash >= 0 and above.dash <= line.dash or above.start < line.dash and above.content:
            return []
        if above.start <= line.dash and not above.content:
            return [child] if scene.line(child).dash < 0 else []
        child, owner = owner, scene.previous(owner)
    return []


def _texts_without_dashes(scene: Scene, number: int) -> Iterator[Guess]:
    """Lines of text under a field of lists, each of which should be an item."""
    before = scene.previous(number)
    if before < 0:
        return
    owner, line = scene.line(before), scene.line(number)
    if owner.content or scene.word(owner.key) not in scene.vocabulary.lists or line.key or line.indent < owner.start:
        return
    rows = []
    for row in range(number, len(scene.draft.lines)):
        here = scene.line(row)
        if here.is_blank or here.indent != line.indent or here.key or here.dash >= 0:
            break
        rows.append(row)
    yield _each_an_item(scene, rows, scene.draft, 2)


def _each_an_item(scene: Scene, rows: list[int], draft: Draft, rank: int) -> Guess:
    """A hyphen before the text of each of these lines, put into a draft of the scene."""
    edits = [scene.edit(row, column, column, "- ") for row in rows for column in (scene.line(row).indent,)]
    draft = draft.each(rows, lambda one, row: one.put_in(0, scene.line(row).indent, "- "))
    line = scene.line(rows[0])
    ready = "- " + line.text.strip()
    return scene.guess(rank, "missing-dash", rows[0], line.start, line.end, draft, {"ready": ready},
                       (Fix(ready, tuple(edits), safe=False),))


def _item_above(scene: Scene, number: int) -> tuple[int, str] | None:
    """The hyphen's column of the list above, and the key its items begin with ("" for texts)."""
    indent = scene.line(number).indent
    before = scene.previous(number)
    while before >= 0:
        line = scene.line(before)
        if line.dash >= 0 and line.dash <= indent:
            return line.dash, line.key
        if line.indent < indent and line.dash < 0:
            return None
        before = scene.previous(before)
    return None


def _same(scene: Scene, one: str, other: str) -> bool:
    return one == other or scene.word(one) == scene.word(other) != ""


def _end_of_item(scene: Scene, number: int, dash: int) -> int:
    """The last line that belongs to an item which begins on a line, its hyphen at a column."""
    indent, last = scene.line(number).indent, number
    for row in range(number + 1, len(scene.draft.lines)):
        text = scene.draft.lines[row]
        here = len(text) - len(text.lstrip(" "))
        if text.strip() and (here < indent or text.startswith("- ", here) and here <= dash):
            break
        last = row
    return last


def items_without_dashes(scene: Scene) -> Iterator[Guess]:
    """Fields of several items run together, because the hyphen of an item is missing."""
    for keys in scene.mappings:
        first = keys[0]
        owner = scene.line(scene.previous(first.line)) if scene.previous(first.line) >= 0 else None
        line = scene.line(first.line)
        under_list = (owner is not None and line.dash < 0 and not owner.content
                      and scene.word(owner.key) in scene.vocabulary.items and owner.start < first.column)
        words = [scene.word(key.value) or key.value for key in keys]
        again = [keys[at] for at in range(1, len(keys)) if words[at] == words[0]]
        if under_list and not any(scene.word(key.value) for key in keys):
            yield titles_as_keys.items_named(scene, keys)
        elif under_list:
            yield from _with_dashes(scene, [first, *again])
        elif again and line.dash >= 0 and _come_again(words):
            yield from _with_dashes(scene, again)


def _come_again(words: list[str]) -> bool:
    """Whether behind a repetition of the first word another word comes that stands before it."""
    places: dict[str, int] = {}
    repeated = 0
    for at, word in enumerate(words):
        if places.setdefault(word, at) < repeated:
            return True
        repeated = at if word == words[0] else repeated
    return False


def _with_dashes(scene: Scene, starts: list[Scalar]) -> Iterator[Guess]:
    """A hyphen before each of these keys; what follows a new hyphen is moved under its key."""
    first = starts[0]
    line = scene.line(first.line)
    if any(scene.line(key.line).indent != key.column for key in starts):
        return  # a key behind something else on its line: no hyphen can be put before it
    rows = {key.line: key.column for key in starts}
    entry = scene.entry(first.line)
    is_in_item = entry >= 0 and scene.line(entry).dash == first.column - 2
    if is_in_item:  # the fields stand under a hyphen already: the new one takes the two columns before them
        draft = scene.draft.each(rows, lambda one, row: one.replaced(0, rows[row] - 2, "-"))
        edits = [scene.edit(row, column - 2, column, "- ") for row, column in rows.items()]
    else:
        end = scene.end_of_block(first.line, first.column)
        draft = scene.draft.indented(first.line, end, 2).each(rows, lambda one, row: one.replaced(0, rows[row], "-"))
        edits = [scene.edit(row, first.column, first.column, "- " if row in rows else "  ")
                 for row in range(first.line, end + 1) if not scene.line(row).is_blank]
    ready = "- " + line.text[first.column:].rstrip()
    fix = Fix(ready, tuple(edits), safe=False)
    yield scene.guess(2, "missing-dash", first.line, first.column, line.end, draft, {"ready": ready}, (fix,))


def first_text_without_dash(scene: Scene, number: int, dash: int) -> Iterator[Guess]:
    """The first text of a list has no hyphen, and would swallow the items below it."""
    line, owner = scene.line(number), scene.previous(number)
    text = line.text.strip()
    if owner < 0 or not scene.line(owner).key or scene.line(owner).content or text[:1] == "(" or text.isupper():
        return
    yield _begun(scene, number, dash, 2)


def item_run_together(scene: Scene, rows: list[int]) -> Iterator[Guess]:
    """An item that ends with «;», and below it a text that begins with a capital letter: the next item."""
    dash = scene.line(rows[0]).dash
    for above, row in pairwise(rows):
        line = scene.line(row)
        if scene.draft.lines[above].rstrip().endswith(";") and line.text.strip()[:1].isupper() and not line.key:
            yield _begun(scene, row, dash, 3)


def is_list_of_texts(scene: Scene, scalar: Scalar, rows: list[int]) -> bool:
    """Whether the lines of a text stand under a key of lists and each begins like an item of its own."""
    above = scene.previous(scalar.line)
    if above < 0 or len(rows) < 2:
        return False
    owner = scene.line(above)
    if owner.content or scene.word(owner.key) not in scene.vocabulary.lists:
        return False
    starts = [scene.draft.lines[row].strip() for row in rows]
    indents_of_rows = {len(scene.draft.lines[row]) - len(scene.draft.lines[row].lstrip()) for row in rows}
    return len(indents_of_rows) == 1 and (
        all(start[:1].isupper() for start in starts) or all(_NUMBERED.match(start) for start in starts)
        or all(start[-1:] in ";." for start in starts) or all(re.fullmatch(r"\w+", start) for start in starts))


def texts_with_dashes(scene: Scene, rows: list[int]) -> Guess:
    """A hyphen before each of these lines, which the parser took for one text; their colons are no slips."""
    draft = scene.draft.each(rows, lambda one, row: one.hidden(0, scene.line(row).indent, len(one.lines[0]), only=":#"))
    return _each_an_item(scene, rows, draft, 3)
