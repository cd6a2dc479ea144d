"""«&метод Методист» on one line and «*метод» on another: the author knows that YAML can refer to a value.

The parser knows only names of Latin letters; those it reads are told by the reader.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmap_compiler.findings import Fix
from roadmap_compiler.source.lines import value_end
from roadmap_compiler.source.scene import Guess, Scene

_REFERENCE = re.compile(r"&([\w-]+)[ \t]+(\S.*)|\*([\w-]+)")


def reference(scene: Scene, number: int) -> Iterator[Guess]:
    """A label that is referred to, or a reference to a label of the file: the value itself is to be written."""
    line = scene.line(number)
    start = line.value if line.colon >= 0 else line.start
    end = value_end(line.text, start)
    match = _REFERENCE.fullmatch(line.text, start, end)
    if match is None:
        return
    label, value, referred = match.groups()
    lines = [scene.draft.shown(text) for row, text in enumerate(scene.draft.lines) if row != number]
    if label:
        refers = re.compile(rf"[\s\[,]\*{re.escape(label)}(?=[\s\],}}]|$)")
        value = value if any(refers.search(text) for text in lines) else ""
    else:
        value = value_of(referred, lines)
    if value:
        ready = line.head + value
        fix = Fix(ready, (scene.edit(number, start, end, value),), safe=False)
        draft = scene.draft.hidden(number, start, end).spoiling(number)
        params = {"sign": line.text[start:start + len(label or referred) + 1], "ready": ready}
        yield scene.guess(2, "anchor" if label else "alias", number, start, end, draft, params, (fix,))


def value_of(label: str, lines: list[str]) -> str:
    """What stands behind a label on one of these lines; "" where it stands on none."""
    labelled = re.compile(rf"[\s\[,]&{re.escape(label)}[ \t]+(?=\S)")
    for text in lines:
        match = labelled.search(text)
        if match is not None:
            return text[match.end():value_end(text, match.end())]
    return ""
