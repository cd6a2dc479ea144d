"""Plan → DOCX: the template that the roadmap names, prepared once, and the view of the plan."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from roadmap_compiler.documents import BUNDLED, Template, TemplateFailed, TemplateProblem, bundled_template, prepare
from roadmap_compiler.documents.dress import PLAIN, Dress
from roadmap_compiler.documents.view import make_view
from roadmap_compiler.findings import Finding, Span
from roadmap_compiler.messages.templates import placed
from roadmap_compiler.near import near
from roadmap_compiler.plan.plan import Plan

LARGEST_TEMPLATE = 16 * 1024 * 1024
"""Bytes."""

USUAL = "landscape"


def compile_document(plan: Plan, dress: Dress = PLAIN, own: bytes | None = None) -> tuple[bytes | None, list[Finding]]:
    """The document of a plan; None and what is wrong with the template where it cannot be printed.

    A template is a word («альбомный») or a .docx file, its path counted from the folder of the roadmap; ``own`` is that
    file where the roadmap lies in no folder.
    """
    name = plan.table.template
    span = plan.tree.span(("table", "template"))
    if not name or name.lower() in BUNDLED:
        template, problems = _bundled(name.lower() or USUAL)
    else:
        data = own if own is not None else _read(name, plan.tree.file)
        if data is None:
            return None, [Finding("template-missing", "error", span, {"name": name, "near": near(name, BUNDLED) or ""})]
        template, problems = _prepared(data, Path(name).name)
    if template is not None:
        try:
            document = template.render(make_view(plan, template.text_width, template.text_height, dress))
            return document if dress == PLAIN else _dressed(document, dress), []
        except TemplateFailed as failure:
            problems = (failure.problem,)
    return None, [_finding(problem, name, span) for problem in problems]


def _dressed(document: bytes, dress: Dress) -> bytes:
    from roadmap_compiler.documents.dressing import dressed

    return dressed(document, dress)


def template_bytes(plan: Plan) -> tuple[str, bytes | None]:
    """The name of a plan's template as the roadmap has it, or that of the usual one, and its file; None without one."""
    name = plan.table.template
    if not name or name.lower() in BUNDLED:
        return BUNDLED[name.lower() or USUAL], bundled_template(name.lower() or USUAL)
    return name, _read(name, plan.tree.file)


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


def is_own(plan: Plan) -> bool:
    """Whether the template of a plan is a file of its author that may be read."""
    name = plan.table.template
    return bool(name) and name.lower() not in BUNDLED and is_beside(name)


def is_beside(name: str) -> bool:
    """Whether a name of a template leads to a Word file from the folder of the roadmap, and nowhere else."""
    path = Path(name)
    return not (path.is_absolute() or path.drive or name.startswith(("\\", "/"))) and path.suffix.lower() == ".docx"


def _read(name: str, roadmap: str) -> bytes | None:
    """A template beside the roadmap. Absolute paths are refused: a file from a stranger must not reach elsewhere."""
    if not is_beside(name):
        return None
    whole = Path(roadmap).parent / name
    try:
        if whole.stat().st_size > LARGEST_TEMPLATE:
            return None
        return whole.read_bytes()
    except OSError:
        return None
