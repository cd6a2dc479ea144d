"""A phrase becomes tokens: dates, numbers, clock times, known words and set expressions; other words stay words.

Here, too, what typing does to words is undone: letter case, «ё», kinds of dashes and spaces, Latin letters that look
Cyrillic, one wrong letter in a long word. Each undoing that changes a letter is told as a problem.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from .clock import settle_clock, take_time
from .kinds import Problem
from .points import Day, Month
from .slips import near_miss
from .tokens import Amount, Nth, Token
from .vocabulary import EXPRESSION_TREE, FEW, MANY, ROMAN, WORDS


class Lexed(NamedTuple):
    """The tokens, what was corrected on the way, and the clock time taken out of them."""

    tokens: list[Token]
    problems: list[Problem]
    time: str


_FOLD = {ord(wide): " " for wide in "\u00a0\u2007\u2009\u202f\u200a\u2002\u2003\t\r\n\v\f\u2028\u2029"}
_FOLD |= {ord(dash): "-" for dash in "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"}
_FOLD |= {ord("ё"): "е", ord("Ё"): "е", ord("№"): "№", ord("„"): '"', ord("“"): '"', ord("”"): '"'}
_FOLD |= {ord("«"): '"', ord("»"): '"', ord("İ"): "i", 0x00AD: " ", 0x200B: " ", 0xFEFF: " "}

_LATIN = str.maketrans("aceopxykmthbiu", "асеорхукмтнвіи")

_SCAN = re.compile(
    r"""
    (?P<iso>(?<!\d)(?:19|20)\d\d(?:-\d\d-|\.\d\d\.)\d\d(?!\d))
  | (?P<date>(?:(?<=^)|(?<=\D))(?:\d{1,2}\ ?[./]\ ?\d{1,2}\ ?[./]\ ?(?:\d{4}|\d\d)|\d\d-\d\d-\d{4})(?!\d)\.?)
  | (?P<quoted>"\ ?\d{1,2}\ ?")
  | (?P<years>(?:19|20)\d\d\ ?[-/\\]\ ?(?:(?:19|20)\d\d|\d\d)(?!\d|[.]\d)
      (?!(?<=[-/\\\ ]\d\d)\ (?:янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек)))
  | (?P<clock>\d{1,2}:\d\d(?!\d))
  | (?P<hours>\d{1,2}\ ?ч(?:\.|ас(?:а|ов)?)?\ ?\d\d\ ?м(?:ин(?:ут[аы]?)?)?\.?)
  | (?P<month_year>\d{1,2}[./](?:19|20)\d\d(?!\d))
  | (?P<pair>\d{1,2}\.\d{1,2}(?!\d)\.?)
  | (?P<hyphen>\d{1,2}-\d\d(?!\d|[.]\d|-?[а-я]))
  | (?P<long>\d{1,3}\ ?-?\ ?(?:ти|х|и)?\ ?-?(?:дневн|недельн|месячн)[а-я]+)
  | (?P<ordinal>\d{1,2}\ ?-\ ?(?:ого|его|го|ое|ее|е|ой|ый|ий|й|ая|яя|я|ому|му|ую|ю|ом|м|ых|х|ти|и)(?![а-я])
      |\d{1,2}(?:ого|го|ое|ой|ый|й|ая|я|х|ти)(?![а-я]))
  | (?P<year>(?:19|20)\d\d(?!\d))
  | (?P<number>\d+)
  | (?P<word>[a-zа-яі]+)
  | (?P<dash>-+)
  | (?P<mark>[,;:()"/.…+&])
  | (?P<space>\ +)
  | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)

_MARKS = {",": "COMMA", ";": "SEMI", ":": "COLON", "(": "LP", ")": "RP", "/": "SLASH", ".": "DOT", "…": "DASH",
          '"': "QUOTE", "+": "OTHER", "&": "AND"}


def fold(text: str) -> str:
    """The phrase in the letters the vocabulary is written in; every offset stays what it was."""
    folded = text.translate(_FOLD)
    lower = folded.lower()
    return lower if len(lower) == len(folded) else "".join(c if len(c.lower()) != 1 else c.lower() for c in folded)


def day_exists(month: int, day: int, year: int | None) -> bool:
    """Whether there is such a day (in some year, if none is given)."""
    return 1 <= month <= 12 and 1 <= day <= days_in_month(month, 2024 if year is None else year)


def days_in_month(month: int, year: int) -> int:
    """28 to 31."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def lex(text: str) -> Lexed:
    """The tokens of a phrase."""
    problems: list[Problem] = []
    raw = [_raw(match) for match in _SCAN.finditer(fold(text)) if match.lastgroup != "space"]
    tokens = _known_words(raw, text, problems)
    tokens = settle_clock([token for token in tokens if token.type != "INCLUSIVE"])  # «до» includes its day anyway
    tokens, time = take_time(tokens)
    for place, token in enumerate(tokens):
        if token.type == "NUM":
            tokens[place] = _amount(tokens, place, text)
        elif token.type == "ORD" and place + 1 < len(tokens) and tokens[place + 1].type == "CHISLO":
            plural = text[token.end - 1:tokens[place + 1].end].lower().replace("ё", "е").split() == ["е", "числа"]
            tokens[place] = token._replace(type="EXCEPT") if plural else token  # «20-е числа» are several days
    return Lexed(tokens, problems, time)


def _year(digits: str) -> int:
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _raw(match: re.Match[str]) -> Token:
    """A token from the scanner; words are looked up later, together."""
    kind, text, start, end = match.lastgroup or "other", match.group(), match.start(), match.end()
    if kind == "word":
        return Token("WORD", text, start, end)
    if kind == "mark":
        return Token(_MARKS[text], text, start, end)
    if kind == "number":
        return Token("NUM", int(text), start, end)
    if kind == "dash":
        return Token("DASH", text, start, end)
    if kind == "year":
        return Token("YEAR", int(text), start, end)
    if kind == "other":
        return Token("OTHER", text, start, end)
    numbers = [int(part) for part in re.findall(r"\d+", text)]
    if kind in ("date", "iso"):
        parts = re.findall(r"\d+", text)
        if kind == "iso":
            parts.reverse()
        day, month, year = int(parts[0]), int(parts[1]), _year(parts[2])
        found = Day(month, day, year)
        return Token("DATE" if day_exists(month, day, year) else "BAD", found, start, end)
    if kind == "years":
        return _years(text, numbers, start, end)
    if kind in ("clock", "hours"):
        right = numbers[0] <= 24 and numbers[1] < 60
        return Token("TIME" if right else "OTHER", f"{numbers[0]}:{numbers[1]:02}", start, end)
    if kind == "month_year":
        right = 1 <= numbers[0] <= 12
        return Token("MONTH_YEAR" if right else "BAD", Month(numbers[0], numbers[1]), start, end)
    if kind == "pair":
        return _pair(text, numbers, start, end)
    if kind == "hyphen":
        return Token("HYPHEN", (numbers[0], numbers[1]), start, end)
    if kind == "long":
        unit = "day" if "дневн" in text else "week" if "недельн" in text else "month"
        return Token("DURATION", (numbers[0], unit), start, end)
    if kind == "quoted":
        return Token("NUM", numbers[0], start, end)
    if text.endswith(_CARDINAL):
        return Token("NUM", numbers[0], start, end)
    return Token("ORD", Nth(numbers[0]), start, end)


_CARDINAL = ("х", "ти", "и", "м")  # «3-х дней», «5-ти»


def _years(text: str, numbers: list[int], start: int, end: int) -> Token:
    first = numbers[0]
    second = numbers[1] if numbers[1] >= 100 else first // 100 * 100 + numbers[1]
    if len(re.findall(r"\d+", text)[1]) == 2 and second != first + 1:
        if "-" in text and 1 <= numbers[1] <= 12:
            return Token("MONTH_YEAR", Month(numbers[1], first), start, end)
        return Token("OTHER", text, start, end)
    return Token("YEARS", (first, second), start, end)


def _pair(text: str, numbers: list[int], start: int, end: int) -> Token:
    """«01.09» is a day, «10.00» and «10.30» are times."""
    day, month = numbers
    minutes = text.rstrip(".").split(".")[1]
    if day_exists(month, day, None):
        return Token("DDMM", Day(month, day), start, end)
    if len(minutes) == 2 and day <= 24 and (month == 0 or (12 < month < 60 and month % 5 == 0)):
        return Token("TIME", f"{day}:{minutes}", start, end)
    return Token("BAD", Day(month, day), start, end)


# Words: set expressions first, then single words, then near misses.


def _known_words(raw: list[Token], text: str, problems: list[Problem]) -> list[Token]:
    out: list[Token] = []
    index = 0
    while index < len(raw):
        token = raw[index]
        if token.type != "WORD":
            out.append(token)
            index += 1
            continue
        if not token.value.isascii() or token.value not in ROMAN:
            token = raw[index] = _native(token, text, problems)
        ending = _ending(raw, index)
        if ending:
            out.append(Token("ORD", Nth(ROMAN[token.value]), token.start, raw[index + 2].end))
            index += ending
            continue
        expression = _expression(raw, index) or _reference(raw, index)
        if expression is not None:
            terminal, value, length = expression
            index += length
            if index < len(raw) and raw[index].type == "DOT" and terminal == "DURING":
                index += 1
            out.append(Token(terminal, value, token.start, raw[index - 1].end))
            continue
        index += 1
        if token.value == "но" and _means_until(out, raw, index):
            problems.append(_corrected(text[token.start:token.end], "по", token.start, "slip"))
            token = token._replace(value="по")
        known = _word(token, raw, index, text, problems)
        if known.type != "WORD" and index < len(raw) and raw[index].type == "DOT" and _abbreviated(known, token.value):
            known = known._replace(end=raw[index].end)
            index += 1
        if out and known.start < out[-1].end:  # «двадцать пятого» is one number
            out.pop()
        out.append(known)
    return out


_ENDINGS = frozenset(("е", "ое", "ее", "я", "ая", "й", "ый", "ий", "ой", "го", "ого", "ому", "ом", "м", "ую", "ю"))


def _ending(raw: list[Token], index: int) -> int:
    """How many tokens a Roman number with a Russian ending takes («I-е», «III-я»), 0 where there is none."""
    if raw[index].value not in ROMAN or index + 2 >= len(raw):
        return 0
    dash, ending = raw[index + 1], raw[index + 2]
    together = dash.type == "DASH" and raw[index].end == dash.start and dash.end == ending.start
    return 3 if together and ending.value in _ENDINGS else 0


def _means_until(out: list[Token], raw: list[Token], index: int) -> bool:
    """«с 15.09 но 15.10»: «но» between two dates is «по»."""
    begun = any(token.type == "FROM" for token in out)
    after = index < len(raw) and raw[index].type in ("DATE", "DDMM", "NUM", "ORD", "MONTH_YEAR")
    return begun and after and out[-1].type in ("DATE", "DDMM", "NUM", "ORD", "MONTH", "YEAR", "G", "MONTH_YEAR")


def _abbreviated(known: Token, word: str) -> bool:
    return (len(word) <= 5 and known.type not in ("UNTIL", "TO", "FROM", "IN")) or word == "кварт"


def _native(token: Token, text: str, problems: list[Problem]) -> Token:
    """A word with Latin letters that look Cyrillic, in Cyrillic."""
    if token.value.isascii() is False and not re.search("[a-z]", token.value):
        return token
    cyrillic = token.value.translate(_LATIN)
    if re.search("[a-z]", cyrillic) or (cyrillic not in WORDS and cyrillic not in EXPRESSION_TREE):
        return token
    problems.append(_corrected(text[token.start:token.end], cyrillic, token.start, "latin"))
    return token._replace(value=cyrillic)


def _corrected(written: str, read: str, column: int, why: str) -> Problem:
    return Problem("deadline-corrected", {"written": written, "read": read, "why": why}, (), "warning", column)


_SCHEDULES = frozenset(
    [
        "графику", "графикам", "плану", "планам", "расписанию", "положению", "положениям", "циклограмме",
        "календарю", "приказу", "программе",
    ]
)


def _reference(raw: list[Token], index: int) -> tuple[str, Any, int] | None:
    """«по утверждённому графику»: a schedule with up to three words before it."""
    if raw[index].value == "в" and index + 3 < len(raw) and str(raw[index + 1].value).startswith("установленн"):
        step = next((at for at in (2, 3) if raw[index + at].value in ("срок", "сроки", "порядке")), 0)
        return ("EXTERNAL", None, step + 1) if step else None
    if raw[index].value != "по":
        return None
    for step in range(1, min(5, len(raw) - index)):
        word = raw[index + step]
        if word.type != "WORD":
            return None
        if word.value in _SCHEDULES:
            return "EXTERNAL", None, step + 1
        if word.value in WORDS and WORDS[word.value][0] not in ("UCH", "KAL", "RAB"):
            return None
    return None


def _expression(raw: list[Token], index: int) -> tuple[str, Any, int] | None:
    """The longest set expression that begins here, and how many tokens it takes."""
    node = EXPRESSION_TREE.get(raw[index].value)
    found = None
    place = index
    while node is not None:
        place += 1
        if "" in node:
            found = (*node[""], place - index)
        node = node.get(str(raw[place].value)) if place < len(raw) else None
    return found


def _word(token: Token, raw: list[Token], after: int, text: str, problems: list[Problem]) -> Token:
    word = token.value
    if word in WORDS:
        terminal, value = WORDS[word]
        if terminal == "ORD" and 0 < value < 10 and after >= 2 and raw[after - 2].value in _TENS:
            return Token(terminal, Nth(value + _TENS[raw[after - 2].value]), raw[after - 2].start, token.end)
        return Token(terminal, Nth(value) if terminal == "ORD" else value, token.start, token.end)
    if word in ROMAN:
        return Token("ORD", Nth(ROMAN[word]), token.start, token.end)
    following = raw[after].value if after < len(raw) else ""
    if word in _CYRILLIC_ROMAN and WORDS.get(str(following), ("",))[0] in ("QUARTER", "TERM"):
        return Token("ORD", Nth(_CYRILLIC_ROMAN[word]), token.start, token.end)
    near = near_miss(word) if len(word) >= 5 else ""
    if near:
        problems.append(_corrected(text[token.start:token.end], near, token.start, "slip"))
        return Token(*WORDS[near], token.start, token.end)
    return token


_TENS = {"двадцать": 20, "тридцать": 30}
_CYRILLIC_ROMAN = {"і": 1, "іі": 2, "ііі": 3, "іv": 4, "п": 2, "ш": 3, "у": 5}
_COUNTED = frozenset(["DAYW", "WEEK", "QUARTER", "TERM", "WEEKDAY", "DECADE", "HALF"])


def _amount(tokens: list[Token], place: int, text: str) -> Token:
    """The token; a number before a noun that is counted («десять дней») rather than numbered («10-й день») as Amount.

    «2 недели октября» is two weeks; «в конце 2 недели», «1–2 недели» name the second one.
    """
    token = tokens[place]
    if token.type != "NUM" or place + 1 >= len(tokens) or tokens[place + 1].type not in _COUNTED:
        return token
    noun = fold(text[tokens[place + 1].start:tokens[place + 1].end])
    in_words = not text[token.start:token.end].strip("«»\"„“” ").isdigit() and token.value > 1
    opens = place == 0 or (tokens[place - 1].type in ("COMMA", "SEMI", "LP", "COLON")
                           and (place == 1 or tokens[place - 2].type not in ("NUM", "ORD")))
    counted = noun in MANY or in_words or (opens and 2 <= token.value <= 4 and noun in FEW)
    return token._replace(value=Amount(token.value)) if counted else token
