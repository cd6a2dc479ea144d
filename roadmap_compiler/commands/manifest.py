"""build.json in the folder of outputs: of what each of them was made. No clock, no path of this machine.

    {
    "outputs": [
    {"output": "карта.docx", "sha256": "…", "source": "../roadmaps/карта.yaml", "source_sha256": "…", …},
    …
    ]
    }

One line is one output, by name; paths are counted from the folder of the manifest.
"""

from __future__ import annotations

import hashlib
import os
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from roadmap_compiler import __version__
from roadmap_compiler.commands.files import write_whole
from roadmap_compiler.commands.outputs import DOCUMENT, GRID, Made
from roadmap_compiler.documents.bundled import template_file
from roadmap_compiler.documents.compiling import template_bytes
from roadmap_compiler.plan.plan import Plan

NAME = "build.json"


class Record(NamedTuple):
    """One output. Texts are "" where there is nothing to say: the ICS has no template, a draft no seal.

    ``calendar`` names the data of the days off; ``version`` is that of the program.
    """

    output: str
    sha256: str
    source: str
    source_sha256: str
    template: str
    template_sha256: str
    calendar: str
    version: str
    state: str
    seal: str


def records_of(out: Path, contents: dict[Path, tuple[str, bytes]], source: Path, data: bytes,
               made: Made) -> tuple[Record, ...]:
    """The records of the outputs of one roadmap: their paths, each with its ending and its bytes. ``data`` is the
    roadmap's text."""
    assert made.compilation.plan is not None
    of_source = _relative(source, out), hash_of(data)
    facts = _calendar_data(), __version__, made.state
    return tuple(
        Record(_relative(path, out), hash_of(content), *of_source, *_template(ending, made.compilation.plan), *facts,
               made.seal if ending == DOCUMENT else "")
        for path, (ending, content) in contents.items())


def _template(ending: str, plan: Plan) -> tuple[str, str]:
    """The name of the template and the hash of its file."""
    if ending == DOCUMENT:
        name, data = template_bytes(plan)
        return name, hash_of(data) if data is not None else ""
    return _grid_template() if ending == GRID else ("", "")


@lru_cache
def _grid_template() -> tuple[str, str]:
    from roadmap_compiler.calendars.printing import FILES

    return FILES["grid"], hash_of(template_file(FILES["grid"]))


def read_manifest(out: Path) -> tuple[Record, ...]:
    """The records of a folder; none where there is no manifest, or where it is none."""
    import json

    try:
        found = json.loads((out / NAME).read_text(encoding="utf-8"))
        return tuple(Record(*(str(one[field]) for field in Record._fields)) for one in found["outputs"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return ()


def write_manifest(out: Path, records: list[Record]) -> None:
    """Write what was built; the records of other outputs stay while their files do. Raises OSError."""
    path = out / NAME
    if path.is_file():
        text = manifest_text(records)
        if path.read_bytes() == text:
            return
        fresh = {record.output for record in records}
        records = records + [one for one in read_manifest(out)
                             if one.output not in fresh and (out / one.output).is_file()]
    write_whole(path, manifest_text(records))


def manifest_text(records: list[Record]) -> bytes:
    """The manifest as JSON, in UTF-8."""
    lines = (", ".join(f'"{field}": {_quoted(value)}' for field, value in record._asdict().items())
             for record in sorted(records))
    text = '{\n"outputs": [\n' + ",\n".join(f"{{{line}}}" for line in lines) + "\n]\n}\n"
    return text.encode("utf-8", "replace")


_ESCAPES = {code: f"\\u{code:04x}" for code in range(32)} | {34: '\\"', 92: "\\\\"}


def _quoted(text: str) -> str:
    """A text in JSON; loading the library for it takes longer than building a document."""
    return f'"{text.translate(_ESCAPES)}"'


def hash_of(data: bytes) -> str:
    """SHA-256 in hex, as the manifest has it."""
    return hashlib.sha256(data).hexdigest()


def _relative(path: Path, folder: Path) -> str:
    """A path counted from a folder, with «/»; the name alone where they have nothing in common but the disk, or not
    even that: how a machine is laid out is nobody's business."""
    one, other = path.absolute(), folder.absolute()
    if one.parts[:2] != other.parts[:2]:
        return path.name
    return Path(os.path.relpath(one, other)).as_posix()


@lru_cache
def _calendar_data() -> str:
    """The last year with a decree on days off, and the hash of all that is known: «2026-1f0c…»."""
    from roadmap_compiler.deadlines.days_off import DECREES

    return f"{max(DECREES)}-{hash_of(repr(sorted(DECREES.items())).encode())[:12]}"
