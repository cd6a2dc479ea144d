"""Next year's file: the same text with its years moved, span by span; everything else stays byte for byte.

Years move in the period, in deadlines, and in texts where they are years of the period. They never move in a
normative reference («от 25.12.2019 № Р-145») nor in what was done («выполнено 14.05.2026»). Number and date of the
approval are cleared and the list of amendments is taken out: they are of other acts.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from roadmap_compiler.deadlines import meaning, parse, print_deadline, read_date, shift
from roadmap_compiler.editing.filling import as_edits, take_out
from roadmap_compiler.editing.spans import apply_edits, span_between
from roadmap_compiler.editions.free_columns import is_free, is_of_next_year
from roadmap_compiler.editions.ids import missing_ids
from roadmap_compiler.editions.wording import all_years, shift_years
from roadmap_compiler.findings import Edit, Span
from roadmap_compiler.plan.approvals import approval_kind
from roadmap_compiler.plan.plan import Plan
from roadmap_compiler.source.tree import Path, Tree

NoteKind = Literal["text", "deadline", "reworded", "cleared", "check", "untouched", "period", "number"]


class Note(NamedTuple):
    """What happened to one value: its place, the text before and after ("" where it was cleared), and its key as
    written. "number" is a number that the author gave by hand: an amended roadmap has such, a new one counts anew."""

    kind: NoteKind
    span: Span
    old: str
    new: str
    key: str = ""


class Rollover(NamedTuple):
    """The new text, what was done, and how many ids were written and could not be."""

    text: str
    notes: tuple[Note, ...]
    ids: int
    without_id: int


def roll_over(plan: Plan, years: int) -> Rollover:
    """The text of a roadmap so many years later. The roadmap must have been read without mistakes of writing."""
    roller = _Roller(plan, years)
    for path, value in plan.tree.texts():
        roller.visit(path, value)
    roller.visit_comments()
    ids = missing_ids(plan.roadmap, plan.tree)
    edits = _together(roller.edits, ids.edits)
    text = apply_edits(plan.tree.text, edits)
    notes = tuple(note._replace(span=_in_new_text(note.span, edits)) for note in roller.notes)
    return Rollover(text, notes, ids.written, ids.without)


def _in_new_text(span: Span, edits: list[Edit]) -> Span:
    """On which line of the new text a place of the old one stands; that is the file which the author reads on in."""
    down = sum(edit.text.count("\n") - (edit.span.end_line - edit.span.line) for edit in edits
               if (edit.span.end_line, edit.span.end_column) <= (span.line, span.column))
    return span._replace(line=span.line + down, end_line=span.end_line + down)


def _together(edits: list[Edit], ids: list[Edit]) -> list[Edit]:
    """The edits of both; what an id puts before a text whose year moves goes in with the new text."""
    starts = {(edit.span.line, edit.span.column): at for at, edit in enumerate(edits)}
    joined, rest = list(edits), []
    for edit in ids:
        at = starts.get((edit.span.line, edit.span.column))
        if at is None:
            rest.append(edit)
        else:
            joined[at] = joined[at]._replace(text=edit.text + joined[at].text)
    return [*joined, *rest]


class _Roller:
    """Goes through the values of one file and collects edits."""

    def __init__(self, plan: Plan, years: int) -> None:
        self.tree: Tree = plan.tree
        self.plan = plan
        self.years = years
        self.first, self.last = plan.period.start.year, plan.period.end.year
        self.edits: list[Edit] = []
        self.notes: list[Note] = []
        self.taken_out: set[Path] = set()

    def visit(self, path: Path, value: str) -> None:
        """Do what a value needs."""
        head, last = path[0], path[-1]
        if head == "approvals" and "amendments" in path:
            self._take_out(path[:path.index("amendments") + 1], value)
        elif head == "period":
            self._dates_of_period(path, value)
        elif (head == "approvals" and last in ("date", "number")) or (head == "signatures" and last == "date"):
            self._clear(path, value)
        elif "deadline" in path:
            self._deadline(path, value)
        elif head in ("stages", "activities") and last == "number":
            self._note("number", path, value, value)
        elif head in ("title", "table", "stages", "activities") and not {"id", "formerly", "number"} & {*path}:
            self._text(path, value)
        elif head not in ("schema_version", "id") and all_years(value):
            self._note("untouched", path, value, value)

    def visit_comments(self) -> None:
        """Comments are the author's own: one that names a year is told, never changed."""
        for number, line in enumerate(self.tree.text.splitlines(), start=1):
            sign = line.find("#")
            if sign >= 0 and all_years(line[sign:]) and not self.tree.is_text(number, sign):
                span = Span(self.tree.file, number, sign + 1, number, len(line) + 1)
                self.notes.append(Note("untouched", span, line[sign:], line[sign:]))

    def _note(self, kind: NoteKind, path: Path, old: str, new: str) -> None:
        start, end = self.tree.key_offsets(path) if isinstance(path[-1], str) else (0, 0)
        self.notes.append(Note(kind, self.tree.span(path), old, new, self.tree.text[start:end].strip("\"' :")))

    def _move(self, kind: NoteKind, path: Path, value: str, first: int = 0, last: int = 9999,
              short: bool = False) -> bool:
        """Move the years of a value as it is typed, and tell it; whether there was any to move."""
        source = self.tree.text[slice(*self.tree.offsets(path))]
        moved = shift_years(source, self.years, first, last, short)
        if moved == source:
            return False
        self._replace(path, moved)
        self._note(kind, path, value, shift_years(value, self.years, first, last, short))
        return True

    def _replace(self, path: Path, source: str) -> None:
        start, end = self.tree.offsets(path)
        self.edits.append(Edit(span_between(self.tree.text, start, end, self.tree.file), source))

    def _dates_of_period(self, path: Path, value: str) -> None:
        """The period itself, and the dates that it declares: these move too, but their true days are the author's."""
        declared = len(path) > 1 and path[1] in ("terms", "vacations", "events")
        self._move("check" if declared else "period", path, value)

    def _clear(self, path: Path, value: str) -> None:
        """A blank to be filled in by hand. «2021 г.» without a day is moved, «нет» and a number of an annex stay."""
        if path[-1] == "number" and not self._is_number_of_act(path):
            return
        if not value.strip() or value.strip().lower() in ("нет", "no", "none"):
            return
        if path[-1] == "date" and read_date(value).date is None:
            self._move("text", path, value)
            return
        start, end = self.tree.offsets(path)
        if self.tree.is_flow(path[:-1]):
            self._replace(path, '""')
        else:
            while self.tree.text[start - 1] == " ":
                start -= 1
            self.edits.append(Edit(span_between(self.tree.text, start, end, self.tree.file), ""))
        self._note("cleared", path, value, "")

    def _take_out(self, path: Path, value: str) -> None:
        """The acts that amended the roadmap of this year, all of them at once."""
        if path not in self.taken_out:
            self.taken_out.add(path)
            self.edits += as_edits(self.tree, take_out(self.tree, path, "[]"))
        if value.strip():
            self._note("cleared", path, value, "")

    def _is_number_of_act(self, path: Path) -> bool:
        at = path[1] if len(path) > 2 and isinstance(path[1], int) else 0
        approval = self.plan.roadmap.approvals[at]
        return approval_kind(approval.kind) != "annex" or approval.act is not None

    def _text(self, path: Path, value: str) -> None:
        """Years of the period in any other text; the rest of its years are told and left alone, and so are those of
        facts: in notes and the author's own columns, all that does not read as a plan."""
        if is_free(path) and all_years(value) and not is_of_next_year(
                path, value, self.plan.roadmap.table.columns.get(str(path[-1]), "")):
            self._note("untouched", path, value, value)
            return
        if not self._move("text", path, value, self.first, self.last) and all_years(value):
            self._note("untouched", path, value, value)

    def _deadline(self, path: Path, value: str) -> None:
        """Every written year; the words stay where moving the figures alone says the right thing."""
        if path[-1] != "deadline":  # a part of the structured form
            self._move("deadline", path, value)
            return
        old = parse(value)
        expected = shift(old, self.years)
        for short in (False, True):
            moved = shift_years(value, self.years, short=short)
            if old.kind == "verbatim" or meaning(parse(moved)) == meaning(expected):
                self._move("deadline", path, value, short=short)
                return
        text = print_deadline(expected)
        if meaning(parse(text)) == meaning(expected):
            from roadmap_compiler.editing.scalars import is_plain, quoted

            self._replace(path, text if is_plain(text) and not self.tree.is_flow(path[:-1]) else quoted(text))
            self._note("reworded", path, value, text)
        else:
            self._note("untouched", path, value, value)
