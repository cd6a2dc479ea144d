"""diff, rollover and ids as a person calls them."""

from __future__ import annotations

import json
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.commands.test_commands import roadmap
from tests.editions.truth import PAIRS
from tests.tools import tool

OLD = """\
название: План
период: 2021/2022 учебный год
мероприятия:
  - название: Встреча
    срок: до 30.12.2021
    ответственный: Директор
"""
NEW = OLD.replace("2021/2022", "2022/2023").replace("30.12.2021", "30.12.2022").replace("Директор", "Завуч")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "старый.yaml").write_text(OLD, encoding="utf-8")
    (tmp_path / "новый.yaml").write_text(NEW, encoding="utf-8")
    return tmp_path


def test_text_and_exit_codes(folder: Path) -> None:
    done = roadmap("diff", "старый.yaml", "новый.yaml", cwd=folder)
    assert done.returncode == 0, done.stderr
    assert done.stdout == ("План: 2021/2022 → 2022/2023, 1 мероприятие\n"
                           "Сдвинуто       сроки 2021/2022 → 2022/2023: 1 пункт\n"
                           "Ответственный  1  Встреча: Директор → Завуч\n"
                           "Без изменений: 0 мероприятий\n")
    assert roadmap("diff", "старый.yaml", "новый.yaml", "--exit-code", cwd=folder).returncode == 1
    same = roadmap("diff", "старый.yaml", "старый.yaml", "--exit-code", cwd=folder)
    assert (same.returncode, same.stdout) == (0, "План: 2021/2022, 1 мероприятие\nОтличий нет\n")


def test_json_has_kinds_places_and_a_summary(folder: Path) -> None:
    report = json.loads(roadmap("diff", "старый.yaml", "новый.yaml", "--format", "json", cwd=folder).stdout)
    shifted, responsible = report["changes"]
    assert shifted["kind"] == "shifted"
    assert (responsible["kind"], responsible["old"], responsible["new"]) == ("responsible", "Директор", "Завуч")
    assert responsible["new_places"] == [{"kind": "activity", "number": "1.", "title": "Встреча", "stage": "",
                                          "file": "новый.yaml", "line": 4}]
    assert responsible["affects"] == ["Директор", "Завуч"]
    assert len(responsible["fingerprint"]) == 12
    assert report["summary"]["kinds"] == {"shifted": 1, "responsible": 1}
    assert report["summary"]["old"]["period"] == "2021/2022"


@pytest.mark.parametrize(("side", "words"), [
    ("название: 'План\n", "кавычк"), ("", "пуст"), ("название: План\n", "период"),
])
def test_an_unreadable_side_is_never_no_differences(folder: Path, side: str, words: str) -> None:
    (folder / "плохой.yaml").write_text(side, encoding="utf-8")
    for sides in (("старый.yaml", "плохой.yaml"), ("плохой.yaml", "плохой.yaml")):
        done = roadmap("diff", *sides, cwd=folder)
        assert done.returncode == 2
        assert done.stdout == ""
        assert "сравнения нет" in done.stderr
        assert words in done.stderr.lower()
    assert roadmap("diff", "старый.yaml", "нет.yaml", cwd=folder).returncode == 2


def test_text_that_was_lost_in_reading_is_not_passed_over(folder: Path) -> None:
    (folder / "описка.yaml").write_text(OLD.replace("ответственный", "отвественный"), encoding="utf-8")
    done = roadmap("diff", "описка.yaml", "описка.yaml", cwd=folder)
    assert "Отличий нет" not in done.stdout
    assert "неполным" in done.stdout and "неполным" in done.stderr


def test_sides_may_be_places_in_git(folder: Path) -> None:
    git = tool("git")
    for command in (["init", "-q"], ["config", "user.name", "А"], ["config", "user.email", "a@example.org"],
                    ["add", "старый.yaml"], ["commit", "-q", "-m", "было"]):
        subprocess.run([git, *command], cwd=folder, check=True, capture_output=True)
    (folder / "старый.yaml").write_text(NEW, encoding="utf-8")
    done = roadmap("diff", "HEAD:старый.yaml", "старый.yaml", cwd=folder)
    assert "Директор → Завуч" in done.stdout, done.stderr
    (folder / "внутри").mkdir()
    inside = roadmap("diff", "HEAD:../старый.yaml", "HEAD:старый.yaml", cwd=folder / "внутри")
    assert inside.returncode == 0, inside.stderr
    assert "Отличий нет" in inside.stdout
    assert roadmap("diff", "HEAD:нет.yaml", "старый.yaml", cwd=folder).returncode == 2


