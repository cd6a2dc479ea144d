"""The help and the errors of the command line speak one language."""

from __future__ import annotations

import re

import pytest

from roadmap_compiler.commands.main import main
from roadmap_compiler.commands.options import COMMANDS
from roadmap_compiler.messages.help import VALUES

_NAMES = {"DOCX", "PEM", "YAML", "JSON", "RSA", "ECDSA", "QR", "VS", "ROADMAP", "N"}


def told(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    main(list(words))
    captured = capsys.readouterr()
    return captured.out + captured.err


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_russian_help_has_no_english_words_for_values(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    text = told(capsys, *filter(None, (command, "--help")))
    capitals = set(re.findall(r"\b[A-Z]{2,}\b", text.replace("ROADMAP_KEY_PASSWORD", "")))
    assert capitals <= _NAMES
    assert not re.search(r"(?i)usage|positional|arguments|options:|show this", text)


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_english_help_has_no_russian_words_for_values(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    text = told(capsys, *filter(None, ("--lang", "en", command, "--help")))
    assert not set(re.findall(r"\b[А-ЯЁ]{2,}\b", text)) & set(VALUES.values())
    assert "usage:" in text


WRONG = [
    (("new",), "не хватает: ФАЙЛ"), (("fix", "--line", "0"), "--line: нужно число, а не '0'"),
    (("check", "--format", "xml"), "--format: нет такого значения: xml"), (("check", "--bogus"), "лишнее в командной"),
    (("build", "--out"), "--out: после этого слова нужно значение"), (("git", "foo"), "ДЕЙСТВИЕ: нет такого значения"),
    (("fix", "--diff=1"), "--diff: значения у этого слова нет"), (("chek",), "Нет такой команды: chek"),
    (("build", "--draft", "--approved-only"), "--approved-only: нельзя вместе с --draft"),
    (("rollover", "a.yaml"), "не хватает: --to, --out"), (("watch", "--interval", "z"), "--interval: нужно число"),
]


@pytest.mark.parametrize(("words", "answer"), WRONG)
def test_errors_are_told_in_russian(words: tuple[str, ...], answer: str, capsys: pytest.CaptureFixture[str]) -> None:
    text = told(capsys, *words)
    assert answer in text
    assert not re.search(r"(?i)error|argument|invalid|usage|_from_one", text)


def test_an_english_error_names_no_function(capsys: pytest.CaptureFixture[str]) -> None:
    assert "a number is needed, not 'x'" in told(capsys, "--lang", "en", "fix", "--line", "x")
