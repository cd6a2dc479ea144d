"""The words that are printed in the mark and on the site, and moments as people write them."""

from __future__ import annotations

import datetime

MARK_HEADING = ("ДОКУМЕНТ ПОДПИСАН", "ЭЛЕКТРОННОЙ ПОДПИСЬЮ")
"""ГОСТ Р 7.0.97-2025, реквизит 23."""
SERIAL, OWNER, POSITION, VALID, SIGNED = "Сертификат", "Владелец", "Должность", "Действителен", "Подписано"
BY_SIGNERS_CLOCK = "по часам подписавшего"

_MOSCOW = datetime.timezone(datetime.timedelta(hours=3))
"""UTC+3 since 26.10.2014 (Федеральный закон от 21.07.2014 № 248-ФЗ)."""
_MOSCOW_SINCE = datetime.datetime(2014, 10, 26, tzinfo=datetime.timezone.utc)


def print_moment(moment: datetime.datetime) -> str:
    """An aware moment as «09.02.2022 13:05 МСК»; before 26.10.2014 in UTC, for Moscow had other hours then."""
    if moment < _MOSCOW_SINCE:
        return f"{_print(moment.astimezone(datetime.timezone.utc), '%d.%m.%Y %H:%M')} UTC"
    return f"{_print(moment.astimezone(_MOSCOW), '%d.%m.%Y %H:%M')} МСК"


def print_validity(since: datetime.datetime, until: datetime.datetime) -> str:
    """«с 01.02.2022 по 01.05.2023», days of Moscow, both inclusive."""
    return f"с {_day(since)} по {_day(until)}"


def _day(moment: datetime.datetime) -> str:
    """A certificate may say «for ever» (9999-12-31, RFC 5280, 4.1.2.5): that day has no hours to be shifted by."""
    return _print(moment if moment.year >= 9999 else moment.astimezone(_MOSCOW), "%d.%m.%Y")


def _print(moment: datetime.datetime, form: str) -> str:
    return moment.strftime(form)
