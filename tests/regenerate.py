"""Makes every generated file of the project anew: ``python -m tests.regenerate``, or ``make regenerate``.

Each room makes its own files; here they are only listed, in the order in which one needs another.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from roadmap_compiler.documents.package import read_members

PROJECT = Path(__file__).parent.parent
_PACKAGE = Path("roadmap_compiler")


class Generated(NamedTuple):
    """A file, its path counted from the project, and what should stand in it."""

    path: Path
    data: bytes

    def is_fresh(self) -> bool:
        """Whether it stands so on the disk. A DOCX is compared part by part: its packed bytes depend on zlib."""
        place = PROJECT / self.path
        if not place.is_file():
            return False
        if self.path.suffix == ".docx":
            return _parts(place.read_bytes()) == _parts(self.data)
        return place.read_bytes() == self.data


def generated() -> Iterator[Generated]:
    """Every generated file, one by one: a file may be made from those before it, which must be written first."""
    yield from _deadlines()
    yield from _schemas()
    yield from _templates()
    yield from _manual()


def _deadlines() -> Iterator[Generated]:
    from roadmap_compiler.deadlines.regenerate import days_off, parse_tables
    from tests.deadlines.page import PAGE, page

    folder = _PACKAGE / "deadlines"
    grammar = (PROJECT / folder / "grammar.lark").read_text(encoding="utf-8")
    yield _text(folder / "tables.py", parse_tables(grammar))
    yield _text(folder / "days_off.py", days_off())
    yield _text(PAGE.relative_to(PROJECT), page())


def _schemas() -> Iterator[Generated]:
    from roadmap_compiler.model.schema import schema_text

    yield _text(Path("schemas") / "roadmap.schema.json", schema_text("ru"))
    yield _text(Path("schemas") / "roadmap.en.schema.json", schema_text("en"))


def _templates() -> Iterator[Generated]:
    from roadmap_compiler.calendars.drawing import DRAWN, precompiled
    from roadmap_compiler.documents.drawing import draw
    from roadmap_compiler.documents.precompiling import FOLDER, modules
    from roadmap_compiler.documents.word_file import SHEETS

    for sheet in SHEETS:
        yield Generated(Path("templates") / f"{sheet.name}.docx", draw(sheet))
    for file, draw_calendar in DRAWN.items():
        yield Generated(Path("templates") / file, draw_calendar())
    for name, text in modules().items():
        yield _text(_PACKAGE / "documents" / FOLDER.name / name, text)
    for name, text in precompiled().items():
        yield _text(_PACKAGE / "calendars" / "precompiled" / name, text)


def _manual() -> Iterator[Generated]:
    from roadmap_compiler import manual
    from roadmap_compiler.rules.manual import manual_text

    yield _text(Path("docs") / "правила.md", manual_text())
    yield _text(Path("docs") / "ошибки.md", manual.manual_text())


def _text(path: Path, text: str) -> Generated:
    return Generated(path, text.encode("utf-8"))


def _parts(package: bytes) -> list[tuple[str, bytes]]:
    return [(member.name, member.data) for member in read_members(package)]


def main() -> None:
    """Write what is not fresh, and name it."""
    for file in generated():
        if not file.is_fresh():
            (PROJECT / file.path).write_bytes(file.data)
            print(file.path.as_posix())


if __name__ == "__main__":
    main()
