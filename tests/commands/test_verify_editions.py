"""roadmap verify on editions that are not in force, and on documents of another year."""

from __future__ import annotations

import json

from tests.approvals.desk import Desk
from tests.commands.papers import ACT, NEXT, build, document, put, verify
from tests.seals.packages import replaced


def amended(desk: Desk) -> tuple[bytes, bytes]:
    """The documents before and after the first approval of a roadmap that was amended since."""
    before = document(desk).read_bytes()
    assert desk.approve(*ACT).code == 0
    build(desk)
    first = document(desk).read_bytes()
    desk.change("до 20 сентября", "до 25 сентября")
    assert desk.approve(*NEXT).code == 0
    return before, first


def test_an_earlier_edition(desk: Desk) -> None:
    before, first = amended(desk)
    for data in (before, first):
        said = verify(desk, put(desk, data))
        assert said.code == 1
        assert "бумага.docx: прежняя редакция, утверждена 09.02.2022, приказ № 10-р; сейчас действует утверждённая " \
               "15.03.2022, приказ № 21" in said.text
        assert "  - " not in said.text
    report = json.loads(verify(desk, put(desk, first), "--format", "json").text)
    assert (report["outcome"], report["in_force"], report["differences"]) == ("earlier", False, [])


def test_an_earlier_edition_with_one_cell_changed(desk: Desk) -> None:
    _, first = amended(desk)
    said = verify(desk, put(desk, replaced("октябрь", "декабрь")(first)))
    assert said.code == 1
    assert "документ изменён после сборки" in said.text
    assert "стало «декабрь" in said.text


def test_a_draft_of_what_is_approved_changes_nothing(desk: Desk) -> None:
    assert desk.approve(*ACT).code == 0
    build(desk)
    paper = put(desk, document(desk).read_bytes())
    desk.change("название: Дорожная", "состояние: проект\nназвание: Дорожная")
    said = verify(desk, paper)
    assert (said.code, "С тех пор карта изменена" in said.text) == (0, False)
    desk.change("до 20 сентября", "до 25 сентября")
    said = verify(desk, paper)
    assert (said.code, "С тех пор карта изменена" in said.text) == (0, True)


def test_another_year(desk: Desk) -> None:
    assert desk.approve(*ACT).code == 0
    build(desk)
    paper = put(desk, document(desk).read_bytes())
    text = desk.text()
    changes = {
        "2021/2022": "2022/2023", "до 20 сентября": "до 18.09.2022", "октябрь – ноябрь": "декабрь 2022",
        "срок: май": "срок: июнь 2023", "Анкетирование": "Опрос", "Куратор": "Завуч", "номер: 10-р": "номер:",
        "дата: 09.02.2022": "дата:",
    }
    for old, new in changes.items():
        assert old in text, old
        text = text.replace(old, new)
    desk.put(text)
    (desk.folder / "roadmap.lock").unlink()
    paper = put(desk, replaced("до 20 сентября", "до 20.09.2021")(paper.read_bytes()))
    said = verify(desk, paper)
    assert said.code == 1
    assert "бумага.docx: похоже на документ другого года, не этой карты" in said.text
    for wrong in ("утверждённый документ", "похожими", "документ изменён"):
        assert wrong not in said.text


def test_a_lock_with_another_seal(desk: Desk) -> None:
    assert desk.approve(*ACT).code == 0
    build(desk)
    lock = desk.lock
    seal = lock.partition("содержание ")[2][:64]
    desk.put(lock.replace(seal, ("0" if seal[0] != "0" else "1") + seal[1:]), "roadmap.lock")
    said = verify(desk, document(desk))
    assert (said.code, "записана другая контрольная сумма" in said.text) == (1, True)
    desk.change("название: Дорожная", "состояние: проект\nназвание: Дорожная")
    said = verify(desk, document(desk))
    assert (said.code, "записана другая контрольная сумма" in said.text) == (1, True)


def test_english(desk: Desk) -> None:
    before, first = amended(desk)
    assert "an earlier edition, approved 09.02.2022" in verify(desk, put(desk, first), "--lang", "en").text
    assert "is in force now" in verify(desk, put(desk, before), "--lang", "en").text
