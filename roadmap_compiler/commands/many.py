"""The same work for many files: in several processes where that pays, always told in the order of the files."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

Order = TypeVar("Order")
Done = TypeVar("Done")

PROCESSES_PAY_FROM = 100
"""Files from which starting a second process costs less than it saves."""

MOST_PROCESSES = 8
"""More of them wait for the disk and for the one that collects."""


def do_all(work: Callable[[Order], Done], orders: Sequence[Order]) -> Iterator[Done]:
    """What ``work`` makes of each order, in their order. ``work``, orders and results must be able to be pickled."""
    processes = min(_processors(), MOST_PROCESSES)
    if len(orders) < PROCESSES_PAY_FROM or processes < 2:
        yield from map(work, orders)
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(processes, initializer=gc.disable) as pool:
        yield from pool.map(work, orders, chunksize=10)


def _processors() -> int:
    """How many processors this process may use; fewer than there are in a container with a limit."""
    allowed = getattr(os, "sched_getaffinity", None)
    return len(allowed(0)) if allowed is not None else os.cpu_count() or 1
