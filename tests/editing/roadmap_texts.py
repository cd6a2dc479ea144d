"""Texts of roadmaps to try the editing on: the real ones, and the same written or spoiled in many ways."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

ROADMAPS = Path(__file__).parent.parent.parent / "roadmaps"

_COMMENTS = ("# уточнить", "#", "# roadmap: разрешить deadline-empty — так в печати", "#  - название: старое",
             "# «#» и: т.д.")
_SIGNS = tuple(" \t\n\r:#-'\"|>[]{},&*!%@`~?.\\«»—\u00a0\u200b0аЯz")


@cache
def real_texts() -> dict[str, str]:
    """The text of every roadmap by the name of its file."""
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(ROADMAPS.glob("*.yaml"))}


@st.composite
def otherwise_written(draw: st.DrawFn) -> str:
    """A part of a real roadmap, as another author might have laid it out: comments, blank lines, quotes, indents."""
    lines = _part(draw)
    for _ in range(draw(st.integers(0, 8))):
        at = draw(st.integers(0, len(lines)))
        line = lines[at - 1] if at else ""
        way = draw(st.sampled_from(("comment", "blank", "beside", "quote", "spaces", "fold", "move", "flow", "dedent")))
        if way == "comment":
            lines.insert(at, " " * draw(st.integers(0, 12)) + draw(st.sampled_from(_COMMENTS)))
        elif way == "blank":
            lines[at:at] = [" " * draw(st.integers(0, 3))] * draw(st.integers(1, 3))
        elif at and way == "beside":
            lines[at - 1] = line + draw(st.sampled_from((" ", "   ", "\t"))) + draw(st.sampled_from(_COMMENTS))
        elif at and way == "spaces":
            lines[at - 1] = line + draw(st.sampled_from(("  ", "\t", "\u00a0")))
        elif at and way == "quote":
            quote = draw(st.sampled_from("'\""))
            lines[at - 1] = re.sub(r"(: |- )([^'\"|>\[{#:]+)$", rf"\1{quote}\2{quote}", line)
        elif at and way == "fold":
            lines[at - 1] = re.sub(r"(: .+?) (\S+)$", rf"\1\n{' ' * 14}\2", line)
        elif at and way == "flow":
            lines[at - 1] = re.sub(r": ([^'\"|>\[{#:,]+)$", r": [\1,\n     ещё]", line)
        elif at and way == "dedent":
            lines[at - 1] = line.replace("  - ", "- ", 1)
        elif way == "move" and at:
            other = draw(st.integers(0, len(lines) - 1))
            lines.insert(other, lines.pop(at - 1))
    return draw(st.sampled_from(("\n", "\n", "\r\n", "\r"))).join(lines)


@st.composite
def spoiled(draw: st.DrawFn) -> str:
    """A part of a real roadmap with some characters and lines changed at random."""
    text = "\n".join(_part(draw))
    for _ in range(draw(st.integers(1, 5))):
        at = draw(st.integers(0, len(text)))
        until = min(len(text), at + draw(st.sampled_from((0, 1, 2, 5, 40))))
        text = text[:at] + "".join(draw(st.lists(st.sampled_from(_SIGNS), max_size=3))) + text[until:]
    return text


def _part(draw: st.DrawFn) -> list[str]:
    """The head of a real roadmap and some lines of its table."""
    lines = draw(st.sampled_from(list(real_texts().values()))).split("\n")
    start = draw(st.integers(0, len(lines) - 1))
    head = draw(st.sampled_from((0, 8, 25)))
    return lines[:head] + lines[max(head, start):start + draw(st.integers(5, 60))]
