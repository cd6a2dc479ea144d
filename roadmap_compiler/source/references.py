"""«&метод Методист» on one line and «*метод» on another: the author knows that YAML can refer to a value.

The parser knows only names of Latin letters; those it reads are told by the reader.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmap_compiler.findings import Fix
from roadmap_compiler.source.lines import value_end
from roadmap_compiler.source.scene import Guess, Scene

_LABEL = re.compile(r"&([\w-]+)(?:[ \t]+(\S.*))?")
_TAG = re.compile(r"!+[\w:,-]*[ \t]+(\S.*)")
_ALIAS = re.compile(r"\*([\w-]+)")


def reference(scene: Scene, number: int) -> Iterator[Guess]:
    """A label that is referred to, a reference to a label of the file, or one of YAML's signs where no text begins with
    it: the value itself is to be written."""
    line = scene.line(number)
    start = line.value if line.colon >= 0 else line.start
    end = value_end(line.text, start)
    here = scene.draft.shown(line.text[start:end])
    lines = [scene.draft.shown(text) for row, text in enumerate(scene.draft.lines) if row != number]
    is_exact = scene.word(line.key) in scene.vocabulary.exact
    if (match := _LABEL.fullmatch(here)) is not None:
        code, sign, value = "anchor", "&" + match.group(1), match.group(2) or ""
        if not (is_exact or is_referred(match.group(1), lines) or not value and _has_fields(scene, number)):
            return
    elif (match := _ALIAS.fullmatch(here)) is not None:
        code, sign, value = "alias", here, value_of(match.group(1), lines)
        if value is None:
            return
    elif is_exact and (match := _TAG.fullmatch(here)) is not None:
        code, sign, value = "tag", "!", match.group(1)
    else:
        return
    fixes: tuple[Fix, ...] = ()
    ready = ""
    draft = scene.draft.hidden(number, start, end)
    if code == "anchor" and not value:
        draft = scene.draft.replaced(number, start, "#")  # a remark, in which references still find the label
    if value:
        ready = line.head + value
        fixes = (Fix(ready, (scene.edit(number, start, end, value),), safe=False),)
    yield scene.guess(2, code, number, start, end, draft.spoiling(number), {"sign": sign, "ready": ready}, fixes)


def _has_fields(scene: Scene, number: int) -> bool:
    """Whether the lines below hang on this one."""
    line, after = scene.line(number), scene.following(number)
    return after >= 0 and scene.line(after).indent >= line.start + (line.dash < 0)


def is_referred(label: str, lines: list[str]) -> bool:
    """Whether one of these lines refers to a label."""
    refers = re.compile(rf"[\s\[,]\*{re.escape(label)}(?=[\s\],}}]|$)")
    return any(refers.search(text) for text in lines)


def value_of(label: str, lines: list[str]) -> str | None:
    """What stands behind a label on one of these lines; "" where it stands alone, None where there is none."""
    labelled = re.compile(rf"[\s\[,][&#]{re.escape(label)}(?:[ \t]+|$)")
    for text in lines:
        match = labelled.search(text)
        if match is not None:
            return text[match.end():value_end(text, match.end())]
    return None
