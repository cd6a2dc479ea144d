"""What an editor is told about an open roadmap, as plain values: positions count from 0, in characters.

The engine is that of ``roadmap check``; the wiring to the protocol of editors is `lsp`.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from roadmap_compiler.approvals import read_record
from roadmap_compiler.compiler import Compilation, compile_bytes
from roadmap_compiler.deadlines import Occurrence
from roadmap_compiler.findings import Edit, Finding, Span
from roadmap_compiler.messages import Language, deadlines, rules, say, sentence
from roadmap_compiler.messages.counted import counted
from roadmap_compiler.model.words import VOCABULARY, folded
from roadmap_compiler.plan.approvals import print_day
from roadmap_compiler.plan.people import print_person
from roadmap_compiler.plan.plan import Plan, PlannedDeadline
from roadmap_compiler.source.lines import lines_of

PHRASES = (
    "до 15 числа ежемесячно", "ежемесячно", "ежеквартально", "1 раз в полугодие", "ежегодно, май", "до 1 сентября",
    "не позднее 25 мая", "с 1 по 20 февраля", "октябрь – апрель", "сентябрь, май", "последняя неделя мая", "I квартал",
    "последний рабочий день месяца", "в течение учебного года", "в течение года",
    "в течение двух недель со дня утверждения", "постоянно", "по мере необходимости", "по отдельному графику",
)
"""Phrases to begin with; each of them is understood."""

_MONTHS = ("январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь",
           "декабрь")
_MOST_DAYS = 12
_KEY = r"(?:^|[{,]|-\s)\s*([^:{},\[\]#-][^:{},\[\]]*?)\s*:(?=\s|$)"


class Opened(NamedTuple):
    """An open roadmap and what came of it; ``plan`` may be that of an earlier text, while this one cannot be read."""

    lines: list[str]
    compilation: Compilation
    plan: Plan | None


class Action(NamedTuple):
    """Something that the editor can do about a finding."""

    title: str
    finding: Finding
    edits: tuple[Edit, ...]
    is_safe: bool


class Offer(NamedTuple):
    """A word to complete with, and what it stands for."""

    label: str
    about: str


def open_text(text: str, file: str, profile: str | None, before: Opened | None = None) -> Opened:
    """Check a text as ``roadmap check`` would."""
    compilation = compile_bytes(text.encode("utf-8", "replace"), file, profile, read_record(Path(file)))
    plan = compilation.plan or (before.plan if before is not None else None)
    return Opened(lines_of(text), compilation, plan)


def actions(opened: Opened, first: int, last: int, language: Language) -> list[Action]:
    """Fixes of the findings on some lines, the sure ones first, and a permission with a reason to fill in."""
    out: list[Action] = []
    for finding in opened.compilation.findings:
        if finding.span.line - 1 <= last and first <= finding.span.end_line - 1:
            titles = [(say("replace-with", {"text": fix.title}, language), fix) for fix in finding.fixes]
            out += [Action(title, finding, fix.edits, fix.safe) for title, fix in titles]
            if finding.code in rules.RU or finding.code in deadlines.RU:
                out.append(Action(say("allow-here", {"code": finding.code}, language), finding,
                                  (_permission(opened, finding, language),), False))
    return sorted(out, key=lambda action: not action.is_safe)


def _permission(opened: Opened, finding: Finding, language: Language) -> Edit:
    """A comment line above the value, at its indent: inside a block text there is no place for one."""
    line = finding.span.line
    plan = opened.compilation.plan
    if plan is not None:
        line = min(line, plan.tree.key_span(plan.tree.path_at(line, finding.span.column)).line)
    indent = re.match(r"\s*", opened.lines[line - 1])
    text = f"{indent.group() if indent else ''}# roadmap: {say('allow', {}, language)} {finding.code} — \n"
    return Edit(Span(finding.span.file, line, 1, line, 1), text)


def hover(opened: Opened, line: int, column: int, language: Language) -> str | None:
    """The reading of the deadline, or the person, that stands at a place, in Markdown."""
    plan = opened.compilation.plan
    if plan is None:
        return None
    path = plan.tree.path_at(line + 1, column + 1)
    for entry in plan.entries:
        if entry.deadline is not None and path[:len(entry.path) + 1] == (*entry.path, "deadline"):
            return reading(entry.deadline, language)
    if "responsible" in path or "members" in path:
        word = _word_at(opened.lines[line], column) if line < len(opened.lines) else ""
        person = {folded(key): person for key, person in plan.roadmap.people.items()}.get(folded(word))
        if person is not None:
            return print_person(person, plan.roadmap.table.persons or "") or None
    return None


def _word_at(line: str, column: int) -> str:
    """The item of a list or of a value that a column stands in: keys of people may have spaces."""
    start = max(line.rfind(sign, 0, column) for sign in ":,[-(") + 1
    ends = [place for place in (line.find(sign, column) for sign in ",](#") if place >= 0]
    return line[start:min(ends, default=len(line))].strip(" \"'")


def reading(deadline: PlannedDeadline, language: Language) -> str:
    """«до 15 числа ежемесячно → 12 дат: 15.09.2021, …», with what is wrong with it below."""
    days = [_shown(occurrence) for occurrence in deadline.occurrences]
    if not days:
        told = say("no-dates", {}, language)
    else:
        more = len(days) - _MOST_DAYS
        listed = ", ".join(days[:_MOST_DAYS]) + (f" … {say('and-more', {'count': more}, language)}" if more > 0 else "")
        told = listed if len(days) == 1 else f"{counted(len(days), 'day', language)}: {listed}"
    lines = [f"**{deadline.text}** → {told}"]
    for problem in dict.fromkeys((problem.code, problem.severity) for problem in deadline.problems):
        first = next(one for one in deadline.problems if one.code == problem[0])
        params = {"text": deadline.text, **first.params}
        lines.append(sentence(Finding(first.code, first.severity, Span("", 1, 1, 1, 1), params), language))
    return "\n\n".join(lines)


def _shown(occurrence: Occurrence) -> str:
    due = print_day(occurrence.due)
    return due if occurrence.start == occurrence.due else f"{print_day(occurrence.start)} – {due}"


def completions(opened: Opened, line: int, column: int) -> list[Offer]:
    """Keys of people where somebody answers, phrases where a deadline stands; nothing elsewhere."""
    key = _key_at(opened.lines, line, column)
    if key in ("responsible", "members", "who") and opened.plan is not None:
        style = opened.plan.roadmap.table.persons or ""
        return [Offer(name, print_person(person, style)) for name, person in opened.plan.roadmap.people.items()]
    if key == "deadline":
        of_plan = [] if opened.plan is None else [*_right_deadlines(opened.plan), *_months(opened.plan)]
        return [Offer(phrase, "") for phrase in dict.fromkeys((*of_plan, *PHRASES)) if phrase]
    return []


def _right_deadlines(plan: Plan) -> Iterator[str]:
    """The deadlines of the plan itself, as they were typed."""
    for entry in plan.entries:
        if entry.deadline is not None and not any(one.severity == "error" for one in entry.deadline.problems):
            yield entry.deadline.text.replace("\u00a0", " ")


def _months(plan: Plan) -> list[str]:
    """The months of the period with their years, a dozen of them at most."""
    day = plan.period.start.replace(day=1)
    months: list[str] = []
    while day <= plan.period.end and len(months) < 12:
        months.append(f"{_MONTHS[day.month - 1]} {day.year}")
        day = (day + datetime.timedelta(days=31)).replace(day=1)
    return months


def _key_at(lines: list[str], line: int, column: int) -> str:
    """The English name of the key whose value a place belongs to."""
    if line >= len(lines):
        return ""
    before = lines[line][:column]
    keys = list(re.finditer(_KEY, before))
    if keys:
        return "" if "}" in before[keys[-1].end():] else VOCABULARY.words.get(folded(keys[-1].group(1)), "")
    if before.lstrip().startswith("-"):
        indent = len(before) - len(before.lstrip())
        for above in range(line - 1, -1, -1):
            text = lines[above]
            found = re.match(r"(\s*)(?:-\s+)?([^:#]+?)\s*:\s*(?:#.*)?$", text)
            if found is not None and len(text) - len(text.lstrip()) <= indent:
                return VOCABULARY.words.get(folded(found.group(2)), "")
            if text.strip() and not text.lstrip().startswith(("-", "#")):
                return ""
    return ""
