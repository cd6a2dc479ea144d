"""The files for VS Code in the manual: what they say is what the program does."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from tests.commands.test_commands import roadmap

PAGE = Path(__file__).parents[2] / "docs" / "редакторы.md"

MISTAKES = """\
название: Карта
период: 2021/2022 учебный год
мероприятия:
  - название: Встреча в MAOУ
    сорк: май
    ответственный: Директор
    место:
"""


def blocks() -> list[Any]:
    """The JSON of the page, in its order: the tasks, the settings."""
    page = PAGE.read_text(encoding="utf-8")
    return [json.loads(block) for block in re.findall(r"```json\n(.*?)```", page, re.DOTALL)]


def test_the_problem_matcher_reads_what_check_prints(tmp_path: Path) -> None:
    (tmp_path / "карта.yaml").write_text(MISTAKES, encoding="utf-8")
    (tmp_path / "ёж (2).yaml").write_text("название: 'К\n", encoding="utf-8")
    task = blocks()[0]["tasks"][0]
    pattern = task["problemMatcher"]["pattern"]
    found = []
    for line in roadmap(*task["args"], cwd=tmp_path).stdout.splitlines():
        match = re.match(pattern["regexp"], line)
        if match:
            assert match[pattern["message"]]
            found.append((match[pattern["file"]], int(match[pattern["line"]]), int(match[pattern["column"]]),
                          match[pattern["code"]], match[pattern["severity"]]))
    report = json.loads(roadmap("check", "--format", "json", ".", cwd=tmp_path).stdout)
    assert found == [(told["file"], told["line"], told["column"], told["code"], told["severity"])
                     for told in report["findings"]]
    assert {severity for *_, severity in found} >= {"error", "warning"}


def test_the_other_task_builds(tmp_path: Path) -> None:
    (tmp_path / "карта.yaml").write_text(
        "название: К\nпериод: 2021\nмероприятия:\n  - {название: А, срок: май, ответственный: Директор}\n",
        encoding="utf-8")
    done = roadmap(*blocks()[0]["tasks"][1]["args"], cwd=tmp_path)
    assert done.returncode == 0, done.stdout
    assert (tmp_path / "build" / "карта.docx").exists()


def test_the_commands_of_the_page_are_there(tmp_path: Path) -> None:
    commands = re.findall(r"`roadmap (fix|fmt)([^`]*)`", PAGE.read_text(encoding="utf-8"))
    options = {option for _, rest in commands for option in re.findall(r"--[a-z]+", rest)}
    assert options == {"--diff", "--unsafe", "--code", "--check", "--keys", "--line", "--variant"}
    for command, rest in commands:
        for option in re.findall(r"--[a-z]+", rest):
            assert option in roadmap(command, "--help", cwd=tmp_path).stdout
