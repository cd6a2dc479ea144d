"""roadmap build in every state, its manifest, and --check."""

from __future__ import annotations

import hashlib
import json
from io import BytesIO
from pathlib import Path

import docx
import pytest

from tests.approvals.desk import TEXT, Desk, Said

SIGNING = TEXT.replace("состояние: проект  # до педсовета\n", "")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Three roadmaps: a draft, one for signing, an approved one."""
    folder = tmp_path / "roadmaps"
    folder.mkdir()
    desk = Desk(folder)
    desk.put(TEXT, "проект.yaml")
    desk.put(SIGNING, "подпись.yaml")
    desk.put(SIGNING, "утверждена.yaml")
    assert desk.approve("--date", "2022-02-09", "--act", "приказ", "--number", "10-р", name="утверждена.yaml").code == 0
    return desk


def build(desk: Desk, *arguments: str, name: str = ".") -> Said:
    return desk.run("build", "--out", str(desk.folder.parent / "build"), *arguments, name=name)


def out(desk: Desk) -> Path:
    return desk.folder.parent / "build"


def first_line(path: Path) -> str:
    return next(line.text for line in docx.Document(str(path)).paragraphs if line.text)


def footer(path: Path) -> str:
    return docx.Document(BytesIO(path.read_bytes())).sections[0].footer.paragraphs[0].text


def records(desk: Desk) -> dict[str, dict[str, str]]:
    return {one["output"]: one for one in json.loads((out(desk) / "build.json").read_text(encoding="utf-8"))["outputs"]}


def test_each_document_shows_its_state(desk: Desk) -> None:
    assert build(desk).code == 0
    assert first_line(out(desk) / "проект.docx") == "ПРОЕКТ"
    assert first_line(out(desk) / "подпись.docx") == "Дорожная карта наставничества"
    code = footer(out(desk) / "утверждена.docx").removeprefix("Контрольная сумма данных ")
    assert code.replace("-", "").lower() == records(desk)["утверждена.docx"]["seal"][:16]
    assert records(desk)["утверждена.docx"]["seal"] in desk.lock


def test_everything_as_drafts(desk: Desk) -> None:
    assert build(desk, "--draft").code == 0
    for name in ("проект", "подпись", "утверждена"):
        assert first_line(out(desk) / f"{name}.docx") == "ПРОЕКТ"
    assert {one["state"] for one in records(desk).values()} == {"draft"}


def test_only_what_is_approved(desk: Desk) -> None:
    said = build(desk, "--approved-only")
    assert said.code == 0
    assert "проект.yaml: проект, не собран" in said.text
    assert "подпись.yaml: не утверждена, не собрана" in said.text
    assert sorted(path.name for path in out(desk).iterdir()) == [
        "build.json", "утверждена.calendar.docx", "утверждена.docx", "утверждена.ics"]


def test_an_approved_roadmap_that_has_changed_is_not_built_as_approved(desk: Desk) -> None:
    assert build(desk, "--approved-only").code == 0
    before = (out(desk) / "утверждена.docx").read_bytes()
    desk.change("до 20 сентября", "до 25 сентября", "утверждена.yaml")
    said = build(desk, "--approved-only")
    assert said.code == 1
    assert "утверждена.yaml: изменена после утверждения, не собрана. Утвердите снова: roadmap approve" in said.text
    assert "изменено: 1 мероприятие" in said.text
    assert (out(desk) / "утверждена.docx").read_bytes() == before
    assert build(desk).code == 0
    assert "Контрольная" not in footer(out(desk) / "утверждена.docx")
    assert records(desk)["утверждена.docx"]["state"] == "changed"


def test_a_draft_with_mistakes_is_not_in_the_way_of_approved_ones(desk: Desk) -> None:
    desk.change("до 20 сентября", "до 20 сентября 2035", "проект.yaml")
    assert build(desk, "--approved-only").code == 0
    assert build(desk).code == 1


def test_looks_leave_a_document_approved(desk: Desk) -> None:
    desk.change("«Мой наставник»", '"Мой наставник"', "утверждена.yaml")
    assert build(desk, "--approved-only").code == 0


def test_the_manifest_says_of_what_each_output_was_made(desk: Desk) -> None:
    build(desk)
    found = records(desk)
    assert list(found) == sorted(path.name for path in out(desk).iterdir() if path.name != "build.json")
    for name, one in found.items():
        source = out(desk) / one["source"]
        assert one["sha256"] == hashlib.sha256((out(desk) / name).read_bytes()).hexdigest()
        assert one["source_sha256"] == hashlib.sha256(source.read_bytes()).hexdigest()
        assert source.stem == name.partition(".")[0]
    assert found["проект.docx"]["source"] == "../roadmaps/проект.yaml"
    assert found["проект.docx"]["template"] == "landscape.docx"
    template = Path(__file__).parents[2] / "templates" / "landscape.docx"
    assert found["проект.docx"]["template_sha256"] == hashlib.sha256(template.read_bytes()).hexdigest()
    assert (found["проект.ics"]["template"], found["проект.ics"]["state"]) == ("", "draft")
    assert found["проект.calendar.docx"]["template"] == "calendar-grid.docx"


def test_building_one_file_keeps_the_records_of_the_others(desk: Desk) -> None:
    build(desk)
    before = (out(desk) / "build.json").read_bytes()
    build(desk, name="проект.yaml")
    assert (out(desk) / "build.json").read_bytes() == before
    (out(desk) / "подпись.ics").unlink()
    build(desk, "--only", "docx", name="проект.yaml")
    assert "подпись.ics" not in records(desk)
    assert "проект.ics" in records(desk)


@pytest.mark.parametrize("garbage", ["", "{", "[]", '{"outputs": [1]}', '{"outputs": [{"output": 1}]}', "[" * 99999])
def test_a_manifest_that_is_none_is_written_anew(desk: Desk, garbage: str) -> None:
    out(desk).mkdir()
    (out(desk) / "build.json").write_text(garbage, encoding="utf-8")
    assert build(desk).code == 0
    assert len(records(desk)) == 9


def test_a_fresh_folder(desk: Desk) -> None:
    build(desk)
    before = {path: path.read_bytes() for path in out(desk).iterdir()}
    said = build(desk, "--check")
    assert (said.code, "Всё собрано из нынешних карт: 9 файлов" in said.text) == (0, True)
    assert {path: path.read_bytes() for path in out(desk).iterdir()} == before


def test_nothing_is_written_by_a_check(desk: Desk) -> None:
    said = build(desk, "--check")
    assert said.code == 1
    assert "проект.docx: нет" in said.text
    assert not out(desk).exists()


@pytest.mark.parametrize(("spoil", "told"), [
    (lambda desk: (out(desk) / "проект.docx").unlink(), "build/проект.docx: нет"),
    (lambda desk: (out(desk) / "проект.docx").write_bytes(b"x"), "build/проект.docx: устарел или изменён"),
    (lambda desk: (out(desk) / "проект.ics").write_bytes(b"x"), "build/проект.ics: устарел или изменён"),
    (lambda desk: desk.change("до 20 сентября", "до 25 сентября", "проект.yaml"),
     "build/проект.docx: устарел или изменён"),
    (lambda desk: (desk.folder / "проект.yaml").unlink(),
     "build/проект.docx: остался от карты, которой больше нет"),
    (lambda desk: (out(desk) / "build.json").unlink(), "build/build.json: говорит не о тех документах"),
    (lambda desk: (out(desk) / "build.json").write_text(
        (out(desk) / "build.json").read_text(encoding="utf-8").replace("signing", "approved"), encoding="utf-8"),
     "build/build.json: говорит не о тех документах"),
    (lambda desk: desk.approve("--date", "2022-02-09", "--number", "1", name="подпись.yaml"),
     "build/подпись.docx: устарел или изменён"),
])
def test_what_is_not_fresh_is_named(desk: Desk, spoil: object, told: str) -> None:
    build(desk)
    spoil(desk)  # type: ignore[operator]
    said = build(desk, "--check")
    assert said.code == 1
    assert told in said.text.replace(f"{desk.folder.parent.as_posix()}/", "")
    assert "Соберите заново: roadmap build" in said.text


def test_what_is_not_approved_any_more_is_left_over(desk: Desk) -> None:
    build(desk)
    said = build(desk, "--approved-only", "--check")
    assert said.code == 1
    assert "build/подпись.docx: лишний, из карты он теперь не собирается" in said.text.replace(
        f"{desk.folder.parent.as_posix()}/", "")


def test_other_files_of_the_folder_are_nobodys_business(desk: Desk) -> None:
    build(desk)
    (out(desk) / "проект.docx.sig").write_bytes(b"x")
    (out(desk) / "своё.docx").write_bytes(b"x")
    assert build(desk, "--check").code == 0


def test_a_draft_and_only_approved_do_not_go_together(desk: Desk) -> None:
    said = build(desk, "--draft", "--approved-only")
    assert (said.code, "нельзя вместе" in said.text) == (2, True)
