"""roadmap build in every state, its manifest, and --check."""

from __future__ import annotations

import hashlib
import json
import re
from io import BytesIO
from pathlib import Path

import docx
import pytest

from roadmap_compiler.approvals import LOCK
from roadmap_compiler.approvals.states import read_text
from roadmap_compiler.seals.dresses import dress_of_calendar
from tests.approvals.desk import TEXT, Desk, Said
from tests.commands.papers import SIGNING
from tests.signatures.documents import sign
from tests.signatures.makers import made
from tests.tools import microsoft_errors


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
    lines = docx.Document(BytesIO(path.read_bytes())).sections[0].footer.paragraphs
    return lines[-1].text if lines else ""


def records(desk: Desk) -> dict[str, dict[str, str]]:
    return {one["output"]: one for one in json.loads((out(desk) / "build.json").read_text(encoding="utf-8"))["outputs"]}


def test_each_document_shows_its_state(desk: Desk) -> None:
    assert build(desk).code == 0
    assert first_line(out(desk) / "проект.docx") == "ПРОЕКТ"
    assert first_line(out(desk) / "подпись.docx") == "Дорожная карта наставничества"
    code = footer(out(desk) / "утверждена.docx").removeprefix("Контрольная сумма данных ")
    assert code.replace("-", "").lower() == records(desk)["утверждена.docx"]["seal"][:16]
    assert records(desk)["утверждена.docx"]["seal"] in desk.lock


def test_the_printed_calendar_shows_the_state_too(desk: Desk) -> None:
    build(desk)
    assert first_line(out(desk) / "проект.calendar.docx") == "ПРОЕКТ"
    assert first_line(out(desk) / "подпись.calendar.docx").startswith("Дорожная карта наставничества")
    calendar = out(desk) / "утверждена.calendar.docx"
    assert first_line(calendar).startswith("Дорожная карта наставничества")
    assert footer(calendar).replace("\u00a0", " ") == "Утверждено: приказ от 09.02.2022 № 10-р"
    desk.change("май", "апрель", "утверждена.yaml")
    build(desk)
    assert first_line(calendar) == "ПРОЕКТ ИЗМЕНЕНИЙ" and footer(calendar) == ""
    desk.approve("--date", "2022-03-15", "--act", "приказ", "--number", "21", name="утверждена.yaml")
    build(desk, "--approved-only")
    assert footer(calendar).replace("\u00a0", " ") == \
        "Утверждено: приказ от 09.02.2022 № 10-р (в редакции приказа от 15.03.2022 № 21)"
    build(desk, "--draft")
    assert first_line(calendar) == "ПРОЕКТ" and footer(calendar) == ""
    assert not microsoft_errors(calendar)


@pytest.mark.parametrize(("block", "told"), [
    ("{гриф: утверждена, акт: приказом директора, номер: 4, дата: 09.02.2022}", "приказ директора от 09.02.2022 № 4"),
    ("{гриф: утверждаю, имя: А.А. Аа, дата: 09.02.2022}", "09.02.2022"),
    ("[{гриф: принята, акт: протокол, дата: 01.02.2022}, {гриф: утверждаю, номер: нет, дата: 09.02.2022}]",
     "09.02.2022"),
])
def test_the_act_under_a_calendar(block: str, told: str) -> None:
    plan = read_text(f"название: План\nпериод: 2022\nутверждение: {block}\nмероприятия: []\n".encode(), "карта.yaml")
    assert plan is not None
    assert dress_of_calendar(plan, "approved", "0.1.0").footer.replace("\u00a0", " ") == f"Утверждено: {told}"


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
    said = build(desk)
    assert said.code == 0 and "карта изменена после утверждения, поэтому на документе" in said.text
    assert first_line(out(desk) / "утверждена.docx") == "ПРОЕКТ ИЗМЕНЕНИЙ"
    assert "Контрольная" not in footer(out(desk) / "утверждена.docx")
    assert records(desk)["утверждена.docx"]["state"] == "changed"


def test_a_draft_with_mistakes_is_not_in_the_way_of_approved_ones(desk: Desk) -> None:
    desk.change("до 20 сентября", "до 20 сентября 2035", "проект.yaml")
    assert build(desk, "--approved-only").code == 0
    assert build(desk).code == 1


