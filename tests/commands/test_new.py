"""roadmap new: the sample is clean whatever period the language takes; any other is refused in a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from roadmap_compiler.commands.main import main
from roadmap_compiler.compiler import compile_bytes
from roadmap_compiler.editing.formatting import format_text

PERIODS = [
    ("2027/2028", "на 2027/2028 учебный год"), ("2027/28", "на 2027/2028 учебный год"),
    ("2027/2028 учебный год", "на 2027/2028 учебный год"), ("2027-2028 уч. год", "на 2027/2028 учебный год"),
    ("2027", "на 2027 год"), ("на 2027 год", "на 2027 год"), ("2027–2029", "на 2027–2029 годы"),
    ("лето 2027", "на период с 01.06.2027 по 31.08.2027"), ("июнь 2027", "на период с 01.06.2027 по 30.06.2027"),
    ("с 01.09.2027 по 31.05.2028", "на период с 01.09.2027 по 31.05.2028"),
    ("сентябрь 2027 – май 2028", "на период с 01.09.2027 по 31.05.2028"),
    ("II квартал 2027", "на период с 01.04.2027 по 30.06.2027"),
    ("с 1 по 5 марта 2027 года", "на период с 01.03.2027 по 05.03.2027"),
    ("с 06.03.2027 по 07.03.2027", "на период с 06.03.2027 по 07.03.2027"),  # Saturday and Sunday
    ("январь – май 2027", "на период с 01.01.2027 по 31.05.2027"),
    ("1 июня 2027 - 30 ноября 2027", "на период с 01.06.2027 по 30.11.2027"),
    ("1 июня 2027-30 ноября 2027", "на период с 01.06.2027 по 30.11.2027"),
    ("01.11.2026 – 31.12.2028", "на период с 01.11.2026 по 31.12.2028"),
]


@pytest.mark.parametrize(("period", "title"), PERIODS)
def test_a_sample_is_clean_and_names_its_period(period: str, title: str, tmp_path: Path) -> None:
    path = tmp_path / "план.yaml"
    assert main(["new", str(path), "--period", period]) == 0
    data = path.read_bytes()
    assert compile_bytes(data, "план.yaml").findings == ()
    assert f"  {title}\n" in data.decode()
    assert format_text(data.decode(), "план.yaml")[0] == data.decode()


REFUSED = [
    ("2027-2028", "можно понять по-разному"), ("когда-нибудь", "Период не понят"), ("постоянно", "Период не понят"),
    ("с 31.05.2027 по 01.09.2026", "кончается"),
]


@pytest.mark.parametrize(("period", "answer"), REFUSED)
def test_what_is_no_period_is_refused(period: str, answer: str, tmp_path: Path,
                                      capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", str(tmp_path / "план.yaml"), "--period", period]) == 2
    told = capsys.readouterr().err
    assert answer in told
    assert "\n" not in told.strip()
    assert list(tmp_path.iterdir()) == []


def test_an_existing_schema_is_not_said_to_be_created(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["new", str(tmp_path / "первая.yaml")])
    assert capsys.readouterr().out.count("Создан файл") == 2
    main(["new", str(tmp_path / "вторая.yaml")])
    assert capsys.readouterr().out.splitlines() == [f"Создан файл {(tmp_path / 'вторая.yaml').as_posix()}"]
    (tmp_path / "roadmap.schema.json").write_text("{}", encoding="utf-8")
    main(["new", str(tmp_path / "третья.yaml")])
    assert f"Обновлён файл {(tmp_path / 'roadmap.schema.json').as_posix()}" in capsys.readouterr().out
    assert len((tmp_path / "roadmap.schema.json").read_text(encoding="utf-8")) > 1000
