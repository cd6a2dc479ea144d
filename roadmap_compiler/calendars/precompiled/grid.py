"""The body of grid.docx.

Written by ``python -m tests.regenerate``.
"""
# ruff: noqa

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from roadmap_compiler.documents.values import colour as _cellbg
from roadmap_compiler.documents.values import merge as _vmerge
from roadmap_compiler.documents.values import whole_number as _number
from roadmap_compiler.documents.values import xml_text as _text


def pieces(view: Mapping[str, Any]) -> list[str]:
    """The body of the document for ``view``, in pieces."""
    out: list[str] = []
    title = view["title"]
    number_width = view["number_width"]
    title_width = view["title_width"]
    person_width = view["person_width"]
    done_width = view["done_width"]
    whole_width = view["whole_width"]
    whole_span = view["whole_span"]
    years = view["years"]
    months = view["months"]
    rows = view["rows"]
    legend = view["legend"]
    week_title_width = view["week_title_width"]
    week_heads = view["week_heads"]
    weeks = view["weeks"]
    week_span = view["week_span"]
    week_legend = view["week_legend"]
    bands = view["bands"]
    out += ('<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>',)
    for line in title:
        out += ('<w:p><w:pPr><w:pStyle w:val="CalendarTitle"/></w:pPr><w:r><w:t xml:space="preserve">', _text(line), '</w:t></w:r></w:p>',)
    out += ('<w:p><w:pPr><w:pStyle w:val="CalendarCaption"/></w:pPr><w:r><w:t xml:space="preserve">План-график</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="Interval"/></w:pPr><w:r><w:t xml:space="preserve"/></w:r></w:p><w:tbl><w:tblPr><w:tblStyle w:val="RoadmapTable"/><w:tblW w:w="15137" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0000"/></w:tblPr><w:tblGrid><w:gridCol w:w="', _text(_number(number_width)), '"/><w:gridCol w:w="', _text(_number(title_width)), '"/>',)
    for width, name in months:
        out += ('<w:gridCol w:w="', _text(_number(width)), '"/>',)
    out += ('<w:gridCol w:w="', _text(_number(person_width)), '"/><w:gridCol w:w="', _text(_number(done_width)), '"/></w:tblGrid>',)
    for groups in years:
        out += ('<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr><w:tc><w:tcPr><w:tcW w:w="', _text(_number(number_width)), '" w:type="dxa"/><w:vMerge w:val="restart"/><w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="GridHead"/></w:pPr><w:r><w:t xml:space="preserve">№</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:tcW w:w="', _text(_number(title_width)), '" w:type="dxa"/><w:vMerge w:val="restart"/><w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="GridHead"/></w:pPr><w:r><w:t xml:space="preserve">Мероприятие</w:t></w:r></w:p></w:tc>',)
        for width, span, name in groups:
            out += ('<w:tc><w:tcPr><w:tcW w:w="', _text(_number(width)), '" w:type="dxa"/>',)
            if span != 1:
                out += ('<w:gridSpan w:val="', _text(_number(span)), '"/>',)
            out += ('<w:tcMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tcMar></w:tcPr><w:p><w:pPr><w:pStyle w:val="GridHead"/></w:pPr><w:r><w:t xml:space="preserve">', _text(name), '</w:t></w:r></w:p></w:tc>',)
        if not groups:
            out += ('<w:tc><w:tcPr/><w:p/></w:tc>',)
        out += ('<w:tc><w:tcPr><w:tcW w:w="', _text(_number(person_width)), '" w:type="dxa"/><w:vMerge w:val="restart"/><w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="GridHead"/></w:pPr><w:r><w:t xml:space="preserve">Ответственный</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:tcW w:w="', _text(_number(done_width)), '" w:type="dxa"/><w:vMerge w:val="restart"/><w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="GridHead"/></w:pPr><w:r><w:t xml:space="preserve">Отметка</w:t></w:r></w:p></w:tc></w:tr>',)
    out += ('<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr><w:tc><w:tcPr><w:tcW w:w="', _text(_number(number_width)), '" w:type="dxa"/><w:vMerge/></w:tcPr><w:p><w:pPr><w:pStyle w:val="GridHead"/></w:pPr></w:p></w:tc><w:tc><w:tcPr><w:tcW w:w="', _text(_number(title_width)), '" w:type="dxa"/><w:vMerge/></w:tcPr><w:p><w:pPr><w:pStyle w:val="GridHead"/></w:pPr></w:p></w:tc>',)
    for width, name in months:
        out += ('<w:tc><w:tcPr><w:tcW w:w="', _text(_number(width)), '" w:type="dxa"/><w:tcMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tcMar></w:tcPr><w:p><w:pPr><w:pStyle w:val="GridHead"/></w:pPr><w:r><w:t xml:space="preserve">', _text(name), '</w:t></w:r></w:p></w:tc>',)
    if not months:
        out += ('<w:tc><w:tcPr/><w:p/></w:tc>',)
    out += ('<w:tc><w:tcPr><w:tcW w:w="', _text(_number(person_width)), '" w:type="dxa"/><w:vMerge/></w:tcPr><w:p><w:pPr><w:pStyle w:val="GridHead"/></w:pPr></w:p></w:tc><w:tc><w:tcPr><w:tcW w:w="', _text(_number(done_width)), '" w:type="dxa"/><w:vMerge/></w:tcPr><w:p><w:pPr><w:pStyle w:val="GridHead"/></w:pPr></w:p></w:tc></w:tr>',)
    for kind, number, name, cells, people in rows:
        if kind == 'stage':
            out += ('<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="', _text(_number(number_width)), '" w:type="dxa"/><w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="GridStage"/></w:pPr><w:r><w:t xml:space="preserve">', _text(number), '</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:tcW w:w="', _text(_number(whole_width)), '" w:type="dxa"/>',)
            if whole_span != 1:
                out += ('<w:gridSpan w:val="', _text(_number(whole_span)), '"/>',)
            out += ('<w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="GridStage"/></w:pPr><w:r><w:t xml:space="preserve">', _text(name), '</w:t></w:r></w:p></w:tc></w:tr>',)
        elif kind == 'timed-stage':
            out += ('<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="', _text(_number(number_width)), '" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="GridStage"/></w:pPr><w:r><w:t xml:space="preserve">', _text(number), '</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:tcW w:w="', _text(_number(title_width)), '" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="GridStage"/></w:pPr><w:r><w:t xml:space="preserve">', _text(name), '</w:t></w:r></w:p></w:tc>',)
            for width, span, colour, text in cells:
                out += ('<w:tc><w:tcPr><w:tcW w:w="', _text(_number(width)), '" w:type="dxa"/>',)
                if span != 1:
                    out += ('<w:gridSpan w:val="', _text(_number(span)), '"/>',)
                out += ('<w:shd w:val="clear" w:color="auto" w:fill="', _text(_cellbg(colour)), '"/><w:tcMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tcMar><w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="GridMark"/></w:pPr><w:r><w:t xml:space="preserve">', _text(text), '</w:t></w:r></w:p></w:tc>',)
            if not cells:
                out += ('<w:tc><w:tcPr/><w:p/></w:tc>',)
            out += ('<w:tc><w:tcPr><w:tcW w:w="', _text(_number(person_width)), '" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="GridCell"/></w:pPr><w:r><w:t xml:space="preserve">', _text(people), '</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:tcW w:w="', _text(_number(done_width)), '" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="GridCell"/></w:pPr></w:p></w:tc></w:tr>',)
        else:
            out += ('<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="', _text(_number(number_width)), '" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="GridCell"/></w:pPr><w:r><w:t xml:space="preserve">', _text(number), '</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:tcW w:w="', _text(_number(title_width)), '" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="GridCell"/></w:pPr><w:r><w:t xml:space="preserve">', _text(name), '</w:t></w:r></w:p></w:tc>',)
            for width, span, colour, text in cells:
                out += ('<w:tc><w:tcPr><w:tcW w:w="', _text(_number(width)), '" w:type="dxa"/>',)
                if span != 1:
                    out += ('<w:gridSpan w:val="', _text(_number(span)), '"/>',)
                out += ('<w:shd w:val="clear" w:color="auto" w:fill="', _text(_cellbg(colour)), '"/><w:tcMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tcMar><w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="GridMark"/></w:pPr><w:r><w:t xml:space="preserve">', _text(text), '</w:t></w:r></w:p></w:tc>',)
            if not cells:
                out += ('<w:tc><w:tcPr/><w:p/></w:tc>',)
            out += ('<w:tc><w:tcPr><w:tcW w:w="', _text(_number(person_width)), '" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="GridCell"/></w:pPr><w:r><w:t xml:space="preserve">', _text(people), '</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:tcW w:w="', _text(_number(done_width)), '" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="GridCell"/></w:pPr></w:p></w:tc></w:tr>',)
    out += ('</w:tbl>',)
    for line in legend:
        out += ('<w:p><w:pPr><w:pStyle w:val="CalendarNote"/></w:pPr><w:r><w:t xml:space="preserve">', _text(line), '</w:t></w:r></w:p>',)
    out += ('<w:p><w:pPr><w:pStyle w:val="YearTitle"/></w:pPr><w:r><w:t xml:space="preserve">Картина года</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="Interval"/></w:pPr><w:r><w:t xml:space="preserve"/></w:r></w:p><w:tbl><w:tblPr><w:tblStyle w:val="RoadmapTable"/><w:tblW w:w="15137" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0000"/></w:tblPr><w:tblGrid><w:gridCol w:w="', _text(_number(number_width)), '"/><w:gridCol w:w="', _text(_number(week_title_width)), '"/>',)
    for width, name in weeks:
        out += ('<w:gridCol w:w="', _text(_number(width)), '"/>',)
    out += ('</w:tblGrid>',)
    for merge, number_heading, title_heading, groups in week_heads:
        out += ('<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr><w:tc><w:tcPr><w:tcW w:w="', _text(_number(number_width)), '" w:type="dxa"/>',)
        if merge:
            out += ('<w:vMerge w:val="', _text(_vmerge(merge)), '"/>',)
        out += ('<w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="GridHead"/></w:pPr><w:r><w:t xml:space="preserve">', _text(number_heading), '</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:tcW w:w="', _text(_number(week_title_width)), '" w:type="dxa"/>',)
        if merge:
            out += ('<w:vMerge w:val="', _text(_vmerge(merge)), '"/>',)
        out += ('<w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="GridHead"/></w:pPr><w:r><w:t xml:space="preserve">', _text(title_heading), '</w:t></w:r></w:p></w:tc>',)
        for width, span, name in groups:
            out += ('<w:tc><w:tcPr><w:tcW w:w="', _text(_number(width)), '" w:type="dxa"/>',)
            if span != 1:
                out += ('<w:gridSpan w:val="', _text(_number(span)), '"/>',)
            out += ('<w:tcMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tcMar></w:tcPr><w:p><w:pPr><w:pStyle w:val="GridHead"/></w:pPr><w:r><w:t xml:space="preserve">', _text(name), '</w:t></w:r></w:p></w:tc>',)
        if not groups:
            out += ('<w:tc><w:tcPr/><w:p/></w:tc>',)
        out += ('</w:tr>',)
    out += ('<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr><w:tc><w:tcPr><w:tcW w:w="', _text(_number(number_width)), '" w:type="dxa"/><w:vMerge/></w:tcPr><w:p><w:pPr><w:pStyle w:val="GridHead"/></w:pPr></w:p></w:tc><w:tc><w:tcPr><w:tcW w:w="', _text(_number(week_title_width)), '" w:type="dxa"/><w:vMerge/></w:tcPr><w:p><w:pPr><w:pStyle w:val="GridHead"/></w:pPr></w:p></w:tc>',)
    for width, name in weeks:
        out += ('<w:tc><w:tcPr><w:tcW w:w="', _text(_number(width)), '" w:type="dxa"/><w:tcMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tcMar></w:tcPr><w:p><w:pPr><w:pStyle w:val="WeekHead"/></w:pPr><w:r><w:t xml:space="preserve">', _text(name), '</w:t></w:r></w:p></w:tc>',)
    if not weeks:
        out += ('<w:tc><w:tcPr/><w:p/></w:tc>',)
    out += ('</w:tr>',)
    for kind, number, name, cells in bands:
        if kind == 'stage':
            out += ('<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="', _text(_number(number_width)), '" w:type="dxa"/><w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="GridStage"/></w:pPr><w:r><w:t xml:space="preserve">', _text(number), '</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:tcW w:w="', _text(_number(whole_width)), '" w:type="dxa"/>',)
            if week_span != 1:
                out += ('<w:gridSpan w:val="', _text(_number(week_span)), '"/>',)
            out += ('<w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="GridStage"/></w:pPr><w:r><w:t xml:space="preserve">', _text(name), '</w:t></w:r></w:p></w:tc></w:tr>',)
        elif kind == 'timed-stage':
            out += ('<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="', _text(_number(number_width)), '" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="GridStage"/></w:pPr><w:r><w:t xml:space="preserve">', _text(number), '</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:tcW w:w="', _text(_number(week_title_width)), '" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="GridStage"/></w:pPr><w:r><w:t xml:space="preserve">', _text(name), '</w:t></w:r></w:p></w:tc>',)
            for width, span, colour, text in cells:
                out += ('<w:tc><w:tcPr><w:tcW w:w="', _text(_number(width)), '" w:type="dxa"/>',)
                if span != 1:
                    out += ('<w:gridSpan w:val="', _text(_number(span)), '"/>',)
                out += ('<w:shd w:val="clear" w:color="auto" w:fill="', _text(_cellbg(colour)), '"/><w:tcMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tcMar><w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="WeekMark"/></w:pPr><w:r><w:t xml:space="preserve">', _text(text), '</w:t></w:r></w:p></w:tc>',)
            if not cells:
                out += ('<w:tc><w:tcPr/><w:p/></w:tc>',)
            out += ('</w:tr>',)
        elif kind == 'undated':
            out += ('<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="', _text(_number(number_width)), '" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="GridCell"/></w:pPr><w:r><w:t xml:space="preserve">', _text(number), '</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:tcW w:w="', _text(_number(week_title_width)), '" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="GridCell"/></w:pPr><w:r><w:t xml:space="preserve">', _text(name), '</w:t></w:r></w:p></w:tc>',)
            for width, span, colour, text in cells:
                out += ('<w:tc><w:tcPr><w:tcW w:w="', _text(_number(width)), '" w:type="dxa"/>',)
                if span != 1:
                    out += ('<w:gridSpan w:val="', _text(_number(span)), '"/>',)
                out += ('<w:shd w:val="clear" w:color="auto" w:fill="', _text(_cellbg(colour)), '"/><w:tcMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tcMar><w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="GridMark"/></w:pPr><w:r><w:t xml:space="preserve">', _text(text), '</w:t></w:r></w:p></w:tc>',)
            if not cells:
                out += ('<w:tc><w:tcPr/><w:p/></w:tc>',)
            out += ('</w:tr>',)
        else:
            out += ('<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="', _text(_number(number_width)), '" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="GridCell"/></w:pPr><w:r><w:t xml:space="preserve">', _text(number), '</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:tcW w:w="', _text(_number(week_title_width)), '" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="GridCell"/></w:pPr><w:r><w:t xml:space="preserve">', _text(name), '</w:t></w:r></w:p></w:tc>',)
            for width, span, colour, text in cells:
                out += ('<w:tc><w:tcPr><w:tcW w:w="', _text(_number(width)), '" w:type="dxa"/>',)
                if span != 1:
                    out += ('<w:gridSpan w:val="', _text(_number(span)), '"/>',)
                out += ('<w:shd w:val="clear" w:color="auto" w:fill="', _text(_cellbg(colour)), '"/><w:tcMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tcMar><w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="WeekMark"/></w:pPr><w:r><w:t xml:space="preserve">', _text(text), '</w:t></w:r></w:p></w:tc>',)
            if not cells:
                out += ('<w:tc><w:tcPr/><w:p/></w:tc>',)
            out += ('</w:tr>',)
    out += ('</w:tbl>',)
    for line in week_legend:
        out += ('<w:p><w:pPr><w:pStyle w:val="CalendarNote"/></w:pPr><w:r><w:t xml:space="preserve">', _text(line), '</w:t></w:r></w:p>',)
    out += ('<w:sectPr><w:headerReference w:type="default" r:id="rIdHeader"/><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1134" w:right="567" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/><w:titlePg/></w:sectPr></w:body></w:document>',)
    return out
