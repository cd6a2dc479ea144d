"""The pages of the manual about approvals tell the truth: their examples are done as they say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from roadmap_compiler.approvals import LOCK
from roadmap_compiler.manual import pages
from tests.approvals.desk import Desk

LOCKS = ("lock-conflict", "lock-line", "lock-twice", "lock-file-gone")


def example(code: str, word: str) -> str:
    found = re.search(rf"^{word}:\n\n```(?:yaml)?\n(.*?)```", pages()[code], re.DOTALL | re.MULTILINE)
    assert found is not None, word
    return found.group(1)


def codes(desk: Desk) -> list[str]:
    return [line.partition(":")[0] for line in desk.check(".")]


def test_the_page_of_a_changed_roadmap(desk: Desk) -> None:
    code = "changed-since-approval"
    desk.put(example(code, "Утверждено 30.08.2021"))
    assert desk.approve("--date", "30.08.2021").code == 0
    assert codes(desk) == []
    desk.put(example(code, "Потом изменено"))
    assert codes(desk) == [code]
    desk.put(example(code, "Так можно"))
    assert codes(desk) == []


@pytest.mark.parametrize("code", LOCKS)
def test_the_pages_of_a_lock(tmp_path: Path, code: str) -> None:
    desk = Desk(tmp_path)
    for name in ("а.yaml", "б.yaml"):
        desk.put("название: А\nпериод: 2021\nсостояние: проект\nмероприятия: []\n", name)
    desk.put(example(code, "Плохо"), LOCK)
    assert codes(desk) == [code]
    desk.put(example(code, "Хорошо"), LOCK)
    assert codes(desk) == []


def test_the_guide_shows_what_is_printed(desk: Desk) -> None:
    guide = (Path(__file__).parents[2] / "docs" / "руководство.md").read_text(encoding="utf-8")
    chapter = guide[guide.index("## 10. От проекта до утверждённой карты"):]
    desk.change("2021/2022", "2026/2027")
    assert desk.approve("--date", "30.08.2026", "--act", "приказ", "--number", "10-р").code == 0
    for old, new in (("май", "апрель"), ("до 20 сентября", "до 24 сентября"), ("Психолог", "Завуч")):
        desk.change(old, new)
    told = next(line for line in desk.run("check").text.splitlines() if "changed-since-approval" in line)
    assert re.sub(r"^.*?: ", "", told) in chapter
    assert desk.approve("--date", "15.03.2027", "--act", "приказ", "--number", "21").code == 0
    written = re.search(r"    акт: приказ\n.*?дата: 15.03.2027\n", desk.text(), re.DOTALL)
    shown = re.search(r"    акт: приказ\n.*?дата: 15.03.2027\n", chapter, re.DOTALL)
    assert written is not None and shown is not None
    assert [line.partition("  #")[0] for line in written.group().splitlines() if "# дату" not in line] == \
        shown.group().splitlines()
    assert desk.plan().approvals[1].lines[-1].replace("\u00a0", " ") in chapter.replace("«", "").replace("»", "")
