"""People are printed the document's way, and a name that is almost known is a mistake."""

import pytest

from tests.roadmaps import codes, compiled, plan_of

PEOPLE = """\
люди:
  козлова: Козлова Ю.С., учитель обществознания
  куратор: Куратор ЦМН
  хакимова: {имя: О.В. Хакимова, должность: директор}
  группа: {название: Рабочая группа, состав: [козлова, хакимова]}
"""


def printed(responsible: str, table: str = "") -> str:
    plan = plan_of(PEOPLE + table + f"мероприятия:\n  - название: а\n    срок: май\n    ответственный: {responsible}\n")
    return "\n".join(who.text for who in plan.entries[0].responsible).replace("\u00a0", " ")


@pytest.mark.parametrize(("written", "expected"), [
    ("козлова", "Козлова Ю.С., учитель обществознания"),
    ("КОЗЛОВА", "Козлова Ю.С., учитель обществознания"),
    ("[козлова, куратор]", "Козлова Ю.С., учитель обществознания\nКуратор ЦМН"),
    ("куратор (в рамках компетенции)", "Куратор ЦМН (в рамках компетенции)"),
    ("{кто: куратор, оговорка: по согласованию}", "Куратор ЦМН (по согласованию)"),
    ("хакимова", "О.В. Хакимова, директор"),
    ("группа", "Рабочая группа"),
    ("козлова, куратор", "Козлова Ю.С., учитель обществознания\nКуратор ЦМН"),
    ("козлова;", "Козлова Ю.С., учитель обществознания"),
    ("козлова, куратор.", "Козлова Ю.С., учитель обществознания\nКуратор ЦМН"),
    ("козлова и куратор; группа", "Козлова Ю.С., учитель обществознания\nКуратор ЦМН\nРабочая группа"),
    ("Куратор, члены рабочей группы", "Куратор, члены рабочей группы"),
    ("Учителя истории и обществознания", "Учителя истории и обществознания"),
    ("Классные руководители", "Классные руководители"),
    ("Н.Ф. Кустова (куратор Целевой модели наставничества)", "Н.Ф. Кустова (куратор Целевой модели наставничества)"),
])
def test_who_answers_is_printed(written: str, expected: str) -> None:
    assert printed(written) == expected


@pytest.mark.parametrize(("style", "expected"), [
    ("Фамилия И.О., должность", "Хакимова О.В., директор"),
    ("И.О. Фамилия (должность)", "О.В. Хакимова (директор)"),
    ("Фамилия И.О.", "Хакимова О.В."),
])
def test_people_in_parts_follow_the_style_of_the_table(style: str, expected: str) -> None:
    assert printed("хакимова", f"таблица: {{люди в таблице: '{style}'}}\n") == expected


@pytest.mark.parametrize(("written", "near"), [("козлва", "козлова"), ("кератор", "куратор"), ("rjpkjdf", "козлова"),
                                               ("сидорова", ""), ("поварова", "")])
def test_a_name_that_is_not_among_the_people_is_told(written: str, near: str) -> None:
    compilation = compiled(
        PEOPLE + f"мероприятия:\n  - название: а\n    срок: май\n    ответственный: [куратор, {written}]\n")
    (finding,) = (finding for finding in compilation.findings if finding.code == "unknown-person")
    assert (finding.params["name"], finding.params["near"]) == (written, near)
    assert (finding.span.line, finding.span.column) == (11, 30)


def test_the_name_of_a_role_is_a_text_to_print_and_is_told_of_once() -> None:
    rows = "".join(f"  - название: {title}\n    срок: май\n    ответственный: {who}\n"
                   for title, who in (("а", "педагог-психолог"), ("б", "педагог-психолог"), ("в", "[куратор, завхоз]"),
                                      ("г", "[все, воспитатели, педсовет]")))
    compilation = compiled(PEOPLE + "мероприятия:\n" + rows)
    told = [(finding.code, finding.severity, finding.params["name"]) for finding in compilation.findings
            if finding.code != "person-unused"]
    assert told == [("role-not-declared", "info", "педагог-психолог"), ("role-not-declared", "info", "завхоз")]
    assert compilation.plan is not None
    assert [who.text for who in compilation.plan.entries[1].responsible] == ["педагог-психолог"]


def test_a_group_stands_for_its_members() -> None:
    plan = plan_of(PEOPLE + "мероприятия:\n  - {название: а, срок: май, ответственный: группа}\n")
    assert plan.entries[0].responsible[0].people == ("группа", "козлова", "хакимова")


def test_a_group_that_holds_itself_ends() -> None:
    text = """\
        люди: {а: {имя: А, состав: [б]}, б: {имя: Б, состав: [а]}}
        мероприятия: [{название: х, срок: май, ответственный: а}]
    """
    assert plan_of(text).entries[0].responsible[0].people == ("а", "б")


def test_an_unknown_member_of_a_group_is_told() -> None:
    text = "люди: {а: А.А. Ааа, группа: {имя: Группа, состав: [б]}}\nмероприятия: []\n"
    assert "unknown-person" in codes(compiled(text))
