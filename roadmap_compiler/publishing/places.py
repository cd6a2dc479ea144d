"""Where people sign in a document: blocks of approval, lines and rows with a blank.

ГОСТ Р 7.0.97-2025, реквизиты 16 (утверждение), 20 (согласование), 22 (подпись); documents of other programs keep to
them more or less, so that a block may be a cell, a column of cells, or paragraphs one under another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal, NamedTuple

from .names import LONGEST_TEXT, person_in
from .word_text import above, local, number_of, plain, text_of, value_of

if TYPE_CHECKING:
    from lxml.etree import _Element

Kind = Literal["approval", "agreement", "signature"]

_APPROVAL = re.compile(r"\W*утвержд(аю|[её]н[аоы]?|ается)\b")
_AGREEMENT = re.compile(r"\W*(согласован[аоы]?|принят[аоы]?|рассмотрен[аоы]?|одобрен[аоы]?)\b")
_SPACED = re.compile(r"(?<=\b\w) (?=\w\b)")  # «У Т В Е Р Ж Д А Ю»
_BLANK = re.compile("_{3,}|…{3,}|\\.{9,}")
_OTHER_BLANK = re.compile(
    r"[«\"“„]\s*_+\s*[»\"”][\s_]*(20[\s_]*\d*)?|№\s*_+|\bот\s+_[\s_]*|_+\s*20[\d_]*\s*г|20_+|\b(дата|тел\w*)\W*_+",
    re.IGNORECASE)
_PLAN = re.compile(r"мероприят|этап|срок|ответственн|исполнител|результат|содержани|наименован")
_TITLE = re.compile(r"\W*(дорожная карта|план|программа|комплекс мер)\b")
LONGEST_BLOCK = 8
"""Paragraphs, or rows where each line is a row of its own."""
LARGEST_GRIF_TABLE = 12
"""Rows; more of them are a plan, whose cells name people who do not sign there."""
FIRST_PARAGRAPHS = 20


class Place(NamedTuple):
    """A place to sign.

    Attributes:
        kind: of the block, or a line after the text.
        text: what is written there, people too.
        anchor: the paragraph at which the mark goes in.
        blank: where in the text of ``anchor`` the line to sign on is; None where there is none or it is not its own.
        before: the mark goes before ``anchor``, else behind it.
        side: left or right, where two blocks share their lines; "" for the side of the paragraph.
    """

    kind: Kind
    text: str
    anchor: _Element
    blank: tuple[int, int] | None
    before: bool
    side: Literal["", "left", "right"] = ""


def find_places(body: _Element) -> list[Place]:
    """Every place to sign on, in the order of the document."""
    found: list[Place] = []
    taken: set[_Element] = set()
    for number, lines in enumerate(_runs_of_paragraphs(body)):
        found += _blocks(lines, taken, number < FIRST_PARAGRAPHS and _is_early(lines[0], body))
    for lines in _runs_of_paragraphs(body):
        found += [place for line in lines if line not in taken for place in _signing(line)]
    return found


def blanks(text: str) -> list[tuple[int, int]]:
    """Lines to sign on; those of dates and numbers are not."""
    if len(text) > LONGEST_TEXT:
        return []
    others = [match.span() for match in _OTHER_BLANK.finditer(text)]
    return [match.span() for match in _BLANK.finditer(text)
            if not any(start < match.end() and match.start() < end for start, end in others)]


def _runs_of_paragraphs(container: _Element) -> Iterator[list[_Element]]:
    """Paragraphs that follow one another in the body, in a cell, in a content control; plans are left out."""
    lines: list[_Element] = []
    for child in container:
        if local(child) == "p":
            lines.append(child)
            continue
        if lines and local(child) not in ("bookmarkStart", "bookmarkEnd", "proofErr"):
            yield lines
            lines = []
        if local(child) == "tbl" and not _is_plan(child):
            for cell in (cell for row in rows_of(child) for cell in cells_of(row)):
                yield from _runs_of_paragraphs(cell)
        elif local(child) in ("sdt", "sdtContent", "customXml", "ins", "moveTo"):
            yield from _runs_of_paragraphs(child)
    if lines:
        yield lines


def rows_of(table: _Element) -> list[_Element]:
    """The rows of a table, those inside content controls too; not those of tables in its cells."""
    return list(_held(table, "tr", ("sdt", "sdtContent", "customXml", "ins")))


def cells_of(row: _Element) -> list[_Element]:
    """The cells of a row, likewise."""
    return list(_held(row, "tc", ("sdt", "sdtContent", "customXml")))


def _held(element: _Element, name: str, through: tuple[str, ...]) -> Iterator[_Element]:
    for child in element:
        if local(child) == name:
            yield child
        elif local(child) in through:
            yield from _held(child, name, through)


def paragraphs_of(element: _Element) -> list[_Element]:
    """All paragraphs below an element."""
    return [child for child in element.iter() if local(child) == "p"]


def _is_plan(table: _Element) -> bool:
    rows = rows_of(table)
    head = plain(" ".join(text_of(line) for row in rows[:2] for line in paragraphs_of(row)))
    return len(rows) > LARGEST_GRIF_TABLE or (len(rows) > 2 and len(set(_PLAN.findall(head))) > 1)


def _is_early(line: _Element, body: _Element) -> bool:
    """Whether no plan stands before a paragraph of the body or of a cell."""
    top = line
    while top.getparent() is not body:
        top = top.getparent()
    return not any(local(before) == "tbl" and _is_plan(before) for before in top.itersiblings(preceding=True))


def _word(line: _Element) -> Kind | None:
    """«УТВЕРЖДАЮ», «Согласовано»: what a block that begins with this paragraph is."""
    return _kind(text_of(line))


def _kind(text: str) -> Kind | None:
    text = _SPACED.sub("", plain(text))
    if _APPROVAL.match(text):
        return "approval"
    return "agreement" if _AGREEMENT.match(text) else None


def _blocks(lines: list[_Element], taken: set[_Element], early: bool) -> Iterator[Place]:
    """The blocks among paragraphs of one cell, or of the body. One without a blank counts on the first sheet only."""
    for at, line in enumerate(lines):
        kind = _word(line)
        if kind is None:
            continue
        if len(halves := _halves(line)) == 2 and (other := _kind(halves[1])):
            block = [line, *_below(lines[at + 1:])]
            taken.update(block)
            yield from _side_by_side((kind, other), block)
            continue
        block = [line, *_below(lines[at + 1:])]
        signed = _with_blank(block)
        if signed is None and (column := _in_column(line)):
            signed = _with_blank([*block, *column])
            block += column if signed is not None else []
        text = "\n".join(map(text_of, block))
        if signed is not None:
            taken.update(block)
            yield _at_blank(kind, text, signed)
        elif early:
            taken.update(block)
            written = [line for line in block if text_of(line).strip()]
            yield Place(kind, text, written[-1], None, before=False)


def _halves(line: _Element) -> list[str]:
    """What tabs or many spaces part in a line."""
    return [half for half in re.split(r"\t+| {5,}", text_of(line).strip()) if half.strip()]


def _side_by_side(kinds: tuple[Kind, Kind], block: list[_Element]) -> Iterator[Place]:
    """Two blocks parted by tabs, the left and the right one; their marks go below the line with the blanks."""
    signed = _with_blank(block)
    anchor = signed if signed is not None else block[-1]
    parted = [_halves(line) for line in block]
    for at, kind in enumerate(kinds):
        text = "\n".join(halves[at] for halves in parted if len(halves) > at)
        yield Place(kind, text, anchor, None, before=False, side="right" if at else "left")


def _below(lines: list[_Element]) -> Iterator[_Element]:
    """What belongs to a block below its word: up to the next word, or to an empty line behind the last blank."""
    signed = False
    for line in lines[:LONGEST_BLOCK]:
        text = text_of(line)
        if _word(line) is not None or _TITLE.match(plain(text)):
            return
        if not text.strip() and (signed or not _is_signed_below(lines, line)):
            return
        signed = signed or bool(blanks(text))
        yield line


def _is_signed_below(lines: list[_Element], empty: _Element) -> bool:
    """Whether an empty line parts a block from its blank: one stands below, before anything like a title."""
    rest = lines[lines.index(empty) + 1:][:3]
    return any(blanks(text_of(line)) for line in rest)


def _with_blank(block: list[_Element]) -> _Element | None:
    return next((line for line in block if blanks(text_of(line))), None)


def _in_column(line: _Element) -> list[_Element]:
    """The paragraphs in the cells below: tables where each line of a block is a row of its own."""
    cell = line.getparent()
    row = above(cell, "tr")
    table = above(row, "tbl") if row is not None else None
    if table is None or local(cell) != "tc":
        return []
    rows = rows_of(table)
    first, last = columns_of(row)[cell]
    found: list[_Element] = []
    for below in rows[rows.index(row) + 1:][:LONGEST_BLOCK]:
        inside = [line for cell, (start, end) in columns_of(below).items() if start < last and first < end
                  for line in cell if local(line) == "p"]
        if any(_word(line) is not None for line in inside):
            break
        found += inside
        if any(blanks(text_of(line)) for line in inside):
            return found
    return []


def columns_of(row: _Element) -> dict[_Element, tuple[int, int]]:
    """Each cell with the columns of the grid that it takes, the last one not included."""
    at = _number(row, "trPr/gridBefore")
    columns = {}
    for cell in cells_of(row):
        span = _number(cell, "tcPr/gridSpan") or 1
        columns[cell] = (at, at + span)
        at += span
    return columns


def _number(element: _Element, path: str) -> int:
    """The w:val at a path of names, 0 where there is none or it is no count."""
    held: _Element | None = element
    for name in path.split("/"):
        held = next((child for child in held if local(child) == name), None) if held is not None else None
    return max(0, number_of(value_of(held))) if held is not None else 0


def _at_blank(kind: Kind, text: str, line: _Element) -> Place:
    """A blank that begins its line gives its place to the mark; any other stays as an empty room, the mark below."""
    written = text_of(line)
    found = blanks(written)
    first = found[0]
    if len(found) > 1:
        return Place(kind, text, line, None, before=False)
    return Place(kind, text, line, first, before=not written[:first[0]].strip())


def _signing(line: _Element) -> Iterator[Place]:
    """A line to sign on below the text: «Директор ________ О. В. Хакимова», or a row of cells."""
    written = text_of(line)
    row = above(line, "tr")
    beside = "\n".join(text_of(other) for other in paragraphs_of(row)) if row is not None else ""
    if blanks(written):
        yield _at_blank("signature", written if person_in(written) else f"{written}\n{beside}", line)
    elif not written.strip() and _is_ruled_cell(line.getparent()) and person_in(beside):
        yield Place("signature", beside, line, None, before=True)


def _is_ruled_cell(cell: _Element) -> bool:
    """An empty cell with a line below and none above: there people sign."""
    if local(cell) != "tc" or "".join(map(text_of, paragraphs_of(cell))).strip():
        return False
    sides = {local(side): value_of(side) for side in cell.iterfind("./*/*/*") if local(side.getparent()) == "tcBorders"}
    return sides.get("bottom", "nil") not in ("nil", "none") and sides.get("top", "nil") in ("nil", "none")
