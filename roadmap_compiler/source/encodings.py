"""Bytes of a file → text, whatever editor wrote them."""

from __future__ import annotations

import codecs
import re
from bisect import bisect_right

from roadmap_compiler.findings import Edit, Finding, Fix, Span

LARGEST_FILE = 8 * 1024 * 1024
"""Bytes. A roadmap of 1,000 activities is about half a megabyte."""

WINDOWS = "cp1251"
"""What Windows programs write where they do not write Unicode."""

_WORD = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf")
"""How DOCX, ODT, DOC and RTF begin."""
_OTHER = ((b"%PDF", "PDF"), (b"\x89PNG", "PNG"), (b"\xff\xd8\xff", "JPEG"), (b"GIF8", "GIF"), (b"Rar!", "RAR"),
          (b"7z\xbc\xaf", "7Z"), (b"\x1f\x8b", "GZIP"), (b"SQLite format", "SQLite"))
_MOST_CONTROLS = 0.02
"""The share of control characters from which bytes are no text of any encoding of one byte."""
_FEW_CONTROLS = 8
"""As many may have come with a pasted text."""
_LINE_BREAKS_OF_WORD = "[\u0085\u2028\u2029\x0b\x0c]"
_FORBIDDEN = "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]"
"""What XML 1.0 §2.2 cannot carry, and so no DOCX can print; DEL is allowed there but never meant."""

_CONTROLS = bytes([*range(9), 11, 12, *range(14, 32), 127])
_RARE = ("\u0085", "\u2028", "\u2029", "\ufffe", "\uffff")
_LINE_END = re.compile("\r\n|\r|\n")
_MOST_PLACES = 100
"""Bad characters of a file that are told one by one; the rest is mended with them."""

OLD = {WINDOWS: "Windows-1251", "cp866": "DOS (866)", "koi8-r": "KOI8-R", "mac_cyrillic": "Mac"}
"""Encodings of one byte, in the order in which they are met, and what people call them."""
_COMMON_PAIRS = re.compile("ст|но|ен|то|на|ов|ни|ра|во|ко|ет|ан|ро|по|ер|ре|ти|ны|ат|ль|ие|пр")
_READABLE_FROM = 0.9
"""The share of good characters from which a text with bad bytes is taken for UTF-8 that was damaged."""


