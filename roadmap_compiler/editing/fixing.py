"""fix: the repairs that findings offer, made in the file until none is left to make."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from roadmap_compiler.editing.spans import apply_fixes
from roadmap_compiler.editing.written import Written, read_written
from roadmap_compiler.findings import Finding, Fix

_MOST_ROUNDS = 50
"""A repair may bring another mistake to light, but never without end."""

_OF_ENCODINGS = ("file-encoding-windows-1251", "file-encoding-old")

Check = Callable[[bytes], Sequence[Finding]]


class Wish(NamedTuple):
    """Which repairs are wanted: doubtful ones too, those of one code or of one line (from 1) only, or of several
    repairs of a finding the one with this number (from 1)."""

    unsafe: bool = False
    code: str = ""
    line: int = 0
    variant: int = 0


class Fixed(NamedTuple):
    """A repaired file: its bytes, its text before and after, what was repaired in the order of the rounds, and what is
    left to say about it."""

    data: bytes
    before: str
    after: str
    repaired: tuple[Finding, ...]
    left: tuple[Finding, ...]
    old_encoding: str
    """What the encoding was called that is UTF-8 now, "" where it stayed."""


def fix_bytes(data: bytes, check: Check, wish: Wish) -> Fixed | None:
    """The file with the wanted repairs; None where it is no text.

    ``check`` says what is wrong with the bytes of a file. Safe repairs are always wanted; of the doubtful ones only
    where there is a single one for a finding. A file in an old encoding becomes UTF-8, unless another code or line is
    wished for. A chosen variant is made once: what it brings to light has other variants. A doubtful repair after which
    the file has more errors than before was the wrong guess and is not made.
    """
    written = read_written(data)
    if written is None:
        return None
    text = written.text
    findings = check(data)
    repaired: list[Finding] = []
    seen = {text}
    for _ in range(1 if wish.variant else _MOST_ROUNDS):
        wanted = [(fix, finding) for finding in findings if (fix := chosen(finding, wish)) is not None]
        edited = apply_fixes(text, [fix for fix, _ in wanted])
        after = check(written.to_bytes(edited.text))
        if _errors(after) > _errors(findings) and not all(fix.safe for fix, _ in wanted):
            wanted = [one for one in wanted if one[0].safe or _helps(one[0], text, written, check, _errors(findings))]
            edited = apply_fixes(text, [fix for fix, _ in wanted])
            after = check(written.to_bytes(edited.text))
        if edited.text in seen:
            break
        repaired += [finding for fix, finding in wanted if fix in edited.applied]
        text = edited.text
        seen.add(text)
        findings = after
    old = written.old_encoding if wish.code in ("", *_OF_ENCODINGS) and wish.line <= 1 else ""
    if text != written.text or old:
        data = written.to_bytes(text)
        findings = check(data)
    return Fixed(data, written.text, text, tuple(repaired), tuple(findings), old)


def _errors(findings: Sequence[Finding]) -> int:
    return sum(finding.severity == "error" for finding in findings)


def _helps(fix: Fix, text: str, written: Written, check: Check, errors: int) -> bool:
    """Whether a repair, made alone, leaves no more errors than there were."""
    return _errors(check(written.to_bytes(apply_fixes(text, [fix]).text))) <= errors


def chosen(finding: Finding, wish: Wish) -> Fix | None:
    """The repair to make for a finding, or None."""
    if (wish.code and finding.code != wish.code) or (wish.line and finding.span.line != wish.line):
        return None
    if wish.variant:
        return finding.fixes[wish.variant - 1] if wish.variant <= len(finding.fixes) else None
    safe = next((fix for fix in finding.fixes if fix.safe), None)
    if safe is not None:
        return safe
    return finding.fixes[0] if wish.unsafe and len(finding.fixes) == 1 else None
