"""Whatever stands in a file: no exception, no hang, and every finding has a place in it and words in both languages."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz import ROADMAPS, broken_promise, damaged

KEPT = sorted((Path(__file__).parent / "data" / "fuzz").glob("*.yaml"))
TEXTS = [path.read_text(encoding="utf-8") for path in ROADMAPS]
YAML_ALPHABET = st.sampled_from(list(":#-\"'[]{}|>@`%&*!,? \t\n\r\u00a0\u200b—«»а1.\\\ufeff")) | st.sampled_from(
    ["название: ", "срок: ", "мероприятия:\n", "  - ", "\n    ", "люди:\n", "период: 2021\n", ": ", " #"])
LIMIT = settings(deadline=None, max_examples=150, suppress_health_check=list(HealthCheck))


@LIMIT
@given(st.binary(max_size=300))
def test_any_bytes(data: bytes) -> None:
    assert broken_promise(data) == ""


@LIMIT
@given(st.lists(YAML_ALPHABET, max_size=40).map("".join))
def test_any_text_of_the_signs_of_yaml(text: str) -> None:
    assert broken_promise(text.encode("utf-8", "replace")) == ""


@LIMIT
@given(st.integers(0, 2**32))
def test_damaged_roadmaps(seed: int) -> None:
    assert broken_promise(damaged(random.Random(seed), TEXTS)) == ""


def test_there_are_roadmaps_and_kept_cases() -> None:
    assert len(TEXTS) >= 5
    assert KEPT


@pytest.mark.parametrize("path", KEPT, ids=lambda path: path.stem)
def test_what_was_found_once_stays_mended(path: Path) -> None:
    assert broken_promise(path.read_bytes()) == ""


@pytest.mark.parametrize("text", [
    "[" * 20_000, "- " * 20_000, '"' * 20_000, "а: б: в\n" * 3_000, "а: б #5\n" * 3_000, "слово\n" * 20_000,
    "название: " + "а: " * 20_000, "\x01" * 50_000, "название: а\n" * 3_000,
    "".join(" " * depth + "а:\n" for depth in range(1_000)), "\t" * 20_000, "<<<<<<<\n" * 5_000, "---\n" * 5_000,
], ids=["brackets", "hyphens", "quotes", "colons", "hashes", "words", "a long line", "controls", "duplicates",
        "depth", "tabs", "conflicts", "dividers"])
def test_much_of_one_thing_does_not_hang(text: str) -> None:
    start = time.perf_counter()
    assert broken_promise(text.encode()) == ""
    assert time.perf_counter() - start < 20
