"""Bytes of a file → text, whatever editor wrote them."""

from __future__ import annotations

import codecs
import re

from roadmap_compiler.findings import Finding, Span

LARGEST_FILE = 8 * 1024 * 1024
"""Bytes. A roadmap of 1,000 activities is about half a megabyte."""

WINDOWS = "cp1251"
"""What Windows programs write where they do not write Unicode."""

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0"
_LINE_BREAKS_OF_WORD = re.compile("[\u0085\u2028\u2029\x0b\x0c]")
_FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 §2.2 cannot carry, and so no DOCX can print; DEL is allowed there but never meant."""

_CONTROLS = bytes([*range(9), 11, 12, *range(14, 32), 127])
_RARE = ("\u0085", "\u2028", "\u2029", "\ufffe", "\uffff")


def decode(data: bytes, file: str) -> tuple[str | None, list[Finding]]:
    """The text of a file, without a byte order mark, or None where the file is no text at all.

    UTF-8 and UTF-16 are read as they are; Windows-1251 is read with a warning. Characters that cannot be
    printed are errors with their place, and the rest of the file is still read.
    """
    top = Span(file, 1, 1, 1, 1)
    if len(data) > LARGEST_FILE:
        return None, [Finding("file-too-large", "error", top, {"megabytes": LARGEST_FILE // 1024 // 1024})]
    if data.startswith(_ZIP) or data.startswith(_OLE):
        return None, [Finding("file-is-word", "error", top)]
    findings: list[Finding] = []
    text, encoding = read_characters(data)
    if text is None:
        return None, [Finding("file-encoding-unknown", "error", top)]
    if encoding == WINDOWS:
        findings.append(Finding("file-encoding-windows-1251", "warning", top))
    if len(data.translate(None, _CONTROLS)) < len(data) or any(sign in text for sign in _RARE):
        text = _replace_word_breaks(text, file, findings)
        text = _replace_forbidden(text, file, findings)
    return text, findings


def read_characters(data: bytes) -> tuple[str | None, str]:
    """The characters of a file exactly as they are, without a byte order mark, and Python's name of their encoding.
    None and "" where it is no text, or none in Russian."""
    encoding = "utf-8-sig" if data.startswith(codecs.BOM_UTF8) else "utf-8"
    if data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        encoding = "utf-16"
    elif b"\x00" in data[:200]:
        # UTF-16 without a mark: in Russian text one byte of each pair is 0 or 4
        encoding = "utf-16-le" if data[1:2] in (b"\x00", b"\x04") else "utf-16-be"
    try:
        return data.decode(encoding), encoding
    except UnicodeDecodeError:
        pass
    try:
        text = data.decode(WINDOWS)
    except UnicodeDecodeError:
        return None, ""
    return (text, WINDOWS) if re.search("[а-яё]{2}", text) else (None, "")


def _replace_word_breaks(text: str, file: str, findings: list[Finding]) -> str:
    for match in _LINE_BREAKS_OF_WORD.finditer(text):
        findings.append(Finding("pasted-line-break", "warning", span_at(text, match.start(), match.end(), file)))
    return _LINE_BREAKS_OF_WORD.sub(" ", text)


def _replace_forbidden(text: str, file: str, findings: list[Finding]) -> str:
    for match in _FORBIDDEN.finditer(text):
        code = f"U+{ord(match.group()):04X}"
        span = span_at(text, match.start(), match.end(), file)
        findings.append(Finding("forbidden-character", "error", span, {"character": code}))
    return _FORBIDDEN.sub(" ", text)


def span_at(text: str, start: int, end: int, file: str) -> Span:
    """The span of the characters ``start`` up to ``end`` (exclusive, from 0) of a text."""
    return Span(file, *_line_and_column(text, start), *_line_and_column(text, end))


def _line_and_column(text: str, offset: int) -> tuple[int, int]:
    before = re.split("\r\n|\r|\n", text[:offset])
    return len(before), len(before[-1]) + 1
