"""Plan → the picture of the year as one HTML file to send by mail: no scripts, nothing that is fetched."""

from __future__ import annotations

from roadmap_compiler.calendars import timeline
from roadmap_compiler.calendars.agenda import agenda, full_title, number_of
from roadmap_compiler.calendars.grid import deadline_text
from roadmap_compiler.calendars.people import answering
from roadmap_compiler.calendars.timeline import Axis, Row, escaped
from roadmap_compiler.calendars.words import NO_DATE, PRELIMINARY
from roadmap_compiler.plan.plan import Plan

AXIS = 520
HEIGHT = 16
STYLE = f"""
body{{font:14px/1.3 {timeline.FONT};color:#000;background:#fff;margin:16px}}
h1{{font-size:20px;text-align:center}}
table{{border-collapse:collapse;width:100%}}
th,td{{border:1px solid #999;padding:3px 6px;text-align:left;vertical-align:top;overflow-wrap:break-word}}
.number{{white-space:nowrap}}
.narrow{{width:120px}}
thead th{{vertical-align:bottom;background:#fff}}
.stage td,.stage th{{background:#eee;font-weight:bold}}
.time{{width:{AXIS}px;padding:0;vertical-align:middle}}
svg{{display:block}}
tr{{break-inside:avoid}}
p{{margin:8px 0}}
@page{{size:A4 landscape;margin:12mm}}
@media print{{body{{margin:0;font-size:10pt}}*{{print-color-adjust:exact;-webkit-print-color-adjust:exact}}}}
"""


def compile_page(plan: Plan) -> bytes:
    """The page as UTF-8; the same bytes for the same plan."""
    own = agenda(plan)
    axis = timeline.axis_of(plan, own, AXIS)
    name = escaped(" ".join(plan.title))
    rows = [_row(plan, row, axis) for row in timeline.rows_of(plan, own)]
    if own.undated:
        rows.append(f'<tr class="stage"><th></th><th colspan="4">{NO_DATE}</th></tr>')
        rows += [_undated(plan, index) for index in own.undated]
    head = (
        '<th>№</th><th>Мероприятие</th><th class="time">'
        f'<svg width="{AXIS}" height="34" viewBox="0 0 {AXIS} 34"><defs>{timeline.PATTERN}'
        f'<g id="months">{timeline.grid_lines(axis, 0, 400)}</g></defs>'
        f'{timeline.grid_lines(axis, 18, 34)}{timeline.names_of_months(axis, 13)}</svg></th>'
        '<th class="narrow">Срок</th><th class="narrow">Ответственный</th>'
    )
    preliminary = any(line.occurrence.preliminary for line in own.dated)
    legend = "Чёрный кружок — последний день срока; серая полоса — время работы; косые линии — весь период." + (
        f" {PRELIMINARY} — предварительно: переносы выходных ещё не утверждены." if preliminary else "")
    lines = "".join(f"{escaped(line)}<br>" for line in plan.title).removesuffix("<br>")
    return (
        f'<!DOCTYPE html>\n<html lang="ru"><head><meta charset="utf-8"><title>{name}</title>'
        f'<meta name="viewport" content="width=device-width,initial-scale=1"><style>{STYLE}</style></head>\n'
        f"<body><h1>{lines}</h1>\n<table><thead><tr>{head}</tr></thead>\n<tbody>\n"
        + "\n".join(rows) + f"\n</tbody></table>\n<p>{legend}</p></body></html>\n"
    ).encode("utf-8", "replace")


def _row(plan: Plan, row: Row, axis: Axis) -> str:
    y = HEIGHT / 2
    shown = timeline.marks(row, axis, y) if row.dated or row.lasting else timeline.band(row, axis, y)
    picture = f'<svg width="{AXIS}" height="{HEIGHT}" viewBox="0 0 {AXIS} {HEIGHT}"><use href="#months"/>{shown}</svg>'
    mark = ' class="stage"' if row.is_heading else ""
    timed = row.dated or row.lasting
    return (f'<tr{mark}><td class="number">{escaped(row.number)}</td><td>{escaped(row.title)}</td>'
            f'<td class="time">{picture}</td>'
            f"<td>{_text(deadline_text(plan, row.entry)) if timed else ''}</td>"
            f"<td>{_people(plan, row.entry) if timed else ''}</td></tr>")


def _undated(plan: Plan, index: int) -> str:
    return (f'<tr><td class="number">{escaped(number_of(plan, index))}</td><td>{escaped(full_title(plan, index))}</td>'
            f'<td colspan="2">{_text(deadline_text(plan, index))}</td><td>{_people(plan, index)}</td></tr>')


def _people(plan: Plan, index: int) -> str:
    return _text("\n".join(who.text for who in answering(plan, index)))


def _text(text: str) -> str:
    return escaped(text).replace("\n", "<br>")
