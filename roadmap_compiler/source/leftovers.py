"""Lines that no roadmap holds: marks of a merge, signs of a comparison, remarks and dividers of other programs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmap_compiler.findings import Edit, Fix
from roadmap_compiler.source.lines import read_line
from roadmap_compiler.source.scene import Guess, Scene

_DIVIDER = re.compile(r"^\s*(-{4,}|={3,}|_{3,}|\*{3,}|~{3,}|#?[—–]{2,}|\+{3,}|-{3}|\.{3})\s*$")
_CONFLICT = re.compile(r"^(<{7}|={7}|>{7}|\|{7})(?:\s|$)")
_ADDED = re.compile(r"^\+(?: {2,}\S|- |[\w\"{}\]])")
_ADDED_OR_TAKEN = re.compile(r"^[+-](?: {2,}\S|- |[\w\"{}\]])")
_REMARK_OF_WORD = re.compile(r"[ ]*[^\W\d_]+(?:\([а-яё]\))?[ ]\[[^\W\d_]{1,4}\d{1,4}\][ ]?:(?=\s|$)")


def conflict(scene: Scene) -> Iterator[Guess]:
    """Marks that a failed merge left in the file; the first of the two versions is read on."""
    lines = scene.draft.lines
    marks = [(number, match.group(1)[0]) for number, text in enumerate(lines) if (match := _CONFLICT.match(text))]
    if not any(sign in "<>" for _, sign in marks):
        return
    first, sign = marks[0]
    draft = scene.draft
    last = next((number for number, mark in marks if mark == ">"), first)
    middle = next((number for number, mark in marks if mark in "=|" and number < last), last)
    if sign == "<" and last > first:
        draft = draft.silenced(first, first).silenced(middle, last)
    else:  # one version was taken away, and some of the marks stayed
        until = next((number for number, mark in marks[1:] if mark == "<"), len(lines))
        draft = draft.without(number for number, _ in marks if number < until)
    yield scene.guess(0, "merge-conflict", first, 0, len(lines[first]), draft)


def diff_signs(scene: Scene) -> Iterator[Guess]:
    """Lines copied from a comparison of two versions, with «+» and «-» in the first column; the new ones are read."""
    lines = scene.draft.lines
    first = next((row for row, text in enumerate(lines) if _ADDED.match(text) and row not in scene.covered), -1)
    if first < 0:
        return
    last = first
    while first > 0 and _ADDED_OR_TAKEN.match(lines[first - 1]):
        first -= 1
    while last + 1 < len(lines) and _ADDED_OR_TAKEN.match(lines[last + 1]):
        last += 1
    around = [scene.line(row).start for row in (scene.previous(first), scene.following(last)) if row >= 0]
    added = next(row for row in range(first, last + 1) if lines[row][0] == "+")
    stands_over = read_line(" " + lines[added][1:]).start in around  # the sign was typed over a space of the indent
    new = [row for row in range(first, last + 1) if lines[row][0] == "+"]
    old = [row for row in range(first, last + 1) if lines[row][0] == "-"]
    draft = scene.draft.without(old).each(
        new, lambda one, _: one.replaced(0, 0, " ") if stands_over else one.taken_out(0, 0, 1))
    edits = [*(scene.edit(row, 0, 1, " " * stands_over) for row in new),
             *(Edit(scene.draft.span(scene.file, row, 0, 0)._replace(end_line=row + 2, end_column=1), "")
               for row in old)]
    yield scene.guess(0, "diff-signs", first, 0, 1, draft, {}, (Fix("+ → ␣", tuple(sorted(edits)), safe=False),))


def remarks(scene: Scene) -> Iterator[Guess]:
    """«// уточнить» on a line of its own, outside of quotes and block texts: a remark as other languages have it. So is
    «Примечание [ТО1]: уточнить», a remark of Word's."""
    texts = [scalar for scalar in scene.scalars if scalar.style is not None]
    for row, text in enumerate(scene.draft.lines):
        is_remark = text.lstrip(" ").startswith("//") or _REMARK_OF_WORD.match(text) is not None
        if is_remark and not any(one.line < row <= one.end_line for one in texts):
            start = len(text) - len(text.lstrip(" "))
            ready = "# " + text.strip(" /")
            fix = Fix(ready, (scene.edit(row, start, len(text.rstrip()), ready),), safe=False)
            params = {"ready": ready, "line": scene.draft.span(scene.file, row, 0, 0).line}
            yield scene.guess(0, "torn-line", row, start, len(text.rstrip()), scene.draft.silenced(row, row),
                              params, (fix,))


def divider(scene: Scene, number: int) -> Iterator[Guess]:
    """A line of dashes, stars or equals signs that was to part the file."""
    text = scene.draft.lines[number]
    match = _DIVIDER.match(text)
    if match is None:
        return
    start = match.start(1)
    comment = "# " + match.group(1)
    fix = Fix(comment, (scene.edit(number, start, match.end(1), comment),), safe=True)
    code = "several-documents" if match.group(1) in ("---", "...") else "divider"
    draft = scene.draft.silenced(number, number)
    yield scene.guess(0, code, number, start, match.end(1), draft, {"line": match.group(1)}, (fix,))
