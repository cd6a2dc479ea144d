"""An item whose title has a colon and was read as the name of a field: «- Этап 2: Работа пар», or «- Встречи:» and
below it a list."""

from __future__ import annotations

from typing import Any

from roadmap_compiler.findings import Edit, Finding, Fix, Span
from roadmap_compiler.model.roadmap import Activity, Entry, Stage
from roadmap_compiler.model.words import spoken
from roadmap_compiler.source.lines import quoted_text, read_line, ready_text
from roadmap_compiler.source.tree import Path, Tree


def title_as_key(tree: Tree, path: Path, entry: Entry, holder: dict[str, Any]) -> Finding | None:
    """Tells the first field of an item that has no title and begins with a field of no meaning; the tree is mended.

    What stands behind the colon belongs to the title, a list below it is the parts of the item. None where it is
    neither, or stands on other lines.
    """
    key, content = next(iter(holder.items()))
    span = tree.key_span((*path, key))
    line = read_line(tree.lines[span.line - 1])
    parts = {Activity: "items", Stage: "activities"}.get(type(entry), "")
    is_text = isinstance(content, str) and line.content == content
    is_list = isinstance(content, list) and not line.content and parts and parts not in holder
    if line.start != span.column - 1 or not is_text and not is_list:
        return None
    end = line.end if is_text else line.colon + 1
    text = line.text[line.start:end]
    title = spoken("title", tree.language)
    below = f"{spoken(parts, tree.language)}:" if is_list else ""
    exact = f"{title}: {quoted_text(text)}" + (f"\n{' ' * line.start}{below}" if is_list else "")
    place = Span(tree.file, span.line, line.start + 1, span.line, end + 1)
    fix = Fix(exact, (Edit(place, exact),), safe=False)
    ready = f"- {title}: {ready_text(text)}" + (f" ↵ {below}" if is_list else "")
    tree.rename((*path, key), "title" if is_text else parts)
    holder["title"] = text
    return Finding("colon-in-item", "error", span, {"key": key, "ready": ready}, (), (fix,))
