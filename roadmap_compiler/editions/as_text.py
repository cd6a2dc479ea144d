"""The changes for reading on a screen: a head, one line a change, and how much stayed."""

from __future__ import annotations

import re

from roadmap_compiler.editions.changes import Change, Comparison, Place
from roadmap_compiler.editions.periods import period_words
from roadmap_compiler.editions.saying import Speaker, bare, number_of, short, title_of
from roadmap_compiler.editions.units import Unit
from roadmap_compiler.editions.words import replaced_words
from roadmap_compiler.messages import Language
from roadmap_compiler.plan.plan import Plan

SHORT = 30
"""Values of so many letters are told whole: «1–4» → «1–5» and not «4» → «5»."""

Pairs = tuple[tuple[str, str], ...]

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
    return "\n".join([*lines, last_line(comparison, speaker, has_errors)])


def labelled_line(change: Change, speaker: Speaker) -> str:
    """One change in one line: «Срок: 1.2  Чаепитие: май → июнь»."""
    return f"{speaker.label(change)}: {change_line(change, speaker)}"


def last_line(comparison: Comparison, speaker: Speaker, has_errors: bool) -> str:
    """How much stayed; or that nothing differs, as far as could be read."""
    if comparison.changes:
        return speaker.say("untouched", count=speaker.count(untouched(comparison), "activity"))
    return speaker.say("nothing-but-errors" if has_errors else "nothing")


def head_line(comparison: Comparison, speaker: Speaker, amendment: bool = False) -> str:
    """Whose roadmap, from when to when, and how many activities it had and has."""
    old, new = comparison.old, comparison.new
    counts = [activities(plan) for plan in (old, new)]
    count = speaker.count(counts[1], "activity")
    if counts[0] != counts[1]:
        count = f"{counts[0]} → {count}"
    title = " ".join(new.title)
    params = {"title": title, "institution": new.institution, "old": period_words(old.period),
              "new": period_words(new.period), "count": count}
    if amendment:
        return speaker.say("amendment-head", **params)
    if params["old"] == params["new"]:
        params["old"] = ""
        return speaker.say("head-same", **params)
    return speaker.say("head" if new.institution and new.institution not in title else "head-short", **params)


def activities(plan: Plan) -> int:
    """How many activities a plan has; parts of activities count."""
    return sum(1 for entry in plan.entries if entry.kind == "activity")


def untouched(comparison: Comparison) -> int:
    """Activities of the new edition of which nothing is told but a shift, typography or a number."""
    touched: set[int] = set()
    for change in comparison.real:
        if change.kind == "shifted" or change.field == "column":
            continue
        touched |= {_activity(comparison.new_units, place) for place in change.new_places}
        if not change.new_places:  # an item that is gone changes its activity
            touched |= {comparison.matching.pairs.get(comparison.old_units[place.unit].parent, -1)
                        for place in change.old_places if place.kind == "item"}
    return sum(1 for unit in comparison.new_units if unit.kind == "activity" and unit.at not in touched)


def _activity(units: tuple[Unit, ...], place: Place) -> int:
    """The unit of a place, of an item that of its activity."""
    return units[place.unit].parent if place.kind == "item" else place.unit


def change_line(change: Change, speaker: Speaker) -> str:
    """One change in one line, without its label."""
    told = (_column if change.field == "column" else _LINES.get(change.kind, _value))(change, speaker)
    if change.likeness is not None:
        told += f" — {speaker.say('likely', score=f'{change.likeness:.2f}'.replace('.', ','))}"
    if change.possible is not None:
        place = f"{number_of(change.possible)} «{title_of(change.possible)}»".strip()
        told += f" — {speaker.say('possible', place=place)}"
    return told


def _where(change: Change, speaker: Speaker) -> str:
    """The numbers of both places, one where they are the same, with the space before what follows; "" where there are
    none. An item has that of its activity."""
    old, new = (speaker.listed([number_of(place) or "—" for place in places]) if any(
        bare(place.number) for place in places) else "" for places in (change.old_places, change.new_places))
    number = (old or new) if not old or not new or old == new else f"{old} → {new}"
    if (change.new_places or change.old_places)[0].kind == "stage" and change.kind != "stage-title":
        number = speaker.say("stage-number", number=number).rstrip()
    elif number and (change.new_places or change.old_places)[0].kind == "item":
        number = speaker.say("item-number", number=number)
    return f"{number}  " if number else ""


def _title(places: tuple[Place, ...]) -> str:
    return " | ".join(title_of(place) for place in places)


def _whole(change: Change, speaker: Speaker) -> str:
    told = f"{_where(change, speaker)}{_title(change.new_places or change.old_places)}"
    details = [short(text) for text in (change.deadline, ", ".join(change.affects)) if text]
    return f"{told} — {', '.join(details)}" if details and change.kind == "added" else told


def _moved(change: Change, speaker: Speaker) -> str:
    return f"{_where(change, speaker)}{_title(change.new_places)} — {where_to(change, speaker)}"


def where_to(change: Change, speaker: Speaker) -> str:
    """Where something was moved: «в этап «Октябрь»»."""
    if change.is_within_stage:
        return speaker.say("within-document" if change.new_places[0].kind == "stage" else "within")
    if not change.new:
        return speaker.say("out-of-stages")
    return speaker.say("to-parent" if change.field == "parent" else "to-stage", stage=short(change.new[0]))


