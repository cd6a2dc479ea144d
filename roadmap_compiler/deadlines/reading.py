"""From a phrase to a Deadline: tokens, items, the words beside them, one meaning. Nothing raises."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from .combining import combine
from .items import Item, joined
from .kinds import Deadline, External, On, OnDemand, Problem, Recurring, Unset, Verbatim, Whole, meaning
from .lexer import Lexed, days_in_month, lex
from .meanings import Refused
from .parser import HARD, longest_item
from .points import Day, Part, Week
from .tokens import Token

_SIGNS = {"COMMA": ",", "SEMI": ";", "AND": "и", "DASH": "-", "COLON": ":", "DOT": ".", "OR": "или", "BUT": "но",
          "QUOTE": "", "RP": "", "LP": "", "SLASH": "/", "OTHER": ""}
_THEN = re.compile(r"(?i)(?<=[,;] )(?:а\s+)?(?:далее|затем|потом|в дальнейшем)\s+")
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
        return _verbatim(text, _with_near(_with_nearest_day(refused.problem, text), text))
    except _NotUnderstood as stopped:
        return _verbatim(text, _with_near(Problem("deadline-not-understood", {"text": text}, (), "error",
                                                  stopped.column), text))
    found = (*lexed.problems, *_vague(deadline))
    warnings = tuple(problem._replace(params={"text": text, **problem.params}) for problem in found)
    return deadline._replace(text=text, warnings=warnings)


def _with_nearest_day(problem: Problem, text: str) -> Problem:
    """For a day that its month does not have, the same phrase with the month's last day."""
    day, month, year = (problem.params.get(name) for name in ("day", "month", "year"))
    if problem.code != "deadline-no-such-date" or not month or not 1 <= month <= 12 or not day or day > 31:
        return problem
    last = days_in_month(month, year or 2023)
    phrase = re.sub(rf"(?<!\d)0?{day}(?!\d)", str(last), text, count=1)
    return problem._replace(alternatives=(phrase,) if _meaning_of(phrase) is not None else ())


def _with_near(problem: Problem, text: str) -> Problem:
    """Where nothing is offered, the phrases that differ by a wrong letter or by the keyboard layout."""
    if problem.alternatives or problem.code not in ("deadline-not-understood", "deadline-ambiguous"):
        return problem
    plainer = _THEN.sub("", text)
    if plainer != text:  # «до 1 сентября, далее по мере поступления»
        read = parse(plainer)
        offered = tuple(phrase for one in read.warnings for phrase in one.alternatives)
        return problem._replace(alternatives=offered if isinstance(read, Verbatim) else (plainer,))
    from .near import near_readings

    return problem._replace(alternatives=near_readings(text, _meaning_of))


def _meaning_of(phrase: str) -> Deadline | None:
    """What a phrase states, None where it is not understood."""
    try:
        return meaning(_read(lex(phrase), phrase))
    except (Refused, _NotUnderstood):
        return None


def _verbatim(text: str, problem: Problem) -> Verbatim:
    params = {"text": text, **problem.params}
    readings = tuple(phrase for phrase in problem.alternatives
                     if phrase and phrase != text and _meaning_of(phrase) is not None)
    return Verbatim(text.strip(), text=text, warnings=(problem._replace(params=params, alternatives=readings),))


def _read(lexed: Lexed, text: str) -> Deadline:
    for token in lexed.tokens:
        if token.type == "BAD":
            raise Refused("deadline-no-such-date", **_named(token.value))
    tokens, aside, other_day = _without_brackets(lexed.tokens, text)
    items = _items(tokens, text)
    for inside in aside:
        first, *more = _items(inside, text)
        items += [first._replace(sign="("), *more]
    deadline = combine(items)
    if other_day is not None:
        deadline = _with_other_day(deadline, other_day)
    if lexed.time and isinstance(deadline, Whole) and deadline.of == "written":
        raise _NotUnderstood(0)  # an hour of a whole year
    if lexed.time:
        deadline = deadline._replace(time=lexed.time)
    if isinstance(deadline, (Whole, OnDemand, External)) and getattr(deadline, "of", "") != "written":
        deadline = deadline._replace(words=_own_words(items, deadline))
    return deadline


def _named(point: Any) -> dict[str, Any]:
    return {"day": getattr(point, "day", None), "month": point.month, "year": point.year}


def _own_words(items: list[Item], deadline: Deadline) -> str:
    """The words of the item that the deadline was made of."""
    for item in items:
        if isinstance(item.value, type(deadline)) and getattr(item.value, "of", "") == getattr(deadline, "of", ""):
            return " ".join(item.written.split())
    return ""


