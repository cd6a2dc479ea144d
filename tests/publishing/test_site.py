"""The page for the site: whole, escaped, readable without a mouse; and what it says of the signature."""

from __future__ import annotations

import re
from datetime import datetime
from html.parser import HTMLParser
from urllib.parse import unquote

import pytest

from roadmap_compiler.publishing import File, Published, site_page
from roadmap_compiler.publishing.words import print_moment, print_validity
from tests.publishing.samples import DIRECTOR, HEAD, UTC, signer

KEY = "3f2a" * 16
VOID = {"meta", "wbr", "br", "path"}


class Page(HTMLParser):
    """The page as a browser sees it: tags must be closed in their order."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page.decode("utf-8"))
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data

    def links(self) -> list[str]:
        return [str(attributes["href"]) for tag, attributes in self.tags if tag == "a"]


def published(**changes: object) -> Published:
    document = Published("Дорожная карта", File("План ДДТ.pdf", 162_000), File("План ДДТ.docx", 9_300),
                         (File("План ДДТ.docx.sig", 2_247),), File("План ДДТ.stamped.docx", 10_000), (signer(),), KEY)
    return document._replace(**changes)  # type: ignore[arg-type]


def test_pointing_at_the_pictogram_shows_what_the_authority_asks_for() -> None:
    page = Page(site_page([published()]))
    (picture,) = [attributes for tag, attributes in page.tags if attributes.get("role") == "img"]
    assert str(picture["title"]).split("\n") == [
        "Документ подписан электронной подписью", "Дата, время: 09.02.2022 13:05 МСК",
        f"ФИО: {DIRECTOR}", "Должность: Директор", f"Уникальный ключ: {KEY}"]
    assert picture["aria-label"] == "Документ подписан электронной подписью"


def test_the_same_is_readable_without_a_mouse() -> None:
    text = Page(site_page([published()])).text
    for told in ("Дорожная карта (PDF, 158 КБ)", "09.02.2022 13:05 МСК по часам подписавшего", DIRECTOR, "Директор",
                 "01D8A1B2C3D4E5F60718, действителен с 01.02.2022 по 01.05.2023", KEY, "Подлинник (DOCX, 9 КБ)",
                 "Файл подписи (SIG, 2 КБ)", "Копия с отметкой о подписи (DOCX, 10 КБ)"):
        assert told in text


def test_links_lead_to_the_files_beside_the_page() -> None:
    links = Page(site_page([published()])).links()
    assert [unquote(link) for link in links] == [
        "План ДДТ.pdf", "План ДДТ.docx", "План ДДТ.docx.sig", "План ДДТ.stamped.docx"]
    assert all(re.fullmatch(r"[\w.%-]+", link, re.ASCII) for link in links)


def test_the_part_to_be_copied_stands_on_its_own() -> None:
    page = site_page([published(), published(title="Вторая")]).decode("utf-8")
    part = page.partition("отсюда -->")[2].partition("<!--")[0]
    tags = {tag for tag, _ in Page(part.encode()).tags}
    assert part.count("<li>") == 2
    assert not tags & {"script", "style", "link", "img", "iframe", "html", "body", "head", "meta"}
    assert not re.search(r"\b(src|on\w+|style|class|id)=|https?://(?!www\.w3\.org/2000/svg)", part)


HOSTILE = '"><script>alert(1)</script>&amp;\' javascript:x'


def test_nothing_that_is_written_in_a_document_becomes_a_tag() -> None:
    file = File(HOSTILE, 1)
    person = signer(HOSTILE, HOSTILE, HOSTILE)
    page = Page(site_page([Published(HOSTILE, file, file, (file, file), file, (person,), KEY)]))
    assert "script" not in {tag for tag, _ in page.tags}
    assert all(not any(name.startswith("on") for name in attributes) for _, attributes in page.tags)
    assert page.text.count(HOSTILE) >= 4
    assert [unquote(link) for link in page.links()] == [HOSTILE] * 5
    assert not any(":" in link for link in page.links())


def test_an_unsigned_document_is_called_so() -> None:
    page = Page(site_page([published(signers=(), signatures=(), copy=None)]))
    assert "Без электронной подписи" in page.text
    assert "подписан" not in page.text
    assert not any(tag == "svg" for tag, _ in page.tags)
    assert [unquote(link) for link in page.links()] == ["План ДДТ.pdf", "План ДДТ.docx"]


def test_several_signers_are_all_named() -> None:
    page = Page(site_page([published(signers=(signer(), signer(HEAD, "", signed_at=None)))]))
    (title,) = [str(attributes["title"]) for _, attributes in page.tags if "title" in attributes]
    assert title.split("\n")[1:] == [
        "Дата, время: 09.02.2022 13:05 МСК", f"ФИО: {DIRECTOR}", "Должность: Директор",
        "Дата, время: не указаны", f"ФИО: {HEAD}", f"Уникальный ключ: {KEY}"]
    assert f"подписью: {DIRECTOR}, {HEAD}" in page.text


@pytest.mark.parametrize(("moment", "printed"), [
    (datetime(2022, 2, 9, 22, 5, tzinfo=UTC), "10.02.2022 01:05 МСК"),
    (datetime(2014, 10, 25, 22, 0, tzinfo=UTC), "25.10.2014 22:00 UTC"),
    (datetime(1, 1, 1, tzinfo=UTC), "01.01.0001 00:00 UTC"),
    (datetime(9999, 12, 31, 23, 59, tzinfo=UTC), "31.12.9999 23:59 UTC")])
def test_moments(moment: datetime, printed: str) -> None:
    assert print_moment(moment) == printed


def test_validity_for_ever() -> None:
    assert print_validity(datetime(1, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)) == \
        "с 01.01.0001 по 31.12.9999"


@pytest.mark.parametrize(("size", "told"), [(0, "0 Б"), (1023, "1023 Б"), (1024, "1 КБ"), (1_500_000, "1,4 МБ")])
def test_sizes(size: int, told: str) -> None:
    assert f"(PDF, {told})" in Page(site_page([published(view=File("а.pdf", size))])).text
