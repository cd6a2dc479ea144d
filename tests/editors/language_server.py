"""A conversation with yaml-language-server, the engine of the YAML extension of VS Code, over LSP."""

from __future__ import annotations

import json
import queue
import subprocess
import threading
from pathlib import Path
from types import TracebackType
from typing import Any

_PATIENCE = 60
"""Seconds to wait for an answer of the server on a slow machine."""


class LanguageServer:
    """The server in a folder whose files it may read; a document is opened, then asked about."""

    def __init__(self, program: str, folder: Path) -> None:
        self._folder = folder
        self._process = subprocess.Popen([program, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                         stderr=subprocess.DEVNULL, cwd=folder)
        self._answers: queue.Queue[dict[str, Any]] = queue.Queue()
        self._diagnostics: queue.Queue[dict[str, Any]] = queue.Queue()
        threading.Thread(target=self._listen, daemon=True).start()
        self._last = 0
        self._opened = 0
        self._ask("initialize", {"processId": None, "locale": "ru", "rootUri": folder.as_uri(), "capabilities": {
            "textDocument": {"completion": {"completionItem": {"snippetSupport": True,
                                                               "documentationFormat": ["markdown"]}},
                             "hover": {"contentFormat": ["markdown"]}, "publishDiagnostics": {}},
            "workspace": {"configuration": False, "didChangeConfiguration": {}}}})
        self._tell("initialized", {})
        self._tell("workspace/didChangeConfiguration", {"settings": {"yaml": {
            "validate": True, "hover": True, "completion": True, "schemaStore": {"enable": False}}}})

    def __enter__(self) -> LanguageServer:
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None,
                 trace: TracebackType | None) -> None:
        self._process.kill()
        self._process.wait()

    def open(self, text: str) -> str:
        """Open a document that is not on the disk; the name to ask about it is returned."""
        self._opened += 1
        name = f"карта-{self._opened}.yaml"
        self._tell("textDocument/didOpen", {"textDocument": {"uri": self._uri(name), "languageId": "yaml", "version": 1,
                                                             "text": text}})
        return name

    def problems(self, name: str) -> list[dict[str, Any]]:
        """What the server finds wrong in a document that has just been opened."""
        while True:
            found = self._diagnostics.get(timeout=_PATIENCE)
            if found["uri"] == self._uri(name):
                return list(found["diagnostics"])

    def complete(self, name: str, line: int, column: int) -> list[dict[str, Any]]:
        """What is offered at a place (line and column from 0)."""
        answer = self._ask("textDocument/completion", self._place(name, line, column))
        return list(answer["items"] if isinstance(answer, dict) else answer or [])

    def hover(self, name: str, line: int, column: int) -> str:
        """What is shown when the mouse rests on a place."""
        answer = self._ask("textDocument/hover", self._place(name, line, column))
        return str(answer["contents"]["value"]) if answer else ""

    def _place(self, name: str, line: int, column: int) -> dict[str, Any]:
        return {"textDocument": {"uri": self._uri(name)}, "position": {"line": line, "character": column}}

    def _uri(self, name: str) -> str:
        return (self._folder / name).as_uri()

    def _ask(self, method: str, params: Any) -> Any:
        self._last += 1
        self._send({"id": self._last, "method": method, "params": params})
        while True:
            answer = self._answers.get(timeout=_PATIENCE)
            if answer.get("id") == self._last:
                assert "error" not in answer, answer["error"]
                return answer["result"]

    def _tell(self, method: str, params: Any) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._process.stdin.flush()

    def _listen(self) -> None:
        stream = self._process.stdout
        assert stream is not None
        while line := stream.readline():
            length = int(line.split(b":")[1])
            while stream.readline().strip():
                pass
            message = json.loads(stream.read(length))
            if "method" not in message:
                self._answers.put(message)
            elif "id" in message:  # the server asks for something: it gets nothing
                self._send({"id": message["id"], "result": None})
            elif message["method"] == "textDocument/publishDiagnostics":
                self._diagnostics.put(message["params"])
