"""The words that are printed in the mark and on the site, and moments as people write them."""

from __future__ import annotations

from datetime import datetime

from roadmap_compiler.messages.moments import in_moscow, print_date, print_time

MARK_HEADING = ("ДОКУМЕНТ ПОДПИСАН", "ЭЛЕКТРОННОЙ ПОДПИСЬЮ")
"""ГОСТ Р 7.0.97-2025, реквизит 23."""
SERIAL, OWNER, POSITION, VALID, SIGNED = "Сертификат", "Владелец", "Должность", "Действителен", "Подписано"
BY_SIGNERS_CLOCK = "по часам подписавшего"


def print_moment(moment: datetime) -> str:
    """An aware moment as «09.02.2022 13:05 МСК»; in UTC where `in_moscow` leaves it so."""
    shown = in_moscow(moment)
    return f"{print_date(shown)} {print_time(shown)} {shown.tzname()}"


def print_validity(since: datetime, until: datetime) -> str:
    """«с 01.02.2022 по 01.05.2023», both inclusive, days of Moscow."""
    return f"с {print_date(in_moscow(since))} по {print_date(in_moscow(until))}"
