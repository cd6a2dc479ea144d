"""roadmap lsp with a real client over the standard streams."""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types
from pygls.lsp.client import LanguageClient

from roadmap_compiler.commands.main import main
from roadmap_compiler.compiler import compile_bytes
from roadmap_compiler.messages import sentence

ROOT = Path(__file__).parents[2]
URI = "file:///school/map.yaml"
TEXT = """\
название: "🎓 Карта"
период: 2021/2022 учебный год
люди:
  козлова: Козлова Ю.С., учитель
мероприятия:
  - {название: "🎓🎓 Занятия c 1 сентября", срок: апрель 2021, ответственный: козлова}
  - название: Мониторинг
    срок: ежемесячно до 15 числа  # roadmap: разрешить deadline-day-off — сдаём накануне
    ответственный: козлова
"""


class Editor:
    """A client that keeps the diagnostics it was sent."""

    def __init__(self) -> None:
        self.client = LanguageClient("test", "1")
        self.sent: asyncio.Queue[types.PublishDiagnosticsParams] = asyncio.Queue()

        @self.client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def told(params: types.PublishDiagnosticsParams) -> None:
            self.sent.put_nowait(params)

    async def start(self, *options: str) -> None:
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        await self.client.start_io(sys.executable, "-m", "roadmap_compiler", "lsp", *options, env=environment)
        await self.client.initialize_async(types.InitializeParams(types.ClientCapabilities()))
        self.client.initialized(types.InitializedParams())

    async def open(self, text: str) -> list[types.Diagnostic]:
        document = types.TextDocumentItem(URI, "yaml", 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(document))
        return await self.diagnostics()

    async def change(self, text: str) -> list[types.Diagnostic]:
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(
            types.VersionedTextDocumentIdentifier(2, URI), [types.TextDocumentContentChangeWholeDocument(text)]))
        return await self.diagnostics()

    async def diagnostics(self) -> list[types.Diagnostic]:
        return list((await asyncio.wait_for(self.sent.get(), 30)).diagnostics)

    async def stop(self) -> None:
        await self.client.shutdown_async(None)
        self.client.exit(None)
        await self.client.stop()


def with_editor(work: Any, *options: str) -> None:
    async def go() -> None:
        editor = Editor()
        await editor.start(*options)
        await work(editor)
        await editor.stop()

    asyncio.run(asyncio.wait_for(go(), 60))


DOCUMENT = types.TextDocumentIdentifier(URI)


def test_without_pygls_the_command_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "pygls.lsp.server", None)
    assert main(["lsp"]) == 2
    assert 'pip install "roadmap-compiler[lsp]"' in capsys.readouterr().err


def test_an_editor_is_told_what_the_command_says() -> None:
    async def work(editor: Editor) -> None:
        diagnostics = await editor.open(TEXT)
        expected = compile_bytes(TEXT.encode(), "map.yaml").findings
        codes = ["latin-letters", "deadline-outside-period"]
        assert [d.code for d in diagnostics] == [f.code for f in expected] == codes
        for diagnostic, finding in zip(diagnostics, expected, strict=True):
            assert diagnostic.message.startswith(sentence(finding))
        start, end = diagnostics[0].range.start, diagnostics[0].range.end
        line = TEXT.splitlines()[start.line].encode("utf-16-le")
        assert line[2 * start.character:2 * end.character].decode("utf-16-le") == "c"
        assert await editor.change(TEXT.replace("c 1", "с 1").replace("апрель 2021", "апрель 2022")) == []
        assert "unknown-key" in [d.code for d in await editor.change(TEXT.replace("название: Мон", "назване: Мон"))]

    with_editor(work)


def test_a_fix_mends_the_text() -> None:
    async def work(editor: Editor) -> None:
        diagnostics = await editor.open(TEXT)
        found = await editor.client.text_document_code_action_async(types.CodeActionParams(
            DOCUMENT, diagnostics[0].range, types.CodeActionContext(diagnostics)))
        assert found is not None
        fix = found[0]
        assert isinstance(fix, types.CodeAction)
        assert (fix.title, fix.is_preferred) == ("Заменить на «с»", True)
        assert fix.edit is not None
        assert fix.edit.changes is not None
        (edit,) = fix.edit.changes[URI]
        assert isinstance(edit, types.TextEdit)
        assert (edit.new_text, edit.range) == ("с", diagnostics[0].range)

    with_editor(work)


def test_hover_and_completion() -> None:
    async def work(editor: Editor) -> None:
        await editor.open(TEXT)
        told = await editor.client.text_document_hover_async(types.HoverParams(DOCUMENT, types.Position(7, 14)))
        assert told is not None
        assert isinstance(told.contents, types.MarkupContent)
        assert "ежемесячно до 15 числа** → 12 дат: 15.09.2021" in told.contents.value
        await editor.change(TEXT + "  - название: Новое\n    ответственный: ")
        offered = await editor.client.text_document_completion_async(
            types.CompletionParams(DOCUMENT, types.Position(10, 19)))
        assert isinstance(offered, types.CompletionList)
        assert [(item.label, item.detail) for item in offered.items] == [("козлова", "Козлова Ю.С., учитель")]

    with_editor(work)


def test_the_profile_of_the_command_holds_in_the_editor() -> None:
    text = "название: Карта\nпериод: 2021\nмероприятия:\n  - {название: А, ответственный: Я}\n"

    async def work(editor: Editor) -> None:
        (diagnostic,) = await editor.open(text)
        assert (diagnostic.code, diagnostic.severity) == ("deadline-empty", types.DiagnosticSeverity.Error)

    with_editor(work, "--profile", "строгий")
