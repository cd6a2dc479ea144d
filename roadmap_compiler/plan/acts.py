"""The names of acts in the cases that a document needs: «приказ», «приказа», «приказом», «приказов»."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

Case = Literal["nominative", "genitive", "instrumental", "genitive_plural"]


class _Act(NamedTuple):
    nominative: str
    genitive: str
    instrumental: str
    genitive_plural: str


_ACTS = (
    _Act("приказ", "приказа", "приказом", "приказов"),
    _Act("распоряжение", "распоряжения", "распоряжением", "распоряжений"),
    _Act("постановление", "постановления", "постановлением", "постановлений"),
    _Act("решение", "решения", "решением", "решений"),
    _Act("протокол", "протокола", "протоколом", "протоколов"),
    _Act("указание", "указания", "указанием", "указаний"),
    _Act("письмо", "письма", "письмом", "писем"),
)


def act_in(case: Case, text: str) -> str:
    """An act whose first word is known in another case: «приказ директора» → «приказа директора». Any other text is
    given back on one line as it is."""
    words = text.split()
    act = _known(words[0]) if words else None
    return " ".join(words if act is None else [getattr(act, case), *words[1:]])


def act_noun(text: str) -> str:
    """What kind of act it is, in the nominative: «приказом директора» → «приказ»; "" where it is not known."""
    words = text.split()
    act = _known(words[0]) if words else None
    return act.nominative if act is not None else ""


def _known(word: str) -> _Act | None:
    small = re.sub(r"\W", "", word.lower())
    return next((act for act in _ACTS if small in act), None)
