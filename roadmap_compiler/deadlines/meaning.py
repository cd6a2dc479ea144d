"""What each rule of the grammar means: a function of the alias's name, given the values of the rule's children."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from .kinds import (
    Anchor, By, Dates, Deadline, During, External, Offset, On, OnDemand, Problem, Recurring, Relative, Span, Whole,
)
from .lexer import Nth, day_exists
from .points import (
    Before, Day, Month, Part, Point, Quarter, SchoolYear, Term, This, Vacation, Week, Weekday, Year,
)


class Refused(Exception):
    """The words are known but do not say one thing. Never leaves the room: `reading.parse` makes a Verbatim of it."""

    def __init__(self, code: str, alternatives: tuple[str, ...] = (), **params: Any) -> None:
        super().__init__(code)
        self.problem = Problem(code, params, alternatives)


class Loose(NamedTuple):
    """A rule for the day that still lacks its frequency or month: «до 15 числа», «последняя пятница», «2 неделя»."""

    rule: Recurring
    type: str = "loose"


def ambiguous(*alternatives: str) -> Refused:
    return Refused("deadline-ambiguous", alternatives)


# --- points ---


def number(value: int) -> int:
    return value


def year(value: int | None = None) -> int | None:
    return value


def checked_day(month_: int, day_: int, year_: int | None = None) -> Day:
    if not day_exists(month_, day_, year_):
        raise Refused("deadline-no-such-date", day=int(day_), month=month_, year=year_)
    return Day(month_, int(day_), year_)


def full_day(day_: Day) -> Day:
    return day_


def dotted_day_year(day_: Day, year_: int | None) -> Day:
    return checked_day(day_.month, day_.day, year_)


def named_day(day_: int, month_: int, year_: int | None = None) -> Day:
    return checked_day(month_, day_, year_)


def named_day_month_year(day_: int, month_: Month) -> Day:
    return checked_day(month_.month, day_, month_.year)


def month(number_: int, year_: int | None = None) -> Month:
    return Month(number_, year_)


def month_short_year(number_: int, year_: int) -> Month:
    return Month(number_, _short(year_))


def named_day_short_year(day_: int, month_: int, year_: int) -> Day:
    return checked_day(month_, day_, _short(year_))


def _short(year_: int) -> int:
    """«21 г.»"""
    if not 10 <= year_ <= 60:
        raise Refused("deadline-not-understood")
    return 2000 + year_


def full_month(month_: Month) -> Month:
    return month_


def _count(number_: int, most: int, noun: str) -> int:
    if not 1 <= number_ <= most:
        raise Refused("deadline-no-such-number", number=int(number_), noun=noun, most=most)
    return int(number_)


_MOST = {"quarter": 4, "half": 2, "trimester": 3, "module": 12}


def quarter(number_: int, year_: int | None = None) -> Quarter:
    return Quarter(_count(4 if number_ == -1 else number_, 4, "quarter"), year_)


def term(number_: int, of: Any, year_: Any = None) -> Term:
    at = year_.year if isinstance(year_, SchoolYear) else year_
    return Term(of, _count(_MOST[of] if number_ == -1 and of != "module" else number_, _MOST[of], "term:" + of), at)


def school_year(years: Any) -> SchoolYear:
    if isinstance(years, int):
        return SchoolYear(years)
    if years[1] != years[0] + 1:
        raise Refused("deadline-no-such-school-year", first=years[0], second=years[1])
    return SchoolYear(years[0])


def year_range(years: tuple[int, int]) -> tuple[int, int]:
    return years


def year_point(year_: int | SchoolYear) -> Year | SchoolYear:
    return Year(year_) if isinstance(year_, int) else year_


def vacation(season: Any) -> Vacation:
    return Vacation(season)


def vacations() -> Vacation:
    return Vacation("any")


def week(number_: int, month_: int, year_: int | None = None) -> Week:
    return Week(_nth(number_, 5), Month(month_, year_))


def _nth(number_: int, most: int) -> int:
    return -1 if number_ == -1 else _count(number_, most, "nth")


def weekday_of_month(number_: int, weekday_: int, month_: int, year_: int | None = None) -> Weekday:
    return Weekday(_nth(number_, 5), weekday_, Month(month_, year_))


def workday_of_month(number_: int, month_: int, year_: int | None = None) -> Weekday:
    return Weekday(_nth(number_, 20), 0, Month(month_, year_))


def day_of_month(number_: int, month_: int, year_: int | None = None) -> Weekday | Day:
    return Weekday(-1, 8, Month(month_, year_)) if number_ == -1 else checked_day(month_, number_, year_)


def part(edge: Any, of: Any) -> Part:
    return Part(edge, of)


def decade(number_: int, month_: int, year_: int | None = None) -> Part:
    nth: Any = f"decade-{_count(3 if number_ == -1 else number_, 3, 'decade')}"
    return Part(nth, Month(month_, year_))


def half(number_: int, of: Any) -> Part:
    nth: Any = f"half-{_count(2 if number_ == -1 else number_, 2, 'half')}"
    return Part(nth, of)


def this_year() -> This:
    return This("year")


def this_school_year() -> This:
    return This("school-year")


def this_calendar_year() -> This:
    return This("calendar-year")


def this_period() -> This:
    return This("period")


# --- several numbers of one noun ---


def some(value: Any) -> Any:
    return value


def some_range(first: int, last: int) -> tuple[int, int]:
    if last <= first:
        raise Refused("deadline-end-before-start", start=str(int(first)), end=str(int(last)))
    return first, last


def several(first: Any, second: Any) -> list[Any]:
    return [first, second]


def several_more(before: list[Any] | Any, more: Any) -> list[Any]:
    return [*(before if isinstance(before, list) else [before]), more]


def one_number(value: int) -> int:
    return value


def _each_of(numbers: Any, make: Callable[[int], Point]) -> Deadline:
    """A range becomes a span, several numbers become dates."""
    if isinstance(numbers, list):
        return Dates(tuple(_each_of(one, make) for one in numbers))
    if isinstance(numbers, tuple):
        return Span(make(int(numbers[0])), make(int(numbers[1])))
    return at(make(int(numbers)))


def days(numbers: Any, month_: int, year_: int | None = None) -> Deadline:
    return _each_of(numbers, lambda number_: checked_day(month_, number_, year_))


def days_dotted(numbers: Any, last: Day) -> Deadline:
    listed = _each_of(numbers if isinstance(numbers, list) else [numbers],
                      lambda number_: checked_day(last.month, number_, last.year))
    return listed._replace(parts=(*listed.parts, On(last))) if isinstance(listed, Dates) else listed


def days_to_dotted(first: int, last: Day) -> Span:
    return Span(checked_day(last.month, first, last.year), last)


def quarters(numbers: Any, year_: int | None = None) -> Deadline:
    return _each_of(numbers, lambda number_: quarter(number_, year_))


def terms(numbers: Any, of: Any, year_: Any = None) -> Deadline:
    return _each_of(numbers, lambda number_: term(number_, of, year_))


def two_vacations(first: Any, second: Any) -> Dates:
    return Dates((During(Vacation(first)), During(Vacation(second))))


def year_list(years: list[int]) -> Dates:
    return Dates(tuple(Whole("written", point=Year(year_)) for year_ in years))


def weeks(numbers: Any, month_: int) -> Deadline:
    return _each_of(numbers, lambda number_: week(number_, month_))


# --- on, by, during, from – to ---


def at(point: Point) -> Deadline:
    if isinstance(point, (Day, Weekday)):
        return On(point)
    if isinstance(point, (Year, SchoolYear)):
        return Whole("written", point=point)
    return During(point)


def in_day(point: Day) -> Deadline:
    """«в 12.10» may be a time."""
    from .printing import print_point

    raise ambiguous(print_point(point))


_SEASONS = {"autumn": (9, 11), "winter": (12, 2), "spring": (3, 5), "summer": (6, 8)}


def season(of: str, year_: int | None = None) -> Span:
    """«осенью»: the three months; approximate. A winter of one year could be either of two."""
    first, last = _SEASONS[of]
    if of == "winter" and year_ is not None:
        raise ambiguous(f"январь – февраль {year_}", f"декабрь {year_} – февраль {year_ + 1}")
    told = Problem("deadline-vague", {"part": of}, (), "warning")
    return Span(Month(first, year_), Month(last, year_), warnings=(told,))


def throughout(point: Point) -> Deadline:
    return at(point)


def same(deadline: Any) -> Any:
    return deadline


def span(start: Point, end: Point) -> Span:
    return years_of_span(Span(start, end))


def open_span(start: Point) -> Span:
    return Span(start, None)


def open_start(end: Point) -> Span:
    return Span(None, end)


def by(point: Point) -> By:
    if isinstance(point, Part) and point.part == "end":
        return By(point.of)
    if isinstance(point, Part) and point.part == "start":
        return By(Before(point.of))
    return By(point)


def by_point(point: Point) -> By:
    """«до»: a day is included; before or by the end of a longer stretch cannot be told."""
    if isinstance(point, (Day, Weekday, Part)):
        return by(point)
    from .printing import print_deadline

    raise ambiguous(*(print_deadline(By(reading)) for reading in (Before(point), point)))


def by_bare_year(year_: int) -> By:
    return by_point(Year(year_))


def by_this(what: This) -> By:
    raise ambiguous("до конца года" if what.what == "year" else "до конца периода")


def at_years(years: tuple[int, int]) -> Deadline:
    if years[1] == years[0] + 1:
        raise ambiguous(f"{years[0]}–{years[1]} годы", f"{years[0]}/{years[1]} учебный год")
    return years_of_span(Span(Year(years[0]), Year(years[1])))


def at_year_range(years: tuple[int, int]) -> Span:
    return Span(Year(years[0]), Year(years[1]))


def year_span(first: int, last: int) -> Span:
    return Span(Year(first), Year(last))


def school_year_span(first: Any, last: Any) -> Span:
    return Span(school_year(first), school_year(last))


def bare_year(year_: int) -> Whole:
    return Whole("written", point=Year(year_))


def whole(what: This) -> Whole:
    return Whole(what.what)


_OF_THE_PLAN = re.compile(r"(всей )?(реализ|действ|внедр|выполн|исполн|осуществл|план|дорожн|проект|программ)")


def whole_period(text: str) -> Whole:
    """«период реализации программы» is the plan's own; any other must be known to the plan by its name."""
    return Whole("period" if _OF_THE_PLAN.match(text.lower()) else "named")


