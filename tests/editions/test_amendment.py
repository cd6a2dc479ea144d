"""An amendment within a year: old numbers stay, new ones are the next or an inserted one, and the tool checks it."""

from __future__ import annotations

import pytest

from roadmap_compiler.editions.amendment import amend
from roadmap_compiler.editions.comparing import compare
from tests.roadmaps import plan_of

OLD = """\
    этапы:
      - название: Начало
        мероприятия:
          - {название: Первое дело, срок: май}
          - {название: Второе дело, срок: май}
      - название: Конец
        мероприятия:
          - {название: Третье дело, срок: июнь}
"""


def amended(new: str, old: str = OLD) -> tuple[dict[str, str], list[tuple[str, str, str]]]:
    """New title → number after the amendment, and what is wrong: (code, printed number, right number)."""
    comparison, problems = amend(compare(plan_of(old), plan_of(new)))
    numbers = {place.title: place.number for change in comparison.changes for place in change.new_places}
    return numbers, [(p.code, p.params.get("number", ""), p.params.get("right", "")) for p in problems
                     if p.severity == "error"]


def test_an_added_last_activity_takes_the_next_number() -> None:
    numbers, problems = amended(OLD + "          - {название: Смотр песни и строя, срок: июль}\n")
    assert numbers == {"Смотр песни и строя": "2.2"}
    assert problems == []


def test_one_in_between_takes_an_inserted_number_and_the_file_must_say_so() -> None:
    new = OLD.replace("          - {название: Второе", "          - {название: Смотр песни, срок: май}\n"
                                                       "          - {название: Второе")
    numbers, problems = amended(new)
    assert numbers == {"Смотр песни": "1.1-1"}
    assert problems == [("amendment-number", "1.2", "1.1-1"), ("amendment-number", "1.3", "1.2")]


def test_a_file_that_says_so_is_clean() -> None:
    new = OLD.replace("          - {название: Второе", "          - {название: Смотр песни, срок: май, номер: 1.1-1}\n"
                                                       "          - {номер: '1.2', название: Второе")
    assert amended(new) == ({"Смотр песни": "1.1-1"}, [])


def test_a_number_of_ones_own_is_the_authors_choice_but_never_a_taken_one() -> None:
    new = OLD.replace("          - {название: Второе", "          - {название: Смотр песни, срок: май, номер: 1.1¹}\n"
                                                       "          - {номер: '1.2', название: Второе")
    assert amended(new) == ({"Смотр песни": "1.1¹"}, [])


def test_a_removed_activity_leaves_its_number_empty() -> None:
    new = OLD.replace("          - {название: Первое дело, срок: май}\n", "")
    _, problems = amended(new)
    assert problems == [("amendment-number", "1.1", "1.2")]
    new = new.replace("{название: Второе", "{номер: '1.2', название: Второе")
    assert amended(new)[1] == []
    # a number that was given once is not given again
    added = new.replace("      - название: Конец", "          - {название: Смотр песни, срок: май}\n"
                                                   "      - название: Конец")
    assert amended(added)[0]["Смотр песни"] == "1.3"


@pytest.mark.parametrize(("numbering", "expected"), [("1.1.", "2.2."), ("сквозная", "4."), ("1)", "2)")])
def test_numbers_keep_their_look(numbering: str, expected: str) -> None:
    head = f"    таблица: {{нумерация: {numbering}}}\n"
    numbers, problems = amended(head + OLD + "          - {название: Смотр песни, срок: июль}\n", head + OLD)
    assert (numbers, problems) == ({"Смотр песни": expected}, [])


def test_another_period_is_no_amendment() -> None:
    new = plan_of(OLD, head="название: Дорожная карта\nпериод: 2022/2023 учебный год\n")
    assert "amendment-other-period" in [p.code for p in amend(compare(plan_of(OLD), new))[1]]


def test_many_changes_are_better_a_new_edition() -> None:
    _, problems = amend(compare(plan_of(OLD), plan_of(OLD.replace("срок: май", "срок: март"))))
    assert [(p.code, p.severity) for p in problems] == [("amendment-many", "info")]
