"""How often, beside what else the phrase says: its day («ежемесячно» + «до 15 числа»), its bounds, its dates."""

from __future__ import annotations

from .items import Item, joined, noted, printed, readings
from .kinds import By, Dates, Deadline, During, External, On, OnDemand, Recurring, Relative, Span, Whole
from .lexer import day_exists
from .listing import list_dates, share_years
from .meanings import Loose, Refused, ambiguous
from .points import Day, Month, Week, Year
from .printing import print_deadline

_IN_A_YEAR = {"quarter": 4, "half": 2, "term:quarter": 4, "term:trimester": 3}


def again_and_again(items: list[Item], rules: list[Item]) -> Deadline:
    """One deadline of a frequency and all that stands beside it. Raises Refused."""
    rest = [item for item in items if item not in rules]
    if len(rest) == 1 and isinstance(rest[0].value, Dates) and isinstance(rest[0].value.parts[0], Recurring):
        if all(item.value == Recurring("month") for item in rules):
            return noted(rest[0].value, items)  # «ежемесячно, 1-я и 3-я среда месяца»
        raise ambiguous(*readings(items))
    loose = [item for item in rules if isinstance(item.value, Loose)]
    steady = [item.value for item in rules if isinstance(item.value, Recurring)]
    nth = [value for value in steady if value.nth and value.every == "month" and value.within is None]
    if len(nth) == len(items) > 1 and all(item.sign in (",", ";", "и") for item in items[1:]):
        return Dates(tuple(noted(item.value, [item]) for item in items))  # «1-я среда месяца, 3-я среда месяца»
    days = _joined_days(loose, rules)
    if days is not None:
        return noted(_bounded(days, rest, items), items)
    if not steady:
        return _loose_beside(items, loose, rest)
    rule: Recurring = steady[0]
    for other in steady[1:]:
        rule = _merged(rule, other, items)
    for item in loose:
        rule = _with_day(rule, item.value.rule, items)
    return noted(_bounded(rule, rest, items), items)


def _joined_days(loose: list[Item], rules: list[Item]) -> Recurring | None:
    """«до 5 числа, до 20 числа ежемесячно»: days of every month, listed one by one."""
    listed: list[Recurring] = [item.value.rule for item in loose]
    months = [item.value for item in rules if isinstance(item.value, Recurring)]
    if len(months) != 1 or months[0].every != "month" or any(item.sign not in ("", ",", "и") for item in rules):
        return None
    if months[0].days:
        listed.append(months[0])
    elif months[0] != Recurring("month"):
        return None
    first = listed[0] if len(listed) > 1 else None
    if first is None or any(one._replace(days=()) != Recurring("month", mode=first.mode) for one in listed):
        return None
    days = tuple(day for one in listed for day in one.days)
    if first.mode not in ("on", "by") or list(days) != sorted(set(days)):
        return None
    return Recurring("month", mode=first.mode, days=days)


def _loose_beside(items: list[Item], loose: list[Item], rest: list[Item]) -> Deadline:
    """«сентябрь, 2 неделя»; «5 сентября, понедельник»; a loose day beside anything else says too little."""
    if len(loose) == 1 and len(rest) == 1:
        rule, other = loose[0].value.rule, rest[0].value
        if rule.weekdays and not rule.nth and isinstance(other, (On, By, Dates)):
            return noted(other._replace(note=joined(other.note, loose[0].written)), items)
        if rule.days and not rule.lag and isinstance(other, During) and other.point.type == "month":
            return noted(_day_of_month(rule, other), items)
        if rule.week and isinstance(other, During) and other.point.type == "month":
            return noted(During(Week(rule.week, other.point)), items)
        if rule.weekdays and isinstance(other, (Whole, Span)):
            return noted(rule._replace(within=other), items)
    raise ambiguous(*readings(items))


def _day_of_month(rule: Recurring, month: During) -> Deadline:
    """«май, до 25 числа»: that day of that month."""
    if len(rule.days) > 1 or rule.days[0] < 1 or rule.mode == "between" or not isinstance(month.point, Month):
        raise ambiguous(print_deadline(month))
    day = Day(month.point.month, rule.days[0], month.point.year)
    if not day_exists(day.month, day.day, day.year):
        raise Refused("deadline-no-such-date", day=day.day, month=day.month, year=day.year)
    return By(day, note=month.note) if rule.mode == "by" else On(day, note=month.note)


def _is_hour(item: Item) -> bool:
    """«ежедневно перед началом занятий», «ежедневно после уроков»: when in the day."""
    return item.written.lower().startswith(("перед ", "после "))


