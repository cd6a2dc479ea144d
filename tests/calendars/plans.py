"""Plans that the tests of calendars are about: the five real ones, and one of a thousand activities of every kind."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from roadmap_compiler.compiler import compile_bytes
from roadmap_compiler.plan.plan import Plan

ROADMAPS = Path(__file__).parents[2] / "roadmaps"
REAL = ("centr-tvorchestva-2021", "ddt-gorbatov-2021", "kirov-oo-template", "michurinsky-tehnikum-2022",
        "school-14-kemerovo-2021-2022")
THOUSAND = "a thousand activities"
EVERY = (*REAL, THOUSAND)

_DEADLINES = ("сентябрь", "до 15 октября", "ежемесячно до 25 числа", "с 1 ноября по 20 декабря", "постоянно", "1 марта",
              "по мере необходимости", "октябрь – апрель", "ежеквартально", "в течение учебного года", "", "май 2022",
              "25.03.2022, 25.05.2022", "по отдельному графику")
_PEOPLE = ("козлова", "карташова", "группа", "[козлова, куратор]", "Классные руководители 5–9 классов", "")


def thousand() -> str:
    """Forty stages of twenty-five activities: dates, stretches, lists, recurring, lasting and without a date."""
    lines = ["название: План", "период: 2021/2022 учебный год", "люди:", "  козлова: Козлова Ю.С., учитель",
             "  карташова: Карташова А.В., психолог", "  куратор: Петрова А.И., заместитель директора",
             "  группа: {название: рабочая группа, состав: [козлова, карташова]}", "календарь: {следят: куратор}",
             "этапы:"]
    for stage in range(40):
        lines += [f"  - название: Этап {stage + 1} подготовки & реализации <программы>, часть; первая",
                  "    мероприятия:"]
        for number in range(25):
            at = stage * 25 + number
            lines.append(f"      - название: Анкетирование {at + 1}, сбор согласий и анализ запросов \\ группы")
            for key, value in (("срок", _DEADLINES[at % 14]), ("ответственный", _PEOPLE[at % 6])):
                if value:
                    lines.append(f"        {key}: {value}")
    return "\n".join(lines) + "\n"


@lru_cache
def plan(name: str) -> Plan:
    """One of `EVERY`."""
    data = thousand().encode() if name == THOUSAND else (ROADMAPS / f"{name}.yaml").read_bytes()
    compilation = compile_bytes(data, f"{name}.yaml")
    assert compilation.plan is not None, compilation.findings
    return compilation.plan
