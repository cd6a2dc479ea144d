"""A desk with roadmaps on it: commands are run as a person runs them, without starting a process."""

from __future__ import annotations

import io
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import NamedTuple

from roadmap_compiler.approvals import COPIES, LOCK, read_record
from roadmap_compiler.approvals.states import State, judge
from roadmap_compiler.commands.main import main
from roadmap_compiler.compiler import compile_bytes
from roadmap_compiler.plan.plan import Plan

TEXT = """\
# План на год
название: Дорожная карта наставничества
период: 2021/2022 учебный год
состояние: проект  # до педсовета

утверждение:
  - гриф: согласовано
    должность: Председатель профкома
    имя: Н.А. Зорина
    дата:
  - гриф: утверждаю
    должность: Директор
    имя: И.Е. Косарева
    # дату впишем после совета
    дата:  # пусто

мероприятия:
  - название: Анкетирование «Мой наставник»
    срок: до 20 сентября
    ответственный: Куратор
  - название: Обучение наставников
    срок: октябрь – ноябрь
    ответственный: Куратор
  - название: Встреча наставников
    срок: май
    ответственный: Куратор
  - {название: Анализ, срок: в течение года, ответственный: Психолог}
"""


class Said(NamedTuple):
    """The exit code and all that was printed."""

    code: int
    text: str


class Desk:
    """A folder; paths of commands are made from its names."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, text: str | bytes, name: str = "карта.yaml") -> Path:
        path = self.folder / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def text(self, name: str = "карта.yaml") -> str:
        return (self.folder / name).read_bytes().decode()

    def change(self, old: str, new: str, name: str = "карта.yaml") -> None:
        text = self.text(name)
        assert old in text
        self.put(text.replace(old, new), name)

    def run(self, command: str, *arguments: str, name: str = "карта.yaml") -> Said:
        said = io.StringIO()
        said.reconfigure = lambda **_: None  # type: ignore[attr-defined]
        with redirect_stdout(said), redirect_stderr(said):
            code = main([command, *arguments, str(self.folder / name)] if name else [command, *arguments])
        return Said(code, said.getvalue().replace(f"{self.folder.as_posix()}/", ""))

    def approve(self, *arguments: str, name: str = "карта.yaml") -> Said:
        return self.run("approve", *arguments, name=name)

    def check(self, name: str = "карта.yaml") -> list[str]:
        """The findings of check, without their codes' details: lines «code: sentence»."""
        import json

        report = json.loads(self.run("check", "--format", "json", name=name).text)
        return [f"{one['code']}: {one['message']}" for one in report["findings"]]

    @property
    def lock(self) -> str:
        return self.text(LOCK)

    def copy(self, name: str = "карта.yaml") -> bytes:
        return (self.folder / COPIES / name).read_bytes()

    def bytes(self) -> dict[str, bytes]:
        """Every file of the desk."""
        return {path.relative_to(self.folder).as_posix(): path.read_bytes()
                for path in sorted(self.folder.rglob("*")) if path.is_file()}

    def plan(self, name: str = "карта.yaml") -> Plan:
        plan = compile_bytes((self.folder / name).read_bytes(), (self.folder / name).as_posix()).plan
        assert plan is not None
        return plan

    def state(self, name: str = "карта.yaml") -> State:
        return judge(self.plan(name), read_record(self.folder / name))
