"""The state of a roadmap by what lies beside it."""

from __future__ import annotations

import re

import pytest

from roadmap_compiler.approvals import COPIES, LOCK, read_record
from roadmap_compiler.approvals.states import State, judge
from roadmap_compiler.seals.content import seal_of
from tests.approvals.desk import TEXT, Desk


def test_the_four_states(desk: Desk) -> None:
    assert desk.state() == State("draft")
    desk.change("состояние: проект", "состояние: на подпись")
    assert desk.state() == State("signing")
    desk.approve("--date", "30.08.2021", "--number", "7")
    found = desk.state()
    assert (found.kind, found.changes, found.copy_missing) == ("approved", (), False)
    assert found.entry is not None and found.entry.number == "7"
    assert found.seal == found.entry.seal == seal_of(desk.plan())
    desk.change("май", "апрель")
    found = desk.state()
    assert (found.kind, [change.kind for change in found.changes], found.parts) == ("changed", ["deadline"], ())
    assert found.entry is not None and found.seal == seal_of(desk.plan()) != found.entry.seal
    desk.change("апрель", "май")
    assert desk.state().kind == "approved"


def test_without_a_lock_nothing_else_is_looked_at(desk: Desk) -> None:
    assert read_record(desk.folder / "карта.yaml") is None
    desk.put("", LOCK)
    assert read_record(desk.folder / "карта.yaml") is None
    assert judge(desk.plan(), None).kind == "draft"


def test_a_missing_text_is_told_and_comes_back_by_approving_again(desk: Desk) -> None:
    desk.approve("--date", "30.08.2021")
    copy = desk.folder / COPIES / "карта.yaml"
    copy.unlink()
    assert desk.state().kind == "approved" and desk.state().copy_missing
    assert desk.check() == [f"approved-text-missing: Утверждённый текст {COPIES}/карта.yaml удалён или изменён"]
    assert desk.approve("--date", "30.08.2021").code == 0
    assert desk.check() == []
    copy.unlink()
    desk.change("май", "апрель")
    assert desk.check() == ["changed-since-approval: утверждено 30.08.2021; с тех пор изменено, но что именно, не "
                            "узнать: нет утверждённого текста"]


def test_a_finding_is_known_again_wherever_the_command_is_started(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.approve("--date", "30.08.2021")
    desk.change("май", "апрель")
    monkeypatch.chdir(desk.folder)
    assert "Записан" in desk.run("check", "--baseline", "известное.tsv", "--update-baseline", ".", name="").text
    said = desk.run("check", "--baseline", str(desk.folder / "известное.tsv"))
    assert said.code == 0 and "changed-since-approval" not in said.text
    assert "roadmap diff --approved карта.yaml" in desk.run("check", ".", name="").text


def test_replacing_in_all_files_of_the_folder_is_seen(desk: Desk) -> None:
    """«Заменить во всех файлах» changes the roadmap and its approved text together."""
    desk.approve("--date", "30.08.2021")
    desk.change("Куратор", "Завуч")
    desk.change("Куратор", "Завуч", f"{COPIES}/карта.yaml")
    assert desk.state().kind == "changed" and desk.state().copy_missing
    assert any(line.startswith("changed-since-approval") for line in desk.check())


def test_a_seal_in_the_lock_that_is_not_of_the_approved_text(desk: Desk) -> None:
    desk.approve("--date", "30.08.2021", "--act", "приказ", "--number", "10-р")
    sound = desk.lock
    seal = seal_of(desk.plan())
    desk.put(sound.replace(seal, f"{'0' if seal[0] != '0' else '1'}{seal[1:]}"), LOCK)
    found = desk.state()
    assert (found.kind, found.seal, found.is_lock_wrong) == ("approved", "", True)
    told = "lock-seal: Контрольная сумма карты карта.yaml не та, что у утверждённого текста roadmap.approved/карта.yaml"
    assert desk.check() == [told] and desk.run("check").code == 1
    said = desk.run("check").text
    assert "roadmap.lock:4:1: ошибка: " in said and "    4 | карта.yaml: утверждено" in said
    desk.change("май", "апрель")
    found = desk.state()
    assert (found.kind, found.is_lock_wrong) == ("changed", True)
    assert [change.kind for change in found.changes] == ["deadline"]
    assert desk.check()[1:] == [told]
    desk.put(sound.replace(seal, seal_of(desk.plan())), LOCK)  # the seal of the changed roadmap
    assert (desk.state().kind, desk.state().is_lock_wrong) == ("changed", True)
    assert desk.check()[1:] == [told]
    desk.change("апрель", "май")
    assert desk.approve("--date", "30.08.2021").code == 0  # the record is made anew
    assert desk.lock == sound and desk.check() == []


def test_a_lock_without_fingerprints_trusts_only_a_text_of_its_seal(desk: Desk) -> None:
    desk.approve("--date", "30.08.2021")
    desk.put(re.sub(", копия [0-9a-f]{16}", "", desk.lock), LOCK)
    assert desk.state().kind == "approved" and not desk.state().copy_missing
    desk.change("май", "апрель")
    assert len(desk.state().changes) == 1
    desk.change("Психолог", "Завуч", f"{COPIES}/карта.yaml")
    assert desk.state().kind == "changed" and desk.state().copy_missing


def test_line_ends_of_the_approved_text_are_git_s(desk: Desk) -> None:
    desk.approve("--date", "30.08.2021")
    desk.put(desk.copy().replace(b"\n", b"\r\n"), f"{COPIES}/карта.yaml")
    assert desk.state().kind == "approved" and not desk.state().copy_missing


def test_a_lock_that_is_written_anew_is_read_anew(desk: Desk) -> None:
    desk.approve("--date", "30.08.2021")
    desk.state()
    lock = desk.lock
    desk.put("# пусто, как и прежде\n", LOCK)
    assert desk.state().kind == "signing"
    desk.put(lock, LOCK)
    assert desk.state().kind == "approved"


def test_a_broken_file_is_told_as_broken_alone(desk: Desk) -> None:
    desk.approve("--date", "30.08.2021")
    desk.change("срок: май", "сорк: май")
    assert not [line for line in desk.check() if line.startswith("changed")]


def test_a_block_of_approval_that_is_gone(desk: Desk) -> None:
    desk.approve("--date", "30.08.2021")
    text = desk.text()
    desk.put(text[:text.index("утверждение:")] + text[text.index("мероприятия:"):])
    assert [line for line in desk.check() if line.startswith("changed")] == [
        "changed-since-approval: утверждено 30.08.2021; с тех пор изменено: грифы"]


def test_two_folders_have_two_locks(desk: Desk) -> None:
    (desk.folder / "ещё").mkdir()
    desk.put(TEXT, "ещё/карта.yaml")
    desk.approve("--date", "30.08.2021")
    assert desk.state("ещё/карта.yaml").kind == "draft"
