"""Draws the bundled templates: ``python -m roadmap_compiler.documents.drawing`` writes them into ``templates/``.

They are Word files like any other, so a person may open one, restyle it and save it under another name; here is
where they come from at first. Rules in brackets are those of ГОСТ Р 7.0.97-2025 unless another source is named.
"""

from __future__ import annotations

from pathlib import Path

from .word_file import (
    BOLD,
    CENTRED,
    MM,
    SHEETS,
    Sheet,
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

APPROVAL = 4536  # 80 mm: the longest line of a requisite in a corner of the sheet (4.2)
STYLES = (
    Style("Mark", "Пометка документа", '<w:spacing w:after="120"/><w:jc w:val="right"/>', BOLD + size(14)),
    Style("Letterhead", "Бланк организации", CENTRED, size(12)),
    Style("Approval", "Гриф", "", size(12)),
    Style("RoadmapTitle", "Заголовок карты", "<w:keepNext/>" + CENTRED, BOLD + size(14)),
    Style("TableHead", "Шапка таблицы", "<w:keepNext/>" + CENTRED, BOLD + size(12)),
    Style("ColumnNumber", "Номера столбцов", "<w:keepNext/>" + CENTRED, size(10)),
    Style("StageRow", "Строка этапа", "<w:keepNext/>", BOLD + size(12)),
    Style("TableCell", "Ячейка таблицы", "", size(12)),
    Style("Signing", "Подпись под картой", "", size(12)),
    Style("SigningName", "Фамилия под картой", '<w:jc w:val="right"/>', size(12)),
    Style("Interval", "Промежуток", "", size(12)),
    # after a table that fills its page this line must not make another one
    Style("TableEnd", "После таблицы", '<w:spacing w:line="20" w:lineRule="exact"/>', size(1)),
    Style("LastLine", "Отметка в конце", '<w:spacing w:before="240"/>', size(10)),
)


def _approvals(sheet: Sheet) -> str:
    """The grifs: two cells without borders, the right one 80 mm wide, each side left aligned (5.16, 5.20)."""
    left = sheet.line - APPROVAL
    keep_off = f'<w:tcMar><w:right w:w="{left - APPROVAL}" w:type="dxa"/></w:tcMar>'

    def side(name: str) -> str:
        begin = tag(f"{{%p for line in {name} %}}") + paragraph("{{ line }}", "Approval")
        return begin + tag("{%p else %}") + paragraph("", "Approval") + tag("{%p endfor %}")

    grid = (left, APPROVAL)
    rows = (
        row(cell(sheet.line, tag("{%tr for left, right in approvals %}"), 2))
        + row(cell(left, side("left"), more=keep_off) + cell(APPROVAL, side("right")), "<w:cantSplit/>")
        + row(cell(sheet.line, paragraph("", "Interval"), 2))
        + row(cell(sheet.line, tag("{%tr endfor %}"), 2))
    )
    return (
        tag("{%p if approvals %}") + table("TableNormal", grid, rows)
        + paragraph("", "Interval") + tag("{%p endif %}")
    )


def _roadmap(sheet: Sheet) -> str:
    """The table. Its head is repeated on each page (ГОСТ Р 2.105, 5.2.13); no row is split but a tall one."""
    side = 1701
    grid = (side, sheet.line - 2 * side, side)

    def tag_row(text: str) -> str:
        return row(cell(sheet.line, tag(text), 3))

    def cells(loop: str, inside: str, properties: str, more: str = "") -> str:
        return row(
            cell(side, tag(f"{{%tc for {loop} %}}"))
            + cell(grid[1], inside, more=more)
            + cell(side, tag("{%tc endfor %}")),
            properties,
        )

    def of_columns(text: str, style: str) -> str:
        inside = value("{#width width#}", text, style)
        middle = '<w:vAlign w:val="center"/>'
        return cells("width, heading, number in columns", inside, "<w:cantSplit/><w:tblHeader/>", middle)

    def of_cells(style: str, properties: str) -> str:
        inside = value("{#width width#}{% colspan span %}{#vmerge merge#}", "{{ text }}", style)
        return cells("width, span, merge, text in cells", inside, properties)

    rows = (
        tag_row("{%tr if has_header %}")
        + of_columns("{{ heading }}", "TableHead")
        + tag_row("{%tr endif %}")
        + tag_row("{%tr if has_column_numbers %}")
        + of_columns("{{ number }}", "ColumnNumber")
        + tag_row("{%tr endif %}")
        + tag_row("{%tr for kind, cells in rows %}")
        + tag_row('{%tr if kind == "stage" %}')
        + of_cells("StageRow", "<w:cantSplit/>")
        + tag_row('{%tr elif kind == "long" %}')
        + of_cells("TableCell", "")
        + tag_row("{%tr else %}")
        + of_cells("TableCell", "<w:cantSplit/>")
        + tag_row("{%tr endif %}")
        + tag_row("{%tr endfor %}")
    )
    return table("RoadmapTable", grid, rows)


def _signatures(sheet: Sheet) -> str:
    """Position, a line to sign on, name on the last line of the position (5.22).

    Three cells and not tab stops: a position of two lines stays beside its name.
    """
    name, line = round(60 * MM), round(45 * MM)
    grid = (sheet.line - name - line, line, name)
    bottom = '<w:vAlign w:val="bottom"/>'
    ruled = '<w:tcBorders><w:bottom w:val="single" w:sz="4" w:space="0" w:color="auto"/></w:tcBorders>' + bottom
    rows = (
        row(cell(sheet.line, tag("{%tr for position, name in signatures %}"), 3))
        + row(cell(sheet.line, paragraph("", "Interval"), 3), "<w:cantSplit/>")
        + row(
            cell(grid[0], paragraph("{{ position }}", "Signing"), more=bottom)
            + cell(line, paragraph("", "Signing"), more=ruled)
            + cell(name, paragraph("{{ name }}", "SigningName"), more=bottom),
            "<w:cantSplit/>",
        )
        + row(cell(sheet.line, tag("{%tr endfor %}"), 3))
    )
    return (
        tag("{%p if signatures %}") + table("TableNormal", grid, rows)
        + paragraph("", "TableEnd") + tag("{%p endif %}")
    )


def _body(sheet: Sheet) -> str:
    return (
        tag("{%p if mark %}") + paragraph("{{ mark }}", "Mark") + tag("{%p endif %}")
        + tag("{%p if letterhead %}") + lines("letterhead", "Letterhead")
        + paragraph("", "Interval") + tag("{%p endif %}")
        + _approvals(sheet)
        + tag("{%p if title %}") + lines("title", "RoadmapTitle")
        + paragraph("", "Interval") + tag("{%p endif %}")
        + _roadmap(sheet)
        + paragraph("", "TableEnd")
        + _signatures(sheet)
        + tag("{%p if footer %}") + paragraph("{{ footer }}", "LastLine") + tag("{%p endif %}")
    )


def draw(sheet: Sheet) -> bytes:
    """The DOCX of a bundled template."""
    return word_file(sheet, _body(sheet), STYLES, "Шаблон дорожной карты")


def main() -> None:
    """Writes every bundled template into the folder ``templates`` of the checkout."""
    folder = Path(__file__).parents[2] / "templates"
    for sheet in SHEETS:
        (folder / f"{sheet.name}.docx").write_bytes(draw(sheet))


if __name__ == "__main__":
    main()
