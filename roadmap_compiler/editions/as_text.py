"""The changes for reading on a screen: a head, one line a change, and how much stayed."""

from __future__ import annotations

from roadmap_compiler.editions.changes import Change, Comparison, Place
from roadmap_compiler.editions.saying import Speaker, bare, number_of, short
from roadmap_compiler.editions.words import replaced_words
from roadmap_compiler.messages import Language
from roadmap_compiler.plan.plan import Plan

MOST_NUMBERS = 8
"""So many renumbered places are listed; the others are counted."""


def as_text(comparison: Comparison, language: Language, amendment: bool = False, has_errors: bool = False) -> str:
    """The report: never more than three lines beyond one for each change."""
    speaker = Speaker(language)
    lines = [head_line(comparison, speaker, amendment)]
    labels = [speaker.label(change) for change in comparison.changes]
    width = max(map(len, labels), default=0)
    lines += [f"{label:<{width}}  {change_line(change, speaker)}"
              for label, change in zip(labels, comparison.changes, strict=True)]
    if not comparison.changes:
        lines.append(speaker.say("nothing-but-errors" if has_errors else "nothing"))
    else:
        lines.append(speaker.say("untouched", count=speaker.count(untouched(comparison), "activity")))
    return "\n".join(lines)


def head_line(comparison: Comparison, speaker: Speaker, amendment: bool = False) -> str:
    """Whose roadmap, from when to when, and how many activities it had and has."""
    old, new = comparison.old, comparison.new
    counts = [activities(plan) for plan in (old, new)]
    count = speaker.count(counts[1], "activity")
    if counts[0] != counts[1]:
        count = f"{counts[0]} → {count}"
    title = " ".join(new.title)
    params = {"title": title, "institution": new.institution, "old": period_words(old), "new": period_words(new),
              "count": count}
    if amendment:
        return speaker.say("amendment-head", **params)
    if params["old"] == params["new"]:
        params["old"] = ""
        return speaker.say("head-same", **params)
    return speaker.say("head" if new.institution and new.institution not in title else "head-short", **params)


def period_words(plan: Plan) -> str:
    """«2021/2022», «2021», «2021–2024», else both days."""
    period = plan.period
    if period.kind == "academic_year":
        return f"{period.start.year}/{period.end.year}"
    if period.kind == "calendar_year":
        return str(period.start.year)
    if period.kind == "years":
        return f"{period.start.year}–{period.end.year}"
    return f"{period.start:%d.%m.%Y} – {period.end:%d.%m.%Y}"


def activities(plan: Plan) -> int:
    """How many activities a plan has; parts of activities count."""
    return sum(1 for entry in plan.entries if entry.kind == "activity")


def untouched(comparison: Comparison) -> int:
    """Activities of the new edition of which nothing is told but a shift, typography or a number."""
    touched = {place.unit for change in comparison.real if change.kind != "shifted" for place in change.new_places}
    return sum(1 for unit in comparison.new_units if unit.kind == "activity" and unit.at not in touched)


def change_line(change: Change, speaker: Speaker) -> str:
    """One change in one line, without its label."""
    told = _LINES.get(change.kind, _value)(change, speaker)
    if change.likeness is not None:
        told += f" — {speaker.say('likely', score=f'{change.likeness:.2f}'.replace('.', ','))}"
    if change.possible is not None:
        place = f"{bare(change.possible.number)} «{short(change.possible.title)}»"
        told += f" — {speaker.say('possible', place=place)}"
    return told


def _where(change: Change, speaker: Speaker) -> str:
    """The numbers of both places, one where they are the same; with the title."""
    old, new = number_of(change.old_places), number_of(change.new_places)
    number = (old or new) if not old or not new or old == new else f"{old} → {new}"
    is_stage = (change.new_places or change.old_places)[0].kind == "stage" and change.kind != "stage-title"
    return speaker.say("stage-number", number=number) if is_stage else number


def _title(places: tuple[Place, ...]) -> str:
    return " | ".join(short(place.title) for place in places)


def _whole(change: Change, speaker: Speaker) -> str:
    places = change.new_places or change.old_places
    told = f"{_where(change, speaker)}  {_title(places)}"
    return f"{told} — {', '.join(change.affects)}" if change.affects and change.kind == "added" else told