def test_a_template_comes_from_the_commit_of_the_new_side(folder: Path) -> None:
    git = tool("git")
    template = (Path(__file__).parents[2] / "templates" / "portrait.docx").read_bytes()
    (folder / "вид").mkdir()
    (folder / "вид" / "свой.docx").write_bytes(template)
    text = OLD.replace("мероприятия:", "таблица: {шаблон: вид/свой.docx}\nмероприятия:")
    (folder / "карта.yaml").write_text(text, encoding="utf-8")
    for command in (["init", "-q"], ["config", "user.name", "А"], ["config", "user.email", "a@example.org"],
                    ["add", "карта.yaml", "вид"], ["commit", "-q", "-m", "было"]):
        subprocess.run([git, *command], cwd=folder, check=True, capture_output=True)
    (folder / "вид" / "свой.docx").unlink()
    done = roadmap("diff", "старый.yaml", "HEAD:карта.yaml", "--format", "redline", "--out", "р.docx", cwd=folder)
    assert done.returncode == 0, done.stderr
    missing = roadmap("diff", "старый.yaml", "карта.yaml", "--format", "redline", "--out", "р2.docx", cwd=folder)
    assert missing.returncode == 2
    assert "вид/свой.docx" in missing.stderr


class Cells(HTMLParser):
    """Rows of a page, and whether it asks for anything from elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[str] = []
        self.outside: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.rows.append("")
        self.outside += [str(value) for name, value in attributes if name in ("src", "href")]

    def handle_data(self, data: str) -> None:
        if self.rows:
            self.rows[-1] += data


def test_html_is_one_page_with_all_rows_and_nothing_from_elsewhere(folder: Path) -> None:
    pair = PAIRS / "next-year"
    done = roadmap("diff", str(pair / "old.yaml"), str(pair / "new.yaml"), "--format", "html", "--out", "отчёт.html",
                   cwd=folder)
    assert done.returncode == 0, done.stderr
    page = Cells()
    page.feed((folder / "отчёт.html").read_text(encoding="utf-8"))
    assert page.outside == []
    assert any("Анкетирование обучающихся, желающих стать наставляемыми" in row for row in page.rows)


def test_markdown_marks_words_and_escapes_signs(folder: Path) -> None:
    for name, text in (("а.yaml", OLD), ("б.yaml", OLD.replace("Встреча", "Встреча *|* _клуба_ семей"))):
        (folder / name).write_text(text.replace("Встреча", "Встреча выпускников школы"), encoding="utf-8")
    done = roadmap("diff", "а.yaml", "б.yaml", "--format", "markdown", cwd=folder)
    assert "| 1 | Название |" in done.stdout
    assert r"\*\|\*" in done.stdout


def test_documents_need_a_file_and_known_columns(folder: Path) -> None:
    for kind in ("docx", "order", "redline"):
        assert roadmap("diff", "старый.yaml", "новый.yaml", "--format", kind, cwd=folder).returncode == 2
        done = roadmap("diff", "старый.yaml", "новый.yaml", "--format", kind, "--out", f"{kind}.docx", cwd=folder)
        assert done.returncode == 0, done.stderr
        assert (folder / f"{kind}.docx").read_bytes().startswith(b"PK")
    wrong = roadmap("diff", "старый.yaml", "новый.yaml", "--format", "docx", "--out", "x.docx", "--columns", "зачем",
                    cwd=folder)
    assert (wrong.returncode, "Нет такого столбца: «зачем»" in wrong.stderr) == (2, True)


def test_an_amendment_that_moves_numbers_fails_with_the_line_to_write(folder: Path) -> None:
    new = OLD.replace("мероприятия:\n", "мероприятия:\n  - {название: Субботник, срок: май}\n")
    (folder / "правка.yaml").write_text(new, encoding="utf-8")
    done = roadmap("diff", "старый.yaml", "правка.yaml", "--amendment", cwd=folder)
    assert done.returncode == 1
    assert 'Допишите к нему строку  номер: "1"' in done.stderr


def test_rollover_writes_checks_and_never_overwrites(folder: Path) -> None:
    done = roadmap("rollover", "старый.yaml", "--to", "2022/2023", "--out", "будущий.yaml", cwd=folder)
    assert done.returncode == 0, done.stderr
    assert "Сроки сдвинуты: 1" in done.stdout
    text = (folder / "будущий.yaml").read_text(encoding="utf-8")
    assert "срок: до 30.12.2022" in text
    again = roadmap("rollover", "старый.yaml", "--to", "2022/2023", "--out", "будущий.yaml", cwd=folder)
    assert (again.returncode, (folder / "будущий.yaml").read_text(encoding="utf-8")) == (2, text)


@pytest.mark.parametrize("period", ["2022", "когда-нибудь", "2021/2022"])
def test_rollover_wants_another_period_of_the_same_kind(folder: Path, period: str) -> None:
    done = roadmap("rollover", "старый.yaml", "--to", period, "--out", "х.yaml", cwd=folder)
    assert done.returncode == 2
    assert '--to "2022/2023"' in done.stderr  # the example is of this roadmap and works
    assert ("уже на этот период" in done.stderr) == (period == "2021/2022")
    assert not (folder / "х.yaml").exists()


@pytest.mark.parametrize(("start", "end", "to", "expected"), [
    ("09.02.2022", "31.12.2022", "2023", ("09.02.2023", "31.12.2023")),
    ("09.02.2022", "31.12.2022", "2023 год", ("09.02.2023", "31.12.2023")),
    ("09.02.2022", "31.12.2022", "с 09.02.2024 по 31.12.2024", ("09.02.2024", "31.12.2024")),
    ("10.09.2021", "31.05.2022", "2022/2023", ("10.09.2022", "31.05.2023")),
])
def test_a_period_of_own_days_goes_to_the_years_that_are_named(folder: Path, start: str, end: str, to: str,
                                                               expected: tuple[str, str]) -> None:
    text = OLD.replace("период: 2021/2022 учебный год", f"период:\n  начало: {start}\n  конец: {end}")
    (folder / "свой.yaml").write_text(text, encoding="utf-8")
    done = roadmap("rollover", "свой.yaml", "--to", to, "--out", "новый-свой.yaml", cwd=folder)
    assert done.returncode in (0, 1), done.stderr
    new = (folder / "новый-свой.yaml").read_text(encoding="utf-8")
    assert f"начало: {expected[0]}\n  конец: {expected[1]}" in new


@pytest.mark.parametrize(("start", "end", "to", "example"), [
    ("09.02.2022", "31.12.2022", "2022/2023", "2023"), ("09.02.2022", "31.12.2022", "2022", "2023"),
    ("10.09.2021", "31.05.2022", "2022", "2022/2023"),
])
def test_the_example_of_a_period_can_be_used_as_it_stands(folder: Path, start: str, end: str, to: str,
                                                          example: str) -> None:
    text = OLD.replace("период: 2021/2022 учебный год", f"период:\n  начало: {start}\n  конец: {end}")
    (folder / "свой.yaml").write_text(text, encoding="utf-8")
    told = roadmap("rollover", "свой.yaml", "--to", to, "--out", "х.yaml", cwd=folder)
    assert told.returncode == 2
    assert f'--to "{example}"' in told.stderr
    assert roadmap("rollover", "свой.yaml", "--to", example, "--out", "х.yaml", cwd=folder).returncode in (0, 1)


def test_rollover_names_what_falls_on_a_day_off_and_what_is_wrong(folder: Path) -> None:
    (folder / "план.yaml").write_text(OLD.replace("до 30.12.2021", "до 30.12.2021; ежеквартально декабрь 2021"),
                                      encoding="utf-8")
    (folder / "выходной.yaml").write_text(OLD.replace("30.12.2021", "31.12.2021"), encoding="utf-8")
    done = roadmap("rollover", "выходной.yaml", "--to", "2022/2023", "--out", "1.yaml", cwd=folder)
    assert "Попадают на выходной: 1\n  1 Встреча: 31.12.2022, рабочие дни рядом: 30.12.2022 и" in done.stdout
    broken = roadmap("rollover", "план.yaml", "--to", "2022/2023", "--out", "2.yaml", cwd=folder)
    assert broken.returncode == 1
    assert "ошибка" in broken.stdout


def test_ids_are_written_once(folder: Path) -> None:
    assert "Вписано имён «ид»: 1" in roadmap("ids", "старый.yaml", cwd=folder).stdout
    text = (folder / "старый.yaml").read_text(encoding="utf-8")
    assert len(text.splitlines()) == len(OLD.splitlines()) + 1
    assert roadmap("ids", "старый.yaml", cwd=folder).returncode == 0
    assert (folder / "старый.yaml").read_text(encoding="utf-8") == text


def test_importing_the_package_does_not_import_editions() -> None:
    code = "import sys, roadmap_compiler.commands.check, roadmap_compiler.commands.build; " \
           "print([name for name in sys.modules if 'editions' in name])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True,
                          cwd=Path(__file__).parents[2])
    assert done.stdout.strip() == "[]"