def whole_school_year() -> Whole:
    return Whole("school-year")


def whole_srok(text: str = "") -> Whole:
    return Whole("period")


def whole_stages() -> Whole:
    return Whole("stages")


def whole_word(of: Any) -> Whole:
    return Whole(of)


def bare_week(number_: int) -> Loose:
    return Loose(Recurring("month", week=_nth(number_, 5)))


def years_of_span(deadline: Span) -> Span:
    """A year written once holds for both ends, unless the range crosses New Year and the year stands at its end."""
    start, end = deadline.start, deadline.end
    if start is None or end is None or place(start) is None or place(end) is None:
        return deadline
    forward = (place(start) or (0, 0)) <= (place(end) or (0, 0))
    first, last = year_of(start), year_of(end)
    if first is None and last is not None and forward:
        return deadline._replace(start=in_year(start, last))
    if first is not None and last is None:
        return deadline._replace(end=in_year(end, first if forward else first + 1))
    return deadline


_FIRST_DAY = {"start": 1, "half-1": 1, "decade-1": 1, "middle": 11, "decade-2": 11, "half-2": 16, "end": 21, "decade-3": 21}


def place(point: Point) -> tuple[int, int] | None:
    """Where in a calendar year the point begins, as month and day; None where that depends on the period."""
    if isinstance(point, Day):
        return point.month, point.day
    if isinstance(point, Month):
        return point.month, 1
    if isinstance(point, Quarter):
        return point.number * 3 - 2, 1
    if isinstance(point, Part) and isinstance(point.of, (Month, Quarter)):
        first = place(point.of) or (1, 1)
        return first[0], _FIRST_DAY[point.part]
    if isinstance(point, Week):
        return point.month.month, 28 if point.number == -1 else point.number * 7 - 6
    if isinstance(point, Weekday):
        return point.month.month, 28 if point.number == -1 else point.number * 7 - 6
    return None


