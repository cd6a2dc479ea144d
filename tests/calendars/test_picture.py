"""The picture of the year, as SVG and as a page: every deadline once on its day, nothing over anything else."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from typing import NamedTuple
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap_compiler.calendars.agenda import agenda, full_title
from roadmap_compiler.calendars.page import compile_page
from roadmap_compiler.calendars.picture import compile_picture
from roadmap_compiler.calendars.timeline import Axis, pixels, wrapped
from roadmap_compiler.plan.plan import Plan
from tests.calendars.plans import EVERY, plan
from tests.roadmaps import plan_of

SVG = "{http://www.w3.org/2000/svg}"


class Text(NamedTuple):
    """A line of text and the box that it takes."""

    words: str
    left: float
    top: float
    right: float
    bottom: float
    parent: int


def texts(root: ElementTree.Element) -> list[Text]:
    """Every text of a picture, where the translations around it put it."""
    found: list[Text] = []

    def walk(element: ElementTree.Element, x: float, y: float, parent: int) -> None:
        moved = re.fullmatch(r"translate\(([\d.]+),([\d.]+)\)", element.get("transform", "translate(0,0)"))
        assert moved is not None
        x, y = x + float(moved[1]), y + float(moved[2])
        if element.tag == f"{SVG}text":
            height = float(element.get("font-size", "12"))
            width = pixels(element.text or "", height) * (1.08 if element.get("font-weight") else 1)
            left = x + float(element.get("x", "0"))
            left -= width / 2 if element.get("text-anchor") == "middle" else 0
            bottom = y + float(element.get("y", "0"))
            found.append(Text(element.text or "", left, bottom - height * 0.7, left + width, bottom, parent))
        if element.tag == f"{SVG}defs":
            return
        for child in element:
            walk(child, x, y, id(element))

    walk(root, 0, 0, 0)
    return found


def overlaps(root: ElementTree.Element) -> list[tuple[str, str]]:
    """Pairs of texts whose boxes have a part in common."""
    boxes = sorted(texts(root), key=lambda text: text.top)
    out = []
    for at, one in enumerate(boxes):
        for other in boxes[at + 1:]:
            if other.top >= one.bottom:
                break
            if other.left < one.right and one.left < other.right:
                out.append((one.words, other.words))
    return out


def days(document: bytes) -> Counter[str]:
    """The days of the marks, as the titles of the circles tell them."""
    return Counter(re.findall(r'<circle class="due"[^>]*><title>(\d\d\.\d\d\.\d{4})</title>', document.decode()))


def expected(of: Plan) -> Counter[str]:
    return Counter(f"{one.due:%d.%m.%Y}" for entry in of.entries if entry.deadline is not None
                   for one in entry.deadline.occurrences if one.precision != "period")


@pytest.mark.parametrize("name", EVERY)
def test_every_deadline_is_one_mark(name: str) -> None:
    of = plan(name)
    assert days(compile_picture(of)) == expected(of)
    assert days(compile_page(of)) == expected(of)


@pytest.mark.parametrize("name", EVERY)
def test_no_text_lies_over_another_or_outside(name: str) -> None:
    root = ElementTree.fromstring(compile_picture(plan(name)))
    width, height = float(root.get("width", "0")), float(root.get("height", "0"))
    assert overlaps(root) == []
    for text in texts(root):
        assert text.left >= 0
        assert text.right <= width
        assert text.bottom <= height


@pytest.mark.parametrize("name", EVERY)
def test_every_title_is_whole(name: str) -> None:
    """What is wrapped is put together again: a title's lines stand under each other in one block."""
    of = plan(name)
    blocks: dict[int, list[str]] = {}
    for text in texts(ElementTree.fromstring(compile_picture(of))):
        blocks.setdefault(text.parent, []).append(text.words)
    together = [re.sub(r"\s", "", "".join(words)) for words in blocks.values()]
    page = re.sub(r"\s", "", compile_page(of).decode().replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">")
                  .replace("&quot;", '"'))
    for index in agenda(of).entries():
        title = re.sub(r"\s", "", full_title(of, index))
        assert any(title in words for words in together)
        assert title in page


