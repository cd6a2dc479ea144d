"""A document as built and a document as found → every difference by its name.

    bytes ──opening──▶ parts ──trees──▶ XML ──stories──▶ words and what stands among them
                                            ──parts────▶ everything else
"""

from __future__ import annotations

import re

from roadmap_compiler.seals.differences import LOOKS, Difference, PlaceKind, in_order
from roadmap_compiler.seals.opening import DOCUMENT, Package
from roadmap_compiler.seals.parts import APP, CORE, SIGNATURES, compare_parts, read_parts
from roadmap_compiler.seals.stories import compare_bodies, compare_edges, story_of
from roadmap_compiler.seals.trees import Node, canonical

_EDGES: tuple[tuple[PlaceKind, re.Pattern[str]], ...] = (
    ("header", re.compile(r"word/header\w*\.xml")), ("footer", re.compile(r"word/footer\w*\.xml")),
    ("notes", re.compile(r"word/(foot|end)notes\.xml")),
)
_LXML = b"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>"
"""How the library lxml, and python-docx with it, begins a file."""
_FIRST_PARTS = (DOCUMENT, "word/styles.xml", "word/settings.xml")
"""All of them in other bytes: the whole was written anew by another program."""
UNKNOWN_PROGRAM = "?"


class Found:
    """A package that was found, with its XML read once for any number of comparisons."""

    def __init__(self, package: Package) -> None:
        self.parts = package.parts
        self.trees, unreadable = read_parts(package.parts)
        self.problems = [Difference(code) for code in package.oddities] + unreadable

    @property
    def application(self) -> tuple[str, str]:
        """The program that the file names as its maker, and its version."""
        root = self.trees.get(APP)
        if root is None:
            return "", ""
        named = [root.first(f"ep:{name}") for name in ("Application", "AppVersion")]
        program, version = (node.text.strip() if node is not None else "" for node in named)
        return program, version

    @property
    def status(self) -> str:
        """The status of the document among the properties of the file."""
        root = self.trees.get(CORE)
        node = root.first("cp:contentStatus") if root is not None else None
        return node.text.strip() if node is not None else ""

    @property
    def is_signed(self) -> bool:
        """Whether the package holds a signature of its own."""
        return any(name.startswith(SIGNATURES) for name in self.parts)


def compare_documents(built: Package, found: Found, columns: tuple[str, ...]) -> tuple[Difference, ...]:
    """Every difference, what matters most first; never none, for the two are known to differ in their bytes.

    ``columns`` are the headings of the roadmap's table.
    """
    old, new = built.parts, found.parts
    trees, _ = read_parts(old)
    told = list(found.problems)
    before, after = trees.get(DOCUMENT), found.trees.get(DOCUMENT)
    if before is not None and after is not None:
        changes = compare_bodies(story_of([before]), story_of([after]), columns)
        told += changes
        told += _rest(DOCUMENT, before, after, old, new, bool(changes))
    for kind, pattern in _EDGES:
        told += _edges(kind, pattern, trees, found.trees, old, new)
    texts = frozenset(name for name in new if name == DOCUMENT or any(one.fullmatch(name) for _, one in _EDGES))
    told += compare_parts(old, new, (trees, found.trees), texts)
    told = _without_echoes(told, old.keys() ^ new.keys())
    program = _resaved_by(old, found)
    if program:
        told = [one for one in told if one.code not in LOOKS or program == UNKNOWN_PROGRAM]
        told.append(Difference("resaved", name=program))
    if not told:
        told.append(Difference("signed" if found.is_signed else "repacked"))
    return in_order(told)


def _edges(kind: PlaceKind, pattern: re.Pattern[str], old_trees: dict[str, Node], new_trees: dict[str, Node],
           old: dict[str, bytes], new: dict[str, bytes]) -> list[Difference]:
    """Headers, footers or notes."""
    names = [sorted(name for name in trees if pattern.fullmatch(name)) for trees in (old_trees, new_trees)]
    if names[0] == names[1] and all(old[name] == new[name] for name in names[0]):
        return []
    told = compare_edges(story_of([old_trees[name] for name in names[0]]),
                         story_of([new_trees[name] for name in names[1]]), kind, names[0] == names[1])
    for name in sorted({*names[0]} & {*names[1]}):
        told += _rest(name, old_trees[name], new_trees[name], old, new, bool(told))
    return told


def _rest(name: str, before: Node, after: Node, old: dict[str, bytes], new: dict[str, bytes],
          is_told: bool) -> list[Difference]:
    """What differs in a part of text and has no name of its own."""
    if is_told or old[name] == new[name]:
        return []
    same = canonical(before) == canonical(after)
    return [Difference("part-rewritten" if same else "part-changed", name=name)]


def _without_echoes(told: list[Difference], parts: set[str]) -> list[Difference]:
    """Without the links to parts that came or are gone, and without a macro told a second time."""
    files = {name.rpartition("/")[2] for name in parts}
    has_macro = any(one.code == "macro" and one.name in parts for one in told)
    return [one for one in told if not (
        one.code == "relationship" and one.name.rpartition("/")[2].rpartition(" ")[2] in files
        or one.code == "macro" and has_macro and one.name not in parts)]


def _resaved_by(old: dict[str, bytes], found: Found) -> str:
    """The program that wrote the whole file anew, "" where it is still ours."""
    new = found.parts
    if any(name in old and old[name] == new.get(name) for name in _FIRST_PARTS):
        return ""
    if new[DOCUMENT].startswith(_LXML):
        return "python-docx"
    program, version = found.application
    mine = old.get(APP)
    if program and new.get(APP) != mine:
        return program if "/" in program or not version else f"{program} {version}"
    return UNKNOWN_PROGRAM
