"""What stands for a value in the help of the command line: «--out ПАПКА», in English «--out DIR»."""

from __future__ import annotations

import argparse
from collections.abc import Iterable

RUSSIAN = {
    "FILE": "ФАЙЛ", "DIR": "ПАПКА", "KINDS": "ВИДЫ", "SECONDS": "СЕКУНДЫ", "OLD": "ПРЕЖНЯЯ", "NEW": "НОВАЯ",
    "DOCX": "DOCX", "PHRASE": "СРОК", "PERIOD": "ПЕРИОД", "DATE": "ДАТА", "COLUMNS": "СТОЛБЦЫ", "ACT": "АКТ",
    "NUMBER": "НОМЕР", "N": "N", "CODE": "КОД", "KEY": "КЛЮЧ", "CERT": "СЕРТИФИКАТ", "COPY": "КОПИЯ", "SIG": "ПОДПИСЬ",
    "COMMAND": "КОМАНДА", "ACTION": "ДЕЙСТВИЕ", "{school,strict,draft}": "{школа,строгий,черновик}",
    "PEM": "PEM", "3d": "3d",
}
"""By the English word. What is the same in both languages stands here, too, so that a new one is not forgotten."""


def put_into_russian(parsers: Iterable[argparse.ArgumentParser]) -> None:
    """Give the values of all options and arguments their Russian words."""
    for parser in parsers:
        for action in parser._actions:
            if isinstance(action.metavar, str):
                action.metavar = RUSSIAN.get(action.metavar, action.metavar)
