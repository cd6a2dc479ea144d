"""The text of a document, as built and as found: paragraph by paragraph, row by row, cell by cell."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from roadmap_compiler.seals.blocks import Block, Paragraph, Table, TableRow, blocks_of
from roadmap_compiler.seals.differences import NOWHERE, Difference, Place, PlaceKind
from roadmap_compiler.seals.foreign import Foreign, foreign_in
from roadmap_compiler.seals.rows import align
from roadmap_compiler.seals.trees import Node, canonical

_CELLS = "\x1f"


class Story(NamedTuple):
    """Paragraphs and tables of the body, of the headers, of the footers or of the notes."""

    blocks: tuple[Block, ...]
    roots: tuple[Node, ...]


def story_of(roots: list[Node]) -> Story:
    """What stands in these parts."""
    blocks: list[Block] = []
    for root in roots:
        body = root.first("w:body") if root.name == "w:document" else root
        blocks += blocks_of(body) if body is not None else []
    return Story(tuple(blocks), tuple(roots))


def compare_bodies(old: Story, new: Story, columns: tuple[str, ...]) -> list[Difference]:
    """Differences of the body; ``columns`` are the headings of the roadmap's table."""
    teller = _Teller(columns)
    pairs = _pair_tables([block for block in old.blocks if isinstance(block, Table)],
                         [block for block in new.blocks if isinstance(block, Table)])
    main = _main_table([one for one, _ in pairs if one is not None])
    before = True
    left_old, left_new = list(old.blocks), list(new.blocks)
    for one, other in pairs:
        above_old, left_old = _until(left_old, one)
        above_new, left_new = _until(left_new, other)
        teller.paragraphs(above_old, above_new, "before" if before else "after")
        if one is main:
            before = False
        if one is None and other is not None:
            teller.tell("table-added", Place("before" if before else "after"), new=_table_text(other))
            teller.foreign(Counter(), foreign_in(other.node), Place("before" if before else "after"))
        elif other is None and one is not None:
            teller.tell("table-removed", Place("before" if before else "after"), old=_table_text(one))
        elif one is not None and other is not None:
            kind: PlaceKind = "row" if one is main else "approvals" if before else "signatures"
            teller.table(one, other, kind)
    teller.paragraphs(_only_paragraphs(left_old), _only_paragraphs(left_new), "before" if before else "after")
    teller.leftovers(old, new)
    teller.page(old, new)
    teller.swaps()
    return teller.found


def compare_edges(old: Story, new: Story, kind: PlaceKind, is_same_list: bool) -> list[Difference]:
    """Differences of headers, footers or notes. Where they are not the same parts, as another program cuts them
    otherwise, a text that stands in several of them is compared once."""
    teller = _Teller(())
    if is_same_list:
        teller.paragraphs(_only_paragraphs(list(old.blocks)), _only_paragraphs(list(new.blocks)), kind)
        return teller.rest_of_edges(old, new, kind)
    one, other = ({block.text: block for block in _only_paragraphs(list(story.blocks)) if block.text.strip()}
                  for story in (old, new))
    teller.paragraphs([block for text, block in one.items() if text not in other],
                      [block for text, block in other.items() if text not in one], kind)
    for text, paragraph in one.items():
        if text in other:
            teller.paragraph(paragraph, other[text], Place(kind))
    return teller.rest_of_edges(old, new, kind)


def _table_text(table: Table) -> str:
    return "\n".join(" | ".join(row.texts) for row in table.rows)


def _main_table(tables: list[Table]) -> Table | None:
    """The roadmap's own table is the one with most cells."""
    return max(tables, key=lambda table: sum(len(row.cells) for row in table.rows), default=None)


def _until(blocks: list[Block], table: Table | None) -> tuple[list[Paragraph], list[Block]]:
    """The paragraphs before a table, and what stands behind it; nothing and everything without a table."""
    if table is None:
        return [], blocks
    at = next((at for at, block in enumerate(blocks) if block is table), len(blocks))
    return _only_paragraphs(blocks[:at]), blocks[at + 1:]


