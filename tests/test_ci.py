"""What docs/ci.md tells to copy works: the hook in a real git repository, the jobs by their schemas and command by
command."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import docx
import pytest
import yaml

ROOT = Path(__file__).parent.parent
GOOD = "название: Карта\nпериод: 2021\nмероприятия:\n  - название: Отчёт\n    срок: май\n    ответственный: Куратор\n"
BAD = GOOD.replace("срок: май", "срок: май 2020")


def example(name: str) -> str:
    """The block of docs/ci.md whose first line names a file."""
    text = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    (block,) = re.findall(rf"```yaml\n(# {re.escape(name)}\n.*?)```", text, re.DOTALL)
    return str(block)


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """An environment with ``roadmap`` on the path and without the settings of whoever runs the tests."""
    bin_folder = tmp_path / "bin"
    bin_folder.mkdir()
    command = bin_folder / "roadmap"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m roadmap_compiler "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    (tmp_path / "home").mkdir()
    return {
        "PATH": f"{bin_folder}{os.pathsep}{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "HOME": str(tmp_path / "home"), "GIT_CONFIG_GLOBAL": os.devnull,
        "PRE_COMMIT_HOME": str(tmp_path / "pre-commit"), "GIT_AUTHOR_NAME": "А", "GIT_AUTHOR_EMAIL": "a@example.ru",
        "GIT_COMMITTER_NAME": "А", "GIT_COMMITTER_EMAIL": "a@example.ru",
    }


def call(folder: Path, environment: dict[str, str], *command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", timeout=120)


def repository(folder: Path, environment: dict[str, str], files: dict[str, str]) -> Path:
    """A git repository with files in one commit."""
    folder.mkdir()
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    for command in (("init", "-q", "-b", "main"), ("add", "."), ("commit", "-q", "-m", "Начало")):
        assert call(folder, environment, "git", *command).returncode == 0
    return folder


def test_the_hook_stops_a_bad_roadmap_and_lets_a_good_one_through(tmp_path: Path, environment: dict[str, str]) -> None:
    hooks = repository(tmp_path / "hooks", environment,
                       {name: (ROOT / name).read_text(encoding="utf-8") for name in (".pre-commit-hooks.yaml",)})
    revision = call(hooks, environment, "git", "rev-parse", "HEAD").stdout.strip()
    config: dict[str, Any] = yaml.safe_load(example(".pre-commit-config.yaml"))
    config["repos"][0].update(repo=str(hooks), rev=revision)
    for hook in config["repos"][0]["hooks"]:
        hook["language"] = "system"  # the program that is tested, not a copy to be installed
    school = repository(tmp_path / "school", environment, {".pre-commit-config.yaml": yaml.safe_dump(config)})
    assert call(school, environment, sys.executable, "-m", "pre_commit", "install").returncode == 0

    roadmap = school / "roadmaps" / "карта.yaml"
    roadmap.parent.mkdir()
    roadmap.write_text(BAD, encoding="utf-8")
    (school / "прочее.yaml").write_text("a: [", encoding="utf-8")  # not a roadmap: none of the hook's business
    call(school, environment, "git", "add", ".")
    refused = call(school, environment, "git", "commit", "-m", "Карта")
    assert refused.returncode == 1
    assert "roadmaps/карта.yaml:5:11" in refused.stdout + refused.stderr
    assert "deadline-outside-period" in refused.stdout + refused.stderr
    assert "прочее" not in refused.stdout + refused.stderr

    roadmap.write_text(GOOD, encoding="utf-8")
    call(school, environment, "git", "add", ".")
    formatted = call(school, environment, "git", "commit", "-m", "Карта")
    assert formatted.returncode == 1  # the second hook gave it its layout, as pre-commit's formatters do
    assert "files were modified" in formatted.stdout + formatted.stderr
    call(school, environment, "git", "add", ".")
    accepted = call(school, environment, "git", "commit", "-m", "Карта")
    assert accepted.returncode == 0, accepted.stdout + accepted.stderr
    assert "карта.yaml" in call(school, environment, "git", "-c", "core.quotePath=false", "ls-files").stdout


def test_pre_commit_accepts_the_definition_and_the_example(tmp_path: Path, environment: dict[str, str]) -> None:
    config = tmp_path / "config.yaml"
    config.write_text(example(".pre-commit-config.yaml"), encoding="utf-8")
    for command, file in (("validate-manifest", ROOT / ".pre-commit-hooks.yaml"), ("validate-config", config)):
        done = call(tmp_path, environment, sys.executable, "-m", "pre_commit", command, str(file))
        assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(("name", "schema"), [
    (".github/workflows/roadmaps.yml", "vendor.github-workflows"), (".gitlab-ci.yml", "vendor.gitlab-ci"),
    (".github/workflows/documents.yml", "vendor.github-workflows"),
    (".gitlab-ci.yml (документы)", "vendor.gitlab-ci"),
])
def test_the_jobs_fit_the_schemas_of_their_services(tmp_path: Path, name: str, schema: str) -> None:
    file = tmp_path / "job.yml"
    file.write_text(example(name), encoding="utf-8")
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, "--no-cache", str(file)]
    if schema == "vendor.gitlab-ci":
        command[5:5] = ["--data-transform", "gitlab-ci"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_change_is_looked_at_once_and_what_was_built_is_kept_whatever_fails() -> None:
    for name in (".github/workflows/roadmaps.yml", ".github/workflows/documents.yml"):
        workflow = yaml.load(example(name), yaml.BaseLoader)  # in YAML 1.1 «on» is a truth
        assert workflow["on"] == {"push": {"branches": ["main"]}, "pull_request": ""}
        for job in workflow["jobs"].values():
            (upload,) = [step for step in job["steps"] if "upload-artifact" in step.get("uses", "")]
            assert upload["if"] == "always()"
    for name in (".gitlab-ci.yml", ".gitlab-ci.yml (документы)"):
        for job in yaml.safe_load(example(name)).values():
            assert job["artifacts"]["when"] == "always"


def test_nothing_is_said_to_come_from_where_it_is_not() -> None:
    """The program is not on PyPI: there a name that nobody holds may be taken by anybody."""
    text = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    installs = re.findall(r"pip install .*", "".join(re.findall(r"```yaml\n.*?```", text, re.DOTALL)))
    assert len(installs) == 6
    assert set(installs) == {"pip install git+https://example.ru/roadmap-compiler.git@v0.1.0"}
    assert "В PyPI программы нет" in text


def commands_of_github() -> list[str]:
    job = yaml.safe_load(example(".github/workflows/roadmaps.yml"))["jobs"]["roadmaps"]
    return [step["run"] for step in job["steps"] if "run" in step and step["run"].startswith("roadmap")]


def commands_of_gitlab() -> list[str]:
    job = yaml.safe_load(example(".gitlab-ci.yml"))["roadmaps"]
    return [line for line in job["script"] if line.startswith("roadmap")]


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
@pytest.mark.parametrize("text", [GOOD, BAD], ids=["good", "bad"])
def test_the_steps_of_github_do_what_they_are_for(tmp_path: Path, environment: dict[str, str], text: str) -> None:
    roadmap = tmp_path / "roadmaps" / "карта.yaml"
    roadmap.parent.mkdir()
    roadmap.write_text(text, encoding="utf-8")
    environment["GITHUB_STEP_SUMMARY"] = str(tmp_path / "summary.md")
    steps = [call(tmp_path, environment, "bash", "-e", "-c", run) for run in commands_of_github()]
    check, summary, sarif, build = steps
    assert (summary.returncode, sarif.returncode) == (0, 0)
    assert (check.returncode, build.returncode) == ((0, 0) if text == GOOD else (1, 1))
    told = json.loads((tmp_path / "roadmap.sarif").read_text(encoding="utf-8"))
    found = [result["ruleId"] for result in told["runs"][0]["results"]]
    table = (tmp_path / "summary.md").read_text(encoding="utf-8")
    if text == GOOD:
        assert found == []
        assert (tmp_path / "build" / "карта.docx").is_file()
    else:
        assert found == ["deadline-outside-period"]
        assert re.search(r"^::error file=roadmaps/карта\.yaml,line=5,", check.stdout, re.MULTILINE)
        assert "| карта | 1 | 1 | 0 | 0 | deadline-outside-period (1) |" in table
        assert not (tmp_path / "build").exists()


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
@pytest.mark.parametrize("text", [GOOD, BAD], ids=["good", "bad"])
def test_the_job_of_gitlab_does_what_it_is_for(tmp_path: Path, environment: dict[str, str], text: str) -> None:
    roadmap = tmp_path / "roadmaps" / "карта.yaml"
    roadmap.parent.mkdir()
    roadmap.write_text(text, encoding="utf-8")
    script = "set -eo pipefail\n" + "\n".join(commands_of_gitlab())
    done = call(tmp_path, environment, "bash", "-c", script)
    report = json.loads((tmp_path / "gl-code-quality-report.json").read_text(encoding="utf-8"))
    assert done.returncode == (0 if text == GOOD else 1), done.stdout + done.stderr
    # the fields that GitLab documents for a Code Quality report
    assert [(one["check_name"], one["severity"], one["location"]) for one in report] == ([] if text == GOOD else [
        ("deadline-outside-period", "major", {"path": "roadmaps/карта.yaml", "lines": {"begin": 5, "end": 5}})])
    assert (tmp_path / "build" / "карта.docx").is_file() == (text == GOOD)


APPROVAL = "утверждение:\n  гриф: утверждаю\n  должность: Директор\n  имя: О.В. Хакимова\n  дата:\n"


def request(tmp_path: Path, environment: dict[str, str]) -> Path:
    """A repository with a merged request on top: one roadmap changed, one new, one broken, one removed, one renamed;
    others as they were."""
    files = {f"roadmaps/{name}.yaml": GOOD for name in ("Другая карта", "плохая", "лишняя", "старая")}
    files |= {"roadmaps/карта.yaml": GOOD + APPROVAL}
    school = repository(tmp_path / "school", environment, files)
    approve = ("roadmap", "approve", "roadmaps/карта.yaml", "--date", "2021-02-09", "--act", "приказ", "--number", "5")
    assert call(school, environment, *approve).returncode == 0
    for command in (("add", "."), ("commit", "-q", "-m", "Утверждено"), ("checkout", "-q", "-b", "правка")):
        assert call(school, environment, "git", *command).returncode == 0
    (school / "roadmaps" / "Другая карта.yaml").write_text(GOOD.replace("май", "июнь"), encoding="utf-8")
    (school / "roadmaps" / "новая.yaml").write_text(GOOD, encoding="utf-8")
    (school / "roadmaps" / "плохая.yaml").write_text("название: [", encoding="utf-8")
    (school / "roadmaps" / "лишняя.yaml").unlink()
    (school / "roadmaps" / "старая.yaml").rename(school / "roadmaps" / "переименованная.yaml")
    for command in (("add", "."), ("commit", "-q", "-m", "Правка"), ("checkout", "-q", "main"),
                    ("merge", "-q", "--no-ff", "-m", "Слияние", "правка")):
        assert call(school, environment, "git", *command).returncode == 0
    return school


def stand_in(tmp_path: Path, name: str, script: str) -> None:
    """A program that only writes down how it was called."""
    program = tmp_path / "bin" / name
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)


def is_draft(document: Path) -> bool:
    return "ПРОЕКТ" in [line.text for line in docx.Document(str(document)).paragraphs]


def assert_compared(text: str) -> None:
    assert "июнь" in text
    assert "Новая карта: roadmaps/новая.yaml" in text
    assert "Новая карта: roadmaps/переименованная.yaml" in text
    assert "Удалена карта: roadmaps/старая.yaml" in text and "Удалена карта: roadmaps/лишняя.yaml" in text
    assert "Не сравнить: roadmaps/плохая.yaml" in text
    assert "roadmap.approved" not in text


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
def test_github_builds_drafts_and_tells_the_request_what_changes(tmp_path: Path, environment: dict[str, str]) -> None:
    school = request(tmp_path, environment)
    stand_in(tmp_path, "gh", f"printf '%s\\n' \"$@\" > '{tmp_path}/called'")
    environment |= {"GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"), "NUMBER": "7", "GITHUB_REPOSITORY": "школа"}
    steps = yaml.safe_load(example(".github/workflows/documents.yml"))["jobs"]["drafts"]["steps"]
    compare, tell, build = [step["run"] for step in steps if "run" in step and not step["run"].startswith("pip")]
    for run in (compare, tell):
        done = call(school, environment, "bash", "-e", "-c", run)
        assert done.returncode == 0, done.stdout + done.stderr
    assert call(school, environment, "bash", "-e", "-c", build).returncode == 1  # for one of them is broken
    assert is_draft(school / "build" / "карта.docx")
    assert is_draft(school / "build" / "новая.docx")
    called = (tmp_path / "called").read_text(encoding="utf-8").split("\n")
    assert called[:3] == ["pr", "comment", "7"]
    assert called[called.index("--body-file") + 1] == "comment.md"
    assert_compared((school / "comment.md").read_text(encoding="utf-8"))
    assert_compared((tmp_path / "summary.md").read_text(encoding="utf-8"))


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
@pytest.mark.parametrize("service", ["github", "gitlab"])
def test_on_main_only_what_is_approved_is_built(tmp_path: Path, environment: dict[str, str], service: str) -> None:
    school = request(tmp_path, environment)
    (school / "roadmaps" / "плохая.yaml").unlink()
    if service == "github":
        steps = yaml.safe_load(example(".github/workflows/documents.yml"))["jobs"]["approved"]["steps"]
        build, check = [step["run"] for step in steps if step.get("run", "").startswith("roadmap")]
    else:
        _, build, check = yaml.safe_load(example(".gitlab-ci.yml (документы)"))["approved"]["script"]
        assert call(school, environment, "bash", "-e", "-c", check).returncode == 0  # there is no such folder
    built = call(school, environment, "bash", "-e", "-c", build)
    assert built.returncode == 0, built.stdout + built.stderr
    assert sorted(path.name for path in (school / "build").glob("*.docx")) == ["карта.calendar.docx", "карта.docx"]

    (school / "build").rename(school / "documents")
    assert call(school, environment, "bash", "-e", "-c", check).returncode == 0
    (school / "documents" / "карта.docx").write_bytes(b"other")
    stale = call(school, environment, "bash", "-e", "-c", check)
    assert stale.returncode == 1
    assert "карта.docx" in stale.stdout + stale.stderr

    roadmap = school / "roadmaps" / "карта.yaml"
    roadmap.write_text(roadmap.read_text(encoding="utf-8").replace("Отчёт", "Доклад"), encoding="utf-8")
    changed = call(school, environment, "bash", "-e", "-c", build)
    assert changed.returncode == 1
    assert "карта.yaml" in changed.stdout + changed.stderr


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
def test_gitlab_builds_drafts_and_tells_the_request_what_changes(tmp_path: Path, environment: dict[str, str]) -> None:
    school = request(tmp_path, environment)
    stand_in(tmp_path, "curl", f"printf '%s\\n' \"$@\" > '{tmp_path}/called'")
    base = call(school, environment, "git", "rev-parse", "HEAD^1").stdout.strip()
    environment |= {"CI_MERGE_REQUEST_DIFF_BASE_SHA": base, "ROADMAP_TOKEN": "т", "CI_PROJECT_ID": "3",
                    "CI_API_V4_URL": "https://gitlab.example.ru/api/v4", "CI_MERGE_REQUEST_IID": "7"}
    script = yaml.safe_load(example(".gitlab-ci.yml (документы)"))["drafts"]["script"][1:]
    done = call(school, environment, "bash", "-c", "set -eo pipefail\n" + "\n".join(script))
    assert done.returncode == 1, done.stdout + done.stderr  # for one of them is broken
    assert is_draft(school / "build" / "новая.docx")
    called = (tmp_path / "called").read_text(encoding="utf-8").split("\n")
    assert "https://gitlab.example.ru/api/v4/projects/3/merge_requests/7/notes" in called
    assert "body@comparison.md" in called
    assert_compared((school / "comparison.md").read_text(encoding="utf-8"))
