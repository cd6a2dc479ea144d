"""The draft of the order: the wordings of amendments, with the numbers of the old document."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import docx
import pytest

from roadmap_compiler.editions.amending import Point, amending_points
from roadmap_compiler.editions.amendment import amend
from roadmap_compiler.editions.as_order import as_order
from roadmap_compiler.editions.as_table import as_table
from roadmap_compiler.editions.comparing import compare
from roadmap_compiler.editions.rows import read_columns
from tests.editions.lawyer import apply
from tests.editions.mutations import make
from tests.editions.printed import Document
from tests.editions.truth import PAIRS, comparison_of
from tests.roadmaps import plan_of
from tests.tools import microsoft_errors

OLD = """\
    таблица:
      столбцы: {номер: №, мероприятие: Мероприятие, срок: Сроки, ответственный: Кто, результат: Итог}
    этапы:
      - название: Начало
        мероприятия:
          - {название: Встреча с родителями обучающихся, срок: май, ответственный: Иванов И.И., результат: Протокол}
          - {название: Подбор наставников и обучение наставников, срок: май, ответственный: Иванов И.И.}
          - {название: Праздник, срок: май, ответственный: Петров П.П.}
      - название: Конец
        мероприятия:
          - {название: Анкетирование родителей, срок: 25 июня, ответственный: Петров П.П.}
          - {название: Анкетирование учителей, срок: 25 июня, ответственный: Петров П.П.}
