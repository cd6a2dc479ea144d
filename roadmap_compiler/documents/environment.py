"""The Jinja environment of every template: sandboxed, escaping, strict, and unable to write markup of its own.

A template comes from a user, its values from another: neither may break the XML, read the program, or make the same
input print differently. So a value is printed only if it is text or a number, and what could yield ready markup or
chance (``safe``, ``tojson``, ``random`` …) is not there.
"""

from __future__ import annotations

from typing import Any

from jinja2 import StrictUndefined, Template, Undefined
from jinja2.exceptions import SecurityError
from jinja2.sandbox import SandboxedEnvironment

from .values import colour, merge, whole_number, xml_text
from .vocabulary import VIEW, Field

MARKUP_FILTERS = ("safe", "tojson", "xmlattr", "urlize", "random", "pprint")
PLAIN_FILTERS = ("e", "escape", "forceescape")  # everything is escaped once, when it is printed
UNWANTED_GLOBALS = ("lipsum", "cycler", "joiner")
LONGEST_REPETITION = 100_000


class WordEnvironment(SandboxedEnvironment):
    """`SandboxedEnvironment` that also keeps a repetition like ``'a' * 10**9`` small."""

    intercepted_binops = frozenset(["*", "**"])
    vocabulary: tuple[Field, ...] = VIEW

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        numbers = isinstance(left, (int, float)) and isinstance(right, (int, float))
        if operator == "*" and not numbers and _length(left) * _length(right) > LONGEST_REPETITION:
            raise SecurityError(operator)
        if operator == "**" and (not numbers or abs(left) > 1_000 or abs(right) > 20):
            raise SecurityError(operator)
        return super().call_binop(context, operator, left, right)


def _length(value: Any) -> int:
    """How many times longer a product becomes by this factor."""
    if isinstance(value, (int, float)):
        return abs(int(value))
    return len(value) if hasattr(value, "__len__") else 1


def make_environment(vocabulary: tuple[Field, ...] = VIEW) -> WordEnvironment:
    """A new environment; one is made for each prepared template. ``vocabulary`` lists the names of its views."""
    environment = WordEnvironment(autoescape=True, undefined=StrictUndefined)
    environment.vocabulary = vocabulary
    for name in MARKUP_FILTERS:
        del environment.filters[name]
    for name in PLAIN_FILTERS:
        environment.filters[name] = _as_it_is
    for name in UNWANTED_GLOBALS:
        del environment.globals[name]
    environment.filters.update(number=whole_number, cellbg=colour, vmerge=merge)
    return environment


def compiled(environment: WordEnvironment, code: Any) -> Template:
    """The template of compiled source, printing by `values.xml_text`.

    Jinja's own ``escape`` wraps each value into an object that later code may take for ready markup, and that costs
    as much as the rest of the rendering. Should a later Jinja not look here for ``escape``, its own still escapes.
    """
    template = Template.from_code(environment, code, environment.make_globals(None))
    template.root_render_func.__globals__["escape"] = _text_or_missing
    return template


def _text_or_missing(value: Any) -> str:
    if isinstance(value, Undefined):
        return str(value)  # raises UndefinedError and names it
    return xml_text(value)


def _as_it_is(value: Any) -> Any:
    return value
