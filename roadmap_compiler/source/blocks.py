"""Slips with block texts («|», «>»): a field that stands among the lines of the text, lines that stand left of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from roadmap_compiler.findings import Edit, Fix
from roadmap_compiler.source import indents
from roadmap_compiler.source.draft import Draft
from roadmap_compiler.source.scene import Guess, Scalar, Scene


def field_in_text(scene: Scene, number: int) -> Iterator[Guess]:
    """A field put between the lines of a block text: the rest of the text would run on into the field's value."""
    scalar = _above(scene, number)
    row = scene.following(_last_of(scene, scalar)) if scalar is not None else -1
    if scalar is not None and row >= 0:
        yield from _parted(scene, scalar, row)


def _above(scene: Scene, number: int) -> Scalar | None:
    """The nearest block text that begins above a line."""
    return next((scalar for scalar in reversed(scene.scalars)
                 if scalar.style in ("|", ">") and scalar.line < number), None)


def _parted(scene: Scene, scalar: Scalar, row: int) -> Iterator[Guess]:
    """The guess that the field on a line parts the block text above it, where more of the text stands below it."""
    owner, line, column = scene.line(scalar.line), scene.line(row), _content_column(scene, scalar)
    rest = _rest_of(scene, row, column)
    if not rest or scene.word(scene.line(rest[0]).key):
        return
    if not scene.word(line.key) or line.dash >= 0 or not line.content or line.indent >= column:
        return
    draft = scene.draft.indented(row, row, owner.start - line.indent).without(rest).spoiling(*rest)
    yield _told(scene, row, rest[-1], owner.key, owner.start, draft)


def _told(scene: Scene, row: int, last: int, owner: str, column: int, draft: Draft) -> Guess:
    """What is said of a field among the lines of a text, and its move below the text's last line."""
    line = scene.line(row)
    lines = scene.draft.lines
    if last == row:
        edits: tuple[Edit, ...] = (scene.edit(row, 0, line.indent, " " * column),)
    else:
        away = Edit(scene.draft.span(scene.file, row, 0, 0)._replace(end_line=row + 2, end_column=1), "")
        below = scene.edit(last, len(lines[last]), len(lines[last]), "\n" + " " * column + line.text.strip())
        edits = (away, below)
    fix = Fix(line.text.strip(), edits, safe=False)
    return scene.guess(2, "field-inside-text", row, line.start, line.end, draft,
                       {"key": line.key, "owner": owner}, (fix,))


def _rest_of(scene: Scene, row: int, column: int) -> list[int]:
    """The lines below a field that stand where the block text above it does."""
    rest = []
    for number in range(row + 1, len(scene.draft.lines)):
        line = scene.line(number)
        if line.is_blank:
            continue
        if line.indent < column:
            break
        rest.append(number)
    return rest


def _content_column(scene: Scene, scalar: Scalar) -> int:
    """Where the lines of a block text begin."""
    first = next((row for row in range(scalar.line + 1, len(scene.draft.lines)) if scene.draft.lines[row].strip()), -1)
    return scene.line(first).indent if first >= 0 else 0


def _last_of(scene: Scene, scalar: Scalar) -> int:
    """The last line of a block text that is not blank."""
    last = min(scalar.end_line - (scalar.end_column == 0), len(scene.draft.lines) - 1)
    while last > scalar.line and not scene.draft.lines[last].strip():
        last -= 1
    return last


def paragraph_behind_field(scene: Scene, scalar: Scalar) -> Iterator[Guess]:
    """The same where the parser reads on: a deadline or a name of several paragraphs, under a block text."""
    rows = range(scalar.line + 1, scalar.end_line + 1)
    if any(not scene.draft.lines[row].strip() for row in rows):
        above = scene.previous(scalar.line)
        other = scene.scalars[bisect_right(scene.scalars, above, key=lambda one: one.line) - 1]
        if other.line == above and other.style in ("|", ">"):
            yield from _parted(scene, other, scalar.line)


def fields_as_text(scene: Scene) -> Iterator[Guess]:
    """Lines of block texts that are fields which their entries lack."""
    beside = {key.line: keys for keys in scene.mappings for key in keys}
    for scalar in scene.scalars:
        if scalar.style in ("|", ">"):
            yield from _field_as_text(scene, scalar, beside.get(scalar.line, []))


def _field_as_text(scene: Scene, scalar: Scalar, keys: list[Scalar]) -> Iterator[Guess]:
    """The first such line of a block text, beside which these keys stand."""
    owner, column = scene.line(scalar.line), _content_column(scene, scalar)
    last = _last_of(scene, scalar)
    for row in range(scalar.line + 1, last + 1):
        line = scene.line(row)
        word = scene.word(line.key)
        if word in scene.vocabulary.needed and line.key == line.key.lower() and line.indent == column and line.content \
                and _lack(scene, keys, word):
            later = [one for one in range(row + 1, last + 1) if not scene.line(one).is_blank]
            draft = scene.draft.indented(row, row, owner.start - column).without(later)
            yield _told(scene, row, last, owner.key, owner.start, draft.spoiling(*later))
            return


def _lack(scene: Scene, keys: list[Scalar], word: str) -> bool:
    """Whether a field may stand beside these keys, and does not."""
    return bool(keys) and all(scene.word(key.value) != word for key in keys) \
        and word in scene.vocabulary.fields(scene.owner(keys[0].line))


def left_of_text(scene: Scene, number: int) -> Iterator[Guess]:
    """Lines of a block text that do not stand right of its field, or left of its first line."""
    scalar = _above(scene, number)
    if scalar is None:
        return
    owner = scene.line(scalar.line)
    first = scene.following(_last_of(scene, scalar))
    column = _content_column(scene, scalar) if scalar.value.strip() else owner.start + 2
    rows = _keyless(scene, first, owner.start if scalar.value.strip()[:1] in ("", "-") else 10_000)
    if not rows or scene.line(first).indent >= column:
        return
    yield from _first_line_too_far(scene, scalar, rows)
    indent = scene.line(first).indent
    left = [row for row in rows if scene.line(row).indent < column]
    draft = scene.draft.each(left, lambda one, _: one.indented(0, 0, column - indent))
    edits = tuple(scene.edit(row, 0, 0, " " * (column - indent)) for row in left)
    fix = Fix(" " * column + scene.line(first).text.strip(), edits, safe=False)
    yield scene.guess(2, "indent", first, indent, scene.line(first).end, draft,
                      {"spaces": indent, "right": column}, (fix,))


def _first_line_too_far(scene: Scene, scalar: Scalar, rows: list[int]) -> Iterator[Guess]:
    """The first line of a block text stands right of all the others, which then seem to stand left of it."""
    inside = [row for row in range(scalar.line + 1, rows[0]) if scene.draft.lines[row].strip()]
    right, here = scene.line(rows[0]).indent, scene.line(inside[0]).indent if inside else 0
    if len(inside) != 1 or right <= scene.line(scalar.line).start:
        return
    if any(scene.line(row).indent >= here for row in rows):
        return
    yield indents.moved_lines(scene, inside[0], inside[0], right - here, 1)


def _keyless(scene: Scene, first: int, left: int) -> list[int]:
    """The lines from one on that are neither fields nor items, up to the first that is one. What begins with a hyphen
    at a column or right of it is a line of a text, too."""
    rows: list[int] = []
    for row in range(max(first, 0), len(scene.draft.lines) if first >= 0 else 0):
        line = scene.line(row)
        if scene.draft.lines[row].strip() and (scene.word(line.key) or 0 <= line.dash < left):
            break
        if scene.draft.lines[row].strip():
            rows.append(row)
    return rows
