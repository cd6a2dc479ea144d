"""Deadlines of a plan that are not written as they should be."""

from tests.roadmaps import codes, compiled


def test_a_list_of_deadlines_is_told_and_never_raises() -> None:
    text = "мероприятия:\n  - {название: А, срок: [май, июнь], ответственный: Я}\n"
    assert "text-expected" in codes(compiled(text))
