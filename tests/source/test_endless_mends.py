"""Mends that undo one another come to an end."""

import time

import pytest

from tests.roadmaps import compiled


@pytest.mark.parametrize("text", [
    "этапы:\n В - название: Организация\n    мероприятия:\n      - название: Приказ\n        срок: май\n",
    "этапы:\n  - название: А\n б - название: Б: в\n - название: Г\n",
])
def test_a_line_that_two_explanations_want_ends_in_findings(text: str) -> None:
    start = time.process_time()
    compilation = compiled(text)
    assert compilation.findings
    assert compilation.has_errors
    assert time.process_time() - start < 3  # seconds; without an end to it this takes minutes
