"""What the rules of content cost beside the whole check."""

from __future__ import annotations

import gc
import statistics
import time

from benchmarks.sample import roadmap_text
from roadmap_compiler.compiler import compile_bytes
from roadmap_compiler.rules import find_all


def measure(rounds: int = 9, size: int = 12) -> dict[str, float]:
    """The time of all rules over the time of ``check``, median of rounds; every document is another one."""
    texts = [roadmap_text(variant).encode() for variant in range(rounds * size + 1)]
    warm = compile_bytes(texts[-1], "карта.yaml")
    assert warm.plan is not None
    find_all(warm.plan)
    shares = []
    for number in range(rounds):
        gc.collect()
        batch = texts[number * size:(number + 1) * size]
        start = time.perf_counter()
        plans = [compile_bytes(data, "карта.yaml").plan for data in batch]
        whole = time.perf_counter() - start
        start = time.perf_counter()
        for plan in plans:
            assert plan is not None
            find_all(plan)
        shares.append((time.perf_counter() - start) / whole)
    return {"rules-share": statistics.median(shares)}
