"""The templates that come with the program."""

from __future__ import annotations

from pathlib import Path

# The name in a roadmap, in either language, and the file.
BUNDLED = {
    "portrait": "portrait.docx",
    "landscape": "landscape.docx",
    "книжный": "portrait.docx",
    "альбомный": "landscape.docx",
}
PACKAGE = Path(__file__).parent.parent


def bundled_template(name: str) -> bytes:
    """The bytes of the template called ``name``: "portrait", "landscape", «книжный» or «альбомный», in any case.

    Raises KeyError for another name.
    """
    return template_file(BUNDLED[name.strip().lower()])


def template_file(file: str) -> bytes:
    """The bytes of a file of the folder of templates.

    An installed package carries the folder inside, a checkout has it beside the package.
    """
    inside = PACKAGE / "templates" / file
    return (inside if inside.is_file() else PACKAGE.parent / "templates" / file).read_bytes()
