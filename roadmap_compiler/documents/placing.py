"""Turns the tags of a part into Jinja source at the right place of its XML.

``{%tr … %}`` takes the place of its whole row, ``{%tc … %}`` of its cell, ``{%p … %}`` of its paragraph and
``{%r … %}`` of its run, as in docxtpl. Directives set a property of the cell they stand in and print nothing:

    {% colspan N %}   columns that the cell takes
    {% cellbg C %}    its background, six hex digits
    {#width N#}       its width in twips; ours, a comment to docxtpl
    {#vmerge M#}      "restart", "continue" or "" of a vertical merge; ours too

Each piece of source carries one line end just after its opening bracket, so that a line of the whole source is a
tag: Jinja's line numbers lead back to the Word file.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from .problems import TemplateProblem
from .tags import CLOSING, Found, Tag, drop_empty
from .wordxml import Code, Element, Node

LIFTED = {"tr": "w:tr", "tc": "w:tc", "p": "w:p", "r": "w:r"}
CELL_ORDER = ("w:cnfStyle", "w:tcW", "w:gridSpan", "w:hMerge", "w:vMerge", "w:tcBorders", "w:shd")
COMMENT_DIRECTIVE = re.compile(r"(width|vmerge)\s+(.+)")
TAG_DIRECTIVE = re.compile(r"(colspan|cellbg)\s+(.+)")


class Placed(NamedTuple):
    """A statement of the template and the spot it took.

    Two statements of one block must share their ``spot``, else cutting out what is between them breaks the XML.
    """

    tag: Tag
    spot: tuple[object, ...]


def directive(tag: Tag) -> tuple[str, str] | None:
    """Name and expression of a directive for the cell, or None for any other tag."""
    form = COMMENT_DIRECTIVE if tag.bracket == "{#" else TAG_DIRECTIVE
    match = form.fullmatch(tag.body) if tag.bracket != "{{" and not tag.level else None
    return (match.group(1), match.group(2)) if match else None


def place_tags(root: Element, found: list[Found]) -> tuple[list[Placed], list[TemplateProblem]]:
    """Writes every tag found under ``root`` into it as source.

    Returns the statements in order, and the tags that cannot stand where they stand.
    """
    placed: list[Placed] = []
    problems: list[TemplateProblem] = []
    for number, (tag, path) in enumerate(found):
        if setting := directive(tag):
            if not any(element.name == "w:tc" for element in path):
                problems.append(TemplateProblem("template-outside-cell", {"tag": tag.text}, tag.place))
            else:
                _set_cell_property(path, Code(source(tag), number), *setting)
            _take_out(number, path)
        elif tag.bracket == "{#" and not tag.level:
            _take_out(number, path)
        elif tag.level and tag.bracket != "{{":
            placed.append(Placed(tag, _lift(found, number, problems)))
        else:
            path[-1].children[_at(number, path[-1])] = Code(source(tag), number)
            paragraph = _nearest(path, "w:p")
            names = tuple(element.name for element in path[paragraph:])
            placed.append(Placed(tag, (id(path[paragraph]), names)))
    for table in list(root.iter("w:tbl")):
        _lay_grid(table, found)
    for row in root.iter("w:tr"):
        row.attributes.clear()  # marks of editing sessions; `gaps` knows a row by its bare name
    for cell in root.iter("w:tc"):
        cell_properties(cell)
    return placed, problems


def source(tag: Tag) -> str:
    """The Jinja source of a tag, with the line end that marks it."""
    if setting := directive(tag):
        return "{{\n " + _checked(*setting) + " }}"
    if tag.bracket == "{#":
        return "{#\n#}"
    return f"{tag.bracket}\n {tag.body} {CLOSING[tag.bracket]}"


def _checked(name: str, expression: str) -> str:
    """The expression of a directive, its value checked when it is printed: see `environment`."""
    return f"({expression})|{'number' if name in ('width', 'colspan') else name}"


def _nearest(path: tuple[Element, ...], name: str) -> int:
    """Where in ``path`` the innermost element called ``name`` stands, or -1."""
    return next((at for at in range(len(path) - 1, -1, -1) if path[at].name == name), -1)


def _at(number: int, holder: Element) -> int:
    return next(at for at, child in enumerate(holder.children) if isinstance(child, Code) and child.tag == number)


def _take_out(number: int, path: tuple[Element, ...]) -> None:
    holder = path[-1]
    holder.children.pop(_at(number, holder))
    if not holder.children:
        drop_empty(path)


def _lift(found: list[Found], number: int, problems: list[TemplateProblem]) -> tuple[object, ...]:
    """Puts the tag in the place of the row, cell, paragraph or run it names; gives its spot."""
    tag, path = found[number]
    at = _nearest(path, LIFTED[tag.level])
    if at < 0:
        problems.append(TemplateProblem("template-outside-table", {"tag": tag.text, "level": tag.level}, tag.place))
        return ()
    gone, around = path[at], path[at - 1]
    beside = _beside(found, number, gone)
    if beside:
        params = {"tag": tag.text, "level": tag.level, "text": beside}
        problems.append(TemplateProblem("template-text-beside-tag", params, tag.place))
    if any(child is gone for child in around.children):  # else another tag has taken this row, and was reported
        around.children[around.position(gone)] = Code(source(tag), number)
    return (tag.level, id(around))


def _beside(found: list[Found], number: int, element: Element) -> str:
    """What else is written in ``element`` and would be lost together with it."""
    words: list[str] = []
    for text in element.iter("w:t"):
        for child in text.children:
            if isinstance(child, str):
                words.append(child)
            elif isinstance(child, Code) and child.tag != number and found[child.tag].tag.bracket != "{#":
                words.append(found[child.tag].tag.text)
    return " ".join("".join(words).split())


def _set_cell_property(path: tuple[Element, ...], code: Code, name: str, expression: str) -> None:
    properties = cell_properties(path[_nearest(path, "w:tc")])
    if name == "width":
        _put(properties, Element("w:tcW", {"w:w": code, "w:type": "dxa"}, []))
    elif name == "cellbg":
        _put(properties, Element("w:shd", {"w:val": "clear", "w:color": "auto", "w:fill": code}, []))
    else:
        element, condition = ("w:gridSpan", f"({expression}) != 1") if name == "colspan" else ("w:vMerge", expression)
        holder = Element(element, {}, [])
        _put(properties, holder)
        value = f'<{element} w:val="{{{{ {_checked(name, expression)} }}}}"/>'
        written = Code(f"{{%\n if {condition} %}}{value}{{% endif %}}", code.tag)
        properties.children[properties.position(holder)] = written


def cell_properties(cell: Element) -> Element:
    """The w:tcPr of a cell, made if it is not there."""
    properties = cell.first("w:tcPr")
    if properties is None:
        properties = Element("w:tcPr", {}, [])
        cell.children.insert(0, properties)
    return properties


def _put(properties: Element, element: Element) -> None:
    """Sets one property of a cell where the schema wants it, in the place of an older value."""
    rank = CELL_ORDER.index(element.name)
    properties.children[:] = [child for child in properties.children if _property(child) != element.name]
    earlier = [at for at, child in enumerate(properties.children) if _property(child) in CELL_ORDER[:rank]]
    properties.children.insert(earlier[-1] + 1 if earlier else 0, element)


def _property(child: Node) -> str:
    """The name of a property, of one that is written under a condition too."""
    if isinstance(child, Element):
        return child.name
    return "w:gridSpan" if isinstance(child, Code) and "<w:gridSpan" in child.source else "w:vMerge"


def _lay_grid(table: Element, found: list[Found]) -> None:
    """Gives the w:tblGrid the same loops as the first row that has loops over its cells.

    A row inside a loop over rows is no use, for its variables are unknown to the grid: then the columns of the view
    are taken. Without a grid of the right number of columns LibreOffice makes them all equal.
    """
    depth = 0
    inside: Element | None = None
    for child in table.children:
        if isinstance(child, Code):
            depth += {"for": 1, "endfor": -1}.get(found[child.tag].tag.word, 0)
        elif isinstance(child, Element) and child.name == "w:tr" and _cell_tags(child):
            if depth == 0:
                _write_grid(table, child.children)
                return
            inside = inside or child
    if inside is not None:
        tag = _cell_tags(inside)[0].tag
        width = Element("w:tcW", {"w:w": Code("{{\n width|number }}", tag), "w:type": "dxa"}, [])
        cell = Element("w:tc", {}, [Element("w:tcPr", {}, [width])])
        over_columns = Code("{%\n for width, heading, number in columns %}", tag)
        _write_grid(table, [over_columns, cell, Code("{%\n endfor %}", tag)])


def _cell_tags(row: Element) -> list[Code]:
    return [child for child in row.children if isinstance(child, Code)]


def _write_grid(table: Element, row: list[Node]) -> None:
    columns: list[Node] = []
    for child in row:
        if isinstance(child, Code):
            columns.append(child)
        elif isinstance(child, Element) and child.name == "w:tc":
            width = (child.first("w:tcPr") or child).first("w:tcW")
            columns.append(Element("w:gridCol", {"w:w": width.attributes.get("w:w", "0") if width else "0"}, []))
    grid = table.first("w:tblGrid")
    if grid is None:
        grid = Element("w:tblGrid", {}, [])
        properties = table.first("w:tblPr")
        table.children.insert(table.position(properties) + 1 if properties else 0, grid)
    grid.children[:] = columns