def _only_paragraphs(blocks: list[Block]) -> list[Paragraph]:
    return [block for block in blocks if isinstance(block, Paragraph)]


def _pair_tables(old: list[Table], new: list[Table]) -> list[tuple[Table | None, Table | None]]:
    """Tables in their order; where their number changed, those that are most alike."""
    if len(old) == len(new):
        return list(zip(old, new, strict=True))
    pairs: list[tuple[Table | None, Table | None]] = []
    aligned = align(old, new, lambda table: _table_text(table)[:4000])
    taken: set[int] = set()
    for a, b in aligned.pairs:
        if a >= 0 and b >= 0:
            pairs.append((old[a], new[b]))
            taken.add(b)
    order = {id(table): at for at, table in enumerate(old)}
    gone = [(table, None) for table in old if all(table is not one for one, _ in pairs)]
    pairs = sorted([*pairs, *gone], key=lambda pair: order[id(pair[0])])
    return [*pairs, *((None, table) for at, table in enumerate(new) if at not in taken)]


class _Teller:
    """Collects the differences of one story."""

    def __init__(self, columns: tuple[str, ...]) -> None:
        self.columns = columns
        self.found: list[Difference] = []
        self.told: Counter[str] = Counter()

    def tell(self, code: str, place: Place, old: str = "", new: str = "", name: str = "") -> None:
        self.found.append(Difference(code, place, old, new, name))

    def paragraphs(self, old: list[Paragraph], new: list[Paragraph], kind: PlaceKind) -> None:
        """Paragraphs that stand one after another."""
        place = Place(kind)
        aligned = align(old, new, lambda one: one.text)
        for a, b in aligned.pairs:
            if a >= 0 and b >= 0:
                self.paragraph(old[a], new[b], place)
                if (a, b) in aligned.moved:
                    self.tell("text-moved", place, old[a].text, new[b].text)
            elif a >= 0:
                code = "text-removed" if old[a].text.strip() else "empty-paragraph"
                self.tell(code, place, old=old[a].text)
            else:
                code = "text-added" if new[b].text.strip() else "empty-paragraph"
                self.tell(code, place, new=new[b].text)
                self.foreign(Counter(), foreign_in(new[b].node), place)

    def paragraph(self, old: Paragraph, new: Paragraph, place: Place) -> None:
        """One paragraph, or one cell, in both."""
        if old.exact == new.exact:
            return
        foreign = self.foreign(foreign_in(old.node), foreign_in(new.node), place)
        if old.text != new.text and not (foreign and old.text.split() == new.text.split()):
            self.tell("text-changed", place, old.text, new.text)
        elif not foreign:
            self._look(old, new, place)

    def _look(self, old: Paragraph, new: Paragraph, place: Place) -> None:
        styles = [_styles(one.node) for one in (old, new)]
        if old.look == new.look:
            self.tell("runs", place, new=new.text)
        elif styles[0] != styles[1]:
            self.tell("style-changed", place, ", ".join(styles[0]), ", ".join(styles[1]))
        else:
            self.tell("formatting", place, new=new.text)

    def foreign(self, old: Counter[Foreign], new: Counter[Foreign], place: Place) -> bool:
        """What stands here and was not built; whether there is any."""
        more = new - old
        codes = {code for code, _ in more}
        with_text = {code for code, text in more if text}
        for code, text in more:
            if (text or code not in with_text) and not (code == "picture" and codes & {"text-box", "alternate"}):
                self.tell(code, place, new=text)
        self.told.update(code for code, _ in more.elements())
        return bool(more)

    def leftovers(self, old: Story, new: Story) -> None:
        """Foreign things between the blocks."""
        counts = []
        for story in (old, new):
            every: Counter[str] = Counter()
            for root in story.roots:
                for (code, _), number in foreign_in(root).items():
                    every[code] += 0 if code == "table-nested" else number
            counts.append(every)
        for code in counts[1] - counts[0] - self.told:
            self.tell(code, NOWHERE)

    def rest_of_edges(self, old: Story, new: Story, kind: PlaceKind) -> list[Difference]:
        """Tables of headers and footers, and what stands between the blocks."""
        tables = [{_table_text(block) for block in story.blocks if isinstance(block, Table)} for story in (old, new)]
        for text in sorted(tables[0] - tables[1]):
            self.tell("table-removed", Place(kind), old=text)
        for text in sorted(tables[1] - tables[0]):
            self.tell("table-added", Place(kind), new=text)
        self.leftovers(old, new)
        return self.found

    def page(self, old: Story, new: Story) -> None:
        """The shape of the page: margins, size, which headers it has."""
        if [_page(root) for root in old.roots] != [_page(root) for root in new.roots]:
            self.tell("page-changed", NOWHERE)

    # --- tables ---

    def table(self, old: Table, new: Table, kind: PlaceKind) -> None:
        """One table in both."""
        if old.properties != new.properties:
            self.tell("table-look", Place("" if kind == "row" else kind))
        numbers = [_numbers(one) for one in (old, new)]
        aligned = align(old.rows, new.rows, lambda row: _CELLS.join(row.texts))
        for a, b in aligned.pairs:
            row = old.rows[a] if a >= 0 else new.rows[b]
            at = numbers[0][a] if a >= 0 else numbers[1][b]
            place = Place(kind, at, row.texts[0] if row.texts else "") if kind == "row" else Place(kind)
            if a >= 0 and b >= 0:
                if (a, b) in aligned.moved:
                    self.tell("row-moved", place, _row_text(row), str(numbers[1][b]))
                self._row(old.rows[a], new.rows[b], place)
            elif a >= 0:
                self.tell("row-removed", place, old=_row_text(row))
            else:
                self.tell("row-added", place, new=_row_text(row))
                self.foreign(Counter(), foreign_in(row.node), place)

    def _row(self, old: TableRow, new: TableRow, place: Place) -> None:
        if old.properties != new.properties and not self.foreign(_around(old), _around(new), place):
            self.tell("table-look", place)
        if len(old.cells) != len(new.cells):
            self.tell("cells-merged", place, _row_text(old), _row_text(new))
            self.foreign(foreign_in(old.node), foreign_in(new.node), place)
            return
        at = 0
        for one, other in zip(old.cells, new.cells, strict=True):
            heading = self.columns[at] if at < len(self.columns) and place.kind == "row" else ""
            kind: PlaceKind = "cell" if place.kind == "row" else place.kind
            if place.kind == "row" and old.is_heading:
                kind = "heading"
            self.paragraph(one, other, place._replace(kind=kind, column=heading))
            at += one.span

    def swaps(self) -> None:
        """Two cells each of which now has the text of the other."""
        changed = {(one.old, one.new): one for one in self.found if one.code == "text-changed"}
        for (old, new), one in list(changed.items()):
            other = changed.get((new, old))
            if old < new and other is not None:
                self.found = [kept for kept in self.found if kept not in (one, other)]
                self.tell("cells-swapped", one.place, old, new)


def _around(row: TableRow) -> Counter[Foreign]:
    """Foreign things of a row outside its cells."""
    every = foreign_in(row.node)
    for cell in row.cells:
        every -= foreign_in(cell.node)
    return every


def _row_text(row: TableRow) -> str:
    return " | ".join(text for text in row.texts if text.strip())


def _numbers(table: Table) -> list[int]:
    """The number of each row under the headings; 0 for a heading."""
    numbers, last = [], 0
    for row in table.rows:
        last += 0 if row.is_heading else 1
        numbers.append(0 if row.is_heading else last)
    return numbers


def _styles(node: Node) -> list[str]:
    return sorted({one.attributes.get("w:val", "") for one in node.all() if one.name in ("w:pStyle", "w:rStyle")})


def _page(root: Node) -> str:
    body = root.first("w:body")
    sections = [one for one in body.nodes() if one.name == "w:sectPr"] if body is not None else []
    other = [one for one in root.nodes() if one.name == "w:background"]
    return "".join(canonical(one) for one in (*sections, *other))
