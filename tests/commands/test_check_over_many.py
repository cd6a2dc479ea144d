"""roadmap check over many files: profiles, a baseline, a summary for a municipality."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from roadmap_compiler.commands import many
from roadmap_compiler.commands.main import main

LATE = """\
название: Карта
организация: {institution}
период: 2021
утверждение: {{гриф: утверждаю, имя: А.А. Аа, дата: 12.10.2021}}
мероприятия:
  - название: Сбор согласий
    срок: сентябрь
    ответственный: Куратор
"""
BAD = LATE.replace("сентябрь", "сентябрь 2020") + "  - название: Без срока\n    ответственный: Куратор\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "карты").mkdir()
    (tmp_path / "карты" / "а.yaml").write_text(LATE.format(institution="Школа № 1"), encoding="utf-8")
    (tmp_path / "карты" / "б.yaml").write_text(BAD.format(institution="Школа № 2"), encoding="utf-8")
    (tmp_path / "карты" / "в.yaml").write_text(LATE.format(institution="Школа № 1"), encoding="utf-8")
    return tmp_path / "карты"


def codes(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[tuple[str, str]]:
    main(["check", "--format", "json", *arguments])
    return [(found["code"], found["severity"]) for found in json.loads(capsys.readouterr().out)["findings"]]


def test_a_profile_chooses_levels(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for profile, level in (("школа", "warning"), ("строгий", "error"), ("черновик", "info"), ("strict", "error")):
        assert codes(capsys, "карты/а.yaml", "--profile", profile) == [("deadline-before-approval", level)]
    assert main(["check", "карты/а.yaml", "--profile", "строгий"]) == 1
    assert main(["check", "карты/а.yaml"]) == 0


def test_the_file_may_ask_for_a_profile_and_the_command_line_goes_first(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = folder / "а.yaml"
    file.write_text("профиль: строгий\n" + LATE.format(institution="Школа № 1"), encoding="utf-8")
    assert codes(capsys, "карты/а.yaml") == [("deadline-before-approval", "error")]
    assert codes(capsys, "карты/а.yaml", "--profile", "черновик") == [("deadline-before-approval", "info")]


def test_an_unknown_profile_is_told_with_the_near_one(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "а.yaml").write_text("профиль: строгая\n" + LATE.format(institution="Школа"), encoding="utf-8")
    assert main(["check", "карты/а.yaml"]) == 1
    told = capsys.readouterr().out
    assert "а.yaml:1:10" in told
    assert "Нет такого профиля проверки: «строгая»" in told
    assert "Возможно, «строгий»?" in told


def test_a_profile_that_keeps_quiet_does_not_make_a_permission_unused(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = LATE.format(institution="Школа").replace("дата: 12.10.2021}", "дата: 12.10.2021}  "
                                                    "# roadmap: разрешить deadline-at-approval — так решили")
    (folder / "а.yaml").write_text(text.replace("сентябрь", "октябрь"), encoding="utf-8")
    for profile in ("школа", "черновик", "строгий"):
        assert codes(capsys, "карты/а.yaml", "--profile", profile) == []


def test_a_baseline_hides_what_was_there_and_nothing_else(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "карты", "--baseline", "известное.tsv", "--update-baseline"]) == 0
    capsys.readouterr()
    assert main(["check", "карты", "--baseline", "известное.tsv"]) == 0
    out, err = capsys.readouterr()
    assert "0 ошибок" in out
    assert "известно по известное.tsv: 4 замечания" in err
    file = folder / "а.yaml"
    file.write_text("# строка сверху\n" + file.read_text(encoding="utf-8") + "  - название: Новое\n"
                    "    ответственный: Куратор\n", encoding="utf-8")
    assert codes(capsys, "карты", "--baseline", "известное.tsv") == [("deadline-empty", "warning")]


def test_a_baseline_means_the_same_from_another_folder(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    main(["check", "карты", "--baseline", "известное.tsv", "--update-baseline"])
    capsys.readouterr()
    monkeypatch.chdir(folder)
    assert codes(capsys, ".", "--baseline", "../известное.tsv") == []
    assert codes(capsys, str(folder), "--baseline", str(folder.parent / "известное.tsv")) == []


def test_the_second_of_two_equal_mistakes_is_new(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    twice = "  - название: Без срока\n    ответственный: Куратор\n"
    file = folder / "а.yaml"
    file.write_text(LATE.format(institution="Школа") + twice, encoding="utf-8")
    main(["check", "карты/а.yaml", "--baseline", "известное.tsv", "--update-baseline"])
    capsys.readouterr()
    second = twice.replace("Куратор", "Психолог")
    file.write_text(LATE.format(institution="Школа") + twice + second, encoding="utf-8")
    assert codes(capsys, "карты/а.yaml", "--baseline", "известное.tsv") == [("deadline-empty", "warning")]


def test_what_was_mended_of_a_baseline_is_said(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "карты", "--baseline", "известное.tsv", "--update-baseline"])
    (folder / "б.yaml").unlink()
    capsys.readouterr()
    main(["check", "карты", "--baseline", "известное.tsv"])
    assert "Исправлено из известное.tsv: 2 замечания" in capsys.readouterr().err


def test_a_baseline_that_is_not_there_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "карты", "--baseline", "нет.tsv"]) == 2
    assert "Нет файла нет.tsv" in capsys.readouterr().err
    assert main(["check", "карты", "--update-baseline"]) == 2
    assert "--baseline ФАЙЛ" in capsys.readouterr().err


def test_a_summary_counts_by_institution(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "карты", "--summary", "--format", "json"]) == 1
    report = json.loads(capsys.readouterr().out)
    rows = [(one["name"], one["files"], one["error"], one["warning"]) for one in report["institutions"]]
    assert rows == [("Школа № 2", 1, 1, 1), ("Школа № 1", 2, 0, 2)]
    assert (report["total"]["files"], report["total"]["error"], report["total"]["warning"]) == (3, 1, 3)
    met = {"deadline-before-approval": 2, "deadline-empty": 1, "deadline-outside-period": 1}
    assert report["total"]["codes"] == met


def test_a_summary_for_reading(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "г.yaml").write_text("название: [\n", encoding="utf-8")
    assert main(["check", "карты", "--summary"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["Организация", "Карт", "Ошибок", "Предупреждений", "Замечаний", "Прежде", "всего"]
    assert any(line.startswith("г  ") for line in lines)  # what cannot be read stands under the name of its file
    assert "    2  deadline-before-approval: Срок прошёл раньше, чем карта утверждена" in lines


def test_a_line_of_the_summary_names_the_gravest_first(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    twice = BAD + "  - название: И ещё\n    ответственный: Куратор\n"
    (folder / "б.yaml").write_text(twice.format(institution="Школа № 2"), encoding="utf-8")
    assert main(["check", "карты/б.yaml", "--summary"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[2].endswith("deadline-outside-period (1), deadline-empty (2)")
    assert "    1  deadline-outside-period: Срок «…» выходит за период … – …" in lines


def test_a_summary_in_markdown(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "а.yaml").write_text(LATE.format(institution="Школа | сад"), encoding="utf-8")
    assert main(["check", "карты", "--summary", "--format", "markdown"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[1] == "| --- | ---: | ---: | ---: | ---: | --- |"
    rows = [line for line in lines if line.startswith("|")]
    assert {line.replace("\\|", "").count("|") for line in rows} == {7}
    assert "| Школа \\| сад | 1 | 0 | 1 | 0 | deadline-before-approval (1) |" in lines


def test_markdown_is_for_the_summary_only(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "карты", "--format", "markdown"]) == 2
    assert "--summary" in capsys.readouterr().err


@pytest.mark.parametrize("form", [[], ["--format", "json"], ["--format", "sarif"], ["--summary"]])
def test_several_processes_tell_what_one_tells(form: list[str], folder: Path, capsys: pytest.CaptureFixture[str],
                                               monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "г.yaml").write_bytes(b"\xff\xfe\x00")
    main(["check", str(folder), *form])
    alone = capsys.readouterr()
    monkeypatch.setattr(many, "PROCESSES_PAY_FROM", 2)
    monkeypatch.setattr(many, "_processors", lambda: 3)
    main(["check", str(folder), *form])
    assert capsys.readouterr() == alone
    assert ".yaml" in alone.out or form == ["--summary"]
