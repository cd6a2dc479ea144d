"""Names of people in a text: a surname with two initials on either side of it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_SURNAME = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?\b"
_INITIALS = r"[А-ЯЁ]\.\s?[А-ЯЁ]\."
_NAME = (
    # «Директор И.Е. Косарева»: the initials belong to the surname behind them unless that one has its own
    rf"(?<![А-ЯЁа-яё.-])(?:(?P<before>{_SURNAME})\s(?P<after_it>{_INITIALS})(?!\s?{_SURNAME}(?!\s{_INITIALS}))"
    rf"|(?P<before_it>{_INITIALS})\s?(?P<after>{_SURNAME}))"
)
_ENDING = "(?:ого|его|ому|ему|ыми|ими|ой|ей|ий|ый|ая|яя|ую|юю|ою|ею|ым|им|ом|ем|[аяуюыие])$"


class Name(NamedTuple):
    """A person as a text names one: the surname, the initials without stops, and the stretch of the text."""

    surname: str
    stem: str
    """The surname without its ending, «ё» and capitals: the same in every case and for husband and wife."""
    initials: str
    start: int
    end: int


@lru_cache(maxsize=512)
def names_in(text: str) -> tuple[Name, ...]:
    """Every name of a text in its order. Several rules ask for those of the same texts."""
    if "." not in text:
        return ()
    found = []
    for match in re.finditer(_NAME, text):
        surname = match["before"] or match["after"]
        initials = match["after_it"] or match["before_it"]
        stem = re.sub(_ENDING, "", surname.lower().replace("ё", "е"))
        found.append(Name(surname, stem, re.sub(r"[.\s]", "", initials), match.start(), match.end()))
    return tuple(found)


def is_near(one: str, other: str) -> bool:
    """Whether two stems of surnames, long enough to tell, differ by one letter that is wrong, missing or too many."""
    if min(len(one), len(other)) < 4 or abs(len(one) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    rest, other_rest = one[start:], other[start:]
    return rest[1:] == other_rest[1:] or rest[1:] == other_rest or rest == other_rest[1:]
