"""The period of a plan: two neighbouring years are asked about, with both readings to choose from."""

from __future__ import annotations

from roadmap_compiler.compiler import compile_bytes

ROWS = "мероприятия:\n  - {название: а, срок: май 2027, ответственный: Куратор}\n"


def test_two_years_are_two_years_or_a_school_year() -> None:
    compilation = compile_bytes(f"название: План\nпериод: 2026–2027\n{ROWS}".encode(), "карта.yaml")
    (finding,) = compilation.findings
    assert (finding.code, finding.span.line) == ("period-ambiguous", 2)
    assert [fix.title for fix in finding.fixes] == ["2026–2027 годы", "2026/2027 учебный год"]


def test_either_reading_is_understood() -> None:
    for phrase in ("2026–2027 годы", "2026/2027 учебный год"):
        compilation = compile_bytes(f"название: План\nпериод: {phrase}\n{ROWS}".encode(), "карта.yaml")
        assert compilation.findings == ()


def test_a_wrong_year_at_the_end_gets_the_year_behind_the_start() -> None:
    for start, end, right in (("01.04.2027", "31.08.2026", "31.08.2027"), ("01.09.2026", "31.05.2026", "31.05.2027")):
        text = f"название: План\nпериод:\n  начало: {start}\n  конец: {end}\n{ROWS}"
        (finding,) = compile_bytes(text.encode(), "карта.yaml").findings
        assert (finding.code, finding.span.line, finding.params) == ("period-end-before-start", 4, {"near": right})
        assert [fix.title for fix in finding.fixes] == [right]
