"""Rules about dates, people and acts: one mistake gives one finding at its place; what is right gives none."""

from __future__ import annotations

import pytest

from roadmap_compiler.compiler import Compilation, compile_bytes
from tests.roadmaps import codes, compiled

SCHOOL = "название: {title}\nпериод: {period}\n"


def plan(*rows: tuple[str, str], head: str = "", stage: str = "") -> Compilation:
    """What the compiler makes of rows of (title, deadline)."""
    indent = "      " if stage else "  "
    row = "{}- {{название: \"{}\", срок: \"{}\", ответственный: Куратор}}\n"
    lines = [row.format(indent, title, deadline) for title, deadline in rows]
    body = f"этапы:\n  - название: {stage}\n    мероприятия:\n" if stage else "мероприятия:\n"
    return compiled(head + body + "".join(lines))


def titled(title: str, period: str) -> list[str]:
    """The codes for a title and a period."""
    return codes(compile_bytes(SCHOOL.format(title=title, period=period).encode() + b"\n", "карта.yaml"))


@pytest.mark.parametrize(("first", "second"), [
    (("Организация групповой встречи", "октябрь"), ("Анализ анкет после завершения групповой встречи", "сентябрь")),
    (("Анкетирование родителей", "ноябрь"), ("Анализ анкет родителей", "октябрь")),
    (("Проведение анкетирования", "ноябрь"), ("Анализ результатов анкетирования", "октябрь")),
    (("Анкетирование родителей", "ноябрь"), ("Обработка анкет", "октябрь")),
    (("Проведение анкетирования педагогов", "до 19 ноября"), ("Обработка анкет педагогов", "до 1 ноября")),
    (("Разработка Положения о наставничестве", "март"), ("Утверждение Положения о наставничестве", "февраль")),
    (("Создание рабочей группы", "декабрь"), ("Утверждение рабочей группы", "ноябрь")),
    (("Формирование базы наставников", "май"), ("Внесение итогов в базу наставников", "апрель")),
    (("Мониторинг удовлетворённости", "май"), ("Корректировка плана по итогам мониторинга удовлетворённости", "март")),
    (("Разработка Положения (приказ от 25.12.2019 № 1)", "март"),
     ("Утверждение Положения (приказ от 1.2.2020 № 2)", "февраль")),
    (("Муниципальный этап олимпиады", "ноябрь – декабрь"),
    ("Подведение итогов муниципального этапа олимпиады", "октябрь")),
])
def test_a_result_before_its_input(first: tuple[str, str], second: tuple[str, str]) -> None:
    compilation = plan(first, second)
    assert [(f.code, f.span.line) for f in compilation.findings] == [("result-before-input", 5)]
    assert codes(plan(first, (second[0], "июнь"))) == []


@pytest.mark.parametrize(("first", "second"), [
    # written in the order of time: the one above comes first, whatever it is called
    (("Анализ анкет родителей", "сентябрь"), ("Анкетирование родителей", "октябрь")),
    # one word in common is not enough
    (("Мониторинг наставничества", "июнь"), ("Подведение итогов программы наставничества", "май")),
    (("Обучение наставников", "ноябрь"), ("Анализ работы наставников", "октябрь")),
    # another meeting, another group, another year
    (("Организация групповой встречи", "октябрь"), ("Анализ анкет педагогов", "сентябрь")),
    (("Разработка плана работы на 2022/2023 учебный год", "май"),
    ("Утверждение плана работы на 2021/2022 учебный год", "сентябрь")),
    (("Анкетирование родителей", "ноябрь"), ("Анализ работы школы за прошлый год", "сентябрь")),
    # the input began before the result was due
    (("Анкетирование родителей", "сентябрь – май"), ("Анализ анкет родителей", "октябрь")),
    (("Анкетирование родителей", "октябрь"), ("Анализ анкет родителей", "октябрь")),
    # without dates nothing can be compared
    (("Анкетирование родителей", "по мере необходимости"), ("Анализ анкет родителей", "октябрь")),
    (("Итоговая аттестация", "июнь"), ("Повышение квалификации по итогам I полугодия", "январь")),
    (("Организация летнего отдыха", "июнь"), ("Отчёт по результатам работы", "декабрь")),
    (("Разработка программы развития", "май"), ("Реализация программы наставничества", "сентябрь")),
])
def test_no_result_before_its_input(first: tuple[str, str], second: tuple[str, str]) -> None:
    assert codes(plan(first, second)) == []


