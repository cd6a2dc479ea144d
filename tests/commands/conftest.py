from __future__ import annotations

from pathlib import Path

import pytest

from tests.approvals.desk import Desk
from tests.commands.papers import SIGNING, build


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A roadmap for signing, and its documents."""
    folder = tmp_path / "roadmaps"
    folder.mkdir()
    desk = Desk(folder)
    desk.put(SIGNING)
    build(desk)
    return desk
