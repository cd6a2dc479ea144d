"""Fields of a structured deadline whose words are fields of a roadmap, too."""

from __future__ import annotations

import pytest

from tests.roadmaps import plan_of

FIELDS = [("дата: 5 мая", "2022-05-05"), ("день: 5 мая", "2022-05-05"),
          ("каждый: год\n      сроки: [5 мая]", "2022-05-05"),
          ("каждый: месяц\n      дни недели: четверг\n      номер: 1", "2021-09-02")]


@pytest.mark.parametrize(("fields", "first"), FIELDS)
def test_they_are_known_in_a_file(fields: str, first: str) -> None:
    plan = plan_of(f"мероприятия:\n  - название: А\n    ответственный: Б\n    срок:\n      {fields}\n")
    deadline = plan.entries[0].deadline
    assert deadline is not None
    assert deadline.occurrences[0].start.isoformat() == first