@pytest.mark.parametrize(("stage", "deadline", "is_outside"), [
    ("Октябрь", "8 ноября", True), ("Октябрь", "5 октября", False), ("Октябрь", "сентябрь – октябрь", False),
    ("Октябрь 2021 года", "ноябрь", True), ("IV квартал", "февраль", True), ("IV квартал", "декабрь", False),
    ("Сентябрь – октябрь", "до 15 ноября", True), ("Октябрь", "в течение года", False), ("Октябрь", "постоянно", False),
    ("Октябрьские чтения", "май", False), ("Майские праздники", "сентябрь", False),
    ("Мартовские каникулы", "апрель", False),
    ("Подготовка", "май", False),
])
def test_a_stage_that_is_called_by_a_time(stage: str, deadline: str, is_outside: bool) -> None:
    assert codes(plan(("Событие", deadline), stage=stage)) == ["activity-outside-stage"] * is_outside


@pytest.mark.parametrize(("deadline", "code"), [
    ("IV квартал, до 30.09.2021", "quarter-against-date"), ("октябрь, до 15.11.2021", "quarter-against-date"),
    ("понедельник, 21 сентября", "deadline-weekday-differs"), ("22.09.2021 (вт.)", "deadline-weekday-differs"),
    ("ежеквартально 05.10.2021 24.12.2021", "frequency-against-dates"),
    ("ежемесячно 15.09.2021, 15.10.2021", "frequency-against-dates"),
    ("сентябрь, октябрь, сентябрь", "deadline-repeated"), ("25.03.2022 25.03.2022", "deadline-repeated"),
])
def test_dates_that_contradict_their_words(deadline: str, code: str) -> None:
    assert codes(plan(("Отчёт", deadline))) == [code]


@pytest.mark.parametrize("deadline", [
    "IV квартал, до 30.12.2021", "октябрь, ноябрь", "I квартал, май", "вторник, 21 сентября", "21.09.2021 (вт.)",
    "25 сентября (суббота)", "ежеквартально 24.09.2021 24.12.2021 25.03.2022 24.06.2022",
    "еженедельно по вторникам", "сентябрь, март", "1 раз в квартал", "ежемесячно до 15 числа", "22.04.2022 10:00",
])
def test_dates_that_agree_with_their_words(deadline: str) -> None:
    assert [f for f in plan(("Отчёт", deadline)).findings if f.severity != "info"] == []


@pytest.mark.parametrize(("title", "period"), [
    ("Карта на 2021/2022 учебный год", "2021/2022 учебный год"),
    ("Карта на 2021-2022 уч. год", "2021/2022 учебный год"),
    ("Карта на 2021 – 22 учебный год", "2021/2022 учебный год"), ("Карта на 2021 год", "2021"),
    ("Карта на I полугодие 2021/2022 учебного года", "01.09.2021 – 31.12.2021"),
    ("Карта на 2021–2024 годы", "2021–2024"), ("Карта на 2021–2024 годы", "2022"),
    ("Карта", "2021"), ("Карта ко Дню Победы (1941–1945)", "2021"), ("Проект «Учитель года-2020»", "2021"),
    ("Карта в соответствии с приказом от 25.12.2019 № 145", "2021"), ("Карта по приказу № 2019", "2021"),
    ("Карта на 2020 – 2024 учебный год", "2020–2024"),
    ("Карта (сентябрь 2022 г. - май 2024 г.)", "01.09.2022 – 31.05.2024"),
    ("Карта Десятилетия науки (2022–2031) на 2023 год", "2023"),
    ("Карта подготовки к 2024/2025 учебному году", "01.03.2024 – 31.08.2024"),
])
def test_a_title_that_fits_its_period(title: str, period: str) -> None:
    assert titled(title, period) == []


