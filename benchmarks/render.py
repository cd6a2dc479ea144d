"""Rendering and packaging one document: against docxtpl on the same template, and against the cost of deflate."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import yaml

from benchmarks import ordinary
from benchmarks.sample import roadmap_text
from roadmap_compiler.documents import Template, prepare
from roadmap_compiler.documents.package import EMPTY, added, pack, package_bytes, read_members
from roadmap_compiler.documents.rendering import render_part

TEMPLATE = Path(__file__).parents[1] / "templates" / "landscape.docx"
ROUNDS, SIZE = 5, 40


def users_own(package: bytes) -> bytes:
    """The same template in other bytes: what is carried compiled for the bundled ones must not be measured."""
    return package_bytes(added(EMPTY, read_members(package)[::-1]))


def only_packed(template: Template, document: bytes) -> bytes:
    """The least work there is: the finished document part deflated and put behind what does not change."""
    return package_bytes(added(template.archive, [pack("word/document.xml", document)]))


def seconds(work: Callable[[Any], bytes], values: Iterable[Any]) -> float:
    """How long ``work`` takes for all ``values``."""
    gc.collect()
    start = time.perf_counter()
    for value in values:
        work(value)
    return time.perf_counter() - start


def measure() -> dict[str, float]:
    """How many times faster than docxtpl, and how many times the cost of deflate: medians of rounds in turn.

    34 activities, five columns, 200 views that differ in every activity; no document is made twice in a round.
    """
    template, problems = prepare(users_own(TEMPLATE.read_bytes()), TEMPLATE.name)
    assert template is not None, problems
    (body,) = template.parts
    texts = (roadmap_text(variant) for variant in range(ROUNDS * SIZE))
    views = [ordinary.context_of(yaml.load(text, Loader=yaml.CSafeLoader)) for text in texts]
    documents = [render_part(body, view) for view in views]
    for warm in range(3):
        template.render(views[warm])
        ordinary.render(str(TEMPLATE), views[warm])
        only_packed(template, documents[warm])
    faster, times_the_limit = [], []
    for start in range(0, ROUNDS * SIZE, SIZE):
        batch = views[start:start + SIZE]
        theirs = seconds(lambda view: ordinary.render(str(TEMPLATE), view), batch)
        ours = seconds(template.render, batch)
        limit = seconds(lambda document: only_packed(template, document), documents[start:start + SIZE])
        faster.append(theirs / ours)
        times_the_limit.append(ours / limit)
    return {"render-vs-docxtpl": statistics.median(faster), "render-vs-deflate": statistics.median(times_the_limit)}


if __name__ == "__main__":
    for name, ratio in measure().items():
        print(f"{name}: {ratio:.2f}")
