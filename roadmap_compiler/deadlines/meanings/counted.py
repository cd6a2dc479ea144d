"""Counted from something: so long after an event, so long before it, on its day."""

from __future__ import annotations

import re
from typing import Any

from ..kinds import Anchor, By, Deadline, Offset, Recurring, Relative
from ..points import Before, Day, Part, Point, This, Weekday
from ..tokens import Nth
from .dated import at
from .refusals import Refused
from .repeated import unit_term


def length(amount: int, unit: Any) -> Offset:
    if amount < 1:
        raise Refused("deadline-not-understood")
    return Offset(int(amount), unit)


def length_years(amount: int) -> Offset:
    return length(amount, "year")


def length_one(unit: Any) -> Offset:
    return Offset(1, unit)


def length_nth(nth: int, unit: Any) -> Offset:
    if nth < 1:
        raise Refused("deadline-not-understood")
    return Offset(1, unit, skip=nth - 1)


def length_range(between: tuple[int, int], unit: Any) -> Offset:
    """«первого-второго месяца»: from the first to the second; «3–5 дней»: up to five."""
    if not isinstance(between[0], Nth):
        return length(between[1], unit)
    return Offset(between[1] - between[0] + 1, unit, skip=between[0] - 1)


def length_adjective(duration: tuple[int, Any]) -> Offset:
    return Offset(*duration)


def since_end(anchor: Anchor) -> Anchor:
    return anchor if anchor.what in ("approved", "start", "end") else anchor._replace(edge="finish")


def to_start(anchor: Anchor) -> Anchor:
    if anchor.what == "end":  # «до начала реализации дорожной карты»
        return Anchor("start")
    return anchor._replace(edge="start")


def anchor_point(point: Point) -> Anchor:
    if isinstance(point, Part) and point.part in ("start", "end"):
        return Anchor("point", edge="start" if point.part == "start" else "finish", point=point.of)
    return Anchor("point", point=point)


def anchor_this(what: This) -> Anchor:
    return Anchor("point", point=what)


_APPROVAL = r"(утвержд|подписан|согласован)\w*( (настоящ\w+ )?(плана|дорожной карты|дк|программы)\b.*)?$"
_STARTING = r"(начала|начало|старта|запуска|начале) +"
_HOLDING = r"проведени[яею] +(?=\w)"
_ENDING = r"(окончани[яею]|завершени[яею]|конца) +"
_OF_PLAN = r"((реализации|действия|выполнения|исполнения) )?(настоящ\w+ )?(плана|дорожной карты|дк)\b"


def anchor_named(text: str) -> Anchor:
    """An event by its name; the approval and the work of the plan itself are known by theirs."""
    words = " ".join(text.lower().replace("ё", "е").split())
    if re.match(_APPROVAL, words):
        return Anchor("approved")
    held = re.match(_HOLDING, words)
    if held:  # «со дня проведения педсовета»
        text, words = text[held.end():], words[held.end():]
    edge: Any = ""
    for pattern, side in ((_STARTING, "start"), (_ENDING, "finish")):
        begins = re.match(pattern, words)
        if begins:
            text, words, edge = text[begins.end():], words[begins.end():], side
    if (re.match(_OF_PLAN, words) and "дорожной карты" in words) or words in ("плана", "реализации плана"):
        return Anchor("start" if edge == "start" else "end")
    return Anchor("named", text.strip(), edge)


def anchor_edge(edge: str, text: str) -> Anchor:
    anchor = anchor_named(text)
    if anchor.what in ("start", "end") or re.match(_OF_PLAN, text.lower()):
        return Anchor("start" if edge == "start" else "end")
    if anchor.what != "named" or edge == "middle":
        raise Refused("deadline-not-understood")
    return anchor._replace(edge="start" if edge == "start" else "finish")


def anchor_each(unit: str) -> Anchor:
    """«после окончания четверти»: each of them in turn."""
    return Anchor("each", unit)


def anchor_each_edge(edge: str, unit: str) -> Anchor:
    if edge == "middle":
        raise Refused("deadline-not-understood")
    return anchor_each(unit)._replace(edge="start" if edge == "start" else "finish")


def next_day(anchor: Anchor) -> Relative:
    return Relative("after", anchor, Offset(1, "day"))


def next_workday(anchor: Anchor) -> Relative:
    return Relative("after", anchor, Offset(1, "workday"))


def by_next_day(anchor: Anchor) -> Relative:
    return Relative("within", anchor, Offset(1, "day"))


def by_next_workday(anchor: Anchor) -> Relative:
    return Relative("within", anchor, Offset(1, "workday"))


def within_unnamed(offset: Offset) -> Relative:
    return Relative("within", Anchor("unnamed"), offset)


def within(offset: Offset, anchor: Anchor) -> Relative:
    return Relative("within", anchor, offset)


def after(offset: Offset, anchor: Anchor) -> Relative:
    return Relative("after", anchor, offset)


def before(offset: Offset, anchor: Anchor) -> Relative:
    return Relative("before", anchor, offset)


def by_before(offset: Offset, anchor: Anchor) -> Relative:
    return Relative("by-before", anchor, offset)


def not_earlier(offset: Offset, anchor: Anchor) -> Relative:
    return Relative("not-earlier", anchor, offset)


def on_day(anchor: Anchor) -> Deadline:
    if anchor.what == "each":
        raise Refused("deadline-not-understood")
    if anchor.point is not None and not isinstance(anchor.point, (Day, Weekday)):
        return at(anchor.point)
    return Relative("on", anchor)


def at_any_time_after(anchor: Anchor) -> Relative:
    return Relative("after", anchor)


def at_any_time_after_end(anchor: Anchor) -> Relative:
    return Relative("after", since_end(anchor))


def before_start(anchor: Anchor) -> Deadline:
    if anchor.point is not None and not isinstance(anchor.point, (Day, Weekday, Part, Before)):
        return By(Before(anchor.point))
    return Relative("by", to_start(anchor))


def before_point(point: Point) -> Deadline:
    return before_start(Anchor("point", point=point))


def by_event(text: str) -> Relative:
    return Relative("by", anchor_named(text))


def not_later_than_event(text: str) -> Relative:
    """«не позднее дня открытых дверей»: that day is still in time."""
    anchor = anchor_named(text)
    is_day = re.match(r"(?i)(дня|даты)\s", text) is not None and anchor.what == "named" and not anchor.edge
    return Relative("by", anchor._replace(edge="finish") if is_day else anchor)


def by_edge_of_event(edge: str, text: str) -> Relative:
    return Relative("by", anchor_edge(edge, text))


def results_of_terms(of: str) -> Recurring:
    return Recurring(unit_term(of), mode="by")  # type: ignore[arg-type]


def results_of(point: Point) -> By:
    return By(point)


results_of_this = results_of


def results_of_event(text: str) -> Relative:
    return Relative("after", anchor_named(text))
