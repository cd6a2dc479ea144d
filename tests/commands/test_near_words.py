"""What is meant by a word of the command line that is almost right."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.test_commands import roadmap

MAP = "название: План\nпериод: 2027\nмероприятия:\n  - {название: А, срок: май, ответственный: Я}\n"


@pytest.mark.parametrize(("words", "said"), [
    (("check", "план"), "«план.yaml»"), (("check", "плон.yaml"), "«план.yaml»"), (("fix", "плон"), "«план.yaml»"),
    (("check", "--formt", "json", "план.yaml"), "«--format»"), (("build", "--aproved-only"), "«--approved-only»"),
    (("help", "chek"), "«check»"),
    (("explain", "--from", "план.yaml", "--period", "2027"), "это карта"),
    (("new", ""), "Как назвать файл?"),
    (("new", "новая.yaml", "--period", "до 2027"), "01.06.2027 – 30.11.2027"),
    (("new", "новая.yaml", "--period", "чепуха"), "01.06.2027 – 30.11.2027"),
    (("new", "новая.yaml", "--period", "31.02.2027 - 01.06.2027"), "Возможно, «28.02.2027 - 01.06.2027»? "),
])
def test_what_is_meant_is_named(words: tuple[str, ...], said: str, tmp_path: Path) -> None:
    (tmp_path / "план.yaml").write_text(MAP, encoding="utf-8")
    done = roadmap(*words, cwd=tmp_path)
    assert done.returncode == 2
    assert said in done.stderr


def test_help_is_a_command_too(tmp_path: Path) -> None:
    assert roadmap("help", cwd=tmp_path).stdout == roadmap("--help", cwd=tmp_path).stdout
    assert roadmap("help", "fix", cwd=tmp_path).stdout == roadmap("fix", "--help", cwd=tmp_path).stdout
