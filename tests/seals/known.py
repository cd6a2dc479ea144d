"""The roadmaps of the checkout as they are known to a verification, and documents built of them."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from roadmap_compiler.compiler import read_plan
from roadmap_compiler.documents.compiling import compile_document
from roadmap_compiler.plan.plan import Plan
from roadmap_compiler.seals.candidate import Candidate
from roadmap_compiler.seals.content import seal_of
from roadmap_compiler.seals.dresses import Kind, dress_of
from roadmap_compiler.seals.verifying import Verification, verify

FOLDER = Path(__file__).parents[2] / "roadmaps"
FILES = tuple(sorted(FOLDER.glob("*.yaml")))
STATES: tuple[Kind, ...] = ("draft", "signing", "approved")
ALLOWED: dict[Kind, tuple[Kind, ...]] = {
    "draft": ("draft",), "signing": ("signing", "draft"), "approved": ("approved", "draft"),
}
"""The documents that may be about of a roadmap in each state."""


@lru_cache
def plan_of(path: Path) -> Plan:
    """The plan of a roadmap's file."""
    plan = read_plan(path.read_bytes(), path.as_posix()).plan
    assert plan is not None
    return plan


def built(plan: Plan, kind: Kind, version: str = "0.1.0") -> bytes:
    """The document of a plan in a state."""
    document, findings = compile_document(plan, dress_of(plan, kind, version, seal_of(plan)))
    assert document is not None, findings
    return document


def candidate(plan: Plan, state: Kind) -> Candidate:
    """A roadmap in a state."""
    return Candidate(plan, ALLOWED[state], seal_of(plan) if state == "approved" else "")


@lru_cache
def all_approved() -> tuple[Candidate, ...]:
    """Every roadmap of the checkout, as if each were approved."""
    return tuple(candidate(plan_of(path), "approved") for path in FILES)


def verified(document: bytes) -> Verification:
    """What a document is, all roadmaps being approved."""
    return verify(document, all_approved())


def codes(document: bytes) -> list[str]:
    """The codes of all its differences."""
    return [one.code for one in verified(document).differences]
