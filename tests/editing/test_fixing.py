"""fix: what every repair mends, and what it leaves alone."""

from __future__ import annotations

import codecs
import re
from functools import cache
from pathlib import Path

import pytest

from roadmap_compiler.compiler import compile_bytes
from roadmap_compiler.editing.fixing import Fixed, Wish, fix_bytes
from roadmap_compiler.editing.spans import apply_fixes
from roadmap_compiler.editing.written import read_written
from roadmap_compiler.findings import Edit, Finding, Fix, Span
from tests.editing.roadmap_texts import real_texts

SLIPS = sorted((Path(__file__).parents[1] / "err").glob("*.yaml"))


def check(data: bytes) -> tuple[Finding, ...]:
    return compile_bytes(data, "карта.yaml").findings


def fixed(data: bytes, **wish: object) -> Fixed:
    result = fix_bytes(data, check, Wish(**wish))  # type: ignore[arg-type]
    assert result is not None
    return result


@cache
def sources() -> dict[str, bytes]:
    """Files with something to repair: slips of writing, invented plans, the real roadmaps without their permissions."""
    plans = (Path(__file__).parents[1] / "rules" / "plans").glob("*.yaml")
    found = {path.name: path.read_bytes() for path in (*SLIPS, *sorted(plans))}
    for name, text in real_texts().items():
        found[name] = re.sub(r" *# roadmap: .*", "", text).encode()
    return found


@cache
def repairs() -> list[tuple[str, Finding, Fix]]:
    """Every repair that is offered for one of them."""
    return [(name, finding, fix) for name, data in sources().items()
            for finding in check(data) for fix in finding.fixes]


def outside(text: str, edits: tuple[Edit, ...]) -> list[str]:
    """The parts of a text that no edit touches, in order."""
    lines = re.split("(?<=\n)|(?<=\r)(?!\n)", text)

    def offset(line: int, column: int) -> int:
        return min(sum(map(len, lines[:line - 1])) + column - 1, len(text))

    parts, at = [], 0
    for span, _ in sorted(edits):
        parts.append(text[at:offset(span.line, span.column)])
        at = offset(span.end_line, span.end_column)
    return [*parts, text[at:]]


def test_most_slips_have_a_repair() -> None:
    assert len(SLIPS) >= 120
    repaired = {name for name, _, _ in repairs()}
    assert len([path for path in SLIPS if path.name in repaired]) > len(SLIPS) * 0.7


def test_every_repair_mends_its_finding_and_touches_nothing_else() -> None:
    wrong = []
    for name, finding, fix in repairs():
        written = read_written(sources()[name])
        assert written is not None
        edited = apply_fixes(written.text, [fix])
        assert edited.applied == (fix,), name
        kept = outside(written.text, fix.edits)
        pattern = "".join(f"{re.escape(part)}.{{0,200}}?" for part in kept[:-1]) + re.escape(kept[-1])
        assert re.fullmatch(pattern, edited.text, re.DOTALL), name
        again = check(written.to_bytes(edited.text))
        if any((other.code, other.span.line, other.params) == (finding.code, finding.span.line, finding.params)
               for other in again):
            wrong.append((name, finding.code))
    assert wrong == []


def test_a_safe_repair_leaves_nothing_of_the_slip() -> None:
    safe = [(name, finding) for name, finding, fix in repairs() if fix.safe]
    assert len(safe) > 60
    for name, finding in safe:
        assert finding.code not in {other.code for other in fixed(sources()[name]).left}, name


def test_repairs_go_on_until_none_is_left_and_line_ends_and_mark_stay() -> None:
    data = codecs.BOM_UTF8 + (
        "название: Встреча в MAOУ\r\nпериод: 2021/2022 учебный год\r\nмероприятия:\r\n"
        "\t- название: Встреча: в MAOУ\r\n\t  сорк: май\r\n\t  ответственный: Директор\r\n").encode()
    result = fixed(data)
    assert [finding.code for finding in result.left] == ["unknown-key"]
    assert result.data.startswith(codecs.BOM_UTF8)
    assert result.data.count(b"\r\n") == result.data.count(b"\n") == 6
    assert '- название: "Встреча: в МАОУ"' in result.after
    everything = fixed(data, unsafe=True)
    assert everything.left == ()
    assert "срок: май" in everything.after


def test_only_the_wished_code_is_repaired() -> None:
    data = "название: Встреча в MAOУ\nпериод: 2021\nмероприятия:\n  –  название: А: Б\n".encode()
    before = {finding.code for finding in check(data)}
    result = fixed(data, code="latin-letters")
    assert before - {finding.code for finding in result.left} == {"latin-letters"}


