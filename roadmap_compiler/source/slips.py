"""What a person did where the YAML parser stumbled, said on the line where it was done, in words of the field.

Explanations are guesses, and the parser judges them: a guess is right when the parser reads on after the slip is
mended as the guess says. So one slip gives one finding, and the reading goes on behind it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from roadmap_compiler.findings import Finding, Span
from roadmap_compiler.source import (
    bare_titles,
    blocks,
    brackets,
    bullets,
    colons,
    hanging,
    headless,
    hyphens,
    indents,
    leftovers,
    lone_lines,
    marks,
    quotes,
    references,
    run_together,
    signs,
    silent,
    strayed,
    table_rows,
    torn,
    values,
)
from roadmap_compiler.source.draft import Draft, draft_of
from roadmap_compiler.source.encodings import without_forbidden
from roadmap_compiler.source.lines import lines_of, without_empty_tabs
from roadmap_compiler.source.looking import look, stumble_of
from roadmap_compiler.source.scene import Guess, Scene, Stumble
from roadmap_compiler.source.vocabulary import Vocabulary

MOST = 60
"""Times that a file is mended and read again; one that needs more is read no further."""
_EFFORT = 24_000_000
"""Characters that may be read before the search for explanations ends: some seconds."""
_LEAST_EFFORT = 400_000
_EFFORT_FOR_EACH = 600
_AT_ONCE = 300
"""Slips that the parser does not see, mended in one go."""
_HOPELESS = 4
"""Lines without an explanation after which the rest of a file is left alone."""
_GROWTH = 2
"""How many times longer mending may make a text: a mend that undoes another one would go on for ever."""
_LOOK = 6
"""How many times dearer than a trial it is to look at a text with its tokens."""
_TRIES = 40
_PAIRS = 12
_LEFT_OUT = 9
"""The rank of a line that is left out because nothing explains it."""
_LEVELS = (2, 4, _LEFT_OUT)
"""Up to which ranks guesses are tried, alone and in pairs, before those behind them."""

_ON_A_LINE = (bare_titles.item_above_list, bare_titles.heading_above_list,
              lone_lines.cut_field, lone_lines.column_without_heading, lone_lines.person_without_name,
              bullets.list_below_value,
              leftovers.divider, marks.tabs, marks.invisible_indent, quotes.quotes_of_key, quotes.quotes_in_text,
              quotes.backslash, marks.stray_mark, marks.two_hyphens, marks.list_mark, marks.glued_dash,
              colons.glued_colon, colons.missing_colon, colons.key_lost, colons.inner_colon, colons.dash_for_colon,
              brackets.not_opened, brackets.stray_sign, brackets.comma_between, brackets.value_in_the_way,
              values.fields_below_value, references.reference, signs.sign_at_start, signs.key_with_sign,
              blocks.field_in_text, blocks.left_of_text, run_together.above_first_item,
              run_together.begin_of_first_left_out, hyphens.missing_dash, torn.value_below,
              strayed.strayed_above, hanging.list_without_field, indents.wrong_indent,
              torn.torn_line)

_VAGUE = frozenset({"indent", "torn-line", "not-readable", "colon-in-wrapped-text"})
"""What is left to say of a line whose true slip was told already."""
_SWALLOWING = frozenset({"quote-not-closed", "bracket-not-closed"})

_END = Stumble(10**9, 0, 10**9, 0, "")


def explain_slips(text: str, file: str, vocabulary: Vocabulary) -> tuple[Draft | None, list[Finding]]:
    """Every slip of a text, and the draft in which they are mended; None where it cannot be read in the end."""
    draft, findings = _read_on(text, file, vocabulary)
    lines = lines_of(text)
    findings = [indents.with_ready_line(one) if one.code == "indent" else one for one in findings]
    return draft, [finding._replace(span=_inside(finding.span, lines)) for finding in findings]


def _inside(span: Span, lines: list[str]) -> Span:
    """A span that does not leave its line: a mark under nothing would help nobody."""
    length = len(lines[span.line - 1]) + 1
    last = len(lines[span.end_line - 1]) + 1
    return span._replace(column=min(span.column, length), end_column=min(span.end_column, last))


def _read_on(text: str, file: str, vocabulary: Vocabulary) -> tuple[Draft | None, list[Finding]]:
    findings: list[Finding] = []
    draft = draft_of(without_empty_tabs(without_forbidden(text, file, findings)))
    effort = min(_EFFORT, _LEAST_EFFORT + _EFFORT_FOR_EACH * len(text))
    moved: set[int] = set()  # lines whose indent was a guess: a better guess is no second slip
    for _ in range(MOST):
        hopeless = sum(finding.code == "not-readable" for finding in findings) > _HOPELESS
        if effort < 0 or len(findings) >= _AT_ONCE or hopeless:
            break
        if len(draft.text) > _GROWTH * len(text) + 200:
            break
        scene = look(file, draft, vocabulary)
        effort -= _LOOK * len(text)
        if scene.stumble is None:
            mended, told = _silent_ones(scene)
            if not told:
                return draft, findings
            findings += told
        else:
            guess, effort = _explain(scene, effort)
            if guess is None:
                return None, [*findings, _unexplained(scene)]
            mended = guess.draft
            told_lines = moved if guess.finding.code == "indent" else {one.span.line for one in findings}
            if guess.finding.code not in _VAGUE or guess.finding.span.line not in told_lines:
                findings.append(guess.finding)
            if guess.finding.code in ("tab", "invisible-space"):
                moved.update(edit.span.line for fix in guess.finding.fixes for edit in fix.edits)
        if mended.lines == draft.lines:
            break
        draft = mended
    return (draft if stumble_of(draft.text) is None else None), findings


def _silent_ones(scene: Scene) -> tuple[Draft, list[Finding]]:
    """Slips that the parser does not see, as many as touch different lines."""
    draft = scene.draft
    told: list[Finding] = []
    for guess in islice(silent.find_silent(scene), _AT_ONCE):
        joined = draft.with_changes_of(guess.draft, scene.draft)
        if joined is not None:
            draft = joined
            told.append(guess.finding)
    return draft, told


def _explain(scene: Scene, effort: int) -> tuple[Guess | None, int]:
    """The first guess, from the surest on, after which the parser reads on; and what effort is left.

    Where two slips stand so close that mending one shows only the other, they are mended together and the first
    is told.
    """
    guesses = _guesses(scene)
    above = -1
    for limit in _LEVELS:
        level = [guess for guess in guesses if above < guess.rank <= limit]
        found, effort = _first_that_reads_on(scene, level, effort)
        if found is None and limit < _LEFT_OUT:
            found, effort = _first_of_two(scene, level, limit, effort)
        if found is not None:
            return found, effort
        above = limit
    return None, effort


def _first_that_reads_on(scene: Scene, guesses: list[Guess], effort: int) -> tuple[Guess | None, int]:
    """Of equals (guesses of one kind and rank) the one that goes furthest, and of those the one that changes least."""
    assert scene.stumble is not None
    best: tuple[tuple[int, int, int], Guess] | None = None
    for guess in guesses[:_TRIES]:
        if best is not None and (guess.rank, guess.finding.code) != (best[1].rank, best[1].finding.code):
            break
        if effort < 0 or best is not None and guess.rank == _LEFT_OUT:
            break
        effort -= len(scene.draft.lines) * 40
        after = stumble_of(guess.draft.text) or _END
        gain = (after.line, after.column, -guess.cost)
        if guess.rank == 0 and after is not _END:
            gain = (0, 0, -guess.cost)  # another slip is in the way: how far it goes says nothing
        if _reads_on(scene.stumble, after, guess) and (best is None or gain > best[0]):
            best = gain, guess
    return (best[1] if best else None), effort


def _first_of_two(scene: Scene, guesses: list[Guess], limit: int, effort: int) -> tuple[Guess | None, int]:
    """A sure guess after which a second sure one, on another line, lets the parser read on."""
    for guess in guesses[:_PAIRS]:
        effort -= 2 * _LOOK * len(scene.draft.lines) * 40
        then = look(scene.file, guess.draft, scene.vocabulary)
        if then.stumble is None:
            continue
        others = [other for other in _guesses(then) if other.rank <= limit
                  and other.finding.span.line != guess.finding.span.line][:_PAIRS]
        second, effort = _first_that_reads_on(then._replace(stumble=scene.stumble), others, effort)
        if second is not None:
            return guess, effort
        if effort < 0:
            break
    return None, effort


def _reads_on(before: Stumble, after: Stumble, guess: Guess) -> bool:
    """Whether mending a slip has moved the parser on."""
    if after[:2] == before[:2] and after.problem == before.problem:
        return False
    if guess.rank == 0 and guess.finding.code not in _SWALLOWING:
        return True  # what can be seen is a slip for certain, whatever else is wrong
    if after[:2] > before[:2] or after[:2] == before[:2] and guess.rank <= _LEVELS[0]:
        return True
    # the parser had swallowed lines and stumbled far behind the slip: any place behind the slip is progress
    return guess.finding.code in _SWALLOWING and after.line > guess.finding.span.line - 1


def _guesses(scene: Scene) -> list[Guess]:
    """Explanations, the surest first, and of equals those nearest to where the parser stumbled."""
    found: list[tuple[int, int, Guess]] = []
    for guess in (*leftovers.conflict(scene), *leftovers.diff_signs(scene), *leftovers.remarks(scene),
                  *table_rows.table_rows(scene), *silent.documents(scene), *headless.field_left_out(scene)):
        found.append((guess.rank, -1, guess))
    for distance, guess in _around(scene):
        found.append((guess.rank, distance, guess))
    found.sort(key=lambda one: one[:2])
    return [guess for _, _, guess in found]


def _around(scene: Scene) -> Iterator[tuple[int, Guess]]:
    for guess in quotes.not_closed(scene):
        yield 0, guess
    for guess in signs.open_bracket(scene):
        yield 0, guess
    lines = _suspects(scene)
    for distance, number in enumerate(lines):
        for explain in _ON_A_LINE:
            for guess in explain(scene, number):
                yield distance, guess
    for number in _odd_before(scene):
        for guess in (*marks.tabs(scene, number), *marks.invisible_indent(scene, number)):
            yield 0, guess
    for distance, number in enumerate(lines):
        for guess in indents.unreadable(scene, number):
            yield distance, guess


def _suspects(scene: Scene) -> list[int]:
    """Lines (from 0) that may hold the slip: where the unfinished thing began, where it broke, and those before."""
    stumble = scene.stumble
    assert stumble is not None
    last = len(scene.draft.lines) - 1
    at = min(stumble.line, last)
    lines = []
    if "simple key" in stumble.problem or "scalar" in stumble.problem:
        lines.append(min(stumble.start_line, last))
    lines.append(at)
    if "block" in stumble.problem:
        lines.append(min(stumble.start_line, last))
    lines += hyphens.first_of_list(scene, at)
    before = at
    for _ in range(3):
        before = scene.previous(before)
        if before < 0:
            break
        lines.append(before)
    return list(dict.fromkeys(number for number in lines if scene.draft.lines[number].strip()))


def _odd_before(scene: Scene) -> list[int]:
    """The nearest lines further up whose indent is not made of spaces: the parser may stumble long after them."""
    assert scene.stumble is not None
    rows = range(min(scene.stumble.line, len(scene.draft.lines)) - 1, -1, -1)
    odd = (row for row in rows if row not in scene.covered and marks.has_odd_indent(scene.draft.lines[row]))
    return list(islice(odd, 3))


def _unexplained(scene: Scene) -> Finding:
    stumble = scene.stumble
    assert stumble is not None
    number = min(stumble.line, len(scene.draft.lines) - 1)
    while number > 0 and not scene.draft.lines[number].strip():
        number -= 1
    line = scene.line(number)
    span = scene.draft.span(scene.file, number, line.start, max(line.end, line.start + 1))
    return Finding("not-readable", "error", span)