def decode(data: bytes, file: str) -> tuple[str | None, list[Finding]]:
    """The text of a file, without a byte order mark, or None where the file is no text at all.

    UTF-8 and UTF-16 are read as they are; Windows-1251 and older encodings are read with a warning. Characters
    that cannot be printed are errors with their place, and the rest of the file is still read.
    """
    top = Span(file, 1, 1, 1, 1)
    if len(data) > LARGEST_FILE:
        return None, [Finding("file-too-large", "error", top, {"megabytes": LARGEST_FILE // 1024 // 1024})]
    if data.startswith(_WORD):
        return None, [Finding("file-is-word", "error", top)]
    other = next((kind for head, kind in _OTHER if data.startswith(head)), "")
    if other:
        return None, [Finding("file-is-other", "error", top, {"kind": other})]
    findings: list[Finding] = []
    controls = _controls(data)
    text, encoding = _characters(data, controls)
    if text is None:
        text = _damaged_utf8(data)
        if text is None:
            return None, [Finding("file-encoding-unknown", "error", top)]
        findings.append(_damaged_place(text, file))
        text = text.replace("\ufffd", " ")
    elif encoding == WINDOWS:
        findings.append(Finding("file-encoding-windows-1251", "warning", top))
    elif encoding in OLD:
        findings.append(Finding("file-encoding-old", "warning", top, {"encoding": OLD[encoding]}))
    elif _is_recoded(text):
        return None, [Finding("file-recoded", "error", top)]
    if controls or any(sign in text for sign in _RARE):
        text = _without_word_breaks(text, file, findings)
        text = without_forbidden(text, file, findings)
    return text, findings


def read_characters(data: bytes) -> tuple[str | None, str]:
    """The characters of a file exactly as they are, without a byte order mark, and Python's name of their encoding.
    None and "" where it is no text, none in Russian, damaged, or a document or picture under another name."""
    if data.startswith((*_WORD, *(head for head, _ in _OTHER))):
        return None, ""
    return _characters(data, _controls(data))


def _characters(data: bytes, controls: int) -> tuple[str | None, str]:
    encoding = "utf-8-sig" if data.startswith(codecs.BOM_UTF8) else "utf-8"
    if data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        encoding = "utf-16"
    elif b"\x00" in data[:200]:
        encoding = _sixteen_bits(data[:400]) or encoding
    if not encoding.startswith("utf-16") and controls > max(_MOST_CONTROLS * len(data), _FEW_CONTROLS):
        return None, ""
    try:
        return data.decode(encoding), encoding
    except UnicodeDecodeError:
        pass
    if _damaged_utf8(data) is not None:
        return None, ""
    best, best_count, best_encoding = None, 0, ""
    for encoding in OLD:
        text = data.decode(encoding, "replace")
        count = len(_COMMON_PAIRS.findall(text)) - 10 * text.count("\ufffd")
        if count > best_count:
            best, best_count, best_encoding = text, count, encoding
    return best, best_encoding


def _controls(data: bytes) -> int:
    """How many control characters there are, besides tabs and line ends."""
    return len(data) - len(data.translate(None, _CONTROLS))


def _sixteen_bits(sample: bytes) -> str:
    """UTF-16 without a mark: in Russian text one byte of each pair is 0 or 4."""
    pairs = len(sample) // 2
    for encoding, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        if high.count(0) + high.count(4) > 0.8 * pairs:
            return encoding
    return ""


def _damaged_utf8(data: bytes) -> str | None:
    """The text with U+FFFD for what is damaged, where most of it is good Russian in UTF-8."""
    text = data.decode("utf-8", "replace")
    good, bad = len(re.findall("[А-яЁё]", text)), text.count("\ufffd")
    return text if bad and good > 20 and good / (good + bad) > _READABLE_FROM else None


def _damaged_place(text: str, file: str) -> Finding:
    start = text.index("\ufffd")
    end = start
    while text[end:end + 1] == "\ufffd":
        end += 1
    return Finding("file-broken-bytes", "error", _spans(text, [(start, end)], file)[0])


def _is_recoded(text: str) -> bool:
    """Russian in UTF-8 that was once taken for Windows-1251: every other letter is «Р» or «С»."""
    count = text.count("Р") + text.count("С")
    return count * 8 > len(text) > 20 and count * 3 > len(re.findall("[^\x00-\x7f]", text))


def _without_word_breaks(text: str, file: str, findings: list[Finding]) -> str:
    places = [match.span() for match in re.finditer(_LINE_BREAKS_OF_WORD, text)]
    for span in _spans(text, places, file):
        fix = Fix("пробел", (Edit(span, " "),), safe=True)
        findings.append(Finding("pasted-line-break", "warning", span, {}, (), (fix,)))
    return re.sub(_LINE_BREAKS_OF_WORD, " ", text)


def unprintable(text: str) -> str:
    """The first character of a text that no document can hold, "" where there is none."""
    found = re.search(_FORBIDDEN, text)
    return found.group() if found is not None else ""


def without_forbidden(text: str, file: str, findings: list[Finding]) -> str:
    """The text with spaces for characters that no document can hold; each is told."""
    places = [match.span() for match in re.finditer(_FORBIDDEN, text)]
    for span, (start, _) in zip(_spans(text, places, file), places, strict=False):
        code = f"U+{ord(text[start]):04X}"
        fix = Fix("удалить", (Edit(span, ""),), safe=False)
        findings.append(Finding("forbidden-character", "error", span, {"character": code}, (), (fix,)))
    return re.sub(_FORBIDDEN, " ", text)


def _spans(text: str, places: list[tuple[int, int]], file: str) -> list[Span]:
    """The spans of the first stretches of a text (from 0, the end exclusive)."""
    if not places:
        return []
    starts = [0, *(match.end() for match in _LINE_END.finditer(text))]
    spans = []
    for start, end in places[:_MOST_PLACES]:
        line, last = bisect_right(starts, start), bisect_right(starts, end)
        spans.append(Span(file, line, start - starts[line - 1] + 1, last, end - starts[last - 1] + 1))
    return spans
