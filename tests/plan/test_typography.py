"""Spaces that must not break are set; not one other character changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap_compiler.plan.typography import set_spaces


@pytest.mark.parametrize(("typed", "printed"), [
    ("2021 г.", "2021~г."),
    ("в 2021 году", "в 2021~году"),
    ("приказ № 10-р", "приказ №~10-р"),
    ("№ п/п", "№ п/п"),
    ("О.В. Хакимова", "О.В.~Хакимова"),
    ("О. В. Хакимова", "О.~В.~Хакимова"),
    ("Хакимова О.В., директор", "Хакимова~О.В., директор"),
    ("в г. Горбатов", "в г.~Горбатов"),
    ("и т. д.", "и~т.~д."),
    ("Это А. Б. Потом", "Это~А.~Б.~Потом"),
    ("Конец. Начало", "Конец. Начало"),
])
def test_the_places_that_must_not_break(typed: str, printed: str) -> None:
    assert set_spaces(typed).replace("\u00a0", "~") == printed


@given(st.text(alphabet="абвг АБВ.№12 г. д т\n", max_size=60))
def test_only_spaces_change(text: str) -> None:
    assert set_spaces(text).replace("\u00a0", " ") == text
