"""Ten plans of other shapes, each written before any rule was run on it: nobody is told of a mistake that is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from roadmap_compiler.compiler import compile_bytes
from roadmap_compiler.rules.profiles import PROFILES

PLANS = sorted((Path(__file__).parent / "plans").glob("*.yaml"))


def test_there_are_ten_plans() -> None:
    assert len(PLANS) >= 10


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_a_plan_that_people_rightly_sign_has_no_errors_and_no_warnings(path: Path) -> None:
    compilation = compile_bytes(path.read_bytes(), path.name)
    assert compilation.plan is not None
    grave = [finding for finding in compilation.findings if finding.severity != "info"]
    assert grave == []


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_even_the_strict_profile_finds_no_error(path: Path) -> None:
    assert "строгий" in PROFILES
    compilation = compile_bytes(path.read_bytes(), path.name, profile="строгий")
    assert not compilation.has_errors, compilation.findings
