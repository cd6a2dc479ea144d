"""git with the drivers, in a real repository."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from roadmap_compiler.compiler import compile_bytes
from tests.tools import tool

BASE = """\
# План на год
название: План
период: 2021/2022 учебный год

мероприятия:
  # уточнить у психолога
  - название: Анкетирование
    срок: октябрь
    ответственный: Куратор
    результат: Анкеты

  - название: Обучение наставников
    срок: ноябрь     # по вторникам
    ответственный: [Куратор, Психолог]

  - {название: Встреча, срок: май, ответственный: Директор}
"""


class Repository:
    """A repository with one roadmap and two branches that have changed it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.file = folder / "roadmaps" / "карта.yaml"
        self.file.parent.mkdir()
        self.git("init", "-q", "-b", "main")
        for name, value in (("user.name", "Методист"), ("user.email", "m@example.org"), ("commit.gpgsign", "false"),
                            ("core.autocrlf", "false")):
            self.git("config", name, value)
        self.commit(BASE)
        done = self.run(sys.executable, "-m", "roadmap_compiler", "git", "install")
        assert done.returncode == 0, done.stderr
        self.git("add", ".gitattributes")
        self.git("commit", "-q", "-m", "attributes")

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        python = Path(__file__).parents[2]
        environment = {**os.environ, "PYTHONPATH": str(python), "GIT_CONFIG_NOSYSTEM": "1", "HOME": str(self.folder)}
        return subprocess.run(command, cwd=self.folder, env=environment, capture_output=True, encoding="utf-8",
                              check=False)

    def git(self, *arguments: str) -> str:
        done = self.run(tool("git"), *arguments)
        assert done.returncode == 0, done.stderr + done.stdout
        return done.stdout

    def commit(self, text: str) -> None:
        self.file.write_text(text, encoding="utf-8", newline="\n")
        self.git("add", "roadmaps")
        self.git("commit", "-q", "-m", "карта")

    def merge(self, ours: str, theirs: str) -> tuple[int, str, str]:
        """The code of git merge, what it printed, and the file after it."""
        self.git("checkout", "-q", "-b", "theirs")
        self.commit(theirs)
        self.git("checkout", "-q", "main")
        self.commit(ours)
        done = self.run(tool("git"), "merge", "theirs", "-m", "merge")
        return done.returncode, done.stdout + done.stderr, self.file.read_text(encoding="utf-8")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path)


def test_installing_twice_changes_nothing_more(repository: Repository) -> None:
    before = (repository.folder / ".gitattributes").read_bytes()
    assert before.decode() == ("roadmaps/**/*.yaml diff=roadmap merge=roadmap text eol=lf\n"
                               "roadmap.lock merge=union text eol=lf\n**/roadmap.approved/*.yaml merge=binary\n")
    assert repository.run(sys.executable, "-m", "roadmap_compiler", "git", "install").returncode == 0
    assert (repository.folder / ".gitattributes").read_bytes() == before


def test_git_diff_speaks_of_the_plan(repository: Repository) -> None:
    repository.file.write_text(BASE.replace("октябрь", "декабрь"), encoding="utf-8", newline="\n")
    assert "Срок  1  Анкетирование: октябрь → декабрь" in repository.git("diff")


def test_git_show_has_one_line_an_activity(repository: Repository) -> None:
    repository.commit(BASE.replace("октябрь", "декабрь"))
    shown = repository.git("show", "HEAD")
    assert "-  Анкетирование | октябрь | Куратор | Анкеты" in shown
    assert "+  Анкетирование | декабрь | Куратор | Анкеты" in shown


def test_a_broken_file_never_stops_git(repository: Repository) -> None:
    repository.file.write_text("название: 'План\n", encoding="utf-8", newline="\n")
    assert "не читается, строка 1" in repository.git("diff")
    repository.git("add", "roadmaps")
    repository.git("commit", "-q", "-m", "сломан")
    assert "название: 'План" in repository.git("show", "HEAD")


def test_different_fields_of_one_activity_merge(repository: Repository) -> None:
    ours = BASE.replace("срок: октябрь", "срок: декабрь")
    theirs = BASE.replace("ответственный: Куратор\n", "ответственный: Завуч\n")
    code, told, text = repository.merge(ours, theirs)
    assert code == 0, told
    assert text == ours.replace("ответственный: Куратор\n", "ответственный: Завуч\n")


def test_fields_of_one_line_merge(repository: Repository) -> None:
    ours, theirs = BASE.replace("срок: май", "срок: июнь"), BASE.replace("Директор}", "Завуч}")
    code, told, text = repository.merge(ours, theirs)
    assert code == 0, told
    assert "- {название: Встреча, срок: июнь, ответственный: Завуч}" in text


def test_a_field_of_a_row_that_moved_merges(repository: Repository) -> None:
    head, first, second, third = BASE.split("\n  ", 3)[0], *BASE.split("  - ")[1:]
    ours = BASE.split("  # уточнить")[0] + "  - " + second + "  - " + first + "  - " + third
    theirs = BASE.replace("результат: Анкеты", "результат: Анкеты и справка")
    code, told, text = repository.merge(ours, theirs)
    assert code == 0, told
    assert text == ours.replace("результат: Анкеты", "результат: Анкеты и справка")
    assert head


def test_a_new_field_and_an_old_one_merge(repository: Repository) -> None:
    ours = BASE.replace("    результат: Анкеты\n", "    результат: Анкеты\n    место: кабинет 5\n")
    theirs = BASE.replace("    результат: Анкеты\n", "    результат: Справка\n")
    code, told, text = repository.merge(ours, theirs)
    assert code == 0, told
    assert text == ours.replace("результат: Анкеты", "результат: Справка")


def test_the_same_field_is_a_conflict_in_the_authors_words(repository: Repository) -> None:
    ours, theirs = (BASE.replace("срок: ноябрь ", f"срок: {month} ") for month in ("декабрь", "январь"))
    code, told, text = repository.merge(ours, theirs)
    assert code == 1
    assert "оба изменили «срок» (Обучение наставников): у вас «декабрь», у них «январь», было «ноябрь»" in told
    assert text == ours.replace("    срок: декабрь     # по вторникам\n", """\
<<<<<<< наша правка
    срок: декабрь     # по вторникам
||||||| было
    срок: ноябрь     # по вторникам
=======
    срок: январь     # по вторникам
>>>>>>> их правка
""")


def test_a_broken_side_is_merged_by_lines(repository: Repository) -> None:
    ours = BASE.replace("название: План", "название: 'План")
    theirs = BASE.replace("срок: май", "срок: июнь")
    code, told, text = repository.merge(ours, theirs)
    assert "Traceback" not in told
    assert code in (0, 1)
    assert "название: 'План" in text
    assert "срок: июнь" in text


def test_two_added_activities_are_left_to_git(repository: Repository) -> None:
    ours = BASE.replace("мероприятия:\n", "мероприятия:\n  - {название: Линейка, срок: сентябрь}\n\n")
    theirs = BASE + "  - {название: Выпускной, срок: июнь}\n"
    code, told, text = repository.merge(ours, theirs)
    assert code == 0, told
    plan = compile_bytes(text.encode(), "карта.yaml").plan
    assert plan is not None
    assert [entry.title for entry in plan.entries] == ["Линейка", "Анкетирование", "Обучение наставников", "Встреча",
                                                       "Выпускной"]
