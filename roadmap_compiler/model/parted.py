"""A block text parted by the deadline that was put between its lines: the rest of the text stands in the deadline."""

from __future__ import annotations

from collections.abc import Iterator

from roadmap_compiler.deadlines import meaning, parse
from roadmap_compiler.findings import Edit, Finding, Fix, Span
from roadmap_compiler.model.roadmap import Entry
from roadmap_compiler.model.words import spoken
from roadmap_compiler.source.tree import Path, Tree


def parted_texts(entries: list[tuple[Path, Entry]], tree: Tree) -> Iterator[Finding]:
    """Deadlines of several lines right under a block text, of which only the first line speaks of time."""
    for entry_path, entry in entries:
        path = (*entry_path, "deadline")
        if not isinstance(entry.deadline, str) or not tree.has(path):
            continue
        if tree.draft is None and "\n" not in tree.text[slice(*tree.offsets(path))]:
            continue  # nearly every deadline
        span = tree.span(path)
        if span.end_line == span.line or tree.spoiled(span.line):
            continue
        owner = _text_above(path, tree)
        first, *rest = tree.lines[span.line - 1:span.end_line]
        if owner is not None and first[span.column - 1:span.column] not in ("'", '"', "|", ">") \
                and _says_all(first[span.column - 1:], entry.deadline):
            yield _told(path, owner, tree, len(rest))


def _text_above(path: Path, tree: Tree) -> Path | None:
    """The field above, where its value is a block text."""
    fields = tree.below(path[:-1])
    at = fields.index(path)
    if at == 0 or not tree.is_scalar(fields[at - 1]):
        return None
    start, _ = tree.offsets(fields[at - 1])
    return fields[at - 1] if tree.text[start:start + 1] in ("|", ">") else None


def _says_all(first: str, whole: str) -> bool:
    """Whether the other lines of a deadline change nothing in it but the words beside it."""
    alone, together = meaning(parse(first.strip())), meaning(parse(whole))
    return alone.kind not in ("verbatim", "unset") and alone._replace(note="") == together._replace(note="")


def _told(path: Path, owner: Path, tree: Tree, count: int) -> Finding:
    span = tree.key_span(path)
    lines = tree.lines
    line, last = lines[span.line - 1], span.line + count
    away = Edit(Span(tree.file, span.line, 1, span.line + 1, 1), "")
    end = len(lines[last - 1]) + 1
    below = Edit(Span(tree.file, last, end, last, end), "\n" + line)
    params = {"key": spoken("deadline", tree.language), "owner": spoken(str(owner[-1]), tree.language)}
    return Finding("field-inside-text", "error", span, params, (), (Fix(line.strip(), (away, below), safe=False),))
