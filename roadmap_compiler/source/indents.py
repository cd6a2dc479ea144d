"""Slips of indentation: a line that stands too far left or right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from roadmap_compiler.findings import Finding, Fix
from roadmap_compiler.source.scene import Guess, Scene

_MEASURED = 1000
"""Lines from which the usual indent of a file is known."""


def wrong_indent(scene: Scene, number: int) -> Iterator[Guess]:
    """The line under its neighbours, alone or with the lines that hang on it; the nearest place first."""
    line = scene.line(number)
    if line.is_blank or line.colon < 0 and line.dash < 0:
        return
    targets = columns_above(scene, number, is_item=line.dash >= 0)
    known = bool(scene.word(line.key)) or line.dash >= 0 or _in_own_keys(scene, number, targets) \
        or _stands_elsewhere(scene, number)
    if scene.stumble is not None and number == _broke_at(scene):
        yield from _first_of_many(scene, number, 3 if known else 5)
    for target in sorted(targets, key=lambda column: (abs(column - line.indent), -column)):
        count = target - line.indent
        if count == 0:
            continue
        for last in _blocks(scene, number):
            rank = (3 if known else 5) + (abs(count) > 3)
            if scene.stumble is not None and number != _broke_at(scene):
                rank = 7
            if target >= 0 and line.key and not belongs(scene, number, target):
                rank += 1
            guess = moved_lines(scene, number, last, count, rank)
            cost = 2 * _moved(scene, number, last) + _unusual(scene, number, target)
            yield guess._replace(cost=cost + _parted(scene, number, last, target))


def _parted(scene: Scene, number: int, last: int, column: int) -> int:
    """1 where a hyphen would be moved to a column, and the fields behind it stand under another."""
    line, after = scene.line(number), scene.following(last)
    if line.dash < 0 or not line.key or after < 0 or scene.line(after).dash >= 0 or scene.line(after).start <= 0:
        return 0
    return int(scene.line(after).start != column + line.start - line.dash)


def _first_of_many(scene: Scene, number: int, rank: int) -> Iterator[Guess]:
    """The line before stands wrong, where the parser took it for the measure of all that follow."""
    stumble = scene.stumble
    assert stumble is not None
    line = scene.line(number)
    for first in dict.fromkeys((scene.previous(number), stumble.start_line, _first_of_run(scene, number))):
        if not 0 <= first < number:
            continue
        above = scene.line(first)
        count = line.dash - above.dash if line.dash >= 0 and above.dash >= 0 else line.start - above.start
        if _is_list_field(scene, first) and first == scene.previous(number) and line.dash >= 0:
            # the field of the list stands too far right, and is no neighbour of its items
            count = line.dash - above.start if belongs(scene, first, line.dash) else 0
        if count == 0 or above.indent + count < 0 or abs(count) > (3 if first == stumble.start_line else 16):
            continue
        for last in dict.fromkeys((first, scene.previous(number))):
            guess = moved_lines(scene, first, last, count, rank)
            is_list = _is_list_field(scene, first) and line.dash >= 0
            yield guess._replace(cost=1 if is_list else
                                 2 * _moved(scene, first, last) + 1 + _unusual(scene, first, above.indent + count))


def _first_of_run(scene: Scene, number: int) -> int:
    """The first of the lines that stand side by side above this one, where the line before them stands under it."""
    first = above = scene.previous(number)
    while above >= 0 and scene.line(above).dash < 0 and scene.line(above).start == scene.line(first).start:
        first, above = above, scene.previous(above)
    return first if above >= 0 and scene.line(above).start == scene.line(number).start else -1


def _stands_elsewhere(scene: Scene, number: int) -> bool:
    """Whether the key of a line is that of another, as the name of a column is."""
    key = scene.line(number).key
    return bool(key) and any(scene.line(row).key == key for row in range(len(scene.draft.lines)) if row != number)


def moved(scene: Scene, number: int, column: int, rank: int) -> Guess:
    """A field and what hangs on it, moved to a column; what hangs on it stays where it stands right of that column."""
    line = scene.line(number)
    after = scene.following(number)
    word = scene.word(line.key)
    holds = word in scene.vocabulary.lists | scene.vocabulary.own_keys or bool(scene.vocabulary.fields(word))
    hangs = holds and after >= 0 and not line.content and line.start < scene.line(after).indent <= column
    last = _blocks(scene, number)[0] if hangs else number
    return moved_lines(scene, number, last, column - line.indent, rank)


def first_too_far_left(scene: Scene, number: int, rows: list[int]) -> Iterator[Guess]:
    """The first item of a list stands left of all others, which seem to go on with its text."""
    line, dashes = scene.line(number), {scene.line(row).dash for row in rows}
    owner = scene.previous(number)
    if len(rows) < 2 or len(dashes) > 1 or owner < 0 or scene.line(owner).content or min(dashes) <= line.dash:
        return
    yield moved_lines(scene, number, number, min(dashes) - line.dash, 2)


def _is_list_field(scene: Scene, number: int) -> bool:
    line = scene.line(number)
    return line.dash < 0 and not line.content and scene.word(line.key) in scene.vocabulary.items


def belongs(scene: Scene, number: int, column: int) -> bool:
    """Whether a key may stand under the field that would hold it, were it at this column."""
    word = scene.word(scene.line(number).key)
    return not word or may_stand(scene, number, column, word)  # a word of the author's own may be a column


def may_stand(scene: Scene, number: int, column: int, word: str) -> bool:
    """Whether a field of this name may stand on a line at this column."""
    before = scene.previous(number) if column > 0 else -1
    while before >= 0:
        above = scene.line(before)
        if above.start < column and above.colon >= 0 and not above.content:
            owner = scene.word(above.key)
            if not owner:
                return True  # a person, an event: its fields are not known here
            if owner in scene.vocabulary.own_keys and word in scene.vocabulary.nested:
                return False  # no person is called so
            break
        before = scene.previous(before)
    else:
        owner = ""
    known = scene.vocabulary.fields(owner)
    return not known or word in known


def _unusual(scene: Scene, number: int, column: int) -> int:
    """2 where the first line of its group would be indented by another step than is usual in the file."""
    line = scene.line(number)
    first, before = number, scene.previous(number)
    while before >= 0 and scene.line(before).indent >= min(line.indent, column) - 1 and scene.line(before).start > 0:
        if abs(scene.line(before).indent - line.indent) <= 4 and (scene.line(before).dash >= 0) == (line.dash >= 0):
            first = before
        if scene.line(before).colon >= 0 and not scene.line(before).content and scene.line(before).start < line.indent:
            break
        before = scene.previous(before)
    if before < 0 or scene.line(before).content:
        return 0
    start = column if first == number else scene.line(first).indent
    return 0 if start - scene.line(before).start == _usual_step(scene, line.dash >= 0) else 2


def _usual_step(scene: Scene, of_items: bool) -> int:
    """By how many spaces the fields, or the items, under a field are indented most often in the file."""
    steps: Counter[int] = Counter()
    above = None
    for number in range(min(len(scene.draft.lines), _MEASURED)):
        line = scene.line(number)
        if line.is_blank or number in scene.covered:
            continue
        if above is not None and above.colon >= 0 and not above.content and (line.dash >= 0) == of_items \
                and line.indent >= above.start:
            steps[line.indent - above.start] += 1
        above = line
    return steps.most_common(1)[0][0] if steps else 2


def _moved(scene: Scene, first: int, last: int) -> int:
    """How many lines a move takes, without those that hang on the first."""
    indent = scene.line(first).indent
    return sum(1 for row in range(first, last + 1)
               if row == first or not scene.line(row).is_blank and scene.line(row).indent <= indent)


def _broke_at(scene: Scene) -> int:
    """The line (from 0) that does not fit: where a key without a colon began, else where the parser stumbled."""
    stumble = scene.stumble
    assert stumble is not None
    return stumble.start_line if "simple key" in stumble.problem else stumble.line


def columns_above(scene: Scene, number: int, is_item: bool) -> list[int]:
    """Columns at which a key (or the hyphen of an item) may stand here, as the lines before say."""
    columns: list[int] = []
    limit = 10_000
    before = scene.previous(number)
    first = True
    while before >= 0 and limit > 0:
        line = scene.line(before)
        if line.colon >= 0 and line.start < limit:
            if not is_item:
                columns.append(line.start)
            if first and not line.content:
                columns.append(line.start + 2)
        if line.dash >= 0 and line.dash < limit and is_item:
            columns.append(line.dash)
        limit = min(limit, line.indent)
        first = False
        before = scene.previous(before)
    return list(dict.fromkeys(columns))


def _in_own_keys(scene: Scene, number: int, columns: list[int]) -> bool:
    """Whether the nearest neighbour belongs to people, events: there every word may be a key."""
    before = scene.previous(number)
    column = scene.line(before).start if before >= 0 else 0
    while before >= 0:
        line = scene.line(before)
        if line.start < column:
            return scene.word(line.key) in scene.vocabulary.own_keys
        before = scene.previous(before)
    return False


def _blocks(scene: Scene, number: int) -> list[int]:
    """Where the stretch to be moved may end: with what hangs on the line, at the line, with its like."""
    lines = scene.draft.lines
    indent = scene.line(number).indent
    children = like = number
    only_children = True
    for after in range(number + 1, len(lines)):
        if not lines[after].strip():
            continue
        here = len(lines[after]) - len(lines[after].lstrip(" "))
        is_next = scene.line(number).dash >= 0 and here < scene.line(number).start and lines[after][here] == "-"
        if here > indent and only_children and not is_next:
            children = like = after
        elif here >= indent:
            only_children = False
            like = after
        else:
            break
    return list(dict.fromkeys((children, like, number)))


def moved_lines(scene: Scene, first: int, last: int, count: int, rank: int) -> Guess:
    """The lines from one to another with so many spaces more before them, or (negative) less; told of the first."""
    line, edits = scene.line(first), []
    for row in range(first, last + 1):
        text = scene.draft.lines[row]
        if text.strip():
            blank = len(text) - len(text.lstrip(" "))
            edits.append(scene.edit(row, 0, blank, " " * max(0, blank + count)))
    right = line.indent + count
    fix = Fix(" " * max(0, right) + line.text.strip(), tuple(edits), safe=False)
    return scene.guess(rank, "indent", first, line.indent, line.end, scene.draft.indented(first, last, count),
                       {"spaces": line.indent, "right": right}, (fix,))


def with_ready_line(finding: Finding) -> Finding:
    """The finding with the line as it should stand, and the last line where others are to be moved with it."""
    if not finding.fixes or finding.fixes[0].title[:finding.params["right"]].strip():
        return finding
    fix, params = finding.fixes[0], dict(finding.params)
    rows = [edit.span.line for edit in fix.edits]
    if min(rows) != finding.span.line:
        return finding
    params["ready"] = fix.title
    if max(rows) > min(rows):
        params |= {"line": max(rows), "hint": "lines"}
    return finding._replace(params=params)


def unreadable(scene: Scene, number: int) -> Iterator[Guess]:
    """No explanation: the line is left out, alone or with what hangs on it, to go on with the rest."""
    line = scene.line(number)
    for last in dict.fromkeys((number, *_blocks(scene, number)[:1])):
        draft = scene.draft.silenced(number, last).spoiling(number)
        yield scene.guess(9, "not-readable", number, line.start, max(line.end, line.start + 1), draft)
