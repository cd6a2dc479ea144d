"""Every code has its page, and the examples of a page are true."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from roadmap_compiler.compiler import compile_bytes
from roadmap_compiler.manual import WHOLE_FILE, manual_text, page, pages
from roadmap_compiler.messages import known_codes
from tests.roadmaps import HEAD

WITHOUT_EXAMPLE = frozenset(
    "file-too-large file-is-word file-encoding-unknown file-encoding-windows-1251 file-encoding-old file-recoded "
    "file-broken-bytes pasted-line-break forbidden-character "
    "deadline-after-period deadline-anchor-cycle deadline-anchor-not-named deadline-leap-day "
    "deadline-period-not-known deadline-without-end deadline-key-twice period-ambiguous "
    "changed-since-approval approved-text-missing lock-conflict lock-line lock-twice lock-file-gone "
    "amendment-many amendment-number amendment-other-period redline-marks".split()
)
"""Codes that no YAML in a page can show: bytes, two editions, a clock of another year. Templates are Word files."""


def example(body: str, word: str) -> str | None:
    match = re.search(rf"^{word}:\n\n```yaml\n(.*?)```", body, re.DOTALL | re.MULTILINE)
    return match.group(1) if match else None


def codes_of(text: str) -> set[str]:
    typed = text.replace("⇥", "\t").replace("⍽", "\u00a0")
    whole = typed if typed.startswith(WHOLE_FILE) else HEAD + typed
    return {finding.code for finding in compile_bytes(whole.encode(), "карта.yaml").findings}


def test_every_code_has_a_page_and_every_page_a_code() -> None:
    assert len(pages()) > 100
    assert [code for code in sorted(known_codes()) if not page(code)] == []
    assert set(pages()) <= known_codes()
    assert page("no-such-code") is None


@pytest.mark.parametrize("code", sorted(pages()))
def test_the_examples_of_a_page_are_true(code: str) -> None:
    bad, good = example(pages()[code], "Плохо"), example(pages()[code], "Хорошо")
    if bad is None or good is None:
        assert code in WITHOUT_EXAMPLE or code.startswith("template-")
        return
    assert codes_of(bad) == {code}
    assert codes_of(good) == set()


def test_the_manual_in_docs_is_fresh() -> None:
    path = Path(__file__).parents[2] / "docs" / "ошибки.md"
    assert path.read_text(encoding="utf-8") == manual_text()
