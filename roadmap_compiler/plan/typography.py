"""Non-breaking spaces where a line of a Russian document must not break. No word is changed."""

from __future__ import annotations

import re

NBSP = "\u00a0"

_YEAR = re.compile(r"(\d) (г\.|гг\.|год\b|года\b|году\b|г\b)")
_NUMBER_SIGN = re.compile(r"№ (?!п/п)")  # «№ п/п» in a narrow column breaks better at its own space
_CITY = re.compile(r"\bг\. (?=[А-ЯЁ])")
_INITIAL = re.compile(r"[А-ЯЁ]\.")
_INITIALS_FIRST = re.compile(r"(?<![А-ЯЁа-яё])([А-ЯЁ]\.) ?([А-ЯЁ]\.)( )(?=[А-ЯЁ][а-яё])")
_INITIALS_APART = re.compile(r"(?<![А-ЯЁа-яё])([А-ЯЁ]\.) (?=[А-ЯЁ]\.)")
_INITIALS_LAST = re.compile(r"(?<=[а-яё]) (?=[А-ЯЁ]\.[ \u00a0]?[А-ЯЁ]\.(?![а-яё]))")
_ABBREVIATION = re.compile(r"\b(и|в) (т)\. ?(д|п|ч|е)\.")


def set_spaces(text: str) -> str:
    """The text with non-breaking spaces before «г.», after «№», inside initials and in «и т. д.»."""
    if " " not in text:
        return text
    if "№ " in text:
        text = _NUMBER_SIGN.sub("№" + NBSP, text)
    if " г" in text:
        text = _YEAR.sub(r"\1" + NBSP + r"\2", text)
    if "." not in text:
        return text
    if "г. " in text:
        text = _CITY.sub("г." + NBSP, text)
    if " т." in text:
        text = _ABBREVIATION.sub(_glue, text)
    if _INITIAL.search(text) is None:
        return text
    text = _INITIALS_FIRST.sub(lambda m: m.group().replace(" ", NBSP), text)
    text = _INITIALS_APART.sub(r"\1" + NBSP, text)
    return _INITIALS_LAST.sub(NBSP, text)


def _glue(match: re.Match[str]) -> str:
    return match.group().replace(" ", NBSP)
