"""A seal is that of the content: what a reader would call another plan has another one, looks have none."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

import pytest

from roadmap_compiler.compiler import read_plan
from roadmap_compiler.editing.formatting import format_text
from roadmap_compiler.editions.comparing import compare
from roadmap_compiler.plan.plan import Plan
from roadmap_compiler.seals.content import seal_of, short_code
from tests.editions.mutations import make
from tests.seals.known import FILES, plan_of

TEXT = """\
название: Дорожная карта «Наставник»
организация: МБОУ «Школа № 1»
период: 2021/2022 учебный год
утверждение:
  - {гриф: утверждаю, должность: Директор, имя: И.Е. Косарева, дата: 09.02.2022}
люди:
  куратор: Козлова Ю.С., учитель
таблица:
  столбцы: {номер: № п/п, мероприятие: Что делаем, срок: Срок, ответственный: Кто, тема: Тема}
этапы:
  - название: Подготовка – осень
    мероприятия:
      - название: Анкетирование «всё обо всём»
        срок: до 20 сентября
        ответственный: куратор
        тема: Профессии
        пункты: [первый пункт, второй пункт]
      - название: Обучение
        срок: октябрь
подписи:
  - {должность: Завуч, имя: А.А. Зуева}
"""


def seal(text: str) -> str:
    plan = read_plan(text.encode(), "карта.yaml").plan
    assert plan is not None, text
    return seal_of(plan)


LOOKS = {
    "a comment": (r"\Z", "# ещё не проверено\n"),
    "straight quotes": ("«Наставник»", '"Наставник"'),
    "another dash": ("Подготовка – осень", "Подготовка — осень"),
    "spaces": ("Подготовка – осень", "Подготовка  –  осень"),
    "a non-breaking space": ("Школа № 1", "Школа №\u00a01"),
    "е for ё": ("всё обо всём", "все обо всем"),
    "letter case": ("Что делаем", "ЧТО ДЕЛАЕМ"),
    "a full stop": ("Анкетирование «всё обо всём»", "Анкетирование «всё обо всём»."),
    "the date in another form": ("09.02.2022", "2022-02-09"),
    "the name the other way round": ("И.Е. Косарева", "Косарева И. Е."),
    "other words for the same days": ("до 20 сентября", "не позднее 20.09.2021"),
    "an id": ("      - название: Обучение\n", "      - ид: обучение\n        название: Обучение\n"),
    "people who are not printed": ("люди:\n", "люди:\n  лишний: Иванов И.И.\n"),
    "a synonym of a key": ("организация:", "учреждение:"),
    "the order of keys": ("        срок: до 20 сентября\n        ответственный: куратор\n",
                          "        ответственный: куратор\n        срок: до 20 сентября\n"),
    "a name for a key of people": ("ответственный: куратор", "ответственный: Козлова Ю.С., учитель"),
}
CHANGES = {
    "a word": ("Обучение", "Учение"),
    "the title": ("Дорожная карта", "План"),
    "the institution": ("Школа № 1", "Школа № 2"),
    "the period": ("2021/2022", "2022/2023"),
    "the deadline": ("до 20 сентября", "до 21 сентября"),
    "no deadline": ("        срок: октябрь\n", ""),
    "who answers": ("ответственный: куратор", "ответственный: Завуч"),
    "the person under a key": ("Козлова Ю.С., учитель", "Зорина Н.А., учитель"),
    "a free column": ("тема: Профессии", "тема: Ремёсла"),
    "an item": ("второй пункт", "третий пункт"),
    "an item less": (", второй пункт", ""),
    "the order of items": ("[первый пункт, второй пункт]", "[второй пункт, первый пункт]"),
    "the title of a stage": ("Подготовка", "Начало"),
    "the heading of a column": ("Что делаем", "Мероприятие"),
    "the date of approval": ("09.02.2022", "10.02.2022"),
    "who approves": ("И.Е. Косарева", "И.Е. Косарев"),
    "the word of approval": ("гриф: утверждаю", "гриф: согласовано"),
    "a signature": ("А.А. Зуева", "А.А. Зуев"),
    "the template": ("таблица:\n", "таблица:\n  шаблон: книжный\n"),
    "an activity more": ("подписи:", "  - название: Итог\n    мероприятия: [Отчёт]\nподписи:"),
}


@pytest.mark.parametrize("name", LOOKS)
def test_looks_do_not_change_it(name: str) -> None:
    old, new = LOOKS[name]
    changed = re.sub(old, lambda _: new, TEXT, count=1)
    assert changed != TEXT
    assert seal(changed) == seal(TEXT)


@pytest.mark.parametrize("name", CHANGES)
def test_changes_change_it(name: str) -> None:
    old, new = CHANGES[name]
    assert old in TEXT
    assert seal(TEXT.replace(old, new, 1)) != seal(TEXT)


def test_all_these_seals_are_different() -> None:
    seals = [seal(TEXT.replace(*CHANGES[name], 1)) for name in CHANGES]
    assert len(set(seals)) == len(seals)


def test_a_seal_is_sixty_four_digits_and_its_code_sixteen() -> None:
    assert re.fullmatch("[0-9a-f]{64}", seal(TEXT))
    assert short_code("3f2a91c07b1d04e5" + "0" * 48) == "3F2A-91C0-7B1D-04E5"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
@pytest.mark.parametrize("keys", [None, "ru", "en"])
def test_formatting_and_the_language_of_keys_do_not_change_it(path: Path, keys: Literal["ru", "en"] | None) -> None:
    text = path.read_text(encoding="utf-8")
    formatted, _ = format_text(text, path.as_posix(), keys)
    assert formatted is not None
    assert seal(formatted) == seal_of(plan_of(path))


def test_every_roadmap_has_its_own() -> None:
    assert len({seal_of(plan_of(path)) for path in FILES}) == len(FILES)


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("name", ["ddt-gorbatov-2022", "kirov-oo-template", "school-14-kemerovo-2021-2022"])
def test_what_a_comparison_tells_changes_it(name: str, seed: int) -> None:
    """Random editions: where the comparison of editions finds something that somebody did, the seal is another."""
    made = make(name, seed, 1 + seed % 3)
    assert bool(compare(made.old, made.new).real) <= (seal_of(made.old) != seal_of(made.new))


def test_a_decree_on_days_off_breaks_no_seal(monkeypatch: pytest.MonkeyPatch) -> None:
    from roadmap_compiler.deadlines import days_off, workdays

    text = TEXT.replace("срок: октябрь", "срок: 3-й рабочий день каждого месяца")
    before = seal(text)
    monkeypatch.setitem(days_off.DECREES, 2021, (("10-01", "10-04", "10-05"), ()))
    workdays.days_off.cache_clear()
    plan: Plan | None = read_plan((text + "# иначе\n").encode(), "другая.yaml").plan
    assert plan is not None
    assert seal_of(plan) == before
    workdays.days_off.cache_clear()
