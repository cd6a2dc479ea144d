"""A Deadline as a Russian phrase that `reading.parse` understands as the same Deadline."""

from __future__ import annotations

from datetime import date
from typing import Any

from .kinds import (
    Anchor,
    By,
    Dates,
    Deadline,
    During,
    External,
    Offset,
    On,
    OnDemand,
    Recurring,
    Relative,
    Span,
    Unset,
    Verbatim,
    Whole,
)
from .points import Before, Day, Month, Part, Point, Quarter, SchoolYear, Term, This, Vacation, Week, Weekday, Year

NOMINATIVE = ("", "январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь",
              "ноябрь", "декабрь")
GENITIVE = ("", "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября",
            "ноября", "декабря")
ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")

_TERM = {"quarter": ("четверть", "четверти"), "half": ("полугодие", "полугодия"),
         "trimester": ("триместр", "триместра"), "module": ("модуль", "модуля")}
_SEASON = {"autumn": ("осенние каникулы", "осенних каникул"), "winter": ("зимние каникулы", "зимних каникул"),
           "spring": ("весенние каникулы", "весенних каникул"), "summer": ("летние каникулы", "летних каникул"),
           "any": ("каникулы", "каникул")}
_WEEKDAY = ("рабочий день", "понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье", "день")
_WEEKDAY_OF = ("рабочего дня", "понедельника", "вторника", "среды", "четверга", "пятницы", "субботы", "воскресенья",
               "дня")
_WEEKDAYS = ("", "понедельникам", "вторникам", "средам", "четвергам", "пятницам", "субботам", "воскресеньям")
_FEMININE = frozenset((3, 5, 6))
_THIS = {"year": "года", "school-year": "учебного года", "calendar-year": "календарного года", "period": "периода"}
_PART = {"start": ("начало", "начала"), "middle": ("середина", "середины"), "end": ("конец", "конца"),
         "half-1": ("первая половина", "первой половины"), "half-2": ("вторая половина", "второй половины"),
         "decade-1": ("первая декада", "первой декады"), "decade-2": ("вторая декада", "второй декады"),
         "decade-3": ("третья декада", "третьей декады"),
         "first-week": ("первая неделя", "первой недели"), "last-week": ("последняя неделя", "последней недели")}


def print_deadline(deadline: Deadline) -> str:
    """The phrase; ``parse(print_deadline(d))`` means what ``d`` means."""
    words = _kind(deadline)
    if deadline.time:
        words += f", {deadline.time}"
    if deadline.note:
        words += f" ({deadline.note})"
    return words


def shown(day: date) -> str:
    """25.09.2021"""
    return f"{day.day:02}.{day.month:02}.{day.year}"


def print_point(point: Point) -> str:
    """A point in the nominative: «1 сентября 2021 г.», «сентябрь 2021», «II четверть»."""
    return _point(point, 0)


def _kind(d: Deadline) -> str:
    if isinstance(d, On):
        words = print_point(d.day)
        if d.or_day is not None:
            other = d.or_day._replace(year=None) if isinstance(d.day, Day) and d.or_day.year == d.day.year else d.or_day
            words += f" ({print_point(other)})"
        return words
    if isinstance(d, By):
        return _by(d.point)
    if isinstance(d, During):
        return print_point(d.point)
    if isinstance(d, Span):
        return _span(d)
    if isinstance(d, Dates):
        return _parts(d.parts)
    if isinstance(d, Recurring):
        return _recurring(d)
    if isinstance(d, Relative):
        return _relative(d)
    if isinstance(d, Whole):
        return _whole(d)
    if isinstance(d, OnDemand):
        words = d.words or "по мере необходимости"
        return f"{words}, но {_recurring(d.floor)}" if d.floor else words
    if isinstance(d, External):
        return d.words or "по отдельному графику"
    if isinstance(d, Verbatim):
        return d.words
    assert isinstance(d, Unset)
    return "—"


def _parts(parts: tuple[Deadline, ...]) -> str:
    """With commas, and with semicolons where a part has commas of its own."""
    printed = [print_deadline(part) for part in parts]
    return ("; " if any("," in one for one in printed) else ", ").join(printed)


def _year(year: int | None, school: bool = False) -> str:
    if year is None:
        return ""
    return f" {year}/{year + 1} учебного года" if school else f" {year}"


