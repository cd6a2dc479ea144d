"""Prints a view of a roadmap through a Word template.

    template, problems = prepare(bundled_template("portrait"), "portrait")
    document = template.render(view)

A template is an ordinary DOCX whose text holds tags in the language of docxtpl; `vocabulary` lists the names it may
use. It is prepared once and prints any number of views, each in the time of a rendering and one deflate.
"""

from __future__ import annotations

from .bundled import BUNDLED, bundled_template
from .preparing import prepare
from .problems import Place, TemplateFailed, TemplateProblem
from .rendering import Template
from .widths import is_long, widths

__all__ = [
    "BUNDLED",
    "Place",
    "Template",
    "TemplateFailed",
    "TemplateProblem",
    "bundled_template",
    "is_long",
    "prepare",
    "widths",
]
