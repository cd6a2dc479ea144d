"""roadmap.lock: whatever was done to it by people and merges, what it says is read or told."""

from __future__ import annotations

import datetime
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap_compiler.approvals import COPIES, LOCK
from roadmap_compiler.approvals.lock import HEAD, LockEntry, lock_text, read_lock
from tests.approvals.desk import TEXT, Desk

SEAL, OTHER = "3f2a91c07b1d04e5" * 4, "91c07b1d04e53f2a" * 4
LINE = f"а.yaml: утверждено 2022-02-09, приказ № 10-р, содержание {SEAL}"
ENTRY = LockEntry("а.yaml", datetime.date(2022, 2, 9), "приказ", "10-р", SEAL)

_WORDS = st.text(st.sampled_from("абвЯ -.,:/()«»"), max_size=12).map(lambda text: " ".join(text.split()).strip(" ,"))
_NUMBERS = st.text(st.sampled_from("0179-р/. "), max_size=6).map(lambda text: " ".join(text.split()))
_ENTRIES = st.builds(LockEntry, st.text(st.sampled_from("абё1 -_,"), min_size=1, max_size=9).map(
    lambda name: f"х{' '.join(name.split())}.yaml"), st.dates(), _WORDS.filter(lambda act: "содержание" not in act),
    _NUMBERS, st.text(st.sampled_from("0123456789abcdef"), min_size=64, max_size=64),
    st.sampled_from(["", "0123456789abcdef"]))


def codes(text: str) -> list[tuple[str, int]]:
    return [(finding.code, finding.span.line) for finding in read_lock(text, LOCK).findings]


def test_one_line_a_roadmap_with_blank_lines_between() -> None:
    text = lock_text([ENTRY._replace(file="б.yaml", act="", number=""), ENTRY])
    assert text == f"{HEAD}\n{LINE}\n\nб.yaml: утверждено 2022-02-09, содержание {SEAL}\n"
    assert all(line.startswith("#") for line in HEAD.splitlines())


@given(st.lists(_ENTRIES, max_size=5, unique_by=lambda entry: entry.file), st.randoms())
def test_what_is_written_is_read_in_any_order(entries: list[LockEntry], chance: random.Random) -> None:
    text = lock_text(entries)
    assert list(read_lock(text, LOCK).entries.values()) == sorted(entries, key=lambda one: f"{one.file}: ")
    lines = text.splitlines() + [line for line in text.splitlines() if line][:3]
    chance.shuffle(lines)
    mixed = read_lock("\ufeff" + "\r\n".join(lines), LOCK)
    assert sorted(mixed.entries.values()) == sorted(entries) and mixed.findings == ()


@pytest.mark.parametrize(("text", "told"), [
    (f"{LINE}\n{LINE}\n", []),
    (f"{LINE}\n\n\n# наша заметка\n", []),
    (f"<<<<<<< HEAD\n{LINE}\n=======\n{LINE}\n>>>>>>> ветка\n", [("lock-conflict", 1)]),
    (f"{LINE}\n{LINE.replace(SEAL, OTHER)}\n", [("lock-twice", 2)]),
    ("привет\n", [("lock-line", 1)]),
    (LINE[:60], [("lock-line", 1)]),
    (LINE.replace("2022-02-09", "2022-02-31"), [("lock-line", 1)]),
    (f"{LINE} {LINE}", [("lock-line", 1)]),
    ("\x00\x01", [("lock-line", 1)]),
])
def test_what_is_wrong_has_its_line(text: str, told: list[tuple[str, int]]) -> None:
    assert codes(text) == told


def test_of_two_lines_the_later_approval_counts() -> None:
    later = LINE.replace("02-09", "03-15").replace(SEAL, OTHER)
    for text in (f"{LINE}\n{later}", f"{later}\n{LINE}"):
        assert read_lock(text, LOCK).entries["а.yaml"].seal == OTHER


@given(st.text())
def test_no_text_is_too_odd(text: str) -> None:
    lock = read_lock(text, LOCK)
    again = read_lock(lock_text(lock.entries.values(), lock.comments), LOCK)
    assert (again.entries, again.findings, again.comments) == (lock.entries, (), lock.comments)


