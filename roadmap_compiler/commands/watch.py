"""roadmap watch: check and build roadmaps whenever they are saved.

Files are looked at again and again rather than waited for: this needs no library and sees every way of saving, also
that of editors which write a new file and rename it over the old one.
"""

from __future__ import annotations

import argparse
import gc
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from roadmap_compiler.approvals import LOCK
from roadmap_compiler.commands.build import Built, build_one, orders_of, show_outcome, write_records
from roadmap_compiler.commands.files import NotFound, roadmap_files
from roadmap_compiler.commands.showing import summary, tell
from roadmap_compiler.messages import Language, say, sentence

_CLEAR = "\x1b[2J\x1b[H"

Stamp = tuple[int, int, int, int]
"""Time of change in nanoseconds, size and number of a file: a new one of these is another content. The last is the time
of the lock beside it, 0 where there is none: an approval says something new of a file that stayed as it was."""


class Change(NamedTuple):
    """Files that were saved since the last look, and files that are no longer there."""

    saved: tuple[Path, ...]
    gone: tuple[Path, ...]


def run(options: argparse.Namespace, language: Language) -> int:
    """Watch files and folders until Ctrl+C. 0 when stopped, 2 where there is nothing to watch."""
    gc.enable()  # unlike other commands, this one runs for long
    roadmap_files(options.paths)  # a name that is not there is told at once
    states: dict[Path, Built] = {}
    try:
        for change in changes(options.paths, max(options.interval, 0.02)):
            try:
                orders = orders_of(options, language)
            except NotFound:  # away for now: it is built again when it is back
                orders = []
            if orders is None:
                return 2
            for path in change.gone:
                states.pop(path, None)
            before = dict(states)
            for order in orders:
                if order.path in change.saved:
                    states[order.path] = build_one(order)
            write_records(Path(options.out), (states[path] for path in change.saved if path in states), language)
            _show(before, states, change.saved, language)
    except KeyboardInterrupt:
        tell("")
    return 0


def changes(paths: list[str], interval: float) -> Iterator[Change]:
    """Changes as they come, the first at once with every file. ``interval`` is in seconds.

    A file counts as saved when two looks find it the same: while it is being written, or is away for the moment of a
    rename, it is left alone.
    """
    built: dict[Path, Stamp] = {}
    last = _stamps(paths)
    while True:
        now = _stamps(paths)
        saved = tuple(path for path, stamp in now.items() if stamp == last.get(path) != built.get(path))
        gone = tuple(path for path in built if path not in now and path not in last)
        last = now
        for path in saved:
            built[path] = now[path]
        for path in gone:
            del built[path]
        if saved or gone:
            yield Change(saved, gone)
        time.sleep(interval)


def _stamps(paths: list[str]) -> dict[Path, Stamp]:
    stamps = {}
    try:
        files = roadmap_files(paths)
    except NotFound:
        return {}
    for path in files:
        try:
            found = path.stat()
        except OSError:
            continue
        stamps[path] = (found.st_mtime_ns, found.st_size, found.st_ino, _time_of(path.parent / LOCK))
    return stamps


def _time_of(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0


def _show(before: dict[Path, Built], states: dict[Path, Built], saved: tuple[Path, ...], language: Language) -> None:
    """All that is wrong now. On a terminal the screen is cleared, so what was mended is gone; it is also said."""
    if sys.stdout.isatty():
        sys.stdout.write(_CLEAR)
    for path, state in states.items():
        if sys.stdout.isatty() or path in saved:
            for text in state.shown:
                tell(text)
            show_outcome(state, False, language)
    for path in saved:
        if path in before and path in states and states[path].is_read:  # what was not looked at was not mended
            left = {finding.fingerprint for finding in states[path].findings}
            for finding in before[path].findings:
                if finding.fingerprint not in left:
                    tell(say("mended", {"sentence": sentence(finding, language), "code": finding.code}, language))
    findings = [finding for state in states.values() for finding in state.findings]
    tell(summary(findings, len(states), sum(state.silenced for state in states.values()), language))
    tell(say("watching", {}, language))
    sys.stdout.flush()
