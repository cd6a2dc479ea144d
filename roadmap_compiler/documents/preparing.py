"""Prepares a Word template once, for any number of documents.

The tags of its parts become compiled Jinja, every other member is laid out as finished bytes.
"""

from __future__ import annotations

from collections.abc import Callable

from .package import EMPTY, Member, NotPackage, added, read_members
from .precompiled import precompiled_parts
from .problems import Place, TemplateProblem
from .properties import CONTENT_TYPES, linked_to_core
from .rendering import Compiled, Template
from .vocabulary import VIEW, Field


def prepare(
    package: bytes,
    name: str,
    vocabulary: tuple[Field, ...] = VIEW,
    beforehand: Callable[[bytes], Compiled | None] = precompiled_parts,
) -> tuple[Template | None, list[TemplateProblem]]:
    """The template of a DOCX file, or None and everything that is wrong with it.

    ``vocabulary`` lists the names that its views have; those of a roadmap's document are usual. ``beforehand`` gives
    the parts of a template that was compiled, with these names, before it was shipped.
    """
    try:
        members = read_members(package)
    except NotPackage as refusal:
        return None, [TemplateProblem(refusal.code, {"name": name}, Place("file"))]
    problems = _unusable({member.name for member in members}, name)
    if problems:
        return None, problems
    compiled = beforehand(package) or _compiled(members, name, vocabulary)
    if not compiled.parts or compiled.problems:
        without_tags = TemplateProblem("template-without-tags", {"name": name}, Place("file"))
        return None, compiled.problems or [without_tags]
    rendered = {part.name for part in compiled.parts}
    static = linked_to_core([member for member in members if member.name not in rendered])
    return Template(name, added(EMPTY, static), compiled.parts, *compiled.text_area), []


def _compiled(members: list[Member], name: str, vocabulary: tuple[Field, ...]) -> Compiled:
    from .parts import compile_parts

    return compile_parts(members, name, vocabulary)


def _unusable(members: set[str], name: str) -> list[TemplateProblem]:
    """Why a package that could be read is still no Word document, if it is none."""
    code = ""
    if "word/document.xml" not in members or CONTENT_TYPES not in members:
        code = "template-not-docx"
    elif any(member.lower().endswith("vbaproject.bin") for member in members):
        code = "template-macros"
    return [TemplateProblem(code, {"name": name}, Place("file"))] if code else []
