"""Checks the names of a template against the view: unknown fields and filters, lists that are none."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, NamedTuple

from jinja2 import nodes

from roadmap_compiler.near import near

from .problems import TemplateProblem
from .tags import Tag
from .vocabulary import Field

if TYPE_CHECKING:
    from .environment import WordEnvironment


class Item(NamedTuple):
    """One item of a list of the view."""

    field: Field


# What is known of a value: a field of the view, an item of a list, or nothing.
Known = Field | Item | None
Names = dict[str, Known]


class Mistake(NamedTuple):
    """A mistake on a line of the source, before it is known which tag that line is."""

    line: int
    code: str
    params: dict[str, str]


LOOP_PARTS = ("index", "index0", "revindex", "revindex0", "first", "last", "length", "depth", "depth0", "previtem",
              "nextitem", "cycle", "changed")
LOOP = Item(Field("loop", "", parts=tuple(Field(name, "") for name in LOOP_PARTS)))


def check_names(tree: nodes.Template, lines: tuple[Tag, ...], environment: WordEnvironment) -> list[TemplateProblem]:
    """All wrong names of ``tree``, in its order. ``lines`` says which tag stands on which line of the source."""
    names: Names = {field.name: field for field in environment.vocabulary}
    names.update(dict.fromkeys(environment.globals))
    problems: list[TemplateProblem] = []
    for line, code, params in _mistakes(tree, names, environment):
        tag = lines[line - 2]
        problem = TemplateProblem(code, {"tag": tag.text, **params}, tag.place)
        if problem not in problems:  # one tag may be written twice: a loop over cells is also that of the grid
            problems.append(problem)
    return problems


def _mistakes(node: nodes.Node, names: Names, environment: WordEnvironment) -> Iterator[Mistake]:
    """The mistakes in and below ``node``. ``names`` is what is known here; assignments add to it."""
    if isinstance(node, nodes.For):
        yield from _mistakes(node.iter, names, environment)
        inner = {**names, "loop": LOOP}
        yield from _bind(node.target, _item_of(node.iter, names), inner)
        if _is_no_list(_known(node.iter, names)):
            yield Mistake(node.lineno, "template-not-a-list", {"name": _written(node.iter)})
        for child in ([node.test] if node.test else []) + node.body:
            yield from _mistakes(child, inner, environment)
        for child in node.else_:
            yield from _mistakes(child, names, environment)
        return
    if isinstance(node, nodes.With):
        inner = dict(names)
        for target, value in zip(node.targets, node.values, strict=True):
            yield from _mistakes(value, names, environment)
            yield from _bind(target, _known(value, names), inner)
        for child in node.body:
            yield from _mistakes(child, inner, environment)
        return
    if isinstance(node, nodes.Name):
        if node.ctx == "load" and node.name not in names:
            yield _unknown("name", node.lineno, node.name, names)
        return
    for child in node.iter_child_nodes():
        yield from _mistakes(child, names, environment)
    if isinstance(node, nodes.Assign):
        yield from _bind(node.target, _known(node.node, names), names)
    elif isinstance(node, nodes.Getattr):
        yield from _wrong_part(node, node.attr, names)
    elif isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
        yield from _wrong_part(node, node.arg.value, names)
    elif isinstance(node, nodes.Filter) and node.name not in environment.filters:
        yield _unknown("filter", node.lineno, node.name, environment.filters)
    elif isinstance(node, nodes.Test) and node.name not in environment.tests:
        yield _unknown("test", node.lineno, node.name, environment.tests)
    elif isinstance(node, nodes.Output):
        for child in node.nodes:
            if not _is_printable(_known(child, names)):
                yield Mistake(child.lineno, "template-prints-list", {"name": _written(child)})


def _bind(target: nodes.Node, value: Known, names: Names) -> Iterator[Mistake]:
    """Adds the variables of ``target`` to ``names``, each with what is known of it."""
    if isinstance(target, nodes.Name):
        names[target.name] = value
    elif isinstance(target, nodes.Tuple):
        parts = _parts(value)
        if value is not None and len(parts) != len(target.items):
            expected = ", ".join(part.name for part in parts)
            code = "template-wrong-parts" if parts else "template-no-parts"
            yield Mistake(target.lineno, code, {"parts": expected, "count": str(len(target.items))})
            parts = ()
        for at, item in enumerate(target.items):
            yield from _bind(item, parts[at] if parts else None, names)


def _known(node: nodes.Node, names: Names) -> Known:
    """What the value of an expression is, as far as the view tells."""
    if isinstance(node, nodes.Name):
        return names.get(node.name)
    if isinstance(node, nodes.Getattr):
        return next((part for part in _parts(_known(node.node, names)) if part.name == node.attr), None)
    if isinstance(node, nodes.Getitem):
        return _item_of(node.node, names) if isinstance(_known(node.node, names), Field) else None
    return None


def _item_of(node: nodes.Node, names: Names) -> Known:
    value = _known(node, names)
    return Item(value) if isinstance(value, Field) and value.repeated else None


def _parts(value: Known) -> tuple[Field, ...]:
    """What one value can be taken apart into. The items of a list have parts, the list has none."""
    if isinstance(value, Item):
        return value.field.parts
    return value.parts if value is not None and not value.repeated else ()


def _is_no_list(value: Known) -> bool:
    if isinstance(value, Item):
        return not value.field.parts
    return isinstance(value, Field) and not value.repeated


def _is_printable(value: Known) -> bool:
    if isinstance(value, Item):
        return not value.field.parts
    return value is None or not (value.repeated or value.flag)


def _wrong_part(node: nodes.Getattr | nodes.Getitem, name: str, names: Names) -> Iterator[Mistake]:
    if name.startswith("_"):
        yield Mistake(node.lineno, "template-forbidden", {})
        return
    value = _known(node.node, names)
    parts = [part.name for part in _parts(value)]
    if value is None or name in parts or hasattr(list if _is_list(value) else tuple if parts else str, name):
        return
    unknown = _unknown("field", node.lineno, name, parts)
    yield unknown._replace(params={**unknown.params, "owner": _written(node.node)})


def _is_list(value: Known) -> bool:
    return isinstance(value, Field) and value.repeated


def _unknown(what: str, line: int, name: str, known: Collection[str]) -> Mistake:
    return Mistake(line, f"template-unknown-{what}", {"name": name, "near": near(name, known) or ""})


def _written(node: nodes.Node) -> str:
    """An expression of names and dots as its author wrote it."""
    if isinstance(node, nodes.Name):
        return str(node.name)
    return f"{_written(node.node)}.{node.attr}" if isinstance(node, nodes.Getattr) else "…"
