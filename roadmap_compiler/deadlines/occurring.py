"""Occurrences of the kinds that are days, stretches and lists of them."""

from __future__ import annotations

from .kinds import By, Dates, Deadline, During, Occurrence, On, Problem, Relative, Span, Whole
from .locating import PRECISION, Stretch, Unplaced, days_of, placed, this, vacations
from .names import name_key
from .placing import Setting, one_stretch, outside, told_outside, with_point, with_right_year
from .points import Day, Month, Point, Quarter, This, Vacation
from .printing import print_deadline, print_point
from .vocabulary import WORDS
from .years import in_year, place, year_of


def on(deadline: On, setting: Setting, key: str) -> list[Occurrence]:
    first, last = one_stretch(deadline.day, deadline, setting)
    named = weekday_in(deadline.note)
    if named and named != last.isoweekday():
        params = {"text": deadline.text, "day": last, "weekday": deadline.note}
        setting.problems.append(Problem("deadline-weekday-differs", params, (), "warning"))
    return [Occurrence(key, first, last, last)]


def weekday_in(note: str) -> int:
    """1 to 7 when a note is nothing but a day of the week («воскресенье», «в среду»), else 0."""
    words = note.lower().removeprefix("в ").removeprefix("во ").strip(" .")
    terminal, number = WORDS.get(words, ("", 0))
    return int(number) if terminal == "WEEKDAY" else 0


def by(deadline: By, setting: Setting, key: str) -> list[Occurrence]:
    point = deadline.point
    if isinstance(point, This) and point.what == "year" and setting.period.kind == "academic_year":
        year = setting.period.start.year
        raise Unplaced(Problem("deadline-ambiguous", {"text": deadline.text},
                               (f"до 31 декабря {year} г.", "до конца учебного года")))
    _, last = one_stretch(point, deadline, setting)
    if isinstance(point, This) and point.what == "school-year" and (last.month, last.day) == (8, 31):
        readings = tuple(f"до {day} {last.year} г." for day in ("31 мая", "31 августа"))
        setting.problems.append(
            Problem("deadline-school-year-end", {"text": deadline.text, "day": last}, readings, "warning"))
    return [Occurrence(key, last, last, last)]


def during(deadline: During, setting: Setting, key: str) -> list[Occurrence]:
    point = deadline.point
    if isinstance(point, Vacation) and point.season == "any":
        return [Occurrence(f"vacation:{season}", first, last, last, "term")
                for season, (first, last) in vacations("any", setting.period)]
    first, last = one_stretch(point, deadline, setting)
    precision = PRECISION[point.type]
    return [Occurrence(key, first, last, last, precision)]


def span(deadline: Span, setting: Setting, key: str) -> list[Occurrence]:
    period = setting.period
    if deadline.start is None or deadline.end is None:
        return [_open(deadline, setting, key)]
    starts = placed(deadline.start, period, setting.calendar)
    ends = placed(deadline.end, period, setting.calendar)
    first, last = deadline.start, deadline.end
    if year_of(first) is None and year_of(last) is not None and place(first) is not None:
        # The year stands at the end of a range over New Year: the start is the year before.
        earlier = days_of(in_year(first, (year_of(last) or 0) - 1), setting.calendar)
        if earlier and earlier[1] >= period.start:
            starts = [(max(earlier[0], period.start), earlier[1])]
    pairs = _pairs(starts, ends)
    if not pairs:
        raise Unplaced(_backwards(deadline, starts, ends, setting))
    if len(pairs) > 1 and year_of(first) is None and year_of(last) is None:
        readings = tuple(
            print_deadline(deadline._replace(start=in_year(first, start[0].year), end=in_year(last, end[1].year)))
            for start, end in pairs)
        raise Unplaced(Problem("deadline-ambiguous", {"text": deadline.text}, readings))
    start, end = pairs[0]
    if start[0] < period.start or end[1] > period.end:
        beyond = first if start[0] < period.start else last
        setting.problems.append(told_outside(deadline, beyond, (start[0], end[1]), setting))
    return [Occurrence(key, start[0], end[1], end[1], "span")]


def _pairs(starts: list[Stretch], ends: list[Stretch]) -> list[tuple[Stretch, Stretch]]:
    """Each start with the first end not before it, unless another start comes between."""
    out = []
    for at, start in enumerate(starts):
        end = next((one for one in ends if one[1] >= start[0]), None)
        if end is None or (at + 1 < len(starts) and starts[at + 1][0] <= end[1] and starts[at + 1][0] != start[0]):
            continue
        out.append((start, end))
    return out


def _backwards(deadline: Span, starts: list[Stretch], ends: list[Stretch], setting: Setting) -> Problem:
    """The range ends before it begins, or an end of it is not in the period."""
    assert deadline.start is not None and deadline.end is not None
    if not starts or not ends:
        return outside(deadline, deadline.start if not starts else deadline.end, setting)
    first, last = place(deadline.start), place(deadline.end)
    if year_of(deadline.start) is None and year_of(deadline.end) is None and first and last and first <= last:
        return outside(deadline, deadline.start, setting)
    params = {"text": deadline.text, "start": print_point(deadline.start), "end": print_point(deadline.end)}
    return Problem("deadline-end-before-start", params, with_right_year(deadline, setting))


def _open(deadline: Span, setting: Setting, key: str) -> Occurrence:
    period = setting.period
    if deadline.start is not None:
        first = max(_one_open(deadline.start, deadline, setting)[0], period.start)
        last = max(period.end, first)
        return Occurrence(key, first, last, last, "span")
    assert deadline.end is not None
    last = _one_open(deadline.end, deadline, setting)[1]
    return Occurrence(key, min(period.start, last), last, last, "span")