def _moved(change: Change, speaker: Speaker) -> str:
    if change.is_within_stage:
        where = speaker.say("within-document" if change.new_places[0].kind == "stage" else "within")
    elif not change.new:
        where = speaker.say("out-of-stages")
    else:
        where = speaker.say("to-parent" if change.field == "parent" else "to-stage", stage=short(change.new[0]))
    return f"{_where(change, speaker)}  {_title(change.new_places)} — {where}"


def _parts(change: Change, speaker: Speaker) -> str:
    old = speaker.listed([bare(place.number) or "—" for place in change.old_places])
    new = speaker.listed([bare(place.number) or "—" for place in change.new_places])
    if change.new_places[0].kind == "stage":
        old = speaker.say("stage-number", number=old)
    return f"{old} → {new}  {_title(change.new_places)}"


def _responsible(change: Change, speaker: Speaker) -> str:
    if change.everywhere:
        rows = [place for place in change.new_places if place.kind != "document"]
        count = speaker.count(len(rows), "place")
        if len(rows) < len(change.new_places):
            count = speaker.say("and", first=count, last=speaker.say("signature"))
        return speaker.say("everywhere", old=change.old[0], new=change.new[0], count=count)
    return _value(change, speaker)


def _shifted(change: Change, speaker: Speaker) -> str:
    count = speaker.count(len(change.new_places), "place")
    return speaker.say("shifted", old=change.old[0], new=change.new[0], count=count)


def _stale(change: Change, speaker: Speaker) -> str:
    text = short(change.new[0])
    if change.field == "deadline":
        return f"{_place_words(change, speaker)}{speaker.say('stale', old=text)}"
    return f"{_place_words(change, speaker)}{speaker.say('stale-text', old=text)}"


def _place_words(change: Change, speaker: Speaker) -> str:
    place = change.new_places[0]
    if place.kind == "document":
        return ""
    where = f"{_where(change, speaker)}  "
    return where if change.field == "title" else where + _named(place.title)


def _named(title: str) -> str:
    """A title before what is said of it."""
    return f"{short(title).rstrip(' :.;')}: "


def _texts(change: Change, speaker: Speaker) -> str:
    """A text that changed, by its words; the whole of it where little stayed."""
    where = _place_words(change, speaker)
    if not change.old or not change.new:
        return where + _from_to(change, speaker)
    old, new = change.old[0], change.new[0]
    pairs = replaced_words(old, new)
    is_whole = pairs == ((old.strip(), new.strip()),)
    if change.field == "title" and not is_whole and change.old_places[0].kind != "document":
        where += _named(old)
    return where + "; ".join(_words(before, after, speaker) for before, after in pairs)


def _words(old: str, new: str, speaker: Speaker) -> str:
    old, new = old.strip(" ,;.\n"), new.strip(" ,;.\n")
    if not old:
        return speaker.say("words-added", text=short(new))
    if not new:
        return speaker.say("words-removed", text=short(old))
    return speaker.say("words-replaced", old=short(old), new=short(new))


def _from_to(change: Change, speaker: Speaker) -> str:
    old, new = ("; ".join(short(text) for text in texts) or speaker.say("none") for texts in (change.old, change.new))
    return speaker.say("from-to", old=old, new=new)


def _value(change: Change, speaker: Speaker) -> str:
    places = change.new_places or change.old_places
    is_row = bool(places) and places[0].kind != "document"
    where = f"{_where(change, speaker)}  {_named(places[0].title)}" if is_row else ""
    return where + _from_to(change, speaker)


def _typography(change: Change, speaker: Speaker) -> str:
    return speaker.count(len(change.new_places), "place")


def _renumbered(change: Change, speaker: Speaker) -> str:
    pairs = [f"{bare(old)} → {bare(new)}" for old, new in zip(change.old, change.new, strict=True)]
    listed = "; ".join(pairs[:MOST_NUMBERS]) + ("; …" if len(pairs) > MOST_NUMBERS else "")
    return speaker.say("consequence", list=listed)


_LINES = {
    "added": _whole, "removed": _whole, "moved": _moved, "split": _parts, "merged": _parts,
    "responsible": _responsible, "shifted": _shifted, "not-shifted": _stale, "title": _texts, "stage-title": _texts,
    "content": _texts, "result": _texts, "typography": _typography, "renumbered": _renumbered,
}
