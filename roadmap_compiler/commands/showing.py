"""How findings look on a terminal and in JSON."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import Any

from roadmap_compiler.findings import Finding
from roadmap_compiler.messages import Language, hint, plural, say, sentence


def show_finding(finding: Finding, lines: list[str], language: Language, place: str = "") -> str:
    """A finding for reading: the place, what is wrong, the line itself with a mark under the place, what to do.

    ``place`` is the place in the author's words, "" where there is nothing to say.
    """
    span = finding.span
    head = f"{span.file}:{span.line}:{span.column}: {say(finding.severity, {}, language)}: " \
           f"{sentence(finding, language)} [{finding.code}]"
    out = [head]
    if place:
        out.append(f"        {place}")
    if 0 < span.line <= len(lines) and lines[span.line - 1].strip():
        line = _one_column_each(lines[span.line - 1])
        end = span.end_column if span.end_line == span.line else len(line) + 1
        width = max(1, min(end, len(line) + 1) - span.column)
        if len(line) > 110:
            line, column = _cut(line, span.column)
            width = min(width, 110 - column)
        else:
            column = span.column
        gutter = f"{span.line:>5} | "
        out.append(gutter + line)
        out.append(" " * (len(gutter) - 2) + "| " + " " * (column - 1) + "^" * max(1, width))
    told = hint(finding, language)
    if told:
        out.append(f"        {told}")
    return "\n".join(out)


def _one_column_each(line: str) -> str:
    """A line in which every character takes one column, so that the mark stands under its place."""
    return "".join(" " if sign in "\t\u00a0\u202f" else "·" if not sign.isprintable() and sign != " " else sign
                   for sign in line)


def _cut(line: str, column: int) -> tuple[str, int]:
    """A long line around a column, with the column in what is left."""
    start = max(0, column - 40)
    if start == 0:
        return line[:109] + "…", column
    return "…" + line[start:start + 108] + ("…" if start + 108 < len(line) else ""), column - start + 1


def as_json(finding: Finding, language: Language, place: str = "") -> dict[str, Any]:
    """A finding for machines; ``place`` is its place in the author's words."""
    span = finding.span
    return {
        "code": finding.code, "severity": finding.severity, "message": sentence(finding, language),
        "file": span.file, "line": span.line, "column": span.column,
        "end_line": span.end_line, "end_column": span.end_column,
        "place": place, "hint": hint(finding, language),
        "fixes": [
            {"title": fix.title, "safe": fix.safe,
             "edits": [{"line": edit.span.line, "column": edit.span.column, "end_line": edit.span.end_line,
                        "end_column": edit.span.end_column, "text": edit.text} for edit in fix.edits]}
            for fix in finding.fixes
        ],
        "related": [{"file": place.span.file, "line": place.span.line, "column": place.span.column,
                     "note": say(place.note, {}, language)} for place in finding.related],
        "fingerprint": finding.fingerprint,
    }


def count(findings: list[Finding]) -> dict[str, int]:
    """How many findings there are of each severity."""
    return {name: sum(1 for f in findings if f.severity == name) for name in ("error", "warning", "info")}


def summary(findings: list[Finding], files: int, silenced: int, language: Language) -> str:
    """The closing line: how many files, errors, warnings, and how many findings the authors allowed."""
    counts = count(findings)
    if language == "en":
        words = [_english(files, "file"), *(_english(counts[name], name) for name in ("error", "warning"))]
        if counts["info"]:
            words.append(_english(counts["info"], "note"))
        return ", ".join(words) + (f"; {silenced} allowed in place" if silenced else "")
    words = [plural(files, "файл", "файла", "файлов"), plural(counts["error"], "ошибка", "ошибки", "ошибок"),
             plural(counts["warning"], "предупреждение", "предупреждения", "предупреждений")]
    if counts["info"]:
        words.append(plural(counts["info"], "замечание", "замечания", "замечаний"))
    return ", ".join(words) + (f"; разрешено в файлах: {silenced}" if silenced else "")


def _english(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"


def unknown_word(word: str, typed: str, known: Iterable[str], language: Language) -> str:
    """That a word of the command line is none of those that are known, and which one was probably meant."""
    return say(word, {"name": typed, "words": ", ".join(known)}, language) + probably(typed, known, language)


def probably(typed: str, known: Iterable[str], language: Language) -> str:
    """The question whether a known word was meant, as the end of a sentence; "" where none is near."""
    from roadmap_compiler.near import near

    guess = near(typed, known)
    return ". " + say("near", {"near": guess}, language) if guess else ""


def tell(text: str) -> None:
    """A line for the person, on the standard output."""
    sys.stdout.write(text + "\n")


def complain(text: str) -> None:
    """A line about what could not be done, on the standard error."""
    sys.stderr.write(text + "\n")
