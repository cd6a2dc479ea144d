"""Small roadmaps that tests are about, written the way an author writes them."""

from __future__ import annotations

from textwrap import dedent

from roadmap_compiler.compiler import Compilation, compile_bytes
from roadmap_compiler.plan.plan import Plan

HEAD = "название: Дорожная карта\nпериод: 2021/2022 учебный год\n"


def compiled(text: str, head: str = HEAD) -> Compilation:
    """What the compiler makes of a text that follows the usual two lines."""
    return compile_bytes((head + dedent(text)).encode(), "карта.yaml")


def plan_of(text: str, head: str = HEAD) -> Plan:
    """The plan of a text; it must be there."""
    compilation = compiled(text, head)
    assert compilation.plan is not None, compilation.findings
    return compilation.plan


def codes(compilation: Compilation) -> list[str]:
    """The codes of all findings, in reading order."""
    return [finding.code for finding in compilation.findings]


def cells(plan: Plan) -> list[list[str]]:
    """The printed table, spaces as ordinary ones."""
    return [[cell.text.replace("\u00a0", " ") for cell in row.cells] for row in plan.table.rows]
