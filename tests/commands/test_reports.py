"""Findings in the forms that editors and forges read."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from roadmap_compiler.commands.main import main
from tests.tools import tool

TEXT = """\
название: План: 50 %, «начало»
период: 2021/2022 учебный год
люди:
  козлова: Козлова Ю.С., учитель
этапы:
  - название: Завершение
    мероприятия:
      - название: Линейка
        срок: май 2022
        ответственный: козлва
        сорк: июнь
"""


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A roadmap with three errors, in the folder where the command runs."""
    monkeypatch.chdir(tmp_path)
    Path("мой план.yaml").write_text(TEXT, encoding="utf-8")
    return "мой план.yaml"


def shown(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["check", *arguments]) == 1
    return capsys.readouterr().out


def test_text_says_the_place_in_words_and_what_to_write(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    out = shown(capsys, file)
    assert "этап «Завершение», первое мероприятие, ответственный" in out
    assert 'Напишите так: название: "План: 50 %, «начало»"' in out
    assert "Возможно, «козлова»?" in out
    assert out.splitlines()[-1] == "1 файл, 3 ошибки, 0 предупреждений"


def test_english(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    out = shown(capsys, file, "--lang", "en")
    assert "stage «Завершение», first activity, responsible" in out
    assert "A colon inside the text" in out
    assert out.splitlines()[-1] == "1 file, 3 errors, 0 warnings"


def test_concise_is_one_line_a_finding(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    lines = shown(capsys, file, "--format", "concise").splitlines()
    assert len(lines) == 3
    for line in lines:
        assert re.fullmatch(r"мой план\.yaml:\d+:\d+: (error|warning|info): .+ \[[a-z-]+\]", line)
    assert lines[0].startswith("мой план.yaml:1:15: error: ")


def test_json_has_the_place_and_the_fixes(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    report = json.loads(shown(capsys, file, "--format", "json"))
    assert report["summary"] == {"files": 1, "error": 3, "warning": 0, "info": 0, "silenced": 0}
    colon, person, key = report["findings"]
    assert (colon["code"], colon["line"], colon["column"]) == ("colon-in-value", 1, 15)
    assert colon["fixes"][0]["safe"] is True
    assert person["place"] == "этап «Завершение», первое мероприятие, ответственный"
    assert (key["code"], key["hint"]) == ("unknown-key", "Возможно, «срок»?")


def test_github_escapes_what_would_end_a_command(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    lines = shown(capsys, file, "--format", "github").splitlines()
    assert len(lines) == 3
    assert lines[0].startswith("::error file=мой план.yaml,line=1,endLine=1,col=15,endColumn=15,title=colon-in-value::")
    assert "50 %25" in lines[0]
    assert "%0A" in lines[0]


def test_gitlab_has_what_code_quality_needs(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    report = json.loads(shown(capsys, file, "--format", "gitlab"))
    assert len({one["fingerprint"] for one in report}) == len(report) == 3
    for one in report:
        assert set(one) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert one["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert one["location"]["path"] == "мой план.yaml"
        assert one["location"]["lines"]["begin"] >= 1


def test_sarif_keeps_to_the_standard(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The parts of SARIF 2.1.0 (§3.13, 3.14, 3.27, 3.30) that we write, by the names the standard requires."""
    log: dict[str, Any] = json.loads(shown(capsys, file, "--format", "sarif"))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert run["tool"]["driver"]["name"] == "roadmap"
    assert run["columnKind"] == "unicodeCodePoints"
    assert len(run["results"]) == 3
    for result in run["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
        assert result["level"] in ("none", "note", "warning", "error")
        assert result["message"]["text"]
        place = result["locations"][0]["physicalLocation"]
        assert " " not in place["artifactLocation"]["uri"]
        assert place["region"]["startLine"] >= 1
        assert place["region"]["startColumn"] >= 1


def sarif_errors(log: dict[str, Any], folder: Path) -> list[str]:
    """What the validator of those who wrote the standard says against a log. A value of a wrong type or outside its
    list makes it give up without a word: then its usual remark, that the tool names no address, is missing too."""
    path = folder / "roadmap.sarif"
    path.write_text(json.dumps(log), encoding="utf-8")
    done = subprocess.run([tool("sarif-multitool"), "validate", str(path)], capture_output=True, encoding="utf-8",
                          check=True)
    errors = [line for line in done.stdout.splitlines() if ": error" in line]
    return errors if "SARIF2005" in done.stdout else [*errors, "not read as a log"]


def test_sarif_keeps_to_its_schema(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every code that the corpus of broken files gives."""
    broken = Path(__file__).parents[1] / "err"
    log: dict[str, Any] = json.loads(shown(capsys, str(broken), "--format", "sarif"))
    assert len(log["runs"][0]["results"]) > 200
    assert sarif_errors(log, tmp_path) == []
    first = log["runs"][0]["results"][0]
    assert sarif_errors({**log, "runs": [{**log["runs"][0], "results": [{**first, "level": "grave"}]}]}, tmp_path)
    del first["message"]
    assert any("'message' is missing" in error for error in sarif_errors(log, tmp_path))


@pytest.mark.parametrize("form", ["concise", "github", "gitlab", "sarif", "json"])
def test_a_clean_file_gives_an_empty_report(form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "план.yaml"
    path.write_text("название: План\nпериод: 2021\nмероприятия:\n  - название: Линейка\n    срок: 20 мая\n"
                    "    ответственный: Директор\n", encoding="utf-8")
    assert main(["check", str(path), "--format", form]) == 0
    out = capsys.readouterr().out
    if form in ("concise", "github"):
        assert out == ""
    else:
        report = json.loads(out)
        found = report if form == "gitlab" else report["runs"][0]["results"] if form == "sarif" else report["findings"]
        assert found == []


@pytest.mark.parametrize(("count", "words"), [
    (1, "1 ошибка"), (2, "2 ошибки"), (5, "5 ошибок"), (11, "11 ошибок"), (21, "21 ошибка"), (22, "22 ошибки"),
])
def test_plural_forms(count: int, words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "план.yaml"
    path.write_text("название: План\nпериод: 2021\n" + "".join(f"лишнее{n}{'абвгд' * 3}: {n}\n" for n in range(count)),
                    encoding="utf-8")
    out = shown(capsys, str(path))
    assert f"1 файл, {words}, 0 предупреждений" in out


def test_explain_prints_the_page_of_a_code(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "quotes-inside-quotes"]) == 0
    out = capsys.readouterr().out
    assert "Плохо:" in out
    assert "Хорошо:" in out
    assert main(["explain", "deadline-emty"]) == 2
    assert "Возможно, «deadline-empty»?" in capsys.readouterr().err


def test_explain_knows_a_code_in_capitals(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "Quotes-Inside-QUOTES"]) == 0
    assert capsys.readouterr().out.startswith("quotes-inside-quotes\n")


def test_explain_knows_codes_of_one_word(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "tab"]) == 0
    assert capsys.readouterr().out.startswith("tab\n")


def test_a_word_that_is_no_code_is_explained_as_a_phrase(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "vfq"]) == 2
    assert "--period" in capsys.readouterr().err