def year_of(point: Point) -> int | None:
    """The year written in the point."""
    if isinstance(point, (Week, Weekday)):
        return point.month.year
    if isinstance(point, (Part, Before)):
        return year_of(point.of)
    if isinstance(point, (This, Vacation)):
        return None
    return point.year


def in_year(point: Any, year_: int | None) -> Any:
    """The point with another year written in it."""
    if isinstance(point, (Week, Weekday)):
        return point._replace(month=point.month._replace(year=year_))
    if isinstance(point, (Part, Before)):
        return point._replace(of=in_year(point.of, year_))
    if isinstance(point, (This, Vacation)):
        return point
    return point._replace(year=year_)


# --- again and again ---


def unit_day() -> str:
    return "day"


def unit_workday() -> str:
    return "workday"


def unit_week() -> str:
    return "week"


def unit_month() -> str:
    return "month"


def unit_quarter() -> str:
    return "quarter"


def unit_year() -> str:
    return "year"


def unit_school_year() -> str:
    return "school-year"


def _every_unit(unit: Any) -> Any:
    """Once in a school year is once a year."""
    return "year" if unit == "school-year" else unit


def unit_hour() -> str:
    return "hour"


def unit_term(of: str) -> str:
    return "half" if of == "half" else "term:" + of


def every(unit: Any) -> Recurring:
    return Recurring(unit)


