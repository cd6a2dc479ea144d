"""Who answers for which lines of the agenda, and who watches over all of them."""

from __future__ import annotations

from typing import NamedTuple

from roadmap_compiler.calendars.agenda import Agenda
from roadmap_compiler.plan.people import Who, print_person
from roadmap_compiler.plan.plan import Plan
from roadmap_compiler.plan.typography import set_spaces

NOBODY = ""
"""The key of the lines that nobody is written for."""


class Person(NamedTuple):
    """Somebody with a share of the agenda.

    ``key`` is that of «люди»; who is written as a text only has the text for a key. ``watches`` is told of those who
    have the whole agenda, beside what they do themselves.
    """

    key: str
    name: str
    agenda: Agenda
    watches: bool = False


def people_of(plan: Plan, agenda: Agenda) -> tuple[Person, ...]:
    """Everybody with the lines that are theirs, in the order of «люди», then those written as texts, then `NOBODY`.

    Lines of a group are its members'; a line of several people is in the share of each. Who is named in
    «календарь: следят» has all lines.
    """
    shares = _shares(plan, agenda)
    people = plan.roadmap.people
    watching = [key for key in plan.watching if key not in people or not people[key].members]
    order = [key for key in people if key in shares or key in watching]
    order += [key for key in dict.fromkeys((*shares, *watching)) if key not in people and key != NOBODY]
    if NOBODY in shares:
        order.append(NOBODY)
    return tuple(Person(key, name_of(plan, key), agenda if key in watching else agenda.of(frozenset(shares[key])),
                        key in watching) for key in order)


def name_of(plan: Plan, key: str) -> str:
    """How the document calls somebody; "" for `NOBODY`."""
    person = plan.roadmap.people.get(key)
    return set_spaces(print_person(person, plan.roadmap.table.persons or "") or key) if person else key


def answering(plan: Plan, index: int) -> tuple[Who, ...]:
    """Who is written for an entry; a part of an activity for which nobody is written is its activity's."""
    while index >= 0:
        entry = plan.entries[index]
        if entry.responsible:
            return entry.responsible
        index = entry.parent
    return ()


def _shares(plan: Plan, agenda: Agenda) -> dict[str, set[int]]:
    """The entries of each person that are lines of the agenda."""
    lines = agenda.entries()
    shares: dict[str, set[int]] = {}
    for index in sorted(lines):
        keys = [key for who in answering(plan, index) for key in _persons(plan, who)]
        for key in keys:
            shares.setdefault(key, set()).add(index)
    for index, entry in enumerate(plan.entries):  # who does a part that is no line of its own is told of the whole
        if index not in lines:
            whole = _line_around(plan, index, lines)
            for who in entry.responsible if whole >= 0 else ():
                for key in _persons(plan, who):
                    shares.setdefault(key, set()).add(whole)
    taken = set().union(*shares.values()) if shares else set()
    if lines - taken:
        shares[NOBODY] = set(lines - taken)
    return shares


def _line_around(plan: Plan, index: int, lines: frozenset[int]) -> int:
    """The nearest line of the agenda that an entry is a part of, -1 where there is none."""
    while index >= 0 and index not in lines:
        entry = plan.entries[index]
        index = entry.parent if entry.parent >= 0 else entry.stage
    return index


def _persons(plan: Plan, who: Who) -> tuple[str, ...]:
    """The people behind one entry of «ответственный»: a group is its members, if it has any."""
    if not who.key:
        return (who.text,)
    return tuple(key for key in who.people if not plan.roadmap.people[key].members)
