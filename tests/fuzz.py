"""Damaged roadmaps, and what must hold for every one of them. A long run: ``python -m tests.fuzz 200000``.

Every thousandth input is told with the slowest so far; an input that breaks a promise is written beside the
report and the run goes on.
"""

from __future__ import annotations

import random
import sys
import time
from pathlib import Path

from roadmap_compiler.compiler import compile_bytes
from roadmap_compiler.messages import hint, sentence
from roadmap_compiler.model.places import place_of
from roadmap_compiler.source.encodings import decode
from roadmap_compiler.source.lines import lines_of

ROADMAPS = sorted((Path(__file__).parents[1] / "roadmaps").glob("*.yaml"))
LONGEST_SECONDS = 5.0
_SIGNS = list(":#-\"'[]{}|>@`%&*!,? \t\n\r\u00a0\u200b—«»\u2028\x00\x85a1яЯ.\\\ufeff\ue000")


def broken_promise(data: bytes) -> str:
    """What does not hold for this input, "" where all does: it ends in time, raises nothing, and every finding has
    a place inside the file and words in both languages."""
    start = time.perf_counter()
    try:
        compilation = compile_bytes(data, "карта.yaml")
        text, _ = decode(data, "карта.yaml")
        lines = lines_of(text or "")
        for finding in compilation.findings:
            for language in ("ru", "en"):
                assert sentence(finding, language)
                hint(finding, language)
            if compilation.tree is not None:
                place_of(finding, compilation.tree)
            span = finding.span
            is_inside = (1 <= span.line <= span.end_line <= len(lines)
                         and 1 <= span.column <= len(lines[span.line - 1]) + 1
                         and 1 <= span.end_column <= len(lines[span.end_line - 1]) + 1
                         and (span.line, span.column) <= (span.end_line, span.end_column))
            if not is_inside and text is not None:
                return f"outside the file: {finding}"
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    seconds = time.perf_counter() - start
    return f"{seconds:.1f} s" if seconds > LONGEST_SECONDS else ""


def damaged(rng: random.Random, texts: list[str]) -> bytes:
    """A roadmap, or a window of one, with a few things deleted, doubled, swapped or put in; now and then any bytes."""
    kind = rng.random()
    if kind < 0.05:
        return rng.randbytes(rng.randrange(200))
    text = rng.choice(texts)
    lines = text.split("\n")
    if kind < 0.95:
        start = rng.randrange(len(lines))
        lines = lines[start:start + rng.randrange(1, 30)]
        if rng.random() < 0.7:
            lines = ["название: План", "период: 2021/2022 учебный год", *lines]
    for _ in range(rng.randrange(1, 5)):
        _damage_lines(rng, lines)
    text = "\n".join(lines)
    for _ in range(rng.randrange(4)):
        text = _damage_text(rng, text)
    encoding = rng.choice(["utf-8"] * 12 + ["cp1251", "utf-16", "utf-8-sig"])
    data = text.encode(encoding, "replace")
    if rng.random() < 0.05 and data:
        at = rng.randrange(len(data))
        data = data[:at] + rng.randbytes(2) + data[at + 1:]
    return data


def _damage_lines(rng: random.Random, lines: list[str]) -> None:
    if not lines:
        return
    at, other = rng.randrange(len(lines)), rng.randrange(len(lines))
    action = rng.randrange(7)
    if action == 0:
        del lines[at]
    elif action == 1:
        lines.insert(other, lines[at])
    elif action == 2:
        lines[at], lines[other] = lines[other], lines[at]
    elif action == 3:
        lines[at] = " " * rng.randrange(1, 5) + lines[at]
    elif action == 4:
        lines[at] = lines[at][rng.randrange(1, 5):]
    elif action == 5:
        lines[at] = lines[at].lstrip()
    else:
        lines[at] = lines[at] + lines[other]


def _damage_text(rng: random.Random, text: str) -> str:
    if not text:
        return text
    at = rng.randrange(len(text))
    action = rng.randrange(4)
    if action == 0:
        return text[:at] + text[at + rng.randrange(1, 4):]
    if action == 1:
        return text[:at] + rng.choice(_SIGNS) + text[at:]
    if action == 2:
        return text[:at] + rng.choice(_SIGNS) + text[at + 1:]
    return text[:at] + text[at + 1:at + 2] + text[at:at + 1] + text[at + 2:]


def main() -> int:
    """Try as many inputs as asked for. 0 where every promise held."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    rng = random.Random(seed)
    texts = [path.read_text(encoding="utf-8") for path in ROADMAPS]
    slowest, broken = 0.0, 0
    for number in range(1, count + 1):
        data = damaged(rng, texts)
        start = time.perf_counter()
        promise = broken_promise(data)
        slowest = max(slowest, time.perf_counter() - start)
        if promise:
            broken += 1
            path = Path(f"fuzz-{seed}-{number}.yaml")
            path.write_bytes(data)
            print(f"{path}: {promise}", flush=True)
        if number % 1000 == 0:
            print(f"{number} inputs, {broken} broken, slowest {slowest:.2f} s", flush=True)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
