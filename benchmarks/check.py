"""Checking many roadmaps against only reading their YAML events with libyaml.

``check-folder-vs-events`` is what somebody waits for ``roadmap check FOLDER``: its start, all processors that it may
use, its report; against one process that reads the same files and their events. ``check-real-folder-vs-events`` is the
same for copies of the real roadmaps, which have more to look at and comments that silence findings.
``check-vs-events`` and ``tree-vs-events`` are the work for one file in one process.
"""

from __future__ import annotations

import gc
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import yaml

from benchmarks.sample import roadmap_text
from roadmap_compiler.compiler import compile_bytes
from roadmap_compiler.model.words import VOCABULARY
from roadmap_compiler.source.encodings import decode
from roadmap_compiler.source.tree import read_tree

ROADMAPS = Path(__file__).parents[1] / "roadmaps"
FILES = 1000
BATCH = 50
PAIRS = 5


def events(text: str) -> None:
    """Every event of a text, from libyaml."""
    for _ in yaml.parse(text, Loader=yaml.CSafeLoader):
        pass


def check(data: bytes) -> None:
    """Everything that ``roadmap check`` does with one file."""
    compile_bytes(data, "карта.yaml")


def scan(data: bytes) -> None:
    """Bytes to the located tree, slips looked for."""
    text, _ = decode(data, "карта.yaml")
    assert text is not None
    read_tree(text, "карта.yaml", VOCABULARY)


def seconds(work: Callable[[object], None], items: Iterable[object]) -> float:
    """How long the work takes for all items."""
    gc.collect()
    start = time.perf_counter()
    for item in items:
        work(item)
    return time.perf_counter() - start


def seconds_of(command: list[str]) -> float:
    """How long a command takes by the clock, its modules compiled as those of an installed program are."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)
    return time.perf_counter() - start


def folder_ratio(texts: list[str]) -> float:
    """The command for a folder over the events of its files, by turns; the median of the pairs."""
    ratios = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number, text in enumerate(texts):
            (folder / f"{number:04}.yaml").write_text(text, encoding="utf-8", newline="\n")
        command = [sys.executable, "-m", "roadmap_compiler", "check", name]
        seconds_of(command)
        for _ in range(PAIRS):
            base = seconds(lambda path: events(path.read_text(encoding="utf-8")),  # type: ignore[attr-defined]
                           sorted(folder.iterdir()))
            ratios.append(seconds_of(command) / base)
    return statistics.median(ratios)


def measure() -> dict[str, float]:
    """The time a file takes over the time of its events: medians, all sides in turn."""
    texts = [roadmap_text(variant) for variant in range(FILES)]
    files = [text.encode() for text in texts]
    events(texts[0])
    check(files[0])
    gc.disable()  # as the command does
    whole, tree = [], []
    for start in range(0, FILES, BATCH):
        base = seconds(events, texts[start:start + BATCH])  # type: ignore[arg-type]
        whole.append(seconds(check, files[start:start + BATCH]) / base)  # type: ignore[arg-type]
        tree.append(seconds(scan, files[start:start + BATCH]) / base)  # type: ignore[arg-type]
    gc.enable()
    real = [path.read_text(encoding="utf-8") for path in sorted(ROADMAPS.glob("*.yaml"))]
    copies = [real[number % len(real)] for number in range(FILES)]
    return {"check-folder-vs-events": folder_ratio(texts), "check-real-folder-vs-events": folder_ratio(copies),
            "check-vs-events": statistics.median(whole), "tree-vs-events": statistics.median(tree)}