def test_check_tells_what_is_wrong_with_a_lock(desk: Desk) -> None:
    desk.put(TEXT, "б.yaml")
    desk.approve("--date", "30.08.2021")
    desk.approve("--date", "30.08.2021", name="б.yaml")
    assert desk.run("check", name=".").text == "2 файла, 0 ошибок, 0 предупреждений\n"
    (desk.folder / "б.yaml").unlink()
    said = desk.run("check", name=".")
    assert said.code == 0
    assert "roadmap.lock:4:1: предупреждение: Карты б.yaml в этой папке нет [lock-file-gone]" in said.text
    assert "    4 | б.yaml: утверждено" in said.text
    desk.put(desk.lock + "мусор\n", LOCK)
    said = desk.run("check", name=".")
    assert said.code == 1 and "roadmap.lock:7:1: ошибка: Строка не понята: «мусор» [lock-line]" in said.text
    for form in ("concise", "json", "github", "gitlab", "sarif"):
        told = desk.run("check", "--format", form, name=".")
        assert "lock-line" in told.text and told.code == 1
    assert "1" in desk.run("check", "--summary", name=".").text


def test_approving_keeps_other_lines_and_notes(desk: Desk) -> None:
    desk.put(f"# наша заметка\n{LINE}\n", LOCK)
    desk.approve("--date", "30.08.2021", "--act", "приказ", "--number", "11")
    assert desk.lock.startswith(f"{HEAD}# наша заметка\n\n{LINE}\n\nкарта.yaml: утверждено 2021-08-30, приказ № 11, ")
    assert b"\r" not in desk.lock.encode()


def test_a_name_that_was_taken_apart_is_the_same(desk: Desk) -> None:
    """macOS keeps «й» as two characters."""
    import unicodedata

    name = unicodedata.normalize("NFD", "Район.yaml")
    desk.put(TEXT, name)
    assert desk.approve("--date", "30.08.2021", name=name).code == 0
    assert "Район.yaml: утверждено" in desk.lock
    desk.change("май", "апрель", name)
    assert [line for line in desk.check(name) if line.startswith("changed")]


@pytest.mark.parametrize("name", ["#1.yaml", "а: утверждено 2022-02-09, содержание.yaml"])
def test_a_name_that_the_lock_cannot_hold(desk: Desk, name: str) -> None:
    desk.put(TEXT, name)
    said = desk.approve("--date", "30.08.2021", name=name)
    assert said.code == 2 and "переименуйте" in said.text and not (desk.folder / LOCK).exists()
    assert desk.text(name) == TEXT


def lock_findings(desk: Desk) -> list[str]:
    return [line for line in desk.check(".") if line.startswith("lock")]


def test_a_roadmap_that_was_renamed(desk: Desk) -> None:
    desk.put(TEXT.replace("наставничества", "воспитания"), "б.yaml")
    desk.approve("--date", "30.08.2021")
    (desk.folder / "карта.yaml").rename(desk.folder / "план.yaml")
    assert lock_findings(desk) == [
        "lock-file-renamed: Карты карта.yaml в этой папке нет; похоже, она переименована в план.yaml"]
    said = desk.run("check", name=".")
    assert said.code == 1 and "Напишите здесь план.yaml и переименуйте roadmap.approved/карта.yaml" in said.text
    desk.put(desk.lock.replace("карта.yaml:", "план.yaml:"), LOCK)
    assert lock_findings(desk) == [
        "lock-line-missing: Утверждённый текст roadmap.approved/карта.yaml есть, а строки о карте в roadmap.lock нет"]
    (desk.folder / COPIES / "карта.yaml").rename(desk.folder / COPIES / "план.yaml")
    assert desk.run("check", name=".").text == "2 файла, 0 ошибок, 0 предупреждений\n"


def test_an_approved_text_without_its_line(desk: Desk) -> None:
    desk.put(TEXT, "б.yaml")
    desk.approve("--date", "30.08.2021")
    desk.change("май", "апрель")
    desk.approve("--date", "30.09.2021")  # an earlier text needs no line
    desk.approve("--date", "30.08.2021", name="б.yaml")
    whole = desk.lock
    desk.put("\n".join(line for line in whole.splitlines() if not line.startswith("карта")), LOCK)
    told = "lock-line-missing: Утверждённый текст roadmap.approved/карта.yaml есть, а строки о карте в roadmap.lock нет"
    assert lock_findings(desk) == [told]
    (desk.folder / LOCK).unlink()
    assert lock_findings(desk) == [told.replace("карта.yaml", "б.yaml"), told]
    said = desk.run("check", name="карта.yaml")
    assert said.code == 1 and "roadmap.approved/карта.yaml:1:1: ошибка: " in said.text
    for form in ("concise", "json", "github", "gitlab", "sarif"):
        assert "lock-line-missing" in desk.run("check", "--format", form, name=".").text
    (desk.folder / "карта.yaml").unlink()
    assert len(lock_findings(desk)) == 2
    desk.put(whole, LOCK)
    assert [line.partition(":")[0] for line in lock_findings(desk)] == ["lock-file-gone"]
