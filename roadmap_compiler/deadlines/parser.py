"""Drives the parse tables: the longest item of the grammar that begins at a token.

The driver is here, and not lark's, because lark costs 40 ms to import and the tables cost one.
"""

from __future__ import annotations

from typing import Any

from .meanings import MEANINGS, same
from .tokens import Token

HARD = frozenset(
    [
        "DATE", "DDMM", "BAD", "MONTH", "MONTH_YEAR", "YEAR", "YEARS", "QUARTER", "TERM", "EVERY", "EACH",
        "RAZ", "WEEKDAY", "DURING", "WHOLE", "ONDEMAND", "ONDEMAND_OF", "NOTLATER", "NOTEARLIER",
        "NOTLATER_FOR", "NOTEARLIER_FOR", "NOTLATER_THROUGH", "NOTLESS", "SINCE", "AFTER_END", "RESULTS",
        "ONDAY", "TOSTART", "UNTIL", "DURATION", "TIME", "CHISLO", "AFTER_REPORT", "EDGE", "SROK", "EXCEPT",
        "PRIOR", "DECADE", "HALF", "VACTIME", "INPERIOD", "THROUGH",
    ]
)
"""Terminals that speak of time: never left over in a note."""

_NEVER_IN_A_NAME = frozenset([
    "DATE", "DDMM", "BAD", "MONTH", "MONTH_YEAR", "EVERY", "RAZ", "TIME", "CHISLO", "AFTER_REPORT",
    "NOTLATER", "DURING",
])
_NUMBERED = frozenset([
    "этапа", "этап", "пункта", "пункт", "п", "мероприятия", "мероприятие", "раздела", "раздел", "задачи",
    "шага",
])
_BEGINS_NO_NAME = frozenset(
    [
        "COMMA", "SEMI", "DASH", "COLON", "DOT", "AND", "OR", "BUT", "NUM", "ORD", "YEAR", "YEARS", "FROM",
        "TO", "UNTIL", "EACH", "MES", "QUARTER", "TERM", "WEEKDAY", "G", "EVERY", "VAC", "DURING",
    ]
)
_IN_A_NAME = frozenset(["WORD", "OTHER", "PERIOD", "LIMIT"])
_ENDS_A_NAME = frozenset(("COMMA", "SEMI"))


class _Rules:
    """The generated tables, imported with the first phrase."""

    rules: Any = None
    states: Any = None
    last = 0


def _load() -> None:
    from . import tables

    _Rules.rules = [
        (name, size, MEANINGS.get(meaning, same), kept) for name, size, meaning, kept in tables.RULES
    ]
    _Rules.states, _Rules.last = tables.STATES, tables.LAST


def _only_child(*children: Any) -> Any:
    return children[0] if children else None


def longest_item(tokens: list[Token], begin: int, text: str) -> tuple[Any, int] | None:
    """The meaning of the longest item at ``begin`` and the place after it; None when no item begins there."""
    found, stopped = _parse(tokens, begin, len(tokens), text, False)
    if found is not None and stopped == len(tokens):
        return found[0], stopped
    named, reached = _parse(tokens, begin, len(tokens), text, True)
    if named is not None and (found is None or reached > stopped):
        return named[0], reached
    if found is not None:
        return found[0], stopped
    for end in range(stopped, begin, -1):
        found, reached = _parse(tokens, begin, end, text, False)
        if found is not None and reached == end:
            return found[0], end
    return None


def _parse(
    tokens: list[Token], begin: int, end: int, text: str, name_first: bool
) -> tuple[tuple[Any] | None, int]:
    """The meaning of tokens[begin:end] or of the part before the first that cannot follow; and how far it went.

    A name (TEXT) is taken where nothing else can follow, or with ``name_first`` wherever one may stand.
    """
    if _Rules.rules is None:
        _load()
    rules, table, last = _Rules.rules, _Rules.states, _Rules.last
    whole = end == len(tokens)
    states: list[int] = [0]
    values: list[Any] = []
    place = begin
    while True:
        if place < end:
            token = tokens[place]
            terminal, value, after = token.type, token.value, place + 1
        else:
            terminal, value, after = "$END", None, place
        row = table[states[-1]]
        action = row.get(terminal)
        if whole and "TEXT" in row and terminal != "$END" and (action is None or name_first):
            name_end = _end_of_name(tokens, place)
            if name_end > place:
                terminal, after = "TEXT", name_end
                value = text[tokens[place].start:tokens[name_end - 1].end]
                action = row["TEXT"]
        if action is None:
            if terminal == "$END":
                return ((values[-1],) if states[-1] == last else None), place
            end = place
            continue
        if action >= 0:
            states.append(action)
            values.append(value)
            place = after
            continue
        name, size, meaning, kept = rules[~action]
        if size:
            children = values[-size:]
            del states[-size:], values[-size:]
        else:
            children = []
        values.append(meaning(*[children[at] for at in kept]))
        states.append(table[states[-1]][name])


def _end_of_name(tokens: list[Token], begin: int) -> int:
    """Where the name of an event or a schedule ends: at a comma before something datable, else with the phrase."""
    each_thing = tokens[begin].type == "EACH" and begin + 1 < len(tokens) and tokens[begin + 1].type == "WORD"
    if tokens[begin].type in _BEGINS_NO_NAME and not each_thing:
        return begin
    cut = len(tokens)
    for place in range(begin, len(tokens)):
        if tokens[place].type == "DDMM" and place and tokens[place - 1].value in _NUMBERED:
            continue  # «после этапа 1.1»
        if tokens[place].type in _NEVER_IN_A_NAME:
            commas = [at for at in range(begin, place) if tokens[at].type in _ENDS_A_NAME]
            cut = commas[0] if commas else begin
            break
    cut = _before_a_term(tokens, begin, cut)
    return cut if any(token.type in _IN_A_NAME for token in tokens[begin:cut]) else begin


def _before_a_term(tokens: list[Token], begin: int, end: int) -> int:
    """Where words of time after a comma begin («по плану ВШК, 2 четверть»), else ``end``."""
    for place in range(begin + 1, end - 1):
        if tokens[place].type not in _ENDS_A_NAME:
            continue
        first, second = tokens[place + 1].type, tokens[place + 2].type if place + 2 < len(tokens) else ""
        numbered = first in ("NUM", "ORD") and second in ("TERM", "QUARTER", "HALF", "WEEK")
        counted = first in ("UNTIL", "FOR") and second in ("NUM", "ORD", "EDGE", "WEEK", "MES")
        if numbered or counted or first in ("EACH", "NOTLESS"):
            return place
    return end
