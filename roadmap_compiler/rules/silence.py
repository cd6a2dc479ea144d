"""Permissions: ``# roadmap: разрешить КОД — причина`` on a line, or above it, silences that finding there."""

from __future__ import annotations

import re
from typing import NamedTuple

from roadmap_compiler.findings import Finding, Span
from roadmap_compiler.near import near
from roadmap_compiler.source.tree import Tree

# Compiled with the first permission: most files have none, and a pattern costs as much as a small file.
_MARK = r"(?i)#\s*(?:roadmap|карта)\s*:\s*(?:разрешить|allow)\s+(.*)$"
_CODES = r"(?i)[a-z0-9]+(?:-[a-z0-9]+)*(?:\s*,\s*[a-z0-9]+(?:-[a-z0-9]+)*)*"

_STARTS_A_VALUE = re.compile(r"\s*(?:- |-$|#|[^#]*?:(?:\s|$))")


class Permission(NamedTuple):
    """One code allowed on one line (from 1), and to the last line of a text that begins there."""

    code: str
    line: int
    last: int
    span: Span
    has_reason: bool


def read_permissions(tree: Tree) -> list[Permission]:
    """Every permission of a file, in its order."""
    if "#" not in tree.text:
        return []
    found = []
    lines = tree.lines
    mark, several = re.compile(_MARK), re.compile(_CODES)
    for number, line in [(number, line) for number, line in enumerate(lines, start=1) if "#" in line]:
        sign = line.index("#")
        match = mark.search(line[sign:])
        if match is None or tree.is_text(number, sign + match.start()):
            continue
        codes = several.match(match.group(1))
        if codes is None:
            continue
        reason = match.group(1)[codes.end():].strip(" \t—–-:")
        target = number if line[:sign + match.start()].strip() else _next_line(lines, number)
        last = _last_line(lines, target)
        for code in re.finditer(r"[A-Za-z0-9-]+", codes.group()):
            column = sign + match.start(1) + code.start() + 1
            span = Span(tree.file, number, column, number, column + len(code.group()))
            found.append(Permission(code.group().lower(), target, last, span, bool(reason)))
    return found


def _next_line(lines: list[str], number: int) -> int:
    """The first line below a comment that is neither blank nor a comment."""
    for index in range(number, len(lines)):
        stripped = lines[index].strip()
        if stripped and not stripped.startswith("#"):
            return index + 1
    return number


def _last_line(lines: list[str], first: int) -> int:
    """The last line of the text that begins on a line: inside a block text there is no place for a comment."""
    opening = lines[first - 1]
    indent = len(opening) - len(opening.lstrip())
    is_block = ("|" in opening or ">" in opening) and re.search(r"[|>][-+\d]*\s*(?:#.*)?$", opening) is not None
    last = first
    for number in range(first + 1, len(lines) + 1):
        line = lines[number - 1]
        if line.strip():
            if len(line) - len(line.lstrip()) <= indent or (not is_block and _STARTS_A_VALUE.match(line)):
                break
            last = number
    return last


def apply_permissions(findings: list[Finding], permissions: list[Permission],
                      known_codes: frozenset[str]) -> tuple[list[Finding], int]:
    """The findings that are left, those about the permissions themselves among them, and how many were silenced."""
    used: set[int] = set()
    left = []
    silenced = 0
    of_code: dict[str, list[int]] = {}
    for index, permission in enumerate(permissions):
        of_code.setdefault(permission.code, []).append(index)
    for finding in findings:
        allowed = [index for index in of_code.get(finding.code, ())
                   if permissions[index].line <= finding.span.line <= permissions[index].last]
        used.update(allowed)
        if allowed:
            silenced += 1
        else:
            left.append(finding)
    for index, permission in enumerate(permissions):
        params = {"name": permission.code}
        if permission.code not in known_codes:
            guess = near(permission.code, known_codes) or ""
            left.append(Finding("unknown-code", "error", permission.span, params | {"near": guess}))
        elif index not in used:
            left.append(Finding("unused-silencing", "warning", permission.span, params))
        elif not permission.has_reason:
            left.append(Finding("silencing-without-reason", "warning", permission.span, params))
    return left, silenced
