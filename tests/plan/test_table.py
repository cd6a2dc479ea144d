"""The three shapes of the table, and what stands in each cell."""

import pytest

from roadmap_compiler.documents import BUNDLED
from roadmap_compiler.model.choices import TEMPLATES
from tests.roadmaps import cells, codes, compiled, plan_of


def test_activities_under_stage_rows_merged_across() -> None:
    plan = plan_of("""\
        этапы:
          - название: Подготовка
            цель: ""
            задачи: Информирование
            результат: Готовы
            мероприятия:
              - {название: Встреча, срок: май, ответственный: Директор}
    """)
    assert cells(plan) == [["1", "Подготовка\nЦель:\nЗадача: Информирование\nРезультат: Готовы"],
                           ["1.1", "Встреча", "май", "Директор"]]
    assert [cell.span for cell in plan.table.rows[0].cells] == [1, 3]


def test_stage_rows_have_their_own_cells_where_any_stage_says_more() -> None:
    plan = plan_of("""\
        этапы:
          - название: Первый
            мероприятия: [{название: а, срок: май, ответственный: Директор}]
          - название: Второй
            срок: июнь
            мероприятия: []
    """)
    assert cells(plan) == [["1", "Первый", "", ""], ["1.1", "а", "май", "Директор"], ["2", "Второй", "июнь", ""]]


def test_the_stage_may_be_a_column_that_spans_its_rows() -> None:
    plan = plan_of("""\
        таблица:
          столбцы: {этап: Раздел, номер: №, мероприятие: Дела, срок: Когда}
          нумерация: сквозная
        этапы:
          - название: Осень
            мероприятия: [{название: а, срок: сентябрь}, {название: б, срок: октябрь}]
          - название: Зима
    """)
    assert cells(plan) == [["Осень", "1.", "а", "сентябрь"], ["", "2.", "б", "октябрь"], ["Зима", "", "", ""]]
    assert [row.cells[0].merge for row in plan.table.rows] == ["restart", "continue", "restart"]


def test_rows_may_be_stages_with_their_activities_as_a_list() -> None:
    plan = plan_of("""\
        таблица:
          строки: этапы
          столбцы: {номер: №, этап: Этап, срок: Срок, мероприятия: Содержание, результат: ЛНА}
        этапы:
          - название: Подготовка
            срок: сентябрь
            результат: |
              - Приказ;
              - Соглашения.
            мероприятия:
              - Информирование
              - название: "Обучение:"
                пункты: [материалы;, консультации.]
          - название: Поддержка
            срок: в течение года
            содержание: Освещение на сайте.
    """)
    assert cells(plan) == [
        ["1", "Подготовка", "сентябрь", "1) Информирование\n2) Обучение:\n– материалы;\n– консультации.",
         "- Приказ;\n- Соглашения."],
        ["2", "Поддержка", "в течение года", "Освещение на сайте.", ""],
    ]


def test_items_stand_in_the_cell_or_in_rows_of_their_own() -> None:
    text = """\
        таблица: {{столбцы: {{номер: №, мероприятие: М, срок: С, ответственный: О}}{items}}}
        мероприятия:
          - название: "Смотр:"
            пункты:
              - {{название: заявки;, срок: до 1 мая, ответственный: Завуч}}
              - {{название: финал., срок: 20 мая, ответственный: Директор}}
    """
    assert cells(plan_of(text.format(items=""))) == [
        ["1.", "Смотр:", "", ""], ["", "– заявки;", "до 1 мая", "Завуч"], ["", "– финал.", "20 мая", "Директор"]]
    assert cells(plan_of(text.format(items=", пункты: в ячейке"))) == [
        ["1.", "Смотр:\n– заявки;\n– финал.", "до 1 мая\n20 мая", "Завуч\nДиректор"]]


def test_columns_stand_in_the_order_of_the_author_with_free_ones_among_them() -> None:
    plan = plan_of("""\
        таблица:
          столбцы: {срок: Когда, мероприятие: Что, деньги: Сумма, отметка: Отметка о выполнении}
        этапы:
          - название: Весна
            мероприятия:
              - {название: Субботник, срок: апрель, деньги: 5 000}
              - {название: Линейка, срок: май}
    """)
    assert cells(plan) == [["1 Весна"], ["апрель", "Субботник", "5 000", ""], ["май", "Линейка", "", ""]]


def test_columns_that_nobody_named_are_those_that_are_filled() -> None:
    plan = plan_of("мероприятия: [{название: а, срок: май, ответственный: Я, место: зал, результат: акт}]\n")
    assert [column.heading for column in plan.table.columns] == [
        "№ п/п", "Мероприятие", "Место проведения", "Срок", "Ответственный", "Результат"]


def test_an_activity_may_have_only_content_and_no_number() -> None:
    plan = plan_of("""\
        таблица: {столбцы: {номер: №, мероприятие: М, содержание: Содержание}}
        мероприятия:
          - {название: а, содержание: первое}
          - {номер: "", содержание: второе}
    """)
    assert cells(plan) == [["1.", "а", "первое"], ["", "", "второе"]]


def test_where_rows_are_stages_nothing_that_their_activities_have_is_lost() -> None:
    plan = plan_of("""\
        таблица:
          строки: этапы
          столбцы: {номер: №, мероприятия: Содержание, срок: Срок, ответственный: Кто, отметка: Отметка}
        этапы:
          - название: Ремонт
            мероприятия:
              - {название: Заказ краски, срок: май, ответственный: Завхоз, отметка: сделано}
              - название: "Работы:"
                пункты:
                  - {название: покраска;, срок: июнь, ответственный: Рабочий}
                  - {название: спортзал., срок: июль, ответственный: Рабочий}
    """)
    assert cells(plan) == [[
        "1", "Ремонт\n1) Заказ краски\n2) Работы:\n– покраска;\n– спортзал.",
        "1) май\n– покраска; июнь\n– спортзал. июль", "1) Завхоз\n– покраска; Рабочий\n– спортзал. Рабочий",
        "1) сделано",
    ]]


@pytest.mark.parametrize(("table", "near"), [
    ("строки: этапыы", "этапы"), ("номера столбцов: ага", ""), ("пункты: строкаами", "строками"),
])
def test_a_choice_that_is_none_of_the_words_is_told(table: str, near: str) -> None:
    (finding,) = compiled(f"таблица: {{{table}}}\nмероприятия: []\n").findings
    assert (finding.code, finding.params["near"]) == ("unknown-choice", near)


@pytest.mark.parametrize(("template", "near"), [("альбомная", "альбомный"), ("мой шаблон", "")])
def test_a_template_that_is_neither_a_word_nor_a_file_is_told_by_check(template: str, near: str) -> None:
    (finding,) = compiled(f"таблица: {{шаблон: {template}}}\nмероприятия: []\n").findings
    assert (finding.code, finding.params["near"]) == ("template-missing", near)


def test_the_words_for_templates_are_those_that_are_bundled() -> None:
    assert set(TEMPLATES) == set(BUNDLED)


@pytest.mark.parametrize("title", ["название: |\n", "название: ['', ' ']\n"])
def test_a_roadmap_needs_a_title(title: str) -> None:
    assert codes(compiled("мероприятия: []\n", head=f"{title}период: 2021\n")) == ["title-missing"]
