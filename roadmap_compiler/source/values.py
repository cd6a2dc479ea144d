"""Values that stand where fields are, or fields below a value."""

from __future__ import annotations

from collections.abc import Iterator

from roadmap_compiler.findings import Fix
from roadmap_compiler.source.scene import Guess, Scene


def fields_below_value(scene: Scene, number: int) -> Iterator[Guess]:
    """«период: учебный год», and below it «начало: 01.09.2026»: the value is one of the fields."""
    line, before = scene.line(number), scene.previous(number)
    if before < 0 or not line.key or line.dash >= 0:
        return
    owner = scene.line(before)
    word, inside = scene.word(owner.key), scene.vocabulary.fields(scene.word(owner.key))
    if not owner.content or owner.content[:1] in "[{|>" or line.indent <= owner.start:
        return
    name = next((one for one in ("title", "kind", "name") if one in inside and one != scene.word(line.key)), "")
    if not word or not name or word in scene.vocabulary.items or scene.word(line.key) not in inside:
        return
    ready = f"{scene.form(name, owner.key)}: {owner.content}"
    fix = Fix(ready, (scene.edit(before, owner.colon + 1, owner.end, "\n" + " " * line.indent + ready),), safe=False)
    draft = scene.draft.replaced(before, owner.value, "#").spoiling(before)
    yield scene.guess(2, "fields-below-value", before, owner.value, owner.end, draft,
                      {"key": owner.key, "ready": ready}, (fix,))
