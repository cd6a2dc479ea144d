"""The tables of phrases: tests/data/deadlines-*.tsv, and the periods they are read in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from roadmap_compiler.deadlines import Anchors, Occurrence, Period, read_period, same_name

DATA = Path(__file__).parent.parent / "data"


class Row(NamedTuple):
    """One phrase of a table and its cells, with the heading it stands under."""

    heading: str
    phrase: str
    cells: tuple[str, ...]


def rows(name: str) -> Iterator[Row]:
    """The phrases of a table in order."""
    heading = ""
    for line in (DATA / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            heading = line[3:]
        elif line and not line.startswith("# "):
            phrase, *cells = line.split("\t")
            yield Row(heading, phrase, (*cells, "", "", "", "", ""))


def _days(text: str) -> tuple[date, date]:
    first, _, last = text.partition("/")
    return date.fromisoformat(first), date.fromisoformat(last)


_TERMS = {
    "quarter": "2021-09-01/2021-10-29 2021-11-08/2021-12-28 2022-01-10/2022-03-23 2022-04-01/2022-05-31",
    "half": "2021-09-01/2021-12-28 2022-01-10/2022-05-31",
    "trimester": "2021-09-01/2021-11-21 2021-11-22/2022-02-20 2022-02-28/2022-05-31",
    "module": "2021-09-01/2021-10-08 2021-10-18/2021-11-19 2021-11-29/2021-12-28 2022-01-10/2022-02-18 "
              "2022-02-28/2022-05-31",
}
_VACATIONS = {"autumn": "2021-10-30/2021-11-07", "winter": "2021-12-29/2022-01-09", "spring": "2022-03-24/2022-03-31",
              "summer": "2022-06-01/2022-08-31"}
_SHORT = {"У": "2021/2022 учебный год", "Т": "2021/2022 учебный год", "К": "2021 год", "Л": "2021–2024 годы"}


def period(text: str) -> Period:
    """The period of a cell: a letter of the table's heading or the words of a period."""
    found, problems = read_period(_SHORT.get(text, text))
    assert found is not None, problems
    if text == "Т":
        found = found._replace(
            terms={name: tuple(map(_days, days.split())) for name, days in _TERMS.items()},
            vacations={name: _days(days) for name, days in _VACATIONS.items()},
            events={"Педсовет": date(2021, 11, 10)},
        )
    return found


def anchors(text: str) -> Anchors:
    """What relative deadlines count from: only the period Т declares an approval and an activity."""
    if text != "Т":
        return Anchors()

    def lookup(name: str) -> tuple[date, date] | None:
        known = name == "1.1" or same_name(name, "Стартовая конференция")
        return (date(2021, 10, 5), date(2021, 10, 7)) if known else None

    return Anchors(approved=date(2021, 9, 10), start=date(2021, 9, 1), lookup=lookup)


def written_days(cell: str) -> tuple[int, list[tuple[date, date]]]:
    """How many occurrences a cell states, and those it names (all, or the first and the last)."""
    count, colon, rest = cell.partition(": ")
    if colon:
        return int(count), [_stretch(one) for one in rest.split(" … ")]
    named = [] if cell == "-" else [_stretch(one) for one in cell.split()]
    return len(named), named


def _stretch(text: str) -> tuple[date, date]:
    if "/" in text:
        return _days(text)
    if len(text) == 7:
        first = date.fromisoformat(text + "-01")
        return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return date.fromisoformat(text), date.fromisoformat(text)


def shown_days(occurrences: tuple[Occurrence, ...], named: int) -> list[tuple[date, date]]:
    """The occurrences to compare with the named ones."""
    days = [(one.start, one.end) for one in occurrences]
    return days if named == len(days) or named != 2 else [days[0], days[-1]]
