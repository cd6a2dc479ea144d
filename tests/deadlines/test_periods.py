"""The period of a plan, as titles and the key «период» state it."""

from __future__ import annotations

from datetime import date

import pytest

from roadmap_compiler.deadlines import read_period

CASES = [
    ("2021", "calendar_year", "2021-01-01", "2021-12-31"),
    ("2021 год", "calendar_year", "2021-01-01", "2021-12-31"),
    ("2021 г.", "calendar_year", "2021-01-01", "2021-12-31"),
    ("2021г", "calendar_year", "2021-01-01", "2021-12-31"),
    ("на 2021 год", "calendar_year", "2021-01-01", "2021-12-31"),
    ("На 2021 год", "calendar_year", "2021-01-01", "2021-12-31"),
    ("в 2021 году", "calendar_year", "2021-01-01", "2021-12-31"),
    ("2021/2022 учебный год", "academic_year", "2021-09-01", "2022-08-31"),
    ("2021/2022", "academic_year", "2021-09-01", "2022-08-31"),
    ("2021/22", "academic_year", "2021-09-01", "2022-08-31"),
    ("2021-2022 уч. год", "academic_year", "2021-09-01", "2022-08-31"),
    ("2021–2022 учебный год", "academic_year", "2021-09-01", "2022-08-31"),
    ("2021 – 2022 учебный год", "academic_year", "2021-09-01", "2022-08-31"),
    ("на 2021-2022 учебный год", "academic_year", "2021-09-01", "2022-08-31"),
    ("в 2021 – 2022 учебном году", "academic_year", "2021-09-01", "2022-08-31"),
    ("2021–2024", "years", "2021-01-01", "2024-12-31"),
    ("2021-2024 годы", "years", "2021-01-01", "2024-12-31"),
    ("на период 2021-2024 гг.", "years", "2021-01-01", "2024-12-31"),
    ("2021-2022 гг.", "years", "2021-01-01", "2022-12-31"),
    ("с 01.09.2021 по 31.05.2022", "custom", "2021-09-01", "2022-05-31"),
    ("01.09.2021 – 31.05.2022", "custom", "2021-09-01", "2022-05-31"),
    ("с 1 сентября 2021 года по 31 мая 2022 года", "custom", "2021-09-01", "2022-05-31"),
    ("сентябрь 2021 – май 2022", "custom", "2021-09-01", "2022-05-31"),
    ("с 2021-09-01 по 2022-05-31", "custom", "2021-09-01", "2022-05-31"),
    ("сентябрь 2021 г.", "custom", "2021-09-01", "2021-09-30"),
    ("I квартал 2022 года", "custom", "2022-01-01", "2022-03-31"),
    ("2021/2022 – 2023/2024 учебные годы", "custom", "2021-09-01", "2024-08-31"),
]


@pytest.mark.parametrize(("text", "kind", "start", "end"), CASES)
def test_understood(text: str, kind: str, start: str, end: str) -> None:
    found, problems = read_period(text)
    assert found is not None, problems
    assert (found.kind, found.start, found.end) == (kind, date.fromisoformat(start), date.fromisoformat(end))
    assert problems == []


@pytest.mark.parametrize(("text", "code"), [
    ("", "period-not-understood"), ("сентябрь", "period-not-understood"), ("учебный год", "period-not-understood"),
    ("постоянно", "period-not-understood"), ("21", "period-not-understood"), ("2022/2021", "deadline-end-before-start"),
    ("с 31.05.2022 по 01.09.2021", "deadline-end-before-start"), ("2024–2021", "deadline-end-before-start"),
    ("с сентября по май", "period-not-understood"), ("1 сентября – 31 мая", "period-not-understood"),
])
def test_refused(text: str, code: str) -> None:
    found, problems = read_period(text)
    assert found is None
    assert [problem.code for problem in problems] == [code]


def test_two_years_with_a_dash_are_asked_about() -> None:
    found, (problem,) = read_period("2021-2022")
    assert found is None
    assert problem.code == "period-ambiguous"
    assert set(problem.alternatives) == {"2021–2022 годы", "2021/2022 учебный год"}
    assert all(read_period(reading)[0] is not None for reading in problem.alternatives)
