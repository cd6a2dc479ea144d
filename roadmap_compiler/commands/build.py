"""roadmap build: compile roadmaps into documents and calendars."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from roadmap_compiler.approvals import LOCK
from roadmap_compiler.commands.check import has_records, show_compilation, show_elsewhere
from roadmap_compiler.commands.files import roadmap_files, why_not_written, write_whole
from roadmap_compiler.commands.manifest import NAME, Record, records_of, write_manifest
from roadmap_compiler.commands.many import do_all
from roadmap_compiler.commands.outputs import Only, make
from roadmap_compiler.commands.showing import complain, summary, tell
from roadmap_compiler.findings import Finding
from roadmap_compiler.messages import Language, say

QUIET = ("draft", "signing")
"""States in which a roadmap may be left out of a build of approved ones without anybody having to do anything."""


class Order(NamedTuple):
    """One file to build: where it is, what to write (path without ending) in which folder, which kinds of output, how
    strictly, in which state, whether with a QR code. With ``is_check`` nothing is written."""

    path: Path
    target: Path
    kinds: tuple[str, ...]
    language: Language
    profile: str | None = None
    out: Path = Path("build")
    only: Only = ""
    is_check: bool = False
    has_qr: bool = False


class Built(NamedTuple):
    """What came of one file; ``shown`` are its findings as they are printed.

    ``records`` are the lines of the manifest. ``left_out`` is the state of a roadmap that is not approved and was not
    asked for, else "". ``amiss`` are the outputs in the folder that are not those of the roadmap, each with a word of
    the screens. ``is_read`` says whether the file could be read so far that its content was looked at.
    """

    path: Path
    findings: tuple[Finding, ...]
    silenced: int
    shown: tuple[str, ...]
    outputs: tuple[Path, ...]
    failure: str
    records: tuple[Record, ...] = ()
    left_out: str = ""
    amiss: tuple[tuple[str, Path], ...] = ()
    is_read: bool = True
    kept: tuple[str, ...] = ()


def run(options: argparse.Namespace, language: Language) -> int:
    """Build files and folders. 0 where all were built, 1 where something has errors, has changed since its approval or,
    with --check, is not what would be built now, 2 where a file could not be read or written."""
    if options.qr and not find_spec("segno"):
        complain(say("qr-missing", {}, language))
        return 2
    orders = orders_of(options, language)
    if orders is None:
        return 2
    results = []
    for result in _with_progress(do_all(build_one, orders), len(orders)):
        results.append(result)
        _show(result, options.check or len(orders) > 20, language)
    out = Path(options.out)
    if options.check:
        from roadmap_compiler.commands.freshness import show_folder

        is_fresh = show_folder(options, orders, results, language)
    else:
        is_fresh = True
        write_records(out, results, language)
    findings = [finding for result in results for finding in result.findings]
    of_locks = [] if options.draft else _tell_locks(orders, language)
    findings += of_locks
    tell(summary(findings, len(results), sum(result.silenced for result in results), language))
    if any(result.failure for result in results):
        return 2
    is_done = all((result.outputs or result.left_out in QUIET) and not result.kept for result in results)
    return 0 if is_fresh and is_done and not of_locks else 1


def _tell_locks(orders: list[Order], language: Language) -> list[Finding]:
    """What of the records of approval stands in the way: of what was approved nothing may be left out in silence. A
    line of a roadmap that is gone is in the way of approved documents alone."""
    found: list[Finding] = []
    for folder in dict.fromkeys(order.path.parent for order in orders):
        if has_records(folder):
            from roadmap_compiler.approvals.folder import tell_lock

            found += [one for one in tell_lock(folder / LOCK)
                      if one.severity == "error" or orders[0].only == "approved"]
    for text in show_elsewhere(found, language):
        tell(text)
    return found


def _show(result: Built, is_short: bool, language: Language) -> None:
    for text in result.shown:
        tell(text)
    show_outcome(result, is_short, language)


def show_outcome(result: Built, is_short: bool, language: Language) -> None:
    """What became of one roadmap; ``is_short`` leaves out what went well."""
    path = result.path.as_posix()
    if result.failure:
        complain(result.failure)
        return
    for sentence in result.kept:
        complain(sentence)
    if result.left_out:
        complain(say(f"left-out-{result.left_out}", {"path": path}, language))
    elif not result.outputs and not result.kept:
        complain(say("not-built", {"path": path}, language))
    elif result.outputs and not is_short:
        outputs = ", ".join(output.as_posix() for output in result.outputs)
        tell(say("built", {"path": path, "outputs": outputs}, language))
    if any(record.state == "changed" for record in result.records):
        complain(say("built-changed", {"path": path}, language))


def write_records(out: Path, results: Iterable[Built], language: Language) -> None:
    """Write the manifest of a folder; that it could not be written is told."""
    records = [record for result in results for record in result.records]
    if not records:
        return
    try:
        write_manifest(out, records)
    except OSError as error:
        params = {"path": (out / NAME).as_posix(), "why": why_not_written(error, language)}
        complain(say("cannot-write", params, language))


def orders_of(options: argparse.Namespace, language: Language) -> list[Order] | None:
    """What to build; None, and it is told, where two files would be built into one."""
    kinds = tuple(options.only.split(",")) if options.only else ("docx", "ics", "calendar")
    out = Path(options.out)
    places = output_places(options.paths, out, language)
    if places is None:
        return None
    asked = vars(options)  # roadmap watch builds too, and has fewer options
    only: Only = "draft" if asked.get("draft") else "approved" if asked.get("approved_only") else ""
    flags = bool(asked.get("check")), bool(asked.get("qr"))
    return [Order(path, target, kinds, language, options.profile, out, only, *flags) for path, target in places]


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
    """Compile one file and write what came of it, or look whether it lies there. Nothing is written where there are
    errors."""
    try:
        data = order.path.read_bytes()
    except OSError:
        failure = say("file-unreadable", {"path": order.path.as_posix()}, order.language)
        return Built(order.path, (), 0, (), (), failure, is_read=False)
    made = make(order.path, data, order.kinds, order.profile, order.only, order.has_qr)
    compilation = made.compilation
    if made.is_left_out and made.state in QUIET:
        return Built(order.path, (), 0, (), (), "", left_out=made.state)
    shown = (*show_compilation(compilation, data, order.language), *show_elsewhere(made.wrong, order.language))
    built = Built(order.path, (*compilation.findings, *made.wrong), compilation.silenced, shown, (), "",
                  left_out=made.state if made.is_left_out else "", is_read=compilation.plan is not None)
    contents = {order.target.with_name(f"{order.target.name}.{ending}"): (ending, content)
                for ending, content in made.contents.items()}
    if not contents:
        return built
    records = records_of(order.out, contents, order.path, data, made)
    if order.is_check:
        from roadmap_compiler.commands.freshness import amiss

        wrong = tuple(found for path, (_, content) in contents.items() for found in amiss(path, content))
        return built._replace(outputs=tuple(contents), records=records, amiss=wrong)
    written: list[Record] = []
    for record, (path, (_, content)) in zip(records, contents.items(), strict=True):
        try:
            kept = _why_kept(path, content, order.language)
            if not kept:
                write_whole(path, content)
        except OSError as error:
            params = {"path": path.as_posix(), "why": why_not_written(error, order.language)}
            return built._replace(failure=say("cannot-write", params, order.language))
        if kept:
            built = built._replace(kept=(*built.kept, kept))
        else:
            built = built._replace(outputs=(*built.outputs, path))
            written.append(record)
    return built._replace(records=tuple(written))


def _why_kept(path: Path, content: bytes, language: Language) -> str:
    """Why an output must stay as it is, "" where it may be written: the signature over it would fit no more, and the
    original would be lost. Raises OSError."""
    if not path.is_file():
        return ""
    found = path.read_bytes()
    if found == content:
        return ""
    from roadmap_compiler.commands.signed import INSIDE, signatures_of

    is_document = path.suffix == ".docx"
    beside = [one for one in signatures_of(path) if is_document or one.name.startswith(f"{path.name}.")]
    params = {"path": path.as_posix(), "signature": beside[0].name if beside else ""}
    if beside:
        return say("signed-kept", params, language)
    return say("signed-inside-kept", params, language) if is_document and INSIDE in found else ""


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
