"""«(в редакции приказа от 15.03.2022 № 21)»: the acts by which an approved roadmap was amended, under its own act."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby

from roadmap_compiler.model.roadmap import Amendment
from roadmap_compiler.plan.acts import act_in, act_noun
from roadmap_compiler.plan.approvals import from_day, is_none, print_number

Printed = Callable[[str | None], str]


def print_amendments(amendments: tuple[Amendment, ...], print_date: Printed) -> list[str]:
    """The line to print, none where there are no amendments. Acts of one kind that follow one another are told
    together: «приказов от … № …, от … № …». ``print_date`` makes a date, or a line for the pen where it is blank."""
    told = [_act(list(group), print_date) for _, group in groupby(filter(_says_something, amendments), _kind)]
    return [f"(в редакции {', '.join(told)})"] if told else []


def _says_something(amendment: Amendment) -> bool:
    if amendment.text is not None:
        return bool(amendment.text.strip())
    return any(field is not None for field in (amendment.act, amendment.number, amendment.date))


def _kind(amendment: Amendment) -> str:
    """Acts with the same words before their dates."""
    return amendment.text if amendment.text is not None else act_in("nominative", amendment.act or "")


def _act(group: list[Amendment], print_date: Printed) -> str:
    first = group[0]
    if first.text is not None:
        return act_in("genitive", first.text)
    case: str = act_in("genitive", first.act or "")
    if len(group) > 1 and act_noun(first.act or ""):
        case = act_in("genitive_plural", first.act or "")
    return " ".join(part for part in (case, ", ".join(_date_and_number(one, print_date) for one in group)) if part)


def _date_and_number(amendment: Amendment, print_date: Printed) -> str:
    parts = []
    if amendment.date is not None and not is_none(amendment.date):
        parts.append(from_day(print_date(amendment.date)))
    if amendment.number is not None and not is_none(amendment.number):
        parts.append(print_number(amendment.number))
    return " ".join(parts)
