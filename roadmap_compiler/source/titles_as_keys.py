"""Items called by a key: «этапы:», and below it «Подготовка:» with its fields, where a list with hyphens belongs."""

from __future__ import annotations

from roadmap_compiler.findings import Fix
from roadmap_compiler.source.draft import Draft
from roadmap_compiler.source.lines import quoted_text
from roadmap_compiler.source.scene import Guess, Scalar, Scene


def items_named(scene: Scene, keys: list[Scalar]) -> Guess:
    """«этапы:», and below it «Подготовка:» with its fields: what was to be the title of an item is a key. «первый
    тур: май» becomes one text; what its entry seems to lack then is no second slip."""
    owner = scene.previous(keys[0].line)
    entry = scene.entry(owner) if scene.line(owner).dash < 0 else owner
    title = scene.form("title", scene.line(owner).key)
    items: dict[int, str] = {}
    shifts: dict[int, int] = {}
    for key in keys:
        line, row = scene.line(key.line), key.line
        if line.content:
            items[row] = "- " + quoted_text(line.text[line.start:line.end])
        else:  # «1:» over the fields of an item has no more to say
            items[row] = "-" if _has_title(scene, key) else f"- {title}: {line.key}"
        below, last = scene.following(row), scene.end_of_block(row, key.column + 1)
        if row < below <= last and (shift := line.start + 2 - scene.line(below).indent):
            shifts.update((one, shift) for one in range(below, last + 1) if not scene.line(one).is_blank)

    def begun(one: Draft, row: int) -> Draft:
        line = scene.line(row)
        if line.content:
            return one.hidden(0, line.start, line.end).put_in(0, line.start, "- ")
        if items[row] == "-":
            return one.taken_out(0, line.start, line.colon + 1 - line.start).put_in(0, line.start, "-")
        return one.taken_out(0, line.colon, 1).put_in(0, line.start, f"- {title}: ")

    texts = [row for row in items if scene.line(row).content]
    draft = scene.draft.each(items, begun).each(shifts, lambda one, row: one.indented(0, 0, shifts[row]))
    draft = draft.spoiling(*texts, *([entry if entry >= 0 else owner] if texts else []))
    edits = [*(scene.edit(row, scene.line(row).start, scene.line(row).end, item) for row, item in items.items()),
             *(scene.edit(row, 0, scene.line(row).indent, " " * (scene.line(row).indent + shift))
               for row, shift in shifts.items())]
    first, ready = scene.line(keys[0].line), items[keys[0].line]
    return scene.guess(2, "missing-dash", keys[0].line, first.start, first.end, draft, {"ready": ready},
                       (Fix(ready, tuple(edits), safe=False),))


def _has_title(scene: Scene, key: Scalar) -> bool:
    """Whether a title is among the fields that hang on a key."""
    first = scene.following(key.line)
    rows = range(first, scene.end_of_block(key.line, key.column + 1) + 1) if first >= 0 else ()
    return any(scene.word(scene.line(row).key) == "title" for row in rows
               if scene.line(row).start == scene.line(first).start)