def test_a_mark_stands_in_the_middle_of_its_day_and_a_bar_from_morning_to_evening() -> None:
    of = plan_of("мероприятия: [{название: А, срок: с 11 по 20 января}]\n",
                 "название: План\nпериод: 2021\n")
    picture = compile_picture(of).decode()
    axis = Axis(datetime.date(2021, 1, 1), datetime.date(2021, 12, 31), 737)
    (x,) = re.findall(r'<circle class="due" cx="([\d.]+)"', picture)
    assert float(x) == pytest.approx(19.5 * 737 / 365, abs=0.06)
    (left, width) = re.findall(r'<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)" height="9', picture)[0]
    assert float(left) == pytest.approx(axis.x(datetime.date(2021, 1, 11)), abs=0.06)
    assert float(width) == pytest.approx(10 * 737 / 365, abs=0.11)


def test_the_picture_is_black_white_and_grey() -> None:
    for document in (compile_picture(plan("ddt-gorbatov-2021")), compile_page(plan("ddt-gorbatov-2021"))):
        colours = re.findall(r"#([0-9a-f]{3,6})\b", document.decode())
        assert colours
        assert all(len(set(colour)) == 1 for colour in colours)


def test_a_page_needs_nothing_from_elsewhere() -> None:
    page = compile_page(plan("school-14-kemerovo-2021-2022")).decode()
    assert not re.search(r"<script|<link|<img|@import|\b(?:src|href)=\"(?!#)", page)
    assert "url(http" not in page
    assert page.startswith("<!DOCTYPE html>")


@pytest.mark.parametrize("name", EVERY)
def test_what_has_no_date_stands_at_the_end(name: str) -> None:
    of = plan(name)
    page = compile_page(of).decode()
    assert ("Без даты" in page) == bool(agenda(of).undated)
    after = page.partition("Без даты")[2]
    assert after.count("<tr>") == len(agenda(of).undated)
    picture = [text.words for text in texts(ElementTree.fromstring(compile_picture(of)))]
    assert picture.count("Без даты") == bool(agenda(of).undated)


@pytest.mark.parametrize("period", ["{начало: 10.05.2021, конец: 14.05.2021}", "2021", "2021–2024", "2021–2070"])
def test_names_of_months_and_years_have_room(period: str) -> None:
    of = plan_of("мероприятия: [{название: А, срок: постоянно}]\n", f"название: П\nпериод: {period}\n")
    root = ElementTree.fromstring(compile_picture(of))
    assert overlaps(root) == []
    assert "2021" in [text.words for text in texts(root)]


def test_markup_in_a_title_is_text() -> None:
    of = plan_of('мероприятия: [{название: "<b>А</b> & \\"Б\\"", срок: май}]\n')
    assert "&lt;b&gt;А&lt;/b&gt; &amp; &quot;Б&quot;" in compile_page(of).decode()
    assert overlaps(ElementTree.fromstring(compile_picture(of))) == []


@given(st.text("абвгдежзшщ -«».,АБЖЩ1", max_size=200), st.floats(20, 300))
def test_wrapping_keeps_every_letter_and_no_line_is_too_long(words: str, width: float) -> None:
    lines = wrapped(words, width, 12)
    assert "".join(lines).replace(" ", "") == words.replace(" ", "")
    assert all(pixels(line, 12) <= width or len(line) == 1 for line in lines)


@given(st.lists(st.tuples(st.integers(1, 28), st.integers(1, 12)), min_size=1, max_size=30))
def test_dates_beside_marks_never_lie_over_each_other(days: list[tuple[int, int]]) -> None:
    dates = "; ".join(f"{day:02}.{month:02}.2021" for day, month in sorted(set(days), key=lambda d: d[::-1]))
    of = plan_of(f"мероприятия: [{{название: А, срок: \"{dates}\"}}]\n", "название: План\nпериод: 2021\n")
    assert len(agenda(of).dated) == len(set(days))
    assert overlaps(ElementTree.fromstring(compile_picture(of))) == []