def per(unit: str) -> tuple[int, str]:
    return 1, unit


def per_day() -> tuple[int, str]:
    """«2 раза в день»: elsewhere «в день» is the day of an event."""
    return 1, "day"


def per_n(interval: int, unit: str) -> tuple[int, str]:
    return int(interval), unit


def times(count: int, per_: tuple[int, Any]) -> Recurring:
    if count < 1:
        raise Refused("deadline-not-understood")
    return Recurring(_every_unit(per_[1]), interval=per_[0], times=int(count))


def times_between(between: tuple[int, int], per_: tuple[int, Any]) -> Recurring:
    return times(int(between[0]), per_)._replace(floor=True)


def once(per_: tuple[int, Any]) -> Recurring:
    return times(1, per_)


def at_least(count: int, per_: tuple[int, Any]) -> Recurring:
    return times(count, per_)._replace(floor=True)


def at_least_once(per_: tuple[int, Any]) -> Recurring:
    return at_least(1, per_)


def each(unit: Any) -> Recurring:
    return Recurring(_every_unit(unit))


def each_term(of: str) -> Recurring:
    return each(unit_term(of))


def each_quarter() -> Recurring:
    return each("quarter")


def each_n(interval: int, unit: Any) -> Recurring:
    return Recurring(_every_unit(unit), interval=int(interval))


def this_month() -> tuple[str, int]:
    return "month", 0


of_month = this_month


def next_month() -> tuple[str, int]:
    """Which month is reported on is still to be said: «следующего за отчётным»."""
    return "", 1


def next_month_monthly() -> tuple[str, int]:
    return "month", 1


def next_month_quarterly() -> tuple[str, int]:
    return "quarter", 1


def _monthday(numbers: Any, of: tuple[str, int] | None, mode: Any) -> Recurring | Loose:
    if isinstance(numbers, tuple):
        days_, mode = (int(numbers[0]), int(numbers[1])), "between"
    else:
        days_ = tuple(int(one) for one in (numbers if isinstance(numbers, list) else [numbers]))
    if not all(isinstance(one, int) and (one == -1 or 1 <= one <= 31) for one in days_):
        raise Refused("deadline-not-understood")
    rule = Recurring(of[0] if of and of[0] else "month", days=days_, mode=mode, lag=of[1] if of else 0)  # type: ignore[arg-type]
    return rule if of and of[0] else Loose(rule)


def monthday(numbers: Any, of: tuple[str, int] | None = None) -> Recurring | Loose:
    return _monthday(numbers, of, "on")


def monthday_each(number_: int) -> Recurring | Loose:
    return _monthday(number_, ("month", 0), "on")


def monthday_by(number_: int, of: tuple[str, int] | None = None) -> Recurring | Loose:
    return _monthday(number_, of, "by")


def nth_weekday(number_: int, weekday_: int) -> Recurring:
    return Recurring("month", mode="on", weekdays=(weekday_,), nth=_nth(number_, 5))


def nth_workday(number_: int) -> Recurring:
    return Recurring("month", mode="on", workday=_nth(number_, 20))


def nth_workday_by(number_: int) -> Recurring:
    return Recurring("month", mode="by", workday=_nth(number_, 20))


def nth_day(number_: int) -> Recurring:
    if number_ == -1 or 1 <= number_ <= 28:
        return Recurring("month", mode="on", days=(int(number_),))
    raise Refused("deadline-not-understood")


def nth_week(number_: int) -> Recurring:
    return Recurring("month", week=_nth(number_, 5))


def nth_part(edge: Any) -> Recurring:
    return Recurring("month", part=edge)


