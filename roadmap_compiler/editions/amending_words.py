"""The fixed phrases of an amending order: how a point, a section, a cell is named, and what is said of its words.

All are fixed phrases around quoted text, so nothing of the author's is declined.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from roadmap_compiler.editions.changes import Change
from roadmap_compiler.editions.saying import bare
from roadmap_compiler.editions.units import Unit
from roadmap_compiler.editions.words import replaced_words
from roadmap_compiler.plan.plan import Plan

MOST_REPLACED = 3
"""So many replacements in one text are told one by one; with more the text is stated anew."""

_COLUMNS = {"title": ("activities", "title", "stages"), "items": ("activities", "title", "stages")}

UNHEADED = {"goal": ("цель", "целью"), "tasks": ("задачи", "задачами"), "result": ("результат", "результатом"),
            "content": ("содержание", "содержанием")}

_NOUNS = {
    "stage": {"accusative": "раздел", "genitive": "раздела", "prepositional": "разделе", "instrumental": "разделом",
              "many": "разделы", "many-genitive": "разделов", "many-instrumental": "разделами"},
    "activity": {"accusative": "пункт", "genitive": "пункта", "prepositional": "пункте", "instrumental": "пунктом",
                 "many": "пункты", "many-genitive": "пунктов", "many-instrumental": "пунктами"},
    "item": {"accusative": "строку", "genitive": "строки", "prepositional": "строке", "instrumental": "строкой",
             "many": "строки", "many-genitive": "строк", "many-instrumental": "строками"},
}


_WORDS = {
    "word": {"accusative": "слово", "instrumental": "словом"},
    "words": {"accusative": "слова", "instrumental": "словами"},
    "figures": {"accusative": "цифры", "instrumental": "цифрами"},
}


def noun(kind: str, case: str = "accusative") -> str:
    """«пункт», «пункта», «разделами»."""
    return _NOUNS[kind][case]


class Names:
    """How the units of one edition are named in an order: by number, by section where either edition has a number
    twice, by title where there are none."""

    def __init__(self, units: Sequence[Unit], others: Sequence[Unit]) -> None:
        self._units = units
        counts = [Counter(bare(unit.number) for unit in edition) for edition in (units, others)]
        self._repeated = {number for count in counts for number, times in count.items() if number and times > 1}

    def name(self, index: int, case: str = "accusative", number: str | None = None) -> str:
        """«пункт 2.3», «пункт 2 раздела «Октябрь»», «строку «…» пункта 2.3»."""
        unit = self._units[index]
        word = noun(unit.kind, case)
        own = bare(unit.number if number is None else number)
        if unit.kind == "item":
            return f"{word} «{quoted(unit.title)}» {self.name(unit.parent, 'genitive')}"
        if not own:
            several = [one for one in self._units if (one.kind, one.key) == (unit.kind, unit.key)]
            told = f"{word} «{quoted(unit.title)}»"
            if len(several) > 1 and unit.deadline:
                return f"{told} со сроком «{quoted(unit.deadline.text)}»"
            content = unit.texts.get("content", "") if len(several) > 1 else ""
            return f"{told} с содержанием «{quoted(content)}»" if content else told
        return f"{word} {own}{self.section(index)}"

    def section(self, index: int, current: Mapping[int, str] | None = None) -> str:
        """« раздела «Октябрь»» where the number alone does not say which point is meant; ``current`` has the numbers of
        the time being."""
        unit = self._units[index]
        numbers = current or {}
        own = numbers.get(index, unit.number)
        if unit.kind == "stage" or unit.stage < 0 or bare(own) not in self._repeated:
            return ""
        return f" {self.name(unit.stage, 'genitive', numbers.get(unit.stage))}"


def within(old: Plan, new: Plan, change: Change, names: Names) -> tuple[str, str]:
    """Where words change, and what is stated anew: («в графе «Сроки» пункта 2.1», «графу «Сроки» пункта 2.1»)."""
    place = change.old_places[0] if change.old_places else change.new_places[0]
    if change.kind == "stage-title":
        of = names.name(place.unit, "genitive")
        return f"в наименовании {of}", f"наименование {of}"
    heading = heading_of(old, change.field) or heading_of(new, change.field)
    inside, of = names.name(place.unit, "prepositional"), names.name(place.unit, "genitive")
    if not heading:
        return f"в {inside}", names.name(place.unit)
    if change.field == "title":  # the whole point would lose its deadline and its people with it
        return f"в {inside}", f"графу «{heading}» {of}"
    return f"в графе «{heading}» {of}", f"графу «{heading}» {of}"


def heading_of(plan: Plan, field: str) -> str:
    """How the column of a field is headed; "" where it has none."""
    roles = _COLUMNS.get(field, (field,))
    return next((column.heading for column in plan.table.columns if column.role in roles), "")


def unheaded(field: str, names: Names, at: int, old: str, new: str) -> str:
    """What is said of a text that has no column of its own and stands under the title («Цель: …»)."""
    name, instrumental = UNHEADED[field]
    if not old:
        return f"{names.name(at)} дополнить {instrumental} следующего содержания:{_begun(new)}«{in_quotes(new)}»"
    whole = f"{name} {names.name(at, 'genitive')}"
    return stated_anew(whole, new) if new else f"{whole} исключить"


def replaced(old: str, new: str, where: str, whole: str, is_title: bool) -> str:
    """What is said of one text: words replaced, taken out or added, or the whole stated anew."""
    if not old:
        return f"{whole} дополнить {told_words(new, 'instrumental')}"
    if not new:
        return f"{where} {told_words(old)} исключить"
    pairs = replaced_words(old, new)
    is_whole = is_title and pairs == ((old.strip(), new.strip()),)
    if is_whole or len(pairs) > MOST_REPLACED or not all(_can_be_named(pair, old) for pair in pairs):
        return stated_anew(whole, new)
    return f"{where} " + ", ".join(replacement(*pair) for pair in pairs)


def stated_anew(whole: str, text: str) -> str:
    """«… изложить в следующей редакции: «…»»; a text of several lines begins on its own and keeps them."""
    return f"{whole} изложить в следующей редакции:{_begun(text)}«{in_quotes(text)}»"


def _begun(text: str) -> str:
    return "\n" if "\n" in text.strip() else " "


def _can_be_named(pair: tuple[str, str], text: str) -> bool:
    """Whether the words to replace stand in the text once, as words of one line. Words to insert need a neighbour, and
    those behind a comma would leave it or double it, so the text is stated."""
    old, new = pair
    return bool(re.match(r"[\w«„\"(№]", old)) and text.count(old) == 1 and "\n" not in old + new and (
        not new or new[0] not in ",;.:")


def replacement(old: str, new: str) -> str:
    """«слова «…» заменить словами «…»», «слово «май» заменить словом «июнь»», «цифры «25» заменить цифрами «27»»."""
    if not new:
        return f"{told_words(old)} исключить"
    return f"{told_words(old)} заменить {told_words(new, 'instrumental')}"


def told_words(text: str, case: str = "accusative") -> str:
    """Quoted words under the right name: «слово «май»», «словами «до 15 мая»», «цифры «25.06»»."""
    kind = "figures" if re.fullmatch(r"[\d.,\s]+", text) else "word" if len(text.split()) < 2 else "words"
    return f"{_WORDS[kind][case]} «{quoted(text)}»"


def quoted(text: str) -> str:
    """A text of one line inside of «»: inner quotes of the same kind become „“."""
    return " ".join(in_quotes(text).split("\n"))


def in_quotes(text: str) -> str:
    """A text inside of «», its lines kept: inner quotes of the same kind become „“."""
    return text.strip().replace("«", "„").replace("»", "“")
