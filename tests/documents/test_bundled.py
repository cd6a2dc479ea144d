"""The bundled templates: fresh, valid, alike on every machine, and good pages in an office program."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest

from roadmap_compiler.documents import bundled_template, prepare
from roadmap_compiler.documents.drawing import SHEETS, STYLES, Sheet, draw
from roadmap_compiler.documents.package import read_members
from roadmap_compiler.documents.precompiled import precompiled_parts
from roadmap_compiler.documents.precompiling import FOLDER, modules
from tests.documents.samples import row, stage, view, with_parts
from tests.tools import tool

NAMES = ("portrait", "landscape")


def rendered(name: str, **changes: object) -> bytes:
    template, problems = prepare(bundled_template(name), name)
    assert template is not None, problems
    return template.render(view(40, **changes))


def parts(package: bytes) -> list[tuple[str, bytes]]:
    return [(member.name, member.data) for member in read_members(package)]


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_the_files_are_what_the_drawing_draws(sheet: Sheet) -> None:
    """Compared part by part, for the packed bytes depend on zlib. Mend with ``make regenerate``."""
    assert parts(bundled_template(sheet.name)) == parts(draw(sheet))


def test_the_compiled_templates_are_fresh() -> None:
    """Mend with ``make regenerate``."""
    for name, text in modules().items():
        assert (FOLDER / name).read_text(encoding="utf-8") == text, name


@pytest.mark.parametrize("name", NAMES)
def test_a_template_compiled_beforehand_prints_as_one_compiled_now(name: str) -> None:
    beforehand = bundled_template(name)
    body = dict(parts(beforehand))["word/document.xml"]
    now = with_parts(beforehand, {"word/document.xml": body + b"\n"})  # another file that says the same
    assert precompiled_parts(beforehand) is not None
    assert precompiled_parts(now) is None
    templates = [prepare(package, name)[0] for package in (beforehand, now)]
    for changes in ({}, *ODD.values()):
        printed = [template.render(view(5, **changes)) for template in templates if template is not None]
        assert len(printed) == 2
        assert sorted(parts(printed[0])) == sorted(parts(printed[1]))
    assert len({(t.text_width, t.text_height) for t in templates if t is not None}) == 1


@pytest.mark.parametrize(("russian", "english"), [("книжный", "portrait"), ("Альбомный", "LANDSCAPE")])
def test_both_languages_name_the_same_file(russian: str, english: str) -> None:
    assert bundled_template(russian) == bundled_template(english)
    with pytest.raises(KeyError):
        bundled_template("../portrait")


@pytest.mark.parametrize("name", NAMES)
def test_the_page_follows_the_standard(name: str) -> None:
    section = docx.Document(BytesIO(rendered(name))).sections[0]
    size = tuple(round(length.mm) for length in (section.page_width, section.page_height) if length)
    assert size == ((210, 297) if name == "portrait" else (297, 210))
    margins = (section.left_margin, section.right_margin, section.top_margin, section.bottom_margin)
    assert [round(margin.mm) for margin in margins if margin] == [20, 10, 20, 20]
    assert section.header_distance is not None
    assert round(section.header_distance.mm) == 10
    assert section.different_first_page_header_footer
    header = section.header.part.blob.decode()
    assert re.search(r'<w:instrText[^>]*> PAGE </w:instrText>.*"separate".*<w:t>2</w:t>', header)
    assert section.first_page_header.paragraphs[0].text == ""


@pytest.mark.parametrize("name", NAMES)
def test_language_font_and_mode(name: str) -> None:
    package = ZipFile(BytesIO(bundled_template(name)))
    styles = package.read("word/styles.xml").decode()
    assert '<w:lang w:val="ru-RU"' in styles
    for letters in ("ascii", "hAnsi", "cs", "eastAsia"):
        assert f'w:{letters}="Times New Roman"' in styles
    whole = b"".join(package.read(part) for part in package.namelist()).decode()
    assert "asciiTheme" not in whole
    assert "docGrid" not in whole
    assert 'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"' in whole
    listed = {style.name for style in docx.Document(BytesIO(bundled_template(name))).styles}
    assert {style.name for style in STYLES} <= listed


@pytest.mark.parametrize("name", NAMES)
def test_every_table_is_followed_by_a_paragraph_and_every_cell_has_a_width(name: str) -> None:
    for package in (rendered(name), bundled_template(name)):
        body = ZipFile(BytesIO(package)).read("word/document.xml").decode()
        assert len(re.findall(r"</w:tbl>", body)) == len(re.findall(r"</w:tbl><w:p>", body)) == 3
        assert body.count("<w:tc>") == len(re.findall(r'<w:tcPr><w:tcW w:w="\d+" w:type="dxa"/>', body))
        assert body.count('<w:tblLayout w:type="fixed"/>') == 3


def test_a_bundled_template_needs_no_jinja() -> None:
    """A command that builds one document is not to wait for it."""
    program = (
        "import sys\n"
        "from roadmap_compiler.documents import bundled_template, prepare\n"
        "assert prepare(bundled_template('portrait'), 'x')[0] is not None\n"
        "print(sorted({'jinja2', 'docxtpl', 'docx', 'lxml'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True,
                          cwd=Path(__file__).parents[2])
    assert done.stdout.strip() == b"[]"


def test_same_bytes_in_any_time_zone_locale_and_hash_order(tmp_path: Path) -> None:
    program = (
        "import sys; sys.path.insert(0, '.')\n"
        "from tests.documents.test_bundled import rendered\n"
        "import hashlib; print(hashlib.sha256(rendered('portrait') + rendered('landscape')).hexdigest())"
    )
    sums = set()
    for zone, language, seed in (("UTC", "C", "0"), ("Asia/Vladivostok", "ru_RU.UTF-8", "1"), ("", "C.UTF-8", "77")):
        environment = {**os.environ, "TZ": zone, "LC_ALL": language, "PYTHONHASHSEED": seed}
        done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, check=True,
                              cwd=Path(__file__).parents[2])
        sums.add(done.stdout.strip())
    assert len(sums) == 1


def test_the_package_carries_no_time_and_no_trace_of_its_maker() -> None:
    package = ZipFile(BytesIO(rendered("portrait")))
    for entry in package.infolist():
        assert entry.date_time == (1980, 1, 1, 0, 0, 0)
        assert (entry.create_system, entry.external_attr, entry.extra) == (0, 0, b"")
    assert package.testzip() is None
    assert package.namelist()[0] == "[Content_Types].xml"


ODD = {
    "usual": {},
    "bare": {"letterhead": [], "approvals": [], "title": [], "signatures": [], "footer": "", "mark": ""},
    "no rows": {"rows": [], "has_header": False, "has_column_numbers": False},
    "stage column": {"rows": [
        ("activity", [(680, 1, "", "1"), (4000, 1, "restart", "Этап"), (5525, 3, "", "а\nб\tв")]),
        ("activity", [(680, 1, "", "2"), (4000, 1, "continue", ""), (5525, 3, "", "& < > ]]>")]),
    ]},
}


@pytest.mark.parametrize("name", NAMES)
def test_microsofts_validator_finds_nothing(name: str, tmp_path: Path) -> None:
    validator = tool("ooxml-validator")
    files = {"template": bundled_template(name)} | {case: rendered(name, **changes) for case, changes in ODD.items()}
    for case, package in files.items():
        path = tmp_path / f"{case}.docx"
        path.write_bytes(package)
        told = subprocess.run([validator, str(path)], capture_output=True, check=False).stdout
        assert json.loads(told)["errors"] == [], case


@pytest.mark.parametrize("name", NAMES)
def test_the_head_stands_on_every_page_of_the_table_and_numbers_from_the_second(name: str, tmp_path: Path) -> None:
    office, reader = tool("soffice", "libreoffice"), tool("pdftotext")
    path = tmp_path / "карта.docx"
    rows = [stage("1", "Этап"), *(row(f"1.{n}", "Мероприятие " * 12, "май", "А", "Б") for n in range(1, 60))]
    path.write_bytes(rendered(name, rows=rows))
    subprocess.run([office, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to",
                    "pdf", "--outdir", str(tmp_path), str(path)], check=True, capture_output=True, timeout=120)
    text = subprocess.run([reader, "-layout", str(path.with_suffix(".pdf")), "-"], check=True,
                          capture_output=True).stdout.decode()
    pages = [page for page in text.split("\f") if page.strip()]
    assert len(pages) >= 4
    for number, page in enumerate(pages, start=1):
        if re.search(r"^\s*1\.\d+\s", page, re.MULTILINE):
            assert "Ответственный" in page, number
        first = page.strip().splitlines()[0].strip()
        assert (first == str(number)) == (number > 1)
    assert sum(len(re.findall(r"^\s*1\.\d+\s", page, re.MULTILINE)) for page in pages) == 59