def _parts(change: Change, speaker: Speaker) -> str:
    where = _where(change, speaker)
    told = where + _title(change.new_places)
    if not where or change.new_places[0].kind == "stage":
        told = f"{where}{_title(change.old_places)} → {_title(change.new_places)}"
    return f"{told} — {short(change.deadline)}" if change.deadline else told


def _responsible(change: Change, speaker: Speaker) -> str:
    if change.everywhere:
        rows = [place for place in change.new_places if place.kind != "document"]
        is_signed = len(rows) < len(change.new_places)
        values = {"old": change.old[0], "new": change.new[0]}
        if change.out_of:
            told = speaker.say("in-some", count=speaker.count(len(rows), "in-points"), whole=change.out_of, **values)
            return speaker.say("and", first=told, last=speaker.say("in-signature")) if is_signed else told
        count = speaker.count(len(rows), "point")
        if is_signed:
            count = speaker.say("and", first=count, last=speaker.say("signature"))
        return speaker.say("everywhere", count=count, **values)
    return _value(change, speaker)


def _column(change: Change, speaker: Speaker) -> str:
    old, new = ("; ".join(texts) for texts in (change.old, change.new))
    if old and new:
        return speaker.say("column-renamed", old=old, new=new)
    rows = [place for place in change.old_places or change.new_places if place.kind != "document"]
    word = ("column-added" if new else "column-removed") + ("" if rows else "-blank")
    return speaker.say(word, old=old, new=new, count=speaker.count(len(rows), "point"))


def _shifted(change: Change, speaker: Speaker) -> str:
    count = speaker.count(len(change.new_places), "point")
    return speaker.say("shifted", old=change.old[0], new=change.new[0], count=count)


def _stale(change: Change, speaker: Speaker) -> str:
    word = "stale" if change.field == "deadline" else "stale-text"
    return _place_words(change, speaker) + speaker.say(word, old=short(change.new[0]))


def _place_words(change: Change, speaker: Speaker) -> str:
    place = change.new_places[0]
    if place.kind == "document":
        return ""
    where = _where(change, speaker)
    return where if change.field == "title" else where + _named(_as_before(change, place))


def _as_before(change: Change, place: Place) -> Place:
    """A place told apart by what stood there before: «… (январь): январь → декабрь»."""
    return place._replace(hint=change.old_places[0].hint) if change.old_places else place


def _named(place: Place) -> str:
    """A title before what is said of it."""
    return f"{title_of(place).rstrip('.')}: "


def _texts(change: Change, speaker: Speaker) -> str:
    """A text that changed, by its words; the whole of it where little stayed."""
    where = _place_words(change, speaker)
    if not change.old or not change.new:
        return where + _from_to(change, speaker)
    old, new = change.old[0], change.new[0]
    pairs = _without_labels(replaced_words(old, new, with_units=True), old, new)
    if change.field != "title" and max(len(old), len(new)) <= SHORT and "\n" not in old + new:
        pairs = ((old, new),)
    is_whole = pairs == ((old.strip(), new.strip()),)
    if change.field == "title" and not is_whole and change.old_places[0].kind != "document":
        where += _named(change.old_places[0])
    return where + "; ".join(_words(before, after, speaker) for before, after in pairs)


def _without_labels(pairs: Pairs, old: str, new: str) -> Pairs:
    """Without the new numbers of the lines of a list, which follow from a line that came or went."""
    labels = [set(re.findall(r"(?m)^\s*(\d+)[.)]", text)) for text in (old, new)]
    left = tuple(pair for pair in pairs if not (pair[0] in labels[0] and pair[1] in labels[1]))
    return left or pairs


def _words(old: str, new: str, speaker: Speaker) -> str:
    old, new = old.strip(" ,;:.–—\n"), new.strip(" ,;:.–—\n")
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
    where = f"{_where(change, speaker)}{_named(_as_before(change, places[0]))}" if is_row else ""
    return where + _from_to(change, speaker)


def _typography(change: Change, speaker: Speaker) -> str:
    count = speaker.count(len(change.new_places), "point")
    if not change.new:
        return count
    reworded = change.new_places[:len(change.new)]
    names = [number_of(place) or title_of(place) for place in reworded]
    listed = ", ".join(names[:MOST_NUMBERS]) + (", …" if len(names) > MOST_NUMBERS else "")
    words = speaker.say("other-words", list=listed)
    if len(reworded) == len(change.new_places):
        return words
    return speaker.say("other-words-and", count=count, words=words)


def _renumbered(change: Change, speaker: Speaker) -> str:
    pairs = [f"{bare(old.number)} → {number_of(new)}" for old, new in zip(
        change.old_places, change.new_places, strict=True)]
    listed = "; ".join(pairs[:MOST_NUMBERS]) + ("; …" if len(pairs) > MOST_NUMBERS else "")
    return speaker.say("consequence", list=listed)


_LINES = {
    "added": _whole, "removed": _whole, "moved": _moved, "split": _parts, "merged": _parts,
    "responsible": _responsible, "shifted": _shifted, "not-shifted": _stale, "title": _texts, "stage-title": _texts,
    "content": _texts, "result": _texts, "typography": _typography, "renumbered": _renumbered,
}
