"""What a document shows of its state: «ПРОЕКТ» over a draft, «ПРОЕКТ ИЗМЕНЕНИЙ» over what has changed since it was
approved, the code of its content under what is approved."""

from __future__ import annotations

import re
from typing import Literal

from roadmap_compiler.documents.dress import PLAIN, Dress
from roadmap_compiler.plan.approvals import print_acts
from roadmap_compiler.plan.plan import Plan
from roadmap_compiler.seals.content import FORM, short_code

Kind = Literal["draft", "signing", "approved", "changed"]

MARKS = ("ПРОЕКТ", "DRAFT")
CHANGED_MARKS = ("ПРОЕКТ ИЗМЕНЕНИЙ", "DRAFT OF CHANGES")
"""The act that is printed in such a document approved another text: without the mark it would lie."""

STATUSES: dict[Kind, tuple[str, str]] = {
    "draft": ("Проект", "Draft"), "approved": ("Утверждено", "Approved"),
    "changed": ("Проект изменений", "Draft of changes"),
}
ACTS = ("Утверждено", "Approved")
"""Before the act, in the footer of a printed calendar."""

LINES = ("Контрольная сумма данных", "Content checksum")
CODE = re.compile(rf"(?:{'|'.join(LINES)})\s+([0-9A-Fa-f]{{4}}(?:-[0-9A-Fa-f]{{4}}){{3}})\b")
"""The code as it stands in a document."""

VERSIONS = ("0.1",)
"""Versions whose documents may be met; a document that names another one was not made by this program."""


def dress_of(plan: Plan, kind: Kind, version: str, seal: str = "", has_qr: bool = False) -> Dress:
    """What is put on the document of a plan in this state. ``version`` is that of the program («0.1.0»), ``seal`` that
    of the approved content; with ``has_qr`` it is also printed whole, as a QR code.

    For signing nothing is added: the document is to the byte the one that its template makes.
    """
    if kind == "signing":
        return PLAIN
    language = _language(plan)
    if kind in ("draft", "changed"):
        mark = (MARKS if kind == "draft" else CHANGED_MARKS)[language]
        return Dress(mark=mark, status=STATUSES[kind][language], version=version)
    qr = f"{FORM} {seal}".upper() if has_qr else ""
    return Dress("", f"{LINES[language]} {short_code(seal)}", STATUSES[kind][language], version, qr)


def dress_of_calendar(plan: Plan, kind: Kind, version: str) -> Dress:
    """What is put on the printed calendar of a plan: the same marks; under what is approved, the act in place of the
    code, for a calendar says less than the document and proves nothing."""
    if kind != "approved":
        return dress_of(plan, kind, version)
    language = _language(plan)
    act = print_acts(plan.roadmap)
    return Dress("", f"{ACTS[language]}: {act}" if act else "", STATUSES[kind][language], version)


def _language(plan: Plan) -> int:
    return 0 if plan.tree.language == "ru" or re.search("[А-Яа-яЁё]", " ".join(plan.title)) else 1
