"""A document as a lawyer has it before him: sections with rows, and what stands around the table."""

from __future__ import annotations

import re
from typing import NamedTuple

from roadmap_compiler.editions.units import units_of
from roadmap_compiler.plan.plan import Plan
from roadmap_compiler.plan.wording import plain as words

Row = dict[str, str]
"""Heading → text of one printed row; "№" is the number whatever its heading, "" for a row without one."""


class Section(NamedTuple):
    """``title`` is that of the section; the first one has none where rows stand outside of sections. ``more`` is what
    stands under the title («цель», «задачи»), and in the other cells of the row of the section, by their headings."""

    number: list[str]
    title: list[str]
    rows: list[Row]
    more: dict[str, str]


MORE = {"goal": "цель", "tasks": "задачи"}


def plain(text: str) -> str:
    """A text as an order quotes it."""
    return text.replace("\u00a0", " ").strip().replace("«", "„").replace("»", "“")


class Document:
    """The rows of a printed table, as sections; and the texts of the head and the foot, by their place."""

    def __init__(self, plan: Plan) -> None:
        self.headings = [column.heading for column in plan.table.columns]
        self.roles = {column.heading: column.role for column in plan.table.columns}
        self.title = next(heading for heading, role in self.roles.items() if role in ("activities", "title"))
        self.sections = [Section([""], [""], [], {})]
        units = units_of(plan)
        by_entry = {unit.entry: unit for unit in units}
        begun: set[int] = set()
        for row in plan.table.rows:
            is_stage = by_entry[row.entry].kind == "stage"
            stage = by_entry[row.entry].at if is_stage else by_entry[row.entry].stage
            if stage >= 0 and stage not in begun:  # a row of its own, or the first row beside it
                begun.add(stage)
                number = plain(units[stage].number).rstrip(". )")
                more = {MORE[role]: plain(text) for role, text in units[stage].texts.items()
                        if role in MORE and role not in self.roles.values()}
                self.sections.append(Section([number], [plain(units[stage].title)], [], more))
            cells: list[str] = []
            for cell in row.cells:
                cells += [cell.text, *[""] * (cell.span - 1)]
            if is_stage:
                self.sections[-1].more.update(self.beside(tuple(cells)))
                listed = cells[self.headings.index(self.title)] if row.kind != "stage" else ""
                for line in re.findall(r"(?m)^(\d+)\) (.+)$", plain(listed)):  # its activities stand in its own cell
                    self.sections[-1].rows.append({self.title: line[1], "№": line[0]})
            else:
                self.sections[-1].rows.append(self.row(tuple(cells)))

        self.head = {f"гриф «{block.kind.strip(' :')}»": plain(" ".join(" ".join(
            (block.position or "", block.name or "", block.act or "")).split()))
            for block in plan.roadmap.approvals if block.name or block.act}
        self.head["подпись"] = plain(" ".join(" ".join(one) for one in plan.signatures))
        self.head["наименование документа"] = plain(" ".join(plan.title))
        self.head["название организации"] = plain(" ".join(plan.letterhead))

    def beside(self, cells: tuple[str, ...]) -> dict[str, str]:
        """What the row of a section has beside number and title."""
        return {heading: plain(text) for heading, text in zip(self.headings, cells, strict=True)
                if self.roles[heading] not in ("number", "activities", "title", "stages")}

    def told_head(self) -> dict[str, tuple[str, ...]]:
        """The texts of the head and the foot without typography."""
        return {place: words(text) for place, text in self.head.items()}

    def row(self, cells: tuple[str, ...]) -> Row:
        """A row by its headings; a title alone where activities stand in the cell of their stage."""
        if len(cells) == 1 < len(self.headings):
            return {self.title: plain(cells[0]), "№": ""}
        found = {heading: plain(text) for heading, text in zip(self.headings, cells, strict=True)
                 if self.roles[heading] != "stages"}
        number = next((heading for heading, role in self.roles.items() if role == "number"), "")
        found["№"] = (found.pop(number) if number else "").rstrip(". )")
        return found

    def state(self) -> list[tuple[str, tuple[str, ...], list[dict[str, tuple[str, ...]]]]]:
        """What the document says, without typography; rows with numbers in the order of the numbers."""
        found = []
        for section in self.sections:
            if section.title[0] or section.rows:
                groups: list[list[Row]] = []
                for row in section.rows:
                    if row["№"] or not groups or not groups[0][0]["№"]:
                        groups.append([row])
                    else:
                        groups[-1].append(row)  # an item stays with its activity
                if all(group[0]["№"] for group in groups):
                    groups.sort(key=lambda group: [int(figure) for figure in re.findall(r"\d+", group[0]["№"])])
                rows = [{heading: self.told(heading, text) for heading, text in row.items()}
                        for group in groups for row in group]
                more = [{place: words(text) for place, text in section.more.items() if text}]
                found.append((section.number[0], words(section.title[0]), more + rows))
        return sorted(found, key=lambda one: [int(figure) for figure in re.findall(r"\d+", one[0])])

    def told(self, heading: str, text: str) -> tuple[str, ...]:
        """A cell without typography; in what order people stand is the look of the cell."""
        if self.roles.get(heading) == "responsible":
            text = "\n".join(sorted(text.split("\n")))
        return words(text)

    # --- naming ---

    def section(self, name: str) -> Section:
        """«2» or «„Октябрь“»."""
        named = name.strip()
        found = [one for one in self.sections
                 if (one.title[0] == named[1:-1] if named.startswith("«") else one.number[0] == named)]
        assert len(found) == 1, f"раздел {name}: {len(found)}"
        return found[0]

    def point(self, name: str) -> tuple[Section, int]:
        """«2.3», «3 раздела «Октябрь»», «„…“ со сроком «май»» → where it stands; exactly one answers."""
        own, _, of = name.partition(" раздела ")
        sections = [self.section(of)] if of else self.sections
        quoted = re.fullmatch(r"«(.+?)»(?: со сроком «(.+)»)?", own.strip())
        found = []
        for section in sections:
            for at, row in enumerate(section.rows):
                if quoted is None:
                    is_it = row["№"] == own.strip()
                else:
                    is_it = quoted[1] in row.values() and (quoted[2] is None or quoted[2] in row.values())
                if is_it:
                    found.append((section, at))
        assert len(found) == 1, f"пункт {name}: {len(found)}"
        return found[0]

    def line(self, name: str) -> tuple[Section, int]:
        """«„школьный смотр“ пункта 2.1» → an item of an activity."""
        match = re.fullmatch(r"«(.+)» пункта (.+)", name.strip())
        assert match is not None, name
        section, at = self.point(match[2])
        found = [place for place in range(at + 1, self.end(section, at)) if match[1].rstrip(" ;.,") in section.rows[
            place][self.title]]
        assert len(found) == 1, f"строка {name}: {len(found)}"
        return section, found[0]

    def end(self, section: Section, at: int) -> int:
        """Behind the last row that goes with a point: its items and the points inside of it."""
        number, place = section.rows[at]["№"], at + 1
        while place < len(section.rows):
            own = section.rows[place]["№"]
            if not own and section.rows[place][self.title][:1] not in ("–", "-", "•"):
                break  # no item, but a row of its own
            if own and not (number and own.startswith(f"{number}.")) or not number:
                break
            place += 1
        return place

    def target(self, name: str) -> Row:
        """The row of «пункта 2.3», «строки «…» пункта 2.1» or «раздела 2»."""
        kind, _, own = name.partition(" ")
        if kind == "раздела":
            return self.section(own).more
        section, at = self.line(own) if kind.startswith("строк") else self.point(own)
        return section.rows[at]
