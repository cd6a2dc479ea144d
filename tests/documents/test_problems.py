"""Mistakes of a template: each has a code, the place in the Word file, and a sentence without jargon."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmap_compiler.documents import Place, TemplateFailed, TemplateProblem, bundled_template, prepare
from roadmap_compiler.messages.templates import EN, RU, placed, where
from tests.documents.samples import body_of, lines, paragraph, table, template, view, with_parts


def problems_of(body: str, header: str = "") -> list[TemplateProblem]:
    found, problems = prepare(template(body, header), "мой.docx")
    assert (found is None) == bool(problems)
    for problem in problems:
        for sentences in (RU, EN):
            sentence = sentences[problem.code].format_map({"template": "мой.docx", **placed(problem)})
            assert not re.search(r"jinja|xml|None|Traceback", sentence, re.IGNORECASE)
    return problems


ROWS = "{%tr for kind, cells in rows %}"

ONE_MISTAKE = {
    "{{ title": ("template-unpaired-bracket", {}),
    "title }}": ("template-unpaired-bracket", {}),
    "{{ mark }} и {{ footer ": ("template-unpaired-bracket", {}),
    "{{ mark %}": ("template-unpaired-bracket", {}),
    "{% if mark == “да” %}x{% endif %}": ("template-curly-quotes", {}),
    "{% if mark == «да» %}x{% endif %}": ("template-curly-quotes", {}),
    "{{ 'а }}": ("template-unpaired-quote", {}),
    "{% р if mark %}": ("template-cyrillic-letters", {"near": "p"}),
    "{{ тitle }}": ("template-unknown-name", {"name": "тitle"}),
    "{{ mаrk }}": ("template-cyrillic-letters", {"name": "mаrk", "near": "mark"}),
    "{% p if mark %}": ("template-space-before-level", {"right": "{%p if mark %}"}),
    "{%tr for kind, cells in rows %}": ("template-outside-table", {"level": "tr"}),
    "{% colspan 2 %}": ("template-outside-cell", {}),
    "{%p if mark %} и ещё": ("template-text-beside-tag", {"text": "и ещё"}),
    "{{r mark }}": ("template-ready-markup", {"level": "r"}),
    "{{p mark }}": ("template-ready-markup", {"level": "p"}),
    "{%- if mark %}x{% endif %}": ("template-join-mark", {"mark": "-"}),
    "{{ }}": ("template-empty-tag", {}),
    "{% fro line in title %}{{ line }}": ("template-unknown-block", {"name": "fro", "near": "for"}),
    "{% include 'x' %}": ("template-forbidden-block", {"name": "include"}),
    "{% autoescape false %}{{ mark }}": ("template-forbidden-block", {"name": "autoescape"}),
    "{% macro m() %}": ("template-forbidden-block", {"name": "macro"}),
    "{% set x %}": ("template-forbidden-block", {}),
    "{% if mark %}x": ("template-unclosed-block", {"closing": "endif"}),
    "x{% endfor %}": ("template-extra-block", {}),
    "{% if mark %}x{% endfor %}{% endif %}": ("template-extra-block", {"name": "endfor"}),
    "{{ mark + }}": ("template-syntax", {}),
    "{{ mark mark }}": ("template-syntax", {}),
    "{% for in title %}{% endfor %}": ("template-syntax", {}),
    "{{ titel }}": ("template-unknown-name", {"name": "titel", "near": "title"}),
    "{{ совсем_другое }}": ("template-unknown-name", {"near": ""}),
    "{{ mark|uper }}": ("template-unknown-filter", {"name": "uper", "near": "upper"}),
    "{{ mark|safe }}": ("template-unknown-filter", {"name": "safe"}),
    "{% if mark is nubmer %}{% endif %}": ("template-unknown-test", {"near": "number"}),
    "{% for row in rows %}{{ row.kinds }}{% endfor %}": ("template-unknown-field", {"owner": "row", "near": "kind"}),
    "{% for row in rows %}{{ loop.idnex }}{% endfor %}": ("template-unknown-field", {"near": "index"}),
    "{% for a, b in columns %}{% endfor %}": ("template-wrong-parts", {"parts": "width, heading, number"}),
    "{% for a, b in title %}{% endfor %}": ("template-no-parts", {"count": "2"}),
    "{% for x in mark %}{% endfor %}": ("template-not-a-list", {"name": "mark"}),
    "{{ title }}": ("template-prints-list", {"name": "title"}),
    "{{ has_header }}": ("template-prints-list", {"name": "has_header"}),
    "{{ mark.__class__ }}": ("template-forbidden", {}),
    "{{ mark['__class__'] }}": ("template-forbidden", {}),
    "{{ cycler }}": ("template-unknown-name", {}),
    "{{ lipsum.__globals__ }}": ("template-unknown-name", {}),
}


TWO_MISTAKES = ("{{ lipsum.__globals__ }}", "{%tr for kind, cells in rows %}", "{%p if mark %} и ещё")


@pytest.mark.parametrize("text", ONE_MISTAKE)
def test_one_mistake_is_one_problem_at_its_paragraph(text: str) -> None:
    code, params = ONE_MISTAKE[text]
    found = problems_of(paragraph("Начало {{ mark }}") + paragraph("до") + paragraph(text))
    first = found[0]
    assert first.code == code
    assert first.place == Place(paragraph=3)
    assert params.items() <= first.params.items()
    assert len(found) == 1 or text in TWO_MISTAKES


def test_a_place_in_a_table_a_header_and_beside_tables() -> None:
    inner = table(("{{ mark }}", "{{ mrak }}"), ("", "{{ footre }}"))
    body = paragraph("а") + table(("",)) + inner + paragraph("{{ maark }}")
    found = problems_of(body, paragraph("") + paragraph("{{ xyz }}"))
    assert {where(p.place) for p in found} == {
        "таблица 2, строка 1, столбец 2", "таблица 2, строка 2, столбец 2", "абзац 2",
        "верхний колонтитул, абзац 2",
    }
    assert where(found[0].place, "en") == "table 2, row 1, column 2"


def test_all_mistakes_come_out_in_one_run_in_the_order_of_the_document() -> None:
    bodies = ["{{ titel }}", "{% if mark == “x” %}y", "{{ mark + }}", "{{ незакрытая"]
    found = problems_of("".join(map(paragraph, bodies)))
    assert [p.place.paragraph for p in found] == sorted(p.place.paragraph for p in found)
    assert {p.place.paragraph for p in found} >= {2, 3, 4}


def test_a_block_begun_in_one_cell_and_closed_in_another() -> None:
    (problem,) = problems_of(table(("{% if mark %}a", "b{% endif %}")))
    assert (problem.code, problem.params["opening"]) == ("template-crossed-block", "{% if mark %}")
    assert problem.place == Place(table=1, row=1, column=2)


def test_rows_closed_as_paragraphs() -> None:
    (problem,) = problems_of(table((ROWS,), ("{{ kind }}",), ("{%p endfor %}",)))
    assert problem.code == "template-crossed-block"


def test_text_in_a_row_that_a_tag_takes_away() -> None:
    (problem,) = problems_of(table((ROWS, "Срок"), ("{{ kind }}", ""), ("{%tr endfor %}", "")))
    assert (problem.code, problem.params["text"]) == ("template-text-beside-tag", "Срок")


FAILING = {
    "{{ 1 // (mark|length - 6) }}": "template-division-by-zero",
    "{{ columns[9][1] }}": "template-undefined",
    "{{ mark|attr('__class__') }}": "template-forbidden",
    "{{ 'а' * 10**9 }}": "template-forbidden",
    "{{ range(10**9)|length }}": "template-run-error",
    "{{ mark.upper }}": "template-prints-object",
    "{{ [mark] }}": "template-prints-object",
    "{{ mark or none if not mark else none }}": "template-prints-object",
    "{{ mark + 1 }}": "template-run-error",
    "{{ '%s'|format() }}": "template-run-error",
    "{{ range.__init__ }}": "template-forbidden",
}


@pytest.mark.parametrize("text", FAILING)
def test_what_fails_only_with_data_names_its_tag_and_place(text: str) -> None:
    found, problems = prepare(template(paragraph("{{ mark }}") + table(("а", "итого " + text))), "т")
    if found is None:  # seen without data
        assert [p.code for p in problems] == [FAILING[text]]
        return
    with pytest.raises(TemplateFailed) as caught:
        found.render(view(1))
    problem = caught.value.problem
    assert (problem.code, problem.params, problem.place) == (FAILING[text], {"tag": text}, Place("body", 1, 1, 2))


@pytest.mark.parametrize("text", ["{#width 'широко'#}а", "{#width -5#}а", "{% cellbg 'красный' %}а", "{#vmerge 'x'#}а"])
def test_a_property_that_word_would_not_take(text: str) -> None:
    found, problems = prepare(template(table(("{{ mark }}", text))), "т")
    assert found is not None, problems
    with pytest.raises(TemplateFailed) as caught:
        found.render(view(1))
    assert caught.value.problem.code == "template-wrong-property"
    assert caught.value.problem.place.column == 2


def test_ready_markup_cannot_be_made_by_filters() -> None:
    found, problems = prepare(template(paragraph("{{ '<w:p/>'|e|upper }}{{ ['a<b', mark]|join('<') }}")), "т")
    assert found is not None, problems
    assert b"<W:P/>" not in found.render(view(1))
    assert lines(found.render(view(1))) == ["<W:P/>a<b<ПРОЕКТ"]


WHOLE = {
    "empty": (b"", "template-not-docx"),
    "text": ("название: Карта".encode(), "template-not-docx"),
    "old": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "template-old-doc"),
    "cut short": (bundled_template("portrait")[:3000], "template-damaged"),
    "no document": (with_parts(bundled_template("portrait"), {"word/document.xml": b"<x"}), "template-damaged"),
    "entities": (
        with_parts(bundled_template("portrait"), {"word/document.xml": b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'}),
        "template-damaged",
    ),
    "deep": (
        with_parts(bundled_template("portrait"), {"word/document.xml": b"<x>" * 5000 + b"</x>" * 5000}),
        "template-damaged",
    ),
    "bomb": (with_parts(bundled_template("portrait"), {"word/media/a.bmp": bytes(50_000_000)}), "template-too-big"),
    "path": (with_parts(bundled_template("portrait"), {"../../evil": b"x"}), "template-damaged"),
    "macros": (with_parts(bundled_template("portrait"), {"word/vbaProject.bin": b"x"}), "template-macros"),
    "no tags": (template(paragraph("Просто документ { } %")), "template-without-tags"),
}


@pytest.mark.parametrize("case", WHOLE)
def test_a_file_that_is_no_template(case: str) -> None:
    package, code = WHOLE[case]
    found, problems = prepare(package, "шаблон.docx")
    assert found is None
    assert [problem.code for problem in problems] == [code]
    assert "шаблон.docx" in RU[code].format_map(problems[0].params)


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_a_damaged_file_is_a_problem_and_never_an_exception(data: st.DataObject) -> None:
    package = bytearray(bundled_template("portrait"))
    for _ in range(data.draw(st.integers(1, 5))):
        package[data.draw(st.integers(0, len(package) - 1))] = data.draw(st.integers(0, 255))
    found, problems = prepare(bytes(package), "x")
    assert (found is None) == bool(problems)


PIECES = ["{{", "}}", "{%", "%}", "{#", "#}", " ", "title", "mark", "for line in title", "endfor", "if mark", "endif",
          "else", "p ", "tr ", "'", '"', "|", ".", "x", "-", "line", "colspan 2", "width 5", "(", ")", "{", "}",
          "set x = 1"]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.lists(st.sampled_from(PIECES), max_size=8).map("".join), max_size=4), st.booleans())
def test_whatever_is_typed_into_a_template_is_told_or_printed_well_formed(texts: list[str], in_table: bool) -> None:
    from xml.etree import ElementTree

    body = table(tuple(texts) or ("",)) if in_table else "".join(map(paragraph, texts))
    found, problems = prepare(template(paragraph("{{ footer }}") + body), "x")
    assert (found is None) == bool(problems)
    if found is not None:
        try:
            ElementTree.fromstring(body_of(found.render(view(1))))
        except TemplateFailed as failure:
            assert failure.problem.code in RU


def test_every_sentence_exists_in_both_languages_with_the_same_parameters() -> None:
    assert RU.keys() == EN.keys()
    for code, sentence in RU.items():
        fields = set(re.findall(r"(?<!\{)\{(\w+)\}", sentence)) - {"place"}
        assert fields == set(re.findall(r"(?<!\{)\{(\w+)\}", EN[code])) - {"place_en"}, code
