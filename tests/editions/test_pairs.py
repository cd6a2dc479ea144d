"""Precision and recall: every pair of editions against the list of its true changes, written before any output."""

from __future__ import annotations

import pytest

from roadmap_compiler.editions.as_json import as_json
from roadmap_compiler.editions.as_text import as_text
from roadmap_compiler.editions.comparing import compare
from tests.editions.truth import PAIRS, comparison_of, misses_and_false, plan_at, true_changes

NAMES = sorted(path.name for path in PAIRS.iterdir())


@pytest.mark.parametrize("name", NAMES)
def test_every_true_change_is_told_and_nothing_else(name: str) -> None:
    missed, false = misses_and_false(true_changes(name), comparison_of(name).changes)
    assert missed == []
    assert [(change.kind, change.old, change.new) for change in false] == []


@pytest.mark.parametrize("name", NAMES)
def test_the_text_is_no_longer_than_the_changes_and_three_lines(name: str) -> None:
    comparison = comparison_of(name)
    assert len(as_text(comparison, "ru").splitlines()) <= len(comparison.changes) + 3


@pytest.mark.parametrize("name", NAMES)
def test_an_edition_does_not_differ_from_itself(name: str) -> None:
    for side in ("old.yaml", "new.yaml"):
        plan = plan_at(PAIRS / name / side)
        assert compare(plan, plan).changes == ()


@pytest.mark.parametrize("name", NAMES)
def test_fingerprints_are_those_of_the_change_and_differ(name: str) -> None:
    changes = as_json(comparison_of(name), "ru")["changes"]
    prints = [change["fingerprint"] for change in changes]
    assert len(set(prints)) == len(prints)
    assert prints == [change["fingerprint"] for change in as_json(comparison_of(name), "en")["changes"]]


@pytest.mark.parametrize("name", [name for name in NAMES if name != "formerly"])  # «прежде» looks back only
def test_backwards_what_was_added_is_removed(name: str) -> None:
    there = comparison_of(name)
    back = compare(there.new, there.old)
    turned = {"added": "removed", "removed": "added", "split": "merged", "merged": "split"}
    assert (sorted((turned[change.kind], *change.old, *change.new) for change in there.changes if change.kind in turned)
            == sorted((change.kind, *change.new, *change.old) for change in back.changes if change.kind in turned))
