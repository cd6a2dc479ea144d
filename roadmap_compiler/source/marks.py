"""Slips of the keyboard and of Word at the beginning of a line: tabs, invisible spaces, other signs for hyphens."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from roadmap_compiler.findings import Edit, Fix
from roadmap_compiler.source import indents
from roadmap_compiler.source.draft import Draft
from roadmap_compiler.source.lines import INVISIBLE_SPACES, ZERO_WIDTH
from roadmap_compiler.source.scene import Guess, Scene, read
from roadmap_compiler.source.suspicion import LIST_MARKS

_INDENT = re.compile(f"[ \t{INVISIBLE_SPACES}{ZERO_WIDTH}]*")
_INVISIBLE = re.compile(f"[{INVISIBLE_SPACES}{ZERO_WIDTH}]")
_ODD_SPACE = re.compile(f"[{INVISIBLE_SPACES}]")
_LIST_MARK = re.compile(rf"^([ ]*(?:-[ ]+)*)(--(?!-)|-[—–]|[—–]-|[oо](?=\t)|[{re.escape(LIST_MARKS)}])"
                        rf"([ \t{INVISIBLE_SPACES}]*)(?=\S)")
_TAB_BEHIND_DASH = re.compile(r"^[ ]*(?:-[ ]+)*-([ ]*\t[ \t]*)(?=\S)")
_ANY_MARK = re.compile(rf"^([ ]*)([-{re.escape(LIST_MARKS)}])[ ]+(?=\S)")
_FIELD = re.compile(r"[^\s:#\"'][^:#\"']{0,40}:(?:\s|$)")
_WIDTHS = (2, 4, 8, 1, 3, 6, 5, 7, 0)
"""Spaces that a tab may stand for, the likely ones first; none where it stands before a field of the file itself."""
_TWO_HYPHENS = re.compile(r"^( *- +)(?:- +)+")
_NUMBER_MARK = re.compile(r"^([ ]*)(\d{1,2}[.)])[ ]+([^\W\d_]\w*(?: [^\W\d_]\w*)?)\s*:")
_GLUED_DASH = re.compile(rf"^([ ]*(?:-[ ]+)*)-(?=[^\s\-])([{INVISIBLE_SPACES}{ZERO_WIDTH}]*)")


def tabs(scene: Scene, number: int) -> Iterator[Guess]:
    """An indent with tabs, or a tab behind a hyphen; lines of tabs that follow one another are one slip."""
    lines = scene.draft.lines
    behind = _TAB_BEHIND_DASH.match(lines[number])
    if behind is not None:
        column = behind.start(1)
        draft = scene.draft.replaced(number, column, " " * len(behind.group(1)))
        fix = Fix("Tab → ␣", (scene.edit(number, column, behind.end(1), " "),), safe=True)
        yield scene.guess(0, "tab", number, column, behind.end(1), draft, {"count": 1}, (fix,))
    if "\t" not in _indent(lines[number]):
        return
    first, last = _run(lines, number, lambda text: "\t" in _indent(text))
    start = _indent(lines[first]).index("\t")
    for cost, width in enumerate(_widths(scene, first)):
        rows = [row for row in range(first, last + 1) if "\t" in _indent(lines[row])]
        draft = scene.draft.each(rows, partial(_with_spaces, width=width))
        edits = [scene.edit(row, 0, len(indent), indent.replace("\t", " " * width))
                 for row in rows for indent in (_indent(lines[row]),)]
        fix = Fix("Tab → " + "␣" * width, tuple(edits), safe=True)
        end = len(_indent(lines[first]))
        yield scene.guess(0, "tab", first, start, end, draft, {"count": len(edits)}, (fix,))._replace(cost=cost)


def _with_spaces(draft: Draft, _: int, width: int) -> Draft:
    """The draft of one line with so many spaces for each tab of its indent."""
    for column in reversed([at for at, sign in enumerate(_indent(draft.lines[0])) if sign == "\t"]):
        draft = draft.replaced(0, column, " ").put_in(0, column + 1, " " * (width - 1)) if width \
            else draft.taken_out(0, column, 1)
    return draft


def _widths(scene: Scene, number: int) -> list[int]:
    """How many spaces one tab stands for: first what makes the line stand under its neighbours."""
    indent = _indent(scene.draft.lines[number])
    tab_count = indent.count("\t")
    spaces = len(indent) - tab_count
    columns: list[int] = []
    line, after = scene.line(number), scene.following(number)
    if line.dash >= 0 and after >= 0 and scene.line(after).dash < 0 and "\t" not in _indent(scene.draft.lines[after]):
        # the fields of the item say where its hyphen stands
        columns = [scene.line(after).start - (line.start - line.dash)]
    before = scene.previous(number)
    if not columns and before >= 0 and scene.line(before).colon >= 0 and not scene.line(before).content:
        # the field above has no value yet: this line is inside it
        start = scene.line(before).start
        takes = scene.word(scene.line(before).key)
        holders = scene.vocabulary.lists | scene.vocabulary.own_keys
        may_hold = not takes or takes in holders or scene.vocabulary.fields(takes)
        columns = [start + 2, start + 4] if may_hold or not scene.word(line.key) else []
    columns = columns or indents.columns_above(scene, number, is_item=line.dash >= 0)

    def doubt(width: int) -> tuple[bool, bool, int, int]:
        column = spaces + width * tab_count
        near = columns.index(column) if column in columns else len(columns)
        return (column not in columns, bool(line.key) and not indents.belongs(scene, number, column), near,
                _WIDTHS.index(width) if width in _WIDTHS else len(_WIDTHS))

    exact = [(column - spaces) // tab_count for column in columns if column > spaces]
    return sorted(dict.fromkeys((*_WIDTHS, *exact)), key=doubt)


def invisible_indent(scene: Scene, number: int) -> Iterator[Guess]:
    """Non-breaking or zero-width characters before the first visible one of a line, or behind its hyphen."""
    lines = scene.draft.lines
    if not _odd_start(lines[number]):
        return
    first, last = _run(lines, number, _odd_start)
    draft = scene.draft.each(range(first, last + 1), _with_plain_head)
    match = _INVISIBLE.search(_head(lines[first]))
    start = match.start() if match else 0
    for count in (0, *_to_neighbours(scene, draft, first)):
        moved = draft.indented(first, last, count) if count else draft
        edits = []
        for line in range(first, last + 1):
            head = _head(lines[line])
            rest = len(lines[line]) - len(head)
            new = moved.lines[line][:len(moved.lines[line]) - rest]
            edits.append(scene.edit(line, 0, len(head), new))
        fix = Fix("Ctrl+Shift+Space → Space", tuple(edits), safe=True)
        yield scene.guess(0, "invisible-space", first, start, start + 1, moved, {}, (fix,))


def _with_plain_head(draft: Draft, _: int) -> Draft:
    """The draft of one line with spaces for the odd ones before its text, without what cannot be seen."""
    head = _head(draft.lines[0])
    for column in reversed([match.start() for match in _INVISIBLE.finditer(head)]):
        is_space = _ODD_SPACE.match(head, column) is not None
        draft = draft.replaced(0, column, " ") if is_space else draft.taken_out(0, column, 1)
    return draft


def _to_neighbours(scene: Scene, draft: Draft, number: int) -> list[int]:
    """By how much a line of the draft would have to be moved to stand under the lines around it."""
    text = draft.lines[number]
    indent = len(text) - len(text.lstrip(" "))
    near = [scene.line(row).indent for row in (scene.previous(number), scene.following(number)) if row >= 0]
    return [column - indent for column in dict.fromkeys(near) if column != indent]


def has_odd_indent(text: str) -> bool:
    """Whether a tab or an invisible character stands before the first visible one of a line."""
    return "\t" in _indent(text) or _odd_start(text)


def _odd_start(text: str) -> bool:
    return _INVISIBLE.search(_head(text)) is not None


def _head(text: str) -> str:
    """The indent of a line, with the hyphens and what stands behind them."""
    match = re.match(rf"[ \t{INVISIBLE_SPACES}{ZERO_WIDTH}]*(?:-[ \t{INVISIBLE_SPACES}{ZERO_WIDTH}]+)*(?=\S|$)", text)
    return match.group() if match else ""


def stray_mark(scene: Scene, number: int) -> Iterator[Guess]:
    """A hyphen or a bullet before a field that stands among fields, not among list items."""
    text = scene.draft.lines[number]
    match = _ANY_MARK.match(text)
    before = scene.previous(number)
    if match is None or before < 0 or not _FIELD.match(text, match.end()):
        return
    column, above = match.end(1), scene.line(before)
    if above.start != column or not above.key or not above.content:
        return
    while before >= 0 and scene.line(before).start >= column and scene.line(before).dash < 0:
        before = scene.previous(before)  # up to the first field of the item, or to the field that holds these
    first = number - 1
    while first >= 0 and not (scene.line(first).dash >= 0 and scene.line(first).start <= column):
        first -= 1
    if first >= 0 and scene.line(first).key and scene.line(first).key == read(text[match.end():]).key:
        return  # the next item, whose hyphen stands where the fields do
    owner = scene.word(scene.line(before).key) if before >= 0 and scene.line(before).dash < 0 else ""
    begins_list = scene.word(scene.line(number).key) == "title" and "title" not in scene.vocabulary.fields(owner)
    is_like = any(scene.line(row).dash == column and scene.line(row).key == scene.line(number).key
                  for row in range(number))
    if owner in scene.vocabulary.items or begins_list or is_like:
        return  # an item of that list, or of one whose field is missing
    draft = scene.draft.taken_out(number, column, match.end() - column)
    ready = text[match.end():].rstrip()
    fix = Fix(ready, (scene.edit(number, column, match.end(), ""),), safe=False)
    params = {"sign": match.group(2), "ready": ready}
    yield scene.guess(0, "stray-mark", number, column, column + 1, draft, params, (fix,))


def two_hyphens(scene: Scene, number: int) -> Iterator[Guess]:
    """«- - название: Линейка»: a list inside a list, which no roadmap has."""
    match = _TWO_HYPHENS.match(scene.draft.lines[number])
    if match is None or not scene.line(number).key:
        return
    start, end = match.end(1), match.end()
    draft = scene.draft.taken_out(number, start, end - start)
    ready = "- " + scene.draft.lines[number][end:].strip()
    fix = Fix(ready, (scene.edit(number, start, end, ""),), safe=False)
    yield scene.guess(1, "stray-sign", number, start, start + 1, draft, {"sign": "-", "ready": ready}, (fix,))


def list_mark(scene: Scene, number: int) -> Iterator[Guess]:
    """A dash or a bullet of Word where a list item needs a hyphen; such items in a row are one slip."""
    yield from _numbered_item(scene, number)
    match = _LIST_MARK.match(scene.draft.lines[number])
    if match is None or match.group(2) == "*" and not match.group(3) or any(stray_mark(scene, number)):
        return
    draft, edits = _as_items(scene, number, _LIST_MARK, match.group(2))
    column = match.start(2)
    fix = Fix("-", tuple(edits), safe=True)
    ready = "- " + scene.draft.lines[number][match.end():].rstrip()
    params = {"sign": re.sub("[\uf000-\uf0ff]", "•", match.group(2)), "ready": ready}
    yield scene.guess(1, "list-mark", number, column, column + 1, draft, params, (fix,))


def _numbered_item(scene: Scene, number: int) -> Iterator[Guess]:
    """«2. название: …»: numbers are given by the tool, and an item begins with a hyphen."""
    text = scene.draft.lines[number]
    match = _NUMBER_MARK.match(text)
    if match is None or not scene.word(match.group(3)):
        return
    start, end = match.end(1), match.start(3)
    ready = "- " + text[end:].rstrip()
    draft = scene.draft.taken_out(number, start + 2, end - start - 2).replaced(number, start, "- ")
    fix = Fix(ready, (scene.edit(number, start, end, "- "),), safe=True)
    yield scene.guess(1, "list-mark", number, start, end, draft, {"sign": match.group(2), "ready": ready}, (fix,))


def glued_dash(scene: Scene, number: int) -> Iterator[Guess]:
    """A hyphen of a list item without the space; such items in a row are one slip."""
    text = scene.draft.lines[number]
    match = _GLUED_DASH.match(text)
    if match is None:
        return
    draft, edits = _as_items(scene, number, _GLUED_DASH, "-")
    ready = "- " + text[match.end():].strip()
    params = {"ready": ready}
    fix = Fix("- ", tuple(edits), safe=True)
    yield scene.guess(1, "no-space-after-dash", number, match.end(1), match.end(1) + 1, draft, params, (fix,))


def _as_items(scene: Scene, number: int, pattern: re.Pattern[str], sign: str) -> tuple[Draft, list[Edit]]:
    """The draft in which this line, and those like it that follow in the same list, begin with «- »."""
    rows, edits = [], []
    column = pattern.match(scene.draft.lines[number]).end(1)  # type: ignore[union-attr]
    line = number
    while line < len(scene.draft.lines):
        text = scene.draft.lines[line]
        match = pattern.match(text)
        indent = len(text) - len(text.lstrip(" "))
        if text.strip() and indent < column and not (match and match.end(1) == column):
            break
        if match and match.end(1) == column and text.startswith(sign, column):
            edits.append(scene.edit(line, column, match.end(), "- "))
            rows.append(line)
        elif text.strip() and indent == column and not text.startswith("- ", indent):
            break
        line += 1

    def begun(draft: Draft, row: int) -> Draft:
        behind = pattern.match(draft.lines[0]).end() - column - 1  # type: ignore[union-attr]
        draft = draft.replaced(0, column, "-")
        return draft.replaced(0, column + 1, " " * behind) if behind else draft.put_in(0, column + 1, " ")

    return scene.draft.each(rows, begun), edits


def _indent(text: str) -> str:
    match = _INDENT.match(text)
    return match.group() if match else ""


def _run(lines: list[str], number: int, is_odd: object) -> tuple[int, int]:
    """The stretch of lines around one that have the same slip; blank lines do not part it."""
    assert callable(is_odd)
    first = last = number
    while first > 0 and lines[first - 1].strip() and is_odd(lines[first - 1]):
        first -= 1
    for line in range(number + 1, len(lines)):
        if is_odd(lines[line]) and lines[line].strip():
            last = line
        elif lines[line].strip():
            break
    return first, last
