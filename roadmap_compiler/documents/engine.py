"""Prepares a Word template once and prints views with it.

Preparing reads the package, turns the tags of its parts into compiled Jinja and lays out every other member as
finished bytes. A document then costs a rendering, one deflate for each part with tags, and joining bytes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from . import checks
from .gaps import may_leave_gaps, without_gaps
from .package import EMPTY, Archive, Member, NotPackage, added, pack, package_bytes, read_members
from .placing import place_tags
from .problems import Place, TemplateFailed, TemplateProblem
from .properties import CORE, core_properties, linked_to_core
from .tags import Tag, find_tags
from .vocabulary import VIEW, Field
from .wordxml import Element, NotXml, parse, serialise

if TYPE_CHECKING:
    from jinja2 import Template as JinjaTemplate

    from .environment import WordEnvironment

PARTS = re.compile(r"word/(document|header|footer|footnotes|endnotes)\d*\.xml")
KINDS = {"document": "body", "header": "header", "footer": "footer", "footnotes": "notes", "endnotes": "notes"}
CONTENT_TYPES = "[Content_Types].xml"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
LINE = '</w:t><w:br/><w:t xml:space="preserve">'
TAB = '</w:t><w:tab/><w:t xml:space="preserve">'
CONTROLS = bytes(code for code in range(32) if code not in (9, 10, 13))
DEFAULT_TEXT_AREA = (10_205, 14_570)  # twips: A4 upright less margins of 20, 10, 20 and 20 mm


class Part(NamedTuple):
    """A part that holds tags, compiled.

    Attributes:
        lines: which tag stands on which line of its source.
        gaps: whether rows or cells of it may come out empty, see `gaps`.
    """

    name: str
    place: Place
    template: JinjaTemplate
    lines: tuple[Tag, ...]
    gaps: bool


class Template(NamedTuple):
    """A prepared template, to be used for any number of documents.

    Attributes:
        name: what the user calls it.
        text_width, text_height: between the margins of the last section, in twips.
    """

    name: str
    archive: Archive
    parts: tuple[Part, ...]
    text_width: int
    text_height: int

    def render(self, view: Mapping[str, Any]) -> bytes:
        """The DOCX of ``view``. The same view gives the same bytes.

        A line end in a value becomes a line break, a tab a tab. Raises `TemplateFailed` where the template cannot
        print this view, or where a value holds a character that XML cannot carry.
        """
        members = [pack(part.name, render_part(part, view)) for part in self.parts]
        members.append(pack(CORE, core_properties(view).encode("utf-8", "replace"), level=0))
        return package_bytes(added(self.archive, members))


def prepare(
    package: bytes, name: str, vocabulary: tuple[Field, ...] = VIEW
) -> tuple[Template | None, list[TemplateProblem]]:
    """The template of a DOCX file, or None and everything that is wrong with it.

    ``vocabulary`` lists the names that its views have; those of a roadmap's document are usual.
    """
    try:
        members = read_members(package)
    except NotPackage as refusal:
        return None, [TemplateProblem(refusal.code, {"name": name}, Place("file"))]
    by_name = {member.name: member for member in members}
    problems = _unusable(by_name, name)
    if problems:
        return None, problems
    from .environment import make_environment

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
        part, wrong = _compiled_part(member.name, place, root, environment)
        problems += wrong
        parts += [part] if part else []
    if not parts and not problems:
        problems.append(TemplateProblem("template-without-tags", {"name": name}, Place("file")))
    if problems:
        return None, problems
    rendered = {part.name for part in parts}
    static = linked_to_core([member for member in members if member.name not in rendered])
    return Template(name, added(EMPTY, static), tuple(parts), *area), []


def _unusable(members: dict[str, Member], name: str) -> list[TemplateProblem]:
    """Why a package that could be read is still no Word document, if it is none."""
    code = ""
    if "word/document.xml" not in members or CONTENT_TYPES not in members:
        code = "template-not-docx"
    elif any(member.lower().endswith("vbaproject.bin") for member in members):
        code = "template-macros"
    return [TemplateProblem(code, {"name": name}, Place("file"))] if code else []


def _compiled_part(
    name: str, place: Place, root: Element, environment: WordEnvironment
) -> tuple[Part | None, list[TemplateProblem]]:
    """A part with its tags compiled; no part if there are none, or if one of them is wrong."""
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
    if tree is None or problems:
        return None, problems
    from .environment import compiled

    code = environment.compile(tree, filename="<template>")
    return Part(name, place, compiled(environment, code), lines, gaps), []


def render_part(part: Part, view: Mapping[str, Any]) -> bytes:
    """The XML of one part for ``view``. Raises `TemplateFailed`."""
    template = part.template
    try:
        text = "".join(template.root_render_func(template.new_context(dict(view))))
    except Exception as error:  # whatever a user's expression may raise, the user hears it as a mistake of that tag
        raise TemplateFailed(_failure(error, part)) from error
    return _encoded(without_gaps(_drawn(text), part.gaps), part.place)


def _drawn(text: str) -> str:
    """Line ends and tabs, which only values bring in, as Word draws them."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\n" in text:
        text = text.replace("\n", LINE)
    return text.replace("\t", TAB) if "\t" in text else text


def _encoded(text: str, place: Place) -> bytes:
    """UTF-8 of ``text``. Raises `TemplateFailed` for what XML 1.0 (2.2, Char) does not allow."""
    try:
        data = text.encode()
    except UnicodeEncodeError as error:  # half of a surrogate pair
        raise TemplateFailed(_forbidden(text[error.start], place)) from error
    if len(data.translate(None, CONTROLS)) < len(data) or "\ufffe" in text or "\uffff" in text:
        raise TemplateFailed(_forbidden(next(letter for letter in text if letter in FORBIDDEN), place))
    return data


FORBIDDEN = {chr(code) for code in CONTROLS} | {"\ufffe", "\uffff"}


def _forbidden(letter: str, place: Place) -> TemplateProblem:
    return TemplateProblem("template-forbidden-character", {"character": f"U+{ord(letter):04X}"}, place)


def _failure(error: Exception, part: Part) -> TemplateProblem:
    """What went wrong while printing, told as a mistake of the tag that stands on the line of the source."""
    from .failures import failure_code

    line = 0
    trace = error.__traceback__
    while trace:
        if trace.tb_frame.f_globals.get("__jinja_template__") is part.template:
            line = part.template.get_corresponding_lineno(trace.tb_lineno)
        trace = trace.tb_next
    code = failure_code(error)
    if not 2 <= line <= len(part.lines) + 1:
        return TemplateProblem(code, {"tag": ""}, part.place)
    tag = part.lines[line - 2]
    return TemplateProblem(code, {"tag": tag.text}, tag.place)


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
