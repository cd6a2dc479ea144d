"""Reports for other programs: editors, GitHub, GitLab, code scanning. All are made from the same findings."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from roadmap_compiler import __version__
from roadmap_compiler.findings import Finding
from roadmap_compiler.messages import Language, hint, sentence

_GITLAB = {"error": "major", "warning": "minor", "info": "info"}
_SARIF = {"error": "error", "warning": "warning", "info": "note"}
_GITHUB = {"error": "error", "warning": "warning", "info": "notice"}


def report(form: str, findings: list[Finding], language: Language) -> str:
    """The findings in one of the forms of ``REPORTS``, without a line break at the end."""
    return REPORTS[form](findings, language)


def concise(findings: list[Finding], language: Language) -> str:
    """``file:line:column: severity: message [code]``, which every editor can follow. Severities are English always."""
    return "\n".join(f"{f.span.file}:{f.span.line}:{f.span.column}: {f.severity}: {_one_line(f, language)} [{f.code}]"
                     for f in findings)


def github(findings: list[Finding], language: Language) -> str:
    """Commands of GitHub Actions, which show findings beside the lines of a change."""
    lines = []
    for f in findings:
        where = {"file": f.span.file, "line": f.span.line, "endLine": f.span.end_line, "col": f.span.column,
                 "endColumn": max(f.span.column, f.span.end_column - 1), "title": f.code}
        if f.span.end_line != f.span.line:
            del where["col"], where["endColumn"]  # columns are allowed within one line only
        listed = ",".join(f"{name}={_property(value)}" for name, value in where.items())
        told = hint(f, language)
        message = sentence(f, language) + (f"\n{told}" if told else "")
        lines.append(f"::{_GITHUB[f.severity]} {listed}::{_escaped(message)}")
    return "\n".join(lines)


def _escaped(text: object) -> str:
    return str(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: object) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


def gitlab(findings: list[Finding], language: Language) -> str:
    """A Code Quality report of GitLab. Fingerprints are unique in a report, as GitLab wants them."""
    seen: dict[str, int] = {}
    report = []
    for f in findings:
        seen[f.fingerprint] = seen.get(f.fingerprint, 0) + 1
        count = seen[f.fingerprint]
        report.append({
            "description": _one_line(f, language), "check_name": f.code,
            "fingerprint": f.fingerprint if count == 1 else f"{f.fingerprint}-{count}",
            "severity": _GITLAB[f.severity],
            "location": {"path": f.span.file, "lines": {"begin": f.span.line, "end": f.span.end_line}},
        })
    return json.dumps(report, ensure_ascii=False, indent=1)


def sarif(findings: list[Finding], language: Language) -> str:
    """SARIF 2.1.0 (OASIS). Columns count characters, as everywhere in the tool."""
    codes = sorted({f.code for f in findings})
    run = {
        "tool": {"driver": {"name": "roadmap", "version": __version__, "rules": [_rule(code) for code in codes]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(f, codes.index(f.code), language) for f in findings],
    }
    log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=1)


def _rule(code: str) -> dict[str, Any]:
    """What a viewer shows beside the findings of one code: the page of the manual."""
    from roadmap_compiler.manual import page

    text = page(code)
    if text is None:
        return {"id": code}
    return {"id": code, "shortDescription": {"text": text.split("\n")[0]}, "help": {"text": text, "markdown": text}}


def _result(f: Finding, index: int, language: Language) -> dict[str, Any]:
    told = hint(f, language)
    result: dict[str, Any] = {
        "ruleId": f.code, "ruleIndex": index, "level": _SARIF[f.severity],
        "message": {"text": sentence(f, language) + (f". {told}" if told else "")},
        "locations": [_location(f.span)],
        "partialFingerprints": {"roadmap/v1": f.fingerprint},
    }
    if f.related:
        result["relatedLocations"] = [_location(related.span) for related in f.related]
    return result


def _location(span: Any) -> dict[str, Any]:
    region = {"startLine": span.line, "startColumn": span.column,
              "endLine": span.end_line, "endColumn": span.end_column}
    return {"physicalLocation": {"artifactLocation": {"uri": _uri(span.file)}, "region": region}}


def _uri(file: str) -> str:
    """A path as named, percent-encoded; with its scheme where it is absolute (RFC 8089)."""
    from pathlib import Path
    from urllib.parse import quote

    path = Path(file)
    return path.as_uri() if path.is_absolute() else quote(file)


def _one_line(f: Finding, language: Language) -> str:
    return " ".join(sentence(f, language).split())


REPORTS: dict[str, Callable[[list[Finding], Language], str]] = {
    "concise": concise, "github": github, "gitlab": gitlab, "sarif": sarif,
}
"""Every form by its name on the command line."""
