"""Draws the templates of printed calendars: ``python -m roadmap_compiler.calendars.drawing`` writes them.

They are Word files like any other: a person may open one, restyle it and give it to ``roadmap calendar --template``.
Everything stays apart in black and white: what is coloured is grey, and what is grey has a sign or a border too.
"""

from __future__ import annotations

from pathlib import Path

from roadmap_compiler.documents.word_file import (
    BOLD,
    CENTRED,
    SHEETS,
    Style,
    cell,
    lines,
    paragraph,
    row,
    size,
    table,
    tag,
    value,
    word_file,
)

PORTRAIT, LANDSCAPE = SHEETS
KEEP = "<w:keepNext/>"
NEW_PAGE = "<w:pageBreakBefore/>"
WHOLE = "<w:cantSplit/>"
HEAD = "<w:cantSplit/><w:tblHeader/>"
MIDDLE = '<w:vAlign w:val="center"/>'
GREY = '<w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/>'
TIGHT = '<w:tcMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tcMar>'
MERGED, BELOW = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
SOME = 1000
"""Twips of a cell whose width the view knows."""

TITLES = (
    Style("CalendarTitle", "Заголовок календаря", KEEP + CENTRED, BOLD + size(12)),
    Style("CalendarCaption", "Вид календаря", KEEP + CENTRED, size(12)),
    Style("CalendarNote", "Примечание календаря", '<w:spacing w:before="60"/>', size(9)),
    Style("Interval", "Промежуток", "", size(6)),
)
GRID_STYLES = (
    *TITLES,
    Style("YearTitle", "Заголовок картины года", KEEP + NEW_PAGE + CENTRED, BOLD + size(12)),
    Style("GridHead", "Шапка графика", KEEP + CENTRED, BOLD + size(9)),
    Style("GridStage", "Этап в графике", KEEP, BOLD + size(9)),
    Style("GridCell", "Клетка графика", "", size(9)),
    Style("GridMark", "Срок в графике", CENTRED, size(9)),
    Style("WeekHead", "Число понедельника", KEEP + CENTRED, size(7)),
    Style("WeekMark", "Срок в картине года", CENTRED, size(7)),
)
SHEET_STYLES = (
    *TITLES,
    Style("SheetTitle", "Лист", KEEP + CENTRED, size(12)),
    Style("NextSheetTitle", "Следующий лист", KEEP + NEW_PAGE + CENTRED, size(12)),
    Style("SheetPerson", "Кто отвечает", KEEP + CENTRED, BOLD + size(14)),
    Style("SheetHead", "Шапка листа", KEEP + CENTRED, BOLD + size(11)),
    Style("SheetHeading", "Заголовок в листе", KEEP, BOLD + size(11)),
    Style("SheetCell", "Клетка листа", "", size(11)),
)
MONTH_STYLES = (
    *TITLES,
    Style("Month", "Месяц", KEEP + CENTRED, BOLD + size(16)),
    Style("NextMonth", "Следующий месяц", KEEP + NEW_PAGE + CENTRED, BOLD + size(16)),
    Style("WeekdayHead", "День недели", KEEP + CENTRED, BOLD + size(9)),
    Style("DayNumber", "Число", "", BOLD + size(11)),
    Style("DayWord", "О дне", "", "<w:i/><w:iCs/>" + size(8)),
    Style("DayLine", "Срок дня", "", size(8)),
    Style("ListHeading", "Заголовок списка", KEEP + '<w:spacing w:before="120" w:after="40"/>', BOLD + size(11)),
    Style("ListCell", "Строка списка", "", size(9)),
)


def _each(loop: str, inside: str) -> str:
    """Rows for each item of a list."""
    return _lone(f"{{%tr for {loop} %}}") + inside + _lone("{%tr endfor %}")


def _lone(text: str) -> str:
    return row(cell(SOME, tag(text)))


def _columns(loop: str, one: str) -> str:
    """Cells for each item of a list."""
    return cell(SOME, tag(f"{{%tc for {loop} %}}")) + one + cell(SOME, tag("{%tc endfor %}"))


def _wide(width: str, text: str, style: str, span: str = "", more: str = "") -> str:
    """A cell whose width, and the columns it takes, are values of the view."""
    directives = f"{{#width {width}#}}" + (f"{{% colspan {span} %}}" if span else "")
    return cell(SOME, value(directives, text, style), more=more)


def _times(style: str) -> str:
    """The cells of a row on the axis of time."""
    directives = "{#width width#}{% colspan span %}{% cellbg colour %}"
    one = cell(SOME, value(directives, "{{ text }}", style), more=TIGHT + MIDDLE)
    return _columns("width, span, colour, text in cells", one)


