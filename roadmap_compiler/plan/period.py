"""The period of a roadmap as written → the period of deadlines, with its terms, vacations and events."""

from __future__ import annotations

import datetime
from pathlib import PurePath
from typing import Any

from roadmap_compiler.deadlines import Period, Problem, read_date, read_period
from roadmap_compiler.findings import Edit, Finding, Fix
from roadmap_compiler.model import roadmap as written
from roadmap_compiler.model.words import spoken
from roadmap_compiler.plan.wrong_dates import wrong_date
from roadmap_compiler.source.tree import Path, Tree

Span = tuple[datetime.date, datetime.date]


def resolve_period(period: written.Period, tree: Tree) -> tuple[Period | None, list[Finding]]:
    """The period with both its days included; None where its years are not known."""
    findings: list[Finding] = []
    base = _base(period, tree, findings)
    if base is None:
        return None, findings
    start = _day(period.start, ("period", "start"), tree, findings) or base.start
    end = _day(period.end, ("period", "end"), tree, findings) or base.end
    if end < start:
        findings.append(_end_before_start(period.end or "", start, end, tree))
        return None, findings
    terms = {}
    for name in ("quarter", "half", "trimester", "module"):
        texts = getattr(period.terms, name)
        spans = [_span(text, ("period", "terms", name, index), tree, findings) for index, text in enumerate(texts)]
        if texts:
            terms[name] = tuple(span for span in spans if span is not None)
    vacations: dict[str, Span] = {}
    for name, text in period.vacations.items():
        span = _span(text, ("period", "vacations", name), tree, findings)
        if span is not None:
            vacations[name] = span
    events = {}
    for name, text in period.events.items():
        day = _day(text, ("period", "events", name), tree, findings) if text else None
        if day is not None:
            events[name] = day
    return base._replace(start=start, end=end, terms=terms, vacations=vacations, events=events,
                         aliases=(*base.aliases, *period.aliases)), findings


def _base(period: written.Period, tree: Tree, findings: list[Finding]) -> Period | None:
    text = period.text if period.text is not None else period.kind
    if text is not None:
        base, problems = read_period(text)
        if base is not None:
            return base
        if period.start is None or period.end is None:
            path: Path = ("period",) if period.text is not None else ("period", "kind")
            findings.append(_not_understood(problems, text, path, tree))
            return None
    if period.start is None or period.end is None:
        missing = spoken("start" if period.start is None else "end", tree.language)
        findings.append(Finding("missing-key", "error", tree.key_span(("period",)), {"key": missing}))
        return None
    base, problems = read_period(f"с {period.start} по {period.end}")
    if base is None:
        first, last = (_day(text, ("period", name), tree, findings)
                       for name, text in (("start", period.start), ("end", period.end)))
        if first is not None and last is not None:
            if last < first:
                findings.append(_end_before_start(period.end, first, last, tree))
            else:
                params = {"text": f"{period.start} – {period.end}"}
                findings.append(Finding("period-not-understood", "error", tree.span(("period", "end")), params))
        return None
    return base._replace(kind=_kind(text)) if text else base


def _end_before_start(text: str, start: datetime.date, end: datetime.date, tree: Tree) -> Finding:
    """The end of a period that comes too early; of a wrong year the next that is behind the start is offered."""
    span, year = tree.span(("period", "end")), str(end.year)
    if text.count(year) != 1:
        return Finding("period-end-before-start", "error", span)
    later = start.year if (end.month, end.day) > (start.month, start.day) else start.year + 1
    right = text.replace(year, str(later))
    fix = Fix(right, (Edit(span, right),), False)
    return Finding("period-end-before-start", "error", span, {"near": right}, (), (fix,))


def _kind(text: str) -> Any:
    small = text.lower()
    return "academic_year" if "учебн" in small or "academic" in small else "custom"


def _not_understood(problems: list[Problem], text: str, path: Path, tree: Tree) -> Finding:
    found = next((one for one in problems if one.alternatives), None)
    if found is None:
        return Finding("period-not-understood", "error", tree.span(path), {"text": text})
    span = tree.span(path)
    fixes = tuple(Fix(phrase, (Edit(span, phrase),), False) for phrase in found.alternatives)
    return Finding(found.code, "error", span, {"text": text, "alternatives": found.alternatives}, (), fixes)


def _day(text: str | None, path: Path, tree: Tree, findings: list[Finding]) -> datetime.date | None:
    if text is None:
        return None
    day = read_date(text).date
    if day is None:
        findings.append(wrong_date(text, tree.span(path)))
    return day


def _span(text: str, path: Path, tree: Tree, findings: list[Finding]) -> Span | None:
    span, _ = read_period(text)
    if span is None or span.kind != "custom":
        findings.append(Finding("term-not-understood", "error", tree.span(path), {"text": text}))
        return None
    return span.start, span.end


def stem(file: str) -> str:
    """The name of a file without its folder and ending, the same under Windows and elsewhere."""
    return PurePath(file.replace("\\", "/")).stem
