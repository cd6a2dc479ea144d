"""Papers that are accepted besides the approved document itself: nothing altered passes as one of them.

The roadmap of «ДДТ г. Горбатов» for 2022, approved by an act and amended by another; all ways to alter a document are
tried on what was printed before the approval, on the earlier edition, on stamped copies and on calendars.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmap_compiler.commands.outputs import printed_calendar
from roadmap_compiler.compiler import read_plan
from roadmap_compiler.plan.plan import Plan
from roadmap_compiler.publishing import Copies, stamp
from roadmap_compiler.seals.candidate import Candidate
from roadmap_compiler.seals.content import seal_of
from roadmap_compiler.seals.verifying import Verification, verify
from tests.publishing.samples import signer
from tests.seals.known import FOLDER, built
from tests.seals.packages import parts_of
from tests.seals.ways import WAYS, Way

PATH = FOLDER / "ddt-gorbatov-2022.yaml"
ACT = "    акт: приказ\n    номер: 10-р\n    дата: 09.02.2022\n"
LATER = "    редакции:\n      - {акт: приказ, номер: 21, дата: 15.03.2022}\n"


def plan(text: str) -> Plan:
    found = read_plan(text.encode(), PATH.as_posix()).plan
    assert found is not None
    return found


@lru_cache
def texts() -> tuple[str, str, str]:
    """The roadmap before its approval, approved, and amended with another deadline."""
    before = PATH.read_text(encoding="utf-8")
    head, date, rest = before.rpartition("    дата: 2022 г.\n")
    assert date and "до 30.12.2022" in rest
    return before, head + ACT + rest, head + ACT + LATER + rest.replace("до 30.12.2022", "до 20.12.2022", 1)


@lru_cache
def candidates() -> tuple[Candidate, ...]:
    _, first, last = map(plan, texts())
    acts = (first.roadmap.approvals,)
    return (Candidate(last, ("approved", "draft"), seal_of(last), acts=acts, calendar=printed_calendar),
            Candidate(first, ("approved",), seal_of(first), is_earlier=True, calendar=printed_calendar))


@lru_cache
def in_force() -> tuple[Candidate, ...]:
    """As if there had been no amendment."""
    return (candidates()[1]._replace(is_earlier=False, kinds=("approved", "draft")),)


def verified(document: bytes, known: tuple[Candidate, ...]) -> Verification:
    return verify(document, known, Copies(document).of)


@lru_cache
def papers() -> dict[str, tuple[bytes, tuple[Candidate, ...], str]]:
    """Each with the roadmaps that are known, and what it is."""
    before, first, _ = map(plan, texts())
    approved = built(first, "approved")
    return {
        "for signing": (built(before, "signing"), in_force(), "before-approval"),
        "a draft": (built(before, "draft"), in_force(), "before-approval"),
        "an earlier edition": (approved, candidates(), "earlier"),
        "an earlier edition for signing": (built(before, "signing"), candidates(), "earlier"),
        "stamped": (stamp(approved, (signer(),))[0], in_force(), "stamped"),
        "stamped before the approval": (stamp(built(before, "signing"), (signer(),))[0], in_force(), "stamped"),
        "a calendar": (printed_calendar(first, "approved"), in_force(), "unchanged"),
        "a calendar before the approval": (printed_calendar(before, "signing"), in_force(), "before-approval"),
    }


NAMES = ("for signing", "a draft", "an earlier edition", "an earlier edition for signing", "stamped",
         "stamped before the approval", "a calendar", "a calendar before the approval")
PAPERS = 1
"""On so many of them each way is tried; all of them take five minutes."""
GIVEN = ("the mark of a draft removed", "the document for signing given for the approved one",
         "the code under the document of another year", "an older edition given for the present one",
         "the template changed since")
"""Ways that do not alter the document they are given, but take another one."""


def test_the_list_is_whole() -> None:
    assert tuple(papers()) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_each_is_known_for_what_it_is(name: str) -> None:
    document, known, outcome = papers()[name]
    assert verified(document, known).outcome == outcome


def alterations(way: Way) -> Iterator[tuple[str, bytes]]:
    """A way tried on the papers, another one first each time; those that have not what it alters are left out."""
    first = [one.name for one in WAYS].index(way.name) % len(NAMES)
    for name in (*NAMES[first:], *NAMES[:first]):
        document, _, _ = papers()[name]
        try:
            altered = way.alter(document)
        except (AssertionError, ValueError, IndexError, KeyError):
            continue
        if altered != document and not (way.name == "cells merged" and parts_of(altered) == parts_of(document)):
            yield name, altered


@pytest.mark.parametrize("way", [way for way in WAYS if way.name not in GIVEN], ids=lambda way: way.name)
def test_no_alteration_passes(way: Way) -> None:
    for name, altered in islice(alterations(way), PAPERS):
        result = verified(altered, papers()[name][1])
        assert (result.outcome, bool(result.differences)) == ("altered", True), (name, result)


def test_nearly_all_ways_are_tried() -> None:
    """What alters the very code of the approved document has nothing to alter here."""
    untried = [way.name for way in WAYS if way.name not in GIVEN and not any(alterations(way))]
    assert all("code" in name for name in untried), untried


@settings(max_examples=25, deadline=None)
@given(st.sampled_from(NAMES), st.data())
def test_flipped_bytes_never_pass(name: str, data: st.DataObject) -> None:
    document, known, _ = papers()[name]
    changed = bytearray(document)
    for _ in range(data.draw(st.integers(1, 3))):
        changed[data.draw(st.integers(0, len(changed) - 1))] ^= data.draw(st.integers(1, 255))
    if bytes(changed) != document:
        assert verified(bytes(changed), known).outcome in ("altered", "unknown", "unreadable")
