"""What a person did where the YAML parser stumbled, said on the line where it was done."""

from __future__ import annotations

import re
from typing import Any

from roadmap_compiler.findings import Finding, Span

_KEY = re.compile(r"^\s*(?:-\s+)?[^\s#\"'\[\]{}][^:#\"']*:")
_NO_SPACE = re.compile(r"^(\s*(?:-\s+)?[^\s:#\"'«]+(?: [^\s:#\"'«]+){0,2}):(\S.*)$")


def explain_error(error: Any, text: str, file: str) -> Finding:
    """One finding for one error of the YAML parser, in the words of somebody who knows no YAML."""
    lines = text.splitlines() or [""]
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    at = min(mark.line, len(lines) - 1) if mark else 0
    column = mark.column if mark else 0
    for explain in (_tab, _quote, _no_space_after_colon, _colon_in_value, _sign_at_start, _indent):
        told = explain(error, lines, at, column)
        if told is not None:
            code, line, start, params = told
            end = len(lines[line].rstrip())
            return Finding(code, "error", Span(file, line + 1, start + 1, line + 1, max(end, start + 1) + 1), params)
    end = max(len(lines[at].rstrip()), column) + 1
    return Finding("not-readable", "error", Span(file, at + 1, column + 1, at + 1, end))


_Told = tuple[str, int, int, dict[str, Any]] | None


def _tab(error: Any, lines: list[str], at: int, column: int) -> _Told:
    for line in range(max(0, at - 1), at + 1):
        indent = re.match(r"\s*", lines[line])
        if indent and "\t" in indent.group():
            return "tab", line, indent.group().index("\t"), {}
    return None


def _quote(error: Any, lines: list[str], at: int, column: int) -> _Told:
    context = str(getattr(error, "context", "") or "")
    if "quoted scalar" in context and getattr(error, "context_mark", None) is not None:
        mark = error.context_mark
        return "quote-not-closed", mark.line, mark.column, {}
    line = lines[at]
    match = re.match(r"""^\s*(?:-\s+)?(?:[^:"']+:\s+)?(["'])""", line)
    if match and line.count(match.group(1)) > 2:
        return "quotes-inside-quotes", at, match.end() - 1, {}
    if match and column and line[:column].rstrip().endswith(match.group(1)):
        return "text-after-quote", at, column, {}
    return None


def _no_space_after_colon(error: Any, lines: list[str], at: int, column: int) -> _Told:
    for line in (at, at - 1):
        match = _NO_SPACE.match(lines[line]) if line >= 0 else None
        if match and not lines[line].lstrip("- ").startswith(("http:", "https:")):
            key = match.group(1).strip().removeprefix("-").strip()
            return "no-space-after-colon", line, match.end(1), {"key": key}
    return None


def _colon_in_value(error: Any, lines: list[str], at: int, column: int) -> _Told:
    problem = str(getattr(error, "problem", "") or "")
    if "mapping values are not allowed" in problem and _KEY.match(lines[at]):
        key, _, value = lines[at].partition(":")
        if ":" in value:
            ready = f'{key}: "{value.strip()}"'.strip()
            return "colon-in-value", at, column, {"ready": ready.replace("\\", "\\\\")}
    return None


def _sign_at_start(error: Any, lines: list[str], at: int, column: int) -> _Told:
    match = re.match(r"^(\s*(?:-\s+)?[^:]+:\s+|\s*-\s+)([%@`*&!|>\[{}\],])", lines[at])
    if match:
        return "sign-at-start", at, match.start(2), {"sign": match.group(2)}
    return None


def _indent(error: Any, lines: list[str], at: int, column: int) -> _Told:
    problem = str(getattr(error, "problem", "") or "")
    if "did not find expected" in problem or "block" in problem or "mapping values" in problem:
        line = at
        while line > 0 and not lines[line].strip():
            line -= 1
        indent = len(lines[line]) - len(lines[line].lstrip())
        return "indent", line, indent, {"spaces": indent}
    return None
