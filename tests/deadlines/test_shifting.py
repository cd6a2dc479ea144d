"""The same deadline a year later."""

from __future__ import annotations

import pytest

from roadmap_compiler.deadlines import meaning, parse, print_deadline, shift


@pytest.mark.parametrize(("now", "later"), [
    ("до 30.12.2021", "до 30.12.2022"), ("апрель 2022", "апрель 2023"), ("апрель", "апрель"),
    ("октябрь 2021 – апрель 2022", "октябрь 2022 – апрель 2023"), ("2021/2022 учебный год", "2022/2023 учебный год"),
    ("25.03.2021, 25.06.2021", "25.03.2022, 25.06.2022"), ("ежемесячно до 31.12.2021", "ежемесячно до 31.12.2022"),
    ("25 (26) сентября 2021", "25 (26) сентября 2022"), ("I квартал 2022", "I квартал 2023"),
    ("II четверть 2021/2022 учебного года", "II четверть 2022/2023 учебного года"),
    ("в течение 3 дней после 15.10.2021", "в течение 3 дней после 15.10.2022"),
    ("последняя пятница мая 2022", "последняя пятница мая 2023"), ("ежеквартально", "ежеквартально"),
    ("по мере необходимости", "по мере необходимости"), ("—", "—"),
])
def test_a_year_later(now: str, later: str) -> None:
    assert meaning(shift(parse(now), 1)) == meaning(parse(later))


def test_a_leap_day_becomes_the_28th_with_a_warning() -> None:
    moved = shift(parse("29.02.2024"), 1)
    assert print_deadline(moved) == "28 февраля 2025 г."
    assert [problem.code for problem in moved.warnings] == ["deadline-leap-day"]
    assert print_deadline(shift(parse("29.02.2024"), 4)) == "29 февраля 2028 г."


def test_what_does_not_move_keeps_its_text() -> None:
    assert shift(parse("в течение года"), 1).text == "в течение года"
    assert shift(parse("май 2022"), 1).text == ""