@pytest.mark.parametrize(("title", "period"), [
    ("Карта на 2020/2021 учебный год", "2021/2022 учебный год"), ("Карта на 2020 год", "2021"),
    ("Карта МБОУ «СОШ № 14» на 2020/2021 учебный год", "2021/2022 учебный год"),
    ("Карта в 2020 – 2021 учебном году", "2021/2022 учебный год"), ("Карта на 2018–2020 годы", "2021–2024"),
])
def test_a_title_of_another_year(title: str, period: str) -> None:
    assert titled(title, period) == ["title-period-differs"]


PEOPLE = "люди:\n  козлова: Козлова Ю.С., учитель\nмероприятия:\n  - {название: А, срок: май, ответственный: козлова}\n"


@pytest.mark.parametrize(("more", "found"), [
    ("подписи: {имя: Ю.С. Козлова}\n", []), ("подписи: {имя: Козлова Ю. С.}\n", []),
    ("подписи: {имя: Козловой Ю.С.}\n", []), ("подписи: {имя: Козлов А.А.}\n", []),
    ("подписи: {имя: Козлова А.П.}\n", []),
    ("подписи: {имя: Козлова Ю.А.}\n", ["person-spelled-twice"]),
    ("подписи: {имя: С.Ю. Козлова}\n", ["person-spelled-twice"]),
    ("подписи: {имя: Казлова Ю.С.}\n", ["person-spelled-twice"]),
    ("подписи: {имя: Козлава Ю.С.}\n", ["person-spelled-twice"]),
    ("подписи: {имя: Директор И.Е. Косарева}\n", []),
])
def test_one_person_in_two_spellings(more: str, found: list[str]) -> None:
    assert codes(compiled(PEOPLE + more)) == found


def test_a_person_who_only_signs_is_in_use_and_an_idle_one_is_not() -> None:
    idle = PEOPLE.replace("мероприятия", "  косарева: Косарева И.Е., директор\nмероприятия", 1)
    assert codes(compiled(idle)) == ["person-unused"]
    signing = "утверждение: {гриф: утверждаю, имя: И.Е. Косарева, дата: 30.08.2021}\n"
    assert codes(compiled(signing + idle)) == []


def test_a_member_of_a_group_is_in_use() -> None:
    text = ("люди:\n  группа: {имя: Рабочая группа, состав: [козлова]}\n  козлова: Козлова Ю.С.\n"
            "мероприятия:\n  - {название: А, срок: май, ответственный: группа}\n")
    assert codes(compiled(text)) == []


def test_a_stranger_is_told_once_and_only_beside_declared_people() -> None:
    stranger = "  - {название: Б, срок: май, ответственный: \"Орлов П.П., тренер\"}\n"
    assert codes(compiled(PEOPLE + stranger + stranger.replace("май", "июнь"))) == ["person-undeclared"]
    assert codes(compiled("мероприятия:\n" + stranger)) == []
    assert codes(compiled(PEOPLE + stranger.replace("Орлов П.П., тренер", "Классные руководители"))) == []


APPROVED = "утверждение:\n  - {{гриф: утверждён, акт: приказом директора, {more}}}\nмероприятия: []\n"


@pytest.mark.parametrize(("more", "found"), [
    ("дата: 30.08.2021, номер: \"12\"", []), ("дата: 30.08.2021", ["act-blank"]), ("номер: \"12\"", ["act-blank"]),
    ("дата: 30.08.2021, номер: нет", []), ("дата: \"\", номер: \"\"", []),
])
def test_a_blank_of_an_act_that_is_meant_is_no_finding(more: str, found: list[str]) -> None:
    assert codes(compiled(APPROVED.format(more=more), "название: План\nпериод: 2021/2022 учебный год\n")) == found


