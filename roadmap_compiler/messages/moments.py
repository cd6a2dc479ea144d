"""Moments as people read them: by the clock of Moscow, as registers of the state are kept."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

MOSCOW = timezone(timedelta(hours=3), "МСК")
"""UTC+3 since 26.10.2014 (Федеральный закон от 21.07.2014 № 248-ФЗ)."""
_MOSCOW_SINCE = datetime(2014, 10, 26, tzinfo=UTC)


def in_moscow(moment: datetime) -> datetime:
    """An aware moment by the clock of Moscow; in UTC before 26.10.2014, for Moscow had other hours then.

    In UTC too in the year 9999, until which a certificate may be valid «for ever» (RFC 5280, 4.1.2.5): no hour can be
    added to its end.
    """
    return moment.astimezone(MOSCOW if moment >= _MOSCOW_SINCE and moment.year < 9999 else UTC)


def print_date(moment: datetime) -> str:
    """«09.02.2022»."""
    return f"{moment.day:02}.{moment.month:02}.{moment.year:04}"


def print_time(moment: datetime) -> str:
    """«13:05»."""
    return f"{moment.hour:02}:{moment.minute:02}"