"""


def points(*changes: tuple[str, str]) -> list[Point]:
    """The points of an order for the old plan with texts replaced."""
    new = OLD
    for before, after in changes:
        assert before in new
        new = new.replace(before, after)
    return amending_points(amend(compare(plan_of(OLD), plan_of(new)))[0])


@pytest.mark.parametrize(("before", "after", "text"), [
    ("с родителями обучающихся", "с родителями выпускников",
     "в пункте 1.1 слово «обучающихся» заменить словом «выпускников»"),
    ("название: Начало", "название: Запуск программы", "наименование раздела 1 изложить"),
    ("родителей, срок: 25 июня", "родителей, срок: 27 июня",
     "в графе «Сроки» пункта 2.1 цифры «25» заменить цифрами «27»"),
    ("{название: Праздник, срок: май", "{название: Праздник, срок: март",
     "в графе «Сроки» пункта 1.3 слово «май» заменить словом «март»"),
    ("результат: Протокол", "результат: Справка",
     "в графе «Итог» пункта 1.1 слово «Протокол» заменить словом «Справка»"),
    (", результат: Протокол", "", "в графе «Итог» пункта 1.1 слово «Протокол» исключить"),
    ("{название: Праздник, срок: май, ответственный: Петров П.П.}",
     "{название: Праздник, срок: май, ответственный: [Петров П.П., Зуб А.А.]}",
     "графу «Кто» пункта 1.3 дополнить словами «Зуб А.А.»"),
    ("          - {название: Праздник, срок: май, ответственный: Петров П.П.}\n", "", "пункт 1.3 исключить"),
])
def test_one_change_is_one_point(before: str, after: str, text: str) -> None:
    found = points((before, after))
    assert len(found) == 1
    assert text in found[0].text.replace("\u00a0", " ")


def test_a_person_replaced_everywhere_is_the_first_point() -> None:
    found = points(("Петров П.П.", "Сидоров С.С."), ("срок: 25 июня", "срок: 27 июня"))
    assert found[0].text.replace("\u00a0", " ") == "по всему тексту слова «Петров П.П.» заменить словами «Сидоров С.С.»"
    assert len(found) == 3


def test_additions_state_the_row_under_the_next_or_an_inserted_number() -> None:
    row = "          - {название: Субботник у школы, срок: июль, ответственный: Завуч}\n"
    last = points(("учителей, срок: 25 июня, ответственный: Петров П.П.}\n",
                   "учителей, срок: 25 июня, ответственный: Петров П.П.}\n" + row))
    assert [(point.text, point.rows) for point in last] == [
        ("раздел 2 дополнить пунктом 2.3 следующего содержания:",
         (("2.3", "Субботник у школы", "июль", "Завуч", ""),))]
    between = points(("          - {название: Праздник", row + "          - {название: Праздник"))
    assert between[0].text == "раздел 1 дополнить пунктом 1.2-1 следующего содержания:"
    assert between[0].rows[0][0] == "1.2-1"


def test_moves_splits_and_merges() -> None:
    line = "          - {название: Праздник, срок: май, ответственный: Петров П.П.}\n"
    moved = points((line, ""), ("      - название: Конец\n        мероприятия:\n",
                                "      - название: Конец\n        мероприятия:\n" + line))
    assert [point.text for point in moved] == ["пункт 1.3 исключить",
                                               "раздел 2 дополнить пунктом 2.3 следующего содержания:"]
    split = points(("{название: Подбор наставников и обучение наставников, срок: май, ответственный: Иванов И.И.}",
                    "{название: Подбор наставников, срок: май, ответственный: Иванов И.И.}\n"
                    "          - {название: Обучение наставников, срок: май, ответственный: Иванов И.И.}"))
    assert [point.text for point in split] == ["пункт 1.2 изложить в следующей редакции:",
                                               "раздел 1 дополнить пунктом 1.2-1 следующего содержания:"]
    assert [row[1] for point in split for row in point.rows] == ["Подбор наставников", "Обучение наставников"]
    merged = points(("          - {название: Анкетирование учителей, срок: 25 июня, ответственный: Петров П.П.}\n", ""),
                    ("Анкетирование родителей", "Анкетирование родителей и учителей"))
    assert [point.text for point in merged] == ["пункт 2.1 изложить в следующей редакции:", "пункт 2.2 исключить"]


LINES = ("          - {название: Праздник, срок: май, ответственный: Петров П.П.}\n",
         "          - {название: Анкетирование учителей, срок: 25 июня, ответственный: Петров П.П.}\n")
ALL_IN_TWO = OLD.replace(LINES[1], "").replace(LINES[0], LINES[0] + LINES[1])


@pytest.mark.parametrize(("old", "new", "expected"), [
    # what moved and got other lines as well
    (OLD.replace("Петров П.П.}\n      - название: Конец", "Петров П.П., пункты: [песни]}\n      - название: Конец"),
     OLD.replace(LINES[0], "") + LINES[0].replace("}", ", пункты: [песни, танцы]}"),
     ["пункт 1.3 исключить", "раздел 2 дополнить пунктом 2.3 следующего содержания:"]),
    # a part of each section joined: the point of the section where the whole stands now is stated anew
    (ALL_IN_TWO, ALL_IN_TWO.replace(LINES[1], "").replace("родителей,", "родителей и учителей,"),
     ["пункт 1.4 исключить", "пункт 2.1 изложить в следующей редакции:"]),
    # split among two sections
    (ALL_IN_TWO.replace(LINES[1], "").replace("родителей,", "родителей и учителей,"), ALL_IN_TWO,
     ["пункт 2.1 изложить в следующей редакции:", "раздел 1 дополнить пунктом 1.4 следующего содержания:"]),
])
def test_what_went_to_another_section_is_no_longer_a_point_of_the_old_one(old: str, new: str,
                                                                          expected: list[str]) -> None:
    comparison = compare(plan_of(old), plan_of(new))
    assert [point.text for point in amending_points(amend(comparison)[0])] == expected
    document = Document(comparison.old)
    apply(document, amending_points(comparison))
    assert document.state() == Document(comparison.new).state()


@pytest.mark.parametrize("title", [
    "Школьный весенний праздник песни и танца",  # stated anew
    "Праздник школьной песни",  # the word stands in a line as well
    "Праздник песни для всех",
])
def test_a_new_title_leaves_the_lines_under_it(title: str) -> None:
    old = OLD.replace("Праздник, срок: май,", "Праздник песни, пункты: [выбор песни, репетиция], срок: май,")
    comparison = compare(plan_of(old), plan_of(old.replace("название: Праздник песни", f"название: {title}")))
    assert [change.kind for change in comparison.changes] == ["title"]
    document = Document(comparison.old)
    apply(document, amending_points(comparison))
    assert document.state() == Document(comparison.new).state()


def paragraphs(document: bytes) -> list[str]:
    return [paragraph.text for paragraph in docx.Document(BytesIO(document)).paragraphs if paragraph.text]


def test_the_order_within_a_year_lists_points_and_a_new_year_is_approved_whole() -> None:
    order = as_order(amend(comparison_of("amendment"))[0])
    within = paragraphs(order)
    assert "ПРИКАЗ" in within
    assert any("Внести в документ «План работы методического объединения»" in line for line in within)
    assert [line[:2] for line in within if line[1:2] == ")"] == ["1)", "2)", "3)", "4)", "5)", "6)", "7)"]
    signature = docx.Document(BytesIO(order)).tables[-1].rows[-1].cells
    assert [cell.text.strip("_") for cell in signature][1:] == ["", "И.И. Лось"]
    anew = paragraphs(as_order(comparison_of("next-year")))
    assert any(line.startswith("1. Утвердить документ") and "2022/2023" in line for line in anew)
    assert any(line.startswith("2. Признать утратившим силу") and "2021/2022" in line for line in anew)


def test_what_the_order_amends_is_named_by_its_act_and_what_changed_it_before() -> None:
    act = ("утверждение:\n  - {гриф: утверждаю, имя: И.И. Лось, акт: приказ, номер: 10-р, дата: 30.08.2023, "
           "редакции: [{акт: приказ, номер: 21, дата: 15.03.2024}]}\n")
    new = OLD.replace("{название: Праздник, срок: май", "{название: Праздник, срок: март")
    lines = paragraphs(as_order(compare(plan_of(OLD + act), plan_of(new + act))))
    assert any(line.replace("\u00a0", " ").endswith(
        "утверждённый приказом от 30.08.2023 № 10-р (в редакции приказа от 15.03.2024 № 21), следующие изменения:")
        for line in lines)


def test_plans_of_one_title_are_told_apart_by_their_years() -> None:
    lines = paragraphs(as_order(comparison_of("months-as-stages")))
    assert [line for line in lines if line[:2] in ("1.", "2.")] == [
        "1. Утвердить документ «Годовой план работы по преемственности детского сада и школы» на 2025/2026 "
        "учебный год (прилагается).",
        "2. Признать утратившим силу документ «Годовой план работы по преемственности детского сада и школы» на "
        "2024/2025 учебный год, утверждённый 30.08.2024."]


def test_the_head_is_told_block_by_block_and_lines_stay_lines() -> None:
    told = [point.text.replace("\u00a0", " ") for point in amending_points(comparison_of("stage-in-two"))]
    assert told[0] == ("в грифе «утверждаю» слова «Председатель комитета по образованию» заменить словами «И.о. "
                       "председателя комитета по образованию», слова «Л.Г. Бахтина» заменить словами «С.А. Дмитриева»")
    texts = [point.text for point in amending_points(comparison_of("long-texts"))]
    assert any("Регулярные встречи.\n5. Промежуточная оценка.\n6. Итоговая" in text for text in texts)


def test_a_new_surname_reaches_the_signature_which_is_written_the_other_way_round() -> None:
    told = [point.text.replace("\u00a0", " ") for point in amending_points(comparison_of("new-surname"))]
    assert told[:2] == ["по всему тексту слова «Сорокина М.В.» заменить словами «Белова М.В.»",
                        "в подписи слова «М.В. Сорокина» заменить словами «М.В. Белова»"]


def table_cells(document: bytes) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in docx.Document(BytesIO(document)).tables[0].rows]


def test_the_comparative_table_has_a_row_for_each_place_with_old_numbers() -> None:
    rows = table_cells(as_table(comparison_of("next-year"), "ru"))
    assert rows[0] == ["№", "Было", "Стало", "Обоснование"]
    assert [row[0] for row in rows[1:]] == [
        "во всех пунктах и в подписи", "—", "1.4 (новый)", "2.1", "2.2", "2.3", "3.1", "3.2", "3.3", "3.4"]
    assert rows[-2][2] == "исключено"


def test_a_move_says_the_whole_name_of_the_section() -> None:
    line = LINES[0]
    named = OLD.replace("название: Конец", "название: Конец — итоги")
    rows = table_cells(as_table(compare(plan_of(named), plan_of(named.replace(line, "") + line)), "ru"))
    assert rows[1][2].splitlines() == ["Праздник", "Перенесено: в этап «Конец — итоги», теперь № 2.3"]


def test_the_columns_are_the_readers_choice_and_the_reason_is_the_authors() -> None:
    roles, wrong = read_columns("№, что, Было, Стало, Кого касается")
    assert (roles, wrong) == (("number", "what", "old", "new", "people"), "")
    assert read_columns("№, зачем") == ((), "зачем")
    assert table_cells(as_table(comparison_of("amendment"), "ru", roles))[0][-1] == "Кого касается"
    new = OLD.replace("{название: Праздник, срок: май", "{название: Праздник, обоснование: Карантин, срок: март")
    rows = table_cells(as_table(compare(plan_of(OLD), plan_of(new)), "ru"))
    assert rows[1][3] == "Карантин"


def test_microsofts_validator_finds_no_error(tmp_path: Path) -> None:
    for name in ("amendment", "nested"):
        comparison = comparison_of(name)
        for kind, data in (("table", as_table(comparison, "ru")), ("order", as_order(amend(comparison)[0]))):
            path = tmp_path / f"{name}-{kind}.docx"
            path.write_bytes(data)
            assert microsoft_errors(path) == [], path.name


def test_the_same_editions_give_the_same_bytes() -> None:
    assert as_table(comparison_of("nested"), "ru") == as_table(comparison_of("nested"), "ru")
    assert as_order(comparison_of("nested")) == as_order(comparison_of("nested"))


WITHIN_A_YEAR = sorted(path.name for path in PAIRS.iterdir() if not comparison_of(path.name).turn.years)


@pytest.mark.parametrize("name", WITHIN_A_YEAR)
def test_the_points_one_after_another_make_the_new_document(name: str) -> None:
    found = comparison_of(name)
    told = amending_points(found)
    if told[-1].text == "таблицу изложить в следующей редакции:":
        rows = [tuple(text for cell in row.cells for text in (cell.text, *[""] * (cell.span - 1)))
                for row in found.new.table.rows]
        assert [row[1:] for row in told[-1].rows] == [row[1:] for row in rows]
        return
    document = Document(found.old)
    apply(document, told)
    assert document.state() == Document(found.new).state()
    assert document.told_head() == Document(found.new).told_head()


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("name", ["school-14-kemerovo-2021-2022", "ddt-gorbatov-2021", "centr-tvorchestva-2021"])
def test_so_do_those_of_editions_made_at_random(name: str, seed: int) -> None:
    made = make(name, seed, 5 + seed)
    document = Document(made.old)
    apply(document, amending_points(compare(made.old, made.new)))
    assert document.state() == Document(made.new).state()


@pytest.mark.parametrize("seed", range(6))
def test_an_amendment_moves_no_number(seed: int) -> None:
    made = make("school-14-kemerovo-2021-2022", seed, 5 + seed)
    told = amending_points(amend(compare(made.old, made.new))[0])
    assert not any(" считать " in point.text for point in told)
    document = Document(made.old)
    apply(document, told)
    expected = [cells for _, _, rows in Document(made.new).state() for cells in rows]
    found = [cells for _, _, rows in document.state() for cells in rows]

    def without_number(rows: list[dict[str, tuple[str, ...]]]) -> list[str]:
        return sorted(repr({heading: text for heading, text in row.items() if heading != "№"}) for row in rows)

    assert without_number(found) == without_number(expected)
