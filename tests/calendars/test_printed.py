"""The printed calendars: each deadline once in each, on its day; each activity without one in «Без даты»."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pytest

from roadmap_compiler.calendars import drawing, precompiled
from roadmap_compiler.calendars.agenda import agenda, full_title, number_of
from roadmap_compiler.calendars.drawing import DRAWN
from roadmap_compiler.calendars.people import people_of
from roadmap_compiler.calendars.printing import Layout, print_calendar
from roadmap_compiler.documents.bundled import template_file
from roadmap_compiler.documents.package import EMPTY, added, pack, package_bytes, read_members
from roadmap_compiler.plan.plan import Plan
from tests.calendars.plans import EVERY, REAL, THOUSAND, plan
from tests.calendars.tables import Row, body, paragraph_text, style, tables
from tests.roadmaps import plan_of
from tests.tools import microsoft_errors, pages

MONTHS = ("янв", "фев", "мар", "апр", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")
GREY = "D9D9D9"

Due = tuple[str, str, datetime.date]
"""Number, title and day."""


@lru_cache
def printed(name: str, layout: Layout) -> bytes:
    document, problems = print_calendar(plan(name), layout)
    assert document is not None, problems
    return document


def expected(of: Plan) -> Counter[Due]:
    """What the plan says, straight from its entries."""
    return Counter((spaces(number_of(of, index)), spaces(full_title(of, index)), one.due)
                   for index, entry in enumerate(of.entries) if entry.deadline is not None
                   for one in entry.deadline.occurrences if one.precision != "period")


def without_date(of: Plan) -> Counter[tuple[str, str]]:
    return Counter((spaces(number_of(of, index)), spaces(full_title(of, index))) for index in agenda(of).undated)


def spaces(text: str) -> str:
    return text.replace("\u00a0", " ")


def headed(rows: list[Row], heading: str) -> list[Row]:
    """The rows under a heading of the table."""
    at = [number for number, row in enumerate(rows) if heading in row.texts]
    return rows[at[0] + 1:] if at else []


def days_of_grid(rows: list[Row]) -> Iterator[Due]:
    """The days of the marks, read back from the heads of the columns."""
    years = {cell.start + at: cell.text for cell in rows[0].cells for at in range(cell.span)}
    names = {cell.start: cell.text for cell in rows[1].cells}
    for row in rows[2:]:
        for cell in row.cells[2:-2]:
            for day, month in re.findall(r"(\d+)(?:\.(\d+))?", cell.text if re.match("[●○]", cell.text) else ""):
                number = int(month) if month else MONTHS.index(names[cell.start]) + 1
                year = int(years[cell.start] or names[cell.start])
                yield row.texts[0], row.texts[1], datetime.date(year, number, int(day))


@pytest.mark.parametrize("name", EVERY)
def test_each_deadline_stands_in_the_grid_once_in_its_month(name: str) -> None:
    grid = tables(printed(name, "grid"))[0]
    assert Counter(days_of_grid(grid)) == expected(plan(name))
    assert Counter((row.texts[0], row.texts[1]) for row in headed(grid, "Без даты")) == without_date(plan(name))


@pytest.mark.parametrize("name", EVERY)
def test_each_deadline_stands_in_the_picture_of_the_year_once(name: str) -> None:
    rows = tables(printed(name, "grid"))[1]
    marks = Counter((row.texts[0], row.texts[1]) for row in rows for cell in row.cells[2:]
                    for _ in re.findall("[●○]", cell.text))
    assert marks == Counter(due[:2] for due in expected(plan(name)).elements())
    assert Counter((row.texts[0], row.texts[1]) for row in headed(rows, "Без даты")) == without_date(plan(name))


def test_a_mark_of_the_picture_stands_in_its_week() -> None:
    of = plan("ddt-gorbatov-2021")
    rows = tables(printed("ddt-gorbatov-2021", "grid"))[1]
    first = datetime.date(2020, 12, 28)  # the Monday before 1 January 2021
    assert [cell.text for cell in rows[2].cells[2:6]] == ["28", "4", "11", "18"]
    weeks = Counter((row.texts[0], row.texts[1], first + datetime.timedelta(weeks=cell.start - 2))
                    for row in rows[3:] for cell in row.cells[2:] for _ in re.findall("[●○]", cell.text))
    assert weeks == Counter((number, title, day - datetime.timedelta(days=day.weekday()))
                            for number, title, day in expected(of).elements())


@pytest.mark.parametrize(("period", "columns"), [
    ("{начало: 10.05.2021, конец: 14.05.2021}", ["май"]),
    ("2021–2023", ["I кв.", "II кв.", "III кв.", "IV кв."] * 3),
    ("2021–2024", ["I кв.", "II кв.", "III кв.", "IV кв."] * 4),
    ("2021–2030", [str(year) for year in range(2021, 2031)]),
])
def test_a_long_plan_has_quarters_or_years(period: str, columns: list[str]) -> None:
    of = plan_of("""\
        мероприятия:
          - {название: А, срок: 12 мая 2021}
          - {название: Б, срок: ежегодно до 13 мая}
          - {название: В, срок: ежемесячно до 14 числа}
        """, f"название: П\nпериод: {period}\n")
    document, _ = print_calendar(of, "grid")
    assert document is not None
    grid = tables(document)[0]
    assert [cell.text for cell in grid[1].cells][2:-2] == columns
    assert Counter(days_of_grid(grid)) == expected(of)
    assert sum(expected(of).values()) >= 3


def test_a_deadline_moved_in_a_year_without_a_decree_has_signs_of_both() -> None:
    document, _ = print_calendar(plan_of(
        "календарь: {срок в выходной: раньше}\nмероприятия: [{название: А, срок: 4 ноября}]\n",
        "название: П\nпериод: 2030\n"), "grid")
    assert document is not None
    texts = [cell.text for row in tables(document)[0] for cell in row.cells]
    assert "○ 1*" in texts  # 4 November 2030 is a Monday; the Friday before is the 1st
    words = "\n".join(paragraph_text(one) for one in body(document) if style(one) == "CalendarNote")
    assert "ещё не утверждены" in words
    assert "15* — перенесено с выходного дня" in words


def test_grey_columns_are_the_months_of_work() -> None:
    document, _ = print_calendar(plan_of("""\
        мероприятия:
          - {название: Промежуток, срок: октябрь – декабрь}
          - {название: День, срок: 15 января}
          - {название: Всегда, срок: в течение учебного года}
          """), "grid")
    assert document is not None
    rows = tables(document)[0]
    names = [cell.text for cell in rows[1].cells]
    grey = {row.texts[1]: [names[cell.start] for cell in row.cells if cell.fill == GREY] for row in rows[2:]}
    assert names[2:-2] == ["сен", "окт", "ноя", "дек", "янв", "фев", "мар", "апр", "май", "июн", "июл", "авг"]
    assert grey == {"Промежуток": ["окт", "ноя", "дек"], "День": [], "Всегда": names[2:-2]}


@pytest.mark.parametrize("name", EVERY)
def test_each_deadline_stands_on_the_sheet_of_everybody_who_answers_for_it(name: str) -> None:
    of = plan(name)
    sheets = tables(printed(name, "people"))
    people = people_of(of, agenda(of))
    assert len(sheets) == len(people)
    seen: Counter[Due] = Counter()
    for person, sheet in zip(people, sheets, strict=True):
        undated = headed(sheet, "Без даты")
        lasting = headed(sheet, "В течение периода")
        dated = sheet[1:len(sheet) - max(len(undated) + bool(undated), len(lasting) + bool(lasting))]
        days = [(row.texts[1], row.texts[2], last_day(row.texts[0])) for row in dated]
        assert [day for _, _, day in days] == sorted(day for _, _, day in days)
        assert Counter(days) == Counter((spaces(number_of(of, line.entry)), spaces(full_title(of, line.entry)),
                                         line.occurrence.due) for line in person.agenda.dated)
        assert len(undated) == len(person.agenda.undated)
        assert max(Counter(days).values(), default=1) <= max(expected(of).values())
        seen |= Counter(days)
    assert seen == expected(of)  # everything is on somebody's sheet
    together = {line for person in people for line in person.agenda.undated}
    assert together == set(agenda(of).undated)


def last_day(text: str) -> datetime.date:
    day, month, year = re.findall(r"(\d\d)\.(\d\d)\.(\d{4})", text.split("\n")[0])[-1]
    return datetime.date(int(year), int(month), int(day))


@pytest.mark.parametrize("name", EVERY)
def test_each_deadline_stands_on_its_day_of_the_month_sheets_or_below(name: str) -> None:
    of = plan(name)
    found: Counter[tuple[str, datetime.date]] = Counter()
    month = datetime.date.min
    unlisted = Counter[datetime.date]()
    heading = ""
    listed: dict[str, list[Row]] = {}
    elements = list(body(printed(name, "months")))
    tabs = iter(tables(printed(name, "months")))
    for element in elements:
        if element.tag.endswith("}p"):
            if style(element) in ("Month", "NextMonth", "ListHeading"):
                heading = paragraph_text(element)
            continue
        if not element.tag.endswith("}tbl"):
            continue
        rows = next(tabs)
        if heading in ("В течение периода", "Без даты"):
            listed[heading] = rows
        elif heading == "Не поместилось в клетки":
            for row in rows:
                day = last_day(row.texts[0])
                found[(row.texts[1], day)] += 1
                unlisted[day] -= 1
        else:
            name_of_month, year = heading.split(" ")
            month = datetime.date(int(year), MONTHS.index(name_of_month[:3].lower().replace("мая", "май")) + 1, 1)
            for row in rows[1:]:
                for cell in row.cells:
                    lines = cell.text.split("\n")
                    if not lines[0]:
                        continue
                    day = month.replace(day=int(lines[0]))
                    assert (cell.fill == GREY) == of.calendar.is_off(day)
                    for line in lines[1:]:
                        if more := re.match(r"ещё (\d+) — под таблицей", line):
                            unlisted[day] += int(more[1])
                        elif "рабочий день" not in line and (number := re.match(r"[●○]? ?(\S+) \S", line)):
                            found[(number[1], day)] += 1
    assert found == Counter((number or title.split(" ")[0], day) for number, title, day in expected(of).elements())
    assert not +unlisted and not -unlisted  # what «ещё …» promises stands below
    assert Counter((row.texts[1], row.texts[2]) for row in listed.get("Без даты", [])) == without_date(of)
    assert len(listed.get("В течение периода", [])) == len(agenda(of).lasting)


def test_transferred_days_are_named() -> None:
    document, _ = print_calendar(plan_of("мероприятия: [{название: А, срок: март}]\n",
                                         "название: План\nпериод: 2022\n"), "months")
    assert document is not None
    days = {cell.text for table in tables(document) for row in table for cell in row.cells}
    assert "5\nсб, рабочий день" in days  # 5 March 2022 was worked, by decree № 1564 of 16.09.2021
    assert "7\nнерабочий день" in days


@pytest.mark.parametrize("name", [*REAL, THOUSAND])
@pytest.mark.parametrize("layout", ["grid", "people", "months"])
def test_the_head_of_every_table_of_deadlines_is_repeated(name: str, layout: Layout) -> None:
    heads = {"grid": (2, 3), "people": (1,), "months": (1,)}[layout]
    long = [rows for rows in tables(printed(name, layout)) if any(row.repeats for row in rows)]
    assert long
    for rows in long:
        count = sum(row.repeats for row in rows)
        assert count in heads
        assert all(row.repeats for row in rows[:count])


@pytest.mark.parametrize("layout", ["grid", "people", "months"])
def test_the_sheet_is_a4_and_the_same_plan_gives_the_same_bytes(layout: Layout) -> None:
    document = printed("ddt-gorbatov-2021", layout)
    again, _ = print_calendar(plan("ddt-gorbatov-2021"), layout)
    assert document == again
    sizes = [element.attrib.values() for element in body(document).iter() if element.tag.endswith("}pgSz")]
    assert [sorted(size)[:2] for size in sizes] == [["11906", "16838"]]


@pytest.mark.parametrize("layout", ["grid", "people", "months"])
@pytest.mark.parametrize("name", REAL)
def test_microsofts_validator_finds_no_error(name: str, layout: Layout, tmp_path: Path) -> None:
    document = tmp_path / f"{layout}.docx"
    document.write_bytes(printed(name, layout))
    assert microsoft_errors(document) == []


def test_every_page_that_libreoffice_prints_has_its_head_and_no_month_takes_two(tmp_path: Path) -> None:
    layouts: tuple[Layout, ...] = ("grid", "people", "months")
    for layout in layouts:
        (tmp_path / f"{layout}.docx").write_bytes(printed("ddt-gorbatov-2021", layout))
    text = pages([tmp_path / f"{layout}.docx" for layout in layouts], tmp_path)
    assert len(text["grid"]) > 2
    assert all("Мероприятие" in page for page in text["grid"])
    assert all("Мероприятие" in page for page in text["people"])
    months = [page for page in text["months"] if "понедельник" in page]
    assert len(months) == 12


def parts(package: bytes) -> list[tuple[str, bytes]]:
    return [(member.name, member.data) for member in read_members(package)]


def test_the_templates_and_their_code_are_fresh() -> None:
    """Mend with ``make regenerate``."""
    for name, draw in DRAWN.items():
        assert parts(template_file(name)) == parts(draw())
    folder = Path(precompiled.__file__).parent
    for name, text in drawing.precompiled().items():
        assert (folder / name).read_text(encoding="utf-8") == text


@pytest.mark.parametrize("name", EVERY)
def test_a_grid_compiled_beforehand_prints_as_one_compiled_now(name: str) -> None:
    template = template_file("calendar-grid.docx")
    assert precompiled.precompiled_parts(template) is not None
    members = [pack(part, data + b"\n" if part == "word/document.xml" else data) for part, data in parts(template)]
    other = package_bytes(added(EMPTY, members))  # another file that says the same
    assert precompiled.precompiled_parts(other) is None
    document, problems = print_calendar(plan(name), "grid", other, "свой.docx")
    assert document is not None, problems
    assert sorted(parts(document)) == sorted(parts(printed(name, "grid")))