def _without_brackets(tokens: list[Token], text: str) -> tuple[list[Token], list[list[Token]], Any]:
    """The tokens outside brackets, those of the deadlines inside, and the other day if one is there: «25 (26) мая».

    Brackets that hold no deadline become one token NOTE.
    """
    out: list[Token] = []
    aside: list[list[Token]] = []
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
        place = close + 1
        if len(inside) == 1 and out and inside[0].value == out[-1].value and out[-1].type == "NUM":
            continue  # «3 (трёх) дней»
        if len(inside) == 1 and inside[0].type == "NUM" and out and out[-1].type in ("NUM", "ORD") and other is None:
            other = inside[0].value
            continue
        found = longest_item(inside, 0, text) if inside and other is None else None
        if found and found[1] == len(inside) and isinstance(found[0], On) and isinstance(found[0].day, Day):
            other = found[0].day
        elif inside and any(hard(inside, at) for at in range(len(inside))):
            aside.append(inside)
        elif inside:
            out.append(Token("NOTE", text[inside[0].start:inside[-1].end], token.start, inside[-1].end))
    return out, aside, other


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
    if token.type == "EXCEPT":
        return not _is_quoted(tokens, place)
    if token.type == "THROUGH":  # «через неделю», but not «через портал»
        return place + 1 < len(tokens) and tokens[place + 1].type in ("NUM", "ORD", "DAYW", "WEEK", "MES", "G")
    if token.type == "EDGE":
        return not _opens_an_event(tokens, place)
    if token.type == "DECADE":
        return place > 0 and tokens[place - 1].type in ("NUM", "ORD")
    return token.type in HARD


def _opens_an_event(tokens: list[Token], place: int) -> bool:
    """«1 сентября – начало занятий»: the edge is an event's, not the calendar's."""
    after_sign = place == 0 or tokens[place - 1].type in ("DASH", "COMMA", "COLON")
    return after_sign and place + 1 < len(tokens) and tokens[place].type == "EDGE" and tokens[place + 1].type == "WORD"


def _is_quoted(tokens: list[Token], place: int) -> bool:
    """Whether the word stands in a name: «Мы не одни»."""
    before = sum(token.type == "QUOTE" for token in tokens[:place])
    return before % 2 == 1 and any(token.type == "QUOTE" for token in tokens[place:])


def _counts_something(tokens: list[Token], place: int) -> bool:
    """«5–9 классы», «каб. 12», «№ 3»: a number that belongs to a word."""
    if place and tokens[place - 1].type in ("WORD", "OTHER", "DOT"):
        return True
    after = place + 1
    while after < len(tokens) and tokens[after].type in ("NUM", "ORD", "DASH", "COMMA", "AND", "QUOTE", "SLASH"):
        after += 1
    if after < len(tokens) and tokens[after].type == "G" and tokens[after].value == "лет":
        return place == 0 or tokens[place - 1].type in ("DASH", "COMMA", "COLON", "LP", "QUOTE")  # «60 лет Победы»
    return after < len(tokens) and tokens[after].type == "WORD"


def _items(tokens: list[Token], text: str) -> list[Item]:
    """The items of the phrase in order, each with the words that stand before it (if the phrase begins so) or after."""
    items: list[Item] = []
    label, sign, place = "", "", 0
    labelled = False
    while place < len(tokens):
        token = tokens[place]
        plain = token.type in _NO_BEGINNING or (items and _opens_an_event(tokens, place))
        found = None if plain else longest_item(tokens, place, text)
        if found is not None:
            value, after = found
            written = text[token.start:tokens[after - 1].end]
            if label and not sign and isinstance(value, Whole) and value.of == "written":
                raise _NotUnderstood(token.start)
            items.append(Item(value, sign, written, label, _is_dotted(tokens, place, after)))
            label, sign, place = "", "", after
            continue
        if token.type == "NOTE":
            if items:
                items[-1] = items[-1]._replace(note=joined(items[-1].note, token.value))
            else:
                label = joined(label, token.value)
            place += 1
            continue
        if token.type in _SIGNS:
            sign = sign if sign and _SIGNS[token.type] in ("", "и") else _SIGNS[token.type] or sign
            place += 1
            continue
        after = _end_of_words(tokens, place, text)
        words = _bare(text[token.start:tokens[after - 1].end])
        if items and sign == "или":
            raise _NotUnderstood(token.start)  # «15 мая или в другой день»
        if items and not labelled:
            items[-1] = items[-1]._replace(note=joined(items[-1].note, words))
            sign = _SIGNS.get(tokens[after - 1].type, "")
        else:
            label, labelled = ("" if words.lower() in _EMPTY_LABELS else words), True
            sign = sign or _SIGNS.get(tokens[after - 1].type, "")
        place = after
    if items and (items[0].sign in _JOINING or sign in _JOINING):
        raise _NotUnderstood(tokens[0].start)  # «или 15 сентября»: half of the choice is missing
    if label and items:
        items[-1] = items[-1]._replace(note=joined(items[-1].note, label))
    elif not items and not label:
        raise _NotUnderstood(tokens[0].start if tokens else 0)
    elif label:
        items.append(Item(None, sign, label, label))
    return items