def _point(point: Any, case: int) -> str:
    """In the nominative (0) or the genitive (1)."""
    if isinstance(point, Day):
        return f"{point.day} {GENITIVE[point.month]}" + (f" {point.year} г." if point.year is not None else "")
    if isinstance(point, Month):
        return (GENITIVE if case else NOMINATIVE)[point.month] + _year(point.year)
    if isinstance(point, Quarter):
        year = f" {point.year} г." if point.year is not None else ""
        return f"{ROMAN[point.number]} {('квартал', 'квартала')[case]}{year}"
    if isinstance(point, Term):
        return f"{ROMAN[point.number]} {_TERM[point.of][case]}{_year(point.year, school=True)}"
    if isinstance(point, Year):
        return f"{point.year} {('год', 'года')[case]}"
    if isinstance(point, SchoolYear):
        return f"{point.year}/{point.year + 1} {('учебный год', 'учебного года')[case]}"
    if isinstance(point, Vacation):
        return _SEASON[point.season][case]
    if isinstance(point, Week):
        return f"{_nth(point.number, 'я', 'последняя')} неделя {_point(point.month, 1)}" if not case else (
            f"{_nth(point.number, 'й', 'последней')} недели {_point(point.month, 1)}")
    if isinstance(point, Weekday):
        day = (_WEEKDAY_OF if case else _WEEKDAY)[point.weekday]
        nth = _ordinal(point.number, point.weekday) if not case else _ordinal_of(point.number, point.weekday)
        return f"{nth} {day} {_point(point.month, 1)}"
    if isinstance(point, This):
        return _THIS[point.what]
    if isinstance(point, Part):
        return f"{_PART[point.part][case]} {_point(point.of, 1)}"
    assert isinstance(point, Before)
    return f"начала {_point(point.of, 1)}"


def _nth(number: int, ending: str, last: str) -> str:
    return last if number == -1 else f"{number}-{ending}"


def _ordinal(number: int, weekday: int) -> str:
    if weekday in _FEMININE:
        return _nth(number, "я", "последняя")
    if weekday == 7:
        return _nth(number, "е", "последнее")
    return _nth(number, "й", "последний")


def _ordinal_of(number: int, weekday: int) -> str:
    if weekday in _FEMININE:
        return _nth(number, "й", "последней")
    return _nth(number, "го", "последнего")


def _by(point: Point) -> str:
    if isinstance(point, (Day, Weekday, Part, Before)):
        return f"до {_point(point, 1)}"
    return f"до конца {_point(point, 1)}"


def _span(d: Span) -> str:
    if d.start is None:
        return f"по {_point(d.end, 0)}"
    if d.end is None:
        return f"с {_point(d.start, 1)}"
    if isinstance(d.start, (Day, Weekday, Week, Part)) or isinstance(d.end, (Day, Weekday, Week, Part)):
        return f"с {_point(d.start, 1)} по {_point(d.end, 0)}"
    return f"{_point(d.start, 0)} – {_point(d.end, 0)}"


_EVERY = {"day": "ежедневно", "week": "еженедельно", "month": "ежемесячно", "quarter": "ежеквартально",
          "year": "ежегодно"}
_UNIT = {"day": ("день", "дня"), "week": ("неделю", "недели"), "month": ("месяц", "месяца"),
         "quarter": ("квартал", "квартала"), "half": ("полугодие", "полугодия"), "year": ("год", "года"),
         "term:quarter": ("четверть", "четверти"), "term:trimester": ("триместр", "триместра"),
         "term:module": ("модуль", "модуля")}


def _recurring(d: Recurring) -> str:
    words = _frequency(d)
    day = _day_rule(d)
    alone = (d.weekdays and not d.nth) or (d.every == "month" and (d.nth or d.week or d.part))
    alone = alone or (d.mode == "by" and not d.days and not d.workday) or bool(d.part)
    if day and alone and d.interval == 1:
        words = day
    elif day:
        words = f"{words} {day}"
    if d.each:
        words = f"{words}, {_parts(d.each)}"
    if d.within is not None:
        words = f"{words}, {print_deadline(d.within)}"
    return words


def _frequency(d: Recurring) -> str:
    unit = _UNIT[d.every]
    if d.floor or d.times > 1:
        raz = _times(d.times)
        per = unit[0] if d.interval == 1 else f"{d.interval} {_counted(d.interval, d.every)}"
        return f"{'не реже ' if d.floor else ''}{_least(d.times) if d.floor else raz} в {per}"
    if d.interval > 1:
        return f"1 раз в {d.interval} {_counted(d.interval, d.every)}"
    return _EVERY.get(d.every, f"1 раз в {unit[0]}")


def _times(count: int) -> str:
    return f"{count} {'раза' if count % 10 in (2, 3, 4) and count % 100 not in (12, 13, 14) else 'раз'}"


def _least(count: int) -> str:
    return f"{count} {'раза' if count % 10 == 1 and count % 100 != 11 else 'раз'}"


_COUNTED = {"day": ("день", "дня", "дней"), "workday": ("рабочий день", "рабочих дня", "рабочих дней"),
            "week": ("неделю", "недели", "недель"), "month": ("месяц", "месяца", "месяцев"),
            "quarter": ("квартал", "квартала", "кварталов"), "half": ("полугодие", "полугодия", "полугодий"),
            "year": ("год", "года", "лет"), "hour": ("час", "часа", "часов"),
            "term:quarter": ("четверть", "четверти", "четвертей"),
            "term:trimester": ("триместр", "триместра", "триместров"), "term:module": ("модуль", "модуля", "модулей")}
