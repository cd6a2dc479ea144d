"""The structured form of a deadline in YAML: the same meanings as the phrases, key by key.

Every scalar is text. The first key that names a kind decides; the others belong to it::

    {день: 1 сентября}                          {on: 2021-09-01}
    {не позднее: 30.12.2021}                    {by: ...}
    {в течение: II четверть}                    {during: ...}
    {с: октябрь 2021, по: апрель 2022}          {from: ..., to: ...}
    {даты: [25.03, до 1 июня]}                  {dates: [...]}
    {каждый: месяц, до числа: 15, с: сентябрь, по: май}
    {каждый: неделя, дни недели: [понедельник, среда]}
    {каждый: месяц, день недели: пятница, по счёту: последняя}
    {каждый: год, сроки: [октябрь, до 1 мая]}
    {после: утверждения дорожной карты, в течение: 5 рабочих дней}
    {до: педсовета, за: 3 дня}
    {весь: период}   {по необходимости: по мере поступления заявок}   {по графику: по плану ВСОКО}
    {не указан: ""}  {как есть: до особого распоряжения}

`note` (примечание) and `time` (время) go with all of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .kinds import (
    By,
    Dates,
    Deadline,
    During,
    External,
    On,
    OnDemand,
    Problem,
    Recurring,
    Relative,
    Span,
    Unset,
    Verbatim,
    Whole,
)
from .meanings import Refused
from .points import Day, Point, Weekday
from .printing import print_deadline
from .reading import parse
from .vocabulary import TERMS, WEEKDAYS, WORDS
from .years import years_of_span

KEYS: dict[str, tuple[str, ...]] = {
    "on": ("день", "дата"), "by": ("не позднее", "не позже"), "during": ("в течение",), "from": ("с", "со"),
    "to": ("по",), "dates": ("даты", "перечень"), "every": ("каждый", "каждая", "каждую", "каждое", "периодичность"),
    "interval": ("один раз в", "раз в", "шаг"), "times": ("раз", "сколько раз"), "at_least": ("не реже",),
    "day": ("число", "числа"), "by_day": ("до числа",), "from_day": ("с числа",), "to_day": ("по число",),
    "weekdays": ("дни недели", "день недели"), "nth": ("по счёту", "номер"), "workday": ("рабочий день",),
    "part": ("часть",), "lag": ("через месяцев", "месяцев спустя"), "each": ("сроки",), "after": ("после",),
    "before": ("до",), "at": ("в день",), "in": ("через",), "ahead": ("за",), "at_most_ahead": ("не ранее чем за",),
    "by_ahead": ("не позднее чем за",), "whole": ("весь", "вся", "всё"), "on_demand": ("по необходимости",),
    "external": ("по графику",), "unset": ("не указан",), "verbatim": ("как есть",), "note": ("примечание",),
    "time": ("время",),
}
"""The keys: English name → Russian forms, the first being the one that messages name."""

_NAMES = {form.replace("ё", "е"): name for name, forms in KEYS.items() for form in forms}
# «дата», «номер», «сроки» are fields of a roadmap, too, and come here by their names there.
_NAMES |= {"date": "on", "number": "nth", "deadline": "each"}
_UNITS = {"day": "day", "week": "week", "month": "month", "quarter": "quarter", "half": "half", "year": "year",
          "school_quarter": "term:quarter", "trimester": "term:trimester", "module": "term:module"}
_WHOLE = {"период": "period", "period": "period", "год": "year", "year": "year", "учебный год": "school-year",
          "school_year": "school-year", "календарный год": "calendar-year", "calendar_year": "calendar-year",
          "все этапы": "stages", "stages": "stages", "постоянно": "always", "always": "always"}
_PARTS = {"начало": "start", "середина": "middle", "конец": "end", "start": "start", "middle": "middle", "end": "end",
          "первая неделя": "first-week", "последняя неделя": "last-week", "first-week": "first-week",
          "last-week": "last-week"}
_LAST = ("последний", "последняя", "последнее", "last", "-1")
_YES = ("да", "yes", "true")

Taken = dict[str, Any]


class _Wrong(Exception):
    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


def from_structure(data: Mapping[str, object]) -> tuple[Deadline | None, list[Problem]]:
    """The deadline that a mapping states, or None with problems.

    ``data`` is what YAML gave: mappings, lists and texts. Unknown keys, values that are not understood and keys that do
    not go together are problems, each naming the key in ``params``; all unknown keys are told at once.
    """
    taken: Taken = {}
    problems: list[Problem] = []
    for key, value in data.items():
        name = _name(str(key))
        if name is None:
            problems.append(Problem("deadline-key-unknown", {"key": str(key), "near": _near(str(key))}))
        elif name in taken:
            problems.append(Problem("deadline-key-twice", {"key": str(key)}))
        else:
            taken[name] = value
    if problems:
        return None, problems
    try:
        deadline = _read(taken)
    except _Wrong as wrong:
        return None, [wrong.problem]
    except Refused as refused:
        return None, [refused.problem._replace(params={"text": "", **refused.problem.params})]
    return deadline, []


def _name(key: str) -> str | None:
    folded = " ".join(key.lower().replace("ё", "е").replace("-", "_").split())
    return folded if folded in KEYS else _NAMES.get(folded.replace("_", " "))


def _near(key: str) -> str:
    from difflib import get_close_matches

    close = get_close_matches(key.lower(), [*_NAMES, *KEYS], n=1)
    return close[0] if close else ""


def _read(taken: Taken) -> Deadline:
    note, time = _text(taken, "note"), _text(taken, "time")
    for kind, reader in _READERS:
        if kind in taken:
            deadline = reader(taken)
            left = [name for name in taken if name not in ("note", "time")]
            if left:
                raise _Wrong(Problem("deadline-keys-apart", {"key": KEYS[left[0]][0], "other": KEYS[kind][0]}))
            return deadline._replace(note=note or deadline.note, time=time or deadline.time)
    raise _Wrong(Problem("deadline-kind-missing", {"keys": tuple(KEYS[kind][0] for kind, _ in _READERS)}))


# --- values ---


def _bad(name: str, value: object) -> _Wrong:
    return _Wrong(Problem("deadline-value-not-understood", {"key": KEYS[name][0], "value": str(value)}))


def _text(taken: Taken, name: str) -> str:
    value = taken.get(name, "")
    if not isinstance(value, str):
        raise _bad(name, value)
    return value


def _phrase(name: str, value: object) -> Deadline:
    """A phrase or a structure inside a structure."""
    if isinstance(value, Mapping):
        deadline, problems = from_structure(value)
        if deadline is None:
            raise _Wrong(problems[0])
        return deadline
    if not isinstance(value, str):
        raise _bad(name, value)
    deadline = parse(value)
    if isinstance(deadline, Verbatim):
        raise _Wrong(deadline.warnings[0])
    return deadline._replace(text="", warnings=())


def _point(taken: Taken, name: str) -> Point:
    deadline = _phrase(name, taken.pop(name))
    if isinstance(deadline, On):
        return deadline.day
    if isinstance(deadline, During):
        return deadline.point
    if isinstance(deadline, Whole) and deadline.point is not None:
        return deadline.point
    raise _bad(name, deadline.kind)


def _number(name: str, value: object, low: int, high: int) -> int:
    text = str(value).strip()
    if text in _LAST and low < 0:
        return -1
    if not text.isdecimal() or not max(low, 1) <= int(text) <= high:
        known = WORDS.get(text.lower().replace("ё", "е"), ("", None))
        if known[0] == "ORD" and max(low, 1) <= known[1] <= high:
            return int(known[1])
        raise _bad(name, value)
    return int(text)


def _list(value: object) -> list[object]:
    return list(value) if isinstance(value, (list, tuple)) else [value]


# --- kind by kind ---


def _on(taken: Taken) -> Deadline:
    point = _point(taken, "on")
    if not isinstance(point, (Day, Weekday)):
        raise _bad("on", point.type)
    return On(point)


def _by(taken: Taken) -> Deadline:
    return By(_point(taken, "by"))


def _during(taken: Taken) -> Deadline:
    deadline = _phrase("during", taken.pop("during"))
    if isinstance(deadline, (During, Whole)):
        return deadline
    raise _bad("during", deadline.kind)


def _span(taken: Taken) -> Deadline:
    start = _point(taken, "from") if "from" in taken else None
    end = _point(taken, "to") if "to" in taken else None
    return years_of_span(Span(start, end))


def _dates(taken: Taken) -> Deadline:
    parts = tuple(_phrase("dates", one) for one in _list(taken.pop("dates")))
    if len(parts) < 2:
        raise _bad("dates", len(parts))
    return Dates(parts)


def _unit(value: object) -> Any:
    text = str(value).strip().lower().replace("ё", "е")
    if text in _UNITS:
        return _UNITS[text]
    for of, forms in TERMS.items():
        if text in forms:
            return "half" if of == "half" else "term:" + of
    units = {"DAYW": "day", "WEEK": "week", "MES": "month", "QUARTER": "quarter", "G": "year"}
    unit = units.get(WORDS.get(text, ("", None))[0])
    if unit is None:
        raise _bad("every", value)
    return unit


def _every(taken: Taken) -> Deadline:
    rule = Recurring(_unit(taken.pop("every")))
    if "interval" in taken:
        rule = rule._replace(interval=_number("interval", taken.pop("interval"), 1, 99))
    if "times" in taken:
        rule = rule._replace(times=_number("times", taken.pop("times"), 1, 99))
    if "at_least" in taken:
        rule = rule._replace(floor=str(taken.pop("at_least")).lower() in _YES)
    rule = _day_of(rule, taken)
    if "lag" in taken:
        rule = rule._replace(lag=_number("lag", taken.pop("lag"), 1, 12))
    if "part" in taken:
        part = str(taken.pop("part")).strip().lower()
        if part not in _PARTS:
            raise _bad("part", part)
        rule = rule._replace(part=_PARTS[part])  # type: ignore[arg-type]
    if "each" in taken:
        rule = rule._replace(each=tuple(_phrase("each", one) for one in _list(taken.pop("each"))))
    if "from" in taken or "to" in taken:
        rule = rule._replace(within=_span(taken))
    if "during" in taken:
        rule = rule._replace(within=_phrase("during", taken.pop("during")))
    return rule


def _day_of(rule: Recurring, taken: Taken) -> Recurring:
    """The day of the turn: a day of the month, weekdays, a working day."""
    if "day" in taken:
        days = tuple(_number("day", one, -1, 31) for one in _list(taken.pop("day")))
        rule = rule._replace(mode="on", days=days)
    if "by_day" in taken:
        rule = rule._replace(mode="by", days=(_number("by_day", taken.pop("by_day"), -1, 31),))
    if "from_day" in taken and "to_day" in taken:
        first = _number("from_day", taken.pop("from_day"), 1, 31)
        last = _number("to_day", taken.pop("to_day"), 1, 31)
        if last <= first:
            raise _bad("to_day", last)
        rule = rule._replace(mode="between", days=(first, last))
    if "weekdays" in taken:
        rule = rule._replace(mode="on", weekdays=tuple(_weekday(one) for one in _list(taken.pop("weekdays"))))
    if "nth" in taken:
        rule = rule._replace(nth=_number("nth", taken.pop("nth"), -1, 5))
    if "workday" in taken:
        rule = rule._replace(mode="on", workday=_number("workday", taken.pop("workday"), -1, 23))
    return rule


def _weekday(value: object) -> int:
    text = str(value).strip().lower()
    for number, forms in enumerate(WEEKDAYS, 1):
        if text in forms:
            return number
    raise _bad("weekdays", value)


def _anchor(taken: Taken, name: str) -> Any:
    deadline = _phrase(name, f"после {_text(taken, name)}")
    taken.pop(name)
    if not isinstance(deadline, Relative):
        raise _bad(name, deadline.kind)
    return deadline.anchor


def _offset(taken: Taken, name: str) -> Any:
    value = _text(taken, name)
    deadline = parse(f"через {value} после события")
    if not isinstance(deadline, Relative) or deadline.offset is None:
        deadline = parse(f"в течение {value}")
    if not isinstance(deadline, Relative) or deadline.offset is None:
        raise _bad(name, value)
    taken.pop(name)
    return deadline.offset


def _after(taken: Taken) -> Deadline:
    anchor = _anchor(taken, "after")
    if "during" in taken:
        return Relative("within", anchor, _offset(taken, "during"))
    return Relative("after", anchor, _offset(taken, "in") if "in" in taken else None)


def _before(taken: Taken) -> Deadline:
    anchor = _anchor(taken, "before")
    for name, relation in (("ahead", "before"), ("by_ahead", "by-before"), ("at_most_ahead", "not-earlier")):
        if name in taken:
            return Relative(relation, anchor, _offset(taken, name))  # type: ignore[arg-type]
    return Relative("by", anchor)


def _at(taken: Taken) -> Deadline:
    return Relative("on", _anchor(taken, "at"))


def _whole(taken: Taken) -> Deadline:
    of = " ".join(str(taken.pop("whole")).lower().replace("ё", "е").split())
    if of not in _WHOLE:
        raise _bad("whole", of)
    whole = Whole(_WHOLE[of])  # type: ignore[arg-type]
    return whole._replace(words=print_deadline(whole))


def _on_demand(taken: Taken) -> Deadline:
    words = _text(taken, "on_demand")
    taken.pop("on_demand")
    floor = None
    if "at_least" in taken:
        read = _phrase("at_least", f"не реже {_text(taken, 'at_least')}")
        taken.pop("at_least")
        if not isinstance(read, Recurring):
            raise _bad("at_least", read.kind)
        floor = read
    return OnDemand(words or print_deadline(OnDemand()), floor)


def _external(taken: Taken) -> Deadline:
    words = _text({"external": taken.pop("external")}, "external")
    return External(words or print_deadline(External()))


def _unset(taken: Taken) -> Deadline:
    taken.pop("unset")
    return Unset()


def _verbatim(taken: Taken) -> Deadline:
    words = _text(taken, "verbatim")
    taken.pop("verbatim")
    return Verbatim(words)


_READERS = (
    ("dates", _dates), ("every", _every), ("after", _after), ("before", _before), ("at", _at), ("on", _on), ("by", _by),
    ("whole", _whole), ("on_demand", _on_demand), ("external", _external), ("verbatim", _verbatim), ("unset", _unset),
    ("during", _during), ("from", _span), ("to", _span),
)
