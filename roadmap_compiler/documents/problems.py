"""What a template's author must hear, and where in the Word file it is."""

from __future__ import annotations

from typing import Any, NamedTuple


class Place(NamedTuple):
    """Where something stands, as a person counts in Word, from 1; 0 where it does not apply.

    Attributes:
        part: "body", "header", "footer", "notes", or "file" for the package as a whole.
        table, row, column: of the outermost table; a column counts cells from the left.
        paragraph: outside tables, counted through the part without the paragraphs of tables.
    """

    part: str = "body"
    table: int = 0
    row: int = 0
    column: int = 0
    paragraph: int = 0


class TemplateProblem(NamedTuple):
    """One mistake of a template. Sentence and place are worded by `messages.templates`."""

    code: str
    params: dict[str, Any]
    place: Place


class TemplateFailed(Exception):
    """A template that was prepared without complaint cannot print this view; ``problem`` says what and where."""

    def __init__(self, problem: TemplateProblem) -> None:
        super().__init__(problem)
        self.problem = problem
