"""roadmap build: compile roadmaps into documents and calendars."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from roadmap_compiler.approvals import read_record
from roadmap_compiler.commands.check import show_compilation
from roadmap_compiler.commands.files import roadmap_files, why_not_written, write_whole
from roadmap_compiler.commands.many import do_all
from roadmap_compiler.commands.showing import complain, summary, tell
from roadmap_compiler.compiler import compile_bytes
from roadmap_compiler.findings import Finding
from roadmap_compiler.messages import Language, say
from roadmap_compiler.plan.plan import Plan


class Order(NamedTuple):
    """One file to build: where it is, what to write (path without ending), which kinds of output, how strictly."""

    path: Path
    target: Path
    kinds: tuple[str, ...]
    language: Language
    profile: str | None = None


class Built(NamedTuple):
    """What came of one file; ``shown`` are its findings as they are printed."""

    path: Path
    findings: tuple[Finding, ...]
    silenced: int
    shown: tuple[str, ...]
    outputs: tuple[Path, ...]
    failure: str


def run(options: argparse.Namespace, language: Language) -> int:
    """Build files and folders. 0 where all were built, 1 where something has errors, 2 where a file could not be read
    or written."""
    orders = orders_of(options, language)
    if orders is None:
        return 2
    results = []
    for result in _with_progress(do_all(build_one, orders), len(orders)):
        results.append(result)
        for text in result.shown:
            tell(text)
        if result.failure:
            complain(result.failure)
        elif result.outputs and len(orders) <= 20:
            outputs = ", ".join(output.as_posix() for output in result.outputs)
            tell(say("built", {"path": result.path.as_posix(), "outputs": outputs}, language))
        elif not result.outputs:
            complain(say("not-built", {"path": result.path.as_posix()}, language))
    findings = [finding for result in results for finding in result.findings]
    tell(summary(findings, len(results), sum(result.silenced for result in results), language))
    if any(result.failure for result in results):
        return 2
    return 0 if all(result.outputs for result in results) else 1


def orders_of(options: argparse.Namespace, language: Language) -> list[Order] | None:
    """What to build; None, and it is told, where two files would be built into one."""
    kinds = tuple(options.only.split(",")) if options.only else ("docx", "ics", "calendar")
    places = output_places(options.paths, Path(options.out), language)
    if places is None:
        return None
    return [Order(path, target, kinds, language, options.profile) for path, target in places]


def output_places(paths: list[str], out: Path, language: Language) -> list[tuple[Path, Path]] | None:
    """Each roadmap with the path, less its ending, of what is made of it; None, and it is told, where two are one.

    A folder that is named is laid out again under ``out``.
    """
    roots = [Path(name) for name in paths or ["roadmaps"]]
    places: dict[Path, Path] = {}
    for path in roadmap_files(paths):
        root = next((root for root in roots if root.is_dir() and root in path.parents), path.parent)
        target = out / path.relative_to(root).with_suffix("")
        if target in places:
            params = {"path": path.as_posix(), "other": places[target].as_posix(), "output": target.as_posix()}
            complain(say("two-outputs", params, language))
            return None
        places[target] = path
    return [(path, target) for target, path in places.items()]


def build_one(order: Order) -> Built:
    """Compile one file and write what came of it. Nothing is written where there are errors."""
    from roadmap_compiler.documents.compiling import compile_document

    file = order.path.as_posix()
    try:
        data = order.path.read_bytes()
    except OSError:
        return Built(order.path, (), 0, (), (), say("file-unreadable", {"path": file}, order.language))
    compilation = compile_bytes(data, file, order.profile, read_record(order.path))
    outputs: dict[str, bytes] = {}
    plan = compilation.plan
    if plan is not None and not compilation.has_errors:
        if "docx" in order.kinds:
            document, findings = compile_document(plan)
            compilation = compilation._replace(findings=(*compilation.findings, *findings))
            if document is not None:
                outputs["docx"] = document
        if not compilation.has_errors:
            outputs |= _calendars(plan, order.kinds)
    shown = tuple(show_compilation(compilation, data, order.language))
    if compilation.has_errors:
        return Built(order.path, compilation.findings, compilation.silenced, shown, (), "")
    written: list[Path] = []
    for ending, content in outputs.items():
        path = order.target.with_name(f"{order.target.name}.{ending}")
        try:
            write_whole(path, content)
        except OSError as error:
            params = {"path": path.as_posix(), "why": why_not_written(error, order.language)}
            return Built(order.path, compilation.findings, compilation.silenced, shown, tuple(written),
                         say("cannot-write", params, order.language))
        written.append(path)
    return Built(order.path, compilation.findings, compilation.silenced, shown, tuple(written), "")


def _calendars(plan: Plan, kinds: tuple[str, ...]) -> dict[str, bytes]:
    """The calendar file, where anything has a date, and the printed grid; by the endings of their files."""
    outputs: dict[str, bytes] = {}
    if "ics" in kinds:
        from roadmap_compiler.calendars.ics import compile_calendar

        calendar = compile_calendar(plan)
        if calendar is not None:
            outputs["ics"] = calendar
    if "calendar" in kinds:
        from roadmap_compiler.calendars.printing import print_calendar

        grid, problems = print_calendar(plan, "grid")
        assert grid is not None, problems
        outputs["calendar.docx"] = grid
    return outputs


def _with_progress(results: Iterable[Built], total: int) -> Iterator[Built]:
    """The results with a bar on the terminal, where there are many and somebody is looking."""
    if total < 20 or not sys.stderr.isatty():
        yield from results
        return
    for done, result in enumerate(results, start=1):
        sys.stderr.write("\r\x1b[K")
        yield result
        filled = 30 * done // total
        sys.stderr.write(f"[{'█' * filled}{'·' * (30 - filled)}] {done}/{total}")
        sys.stderr.flush()
    sys.stderr.write("\r\x1b[K")
