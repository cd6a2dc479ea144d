"""A title with a colon that became the name of a field: told with the line that was meant, and read on."""

from __future__ import annotations

import pytest

from roadmap_compiler.compiler import compile_bytes
from roadmap_compiler.messages import hint

HEAD = "название: План\nпериод: 2027\nмероприятия:\n"

ITEMS = [
    ("  - Линейка: начало года\n    срок: май\n", '- название: "Линейка: начало года"', "Линейка: начало года"),
    ('  - Смотр "Весна": финал\n    срок: май\n', '- название: "Смотр «Весна»: финал"', 'Смотр "Весна": финал'),
    ("  - Встречи:\n    - первая\n    - вторая\n    срок: май\n", '- название: "Встречи:" ↵ пункты:', "Встречи:"),
]


@pytest.mark.parametrize(("item", "ready", "title"), ITEMS)
def test_the_title_is_offered_and_read(item: str, ready: str, title: str) -> None:
    text = HEAD + item + "    ответственный: Завуч\n"
    compilation = compile_bytes(text.encode(), "карта.yaml")
    assert [(found.span.line, found.code) for found in compilation.findings] == [(4, "colon-in-item")]
    (finding,) = compilation.findings
    assert hint(finding) == f"Напишите так: {ready}"
    ((edit,),) = [fix.edits for fix in finding.fixes]
    line = text.split("\n")[3]
    mended = line[:edit.span.column - 1] + edit.text + line[edit.span.end_column - 1:]
    again = compile_bytes(text.replace(line, mended).encode(), "карта.yaml")
    assert again.findings == () and again.plan is not None
    assert again.plan.roadmap.activities[0].title == title


def test_a_first_field_of_several_items_is_no_title() -> None:
    items = "".join(f"  - тема: Занятие {number}\n    срок: май\n    ответственный: Завуч\n" for number in range(3))
    findings = compile_bytes((HEAD + items).encode(), "карта.yaml").findings
    assert "colon-in-item" not in [found.code for found in findings]


def test_a_longer_wording_of_a_field_of_many_items_may_be_a_column() -> None:
    items = "".join(f"  - название: Занятие {number}\n    результат обучения: зачёт\n    срок: май\n"
                    "    ответственный: Завуч\n" for number in range(3))
    findings = compile_bytes((HEAD + items).encode(), "карта.yaml").findings
    assert [(found.span.line, found.code) for found in findings] == [(5, "unknown-key-often")]


@pytest.mark.parametrize(("item", "key", "meant"), [
    ("  - мероприятие: Линейка\n", "мероприятие", "название"),
    ("  - наименование мероприятия: Линейка\n", "наименование мероприятия", "наименование"),
    ("  - 1.2. Название: Линейка\n", "1.2. Название", "название"),
])
def test_what_an_item_is_stands_for_its_title(item: str, key: str, meant: str) -> None:
    text = HEAD + item + "    срок: май\n    ответственный: Завуч\n"
    compilation = compile_bytes(text.encode(), "карта.yaml")
    (finding,) = compilation.findings
    assert (finding.span.line, finding.params["key"], hint(finding)) == (4, key, f"Возможно, «{meant}»?")
    again = compile_bytes(text.replace(key, meant).encode(), "карта.yaml")
    assert again.findings == ()
