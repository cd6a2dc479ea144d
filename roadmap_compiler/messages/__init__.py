"""The words of every finding and of the screens, in Russian and in English.

A finding keeps a code and parameters; its sentence is made here, when it is shown. Code that must be shown in
another language needs only another catalogue.
"""

from __future__ import annotations

import datetime
import importlib
from functools import lru_cache
from typing import Any, Literal

from roadmap_compiler.findings import Finding

Language = Literal["ru", "en"]

_CATALOGUES = ("structure", "rules", "deadlines", "templates", "calendars", "editions", "approvals")


@lru_cache
def catalogue(language: Language) -> dict[str, str]:
    """The sentence of every finding by its code; the hint of a code stands under «code.hint», and
    another one that a finding may ask for by its parameter «hint» under «code.» and that name."""
    sentences: dict[str, str] = {}
    for name in _CATALOGUES:
        sentences.update(_words(name, language))
    return sentences


@lru_cache
def _words(name: str, language: Language) -> dict[str, str]:
    module = importlib.import_module(f"roadmap_compiler.messages.{name}")
    words: dict[str, str] = module.RU if language == "ru" else module.EN
    return words


@lru_cache
def known_codes() -> frozenset[str]:
    """Every code that a finding may have."""
    return frozenset(code for code in catalogue("ru") if "." not in code)


def say(word: str, params: dict[str, Any], language: Language = "ru") -> str:
    """A sentence of the screens with its parameters."""
    return fill(_words("screens", language)[word], params)


def sentence(finding: Finding, language: Language = "ru") -> str:
    """What is wrong, in one sentence."""
    params = finding.params
    if "counts" in params:
        from roadmap_compiler.messages.approvals import listed

        params = params | {"counts": listed(params["counts"], language)}
    return fill(catalogue(language)[finding.code], params)


def general(code: str, language: Language = "ru") -> str:
    """What findings of a code say, without what is particular to one of them: «Срок «…» непонятен»."""
    return catalogue(language)[code].format_map(_Dots())


class _Dots(dict[str, str]):
    def __missing__(self, name: str) -> str:
        return "…"


def hint(finding: Finding, language: Language = "ru") -> str:
    """What to write instead, "" where there is nothing to say."""
    sentences = catalogue(language)
    params = finding.params
    if params.get("near"):
        return say("near", params, language)
    if params.get("alternatives"):
        alternatives = params["alternatives"]
        code = "alternative" if len(alternatives) == 1 else "alternatives"
        listed = "; ".join(f"«{phrase}»" for phrase in alternatives)
        return say(code, {"listed": listed}, language)
    code = f"{finding.code}.{params.get('hint', 'hint')}"
    if params.get("ready") == "" or "{ready}" in sentences.get(code, "") and "ready" not in params:
        return ""  # the hint is a line to paste, and here is none
    return fill(sentences[code], {"file": finding.span.file} | params) if code in sentences else ""


def fill(template: str, params: dict[str, Any]) -> str:
    """The template with each {name} replaced; braces in the values mean nothing."""
    out = template
    if "{" in template:
        out = template.format_map({name: _shown(value) for name, value in params.items()})
    return out


def _shown(value: Any) -> str:
    if isinstance(value, datetime.date):
        return f"{value.day:02}.{value.month:02}.{value.year}"
    return ", ".join(map(str, value)) if isinstance(value, (tuple, list)) else str(value)


def plural(number: int, one: str, few: str, many: str) -> str:
    """«1 ошибка», «2 ошибки», «5 ошибок», «11 ошибок», «21 ошибка»."""
    tens, ones = number % 100, number % 10
    if 11 <= tens <= 14 or ones == 0 or ones >= 5:
        return f"{number} {many}"
    return f"{number} {one if ones == 1 else few}"
