"""The changes for machines."""

from __future__ import annotations

from collections import Counter
from typing import Any

from roadmap_compiler.editions.as_text import activities, labelled_line
from roadmap_compiler.editions.changes import ORDER, Change, Comparison, Place
from roadmap_compiler.editions.periods import period_words
from roadmap_compiler.editions.saying import Speaker
from roadmap_compiler.messages import Language
from roadmap_compiler.plan.plan import Plan


def as_json(comparison: Comparison, language: Language) -> dict[str, Any]:
    """``{"changes": [...], "summary": {...}}``.

    ``old`` and ``new`` of a change are texts, None where there is none; lists for what was split, joined or
    renumbered. ``old_places`` and ``new_places`` say where: number, title, stage, file, line.
    """
    speaker = Speaker(language)
    counts = Counter(change.kind for change in comparison.changes)
    return {
        "changes": [_change(change, speaker) for change in comparison.changes],
        "summary": {
            "total": len(comparison.changes), "real": len(comparison.real),
            "kinds": {kind: counts[kind] for kind in ORDER if counts[kind]},
            "years": comparison.turn.years,
            "old": _edition(comparison.old), "new": _edition(comparison.new),
        },
    }


def _edition(plan: Plan) -> dict[str, Any]:
    return {"title": " ".join(plan.title), "period": period_words(plan.period), "activities": activities(plan),
            "file": plan.tree.file}


def _change(change: Change, speaker: Speaker) -> dict[str, Any]:
    several = change.kind in ("renumbered", "split", "merged")
    found: dict[str, Any] = {
        "kind": change.kind,
        "old": _texts(change.old, several and change.kind != "split"),
        "new": _texts(change.new, several and change.kind != "merged"),
        "field": change.field,
        "title": (change.new_places or change.old_places)[0].title if not change.everywhere else "",
        "old_places": [_place(place) for place in change.old_places],
        "new_places": [_place(place) for place in change.new_places],
        "affects": list(change.affects),
        "everywhere": change.everywhere,
        "message": labelled_line(change, speaker),
        "fingerprint": change.fingerprint,
    }
    if change.likeness is not None:
        found["likeness"] = round(change.likeness, 2)
    if change.possible is not None:
        found["possible"] = _place(change.possible)
    return found


def _texts(texts: tuple[str, ...], several: bool) -> str | list[str] | None:
    clean = [text.replace("\u00a0", " ") for text in texts]
    return clean if several else "\n".join(clean) if clean else None


def _place(place: Place) -> dict[str, Any]:
    return {"kind": place.kind, "number": place.number.replace("\u00a0", " "),
            "title": place.title.replace("\u00a0", " "), "stage": place.stage.replace("\u00a0", " "),
            "file": place.span.file, "line": place.span.line}
