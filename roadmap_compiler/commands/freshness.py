"""Whether the folder of outputs is what the roadmaps give now: roadmap build --check."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from roadmap_compiler.commands.manifest import NAME, Record, hash_of, read_manifest
from roadmap_compiler.commands.showing import tell
from roadmap_compiler.messages import Language, say
from roadmap_compiler.messages.counted import counted

if TYPE_CHECKING:
    from roadmap_compiler.commands.build import Built, Order


def amiss(path: Path, content: bytes) -> Iterator[tuple[str, Path]]:
    """What is wrong with one output: it is missing, or it is another. A document packed on another machine is the
    same."""
    try:
        found = path.read_bytes()
    except OSError:
        yield "check-missing", path
        return
    if found != content:
        from roadmap_compiler.seals.packing import same_but_for_zlib

        if path.suffix != ".docx" or not same_but_for_zlib(content, found):
            yield "check-stale", path


def show_folder(options: argparse.Namespace, orders: Iterable[Order], results: Iterable[Built],
                language: Language) -> bool:
    """Whether all is fresh; what is not is told by name: missing, stale, left over, and the manifest itself."""
    results, out = list(results), Path(options.out)
    found = [one for result in results for one in result.amiss]
    known = {record.output: record for record in read_manifest(out)}
    told = {path for _, path in found}  # of these the manifest cannot tell the truth
    if any(not _agrees(known.get(one.output), one, out) for result in results for one in result.records
           if out / one.output not in told):
        found.append(("check-manifest", out / NAME))
    left = list(_left_over(out, list(orders), results))
    for word, path in found + left:
        tell(say(word, {"path": path.as_posix()}, language))
    number = sum(len(result.outputs) for result in results)
    if found:
        tell(say("check-advice", {"command": _command(options)}, language))
    elif not left:
        tell(say("check-fresh", {"files": counted(number, "file", language)}, language))
    return not found and not left


def _command(options: argparse.Namespace) -> str:
    """The command that builds what was looked at."""
    words = ["roadmap", "build", *(Path(path).as_posix() for path in options.paths)]
    for name in ("only", "profile"):
        if getattr(options, name):
            words += [f"--{name}", getattr(options, name)]
    words += [f"--{name.replace('_', '-')}" for name in ("draft", "approved_only", "qr") if getattr(options, name)]
    words += ["--out", Path(options.out).as_posix()]
    return " ".join(f'"{word}"' if re.search(r"[^\w./,:=+-]", word) else word for word in words)


def _left_over(out: Path, orders: list[Order], results: list[Built]) -> Iterator[tuple[str, Path]]:
    """Outputs of which the manifest says that they are of roadmaps which are gone, or do not make them any more."""
    made = {path for result in results for path in result.outputs}
    looked_at = {order.path.resolve() for order, result in zip(orders, results, strict=True)
                 if result.outputs or result.left_out}
    kinds = {f".{kind}" for order in orders for kind in order.kinds}
    for record in read_manifest(out):
        path, source = out / record.output, out / record.source
        if path in made or not path.is_file():
            continue
        if not source.is_file():
            if "/" not in record.source:
                continue  # on another disk: who knows
            yield "check-left", path
        elif source.resolve() in looked_at and _kind(path) in kinds:
            yield "check-unasked", path


def _kind(path: Path) -> str:
    return ".calendar" if path.name.endswith(".calendar.docx") else path.suffix


def _agrees(known: Record | None, fresh: Record, out: Path) -> bool:
    """Whether the manifest tells the truth of an output that is fresh; the version does not matter then."""
    if known is None:
        return False
    try:
        lies = hash_of((out / known.output).read_bytes()) == known.sha256
    except OSError:
        return True  # that it is missing is told already
    return lies and known == fresh._replace(sha256=known.sha256, version=known.version)
