"""The body of landscape.docx, compiled.

Written by ``python -m roadmap_compiler.documents.precompiling``.
"""
# ruff: noqa
# mypy: ignore-errors
from jinja2.runtime import LoopContext, Macro, Markup, Namespace, TemplateNotFound, TemplateReference, TemplateRuntimeError, Undefined, escape, identity, internalcode, markup_join, missing, str_join
name = None

def root(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    l_0_mark = resolve('mark')
    l_0_letterhead = resolve('letterhead')
    l_0_approvals = resolve('approvals')
    l_0_title = resolve('title')
    l_0_columns = resolve('columns')
    l_0_has_header = resolve('has_header')
    l_0_has_column_numbers = resolve('has_column_numbers')
    l_0_rows = resolve('rows')
    l_0_signatures = resolve('signatures')
    l_0_footer = resolve('footer')
    try:
        t_1 = environment.filters['number']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named 'number' found.")
    try:
        t_2 = environment.filters['vmerge']
    except KeyError:
        @internalcode
        def t_2(*unused):
            raise TemplateRuntimeError("No filter named 'vmerge' found.")
    pass
    yield '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>'
    if (undefined(name='mark') if l_0_mark is missing else l_0_mark):
        pass
        yield '<w:p><w:pPr><w:pStyle w:val="Mark"/></w:pPr><w:r><w:t xml:space="preserve">'
        yield escape((undefined(name='mark') if l_0_mark is missing else l_0_mark))
        yield '</w:t></w:r></w:p>'
    if (undefined(name='letterhead') if l_0_letterhead is missing else l_0_letterhead):
        pass
        for l_1_line in (undefined(name='letterhead') if l_0_letterhead is missing else l_0_letterhead):
            _loop_vars = {}
            pass
            yield '<w:p><w:pPr><w:pStyle w:val="Letterhead"/></w:pPr><w:r><w:t xml:space="preserve">'
            yield escape(l_1_line)
            yield '</w:t></w:r></w:p>'
        l_1_line = missing
        yield '<w:p><w:pPr><w:pStyle w:val="Interval"/></w:pPr><w:r><w:t xml:space="preserve"/></w:r></w:p>'
    if (undefined(name='approvals') if l_0_approvals is missing else l_0_approvals):
        pass
        yield '<w:tbl><w:tblPr><w:tblStyle w:val="TableNormal"/><w:tblW w:w="15137" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0000"/></w:tblPr><w:tblGrid><w:gridCol w:w="10601"/><w:gridCol w:w="4536"/></w:tblGrid>'
        for (l_1_left, l_1_right) in (undefined(name='approvals') if l_0_approvals is missing else l_0_approvals):
            _loop_vars = {}
            pass
            yield '<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="10601" w:type="dxa"/><w:tcMar><w:right w:w="6065" w:type="dxa"/></w:tcMar></w:tcPr>'
            t_3 = 1
            for l_2_line in l_1_left:
                _loop_vars = {}
                pass
                yield '<w:p><w:pPr><w:pStyle w:val="Approval"/></w:pPr><w:r><w:t xml:space="preserve">'
                yield escape(l_2_line)
                yield '</w:t></w:r></w:p>'
                t_3 = 0
            l_2_line = missing
            if t_3:
                pass
                yield '<w:p><w:pPr><w:pStyle w:val="Approval"/></w:pPr><w:r><w:t xml:space="preserve"/></w:r></w:p>'
            yield '</w:tc><w:tc><w:tcPr><w:tcW w:w="4536" w:type="dxa"/></w:tcPr>'
            t_4 = 1
            for l_2_line in l_1_right:
                _loop_vars = {}
                pass
                yield '<w:p><w:pPr><w:pStyle w:val="Approval"/></w:pPr><w:r><w:t xml:space="preserve">'
                yield escape(l_2_line)
                yield '</w:t></w:r></w:p>'
                t_4 = 0
            l_2_line = missing
            if t_4:
                pass
                yield '<w:p><w:pPr><w:pStyle w:val="Approval"/></w:pPr><w:r><w:t xml:space="preserve"/></w:r></w:p>'
            yield '</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:tcW w:w="15137" w:type="dxa"/><w:gridSpan w:val="2"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="Interval"/></w:pPr><w:r><w:t xml:space="preserve"/></w:r></w:p></w:tc></w:tr>'
        l_1_left = l_1_right = missing
        yield '</w:tbl><w:p><w:pPr><w:pStyle w:val="Interval"/></w:pPr><w:r><w:t xml:space="preserve"/></w:r></w:p>'
    if (undefined(name='title') if l_0_title is missing else l_0_title):
        pass
        for l_1_line in (undefined(name='title') if l_0_title is missing else l_0_title):
            _loop_vars = {}
            pass
            yield '<w:p><w:pPr><w:pStyle w:val="RoadmapTitle"/></w:pPr><w:r><w:t xml:space="preserve">'
            yield escape(l_1_line)
            yield '</w:t></w:r></w:p>'
        l_1_line = missing
        yield '<w:p><w:pPr><w:pStyle w:val="Interval"/></w:pPr><w:r><w:t xml:space="preserve"/></w:r></w:p>'
    yield '<w:tbl><w:tblPr><w:tblStyle w:val="RoadmapTable"/><w:tblW w:w="15137" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0000"/></w:tblPr><w:tblGrid>'
    for (l_1_width, l_1_heading, l_1_number) in (undefined(name='columns') if l_0_columns is missing else l_0_columns):
        _loop_vars = {}
        pass
        yield '<w:gridCol w:w="'
        yield escape(t_1(l_1_width))
        yield '"/>'
    l_1_width = l_1_heading = l_1_number = missing
    yield '</w:tblGrid>'
    if (undefined(name='has_header') if l_0_has_header is missing else l_0_has_header):
        pass
        yield '<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>'
        t_5 = 1
        for (l_1_width, l_1_heading, l_1_number) in (undefined(name='columns') if l_0_columns is missing else l_0_columns):
            _loop_vars = {}
            pass
            yield '<w:tc><w:tcPr><w:tcW w:w="'
            yield escape(t_1(l_1_width))
            yield '" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="TableHead"/></w:pPr><w:r><w:t xml:space="preserve">'
            yield escape(l_1_heading)
            yield '</w:t></w:r></w:p></w:tc>'
            t_5 = 0
        l_1_width = l_1_heading = l_1_number = missing
        if t_5:
            pass
            yield '<w:tc><w:tcPr/><w:p/></w:tc>'
        yield '</w:tr>'
    if (undefined(name='has_column_numbers') if l_0_has_column_numbers is missing else l_0_has_column_numbers):
        pass
        yield '<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>'
        t_6 = 1
        for (l_1_width, l_1_heading, l_1_number) in (undefined(name='columns') if l_0_columns is missing else l_0_columns):
            _loop_vars = {}
            pass
            yield '<w:tc><w:tcPr><w:tcW w:w="'
            yield escape(t_1(l_1_width))
            yield '" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="ColumnNumber"/></w:pPr><w:r><w:t xml:space="preserve">'
            yield escape(l_1_number)
            yield '</w:t></w:r></w:p></w:tc>'
            t_6 = 0
        l_1_width = l_1_heading = l_1_number = missing
        if t_6:
            pass
            yield '<w:tc><w:tcPr/><w:p/></w:tc>'
        yield '</w:tr>'
    for (l_1_kind, l_1_cells) in (undefined(name='rows') if l_0_rows is missing else l_0_rows):
        _loop_vars = {}
        pass
        if (l_1_kind == 'stage'):
            pass
            yield '<w:tr><w:trPr><w:cantSplit/></w:trPr>'
            t_7 = 1
            for (l_2_width, l_2_span, l_2_merge, l_2_text) in l_1_cells:
                _loop_vars = {}
                pass
                yield '<w:tc><w:tcPr><w:tcW w:w="'
                yield escape(t_1(l_2_width))
                yield '" w:type="dxa"/>'
                if (l_2_span != 1):
                    pass
                    yield '<w:gridSpan w:val="'
                    yield escape(t_1(l_2_span))
                    yield '"/>'
                if l_2_merge:
                    pass
                    yield '<w:vMerge w:val="'
                    yield escape(t_2(l_2_merge))
                    yield '"/>'
                yield '</w:tcPr><w:p><w:pPr><w:pStyle w:val="StageRow"/></w:pPr><w:r><w:t xml:space="preserve">'
                yield escape(l_2_text)
                yield '</w:t></w:r></w:p></w:tc>'
                t_7 = 0
            l_2_width = l_2_span = l_2_merge = l_2_text = missing
            if t_7:
                pass
                yield '<w:tc><w:tcPr/><w:p/></w:tc>'
            yield '</w:tr>'
        elif (l_1_kind == 'long'):
            pass
            yield '<w:tr>'
            t_8 = 1
            for (l_2_width, l_2_span, l_2_merge, l_2_text) in l_1_cells:
                _loop_vars = {}
                pass
                yield '<w:tc><w:tcPr><w:tcW w:w="'
                yield escape(t_1(l_2_width))
                yield '" w:type="dxa"/>'
                if (l_2_span != 1):
                    pass
                    yield '<w:gridSpan w:val="'
                    yield escape(t_1(l_2_span))
                    yield '"/>'
                if l_2_merge:
                    pass
                    yield '<w:vMerge w:val="'
                    yield escape(t_2(l_2_merge))
                    yield '"/>'
                yield '</w:tcPr><w:p><w:pPr><w:pStyle w:val="TableCell"/></w:pPr><w:r><w:t xml:space="preserve">'
                yield escape(l_2_text)
                yield '</w:t></w:r></w:p></w:tc>'
                t_8 = 0
            l_2_width = l_2_span = l_2_merge = l_2_text = missing
            if t_8:
                pass
                yield '<w:tc><w:tcPr/><w:p/></w:tc>'
            yield '</w:tr>'
        else:
            pass
            yield '<w:tr><w:trPr><w:cantSplit/></w:trPr>'
            t_9 = 1
            for (l_2_width, l_2_span, l_2_merge, l_2_text) in l_1_cells:
                _loop_vars = {}
                pass
                yield '<w:tc><w:tcPr><w:tcW w:w="'
                yield escape(t_1(l_2_width))
                yield '" w:type="dxa"/>'
                if (l_2_span != 1):
                    pass
                    yield '<w:gridSpan w:val="'
                    yield escape(t_1(l_2_span))
                    yield '"/>'
                if l_2_merge:
                    pass
                    yield '<w:vMerge w:val="'
                    yield escape(t_2(l_2_merge))
                    yield '"/>'
                yield '</w:tcPr><w:p><w:pPr><w:pStyle w:val="TableCell"/></w:pPr><w:r><w:t xml:space="preserve">'
                yield escape(l_2_text)
                yield '</w:t></w:r></w:p></w:tc>'
                t_9 = 0
            l_2_width = l_2_span = l_2_merge = l_2_text = missing
            if t_9:
                pass
                yield '<w:tc><w:tcPr/><w:p/></w:tc>'
            yield '</w:tr>'
    l_1_kind = l_1_cells = missing
    yield '</w:tbl><w:p><w:pPr><w:pStyle w:val="Interval"/></w:pPr><w:r><w:t xml:space="preserve"/></w:r></w:p>'
    if (undefined(name='signatures') if l_0_signatures is missing else l_0_signatures):
        pass
        yield '<w:tbl><w:tblPr><w:tblStyle w:val="TableNormal"/><w:tblW w:w="15137" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0000"/></w:tblPr><w:tblGrid><w:gridCol w:w="9184"/><w:gridCol w:w="2551"/><w:gridCol w:w="3402"/></w:tblGrid>'
        for (l_1_position, l_1_name) in (undefined(name='signatures') if l_0_signatures is missing else l_0_signatures):
            _loop_vars = {}
            pass
            yield '<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="15137" w:type="dxa"/><w:gridSpan w:val="3"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="Interval"/></w:pPr><w:r><w:t xml:space="preserve"/></w:r></w:p></w:tc></w:tr><w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="9184" w:type="dxa"/><w:vAlign w:val="bottom"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="Signing"/></w:pPr><w:r><w:t xml:space="preserve">'
            yield escape(l_1_position)
            yield '</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:tcW w:w="2551" w:type="dxa"/><w:tcBorders><w:bottom w:val="single" w:sz="4" w:space="0" w:color="auto"/></w:tcBorders><w:vAlign w:val="bottom"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="Signing"/></w:pPr><w:r><w:t xml:space="preserve"/></w:r></w:p></w:tc><w:tc><w:tcPr><w:tcW w:w="3402" w:type="dxa"/><w:vAlign w:val="bottom"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="SigningName"/></w:pPr><w:r><w:t xml:space="preserve">'
            yield escape(l_1_name)
            yield '</w:t></w:r></w:p></w:tc></w:tr>'
        l_1_position = l_1_name = missing
        yield '</w:tbl><w:p><w:pPr><w:pStyle w:val="Interval"/></w:pPr><w:r><w:t xml:space="preserve"/></w:r></w:p>'
    if (undefined(name='footer') if l_0_footer is missing else l_0_footer):
        pass
        yield '<w:p><w:pPr><w:pStyle w:val="LastLine"/></w:pPr><w:r><w:t xml:space="preserve">'
        yield escape((undefined(name='footer') if l_0_footer is missing else l_0_footer))
        yield '</w:t></w:r></w:p>'
    yield '<w:sectPr><w:headerReference w:type="default" r:id="rIdHeader"/><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1134" w:right="567" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/><w:titlePg/></w:sectPr></w:body></w:document>'

blocks = {}
debug_info = '2=34&3=37&5=39&6=41&7=45&10=49&11=52&12=57&13=61&16=70&17=74&22=84&23=86&24=90&27=95&28=99&30=103&31=107&32=111&33=113&37=121&38=125&39=129&40=131&44=139&45=142&46=146&47=150&48=152&49=157&50=163&53=171&54=175&55=179&56=181&57=186&58=192&62=204&63=208&64=210&65=215&66=221&71=231&72=234&73=238&74=240&77=244&78=247'