def _of_kinds(kinds: list[tuple[str, str]]) -> str:
    """The first pair of kind and rows that fits; the last one for all others."""
    text = ""
    for at, (kind, inside) in enumerate(kinds):
        word = "else" if at == len(kinds) - 1 else f'{"elif" if at else "if"} kind == "{kind}"'
        text += _lone(f"{{%tr {word} %}}") + inside
    return text + _lone("{%tr endif %}")


def _grid_table() -> str:
    def ends(style: str, people: str) -> str:
        return _wide("person_width", people, style) + _wide("done_width", "", style)

    def line(style: str) -> str:
        return row(_wide("number_width", "{{ number }}", style) + _wide("title_width", "{{ name }}", style)
                   + _times("GridMark") + ends("GridCell", "{{ people }}"), WHOLE)

    years = row(
        _wide("number_width", "№", "GridHead", more=MERGED + MIDDLE)
        + _wide("title_width", "Мероприятие", "GridHead", more=MERGED + MIDDLE)
        + _columns("width, span, name in groups", _wide("width", "{{ name }}", "GridHead", "span", TIGHT))
        + _wide("person_width", "Ответственный", "GridHead", more=MERGED + MIDDLE)
        + _wide("done_width", "Отметка", "GridHead", more=MERGED + MIDDLE), HEAD)
    months = row(
        _wide("number_width", "", "GridHead", more=BELOW) + _wide("title_width", "", "GridHead", more=BELOW)
        + _columns("width, name in months", _wide("width", "{{ name }}", "GridHead", more=TIGHT))
        + _wide("person_width", "", "GridHead", more=BELOW) + _wide("done_width", "", "GridHead", more=BELOW), HEAD)
    stage = row(_wide("number_width", "{{ number }}", "GridStage", more=GREY)
                + _wide("whole_width", "{{ name }}", "GridStage", "whole_span", GREY), WHOLE)
    rows = _of_kinds([("stage", stage), ("timed-stage", line("GridStage")), ("", line("GridCell"))])
    return table("RoadmapTable", (LANDSCAPE.line,), _each("groups in years", years) + months
                 + _each("kind, number, name, cells, people in rows", rows))


def _year_table() -> str:
    def line(style: str) -> str:
        return row(_wide("number_width", "{{ number }}", style) + _wide("week_title_width", "{{ name }}", style)
                   + _times("WeekMark"), WHOLE)

    def over(width: str, word: str) -> str:
        """A cell over all rows of the head."""
        directives = f"{{#width {width}#}}{{#vmerge merge#}}"
        return cell(SOME, value(directives, f"{{{{ {word} }}}}", "GridHead"), more=MIDDLE)

    months = row(
        over("number_width", "number_heading") + over("week_title_width", "title_heading")
        + _columns("width, span, name in groups", _wide("width", "{{ name }}", "GridHead", "span", TIGHT)), HEAD)
    weeks = row(
        _wide("number_width", "", "GridHead", more=BELOW) + _wide("week_title_width", "", "GridHead", more=BELOW)
        + _columns("width, name in weeks", _wide("width", "{{ name }}", "WeekHead", more=TIGHT)), HEAD)
    stage = row(_wide("number_width", "{{ number }}", "GridStage", more=GREY)
                + _wide("whole_width", "{{ name }}", "GridStage", "week_span", GREY), WHOLE)
    undated = row(
        _wide("number_width", "{{ number }}", "GridCell") + _wide("week_title_width", "{{ name }}", "GridCell")
        + _times("GridMark"), WHOLE)
    rows = _of_kinds([("stage", stage), ("timed-stage", line("GridStage")), ("undated", undated),
                      ("", line("GridCell"))])
    heads = _each("merge, number_heading, title_heading, groups in week_heads", months) + weeks
    return table("RoadmapTable", (LANDSCAPE.line,), heads
                 + _each("kind, number, name, cells in bands", rows))


def draw_grid() -> bytes:
    """План-график and the picture of the year."""
    body = (
        lines("title", "CalendarTitle") + paragraph("План-график", "CalendarCaption") + paragraph("", "Interval")
        + _grid_table() + lines("legend", "CalendarNote")
        + paragraph("Картина года", "YearTitle") + paragraph("", "Interval")
        + _year_table() + lines("week_legend", "CalendarNote")
    )
    return word_file(LANDSCAPE, body, GRID_STYLES, "Шаблон плана-графика")


