"""Several items of one cell become one deadline: «ежемесячно» + «до 15 числа», «март» + «октябрь».

What does not go together in one way is refused, with the readings offered.
"""

from __future__ import annotations

from .frequencies import again_and_again
from .items import Item, joined, noted, printed, readings
from .kinds import By, Dates, Deadline, External, OnDemand, Recurring, Whole
from .listing import DATED, list_dates
from .meanings import Loose, Refused, ambiguous
from .vocabulary import AT_ONCE, CONDITIONS


def combine(items: list[Item]) -> Deadline:
    """One deadline of all items in order. Raises Refused."""
    words = [item for item in items if item.value is None]
    if words:
        rest = [item for item in items if item.value is not None]
        if not rest:
            raise Refused("deadline-not-understood")
        rest[-1] = rest[-1]._replace(note=joined(rest[-1].note, *(item.note for item in words)))
        items = rest
    if len(items) == 1:
        return _alone(items[0])
    if any(item.written.isdigit() for item in items):
        raise Refused("deadline-not-understood")  # a bare year or number beside something else
    rules = [item for item in items if isinstance(item.value, (Recurring, Loose))]
    if rules:
        return again_and_again(items, rules)
    demands = [item for item in items if isinstance(item.value, (OnDemand, External))]
    if demands:
        return _with_reference(items, demands)
    wholes = [item for item in items if isinstance(item.value, Whole)]
    if len(wholes) == len(items):
        exact = [item for item in wholes if item.value.of != "always"] or wholes
        if len({item.value for item in exact}) == 1:
            return noted(exact[0].value, items)
    return list_dates(items)


def _alone(item: Item) -> Deadline:
    value = item.value
    if isinstance(value, Loose):
        rule: Recurring = value.rule
        if rule.lag:
            return noted(rule, [item])
        raise ambiguous(*printed(rule))
    return noted(value, [item])


def _with_reference(items: list[Item], demands: list[Item]) -> Deadline:
    """«согласно графику, до 25 декабря»: the date counts, the reference is kept beside it."""
    rest = [item for item in items if item not in demands]
    if all(isinstance(item.value, External) for item in demands):
        if len(rest) == 1:
            note = joined(*(item.written for item in demands))
            if isinstance(rest[0].value, Loose):
                raise ambiguous(*readings(items))
            return noted(rest[0].value._replace(note=joined(rest[0].value.note, note)), items)
        if not rest:
            return noted(demands[0].value, items)
    at_last = len(rest) == 1 and isinstance(rest[0].value, By)
    if len(demands) == 1 and at_last and _is_at_once(demands[0]):
        return noted(rest[0].value._replace(note=joined(rest[0].value.note, demands[0].written)), items)
    if len(rest) == len(demands) == 1 and _is_condition(demands[0]) and isinstance(rest[0].value, (*DATED, Dates)):
        return noted(rest[0].value._replace(note=joined(rest[0].value.note, demands[0].written)), items)
    if all(isinstance(item.value, OnDemand) for item in demands):
        if not rest:
            return noted(demands[0].value, items)
        if len(rest) == 1 and isinstance(rest[0].value, Whole):
            return noted(demands[0].value._replace(note=rest[0].written), items)
    raise ambiguous(*readings(items))


def _is_at_once(item: Item) -> bool:
    """«незамедлительно, не позднее 20 марта»: the day is the last one."""
    return item.written.lower().startswith(tuple(AT_ONCE.split(" | ")))


def _is_condition(item: Item) -> bool:
    """«(при наличии финансирования)» says whether, not when."""
    return item.sign == "(" and item.written.lower().startswith(tuple(CONDITIONS.split(" | ")))
