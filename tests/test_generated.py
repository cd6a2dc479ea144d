"""No generated file is stale. Mend with ``make regenerate``."""

from __future__ import annotations

from tests.regenerate import PROJECT, generated


def test_every_generated_file_is_what_its_room_makes() -> None:
    stale = [made.path.as_posix() for made in generated() if not made.is_fresh()]
    assert stale == [], "run make regenerate"


def test_no_file_of_the_generated_folders_is_forgotten() -> None:
    listed = {PROJECT / made.path for made in generated()}
    for folder in ("schemas", "templates"):
        found = {path for path in (PROJECT / folder).iterdir() if path.suffix in (".json", ".docx")}
        assert found
        assert found <= listed