def _plain(rule: Recurring) -> bool:
    """Whether the rule says how often and no more."""
    said = (rule.days, rule.weekdays, rule.nth, rule.workday, rule.week, rule.part, rule.each)
    return rule.mode == "during" and not any(said)


def _merged(one: Recurring, two: Recurring, items: list[Item]) -> Recurring:
    """«ежемесячно» + «до 15 числа каждого месяца»: the same said twice."""
    for plain, exact in ((one, two), (two, one)):
        if plain == Recurring("day") and exact.every == "week" and len(exact.weekdays) > 1:
            return exact
        if _plain(plain) and exact.lag and exact.every == "month" and plain.every in ("month", "quarter"):
            return exact._replace(every=plain.every)
        if _plain(plain) and plain.every == exact.every and not plain.floor and exact.interval in (1, plain.interval):
            exact = exact._replace(interval=plain.interval)
            if plain.times == exact.times or plain.times == len(exact.days) + len(exact.weekdays):
                return exact
    raise ambiguous(*readings(items))


def _with_day(rule: Recurring, day: Recurring, items: list[Item]) -> Recurring:
    """The frequency with its day. A day of the month of a quarter needs the month."""
    if not _plain(rule) or rule.floor or rule.times > max(1, len(day.days), len(day.weekdays)):
        raise ambiguous(*readings(items))
    if day.weekdays and not day.nth and rule.every in ("week", "month", "day"):
        if rule.every == "month":
            raise ambiguous(*printed(day, *(day._replace(every="month", nth=nth) for nth in (1, -1))))
        return day._replace(interval=rule.interval)
    exact = rule.every == "month" or day.lag or day.workday == -1 or day.days == (-1,) or day.part
    if not exact or rule.every in ("day", "week"):
        lagging = day._replace(every=rule.every, lag=1)
        raise ambiguous(*(printed(lagging) if rule.every == "quarter" and day.days else ()))
    return day._replace(every=rule.every, interval=rule.interval)


def _bounded(rule: Recurring, rest: list[Item], items: list[Item]) -> Deadline:
    if not rest:
        return rule
    parts = [item.value for item in rest]
    if len(parts) == 1 and isinstance(parts[0], Relative) and parts[0].anchor.what == "each":
        if rule == Recurring(parts[0].anchor.name):  # type: ignore[arg-type]
            return parts[0]
        raise ambiguous(*readings(items))
    if rule == Recurring("day") and len(parts) == 1 and isinstance(parts[0], Relative) and _is_hour(rest[0]):
        return rule._replace(note=joined(rule.note, rest[0].written))
    if any(isinstance(part, OnDemand) for part in parts):
        if len(parts) == 1 and _plain(rule):
            demand: OnDemand = parts[0]
            return demand._replace(floor=rule._replace(floor=True))
        raise ambiguous(*readings(items))
    if any(isinstance(part, External) for part in parts):
        if len(parts) == 1:
            return rule._replace(note=joined(rule.note, rest[0].written))
        raise ambiguous(*readings(items))
    since = [part for part in parts if isinstance(part, Span) and isinstance(part.start, Year) and part.end is None]
    if since and rule.every == "year":
        if len(since) > 1 or rule.within is not None:
            raise ambiguous(*readings(items))
        others = [item for item in rest if item.value is not since[0]]
        return _bounded(rule._replace(within=since[0]), others, items)  # «ежегодно, начиная с 2022 г., до 1 марта»
    yearly = rule.every == "year" and _plain(rule) and rule.interval == 1 and not rule.floor
    if yearly and all(isinstance(part, (On, By, During, Span, Dates)) for part in parts):
        listed = parts[0] if len(parts) == 1 else list_dates(rest)
        each = listed.parts if isinstance(listed, Dates) else (listed,)
        if rule.times not in (1, len(each)):
            raise ambiguous(*readings(items))
        return rule._replace(times=1, each=each)
    if len(parts) == 1 and isinstance(parts[0], (Span, Whole, By)):
        return rule._replace(within=parts[0])
    flat = [one for part in parts for one in (part.parts if isinstance(part, Dates) else (part,))]
    if all(isinstance(one, (On, By)) for one in flat) and len(flat) > 1:
        return share_years(Dates(tuple(flat)))
    if len(flat) == _IN_A_YEAR.get(rule.every) and all(isinstance(one, During) for one in flat):
        return share_years(Dates(tuple(flat)))
    if len(flat) == 1 and isinstance(flat[0], During) and rule.every in ("week", "day"):
        return rule._replace(within=flat[0])
    if len(flat) == 1 and isinstance(flat[0], During) and flat[0].point.type == "term":
        return rule._replace(within=flat[0])
    raise ambiguous(*readings(items))
