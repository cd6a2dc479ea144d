"""What a document shows of its state: «ПРОЕКТ» over a draft, the code of its content under what is approved."""

from __future__ import annotations

import re
from typing import Literal

from roadmap_compiler.documents.dressing import PLAIN, Dress
from roadmap_compiler.plan.plan import Plan
from roadmap_compiler.seals.content import seal_of, short_code

Kind = Literal["draft", "signing", "approved"]

_MARKS = ("ПРОЕКТ", "DRAFT")
_LINES = ("Контрольная сумма данных", "Content checksum")
CODE = re.compile(rf"(?:{'|'.join(_LINES)})\s+([0-9A-Fa-f]{{4}}(?:-[0-9A-Fa-f]{{4}}){{3}})\b")
"""The code as it stands in a document."""


def dress_of(plan: Plan, kind: Kind, version: str) -> Dress:
    """What is put on the document of a plan in this state; ``version`` is that of the program («0.1.0»).

    For signing nothing is added: the document is to the byte the one that its template makes.
    """
    if kind == "signing":
        return PLAIN
    language = 0 if plan.tree.language == "ru" or re.search("[А-Яа-яЁё]", " ".join(plan.title)) else 1
    if kind == "draft":
        return Dress(mark=_MARKS[language], version=version)
    return Dress(footer=f"{_LINES[language]} {short_code(seal_of(plan))}", version=version)
