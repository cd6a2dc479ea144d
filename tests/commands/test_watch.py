"""roadmap watch, the real process: it sees every way of saving, builds again, and says what was mended."""

from __future__ import annotations

import os
import queue
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

GOOD = "название: Карта\nпериод: 2021\nмероприятия:\n  - {название: А, срок: май 2021, ответственный: Куратор}\n"
BAD = GOOD.replace("май 2021", "май 2020")
PATIENCE = 30
"""Seconds until a change must have been seen; it takes a fraction of one."""


class Watching:
    """A running watch with its lines as they come."""

    def __init__(self, folder: Path, watched: str = "карты") -> None:
        command = [sys.executable, "-m", "roadmap_compiler", "watch", watched, "--out", "out", "--interval", "0.05"]
        environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "PYTHONUTF8": "1"}
        self.process = subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.PIPE,
                                        stderr=subprocess.STDOUT, encoding="utf-8")
        self.lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.put(line.rstrip("\n"))

    def until_waiting(self) -> str:
        """All that is said up to the line that says that it waits."""
        told = []
        while True:
            told.append(self.lines.get(timeout=PATIENCE))
            if told[-1].startswith("Жду"):
                return "\n".join(told)


@pytest.fixture
def watching(tmp_path: Path) -> Iterator[tuple[Watching, Path]]:
    file = tmp_path / "карты" / "а.yaml"
    file.parent.mkdir()
    file.write_text(BAD, encoding="utf-8")
    watch = Watching(tmp_path)
    yield watch, file
    watch.process.kill()
    watch.process.wait()


def test_a_mistake_is_cleared_when_it_is_mended(watching: tuple[Watching, Path]) -> None:
    watch, file = watching
    document = file.parents[1] / "out" / "а.docx"
    told = watch.until_waiting()
    assert "[deadline-outside-period]" in told
    assert not document.exists()

    file.write_text(GOOD, encoding="utf-8")  # saved in place
    told = watch.until_waiting()
    assert "Исправлено: Срок «май 2020»" in told
    assert "0 ошибок" in told
    assert document.exists()

    new = file.with_name("а.yaml.tmp")  # saved by writing another file and renaming it
    new.write_text(BAD, encoding="utf-8")
    new.replace(file)
    told = watch.until_waiting()
    assert "а.yaml:4:" in told
    assert "1 ошибка" in told

    away = file.with_name("а.yaml~")  # saved by moving the old file away first, as some editors do
    file.rename(away)
    file.write_text(GOOD, encoding="utf-8")
    assert "0 ошибок" in watch.until_waiting()

    (file.parent / "б.yaml").write_text(BAD, encoding="utf-8")  # a new file in a folder
    told = watch.until_waiting()
    assert "б.yaml:4:" in told
    assert told.count("2 файла, 1 ошибка") == 1

    (file.parent / "б.yaml").unlink()
    assert "1 файл, 0 ошибок" in watch.until_waiting()
    assert watch.process.poll() is None


def test_what_could_not_be_looked_at_was_not_mended(watching: tuple[Watching, Path]) -> None:
    watch, file = watching
    watch.until_waiting()
    file.write_text("название: [\n", encoding="utf-8")
    told = watch.until_waiting()
    assert "[missing-key]" in told
    assert "Исправлено" not in told


def test_a_name_that_is_not_there_is_told(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "roadmap_compiler", "watch", "нет.yaml"]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "PYTHONUTF8": "1"}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8", timeout=60)
    assert done.returncode == 2
    assert "Нет такого файла или папки: нет.yaml" in done.stderr


def test_a_named_file_may_be_away_for_a_while(tmp_path: Path) -> None:
    file = tmp_path / "карты" / "а.yaml"
    file.parent.mkdir()
    file.write_text(BAD, encoding="utf-8")
    watch = Watching(tmp_path, "карты/а.yaml")
    try:
        assert "[deadline-outside-period]" in watch.until_waiting()

        file.unlink()  # a disk of the network that drops out, an editor or a git checkout that takes its time
        assert "[deadline-outside-period]" not in watch.until_waiting()
        assert watch.process.poll() is None

        file.write_text(GOOD, encoding="utf-8")
        assert "0 ошибок" in watch.until_waiting()
        assert (tmp_path / "out" / "а.docx").exists()
    finally:
        watch.process.kill()
        watch.process.wait()