def _one_open(point: Point, deadline: Span, setting: Setting) -> Stretch:
    """«с 1 апреля 2018 года» may begin before the period: only the part within counts."""
    found = placed(point, setting.period, setting.calendar)
    if year_of(point) is None or not found:
        if not found:
            raise Unplaced(outside(deadline, point, setting))
        if len(found) > 1:
            readings = tuple(print_deadline(Span(in_year(point, one[0].year), None)) for one in found)
            raise Unplaced(Problem("deadline-ambiguous", {"text": deadline.text}, readings))
        return found[0]
    first, last = found[0]
    inside = first <= setting.period.end if deadline.end is None else setting.period.start <= last <= setting.period.end
    if not inside:
        setting.problems.append(outside(deadline, point, setting))
    return found[0]


def dates(deadline: Dates, setting: Setting, key: str) -> list[Occurrence]:
    out: list[Occurrence] = []
    for number, part in enumerate(_with_year_beside(deadline, setting), 1):
        prefix = str(number) if key == "1" else f"{key}.{number}"
        found = setting.resolve(part, setting, prefix)
        if not isinstance(part, (On, By, During, Span, Dates, Relative)) and len(found) > 1:
            found = [one._replace(key=f"{prefix}/{one.key}") for one in found]
        out += found
    if setting.period.kind == "academic_year" and all(_plain(part) for part in deadline.parts):
        _ask_about_the_summer_before(deadline, out, setting)
    return out


def _with_year_beside(deadline: Dates, setting: Setting) -> tuple[Deadline, ...]:
    """«IV квартал, до 15.12.2025» in a plan of several years: a quarter or month is of the year written beside it."""
    parts = deadline.parts
    if len(parts) != 2 or (setting.period.end - setting.period.start).days <= 366:
        return parts
    points = [part.day if isinstance(part, On) else part.point if isinstance(part, (By, During)) else None
              for part in parts]
    for at, point in enumerate(points):
        day = points[1 - at]
        if isinstance(point, (Quarter, Month)) and point.year is None and isinstance(day, Day) and day.year is not None:
            return tuple(with_point(part, in_year(point, day.year)) if index == at else part
                         for index, part in enumerate(parts))
    return parts


def _plain(part: Deadline) -> bool:
    """Whether the part is one day or month without a year."""
    point = part.day if isinstance(part, On) else part.point if isinstance(part, (By, During)) else None
    return isinstance(point, (Day, Month)) and point.year is None


def _ask_about_the_summer_before(deadline: Dates, found: list[Occurrence], setting: Setting) -> None:
    """«август, ноябрь, март» of a school year that begins in September: which August?

    Raises Unplaced when a list goes back once, and would run forward if it began in the two months before the period.
    """
    backs = [at for at in range(1, len(found)) if found[at].start < found[at - 1].start]
    if len(backs) != 1 or len(found) != len(deadline.parts):
        return
    late = found[:backs[0]]
    year = setting.period.start.year
    if any((one.start.year, one.start.month) < (year + 1, setting.period.start.month - 2) for one in late):
        return
    if found[-1].start > late[0].start:
        return
    dated = [with_point(part, in_year(_point_of(part), one.start.year))
             for part, one in zip(deadline.parts, found, strict=True)]
    before = [with_point(part, in_year(_point_of(part), year)) if one in late else part
              for part, one in zip(dated, found, strict=True)]
    readings = tuple(print_deadline(Dates(tuple(parts))) for parts in (before, dated))
    raise Unplaced(Problem("deadline-ambiguous", {"text": deadline.text}, readings))


def _point_of(part: Deadline) -> Point:
    assert isinstance(part, (On, By, During))
    return part.day if isinstance(part, On) else part.point


def whole(deadline: Whole, setting: Setting, key: str) -> list[Occurrence]:
    if deadline.of in ("always", "stages"):
        return []
    if deadline.of == "written":
        first, last = _one_written(deadline, setting)
    elif deadline.of == "named":
        first, last = _named(deadline, setting)
    else:
        first, last = this(This(deadline.of), setting.period)  # type: ignore[arg-type]
    return [Occurrence(key, first, last, last, "period")]


def _named(deadline: Whole, setting: Setting) -> Stretch:
    """«в течение всего периода обучения»: the plan's period if that is one of its other names."""
    words = name_key(deadline.words)
    if any(name_key(alias) in words for alias in setting.period.aliases if alias):
        return setting.period.start, setting.period.end
    raise Unplaced(Problem("deadline-period-not-known", {"text": deadline.text}, ("в течение всего периода",)))


def _one_written(deadline: Whole, setting: Setting) -> Stretch:
    """A written year; cut to the period where they overlap, since the plan speaks of no other time."""
    assert deadline.point is not None
    first, last = placed(deadline.point, setting.period, setting.calendar)[0]
    if last < setting.period.start or first > setting.period.end:
        years = range(setting.period.start.year, setting.period.end.year + 1)
        right = tuple(print_deadline(Whole("written", point=in_year(deadline.point, year))) for year in years)
        params = {"text": deadline.text, "point": print_point(deadline.point), "start": setting.period.start,
                  "end": setting.period.end}
        setting.problems.append(Problem("deadline-outside-period", params, right[:1] if len(right) < 3 else right))
    return first, last
