"""roadmap calendar as a person types it."""

from __future__ import annotations

from pathlib import Path

import icalendar
import pytest

from roadmap_compiler.commands.main import main
from roadmap_compiler.documents.bundled import template_file

TEXT = """\
название: План
период: 2021/2022 учебный год
организация: Школа
редакция: {номер: 1, дата: 01.09.2021}
люди:
  козлова: Козлова Ю.С., учитель
  завуч: Петрова А.И., заместитель
календарь: {следят: завуч}
мероприятия:
  - {название: Встреча, срок: 15 октября, ответственный: козлова}
  - {название: Отчёт, срок: май, ответственный: "Совет: школы / отдел"}
  - {название: Помощь, срок: по мере необходимости, ответственный: козлова}
"""


@pytest.fixture
def roadmap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "карта.yaml"
    file.write_text(TEXT, encoding="utf-8")
    return file


def names(folder: str = "build") -> list[str]:
    return sorted(path.name for path in Path(folder).iterdir())


@pytest.mark.parametrize(("options", "name"), [
    ((), "карта.ics"),
    (("--layout", "ics"), "карта.ics"),
    (("--layout", "grid"), "карта.calendar.docx"),
    (("--layout", "people"), "карта.people.docx"),
    (("--layout", "months"), "карта.months.docx"),
    (("--layout", "timeline"), "карта.timeline.svg"),
    (("--layout", "timeline", "--format", "html"), "карта.timeline.html"),
])
def test_each_layout_is_a_file(roadmap: Path, options: tuple[str, ...], name: str,
                               capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["calendar", "карта.yaml", *options]) == 0
    assert names() == [name]
    assert capsys.readouterr().out == f"карта.yaml → build/{name}\n"
    first = (Path("build") / name).read_bytes()
    assert main(["calendar", "карта.yaml", *options, "--out", "снова"]) == 0
    assert (Path("снова") / name).read_bytes() == first


def test_a_file_for_each_person_has_a_name_that_every_system_takes(roadmap: Path) -> None:
    assert main(["calendar", "карта.yaml", "--by", "person"]) == 0
    assert names() == ["карта.ics", "карта.Совет школы отдел.ics", "карта.завуч.ics", "карта.козлова.ics"]
    events = {name: [str(event["summary"]) for event in
                     icalendar.Calendar.from_ical((Path("build") / name).read_bytes()).walk("VEVENT")]
              for name in names()}
    assert events["карта.козлова.ics"] == ["Срок: 1. Встреча"]
    assert events["карта.завуч.ics"] == events["карта.ics"] == ["Срок: 1. Встреча", "Срок: 2. Отчёт"]


def test_the_previous_edition_cancels_what_was_removed_for_everybody_who_had_it(roadmap: Path) -> None:
    Path("прежде").mkdir()
    Path("прежде/карта.yaml").write_text(TEXT, encoding="utf-8")
    new = TEXT.replace("номер: 1", "номер: 2").replace(
        "название: Встреча, срок: 15 октября, ответственный: козлова",
        "название: Праздник, срок: 15 октября, ответственный: завуч")
    roadmap.write_text(new, encoding="utf-8")
    assert main(["calendar", "карта.yaml", "--by", "person", "--previous", "прежде/карта.yaml"]) == 0
    calendar = icalendar.Calendar.from_ical(Path("build/карта.козлова.ics").read_bytes())
    assert [(str(event["summary"]), str(event["status"])) for event in calendar.walk("VEVENT")] == [
        ("Срок: 1. Встреча", "CANCELLED")]
    assert Path("build/карта.ics").read_text(encoding="utf-8").count("STATUS:CANCELLED") == 1


def test_a_revision_that_did_not_rise_is_told(roadmap: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["calendar", "карта.yaml", "--previous", "карта.yaml"]) == 0
    assert "карта.yaml: номер редакции прежний (1), и календарь может не принять изменения. Впишите «редакция: 2»" in (
        capsys.readouterr().err)


