"""Values that are chosen from a few words: a word that is none of them is told, with the near one."""

from __future__ import annotations

from collections.abc import Iterator

from roadmap_compiler.findings import Finding
from roadmap_compiler.model.roadmap import Roadmap
from roadmap_compiler.near import near
from roadmap_compiler.source.tree import Path, Tree

YES = ("да", "есть", "yes", "true")
NO = ("нет", "no", "false")
ROWS = ("мероприятия", "этапы", "activities", "stages")
STAGE_ROWS = frozenset({"этапы", "этап", "stages", "stage"})
ITEMS = ("в ячейке", "строками", "in the cell", "rows")
ITEM_ROWS = frozenset({"строками", "строки", "rows"})
TEMPLATES = ("альбомный", "книжный", "landscape", "portrait")
"""Words for the bundled templates; any other template is a file."""
SIDES = ("слева", "справа", "left", "right")
STATES = ("проект", "на подпись", "draft", "for signing")
DRAFTS = frozenset({"проект", "draft"})
APPROVALS = ("утверждаю", "утвержден", "утверждена", "утверждено", "утверждены", "согласовано", "согласован",
             "согласована", "согласованы", "принято", "принят", "принята", "рассмотрено", "рассмотрен", "рассмотрена",
             "приложение", "approved", "agreed", "accepted", "considered", "annex")

_MORE = {"rows": ("мероприятие", "этап", "activity", "stage"), "items": ("строки", "ячейка"),
         "side": ("левая", "правая")}
"""Other forms of the same words, read but not offered."""


def wrong_choices(roadmap: Roadmap, tree: Tree) -> Iterator[Finding]:
    """Every value that is none of its words. Any word may stand over an approval, but not one that is nearly known."""
    table = roadmap.table
    for name, value, words in (("rows", table.rows, ROWS), ("items", table.items, ITEMS),
                               ("column_numbers", table.column_numbers, (*YES, *NO))):
        if value is not None and value.strip().lower() not in (*words, *_MORE.get(name, ())):
            yield _finding(value, words, ("table", name), tree)
    if roadmap.state is not None and roadmap.state.strip().lower() not in STATES:
        yield _finding(roadmap.state, STATES, ("state",), tree)
    template = (table.template or "").strip()
    if template and not template.lower().endswith(".docx") and template.lower() not in TEMPLATES:
        params = {"name": template, "near": near(template, TEMPLATES) or ""}
        yield Finding("template-missing", "error", tree.span(("table", "template")), params)
    for index, approval in enumerate(roadmap.approvals):
        path: Path = ("approvals", index) if tree.has(("approvals", index)) else ("approvals",)
        if approval.side is not None and approval.side.strip().lower() not in (*SIDES, *_MORE["side"]):
            yield _finding(approval.side, SIDES, (*path, "side"), tree)
        word = approval.kind.strip(" (:").lower().replace("ё", "е").partition(" ")[0].rstrip(":)")
        guess = near(word, APPROVALS) if word not in APPROVALS else None
        if guess is not None:
            yield Finding("unknown-choice", "error", tree.span((*path, "kind")),
                          {"text": approval.kind, "near": guess, "words": ""})


def _finding(value: str, words: tuple[str, ...], path: Path, tree: Tree) -> Finding:
    own = tuple(word for word in words if word.isascii() == (tree.language == "en"))
    params = {"text": value, "near": near(value, own) or "", "words": ", ".join(own)}
    return Finding("unknown-choice", "error", tree.span(path), params)
