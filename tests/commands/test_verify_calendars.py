"""roadmap verify on printed calendars."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.approvals.desk import Desk
from tests.commands.papers import ACT, put, verify
from tests.seals.packages import replaced


def with_calendars(desk: Desk) -> Path:
    assert desk.run("build", "--out", str(desk.folder.parent / "build"), name=".").code == 0
    return desk.folder.parent / "build" / "карта.calendar.docx"


def test_a_printed_calendar(desk: Desk) -> None:
    path = with_calendars(desk)
    said = verify(desk, path)
    assert said.code == 0
    assert "это план-график карты «Дорожная карта наставничества»" in said.text
    paper = put(desk, path.read_bytes())
    assert desk.approve(*ACT).code == 0
    assert "это план-график, собранный до утверждения" in verify(desk, paper).text
    assert verify(desk, paper).code == 0
    with_calendars(desk)
    said = verify(desk, path)
    assert (said.code, "утверждённый документ" in said.text) == (0, True)


CALENDARS = {
    "a day": replaced("●\u00a020", "●\u00a030"),
    "a day moved to another month": lambda document: replaced(">●#<", "><")(replaced(
        '<w:t xml:space="preserve"></w:t>', '<w:t xml:space="preserve">●\u00a020</w:t>')(replaced(
            ">●\u00a020<", ">●#<")(document))),
    "a title": replaced("Обучение наставников", "Обучение"),
    "the year": replaced(">2021<", ">2020<"),
    "a paragraph": replaced("<w:sectPr", "<w:p><w:r><w:t>Кроме каникул</w:t></w:r></w:p><w:sectPr"),
    "a colour": replaced('w:fill="', 'w:fill="F'),
}


@pytest.mark.parametrize("way", CALENDARS)
@pytest.mark.parametrize("is_approved", [False, True])
def test_what_was_altered_in_a_calendar(desk: Desk, way: str, is_approved: bool) -> None:
    assert not is_approved or desk.approve(*ACT).code == 0
    said = verify(desk, put(desk, CALENDARS[way](with_calendars(desk).read_bytes())))
    assert said.code == 1
    assert "документ изменён после сборки. Отличий:" in said.text
    assert int(said.text.partition("Отличий: ")[2].split()[0]) < 6, said.text
