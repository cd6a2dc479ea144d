"""Fields that stand one level too deep, under a field that was left empty."""

from __future__ import annotations

from roadmap_compiler.compiler import compile_bytes

TEXT = """название: План
период: 2027
мероприятия:
  - название: Линейка
    срок:
      ответственный: Директор
  - название:
      срок: май
    ответственный: Завуч
"""


def test_each_is_told_on_its_own_line_and_what_stands_in_it_is_read() -> None:
    findings = compile_bytes(TEXT.encode(), "карта.yaml").findings
    assert [(finding.span.line, finding.code) for finding in findings] == [(6, "indent"), (8, "indent")]
    assert [finding.params for finding in findings] == [{"spaces": 6, "right": 4}] * 2
