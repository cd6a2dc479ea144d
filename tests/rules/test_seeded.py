"""One mistake put into a plan that has none: it is found on its line, and nothing is said that was not said before.

The mistakes were chosen, with their codes and lines, before any rule was run on them.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import pytest

from roadmap_compiler.compiler import compile_bytes
from roadmap_compiler.findings import Finding

PLANS = Path(__file__).parent / "plans"


class Mistake(NamedTuple):
    """What is typed instead of what, and the code that should follow.

    ``at`` is a text that stands first on the finding's line, the first changed line where there is none; ``also`` are
    codes that rightly follow from the same mistake.
    """

    plan: str
    code: str
    edits: list[tuple[str, str]]
    at: str = ""
    also: tuple[str, ...] = ()


MISTAKES = [
    Mistake("college-mentors", "deadline-outside-period",
            [("срок: 18.12.2026", "срок: 18.12.2025")]),
    Mistake("exams-two-years", "deadline-outside-period",
            [("deadline: до 1 февраля 2026 г. включительно", "deadline: до 1 февраля 2025 г. включительно")]),
    Mistake("after-inspection", "deadline-outside-period",
            [("срок: до 01.09.2026", "срок: до 01.10.2026")]),
    Mistake("exams-two-years", "deadline-end-before-start",
            [("deadline: ноябрь 2025 – апрель 2026, responsible: pr",
              "deadline: ноябрь 2025 – апрель 2025, responsible: pr")]),
    Mistake("repairs-with-money", "deadline-end-before-start",
            [("срок: с 1 июня по 15 июля", "срок: с 15 июля по 1 июня")]),
    Mistake("one-teacher", "deadline-end-before-start",
            [("срок: сентябрь – октябрь 2024", "срок: с октября по сентябрь 2024")]),
    Mistake("college-mentors", "deadline-before-approval",
            [("срок: до 30 января\n        ответственный: [директор, куратор]",
              "срок: до 12 января\n        ответственный: [директор, куратор]")],
             at="до 12 января"),
    Mistake("new-standards", "deadline-before-approval",
            [("дата: 14.01.2022", "дата: 14.02.2022")],
             at="до 31 января 2022 г."),
    Mistake("college-mentors", "result-before-input",
            [("срок: до 20 марта\n        ответственный: куратор\n        результат: Аналитическая записка",
              "срок: до 20 февраля\n        ответственный: куратор\n        результат: Аналитическая записка")],
             at="срок: до 20 февраля"),
    Mistake("new-standards", "result-before-input",
            [("срок: до 31 августа 2022 г.", "срок: до 31 января 2022 г.")],
             at="срок: до 31 января 2022 г.\n        ответственный: д\n        результат: Приказ\n      - название: П"),
    Mistake("kindergarten-safety", "result-before-input",
            [("срок: сентябрь\n        ответственный: Воспитатели групп\n      - название: Анализ анкет",
              "срок: ноябрь\n        ответственный: Воспитатели групп\n      - название: Анализ анкет")],
             at="срок: октябрь\n        ответственный: Старший воспитатель Щербина О.В.\n      - название: \"Папки"),
    Mistake("after-inspection", "result-before-input",
            [("срок: до 24 апреля", "срок: до 3 апреля")]),
    Mistake("subject-teachers", "activity-outside-stage",
            [("срок: 20 января", "срок: 17 февраля")]),
    Mistake("camp-by-hours", "activity-outside-stage",
            [("\"16 июня в 11:00\"", "\"23 июня в 11:00\"")]),
    Mistake("one-teacher", "activity-outside-stage",
            [("срок: до 18 октября 2024 г.", "срок: до 17 октября 2025 г.")],
             also=("result-before-input",)),
    Mistake("digital-school", "quarter-against-date",
            [("срок: IV квартал 2025, ответственный", "срок: \"IV квартал, до 15.09.2025\", ответственный")]),
    Mistake("anti-terror", "frequency-against-dates",
            [("срок: 2 раза в год", "срок: \"ежеквартально: 20.02, 17.04, 22.05, 20.11\"")]),
    Mistake("municipal-weak-schools", "deadline-repeated",
            [("срок: апрель, октябрь", "срок: апрель, октябрь, апрель")]),
    Mistake("digital-school", "deadline-repeated",
            [("\"10.02.2026, 09.02.2027\"", "\"10.02.2026, 10.02.2026\"")]),
    Mistake("municipal-weak-schools", "deadline-day-off",
            [("срок: 14 апреля", "срок: 12 апреля")]),
    Mistake("exams-two-years", "deadline-weekday-differs",
            [("deadline: 12 ноября,", "deadline: \"четверг, 12 ноября\",")]),
    Mistake("after-inspection", "number-skipped",
            [("  - название: Разработать Положение о языке",
              "  - номер: \"5.\"\n    название: Разработать Положение о языке")]),
    Mistake("kindergarten-safety", "deadline-empty",
            [("        срок: последняя неделя апреля\n", "")],
             at="Спортивный праздник"),
    Mistake("repairs-with-money", "responsible-empty",
            [("срок: до 20 августа, ответственный: Завхоз}", "срок: до 20 августа}")]),
    Mistake("subject-teachers", "person-unused",
            [("  география: Юн Ли, учитель географии\n",
              "  география: Юн Ли, учитель географии\n  астроном: Зуев К.К., учитель астрономии\n")],
             at="астроном:"),
    Mistake("college-mentors", "person-undeclared",
            [("ответственный: [педагог-психолог, куратор]",
              "ответственный: [\"педагог-психолог Орлова И.И.\", куратор]")]),
    Mistake("subject-teachers", "person-spelled-twice",
            [("имя: О.В. Смирнова", "имя: О.Г. Смирнова")]),
    Mistake("anti-terror", "person-spelled-twice",
            [("ответственный: Ткач О.О.\n        примечание: пп.",
              "ответственный: Ткачь О.О.\n        примечание: пп.")],
             at="Ткачь"),
    Mistake("repairs-with-money", "agrees-and-approves",
            [("имя: Н.Ю. Ким", "имя: Магомедов М.М.")]),
    Mistake("after-inspection", "act-blank",
            [("    номер: 41\n", "")],
             at="приказом директора"),
    Mistake("after-inspection", "act-differs",
            [("постановление Правительства РФ от 24.12.2021 № 2464", "приказ Рособрнадзора от 04.08.2021 № 1493")]),
    Mistake("anti-terror", "act-differs",
            [("от 2 августа 2019 г. № 1006", "от 2 августа 2018 г. № 1006")]),
    Mistake("municipal-weak-schools", "act-differs",
            [("«О ходе исполнения приказа от 19.01.2026 № 11-П»",
              "«О ходе исполнения приказа МКУ «Управление образования» от 19.01.2025 № 11-П»")]),
    Mistake("quality-of-education", "title-period-differs",
            [("на 2025/2026 учебный год\nорг", "на 2024/2025 учебный год\nорг")]),
    Mistake("municipal-weak-schools", "title-period-differs",
            [("округа на 2026 год", "округа на 2025 год")]),
    Mistake("exams-two-years", "foreign-institution",
            [("Директор МОУ СШ № 103", "Директор МОУ СШ № 93")]),
    Mistake("quality-of-education", "foreign-institution",
            [("название: Проверка сайта школы на соответствие",
              "название: Проверка сайта МБОУ «СОШ № 18» на соответствие")]),
    Mistake("careers-with-partners", "latin-letters",
            [("Отчёт в Департамент", "Oтчёт в Департамент")]),
    Mistake("kindergarten-safety", "latin-letters",
            [("Развлечение «Незнайка на улице»", "Развлечение c Незнайкой «Незнайка на улице»")]),
    Mistake("municipal-weak-schools", "latin-letters",
            [("участники: МАОУ СОШ № 1; МАОУ", "участники: MAOU СОШ № 1; МАОУ")]),
    Mistake("digital-school", "latin-letters",
            [("ФГИС «Моя школа»", "ФГИC «Моя школа»")]),
    Mistake("anti-terror", "separator-lost",
            [("ответственный: \"Зырянов П.Е.; Бут А.А.\"", "ответственный: \"Зырянов П.Е. Бут А.А.\"")]),
    Mistake("careers-with-partners", "separator-lost",
            [("ответственный: [навигатор, психолог]", "ответственный: навигатор психолог")]),
    Mistake("camp-by-hours", "words-glued",
            [("Учебная эвакуация", "Учебная эвакуация,опрос")]),
    Mistake("after-inspection", "words-glued",
            [("Провести СОУТ на 4 рабочих местах", "Провести СОУТ на 4рабочих местах")]),
    Mistake("new-standards", "stray-stop",
            [("название: Раздел «ФГОС» на сайте", "название: Раздел «ФГОС».. на сайте")]),
    Mistake("careers-with-partners", "bracket-without-pair",
            [("Профпробы (не менее двух на обучающегося)", "Профпробы (не менее двух на обучающегося")]),
    Mistake("repairs-with-money", "quote-without-pair",
            [("«Окна-Сити»", "«Окна-Сити")]),
    Mistake("municipal-weak-schools", "markup-left",
            [("результат: Видеозаписи", "результат: <b>Видеозаписи</b>")]),
    Mistake("careers-with-partners", "approval-missing",
            [("утверждение:\n  - гриф: утверждаю\n    должность: Директор лицея № 15\n    имя: О.А. Ёлкина\n", ""),
             ("    дата: 29.08.2025\n", "")],
             at="название: |"),
    Mistake("digital-school", "approval-word-form",
            [("гриф: утверждён", "гриф: утверждена")]),
    Mistake("subject-teachers", "deadlines-piled-up",
            [("срок: 19 мая, ответственный: все учителя МО", "срок: 19 мая, ответственный: руководитель"),
             ("до 28 мая", "19 мая")],
             at="руководитель: Смирнова"),
    Mistake("kindergarten-safety", "deadline-not-understood",
            [("срок: 21 мая", "срок: когда соберёмся")]),
    Mistake("one-teacher", "number-skipped",
            [("{название: \"Выбор темы", "{номер: \"1\", название: \"Выбор темы"),
             ("{название: \"Изучение лит", "{номер: \"2\", название: \"Изучение лит"),
             ("{название: \"Входной тест", "{номер: \"4\", название: \"Входной тест")],
             at="Входной тест"),
    Mistake("repairs-with-money", "deadline-at-approval",
            [("дата: 26.02.2026", "дата: 05.03.2026")]),
    Mistake("camp-by-hours", "value-not-printed",
            [("срок: \"17 июня\", место: школа", "срок: \"17 июня\", место: школа, участники: все отряды")]),
    Mistake("anti-terror", "act-year-missing",
            [("от 2 августа 2019 г. № 1006", "от 2 августа № 1006")]),
    Mistake("camp-by-hours", "deadline-ambiguous",
            [("\"10 июня, 10:00\"", "\"10 июня 12 июня\"")]),
    Mistake("repairs-with-money", "deadline-ambiguous",
            [("срок: апрель – май,", "срок: апрель май,")]),
]


@lru_cache
def found_in(text: str) -> tuple[Finding, ...]:
    return tuple(compile_bytes(text.encode(), "карта.yaml").findings)


def name(mistake: Mistake) -> str:
    return f"{mistake.code} in {mistake.plan}"


@pytest.mark.parametrize("mistake", MISTAKES, ids=name)
def test_a_mistake_is_found_on_its_line_and_nothing_else_is(mistake: Mistake) -> None:
    right = (PLANS / f"{mistake.plan}.yaml").read_text(encoding="utf-8")
    wrong = right
    for was, becomes in mistake.edits:
        assert was in wrong
        wrong = wrong.replace(was, becomes, 1)
    changed = next(number for number, (old, new) in enumerate(
        zip(right.splitlines(), wrong.splitlines(), strict=False), 1) if old != new)
    line = wrong[:wrong.index(mistake.at)].count("\n") + 1 if mistake.at else changed
    found = found_in(wrong)
    assert line in [finding.span.line for finding in found if finding.code == mistake.code]
    new_ones = Counter(one.code for one in found) - Counter(one.code for one in found_in(right))
    assert new_ones == Counter([mistake.code, *mistake.also])


def test_there_are_forty_mistakes_over_all_kinds() -> None:
    assert len(MISTAKES) >= 40
    assert len({mistake.code for mistake in MISTAKES}) >= 30