_JOINING = frozenset(["или", "но"])
_NO_BEGINNING = frozenset([
    "NOTE", "COMMA", "SEMI", "AND", "DASH", "COLON", "DOT", "OR", "BUT", "QUOTE", "WORD", "OTHER",
])
_EMPTY_LABELS = frozenset(("срок", "сроки", "дата", "даты", "сроки выполнения", "срок исполнения", "срок выполнения"))
_SUBSTANCE = frozenset([
    "WORD", "OTHER", "DAYW", "WEEK", "WEEKDAY", "SEASON_WORD", "UCH", "LIMIT", "STAGES", "EXTERNAL", "HALF",
    "VAC",
])


def _end_of_words(tokens: list[Token], begin: int, text: str) -> int:
    """Where words that are no deadline end; words that speak of time must not be among them."""
    after = begin
    while after < len(tokens) and not (after > begin and tokens[after].type not in _NO_BEGINNING and (
        longest_item(tokens, after, text)
    )):
        if hard(tokens, after):
            raise _NotUnderstood(tokens[after].start)
        after += 1
        if after < len(tokens) and tokens[after].type in ("SEMI", "NOTE"):
            break
    run = tokens[begin:after]
    if begin and _names_another_year(run):
        raise _NotUnderstood(run[0].start)
    if not any(token.type in _SUBSTANCE for token in run):
        raise _NotUnderstood(run[0].start)
    if after < len(tokens) and tokens[after].type == "SEASON" and run[-1].type == "DASH" \
            and run[-1].end == tokens[after].start:
        raise _NotUnderstood(run[0].start)  # «осенне-зимний период»
    if after < len(tokens) and run[-1].value == "районе":
        raise _NotUnderstood(run[0].start)  # «в районе 10 октября»
    close = after < len(tokens) and tokens[after].type not in ("SEMI", "NOTE") and run[-1].type not in _SIGNS
    if close and (run[-1].type != "WORD" or any(token.type in ("NUM", "ORD") for token in run)):
        # «третья смена июня» is not June, «за неделю до 1 мая» not 1 May: only words may stand close before a deadline.
        raise _NotUnderstood(run[0].start)
    return after


def _bare(words: str) -> str:
    """The words without the signs around them; quotes go when they hold all of it or have lost their other half."""
    words = words.strip(" ,;:–—-")
    quotes = [sign for sign in words if sign in '"«»„“”']
    if len(quotes) % 2 or (len(quotes) == 2 and words[0] == quotes[0] and words[-1] == quotes[1]):
        return words.strip(' ,;:–—-"«»„“”')
    return words


def _names_another_year(run: list[Token]) -> bool:
    """«1 декабря [года, предшествующего планируемому]», «15 мая [будущего учебного года]»."""
    kinds = ["town" if token.type == "G" and token.end - token.start <= 2 else token.type for token in run[:3]]
    if kinds[:1] == ["WORD"] and str(run[0].value).endswith(("его", "ого", "ему", "ому", "ем", "ом", "ых", "их")):
        kinds = kinds[1:]
    if kinds and kinds[0] in ("UCH", "KAL"):
        kinds = kinds[1:]
    return kinds[:1] == ["G"]


def _is_dotted(tokens: list[Token], begin: int, end: int) -> bool:
    return all(token.type in ("DATE", "DDMM", "G") for token in tokens[begin:end])


_GUESSING = re.compile(r"(?i)ориентировочн|примерн|приблизительн|предположительн|\b(?:предварительно|планируется"
                       r"|ожидается|предполагается|возможно|вероятно)\b")


def _vague(deadline: Deadline) -> tuple[Problem, ...]:
    """What was assumed: a documented reading of «в конце июня» is still a guess."""
    told = deadline.warnings
    vague = _approximate(deadline._replace(warnings=())) or _GUESSING.search(deadline.note) is not None
    if not vague or any(problem.code == "deadline-vague" for problem in told):
        return told
    return (*told, Problem("deadline-vague", {}, (), "warning"))


def _approximate(value: Any) -> bool:
    """Whether a part («в конце»), a week by its number or a season stands anywhere in the deadline."""
    if isinstance(value, Part):
        return value.part in ("start", "middle", "end", "first-week", "last-week")
    if isinstance(value, (Week, Problem)):
        return True
    if isinstance(value, Recurring) and (value.part or value.week):
        return True
    return isinstance(value, tuple) and any(_approximate(one) for one in value if isinstance(one, tuple))
