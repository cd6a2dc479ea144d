"""What stands in a phrase side by side, and how it is offered to the author where it does not go together."""

from __future__ import annotations

from typing import Any, NamedTuple

from .kinds import Deadline, External, OnDemand
from .meanings import Loose
from .printing import print_deadline


class Item(NamedTuple):
    """A deadline or a loose rule as it stands in the phrase, with the sign before it and the words beside it."""

    value: Any
    sign: str
    written: str
    note: str = ""
    dotted: bool = False


def printed(*deadlines: Deadline) -> tuple[str, ...]:
    """The phrases of some deadlines, each once, to choose from."""
    return tuple(dict.fromkeys(print_deadline(deadline) for deadline in deadlines))


def joined(*notes: str) -> str:
    """Notes as one, those that are empty left out."""
    return "; ".join(note for note in notes if note)


def noted(deadline: Deadline, items: list[Item]) -> Deadline:
    """A deadline with the words that stand beside these items."""
    note = joined(deadline.note, *(item.note for item in items))
    return deadline._replace(note=note) if note else deadline


def readings(items: list[Item]) -> tuple[str, ...]:
    """Each item alone, for the author to choose from."""
    return printed(*(_in_own_words(item) for item in items if not isinstance(item.value, Loose)))


def _in_own_words(item: Item) -> Any:
    """«по мере поступления» is offered as it was written, not as «по мере необходимости»."""
    if isinstance(item.value, (OnDemand, External)) and not item.value.words:
        return item.value._replace(words=" ".join(item.written.split()))
    return item.value
