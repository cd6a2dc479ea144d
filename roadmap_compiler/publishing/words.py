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
    """An aware moment as «09.02.2022 13:05 МСК»; in UTC before 26.10.2014, for Moscow had other hours then."""
    shown, zone = _in_moscow(moment)
    return f"{_day(shown)} {shown.hour:02}:{shown.minute:02} {zone}"


def print_validity(since: datetime.datetime, until: datetime.datetime) -> str:
    """«с 01.02.2022 по 01.05.2023», both inclusive, days of Moscow."""
    return f"с {_day(_in_moscow(since)[0])} по {_day(_in_moscow(until)[0])}"


def _in_moscow(moment: datetime.datetime) -> tuple[datetime.datetime, str]:
    """A certificate may be valid «for ever», until 9999-12-31 (RFC 5280, 4.1.2.5): no hour can be added to that."""
    if moment >= _MOSCOW_SINCE and moment.year < 9999:
        return moment.astimezone(_MOSCOW), "МСК"
    return moment.astimezone(datetime.timezone.utc), "UTC"


def _day(moment: datetime.datetime) -> str:
    return f"{moment.day:02}.{moment.month:02}.{moment.year:04}"
