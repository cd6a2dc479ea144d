"""roadmap lsp: the server that an editor starts to check a roadmap while it is written.

It speaks the Language Server Protocol over the standard streams and needs the package pygls: ``pip install
"roadmap-compiler[lsp]"``.
"""

from __future__ import annotations

import argparse
import gc
from typing import TYPE_CHECKING

from roadmap_compiler.commands.editor import Opened, actions, completions, hover, open_text
from roadmap_compiler.commands.showing import complain
from roadmap_compiler.findings import Finding, Span
from roadmap_compiler.messages import Language, hint, say, sentence

if TYPE_CHECKING:
    from lsprotocol import types
    from pygls.lsp.server import LanguageServer

_SEVERITIES = {"error": 1, "warning": 2, "info": 3}


def run(options: argparse.Namespace, language: Language) -> int:
    """Serve until the editor ends. 0 when it ended, 2 where pygls is not installed."""
    try:
        import pygls.lsp.server  # noqa: F401
    except ImportError:
        complain(say("lsp-missing", {}, language))
        return 2
    gc.enable()  # unlike other commands, this one runs for long
    make_server(options.profile, language).start_io()
    return 0


def make_server(profile: str | None, language: Language) -> LanguageServer:
    """A server that checks with a profile and speaks a language."""
    from lsprotocol import types
    from pygls.lsp.server import LanguageServer

    from roadmap_compiler import __version__

    server = LanguageServer("roadmap", __version__)
    states: dict[str, Opened] = {}

    def publish(uri: str) -> None:
        document = server.workspace.get_text_document(uri)
        opened = open_text(document.source, document.path or uri, profile, states.get(uri))
        states[uri] = opened
        diagnostics = [_diagnostic(finding, opened.lines, uri, language) for finding in opened.compilation.findings]
        server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, diagnostics, document.version))

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened_document(params: types.DidOpenTextDocumentParams) -> None:
        publish(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: types.DidChangeTextDocumentParams) -> None:
        publish(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        states.pop(params.text_document.uri, None)
        server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(params.text_document.uri, []))

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION,
                    types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix]))
    def code_actions(params: types.CodeActionParams) -> list[types.CodeAction]:
        uri = params.text_document.uri
        opened = states.get(uri)
        if opened is None:
            return []
        found = actions(opened, params.range.start.line, params.range.end.line, language)
        return [types.CodeAction(
            action.title, types.CodeActionKind.QuickFix,
            diagnostics=[_diagnostic(action.finding, opened.lines, uri, language)], is_preferred=action.is_safe,
            edit=types.WorkspaceEdit({uri: [types.TextEdit(_range(edit.span, opened.lines), edit.text)
                                            for edit in action.edits]}),
        ) for action in found]

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def hovered(params: types.HoverParams) -> types.Hover | None:
        opened = states.get(params.text_document.uri)
        if opened is None:
            return None
        line, column = _place(params.position, opened.lines)
        text = hover(opened, line, column, language)
        return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, text)) if text else None

    @server.feature(types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions(trigger_characters=[" ", "[", ",", "-"]))
    def completed(params: types.CompletionParams) -> types.CompletionList:
        opened = states.get(params.text_document.uri)
        offers = [] if opened is None else completions(opened, *_place(params.position, opened.lines))
        items = [types.CompletionItem(offer.label, detail=offer.about or None, kind=types.CompletionItemKind.Value,
                                      sort_text=f"{number:04}") for number, offer in enumerate(offers)]
        return types.CompletionList(is_incomplete=False, items=items)

    return server


def _diagnostic(finding: Finding, lines: list[str], uri: str, language: Language) -> types.Diagnostic:
    from lsprotocol import types

    told = hint(finding, language)
    related = [
        types.DiagnosticRelatedInformation(types.Location(uri, _range(one.span, lines)), say(one.note, {}, language))
        for one in finding.related
    ]
    return types.Diagnostic(
        _range(finding.span, lines), sentence(finding, language) + (f"\n{told}" if told else ""),
        types.DiagnosticSeverity(_SEVERITIES[finding.severity]), finding.code, source="roadmap",
        related_information=related or None, data=finding.fingerprint,
    )


def _range(span: Span, lines: list[str]) -> types.Range:
    """A span in the units of the protocol: lines from 0, columns in UTF-16 units."""
    from lsprotocol import types

    return types.Range(types.Position(span.line - 1, _units(span.line, span.column, lines)),
                       types.Position(span.end_line - 1, _units(span.end_line, span.end_column, lines)))


def _units(line: int, column: int, lines: list[str]) -> int:
    before = lines[line - 1][:column - 1] if line <= len(lines) else ""
    return len(before.encode("utf-16-le")) // 2


def _place(position: types.Position, lines: list[str]) -> tuple[int, int]:
    """A position of the protocol as line and column in characters, both from 0."""
    line = lines[position.line] if position.line < len(lines) else ""
    return position.line, len(line.encode("utf-16-le")[:2 * position.character].decode("utf-16-le", "ignore"))
