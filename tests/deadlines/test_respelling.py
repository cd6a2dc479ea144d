"""A year that is mended changes its digits only: every other letter of the phrase stays as it was typed."""

from __future__ import annotations

import pytest

from roadmap_compiler.deadlines import explain, read_period

YEAR = "2025/2026 учебный год"

REPAIRED = [
    ("с 24 по 28 августа 2024 года", YEAR, ("с 24 по 28 августа 2026 года",)),
    ("не позднее 20 мая 2025 года", YEAR, ("не позднее 20 мая 2026 года",)),
    ("до 20.05.25", YEAR, ("до 20.05.26",)),
    ("Апрель 2024 (Иванова)", YEAR, ("Апрель 2026 (Иванова)",)),
    ("в мае 2025 года, 1 корпус", YEAR, ("в мае 2026 года, 1 корпус",)),
    ("20 мая 2025 года  в 10:00", YEAR, ("20 мая 2026 года  в 10:00",)),
    ("октябрь-ноябрь 2024 года", YEAR, ("октябрь-ноябрь 2025 года",)),
    ("25 (26) сентября 2024", YEAR, ("25 (26) сентября 2025",)),
    ("в течение 2024/25 учебного года", YEAR, ("в течение 2025/26 учебного года",)),
    ("сентябрь 2024 г. – май 2025 г.", YEAR, ("сентябрь 2025 г. – май 2026 г.",)),
    # a list is mended whole: no part of it is lost
    ("15 сентября 2024, 20 мая 2025", YEAR, ("15 сентября 2025, 20 мая 2026",)),
    ("сентябрь 2024, май", YEAR, ("сентябрь 2025, май",)),
    ("01.09.2025 и 15.05.2025", YEAR, ("01.09.2025 и 15.05.2026",)),
    # both ends have their year, and one is wrong
    ("с 1 октября 2025 по 25 мая 2025 года", YEAR, ("с 1 октября 2025 по 25 мая 2026 года",)),
    # a year is put where there was none: the phrase is written anew
    ("октябрь – апрель 2025", YEAR, ("октябрь 2025 – апрель 2026",)),
    # several years of the period would do
    ("до 5 мая 2019 г.", "2024–2026 годы", ("до 5 мая 2024 г.", "до 5 мая 2025 г.", "до 5 мая 2026 г.")),
    # a day that is in no calendar, in a year that is not the period's
    ("31 сентября 2024", YEAR, ("30 сентября 2025",)),
    ("31 сентября", YEAR, ("30 сентября",)),
    ("31 сентября", "с 01.01.2026 по 31.05.2026", ()),
]


@pytest.mark.parametrize(("phrase", "where", "offered"), REPAIRED)
def test_only_the_digits_of_the_year_change(phrase: str, where: str, offered: tuple[str, ...]) -> None:
    period, _ = read_period(where)
    assert period is not None
    found = explain(phrase, period)
    assert any(problem.severity == "error" for problem in found.problems)
    assert found.alternatives == offered
    for better in offered:
        assert not [problem for problem in explain(better, period).problems if problem.severity == "error"]
