"""Several items of one cell become one deadline: «ежемесячно» + «до 15 числа», «март» + «октябрь».

What does not go together in one way is refused, with the readings offered.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Any, NamedTuple

from .kinds import By, Dates, Deadline, During, External, On, OnDemand, Problem, Recurring, Relative, Span, Whole
from .lexer import day_exists
from .meanings import Loose, Refused, ambiguous
from .points import Day, Month, Week, Weekday, Year
from .printing import GENITIVE, print_deadline
from .years import in_year, place, year_of, years_of_span

DATED = (On, By, During, Span, Whole, Relative)


class Item(NamedTuple):
    """A deadline or a loose rule as it stands in the phrase, with the sign before it and the words beside it."""

    value: Any
    sign: str
    written: str
    note: str = ""
    dotted: bool = False


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
        return _again_and_again(items, rules)
    demands = [item for item in items if isinstance(item.value, (OnDemand, External))]
    if demands:
        return _with_reference(items, demands)
    wholes = [item for item in items if isinstance(item.value, Whole)]
    if len(wholes) == len(items):
        exact = [item for item in wholes if item.value.of != "always"] or wholes
        if len({item.value for item in exact}) == 1:
            return _noted(exact[0].value, items)
    return _listed(items)


def _alone(item: Item) -> Deadline:
    value = item.value
    if isinstance(value, Loose):
        rule: Recurring = value.rule
        if rule.lag:
            return _noted(rule, [item])
        if rule.days or rule.nth or rule.workday or rule.week or rule.part:
            raise ambiguous(*_printed(rule))
        raise ambiguous(*_printed(rule))
    return _noted(value, [item])


def _printed(*deadlines: Deadline) -> tuple[str, ...]:
    return tuple(dict.fromkeys(print_deadline(deadline) for deadline in deadlines))


def joined(*notes: str) -> str:
    return "; ".join(note for note in notes if note)


def _noted(deadline: Deadline, items: list[Item]) -> Deadline:
    note = joined(deadline.note, *(item.note for item in items))
    return deadline._replace(note=note) if note else deadline


def _readings(items: list[Item]) -> tuple[str, ...]:
    """Each item alone, for the author to choose from."""
    return _printed(*(_in_own_words(item) for item in items if not isinstance(item.value, Loose)))


def _in_own_words(item: Item) -> Any:
    """«по мере поступления» is offered as it was written, not as «по мере необходимости»."""
    if isinstance(item.value, (OnDemand, External)) and not item.value.words:
        return item.value._replace(words=" ".join(item.written.split()))
    return item.value


def _again_and_again(items: list[Item], rules: list[Item]) -> Deadline:
    rest = [item for item in items if item not in rules]
    if len(rest) == 1 and isinstance(rest[0].value, Dates) and isinstance(rest[0].value.parts[0], Recurring):
        if all(item.value == Recurring("month") for item in rules):
            return _noted(rest[0].value, items)  # «ежемесячно, 1-я и 3-я среда месяца»
        raise ambiguous(*_readings(items))
    loose = [item for item in rules if isinstance(item.value, Loose)]
    steady = [item.value for item in rules if isinstance(item.value, Recurring)]
    nth = [value for value in steady if value.nth and value.every == "month" and value.within is None]
    if len(nth) == len(items) > 1 and all(item.sign in (",", ";", "и") for item in items[1:]):
        return Dates(tuple(_noted(item.value, [item]) for item in items))  # «1-я среда месяца, 3-я среда месяца»
    days = _joined_days(loose, rules)
    if days is not None:
        return _noted(_bounded(days, rest, items), items)
    if not steady:
        return _loose_beside(items, loose, rest)
    rule: Recurring = steady[0]
    for other in steady[1:]:
        rule = _merged(rule, other, items)
    for item in loose:
        rule = _with_day(rule, item.value.rule, items)
    return _noted(_bounded(rule, rest, items), items)


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
            return _noted(other._replace(note=joined(other.note, loose[0].written)), items)
        if rule.days and not rule.lag and isinstance(other, During) and other.point.type == "month":
            return _noted(_day_of_month(rule, other), items)
        if rule.week and isinstance(other, During) and other.point.type == "month":
            return _noted(During(Week(rule.week, other.point)), items)
        if rule.weekdays and isinstance(other, (Whole, Span)):
            return _noted(rule._replace(within=other), items)
    raise ambiguous(*_readings(items))


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
    raise ambiguous(*_readings(items))


def _with_day(rule: Recurring, day: Recurring, items: list[Item]) -> Recurring:
    """The frequency with its day. A day of the month of a quarter needs the month."""
    if not _plain(rule) or rule.floor or rule.times > max(1, len(day.days), len(day.weekdays)):
        raise ambiguous(*_readings(items))
    if day.weekdays and not day.nth and rule.every in ("week", "month", "day"):
        if rule.every == "month":
            raise ambiguous(*_printed(day, *(day._replace(every="month", nth=nth) for nth in (1, -1))))
        return day._replace(interval=rule.interval)
    exact = rule.every == "month" or day.lag or day.workday == -1 or day.days == (-1,) or day.part
    if not exact or rule.every in ("day", "week"):
        lagging = day._replace(every=rule.every, lag=1)
        raise ambiguous(*(_printed(lagging) if rule.every == "quarter" and day.days else ()))
    return day._replace(every=rule.every, interval=rule.interval)


def _bounded(rule: Recurring, rest: list[Item], items: list[Item]) -> Deadline:
    if not rest:
        return rule
    parts = [item.value for item in rest]
    if len(parts) == 1 and isinstance(parts[0], Relative) and parts[0].anchor.what == "each":
        if rule == Recurring(parts[0].anchor.name):  # type: ignore[arg-type]
            return parts[0]
        raise ambiguous(*_readings(items))
    if rule == Recurring("day") and len(parts) == 1 and isinstance(parts[0], Relative) and _is_hour(rest[0]):
        return rule._replace(note=joined(rule.note, rest[0].written))
    if any(isinstance(part, OnDemand) for part in parts):
        if len(parts) == 1 and _plain(rule):
            demand: OnDemand = parts[0]
            return demand._replace(floor=rule._replace(floor=True))
        raise ambiguous(*_readings(items))
    if any(isinstance(part, External) for part in parts):
        if len(parts) == 1:
            return rule._replace(note=joined(rule.note, rest[0].written))
        raise ambiguous(*_readings(items))
    since = [part for part in parts if isinstance(part, Span) and isinstance(part.start, Year) and part.end is None]
    if since and rule.every == "year":
        if len(since) > 1 or rule.within is not None:
            raise ambiguous(*_readings(items))
        others = [item for item in rest if item.value is not since[0]]
        return _bounded(rule._replace(within=since[0]), others, items)  # «ежегодно, начиная с 2022 г., до 1 марта»
    yearly = rule.every == "year" and _plain(rule) and rule.interval == 1 and not rule.floor
    if yearly and all(isinstance(part, (On, By, During, Span, Dates)) for part in parts):
        listed = parts[0] if len(parts) == 1 else _listed(rest)
        each = listed.parts if isinstance(listed, Dates) else (listed,)
        if rule.times not in (1, len(each)):
            raise ambiguous(*_readings(items))
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
    raise ambiguous(*_readings(items))


_IN_A_YEAR = {"quarter": 4, "half": 2, "term:quarter": 4, "term:trimester": 3}


def _with_reference(items: list[Item], demands: list[Item]) -> Deadline:
    """«согласно графику, до 25 декабря»: the date counts, the reference is kept beside it."""
    rest = [item for item in items if item not in demands]
    if all(isinstance(item.value, External) for item in demands):
        if len(rest) == 1:
            note = joined(*(item.written for item in demands))
            if isinstance(rest[0].value, Loose):
                raise ambiguous(*_readings(items))
            return _noted(rest[0].value._replace(note=joined(rest[0].value.note, note)), items)
        if not rest:
            return _noted(demands[0].value, items)
    at_last = len(rest) == 1 and isinstance(rest[0].value, By)
    if len(demands) == 1 and at_last and _is_at_once(demands[0]):
        return _noted(rest[0].value._replace(note=joined(rest[0].value.note, demands[0].written)), items)
    if len(rest) == len(demands) == 1 and _is_condition(demands[0]) and isinstance(rest[0].value, (*DATED, Dates)):
        return _noted(rest[0].value._replace(note=joined(rest[0].value.note, demands[0].written)), items)
    if all(isinstance(item.value, OnDemand) for item in demands):
        if not rest:
            return _noted(demands[0].value, items)
        if len(rest) == 1 and isinstance(rest[0].value, Whole):
            return _noted(demands[0].value._replace(note=rest[0].written), items)
    raise ambiguous(*_readings(items))


def _is_at_once(item: Item) -> bool:
    """«незамедлительно, не позднее 20 марта»: the day is the last one."""
    return item.written.lower().startswith(("незамедлительно", "немедленно", "безотлагательно", "сразу"))


def _is_condition(item: Item) -> bool:
    """«(при наличии финансирования)» says whether, not when."""
    return item.sign == "(" and item.written.lower().startswith(("при наличии", "при условии"))


def _listed(items: list[Item]) -> Deadline:
    """Dates, when a sign or a conjunction stands between all; full dates need none."""
    window = _window(items)
    if window is not None:
        return _noted(window, items)
    _ask_about_bare_months(items)
    if not all(isinstance(item.value, (*DATED, Dates)) for item in items):
        raise ambiguous(*_readings(items))
    for item in items[1:]:
        if item.sign == "или":
            raise ambiguous(*_readings(items))
        if item.sign not in (",", ";", "и") and not (item.sign == "" and item.dotted and items[0].dotted):
            raise ambiguous(*_choices(items))
    parts: list[Deadline] = []
    for item in items:
        one = item.value
        for part in one.parts if isinstance(one, Dates) else (one,):
            parts.append(part._replace(note=joined(part.note, item.note)) if item.note else part)
    years = [part for part in parts if isinstance(part, Whole) and part.of == "written"]
    if years and len(years) < len(parts):
        raise ambiguous(*_readings(items))
    if isinstance(parts[0], By) and len(parts) == len(items):  # «до 1 июля, 1 декабря»
        parts = [_also_by(part, item.sign) for part, item in zip(parts, items, strict=True)]
    different: dict[str, Deadline] = {}
    for part in parts:
        different.setdefault(print_deadline(part), part)
    if len(different) == len(parts):
        return share_years(Dates(tuple(parts)))
    kept = tuple(different.values())
    dates = share_years(Dates(kept)) if len(kept) > 1 else kept[0]
    repeated = Problem("deadline-repeated", {}, (print_deadline(dates),), "warning")
    return dates._replace(warnings=(*dates.warnings, repeated))


def _window(items: list[Item]) -> Span | None:
    """«не ранее 1 сентября, но не позднее 15 сентября»: from the one to the other."""
    if len(items) != 2 or items[1].sign not in ("", ",", "и", "но"):
        return None
    begin, end = (item.value for item in items)
    if not (isinstance(begin, Span) and begin.end is None and isinstance(end, By)):
        return None
    if not (isinstance(begin.start, Day) and isinstance(end.point, Day)):
        return None
    return years_of_span(Span(begin.start, end.point, note=joined(begin.note, end.note)))


def _ask_about_bare_months(items: list[Item]) -> None:
    """Raises Refused for «до 15 сентября, октября»: the day of the second month may be meant, not the month."""
    for before, item in pairwise(items):
        day = _point(before.value)
        if isinstance(day, (Day, Weekday)) and item.written.lower() in GENITIVE:
            month: Month = item.value.point
            listed = [Dates((before.value, item.value))]
            if isinstance(day, Day) and day_exists(month.month, day.day, None):
                again = _with_day_of(before.value, Day(month.month, day.day))
                listed.insert(0, Dates((before.value, again)))
            raise ambiguous(*_printed(*map(share_years, listed)))


def _with_day_of(deadline: On | By, day: Day) -> Deadline:
    return On(day) if isinstance(deadline, On) else By(day)


def _also_by(part: Deadline, sign: str) -> Deadline:
    """A bare day after «до» and a comma or «и» is a day to be done by, too."""
    if isinstance(part, On) and sign in (",", "и") and part.or_day is None:
        return By(part.day, note=part.note, time=part.time)
    return part


def _choices(items: list[Item]) -> tuple[str, ...]:
    """What two items side by side may mean: a list or a range; else each alone."""
    if len(items) == 2 and all(isinstance(item.value, (On, During)) for item in items):
        points = [item.value.day if isinstance(item.value, On) else item.value.point for item in items]
        if points[0].type == points[1].type:
            listed = share_years(Dates(tuple(item.value for item in items)))
            return _printed(listed, years_of_span(Span(points[0], points[1])))
    return _readings(items)


def share_years(dates: Dates) -> Dates:
    """A year written only at the end of a list holds for the whole list, as long as the list runs forward."""
    parts = list(dates.parts)
    following: Any = None
    for at in range(len(parts) - 1, -1, -1):
        part = parts[at]
        point = _point(part)
        if point is None or place(point) is None:
            following = None
            continue
        if year_of(point) is None and following is not None:
            year = year_of(following)
            if year is not None and (place(point) or (0, 0)) <= (place(following) or (0, 0)):
                parts[at] = _in_year(part, year)
                point = _point(parts[at])
        following = point
    return dates._replace(parts=tuple(parts))


def _point(part: Any) -> Any:
    if isinstance(part, On):
        return part.day
    if isinstance(part, (By, During)):
        return part.point
    if isinstance(part, Span):
        return part.start
    return None


def _in_year(part: Any, year: int) -> Any:
    if isinstance(part, On):
        return part._replace(day=in_year(part.day, year))
    if isinstance(part, Span):
        if part.end is None or year_of(part.end) is not None:
            return part
        return years_of_span(part._replace(start=in_year(part.start, year)))
    return part._replace(point=in_year(part.point, year))
