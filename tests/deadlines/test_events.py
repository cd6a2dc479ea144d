"""What is counted from events: found by all the words of their names, in any case, with «день», «начало», «конец»."""

from __future__ import annotations

import re
from datetime import date

import pytest

from roadmap_compiler.deadlines import Period, parse, resolve
from roadmap_compiler.deadlines.explaining import explain

EVENTS = {
    "день открытых дверей": date(2027, 9, 4), "начало набора": date(2027, 8, 2), "окончание набора": date(2027, 9, 10),
    "начало занятий": date(2027, 9, 15),
    "педагогический совет": date(2027, 8, 27), "дата медосмотра": date(2027, 8, 20),
    "завершение проверок": date(2027, 10, 5), "установочное совещание": date(2027, 8, 23),
}
PERIOD = Period("calendar_year", date(2027, 1, 1), date(2027, 12, 31), events=EVENTS)


@pytest.mark.parametrize(("phrase", "due"), [
    ("через неделю после дня открытых дверей", date(2027, 9, 11)),
    ("в день открытых дверей", date(2027, 9, 4)),
    ("до дня открытых дверей", date(2027, 9, 3)),
    ("не позднее дня открытых дверей", date(2027, 9, 4)),
    ("за три дня до дня открытых дверей", date(2027, 9, 1)),
    ("до начала занятий", date(2027, 9, 14)),
    ("за неделю до начала занятий", date(2027, 9, 8)),
    ("к концу набора", date(2027, 9, 10)),
    ("до окончания набора", date(2027, 9, 10)),
    ("через 10 дней после окончания набора", date(2027, 9, 20)),
    ("через 10 дней после завершения набора", date(2027, 9, 20)),
    ("через 10 дней после набора", date(2027, 9, 20)),
    ("за 2 дня до начала набора", date(2027, 7, 31)),
    ("за три дня до педагогического совета", date(2027, 8, 24)),
    ("не позднее трёх дней до медосмотра", date(2027, 8, 17)),
    ("через 3 дня после окончания проверки", date(2027, 10, 8)),
    ("за 2 дня до установочного совещания", date(2027, 8, 21)),
])
def test_an_event_is_found(phrase: str, due: date) -> None:
    occurrences, problems = resolve(parse(phrase), PERIOD)
    assert [one.due for one in occurrences] == [due]
    assert "deadline-anchor-without-date" not in [problem.code for problem in problems]


@pytest.mark.parametrize("phrase", ["через неделю после смотра строя", "до начала смотра", "за 3 дня до набора детей"])
def test_without_a_match_the_known_events_are_told(phrase: str) -> None:
    occurrences, problems = resolve(parse(phrase), PERIOD)
    assert occurrences == ()
    assert [(one.code, one.severity) for one in problems] == [("deadline-anchor-without-date", "warning")]
    assert "«день открытых дверей», «начало набора»" in problems[0].params["ready"]


def test_where_no_event_is_declared_it_is_no_more_than_a_remark() -> None:
    _, problems = resolve(parse("через неделю после смотра строя"), PERIOD._replace(events={}))
    assert [one.severity for one in problems] == ["info"]


def test_no_word_of_an_event_is_left_out_of_what_was_read() -> None:
    steps = explain("через неделю после дня открытых дверей", PERIOD).steps
    assert "прочитано: «через 1 неделю после дня открытых дверей»" in steps


def test_a_span_until_an_event_is_offered_with_its_day() -> None:
    _, problems = resolve(parse("с 1 июля до окончания набора"), PERIOD)
    assert [one.code for one in problems] == ["deadline-ambiguous"]
    assert problems[0].alternatives[0] == "с 1 июля по 10 сентября"


def test_what_comes_then_is_offered_beside_the_date() -> None:
    _, problems = resolve(parse("до 1 сентября, далее по мере поступления"), PERIOD)
    assert problems[0].severity == "error"
    assert problems[0].alternatives == ("до 1 сентября", "по мере поступления")


@pytest.mark.parametrize("phrase", ["в течение 10 дней после дня открытых дверей", "ежемесячно до 5 числа", "чепуха",
                                    "в начале мая", "до 15 мая к 10:00 (онлайн)"])
def test_the_steps_are_told_in_english(phrase: str) -> None:
    russian, english = explain(phrase, PERIOD).steps, explain(phrase, PERIOD, language="en").steps
    assert len(russian) == len(english)
    own = re.sub("«[^»]*»", "", " ".join(english))
    assert not re.search("[а-яё]", own)


def test_a_daily_work_says_that_it_gets_no_dates() -> None:
    assert any("без даты" in step for step in explain("ежедневно с 1 по 26 июня", PERIOD).steps)
    assert not any("без даты" in step for step in explain("еженедельно", PERIOD).steps)
