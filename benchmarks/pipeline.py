"""End to end: YAML text to DOCX bytes against CSafeLoader + pydantic + docxtpl; growth; a cold build."""

from __future__ import annotations

import gc
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, Field

from benchmarks import ordinary
from benchmarks.sample import roadmap_text
from roadmap_compiler.compiler import compile_bytes, read_plan
from roadmap_compiler.documents.compiling import compile_document
from roadmap_compiler.plan.plan import Plan

TEMPLATE = Path(__file__).parents[1] / "templates" / "landscape.docx"


class Part(BaseModel):
    """The models that such a pipeline has."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)


class Activity(Part):
    title: str = Field(alias="название")
    deadline: str = Field(alias="срок")
    responsible: str = Field(alias="ответственный")
    result: str = Field(alias="результат")


class Stage(Part):
    title: str = Field(alias="название")
    activities: list[Activity] = Field(alias="мероприятия")


class Roadmap(Part):
    title: str = Field(alias="название")
    period: str = Field(alias="период")
    institution: str = Field(alias="организация")
    approvals: list[dict[str, str]] = Field(alias="утверждение")
    people: dict[str, str] = Field(alias="люди")
    table: dict[str, dict[str, str]] = Field(alias="таблица")
    stages: list[Stage] = Field(alias="этапы")
    signatures: list[dict[str, str]] = Field(alias="подписи")


def pipeline(text: str) -> bytes:
    """The good present-day pipeline."""
    data: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    Roadmap.model_validate(data)
    return ordinary.render(str(TEMPLATE), ordinary.context_of(data))


def ours(data: bytes) -> bytes:
    """YAML to DOCX: every value with its place, people and dates resolved; as in the pipeline, no rules of content."""
    read = read_plan(data, "карта.yaml")
    assert read.plan is not None and not read.slips + read.problems, read
    return printed(read.plan)


def ours_with_rules(data: bytes) -> bytes:
    """The same, and every rule of content looks at the plan, as in ``roadmap build``."""
    compilation = compile_bytes(data, "карта.yaml")
    assert compilation.plan is not None and not compilation.has_errors, compilation.findings
    return printed(compilation.plan)


def printed(plan: Plan) -> bytes:
    """The document of a plan."""
    document, problems = compile_document(plan)
    assert document is not None, problems
    return document


def seconds(work: Callable[[], object]) -> float:
    """The processor's time of one piece of work, the collector of garbage standing by, as in timeit."""
    gc.collect()
    gc.disable()
    start = time.process_time()
    work()
    taken = time.process_time() - start
    gc.enable()
    return taken


def measure_pipeline(rounds: int = 5, size: int = 40) -> dict[str, float]:
    """How many times faster than the pipeline: medians of rounds, in turn, every document another one."""
    texts = [roadmap_text(variant) for variant in range(rounds * size + 1)]
    ways = {"build-vs-pipeline": ours, "build-with-rules-vs-pipeline": ours_with_rules}
    pipeline(texts[-1])
    ratios: dict[str, list[float]] = {name: [] for name in ways}
    for name, way in ways.items():
        way(texts[-1].encode())
        for number in range(rounds):
            batch = texts[number * size:(number + 1) * size]
            for text in texts[-1:] * 5:
                pipeline(text)
            theirs = seconds(lambda batch=batch: [pipeline(text) for text in batch])  # type: ignore[misc]
            for text in texts[-1:] * 20:
                way(text.encode())
            mine = seconds(lambda batch=batch, way=way: [way(text.encode()) for text in batch])  # type: ignore[misc]
            ratios[name].append(theirs / mine)
    return {name: statistics.median(found) for name, found in ratios.items()}


def measure_growth(rounds: int = 3) -> float:
    """The time of 100 times the activities over 100 times the time of one: at most 1 where growth is linear."""
    small, large = roadmap_text(1).encode(), roadmap_text(1, repeat=100).encode()
    ours(small)
    ratios = []
    for _ in range(rounds):
        one = seconds(lambda: [ours(small) for _ in range(20)]) / 20
        ratios.append(seconds(lambda: ours(large)) / (100 * one))
    return statistics.median(ratios)


def measure_cold(rounds: int = 11) -> float:
    """A whole process that builds one roadmap, document and calendar, over the script that renders the document."""
    with tempfile.TemporaryDirectory() as folder:
        roadmap = Path(folder) / "roadmap.yaml"
        roadmap.write_text(roadmap_text(1), encoding="utf-8")
        script = [sys.executable, "-m", "benchmarks.ordinary", str(roadmap), str(TEMPLATE), f"{folder}/theirs.docx"]
        build = [sys.executable, "-m", "roadmap_compiler", "build", str(roadmap), "--out", folder]
        ratios = []
        for number in range(rounds + 1):
            theirs = _cost(script)
            mine = _cost(build)
            if number:
                ratios.append(mine / theirs)
    return statistics.median(ratios)


def _cost(command: list[str]) -> float:
    """The processor's time of a whole process; where the system does not count it, the time on the clock."""
    start = time.perf_counter()
    try:
        import resource
    except ImportError:  # Windows
        _run(command)
        return time.perf_counter() - start
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    _run(command)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _run(command: list[str]) -> None:
    # an installed package has its bytecode; a checkout must be allowed to keep it too
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=Path(__file__).parents[1], env=environment)


def measure() -> dict[str, float]:
    """Every ratio of this file by its name."""
    return measure_pipeline() | {"growth-100": measure_growth(), "cold-vs-docxtpl": measure_cold()}