def draw_sheets() -> bytes:
    """Листы ответственных."""
    grid = (1900, 800, PORTRAIT.line - 1900 - 800 - 2400 - 1200, 2400, 1200)
    heads = ("Срок", "№", "Мероприятие", "Результат", "Отметка")
    texts = ("{{ day }}", "{{ number }}", "{{ name }}", "{{ result }}", "")

    def of(style: str, words: tuple[str, ...], properties: str) -> str:
        return row("".join(cell(width, paragraph(text, style)) for width, text in zip(grid, words, strict=True)),
                   properties)

    heading = row(cell(PORTRAIT.line, paragraph("{{ name }}", "SheetHeading"), 5, GREY), WHOLE)
    rows = _each("kind, day, number, name, result in rows",
                 _of_kinds([("heading", heading), ("", of("SheetCell", texts, WHOLE))]))
    body = (
        tag("{%p for person, note, rows in people %}")
        + tag("{%p if loop.first %}") + paragraph("Лист ответственного", "SheetTitle")
        + tag("{%p else %}") + paragraph("Лист ответственного", "NextSheetTitle") + tag("{%p endif %}")
        + paragraph("{{ person }}", "SheetPerson")
        + tag("{%p if note %}") + paragraph("{{ note }}", "CalendarCaption") + tag("{%p endif %}")
        + lines("title", "CalendarCaption") + paragraph("", "Interval")
        + table("RoadmapTable", grid, of("SheetHead", heads, HEAD) + rows)
        + paragraph("", "Interval")
        + tag("{%p else %}") + paragraph("В карте нет мероприятий", "CalendarCaption") + tag("{%p endfor %}")
    )
    return word_file(PORTRAIT, body, SHEET_STYLES, "Шаблон листов ответственных")


def draw_months() -> bytes:
    """Месячные листы."""
    days = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    names = ("понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье")
    width = LANDSCAPE.line // 7
    listing = (2600, 900, LANDSCAPE.line - 2600 - 900 - 3800, 3800)

    def day(name: str) -> str:
        inside = (
            value(f"{{% cellbg {name}.colour %}}", f"{{{{ {name}.number }}}}", "DayNumber")
            + tag(f"{{%p if {name}.word %}}") + paragraph(f"{{{{ {name}.word }}}}", "DayWord") + tag("{%p endif %}")
            + lines(f"{name}.lines", "DayLine")
        )
        return cell(width, inside)

    def listed(name: str) -> str:
        texts = ("{{ day }}", "{{ number }}", "{{ name }}", "{{ people }}")
        one = row("".join(cell(wide, paragraph(text, "ListCell")) for wide, text in zip(listing, texts, strict=True)),
                  WHOLE)
        return table("RoadmapTable", listing, _each(f"day, number, name, people in {name}", one))

    head = row("".join(cell(width, paragraph(name, "WeekdayHead"), more=GREY) for name in names), HEAD)
    week = row("".join(map(day, days)), WHOLE + '<w:trHeight w:val="1250" w:hRule="atLeast"/>')
    body = (
        tag("{%p for month, remark, weeks, rest in months %}")
        + tag("{%p if loop.first %}") + paragraph("{{ month }}", "Month")
        + tag("{%p else %}") + paragraph("{{ month }}", "NextMonth") + tag("{%p endif %}")
        + paragraph("{{ title }}", "CalendarCaption")
        + table("RoadmapTable", (width,) * 7, head + _each(f"{', '.join(days)} in weeks", week))
        + tag("{%p if remark %}") + paragraph("{{ remark }}", "CalendarNote") + tag("{%p endif %}")
        + tag("{%p if rest %}") + paragraph("Не поместилось в клетки", "ListHeading") + listed("rest")
        + tag("{%p endif %}") + paragraph("", "Interval")
        + tag("{%p endfor %}")
        + tag("{%p for heading, lines in lists %}")
        + tag("{%p if loop.first %}") + paragraph("{{ heading }}", "NextMonth")
        + tag("{%p else %}") + paragraph("{{ heading }}", "Month") + tag("{%p endif %}")
        + listed("lines")
        + paragraph("", "Interval") + tag("{%p endfor %}")
    )
    return word_file(LANDSCAPE, body, MONTH_STYLES, "Шаблон месячных листов")


DRAWN = {"calendar-grid.docx": draw_grid, "calendar-people.docx": draw_sheets, "calendar-months.docx": draw_months}


def precompiled() -> dict[str, str]:
    """The files of the folder `precompiled`, by their names."""
    from roadmap_compiler.calendars.vocabulary import GRID
    from roadmap_compiler.documents.precompiling import modules_of

    return modules_of({"grid": draw_grid()}, GRID)


def main() -> None:
    """Writes every template of a calendar into the folder ``templates`` of the checkout."""
    folder = Path(__file__).parents[2] / "templates"
    for name, draw in DRAWN.items():
        (folder / name).write_bytes(draw())


if __name__ == "__main__":
    main()
