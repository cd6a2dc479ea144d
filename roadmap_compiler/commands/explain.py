"""roadmap explain: how a phrase of a deadline is understood, step by step, or what the code of a finding means."""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import Any

from roadmap_compiler.commands.files import ENDINGS
from roadmap_compiler.commands.showing import complain, tell
from roadmap_compiler.deadlines import Anchors, Explanation, Period, Problem, explain, read_date, read_period
from roadmap_compiler.messages import Language, catalogue, fill, plural, say
from roadmap_compiler.rules.profiles import PROFILES, USUAL
from roadmap_compiler.source.encodings import decode

_CODE = r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*"


def run(options: argparse.Namespace, language: Language) -> int:
    """Explain a phrase or a file of phrases. 0 where all is understood, 1 where something is not, 2 for wrong usage.

    A phrase that looks like the code of a finding, without a period, is explained by its page of the manual.
    """
    if options.phrase is not None and options.period is None and _is_code(options.phrase.lower()):
        return _explain_code(options.phrase.lower(), language)
    phrases = _phrases(options, language)
    period = _period(options.period, language)
    if phrases is None or period is None:
        return 2
    approved = read_date(options.approved).date if options.approved else None
    anchors = Anchors(approved=approved, start=period.start)
    explanations = [_as_checked(explain(phrase, period, anchors, language=language)) for phrase in phrases]
    if options.format == "json":
        import json

        tell(json.dumps([_as_json(one, language) for one in explanations], ensure_ascii=False, indent=1))
    else:
        tell("\n\n".join(_show(one, language) for one in explanations))
    return 1 if any(p.severity == "error" for one in explanations for p in one.problems) else 0


def _is_code(phrase: str) -> bool:
    """Whether a phrase is written like a code; a single word must be one: «vfq» is «май» on the other keyboard."""
    from roadmap_compiler.manual import page

    return re.fullmatch(_CODE, phrase) is not None and ("-" in phrase or page(phrase) is not None)


def _as_checked(explanation: Explanation) -> Explanation:
    """Problems as grave as ``check`` usually says they are."""
    levels = PROFILES[USUAL]
    problems = tuple(problem._replace(severity=levels.get(problem.code) or problem.severity)
                     for problem in explanation.problems)
    return explanation._replace(problems=problems)


def _explain_code(code: str, language: Language) -> int:
    from roadmap_compiler.manual import page
    from roadmap_compiler.messages import known_codes
    from roadmap_compiler.near import near

    body = page(code, language)
    if body is None:
        guess = near(code, known_codes())
        complain(fill(catalogue(language)["unknown-code"], {"name": code})
                 + (". " + say("near", {"near": guess}, language) if guess else ""))
        return 2
    tell(f"{code}\n\n{body}")
    return 0


def _phrases(options: argparse.Namespace, language: Language) -> list[str] | None:
    if options.source is None:
        if options.phrase is None:
            complain(say("explain-what", {}, language))
            return None
        return [options.phrase]
    try:
        data = Path(options.source).read_bytes()
    except OSError:
        complain(say("file-missing", {"path": options.source}, language))
        return None
    text, _ = decode(data, options.source)
    if text is None:
        complain(say("file-unreadable", {"path": options.source}, language))
        return None
    from roadmap_compiler.editing.written import names_a_field

    if Path(options.source).suffix.lower() in ENDINGS and names_a_field(text):
        complain(say("explain-from-roadmap", {"path": options.source}, language))
        return None
    return [line for line in text.splitlines() if line.strip()]


def _period(text: str | None, language: Language) -> Period | None:
    if text is None:
        complain(say("explain-period", {}, language))
        return None
    period, _ = read_period(text)
    if period is None:
        complain(say("explain-bad-period", {"text": text}, language))
    return period


def _as_json(explanation: Explanation, language: Language) -> dict[str, Any]:
    return {
        "text": explanation.text,
        "kind": explanation.kind,
        "occurrences": [{"key": o.key, "start": o.start.isoformat(), "end": o.end.isoformat(),
                         "due": o.due.isoformat()} for o in explanation.occurrences],
        "problems": [{"code": p.code, "severity": p.severity, "message": problem_sentence(p, language)}
                     for p in explanation.problems],
        "alternatives": list(explanation.alternatives),
    }


def problem_sentence(problem: Problem, language: Language) -> str:
    """What is wrong with a phrase, in one sentence."""
    return fill(catalogue(language)[problem.code], problem.params)


def _show(explanation: Explanation, language: Language) -> str:
    lines = [f"«{explanation.text}»", *(f"  {step}" for step in explanation.steps)]
    count = len(explanation.occurrences)
    if count > 1:
        lines.append(f"  Всего {plural(count, 'дата', 'даты', 'дат')}" if language == "ru" else f"  {count} dates")
    for problem in explanation.problems:
        lines.append(f"  {say(problem.severity, {}, language)}: {problem_sentence(problem, language)}"
                     f" [{problem.code}]")
    if explanation.alternatives:
        listed = "; ".join(f"«{phrase}»" for phrase in explanation.alternatives)
        word = "alternative" if len(explanation.alternatives) == 1 else "alternatives"
        lines.append("  " + say(word, {"listed": listed}, language))
    return "\n".join(lines)