@pytest.mark.parametrize(("one", "other", "found"), [
    ("приказ Минпросвещения России от 31.05.2021 № 287", "приказом Минпросвещения России от 31.05.2022 № 287",
     ["act-differs"]),
    ("распоряжением Министерства просвещения РФ 25 декабря 2019 № Р-145",
     "распоряжение Минпросвещения от 25.12.2019 № Р-145", []),
    ("приказ директора от 01.09.2021 № 15", "приказ управления образования от 03.09.2021 № 15", []),
    ("приказ от 01.09.2021 № 15", "приказ от 01.09.2021 № 16", []),
    ("приказ директора от 01.09.2021 № 15", "протокол от 02.09.2021 № 15", []),
    ("приказ от 01.09.2020 № 15", "приказ от 03.09.2021 № 15", []),
    ("приказ директора от 01.09.2021 № 15", "приказ директора от 1 сентября № 15", ["act-year-missing"]),
])
def test_acts_that_are_cited_twice(one: str, other: str, found: list[str]) -> None:
    assert codes(plan((f"Изучение ({one})", "сентябрь"), (f"Внедрение ({other})", "октябрь"))) == found


@pytest.mark.parametrize(("own", "position", "is_foreign"), [
    ("МАОУ «СОШ № 14»", "Директор МАОУ «СОШ № 14»", False), ("МАОУ «СОШ № 14»", "Директор МАОУ СОШ №14", False),
    ("МАОУ «СОШ № 14»", "Директор МАОУ «СОШ № 7»", True), ("МАОУ «СОШ № 14»", "Директор МБОУ «СОШ № 14»", True),
    ("МАОУ «СОШ № 14»", "Директор школы № 14", False), ("МАОУ «СОШ № 14»", "Директор", False),
    ("Управление образования", "Директор МАОУ «СОШ № 7»", False),
    ("МБУ ДО ДДТ г.Горбатов", "Директор МБУ ДО ДДТ г.Горбатов", False),
    ("Муниципальное автономное учреждение «Лицей № 3»", "Директор МБОУ «Лицей № 3»", True),
    ("ГБПОУ ЛО «Мичуринский многопрофильный техникум»",
     "Директор ГБПОУ ЛО «Мичуринский многопрофильный техникум»", False),
    ("КГБОУ «Школа-интернат № 2»", "Директор КГБОУ «Школа-интернат № 2»", False),
])
def test_a_foreign_institution_in_the_approval(own: str, position: str, is_foreign: bool) -> None:
    approval = f"{{гриф: утверждаю, должность: \"{position}\", имя: А.А. Аа, дата: 30.08.2021}}"
    text = f"организация: {own}\nутверждение: {approval}\n"
    assert codes(compiled(text)) == ["foreign-institution"] * is_foreign


@pytest.mark.parametrize(("own", "title", "is_foreign"), [
    ("МБОУ «СОШ № 14»", "План взаимодействия МБОУ «СОШ № 14» и детского сада № 33", False),
    ("МКУ «Управление образования»", "План поддержки МБОУ «СОШ № 5»", False),
    ("МБОУ «СОШ № 14»", "План работы МБОУ «СОШ № 7»", True), ("МБОУ «СОШ № 14»", "План работы МКОУ «СОШ № 14»", True),
    ("МБОУ Тамбарская ООШ", "План наставничества МБОУ Тамбарской ООШ", False),
])
def test_a_foreign_institution_in_the_title(own: str, title: str, is_foreign: bool) -> None:
    text = f"название: \"{title}\"\nпериод: 2021\nорганизация: {own}\n"
    assert codes(compile_bytes(text.encode(), "карта.yaml")) == ["foreign-institution"] * is_foreign


def test_one_foreign_institution_is_told_once() -> None:
    text = """\
        организация: МАОУ «СОШ № 14»
        утверждение: {гриф: утверждаю, должность: Директор МБОУ «СОШ № 7», имя: А.А. Аа, дата: 30.08.2021}
    """
    assert codes(compiled(text)) == ["foreign-institution"]
    act = "утверждение: {гриф: утверждаю, акт: приказом директора МАОУ «СОШ № 7», номер: \"1\", дата: 30.08.2021}\n"
    assert codes(compiled("организация: МАОУ «СОШ № 14»\n" + act)) == ["foreign-institution"]


