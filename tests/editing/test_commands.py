"""fix, fmt, new and schema as a person uses them."""

from __future__ import annotations

import codecs
import json
import os
from pathlib import Path

import pytest

from tests.commands.test_commands import roadmap
from tests.editing.roadmap_texts import real_texts

SLIPS = "название: Встреча в MAOУ\r\nпериод: 2021\r\nмероприятия:\r\n\t- {название: А, срок: май, отвественный: Я}\r\n"
ODD = "период: 2021\nназвание: 'К'\nмероприятия:\n- {название: А, срок: май, ответственный: Я}\n"
EVEN = "название: К\nпериод: 2021\n\nмероприятия:\n  - {название: А, срок: май, ответственный: Я}\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "карта.yaml"
    path.write_bytes(SLIPS.encode())
    return path


def test_fix_mends_and_says_what_in_right_plural_forms(file: Path) -> None:
    done = roadmap("fix", file.name, cwd=file.parent)
    assert done.returncode == 1, "a doubtful mistake is left"
    assert done.stdout.splitlines() == [
        "карта.yaml: исправлено 2 места",
        "  строка 1: В слове «MAOУ» латинские буквы вместо русских [latin-letters]",
        "  строка 4: Отступ сделан клавишей Tab. Замените его пробелами [tab]",
        "Исправлено 2 места в 1 файле",
        "Осталось: 1 ошибка, 0 предупреждений",
        "Спорных исправлений: 1. Посмотреть: roadmap fix --unsafe --diff",
    ]
    lines, before = file.read_bytes().decode().split("\r\n"), SLIPS.replace("MAOУ", "МАОУ").split("\r\n")
    assert lines[:3] + lines[4:] == before[:3] + before[4:]
    assert lines[3].lstrip(" ") == before[3].lstrip("\t")
    again = roadmap("fix", "--unsafe", file.name, cwd=file.parent)
    assert again.returncode == 0
    assert "Исправлено 1 место в 1 файле" in again.stdout
    assert "ответственный: Я" in file.read_text(encoding="utf-8")
    assert roadmap("fix", file.name, cwd=file.parent).stdout == "Исправлять нечего\n"


def test_fix_shows_a_diff_and_writes_nothing(file: Path) -> None:
    shown = roadmap("fix", "--diff", "--code", "latin-letters", file.name, cwd=file.parent)
    assert "-название: Встреча в MAOУ\n+название: Встреча в МАОУ\n" in shown.stdout
    assert "\t- {" not in shown.stdout.replace(" \t- {", "")
    assert "файлы не изменены" in shown.stdout
    assert file.read_bytes() == SLIPS.encode()
    wrong = roadmap("fix", "--line", "ноль", file.name, cwd=file.parent)
    assert (wrong.returncode, "нужно число" in wrong.stderr) == (2, True)
    assert roadmap("fix", "--code", "нет-такого", file.name, cwd=file.parent).returncode == 2


def test_fmt_formats_checks_and_shows(tmp_path: Path) -> None:
    path = tmp_path / "карта.yaml"
    path.write_text(ODD, encoding="utf-8")
    check = roadmap("fmt", "--check", path.name, cwd=tmp_path)
    assert (check.returncode, path.read_text(encoding="utf-8")) == (1, ODD)
    assert "карта.yaml: оформлен иначе, исправит roadmap fmt" in check.stdout
    diff = roadmap("fmt", "--diff", path.name, cwd=tmp_path)
    assert (diff.returncode, path.read_text(encoding="utf-8")) == (0, ODD)
    assert "-название: 'К'" in diff.stdout
    assert "+название: К" in diff.stdout
    assert roadmap("fmt", path.name, cwd=tmp_path).returncode == 0
    assert path.read_bytes() == EVEN.encode()
    again = roadmap("fmt", "--check", path.name, cwd=tmp_path)
    assert (again.returncode, again.stdout) == (0, "без изменений: 1 файл\n")


def test_fmt_leaves_a_file_with_errors_and_says_which(file: Path) -> None:
    done = roadmap("fmt", file.name, cwd=file.parent)
    assert done.returncode == 1
    assert "[tab]" in done.stdout
    assert "сначала исправьте ошибки" in done.stderr
    assert file.read_bytes() == SLIPS.encode()


def test_fmt_asks_for_fix_where_the_encoding_is_guessed(tmp_path: Path) -> None:
    path = tmp_path / "карта.yaml"
    path.write_bytes(ODD.encode("cp1251"))
    done = roadmap("fmt", path.name, cwd=tmp_path)
    assert (done.returncode, path.read_bytes()) == (1, ODD.encode("cp1251"))
    assert "roadmap fix" in done.stderr
    fixed = roadmap("fix", path.name, cwd=tmp_path)
    assert (fixed.returncode, path.read_bytes()) == (0, ODD.encode())
    assert "файл был в кодировке Windows-1251, теперь он в UTF-8" in fixed.stdout


@pytest.mark.skipif(os.name == "nt", reason="links and rights as Unix has them")
def test_a_formatted_file_keeps_its_rights_and_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "папка").mkdir()
    real, link = tmp_path / "папка" / "карта.yaml", tmp_path / "ссылка.yaml"
    real.write_text(ODD, encoding="utf-8")
    real.chmod(0o640)
    link.symlink_to(real)
    assert roadmap("fmt", link.name, cwd=tmp_path).returncode == 0
    assert (link.is_symlink(), real.read_text(encoding="utf-8"), real.stat().st_mode & 0o777) == (True, EVEN, 0o640)
    assert [path.name for path in real.parent.iterdir()] == ["карта.yaml"]


