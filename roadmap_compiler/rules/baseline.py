"""A baseline: the findings that stood in the roadmaps when checking began. They are not told; new ones are.

It is a text file of lines «fingerprint, code, file, sentence» with tabs between; what is compared is the fingerprint
alone, which holds the code, the file and the words of the finding but no line number. Files are named from the folder
of the baseline, so that it means the same wherever the command is started.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from roadmap_compiler.findings import Finding
from roadmap_compiler.messages import sentence

_HEAD = """\
# Замечания, которые были в картах, когда ввели проверку: roadmap check о них молчит и говорит только о новых.
# Обновить, когда что-то исправлено: roadmap check ПАПКА --baseline ЭТОТ_ФАЙЛ --update-baseline
"""


class Known(NamedTuple):
    """What is left of some findings, how many were known, and how many known ones are gone."""

    left: list[Finding]
    known: int
    gone: int


def baseline_text(findings: Iterable[Finding], folder: str) -> str:
    """The baseline of findings, sorted, for a file in a folder."""
    lines = []
    for finding in findings:
        finding = named_from(finding, folder)
        told = " ".join(sentence(finding, "ru").split())
        lines.append(f"{finding.fingerprint}\t{finding.code}\t{finding.span.file}\t{told}\n")
    return _HEAD + "".join(sorted(lines, key=lambda line: (line.split("\t")[2], line)))


def without_known(findings: Iterable[Finding], baseline: str, folder: str) -> Known:
    """The findings that a baseline does not hold; each of its lines stands for one finding."""
    known = Counter(line.split("\t")[0].strip() for line in baseline.splitlines() if line[:1] not in ("", "#"))
    whole = known.total()
    left = []
    for finding in findings:
        fingerprint = named_from(finding, folder).fingerprint
        if known[fingerprint] > 0:
            known[fingerprint] -= 1
        else:
            left.append(finding)
    gone = known.total()
    return Known(left, whole - gone, gone)


def named_from(finding: Finding, folder: str) -> Finding:
    """The finding with its file named from a folder, with «/» under Windows too."""
    try:
        file = os.path.relpath(finding.span.file, folder or ".").replace(os.sep, "/")
    except ValueError:  # another drive of Windows
        file = finding.span.file
    return finding._replace(span=finding.span._replace(file=file))