def test_an_edition_under_another_name_is_told_how_to_be_the_same_document(
        roadmap: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("новая.yaml").write_text(TEXT, encoding="utf-8")
    assert main(["calendar", "новая.yaml", "--previous", "карта.yaml"]) == 2
    told = capsys.readouterr().err
    assert told.startswith("новая.yaml: файлы двух редакций названы по-разному")
    line = told.splitlines()[-1]
    assert line.startswith("ид: ")
    assert names(".") == ["карта.yaml", "новая.yaml"]
    Path("новая.yaml").write_text(line + "\n" + TEXT.replace("номер: 1", "номер: 2"), encoding="utf-8")
    assert main(["calendar", "новая.yaml", "--previous", "карта.yaml"]) == 0
    assert capsys.readouterr().err == ""
    assert "CANCELLED" not in Path("build/новая.ics").read_text(encoding="utf-8")


@pytest.mark.parametrize(("options", "words"), [
    (("--layout", "grid", "--by", "person"), "--by действует только вместе с --layout ics"),
    (("--layout", "people", "--alarm", "3d"), "--alarm действует только вместе с --layout ics"),
    (("--format", "html"), "--format действует только вместе с --layout timeline"),
    (("--template", "нет.docx"), "--template действует только вместе с --layout grid, people, months"),
    (("--layout", "grid", "--template", "нет.docx"), "Нет такого файла или папки: нет.docx"),
    (("--alarm", "завтра"), "Напоминание не понято: «завтра»"),
    (("--previous", "нет.yaml"), "Файл не читается: нет.yaml"),
    (("карта.yaml", "--layout", "gantt"), "нет такого значения"),
    (("нет.yaml",), "Нет такого файла или папки: нет.yaml"),
])
def test_what_cannot_be_is_told_and_nothing_is_written(
        roadmap: Path, options: tuple[str, ...], words: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["calendar", *options, "карта.yaml"]) == 2
    assert words in capsys.readouterr().err
    assert not Path("build").exists()


def test_a_roadmap_with_errors_has_no_calendar(roadmap: Path, capsys: pytest.CaptureFixture[str]) -> None:
    roadmap.write_text(TEXT.replace("15 октября", "30 февраля"), encoding="utf-8")
    assert main(["calendar", "карта.yaml"]) == 1
    told = capsys.readouterr()
    assert "карта.yaml:10" in told.out
    assert "не собран" in told.err
    assert not Path("build").exists()


def test_a_roadmap_without_days_has_nothing_to_import(roadmap: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "название: План\nпериод: 2021\nмероприятия: [{название: А, срок: постоянно}]\n"
    roadmap.write_text(text, encoding="utf-8")
    assert main(["calendar", "карта.yaml"]) == 0
    assert "записывать в календарь нечего" in capsys.readouterr().out
    assert main(["calendar", "карта.yaml", "--layout", "grid"]) == 0


def test_a_template_of_ones_own_is_used_and_its_mistakes_are_told(
        roadmap: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("свой.docx").write_bytes(template_file("calendar-people.docx"))
    assert main(["calendar", "карта.yaml", "--layout", "people", "--template", "свой.docx"]) == 0
    assert main(["calendar", "карта.yaml", "--layout", "months", "--template", "свой.docx"]) == 1
    assert "people" in capsys.readouterr().err
    Path("свой.docx").write_bytes(b"no document")
    assert main(["calendar", "карта.yaml", "--layout", "people", "--template", "свой.docx"]) == 1
    assert "свой.docx" in capsys.readouterr().err


def test_a_folder_is_laid_out_again(roadmap: Path) -> None:
    Path("карты/школа").mkdir(parents=True)
    roadmap.rename("карты/школа/карта.yaml")
    assert main(["calendar", "карты"]) == 0
    assert [path.as_posix() for path in Path("build").rglob("*.ics")] == ["build/школа/карта.ics"]


def test_english_is_spoken(roadmap: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["calendar", "карта.yaml", "--alarm", "x", "--lang", "en"]) == 2
    assert "The alarm is not understood" in capsys.readouterr().err
