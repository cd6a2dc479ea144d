"""Changes made at random inside the parts of a document: never taken for what was built, never too much to compare."""

from __future__ import annotations

import random
import time
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.seals.known import verified
from tests.seals.packages import DOCUMENT, packed, parts_of, with_rows
from tests.seals.ways import other

APPROVED = other("2022")
NAMES = sorted(parts_of(APPROVED))


@settings(max_examples=120, deadline=None)
@given(st.sampled_from(NAMES), st.data())
def test_flipped_bytes_of_a_part_never_pass(name: str, data: st.DataObject) -> None:
    parts = parts_of(APPROVED)
    part = bytearray(parts[name])
    for _ in range(data.draw(st.integers(1, 3))):
        part[data.draw(st.integers(0, len(part) - 1))] ^= data.draw(st.integers(1, 255))
    if bytes(part) != parts[name]:
        result = verified(packed(parts | {name: bytes(part)}))
        assert result.outcome in ("altered", "unreadable"), result
        assert result.differences or result.refusal


@pytest.mark.parametrize("seed", range(150))
def test_elements_removed_doubled_and_moved_never_pass(seed: int) -> None:
    """Any element of any part: taken away, put twice, put elsewhere, or its attributes changed."""
    chance = random.Random(seed)
    parts = parts_of(APPROVED)
    name = chance.choice([one for one in NAMES if one.startswith("word/")] + [DOCUMENT] * 8)
    root = ElementTree.fromstring(parts[name])
    parents = [element for element in root.iter() if len(element)]
    for _ in range(chance.randint(1, 3)):
        parent = chance.choice(parents)
        if not len(parent):
            continue
        child = chance.choice(list(parent))
        kind = chance.choice(("remove", "double", "move", "text", "attribute"))
        if kind == "remove":
            parent.remove(child)
        elif kind == "double":
            parent.insert(chance.randint(0, len(parent)), child)
        elif kind == "move":
            parent.remove(child)
            chance.choice(parents).append(child)
        elif kind == "text":
            child.text = (child.text or "") + chance.choice(("не ", "1", "\u200b"))
        else:
            child.set(chance.choice([*child.attrib, "x"]), "7")
    altered = ElementTree.tostring(root, xml_declaration=True, encoding="UTF-8")
    result = verified(packed(parts | {name: altered}))
    assert result.outcome in ("altered", "unreadable"), result
    assert result.differences or result.refusal


def test_many_equal_rows_are_compared_in_seconds() -> None:
    altered = with_rows(lambda rows: rows[:2] + [rows[4]] * 5_000)(APPROVED)
    start = time.process_time()
    assert verified(altered).outcome == "altered"
    assert time.process_time() - start < 20


def test_a_paragraph_of_a_million_letters_is_compared_in_seconds() -> None:
    parts = parts_of(APPROVED)
    parts[DOCUMENT] = parts[DOCUMENT].replace("до 30.12.2022".encode(), ("до 30.12.2022 " * 70_000).encode(), 1)
    start = time.process_time()
    assert verified(packed(parts)).outcome in ("altered", "unreadable")
    assert time.process_time() - start < 20
