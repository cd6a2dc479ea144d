"""Authors who know YAML: labels, references and types. The value itself is offered."""

from __future__ import annotations

import pytest

from roadmap_compiler.compiler import compile_bytes
from roadmap_compiler.messages import hint

HEAD = """название: План
период: 2027
люди:
  ким: Ким Л.П., методист
мероприятия:
"""
ACTIVITY = "  - название: {}\n    срок: {}\n    ответственный: {}\n"


def told(*activities: tuple[str, str, str]) -> list[tuple[int, str, str | None]]:
    text = HEAD + "".join(ACTIVITY.format(*activity) for activity in activities)
    findings = compile_bytes(text.encode(), "карта.yaml").findings
    return [(finding.span.line, finding.code, hint(finding)) for finding in findings]


@pytest.mark.parametrize("label", ["метод", "m", "m_1"])
def test_the_value_of_a_label_is_offered_where_it_stands_and_where_it_is_referred_to(label: str) -> None:
    head = "ответственный: " if label == "метод" else ""  # a name that the parser cannot read is told by its line
    assert told(("Линейка", "май", f"&{label} ким"), ("Смотр", "июнь", f"*{label}")) == [
        (8, "anchor", f"Напишите так: {head}ким"), (11, "alias", f"Напишите так: {head}ким")]


def test_a_label_of_a_deadline_is_no_text_even_where_nothing_refers_to_it() -> None:
    assert told(("Линейка", "&весна май", "ким")) == [(7, "anchor", "Напишите так: срок: май")]


def test_an_asterisk_without_a_label_is_text() -> None:
    assert told(("*Радуга", "май", "ким")) == [(6, "sign-at-start", 'Напишите так: название: "*Радуга"')]


@pytest.mark.parametrize(("typed", "ready"), [("!!str май", "май"), ("!месяц май", "срок: май")])
def test_a_type_is_left_out(typed: str, ready: str) -> None:
    assert told(("Линейка", typed, "ким")) == [(7, "tag", f"Напишите так: {ready}")]


@pytest.mark.parametrize("sign", ["&all", "&все"])
def test_a_label_of_fields_is_one_finding(sign: str) -> None:
    text = (HEAD + ACTIVITY.format("Линейка", "май", "ким")).replace("люди:", f"люди: {sign}")
    findings = compile_bytes(text.encode(), "карта.yaml").findings
    assert [(finding.span.line, finding.code) for finding in findings] == [(3, "anchor")]
