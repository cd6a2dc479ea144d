"""Checking many roadmaps, as ``roadmap check`` does, against only reading their YAML events with libyaml."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Iterable

import yaml

from benchmarks.sample import roadmap_text
from roadmap_compiler.compiler import compile_bytes
from roadmap_compiler.model.words import VOCABULARY
from roadmap_compiler.source.encodings import decode
from roadmap_compiler.source.tree import read_tree

FILES = 1000
BATCH = 50


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


def measure() -> dict[str, float]:
    """The time a file takes over the time of its events: medians of batches, all sides in turn in one run."""
    texts = [roadmap_text(variant) for variant in range(FILES)]
    files = [text.encode() for text in texts]
    events(texts[0])
    check(files[0])
    whole, tree = [], []
    for start in range(0, FILES, BATCH):
        base = seconds(events, texts[start:start + BATCH])  # type: ignore[arg-type]
        whole.append(seconds(check, files[start:start + BATCH]) / base)  # type: ignore[arg-type]
        tree.append(seconds(scan, files[start:start + BATCH]) / base)  # type: ignore[arg-type]
    return {"check-vs-events": statistics.median(whole), "tree-vs-events": statistics.median(tree)}
