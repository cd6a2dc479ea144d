"""Compiles the parts of a template: tags found, put in their places, checked, and made into Jinja's code."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from jinja2 import Template, nodes

from . import checks
from .emptiness import may_leave_gaps
from .environment import WordEnvironment, compiled, make_environment
from .package import Member
from .placing import place_tags
from .problems import Place, TemplateProblem
from .rendering import Compiled, Part
from .tags import Tag, find_tags
from .vocabulary import Field
from .wordxml import Element, NotXml, parse, serialise

PARTS = re.compile(r"word/(document|header|footer|footnotes|endnotes)\d*\.xml")
KINDS = {"document": "body", "header": "header", "footer": "footer", "footnotes": "notes", "endnotes": "notes"}
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
DEFAULT_TEXT_AREA = (10_205, 14_570)  # twips: A4 upright less margins of 20, 10, 20 and 20 mm


def compile_parts(members: list[Member], name: str, vocabulary: tuple[Field, ...]) -> Compiled:
    """Every part of a template that holds tags, and what is wrong in any of them."""
    problems: list[TemplateProblem] = []
    environment = make_environment(vocabulary)
    parts: list[Part] = []
    area = DEFAULT_TEXT_AREA
    for member in members:
        if not (kind := PARTS.fullmatch(member.name)):
            continue
        place = Place(KINDS[kind.group(1)])
        try:
            root = parse(member.data)
        except NotXml:
            problems.append(TemplateProblem("template-damaged", {"name": name}, place))
            continue
        if place.part == "body":
            area = text_area(root)
        source, wrong = read_part(root, place, environment)
        problems += wrong
        if source is not None:
            code = environment.compile(source.tree, filename="<template>")
            parts.append(Part(member.name, place, _pieces(compiled(environment, code)), source.lines, source.gaps))
    return Compiled(tuple(parts), area, problems)


def _pieces(template: Template) -> Callable[[Mapping[str, Any]], Iterable[str]]:
    return lambda view: template.root_render_func(template.new_context(dict(view)))


class Source(NamedTuple):
    """A part as Jinja reads it. ``lines`` and ``gaps`` are those of the `Part` it becomes."""

    tree: nodes.Template
    lines: tuple[Tag, ...]
    gaps: bool


def read_part(
    root: Element, place: Place, environment: WordEnvironment
) -> tuple[Source | None, list[TemplateProblem]]:
    """The source of a part, ``root`` being changed into it; None if it has no tags, or if one of them is wrong."""
    found, problems, order = find_tags(root, place.part)
    if not found:
        return None, problems
    placed, misplaced = place_tags(root, found)
    problems += misplaced
    problems += checks.check_structure([tag for tag, _ in found], placed)
    if problems:
        problems += checks.check_what_remains(placed, problems, environment)
        return None, sorted(problems, key=lambda problem: order[problem.place])
    gaps = may_leave_gaps(root, found)
    text, numbers = serialise(root)
    text = DECLARATION + text
    lines = tuple(found[number].tag for number in numbers)
    tree, problems = checks.parsed(text, lines, environment)
    return (Source(tree, lines, gaps) if tree is not None and not problems else None), problems


def text_area(root: Element) -> tuple[int, int]:
    """Width and height between the margins of the last section, in twips."""
    sections = list(root.iter("w:sectPr"))
    size, margins = (sections[-1].first(name) if sections else None for name in ("w:pgSz", "w:pgMar"))
    if size is None or margins is None:
        return DEFAULT_TEXT_AREA
    try:
        width, height = (int(str(size.attributes[name])) for name in ("w:w", "w:h"))
        left, right, top, bottom = (
            int(str(margins.attributes[f"w:{side}"])) for side in ("left", "right", "top", "bottom")
        )
    except (KeyError, ValueError):
        return DEFAULT_TEXT_AREA
    return width - left - right, height - abs(top) - abs(bottom)
