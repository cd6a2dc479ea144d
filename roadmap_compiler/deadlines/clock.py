"""The clock time of a phrase: told from dates and ranges of days, and taken out of the tokens."""

from __future__ import annotations

from .tokens import Token


def settle_clock(tokens: list[Token]) -> list[Token]:
    """«10-00» is a time; «10-15» is two numbers, but a time after «в» and beside a date."""
    out: list[Token] = []
    dated = any(token.type in ("DATE", "DDMM", "MONTH") for token in tokens)
    clocked = any(token.type == "TIME" for token in tokens)
    for place, token in enumerate(tokens):
        before = tokens[place - 1].type if place else ""
        after = tokens[place + 1].type if place + 1 < len(tokens) else ""
        if token.type == "HYPHEN":
            hour, minute = token.value
            time = minute == 0 or 31 < minute < 60 or after == "HOUR"
            time = time or (before == "IN" and after not in ("MONTH", "TERM", "QUARTER", "WEEK", "CHISLO") and dated)
            if time and hour <= 24:
                out.append(Token("TIME", f"{hour}:{minute:02}", token.start, token.end))
            else:
                dash = token.start + len(str(hour))
                out += [Token("NUM", hour, token.start, dash), Token("DASH", "-", dash, dash + 1),
                        Token("NUM", minute, dash + 1, token.end)]
        elif token.type == "DDMM" and (clocked or (dated and before == "IN")) and _is_clock(tokens, place):
            out.append(Token("TIME", f"{token.value.day}:{token.value.month:02}", token.start, token.end))
        else:
            out.append(token)
    return out


def _is_clock(tokens: list[Token], place: int) -> bool:
    """A dotted pair that may be a date is a time when it is joined to one, or comes after a date and «в»."""
    before = tokens[place - 1].type if place else ""
    if before == "IN":
        return any(token.type in ("DATE", "MONTH", "DDMM") for token in tokens[:place - 1])
    joins = ("DASH", "UNTIL", "TO")
    left = before in joins and place > 1 and tokens[place - 2].type == "TIME"
    right = place + 2 < len(tokens) and tokens[place + 1].type in joins and tokens[place + 2].type == "TIME"
    return left or right


def take_time(tokens: list[Token]) -> tuple[list[Token], str]:
    """The tokens without the clock time, and the time as «9:00–16:00»."""
    tokens = _hours(tokens)
    places = [place for place, token in enumerate(tokens) if token.type == "TIME"]
    if not places:
        return tokens, ""
    first = places[0]
    last = first
    time = tokens[first].value
    if len(places) > 1 and places[1] == first + 2 and tokens[first + 1].type in ("DASH", "UNTIL", "TO"):
        last = places[1]
        time = f"{time}–{tokens[last].value}"
    if len(places) > (1 if last == first else 2):
        return tokens, ""
    begin, end = first, last + 1
    if end < len(tokens) and tokens[end].type == "HOUR":
        end += 1
    if begin == 1 and last == first and tokens[0].type in ("UNTIL", "NOTLATER") and len(tokens) > end:
        return tokens[:1] + tokens[end:], time  # «до 18.00 15 октября»: by that day
    if begin and tokens[begin - 1].type in ("IN", "FROM", "BY", "UNTIL", "NOTLATER", "TO"):
        begin -= 1
        word = {"FROM": "с ", "UNTIL": "до ", "BY": "к ", "NOTLATER": "до "}.get(tokens[begin].type, "")
        time = time if last != first else word + time
    if begin and tokens[begin - 1].type == "EDGE" and tokens[begin - 1].value == "start":
        begin -= 1  # «начало в 10.00»
    if begin and tokens[begin - 1].type in ("COMMA", "DASH", "SEMI"):
        begin -= 1
    elif begin == 0 and end < len(tokens) and tokens[end].type in ("COMMA", "DASH", "SEMI"):
        end += 1
    return tokens[:begin] + tokens[end:], time


def _hours(tokens: list[Token]) -> list[Token]:
    """«в 10 часов», «с 10 до 12 часов» as times; «в течение 24 часов» stays a length."""
    out = list(tokens)
    for place, token in enumerate(tokens):
        if token.type != "HOUR" or place < 2 or tokens[place - 1].type != "NUM" or tokens[place - 1].value > 24:
            continue
        if tokens[place - 2].type in ("IN", "UNTIL", "BY", "DASH", "TO"):
            out[place - 1] = tokens[place - 1]._replace(type="TIME", value=f"{tokens[place - 1].value}:00")
            if place >= 3 and tokens[place - 3].type == "NUM" and tokens[place - 2].type != "IN":
                out[place - 3] = tokens[place - 3]._replace(type="TIME", value=f"{tokens[place - 3].value}:00")
    return out
