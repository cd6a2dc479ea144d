"""A file is read whatever editor saved it."""

import codecs

import pytest

from roadmap_compiler.source.encodings import decode

TEXT = "название: План работы\nпериод: 2021\n"


@pytest.mark.parametrize("data", [
    TEXT.encode("utf-8"),
    codecs.BOM_UTF8 + TEXT.encode("utf-8"),
    TEXT.encode("utf-16"),
    codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
    TEXT.encode("utf-16-le"),
    TEXT.encode("utf-16-be"),
], ids=["utf-8", "utf-8 with a mark", "utf-16", "utf-16 big endian", "little endian, no mark", "big endian, no mark"])
def test_unicode_is_read_without_a_word(data: bytes) -> None:
    assert decode(data, "план.yaml") == (TEXT, [])


def test_windows_1251_is_read_with_a_warning() -> None:
    text, findings = decode(TEXT.encode("cp1251"), "план.yaml")
    assert text == TEXT
    assert [(f.code, f.severity) for f in findings] == [("file-encoding-windows-1251", "warning")]


@pytest.mark.parametrize(("data", "code"), [
    (b"PK\x03\x04\x14\x00", "file-is-word"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1", "file-is-word"),
    (b"{\\rtf1\\ansi", "file-is-word"),
    (b"\x89PNG\r\n\x1a\n\xff\xfe\x98", "file-is-other"),
    (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "file-is-other"),
    (bytes(range(256)) * 20, "file-encoding-unknown"),
    (b"a" * (9 * 1024 * 1024), "file-too-large"),
], ids=["a renamed docx", "a renamed doc", "a renamed rtf", "a picture", "a pdf", "bytes", "too large"])
def test_what_is_no_text_is_refused_with_its_own_message(data: bytes, code: str) -> None:
    text, findings = decode(data, "план.yaml")
    assert text is None
    assert [f.code for f in findings] == [code]


def test_a_character_that_no_document_can_hold_is_named_with_its_place() -> None:
    text, findings = decode("название: План\nпериод: 20\x0121".encode(), "план.yaml")
    assert text == "название: План\nпериод: 20 21"
    (finding,) = findings
    assert finding.code == "forbidden-character"
    assert (finding.span.line, finding.span.column) == (2, 11)
    assert finding.params == {"character": "U+0001"}


def test_a_line_break_of_word_does_not_cut_the_line() -> None:
    text, findings = decode("название: План\u2028работы\n".encode(), "план.yaml")
    assert text == "название: План работы\n"
    assert [f.code for f in findings] == ["pasted-line-break"]
