"""Plan → DOCX: the template that the roadmap names, prepared once, and the view of the plan."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from roadmap_compiler.documents import BUNDLED, Template, TemplateFailed, TemplateProblem, bundled_template, prepare
from roadmap_compiler.documents.dressing import PLAIN, Dress, dressed
from roadmap_compiler.documents.view import make_view
from roadmap_compiler.findings import Finding, Span
from roadmap_compiler.messages.templates import placed
from roadmap_compiler.near import near
from roadmap_compiler.plan.plan import Plan

LARGEST_TEMPLATE = 16 * 1024 * 1024
"""Bytes."""

USUAL = "landscape"


def compile_document(plan: Plan, dress: Dress = PLAIN) -> tuple[bytes | None, list[Finding]]:
    """The document of a plan; None and what is wrong with the template where it cannot be printed.

    A template is a word («альбомный») or a .docx file, its path counted from the folder of the roadmap.
    """
    name = plan.table.template
    span = plan.tree.span(("table", "template"))
    if not name or name.lower() in BUNDLED:
        template, problems = _bundled(name.lower() or USUAL)
    else:
        data = _read(name, plan.tree.file)
        if data is None:
            return None, [Finding("template-missing", "error", span, {"name": name, "near": near(name, BUNDLED) or ""})]
        template, problems = _prepared(data, Path(name).name)
    if template is not None:
        try:
            document = template.render(make_view(plan, template.text_width, template.text_height, dress))
            return dressed(document, dress), []
        except TemplateFailed as failure:
            problems = (failure.problem,)
    return None, [_finding(problem, name, span) for problem in problems]


def _finding(problem: TemplateProblem, name: str, span: Span) -> Finding:
    """A mistake of a template, told on the line that names it; where it is in the Word file stands in the sentence."""
    return Finding(problem.code, "error", span, {"template": name, **placed(problem)})


@lru_cache
def _bundled(word: str) -> tuple[Template | None, tuple[TemplateProblem, ...]]:
    template, problems = prepare(bundled_template(word), word)
    return template, tuple(problems)


@lru_cache(maxsize=8)
def _prepared(data: bytes, name: str) -> tuple[Template | None, tuple[TemplateProblem, ...]]:
    template, problems = prepare(data, name)
    return template, tuple(problems)


def _read(name: str, roadmap: str) -> bytes | None:
    """A template beside the roadmap. Absolute paths are refused: a file from a stranger must not reach elsewhere."""
    path = Path(name)
    if path.is_absolute() or path.drive or name.startswith(("\\", "/")) or path.suffix.lower() != ".docx":
        return None
    whole = Path(roadmap).parent / path
    try:
        if whole.stat().st_size > LARGEST_TEMPLATE:
            return None
        return whole.read_bytes()
    except OSError:
        return None
