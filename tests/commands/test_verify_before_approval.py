"""roadmap verify on what the director signed: documents of before the approval are no forgeries."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.approvals.desk import Desk
from tests.commands.papers import ACT, NEXT, SIGNING, build, document, put, verify
from tests.seals.packages import replaced

BLANKS = {
    "a blank date": "    дата:  # пусто\n",
    "no date": "",
    "only the year": "    дата: 2022\n",
    "a year as people write it": "    дата: 2022 г.\n",
    "a month": "    дата: «___» февраля 2022 г.\n",
    "points": "    дата: __.__.2022\n",
    "a blank number": "    дата:\n    номер:\n",
    "a number of lines": "    дата:\n    номер: ____\n",
    "a blank act": "    акт:\n    номер:\n    дата:\n",
    "an act without its date": "    акт: приказ\n    номер:\n    дата:\n",
    "no line at all": "    дата: нет\n",
}


@pytest.mark.parametrize("blank", BLANKS)
@pytest.mark.parametrize("is_draft", [False, True], ids=["for signing", "draft"])
def test_what_the_director_signed_is_not_forged(desk: Desk, blank: str, is_draft: bool) -> None:
    desk.change("    дата:  # пусто\n", BLANKS[blank])
    if is_draft:
        desk.change("название: Дорожная", "состояние: проект\nназвание: Дорожная")
    build(desk)
    paper = put(desk, document(desk).read_bytes())
    assert desk.approve(*ACT).code == 0
    said = verify(desk, paper)
    what = "проект" if is_draft else "документ на подпись"
    assert said.code == 0, said.text
    assert said.text.splitlines()[0] == f"бумага.docx: это {what}, собранный до утверждения; содержание то же"
    assert "потом утверждено: 09.02.2022, приказ № 10-р" in said.text
    report = json.loads(verify(desk, paper, "--format", "json").text)
    assert (report["outcome"], report["differences"]) == ("before-approval", [])


def test_a_roadmap_approved_by_an_act_alone(desk: Desk) -> None:
    desk.put(SIGNING.replace("гриф: утверждаю\n    должность: Директор\n    имя: И.Е. Косарева",
                             "гриф: утверждена\n    акт: приказом директора\n    номер:"))
    build(desk)
    paper = put(desk, document(desk).read_bytes())
    assert desk.approve(*ACT).code == 0
    assert (verify(desk, paper).code, "до утверждения" in verify(desk, paper).text) == (0, True)


@pytest.mark.parametrize("name", ["ddt-gorbatov-2022", "school-14-kemerovo-2021-2022"])
def test_real_roadmaps_before_their_approval(desk: Desk, name: str) -> None:
    desk.put((Path(__file__).parents[2] / "roadmaps" / f"{name}.yaml").read_bytes())
    build(desk)
    paper = put(desk, document(desk).read_bytes())
    assert desk.approve(*ACT).code == 0
    assert (verify(desk, paper).code, "до утверждения" in verify(desk, paper).text) == (0, True)
    paper.write_bytes(replaced("О.В.", "А.В.")(paper.read_bytes()) if name.startswith("ddt") else
                      replaced("<w:sectPr", "<w:p><w:r><w:t>Кроме лета</w:t></w:r></w:p><w:sectPr")(paper.read_bytes()))
    assert verify(desk, paper).code == 1


def test_a_draft_of_changes_that_were_approved_since(desk: Desk) -> None:
    assert desk.approve(*ACT).code == 0
    desk.change("до 20 сентября", "до 25 сентября")
    build(desk)
    paper = put(desk, document(desk).read_bytes())
    said = verify(desk, paper)
    assert (said.code, "проект изменений" in said.text) == (0, True)
    assert "карта изменена после утверждения 09.02.2022, приказ № 10-р" in said.text
    assert desk.approve(*NEXT).code == 0
    said = verify(desk, paper)
    assert said.code == 0, said.text
    assert "бумага.docx: это проект изменений, собранный до их утверждения; содержание то же" in said.text


def test_a_draft_of_changes_approved_anew(desk: Desk) -> None:
    assert desk.approve(*ACT).code == 0
    desk.change("до 20 сентября", "до 25 сентября")
    build(desk)
    paper = put(desk, document(desk).read_bytes())
    assert desk.approve(*NEXT, "--anew").code == 0
    assert verify(desk, paper).code == 0, verify(desk, paper).text


BEFORE = {
    "another director": replaced("И.Е.\u00a0Косарева", "А.А.\u00a0Иванов"),
    "a date typed in": replaced("«____» ______________ 20___ г.", "«09» февраля 2022 г."),
    "a date in digits": replaced("«____» ______________ 20___ г.", "09.02.2022"),
    "half a date": replaced("«____» ______________ 20___ г.", "«09» ______________ 20___ г."),
    "words in the blank": replaced("«____» ______________ 20___ г.", "«____» с изменениями 20___ г."),
    "a longer line": replaced("«____» ______________ 20___ г.", "«____» ______________ 20___ г. и далее"),
    "an act typed in": replaced("________________ И.Е.", "Приказ № 10-р. ________________ И.Е."),
    "a cell": replaced("до 20 сентября", "до 30 сентября"),
    "the title": replaced("Дорожная карта наставничества", "Дорожная карта наставников"),
    "hidden text": replaced("<w:sectPr", "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>кроме</w:t></w:r></w:p><w:sectPr"),
    "a blank elsewhere": replaced("до 20 сентября", "«____» ______________ 20___ г."),
    "a mark": replaced("<w:body>", "<w:body><w:p><w:r><w:t>ПРОЕКТ</w:t></w:r></w:p>"),
    "a property": replaced("<dc:title>", "<dc:title>Не ", "docProps/core.xml"),
    "bytes behind": lambda document: document + b"x" * 40,
}


@pytest.mark.parametrize("way", BEFORE)
def test_what_was_altered_in_a_document_before_the_approval(desk: Desk, way: str) -> None:
    paper = put(desk, BEFORE[way](document(desk).read_bytes()))
    assert desk.approve(*ACT).code == 0
    said = verify(desk, paper)
    assert said.code == 1
    assert "документ изменён после сборки" in said.text
    assert "  - " in said.text


def test_only_what_was_altered_is_told_of_a_document_before_the_approval(desk: Desk) -> None:
    paper = put(desk, BEFORE["a cell"](document(desk).read_bytes()))
    assert desk.approve(*ACT).code == 0
    told = [line for line in verify(desk, paper).text.splitlines() if line.startswith("  - ")]
    assert told == ["  - строка 1 (№ 1), столбец «Срок»: было «до 20 сентября», стало «до 30 сентября»"]