def test_a_misspelled_person_is_told_once() -> None:
    row = "  - {название: Б, срок: май, ответственный: \"Казлова Ю.С., учитель\"}\n"
    assert codes(compiled(PEOPLE + row)) == ["person-spelled-twice"]


def test_the_right_word_of_approval() -> None:
    approval = "утверждение: {гриф: УТВЕРЖДЁН, акт: приказом, дата: 30.08.2021, номер: \"1\"}\n"
    text = "название: Карта\nпериод: 2021\n" + approval
    (finding,) = compile_bytes(text.encode(), "карта.yaml").findings
    assert [fix.title for fix in finding.fixes] == ["УТВЕРЖДЕНА"]


def test_partners_are_no_foreign_institutions() -> None:
    head = "организация: МАОУ «СОШ № 14»\n"
    assert codes(plan(("Турнир с командой МБОУ «СОШ № 7»", "май"), ("Семинар в школе № 8", "май"), head=head)) == []
    assert codes(plan(("Анкетирование обучающихся МБОУ «СОШ № 7»", "май"), head=head)) == ["foreign-institution"]


@pytest.mark.parametrize(("title", "word", "found"), [
    ("План мероприятий («дорожная карта»)", "Утверждён", []), ("Дорожная карта", "УТВЕРЖДЕНА", []),
    ("Дорожная карта (план мероприятий)", "УТВЕРЖДЕН", ["approval-word-form"]),
    ("Программа", "утверждён", ["approval-word-form"]),
    ("План", "утверждена", ["approval-word-form"]), ("Дорожная карта", "Утверждено", []),
    ("Дорожная карта", "утверждаю", []),
    ("Наставничество", "Утверждён", []), ("Годовой календарный план", "Утверждён", []),
])
def test_the_word_of_approval_agrees_with_the_title(title: str, word: str, found: list[str]) -> None:
    approval = f"{{гриф: {word}, акт: приказом, дата: 30.08.2021, номер: \"1\"}}"
    text = f"название: {title}\nпериод: 2021\nутверждение: {approval}\n"
    assert codes(compile_bytes(text.encode(), "карта.yaml")) == found


@pytest.mark.parametrize("more", ["редакция: \"2\"\n", "название: План (в редакции приказа от 12.01.2022 № 3)\n"])
def test_an_amended_plan_is_approved_in_the_middle_of_its_work(more: str) -> None:
    title = "" if more.startswith("название") else "название: План\n"
    head = f"{title}{more}период: 2021\nутверждение: {{гриф: утверждаю, имя: А.А. Аа, дата: 12.10.2021}}\n"
    rows = "мероприятия:\n  - {название: А, срок: сентябрь, ответственный: К}\n"
    assert codes(compiled(rows, head)) == []
    assert codes(compiled(rows, head.replace(more, "") if title else head.replace("в редакции", "по"))) == [
        "deadline-before-approval"]


def test_numbers_left_out_by_hand() -> None:
    def numbered(*numbers: str, head: str = "") -> list[str]:
        rows = "".join(f"  - {{название: Дело {number}, номер: \"{number}\", срок: май, ответственный: К}}\n"
                       for number in numbers)
        return codes(compiled(f"{head}мероприятия:\n{rows}"))

    assert numbered("1.1", "1.2", "1.4") == ["number-skipped"]
    assert numbered("1.5", "1.6", "1.7.", "2.1") == []
    assert numbered("1", "2", "2-1", "3") == []
    assert numbered("1", "3", head="редакция: \"2\"\n") == []


