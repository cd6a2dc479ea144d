"""However the block of approval is typed: what is written reads back, and nothing else changes."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from roadmap_compiler.approvals.approving import last_act
from tests.approvals.desk import Desk

HEAD = "название: Карта\nпериод: 2021/2022 учебный год\n"
REST = "мероприятия:\n  - {название: Встреча, срок: май, ответственный: Куратор}\n"
ACT = ("--date", "2021-09-09", "--act", "приказ", "--number", "10-р")
NEXT = ("--date", "2022-02-02", "--act", "распоряжение", "--number", "21")

# The block as it is typed, and as it is typed after the approval.
BLOCKS: dict[str, tuple[str, str]] = {
    "линии": ("утверждение:\n  - гриф: утверждаю\n    имя: А.А. Аа\n    дата:\n    номер:\n",
              "утверждение:\n  - гриф: утверждаю\n    имя: А.А. Аа\n    акт: приказ\n    дата: 09.09.2021\n"
              "    номер: 10-р\n"),
    "бланк": ("утверждение:\n  - гриф: утверждена\n    акт: приказом директора\n    дата: «____» __________ 2021 г.\n"
              "    номер: ______\n",
              "утверждение:\n  - гриф: утверждена\n    акт: приказом директора\n    дата: 09.09.2021\n"
              "    номер: 10-р\n"),
    "в скобках": ("утверждение: {гриф: утверждаю, имя: А.А. Аа, дата: , номер: }\n",
                  "утверждение: {гриф: утверждаю, имя: А.А. Аа, акт: приказ, дата: 09.09.2021, номер: 10-р}\n"),
    "список в скобках": ("утверждение: [{гриф: согласовано, имя: Б.Б. Бб}, {гриф: утверждаю, имя: А.А. Аа}]\n",
                         "утверждение: [{гриф: согласовано, имя: Б.Б. Бб}, {гриф: утверждаю, имя: А.А. Аа, "
                         "акт: приказ, номер: 10-р, дата: 09.09.2021}]\n"),
    "скобки на двух строках": ("утверждение: {гриф: утверждаю,  # директор\n  имя: А.А. Аа}\n",
                               "утверждение: {гриф: утверждаю,  # директор\n  имя: А.А. Аа, акт: приказ, номер: 10-р, "
                               "дата: 09.09.2021}\n"),
    "без дефиса": ("утверждение:\n  гриф: утверждаю\n  должность: |\n    Директор\n    школы\n",
                   "утверждение:\n  гриф: утверждаю\n  должность: |\n    Директор\n    школы\n  акт: приказ\n"
                   "  номер: 10-р\n  дата: 09.09.2021\n"),
    "дефис у края": ("утверждение:\n- гриф: утверждаю\n  дата: ''\n- гриф: Приложение № 2\n",
                     "утверждение:\n- гриф: утверждаю\n  акт: приказ\n  номер: 10-р\n  дата: 09.09.2021\n"
                     "- гриф: Приложение № 2\n"),
    "комментарии": ("утверждение:\n  # первый\n  - гриф: утверждаю  # да\n    # полностью?\n    имя: А.А. Аа  # да?\n"
                    "    # дата потом\n  # конец\n",
                    "утверждение:\n  # первый\n  - гриф: утверждаю  # да\n    # полностью?\n    имя: А.А. Аа  # да?\n"
                    "    акт: приказ\n    номер: 10-р\n    дата: 09.09.2021\n    # дата потом\n  # конец\n"),
    "дата на другой строке": ("утверждение:\n  - гриф: утверждаю\n    дата:\n      2021 г.\n",
                              "утверждение:\n  - гриф: утверждаю\n    акт: приказ\n    номер: 10-р\n    дата:\n"
                              "      09.09.2021\n"),
    "порядок полей": ("утверждение:\n  - дата: 2021 г.\n    имя: А.А. Аа\n    гриф: утверждаю\n",
                      "утверждение:\n  - дата: 09.09.2021\n    имя: А.А. Аа\n    акт: приказ\n    номер: 10-р\n"
                      "    гриф: утверждаю\n"),
    "тот же день словами": ("утверждение:\n  - гриф: утверждаю\n    дата: «09» сентября 2021 года\n"
                            "    номер: № 10 - р\n",
                            "утверждение:\n  - гриф: утверждаю\n    акт: приказ\n    дата: «09» сентября 2021 года\n"
                            "    номер: № 10 - р\n"),
    "другой акт": ("утверждение:\n  - гриф: УТВЕРЖДЁН\n    акт: |\n      распоряжением\n      директора\n    номер: 5\n"
                   "    дата: 01.09.2021\n",
                   "утверждение:\n  - гриф: УТВЕРЖДЁН\n    акт: приказом директора\n    номер: 10-р\n"
                   "    дата: 09.09.2021\n"),
    "нет линии": ("утверждение:\n  - гриф: утверждаю\n    имя: А.А. Аа\n    дата: нет\n    номер: нет\n",
                  "утверждение:\n  - гриф: утверждаю\n    имя: А.А. Аа\n    акт: приказ\n    дата: 09.09.2021\n"
                  "    номер: 10-р\n"),
    "редакции раньше": ("утверждение:\n  - гриф: утверждаю\n    дата: 01.09.2021\n    редакции:\n      - акт: приказ\n"
                        "        дата:\n",
                        "утверждение:\n  - гриф: утверждаю\n    дата: 01.09.2021\n    редакции:\n      - акт: приказ\n"
                        "        номер: 10-р\n        дата: 09.09.2021\n"),
}


def approved(desk: Desk, block: str, *act: str) -> str:
    """The block after the approval; the rest of the file must be as it was."""
    desk.put(HEAD + block + REST)
    said = desk.approve(*act)
    assert said.code == 0, said.text
    text = desk.text()
    assert text.startswith(HEAD) and text.endswith(REST)
    return text[len(HEAD):-len(REST)]


@pytest.mark.parametrize("shape", BLOCKS)
def test_the_act_is_written_where_it_belongs(desk: Desk, shape: str) -> None:
    typed, expected = BLOCKS[shape]
    assert approved(desk, typed, *ACT) == expected
    assert desk.state().kind == "approved"
    before = desk.bytes()
    assert desk.approve(*ACT).code == 0
    assert desk.bytes() == before


@pytest.mark.parametrize("shape", BLOCKS)
def test_a_second_act_is_added_in_the_form_of_the_first(desk: Desk, shape: str) -> None:
    approved(desk, BLOCKS[shape][0], *ACT)
    first = desk.text()
    desk.change("срок: май", "срок: апрель")
    said = desk.approve(*NEXT)
    assert said.code == 0, said.text
    block = next(one for one in desk.plan().roadmap.approvals if one.amendments)
    act = last_act(block)
    assert act is not None and (str(act.date), act.kind, act.number) == ("2022-02-02", "распоряжение", "21")
    assert block.date in first and not [line for line in desk.check() if line.startswith("changed")]
    before = desk.bytes()
    assert desk.approve(*NEXT).code == 0
    assert desk.bytes() == before


@pytest.mark.parametrize(("amendments", "expected"), [
    ("    редакции: приказа от 01.10.2021 № 5  # был\n",
     "    редакции:\n      - приказа от 01.10.2021 № 5  # был\n      - акт: распоряжение\n        номер: 21\n"
     "        дата: 02.02.2022\n"),
    ("    редакции:\n      акт: приказ\n      дата: 01.10.2021\n",
     "    редакции:\n      - акт: приказ\n        дата: 01.10.2021\n      - акт: распоряжение\n        номер: 21\n"
     "        дата: 02.02.2022\n"),
    ("    редакции:\n    - приказа от 01.10.2021 № 5\n    # конец\n",
     "    редакции:\n    - приказа от 01.10.2021 № 5\n    - акт: распоряжение\n      номер: 21\n"
     "      дата: 02.02.2022\n    # конец\n"),
    ("    редакции: [приказа от 01.10.2021 № 5, ]\n",
     "    редакции: [приказа от 01.10.2021 № 5, {акт: распоряжение, номер: 21, дата: 02.02.2022}, ]\n"),
    ("    редакции: {акт: приказ, дата: 01.10.2021}\n",
     "    редакции: [{акт: приказ, дата: 01.10.2021}, {акт: распоряжение, номер: 21, дата: 02.02.2022}]\n"),
    ("    редакции: []\n", "    редакции: [{акт: распоряжение, номер: 21, дата: 02.02.2022}]\n"),
    ("    редакции:  # пока нет\n",
     "    редакции:  # пока нет\n      - акт: распоряжение\n        номер: 21\n        дата: 02.02.2022\n"),
    ("    редакции: |\n      приказа от 01.10.2021\n      № 5\n",
     "    редакции:\n      - приказа от 01.10.2021 № 5\n      - акт: распоряжение\n        номер: 21\n"
     "        дата: 02.02.2022\n"),
])
def test_acts_that_stand_there_become_a_list(desk: Desk, amendments: str, expected: str) -> None:
    head = "утверждение:\n  - гриф: утверждаю\n    акт: приказ\n    номер: 1\n    дата: 01.09.2021\n"
    desk.put(HEAD + head + amendments + REST)
    assert desk.approve("--date", "01.10.2021" if "2021" in amendments else "01.09.2021").code == 0
    desk.change("срок: май", "срок: апрель")
    said = desk.approve(*NEXT)
    assert said.code == 0, said.text
    assert desk.text() == HEAD + head + expected + REST.replace("май", "апрель")
    assert desk.approve("--anew", *NEXT).code == 0
    assert desk.plan().roadmap.approvals[0].amendments == ()


@pytest.mark.parametrize(("encode", "line_end"), [
    (lambda text: text.encode(), "\r\n"), (lambda text: codecs.BOM_UTF8 + text.encode(), "\n"),
    (lambda text: codecs.BOM_UTF8 + text.encode(), "\r\n"), (lambda text: text.encode("utf-16"), "\r\n"),
    (lambda text: text.encode(), "\r"),
], ids=["CRLF", "BOM", "BOM и CRLF", "UTF-16", "CR"])
def test_the_file_keeps_its_bytes(desk: Desk, encode: object, line_end: str) -> None:
    typed, expected = BLOCKS["комментарии"]
    rest = "состояние: проект\n" + REST
    desk.put(encode((HEAD + typed + rest).replace("\n", line_end)))  # type: ignore[operator]
    said = desk.approve(*ACT)
    assert said.code == 0, said.text
    data = (desk.folder / "карта.yaml").read_bytes()
    assert data == encode((HEAD + expected + REST).replace("\n", line_end))  # type: ignore[operator]
    assert desk.copy() == data
    assert desk.state().kind == "approved"
    assert not [line for line in desk.check() if "approv" in line]


def test_an_old_encoding_becomes_utf_8(desk: Desk) -> None:
    desk.put((HEAD + BLOCKS["линии"][0] + REST).encode("cp1251"))
    assert desk.approve(*ACT).code == 0
    assert desk.text() == HEAD + BLOCKS["линии"][1] + REST


def test_a_file_without_a_last_line_end(desk: Desk) -> None:
    desk.put(HEAD + REST + "утверждение:\n  - гриф: утверждаю")
    assert desk.approve("--date", "09.09.2021").code == 0
    assert desk.text() == HEAD + REST + "утверждение:\n  - гриф: утверждаю\n    дата: 09.09.2021"
    desk.put(HEAD + REST + "утверждение: {гриф: утверждаю}\nсостояние: проект")
    assert desk.approve("--date", "09.09.2021").code == 0
    assert desk.text() == HEAD + REST + "утверждение: {гриф: утверждаю, дата: 09.09.2021}\n"


def test_a_whole_file_in_brackets(desk: Desk) -> None:
    desk.put("{название: Карта, период: 2021, состояние: проект, утверждение: {гриф: утверждаю},\n"
             " мероприятия: [{название: Встреча, срок: май, ответственный: Куратор}]}\n")
    assert desk.approve("--date", "01.02.2021").code == 0
    assert "состояние: на подпись, утверждение: {гриф: утверждаю, дата: 01.02.2021}" in desk.text()
    assert desk.state().kind == "approved"


def test_english_keys(desk: Desk) -> None:
    desk.put("title: Карта\nperiod: 2021\nstate: draft\napprovals:\n  - kind: утверждаю\n    name: А.А. Аа\n"
             "activities:\n  - {title: Встреча, deadline: май, responsible: Куратор}\n")
    assert desk.approve("--date", "01.02.2021", "--act", "приказ", "--number", "№ 7").code == 0
    assert desk.text() == ("title: Карта\nperiod: 2021\napprovals:\n  - kind: утверждаю\n    name: А.А. Аа\n"
                           "    act: приказ\n    number: 7\n    date: 01.02.2021\n"
                           "activities:\n  - {title: Встреча, deadline: май, responsible: Куратор}\n")
    desk.change("май", "апрель")
    assert desk.approve("--date", "01.03.2021", "--act", "приказ", "--number", "8").code == 0
    assert "    amendments:\n      - act: приказ\n        number: 8\n        date: 01.03.2021\n" in desk.text()


@pytest.mark.parametrize("number", ["7", "10-р", "№ 5/1", "a: b", "№ # 7", "[7]", "'7'", "да", "7, доп.", "1 {2}"])
@pytest.mark.parametrize("block", ["утверждение: {гриф: утверждаю}\n", "утверждение:\n  - гриф: утверждаю\n"])
def test_any_number_reads_back(desk: Desk, block: str, number: str) -> None:
    approved(desk, block, "--date", "09.09.2021", "--number", number)
    assert desk.plan().roadmap.approvals[0].number == number.replace("№", "").strip()
    assert desk.check() == []


_TEXTS = st.text(st.sampled_from("аБ1 №-.,:#'\"[]{}|>&*"), max_size=8)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(values=st.dictionaries(st.sampled_from(["должность", "имя", "акт", "номер", "дата", "редакции"]),
                              _TEXTS, max_size=6), is_flow=st.booleans(), comments=st.booleans())
def test_whatever_stands_in_a_block(desk: Desk, values: dict[str, str], is_flow: bool, comments: bool) -> None:
    """Approved with a block that reads back, or refused with nothing written; never an inner error."""
    fields = {"гриф": "утверждаю", **{key: "'" + text.replace("'", "''") + "'" for key, text in values.items()}}
    typed = [f"{key}: {text}" for key, text in fields.items()]
    mark = "  # так" if comments else ""
    lines = "{" + ", ".join(typed) + "}" if is_flow else f"{mark}\n    ".join(typed)
    desk.put(HEAD + f"утверждение:\n  - {lines}{mark}\n" + REST)
    before = desk.bytes()
    said = desk.approve(*ACT)
    assert "Внутренняя" not in said.text and "оставлен как был" not in said.text
    if said.code:
        assert desk.bytes() == before
        return
    act = last_act(desk.plan().roadmap.approvals[0])
    assert act is not None and str(act.date) == "2021-09-09"
    assert desk.state().kind == "approved"
    for path in (*(desk.folder / "roadmap.approved").iterdir(), desk.folder / "roadmap.lock"):
        path.unlink()
