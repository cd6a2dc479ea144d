"""What stands in a rendered document: docxtpl is the oracle for the same template and view."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmap_compiler.documents import TemplateFailed, bundled_template
from tests.documents.samples import body_of, lines, paragraph, prepared, row, stage, table, template, view, with_parts


def docxtpl_lines(package: bytes, values: dict[str, object]) -> list[str]:
    from docxtpl import DocxTemplate
    from jinja2 import StrictUndefined
    from jinja2.sandbox import SandboxedEnvironment

    oracle = DocxTemplate(BytesIO(package))
    oracle.render(dict(values), SandboxedEnvironment(autoescape=True, undefined=StrictUndefined))
    out = BytesIO()
    oracle.save(out)
    return lines(out.getvalue())


# The upright template as somebody saved it anew: compiled when it is used, as every template of a user.
UPRIGHT = bundled_template("portrait")
OWN = with_parts(UPRIGHT, {"word/document.xml": body_of(UPRIGHT).encode() + b" "})
VIEWS = {
    "everything": view(12),
    "bare": view(1, letterhead=[], approvals=[], title=[], signatures=[], footer="", mark="", has_column_numbers=False),
    "no header": view(2, has_header=False, has_column_numbers=False),
    "markup in values": view(1, title=["A & B < C ]]> D", "&amp; <w:p/> \"кавычки\" 'и'"], footer="a\nb\tc"),
    "merged": view(rows=[
        ("activity", [(2000, 1, "restart", "Этап"), (8205, 4, "", "первое")]),
        ("activity", [(2000, 1, "continue", ""), (8205, 4, "", "второе")]),
        ("long", [(10205, 5, "", "третье")]),
    ]),
}


@pytest.mark.parametrize("name", ["portrait", "landscape", "own"])
@pytest.mark.parametrize("case", VIEWS)
def test_text_is_that_of_docxtpl(name: str, case: str) -> None:
    package = OWN if name == "own" else bundled_template(name)
    ours = lines(prepared(package).render(VIEWS[case]))
    assert ours == docxtpl_lines(package, VIEWS[case])
    assert len(ours) > 5


def test_every_value_of_the_view_is_printed_once_and_in_order() -> None:
    text = "\n".join(lines(prepared(bundled_template("portrait")).render(view(2))))
    expected = [
        "ПРОЕКТ", "«Средняя школа № 14»", "СОГЛАСОВАНО", "УТВЕРЖДАЮ", "Приложение № 1", "«дорожная карта»", "№ п/п",
        "Результат", "Подготовка условий", "1.1", "& педагогов", "1.2", "Исполнитель", "Юлия Сергеевна",
    ]
    places = [text.index(piece) for piece in expected]
    assert places == sorted(places)
    assert text.count("Подготовка условий") == 1


def test_widths_spans_and_merges_reach_the_table() -> None:
    document = docx.Document(BytesIO(prepared(bundled_template("portrait")).render(VIEWS["merged"])))
    roadmap = next(t for t in document.tables if t.style is not None and t.style.name == "Таблица карты")
    grid = re.findall(r'<w:gridCol w:w="(\d+)"', roadmap._tbl.tblGrid.xml)
    assert grid == ["680", "4000", "1705", "1900", "1920"]
    first, second, third = roadmap.rows[2:]
    assert [(tc.width.twips if tc.width else 0, tc.grid_span, tc.vMerge) for tc in first._tr.tc_lst] == [
        (2000, 1, "restart"), (8205, 4, None)]
    assert second._tr.tc_lst[0].vMerge == "continue"
    assert [tc.grid_span for tc in third._tr.tc_lst] == [5]


def test_head_rows_repeat_and_stage_rows_stay_with_the_next() -> None:
    body = body_of(prepared(bundled_template("landscape")).render(view(1)))
    rows = re.findall(r"<w:tr>.*?</w:tr>", body[body.index("RoadmapTable"):])
    assert [("<w:tblHeader/>" in r, "<w:cantSplit/>" in r) for r in rows[:4]] == [
        (True, True), (True, True), (False, True), (False, True)]
    assert "StageRow" in rows[2]
    styles = ZipFile(BytesIO(bundled_template("landscape"))).read("word/styles.xml").decode()
    assert re.search(r'styleId="StageRow".*?<w:keepNext/>', styles)


def test_a_long_row_may_break_over_pages() -> None:
    rows = [row("высокая", "", "", "", "", kind="long"), row("обычная", "", "", "", "")]
    body = body_of(PORTRAIT.render(view(rows=rows)))
    long, usual = (next(r for r in body.split("<w:tr>") if word in r) for word in ("высокая", "обычная"))
    assert "<w:cantSplit/>" not in long
    assert "<w:cantSplit/>" in usual


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


@settings(deadline=None)
@given(st.sampled_from(["title", "heading", "cell", "signature", "approval", "footer"]), TEXT, st.booleans())
def test_any_text_comes_back_or_is_refused(field: str, text: str, own: bool) -> None:
    values = {
        "title": lambda: view(1, title=["(" + text + ")"]),
        "heading": lambda: view(1, columns=[(10205, "(" + text + ")", "1")]),
        "cell": lambda: view(rows=[row("1", "(" + text + ")", "", "", "")]),
        "signature": lambda: view(1, signatures=[("(" + text + ")", "А")]),
        "approval": lambda: view(1, approvals=[([], ["(" + text + ")"])]),
        "footer": lambda: view(1, footer="(" + text + ")"),
    }[field]()
    try:
        package = (USERS_OWN if own else PORTRAIT).render(values)
    except TemplateFailed as failure:
        assert failure.problem.code == "template-forbidden-character"
        assert re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", text)
        return
    assert "(" + text.replace("\r\n", "\n").replace("\r", "\n") + ")" in lines(package)


PORTRAIT = prepared(bundled_template("portrait"))
USERS_OWN = prepared(OWN)


@pytest.mark.parametrize("code", [0, 0x0B, 0x0C, 0x1F, 0xFFFE, 0xFFFF, 0xD800])
def test_a_character_that_xml_cannot_carry_is_refused_by_its_number(code: int) -> None:
    letter = chr(code)
    with pytest.raises(TemplateFailed) as caught:
        PORTRAIT.render(view(1, title=["до" + letter + "после"]))
    assert caught.value.problem.params == {"character": f"U+{code:04X}"}


@pytest.mark.parametrize(
    "text", ["{{ title }}", "{% if x %}", "{_{ x }_}", "{#width 1#}", "]]>", "&amp;", "a\u00a0b", "<"])
def test_brackets_and_entities_in_values_are_only_text(text: str) -> None:
    assert text in lines(PORTRAIT.render(view(1, title=[text])))


def test_title_and_dates_of_the_file_come_from_the_view_alone() -> None:
    package = PORTRAIT.render(view(1, document_title="Карта «А & Б»\n<2021>"))
    properties = docx.Document(BytesIO(package)).core_properties
    assert properties.title == "Карта «А & Б» <2021>"
    assert (properties.created, properties.modified) == (properties.modified, properties.created)
    assert properties.created is not None
    assert properties.created.isoformat().startswith("2021-09-01T00:00:00")
    assert properties.author == ""


def test_values_are_not_mixed_up_between_documents() -> None:
    first, second = view(2), view(2, title=["Другая карта"])
    alone = PORTRAIT.render(first)
    PORTRAIT.render(second)
    assert PORTRAIT.render(first) == alone


def test_a_tag_cut_into_runs_is_one_tag() -> None:
    body = paragraph("До {", "{ doc", "ument_", "title }", "} после")
    cut = body.replace("<w:r>", '<w:proofErr w:type="spellStart"/><w:r><w:rPr><w:b/></w:rPr>')
    for xml in (body, cut):
        assert lines(prepared(template(xml)).render(view(1, document_title="Карта"))) == ["До Карта после"]


def test_a_tag_with_a_tab_and_a_hyphen_of_word_inside() -> None:
    body = (
        "<w:p><w:r><w:t>{{</w:t><w:tab/><w:t>12 </w:t><w:noBreakHyphen/><w:t> 2 }}!</w:t></w:r></w:p>"
    )
    assert lines(prepared(template(body)).render(view(1))) == ["10!"]


def test_tags_in_header_and_text_box_are_rendered() -> None:
    box = (
        "<w:p><w:r><w:t>снаружи {{ mark }}</w:t></w:r><w:r><w:pict><w:txbxContent>"
        + paragraph("внутри {{ footer }}") + "</w:txbxContent></w:pict></w:r></w:p>"
    )
    package = prepared(template(box, paragraph("{{ mark }}, лист"))).render(view(1, footer="Ф"))
    assert "внутри Ф" in body_of(package)
    assert "снаружи ПРОЕКТ" in body_of(package)
    assert docx.Document(BytesIO(package)).sections is not None
    assert "ПРОЕКТ, лист" in ZipFile(BytesIO(package)).read("word/header1.xml").decode()


def test_conditions_inside_a_line_and_over_runs() -> None:
    body = paragraph("{% if mark %}", "Это {{ mark }}", "{% else %}чистовик", "{% endif %}.")
    assert lines(prepared(template(body)).render(view(1))) == ["Это ПРОЕКТ."]
    assert lines(prepared(template(body)).render(view(1, mark=""))) == ["чистовик."]


def test_background_of_a_cell() -> None:
    body = table(("{% cellbg 'FFE0' ~ '00' %}Цвет",)) + paragraph("")
    assert '<w:shd w:val="clear" w:color="auto" w:fill="FFE000"/>' in body_of(prepared(template(body)).render(view(1)))


GAPS = {
    "empty cell": table(("{%p for line in letterhead %}",)).replace(
        "</w:p></w:tc>", "</w:p>" + paragraph("{{ line }}") + paragraph("{%p endfor %}") + "</w:tc>"),
    "empty table": table(("{%tr for line in letterhead %}",), ("{{ line }}",), ("{%tr endfor %}",)),
    "empty row": table(("{%tc for line in letterhead %}", "{{ line }}", "{%tc endfor %}"), ("конец", "", "")),
    "tables side by side": table(("а",)) + paragraph("{%p if letterhead %}") + paragraph("x") + paragraph(
        "{%p endif %}") + table(("б",)),
}


@pytest.mark.parametrize("case", GAPS)
def test_nothing_is_left_that_word_would_have_to_repair(case: str) -> None:
    body = body_of(prepared(template(GAPS[case] + "<w:sectPr/>")).render(view(1, letterhead=[])))
    for cell in re.findall(r"<w:tc>.*?</w:tc>", body):
        assert re.search(r"(</w:p>|<w:p/>)</w:tc>$", cell)
    for cells in re.findall(r"<w:tr>.*?</w:tr>", body):
        assert "<w:tc>" in cells
    for rows in re.findall(r"<w:tbl>.*?</w:tbl>", body):
        assert "<w:tr>" in rows
    assert "</w:tbl><w:tbl>" not in body
    assert "</w:tbl><w:sectPr" not in body


def test_growth_is_no_more_than_linear_in_size() -> None:
    once, hundredfold = (len(body_of(PORTRAIT.render(view(n)))) for n in (10, 1_000))
    assert hundredfold < 100 * once


def test_a_template_saved_by_libreoffice_has_one_set_of_properties() -> None:
    relations = ZipFile(BytesIO(bundled_template("portrait"))).read("_rels/.rels").decode()
    misspelt = relations.replace(
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
        "http://schemas.openxmlformats.org/officedocument/2006/relationships/metadata/core-properties",
    )
    assert misspelt != relations
    package = prepared(with_parts(bundled_template("portrait"), {"_rels/.rels": misspelt.encode()})).render(view(1))
    names = ZipFile(BytesIO(package)).namelist()
    assert len(names) == len(set(names))
    assert docx.Document(BytesIO(package)).core_properties.title == "«Дорожная карта» наставничества"


def test_stage_rows_of_a_document_without_activities() -> None:
    document = PORTRAIT.render(view(rows=[stage("1", "Только этап")]))
    assert "Только этап" in lines(document)
