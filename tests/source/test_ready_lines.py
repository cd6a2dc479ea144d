"""The line that is offered for pasting is written as a careful author writes it: with «ёлочки» inside."""

from __future__ import annotations

import pytest

from roadmap_compiler.compiler import compile_bytes
from roadmap_compiler.editing.fixing import Wish, fix_bytes
from roadmap_compiler.messages import hint

READY = [
    ("“Радуга”: план", "colon-in-value", 'название: "«Радуга»: план"'),
    ('План "Радуга": итоги', "colon-in-value", 'название: "План «Радуга»: итоги"'),
    ("„Радуга“: план", "colon-in-value", 'название: "«Радуга»: план"'),
    ("«Радуга “Мир”»: план", "colon-in-value", 'название: "«Радуга “Мир”»: план"'),
    ('"Радуга": план', "text-after-quote", 'название: "«Радуга»: план"'),
    ('"План "Радуга" на год"', "quotes-inside-quotes", "название: План «Радуга» на год"),
    ('@Радуга "Мир"', "sign-at-start", 'название: "@Радуга «Мир»"'),
    ('План 5" труба: год', "colon-in-value", "название: 'План 5\" труба: год'"),
]


@pytest.mark.parametrize(("title", "code", "ready"), READY)
def test_the_ready_line(title: str, code: str, ready: str) -> None:
    text = f"название: {title}\nпериод: 2025\nмероприятия:\n  - название: А\n    срок: май\n    ответственный: Б\n"
    findings = compile_bytes(text.encode(), "карта.yaml").findings
    assert [finding.code for finding in findings] == [code]
    assert hint(findings[0]) == f"Напишите так: {ready}"
    again = compile_bytes(text.replace(f"название: {title}", ready).encode(), "карта.yaml")
    assert again.findings == ()


TORN = [
    ("название: План\n", "II. Основной этап", 1, "название: План II. Основной этап"),
    ("название: План\n", "ОСНОВНОЙ ЭТАП", 2, "# ОСНОВНОЙ ЭТАП"),
    ("название: ПЛАН\n", "РАБОТЫ ШКОЛЫ", 1, "название: ПЛАН РАБОТЫ ШКОЛЫ"),
    ("название: План\n\n", "II. Основной этап", 3, "# II. Основной этап"),
    ("название: План\n\n", "работы школы", 1, "название: План работы школы"),
    ("название: План\n", "// сверить с приказом", 2, "# сверить с приказом"),
    ("название: План\n", "!!! сверить с приказом", 2, "# !!! сверить с приказом"),
]


@pytest.mark.parametrize(("above", "line", "at", "ready"), TORN)
def test_a_torn_line_is_joined_only_where_the_text_can_go_on(above: str, line: str, at: int, ready: str) -> None:
    text = f"{above}{line}\nпериод: 2025\nмероприятия:\n  - название: А\n    срок: май\n    ответственный: Б\n"
    findings = compile_bytes(text.encode(), "карта.yaml").findings
    assert [finding.code for finding in findings] == ["torn-line"]
    assert hint(findings[0]) == f"Напишите так в строке {at}: {ready}"


def test_a_ready_line_holds_the_signs_that_were_typed() -> None:
    text = 'название: План\nпериод: 2025\nмероприятия:\n  - название: А\n    срок: май\n    содержание: "Два урока:\n' \
           "      один свой, другой общий\n    ответственный: Б\n"
    findings = compile_bytes(text.encode(), "карта.yaml").findings
    assert [(finding.span.line, finding.code) for finding in findings] == [(6, "quote-not-closed")]
    assert hint(findings[0]) == 'Напишите так: содержание: "Два урока: один свой, другой общий"'


@pytest.mark.parametrize("sign", ["=", "==", "=>", "->", "—", "：", ";"])
def test_what_is_typed_for_a_colon_is_no_part_of_the_value(sign: str) -> None:
    text = f"название: План\nпериод {sign} 2025\nмероприятия:\n  - название: А\n    срок: май\n    ответственный: Б\n"
    findings = compile_bytes(text.encode(), "карта.yaml").findings
    assert [(finding.code, hint(finding)) for finding in findings] == [("colon-missing", "Напишите так: период: 2025")]


TOGETHER = [
    ("срок: май место: актовый зал", "срок: май ↵ место: актовый зал"),
    ("срок: май место: зал участники: 5–9 классы", "срок: май ↵ место: зал ↵ участники: 5–9 классы"),
    ("срок: до 15 мая результат: приказ", "срок: до 15 мая ↵ результат: приказ"),
]


@pytest.mark.parametrize(("line", "ready"), TOGETHER)
def test_two_fields_on_one_line_are_both_ready(line: str, ready: str) -> None:
    text = f"название: План\nпериод: 2025\nмероприятия:\n  - название: А\n    {line}\n    ответственный: Б\n"
    findings = compile_bytes(text.encode(), "карта.yaml").findings
    assert [(finding.code, finding.span.line) for finding in findings] == [("fields-on-one-line", 5)]
    assert hint(findings[0]) == f"Напишите так (↵ — новая строка): {ready}"
    parted = text.replace(line, ready.replace(" ↵ ", "\n    "))
    assert compile_bytes(parted.encode(), "карта.yaml").findings == ()


_ACTIVITIES = "название: План\nпериод: 2025\nлюди:\n  ким: Ким А.Б., завуч\n  лях: Лях В.Г., врач\nмероприятия:\n" \
              "  - название: А\n    срок: май\n    ответственный: ким\n    результат: Приказ\n" \
              "  - название: Б\n    срок: до 15 июня\n    ответственный: [ким, лях]\n    результат: Отчёт\n"

UNSAFE = [
    # what is typed, and what an unsafe repair makes of it: nothing where it may be one thing or another
    ("    срок: май\n", "    срок: май\n    Уточнить у врача\n", "    срок: май\n    # Уточнить у врача\n"),
    ("    срок: май\n", "    срок: май\n    уточнить у врача\n", ""),
    ("    срок: май\n", "    май\n", "    срок: май\n"),
    ("    срок: до 15 июня\n", "    срок: до\n    15 июня\n", "    срок: до 15 июня\n"),
    ("    ответственный: ким\n", "    ким\n", "    ответственный: ким\n"),
    ("    ответственный: ким\n", "    ответственный: ким\n    лях\n", "    ответственный: ким, лях\n"),
    ("    результат: Приказ\n", "    Приказ\n", ""),
    ("    результат: Приказ\n", "    результат: Приказ\n    Уточнить номер\n", ""),
    ("    результат: Приказ\n", "    результат: Приказ\n    директора\n", "    результат: Приказ директора\n"),
    ("  лях: Лях В.Г., врач\n", "  Лях В.Г., врач\n", "  лях: Лях В.Г., врач\n"),
    ("  ким: Ким А.Б., завуч\n", "  ким: Ким А.Б., завуч\n  школы\n", ""),
]


@pytest.mark.parametrize(("whole", "typed", "repaired"), UNSAFE)
def test_no_line_is_glued_where_it_may_not_belong(whole: str, typed: str, repaired: str) -> None:
    text = _ACTIVITIES.replace(whole, typed, 1)
    fixed = fix_bytes(text.encode(), lambda data: compile_bytes(data, "карта.yaml").findings, Wish(unsafe=True))
    assert fixed is not None
    assert fixed.after == (_ACTIVITIES.replace(whole, repaired, 1) if repaired else text)
