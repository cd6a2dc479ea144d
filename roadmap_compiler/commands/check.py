"""roadmap check: say what is wrong in roadmaps."""

from __future__ import annotations

import argparse

from roadmap_compiler.commands.files import roadmap_files
from roadmap_compiler.commands.showing import as_json, complain, count, show_finding, summary, tell
from roadmap_compiler.compiler import Compilation, compile_bytes
from roadmap_compiler.findings import Finding
from roadmap_compiler.messages import Language, say
from roadmap_compiler.source.encodings import decode


def run(options: argparse.Namespace, language: Language) -> int:
    """Check files and folders. 0 without errors, 1 with, 2 where a file could not be read."""
    findings: list[Finding] = []
    silenced, unreadable, shown = 0, 0, []
    files = roadmap_files(options.paths)
    for path in files:
        try:
            data = path.read_bytes()
        except OSError:
            complain(say("file-unreadable", {"path": path}, language))
            unreadable += 1
            continue
        compilation = compile_bytes(data, path.as_posix())
        findings += compilation.findings
        silenced += compilation.silenced
        if options.format == "text":
            shown += show_compilation(compilation, data, language)
    if options.format == "json":
        import json

        report = {"findings": [as_json(finding, language) for finding in findings],
                  "summary": {"files": len(files), **count(findings), "silenced": silenced}}
        tell(json.dumps(report, ensure_ascii=False, indent=1))
    else:
        for text in shown:
            tell(text)
        tell(summary(findings, len(files), silenced, language))
    if unreadable:
        return 2
    return 1 if any(finding.severity == "error" for finding in findings) else 0


def show_compilation(compilation: Compilation, data: bytes, language: Language) -> list[str]:
    """The findings of one file, each with its own line of the file."""
    if not compilation.findings:
        return []
    text, _ = decode(data, compilation.file)
    lines = (text or "").splitlines()
    return [show_finding(finding, lines, language) for finding in compilation.findings]


