"""Whole reports as a person sees them. ``python -m tests.test_reports_whole`` writes them anew, to be read by eye."""

from __future__ import annotations

from pathlib import Path

import pytest

from roadmap_compiler.commands.check import show_compilation
from roadmap_compiler.commands.showing import summary
from roadmap_compiler.compiler import compile_bytes
from roadmap_compiler.messages import Language

HERE = Path(__file__).parent
FOLDER = HERE / "reports"

FROM_ERR = (
    "tab-block-of-lines", "colon-in-title", "glued-deadline", "glued-dash-all", "quotes-inside-institution",
    "quote-open-before-another", "text-between-quotes", "sign-bracket-title", "hash-number-sign", "torn-title",
    "nbsp-indent", "em-dash-all-items", "indent-of-item", "no-dash-left", "merge-conflict", "duplicate-deadline",
    "latin-letters", "layout-title", "empty-deadline", "misplaced-root", "unknown-person-near",
)


def sources() -> dict[str, tuple[Path, Language]]:
    """Every report by its name: the roadmap it is about, and its language."""
    found: dict[str, tuple[Path, Language]] = {name: (HERE / "err" / f"{name}.yaml", "ru") for name in FROM_ERR}
    for path in sorted(FOLDER.glob("*.yaml")):
        found[path.stem] = (path, "en" if path.stem == "english" else "ru")
    return found


def report(path: Path, language: Language) -> str:
    """What ``roadmap check`` shows for one file."""
    data = path.read_bytes()
    compilation = compile_bytes(data, path.name)
    lines = show_compilation(compilation, data, language)
    return "\n".join([*lines, summary(list(compilation.findings), 1, compilation.silenced, language)]) + "\n"


def test_there_are_reports() -> None:
    assert len(sources()) >= 20
    assert {path.stem for path in FOLDER.glob("*.txt")} == set(sources())


@pytest.mark.parametrize("name", sorted(sources()))
def test_the_report_is_as_it_was_read(name: str) -> None:
    path, language = sources()[name]
    assert report(path, language) == (FOLDER / f"{name}.txt").read_text(encoding="utf-8")


def main() -> None:
    """Write every report."""
    for name, (path, language) in sources().items():
        (FOLDER / f"{name}.txt").write_text(report(path, language), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