def nth_loose(rule: Recurring) -> Loose:
    return Loose(rule)


def nth_of(rule: Recurring, unit: Any) -> Recurring:
    if unit == "quarter" and (rule.weekdays or rule.week):
        raise Refused("deadline-not-understood")
    return rule._replace(every=unit)


def part_of_each(edge: Any, unit: Any) -> Recurring:
    if unit == "school-year":
        raise Refused("deadline-not-understood")
    return Recurring(unit, part=edge)


def part_of_each_term(edge: Any, of: str) -> Recurring:
    return part_of_each(edge, unit_term(of))


def by_end_of_each(edge: str, unit: Any) -> Recurring:
    if edge != "end" or unit == "school-year":
        raise Refused("deadline-not-understood")
    return Recurring(unit, mode="by")


def by_end_of_month(edge: str) -> Recurring:
    return by_end_of_each(edge, "month")


def by_end_of_quarter(edge: str) -> Recurring:
    return by_end_of_each(edge, "quarter")


def by_end_of_term(edge: str, of: str) -> Recurring:
    return by_end_of_each(edge, unit_term(of))


def part_of_each_quarter(rule: Recurring) -> Recurring:
    return rule._replace(every="quarter")


def weekday(numbers: Any) -> Recurring:
    return Recurring("week", mode="on", weekdays=tuple(numbers if isinstance(numbers, list) else [numbers]))


def weekday_in_month(numbers: Any, month_: int, year_: int | None = None) -> Recurring:
    return weekday(numbers)._replace(within=During(Month(month_, year_)))


def loose_weekday(numbers: Any) -> Loose:
    return Loose(weekday(numbers))


# --- counted from something ---


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


def since(anchor: Anchor) -> Anchor:
    return anchor


def since_end(anchor: Anchor) -> Anchor:
    return anchor if anchor.what in ("approved", "start", "end") else anchor._replace(edge="finish")


def to_anchor(anchor: Anchor) -> Anchor:
    return anchor


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


_APPROVAL = re.compile(r"(утвержд|подписан|согласован)\w*( (настоящ\w+ )?(плана|дорожной карты|дк|программы)\b.*)?$")
_STARTING = re.compile(r"(начала|начало|старта|запуска|начале) +")
_ENDING = re.compile(r"(окончани[яею]|завершени[яею]|конца) +")
_OF_PLAN = re.compile(r"((реализации|действия|выполнения|исполнения) )?(настоящ\w+ )?(плана|дорожной карты|дк)\b")


def anchor_named(text: str) -> Anchor:
    """An event by its name; the approval and the work of the plan itself are known by theirs."""
    words = " ".join(text.lower().replace("ё", "е").split())
    if _APPROVAL.match(words):
        return Anchor("approved")
    edge: Any = ""
    for pattern, side in ((_STARTING, "start"), (_ENDING, "finish")):
        begins = pattern.match(words)
        if begins:
            text, words, edge = text[begins.end():], words[begins.end():], side
    if _OF_PLAN.match(words) and "дорожной карты" in words or words in ("плана", "реализации плана"):
        return Anchor("start" if edge == "start" else "end")
    return Anchor("named", text.strip(), edge)


def anchor_edge(edge: str, text: str) -> Anchor:
    anchor = anchor_named(text)
    if anchor.what in ("start", "end") or _OF_PLAN.match(text.lower()):
        return Anchor("start" if edge == "start" else "end")
    if anchor.what != "named" or edge == "middle":
        raise Refused("deadline-not-understood")
    return anchor._replace(edge="start" if edge == "start" else "finish")


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


def by_edge_of_event(edge: str, text: str) -> Relative:
    return Relative("by", anchor_edge(edge, text))


def results_of_terms(of: str) -> Recurring:
    return Recurring(unit_term(of), mode="by")  # type: ignore[arg-type]


def results_of_quarters() -> Recurring:
    return Recurring("quarter", mode="by")


def results_of(point: Point) -> By:
    return By(point)


results_of_this = results_of


def results_of_event(text: str) -> Relative:
    return Relative("after", anchor_named(text))


# --- without a date ---


def on_demand(text: str = "") -> OnDemand:
    return OnDemand()


def external(text: str = "") -> External:
    return External()


MEANINGS: dict[str, Callable[..., Any]] = {
    name: value for name, value in globals().items() if callable(value) and not name.startswith("_")
}
