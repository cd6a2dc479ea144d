"""The page docs/сроки.md, made from the tables of phrases: ``python -m tests.deadlines.page``."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

from roadmap_compiler.deadlines import explain
from roadmap_compiler.deadlines.explaining import KIND_NAMES
from roadmap_compiler.messages.deadlines import RU
from tests.deadlines.table import Row, anchors, period, rows

PAGE = Path(__file__).parent.parent.parent / "docs" / "сроки.md"
_PERIODS = {
    "У": "2021/2022 учебный год", "Т": "2021/2022 учебный год с датами четвертей и каникул", "К": "2021 год",
    "Л": "2021–2024 годы",
}
_HEAD = """# Как писать сроки

Срок пишется так, как в бумажном плане. Программа понимает фразу однозначно или говорит, что не понимает её, и
предлагает, как написать. Дату она не угадывает: год берётся из периода плана, а не из сегодняшнего дня.

Как прочитана ваша фраза, покажет команда

```
roadmap explain "до 15 числа ежемесячно" --period "2021/2022 учебный год"
```

Эта страница составлена из проверок программы: каждая строка ниже проверяется при каждой сборке.
Не правьте её руками.

## Правила

- «До», «по» и «к» включают названный день: «до 30 декабря» — 30 декабря ещё можно сдать.
- «До мая» и «до 2022 года» программа не принимает: напишите «до конца апреля» или «до конца мая».
- Год без указания — тот, при котором срок попадает в период плана. Если таких лет несколько, нужно назвать год.
- Месяц — значит «в течение месяца»; в календарь попадает его последний день.
- Сроки «от события» считаются со следующего дня (статья 191 ГК РФ), месяц кончается тем же числом (статья 192).
- «Рабочие дни» — по производственному календарю; для года без постановления о переносах дата помечается
  предварительной.
- Срок на выходном остаётся как написан, с предупреждением. Переносить ли его, говорит «календарь: срок в выходной».
- Четверти, триместры, модули и каникулы у каждой школы свои: их даты описываются в «период».
- «Квартал» — всегда календарный (январь–март), «четверть» — учебная.
- Приблизительные сроки читаются по правилу и с предупреждением: «в начале», «в середине», «в конце» месяца — дни 1–10,
  11–20, 21–последний; «первая неделя» — неделя, в которой первый понедельник месяца; «осенью» — сентябрь–ноябрь.
- «Не реже 2 раз в год» и «2 раза в год» дат не называют: в календарь такой срок не попадёт.
- Слова рядом с датой («классный тур», «Козлова Ю.С.», «каб. 12») сохраняются как примечание.
"""


def page() -> str:
    """The whole page."""
    parts = [_HEAD, "\n## Что понимается\n"]
    understood = [row for row in rows("deadlines-understood.tsv") if row.cells[1] != "verbatim"]
    for heading, group in groupby(understood, key=lambda row: row.heading):
        parts.append(f"\n### {heading}\n\n| Фраза | Период | Как понята | Даты |\n|---|---|---|---|\n")
        parts += [_understood(row) for row in group]
    parts.append("\n## Что не понимается и что предлагается взамен\n")
    for heading, group in groupby(rows("deadlines-refused.tsv"), key=lambda row: row.heading):
        parts.append(f"\n### {heading}\n\n| Фраза | Период | Что скажет программа | Что предложит |\n")
        parts.append("|---|---|---|---|\n")
        parts += [_refused(row) for row in group]
    return "".join(parts)


def _cell(text: str) -> str:
    return text.replace("|", "\\|") or "(пусто)"


def _understood(row: Row) -> str:
    where, kind, days, *_ = row.cells
    count, colon, _ = days.partition(": ")
    shown = "без даты" if days == "-" else days.replace("/", " – ")
    if colon:
        shown = shown.replace(": ", f" {_dates(int(count))}: ", 1)
    return f"| {_cell(row.phrase)} | {_PERIODS.get(where, where)} | {KIND_NAMES['ru'][kind]} | {shown} |\n"


def _dates(count: int) -> str:
    if count % 100 in (11, 12, 13, 14):
        return "дат"
    return "дата" if count % 10 == 1 else "даты" if count % 10 in (2, 3, 4) else "дат"


def _refused(row: Row) -> str:
    where, code, *_ = row.cells
    found = explain(row.phrase, period(where), anchors(where))
    problem = next(one for one in found.problems if one.code == code)
    said = RU[code].format_map(problem.params)
    offered = "; ".join(f"«{phrase}»" for phrase in problem.alternatives[:3]) or "—"
    return f"| {_cell(row.phrase)} | {_PERIODS.get(where, where)} | {_cell(said)} | {_cell(offered)} |\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
