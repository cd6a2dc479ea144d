"""Single situations of a comparison, each with what a reader should be told."""

from __future__ import annotations

import pytest

from roadmap_compiler.compiler import compile_bytes
from roadmap_compiler.editions.comparing import compare

PLAN = """\
название: План на 2021/2022 учебный год
период: 2021/2022 учебный год
люди:
  а: Козлова Ю.С., учитель
  б: Петров А.А., завуч
этапы:
  - название: Первый этап
    мероприятия:
      - {название: Сбор анкет учеников, срок: сентябрь 2021, ответственный: а}
      - {название: Беседа с родителями, срок: октябрь 2021, ответственный: [а, б]}
      - {название: Анализ итогов беседы, срок: ноябрь 2021, ответственный: б}
  - название: Второй этап
    мероприятия:
      - {название: Поход в музей города, срок: март 2022, ответственный: а}
      - {название: Выпускной вечер школы, срок: 25.06.2022, ответственный: б}
"""
FIRST, SECOND = PLAN.index("  - название: Первый"), PLAN.index("  - название: Второй")
FLAT = PLAN.replace("этапы:\n  - название: Первый этап\n    ", "").replace(
    "  - название: Второй этап\n    мероприятия:\n", "").replace("      - {", "  - {")


def told(old: str, new: str) -> list[tuple[str, str, str]]:
    """(kind, text before, text after) of every change but derived ones."""
    plans = [compile_bytes(text.encode(), "карта.yaml").plan for text in (old, new)]
    assert plans[0] is not None and plans[1] is not None
    return [(change.kind, "; ".join(change.old).replace("\u00a0", " "), "; ".join(change.new).replace("\u00a0", " "))
            for change in compare(plans[0], plans[1]).real]


def changed(*replacements: tuple[str, str]) -> str:
    text = PLAN
    for before, after in replacements:
        assert before in text
        text = text.replace(before, after)
    return text


ALL_LATER = (("ь 2021", "ь 2022"), ("март 2022", "март 2023"), ("25.06.2022", "25.06.2023"))


@pytest.mark.parametrize(("new", "expected"), [
    # a person may change behind the same short name
    (changed(("Козлова Ю.С.", "Смирнова Ю.С.")),
     [("responsible", "Козлова Ю.С., учитель", "Смирнова Ю.С., учитель")]),
    # a new position is told like a new person, not row by row
    (changed(("завуч", "директор")), [("responsible", "Петров А.А., завуч", "Петров А.А., директор")]),
    # two replaced at once
    (changed(("Козлова Ю.С., учитель", "Ким О.О., методист"), ("Петров А.А., завуч", "Ли В.В., врач")),
     [("responsible", "Козлова Ю.С., учитель", "Ким О.О., методист"),
      ("responsible", "Петров А.А., завуч", "Ли В.В., врач")]),
    # other words and no year, the same days
    (changed(("ноябрь 2021", "ноябрь"), ("25.06.2022", "25 июня 2022 года")), []),
    # a month is not its last day, and a lost deadline is a change
    (changed(("март 2022", "до 31 марта 2022")), [("deadline", "март 2022", "до 31 марта 2022")]),
    (changed((", срок: март 2022", "")), [("deadline", "март 2022", "")]),
    # the period was forgotten, or all deadlines were
    (changed(*ALL_LATER), [("shifted", "2021/2022", "2022/2023"),
                           ("not-shifted", "01.09.2021 – 31.08.2022", "01.09.2021 – 31.08.2022")]),
    (changed(("2021/2022", "2022/2023"), *ALL_LATER[:2]),
     [("shifted", "2021/2022", "2022/2023"), ("not-shifted", "25.06.2022", "25.06.2022")]),
    # two stages change places: one is moved, their activities are not
    (PLAN[:FIRST] + PLAN[SECOND:] + PLAN[FIRST:SECOND], [("moved", "1", "2")]),
    # a stage that is gone, with all that was in it
    (PLAN[:FIRST] + PLAN[SECOND:], [("removed", title, "") for title in (
        "Первый этап", "Сбор анкет учеников", "Беседа с родителями", "Анализ итогов беседы")]),
    # rows that get stages around them have not moved
    (FLAT, [("removed", "Первый этап", ""), ("removed", "Второй этап", "")]),
])
def test_what_is_told(new: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(PLAN, new) == expected


def test_stages_that_were_joined_or_parted_have_not_moved_their_activities() -> None:
    parted = PLAN.replace("Первый этап", "Анкеты и беседы")
    start = parted.index("      - {название: Беседа")
    joined = parted
    head = parted[:start].replace("Анкеты и беседы", "Анкеты")
    parted = f"{head}  - название: Беседы\n    мероприятия:\n{parted[start:]}"
    assert told(joined, parted) == [("split", "Анкеты и беседы", "Анкеты; Беседы")]
    assert told(parted, joined) == [("merged", "Анкеты; Беседы", "Анкеты и беседы")]


def test_a_day_of_both_periods_is_neither_shifted_nor_forgotten() -> None:
    plan = """\
название: План
период: 2021–2024
мероприятия:
  - {название: Закупка оборудования, срок: до 01.12.2023}
  - {название: Итоговый доклад, срок: декабрь 2024}
"""
    later = plan.replace("2021–2024", "2022–2025").replace("декабрь 2024", "декабрь 2025")
    assert told(plan, later) == [("shifted", "2021–2024", "2022–2025")]


def test_a_stale_year_in_a_title_is_told_and_that_of_a_reference_is_not() -> None:
    plan = """\
название: План
период: 2021 год
мероприятия:
  - {название: Договоры с партнёрами в 2021 г., срок: май}
  - {название: Изучение приказа от 25.12.2021 № Р-145, срок: июнь}
  - {название: Сбор заявок на 2021 год, срок: июль}
"""
    later = plan.replace("период: 2021", "период: 2022").replace("на 2021 год", "на 2022 год")
    assert told(plan, later) == [("not-shifted", *["Договоры с партнёрами в 2021 г."] * 2)]


def test_a_row_rewritten_in_all_its_title_is_the_same_where_all_else_stayed() -> None:
    plan = """\
название: План
период: 2024
этапы:
  - название: Анализ
    мероприятия:
      - {название: Совещание, срок: май, ответственный: Завуч, результат: Протокол}
      - {название: Изучить уровень адаптации детей, срок: июнь, ответственный: Психолог, результат: Справка}
"""
    title = "Изучить уровень адаптации детей"
    reworded = plan.replace(title, "Изучение адаптации учащихся 1 и 5 классов")
    assert [kind for kind, _, _ in told(plan, reworded)] == ["title"]
    other = plan.replace(title, "Отбор книг для выставки")  # no word in common
    assert [kind for kind, _, _ in told(plan, other)] == ["added", "removed"]
    elsewhere = reworded.replace("срок: июнь", "срок: октябрь")
    assert [kind for kind, _, _ in told(plan, elsewhere)] == ["added", "removed"]
