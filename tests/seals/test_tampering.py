"""An altered document is never taken for what was built, and what was done to it is told by name."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmap_compiler.documents.package import EMPTY, added, pack, package_bytes, read_members
from roadmap_compiler.messages import seals as words
from roadmap_compiler.seals.dresses import Kind
from roadmap_compiler.seals.verifying import verify
from tests.seals.known import FILES, STATES, built, candidate, plan_of, verified
from tests.seals.unreadable import UNREADABLE
from tests.seals.ways import WAYS, Way, other


@lru_cache
def approved() -> bytes:
    return other("2022")


def test_there_are_many_ways() -> None:
    names = [way.name for way in (*WAYS, *UNREADABLE)]
    assert len(set(names)) == len(names) >= 40


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.name)
def test_an_alteration_is_named(way: Way) -> None:
    altered = way.alter(approved())
    assert altered != approved()
    result = verified(altered)
    assert result.outcome == "altered", result
    told = [one.code for one in result.differences]
    assert set(way.told) <= set(told), result.differences
    assert all(code in words.RU and code in words.EN for code in told)


@pytest.mark.parametrize("way", UNREADABLE, ids=lambda way: way.name)
def test_what_cannot_be_read_is_named(way: Way) -> None:
    result = verified(way.alter(approved()))
    assert (result.outcome, result.refusal) == ("unreadable", way.told[0])
    assert result.refusal in words.RU


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_was_built_is_unchanged(path: Path, state: Kind) -> None:
    known = [candidate(plan_of(one), state) for one in FILES]
    result = verify(built(plan_of(path), state), known)
    assert (result.outcome, known[result.candidate].plan, result.kind) == ("unchanged", plan_of(path), state)


@settings(max_examples=800, deadline=None)
@given(st.data())
def test_flipped_bytes_never_pass(data: st.DataObject) -> None:
    document = bytearray(approved())
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(document) - 1))
        document[at] ^= data.draw(st.integers(1, 255))
    if bytes(document) != approved():
        assert verified(bytes(document)).outcome != "unchanged"


@settings(max_examples=500, deadline=None)
@given(st.data())
def test_cut_and_pasted_bytes_never_pass(data: st.DataObject) -> None:
    document = approved()
    start = data.draw(st.integers(0, len(document)))
    end = data.draw(st.integers(start, len(document)))
    put = data.draw(st.binary(max_size=50))
    altered = document[:start] + put + document[end:]
    if altered != document:
        assert verified(altered).outcome != "unchanged"


@settings(max_examples=400, deadline=None)
@given(st.binary(max_size=300), st.sampled_from([b"", b"PK\3\4", b"PK\5\6", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"]))
def test_any_bytes_are_only_unreadable(tail: bytes, head: bytes) -> None:
    assert verified(head + tail).outcome == "unreadable"


def test_a_document_packed_by_another_zlib_is_unchanged() -> None:
    members = [pack(member.name, member.data, level=1) for member in read_members(approved())]
    document = package_bytes(added(EMPTY, members))
    assert document != approved()
    assert verified(document).outcome == "unchanged"


def test_bits_that_unpacking_does_not_read_are_told() -> None:
    """The bits behind the end of a deflated part mean nothing and are not for anybody to use."""
    members = read_members(approved())
    at = next(at for at, member in enumerate(members) if member.method)
    packed = members[at].packed
    for bit in range(8):
        members[at] = members[at]._replace(packed=packed[:-1] + bytes([packed[-1] ^ (1 << bit)]))
        assert verified(package_bytes(added(EMPTY, members))).outcome != "unchanged"
