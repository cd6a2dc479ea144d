"""Fills what is left where a condition or a loop of a template printed nothing.

Word calls a file damaged if a cell has no paragraph, a row no cell, a table no row; two tables without a paragraph
between them become one. A template's author cannot be expected to think of it.
"""

from __future__ import annotations

import re

NOTHING = "<w:p/>"
BARE_ROW = re.compile(r"<w:tr>(?:<w:trPr>(?:(?!</w:trPr>).)*</w:trPr>)?</w:tr>")
TABLE_END = "</w:tbl>"
# What stands before the rows of a table, and so at the end of one without rows.
BEFORE_ROWS = ("</w:tblGrid>", "<w:tblGrid/>", "</w:tblPr>", "<w:tblPr/>")
BARE_TABLE = re.compile(rf"<w:tbl>(?:(?!<w:tbl>).)*?(?:{'|'.join(BEFORE_ROWS)}){TABLE_END}")
# What must not follow a table at once: another one, the end of a cell, of the body, of a header.
NEEDS_PARAGRAPH = ("<w:tbl>", "</w:tc>", "<w:sectPr", "</w:body>", "</w:hdr>", "</w:ftr>")
BARE_PART = re.compile(r"(<w:(?:hdr|ftr)\b[^>]*>)(</w:)")


def without_gaps(text: str, look_closely: bool) -> str:
    """``text``, the XML of a part, with every gap closed; rows and cells are looked at only if asked for."""
    if look_closely and ("</w:trPr></w:tr>" in text or "<w:tr></w:tr>" in text):
        text = BARE_ROW.sub("", text)
    tables = text.split(TABLE_END)
    if any(table.endswith(BEFORE_ROWS) for table in tables):
        text = BARE_TABLE.sub("", text)
        tables = text.split(TABLE_END)
    if any(after.startswith(NEEDS_PARAGRAPH) for after in tables[1:]):
        text = TABLE_END.join([tables[0]] + [
            NOTHING + after if after.startswith(NEEDS_PARAGRAPH) else after for after in tables[1:]
        ])
    if look_closely:
        text = text.replace("</w:tcPr></w:tc>", f"</w:tcPr>{NOTHING}</w:tc>")
        text = text.replace("<w:tcPr/></w:tc>", f"<w:tcPr/>{NOTHING}</w:tc>")
    return BARE_PART.sub(rf"\1{NOTHING}\2", text) if text.endswith(("</w:hdr>", "</w:ftr>")) else text
