"""The words of a comparison in the reader's language, with right plural forms."""

from __future__ import annotations

from typing import Any

from roadmap_compiler.editions.changes import Change, Place
from roadmap_compiler.messages import Language, comparison, fill
from roadmap_compiler.messages.counted import counted
from roadmap_compiler.model.words import BY_NAME

LONGEST_TITLE = 90
"""Letters of a title in one line of a report; the rest is cut at a word."""


class Speaker:
    """Says what a change is, in one language."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._words = comparison.RU if language == "ru" else comparison.EN

    def say(self, word: str, **params: Any) -> str:
        """A sentence of the comparison with its parameters."""
        return fill(self._words[word], params)

    def count(self, number: int, noun: str) -> str:
        """«5 мероприятий», «1 пункт»."""
        return counted(number, noun, self.language)

    def label(self, change: Change) -> str:
        """What kind of change it is: «Перенесено», «Срок», «Место»."""
        if change.field == "column":
            return self.say("field.column")
        if change.is_within_stage:
            return self.say("kind.order")
        if change.kind == "approver" and change.field == "signatures":
            return self.say("kind.signatures")
        if f"field.{change.field}" in self._words and change.kind in ("content", "deadline"):
            return self.say(f"field.{change.field}")
        if change.kind == "content" and change.field != "content":
            return self.field(change.field)
        return self.say(f"kind.{change.kind}")

    def place(self, place: Place) -> str:
        """«2.3 Чаепитие», «строка в 2.1 приём заявок»."""
        number = number_of(place)
        if number and place.kind == "item":
            number = self.say("item-number", number=number)
        return f"{number} {title_of(place).rstrip(' .,')}".strip()

    def field(self, role: str) -> str:
        """How a column is called."""
        word = BY_NAME.get(role)
        name = role if word is None else word.russian[0] if self.language == "ru" else word.name
        return name[:1].upper() + name[1:]

    def listed(self, texts: list[str]) -> str:
        """«1.1, 1.2 и 1.3»."""
        if len(texts) < 2:
            return "".join(texts)
        return self.say("and", first=", ".join(texts[:-1]), last=texts[-1])


def short(text: str) -> str:
    """A text for one line: line ends as spaces, cut at a word."""
    line = " ".join(text.replace("\u00a0", " ").split())
    if len(line) <= LONGEST_TITLE:
        return line
    return line[:LONGEST_TITLE].rsplit(" ", 1)[0].rstrip(" ,;:.–-") + "…"


def number_of(place: Place) -> str:
    """The number of a place, with its stage where the number alone does not tell; "" where it has none."""
    number = bare(place.number)
    return f"{number} («{short(place.hint)}»)" if number and place.hint else number


def title_of(place: Place) -> str:
    """The title in one line; where there are no numbers and several places have it, with what tells them apart."""
    title = short(place.title).rstrip(" :;")
    return f"{title} ({short(place.hint)})" if place.hint and not bare(place.number) else title


def bare(number: str) -> str:
    """A number within a sentence: without the sign behind it."""
    return number.replace("\u00a0", " ").rstrip(" .)")
