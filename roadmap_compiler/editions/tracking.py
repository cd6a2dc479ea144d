"""A document with marks → the same document with Word's own tracked changes (ECMA-376, part 1, 17.13.5).

A run between marks goes into w:ins or w:del; a paragraph that comes or goes whole has its mark tracked, a row its
w:trPr as well: with the mark of the row alone LibreOffice keeps both rows, with those of the runs alone empty rows
remain.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from roadmap_compiler.documents.package import EMPTY, added, pack, package_bytes, read_members
from roadmap_compiler.documents.wordxml import Element, parse
from roadmap_compiler.editions.marking import END, MARKS, NEW, NEW_ROW, OLD, OLD_ROW

State = Literal["", "ins", "del"]

AUTHOR = "Сравнение редакций"
_STATES: dict[str, State] = {OLD: "del", NEW: "ins", END: ""}
_ROW_STATES: dict[str, State] = {OLD_ROW: "del", NEW_ROW: "ins"}
_LEAVES_TEXT = frozenset({"w:t", "w:br", "w:tab", "w:noBreakHyphen", "w:sym", "w:cr"})
_AFTER_PARAGRAPH_MARK = ("w:sectPr", "w:pPrChange")
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def track(document: bytes, moment: str, number_row: State = "") -> bytes:
    """The package with every mark made a tracked change of ``moment`` (2022-08-30T00:00:00Z).

    ``number_row``: what becomes of the row of column numbers, which templates print themselves, so that it has no mark.
    """
    tracker = _Tracker(moment, number_row)
    members = []
    for member in read_members(document):
        data = member.data
        is_text = member.name == "word/document.xml" and number_row != ""
        if is_text or any(mark.encode() in data for mark in MARKS):
            if member.name.startswith("word/"):
                root = parse(data)
                tracker.track(root)
                text = DECLARATION + _written(root)
            else:
                text = without_old(data.decode())
            member = pack(member.name, text.encode())
        members.append(member)
    return package_bytes(added(EMPTY, members))


def without_old(text: str) -> str:
    """The new edition of a marked text."""
    out, state = "", ""
    for letter in text:
        if letter in _STATES:
            state = _STATES[letter]
        elif letter not in MARKS and state != "del":
            out += letter
    return out


class _Fate(NamedTuple):
    """What a paragraph holds: text that stays, that comes, that goes."""

    stays: bool
    comes: bool
    goes: bool

    @property
    def whole(self) -> State:
        """The state of a paragraph all of whose text comes or goes."""
        if self.stays or self.comes == self.goes:
            return ""
        return "ins" if self.comes else "del"


class _Tracker:
    """Makes the changes of one package; every one of them has its own number."""

    def __init__(self, moment: str, number_row: State) -> None:
        self.moment = moment
        self.number_row = number_row
        self.count = 0

    def track(self, element: Element) -> None:
        """Change one part in place."""
        self._container(element, "")

    def _container(self, element: Element, row_state: State) -> None:
        """The paragraphs of a body, a cell, a header, and the tables between them."""
        paragraphs: list[tuple[Element, State]] = []
        for child in list(element.elements()):
            if child.name == "w:p":
                fate = self._paragraph(child, row_state)
                paragraphs.append((child, row_state or fate.whole))
            elif child.name == "w:tbl":
                self._flush(paragraphs, in_cell=False, row_state=row_state)
                for row in child.elements():
                    self._row_or_other(row, row_state)
            elif child.name not in ("w:sectPr", "w:tcPr", "w:tblPr"):
                self._container(child, row_state)
        self._flush(paragraphs, element.name == "w:tc", row_state)

    def _row_or_other(self, row: Element, row_state: State) -> None:
        if row.name != "w:tr":
            if row.name not in ("w:tblPr", "w:tblGrid"):
                self._container(row, row_state)
            return
        state = row_state or _marked_row(row) or _whole_row(row)
        if self.number_row and not state and _is_number_row(row):
            state, self.number_row = self.number_row, ""
        if state:
            properties = row.first("w:trPr")
            if properties is None:
                properties = Element("w:trPr", {}, [])
                at = 1 if row.first("w:tblPrEx") is not None else 0
                row.children.insert(at, properties)
            properties.children.append(self._change(state))
        for cell in row.elements():
            if cell.name != "w:trPr":
                self._container(cell, state)

    def _flush(self, paragraphs: list[tuple[Element, State]], in_cell: bool, row_state: State) -> None:
        """Track the marks of whole paragraphs. The last paragraph of a cell has no mark of its own to track: there the
        marks before it are tracked instead."""
        states = [state for _, state in paragraphs]
        if in_cell and not row_state and states and states[-1]:
            first = len(states)
            while first and states[first - 1] == states[-1]:
                first -= 1
            states = [*states[:max(0, first - 1)], *states[max(1, first):], ""]
        for (paragraph, _), state in zip(paragraphs, states, strict=True):
            if state:
                self._track_mark(paragraph, state)
        paragraphs.clear()

    def _track_mark(self, paragraph: Element, state: State) -> None:
        properties = paragraph.first("w:pPr")
        if properties is None:
            properties = Element("w:pPr", {}, [])
            paragraph.children.insert(0, properties)
        run = properties.first("w:rPr")
        if run is None:
            run = Element("w:rPr", {}, [])
            at = next((at for at, child in enumerate(properties.children)
                       if isinstance(child, Element) and child.name in _AFTER_PARAGRAPH_MARK), len(properties.children))
            properties.children.insert(at, run)
        run.children.insert(0, self._change(state))

    def _change(self, state: State, children: list[Element] | None = None) -> Element:
        self.count += 1
        attributes = {"w:id": str(self.count), "w:author": AUTHOR, "w:date": self.moment}
        return Element(f"w:{state}", attributes, list(children or ()))  # type: ignore[arg-type]

    def _paragraph(self, paragraph: Element, row_state: State) -> _Fate:
        """Track the runs of a paragraph. The state carries over line breaks and runs, not over paragraphs."""
        state: State = ""
        seen: set[State] = set()
        out: list[Element] = []
        for child in list(paragraph.children):
            assert isinstance(child, Element)
            if child.name != "w:r":
                if child.name not in ("w:pPr", "w:del", "w:ins"):
                    self._inner_runs(child, row_state)
                out.append(child)
                continue
            for run_state, run in _split(child, state):
                shown = row_state or run_state
                if _has_text(run):
                    seen.add(shown)
                out.append(self._change(shown, [_as_deleted(run) if shown == "del" else run]) if shown else run)
            state = _last_state(child, state)
        paragraph.children[:] = out
        return _Fate("" in seen, "ins" in seen, "del" in seen)

    def _inner_runs(self, element: Element, row_state: State) -> None:
        """Runs inside of a hyperlink or a content control: the same, one level deeper."""
        if any(child.name == "w:r" for child in element.elements()):
            self._paragraph(element, row_state)
            return
        for child in element.elements():
            if child.name == "w:p":
                self._paragraph(child, row_state)
            else:
                self._inner_runs(child, row_state)


def _text_of(element: Element) -> str:
    return "".join(child for child in element.children if isinstance(child, str))


def _marked_row(row: Element) -> State:
    for text in row.iter("w:t"):
        for letter, state in _ROW_STATES.items():
            if letter in _text_of(text):
                return state
    return ""


def _is_number_row(row: Element) -> bool:
    texts = ["".join(_text_of(text) for text in cell.iter("w:t")) for cell in row.elements() if cell.name == "w:tc"]
    return len(texts) > 1 and texts == [str(number) for number in range(1, len(texts) + 1)]


def _whole_row(row: Element) -> State:
    """A row without a mark of its own whose texts all come or all go, as that of a signature does."""
    seen: set[State] = set()
    for paragraph in row.iter("w:p"):
        state: State = ""
        for text in paragraph.iter("w:t"):
            for letter in _text_of(text):
                if letter in _STATES:
                    state = _STATES[letter]
                elif letter not in MARKS:
                    seen.add(state)
    return seen.pop() if len(seen) == 1 else ""


def _split(run: Element, state: State) -> list[tuple[State, Element]]:
    """A run cut at the marks in it; each piece has the properties of the run. Marks are gone."""
    properties = [child for child in run.elements() if child.name == "w:rPr"]
    out: list[tuple[State, Element]] = []

    def piece(content: Element) -> None:
        if out and out[-1][0] == state:
            out[-1][1].children.append(content)
        else:
            out.append((state, Element("w:r", dict(run.attributes), [*properties, content])))

    for child in run.elements():
        if child.name == "w:rPr":
            continue
        if child.name != "w:t":
            piece(child)
            continue
        stretch = ""
        for letter in (*_text_of(child), END + END):
            if letter not in _STATES and letter != END + END:
                stretch += letter if letter not in MARKS else ""
                continue
            if stretch:
                piece(Element("w:t", {"xml:space": "preserve"}, [stretch]))
                stretch = ""
            if letter in _STATES:
                state = _STATES[letter]
    if not out and not any(mark in _text_of(text) for text in run.iter("w:t") for mark in MARKS):
        return [(state, run)]
    return out


def _last_state(run: Element, state: State) -> State:
    for text in run.iter("w:t"):
        for letter in _text_of(text):
            state = _STATES.get(letter, state)
    return state


def _has_text(run: Element) -> bool:
    return any(child.name in _LEAVES_TEXT and (child.name != "w:t" or _text_of(child)) for child in run.elements())


def _as_deleted(run: Element) -> Element:
    children = [Element("w:delText", {"xml:space": "preserve"}, child.children)
                if isinstance(child, Element) and child.name == "w:t" else
                Element("w:delInstrText", child.attributes, child.children)
                if isinstance(child, Element) and child.name == "w:instrText" else child for child in run.children]
    return Element(run.name, run.attributes, children)


def _written(element: Element) -> str:
    """The XML of an element."""
    out: list[str] = []

    def write(one: Element) -> None:
        out.append("<" + one.name)
        for name, value in one.attributes.items():
            out.append(f' {name}="{_escaped(str(value)).replace(chr(34), "&quot;")}"')
        if not one.children:
            out.append("/>")
            return
        out.append(">")
        for child in one.children:
            if isinstance(child, Element):
                write(child)
            else:
                out.append(_escaped(str(child)))
        out.append(f"</{one.name}>")

    write(element)
    return "".join(out)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