def test_fmt_names_a_difference_that_no_line_shows(tmp_path: Path) -> None:
    path = tmp_path / "карта.yaml"
    path.write_bytes(codecs.BOM_UTF8 + EVEN.replace("\n", "\r\n").encode())
    assert "отличаются только концы строк или кодировка" in roadmap("fmt", "--diff", path.name, cwd=tmp_path).stdout
    assert roadmap("fmt", path.name, cwd=tmp_path).returncode == 0
    assert path.read_bytes() == EVEN.encode()


def test_fmt_translates_the_keys_of_a_folder_and_back(tmp_path: Path) -> None:
    for name, text in real_texts().items():
        (tmp_path / name).write_text(text, encoding="utf-8", newline="\n")
    assert roadmap("fmt", ".", cwd=tmp_path).returncode == 0
    before = {path.name: path.read_bytes() for path in tmp_path.glob("*.yaml")}
    assert roadmap("fmt", "--keys", "en", ".", cwd=tmp_path).returncode == 0
    assert b"title:" in (tmp_path / next(iter(before))).read_bytes()
    assert roadmap("fmt", "--keys", "ru", ".", cwd=tmp_path).returncode == 0
    assert {path.name: path.read_bytes() for path in tmp_path.glob("*.yaml")} == before


def test_new_writes_the_schema_that_its_first_line_names(tmp_path: Path) -> None:
    done = roadmap("new", "план.yaml", "--period", "2025/2026 учебный год", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "Создан файл план.yaml\nСоздан файл roadmap.schema.json\n")
    lines = (tmp_path / "план.yaml").read_text(encoding="utf-8").splitlines()
    schema = lines[0].removeprefix("# yaml-language-server: $schema=")
    assert "название" in json.loads((tmp_path / schema).read_text(encoding="utf-8"))["properties"]
    assert "период: 2025/2026 учебный год" in lines
    assert roadmap("check", "план.yaml", cwd=tmp_path).returncode == 0
    assert roadmap("fmt", "--check", "план.yaml", cwd=tmp_path).returncode == 0
    wrong = roadmap("new", "ещё.yaml", "--period", "когда-нибудь", cwd=tmp_path)
    assert wrong.returncode == 2
    assert not (tmp_path / "ещё.yaml").exists()


def test_a_sample_is_clean_whatever_its_period(tmp_path: Path) -> None:
    periods = ["2026 год", "2026–2028", "01.11.2026 – 31.12.2028"]
    periods += [f"{year}/{year + 1} учебный год" for year in range(2024, 2031)]
    for number, period in enumerate(periods):
        assert roadmap("new", f"{number}.yaml", "--period", period, cwd=tmp_path).returncode == 0, period
    check = roadmap("check", ".", cwd=tmp_path)
    assert check.stdout == "10 файлов, 0 ошибок, 0 предупреждений\n"
    assert roadmap("fmt", "--check", ".", cwd=tmp_path).returncode == 0


def test_schema_prints_what_the_project_carries(tmp_path: Path) -> None:
    printed = roadmap("schema", "--keys", "en", cwd=tmp_path)
    carried = Path(__file__).parents[2] / "schemas" / "roadmap.en.schema.json"
    assert printed.stdout == carried.read_text(encoding="utf-8")


FOREIGN = {
    "word": b"PK\x03\x04\x14\x00" + bytes(range(256)) * 4, "old word": b"\xd0\xcf\x11\xe0" + bytes(range(256)) * 4,
    "pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + bytes(range(256)) * 4,
    "picture": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4,
    "unknown": bytes(range(255, -1, -1)) * 9,
    "taken for text before": bytes(range(256)).decode("koi8-r").encode() * 9,
    "markdown": "# Заметки\n\n* молоко\n* хлеб\n\tмука:ржаная\n".encode(),
    "settings": b"[main]\n\ta:b=1\nc = \"x\" y\n",
    "calendar": b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n",
}


@pytest.mark.parametrize("command", [
    ("fix",), ("fix", "--unsafe"), ("fmt",), ("ids",), ("approve", "--date", "09.02.2022"),
    ("rollover", "--to", "2022/2023", "--out", "new.yaml"),
])
@pytest.mark.parametrize("kind", FOREIGN)
def test_what_is_no_roadmap_is_never_written(kind: str, command: tuple[str, ...], tmp_path: Path) -> None:
    for name in ("план.docx", "план.yaml"):
        file = tmp_path / name
        file.write_bytes(FOREIGN[kind])
        done = roadmap(command[0], name, *command[1:], cwd=tmp_path)
        assert done.returncode in (1, 2)
        assert file.read_bytes() == FOREIGN[kind]
        assert "исправлено" not in done.stdout
        assert (done.stdout + done.stderr).strip()
        assert not (tmp_path / "new.yaml").exists()


@pytest.mark.parametrize("name", ["", ".", "/"])
def test_new_asks_for_a_name(name: str, tmp_path: Path) -> None:
    done = roadmap("new", name, cwd=tmp_path)
    assert done.returncode == 2
    assert "Как назвать файл?" in done.stderr
    assert list(tmp_path.iterdir()) == []