@pytest.mark.parametrize("name", ["docx.sig", "docx.p7s", "docx.sgn", "sig", "p7s", "sgn"])
def test_a_signed_document_is_never_overwritten(desk: Desk, name: str) -> None:
    build(desk)
    document = out(desk) / "подпись.docx"
    signature = document.with_name(f"подпись.{name}")
    signature.write_bytes(b"0\x80")
    assert build(desk).code == 0 and build(desk, "--check").code == 0  # the same bytes are in nobody's way
    before, known = document.read_bytes(), records(desk)["подпись.docx"]
    assert desk.approve("--date", "2022-02-09", "--number", "1", name="подпись.yaml").code == 0
    said = build(desk)
    assert said.code == 1
    assert f"build/подпись.docx: не перезаписан, он подписан: рядом лежит подпись.{name}, а документ" in said.text
    assert document.read_bytes() == before and records(desk)["подпись.docx"] == known
    assert records(desk)["подпись.ics"]["state"] == "approved"  # the signature is not over this one
    said = build(desk, name="подпись.yaml")
    assert said.code == 1 and said.text.count("не перезаписан") == 1
    assert "подпись.docx: устарел" in build(desk, "--check").text
    signature.unlink()
    assert build(desk).code == 0 and document.read_bytes() != before


def test_a_document_that_is_signed_inside_is_never_overwritten(desk: Desk, tmp_path: Path) -> None:
    build(desk)
    document = out(desk) / "подпись.docx"
    document.write_bytes(sign(document.read_bytes(), made("ec")))
    before = document.read_bytes()
    said = build(desk)
    assert said.code == 1 and "build/подпись.docx: не перезаписан, подпись внутри него. " in said.text
    assert document.read_bytes() == before
    assert build(desk, "--out", str(tmp_path / "другая")).code == 0


def test_a_lock_that_lies_about_the_content_gives_no_approved_document(desk: Desk) -> None:
    lock = desk.lock
    seal = re.findall("[0-9a-f]{64}", lock)[0]
    desk.put(lock.replace(seal, f"{seal[:-1]}{'0' if seal[-1] != '0' else '1'}"), LOCK)
    for arguments in (("--approved-only",), ()):
        said = build(desk, *arguments)
        assert said.code == 1 and said.text.count("[lock-seal]") == 1
        assert not (out(desk) / "утверждена.docx").exists()
    assert build(desk, "--draft").code == 0


@pytest.mark.parametrize("spoil", ["no lock", "no line", "renamed", "conflict", "renamed and no lock", "gone"])
def test_what_was_approved_is_never_left_out_in_silence(desk: Desk, spoil: str) -> None:
    code = "lock-line-missing"
    if "no lock" in spoil:
        (desk.folder / LOCK).unlink()
    if spoil == "no line":
        desk.put("# пусто\n", LOCK)
    if "renamed" in spoil:
        (desk.folder / "утверждена.yaml").rename(desk.folder / "карта.yaml")
    if spoil == "gone":
        (desk.folder / "утверждена.yaml").unlink()
        code = "lock-file-gone"
    if spoil == "renamed":
        code = "lock-file-renamed"
    if spoil == "conflict":
        desk.put(f"<<<<<<< HEAD\n{desk.lock}=======\n>>>>>>> ветка\n", LOCK)
        code = "lock-conflict"
    for arguments in (("--approved-only",), ("--approved-only", "--check")):
        said = build(desk, *arguments)
        assert said.code == 1 and said.text.count(f"[{code}]") == 1, said.text
    assert build(desk).code == (0 if spoil == "gone" else 1)  # a line too many is in nobody's way
    assert (out(desk) / "подпись.docx").is_file()
    assert build(desk, "--draft").code == 0


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
    text = said.text.replace(f"{desk.folder.parent.as_posix()}/", "")
    assert told in text
    assert f"Соберите заново: roadmap build {desk.folder.as_posix()} --out build" in said.text.replace(
        (desk.folder.parent / "build").as_posix(), "build")
    assert ("build.json: говорит" in text) == ("build.json" in told)  # it is not to blame for others
    assert build(desk).code == 0 and build(desk, "--check").code == 0


def test_what_is_left_of_a_roadmap_is_to_be_removed(desk: Desk) -> None:
    build(desk)
    (desk.folder / "проект.yaml").unlink()
    said = build(desk, "--check")
    assert said.code == 1 and "Соберите" not in said.text
    left = [out(desk) / f"проект.{ending}" for ending in ("docx", "ics", "calendar.docx")]
    for path in left:
        assert f"{path.as_posix()}".removeprefix(f"{desk.folder.as_posix()}/") in said.text
        assert f"{path.name}: остался от карты, которой больше нет. Удалите его" in said.text
        path.unlink()
    assert build(desk, "--check").code == 0


def test_the_command_to_build_anew_is_that_of_the_check(desk: Desk) -> None:
    place = desk.folder.parent / "мои документы"
    arguments = ("--out", str(place), "--approved-only", "--only", "docx,ics", "--profile", "черновик")
    said = build(desk, "--check", *arguments)
    assert f'Соберите заново: roadmap build {desk.folder.as_posix()} --only docx,ics --profile черновик ' \
        f'--approved-only --out "мои документы"' in said.text.replace(place.as_posix(), "мои документы")


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
