"""Comparisons of editions made at random, against the list of the changes that made them; and time."""

from __future__ import annotations

import time

import pytest

from roadmap_compiler.compiler import compile_bytes
from roadmap_compiler.editions.changes import Change
from roadmap_compiler.editions.comparing import compare
from tests.editions.mutations import ROADMAPS, Truth, make

NAMES = ("school-14-kemerovo-2021-2022", "ddt-gorbatov-2021", "centr-tvorchestva-2021", "kirov-oo-template")


def is_told(true: Truth, change: Change) -> bool:
    titles = [place.title.replace("\u00a0", " ") for place in (*change.new_places, *change.old_places)]
    return change.kind == true.kind and true.title.replace("\u00a0", " ") in titles


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("seed", range(8))
def test_what_was_changed_is_told_and_nothing_else(name: str, seed: int) -> None:
    made = make(name, seed, 5 + 2 * seed)
    changes = compare(made.old, made.new).real
    told: set[int] = set()
    for true in made.truth:  # one person who came instead of another in several rows is one change
        found = next((at for at, change in enumerate(changes) if is_told(true, change)
                      and (at not in told or change.everywhere)), None)
        assert found is not None, true
        told.add(found)
    assert [(change.kind, change.old, change.new) for at, change in enumerate(changes) if at not in told] == []


def many(year: int, rewritten: int) -> bytes:
    """A plan of a thousand activities; every ``rewritten``-th title has other words."""
    words = (ROADMAPS / "school-14-kemerovo-2021-2022.yaml").read_text(encoding="utf-8")
    titles = [line.split(": ", 1)[1] for line in words.splitlines() if line.strip().startswith("- название: П")]
    out = [f"название: План\nпериод: {year}/{year + 1} учебный год\nэтапы:"]
    for stage in range(50):
        out.append(f"  - название: Этап {stage}\n    мероприятия:")
        for number in range(20):
            title = f"{titles[(stage * 20 + number) % len(titles)]} в группе {stage} смены {number}"
            if rewritten and (stage * 20 + number) % rewritten == 0:
                title = "Ежегодное обновлённое " + title.lower()
            out.append(f"      - название: {title}\n        срок: октябрь {year}\n        ответственный: Куратор")
    return ("\n".join(out) + "\n").encode()


@pytest.mark.parametrize("rewritten", [0, 10, 1])
def test_a_thousand_activities_take_less_than_ten_readings(rewritten: int) -> None:
    start = time.process_time()
    old, new = compile_bytes(many(2021, 0), "a.yaml").plan, compile_bytes(many(2022, rewritten), "b.yaml").plan
    read = time.process_time() - start
    assert old is not None and new is not None
    start = time.process_time()
    changes = compare(old, new).changes
    assert time.process_time() - start < 10 * read
    assert [change.kind for change in changes] == ["shifted", *["title"] * (1000 // rewritten if rewritten else 0)]
