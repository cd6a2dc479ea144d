"""Makes the generated modules anew: ``python -m roadmap_compiler.deadlines.regenerate``.

The parse tables come from `grammar.lark`; a conflict in the grammar stops here. Nothing but this command needs lark.
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent

VALUED = frozenset(
    [
        "NUM", "ORD", "DATE", "DDMM", "MONTH", "MONTH_YEAR", "YEAR", "YEARS", "TERM", "SEASON",
        "SEASON_WORD", "WEEKDAY", "EDGE", "EVERY", "DURATION", "WHOLE", "TEXT",
    ]
)
"""The terminals whose value a rule's meaning needs; the others only lead the parser."""

SILENT = frozenset({"and", "upto", "until"})
"""Rules that only lead the parser, too."""


class GrammarConflict(Exception):
    """The grammar can be read in two ways; the message has lark's account of it."""


def parse_tables(grammar: str) -> str:
    """The source of `tables.py` for a grammar.

    ``RULES``: for each rule its left side, the length of its right side, the name of its meaning, and which children
    the meaning is given. ``STATES``: for each state, terminal → state to shift to (0 and up) or ~rule to reduce by;
    rule name → state to go to. State 0 is the first; in state ``LAST`` the
    phrase may end.
    """
    from lark import Lark, logger
    from lark.lexer import Lexer
    from lark.parsers.lalr_analysis import Shift

    class NoLexer(Lexer):
        """The parser is driven elsewhere."""

        def __init__(self, lexer_conf: Any) -> None:
            pass

        def lex(self, *args: Any) -> Any:
            return iter(())

    conflicts: list[str] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if "conflict" in record.getMessage() or record.getMessage().startswith(" * "):
                conflicts.append(record.getMessage())

    listener = Listener(logging.DEBUG)
    level, logger.level = logger.level, logging.DEBUG
    handlers, logger.handlers = logger.handlers, [listener]
    try:
        lark = Lark(grammar, parser="lalr", lexer=NoLexer, maybe_placeholders=False, debug=True, strict=False)
    finally:
        logger.level, logger.handlers = level, handlers
    if conflicts:
        raise GrammarConflict("\n".join(conflicts))

    table = lark.parser.parser._parse_table
    rules = list(lark.rules)
    number = {rule: place for place, rule in enumerate(rules)}
    first, last = table.start_states["start"], table.end_states["start"]
    order = [first]
    for state in order:  # grows while it is walked: breadth first by symbol, so that the numbers are always the same
        for _, (action, target) in sorted(table.states[state].items(), key=lambda entry: str(entry[0])):
            if action is Shift and target not in order:
                order.append(target)
    position = {state: place for place, state in enumerate(order)}
    lines = ['"""Generated from grammar.lark by regenerate.py; do not edit."""', "# ruff: noqa: E501", "",
             "from __future__ import annotations", "", "RULES: tuple[tuple[str, int, str, tuple[int, ...]], ...] = ("]
    for rule in rules:
        name = str(getattr(rule.origin, "name", rule.origin))
        kept = tuple(
            place for place, symbol in enumerate(rule.expansion)
            if (symbol.name in VALUED if symbol.is_term else symbol.name not in SILENT)
        )
        lines.append(f"    ({name!r}, {len(rule.expansion)}, {(rule.alias or name)!r}, {kept!r}),")
    lines += [")", "", "STATES: tuple[dict[str, int], ...] = ("]
    for state in order:
        row = {}
        for symbol, (action, target) in sorted(table.states[state].items()):
            row[str(symbol)] = position[target] if action is Shift else ~number[target]
        lines.append(f"    {row!r},")
    lines += [")", "", f"LAST = {position[last]}", ""]
    return "\n".join(lines)


LAST_DECREE = 2027
"""The last year whose transfers are decreed (№ 1187 of 17.09.2026). Raise it when `holidays` has the next decree."""


def days_off(first: int = 2010, last: int = LAST_DECREE) -> str:
    """The source of `days_off.py`: what the decrees of each year move, beyond weekends and the days of ТК 112."""
    from datetime import date, timedelta

    import holidays

    from roadmap_compiler.deadlines.workdays import STATUTORY

    lines = [
        '"""Days moved by the yearly decrees, made from the holidays package by regenerate.py; do not edit."""',
        "# ruff: noqa: E501", "", "from __future__ import annotations", "",
        "# Year: weekdays off beyond the days of ТК 112; weekend days that are worked.",
        "DECREES: dict[int, tuple[tuple[str, ...], tuple[str, ...]]] = {",
    ]
    for year in range(first, last + 1):
        known = holidays.country_holidays("RU", years=year, language="ru")
        off, work = [], []
        day = date(year, 1, 1)
        while day.year == year:
            text = f"{day.month:02}-{day.day:02}"
            if day.weekday() < 5 and (day.month, day.day) not in STATUTORY and not known.is_working_day(day):
                off.append(text)
            elif day.weekday() >= 5 and known.is_working_day(day):
                work.append(text)
            day += timedelta(days=1)
        lines.append(f"    {year}: ({tuple(off)!r}, {tuple(work)!r}),")
    return "\n".join([*lines, "}", ""])


def main() -> None:
    """Write every generated module of this package."""
    grammar = (HERE / "grammar.lark").read_text(encoding="utf-8")
    (HERE / "tables.py").write_text(parse_tables(grammar), encoding="utf-8", newline="\n")
    (HERE / "days_off.py").write_text(days_off(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
