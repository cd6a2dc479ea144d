"""Dates of approvals and orders as documents write them."""

from __future__ import annotations

from datetime import date

import pytest

from roadmap_compiler.deadlines import read_date

WRITTEN = [
    ("12.04.2021", "2021-04-12"), ("2021-04-12", "2021-04-12"), ("«09» февраля 2022 года", "2022-02-09"),
    ("от «12» 04. 2021г.", "2021-04-12"), ("9 февраля 2022 г.", "2022-02-09"), ("«09» февраля 2022 г", "2022-02-09"),
    ("от 30.08.2021", "2021-08-30"), ("30.08.21", "2021-08-30"), ("\"1\" сентября 2021г.", "2021-09-01"),
    ("1 СЕНТЯБРЯ 2021", "2021-09-01"), ("« 23» августа 2021 г.", "2021-08-23"), ("01/09/2021", "2021-09-01"),
    ("от «___» 2021 г.", None), ("«5» мая 2021 года", "2021-05-05"), ("от 5 мая 2021 г.", "2021-05-05"),
]


@pytest.mark.parametrize(("text", "day"), WRITTEN)
def test_a_date(text: str, day: str | None) -> None:
    found = read_date(text)
    if day is None:
        assert (found.date, found.year, found.valid) == (None, 2021, True)
    else:
        assert (found.date, found.valid, found.blank) == (date.fromisoformat(day), True, False)
        assert found.year == date.fromisoformat(day).year


@pytest.mark.parametrize("text", ["2021 г.", "2021", "«__» _______ 2021 г.", "____ 2021 года", "«___»__________2021г."])
def test_only_the_year(text: str) -> None:
    found = read_date(text)
    assert (found.date, found.year, found.blank, found.valid) == (None, 2021, False, True)


@pytest.mark.parametrize("text", ["", " ", "____", "«__» _______ 20__ г.", "«___» ____________ 20___ года", "—", "«»"])
def test_blank(text: str) -> None:
    found = read_date(text)
    assert (found.date, found.year, found.blank, found.valid) == (None, None, True, True)


@pytest.mark.parametrize("text", [
    "31.09.2021", "32.01.2021", "29.02.2021", "когда-нибудь", "31 июня 2021 г.", "12.04", "12 мартобря 2021",
])
def test_no_date(text: str) -> None:
    found = read_date(text)
    assert (found.date, found.blank, found.valid) == (None, False, False)
