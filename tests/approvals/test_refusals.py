"""What cannot be approved is said in words, and nothing is written."""

from __future__ import annotations

import datetime

import pytest

from roadmap_compiler.approvals import LOCK
from tests.approvals.desk import TEXT, Desk

HEAD = "название: План\nпериод: 2021/2022 учебный год\n"
REST = "мероприятия:\n  - {название: Встреча, срок: май, ответственный: Куратор}\n"
TWO = "утверждение:\n  - {гриф: утверждаю, должность: Директор}\n  - {гриф: согласовано}\n" \
      "  - {гриф: утверждён, акт: решением совета}\n"


@pytest.mark.parametrize(("text", "arguments", "code", "told"), [
    (HEAD + REST, ("--date", "09.02.2022"), 1, "в карте нет грифа утверждения. Добавьте его, например:\nутверждение:"),
    (HEAD + "утверждение: {гриф: согласовано}\n" + REST, ("--date", "09.02.2022"), 1, "нет грифа утверждения"),
    (HEAD + "утверждение: {гриф: Приложение № 1}\n" + REST, ("--date", "09.02.2022"), 1, "нет грифа утверждения"),
    (HEAD + TWO + REST, ("--date", "09.02.2022"), 2,
     "несколько грифов утверждения, назовите нужный. --block 1: утверждаю, Директор; --block 3: утверждён, решением"),
    (HEAD + TWO + REST, ("--date", "09.02.2022", "--block", "2"), 2, "гриф номер 2 не утверждает карту"),
    (HEAD + TWO + REST, ("--date", "09.02.2022", "--block", "9"), 2, "гриф номер 9 не утверждает карту"),
    (HEAD + TWO + REST, ("--date", "09.02.2022", "--block", "0"), 2, "--block"),
    (TEXT, ("--date", "31.02.2022"), 2, "Такого дня нет: 31.02.2022"),
    (TEXT, ("--date", "2022-13-01"), 2, "Такого дня нет: 2022-13-01"),
    (TEXT, ("--date", "завтра"), 2, "Дата не понята: «завтра». Напишите её так: 09.02.2022 или 2022-02-09"),
    (TEXT, ("--date", "2022"), 2, "Дата не понята: «2022»"),
    (TEXT, ("--date", ""), 2, "Дата не понята"),
    (TEXT, ("--date", "02/09/2022x"), 2, "Дата не понята"),
    (TEXT, (), 2, "--date"),
    (TEXT.replace("срок: май", "сорк: май"), ("--date", "09.02.2022"), 1, "не утверждена, сначала исправьте ошибки"),
    (TEXT.replace("срок: май", "срок: май 2019"), ("--date", "09.02.2022"), 1, "deadline-outside-period"),
    (TEXT.replace("название: Дорожная", "название: 'Дорожная"), ("--date", "09.02.2022"), 1, "quote-not-closed"),
    ("PK\x03\x04", ("--date", "09.02.2022"), 1, "file-is-word"),
    ("", ("--date", "09.02.2022"), 1, "file-empty"),
])
def test_nothing_is_written(desk: Desk, text: str, arguments: tuple[str, ...], code: int, told: str) -> None:
    desk.put(text)
    before = desk.bytes()
    said = desk.approve(*arguments)
    assert (said.code, told in said.text) == (code, True), said.text
    assert "Внутренняя" not in said.text
    assert desk.bytes() == before


def test_the_chosen_block_is_filled_and_the_others_keep_their_blanks(desk: Desk) -> None:
    desk.put(HEAD + TWO + REST)
    assert desk.approve("--date", "09.02.2022", "--block", "3", "--number", "4").code == 0
    assert desk.text() == HEAD + TWO.replace("решением совета}", "решением совета, номер: 4, дата: 09.02.2022}") + REST


def test_a_missing_file_and_a_folder(desk: Desk) -> None:
    for name in ("нет.yaml", "."):
        said = desk.approve("--date", "09.02.2022", name=name)
        assert said.code == 2 and "Нет такого файла" in said.text


def test_an_amendment_before_the_approval(desk: Desk) -> None:
    desk.approve("--date", "09.02.2022")
    desk.change("май", "апрель")
    before = desk.bytes()
    said = desk.approve("--date", "08.02.2022")
    assert said.code == 2 and "утверждена 09.02.2022, а изменения 08.02.2022 — раньше" in said.text
    assert desk.bytes() == before
    assert desk.approve("--date", "08.02.2022", "--anew").code == 0


def test_the_date_of_an_amendment_is_not_put_right_to_before_the_approval(desk: Desk) -> None:
    desk.approve("--date", "09.02.2022")
    desk.change("май", "апрель")
    desk.approve("--date", "10.03.2022")
    before = desk.bytes()
    said = desk.approve("--date", "01.01.2022")
    assert said.code == 2
    assert "карта утверждена 09.02.2022, а изменения 01.01.2022 — раньше. Проверьте дату" in said.text
    assert desk.bytes() == before
    assert desk.approve("--date", "09.02.2022").code == 0


def test_a_day_that_has_not_come_is_told(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("roadmap_compiler.commands.approve.today", lambda: datetime.date(2021, 8, 30))
    assert "не наступил" not in desk.approve("--date", "30.08.2021").text
    said = desk.approve("--date", "31.08.2021")
    assert said.code == 0
    assert "карта.yaml: 31.08.2021 ещё не наступило. Если это опечатка, повторите команду с верной датой" in said.text


@pytest.mark.parametrize("line", ["<<<<<<< HEAD", "а.yaml: утверждено вчера"])
def test_a_broken_lock_is_mended_first(desk: Desk, line: str) -> None:
    desk.put(f"{line}\n", LOCK)
    before = desk.bytes()
    said = desk.approve("--date", "09.02.2022")
    assert said.code == 1 and "сначала исправьте ошибки в roadmap.lock" in said.text and "строка 1" not in said.text
    assert desk.bytes() == before


def test_errors_that_an_approval_brings(desk: Desk) -> None:
    """In the strict profile a term before the approval is an error: it is told before anything is written."""
    desk.put(TEXT.replace("период:", "профиль: строгий\nпериод:"))
    before = desk.bytes()
    said = desk.approve("--date", "09.06.2022")
    assert said.code == 1 and "deadline-before-approval" in said.text
    assert desk.bytes() == before


def test_what_cannot_be_written_is_said(desk: Desk) -> None:
    (desk.folder / LOCK).mkdir()
    said = desk.approve("--date", "09.02.2022")
    assert said.code == 2 and "Не удалось записать roadmap.lock: " in said.text
    (desk.folder / LOCK).rmdir()
    assert desk.approve("--date", "09.02.2022").code == 0  # the same command again
    assert desk.state().kind == "approved" and not desk.state().copy_missing


@pytest.mark.parametrize("arguments", [("--approved",), ()])
def test_comparing_with_what_was_never_approved(desk: Desk, arguments: tuple[str, ...]) -> None:
    said = desk.run("diff", *arguments)
    assert said.code == 2
    assert ("карта не утверждена" if arguments else "Назовите две редакции") in said.text
    desk.approve("--date", "09.02.2022")
    (desk.folder / "roadmap.approved" / "карта.yaml").unlink()
    said = desk.run("diff", "--approved")
    assert said.code == 2 and "нет утверждённого текста" in said.text
