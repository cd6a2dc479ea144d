"""Slips inside braces, which the parser reads as keys without a value: «{срок:май, место:зал}», «{белова, ким}»."""

from __future__ import annotations

import re
from typing import Any

from roadmap_compiler.findings import Edit, Finding, Fix, Span
from roadmap_compiler.near import folded
from roadmap_compiler.source.tree import Path, Tree
from roadmap_compiler.source.vocabulary import Vocabulary


def field_in_braces(tree: Tree, vocabulary: Vocabulary, text: str, span: Span) -> Finding | None:
    """«{срок:май, ответственный Я}»: a field of ours without the space behind its colon, or without the colon."""
    typed = tree.lines[span.line - 1][span.column - 1:]
    match = re.match(r"([^\W\d_]\w*(?: [^\W\d_]\w*)?)(:| +)(?=\S)", text)
    while match and folded(match.group(1)) not in vocabulary.words:
        match = re.match(r"([^\W\d_]\w*)( +)(?=\S)", text) if " " in match.group(1) else None
    if match is None or not typed.startswith(text):
        return None
    key, ready = match.group(1), f"{match.group(1)}: {text[match.end():]}"
    edit = Edit(span._replace(column=span.column + len(key), end_column=span.column + match.end(),
                              end_line=span.line), ": ")
    code = "no-space-after-colon" if match.group(2) == ":" else "colon-missing"
    return Finding(code, "error", span, {"key": key, "ready": ready}, (), (Fix(ready, (edit,), safe=False),))


def told_together(tree: Tree, vocabulary: Vocabulary, path: Path, found: list[Finding], end: Any) -> list[Finding]:
    """What was found in one pair of braces, as one finding where all of it is the same slip. ``end``: the event of the
    closing brace."""
    codes = {one.code for one in found}
    if codes == {"no-space-after-colon"} and len(found) > 1 and len({one.span.line for one in found}) == 1:
        ready = "{" + ", ".join(one.params["ready"] for one in found) + "}"
        fix = Fix(ready, tuple(edit for one in found for edit in one.fixes[0].edits), safe=False)
        return [found[0]._replace(params={**found[0].params, "ready": ready}, fixes=(fix,))]
    if codes == {"comma-in-braces"} and path and path[-1] in vocabulary.lists | vocabulary.exact:
        return [_list_in_braces(tree, path, found, end)]
    return found


def _list_in_braces(tree: Tree, path: Path, found: list[Finding], end: Any) -> Finding:
    """«ответственный: {белова, ким}»: one finding for all the values that have no colon."""
    start, closing = tree._span(tree._values[path]), tree._span(end)
    key, values = tree._keys[path].value, ", ".join(one.params["key"] for one in found)
    ready = f"{key}: [{values}]"
    fix = Fix(ready, (Edit(start, "["), Edit(closing, "]")), safe=False)
    span = start._replace(end_line=closing.end_line, end_column=closing.end_column)
    return Finding("list-in-braces", "error", span, {"key": key, "ready": ready}, (), (fix,))
