"""A place of a roadmap in the words of its author: «этап «Завершение», третье мероприятие, срок»."""

from __future__ import annotations

from typing import Any

from roadmap_compiler.findings import Finding
from roadmap_compiler.messages import Language
from roadmap_compiler.model.words import BY_NAME, OWN_KEYS, spoken_in
from roadmap_compiler.source.tree import Path, Tree

LONGEST_TITLE = 48
"""Characters of a stage's title that are shown."""

_NEUTER = ("первое", "второе", "третье", "четвёртое", "пятое", "шестое", "седьмое", "восьмое", "девятое", "десятое")
_MASCULINE = ("первый", "второй", "третий", "четвёртый", "пятый", "шестой", "седьмой", "восьмой", "девятый", "десятый")
_ENGLISH = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")

_RUSSIAN_ITEMS = {"stages": ("этап", _MASCULINE, "й"), "activities": ("мероприятие", _NEUTER, "е"),
                  "items": ("пункт", _MASCULINE, "й"), "approvals": ("гриф", _MASCULINE, "й"),
                  "signatures": ("подпись", ("первая", "вторая", "третья", "четвёртая", "пятая"), "я")}
_OTHER_ITEM = ("строка", ("первая", "вторая", "третья", "четвёртая", "пятая", "шестая"), "я")
_ENGLISH_ITEMS = {"stages": "stage", "activities": "activity", "items": "item", "approvals": "approval",
                  "signatures": "signature"}

_ABOUT_THE_ENTRY = frozenset({"title-missing", "deadline-empty", "responsible-empty", "missing-key"})
"""Findings that stand at the first field of an entry and mean the whole of it."""
_ABOUT_A_KEY = frozenset({"empty-value", "duplicate-key"})
"""Findings about a field that was left out of the tree."""


def place_of(finding: Finding, tree: Tree, language: Language = "ru") -> str:
    """Where a finding stands, from the outside to the inside; "" at the top of the file."""
    path = tree.path_on(finding.span.line, finding.span.column)
    if finding.code in _ABOUT_THE_ENTRY:
        path = path[:-1]
    elif finding.code in _ABOUT_A_KEY:
        path = (*_parent(path, finding, tree), str(finding.params["key"]))
    return place_in_words(path, tree, language)


def _parent(path: Path, finding: Finding, tree: Tree) -> Path:
    """What holds a field that is not in the tree: the parent of the field before it in the same column."""
    for length in range(len(path), 0, -1):
        if isinstance(path[length - 1], str) and tree.key_span(path[:length]).column == finding.span.column:
            return path[:length - 1]
    return path[:-1]


def place_in_words(path: Path, tree: Tree, language: Language = "ru") -> str:
    """The way to a value in words. List items count from one, as people do; a stage is called by its title."""
    words: list[str] = []
    owner = ""
    at: Path = ()
    for step in path:
        at = (*at, step)
        if isinstance(step, int):
            if owner in _RUSSIAN_ITEMS or len(path) == len(at):
                words.append(_item(owner, step, at, tree, language))
        elif step not in _RUSSIAN_ITEMS or not isinstance(path[len(at)] if len(at) < len(path) else "", int):
            words.append(_field(step, owner, language))
        owner = str(step) if isinstance(step, str) else owner
    return ", ".join(words)


def _field(key: str, owner: str, language: Language) -> str:
    if owner in OWN_KEYS or key not in BY_NAME:
        return f"«{key}»" if owner in OWN_KEYS else key
    return spoken_in(owner, key, language).replace("_", " ")


def _item(owner: str, index: int, path: Path, tree: Tree, language: Language) -> str:
    title = _title(path, tree) if owner == "stages" else ""
    if language == "en":
        noun = _ENGLISH_ITEMS.get(owner, "line")
        ordinal = _ENGLISH[index] if index < len(_ENGLISH) else f"{index + 1}th"
        return f"{noun} «{title}»" if title else f"{ordinal} {noun}"
    noun, ordinals, ending = _RUSSIAN_ITEMS.get(owner, _OTHER_ITEM)
    ordinal = ordinals[index] if index < len(ordinals) else f"{index + 1}-{ending}"
    return f"{noun} «{title}»" if title else f"{ordinal} {noun}"


def _title(path: Path, tree: Tree) -> str:
    """The title of an entry on one line, cut where it is long."""
    value: Any = tree.root
    try:
        for step in path:
            value = value[step]
        title = value["title"] if isinstance(value, dict) else value
    except (KeyError, IndexError, TypeError):
        return ""
    if not isinstance(title, str):
        return ""
    line = " ".join(title.split())
    return line if len(line) <= LONGEST_TITLE else line[:LONGEST_TITLE - 1].rstrip() + "…"
