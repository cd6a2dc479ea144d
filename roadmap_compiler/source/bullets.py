"""Bullets or hyphens below a field that has a value already: the rest of a list whose first line is that value."""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmap_compiler.findings import Edit, Fix
from roadmap_compiler.source.lines import INVISIBLE_SPACES, quoted_text
from roadmap_compiler.source.scene import Guess, Scene
from roadmap_compiler.source.suspicion import LIST_MARKS

_NO_BULLETS = "—–―−‒‐‑*\u2043\u00ac"
"""Signs of Word's lists that a line of a text may begin with, too."""
_SIGNS = re.escape("".join(sign for sign in LIST_MARKS if sign not in _NO_BULLETS))
_BULLET = re.compile(rf"[ \t]*(-(?=[ \t])|[{_SIGNS}])[ \t{INVISIBLE_SPACES}]*(?=\S)")
_NEEDS_QUOTES = re.compile(r":(?:\s|$)|\s#|^[-@`%&*!|>{}\[\]?,\"'#]")


def list_below_value(scene: Scene, number: int) -> Iterator[Guess]:
    """«результат: Фотоотчёт», and below it «• фотографии» and «• статья»."""
    if _BULLET.match(scene.draft.lines[number]) is None:
        return
    while number > 0 and _begins_item(scene, number) and _begins_item(scene, number - 1):
        number -= 1
    before = _owner(scene, number)
    match = _BULLET.match(scene.draft.lines[number])
    if before < 0 or match is None or scene.word(scene.line(number).key) or number != _first(scene, before):
        return
    above = scene.line(before)
    word = scene.word(above.key)
    sign = above.content[:1]
    if not word or word in scene.vocabulary.exact or not sign or sign in "[{|>\"'":
        return
    if scene.line(number).indent < above.start and _is_item(scene, number):
        return
    rows = _rows(scene, number)
    draft = scene.draft.silenced(rows[0], rows[-1]).spoiling(before)
    params: dict[str, str] = {"key": above.key}
    if word in scene.vocabulary.lists:
        fix, ready = _as_list(scene, before, rows)
        params |= {"hint": "list", "ready": ready}
    else:
        fix = _as_text(scene, before, rows)
    has_remarks = any("#" in scene.draft.lines[row] for row in (before, *rows))
    yield scene.guess(1, "list-after-value", number, match.start(1), len(scene.draft.lines[number].rstrip()), draft,
                      params, () if has_remarks else (fix,))


def _begins_item(scene: Scene, number: int) -> bool:
    """Whether a line begins with a bullet and is no field behind a hyphen."""
    return _BULLET.match(scene.draft.lines[number]) is not None and not scene.word(scene.line(number).key)


def _owner(scene: Scene, number: int) -> int:
    """The line right above, or above the lines that go on with its text; -1 where there is none, or it is no field."""
    row = number - 1
    while row >= 0 and row in scene.covered:
        row -= 1
    return row if row >= 0 and scene.draft.lines[row].strip() and scene.line(row).key else -1


def _first(scene: Scene, owner: int) -> int:
    """The first line below a field that begins with a bullet."""
    row = owner + 1
    while row in scene.covered and not _BULLET.match(scene.draft.lines[row]):
        row += 1
    return row


def _is_item(scene: Scene, number: int) -> bool:
    """Whether items of an outer list begin at the column of a line."""
    indent = scene.line(number).indent
    return any(scene.line(row).dash == indent for row in range(len(scene.draft.lines)) if row != number)


def _rows(scene: Scene, number: int) -> list[int]:
    """The lines of the list from its first on."""
    rows, indent = [number], scene.line(number).indent
    for row in range(number + 1, len(scene.draft.lines)):
        line = scene.line(row)
        is_bullet = _BULLET.match(line.text) and not scene.word(line.key) and line.indent >= indent
        goes_on = not line.is_blank and line.indent > indent and not scene.word(line.key)
        if not is_bullet and not goes_on:
            break
        rows.append(row)
    return rows


def _as_list(scene: Scene, before: int, rows: list[int]) -> tuple[Fix, str]:
    """The value and the bullets as items of one list, and the same on one line."""
    above = scene.line(before)
    texts = [above.content]
    for row in rows:
        line = scene.line(row)
        match = _BULLET.match(line.text)
        if match is None:
            texts[-1] += " " + line.text.strip()
        else:
            texts.append(line.text[match.end():].rstrip())
    items = [_item(scene.draft.shown(text)) for text in texts]
    last = scene.line(rows[-1])
    edit = scene.edit(before, above.colon + 1, above.end, "".join(f"\n{' ' * (above.start + 2)}{one}" for one in items))
    end = scene.edit(rows[-1], 0, len(last.text), "").span
    edit = edit._replace(span=edit.span._replace(end_line=end.end_line, end_column=end.end_column))
    return Fix(f"{above.key}:", (edit,), safe=False), f"{above.key}: ↵ " + " ↵ ".join(items)


def _item(text: str) -> str:
    return "- " + (quoted_text(text) if _NEEDS_QUOTES.search(text) else text)


def _as_text(scene: Scene, before: int, rows: list[int]) -> Fix:
    """The value and the bullets as the lines of one text."""
    above = scene.line(before)
    indent = " " * (above.start + 2)
    edits: list[Edit] = [scene.edit(before, above.value, above.end, f"|\n{indent}{above.content}")]
    for row in range(before + 1, rows[-1] + 1):
        line = scene.line(row)
        start = line.indent if line.text.strip() else 0
        edits.append(scene.edit(row, 0, start, indent))
    return Fix(f"{above.key}: |", tuple(edits), safe=False)
