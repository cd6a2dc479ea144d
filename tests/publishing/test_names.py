"""Whom a line names, and where in it a hand would sign."""

from __future__ import annotations

import pytest

from roadmap_compiler.publishing.names import is_named, other_person_in, person_in
from roadmap_compiler.publishing.places import blanks
from tests.publishing.samples import DIRECTOR


@pytest.mark.parametrize(("owner", "line", "named"), [
    (DIRECTOR, "________________ О.\u00a0В.\u00a0Хакимова", True), (DIRECTOR, "Хакимова О.В.", True),
    (DIRECTOR, "О. Хакимова", True), (DIRECTOR, "Хакимова Ольга Викторовна", True), (DIRECTOR, "ХАКИМОВА О.В.", True),
    (DIRECTOR, "И.В. Хакимова", False), (DIRECTOR, "Хакимова И.В.", False), (DIRECTOR, "О.В. Хакимовская", False),
    (DIRECTOR, "О.В. Петрова", False), (DIRECTOR, "", False), ("Соловьёв Пётр Ильич", "П.И. Соловьев", True),
    ("Горбатов Иван Ильич", "Директор ДДТ г.Горбатов", False), ("Хакимова", "О.В. Хакимова", False),
    ("МБУ ДО «ДДТ»", "МБУ ДО «ДДТ»", False), ("Петрова-Водкина Анна Ивановна", "А.И. Петрова-Водкина", True),
    ("Петрова Анна Ивановна", "А.И. Петрова-Водкина", False),
])
def test_who_is_named(owner: str, line: str, named: bool) -> None:
    assert is_named(owner, line) is named


@pytest.mark.parametrize(("text", "owner", "other"), [
    ("________ И.И. Петров", DIRECTOR, "И.И. Петров"), ("приказом директора О.В. Хакимовой № 5", DIRECTOR, ""),
    ("Директор", DIRECTOR, ""), ("Петров И.И.", "МБУ ДО «ДДТ»", "Петров И.И.")])
def test_another_person_in_the_place(text: str, owner: str, other: str) -> None:
    assert other_person_in(text, owner) == other


@pytest.mark.parametrize(("text", "person"), [
    ("Директор\n________ О.\u00a0В.\u00a0Хакимова", "О. В. Хакимова"), ("Хакимова О.В.", "Хакимова О.В."),
    ("Хакимова Ольга Викторовна", "Хакимова Ольга Викторовна"), ("Директор МБУ ДО ДДТ", ""), ("г. Горбатов", "")])
def test_the_person_of_a_place(text: str, person: str) -> None:
    assert person_in(text) == person


@pytest.mark.parametrize(("line", "found"), [
    ("________________ О. В. Хакимова", ["________________"]), ("Директор ____ О.В. Хакимова", ["____"]),
    ("«____» ______________ 2021 г.", []), ("«___» __________ 20___ г.", []), ("от ________ № ______", []),
    ("от 01.02.2022 № ______", []), ("Дата: __________", []), ("«12» 04. 2021г.", []),
    ("___________ О.В. Хакимова «__» ______ 2026 г.", ["___________"]), ("________ 2026 г.", []),
    ("М.П. ________ (подпись)", ["________"])])
def test_blanks_to_sign_on(line: str, found: list[str]) -> None:
    assert [line[start:end] for start, end in blanks(line)] == found
