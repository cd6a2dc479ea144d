"""What the page of the manual shows is what the program prints."""

from __future__ import annotations

from pathlib import Path

from roadmap_compiler.editions.as_text import as_text
from roadmap_compiler.editions.comparing import compare
from tests.editions.truth import plan_at

TOP = Path(__file__).parents[2]


def test_the_comparison_in_the_manual_is_fresh() -> None:
    page = (TOP / "docs" / "сравнение.md").read_text(encoding="utf-8")
    block = page.split("$ roadmap diff roadmaps/ddt-gorbatov-2021.yaml roadmaps/ddt-gorbatov-2022.yaml\n")[1]
    plans = [plan_at(TOP / "roadmaps" / f"ddt-gorbatov-{year}.yaml") for year in (2021, 2022)]
    assert block.split("\n```")[0] == as_text(compare(*plans), "ru")


def test_the_pictures_are_there() -> None:
    page = (TOP / "docs" / "сравнение.md").read_text(encoding="utf-8")
    names = [part.split(")")[0] for part in page.split("](")[1:] if part.startswith("pictures/")]
    assert len(names) == 3
    assert all((TOP / "docs" / name).is_file() for name in names)
