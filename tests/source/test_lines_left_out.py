"""Lines that were left out, or stand where another item begins: what to write is offered, and the repair is the file
as it was. Each slip is made wherever it can be made in the real roadmaps."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from roadmap_compiler.compiler import compile_bytes
from roadmap_compiler.findings import Finding
from roadmap_compiler.messages import hint, sentence
from roadmap_compiler.model.places import place_of
from roadmap_compiler.source.lines import Line, lines_of, read_line
from tests.fuzz import ROADMAPS
from tests.test_corpus import edited

PLAN = """название: План
период: 2027
утверждение:
  - гриф: согласовано
    должность: Начальник отдела
    имя: Н.П. Громова
  - гриф: утверждаю
    должность: Директор
    имя: Л.А. Зимина
люди:
  штаб:
    название: штаб смены
    состав: [Белов К.С., Ким А.А.]
этапы:
  - название: Подготовка
    мероприятия:
      - название: Отбор
        срок: май
        ответственный: штаб
  - название: Завершение
    мероприятия:
      - название: Концерт
        срок: июнь
        ответственный: штаб

      - название: Отчёт
        срок: июль
        ответственный: штаб
"""
STAGE = "  - название: Завершение\n    мероприятия:\n"

LEFT_OUT = [
    ("  - гриф: утверждаю\n", "", 7, "missing-key", "Напишите строкой выше: - гриф: утверждаю"),
    ("  - гриф: согласовано\n", "", 4, "missing-key", "Напишите строкой выше: - гриф: согласовано"),
    ("  - гриф: утверждаю\n    д", "  - д", 7, "missing-key", "Напишите строкой ниже: гриф: утверждаю"),
    ("      - название: Отчёт\n", "", 26, "missing-key", "Напишите строкой выше: - название: …"),
    ("    название: штаб смены\n    состав", "  название: штаб смены\n  состав", 12, "indent",
     "Сдвиньте её и строки под ней, до строки 13. Напишите так (пробелов в начале: 4):     название: штаб смены"),
    (STAGE, "      - название: Завершение\n    мероприятия:\n", 20, "indent",
     "Напишите так (пробелов в начале: 2):   - название: Завершение"),
    ("      - название: Отбор\n        срок: май\n", "        срок: май\n      - название: Отбор\n", 17,
     "field-above-item", "Перенесите его под строку 18: срок: май"),
    ("      - название: Отчёт\n        срок: июль\n", "        срок: июль\n      - название: Отчёт\n", 26,
     "field-above-item", "Перенесите его под строку 27: срок: июль"),
    (STAGE, "  - Завершение\n", 20, "list-below-text",
     "Напишите так: - название: Завершение — а строкой ниже: мероприятия:"),
    (STAGE, "Завершающий этап\n", 20, "list-below-text",
     "Напишите так: - название: Завершающий этап — а строкой ниже: мероприятия:"),
    (STAGE, "  - название:\n    мероприятия:\n", 20, "empty-value", "Впишите значение"),
    ("срок: июль\n", "срок: июль\n        исполнитель: штаб\n", 29, "duplicate-key",
     "«ответственный» и «исполнитель» — одно и то же поле"),
]


@pytest.mark.parametrize(("there", "typed", "line", "code", "words"), LEFT_OUT)
def test_it_is_told_once_with_what_to_write(there: str, typed: str, line: int, code: str, words: str) -> None:
    assert compile_bytes(PLAN.encode(), "карта.yaml").findings == ()
    findings = compile_bytes(PLAN.replace(there, typed).encode(), "карта.yaml").findings
    assert [(one.span.line, one.code, hint(one)) for one in findings] == [(line, code, words)]


def test_an_approval_lacks_what_its_author_calls_so() -> None:
    compilation = compile_bytes(PLAN.replace("  - гриф: утверждаю\n    д", "  - д").encode(), "карта.yaml")
    assert [sentence(one) for one in compilation.findings] == ["Не хватает поля «гриф»"]
    typo = compile_bytes(PLAN.replace("гриф: утверждаю", "гриф: утверждю").encode(), "карта.yaml")
    assert typo.tree is not None
    assert [place_of(one, typo.tree) for one in typo.findings] in ([], ["второй гриф, гриф"])


@pytest.mark.parametrize("text", ["срок: май\n        срок: июнь", "срок: май\n\n        срок: май"])
def test_a_field_that_stands_twice_in_its_item_is_not_moved(text: str) -> None:
    findings = compile_bytes(PLAN.replace("срок: май", text).encode(), "карта.yaml").findings
    assert [one.code for one in findings] == ["duplicate-key"]


Slip = tuple[list[str], int, str, bool]
"""The lines with a slip, the line (from 1) and the code with which it is told, and whether its repair undoes it."""


def _owner(lines: list[Line], number: int) -> str:
    """The field that holds an item."""
    return next((line.key for line in reversed(lines[:number])
                 if not line.is_blank and line.key and not line.content and line.start < lines[number].indent), "")


def _fields_below(lines: list[Line], number: int) -> list[int]:
    """The lines of an item on which its fields begin, without the first."""
    rows: list[int] = []
    for row in range(number + 1, len(lines)):
        if not lines[row].is_blank and lines[row].indent < lines[number].start:
            break
        if not lines[row].is_blank and lines[row].indent == lines[number].start:
            rows.append(row)
    return rows


def _titles(lines: list[Line], owners: tuple[str, ...]) -> Iterator[tuple[int, Line, list[int]]]:
    for number, line in enumerate(lines):
        plain = line.content[:1] not in ("|", ">", "")
        if line.dash >= 0 and line.key == "название" and plain and _owner(lines, number) in owners:
            rows = _fields_below(lines, number)
            if rows and rows[0] == number + 1:
                yield number, line, rows


def title_line_left_out(text: list[str], lines: list[Line]) -> Iterator[Slip]:
    for number, _, _ in _titles(lines, ("мероприятия", "пункты", "этапы")):
        yield [*text[:number], *text[number + 1:]], number + 1, "missing-key", False


def first_field_above(text: list[str], lines: list[Line]) -> Iterator[Slip]:
    for number, _, (row, *_) in _titles(lines, ("мероприятия", "пункты")):
        if lines[row].content[:1] not in ("|", ">", "") and row + 1 < len(lines) and lines[row + 1].indent <= \
                lines[row].indent:
            yield [*text[:number], text[row], text[number], *text[row + 1:]], number + 1, "field-above-item", True


def stage_without_its_words(text: list[str], lines: list[Line]) -> Iterator[Slip]:
    for number, line, (row, *_) in _titles(lines, ("этапы",)):
        if lines[row].key == "мероприятия":
            for start in (line.text[:line.start], ""):
                yield [*text[:number], start + line.text[line.value:], *text[row + 1:]], number + 1, \
                    "list-below-text", True


def stage_too_far_right(text: list[str], lines: list[Line]) -> Iterator[Slip]:
    for number, line, _ in _titles(lines, ("этапы",)):
        yield [*text[:number], "    " + line.text, *text[number + 1:]], number + 1, "indent", True


def remark_of_word(text: list[str], lines: list[Line]) -> Iterator[Slip]:
    for number, line, _ in _titles(lines, ("мероприятия", "пункты")):
        for indent in (0, line.start):
            yield [*text[:number + 1], " " * indent + "Примечание [ТО1]: уточнить", *text[number + 1:]], number + 2, \
                "torn-line", False


@pytest.mark.parametrize("made", [title_line_left_out, first_field_above, stage_without_its_words,
                                  stage_too_far_right, remark_of_word])
def test_every_item_of_the_roadmaps(made: Callable[[list[str], list[Line]], Iterator[Slip]]) -> None:
    """One in twenty is let go: where an item lacks what its neighbours have, nothing comes again."""
    count, failed = 0, []
    for path in ROADMAPS:
        text = lines_of(path.read_text(encoding="utf-8"))
        for at, (typed, line, code, is_undone) in enumerate(made(text, [read_line(one) for one in text])):
            if at % 3:
                continue
            count += 1
            findings = compile_bytes("\n".join(typed).encode(), "карта.yaml").findings
            if [(one.span.line, one.code) for one in findings] != [(line, code)] \
                    or is_undone and _mended(typed, findings[0]) != text:
                failed.append(f"{path.name}:{line} {[(one.span.line, one.code) for one in findings][:4]}")
    assert count >= 5
    assert len(failed) <= count // 20, failed


def _mended(typed: list[str], finding: Finding) -> list[str]:
    return edited("\n".join(typed), finding.fixes[0].edits).split("\n") if finding.fixes else []