def test_deadlines_pile_up_only_on_one_person() -> None:
    row = "  - {{название: Дело {n}, срок: {deadline}, ответственный: {who}}}\n"
    one = "мероприятия:\n" + "".join(row.format(n=n, deadline="15 октября", who="Куратор") for n in range(4))
    many = "мероприятия:\n" + "".join(row.format(n=n, deadline="15 октября", who=f"Куратор {n}") for n in range(4))
    whole = "мероприятия:\n" + "".join(row.format(n=n, deadline="в течение года", who="Куратор") for n in range(9))
    assert [codes(compiled(text)) for text in (one, many, whole)] == [["deadlines-piled-up"], [], []]


def test_people_without_a_comma() -> None:
    def cell(text: str) -> list[str]:
        return codes(compiled(f"мероприятия:\n  - {{название: А, срок: май, ответственный: \"{text}\"}}\n"))

    assert cell("Козлова Ю.С. Карташова А.В.") == ["separator-lost"]
    assert cell("Ю.С. Козлова А.В. Карташова") == ["separator-lost"]
    assert cell("Козлова Ю.С., Карташова А.В.") == []
    assert cell("Директор И.Е. Косарева") == []
    assert cell("Козлова Ю.С. учитель, Карташова А.В. психолог") == []


def test_keys_of_people_with_nothing_between_them() -> None:
    people = "люди: {завуч: Орлова Т.Н., психолог: Карташова А.В., рабочая группа: {название: РГ}}\n"

    def cell(responsible: str) -> list[str]:
        text = f"{people}мероприятия:\n  - {{название: а, срок: май, ответственный: '{responsible}'}}\n"
        return [code for code in codes(compiled(text)) if code != "person-unused"]

    assert cell("завуч психолог") == ["separator-lost"]
    assert cell("рабочая группа завуч") == ["separator-lost"]
    assert cell("рабочая группа") == []
    assert cell("завуч и психолог") == []
    assert cell("завуч, психолог") == cell("завуч по воспитательной работе") == []


def test_the_approval_and_the_agreement_of_one_person() -> None:
    block = "  - {{гриф: {kind}, имя: {name}, дата: 30.08.2021}}\n"

    def approvals(agreed: str, approved: str) -> list[str]:
        return codes(compiled("утверждение:\n" + block.format(kind="согласовано", name=agreed)
                              + block.format(kind="утверждаю", name=approved)))

    assert approvals("Косарева И.Е.", "И.Е. Косарева") == ["agrees-and-approves"]
    assert approvals("Юрьева А.А.", "А.А. Юрьев") == []
    assert approvals("Зорина Н.А.", "И.Е. Косарева") == []
    assert approvals("\"\"", "\"\"") == []


def test_what_was_pasted_twice() -> None:
    work = "      - {название: Педсовет, срок: ноябрь, ответственный: Директор}\n"
    other = "      - {название: Итоги, срок: май, ответственный: Директор}\n"
    stage = "  - название: Основной этап\n    мероприятия:\n"
    def found(*parts: str) -> list[str]:
        return codes(compiled("этапы:\n" + "".join(parts)))

    assert found(stage, work, other, work) == ["entry-twice"]
    assert found(stage, work, other, work.replace("ноябрь", "март")) == []
    assert found(stage, work, other, stage, work, other) == ["entry-twice"]  # not each of its activities, too
    assert found(stage, work, stage.replace("Основной", "Заключительный"), work) == []
    assert found(stage, work, stage, other) == []


@pytest.mark.parametrize(("day", "found"), [
    ("25.06.2026", ["event-outside-period"]), ("25.06.2027", []), ("26.06.2028", ["event-outside-period"]),
    ("25.09.2026", ["deadline-outside-period"]),  # outside in any year: what counts from it is told
])
def test_an_event_of_another_year(day: str, found: list[str]) -> None:
    head = f"название: План\nпериод: {{начало: 01.06.2027, конец: 30.06.2027, события: {{закрытие смены: {day}}}}}\n"
    rows = "мероприятия:\n  - {название: Линейка, срок: в день закрытия смены, ответственный: Директор}\n"
    assert codes(compiled(rows, head)) == found
