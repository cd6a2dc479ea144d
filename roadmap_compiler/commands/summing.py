"""A report over many roadmaps: who has how many mistakes, and which rules are broken most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any, NamedTuple

from roadmap_compiler.findings import Finding
from roadmap_compiler.messages import Language, general, say
from roadmap_compiler.plan.period import stem
from roadmap_compiler.rules import RULES

MOST = 2
"""Codes that a line of the table names."""

_GRAVITY = {"error": 0, "warning": 1, "info": 2}

_WIDEST = 48
"""Letters of an institution's name that a table of the terminal shows."""


class Counted(NamedTuple):
    """One file to count: whose it is ("" where that is not known), its name, its findings."""

    institution: str
    file: str
    findings: list[Finding]


class Line(NamedTuple):
    """One institution, or all of them: its roadmaps and findings, and how often each code was met."""

    name: str
    files: int
    errors: int
    warnings: int
    notes: int
    codes: tuple[tuple[str, int], ...]
    """The gravest first, and of equally grave ones the most frequent."""


class Report(NamedTuple):
    """The lines from the worst to the best, the total, and what each code that was met means."""

    lines: tuple[Line, ...]
    total: Line
    meanings: dict[str, str]


def report(files: Iterable[Counted], language: Language) -> Report:
    """Files by institution; a roadmap whose institution is not known stands under the name of its file."""
    groups: dict[str, list[Counted]] = {}
    for file in files:
        groups.setdefault(" ".join(file.institution.split()) or stem(file.file), []).append(file)
    lines = [_line(name, group) for name, group in groups.items()]
    lines.sort(key=lambda line: (-line.errors, -line.warnings, -line.notes, line.name))
    everything = [file for group in groups.values() for file in group]
    meanings: dict[str, str] = {}
    for file in everything:
        for finding in file.findings:
            meanings.setdefault(finding.code, _page(finding.code, language) or general(finding.code, language))
    return Report(tuple(lines), _line(say("total", {}, language), everything), meanings)


def _line(name: str, files: list[Counted]) -> Line:
    findings = [finding for file in files for finding in file.findings]
    grave = Counter(finding.severity for finding in findings)
    codes = Counter(finding.code for finding in findings)
    gravest = {code: min(_GRAVITY[finding.severity] for finding in findings if finding.code == code) for code in codes}
    ordered = tuple(sorted(codes.items(), key=lambda item: (gravest[item[0]], -item[1], item[0])))
    return Line(name, len(files), grave["error"], grave["warning"], grave["info"], ordered)


def as_text(result: Report, language: Language) -> str:
    """A table of equal columns and, below it, what the codes mean."""
    rows = [_headings(language), *([_cut(line.name), *_cells(line)[1:]] for line in (*result.lines, result.total))]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = ["  ".join(_aligned(cell, widths[at], at) for at, cell in enumerate(row)).rstrip() for row in rows]
    ruler = "─" * max(map(len, lines))
    lines[1:1] = [ruler]
    lines[-1:-1] = [ruler]
    if result.total.codes:
        lines += ["", say("broken-most", {}, language)]
        lines += [f"{number:>5}  {code}: {result.meanings[code]}" for code, number in _often(result.total)]
    return "\n".join(lines)


def _cut(name: str) -> str:
    return name if len(name) <= _WIDEST else name[:_WIDEST - 1].rstrip() + "…"


def as_markdown(result: Report, language: Language) -> str:
    """The same as tables of Markdown."""
    head = _headings(language)
    rows = [_cells(line) for line in result.lines]
    total = [f"**{cell}**" if cell else "" for cell in _cells(result.total)]
    lines = [_row(head), _row(["---", *["---:"] * 4, "---"]), *map(_row, rows), _row(total)]
    if result.total.codes:
        lines += ["", f"**{say('broken-most', {}, language)}**", ""]
        lines += [f"- {number} × `{code}`: {result.meanings[code]}" for code, number in _often(result.total)]
    return "\n".join(lines)


def as_data(result: Report) -> dict[str, Any]:
    """The same for machines."""
    return {"institutions": [_data(line) for line in result.lines], "total": _data(result.total)}


def _data(line: Line) -> dict[str, Any]:
    return {"name": line.name, "files": line.files, "error": line.errors, "warning": line.warnings, "info": line.notes,
            "codes": dict(line.codes)}


def _headings(language: Language) -> list[str]:
    return [say(f"summary-{name}", {}, language) for name in ("name", "files", "errors", "warnings", "notes", "most")]


def _often(line: Line) -> list[tuple[str, int]]:
    return sorted(line.codes, key=lambda item: (-item[1], item[0]))


def _cells(line: Line) -> list[str]:
    most = ", ".join(f"{code} ({number})" for code, number in line.codes[:MOST])
    return [line.name, str(line.files), str(line.errors), str(line.warnings), str(line.notes), most]


def _aligned(cell: str, width: int, column: int) -> str:
    return cell.rjust(width) if 0 < column < 5 else cell.ljust(width)


def _row(cells: list[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _page(code: str, language: Language) -> str:
    """The first line of the page of a rule that finds one thing; pages are in Russian."""
    if language == "ru":
        for rule in RULES:
            if list(rule.CODES) == [code]:
                return (rule.__doc__ or "").split("\n")[0].rstrip(".")
    return ""
