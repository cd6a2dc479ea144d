"""The structured form says the same as a phrase."""

from __future__ import annotations

import pytest

from roadmap_compiler.deadlines import from_structure, meaning, parse, print_deadline

SAME: list[tuple[dict[str, object], str]] = [
    ({"день": "1 сентября"}, "1 сентября"),
    ({"on": "2021-09-01", "time": "10:00"}, "1 сентября 2021 г. в 10:00"),
    ({"День": "1 сентября", "примечание": "День знаний"}, "1 сентября (День знаний)"),
    ({"не позднее": "30.12.2021"}, "до 30.12.2021"),
    ({"by": "май 2022"}, "не позднее мая 2022"),
    ({"в течение": "II четверть"}, "II четверть"),
    ({"during": "2021 год"}, "в течение 2021 года"),
    ({"с": "октябрь 2021", "по": "апрель 2022"}, "октябрь 2021 – апрель 2022"),
    ({"from": "октябрь"}, "с октября"),
    ({"по": "31.12.2021"}, "по 31.12.2021"),
    ({"даты": ["25.03", "до 1 июня"]}, "25.03, до 1 июня"),
    ({"dates": [{"on": "25.03"}, {"by": "1 июня"}]}, "25.03, до 1 июня"),
    ({"каждый": "месяц"}, "ежемесячно"),
    ({"каждую": "четверть"}, "1 раз в четверть"),
    ({"every": "school_quarter"}, "1 раз в четверть"),
    ({"каждый": "месяц", "до числа": "15"}, "до 15 числа каждого месяца"),
    ({"каждый": "месяц", "число": ["10", "25"]}, "10 и 25 числа каждого месяца"),
    ({"каждый": "месяц", "с числа": "1", "по число": "5"}, "с 1 по 5 число каждого месяца"),
    ({"каждый": "месяц", "до числа": "15", "с": "сентябрь", "по": "май"}, "ежемесячно до 15 числа с сентября по май"),
    ({"каждый": "квартал", "до числа": "5", "через месяцев": "1"},
     "ежеквартально до 5 числа месяца, следующего за отчётным кварталом"),
    ({"каждый": "неделя", "дни недели": ["понедельник", "среда"]}, "по понедельникам и средам"),
    ({"каждый": "месяц", "день недели": "пятница", "по счёту": "последняя"}, "последняя пятница месяца"),
    ({"каждый": "месяц", "рабочий день": "последний"}, "последний рабочий день месяца"),
    ({"каждый": "месяц", "раз в": "2"}, "1 раз в 2 месяца"),
    ({"каждый": "год", "раз": "2", "не реже": "да"}, "не реже 2 раз в год"),
    ({"каждый": "год", "сроки": ["октябрь", "до 1 мая"]}, "ежегодно, октябрь, до 1 мая"),
    ({"каждый": "месяц", "часть": "конец"}, "в конце каждого месяца"),
    ({"после": "утверждения дорожной карты", "в течение": "5 рабочих дней"},
     "в течение 5 рабочих дней после утверждения дорожной карты"),
    ({"после": "педсовета", "через": "неделю"}, "через неделю после педсовета"),
    ({"после": "педсовета"}, "после педсовета"),
    ({"до": "педсовета", "за": "3 дня"}, "за 3 дня до педсовета"),
    ({"до": "педсовета", "не ранее чем за": "3 месяца"}, "не ранее чем за 3 месяца до педсовета"),
    ({"до": "педсовета", "не позднее чем за": "3 дня"}, "не позднее чем за 3 дня до педсовета"),
    ({"до": "педсовета"}, "до педсовета"),
    ({"в день": "педсовета"}, "в день педсовета"),
    ({"весь": "период"}, "в течение всего периода"),
    ({"весь": "учебный год"}, "в течение учебного года"),
    ({"whole": "always"}, "постоянно"),
    ({"по необходимости": "по мере поступления заявок"}, "по мере поступления заявок"),
    ({"по необходимости": "", "не реже": "4 раз в год"}, "по мере необходимости, но не реже 4 раз в год"),
    ({"по графику": "по плану ВСОКО"}, "по плану ВСОКО"),
    ({"external": ""}, "по отдельному графику"),
    ({"не указан": ""}, "—"),
]


@pytest.mark.parametrize(("data", "phrase"), SAME, ids=lambda value: str(value))
def test_the_same_as_the_phrase(data: dict[str, object], phrase: str) -> None:
    deadline, problems = from_structure(data)
    assert deadline is not None, problems
    assert meaning(deadline) == meaning(parse(phrase))
    assert meaning(parse(print_deadline(deadline))) == meaning(deadline)


def test_as_it_is_written() -> None:
    deadline, problems = from_structure({"как есть": "до особого распоряжения"})
    assert problems == []
    assert deadline is not None
    assert (deadline.kind, print_deadline(deadline), deadline.warnings) == ("verbatim", "до особого распоряжения", ())


WRONG: list[tuple[dict[str, object], str]] = [
    ({"кажый": "месяц"}, "deadline-key-unknown"), ({"день": "1 мая", "по": "5 мая"}, "deadline-keys-apart"),
    ({"каждый": "век"}, "deadline-value-not-understood"), ({}, "deadline-kind-missing"),
    ({"примечание": "тур"}, "deadline-kind-missing"), ({"день": "31.09"}, "deadline-no-such-date"),
    ({"день": ["1 мая"]}, "deadline-value-not-understood"), ({"день": "сентябрь"}, "deadline-value-not-understood"),
    ({"каждый": "месяц", "до числа": "32"}, "deadline-value-not-understood"),
    ({"каждый": "месяц", "до числа": "x"}, "deadline-value-not-understood"),
    ({"каждый": "неделя", "день недели": "вчера"}, "deadline-value-not-understood"),
    ({"даты": ["25.03"]}, "deadline-value-not-understood"), ({"даты": ["25.03", "никогда"]}, "deadline-not-understood"),
    ({"день": "1 мая", "дата": "2 мая"}, "deadline-key-twice"), ({"весь": "век"}, "deadline-value-not-understood"),
    ({"после": "педсовета", "в течение": "долго"}, "deadline-value-not-understood"),
    ({"день": {"день": "1 мая", "x": "y"}}, "deadline-key-unknown"),
    ({"в течение": "1 мая"}, "deadline-value-not-understood"),
    ({"каждый": "месяц", "с числа": "9", "по число": "5"}, "deadline-value-not-understood"),
    ({"с": {"а": "б"}}, "deadline-key-unknown"), ({"по графику": ["x"]}, "deadline-value-not-understood"),
]


@pytest.mark.parametrize(("data", "code"), WRONG, ids=lambda value: str(value))
def test_wrong(data: dict[str, object], code: str) -> None:
    deadline, problems = from_structure(data)
    assert deadline is None
    assert [problem.code for problem in problems] == [code]


def test_all_unknown_keys_are_told_at_once_with_near_names() -> None:
    _, problems = from_structure({"денъ": "1 мая", "примечане": "тур"})
    assert [problem.params["near"] for problem in problems] == ["день", "примечание"]
