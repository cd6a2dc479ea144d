"""Prints views with a prepared template: a rendering, one deflate for each part with tags, and joining bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from .gaps import without_gaps
from .package import Archive, added, pack, package_bytes
from .problems import Place, TemplateFailed, TemplateProblem
from .properties import CORE, core_properties

if TYPE_CHECKING:
    from .tags import Tag

LINE = '</w:t><w:br/><w:t xml:space="preserve">'
TAB = '</w:t><w:tab/><w:t xml:space="preserve">'
CONTROLS = bytes(code for code in range(32) if code not in (9, 10, 13))


class Part(NamedTuple):
    """A part that holds tags, compiled.

    Attributes:
        pieces: the texts that make the part for a view, to be joined.
        lines: which tag stands on which line of its source.
        gaps: whether rows or cells of it may come out empty, see `gaps`.
    """

    name: str
    place: Place
    pieces: Callable[[Mapping[str, Any]], Iterable[str]]
    lines: tuple[Tag, ...]
    gaps: bool


class Compiled(NamedTuple):
    """What compiling the parts of a template gave: the parts with tags, the size of the page, the mistakes.

    ``text_area`` is the width and height between the margins of the last section, in twips.
    """

    parts: tuple[Part, ...]
    text_area: tuple[int, int]
    problems: list[TemplateProblem]


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


def render_part(part: Part, view: Mapping[str, Any]) -> bytes:
    """The XML of one part for ``view``. Raises `TemplateFailed`."""
    try:
        text = "".join(part.pieces(view))
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
        template = trace.tb_frame.f_globals.get("__jinja_template__")
        if template is not None:
            line = template.get_corresponding_lineno(trace.tb_lineno)
        trace = trace.tb_next
    code = failure_code(error)
    if not 2 <= line <= len(part.lines) + 1:
        return TemplateProblem(code, {"tag": ""}, part.place)
    tag = part.lines[line - 2]
    return TemplateProblem(code, {"tag": tag.text}, tag.place)
