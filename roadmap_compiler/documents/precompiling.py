"""Writes the folder `precompiled`: ``python -m roadmap_compiler.documents.precompiling``, after the templates.

Only what the bundled templates use is translated: loops, conditions, names, and the checks of cell properties.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from jinja2 import nodes

from .bundled import BUNDLED, bundled_template
from .environment import make_environment
from .package import read_members
from .parts import read_part, text_area
from .problems import Place
from .vocabulary import VIEW, Field
from .wordxml import parse

FOLDER = Path(__file__).parent / "precompiled"
HEAD = '''"""{what}

Written by ``python -m tests.regenerate``.
"""
# ruff: noqa

from __future__ import annotations
'''
IMPORTS = '''
from collections.abc import Mapping
from typing import Any

'''
HELPERS = (
    "from roadmap_compiler.documents.values import colour as _cellbg\n",
    "from roadmap_compiler.documents.values import merge as _vmerge\n",
    "from roadmap_compiler.documents.values import whole_number as _number\n",
    "from roadmap_compiler.documents.values import xml_text as _text\n",
)
START = '''

def pieces(view: Mapping[str, Any]) -> list[str]:
    """The body of the document for ``view``, in pieces."""
    out: list[str] = []
'''
OPERATORS = {"eq": "==", "ne": "!="}


def modules() -> dict[str, str]:
    """The text of every file by its name."""
    names = sorted({Path(file).stem for file in BUNDLED.values()})
    return modules_of({name: bundled_template(name) for name in names}, VIEW)


def modules_of(templates: Mapping[str, bytes], vocabulary: tuple[Field, ...]) -> dict[str, str]:
    """Modules for templates whose views have the names of ``vocabulary``. Each has tags in its body alone."""
    files: dict[str, str] = {}
    known = ["\nKNOWN: dict[str, tuple[str, tuple[int, int], bool]] = {\n"]
    for name, package in templates.items():
        root = parse(next(member.data for member in read_members(package) if member.name == "word/document.xml"))
        area = text_area(root)
        source, problems = read_part(root, Place(), make_environment(vocabulary))
        assert source is not None, problems
        lines = [f'    {field.name} = view["{field.name}"]' for field in vocabulary if _uses(source.tree, field.name)]
        lines += [*_translated(source.tree.body, "    "), "    return out\n"]
        helpers = "".join(line for line in HELPERS if line.split(" as ")[1].strip() + "(" in "".join(lines))
        head = HEAD.format(what=f"The body of {name}.docx.") + IMPORTS + helpers + START
        files[f"{name}.py"] = head + "\n".join(lines)
        known.append(f'    "{hashlib.sha256(package).hexdigest()}": ("{name}", {area}, {source.gaps}),\n')
    what = "Which templates are here: module, size of the text in twips, and whether to look for gaps."
    files["known.py"] = HEAD.format(what=what) + "".join(known) + "}\n"
    return files


def _uses(tree: nodes.Template, name: str) -> bool:
    return any(node.name == name and node.ctx == "load" for node in tree.find_all(nodes.Name))


def _translated(body: list[nodes.Node], indent: str) -> Iterator[str]:
    """The lines of Python that do what ``body`` does."""
    for node in body:
        if isinstance(node, nodes.Output):
            yield f"{indent}out += ({', '.join(map(_printed, node.nodes))},)"
        elif isinstance(node, nodes.For):
            yield f"{indent}for {_expression(node.target)} in {_expression(node.iter)}:"
            yield from _translated(node.body, indent + "    ")
            if node.else_:
                yield f"{indent}if not {_expression(node.iter)}:"
                yield from _translated(node.else_, indent + "    ")
        elif isinstance(node, nodes.If):
            for word, branch in [("if", node), *(("elif", other) for other in node.elif_)]:
                yield f"{indent}{word} {_expression(branch.test)}:"
                yield from _translated(branch.body, indent + "    ")
            if node.else_:
                yield f"{indent}else:"
                yield from _translated(node.else_, indent + "    ")
        else:
            raise NotImplementedError(type(node).__name__)


def _printed(node: nodes.Expr) -> str:
    return repr(node.data) if isinstance(node, nodes.TemplateData) else f"_text({_expression(node)})"


def _expression(node: nodes.Node) -> str:
    if isinstance(node, nodes.Name):
        return str(node.name)
    if isinstance(node, nodes.Const):
        return repr(node.value)
    if isinstance(node, nodes.Tuple):
        return ", ".join(map(_expression, node.items))
    if isinstance(node, nodes.Filter) and node.name in ("number", "vmerge", "cellbg") and node.node is not None:
        return f"_{node.name}({_expression(node.node)})"
    if isinstance(node, nodes.Compare) and len(node.ops) == 1 and node.ops[0].op in OPERATORS:
        return f"{_expression(node.expr)} {OPERATORS[node.ops[0].op]} {_expression(node.ops[0].expr)}"
    raise NotImplementedError(type(node).__name__)


def main() -> None:
    """Writes the files of `modules`."""
    for name, text in modules().items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
