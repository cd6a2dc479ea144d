"""Writes the folder `precompiled`: ``python -m roadmap_compiler.documents.precompiling``, after the templates."""

from __future__ import annotations

import hashlib
from pathlib import Path

import jinja2

from .bundled import BUNDLED, bundled_template
from .environment import make_environment
from .package import read_members
from .parts import read_part, text_area
from .problems import Place
from .wordxml import parse

COMMAND = "python -m roadmap_compiler.documents.precompiling"
HEAD = f'"""{{what}}\n\nWritten by ``{COMMAND}``.\n"""\n# ruff: noqa\n# mypy: ignore-errors\n'
FOLDER = Path(__file__).parent / "precompiled"


def modules() -> dict[str, str]:
    """The text of every file by its name. Each template has tags in its body alone."""
    files: dict[str, str] = {}
    known = []
    for name in sorted({Path(file).stem for file in BUNDLED.values()}):
        package = bundled_template(name)
        root = parse(next(member.data for member in read_members(package) if member.name == "word/document.xml"))
        area = text_area(root)
        environment = make_environment()
        source, problems = read_part(root, Place(), environment)
        assert source is not None, problems
        code = environment.compile(source.tree, raw=True, defer_init=True)
        files[f"{name}.py"] = HEAD.format(what=f"The body of {name}.docx, compiled.") + code + "\n"
        known.append(f'    "{hashlib.sha256(package).hexdigest()}": ("{name}", {area}, {source.gaps}),\n')
    version = getattr(jinja2, "__version__", "")
    files["known.py"] = (
        HEAD.format(what="Which templates are compiled: module, text area, gaps; and by which Jinja.")
        + f'JINJA = "{version}"\nKNOWN: dict[str, tuple[str, tuple[int, int], bool]] = {{\n{"".join(known)}}}\n'
    )
    return files


def main() -> None:
    """Writes the files of `modules`."""
    for name, text in modules().items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
