"""Every code has its page, and the examples of a page are true."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from roadmap_compiler.compiler import compile_bytes
from roadmap_compiler.deadlines import parse, shift
from roadmap_compiler.editions.amendment import amend
from roadmap_compiler.editions.as_redline import as_redline
from roadmap_compiler.editions.comparing import compare
from roadmap_compiler.manual import WHOLE_FILE, english, manual_text, page, pages
from roadmap_compiler.messages import known_codes
from tests.roadmaps import HEAD

WITHOUT_EXAMPLE = frozenset(
    "changed-since-approval approved-text-missing lock-conflict lock-line lock-twice lock-file-gone lock-file-renamed "
    "lock-line-missing lock-seal".split()
)
"""Codes that speak of roadmap.lock and of what lies beside it. Templates are Word files."""

ENCODINGS = {"Windows-1251": "cp1251", "KOI8-R": "koi8-r"}
_TYPED = str.maketrans({"⇥": "\t", "⍽": "\u00a0", "↵": "\u2028", "␇": "\x07"})


def example(body: str, word: str) -> str | None:
    match = re.search(rf"^{word}:\n\n```yaml\n(.*?)```", body, re.DOTALL | re.MULTILINE)
    return match.group(1) if match else None


def data_of(text: str) -> bytes:
    """The file that an example stands for; its first line says how, see `roadmap_compiler.manual`."""
    head, _, rest = text.translate(_TYPED).partition("\n")
    if not head.startswith(WHOLE_FILE):
        return (HEAD + text.translate(_TYPED)).encode()
    how = head.removeprefix(WHOLE_FILE)
    if how.startswith(" в кодировке "):
        return rest.encode(ENCODINGS[how.removeprefix(" в кодировке ")])
    if repeated := re.fullmatch(r", в котором последняя строка стоит (\d+) раз", how):
        return (rest + (rest.splitlines()[-1] + "\n") * int(repeated.group(1))).encode()
    if how == ", \\xNN — код байта":
        return re.sub(rb"\\x([0-9a-f]{2})", lambda code: bytes([int(code[1], 16)]), rest.encode())
    if how == ", \\uNNNN — код знака":
        return re.sub(r"\\u([0-9a-f]{4})", lambda code: chr(int(code[1], 16)), rest).encode()
    assert how in ("", " через год"), how
    return rest.encode()


def codes_of(text: str, old: str | None = None) -> set[str]:
    """The codes of what there is to say about an example, or about its comparison with an older edition."""
    compilation = compile_bytes(data_of(text), "карта.yaml")
    if old is not None:
        before = compile_bytes(data_of(old), "карта.yaml").plan
        assert before is not None and compilation.plan is not None
        comparison = compare(before, compilation.plan)
        return {finding.code for finding in (*amend(comparison)[1], *as_redline(comparison)[1])}
    if text.startswith(f"{WHOLE_FILE} через год"):
        assert compilation.plan is not None
        assert compilation.findings == ()
        deadlines = [shift(parse(entry.deadline.text), 1) for entry in compilation.plan.entries if entry.deadline]
        return {problem.code for deadline in deadlines for problem in deadline.warnings}
    return {finding.code for finding in compilation.findings}


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
    old = example(pages()[code], "Было")
    assert codes_of(bad, old) == {code}
    assert codes_of(good, old) == set()


def test_every_code_has_an_english_page_with_the_same_examples() -> None:
    assert sorted(english()) == sorted(known_codes())
    for code in known_codes():
        russian, text = page(code) or "", page(code, "en") or ""
        assert len(english()[code]) > 30, code
        assert re.findall(r"```yaml.*?```", text, re.DOTALL) == re.findall(r"```yaml.*?```", russian, re.DOTALL), code
        prose = re.sub(r"```.*?```|`[^`\n]*`|«[^»]*»|ГОСТ Р", "", text, flags=re.DOTALL)
        assert not re.search("[а-яА-Я]", prose), code


def test_the_manual_in_docs_is_fresh() -> None:
    path = Path(__file__).parents[2] / "docs" / "ошибки.md"
    assert path.read_text(encoding="utf-8") == manual_text()
