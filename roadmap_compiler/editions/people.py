"""Who answers: one row, or one person replaced everywhere, which is one change."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from roadmap_compiler.editions.units import Unit
from roadmap_compiler.plan.wording import person_key

_QUALIFIED = re.compile(r"^(?P<base>.*?)\s*(?P<qualifier>\([^()]*\))$", re.DOTALL)
_SEPARATOR = re.compile(r"([;\n]\s*|,\s+)")

FEWEST_ROWS = 2
"""In so many rows a person who was replaced is one change and not one a row."""

Row = tuple[Unit, Unit]
Key = tuple[str, ...]


class Replacement(NamedTuple):
    """A person (or a part of a cell) that another one took the place of, and the rows where that happened.

    ``out_of``: of how many rows that named him, where he is still named, or was left out, or somebody else came
    instead; 0 where he was replaced in all of them.
    """

    old: str
    new: str
    rows: tuple[Row, ...]
    out_of: int


def compare_people(rows: Sequence[Row], new_units: Iterable[Unit]) -> tuple[list[Replacement], list[Row]]:
    """People replaced in many rows, each as one replacement, and the rows whose change that does not explain.

    It is one replacement where two rows or more have the same other one instead. Several may take over from one, and
    he may stay in other rows.
    """
    differing = [row for row in rows if row[0].people_keys != row[1].people_keys]
    left = {key for unit in new_units for text in unit.people for key in _keys_within(text)}
    votes: dict[tuple[Key, Key], list[Row]] = defaultdict(list)
    texts: dict[tuple[Key, Key], tuple[str, str]] = {}
    for row in differing:
        for old, new in _candidates(*row):
            pair = (person_key(old), person_key(new))
            if not votes[pair] or votes[pair][-1] is not row:
                votes[pair].append(row)
            texts.setdefault(pair, (old, new))
    replacements: list[Replacement] = []
    own: dict[int, list[Replacement]] = defaultdict(list)  # by row
    taken: set[tuple[int, Key]] = set()  # who of a row is replaced already, and who came for somebody
    explained: set[int] = set()
    for pair in sorted(votes, key=lambda pair: (-len(votes[pair]), -len(pair[0]), pair)):
        free = tuple(row for row in votes[pair] if not {(row[0].at, pair[0]), (-1 - row[1].at, pair[1])} & taken)
        if sum(row[0].at not in explained for row in free) < FEWEST_ROWS:
            continue
        taken.update(key for row in free for key in ((row[0].at, pair[0]), (-1 - row[1].at, pair[1])))
        named = sum(1 for old, _ in rows if any(pair[0] in _keys_within(text) for text in old.people))
        is_complete = pair[0] not in left and named <= len(free)
        replacements.append(Replacement(*texts[pair], free, 0 if is_complete else max(named, len(free))))
        for row in free:
            own[row[0].at].append(replacements[-1])
            if _explains(row, own[row[0].at]):
                explained.add(row[0].at)
    replacements = _whole_rows(replacements, explained)
    own.clear()
    for one in replacements:
        for row in one.rows:
            own[row[0].at].append(one)
    return replacements, [row for row in differing if not _explains(row, own[row[0].at])]


def _whole_rows(replacements: list[Replacement], explained: set[int]) -> list[Replacement]:
    """Who was replaced in some rows only is told of rows where nothing else changed: the others tell it themselves."""
    found = []
    for one in replacements:
        rows = tuple(row for row in one.rows if row[0].at in explained) if one.out_of else one.rows
        if len(rows) >= FEWEST_ROWS:
            found.append(one._replace(rows=rows))
    return found


def _candidates(old: Unit, new: Unit) -> list[tuple[str, str]]:
    """Who may have taken whose place in one row."""
    new_keys, old_keys = set(new.people_keys), set(old.people_keys)
    gone = [text for text in old.people if person_key(text) not in new_keys]
    came = [text for text in new.people if person_key(text) not in old_keys]
    found = []
    for one in gone:
        for other in came:
            base, qualifier = _qualified(one)
            other_base, other_qualifier = _qualified(other)
            if person_key(qualifier) == person_key(other_qualifier):
                found.append((base, other_base))
            parts, other_parts = _parts(one), _parts(other)
            keys, other_keys = set(map(person_key, parts)), set(map(person_key, other_parts))
            part_gone = [part for part in parts if person_key(part) not in other_keys]
            part_came = [part for part in other_parts if person_key(part) not in keys]
            if len(part_gone) == len(part_came) == 1 and len(parts) + len(other_parts) > 2:
                found.append((part_gone[0], part_came[0]))
    return found


def _explains(row: Row, replacements: Sequence[Replacement]) -> bool:
    """Whether the old people with the replacements made are the new ones."""
    texts = [replace_people(text, replacements) for text in row[0].people]
    return set(map(person_key, texts)) == set(row[1].people_keys)


def replace_people(text: str, replacements: Sequence[Replacement]) -> str:
    """One printed text of people with the replacements made in it."""
    base, qualifier = _qualified(text)
    for one in replacements:
        key = person_key(one.old)
        if person_key(base) == key:
            return f"{one.new} {qualifier}".strip()
        pieces = _SEPARATOR.split(text)
        if any(person_key(piece) == key for piece in pieces[::2]):
            pieces[::2] = [one.new if person_key(piece) == key else piece for piece in pieces[::2]]
            text = "".join(pieces)
            base, qualifier = _qualified(text)
    return text


def _qualified(text: str) -> tuple[str, str]:
    match = _QUALIFIED.match(text)
    return (match["base"], match["qualifier"]) if match else (text, "")


def _parts(text: str) -> list[str]:
    return _SEPARATOR.split(text)[::2]


def _keys_within(text: str) -> list[Key]:
    """The keys of everybody whom a printed text may name."""
    base, _ = _qualified(text)
    return [person_key(text), person_key(base), *map(person_key, _parts(text))]
