"""A field of no meaning in many activities is told once, as a column that was forgotten."""

from __future__ import annotations

import pytest

from roadmap_compiler.compiler import compile_bytes

HEAD = "название: План\nпериод: 2027\n"


def activities(*fields: str) -> str:
    lines = [f"  - {{название: Работа {number}, срок: май, ответственный: Я{more}}}\n"
             for number, more in enumerate(fields)]
    return "мероприятия:\n" + "".join(lines)


def told(text: str) -> list[tuple[str, int, object]]:
    findings = compile_bytes((HEAD + text).encode(), "карта.yaml").findings
    return [(one.code, one.span.line, one.params.get("number")) for one in findings
            if one.code.startswith("unknown-key")]


@pytest.mark.parametrize(("text", "expected"), [
    (activities(", отделы: все", ", отделы: все"), [("unknown-key", 4, None), ("unknown-key", 5, None)]),
    (activities(", отделы: все", "", ", Отделы: все", ", отделы: один"), [("unknown-key-often", 4, 3)]),
    # a misspelt key beside it makes the file be read again: nothing is counted twice
    (activities(", отделы: все", ", рзультат: отчёт, отделы: все"),
     [("unknown-key", 4, None), ("unknown-key", 5, None), ("unknown-key", 5, None)]),
    (activities(", отделы: все", ", рзультат: отчёт, отделы: все", ", отделы: все"),
     [("unknown-key-often", 4, 3), ("unknown-key", 5, None)]),
    # a column would not help in an approval
    ("утверждение:\n" + "  - {гриф: согласовано, имя: А.А. Аа, печать: есть}\n" * 3 + activities(""),
     [("unknown-key", line, None) for line in (4, 5, 6)]),
])
def test_how_often_it_stands(text: str, expected: list[tuple[str, int, object]]) -> None:
    assert told(text) == expected
