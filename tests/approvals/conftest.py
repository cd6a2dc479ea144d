from __future__ import annotations

from pathlib import Path

import pytest

from tests.approvals.desk import TEXT, Desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A desk with one draft on it."""
    desk = Desk(tmp_path)
    desk.put(TEXT)
    return desk
