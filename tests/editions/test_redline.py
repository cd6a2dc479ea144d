"""The redline: all changes accepted it is the new document, all rejected the old one."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from roadmap_compiler.documents.compiling import compile_document
from roadmap_compiler.editions.as_redline import as_redline
from roadmap_compiler.editions.comparing import compare
from roadmap_compiler.plan.plan import Plan
from tests.editions.mutations import make
from tests.editions.office import resolve_all, row_counts, texts
from tests.editions.truth import PAIRS, comparison_of, plan_at
from tests.roadmaps import plan_of
from tests.tools import microsoft_errors

NAMES = sorted(path.name for path in PAIRS.iterdir())


def redline(name: str) -> bytes:
    document, findings = as_redline(comparison_of(name))
    assert document is not None, findings
    return document


def built(plan: Plan) -> docx.document.Document:
    document, findings = compile_document(plan)
    assert document is not None, findings
    return docx.Document(BytesIO(document))


def both_builds(name: str) -> tuple[docx.document.Document, docx.document.Document]:
    """The new document and the old one."""
    return built(plan_at(PAIRS / name / "new.yaml")), built(plan_at(PAIRS / name / "old.yaml"))


def test_libreoffice_accepts_to_the_new_and_rejects_to_the_old_document(tmp_path: Path) -> None:
    resolved = resolve_all(tmp_path, {name: redline(name) for name in NAMES})
    for name in NAMES:
        for found, expected in zip(resolved[name], both_builds(name), strict=True):
            assert texts(found) == texts(expected), name
            assert row_counts(found) == row_counts(expected), name


def resolved_here(document: bytes, keep: str, drop: str) -> docx.document.Document:
    """All changes accepted (or rejected) by the letter of the standard (ECMA-376, part 1, 17.13.5), as Word does it."""
    found = docx.Document(BytesIO(document))
    body = found.element.body
    for row in list(body.iter(qn("w:tr"))):
        if row.find(f"{qn('w:trPr')}/{qn(drop)}") is not None:
            row.getparent().remove(row)
    for run in list(body.iter(qn(drop))):
        if run.getparent().tag not in (qn("w:rPr"), qn("w:trPr")):
            run.getparent().remove(run)
    for paragraph in list(body.iter(qn("w:p"))):
        if paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}/{qn(drop)}") is not None:
            following = paragraph.getnext()
            assert following is not None and following.tag == qn("w:p"), "a paragraph that has nothing to merge with"
            for run in [child for child in paragraph if child.tag != qn("w:pPr")][::-1]:
                at = 1 if following.find(qn("w:pPr")) is not None else 0
                following.insert(at, run)
            paragraph.getparent().remove(paragraph)
    for deleted in body.iter(qn("w:delText")):
        deleted.tag = qn("w:t")
    assert all(change.tag != qn(drop) for change in body.iter())
    assert keep
    return found


@pytest.mark.parametrize("name", NAMES)
def test_by_the_letter_of_the_standard_too(name: str) -> None:
    new, old = both_builds(name)
    document = redline(name)
    assert texts(resolved_here(document, "w:ins", "w:del")) == texts(new)
    assert texts(resolved_here(document, "w:del", "w:ins")) == texts(old)


def test_microsofts_validator_finds_no_error(tmp_path: Path) -> None:
    for name in ("merge-and-rename", "nested", "next-year", "stages-as-rows", "columns", "stages-turned"):
        path = tmp_path / f"{name}.docx"
        path.write_bytes(redline(name))
        assert microsoft_errors(path) == [], name


def test_added_and_removed_rows_are_rows_and_numbers_are_unique() -> None:
    body = docx.Document(BytesIO(redline("next-year"))).element.body
    rows = {mark: sum(1 for row in body.iter(qn("w:tr")) if row.find(f"{qn('w:trPr')}/{qn(mark)}") is not None)
            for mark in ("w:ins", "w:del")}
    # inserted: the new activity, the second part of the split, the moved one; deleted: the removed and the moved one
    assert rows == {"w:ins": 3, "w:del": 2}
    numbers = [change.get(qn("w:id")) for change in body.iter(qn("w:ins"), qn("w:del"))]
    assert len(numbers) == len(set(numbers))


def test_the_same_editions_give_the_same_bytes_and_equal_ones_no_change() -> None:
    assert redline("next-year") == redline("next-year")
    plan = plan_at(PAIRS / "nested" / "new.yaml")
    document, _ = as_redline(compare(plan, plan))
    assert document == compile_document(plan)[0]


def test_columns_that_come_go_and_change_places_are_tracked(tmp_path: Path) -> None:
    old = plan_of("""\
        таблица:
          столбцы: {номер: №, мероприятие: Дело, аудитория: Где, срок: Когда}
        мероприятия:
          - {название: Встреча, аудитория: класс 5, срок: май}
    """)
    new = plan_of("""\
        таблица:
          столбцы: {номер: №, срок: Сроки, мероприятие: Дело, ответственный: Кто}
        мероприятия:
          - {название: Встреча, срок: июнь, ответственный: Завуч}
    """)
    document, findings = as_redline(compare(old, new))
    assert document is not None, findings
    assert texts(resolved_here(document, "w:ins", "w:del")) == texts(built(new))
    assert texts(resolved_here(document, "w:del", "w:ins")) == texts(built(old))


@pytest.mark.parametrize("before", ["да", "нет"])
def test_a_row_of_column_numbers_comes_and_goes(before: str) -> None:
    text = """\
        таблица: {{номера столбцов: {}}}
        мероприятия:
          - {{название: Встреча, срок: май}}
    """
    old, new = plan_of(text.format(before)), plan_of(text.format("нет" if before == "да" else "да"))
    document, findings = as_redline(compare(old, new))
    assert document is not None, findings
    assert texts(resolved_here(document, "w:ins", "w:del")) == texts(built(new))
    assert texts(resolved_here(document, "w:del", "w:ins")) == texts(built(old))


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("name", ["school-14-kemerovo-2021-2022", "ddt-gorbatov-2021", "kirov-oo-template"])
def test_editions_made_at_random(name: str, seed: int) -> None:
    made = make(name, seed, 12)
    document, findings = as_redline(compare(made.old, made.new))
    assert document is not None, findings
    assert texts(resolved_here(document, "w:ins", "w:del")) == texts(built(made.new))
    assert texts(resolved_here(document, "w:del", "w:ins")) == texts(built(made.old))


def test_a_roadmap_with_the_characters_of_marks_is_refused() -> None:
    plan = plan_of("мероприятия:\n  - {название: Встреча \ue001, срок: май}\n")
    document, findings = as_redline(compare(plan, plan))
    assert document is None
    assert [finding.code for finding in findings] == ["redline-marks"]
