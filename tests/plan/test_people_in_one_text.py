"""Several people in one text, and people who are misspelt there: nobody is lost in silence."""

from __future__ import annotations

import pytest

from roadmap_compiler.compiler import compile_bytes

TEXT = """название: План
период: 2027
люди:
  ким: Ким О.В., педагог
  белова: Белова И.Н., методист
  группа: {{название: Группа, состав: {members}}}
мероприятия:
  - название: Линейка
    срок: май
    ответственный: {who}
  - название: Сбор
    срок: июнь
    ответственный: [ким, белова, группа]
"""


def told(who: str, members: str = "[ким, белова]") -> list[tuple[str, str]]:
    findings = compile_bytes(TEXT.format(who=who, members=members).encode(), "карта.yaml").findings
    return [(finding.code, finding.params.get("near") or finding.params["name"]) for finding in findings
            if finding.code in ("unknown-person", "person-in-text", "role-not-declared")]


@pytest.mark.parametrize(("who", "meant"), [
    ("кимм (по графику)", ["ким"]), ("белова, кмм", ["ким"]), ("[белова, «ким»]", ["ким"]),
    ("ким - по графику", ["ким (по графику)"]), ("кимм — по графику", ["ким (по графику)"]),
    ("[белова; ким; сайт]", ["сайт"]), ("белова и кимм", ["ким"]), ("белова (по графику), кимм", ["ким"]),
    ("Белова, Кимм", ["ким"]), ("белова / кимм", ["ким"]), ("беллова, кимм", ["белова", "ким"]),
])
def test_who_is_misspelt_or_unknown_in_a_text_of_several(who: str, meant: list[str]) -> None:
    assert told(who) == [("unknown-person", one) for one in meant]


@pytest.mark.parametrize("members", ["[белова; кмм]", "белова и кмм", "[белова, «ким»]"])
def test_the_same_in_a_group(members: str) -> None:
    assert told("ким", members) == [("unknown-person", "ким")]


@pytest.mark.parametrize("who", [
    "классные руководители, педагог-психолог", "родители (законные представители)", "учителя и родители",
    "Иванов И.И., педагог", "Иванов И.И., ким", "белова; ким", "белова / ким", "белова (по графику, в мае), ким",
    "рабочая группа - по отдельному плану",
])
def test_other_texts_are_no_mistake(who: str) -> None:
    assert told(who) == []


def test_people_with_qualifiers_in_one_text_are_found() -> None:
    plan = compile_bytes(TEXT.format(who="белова (по графику), ким", members="белова; ким").encode(), "к.yaml").plan
    assert plan is not None
    who = plan.entries[0].responsible
    assert [(one.key, one.text.replace("\u00a0", " ")) for one in who] == [
        ("белова", "Белова И.Н., методист (по графику)"), ("ким", "Ким О.В., педагог")]
    assert plan.entries[1].responsible[2].people == ("группа", "белова", "ким")


def test_a_short_name_beside_other_words_would_be_printed_as_it_is() -> None:
    assert told("белова, классные руководители") == [("person-in-text", "белова")]
