"""From a phrase to a Deadline: tokens, items, the words beside them, one meaning. Nothing raises."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from .combining import Item, combine
from .kinds import By, Deadline, During, External, On, OnDemand, Problem, Unset, Verbatim, Whole
from .lexer import Lexed, Token, lex
from .meaning import Refused
from .parser import HARD, longest_item
from .points import Day, Part

_SIGNS = {"COMMA": ",", "SEMI": ";", "AND": "и", "DASH": "-", "COLON": ":", "DOT": ".", "OR": "или", "BUT": "но",
          "QUOTE": "", "RP": "", "LP": "", "SLASH": "/", "OTHER": ""}
_BLANK = frozenset(" \t\r\n\u00a0-–—_.…/\\*\u200b\ufeff")


class _NotUnderstood(Exception):
    def __init__(self, column: int) -> None:
        super().__init__(column)
        self.column = column


@lru_cache(maxsize=8192)
def parse(text: str) -> Deadline:
    """The deadline that a phrase states.

    Never raises. A phrase that is not understood, or understood in more than one way, becomes Verbatim, whose
    ``warnings`` hold one error with the readings offered. What was corrected or assumed in a phrase that is understood
    stands in its ``warnings``.
    """
    if all(letter in _BLANK for letter in text):
        return Unset(text=text)
    lexed = lex(text)
    try:
        deadline = _read(lexed, text)
    except Refused as refused:
        return _verbatim(text, refused.problem)
    except _NotUnderstood as stopped:
        return _verbatim(text, Problem("deadline-not-understood", {"text": text}, (), "error", stopped.column))
    warnings = (*lexed.problems, *deadline.warnings, *_vague(deadline))
    return deadline._replace(text=text, warnings=warnings)


def _verbatim(text: str, problem: Problem) -> Verbatim:
    params = {"text": text, **problem.params}
    readings = tuple(phrase for phrase in problem.alternatives if phrase and phrase != text)
    return Verbatim(text.strip(), text=text, warnings=(problem._replace(params=params, alternatives=readings),))


def _read(lexed: Lexed, text: str) -> Deadline:
    for token in lexed.tokens:
        if token.type == "BAD":
            raise Refused("deadline-no-such-date", **_named(token.value))
    tokens, notes, other_day = _without_brackets(lexed.tokens, text)
    items = _items(tokens, text)
    deadline = combine(items)
    if other_day is not None:
        deadline = _with_other_day(deadline, other_day)
    if notes:
        deadline = deadline._replace(note="; ".join(filter(None, (deadline.note, *notes))))
    if lexed.time:
        deadline = deadline._replace(time=lexed.time)
    if isinstance(deadline, (Whole, OnDemand, External)) and not deadline.words:
        deadline = deadline._replace(words=_own_words(items))
    return deadline


def _named(point: Any) -> dict[str, Any]:
    return {"day": getattr(point, "day", None), "month": point.month, "year": point.year}


def _own_words(items: list[Item]) -> str:
    for item in items:
        if isinstance(item.value, (Whole, OnDemand, External)):
            return " ".join(item.written.split())
    return ""


def _without_brackets(tokens: list[Token], text: str) -> tuple[list[Token], list[str], Any]:
    """The tokens outside brackets, the words inside, and the other day when the brackets hold one: «25 (26) мая»."""
    out: list[Token] = []
    notes: list[str] = []
    other: Any = None
    place = 0
    while place < len(tokens):
        token = tokens[place]
        if token.type != "LP":
            out.append(token)
            place += 1
            continue
        close = next((at for at in range(place + 1, len(tokens)) if tokens[at].type == "RP"), len(tokens))
        inside = tokens[place + 1:close]
        if len(inside) == 1 and inside[0].type == "NUM" and out and out[-1].type in ("NUM", "ORD") and other is None:
            other = inside[0].value
        elif inside:
            found = longest_item(inside, 0, text)
            if found and found[1] == len(inside) and isinstance(found[0], On) and other is None:
                other = found[0].day
            elif any(hard(inside, at) and one.type != "WEEKDAY" for at, one in enumerate(inside)):
                raise _NotUnderstood(inside[0].start)
            else:
                notes.append(text[inside[0].start:inside[-1].end].strip())
        place = close + 1
    return out, notes, other


def _with_other_day(deadline: Deadline, other: Any) -> Deadline:
    if not isinstance(deadline, On) or not isinstance(deadline.day, Day):
        raise Refused("deadline-not-understood")
    day = other if isinstance(other, Day) else deadline.day._replace(day=other)
    if day.year is None:
        day = day._replace(year=deadline.day.year)
    told = Problem("deadline-other-day", {"day": deadline.day.day, "other": day.day}, (), "info")
    return deadline._replace(or_day=day, warnings=(*deadline.warnings, told))


def hard(tokens: list[Token], place: int) -> bool:
    """Whether the token speaks of time, so that it must not be left over in a note."""
    token = tokens[place]
    if token.type in ("NUM", "ORD"):
        return not _counts_something(tokens, place)
    return token.type in HARD


def _counts_something(tokens: list[Token], place: int) -> bool:
    """«5–9 классы», «каб. 12», «№ 3»: a number that belongs to a word."""
    if place and tokens[place - 1].type in ("WORD", "OTHER", "DOT"):
        return True
    after = place + 1
    while after < len(tokens) and tokens[after].type in ("NUM", "ORD", "DASH", "COMMA", "AND", "QUOTE", "SLASH"):
        after += 1
    return after < len(tokens) and tokens[after].type == "WORD"


def _items(tokens: list[Token], text: str) -> list[Item]:
    """The items of the phrase in order, each with the words that stand before or after it."""
    items: list[Item] = []
    label, sign, place = "", "", 0
    labelled = False
    while place < len(tokens):
        token = tokens[place]
        found = None
        if token.type not in ("COMMA", "SEMI", "AND", "DASH", "COLON", "DOT", "OR", "BUT", "QUOTE", "WORD"):
            found = longest_item(tokens, place, text)
        if found is not None:
            value, after = found
            written = text[token.start:tokens[after - 1].end]
            items.append(Item(value, sign, written, label, _is_dotted(tokens, place, after)))
            label, sign, place = "", "", after
            continue
        if token.type in _SIGNS:
            sign = sign if sign and _SIGNS[token.type] in ("", "и", "но") else _SIGNS[token.type] or sign
            place += 1
            continue
        after = place
        while after < len(tokens) and not (after > place and longest_item(tokens, after, text)):
            if hard(tokens, after):
                raise _NotUnderstood(tokens[after].start)
            after += 1
            if after < len(tokens) and tokens[after].type in ("SEMI",):
                break
        words = text[token.start:tokens[after - 1].end].strip(' ,;:–—-"«»')
        if items and not labelled:
            items[-1] = items[-1]._replace(note="; ".join(filter(None, (items[-1].note, words))))
            sign = "," if tokens[after - 1].type in ("COMMA",) else sign
        else:
            label, labelled = words, True
        place = after
    if not items:
        raise _NotUnderstood(tokens[0].start if tokens else 0)
    if label:
        items[-1] = items[-1]._replace(note="; ".join(filter(None, (items[-1].note, label))))
    return items


def _is_dotted(tokens: list[Token], begin: int, end: int) -> bool:
    return all(token.type in ("DATE", "DDMM", "G") for token in tokens[begin:end])


def _vague(deadline: Deadline) -> tuple[Problem, ...]:
    """A documented reading of «в конце июня» is still a guess."""
    if isinstance(deadline, (During, By)) and isinstance(deadline.point, Part):
        if deadline.point.part in ("start", "middle", "end"):
            return (Problem("deadline-vague", {"part": deadline.point.part}, (), "warning"),)
    return ()

