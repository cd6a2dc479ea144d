"""The commands as a person uses them: what is printed, what is written, how it ends."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

GOOD = """\
название: Карта
период: 2021/2022 учебный год
мероприятия:
  - название: Встреча
    срок: май
    ответственный: Директор
"""
BAD = GOOD.replace("май", "май 2021").replace("ответственный", "отвественный")


def roadmap(*arguments: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    import os

    env = {**os.environ, **environment}
    return subprocess.run([sys.executable, "-m", "roadmap_compiler", *arguments], cwd=cwd, env=env,
                          capture_output=True, encoding="utf-8", check=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "roadmaps").mkdir()
    (tmp_path / "roadmaps" / "карта.yaml").write_text(GOOD, encoding="utf-8")
    return tmp_path


def test_a_clean_folder_is_checked_and_built(folder: Path) -> None:
    check = roadmap("check", cwd=folder)
    assert (check.returncode, check.stdout) == (0, "1 файл, 0 ошибок, 0 предупреждений\n")
    build = roadmap("build", cwd=folder)
    assert build.returncode == 0, build.stderr
    names = sorted(path.name for path in (folder / "build").iterdir())
    assert names == ["build.json", "карта.calendar.docx", "карта.docx", "карта.ics"]


def test_all_mistakes_of_all_files_come_in_one_run(folder: Path) -> None:
    (folder / "roadmaps" / "ошибки.yaml").write_text(BAD, encoding="utf-8")
    (folder / "roadmaps" / "сломан.yaml").write_text("название: 'а\nпериод: 2021\n", encoding="utf-8")
    check = roadmap("check", "--format", "json", cwd=folder)
    report = json.loads(check.stdout)
    assert check.returncode == 1
    assert [(f["file"], f["code"], f["line"]) for f in report["findings"]] == [
        ("roadmaps/ошибки.yaml", "deadline-outside-period", 5),
        ("roadmaps/ошибки.yaml", "unknown-key", 6),
        ("roadmaps/сломан.yaml", "quote-not-closed", 1),
    ]
    assert set(report["findings"][0]) >= {"code", "severity", "message", "file", "line", "column", "end_line",
                                          "end_column", "hint", "fixes", "fingerprint"}
    assert report["summary"]["error"] == 3


def test_nothing_is_written_where_there_are_errors_and_the_old_output_stays(folder: Path) -> None:
    assert roadmap("build", cwd=folder).returncode == 0
    before = (folder / "build" / "карта.docx").read_bytes()
    (folder / "roadmaps" / "карта.yaml").write_text(BAD, encoding="utf-8")
    build = roadmap("build", cwd=folder)
    assert build.returncode == 1
    assert "не собран" in build.stderr
    assert (folder / "build" / "карта.docx").read_bytes() == before
    assert len(list((folder / "build").iterdir())) == 4


@pytest.mark.parametrize(("arguments", "code", "words"), [
    (("check", "нет.yaml"), 2, "Нет такого файла или папки: нет.yaml"),
    (("check", "."), 0, ""),
    (("chek",), 2, "Нет такой команды: chek. Возможно, «check»?"),
    (("build", "--only", "docx,calender"), 2, "нет такого вида: calender (можно через запятую: docx, ics, calendar)"),
    (("explain",), 2, "Напишите фразу в кавычках"),
    (("explain", "май"), 2, "Напишите период"),
    (("explain", "май", "--period", "когда-нибудь"), 2, "Период не понят"),
    ((), 2, ""),
])
def test_wrong_usage_is_told_in_russian(folder: Path, arguments: tuple[str, ...], code: int, words: str) -> None:
    result = roadmap(*arguments, cwd=folder)
    assert result.returncode == code
    assert words in result.stderr
    assert "Traceback" not in result.stderr + result.stdout
    assert "usage" not in result.stderr


def test_english_on_request(folder: Path) -> None:
    (folder / "roadmaps" / "карта.yaml").write_text(BAD, encoding="utf-8")
    assert "There is no such field: «отвественный»" in roadmap("check", "--lang", "en", cwd=folder).stdout
    assert "There is no such field" in roadmap("check", cwd=folder, ROADMAP_LANG="en").stdout


def test_two_files_that_would_be_built_into_one_are_told(folder: Path) -> None:
    (folder / "ещё").mkdir()
    (folder / "ещё" / "карта.yaml").write_text(GOOD, encoding="utf-8")
    result = roadmap("build", "roadmaps/карта.yaml", "ещё/карта.yaml", cwd=folder)
    assert result.returncode == 2
    assert "переименуйте" in result.stderr
    assert roadmap("build", ".", cwd=folder).returncode == 0
    assert (folder / "build" / "ещё" / "карта.docx").exists()


def test_a_new_roadmap_checks_clean_and_is_never_overwritten(folder: Path) -> None:
    assert roadmap("new", "новая.yaml", cwd=folder).returncode == 0
    check = roadmap("check", "новая.yaml", cwd=folder)
    assert (check.returncode, check.stdout) == (0, "1 файл, 0 ошибок, 0 предупреждений\n")
    assert roadmap("build", "новая.yaml", cwd=folder).returncode == 0
    again = roadmap("new", "новая.yaml", cwd=folder)
    assert again.returncode == 2
    assert "не изменён" in again.stderr


def test_explain_shows_dates_and_lists_them_for_machines(folder: Path) -> None:
    text = roadmap("explain", "до 15 числа ежемесячно", "--period", "2021", cwd=folder)
    assert text.returncode == 0
    assert "15.12.2021" in text.stdout
    (folder / "сроки.txt").write_text("май\nМарт октябрь\n", encoding="utf-8")
    period = "2021/2022 учебный год"
    result = roadmap("explain", "--from", "сроки.txt", "--period", period, "--format", "json", cwd=folder)
    may, both = json.loads(result.stdout)
    assert may["occurrences"] == [
        {"key": may["occurrences"][0]["key"], "start": "2022-05-01", "end": "2022-05-31", "due": "2022-05-31"}]
    assert (may["kind"], both["kind"]) == ("during", "verbatim")
    assert len(both["alternatives"]) == 2


def test_a_hostile_template_is_refused_and_named(folder: Path) -> None:
    path = folder / "roadmaps" / "карта.yaml"
    path.write_text(GOOD + "таблица: {шаблон: /etc/passwd}\n", encoding="utf-8")
    result = roadmap("build", cwd=folder)
    assert result.returncode == 1
    assert "Шаблон не найден" in result.stdout


def test_nobody_looks_for_plugins(tmp_path: Path) -> None:
    """A check imports nothing of the machinery that finds other packages."""
    (tmp_path / "план.yaml").write_text("название: План\nпериод: 2021\n", encoding="utf-8")
    code = ("import sys; from roadmap_compiler.commands.main import main; main(['check', 'план.yaml']); "
            "print('importlib.metadata' in sys.modules)")
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.splitlines()[-1] == "False"