_GENITIVE_UNIT = {"day": ("дня", "дней"), "workday": ("рабочего дня", "рабочих дней"), "week": ("недели", "недель"),
                  "month": ("месяца", "месяцев"), "year": ("года", "лет"), "hour": ("часа", "часов")}


def _counted(count: int, unit: str) -> str:
    one, few, many = _COUNTED[unit]
    if count % 10 == 1 and count % 100 != 11:
        return one
    return few if count % 10 in (2, 3, 4) and count % 100 not in (12, 13, 14) else many


def _day_rule(d: Recurring) -> str:
    if d.mode == "between":
        words = f"с {d.days[0]} по {d.days[1]} число"
        return f"{words} {_reported(d)}" if d.lag else words
    if d.days:
        if d.days == (-1,):
            day = "до последнего числа" if d.mode == "by" else "в последний день"
            return f"{day} месяца" if d.every == "month" else day
        days = " и ".join(filter(None, (", ".join(map(str, d.days[:-1])), str(d.days[-1]))))
        words = f"{'до ' if d.mode == 'by' else ''}{days} числа"
        return f"{words} {_reported(d)}" if d.lag else words
    if d.nth:
        return f"{_ordinal(d.nth, d.weekdays[0])} {_WEEKDAY[d.weekdays[0]]} месяца"
    if d.weekdays:
        return "по " + " и ".join(
            filter(None, (", ".join(_WEEKDAYS[one] for one in d.weekdays[:-1]), _WEEKDAYS[d.weekdays[-1]])))
    if d.workday:
        words = f"{_ordinal(d.workday, 0)} рабочий день"
        if d.mode == "by":
            words = f"до {_nth(d.workday, 'го', 'последнего')} рабочего дня"
        return f"{words} {'месяца' if d.every == 'month' else 'квартала'}" if d.every in ("month", "quarter") else words
    if d.week:
        return f"{_ordinal(d.week, 3)} неделя каждого месяца"
    if d.part:
        return f"{_PART[d.part][0]} {_each_unit(d.every)}"
    return f"до конца {_each_unit(d.every)}" if d.mode == "by" else ""


def _each_unit(every: str) -> str:
    return f"{'каждой' if every in ('week', 'term:quarter') else 'каждого'} {_UNIT[every][1]}"


def _reported(d: Recurring) -> str:
    return f"месяца, следующего за отчетным {'кварталом' if d.every == 'quarter' else 'месяцем'}"


def _anchor(anchor: Anchor, after: str, until: str = "") -> str:
    """The anchor after a word («после») in the genitive."""
    edge = {"start": "начала ", "finish": "окончания ", "": ""}[anchor.edge]
    if anchor.what == "approved":
        return f"{after} утверждения дорожной карты"
    if anchor.what in ("start", "end"):
        return f"{after} {'начала' if anchor.what == 'start' else 'окончания'} реализации дорожной карты"
    if anchor.what == "each":
        return f"{after} {edge}{_each_unit(anchor.name)}"
    if anchor.what == "point":
        assert anchor.point is not None
        return f"{after} {edge}{_point(anchor.point, 1)}"
    return f"{after} {edge}{anchor.name}"


def _relative(d: Relative) -> str:
    length = _length(d.offset) if d.offset else ""
    if d.relation == "within":
        whence = "" if d.anchor.what == "unnamed" else _anchor(d.anchor, " после")
        return f"в течение {length}{whence}"
    if d.relation == "after" and d.offset is not None:
        return f"через {_amount(d.offset)}{_anchor(d.anchor, ' после')}"
    if d.relation == "after":
        return _anchor(d.anchor, "после")
    if d.offset is not None:
        word = {"before": "за", "by-before": "не позднее чем за", "not-earlier": "не ранее чем за"}[d.relation]
        return f"{word} {_amount(d.offset)}{_anchor(d.anchor, ' до')}"
    if d.relation == "on":
        return _anchor(d.anchor, "в день")
    return _anchor(d.anchor, "до")


def _length(offset: Offset) -> str:
    if offset.skip and offset.amount == 1:
        return f"{offset.skip + 1}-го {_GENITIVE_UNIT[offset.unit][0]}"
    if offset.skip:
        return f"{offset.skip + 1}-го – {offset.skip + offset.amount}-го {_GENITIVE_UNIT[offset.unit][0]}"
    one = offset.amount % 10 == 1 and offset.amount % 100 != 11
    return f"{offset.amount} {_GENITIVE_UNIT[offset.unit][0 if one else 1]}"


def _amount(offset: Offset) -> str:
    return f"{offset.amount} {_counted(offset.amount, offset.unit)}"


def _whole(d: Whole) -> str:
    if d.of == "written" and d.point is not None:
        return print_point(d.point)
    return d.words or {"period": "в течение всего периода", "year": "в течение года", "stages": "в течение всех этапов",
                       "school-year": "в течение учебного года", "calendar-year": "в течение календарного года",
                       "always": "постоянно"}.get(d.of, "в течение периода")
