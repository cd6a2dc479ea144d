"""Two people approve in two branches, and git puts it together: with the attributes of ``roadmap git install`` and
without them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from roadmap_compiler.approvals import COPIES, LOCK
from tests.approvals.desk import TEXT, Desk
from tests.tools import tool

DATE = ("--date", "30.08.2021")


class Repository(Desk):
    """A desk in a repository, on the branch main."""

    def __init__(self, folder: Path, has_attributes: bool) -> None:
        super().__init__(folder / "roadmaps")
        self.folder.mkdir()
        self.git("init", "-q", "-b", "main")
        for name, value in (("user.name", "Методист"), ("user.email", "m@example.org"), ("commit.gpgsign", "false"),
                            ("core.autocrlf", "false")):
            self.git("config", name, value)
        for name in ("а.yaml", "б.yaml", "в.yaml"):
            self.put(TEXT.replace("на год", name), name)
        if has_attributes:
            done = self.call(sys.executable, "-m", "roadmap_compiler", "git", "install")
            assert done.returncode == 0, done.stderr
        self.commit()

    def call(self, *command: str) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "GIT_CONFIG_NOSYSTEM": "1",
                       "HOME": str(self.folder)}
        return subprocess.run(command, cwd=self.folder.parent, env=environment, capture_output=True, encoding="utf-8",
                              check=False)

    def git(self, *arguments: str) -> str:
        done = self.call(tool("git"), *arguments)
        assert done.returncode == 0, done.stderr + done.stdout
        return done.stdout

    def commit(self) -> None:
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "правка")

    def merge(self) -> int:
        return self.call(tool("git"), "merge", "theirs", "-m", "слияние").returncode

    def findings(self) -> list[str]:
        return [line for line in self.check(".") if line.startswith(("lock", "approved", "changed"))]


@pytest.fixture(params=[True, False], ids=["с атрибутами", "без атрибутов"])
def repository(tmp_path: Path, request: pytest.FixtureRequest) -> Repository:
    return Repository(tmp_path, request.param)


@pytest.fixture
def installed(tmp_path: Path) -> Repository:
    return Repository(tmp_path, True)


def test_the_first_two_approvals_of_a_folder(installed: Repository) -> None:
    """The lock is born in both branches; only the driver «union» can put that together."""
    installed.git("checkout", "-q", "-b", "theirs")
    assert installed.approve(*DATE, name="в.yaml").code == 0
    installed.commit()
    installed.git("checkout", "-q", "main")
    assert installed.approve(*DATE, name="а.yaml").code == 0
    installed.commit()
    assert installed.merge() == 0
    assert installed.findings() == []
    assert sorted(line.partition(":")[0] for line in installed.lock.splitlines() if "утверждено 2" in line) == \
        ["а.yaml", "в.yaml"]
    assert installed.approve(*DATE, name="а.yaml").code == 0  # the program writes the lock in its own order again
    assert installed.lock.count("# Утверждённые карты") == 1


def test_an_approval_says_how_git_puts_locks_together(tmp_path: Path, desk: Desk) -> None:
    told = "выполните один раз: roadmap git install"
    for name, has_attributes in (("без", False), ("с", True)):
        (tmp_path / name).mkdir()
        said = Repository(tmp_path / name, has_attributes).approve(*DATE, name="в.yaml")
        assert said.code == 0 and (told in said.text) != has_attributes
    assert told not in desk.approve(*DATE).text  # no repository


def test_without_attributes_a_conflict_is_told(tmp_path: Path) -> None:
    bare = Repository(tmp_path, False)
    bare.git("checkout", "-q", "-b", "theirs")
    bare.approve(*DATE, name="в.yaml")
    bare.commit()
    bare.git("checkout", "-q", "main")
    bare.approve(*DATE, name="а.yaml")
    bare.commit()
    assert bare.merge() == 1
    assert bare.findings() == ["lock-conflict: В файле остались знаки слияния git"]
    lines = [line for line in bare.lock.splitlines() if not line.startswith(("<<<<<<<", "=======", ">>>>>>>"))]
    bare.put("\n".join(lines) + "\n", LOCK)
    assert bare.findings() == []


def test_neighbours_approved_again_meet_in_no_conflict(repository: Repository) -> None:
    for name in ("а.yaml", "б.yaml", "в.yaml"):
        repository.approve(*DATE, name=name)
    repository.commit()
    repository.git("checkout", "-q", "-b", "theirs")
    repository.change("май", "апрель", "б.yaml")
    assert repository.approve("--date", "15.03.2022", "--number", "21", name="б.yaml").code == 0
    repository.commit()
    repository.git("checkout", "-q", "main")
    repository.change("Психолог", "Завуч", "а.yaml")
    assert repository.approve("--date", "16.03.2022", "--number", "22", name="а.yaml").code == 0
    repository.commit()
    assert repository.merge() == 0
    assert repository.findings() == []
    assert "а.yaml: утверждено 2022-03-16, № 22" in repository.lock
    assert "б.yaml: утверждено 2022-03-15, № 21" in repository.lock
    assert repository.lock.count("утверждено 2") == 3


def test_one_roadmap_approved_by_two_is_never_mixed(installed: Repository) -> None:
    installed.approve(*DATE, name="а.yaml")
    installed.commit()
    installed.git("checkout", "-q", "-b", "theirs")
    installed.change("май", "апрель", "а.yaml")
    installed.approve("--date", "15.03.2022", "--number", "21", name="а.yaml")
    theirs = installed.copy("а.yaml")
    installed.commit()
    installed.git("checkout", "-q", "main")
    installed.change("Психолог", "Завуч", "а.yaml")
    installed.approve("--date", "16.03.2022", "--number", "22", name="а.yaml")
    ours = installed.copy("а.yaml")
    installed.commit()
    assert installed.merge() == 1
    assert installed.copy("а.yaml") in (ours, theirs)
    assert set(installed.git("diff", "--name-only", "--diff-filter=U").splitlines()) == {
        "roadmaps/а.yaml", f"roadmaps/{COPIES}/а.yaml"}
    told = installed.findings()
    assert any(line.startswith("lock-twice: Карта а.yaml записана дважды") for line in told)
    installed.git("checkout", "--theirs", "roadmaps/а.yaml", f"roadmaps/{COPIES}/а.yaml")
    installed.change("Психолог", "Завуч", "а.yaml")
    assert installed.approve("--date", "17.03.2022", "--number", "23", name="а.yaml").code == 0
    assert installed.findings() == []


def test_a_change_merged_into_an_approved_roadmap_is_told(repository: Repository) -> None:
    repository.git("checkout", "-q", "-b", "theirs")
    repository.change("май", "апрель", "а.yaml")
    repository.commit()
    repository.git("checkout", "-q", "main")
    repository.approve(*DATE, name="а.yaml")
    repository.commit()
    assert repository.merge() == 0
    assert repository.findings() == [
        "changed-since-approval: утверждено 30.08.2021; с тех пор изменено: 1 мероприятие"]


def test_a_checkout_with_windows_line_ends_is_still_approved(tmp_path: Path) -> None:
    repository = Repository(tmp_path, False)
    repository.approve(*DATE, name="а.yaml")
    repository.commit()
    repository.git("config", "core.autocrlf", "true")
    repository.git("rm", "-q", "--cached", "-r", ".")
    repository.git("reset", "-q", "--hard")
    assert b"\r\n" in repository.copy("а.yaml") and "\r\n" in repository.lock
    assert repository.findings() == []
