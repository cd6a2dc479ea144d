"""The body of landscape.docx.

Written by ``python -m tests.regenerate``.
"""
# ruff: noqa

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from roadmap_compiler.documents.values import merge as _vmerge
from roadmap_compiler.documents.values import whole_number as _number
from roadmap_compiler.documents.values import xml_text as _text


def pieces(view: Mapping[str, Any]) -> list[str]:
    """The body of the document for ``view``, in pieces."""
    out: list[str] = []
    letterhead = view["letterhead"]
    approvals = view["approvals"]
    title = view["title"]
    columns = view["columns"]
    has_header = view["has_header"]
    has_column_numbers = view["has_column_numbers"]
    rows = view["rows"]
    signatures = view["signatures"]
    footer = view["footer"]
    mark = view["mark"]
    out += ('<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>',)
    if mark:
        out += ('<w:p><w:pPr><w:pStyle w:val="Mark"/></w:pPr><w:r><w:t xml:space="preserve">', _text(mark), '</w:t></w:r></w:p>',)
    if letterhead:
        for line in letterhead:
            out += ('<w:p><w:pPr><w:pStyle w:val="Letterhead"/></w:pPr><w:r><w:t xml:space="preserve">', _text(line), '</w:t></w:r></w:p>',)
        out += ('<w:p><w:pPr><w:pStyle w:val="Interval"/></w:pPr><w:r><w:t xml:space="preserve"/></w:r></w:p>',)
    if approvals:
        out += ('<w:tbl><w:tblPr><w:tblStyle w:val="TableNormal"/><w:tblW w:w="15137" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0000"/></w:tblPr><w:tblGrid><w:gridCol w:w="10601"/><w:gridCol w:w="4536"/></w:tblGrid>',)
        for left, right in approvals:
            out += ('<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="10601" w:type="dxa"/><w:tcMar><w:right w:w="6065" w:type="dxa"/></w:tcMar></w:tcPr>',)
            for line in left:
                out += ('<w:p><w:pPr><w:pStyle w:val="Approval"/></w:pPr><w:r><w:t xml:space="preserve">', _text(line), '</w:t></w:r></w:p>',)
            if not left:
                out += ('<w:p><w:pPr><w:pStyle w:val="Approval"/></w:pPr><w:r><w:t xml:space="preserve"/></w:r></w:p>',)
            out += ('</w:tc><w:tc><w:tcPr><w:tcW w:w="4536" w:type="dxa"/></w:tcPr>',)
            for line in right:
                out += ('<w:p><w:pPr><w:pStyle w:val="Approval"/></w:pPr><w:r><w:t xml:space="preserve">', _text(line), '</w:t></w:r></w:p>',)
            if not right:
                out += ('<w:p><w:pPr><w:pStyle w:val="Approval"/></w:pPr><w:r><w:t xml:space="preserve"/></w:r></w:p>',)
            out += ('</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:tcW w:w="15137" w:type="dxa"/><w:gridSpan w:val="2"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="Interval"/></w:pPr><w:r><w:t xml:space="preserve"/></w:r></w:p></w:tc></w:tr>',)
        out += ('</w:tbl><w:p><w:pPr><w:pStyle w:val="Interval"/></w:pPr><w:r><w:t xml:space="preserve"/></w:r></w:p>',)
    if title:
        for line in title:
            out += ('<w:p><w:pPr><w:pStyle w:val="RoadmapTitle"/></w:pPr><w:r><w:t xml:space="preserve">', _text(line), '</w:t></w:r></w:p>',)
        out += ('<w:p><w:pPr><w:pStyle w:val="Interval"/></w:pPr><w:r><w:t xml:space="preserve"/></w:r></w:p>',)
    out += ('<w:tbl><w:tblPr><w:tblStyle w:val="RoadmapTable"/><w:tblW w:w="15137" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0000"/></w:tblPr><w:tblGrid>',)
    for width, heading, number in columns:
        out += ('<w:gridCol w:w="', _text(_number(width)), '"/>',)
    out += ('</w:tblGrid>',)
    if has_header:
        out += ('<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>',)
        for width, heading, number in columns:
            out += ('<w:tc><w:tcPr><w:tcW w:w="', _text(_number(width)), '" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="TableHead"/></w:pPr><w:r><w:t xml:space="preserve">', _text(heading), '</w:t></w:r></w:p></w:tc>',)
        if not columns:
            out += ('<w:tc><w:tcPr/><w:p/></w:tc>',)
        out += ('</w:tr>',)
    if has_column_numbers:
        out += ('<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>',)
        for width, heading, number in columns:
            out += ('<w:tc><w:tcPr><w:tcW w:w="', _text(_number(width)), '" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="ColumnNumber"/></w:pPr><w:r><w:t xml:space="preserve">', _text(number), '</w:t></w:r></w:p></w:tc>',)
        if not columns:
            out += ('<w:tc><w:tcPr/><w:p/></w:tc>',)
        out += ('</w:tr>',)
    for kind, cells in rows:
        if kind == 'stage':
            out += ('<w:tr><w:trPr><w:cantSplit/></w:trPr>',)
            for width, span, merge, text in cells:
                out += ('<w:tc><w:tcPr><w:tcW w:w="', _text(_number(width)), '" w:type="dxa"/>',)
                if span != 1:
                    out += ('<w:gridSpan w:val="', _text(_number(span)), '"/>',)
                if merge:
                    out += ('<w:vMerge w:val="', _text(_vmerge(merge)), '"/>',)
                out += ('</w:tcPr><w:p><w:pPr><w:pStyle w:val="StageRow"/></w:pPr><w:r><w:t xml:space="preserve">', _text(text), '</w:t></w:r></w:p></w:tc>',)
            if not cells:
                out += ('<w:tc><w:tcPr/><w:p/></w:tc>',)
            out += ('</w:tr>',)
        elif kind == 'long':
            out += ('<w:tr>',)
            for width, span, merge, text in cells:
                out += ('<w:tc><w:tcPr><w:tcW w:w="', _text(_number(width)), '" w:type="dxa"/>',)
                if span != 1:
                    out += ('<w:gridSpan w:val="', _text(_number(span)), '"/>',)
                if merge:
                    out += ('<w:vMerge w:val="', _text(_vmerge(merge)), '"/>',)
                out += ('</w:tcPr><w:p><w:pPr><w:pStyle w:val="TableCell"/></w:pPr><w:r><w:t xml:space="preserve">', _text(text), '</w:t></w:r></w:p></w:tc>',)
            if not cells:
                out += ('<w:tc><w:tcPr/><w:p/></w:tc>',)
            out += ('</w:tr>',)
        else:
            out += ('<w:tr><w:trPr><w:cantSplit/></w:trPr>',)
            for width, span, merge, text in cells:
                out += ('<w:tc><w:tcPr><w:tcW w:w="', _text(_number(width)), '" w:type="dxa"/>',)
                if span != 1:
                    out += ('<w:gridSpan w:val="', _text(_number(span)), '"/>',)
                if merge:
                    out += ('<w:vMerge w:val="', _text(_vmerge(merge)), '"/>',)
                out += ('</w:tcPr><w:p><w:pPr><w:pStyle w:val="TableCell"/></w:pPr><w:r><w:t xml:space="preserve">', _text(text), '</w:t></w:r></w:p></w:tc>',)
            if not cells:
                out += ('<w:tc><w:tcPr/><w:p/></w:tc>',)
            out += ('</w:tr>',)
    out += ('</w:tbl><w:p><w:pPr><w:pStyle w:val="TableEnd"/></w:pPr><w:r><w:t xml:space="preserve"/></w:r></w:p>',)
    if signatures:
        out += ('<w:tbl><w:tblPr><w:tblStyle w:val="TableNormal"/><w:tblW w:w="15137" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0000"/></w:tblPr><w:tblGrid><w:gridCol w:w="9184"/><w:gridCol w:w="2551"/><w:gridCol w:w="3402"/></w:tblGrid>',)
        for position, name in signatures:
            out += ('<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="15137" w:type="dxa"/><w:gridSpan w:val="3"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="Interval"/></w:pPr><w:r><w:t xml:space="preserve"/></w:r></w:p></w:tc></w:tr><w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="9184" w:type="dxa"/><w:vAlign w:val="bottom"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="Signing"/></w:pPr><w:r><w:t xml:space="preserve">', _text(position), '</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:tcW w:w="2551" w:type="dxa"/><w:tcBorders><w:bottom w:val="single" w:sz="4" w:space="0" w:color="auto"/></w:tcBorders><w:vAlign w:val="bottom"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="Signing"/></w:pPr><w:r><w:t xml:space="preserve"/></w:r></w:p></w:tc><w:tc><w:tcPr><w:tcW w:w="3402" w:type="dxa"/><w:vAlign w:val="bottom"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="SigningName"/></w:pPr><w:r><w:t xml:space="preserve">', _text(name), '</w:t></w:r></w:p></w:tc></w:tr>',)
        out += ('</w:tbl><w:p><w:pPr><w:pStyle w:val="TableEnd"/></w:pPr><w:r><w:t xml:space="preserve"/></w:r></w:p>',)
    if footer:
        out += ('<w:p><w:pPr><w:pStyle w:val="LastLine"/></w:pPr><w:r><w:t xml:space="preserve">', _text(footer), '</w:t></w:r></w:p>',)
    out += ('<w:sectPr><w:headerReference w:type="default" r:id="rIdHeader"/><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1134" w:right="567" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/><w:titlePg/></w:sectPr></w:body></w:document>',)
    return out
