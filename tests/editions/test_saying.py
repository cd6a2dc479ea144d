"""The lines that a reader sees: what he needs to find the place, and no more than one line for one change."""

from __future__ import annotations

import pytest

from roadmap_compiler.editions.as_text import as_text
from tests.editions.truth import comparison_of


@pytest.mark.parametrize(("name", "line"), [
    # several took over from one
    ("successors", "Ответственный  Ершова М.А., методист → Лаптева Е.И., методист: в 3 пунктах из 7 и в подписи"),
    ("successors", "Ответственный  Ершова М.А., методист → Быков Н.П., учитель информатики: в 2 пунктах из 7"),
    ("groups-renamed", "Ответственный  Рабочая группа → Комиссия по безопасности: везде (4 пункта)"),
    # without numbers, what tells five equal titles apart
    ("councils", "Исключено      Педагогический совет (март)"),
    ("councils", "Срок           Педагогический совет (январь): январь → декабрь"),
    # numbers that start anew in every stage
    ("by-months", "Ответственный  3 («Сентябрь»)  Контроль питания: Социальный педагог → Завхоз"),
    ("stages-as-rows-amended", "Добавлено      4 («Основной»)  Тренировка по оказанию первой помощи"),
    ("english-keys",
     "Разделено      1.1 → 1.1 и 1.2  Объявление о наборе | Прослушивание желающих — до 10 сентября | сентябрь"),
    ("columns", "Столбец        убран «Место проведения» (7 пунктов)"),
    ("columns", "Столбец        добавлен «Классы» (7 пунктов)"),
    ("languages", "Только оформление  сроки другими словами, дни те же (1.2, 2.1)"),
    ("to-calendar-year", "Сдвинуто     сроки 2023/2024 → 2024: 3 пункта"),
    ("heavy-merge", "Добавлено   1.2  Подписка на периодику — ноябрь, май, Библиотекарь"),
    # lines of an activity have the number of the activity only
    ("councils-and-lines", "Добавлено  строка в 2.1  заочный этап — с 13 по 17 октября"),
    ("councils-and-lines", "Исключено  строка в 2.2  работа экспертной комиссии"),
    ("councils-and-lines", "Без изменений: 5 мероприятий"),
    # what came into the middle of a list or of a sentence is told by itself
    ("long-texts", "Содержание         2.1  Встречи наставников и наставляемых: добавлено «5. Промежуточная оценка»"),
    ("stage-in-two", "Содержание  3.1 → 4.1  Муниципальные диагностические работы: добавлено «6 класс — математика»"),
    # short values whole, figures with what they count
    ("library-renamed", "Классы         1.2 → 2  Громкие чтения: «1–4» → «1–5»"),
    ("three-forgotten",
     "Результат      1.2.1  со школами города и района: «Не менее 6 соглашений» → «Не менее 9 соглашений»"),
    ("long-texts", "Содержание         1.2  Анкетирование педагогов: «15 вопросов» → «20 вопросов»"),
    ("two-years-later", "Разделено    этап 1 → 1 и 2  Кадры и материальная база → Кадры | Материальная база"),
])
def test_a_change_is_one_line_that_says_where(name: str, line: str) -> None:
    assert line in as_text(comparison_of(name), "ru").replace("\u00a0", " ").splitlines()
