"""Non-breaking spaces where a line of a Russian document must not break. No word is changed."""

from __future__ import annotations

import re

NBSP = "\u00a0"

_YEAR = re.compile(r"(\d) (г\.|гг\.|год\b|года\b|году\b|г$)")
_NUMBER_SIGN = re.compile(r"№ (?!п/п)")  # «№ п/п» in a narrow column breaks better at its own space
_CITY = re.compile(r"\bг\. (?=[А-ЯЁ])")
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
    if " г" in text and (" г." in text or " год" in text or " гг" in text or text.endswith(" г")):
        text = _YEAR.sub(r"\1" + NBSP + r"\2", text)
    if "." not in text:
        return text
    if "г. " in text:
        text = _CITY.sub("г." + NBSP, text)
    if " т." in text:
        text = _ABBREVIATION.sub(_glue, text)
    if not _has_initial(text):
        return text
    text = _INITIALS_FIRST.sub(lambda m: m.group().replace(" ", NBSP), text)
    text = _INITIALS_APART.sub(r"\1" + NBSP, text)
    return _INITIALS_LAST.sub(NBSP, text)


def _has_initial(text: str) -> bool:
    """Whether a capital letter stands before a full stop: cheaper to see than the patterns of initials are to try."""
    at = text.find(".", 1)
    while at > 0:
        if text[at - 1].isupper():
            return True
        at = text.find(".", at + 1)
    return False


def _glue(match: re.Match[str]) -> str:
    return match.group().replace(" ", NBSP)