def test_one_place_and_one_of_several_variants_may_be_chosen() -> None:
    data = ("название: К\nпериод: 2021/2022 учебный год\nмероприятия:\n"
            "  - название: А\n    срок: Март октябрь\n    ответственный: Директор\n"
            "  - название: Б\n    срок: Май июнь\n    ответственный: Директор\n").encode()
    code = next(finding.code for finding in check(data) if finding.span.line == 5)
    variants = [fix.title for finding in check(data) if finding.span.line == 5 for fix in finding.fixes]
    assert len(variants) > 1
    for number, phrase in enumerate(variants, start=1):
        result = fixed(data, line=5, variant=number)
        assert result.after == data.decode().replace("Март октябрь", phrase)
        assert [finding.span.line for finding in result.left if finding.code == code] == [8]
    assert fixed(data, line=5, variant=9).data == fixed(data, unsafe=True, line=5).data == data


def test_what_the_author_allowed_is_left_alone() -> None:
    data = ("название: Встреча в MAOУ  # roadmap: разрешить latin-letters — так в уставе\n"
            "период: 2021\nмероприятия:\n  - {название: А, срок: май, ответственный: Директор}\n").encode()
    assert fixed(data, unsafe=True).data == data


def test_of_several_doubtful_repairs_none_is_chosen() -> None:
    finding = check("название: А\nпериод: 2021/2022 учебный год\nмероприятия:\n"
                    "  - {название: А, срок: Март октябрь, ответственный: Директор}\n".encode())[0]
    two = finding._replace(fixes=(Fix("а", ()), Fix("б", ())))
    result = fix_bytes("а: б\n".encode(), lambda data: [two], Wish(unsafe=True))
    assert result is not None
    assert result.repaired == ()


def test_a_repair_that_never_ends_is_stopped() -> None:
    def always(data: bytes) -> list[Finding]:
        finding = check("название: MAOУ\nпериод: 2021\n".encode())[0]
        place = finding.span._replace(line=1, column=1, end_line=1, end_column=1)
        return [finding._replace(fixes=(Fix("", (Edit(place, "а"),), safe=True),))]

    result = fix_bytes("а: б\n".encode(), always, Wish())
    assert result is not None
    assert len(result.after) < 100


def test_windows_1251_is_written_as_utf_8_by_fix_alone() -> None:
    text = "название: Карта\nпериод: 2021\nмероприятия:\n  - {название: А, срок: май, ответственный: Директор}\n"
    result = fixed(text.encode("cp1251"))
    assert result.old_encoding == "Windows-1251"
    assert result.data == text.encode()
    assert result.left == ()
    assert fixed(text.encode("cp1251"), code="tab").data == text.encode("cp1251")


def test_a_doubtful_repair_that_makes_the_file_worse_is_not_made() -> None:
    text = "название: План\nпериод: 2021\nмероприятия:\n  - {название: А, срок: май, ответственный: Я}\n"
    where = Span("карта.yaml", 1, 11, 1, 15)
    wrong = Finding("colon-in-value", "error", where, {}, (), (Fix("", (Edit(where, "[Пл: ан"),), False),))
    good = Finding("tab", "error", where, {}, (), (Fix("", (Edit(Span("карта.yaml", 2, 9, 2, 13), "2022"),), False),))

    def told(data: bytes) -> list[Finding]:
        worse = [wrong, wrong] if b"[" in data else []
        return [*worse, wrong, *([good] if b"2021" in data else [])]

    result = fix_bytes(text.encode(), told, Wish(unsafe=True))
    assert result is not None
    assert result.after == text.replace("2021", "2022")
    assert result.repaired == (good,)


MORE_THAN_ONE_TEXT = [
    'ответственный: "белова", ким и сайт школы', "ответственный: [белова, ким].", "ответственный: {белова, ким",
    "срок: июнь место: зал", "срок: июнь, 10: 30", "место: зал ответсвенный: ким", "результат: | Приказ",
    "результат: {вид: приказ} и справка", 'результат: "Приказ", справка',
]


@pytest.mark.parametrize("line", MORE_THAN_ONE_TEXT)
def test_what_may_be_several_things_is_never_made_one_text_unasked(line: str) -> None:
    text = ("название: План\nпериод: 2027\nлюди:\n  ким: Ким О.В., педагог\n  белова: Белова И.Н., методист\n"
            f"мероприятия:\n  - название: Линейка\n    {line}\n    id: а\n    участники: [ким, белова]\n")
    result = fixed(text.encode())
    assert line in result.after
    assert any(finding.severity == "error" for finding in result.left)
