"""Slips inside lists and fields in brackets, of authors who know them from other languages."""

from __future__ import annotations

import pytest

from roadmap_compiler.compiler import compile_bytes
from roadmap_compiler.messages import hint

TEXT = """название: План
период: 2027
люди:
  ким: Ким Л.П., методист
  лан: Лан А.А., педагог
мероприятия:
  - название: Линейка
    срок: май
    ответственный: {}
  - название: Смотр
    срок: июнь
    ответственный: [лан, ким]
"""

LISTS = [
    ("[ким,, лан]", "stray-sign", "[ким, лан]"),
    ("[ким, лан]]", "stray-sign", "[ким, лан]"),
    ("[ким, лан],", "stray-sign", "[ким, лан]"),
    ('"ким",', "stray-sign", '"ким"'),
    ("[, ким]", "stray-sign", "[ким]"),
    ("{ким, лан}", "list-in-braces", "[ким, лан]"),
    ("{ким}", "list-in-braces", "[ким]"),
    ('["ким" "лан"]', "comma-lost", None),
]


@pytest.mark.parametrize(("typed", "code", "ready"), LISTS)
def test_a_list_with_a_slip(typed: str, code: str, ready: str | None) -> None:
    findings = compile_bytes(TEXT.format(typed).encode(), "карта.yaml").findings
    assert [(finding.span.line, finding.code) for finding in findings] == [(9, code)]
    if ready is not None:
        assert hint(findings[0]) == f"Напишите так: ответственный: {ready}"
        assert compile_bytes(TEXT.format(ready).encode(), "карта.yaml").findings == ()


JSON = """{
  "название": "План",
  "период": "2027",
  "мероприятия": [
    {"название": "Линейка", "срок": "май", "ответственный": "Директор"},
    {"название": "Смотр", "срок": "июнь", "ответственный": "Директор"}
  ],
  "подписи": [{"должность": "Методист", "имя": "Л.П. Ким"}]
}
"""


@pytest.mark.parametrize(("line", "typed", "left"), [(3, '"2027",', '"2027"'), (5, "},", "}"), (7, "],", "]")])
def test_a_comma_lost_at_the_end_of_a_line(line: int, typed: str, left: str) -> None:
    findings = compile_bytes(JSON.replace(typed, left).encode(), "карта.yaml").findings
    assert [(finding.span.line, finding.code) for finding in findings] == [(line, "comma-lost")]


def test_a_list_that_is_not_closed_before_a_key_in_quotes_lacks_no_comma() -> None:
    text = TEXT.replace("    срок: май\n", "").format('["ким", "лан"\n    "срок": май')
    findings = compile_bytes(text.encode(), "карта.yaml").findings
    assert [(finding.span.line, finding.code) for finding in findings] == [(8, "bracket-not-closed")]
