"""Which problem an exception of a running template stands for."""

from __future__ import annotations

from jinja2.exceptions import SecurityError, UndefinedError

from .values import NotPrintable, WrongProperty

CODES: tuple[tuple[type[Exception], str], ...] = (
    (UndefinedError, "template-undefined"),
    (SecurityError, "template-forbidden"),
    (NotPrintable, "template-prints-object"),
    (WrongProperty, "template-wrong-property"),
    (ZeroDivisionError, "template-division-by-zero"),
)


def failure_code(error: Exception) -> str:
    """The code for ``error``; "template-run-error" for what has no sentence of its own."""
    return next((code for kind, code in CODES if isinstance(error, kind)), "template-run-error")
